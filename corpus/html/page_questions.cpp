#include "corpus/html/page_questions.h"

#include "corpus/characters/characters.h"
#include "corpus/html/page_furniture.h"
#include "corpus/wording/furniture.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace answers {
namespace {

class Decision {
 public:
  Decision(const std::vector<PageItem>& items, const PageFacts& facts)
      : items_(items),
        facts_(facts),
        smells_(smells_of_questions(facts.name) || smells_of_questions(facts.title)) {
    decide_on_levels();
    decide_on_pairs();
  }

  void tell_questions(const std::function<void(PageQuestion)>& tell) const {
    if (tell_labelled(tell)) return;
    std::vector<std::pair<int, std::string>> above;  // headings that are topics, by their level
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const PageItem& item = items_[i];
      if (item.kind == PageItem::Kind::content) continue;
      if (item.kind == PageItem::Kind::pair) {
        if (!is_taken(item) || is_contents(item.answer)) continue;
        tell({&item, item.text, item.answer, last_line_before(i + 1), &above});
        continue;
      }
      while (!above.empty() && above.back().first >= item.level) above.pop_back();
      if (!is_question(i)) {
        if (item.level != bold_level) above.emplace_back(item.level, clean_heading(item.text));
        continue;
      }
      const Below answer = below(i);
      if (is_contents(answer.text)) continue;
      tell({&item, item.text, answer.text, last_line_before(answer.end), &above});
      i = answer.end - 1;
    }
  }

 private:
  static bool is_numbered(std::string_view text) { return number_size(text) > 0; }

  std::size_t last_line_before(std::size_t next) const {
    const std::size_t line = next < items_.size() ? items_[next].line : facts_.lines + 1;
    return std::max<std::size_t>(line, 1) - 1;
  }

