#include "corpus/outline/outline.h"

#include "corpus/characters/characters.h"
#include "corpus/characters/indent.h"
#include "corpus/deliver.h"
#include "corpus/input/walk.h"
#include "corpus/listener.h"
#include "corpus/wording/answer_text.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/difficulty.h"
#include "corpus/wording/furniture.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace answers {
namespace {

/// In a document that does not say that it is about questions, so many headings have to end in a
/// question mark: a tutorial has one "What next?".
constexpr std::size_t fewest_marked = 3;

/// A TODO heading with no more words below it says that the answer will come.
constexpr std::size_t fewest_words_of_an_answer = 9;

struct Look {
  bool has_text = false;  ///< of its own, above the next heading
  bool marked = false;    ///< has a question mark
  bool asks = false;
  Furniture furniture = Furniture::none;

  bool may_be_question(const Heading& heading) const {
    return !heading.title.empty() && furniture != Furniture::contents &&
           (furniture == Furniture::none || heading.counted || marked);
  }
};

struct Census {
  std::size_t with_text = 0;
  std::size_t marked = 0;
  std::size_t asking = 0;

  bool mostly(std::size_t asked) const { return asked * 10 >= with_text * 3; }
};

/// The lines of a heading's own text end at the next heading, wherever that stands.
std::size_t own_end(const Outline& outline, std::size_t index) {
  const auto& headings = outline.headings;
  if (headings[index].apart) return headings[index].end;
  const std::size_t next =
      index + 1 < headings.size() ? headings[index + 1].line : outline.lines->count();
  const std::size_t end = headings[index].end == 0 ? next : std::min(next, headings[index].end);
  return std::max(end, headings[index].text);
}

/// Whether lines [first, last) hold more than trimmings. Most answers show that at once.
bool has_text(const Outline& outline, std::size_t first, std::size_t last) {
  constexpr std::size_t beginning = 6;  // lines
  if (outline.lines_stand_alone && last - first > 2 * beginning) {
    const std::string text = outline.text_of(first, first + beginning);
    // The label of a fold may be long.
    if (text.find("<details") == std::string::npos && !trim_answer(text).empty()) return true;
  }
  return !trim_answer(outline.text_of(first, last)).empty();
}

std::vector<Look> look_at(const Outline& outline) {
  std::vector<Look> looks(outline.headings.size());
  for (std::size_t i = 0; i < looks.size(); ++i) {
    const Heading& heading = outline.headings[i];
    Look& look = looks[i];
    look.has_text = !heading.lead.empty() || has_text(outline, heading.text, own_end(outline, i));
    look.marked = heading.told || has_question_mark(heading.title);
    look.asks = look.marked || asks(heading.title);
    look.furniture = furniture_of(heading.title);
  }
  return looks;
}

/// The levels of questions among headings [first, last), outermost first.
std::vector<std::size_t> question_levels(const Outline& outline, const std::vector<Look>& looks,
                                         std::size_t first, std::size_t last, bool about) {
  std::map<std::size_t, Census> levels;
  for (std::size_t i = first; i < last; ++i) {
    const Look& look = looks[i];
    if (!look.has_text || !look.may_be_question(outline.headings[i])) continue;
    Census& census = levels[outline.headings[i].level];
    ++census.with_text;
    if (look.marked) ++census.marked;
    if (look.asks) ++census.asking;
  }
  if (levels.empty()) return {};
  const auto asked = [about](const auto& level) {
    return about ? level.second.asking : level.second.marked;
  };
  auto chief = std::ranges::max_element(levels, {}, asked);
  const bool enough = about ? asked(*chief) > 0 : asked(*chief) >= fewest_marked;
  if (!enough || !chief->second.mostly(asked(*chief))) {
    if (!about) return {};
    // Its title says that these are questions; then the level with the most text holds them.
    const auto proper_end = levels.lower_bound(lesser_level);
    chief =
        std::max_element(levels.begin(), proper_end == levels.begin() ? levels.end() : proper_end,
                         [](const auto& one, const auto& other) {
                           return one.second.with_text < other.second.with_text;
                         });
  }
  std::vector<std::size_t> questions;
  for (const auto& [level, census] : levels) {
    const bool outer = level < chief->first && census.marked >= 2 && census.mostly(census.marked);
    const bool inner = level > chief->first && census.marked * 2 >= asked(*chief) &&
                       census.marked >= 2 && census.mostly(census.marked);
    if (level == chief->first || outer || inner) questions.push_back(level);
  }
  return questions;
}

/// One past the last heading below headings[index].
std::size_t subtree_end(const std::vector<Heading>& headings, std::size_t index) {
  std::size_t end = index + 1;
  while (end < headings.size() && headings[end].level > headings[index].level) ++end;
  return end;
}

/// Whether the headings right below headings[index] are questions rather than parts of its answer.
bool children_ask(const Outline& outline, const std::vector<Look>& looks, std::size_t index,
                  bool about) {
  const auto& headings = outline.headings;
  std::size_t children = 0;
  std::size_t asking = 0;
  const std::size_t level = headings[index + 1].level;
  for (std::size_t i = index + 1; i < headings.size() && headings[i].level > headings[index].level;
       ++i) {
    if (headings[i].level != level) continue;
    ++children;
    if (looks[i].asks) ++asking;
  }
  return asking * 2 >= children || (about && headings[index].counted && !looks[index].asks);
}

class RoleGiver {
 public:
  RoleGiver(const Outline& outline, const std::vector<Look>& looks, bool about,
            std::vector<std::size_t> levels)
      : outline_(outline), looks_(looks), about_(about), levels_(std::move(levels)) {}

