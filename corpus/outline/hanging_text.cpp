#include "corpus/outline/hanging_text.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/outline/underlined_titles.h"
#include "corpus/wording/asking.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace answers {
namespace {

constexpr std::size_t most_lines_of_heading = 4;
constexpr std::size_t longest_heading = 400;  // bytes

/// Without "* ", "o ", "- ", ">> ", "==> " in front and colons or stars behind.
std::string_view behind_bullet(std::string_view title) {
  const std::size_t mark = std::min(title.find_first_not_of("*-+>=o#."), title.size());
  if (mark > 0 && mark < title.size() && (title[mark] == ' ' || title[mark] == '\t'))
    title = trimmed(title.substr(mark));
  while (title.ends_with('*') || title.ends_with('=') || title.ends_with(' '))
    title.remove_suffix(1);
  return title;
}

Heading heading_of(const PlainText& text, std::size_t first, std::size_t last, std::uint32_t level,
                   BlockKind kind = BlockKind::heading) {
  Heading heading;
  heading.kind = kind;
  heading.level = level;
  heading.line = first;
  heading.text = last;
  heading.title = behind_bullet(text.joined({}, first, last));
  if (!text.date.empty()) heading.says().date = text.date;
  return heading;
}

/// A few words with a capital in front and no mark behind.
bool reads_like_title(std::string_view line) {
  constexpr std::size_t most_words = 5;
  const auto first = static_cast<unsigned char>(line.front());
  const auto last = static_cast<unsigned char>(line.back());
  const bool ends = is_letter_or_digit(line.back()) || last >= 0x80 || line.back() == ')';
  return (is_upper(line.front()) || first >= 0x80) && ends && count_words(line) <= most_words;
}

struct DressedTitle {
  std::uint32_t level = 0;
  std::string_view title{};
};

/// "=== What is it? ===", "** Printing **": as many signs on both sides, at least two. The more
/// '=', the further in, as in a wiki.
std::optional<DressedTitle> dressed_title(std::string_view line) {
  if (line.size() > longest_heading || line.empty()) return std::nullopt;
  const char sign = line.front();
  if (std::string_view("=*-~#+").find(sign) == std::string_view::npos) return std::nullopt;
  const std::size_t begin = std::min(line.find_first_not_of(sign), line.size());
  const std::size_t end = line.find_last_not_of(sign) + 1;
  const std::size_t fewest = sign == '=' ? 1 : 2;
  if (begin < fewest || end <= begin || line.size() - end != begin) return std::nullopt;
  const std::string_view title = trimmed(line.substr(begin, end - begin));
  if (title.empty()) return std::nullopt;
  return DressedTitle{sign == '=' ? static_cast<std::uint32_t>(begin) : 1, title};
}

/// Where each answer but the last ends with a row, the last one does, too.
void end_last_at_row(const PlainText& text, std::vector<Heading>& headings) {
  for (std::size_t i = 1; i < headings.size(); ++i) {
    std::size_t above = headings[i].line;
    while (above > 0 && text.kinds[above - 1] == LineKind::blank) --above;
    if (above == 0 || text.kinds[above - 1] != LineKind::row) return;
  }
  if (headings.size() < 2) return;
  std::size_t row = headings.back().text;
  while (row < text.count() && text.kinds[row] != LineKind::row) ++row;
  headings.back().end = row;
}

/// Whether a line that asks may be a question to its reader: short, and nobody's speech.
bool begins_like_question(std::string_view title) {
  constexpr std::size_t longest = 200;  // bytes
  const bool speech =
      std::string_view("\"'`-").find(title.substr(0, 1)) != std::string_view::npos ||
      title.starts_with("“") || title.starts_with("«") || title.starts_with("—") ||
      title.starts_with("–") || title.starts_with("„") || title.starts_with("「");
  return title.size() <= longest && !speech && !(title.front() >= 'a' && title.front() <= 'z');
}

/// How many letters and digits a text of ASCII has; nullopt for any other.
std::optional<std::size_t> letters_of_ascii(std::string_view text) {
  std::size_t letters = 0;
  unsigned char all = 0;
  for (const char byte : text) {
    const char lower = static_cast<char>(byte | 0x20);
    letters += (lower >= 'a' && lower <= 'z') || (byte >= '0' && byte <= '9') ? 1U : 0U;
    all = static_cast<unsigned char>(all | static_cast<unsigned char>(byte));
  }
  return all < 0x80 ? std::optional(letters) : std::nullopt;
}

}  // namespace

