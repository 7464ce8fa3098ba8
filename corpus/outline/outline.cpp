#include "corpus/outline/outline.h"

#include "corpus/characters/characters.h"
#include "corpus/characters/indent.h"
#include "corpus/deliver.h"
#include "corpus/listener.h"
#include "corpus/outline/about.h"
#include "corpus/outline/numbered_lines.h"
#include "corpus/outline/telling.h"
#include "corpus/wording/answer_text.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/counting_letters.h"
#include "corpus/wording/difficulty.h"
#include "corpus/wording/furniture.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"
#include "corpus/wording/questions_alone.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace answers {
namespace {

/// A TODO heading with no more words below it says that the answer will come.
constexpr std::size_t fewest_words_of_an_answer = 9;

/// Whether a block below a heading is no more than a line of its text: it asks nothing and nobody
/// says that it does.
bool is_text(const Heading& heading, const Block& block) {
  return heading.kind != BlockKind::heading && block.asking == Asking::no && !heading.told &&
         !heading.answered && !heading.counted;
}

/// Where the lines of each heading's own text end: at the next heading, wherever that stands.
std::vector<std::size_t> own_ends(const Outline& outline, const std::vector<Block>& blocks) {
  const auto& headings = outline.headings;
  std::vector<std::size_t> ends(headings.size());
  std::size_t next = outline.lines->count();
  for (std::size_t i = headings.size(); i-- > 0;) {
    const Heading& heading = headings[i];
    const std::size_t end = heading.end == 0 ? next : std::min(next, heading.end);
    ends[i] = heading.apart ? heading.end : std::max(end, heading.text);
    if (!is_text(heading, blocks[i])) next = heading.line;
  }
  return ends;
}

/// Whether lines [first, last) hold more than trimmings. Most answers show that at once; a fold's
/// label, which is none, is shorter than `longest_label`.
bool has_text(const Outline& outline, std::size_t first, std::size_t last) {
  constexpr std::size_t longest_label = 1000;  // bytes
  for (std::size_t lines = 8; outline.lines_stand_alone && first + lines < last; lines *= 2) {
    const std::string text = outline.text_of(first, first + lines);
    const bool whole = text.size() > longest_label || text.find("<details") == std::string::npos;
    if (whole && !trim_answer(text).empty()) return true;
  }
  return !trim_answer(outline.text_of(first, last)).empty();
}

/// Whether `title` begins with a label that only questions have: "Q:", "Question 3.".
std::optional<Label> question_label(std::string_view title) {
  const auto label = leading_label(title);
  const bool plain = label && label->kind == LabelKind::question && !label->rest.empty() &&
                     (!label->lone_letter || title.starts_with('Q') || title.starts_with('q'));
  return plain ? label : std::nullopt;
}

/// "* Rivers :drill:" with "** Answer" below: what stands above that heading asks, or its own.
void join_answers(Outline& outline) {
  auto& headings = outline.headings;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    Heading* const above = kept > 0 ? &headings[kept - 1] : nullptr;
    const bool answers = above != nullptr && headings[i].kind == BlockKind::heading &&
                         above->kind == BlockKind::heading &&
                         headings[i].level == above->level + 1 && above->body.empty() &&
                         is_answer_label(headings[i].title);
    if (!answers) {
      if (kept != i) headings[kept] = std::move(headings[i]);
      ++kept;
      continue;
    }
    const std::string asked(trimmed(outline.text_of(above->text, headings[i].line)));
    if (!asked.empty() && asked.find('\n') == std::string::npos && has_question_mark(asked)) {
      above->title = outline.plain_text == nullptr ? asked : outline.plain_text(asked);
    } else {
      above->body = asked;
    }
    above->text = headings[i].text;
    above->answered = true;
  }
  headings.erase(headings.begin() + static_cast<std::ptrdiff_t>(kept), headings.end());
}

