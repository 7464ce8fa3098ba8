#include "corpus/outline/told_text.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/input/walk.h"
#include "corpus/outline/answer_key.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/leading_number.h"
#include "corpus/wording/option_key.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace answers {
namespace {

/// A question of lines [first, last) that says what it is; its answer stands in `answer`.
Heading told(const PlainText& text, std::size_t first, std::size_t last, std::string title) {
  Heading heading;
  heading.kind = BlockKind::card;
  heading.level = 2;
  heading.line = first;
  heading.text = heading.end = std::min(last, text.count());
  heading.apart = heading.told = heading.answered = true;
  heading.title = std::move(title);
  return heading;
}

/// The text of option `letter` ("a" is 'a'): "A. …", "(a) …", "A．…", "A、…"; with `bare`, "A…"
/// before a letter beyond ASCII, too.
std::optional<std::string_view> option_text(std::string_view line, char letter) {
  const bool bracket = line.starts_with('(');
  if (bracket) line.remove_prefix(1);
  if (line.size() < 2 || (line[0] | 0x20) != letter) return std::nullopt;
  line.remove_prefix(1);
  for (const std::string_view mark : {".", ")", ":", "．", "、", "）", "：", "。"}) {
    if (!line.starts_with(mark)) continue;
    return trimmed(line.substr(mark.size()));
  }
  return (line[0] & 0x80) != 0 ? std::optional(trimmed(line)) : std::nullopt;
}

/// Where the options begin that end above line `end`, from the last up to "A"; `end` where there
/// are none. `floor`: they stand below it.
std::size_t begin_of_options(const PlainText& text, std::size_t floor, std::size_t end,
                             std::string& options) {
  constexpr std::size_t most_lines = 3;  // of an option
  constexpr char last_letter = 'h';
  char expected = '\0';
  std::string below;  // lines of the option whose letter is still to come
  std::size_t lines = 0;
  for (std::size_t line = end; line > floor;) {
    const std::string_view whole = text.at(--line);
    if (whole.empty()) continue;
    char letter = expected;
    if (expected == '\0') {
      for (char each = last_letter; each > 'a' && letter == '\0'; --each) {
        if (option_text(whole, each)) letter = each;
      }
    }
    const auto option = letter == '\0' ? std::nullopt : option_text(whole, letter);
    if (!option) {
      if (++lines == most_lines) return end;
      below.insert(0, std::string(whole)).insert(0, 1, ' ');
      continue;
    }
    lines = 0;
    std::string written(1, static_cast<char>(letter - ('a' - 'A')));
    written.append(". ").append(*option).append(below).append("\n");
    options.insert(0, written);
    below.clear();
    if (letter == 'a') return line;
    expected = static_cast<char>(letter - 1);
  }
  return end;
}

/// The first line of the paragraph that ends above `line`, below `floor`; one with a number begins
/// it.
std::size_t begin_of_paragraph(const PlainText& text, std::size_t floor, std::size_t line) {
  std::size_t first = line;
  while (first > floor && text.is_text(first - 1)) {
    --first;
    if (leading_number(text.at(first)).size > 0) break;
  }
  return first;
}

std::optional<Label> answer_label(std::string_view line) {
  const auto label = leading_label(line);
  const bool answers = label && label->kind == LabelKind::answer && !label->lone_letter;
  return answers ? label : std::nullopt;
}

constexpr std::size_t fewest_cards = 4;
constexpr std::size_t most_words_of_term = 6;

/// Whether a line may be the front of a card that asks nothing: a term.
bool is_term(std::string_view line) {
  return !line.ends_with('.') && !ends_in_question_mark(line) && leading_number(line).size == 0 &&
         !leading_label(line) && !speaker_label(line) && count_words(line) <= most_words_of_term;
}

/// Whether a text is one of cards or a glossary.
bool holds_cards(const PlainText& text) {
  const std::string name = lower_ascii(file_name(text.lines->path));
  const bool named = name.find("card") != name.npos || name.find("quizlet") != name.npos ||
                     name.find("vocab") != name.npos;
  return named || text.about == faq;
}

/// The key of a quiz: behind the label of an answer ("Answer: B"), or letters alone in their line,
/// in capitals ("BC" of "bc"); empty for any other line.
std::string key_of(std::string_view line) {
  constexpr std::size_t most_options = 8;
  if (const auto label = answer_label(line))
    return leading_option_key(label->rest, most_options) ? std::string(label->rest) : std::string();
  if (line.size() > most_options || !std::ranges::all_of(line, is_letter)) return {};
  std::string letters;
  for (const char letter : lower_ascii(line)) {
    if (!letters.empty() && (letter | 0x20) <= (letters.back() | 0x20)) return {};
    letters += static_cast<char>(letter - ('a' - 'A'));
  }
  return leading_option_key(letters, most_options) ? letters : std::string();
}

/// What parts a question from its answer in one line: where the one ends and the other begins.
struct Parted {
  std::size_t question = 0;
  std::size_t answer = 0;
  char mark = '\0';
};

Parted parted(std::string_view line) {
  constexpr std::array<std::string_view, 9> marks = {",", ";", ":", "|", "\t", "-", "–", "—", "="};
  const std::size_t end = line.find('?');
  if (end == std::string_view::npos || end < 4) return {};
  const std::string_view behind = line.substr(end + 1);
  const std::size_t gap = std::min(behind.find_first_not_of(' '), behind.size());
  for (const std::string_view mark : marks) {
    if (!behind.substr(gap).starts_with(mark)) continue;
    const std::string_view answer = behind.substr(gap + mark.size());
    if (is_blank(answer)) return {};
    return {end + 1, end + 1 + gap + mark.size(), mark.front()};
  }
  return {};
}

/// "Lima | the capital of Peru", "Lima---the capital of Peru": the front of a card and its back.
Parted parted_card(std::string_view line) {
  if (const std::size_t row = line.find("---"); row != std::string_view::npos && row > 0) {
    const std::size_t behind = line.find_first_not_of('-', row);
    const bool alone = behind == row + 3 && line.find("---", behind) == line.npos;
    return alone && !is_blank(line.substr(0, row)) ? Parted{row, behind, '-'} : Parted{};
  }
  const std::size_t bar = line.find(" | ");
  const bool alone = bar != std::string_view::npos && line.find('|', bar + 2) == line.npos &&
                     line.find('|') == bar + 1;
  return alone ? Parted{bar, bar + 3, '|'} : Parted{};
}

}  // namespace

