#include "corpus/wording/questions_alone.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/answer_text.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/leading_number.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace answers {
namespace {

constexpr std::size_t longest_entry = 300;  // bytes
constexpr std::size_t most_lines = 3;       // of an entry

/// The mark of a list that a line begins with: "- ", "* ", "12. ", "3) ". 0 when there is none.
std::size_t list_mark(std::string_view line) {
  const bool bullet =
      line.size() > 2 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ';
  return bullet ? 2 : leading_number(line).size;
}

/// Code, tables, quotations, tags, titles, boxes to tick: more than questions.
bool is_other_markup(std::string_view line) {
  return std::string_view("`~|><#=:").find(line.front()) != std::string_view::npos;
}

class Entries {
 public:
  /// False where the text holds too much else for it to matter what follows.
  bool add(std::string_view entry) {
    entry = trimmed(entry);
    if (entry.empty()) return true;
    if (entry.size() > longest_entry || entry.starts_with("[ ]") || entry.starts_with("[x]"))
      return false;
    const std::string plain = plain_inline(entry);
    if (all_ == 0 && (plain.ends_with(':') || plain.ends_with("："))) return true;
    ++all_;
    if (ends_in_question_mark(plain)) {
      ++marks_;
    } else if (how_asks(plain) >= Asking::task && !is_answered(plain)) {
      ++tasks_;
    }
    return (all_ - marks_ - tasks_) * 2 <= marks_ + tasks_ + 2;
  }

  bool ask_alone() const {
    return all_ >= 2 && marks_ > 0 && marks_ * 4 >= all_ && (marks_ + tasks_) * 3 >= all_ * 2;
  }

 private:
  /// "What is it? A lock."; but "What is it? Give an example." and "What is it? (hard)".
  static bool is_answered(std::string_view entry) {
    const std::size_t mark = entry.rfind("? ");
    if (mark == std::string_view::npos) return false;
    const std::string_view behind = trimmed(entry.substr(mark + 1));
    return !behind.starts_with('(') && !behind.starts_with('[') && how_asks(behind) == Asking::no;
  }

  std::size_t all_ = 0;
  std::size_t marks_ = 0;
  std::size_t tasks_ = 0;
};

}  // namespace

bool is_questions_alone(std::string_view text) {
  Entries entries;
  const char* begin = nullptr;  // of the entry that is open
  const char* end = nullptr;
  std::size_t lines = 0;  // of it
  const auto close = [&] {
    const bool goes_on =
        begin == nullptr ||
        (lines <= most_lines &&
         entries.add(std::string_view(begin, static_cast<std::size_t>(end - begin))));
    begin = nullptr;
    lines = 0;
    return goes_on;
  };
  while (!text.empty()) {
    const std::size_t size = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, size));
    text.remove_prefix(std::min(text.size(), size + 1));
    if (line.empty() || (is_rule(line) && line.front() != '=')) {  // "===" is below a title
      if (!close()) return false;
      continue;
    }
    const std::size_t mark = list_mark(line);
    if (mark == 0 && is_other_markup(line)) return false;
    if (mark > 0 && !close()) return false;
    if (begin == nullptr) begin = line.data() + mark;
    end = line.data() + line.size();
    ++lines;
  }
  return close() && entries.ask_alone();
}

}  // namespace answers
