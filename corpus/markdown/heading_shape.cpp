#include "corpus/markdown/heading_shape.h"

#include "corpus/characters/characters.h"
#include "corpus/characters/sixteen_bytes.h"
#include "corpus/outline/about.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"
#include "corpus/wording/trouble_labels.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>

namespace answers::markdown {
namespace {

/// "2.3.17a": the last component counts, what stands before it is the part it counts in.
struct Number {
  std::uint32_t depth = 1;
  std::string_view part{};
  int last = 0;
};

std::optional<Number> parse_number(std::string_view text) {
  if (text.empty()) return std::nullopt;
  Number number;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '.' && text[at] != '-') continue;
    ++number.depth;
    begin = at + 1;
  }
  number.part = text.substr(0, begin);
  for (const char byte : text.substr(begin)) {
    if (byte >= '0' && byte <= '9' && number.last < 1'000'000)
      number.last = number.last * 10 + (byte - '0');
  }
  return number;
}

/// Behind emphasis, anchors, emoji and link brackets that stand before a number: "**3.", "[Q1",
/// "<a name=…></a>64.", "# 1.".
std::string_view behind_dress(std::string_view title) {
  for (;;) {
    title = trimmed(title);
    if (title.starts_with('*') || title.starts_with('_') || title.starts_with('[') ||
        title.starts_with("# ")) {
      title.remove_prefix(1);
    } else if (title.starts_with('<')) {
      const std::size_t end = title.substr(0, 200).find('>');
      if (end == std::string_view::npos) return title;
      title.remove_prefix(end + 1);
    } else {
      return title;
    }
  }
}

/// The value of "IV." or "iv)" at the beginning; 0 when there is none.
std::size_t leading_roman(std::string_view title) {
  return leading_ordinal(title) == 0 ? 0 : roman_value(title.substr(0, title.find_first_of(".)")));
}

/// How a heading looks beside its level: plain ones and numbered ones are no siblings.
enum Look : std::uint32_t { plain, labelled, in_list_item, numbered };

struct Dress {
  std::uint32_t look = plain;
  std::optional<Number> number{};
  bool told = false;
  bool bare = false;  ///< a label and nothing else: "Question" or, above many, "Questions"
};

Dress dress_of(const Heading& heading) {
  const std::string_view title = behind_dress(heading.title);
  if (const auto label = leading_label(title);
      label && label->kind == LabelKind::question && !heading.lettered) {
    // "P. …" and "F: …" are labels in company only.
    const bool letter = label->lone_letter && !title.starts_with('Q') && !title.starts_with('q');
    const bool bare = label->rest.empty() && label->number.empty();
    if (!letter) return {labelled, parse_number(label->number), !bare, bare};
  }
  if (names_trouble(title)) return {labelled, std::nullopt, true};
  if (!heading.number.empty()) return {in_list_item, parse_number(heading.number)};
  if (const LeadingNumber number = leading_number(title); number.size > 0) {
    const auto parsed = parse_number(number.number);
    return {
        heading.in_list_item ? static_cast<std::uint32_t>(in_list_item) : numbered + parsed->depth,
        parsed};
  }
  if (const std::size_t value = leading_roman(title); value > 0)
    return {numbered, Number{1, {}, static_cast<int>(value)}};
  return {heading.in_list_item ? in_list_item : plain, std::nullopt};
}

/// "#1", "12.", "3-2": what stands below such a heading is an entry of that number.
bool is_number_alone(std::string_view title) {
  constexpr std::size_t longest = 3;  // bytes; of more digits it is a year
  while (title.starts_with('#') || title.starts_with(' ')) title.remove_prefix(1);
  if (title.ends_with('.') || title.ends_with(')')) title.remove_suffix(1);
  return !title.empty() && title.front() != '-' &&
         title.substr(0, title.find('-')).size() <= longest &&
         title.find_first_not_of("0123456789-") == std::string_view::npos;
}

/// Whether "Answers" stands once, over headings that ask: a section, and not the answer to what
/// stands above it.
bool answers_are_a_section(std::span<const Heading> headings) {
  const auto announces = std::ranges::find_if(headings, &Heading::announces_answer);
  if (announces == headings.end()) return false;
  if (announces != headings.begin()) {
    const Heading& above = *std::prev(announces);
    const auto& label = above.label;
    if (above.level == announces->level && label && label->kind == LabelKind::question)
      return false;
  }
  std::size_t asking = 0;
  for (auto below = announces + 1; below != headings.end(); ++below) {
    if (below->announces_answer) return false;
    if (below->level > announces->level && ends_in_question_mark(below->title)) ++asking;
  }
  return asking >= 2;
}

