#include "corpus/data/script_lexer.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/encoding.h"
#include "corpus/wording/answer_text.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>

namespace answers {
namespace {

bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

/// What a text of several lines says that is indented with the script around it.
std::string unindented(std::string_view text) {
  const std::size_t first = text.find('\n');
  if (first == std::string_view::npos) return std::string(text);
  const std::string below(text.substr(first + 1));
  return std::string(text.substr(0, first + 1)) + dedent(below, common_indent(below));
}

}  // namespace

bool ScriptLexer::is_name_byte(char byte) {
  return is_word_byte(byte) || byte == '_' || byte == '$';
}

bool ScriptLexer::skip_blanks() {
  const std::size_t begin = at_;
  for (;;) {
    while (at_ < script_.size() && is_space(script_[at_])) ++at_;
    const bool line = has_hash_comments() ? looks_at("#")
                                          : looks_at("//") || (is(ScriptLanguage::php) &&
                                                               looks_at("#") && !looks_at("#["));
    if (line) {
      at_ = std::min(script_.find('\n', at_), script_.size());
    } else if (!has_hash_comments() && looks_at("/*")) {
      const std::size_t end = script_.find("*/", at_ + 2);
      at_ = end == std::string_view::npos ? script_.size() : end + 2;
    } else if (is(ScriptLanguage::python) && looks_at("\\\n")) {
      at_ += 2;
    } else {
      break;
    }
  }
  spend(at_ - begin + 1);
  return at_ > begin;
}

std::string_view ScriptLexer::take_name() {
  const std::size_t begin = at_;
  while (at_ < script_.size() && is_name_byte(script_[at_])) ++at_;
  spend(at_ - begin);
  return script_.substr(begin, at_ - begin);
}

bool ScriptLexer::may_begin_pattern(char before) const {
  return is(ScriptLanguage::javascript) &&
         std::string_view("=(,:[!&|?{};\n").find(before) != std::string_view::npos;
}

void ScriptLexer::skip_pattern() {
  bool set = false;
  for (std::size_t end = at_ + 1; end < script_.size() && script_[end] != '\n'; ++end) {
    const char byte = script_[end];
    if (byte == '\\') {
      ++end;
    } else if (byte == '[') {
      set = true;
    } else if (byte == ']') {
      set = false;
    } else if (byte == '/' && !set) {
      spend(end - at_);
      at_ = end + 1;
      return;
    }
  }
  ++at_;
}

void ScriptLexer::take_escape(std::string& text) {
  ++at_;  // the backslash
  const char byte = peek();
  ++at_;
  std::uint32_t number = 0;
  const auto hex = [&](std::size_t begin, std::size_t digits) {
    const std::string_view all = script_.substr(std::min(begin, script_.size()), digits);
    const auto [end, error] = std::from_chars(all.data(), all.data() + all.size(), number, 16);
    return error == std::errc() && end == all.data() + all.size() && !all.empty();
  };
  switch (byte) {
    case 'n':
      text += '\n';
      break;
    case 't':
      text += '\t';
      break;
    case 'r':
    case 'b':
    case 'f':
    case 'v':
    case '0':
      text += ' ';
      break;
    case '\n':
      break;  // the string goes on in the next line
    case 'x':
      if (hex(at_, 2)) {
        append_utf8(text, number);
        at_ += 2;
      }
      break;
    case 'u':
      if (peek() == '{') {
        const std::size_t end = script_.find('}', at_);
        if (end != std::string_view::npos && hex(at_ + 1, end - at_ - 1)) {
          append_utf8(text, number);
          at_ = end + 1;
        }
      } else if (hex(at_, 4)) {
        at_ += 4;
        const std::uint32_t first = number;
        if (first >= 0xD800 && first < 0xDC00 && looks_at("\\u") && hex(at_ + 2, 4) &&
            number >= 0xDC00 && number < 0xE000) {
          at_ += 6;
          number = 0x10000 + ((first - 0xD800) << 10U) + (number - 0xDC00);
        } else {
          number = first;
        }
        append_utf8(text, number);
      }
      break;
    default:
      if (at_ <= script_.size() && byte != '\0') text += byte;
  }
}

bool ScriptLexer::begins_string() const {
  const char byte = peek();
  return byte == '"' || byte == '\'' || (byte == '`' && is(ScriptLanguage::javascript)) ||
         (is(ScriptLanguage::php) && looks_at("<<<"));
}

bool ScriptLexer::take_heredoc(std::string& text) {
  at_ += 3;
  while (peek() == ' ' || peek() == '"' || peek() == '\'') ++at_;
  const std::string_view name = take_name();
  const std::size_t first = script_.find('\n', at_);
  if (name.empty() || first == std::string_view::npos) return false;
  for (std::size_t line = first; line != std::string_view::npos;
       line = script_.find('\n', line + 1)) {
    const std::size_t begin = std::min(script_.find_first_not_of(" \t", line + 1), script_.size());
    if (!script_.substr(begin).starts_with(name)) continue;
    const std::string_view lines = script_.substr(first, line - first);
    text += trimmed(unindented(lines));
    spend(begin - at_);
    at_ = begin + name.size();
    return true;
  }
  spend(script_.size() - at_);
  return false;
}

bool ScriptLexer::take_string(std::string& text) {
  if (looks_at("<<<")) return take_heredoc(text);
  const char quote = peek();
  const std::size_t begin = at_;
  const std::string_view three = script_.substr(at_, 3);
  const bool thrice =
      is(ScriptLanguage::python) && three.size() == 3 && three[1] == quote && three[2] == quote;
  const bool raw = is(ScriptLanguage::php) && quote == '\'';
  const bool in_line =
      is(ScriptLanguage::javascript) ? quote != '`' : is(ScriptLanguage::python) && !thrice;
  std::string said;
  bool ends = false;
  at_ += thrice ? 3 : 1;
  while (at_ < script_.size()) {
    const char byte = script_[at_];
    if (byte == quote && (!thrice || looks_at(three))) {
      at_ += thrice ? 3 : 1;
      ends = true;
      break;
    }
    if (byte == '\\' && (!raw || peek(1) == '\'' || peek(1) == '\\')) {
      take_escape(said);
    } else if (byte == '\n' && in_line) {
      break;
    } else if (byte == '$' && quote == '`' && peek(1) == '{') {
      const std::size_t from = at_;
      ++at_;
      skip_bracket();
      said += script_.substr(from, at_ - from);
    } else {
      said += byte;
      ++at_;
    }
  }
  spend(at_ - begin);
  text += in_line ? said : unindented(said);
  return ends;
}

void ScriptLexer::skip_bracket() {
  std::size_t depth = 0;
  char before = '(';
  while (at_ < script_.size() && work_left_ > 0) {
    if (skip_blanks()) continue;
    const char byte = script_[at_];
    if (begins_string()) {
      if (++nested_ > deepest) {
        at_ = script_.size();
      } else {
        std::string unused;
        take_string(unused);
      }
      --nested_;
      before = '"';
      continue;
    }
    if (byte == '/' && may_begin_pattern(before)) {
      skip_pattern();
      before = '"';
      continue;
    }
    ++at_;
    spend(1);
    before = byte;
    if (byte == '(' || byte == '[' || byte == '{') ++depth;
    if ((byte == ')' || byte == ']' || byte == '}') && --depth == 0) return;
  }
  at_ = script_.size();  // of no work left, too: who skips brackets until a sign comes ends with it
}

}  // namespace answers