  /// An item as a part of an answer.
  static std::string as_text(const PageItem& item) {
    switch (item.kind) {
      case PageItem::Kind::content:
        return item.text;
      case PageItem::Kind::pair:
        return "**" + item.text + "**\n\n" + item.answer;
      case PageItem::Kind::heading:
        break;
    }
    if (item.level == bold_level) return "**" + item.text + "**";
    return std::string(static_cast<std::size_t>(item.level), '#') + ' ' + item.text;
  }

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
      if (item.kind == PageItem::Kind::pair && is_taken(item)) break;
      if (item.kind == PageItem::Kind::heading && item.level <= items_[at].level) break;
      if (item.kind == PageItem::Kind::heading &&
          (furniture_of(item.text) == Furniture::project || invites_to_ask(item.text)))
        break;
      result.text += (result.text.empty() ? "" : "\n\n") + as_text(item);
    }
    result.end = i;
    return result;
  }

  // ---- Which headings ask ----

  struct Level {
    std::size_t all = 0;
    std::size_t asking = 0;
    std::size_t numbered = 0;
    std::size_t only_numbered = 0;  ///< and without a mark
    std::size_t answered = 0;
    bool asks = false;
    bool by_number = false;  ///< then what has none is no question
  };

  static bool may_ask(const PageItem& item) {
    return item.kind == PageItem::Kind::heading && furniture_of(item.text) == Furniture::none &&
           !invites_to_ask(item.text);
  }

  bool has_text(std::size_t at) const {
    return at + 1 < items_.size() &&
           (items_[at + 1].kind == PageItem::Kind::content ||
            (items_[at + 1].kind == PageItem::Kind::pair && !is_taken(items_[at + 1])));
  }

  /// A level asks where most of its headings do, or count.
  void decide_on_levels() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const PageItem& item = items_[i];
      if (!may_ask(item)) continue;
      Level& level = levels_[static_cast<std::size_t>(item.level)];
      ++level.all;
      const bool mark = ends_in_question_mark(item.text);
      level.asking += mark ? 1U : 0U;
      const bool number = is_numbered(item.text);
      level.numbered += number ? 1U : 0U;
      level.only_numbered += number && !mark ? 1U : 0U;
      const bool answered = i + 1 < items_.size() && items_[i + 1].kind == PageItem::Kind::content;
      level.answered += answered ? 1U : 0U;
    }
    const bool faq = smells_ || std::ranges::any_of(items_, &PageItem::sure);
    std::size_t most = 0;
    for (std::size_t number = 1; number < levels_.size(); ++number) {
      Level& level = levels_[number];
      // Clauses of a law and steps are numbered too: one in five has to ask.
      const std::size_t counted =
          faq || level.asking * 5 >= level.only_numbered ? level.only_numbered : std::size_t{0};
      const std::size_t asking = level.asking + counted;
      // A page named an FAQ asks seldom and answers all the same.
      const bool announced = announces_faq(facts_.name) && asking >= 3 && asking * 10 >= level.all;
      const bool enough = announced || (asking >= 2 && asking * 5 >= level.all * 2) ||
                          (faq && asking >= 1 && level.all <= 3) ||
                          (faq && level.all >= 3 && asking * 4 >= level.all);
      level.asks = enough && level.answered * 2 >= level.all;
      level.by_number = level.numbered * 2 >= level.all;
      if (!level.asks || asking <= most) continue;
      most = asking;
      main_level_ = static_cast<int>(number);
    }
  }

  /// Whether the heading at `at` is one by itself, whatever stands below it.
  bool asks(std::size_t at) const {
    const PageItem& item = items_[at];
    if (!may_ask(item)) return false;
    const Level& level = levels_[static_cast<std::size_t>(item.level)];
    const bool mark = ends_in_question_mark(item.text);
    if (level.asks) return !level.by_number || mark || is_numbered(item.text);
    // Between the topics of a page of questions.
    return mark && item.level < main_level_ && has_text(at);
  }

  /// Whether it is a question and what stands below its answer, and not a topic with questions.
  bool is_question(std::size_t at) const {
    if (!asks(at)) return false;
    const int level = items_[at].level;
    const bool text = has_text(at);
    const bool mark = ends_in_question_mark(items_[at].text);
    for (std::size_t i = at + 1; i < items_.size(); ++i) {
      const PageItem& item = items_[i];
      if (item.kind == PageItem::Kind::content) continue;
      if (item.kind == PageItem::Kind::pair) {
        if (!text && is_taken(item)) return false;
        continue;
      }
      if (item.level <= level) break;
      const bool of_topic = (level < main_level_ && item.level == main_level_) ||
                            (!text && (level != main_level_ || !mark));
      if (of_topic && asks(i)) return false;
    }
    return true;
  }

  // ---- Which pairs ask ----

  /// Whether the folds, lists, tables … of the page are questions, and not just folded up. Numbers
  /// say so only where they count up: "1.61.0 · impl Clone" is what was added in a version.
  void decide_on_pairs() {
    struct Pairs {
      std::size_t all = 0;
      std::size_t asking = 0;
      std::size_t told = 0;
      std::size_t numbered = 0;
      std::size_t ups = 0;
      std::string before{};
    };
    std::array<Pairs, shapes> found;
    for (const PageItem& item : items_) {
      if (item.kind != PageItem::Kind::pair || invites_to_ask(item.text)) continue;
      Pairs& pairs = found[static_cast<std::size_t>(item.shape)];
      ++pairs.all;
      pairs.told += item.told ? 1U : 0U;
      if (item.sure || ends_in_question_mark(item.text) || leading_label(item.text)) {
        ++pairs.asking;
        loose_asking_ += item.loose ? 1U : 0U;
      } else if (is_numbered(item.text)) {
        ++pairs.numbered;
        std::string number(leading_number(item.text).number);
        pairs.ups += number > pairs.before || number.size() > pairs.before.size() ? 1U : 0U;
        pairs.before = std::move(number);
      }
    }
    for (std::size_t shape = 0; shape < shapes; ++shape) {
      Pairs& pairs = found[shape];
      if (pairs.ups * 4 >= pairs.numbered * 3) pairs.asking += pairs.numbered;
      taken_[shape] = (pairs.asking * 3 >= pairs.all && pairs.asking > 0) ||
                      (pairs.told * 2 >= pairs.all && pairs.asking * 10 >= pairs.all) ||
                      (smells_ && pairs.asking > 0 && pairs.asking * 10 >= pairs.all);
    }
  }

  bool is_taken(const PageItem& item) const {
    if (item.loose && (loose_asking_ < 2 || !ends_in_question_mark(item.text))) return false;
    return item.sure ||
           (taken_[static_cast<std::size_t>(item.shape)] && !invites_to_ask(item.text));
  }

  // ---- Headings that say "Question" and "Answer" ----

  static bool is_label(const PageItem& item, LabelKind kind) {
    if (item.kind != PageItem::Kind::heading) return false;
    const auto label = leading_label(item.text);
    if (label && label->kind == kind && !label->lone_letter && label->rest.empty()) return true;
    return kind == LabelKind::answer && folded_words(item.text).ends_with(" answer");
  }

  std::size_t count_labels(LabelKind kind) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        items_, [kind](const PageItem& item) { return is_label(item, kind); }));
  }

  /// Items [first, last) as one text.
  std::string joined(std::size_t first, std::size_t last) const {
    std::string text;
    for (std::size_t at = first; at < last; ++at)
      text += (text.empty() ? "" : "\n\n") + as_text(items_[at]);
    return text;
  }

  bool tell_labelled(const std::function<void(PageQuestion)>& tell) const {
    const std::size_t questions = count_labels(LabelKind::question);
    const std::size_t answers = count_labels(LabelKind::answer);
    if (questions + answers == 1) return tell_half_labelled(tell);
    bool found = false;
    for (std::size_t i = 0; i + 2 < items_.size(); ++i) {
      if (!is_label(items_[i], LabelKind::question) ||
          items_[i + 1].kind != PageItem::Kind::content)
        continue;
      std::size_t answer = i + 2;
      while (answer < items_.size() && !is_label(items_[answer], LabelKind::answer) &&
             !is_label(items_[answer], LabelKind::question))
        ++answer;
      if (answer == items_.size() || !is_label(items_[answer], LabelKind::answer)) continue;
      std::size_t end = answer + 1;
      while (end < items_.size() && !is_label(items_[end], LabelKind::question) &&
             (items_[end].kind != PageItem::Kind::heading || items_[end].level > items_[i].level ||
              is_label(items_[end], LabelKind::answer)))
        ++end;
      tell({&items_[i], items_[i + 1].text, joined(answer + 1, end), last_line_before(end),
            &nothing_above_});
      found = true;
      i = end - 1;
    }
    return found;
  }

  /// A page that is one question, and names but one half of it: "Question" above it and its answer
  /// in sections of their own, or a paragraph that asks and "Answer" below it.
  bool tell_half_labelled(const std::function<void(PageQuestion)>& tell) const {
    std::size_t label = 0;
    while (!is_label(items_[label], LabelKind::question) &&
           !is_label(items_[label], LabelKind::answer))
      ++label;
    // "Questions" and "Answers" stand above many; and where many ask, none of them is the page.
    const auto asks = [this](const PageItem& item) {
      return item.kind == PageItem::Kind::pair
                 ? is_taken(item)
                 : item.kind == PageItem::Kind::heading && ends_in_question_mark(item.text);
    };
    if (folded_words(items_[label].text).ends_with('s') || std::ranges::count_if(items_, asks) > 2)
      return false;
    const bool above = is_label(items_[label], LabelKind::question);
    if (above ? label + 2 >= items_.size() : label == 0) return false;
    const PageItem& asked = items_[above ? label + 1 : label - 1];
    if (asked.kind != PageItem::Kind::content) return false;
    std::string_view question = trimmed(asked.text);
    if (!above) question.remove_prefix(question.rfind("\n\n") + 1);  // npos + 1 is 0
    // What else it says is the question's body.
    if (!ends_in_question_mark(question.substr(0, question.find("\n\n", 1)))) return false;
    const std::size_t first = above ? label + 2 : label + 1;
    std::size_t end = first;
    while (end < items_.size() &&
           (items_[end].kind != PageItem::Kind::heading ||
            furniture_of(items_[end].text) == Furniture::none) &&
           (above || items_[end].kind != PageItem::Kind::heading ||
            items_[end].level > items_[label].level))
      ++end;
    const PageItem& at = items_[label];
    tell({&at, std::string(trimmed(question)), joined(first, end), last_line_before(end),
          &nothing_above_});
    return true;
  }

  /// Whether a text is nothing but links to places in pages: the questions of a topic, listed.
  static bool is_contents(std::string_view text) {
    bool leads_to_place = false;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      std::string_view line = trimmed(text.substr(0, end));
      text.remove_prefix(std::min(text.size(), end + 1));
      if (line.empty()) continue;
      line.remove_prefix(std::min(line.find_first_not_of("0123456789.-*#>() "), line.size()));
      if (!line.starts_with('[')) return false;
      const std::size_t close = line.find(']');
      if (close == std::string_view::npos) return false;
      std::string_view behind = line.substr(close + 1);
      while (behind.ends_with('*')) behind.remove_suffix(1);
      if (!behind.empty() && !behind.starts_with(": ") && !behind.starts_with('(')) return false;
      leads_to_place = leads_to_place || behind.find('#') != std::string_view::npos;
    }
    return leads_to_place;
  }

  static constexpr std::size_t shapes = 5;

  const std::vector<PageItem>& items_;
  const PageFacts& facts_;
  bool smells_;
  std::array<Level, bold_level + 1> levels_{};
  int main_level_ = 0;
  std::array<bool, shapes> taken_{};
  std::size_t loose_asking_ = 0;
  const std::vector<std::pair<int, std::string>> nothing_above_{};
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