/// Which headings name a part of the trouble above them ("Symptom", "Cause", "解决方案"), where two
/// troubles have a remedy at least: one alone is a chapter of a report.
std::vector<bool> parts_of_troubles(std::span<const Heading> headings) {
  std::vector<bool> parts(headings.size());
  const Heading* above = nullptr;     // the nearest that names no part
  const Heading* remedied = nullptr;  // the last one with a remedy
  std::size_t troubles = 0;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const auto kind = trouble_named(headings[i].title);
    parts[i] = kind && above != nullptr && headings[i].level > above->level;
    if (!parts[i]) {
      above = &headings[i];
    } else if (*kind == TroubleKind::remedy && above != remedied) {
      remedied = above;
      ++troubles;
    }
  }
  if (troubles < 2) parts.clear();
  return parts;
}

/// Whether a list stands between two places: "# Questions" with one and "# Answers" with another
/// are two lists.
bool holds_list(const Document& document, std::size_t begin, std::size_t end) {
  for (std::size_t line = document.line_at(begin); line < document.line_at(end); ++line) {
    if (document[line].kind == Kind::list_item) return true;
  }
  return false;
}

Found found_of(const Document& document, const Heading& heading) {
  Found found;
  found.begin = document.byte(heading.line);
  found.title = heading.whole;
  found.rest = document.byte(std::min(heading.end_line, document.count()));
  found.level = heading.level;
  found.lettered = heading.lettered;
  if (heading.in_list_item) {
    // The answer is the item's further content, indented as far as its own first line.
    const std::size_t below = document.skip_blank(heading.end_line, document.count());
    if (below < document.count()) found.indent = document[below].indent;
  }
  return found;
}

/// "What is it?", "When to use it?" below one question after the other: a template of answers.
/// Words that ask and stand below three of the headings of a style, most of which ask, are parts of
/// their answers; where most that ask there are such, so are the others ("Why does it break?").
void mark_asking_templates(std::vector<Candidate>& candidates) {
  constexpr std::size_t often = 3;
  struct Style {  // headings of one level below those that look alike
    std::size_t parents = 0;
    std::size_t asking_parents = 0;
    std::vector<std::pair<std::size_t, std::size_t*>> asking{};  // candidate: how often its words
    std::unordered_map<std::string, std::size_t> words{};
  };
  std::map<std::array<std::uint32_t, 3>, Style> styles;
  std::vector<std::size_t> open;
  Style* last_style = nullptr;
  std::size_t last_parent = candidates.size();
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Block& block = candidates[i].block;
    if (block.is_answer || block.never) continue;
    while (!open.empty() && candidates[open.back()].block.level >= block.level) open.pop_back();
    if (!open.empty() && block.asking >= Asking::clause && !block.told) {
      const Block& parent = candidates[open.back()].block;
      Style& style = styles[{parent.level, parent.look, block.level}];
      if (&style != last_style || open.back() != last_parent) {
        ++style.parents;
        style.asking_parents += parent.asking >= Asking::words ? 1U : 0U;
      }
      last_style = &style;
      last_parent = open.back();
      std::string_view title = candidates[i].found.title;
      title.remove_prefix(std::min(title.find_first_not_of("# "), title.size()));
      std::size_t& count = style.words[folded_words(title.substr(leading_number(title).size))];
      ++count;
      style.asking.emplace_back(i, &count);
    }
    open.push_back(i);
  }
  for (auto& [key, style] : styles) {
    if (style.asking_parents * 2 <= style.parents) continue;
    const auto repeats = [](const auto& each) { return *each.second >= often; };
    const auto of_template = static_cast<std::size_t>(std::ranges::count_if(style.asking, repeats));
    const bool all = of_template * 2 > style.asking.size();
    for (const auto& each : style.asking)
      candidates[each.first].block.repeats = all || repeats(each);
  }
}

bool is_plain(std::string_view title) {
  return find_byte(title, 0, [](const Sixteen& bytes) {
           return (bytes == '[') | (bytes == '<') | (bytes == '*') | (bytes == '_') |
                  (bytes == '`') | (bytes == '\\');
         }) == title.size();
}

}  // namespace