/// Tells of headings with a number which of them count up, level by level.
void count_up(const std::vector<Heading>& headings, std::vector<Block>& blocks) {
  struct Count {
    std::vector<std::size_t> members{};
    HeadingNumber last{};
    bool counts = false;
  };
  std::map<std::uint32_t, Count> counts;  // by level
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (headings[i].kind != BlockKind::heading || headings[i].counted) continue;
    const auto number = numbered_line(headings[i].title);
    if (!number) continue;
    blocks[i].look = 1;
    Count& count = counts[headings[i].level];
    const HeadingNumber& now = number->number;
    HeadingNumber next = count.last;
    if (next.depth > 0) ++next.parts[next.depth - 1U];
    count.counts = count.counts || (now.depth == next.depth && now.parts == next.parts);
    count.last = now;
    count.members.push_back(i);
  }
  for (const auto& [level, count] : counts) {
    for (const std::size_t index : count.members) blocks[index].counted = count.counts;
  }
}

/// An item of a list whose end is known ends at the next item all the same.
void end_at_siblings(std::vector<Block>& blocks) {
  std::vector<std::size_t> open;  // each with no deeper one behind it
  for (std::size_t i = blocks.size(); i-- > 0;) {
    Block& block = blocks[i];
    while (!open.empty() && blocks[open.back()].level > block.level) open.pop_back();
    if (block.end != 0 && !open.empty()) block.end = std::min(block.end, blocks[open.back()].begin);
    open.push_back(i);
  }
}

/// Whether a title asks nothing and has a list of questions below it that nobody has answered.
bool is_over_questions(const Outline& outline, const Block& block, std::size_t first,
                       std::size_t last) {
  if (block.kind != BlockKind::heading || block.asking > Asking::clause || block.told ||
      block.answered || first >= last)
    return false;
  const std::string_view raw = outline.lines->lines(first, last);
  bool may_ask = false;
  for (const std::string_view mark : {"?", "？", "؟"})
    may_ask = may_ask || raw.find(mark) != std::string_view::npos;
  return may_ask && is_questions_alone(outline.text_of(first, last));
}

/// The headings of an outline, by whose words a table of contents is known in any markup.
class Titles {
 public:
  explicit Titles(const Outline& outline) : outline_(outline) {}

  /// Whether lines [first, last) are a list, two items at least, of nothing but headings.
  bool are_all(std::size_t first, std::size_t last) {
    constexpr std::size_t fewest = 2;
    std::size_t items = 0;
    for (std::size_t line = first; line < last; ++line) {
      const std::string_view text = trimmed(outline_.lines->line(line));
      if (text.empty()) continue;
      const std::string_view item = behind_item_mark(text);
      if (item.size() == text.size() || !is_one(item)) return false;
      ++items;
    }
    return items >= fewest;
  }

 private:
  bool is_one(std::string_view item) {
    if (words_.empty()) {
      for (const Heading& heading : outline_.headings) words_.insert(folded_words(heading.title));
    }
    return words_.contains(folded_words(
        outline_.plain_text == nullptr ? std::string(item) : outline_.plain_text(item)));
  }

  const Outline& outline_;
  std::unordered_set<std::string> words_{};
};

