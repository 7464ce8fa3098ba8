#include "corpus/html/page_questions.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/furniture.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"

#include <algorithm>

namespace answers {
namespace {

class Decision {
 public:
  Decision(const std::vector<PageItem>& items, const PageFacts& facts)
      : items_(items),
        facts_(facts),
        smells_(smells_of_questions(facts.name) || smells_of_questions(facts.title)) {}

  void tell_questions(const std::function<void(PageQuestion)>& tell) const {
    const int level = question_level();
    const bool pairs = pairs_ask();
    std::size_t all = 0;
    std::size_t numbered = 0;
    for (const PageItem& item : items_) {
      if (item.kind != PageItem::Kind::heading || item.level != level) continue;
      ++all;
      numbered += is_numbered(item.text) ? 1U : 0U;
    }
    const bool by_number = numbered * 2 >= all;      // then what has none is no question
    std::vector<std::pair<int, std::string>> above;  // headings that are topics, by their level
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const PageItem& item = items_[i];
      if (item.kind == PageItem::Kind::content) continue;
      const std::size_t next_line = i + 1 < items_.size() ? items_[i + 1].line : facts_.lines + 1;
      if (item.kind == PageItem::Kind::pair) {
        if (!pairs) continue;
        tell({&item, item.answer, std::max(next_line, item.line + 1) - 1, &above});
        continue;
      }
      while (!above.empty() && above.back().first >= item.level) above.pop_back();
      const bool asks = item.level == level && furniture_of(item.text) == Furniture::none &&
                        (!by_number || is_numbered(item.text) || ends_in_question_mark(item.text));
      if (!asks) {
        if (item.level != bold_level) above.emplace_back(item.level, clean_heading(item.text));
        continue;
      }
      const Below answer = below(i);
      if (is_contents(answer.text)) continue;
      const std::size_t end =
          answer.end < items_.size() ? items_[answer.end].line : facts_.lines + 1;
      tell({&item, answer.text, std::max(end, item.line + 1) - 1, &above});
      i = answer.end - 1;
    }
  }

 private:
  static bool is_numbered(std::string_view text) { return number_size(text) > 0; }

  /// The text below a heading, to the next one of its level or above; and where that stands.
  struct Below {
    std::string text{};
    std::size_t end = 0;
  };
  Below below(std::size_t at) const {
    Below result;
    std::size_t i = at + 1;
    for (; i < items_.size(); ++i) {
      const PageItem& item = items_[i];
      if (item.kind == PageItem::Kind::pair) break;
      if (item.kind == PageItem::Kind::heading && item.level <= items_[at].level) break;
      std::string text = item.text;
      if (item.kind == PageItem::Kind::heading) {
        if (furniture_of(item.text) == Furniture::project) break;
        if (item.level == bold_level) {
          text.insert(0, "**").append("**");
        } else {
          text.insert(0, std::string(static_cast<std::size_t>(item.level), '#') + ' ');
        }
      }
      if (!result.text.empty()) result.text += "\n\n";
      result.text += text;
    }
    result.end = i;
    return result;
  }

  /// The level whose headings are questions, 0 when there is none: most of them ask or count.
  int question_level() const {
    int best = 0;
    std::size_t most = 0;
    for (int level = 1; level <= bold_level; ++level) {
      std::size_t all = 0;
      std::size_t asking = 0;
      std::size_t answered = 0;
      for (std::size_t i = 0; i < items_.size(); ++i) {
        const PageItem& item = items_[i];
        if (item.kind != PageItem::Kind::heading || item.level != level ||
            furniture_of(item.text) != Furniture::none)
          continue;
        ++all;
        asking += ends_in_question_mark(item.text) || is_numbered(item.text) ? 1U : 0U;
        answered +=
            i + 1 < items_.size() && items_[i + 1].kind == PageItem::Kind::content ? 1U : 0U;
      }
      const bool faq = smells_ || std::ranges::any_of(items_, &PageItem::sure);
      // A page named an FAQ asks seldom and answers all the same.
      const bool announced = announces_faq(facts_.name) && asking >= 3 && asking * 10 >= all;
      const bool enough = announced || (asking >= 2 && asking * 5 >= all * 2) ||
                          (faq && asking >= 1 && all <= 3) ||
                          (faq && all >= 3 && asking * 4 >= all);
      if (enough && answered * 2 >= all && asking > most) {
        most = asking;
        best = level;
      }
    }
    return best;
  }

  /// Whether the folds and parts of the page are questions, and not just folded up. Numbers say so
  /// only where they count up: "1.61.0 · impl Clone" is what was added in a version.
  bool pairs_ask() const {
    std::size_t all = 0;
    std::size_t asking = 0;
    std::size_t numbered = 0;
    std::size_t ups = 0;
    std::string before;
    for (const PageItem& item : items_) {
      if (item.kind != PageItem::Kind::pair) continue;
      ++all;
      if (item.sure || ends_in_question_mark(item.text) || leading_label(item.text)) {
        ++asking;
      } else if (is_numbered(item.text)) {
        ++numbered;
        std::string number(leading_number(item.text).number);
        ups += number > before || number.size() > before.size() ? 1U : 0U;
        before = std::move(number);
      }
    }
    if (ups * 4 >= numbered * 3) asking += numbered;
    return asking * 3 >= all || (smells_ && asking * 10 >= all);
  }

  /// Whether a text is nothing but links to places in pages: the questions of a topic, listed.
  static bool is_contents(std::string_view text) {
    bool leads_to_place = false;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      std::string_view line = trimmed(text.substr(0, end));
      text.remove_prefix(std::min(text.size(), end + 1));
      if (line.empty()) continue;
      line.remove_prefix(std::min(line.find_first_not_of("0123456789.-*() "), line.size()));
      if (!line.starts_with('[')) return false;
      const std::size_t close = line.find(']');
      if (close == std::string_view::npos) return false;
      const std::string_view behind = line.substr(close + 1);
      if (!behind.empty() && !behind.starts_with(": ") && !behind.starts_with('(')) return false;
      leads_to_place = leads_to_place || behind.find('#') != std::string_view::npos;
    }
    return leads_to_place;
  }

  const std::vector<PageItem>& items_;
  const PageFacts& facts_;
  bool smells_;
};

}  // namespace

std::size_t number_size(std::string_view text) {
  if (const std::size_t size = leading_number(text).size; size > 0) return size;
  const std::size_t end = text.find_first_not_of("0123456789.");
  return end != std::string_view::npos && end > 0 && text[0] != '.' &&
                 text.substr(end).starts_with(": ")
             ? end + 2
             : 0;
}

void find_questions(const std::vector<PageItem>& items, const PageFacts& facts,
                    const std::function<void(PageQuestion)>& tell) {
  Decision(items, facts).tell_questions(tell);
}

}  // namespace answers
