#include "corpus/data/json_text.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/encoding.h"
#include "corpus/characters/sixteen_bytes.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <iterator>

namespace answers {
namespace {

/// The bytes beyond ASCII that all begin with which is_control() and is_invisible() name.
constexpr std::array<bool, 256> may_begin_unseen = [] {
  std::array<bool, 256> table{};
  for (const std::size_t lead : {0xC2U, 0xD8U, 0xE1U, 0xE2U, 0xEFU, 0xF3U}) table[lead] = true;
  return table;
}();

bool is_harmless(char byte) {
  return (byte & 0x80) != 0 && !may_begin_unseen[static_cast<unsigned char>(byte)];
}

/// Where the first byte from `at` on stands that is no plain ASCII.
std::size_t behind_plain(std::string_view text, std::size_t at) {
  return find_byte(text, at, [](const Sixteen& bytes) {
    return (bytes < ' ') | (bytes > '~') | (bytes == '"') | (bytes == '\\');
  });
}

void append_escaped(std::string& json, char32_t character) {
  switch (character) {
    case '"':
    case '\\':
      json += '\\';
      json += static_cast<char>(character);
      return;
    case '\b':
      json += "\\b";
      return;
    case '\f':
      json += "\\f";
      return;
    case '\n':
      json += "\\n";
      return;
    case '\r':
      json += "\\r";
      return;
    case '\t':
      json += "\\t";
      return;
    default:
      break;
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
  for (std::size_t at = behind_plain(text, 0); at < text.size(); at = behind_plain(text, at)) {
    if (!sound && (text[at] & 0x80) != 0) {
      sound = is_utf8(text.substr(at));
      if (!sound) {
        json.resize(before);
        json += json_text(nlohmann::ordered_json(text));
        return;
      }
    }
    if (is_harmless(text[at])) {
      while (at < text.size() && is_harmless(text[at])) ++at;
      continue;
    }
    std::string_view rest = text.substr(at);
    const char32_t character = take_character(rest);
    const std::size_t end = text.size() - rest.size();
    if (character < 0x80 || is_control(character) || is_invisible(character)) {
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