  void give(std::vector<HeadingRole>& roles, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) roles[i] = role_of(i, last);
  }

 private:
  HeadingRole role_of(std::size_t index, std::size_t last) {
    const Heading& heading = outline_.headings[index];
    const Look& look = looks_[index];
    const std::size_t level = heading.level;
    while (!promoted_.empty() && promoted_.back().parent >= level) promoted_.pop_back();
    if (contents_ != none && level > contents_) return HeadingRole::furniture;
    contents_ = none;
    const bool promoted = !promoted_.empty() && promoted_.back().child == level;
    const bool entries = promoted || std::ranges::find(levels_, level) != levels_.end();
    if (!entries && open_ != none && level > open_) return HeadingRole::part;
    if (look.furniture == Furniture::contents) {
      contents_ = level;
      open_ = none;
      return HeadingRole::furniture;
    }
    if (entries) return entry(index, last, promoted);
    open_ = none;
    const bool drifted = look.marked && look.has_text && look.may_be_question(heading);
    if (!drifted) return HeadingRole::section;
    open_ = level;
    return HeadingRole::question;
  }

  /// A heading on a level of questions.
  HeadingRole entry(std::size_t index, std::size_t last, bool promoted) {
    const Heading& heading = outline_.headings[index];
    const Look& look = looks_[index];
    const bool has_children =
        index + 1 < last && outline_.headings[index + 1].level > heading.level;
    if (!look.may_be_question(heading)) {
      // "References" among questions is no part of the one above it when it stands beside it.
      open_ = none;
      return HeadingRole::furniture;
    }
    if (!look.has_text && has_children && children_ask(outline_, looks_, index, about_)) {
      promoted_.push_back({heading.level, outline_.headings[index + 1].level});
      open_ = none;
      return HeadingRole::section;
    }
    if (!look.has_text && !has_children && !look.asks && !(about_ && !promoted)) {
      open_ = none;
      return HeadingRole::section;
    }
    open_ = heading.level;
    return HeadingRole::question;
  }

  struct Promotion {
    std::size_t parent;
    std::size_t child;
  };
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  const Outline& outline_;
  const std::vector<Look>& looks_;
  bool about_;
  std::vector<std::size_t> levels_;
  std::vector<Promotion> promoted_{};  // of the sections above, whose children are questions
  std::size_t open_ = none;            // level of the question whose answer goes on
  std::size_t contents_ = none;        // level of the table of contents that goes on
};

/// A title that says no more than that questions follow.
bool says_nothing(std::string_view title) {
  return title.empty() ||
         (furniture_of(title) != Furniture::none &&
          (furniture_of(title) == Furniture::contents || smells_of_questions(title)));
}