Outline lettered_outline(const PlainText& text) {
  Outline outline = outline_of(text, "quiz:");
  std::size_t floor = 0;  // behind the entry above
  for (std::size_t line = text.next_text(0); line < text.count(); line = text.next_text(line + 1)) {
    const std::string key = key_of(text.at(line));
    if (key.empty()) continue;
    std::string options;
    const std::size_t first_option = begin_of_options(text, floor, line, options);
    std::size_t behind = first_option;
    while (behind > floor && !text.is_text(behind - 1)) --behind;
    const std::size_t first = begin_of_paragraph(text, floor, behind);
    if (first_option == line || first == behind) {
      floor = line + 1;
      continue;
    }
    std::size_t last = line + 1;
    while (text.is_text(last) && leading_number(text.at(last)).size == 0) ++last;
    floor = last;
    Heading heading = told(text, first, last, text.joined(text.at(first), first + 1, behind));
    heading.body = std::move(options);
    heading.answer = key + "\n" + text.as_written(line + 1, last);
    outline.headings.push_back(std::move(heading));
    line = last - 1;
  }
  if (outline.headings.size() < 2) outline.headings.clear();
  return outline;
}

Outline line_outline(const PlainText& text) {
  constexpr std::size_t fewest = 5;
  Outline outline = outline_of(text, "a pair a line:");
  const bool cards = holds_cards(text);
  std::array<std::size_t, 256> marks{};
  std::size_t pairs = 0;
  std::size_t lines = 0;
  for (std::size_t line = text.next_text(0); line < text.count(); line = text.next_text(line + 1)) {
    Parted parts = parted(text.at(line));
    if (parts.question == 0 && cards) parts = parted_card(text.at(line));
    ++lines;
    if (parts.question == 0) continue;
    ++pairs;
    ++marks[static_cast<unsigned char>(parts.mark)];
  }
  if (pairs < fewest || pairs * 10 < lines * 8) return outline;
  const auto most = static_cast<char>(std::ranges::max_element(marks) - marks.begin());
  for (std::size_t line = text.next_text(0); line < text.count(); line = text.next_text(line + 1)) {
    const std::string_view whole = text.at(line);
    Parted parts = parted(whole);
    if (parts.question == 0 && cards) parts = parted_card(whole);
    if (parts.question == 0) {
      const std::size_t mark =
          most == ',' || most == '|' || most == '\t' ? whole.find(most) : whole.npos;
      if (mark == whole.npos || is_blank(whole.substr(mark + 1))) continue;  // a title
      parts = {mark, mark + 1, most};
    }
    Heading heading =
        told(text, line, line + 1, std::string(trimmed(whole.substr(0, parts.question))));
    heading.answer = trimmed(whole.substr(parts.answer));
    outline.headings.push_back(std::move(heading));
  }
  return outline;
}

