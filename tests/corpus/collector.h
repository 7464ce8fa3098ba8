#pragma once

#include "corpus/listener.h"

#include <string>
#include <utility>
#include <vector>

namespace answers {

/// A listener that keeps all it hears, for tests.
class Collector : public Listener {
 public:
  void on_record(Record record) override { records.push_back(std::move(record)); }
  void on_unanswered(Record record) override { unanswered.push_back(std::move(record)); }
  void on_trouble(const Trouble& trouble) override { troubles.push_back(trouble); }
  void on_sighting(const Sighting& sighting) override { sightings.push_back(sighting); }
  void on_skipped(std::string_view path, std::string_view reason) override {
    skipped.emplace_back(path, reason);
  }
  void on_progress(std::size_t bytes) override { progress += bytes; }

  std::vector<Record> records{};
  std::vector<Record> unanswered{};
  std::vector<Trouble> troubles{};
  std::vector<Sighting> sightings{};
  std::vector<std::pair<std::string, std::string>> skipped{};  ///< path, reason
  std::size_t progress = 0;
};

/// Names the cases of a table after their `name`.
inline constexpr auto case_name = [](const auto& one) { return std::string(one.param.name); };

}  // namespace answers