Outline underlined_outline(const PlainText& text) {
  Outline outline = outline_of(text, "underlined text");
  for (UnderlinedTitle& title : underlined_titles(*text.lines, most_lines_of_heading, false)) {
    Heading heading;
    heading.level = title.level;
    heading.line = title.line;
    heading.text = title.text;
    heading.title = std::move(title.title);
    if (!text.date.empty()) heading.says().date = text.date;
    outline.headings.push_back(std::move(heading));
  }
  return outline;
}

Outline hanging_outline(const PlainText& text) {
  Outline outline = outline_of(text, "hanging text");
  for (std::size_t line = text.next_text(0); line < text.count(); line = text.next_text(line)) {
    // A heading's lines stand alike; text further in ends it, with or without a blank line.
    const std::uint32_t indent = text.indents[line];
    std::size_t end = line + 1;
    while (text.is_text(end) && text.indents[end] == indent &&
           end < line + most_lines_of_heading + 1 && !ends_in_question_mark(text.at(end - 1)))
      ++end;
    const std::size_t below = text.next_text(end);
    const bool hangs = below < text.count() && text.indents[below] > indent &&
                       end - line <= most_lines_of_heading &&
                       (line == 0 || !text.is_text(line - 1) || text.indents[line - 1] > indent ||
                        (!outline.headings.empty() && outline.headings.back().text == line));
    if (hangs && text.indents[end - 1] == indent) {
      Heading heading = heading_of(text, line, end, indent + 1, BlockKind::bold);
      if (!heading.title.empty() && heading.title.size() <= longest_heading)
        outline.headings.push_back(std::move(heading));
      line = end;
    } else {
      line = std::max(end, line + 1);
    }
  }
  // Any text has a line that hangs.
  const auto asking = std::ranges::count_if(outline.headings, [](const Heading& heading) {
    return ends_in_question_mark(heading.title);
  });
  if (asking < 2 && text.about == nothing) outline.headings.clear();
  return outline;
}

Outline dressed_outline(const PlainText& text) {
  Outline outline = outline_of(text, "text between signs");
  bool begins = true;  // a paragraph, or the text below a title
  for (std::size_t line = 0; line < text.count(); ++line) {
    const std::string_view written = text.at(line);
    const bool may_be_title = text.is_text(line) && (begins || written.starts_with("=="));
    const auto dressed = may_be_title ? dressed_title(written) : std::nullopt;
    if (dressed) {
      Heading heading = heading_of(text, line, line + 1, dressed->level);
      heading.title = dressed->title;
      outline.headings.push_back(std::move(heading));
    }
    begins = dressed || !text.is_text(line);
  }
  return outline;
}

/// The mark before a title that stands at the margin: "->", "*", ">>"; empty where there is none.
std::string_view mark_of_entry(std::string_view line) {
  constexpr std::size_t longest_mark = 4;
  const std::size_t blank = std::min(line.find(' '), line.size());
  const std::string_view mark = line.substr(0, blank);
  const bool signs = !mark.empty() && blank < line.size() && blank <= longest_mark &&
                     mark.find_first_not_of("*-+>=o#@~") == std::string_view::npos;
  return signs ? mark : std::string_view();
}

Outline marked_outline(const PlainText& text) {
  constexpr std::size_t fewest = 3;
  Outline outline = outline_of(text, "text with marked titles");
  if (text.about != faq) return outline;
  std::string_view mark;
  std::size_t asking = 0;
  std::size_t lists = 0;  // paragraphs that begin with the mark and are no title over a text
  for (std::size_t line = text.next_text(0); line < text.count();) {
    const std::size_t end = text.paragraph_end(line);
    const std::string_view here = text.indents[line] == 0 ? mark_of_entry(text.at(line)) : "";
    if (mark.empty()) mark = here;
    if (!here.empty() && here == mark) {
      const std::size_t below = text.next_text(end);
      bool alone = end - line <= most_lines_of_heading && below < text.count() &&
                   mark_of_entry(text.at(below)) != mark;
      for (std::size_t wrapped = line + 1; wrapped < end; ++wrapped)
        alone = alone && mark_of_entry(text.at(wrapped)) != mark;
      if (alone) {
        outline.headings.push_back(heading_of(text, line, end, 1));
        asking += how_asks(outline.headings.back().title) >= Asking::clause ? 1U : 0U;
      } else {
        ++lists;
      }
    }
    line = text.next_text(end);
  }
  const std::size_t titles = outline.headings.size();
  if (titles < fewest || asking * 3 < titles || lists * 4 > titles) outline.headings.clear();
  return outline;
}

