#include "corpus/markup/prompt_text.h"

#include "corpus/characters/characters.h"
#include "corpus/characters/entities.h"
#include "corpus/markup/html_text.h"
#include "corpus/wording/answer_text.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace answers {
namespace {

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

/// Whether a line has words, and is no fence.
bool says_something(std::string_view line) {
  line = trimmed(line);
  return !line.starts_with("```") && !line.starts_with("~~~") && !folded_words(line).empty();
}

/// Text whose quotation marks are escaped as HTML's has been escaped as a whole, by a program that
/// meant it for a page.
bool is_escaped(std::string_view text) {
  return text.find("&quot;") != std::string_view::npos ||
         text.find("&#039;") != std::string_view::npos ||
         text.find("&#39;") != std::string_view::npos;
}

std::string unescaped(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  while (!text.empty()) {
    const Entity* const entity = text.front() == '&' ? leading_entity(text) : nullptr;
    plain += entity == nullptr ? text.substr(0, 1) : entity->text;
    text.remove_prefix(entity == nullptr ? 1 : entity->name.size());
  }
  return plain;
}

/// A text of data as Markdown, where it is HTML or escaped as such; else empty.
std::string converted_from_html(std::string_view text) {
  if (is_html(text)) return html_to_markdown(text);
  return is_escaped(text) ? unescaped(text) : std::string();
}

}  // namespace

void set_prompt(std::string_view text, Record& record) {
  text = trimmed(text);
  const std::string converted = converted_from_html(text);
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
  const std::string converted = converted_from_html(text);
  if (!converted.empty()) text = converted;
  if (text.empty()) return;
  if (!record.body.empty()) record.body += "\n\n";
  record.body += text;
}

std::string answer_text(std::string text, std::string_view question) {
  std::string_view part = trimmed(text);
  if (std::string converted = converted_from_html(part); !converted.empty()) {
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
