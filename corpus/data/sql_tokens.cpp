#include "corpus/data/sql_tokens.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/input/input.h"
#include "corpus/listener.h"

#include <algorithm>

namespace answers {
namespace {

bool is_of_word(char byte) {
  return is_letter(byte) || is_digit(byte) || byte == '_' || (byte & 0x80) != 0;
}

/// What a backslash and `byte` mean in MySQL and in PostgreSQL's E'…'.
char unescaped(char byte) {
  switch (byte) {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\r';
    case '0':
    case 'Z':
    case 'b':
      return ' ';
    default:
      return byte;
  }
}

}  // namespace

// Standard SQL knows no escapes; MySQL does, whose names stand in backticks. Who wrote \' without
// any backtick meant a quote: a text that ends in a backslash is rarer.
SqlTokens::SqlTokens(Input& input)
    : input_(input),
      window_(input),
      escapes_(input.head().find('`') != std::string_view::npos ||
               input.head().find("\\'") != std::string_view::npos) {}

bool SqlTokens::is(std::string_view word) const {
  return kind_ == Kind::word && text_.size() == word.size() && lower_ascii(text_) == word;
}

std::size_t SqlTokens::line() const { return window_.line_at(0); }
std::uint64_t SqlTokens::byte() const { return window_.byte_at(0); }
std::size_t SqlTokens::end_line() const { return window_.line_at(used_); }
std::uint64_t SqlTokens::end_byte() const { return window_.byte_at(used_); }

bool SqlTokens::has(std::size_t offset) {
  while (offset >= window_.text().size()) {
    if (!window_.more()) return false;
  }
  return true;
}

/// Behind the first `end`, or at the end of the input; nothing of it is kept.
void SqlTokens::skip_to(std::string_view end) {
  for (;;) {
    const std::size_t found = window_.text().find(end);
    if (found != std::string_view::npos) return window_.discard(found + end.size());
    window_.discard(window_.text().size() - std::min(window_.text().size(), end.size() - 1));
    if (!window_.more()) return window_.discard(window_.text().size());
  }
}

void SqlTokens::skip_blanks() {
  for (;;) {
    const std::size_t blanks =
        std::min(window_.text().find_first_not_of(" \t\n\f\v"), window_.text().size());
    window_.discard(blanks);
    if (window_.text().empty()) {
      if (!window_.more()) return;
    } else if (at(0) == '#' || (at(0) == '-' && at(1) == '-')) {
      skip_to("\n");
    } else if (at(0) == '/' && at(1) == '*') {
      window_.discard(2);
      skip_to("*/");
    } else {
      return;
    }
  }
}

void SqlTokens::read_quoted(char quote, bool escapes) {
  const std::string_view stops = quote == '\'' ? "'\\" : quote == '"' ? "\"\\" : "`";
  ++used_;
  while (has(used_)) {
    const std::string_view rest = window_.text().substr(used_);
    const std::size_t stop = std::min(rest.find_first_of(stops), rest.size());
    text_ += rest.substr(0, stop);
    used_ += stop;
    if (used_ > Input::longest_line) break;
    if (stop == rest.size()) continue;
    if (rest[stop] == quote) {
      ++used_;
      if (at(used_) != quote) return;
      text_ += quote;
    } else if (escapes && has(used_ + 1)) {
      text_ += unescaped(at(++used_));
    } else {
      text_ += '\\';
    }
    ++used_;
  }
  input_.listener().on_trouble(
      {input_.path(), line(), "a quoted text that does not end", "what begins there was left out"});
  window_.discard(used_);
  used_ = 0;
  kind_ = Kind::end;
}

void SqlTokens::read_word() {
  while (has(used_) && used_ < Input::longest_line) {
    const std::string_view text = window_.text();
    const auto end =
        std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(used_), text.end(), is_of_word);
    used_ = static_cast<std::size_t>(end - text.begin());
    if (used_ < text.size()) break;
  }
  text_ = window_.text().substr(0, used_);
}

SqlTokens::Kind SqlTokens::next() {
  window_.discard(used_);
  used_ = 0;
  text_.clear();
  skip_blanks();
  kind_ = Kind::end;
  if (!has(0)) return kind_;
  const char first = at(0);
  if (first == '\'' || first == '"' || first == '`') {
    kind_ = first == '\'' ? Kind::text : Kind::name;
    read_quoted(first, escapes_ && first != '`');
  } else if ((first == 'E' || first == 'e') && at(1) == '\'') {
    kind_ = Kind::text;
    used_ = 1;
    read_quoted('\'', true);
  } else if (is_of_word(first)) {
    kind_ = Kind::word;
    read_word();
  } else {
    kind_ = Kind::sign;
    text_ = first;
    used_ = 1;
  }
  return kind_;
}

std::optional<std::string_view> SqlTokens::rest_of_line() {
  window_.discard(used_);
  used_ = 0;
  kind_ = Kind::end;
  for (std::size_t from = 0; has(from);) {
    const std::size_t end = window_.text().find('\n', from);
    if (end != std::string_view::npos || window_.text().size() > Input::longest_line) {
      used_ = std::min(end, window_.text().size() - 1) + 1;
      return window_.text().substr(0, std::min(end, window_.text().size()));
    }
    from = window_.text().size();
  }
  used_ = window_.text().size();
  if (used_ == 0) return std::nullopt;
  return window_.text();
}

}  // namespace answers