void add_headings(const Document& document, std::vector<Candidate>& candidates) {
  const auto headings = document.headings();
  const bool is_section = answers_are_a_section(headings);
  const std::vector<bool> parts = parts_of_troubles(headings);
  std::unordered_map<std::string, std::size_t> repeats;
  std::vector<std::pair<std::size_t, std::size_t*>> times;  // candidate: how often its words stand
  struct Count {
    std::optional<Number> last{};
    bool counts = false;
    std::vector<std::size_t> members{};
  };
  std::map<std::pair<std::uint32_t, std::uint32_t>, Count> counts;  // by level and look
  std::map<std::uint32_t, std::vector<std::size_t>> depths;  // candidates by parts of a number
  constexpr auto none = static_cast<std::size_t>(-1);
  std::size_t above = none;     // candidate: the heading above, no answer's
  std::size_t answered = none;  // candidate: with a heading of its answer above this one
  std::uint32_t level_of_answer = 0;
  bool bare = false;            // it is a label and nothing else
  bool numbered_above = false;  // it is a number and nothing else
  for (const Heading& heading : headings) {
    const Code code = document[heading.line].code;
    if (code == Code::yes || document.is_contents(heading.line) || is_blank(heading.title))
      continue;
    Candidate candidate;
    Block& block = candidate.block;
    block.level = static_cast<std::uint32_t>(heading.level) * 10;
    block.begin = document.byte(heading.line);
    block.furniture = heading.furniture;
    const bool known = above < candidates.size();
    const auto index_of_heading = static_cast<std::size_t>(&heading - headings.data());
    if (known && !parts.empty() && parts[index_of_heading] && code == Code::no) {
      candidates[above].block.answered = true;
      block.level = candidates[above].block.level + 5;
      block.is_answer = true;
      candidates.push_back(std::move(candidate));
      continue;
    }
    // "### Q: …" and "### A: …".
    if (known && candidates[above].block.told && candidates[above].block.level == block.level) {
      const auto label = leading_label(behind_dress(heading.title));
      if (label && label->lone_letter && label->kind == LabelKind::answer) {
        Candidate& asked = candidates[above];
        asked.block.answered = true;
        asked.found.lone_letters = true;
        asked.found.at_least = document.byte(std::min(heading.end_line, document.count()));
        block.level += 5;
        block.is_answer = true;
        candidates.push_back(std::move(candidate));
        continue;
      }
    }
    if (heading.announces_answer && !is_section) {
      if (code != Code::no) continue;
      // Without a question above it is the section of all that are answered.
      block.never = true;
      block.furniture = Furniture::project;
      // Beside its question or below it, over all that is deeper than the question; "FAQ" is none.
      const bool over_many = known && candidates[above].block.about == faq &&
                             candidates[above].block.asking == Asking::no;
      if (known && !over_many && candidates[above].block.level <= block.level) {
        Candidate& asked = candidates[above];
        const bool beside = asked.block.level == block.level;
        const bool question = bare && !holds_list(document, asked.found.rest, block.begin);
        if ((!beside && !bare) || asked.block.told || question ||
            asked.block.asking >= Asking::task) {
          asked.block.told |= question;
          block.level = asked.block.level + 5;
          block.is_answer = true;
          asked.block.answered = true;
          if (asked.found.at_least == 0) asked.found.at_least = block.begin;
          answered = above;
          level_of_answer = static_cast<std::uint32_t>(heading.level) * 10;
        }
      }
      candidates.push_back(std::move(candidate));
      continue;
    }
    block.asking = how_asks(is_plain(heading.title) ? std::string(heading.title)
                                                    : plain_inline(heading.title));
    // In a fence that somebody forgot to close only what asks is a heading for sure.
    if (code != Code::no && block.asking != Asking::mark) continue;
    const Dress dress = dress_of(heading);
    block.look = dress.look;
    block.told = dress.told;
    block.announces = leads_in(heading.title, block.asking);
    // "### Exercise", "#### Answer", "#### Why does it float?": beside the answer stands another.
    if (answered < candidates.size() && block.level <= level_of_answer) {
      Candidate& asked = candidates[answered];
      if (block.level > asked.block.level && block.asking == Asking::mark)
        asked.block.end = asked.found.end = block.begin;
      answered = none;
    }
    block.about = about_of_title(heading.title, heading.announced);
    const std::size_t index = candidates.size();
    if (dress.number && code == Code::no) {
      Count& count = counts[{block.level, block.look}];
      const Number& now = *dress.number;
      const bool same_part = count.last && count.last->part == now.part;
      count.counts = count.counts || (same_part && now.last == count.last->last + 1);
      count.last = now;
      count.members.push_back(index);
      depths[now.depth].push_back(index);
    }
    if (block.asking < Asking::clause && !block.told) {
      const std::string_view title = heading.title;
      std::size_t& count = repeats[folded_words(title.substr(leading_number(title).size))];
      ++count;
      times.emplace_back(index, &count);
    }
    if (numbered_above && known && candidates[above].block.level < block.level) block.told = true;
    numbered_above = is_number_alone(heading.title);
    candidate.found = found_of(document, heading);
    candidates.push_back(std::move(candidate));
    // "题目：…", "出题人：…", "参考答案：…": the labelled one is the question.
    const bool passes = known && candidates[above].block.told && !dress.told && !dress.bare &&
                        candidates[above].block.level == candidates[index].block.level;
    if (code != Code::no || passes) continue;
    above = index;
    bare = dress.bare;
  }
  // "Code", "Time complexity", "Пример" again and again: parts of answers.
  constexpr std::size_t often = 3;
  for (const auto& [index, count] : times) candidates[index].block.repeats = *count >= often;
  mark_asking_templates(candidates);
  const auto most =
      std::ranges::max_element(depths, {}, [](const auto& each) { return each.second.size(); });
  for (const auto& [depth, members] : depths) {
    if (depth <= most->first) continue;
    for (const std::size_t index : members) candidates[index].block.deep = true;
  }
  for (auto& [style, count] : counts) {
    if (!count.counts) continue;
    for (const std::size_t index : count.members) candidates[index].block.counted = true;
  }
}

}  // namespace answers::markdown