Outline ruled_outline(const PlainText& text) {
  constexpr std::size_t fewest = 3;
  constexpr std::size_t longest_title = 160;  // bytes
  Outline outline = outline_of(text, "text between rows");
  if (text.about != faq) return outline;
  std::size_t parts = 0;
  for (std::size_t line = text.next_text(0); line < text.count(); line = text.next_text(line)) {
    const std::size_t end = text.paragraph_end(line);
    const std::size_t below = text.next_text(end);
    const bool alone =
        end == line + 1 && below < text.count() &&
        std::find(text.kinds.begin() + static_cast<std::ptrdiff_t>(end),
                  text.kinds.begin() + static_cast<std::ptrdiff_t>(below),
                  LineKind::row) == text.kinds.begin() + static_cast<std::ptrdiff_t>(below);
    if (alone && text.at(line).size() <= longest_title)
      outline.headings.push_back(heading_of(text, line, end, 1));
    ++parts;
    // The next part begins behind the next row.
    std::size_t row = end;
    while (row < text.count() && text.kinds[row] != LineKind::row) ++row;
    if (!outline.headings.empty() && outline.headings.back().line == line)
      outline.headings.back().end = row;
    line = row;
  }
  if (outline.headings.size() < fewest || outline.headings.size() * 5 < parts * 4)
    outline.headings.clear();
  return outline;
}

Outline subject_outline(const PlainText& text) {
  Outline outline = outline_of(text, "digest");
  for (std::size_t line = 0; line < text.count(); ++line) {
    if (!text.is_text(line) || (line > 0 && text.is_text(line - 1))) continue;
    // A header: lines of fields, one of them the subject.
    std::string subject;
    std::string date;
    bool newsgroups = false;
    std::size_t end = line;
    for (; text.is_text(end); ++end) {
      const std::string_view field = text.at(end);
      const std::size_t colon = field.find(':');
      if (colon == std::string_view::npos || colon == 0 || field.find(' ') < colon) break;
      const std::string_view value = trimmed(field.substr(colon + 1));
      if (starts_with_ignoring_case(field, "subject:")) subject = value;
      if (starts_with_ignoring_case(field, "date:")) date = value;
      newsgroups |= starts_with_ignoring_case(field, "newsgroups:");
    }
    if (subject.empty()) continue;
    while (text.is_text(end) && text.indents[end] > 0) subject += ' ' + std::string(text.at(end++));
    if (newsgroups) continue;  // the header of the whole
    Heading heading;
    heading.level = 1;
    heading.line = line;
    heading.text = end;
    heading.title = std::move(subject);
    if (date.empty()) date = text.date;
    if (!date.empty()) heading.says().date = std::move(date);
    outline.headings.push_back(std::move(heading));
    line = end;
  }
  if (outline.headings.size() < (text.about != nothing ? 2U : 3U)) outline.headings.clear();
  end_last_at_row(text, outline.headings);
  return outline;
}

/// Adds the further questions of a paragraph that is made of questions with an answer below each,
/// from its first question on, and says how many; 0 where it is a text that asks in passing.
std::size_t add_alternating(const PlainText& text, std::size_t first, std::size_t end,
                            Outline& outline) {
  constexpr std::size_t fewest = 2;
  std::vector<std::size_t> asking;
  for (std::size_t line = first + 1; line < end; ++line) {
    if (!ends_in_question_mark(text.at(line))) continue;
    const bool answered = line + 1 < end && !ends_in_question_mark(text.at(line + 1));
    if (!begins_like_question(text.at(line)) || !answered) return 0;
    asking.push_back(line);
  }
  if (asking.size() < fewest || ends_in_question_mark(text.at(first + 1))) return 0;
  for (const std::size_t line : asking)
    outline.headings.push_back(heading_of(text, line, line + 1, 2, BlockKind::paragraph));
  return asking.size();
}

