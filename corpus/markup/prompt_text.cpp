#include "corpus/markup/prompt_text.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/references.h"
#include "corpus/markup/html_text.h"
#include "corpus/wording/answer_text.h"
#include "corpus/wording/written_signs.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace answers {
namespace {

constexpr std::size_t longest_tag = 600;  // bytes: with an address and a style

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (const char c : trimmed(text)) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return line;
}

/// Whether a line has words, and is neither a fence nor a row of a table.
bool says_something(std::string_view line) {
  line = trimmed(line);
  if (line.size() > 1 && line.starts_with('|') && line.ends_with('|')) return false;
  return !line.starts_with("```") && !line.starts_with("~~~") && !folded_words(line).empty();
}

/// The name of the tag that `text` begins with, with a '/' before it if it closes; empty when there
/// is none. `size` is the bytes of the tag.
std::string tag_name(std::string_view text, std::size_t& size) {
  size = text.substr(0, longest_tag).find('>');
  if (size == std::string_view::npos) return {};
  ++size;
  std::string_view inner = text.substr(1, size - 2);
  const bool closes = inner.starts_with('/');
  if (closes) inner.remove_prefix(1);
  const std::size_t end = std::min(inner.find_first_of(" \t\n/"), inner.size());
  if (end == 0) return {};
  return (closes ? "/" : "") + lower_ascii(inner.substr(0, end));
}

/// Whether a text holds tags of HTML that mark up its words, each closed that must be, and none
/// besides; and nothing of Markdown that would be lost with them.
bool is_marked_up(std::string_view text) {
  if (text.find('<') == std::string_view::npos || text.find('`') != std::string_view::npos ||
      text.find("](") != std::string_view::npos || text.find("**") != std::string_view::npos)
    return false;
  static constexpr std::string_view names =
      " b i u em strong sup sub a code font small big mark span p li ul ol pre s del ins kbd "
      "center ";
  std::array<int, 32> open{};
  bool found = false;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    if (!is_letter(next) && next != '/') {
      ++at;
      continue;
    }
    std::size_t size = 0;
    std::string name = tag_name(text.substr(at), size);
    const bool closes = name.starts_with('/');
    if (closes) name.erase(0, 1);
    if (name != "br" && name != "hr" && name != "img") {
      const std::size_t place =
          name.empty() ? std::string_view::npos : names.find(" " + name + " ");
      if (place == std::string_view::npos) return false;
      const auto kind = static_cast<std::size_t>(std::ranges::count(names.substr(0, place), ' '));
      if (name != "p" && name != "li") open[kind] += closes ? -1 : 1;
      if (open[kind] < 0) return false;
    }
    found = true;
    at += size;
  }
  return found && std::ranges::all_of(open, [](int each) { return each == 0; });
}

/// Whether tags and not line ends part its lines.
bool has_tags_for_lines(std::string_view text) {
  const std::string small = lower_ascii(text);
  return text.find('\n') == std::string_view::npos || small.find("<br") != std::string::npos ||
         small.find("<p") != std::string::npos || small.find("<li") != std::string::npos;
}

/// Whether the references in a text are what it is about: it speaks of HTML or of escaping, and was
/// not escaped as a whole, which would have changed its quotation marks.
bool means_references(std::string_view text) {
  if (text.find('&') == std::string_view::npos || text.find("&quot;") != std::string_view::npos ||
      text.find("&#039;") != std::string_view::npos || text.find("&#39;") != std::string_view::npos)
    return false;
  const std::string small = lower_ascii(text.substr(0, 2000));
  return small.find("html") != std::string::npos || small.find("entit") != std::string::npos ||
         small.find("escap") != std::string::npos;
}

/// A text of data as Markdown: what is HTML, converted; signs that are written as references or
/// behind backslashes, as themselves. Empty where it is that already.
std::string as_markdown(std::string_view text) {
  if (is_html(text)) return html_to_markdown(text);
  std::string converted;
  if (is_marked_up(text)) {
    if (has_tags_for_lines(text)) return html_to_markdown(text);
    while (!text.empty()) {
      const std::string_view line = text.substr(0, text.find('\n'));
      const bool last = line.size() == text.size();
      converted += line.find('<') == std::string_view::npos ? without_references(line)
                                                            : html_to_markdown(line);
      text.remove_prefix(last ? line.size() : line.size() + 1);
      if (!last) converted += '\n';
    }
    return converted;
  }
  if ((text.find('&') == std::string_view::npos && text.find('\\') == std::string_view::npos) ||
      means_references(text))
    return {};
  converted = text;
  resolve_written_signs(converted);
  return converted == text ? std::string() : converted;
}

}  // namespace

void set_prompt(std::string_view text, Record& record) {
  text = trimmed(text);
  const std::string converted = as_markdown(text);
  if (!converted.empty()) text = converted;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (says_something(line)) {
      record.question = one_line(line);
      // Where a fence or rule stands before it, the whole is needed to make sense of it.
      const std::string_view rest = is_blank(text.substr(0, begin)) ? text.substr(end) : text;
      if (!is_blank(rest)) record.body = trimmed(rest);
      return;
    }
    begin = end + 1;
  }
  record.question = one_line(text);
}

void add_body(std::string_view text, Record& record) {
  text = trimmed(text);
  const std::string converted = as_markdown(text);
  if (!converted.empty()) text = converted;
  if (text.empty()) return;
  if (!record.body.empty()) record.body += "\n\n";
  record.body += text;
}

std::string answer_text(std::string text, std::string_view question) {
  std::string_view part = trimmed(text);
  if (std::string converted = as_markdown(part); !converted.empty()) {
    text = std::move(converted);
    part = text;
  }
  const std::size_t end = std::min(part.find('\n'), part.size());
  const std::string_view first = part.substr(0, end);
  if (first.starts_with('#') && end < part.size() &&
      folded_words(first) == folded_words(question)) {
    part = trimmed(part.substr(end));
  }
  cut_to(text, part);
  return text;
}

}  // namespace answers
