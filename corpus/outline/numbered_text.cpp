#include "corpus/outline/numbered_text.h"

#include "corpus/characters/characters.h"
#include "corpus/outline/numbered_lines.h"
#include "corpus/wording/labels.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

/// A heading that goes on for longer is the first paragraph of its answer.
constexpr std::size_t most_lines_of_heading = 6;
constexpr std::size_t longest_heading = 500;  // bytes

/// Levels of numbered headings are this far apart, so that titles without a number fit between.
constexpr std::uint32_t level_step = 10;

struct Entry {
  NumberedLine number{};
  std::size_t limit = 0;          ///< the line of the next entry
  std::size_t paragraph_end = 0;  ///< of the paragraph that it begins
  std::size_t asked = 0;          ///< one past the first line that ends in a question mark, in the
                                  ///< paragraph but not at its end; 0: none
  bool has_more = false;          ///< there is text below the paragraph
};

std::vector<Entry> entries_of(const PlainText& text, const NumberChain& chain) {
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < chain.lines.size(); ++i) {
    Entry entry;
    entry.number = chain.lines[i];
    entry.limit = i + 1 < chain.lines.size() ? chain.lines[i + 1].line : text.count();
    const std::size_t line = entry.number.line;
    entry.paragraph_end = std::min(text.paragraph_end(line), entry.limit);
    for (std::size_t k = line; k + 1 < entry.paragraph_end && k < line + most_lines_of_heading;
         ++k) {
      if (!ends_in_question_mark(text.at(k))) continue;
      entry.asked = k + 1;
      break;
    }
    entry.has_more = text.next_text(entry.paragraph_end) < entry.limit;
    entries.push_back(entry);
  }
  return entries;
}

/// Takes out the runs that begin at 1 again and are mostly without text: tables of contents.
void drop_contents(std::vector<Entry>& entries) {
  std::vector<Entry> kept;
  for (std::size_t begin = 0; begin < entries.size();) {
    std::size_t end = begin + 1;
    while (end < entries.size() &&
           entries[end].number.number.parts > entries[end - 1].number.number.parts)
      ++end;
    const auto with_text =
        std::count_if(entries.begin() + static_cast<std::ptrdiff_t>(begin),
                      entries.begin() + static_cast<std::ptrdiff_t>(end),
                      [](const Entry& entry) { return entry.has_more || entry.asked != 0; });
    if (static_cast<std::size_t>(with_text) * 2 >= end - begin)
      kept.insert(kept.end(), entries.begin() + static_cast<std::ptrdiff_t>(begin),
                  entries.begin() + static_cast<std::ptrdiff_t>(end));
    begin = end;
  }
  entries = std::move(kept);
}

/// Whether answers begin directly below their questions, without a blank line.
bool is_tight(const std::vector<Entry>& entries) {
  std::size_t wrapped = 0;
  std::size_t asked = 0;
  for (const Entry& entry : entries) {
    if (entry.paragraph_end > entry.number.line + 1) ++wrapped;
    if (entry.asked != 0) ++asked;
  }
  return asked >= 2 && asked * 2 >= wrapped;
}

/// The label of an answer that begins line `line`.
std::optional<Label> answer_label(const PlainText& text, std::size_t line) {
  if (!text.is_text(line)) return std::nullopt;
  const auto label = leading_label(text.at(line));
  return label && label->kind == LabelKind::answer ? label : std::nullopt;
}

std::size_t heading_end(const PlainText& text, const Entry& entry, bool tight) {
  const std::size_t begin = entry.number.line;
  for (std::size_t k = begin + 1; k < entry.paragraph_end && k <= begin + most_lines_of_heading;
       ++k) {
    if (answer_label(text, k)) return k;
  }
  const bool asks_at_end = ends_in_question_mark(text.at(entry.paragraph_end - 1));
  if (entry.asked != 0 && (tight || !entry.has_more || !asks_at_end)) return entry.asked;
  const std::size_t lines = entry.paragraph_end - begin;
  const bool short_enough = lines <= most_lines_of_heading;
  if (asks_at_end && short_enough) return entry.paragraph_end;
  if (entry.has_more || !tight) {
    const std::size_t most = tight ? most_lines_of_heading / 2 : most_lines_of_heading;
    if (lines <= most &&
        text.joined(entry.number.title, begin + 1, entry.paragraph_end).size() <= longest_heading)
      return entry.paragraph_end;
  }
  return begin + 1;
}

/// How far the first lines of most answers stand from the left.
std::size_t usual_indent(const PlainText& text, const std::vector<Heading>& headings) {
  std::map<std::size_t, std::size_t> counts;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const std::size_t first = text.next_text(headings[i].text);
    const std::size_t limit = i + 1 < headings.size() ? headings[i + 1].line : text.count();
    if (first < limit) ++counts[text.indents[first]];
  }
  const auto most =
      std::ranges::max_element(counts, {}, [](const auto& count) { return count.second; });
  return most == counts.end() ? 0 : most->first;
}

/// Lines of a mail's header directly below "Subject:"; the date goes to the heading.
void skip_header(const PlainText& text, Heading& heading) {
  while (text.is_text(heading.text)) {
    const std::string_view line = text.at(heading.text);
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos || line.find(' ') < colon) break;
    if (line.starts_with("Date: ")) heading.says().date = trimmed(line.substr(6));
    ++heading.text;
  }
}