Outline term_outline(const PlainText& text) {
  Outline outline = outline_of(text, "terms above their definitions:");
  if (!holds_cards(text)) return outline;
  std::vector<std::pair<std::size_t, std::size_t>> blocks;  // lines
  for (std::size_t line = text.next_text(0); line < text.count();) {
    const std::size_t end = text.paragraph_end(line);
    blocks.emplace_back(line, end);
    line = text.next_text(end);
  }
  // One block of many is terms and definitions in turn.
  if (blocks.size() == 1) {
    const auto [first, last] = blocks.front();
    blocks.clear();
    if ((last - first) % 2 == 1) return outline;
    for (std::size_t line = first; line < last; line += 2) blocks.emplace_back(line, line + 2);
  } else if (!blocks.empty() && blocks.front().second == blocks.front().first + 1) {
    blocks.erase(blocks.begin());  // the title
  }
  const auto is_card = [&text](const std::pair<std::size_t, std::size_t>& block) {
    const auto [first, last] = block;
    return last > first + 1 && is_term(text.at(first)) &&
           text.indents[first + 1] <= text.indents[first] && count_words(text.at(first + 1)) > 1;
  };
  const auto all = blocks.size();
  std::erase_if(blocks, [&is_card](const auto& block) { return !is_card(block); });
  if (blocks.size() < fewest_cards || blocks.size() * 10 < all * 8) return outline;
  for (const auto& [first, last] : blocks) {
    Heading heading = told(text, first, last, std::string(text.at(first)));
    heading.answer = text.as_written(first + 1, last);
    outline.headings.push_back(std::move(heading));
  }
  return outline;
}

Outline answered_outline(const PlainText& text) {
  constexpr std::size_t most_lines = 4;  // of a question
  Outline outline = outline_of(text, "text above labels of answers");
  std::size_t floor = 0;
  std::size_t labels = 0;
  for (std::size_t line = text.next_text(0); line < text.count(); line = text.next_text(line + 1)) {
    const auto asks = leading_label(text.at(line));
    if (asks && asks->kind == LabelKind::question) {
      outline.headings.clear();
      return outline;
    }
    const auto label = answer_label(text.at(line));
    if (!label) continue;
    ++labels;
    std::size_t behind = line;
    while (behind > floor && !text.is_text(behind - 1)) --behind;
    std::size_t first = behind;
    while (first > floor && text.is_text(first - 1)) --first;
    if (first == behind || behind - first > most_lines) continue;
    if (!outline.headings.empty()) {
      Heading& above = outline.headings.back();
      above.text = above.end = std::max(first, above.line + 1);
    }
    Heading heading =
        told(text, first, text.count(), text.joined(text.at(first), first + 1, behind));
    heading.answer = std::string(label->rest);
    floor = line + 1;
    outline.headings.push_back(std::move(heading));
  }
  if (outline.headings.size() < 2 || outline.headings.size() * 5 < labels * 4)
    outline.headings.clear();
  for (Heading& heading : outline.headings) {
    std::size_t label = heading.line;
    while (!answer_label(text.at(label))) ++label;
    heading.answer.append("\n").append(text.as_written(label + 1, heading.end));
  }
  return outline;
}

Outline keyed_outline(const PlainText& text) {
  Outline outline = outline_of(text, "questions with a key");
  const KeyedQuestions keyed = keyed_questions(*text.lines, [](std::size_t) { return false; });
  for (const KeyedQuestion& question : keyed.questions) {
    Heading heading = told(text, question.line, question.end,
                           text.joined(question.title, question.line + 1, question.text));
    heading.body = text.as_written(question.text, question.end);
    heading.answer = question.answer;
    outline.headings.push_back(std::move(heading));
  }
  return outline;
}

}  // namespace answers