/// Whether a line that begins as a question does, without its mark, stands over its answer: there
/// was room behind it for the first word of the next line.
bool asks_without_mark(const PlainText& text, std::size_t line) {
  constexpr std::size_t room = 64;  // characters: text is hardly wrapped at fewer
  if (text.about == nothing || !text.is_text(line + 1)) return false;
  const std::string_view asking = text.at(line);
  const std::string_view below = text.at(line + 1);
  constexpr unsigned char first_dense = 0xE3;  // scripts without blanks
  const bool dense = static_cast<unsigned char>(below.front()) >= first_dense;
  const std::size_t word = dense ? 0 : std::min(below.find(' '), below.size());
  const bool ends = std::string_view(".!,;:").find(asking.back()) != std::string_view::npos;
  const auto characters = static_cast<std::size_t>(
      std::ranges::count_if(asking, [](char byte) { return (byte & 0xC0) != 0x80; }));
  return !ends && characters + 1 + word <= room && how_asks(asking) == Asking::words;
}

Outline asking_outline(const PlainText& text) {
  Outline outline = outline_of(text, "plain text");
  std::size_t paragraphs = 0;
  std::size_t asking = 0;
  std::size_t above = text.count();  // the paragraph above, where it may be a title
  for (std::size_t line = text.next_text(0); line < text.count();) {
    const std::size_t end = text.paragraph_end(line);
    ++paragraphs;
    std::size_t asked = line;
    while (asked < end && asked < line + most_lines_of_heading &&
           !ends_in_question_mark(text.at(asked)))
      ++asked;
    if (asked != line && asks_without_mark(text, line)) asked = line;
    if (asked < end && asked < line + most_lines_of_heading) {
      // The whole paragraph, or its first line with the answer directly below.
      if (asked + 1 == end || asked == line) {
        if (above < line) outline.headings.push_back(heading_of(text, above, above + 1, 1));
        outline.headings.push_back(heading_of(text, line, asked + 1, 2, BlockKind::paragraph));
        asking += begins_like_question(outline.headings.back().title) ? 1U : 0U;
        if (asked == line) {
          const std::size_t more = add_alternating(text, line, end, outline);
          asking += more;
          paragraphs += more;
        }
      }
    }
    // "Returns" between an answer and the next question.
    const bool below_question =
        !outline.headings.empty() && text.next_text(outline.headings.back().text) == line;
    above =
        end == line + 1 && !below_question && reads_like_title(text.at(line)) ? line : text.count();
    line = text.next_text(end);
  }
  // Any text has paragraphs that ask. Where nothing else speaks of questions, they are what it is
  // made of.
  constexpr std::size_t fewest = 3;
  constexpr std::size_t longest_answer = 3;  // paragraphs
  if (text.about == nothing && (asking < fewest || asking * (longest_answer + 1) < paragraphs))
    outline.headings.clear();
  return outline;
}

Outline repeated_outline(const PlainText& text) {
  Outline outline = outline_of(text, "text with contents");
  // Lines that stand directly among other lines, each an entry that may be wrapped.
  constexpr std::size_t shortest_entry = 8;  // bytes: "Contents" and less come again by chance
  std::unordered_map<std::string, std::size_t> listed;
  // Of the lines that are paragraphs of their own: only a line of as many letters may be the same.
  std::unordered_set<std::size_t> letters_of_titles;
  for (std::size_t line = text.next_text(0); line < text.count();) {
    const std::size_t end = text.paragraph_end(line);
    if (end == line + 1)
      letters_of_titles.insert(
          letters_of_ascii(folded_words(behind_bullet(text.at(line)))).value_or(0));
    line = text.next_text(end);
  }
  for (std::size_t line = 0; line < text.count(); ++line) {
    if (!text.is_text(line) || text.at(line).size() > longest_heading) continue;
    const bool among = (line > 0 && text.is_text(line - 1)) || text.is_text(line + 1);
    if (!among) continue;
    const auto letters = letters_of_ascii(behind_bullet(text.at(line)));
    if (letters && !letters_of_titles.contains(*letters)) continue;
    std::string words = folded_words(behind_bullet(text.at(line)));
    if (words.size() >= shortest_entry) listed.try_emplace(std::move(words), line);
  }
  for (std::size_t line = text.next_text(0); line < text.count();) {
    const std::size_t end = text.paragraph_end(line);
    if (end == line + 1) {
      const auto entry = listed.find(folded_words(behind_bullet(text.at(line))));
      if (entry != listed.end() && entry->second < line)
        outline.headings.push_back(heading_of(text, line, end, 1));
    }
    line = text.next_text(end);
  }
  return outline;
}

}  // namespace answers
