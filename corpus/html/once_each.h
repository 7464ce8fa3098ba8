#pragma once

#include "corpus/listener.h"

#include <cstddef>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace answers {

/// Passes records on that the page has not given before. What is given is held back until unite()
/// or release().
class OnceEach : public Listener {
 public:
  explicit OnceEach(Listener& listener) : listener_(listener) {}

  void on_record(Record record) override;
  void on_unanswered(Record record) override;
  void on_trouble(const Trouble& trouble) override { listener_.on_trouble(trouble); }
  void on_sighting(const Sighting& sighting) override { listener_.on_sighting(sighting); }
  bool wants_every_block() const override { return listener_.wants_every_block(); }

  /// What has come until now is what is given; what comes is what is shown. The folded words of
  /// what was asked.
  const std::unordered_set<std::string>& end_of_given() {
    keeps_words_ = false;
    return seen_;
  }

  /// What was given has been heard of until now; passes it on.
  void release();

  /// From now on a question is known whatever its answer; before, it may have several.
  void expect_repeats() { expects_repeats_ = true; }

  /// Leaves out what stands within the lines of what was given: an answer of a component may be a
  /// page by itself. O((given + shown) * log given).
  void drop_parts(std::vector<Record>& shown);

  /// Passes on what is given, and those that the page shows besides. One whose question or answer
  /// was given in nearly the same words is no other; where it says more to the same question than
  /// what is given, it is what counts; and where there are not more of them than given, all are the
  /// same in another language. O(all their words), and O(given * shown * words) for up
  /// to 500 given.
  void unite(std::vector<Record> shown);

  std::size_t records = 0;

 private:
  using Words = std::unordered_set<std::string>;
  struct Given {
    Words question{};
    Words answer{};
  };
  /// Puts what the page says more to a question in the place of what is given.
  void take_fuller(const std::vector<Record>& shown);
  bool is_new(const Record& record);
  bool is_alike(const Record& record) const;

  Listener& listener_;
  bool expects_repeats_ = false;
  bool keeps_words_ = true;
  std::unordered_set<std::string> seen_{};
  std::unordered_set<std::string> pairs_{};
  std::unordered_set<std::string> unanswered_{};
  std::vector<Given> given_{};
  std::vector<std::pair<std::size_t, std::size_t>> given_lines_{};  // the first and the last
  std::vector<Record> held_{};  // what is given, as long as the page may say more
};

}  // namespace answers
