#pragma once

#include "corpus/listener.h"

#include <cstddef>
#include <string>
#include <unordered_set>

namespace answers {

/// Passes records on that the page has not given before.
class OnceEach : public Listener {
 public:
  explicit OnceEach(Listener& listener) : listener_(listener) {}

  void on_record(Record record) override;
  void on_unanswered(Record record) override;
  void on_trouble(const Trouble& trouble) override { listener_.on_trouble(trouble); }
  void on_sighting(const Sighting& sighting) override { listener_.on_sighting(sighting); }

  /// From now on a question is known whatever its answer; before, it may have several.
  void expect_repeats() { expects_repeats_ = true; }

  std::size_t records = 0;

 private:
  bool is_new(const Record& record);

  Listener& listener_;
  bool expects_repeats_ = false;
  std::unordered_set<std::string> seen_{};
  std::unordered_set<std::string> pairs_{};
};

}  // namespace answers