/// "How do I..." above "Change my fonts": the one completes the other.
std::string completed(std::string_view section, std::string_view title) {
  std::string_view begin = trimmed(section);
  const bool open = begin.ends_with("...") || begin.ends_with("…");
  if (!open || asks(title.substr(0, title.find(' ')))) return std::string(title);
  while (begin.ends_with('.') || begin.ends_with("…") || begin.ends_with(' '))
    begin.remove_suffix(begin.ends_with("…") ? std::string_view("…").size() : 1);
  if (begin.empty() || title.empty()) return std::string(title);
  std::string whole = std::string(begin) + ' ' + std::string(title);
  char& first = whole[begin.size() + 1];
  const char second = title.size() > 1 ? title[1] : ' ';
  // "Use", but not "INN" nor "A".
  if (first >= 'A' && first <= 'Z' && second >= 'a' && second <= 'z')
    first = static_cast<char>(first + ('a' - 'A'));
  return whole;
}

/// Whether `title` begins with a label that only questions have: "Q:", "Question 3.".
std::optional<Label> question_label(std::string_view title) {
  const auto label = leading_label(title);
  const bool plain = label && label->kind == LabelKind::question && !label->rest.empty() &&
                     (!label->lone_letter || title.starts_with('Q') || title.starts_with('q'));
  return plain ? label : std::nullopt;
}

/// A title without its label, its number (where the questions are `numbered`), its grade.
void undress(Record& record, bool numbered) {
  const std::string whole = std::exchange(record.question, {});
  std::string_view title = whole;
  if (const auto label = question_label(title)) {
    title = label->rest;
    // What a label asks, a label answers.
    if (const auto answer = leading_label(record.answer);
        answer && answer->kind == LabelKind::answer && !answer->rest.empty())
      record.answer = std::string(answer->rest);
  } else if (const LeadingNumber number = leading_number(title); numbered && number.size > 0) {
    title = trimmed(title.substr(number.size));
  }
  if (std::string difficulty = take_difficulty(title);
      !difficulty.empty() && record.difficulty.empty())
    record.difficulty = std::move(difficulty);
  record.question = title;
}

/// Whether half of the questions have a number: a single "404: …" is none.
bool are_numbered(const std::vector<Heading>& headings, const std::vector<HeadingRole>& roles) {
  std::size_t questions = 0;
  std::size_t numbered = 0;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (roles[i] != HeadingRole::question) continue;
    ++questions;
    if (leading_number(headings[i].title).size > 0) ++numbered;
  }
  return numbered * 2 >= questions;
}

/// Whether a text is too short to be more than a note that it will be written.
bool is_promise(std::string_view text) {
  std::size_t words = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    // "#+begin_quote" is markup.
    if (!text.starts_with("#+")) words += count_words(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return words < fewest_words_of_an_answer;
}

/// Without blank lines at both ends.
std::string_view without_blank_lines(std::string_view text) {
  const std::string_view inner = trimmed(text);
  if (inner.empty()) return inner;
  const std::size_t begin = text.rfind('\n', static_cast<std::size_t>(inner.data() - text.data()));
  text.remove_prefix(begin == std::string_view::npos ? 0 : begin + 1);
  return text.substr(0, static_cast<std::size_t>(inner.data() + inner.size() - text.data()));
}

struct Topic {
  std::size_t level;
  std::string_view title;
};

}  // namespace

Place place_of(const TextLines& lines, std::size_t first, std::size_t last) {
  last = std::min(std::max(last, first + 1), lines.count());
  first = std::min(first, last);
  while (last > first + 1 && is_blank(lines.line(last - 1))) --last;
  return {lines.path, first + 1, last, lines.bytes_in_file[first], lines.bytes_in_file[last]};
}

bool name_is_about_questions(std::string_view path) {
  const std::string_view name = file_name(path);
  const std::string_view stem = name.substr(0, name.find('.'));
  // "perlfaq5", "00FAQ", "sedfaq" are one word each.
  return smells_of_questions(stem) || lower_ascii(stem).find("faq") != std::string::npos;
}

