#include "corpus/values/json_text.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/encoding.h"
#include "corpus/characters/sixteen_bytes.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <iterator>

namespace answers {
namespace {

/// Where the first byte from `at` on stands that is no plain ASCII.
std::size_t behind_plain(std::string_view text, std::size_t at) {
  return find_byte(text, at, [](const Sixteen& bytes) {
    return (bytes < ' ') | (bytes > '~') | (bytes == '"') | (bytes == '\\');
  });
}

/// The same in UTF-8, and beyond ASCII no byte but those that all begin with which is_control() and
/// is_invisible() name.
std::size_t behind_shown(std::string_view text, std::size_t at) {
  return find_byte(text, at, [](const Sixteen& bytes) {
    return (bytes < ' ') | (bytes == 0x7F) | (bytes == '"') | (bytes == '\\') | (bytes == 0xC2) |
           (bytes == 0xD8) | (bytes == 0xE1) | (bytes == 0xE2) | (bytes == 0xEF) | (bytes == 0xF3);
  });
}

/// What stands behind the backslash for a character that JSON has a short name for; 0: none.
constexpr char short_escape(char32_t character) {
  switch (character) {
    case '"':
    case '\\':
      return static_cast<char>(character);
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    default:
      return '\0';
  }
}

void append_escaped(std::string& json, char32_t character) {
  if (const char name = short_escape(character); name != '\0') {
    json += '\\';
    json += name;
    return;
  }
  const auto append_unit = [&json](char32_t unit) {
    fmt::format_to(std::back_inserter(json), "\\u{:04x}", static_cast<unsigned>(unit));
  };
  if (character < 0x10000) return append_unit(character);
  append_unit(0xD800 + ((character - 0x10000) >> 10));
  append_unit(0xDC00 + ((character - 0x10000) & 0x3FF));
}

}  // namespace

std::string json_text(const nlohmann::ordered_json& json, int indent) {
  return printable_json(
      json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

void append_json_string(std::string& json, std::string_view text) {
  const std::size_t before = json.size();
  bool sound = false;  // all that is beyond ASCII was looked at
  json += '"';
  std::size_t begin = 0;  // of what is written as it stands
  const auto next = [&](std::size_t at) {
    return sound ? behind_shown(text, at) : behind_plain(text, at);
  };
  for (std::size_t at = next(0); at < text.size(); at = next(at)) {
    if ((text[at] & 0x80) == 0) {
      json += text.substr(begin, at - begin);
      append_escaped(json, static_cast<unsigned char>(text[at]));
      begin = ++at;
      continue;
    }
    if (!sound) {
      sound = is_utf8(text.substr(at));
      if (!sound) {
        json.resize(before);
        json += json_text(nlohmann::ordered_json(text));
        return;
      }
      continue;
    }
    std::string_view rest = text.substr(at);
    const char32_t character = take_character(rest);
    const std::size_t end = text.size() - rest.size();
    if (is_control(character) || is_invisible(character)) {
      json += text.substr(begin, at - begin);
      append_escaped(json, character);
      begin = end;
    }
    at = end;
  }
  json += text.substr(begin);
  json += '"';
}

}  // namespace answers