std::vector<Block> blocks_of(const Outline& outline, About about) {
  const auto& headings = outline.headings;
  std::vector<Block> blocks;
  std::vector<std::size_t> labels;                       // with a label
  std::unordered_map<std::string, std::size_t> repeats;  // of titles that ask nothing
  std::uint32_t contents = 0;                            // level of the table of contents above
  SectionOfTroubles askers;                              // or an FAQ's
  for (const Heading& heading : headings) {
    Block block = block_of_title(heading.title);
    block.kind = heading.kind;
    block.level = heading.level;
    block.begin = heading.line + 1;
    if (heading.end > heading.line && !heading.apart) block.end = heading.end + 1;
    const auto label = question_label(heading.title);
    block.told = heading.told || (label && (!label->lone_letter || block.asking >= Asking::words));
    block.answered = heading.answered;
    if (heading.kind == BlockKind::heading) askers.enter(heading.level, block.about >= troubles);
    if ((about >= troubles || askers.holds()) && heading.kind == BlockKind::bold &&
        block.asking < Asking::words && speaks_as_asker(heading.title))
      block.asking = Asking::words;
    block.counted = heading.counted;
    block.deep = heading.deep;
    if (heading.kind == BlockKind::heading && contents != 0 && heading.level <= contents)
      contents = 0;
    block.never = heading.title.empty() || contents != 0;
    if (block.furniture == Furniture::contents && heading.kind == BlockKind::heading &&
        contents == 0)
      contents = heading.level;
    if (block.asking < Asking::clause && !block.told && !block.counted)
      ++repeats[folded_words(heading.title)];
    blocks.push_back(block);
  }
  end_at_siblings(blocks);
  count_up(headings, blocks);
  constexpr std::size_t often = 3;
  const std::vector<std::size_t> ends = own_ends(outline, blocks);
  SectionOfTroubles section;
  Titles titles(outline);
  for (std::size_t i = 0; i < headings.size(); ++i) {
    Block& block = blocks[i];
    if (block.kind == BlockKind::heading && block.asking == Asking::no && !block.told &&
        titles.are_all(headings[i].text, ends[i])) {
      block.never = true;
      block.furniture = Furniture::contents;
    }
    if (block.kind == BlockKind::heading) section.enter(block.level, block.about == troubles);
    const bool given = !headings[i].lead.empty() || !headings[i].answer.empty();
    // Among troubles such a list is what to look at.
    const bool questions_alone = !section.holds() && !given && about != troubles &&
                                 is_over_questions(outline, block, headings[i].text, ends[i]);
    block.has_text = given || (!questions_alone && has_text(outline, headings[i].text, ends[i]));
    if (block.asking >= Asking::clause || block.told || block.counted) continue;
    block.repeats = repeats[folded_words(headings[i].title)] >= often;
  }
  return blocks;
}

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

/// What counts a question and is no part of it.
struct Counted {
  bool by_number = false;
  bool by_letter = false;
};

/// A title without its label, what counts it, its grade.
void undress(Record& record, Counted counted) {
  const std::string whole = std::exchange(record.question, {});
  std::string_view title = whole;
  if (counted.by_letter) {
    title = behind_counting_letter(title);
  } else if (const auto label = question_label(title)) {
    title = label->rest;
    // What a label asks, a label answers.
    if (const auto answer = leading_label(record.answer);
        answer && answer->kind == LabelKind::answer && !answer->rest.empty())
      record.answer = std::string(answer->rest);
  } else if (const LeadingNumber number = leading_number(title);
             counted.by_number && number.size > 0) {
    title = trimmed(title.substr(number.size));
  }
  if (std::string difficulty = take_difficulty(title);
      !difficulty.empty() && record.difficulty.empty())
    record.difficulty = std::move(difficulty);
  record.question = title;
}

/// Whether half of the questions have a number: a single "404: …" is none.
bool are_numbered(const DecidedOutline& decided) {
  std::size_t questions = 0;
  std::size_t numbered = 0;
  for (std::size_t i = 0; i < decided.blocks.size(); ++i) {
    if (!decided.is_question(i)) continue;
    ++questions;
    if (leading_number(decided.outline.headings[i].title).size > 0) ++numbered;
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
  std::uint32_t level;
  std::string_view title;
};

/// Where each heading's text ends: at the next that is a question or a section. A bold line that
/// is no question and above none stands in the answer above it.
std::vector<std::size_t> ends_of(const DecidedOutline& decided) {
  const auto& headings = decided.outline.headings;
  std::vector<std::size_t> ends(headings.size());
  for (std::size_t i = headings.size(), end = headings.size(); i-- > 0;) {
    ends[i] = end < headings.size() ? headings[end].line : decided.outline.lines->count();
    const bool above_question =
        i + 1 < headings.size() && decided.is_question(i + 1) && !decided.blocks[i].has_text;
    const bool topic =
        headings[i].kind == BlockKind::heading || decided.blocks[i].announces || above_question;
    if (decided.is_question(i) || (decided.decision.roles[i] == BlockRole::section && topic))
      end = i;
  }
  return ends;
}

Record record_of(const DecidedOutline& decided, std::size_t index, std::size_t end, Counted counted,
                 const std::vector<Topic>& above) {
  const Outline& outline = decided.outline;
  const Heading& heading = outline.headings[index];
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
  text = heading.answer.empty() ? without_common_indent(outline.text_of(heading.text, end))
                                : heading.answer;
  if (!heading.lead.empty()) {
    text.insert(0, 1, '\n');
    text.insert(0, outline.lead_text == nullptr ? std::string(heading.lead)
                                                : outline.lead_text(heading.lead));
  }
  cut_to(text, outline.rows_are_markup ? without_blank_lines(text) : trim_answer(text));
  undress(record, counted);
  if (!above.empty()) record.question = completed(above.back().title, record.question);
  if (heading.waiting && is_promise(record.answer)) record.answer.clear();
  record.place = place_of(*outline.lines, heading.line, end);
  return record;
}

}  // namespace