std::vector<HeadingRole> heading_roles(const Outline& outline) {
  const auto& headings = outline.headings;
  if (headings.empty()) return {};
  const std::vector<Look> looks = look_at(outline);
  std::vector<HeadingRole> roles(headings.size(), HeadingRole::section);
  const auto give = [&](std::size_t first, std::size_t last, bool about) {
    std::vector<std::size_t> levels = question_levels(outline, looks, first, last, about);
    if (levels.empty()) return false;
    RoleGiver(outline, looks, about, std::move(levels)).give(roles, first, last);
    return true;
  };
  // One heading above all others is the title.
  const bool titled = headings.size() > 1 && subtree_end(headings, 0) == headings.size();
  const std::size_t first = titled ? 1 : 0;
  const bool about = outline.about_questions || smells_of_questions(outline.title) ||
                     name_is_about_questions(outline.lines->path) ||
                     (first == 1 && smells_of_questions(headings[0].title));
  if (give(first, headings.size(), about)) return roles;
  // A section of frequently asked questions inside something else.
  bool any = false;
  for (std::size_t i = first; i < headings.size();) {
    const std::size_t end = subtree_end(headings, i);
    if (!announces_faq(headings[i].title)) {
      ++i;
      continue;
    }
    any |= end > i + 1 && give(i + 1, end, true);
    i = end;
  }
  return any ? roles : std::vector<HeadingRole>{};
}

std::size_t count_questions(const std::vector<HeadingRole>& roles) {
  return static_cast<std::size_t>(std::ranges::count(roles, HeadingRole::question));
}

std::size_t deliver_outline(const Outline& outline, const std::vector<HeadingRole>& roles,
                            Listener& listener) {
  const auto& headings = outline.headings;
  if (count_questions(roles) == 0) return 0;
  std::vector<std::size_t> ends(headings.size());  // the next heading that is no part
  for (std::size_t i = headings.size(), end = headings.size(); i-- > 0;) {
    ends[i] = end;
    if (roles[i] != HeadingRole::part) end = i;
  }
  const auto first_question =
      static_cast<std::size_t>(std::ranges::find(roles, HeadingRole::question) - roles.begin());
  listener.on_sighting(
      {outline.lines->path, headings[first_question].line + 1, outline.shape,
       fmt::format("{} of {} entries are questions, the first is \"{}\"", count_questions(roles),
                   headings.size(), headings[first_question].title)});
  const bool numbered = are_numbered(headings, roles);
  std::vector<Topic> above;
  std::size_t answered = 0;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const Heading& heading = headings[i];
    while (!above.empty() && above.back().level >= heading.level) above.pop_back();
    if (roles[i] == HeadingRole::question) {
      std::size_t end = ends[i] < headings.size() ? headings[ends[i]].line : outline.lines->count();
      if (heading.end != 0) end = heading.apart ? heading.end : std::min(end, heading.end);
      end = std::max(end, heading.text);
      Record record = heading.given ? *heading.given : Record{};
      for (const std::string& topic : outline.topics) {
        if (!says_nothing(topic)) record.section.push_back(topic);
      }
      for (const Topic& topic : above) {
        if (!says_nothing(topic.title) &&
            (record.section.empty() || record.section.back() != topic.title))
          record.section.emplace_back(topic.title);
      }
      record.question = heading.title;
      record.body = heading.body;
      std::string& text = record.answer;
      text = without_common_indent(outline.text_of(heading.text, end));
      if (!heading.lead.empty()) text.insert(0, 1, '\n').insert(0, heading.lead);
      cut_to(text, outline.rows_are_markup ? without_blank_lines(text) : trim_answer(text));
      undress(record, numbered);
      if (!above.empty()) record.question = completed(above.back().title, record.question);
      if (heading.waiting && is_promise(record.answer)) record.answer.clear();
      record.place = place_of(*outline.lines, heading.line, end);
      if (!record.answer.empty()) ++answered;
      deliver(std::move(record), listener);
    }
    if (roles[i] == HeadingRole::section || roles[i] == HeadingRole::question)
      above.push_back({heading.level, heading.title});
  }
  return answered;
}

}  // namespace answers