/// "Last modified: …" below an answer ends it, above it is left out.
void take_date(const PlainText& text, Heading& heading, std::size_t limit) {
  bool first = true;
  for (std::size_t line = text.next_text(heading.text); line < limit;
       line = text.next_text(line + 1)) {
    const std::string date = date_line(text.at(line));
    if (!date.empty()) {
      heading.says().date = date;
      if (first)
        heading.text = line + 1;
      else
        heading.end = line;
      return;
    }
    first = false;
  }
}

/// Where an answer that nothing follows ends: at a row, when rows do not stand inside answers.
std::size_t last_end(const PlainText& text, const std::vector<Heading>& headings) {
  std::size_t answers_with_row = 0;
  for (std::size_t i = 0; i + 1 < headings.size(); ++i) {
    std::size_t row = text.next_text(headings[i].text);
    while (row < headings[i + 1].line && text.kinds[row] != LineKind::row) ++row;
    if (text.next_text(row) < headings[i + 1].line) ++answers_with_row;
  }
  if (answers_with_row * 10 > headings.size()) return text.count();
  std::size_t row = text.next_text(headings.back().text);
  while (row < text.count() && text.kinds[row] != LineKind::row) ++row;
  return row;
}

/// When half of the answers begin with "A:", they all do without it.
void take_answer_labels(const PlainText& text, std::vector<Heading>& headings) {
  std::vector<std::optional<Label>> labels;
  std::size_t labelled = 0;
  for (const Heading& heading : headings) {
    labels.push_back(answer_label(text, text.next_text(heading.text)));
    if (labels.back()) ++labelled;
  }
  if (labelled * 2 < headings.size()) return;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (!labels[i]) continue;
    headings[i].text = text.next_text(headings[i].text) + 1;
    headings[i].lead = labels[i]->rest;
  }
}

/// By the depth of a number: whether less than half as many of it ask as of one less deep.
std::array<bool, HeadingNumber::most_parts + 1> deep_numbers(const PlainText& text,
                                                             const std::vector<Entry>& entries) {
  std::array<std::size_t, HeadingNumber::most_parts + 1> asking{};
  for (const Entry& entry : entries) {
    const bool asks = entry.asked != 0 || ends_in_question_mark(text.at(entry.paragraph_end - 1));
    if (asks) ++asking.at(entry.number.number.depth);
  }
  std::array<bool, HeadingNumber::most_parts + 1> deep{};
  std::size_t most = 0;
  for (std::size_t depth = 0; depth < asking.size(); ++depth) {
    deep.at(depth) = asking.at(depth) * 2 < most;
    most = std::max(most, asking.at(depth));
  }
  return deep;
}

Outline outline_by(const PlainText& text, Numerals numerals) {
  Outline outline = outline_of(text, "numbered text");
  auto [chain, restarting] = number_chains(text, numerals);
  // Restarts are paid for already; what is much better with them has them.
  constexpr double clearly_better = 1.2;
  if (restarting.score > clearly_better * chain.score) chain = std::move(restarting);
  std::vector<Entry> entries = entries_of(text, chain);
  drop_contents(entries);
  if (entries.size() < 2) return outline;  // one number counts nothing
  const bool tight = is_tight(entries);
  const auto deep = deep_numbers(text, entries);
  std::vector<Heading> headings;
  for (const Entry& entry : entries) {
    Heading heading;
    // "2.0" with a text of its own is the first entry of the section 2, and "2.1" the next.
    const bool first_entry = entry.number.number.zero && entry.has_more;
    heading.level = level_step * (entry.number.number.depth + (first_entry ? 1U : 0U));
    heading.line = entry.number.line;
    heading.text = heading_end(text, entry, tight);
    heading.counted = true;
    heading.deep = deep.at(entry.number.number.depth);
    heading.title = text.joined(entry.number.title, heading.line + 1, heading.text);
    if (!text.date.empty()) heading.says().date = text.date;
    if (entry.number.dress == NumberDress::subject) skip_header(text, heading);
    if (heading.text < text.count() && text.kinds[heading.text] == LineKind::row) ++heading.text;
    headings.push_back(std::move(heading));
  }
  take_answer_labels(text, headings);
  const std::size_t indent = usual_indent(text, headings);
  headings.back().end = last_end(text, headings);
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const TitleBlock block =
        titles_above(text, headings[i].line, i == 0 ? 0 : headings[i - 1].text, indent);
    if (i > 0) {
      take_date(text, headings[i - 1], block.line);
      outline.headings.push_back(std::move(headings[i - 1]));
    }
    for (std::uint32_t part = 0; part < block.path.size() && part + 2 < level_step; ++part) {
      Heading section;
      section.level = headings[i].level - level_step + 1 + part;
      section.line = block.line;
      section.text = headings[i].line;
      section.title = block.path[part];
      outline.headings.push_back(std::move(section));
    }
  }
  take_date(text, headings.back(), text.count());
  outline.headings.push_back(std::move(headings.back()));
  return outline;
}

}  // namespace

Outline numbered_outline(const PlainText& text) { return outline_by(text, Numerals::arabic); }

Outline roman_outline(const PlainText& text) { return outline_by(text, Numerals::roman); }

}  // namespace answers