Place place_of(const TextLines& lines, std::size_t first, std::size_t last) {
  last = std::min(std::max(last, first + 1), lines.count());
  first = std::min(first, last);
  while (last > first + 1 && is_blank(lines.line(last - 1))) --last;
  return {lines.path, first + 1, last, lines.bytes_in_file[first], lines.bytes_in_file[last]};
}

bool is_paragraph(const TextLines& lines, std::size_t line) {
  return (line == 0 || is_blank(lines.line(line - 1))) &&
         (line + 1 == lines.count() || is_blank(lines.line(line + 1)));
}

std::size_t hanging_end(const TextLines& lines, std::size_t line) {
  const std::size_t indent = indent_of(lines.line(line));
  std::size_t end = line + 1;
  while (end < lines.count() && (is_blank(lines.line(end)) || indent_of(lines.line(end)) > indent))
    ++end;
  return end;
}

std::string_view behind_item_mark(std::string_view text) {
  constexpr std::size_t longest_mark = 5;  // bytes
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos || blank > longest_mark) return text;
  const std::string_view mark = text.substr(0, blank);
  const bool bullet = mark == "-" || mark == "*" || mark == "+";
  const bool number = mark.size() > 1 && (mark.back() == '.' || mark.back() == ')') &&
                      mark.find_first_not_of("0123456789#().") == std::string_view::npos;
  return bullet || number ? trimmed(text.substr(blank)) : text;
}

DecidedOutline decide(Outline outline) {
  join_answers(outline);
  DecidedOutline decided;
  std::string_view first;
  for (const Heading& heading : outline.headings) {
    if (heading.kind != BlockKind::heading) continue;
    first = heading.title;
    break;
  }
  decided.about = std::max(outline.about, about_of_file(outline.lines->path, outline.title, first));
  decided.blocks = blocks_of(outline, decided.about);
  decided.decision = decide(decided.blocks, decided.about);
  decided.outline = std::move(outline);
  return decided;
}

DecidedOutline as_told(Outline outline) {
  DecidedOutline decided;
  decided.blocks = blocks_of(outline, decided.about);
  for (const Heading& heading : outline.headings)
    decided.decision.roles.push_back(heading.told ? BlockRole::question : BlockRole::section);
  decided.outline = std::move(outline);
  return decided;
}

void deliver(const DecidedOutline& decided, Listener& listener) {
  const auto& headings = decided.outline.headings;
  tell({decided.outline.lines->path, decided.outline.form, [](std::size_t line) { return line; }},
       decided.blocks, decided.about, decided.decision, listener);
  const std::vector<std::size_t> ends = ends_of(decided);
  const bool numbered = are_numbered(decided);
  std::vector<LevelledTitle> titles;
  titles.reserve(headings.size());
  for (const Heading& heading : headings)
    titles.push_back({heading.title, static_cast<int>(heading.level)});
  const std::vector<bool> lettered = counted_by_letters(titles);
  std::vector<Topic> above;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const Heading& heading = headings[i];
    while (!above.empty() && above.back().level >= heading.level) above.pop_back();
    if (decided.is_question(i))
      deliver(record_of(decided, i, ends[i], {numbered, lettered[i]}, above), listener);
    else if (decided.decision.roles[i] == BlockRole::part || heading.kind > BlockKind::bold)
      continue;
    above.push_back({heading.level, heading.title});
  }
}

}  // namespace answers
