#include "corpus/characters.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <array>
#include <cstdint>
#include <iterator>

namespace answers {
namespace {

struct CodePoint {
  utf8proc_int32_t value = 0;
  std::size_t bytes = 0;  ///< how many it takes; 1 and value -1 for a byte that is not UTF-8
};

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  utf8proc_int32_t value = -1;
  const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                     static_cast<utf8proc_ssize_t>(text.size() - at), &value);
  return used > 0 ? CodePoint{value, static_cast<std::size_t>(used)} : CodePoint{-1, 1};
}

CodePoint code_point_before(std::string_view text, std::size_t end) {
  std::size_t begin = end - 1;
  while (begin > 0 && end - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80)
    --begin;
  const CodePoint last = code_point_at(text.substr(0, end), begin);
  return begin + last.bytes == end ? last : CodePoint{-1, 1};
}

bool is_invisible(utf8proc_int32_t value) {
  if (value < 0x80) return value >= 0 && value <= ' ';
  switch (value) {
    case 0x85:
    case 0xA0:
    case 0x1680:
    case 0x202F:
    case 0x205F:
    case 0x2060:
    case 0x3000:
    case 0xFEFF:
      return true;
    default:
      return (value >= 0x2000 && value <= 0x200F) || value == 0x2028 || value == 0x2029 ||
             (value >= 0xFE00 && value <= 0xFE0F);
  }
}

bool is_letter_or_digit(utf8proc_int32_t value) {
  const auto category = utf8proc_category(value);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

bool is_cjk(utf8proc_int32_t value) {
  return (value >= 0x3040 && value <= 0x30FF) || (value >= 0x3400 && value <= 0x4DBF) ||
         (value >= 0x4E00 && value <= 0x9FFF) || (value >= 0xAC00 && value <= 0xD7AF) ||
         (value >= 0xF900 && value <= 0xFAFF) || (value >= 0x20000 && value <= 0x3FFFF);
}

void append_folded(std::string& folded, utf8proc_int32_t value, bool& pending_blank) {
  // A full decomposition of one code point has at most 18 (U+FDFA).
  std::array<utf8proc_int32_t, 18> parts{};
  int boundary = 0;
  const auto count = utf8proc_decompose_char(
      value, parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
      static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE),
      &boundary);
  for (utf8proc_ssize_t i = 0; i < count && i < static_cast<utf8proc_ssize_t>(parts.size()); ++i) {
    const auto part = parts[static_cast<std::size_t>(i)];
    if (!is_letter_or_digit(part)) {
      pending_blank = true;
      continue;
    }
    if (pending_blank && !folded.empty()) folded += ' ';
    pending_blank = false;
    std::array<utf8proc_uint8_t, 4> encoded{};
    const auto size = utf8proc_encode_char(part, encoded.data());
    folded.append(reinterpret_cast<const char*>(encoded.data()), static_cast<std::size_t>(size));
  }
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    const CodePoint first = code_point_at(text, 0);
    if (!is_invisible(first.value)) break;
    text.remove_prefix(first.bytes);
  }
  while (!text.empty()) {
    const CodePoint last = code_point_before(text, text.size());
    if (!is_invisible(last.value)) break;
    text.remove_suffix(last.bytes);
  }
  return text;
}

bool is_blank(std::string_view text) { return trimmed(text).empty(); }

std::string folded_words(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool pending_blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (static_cast<unsigned char>(byte) >= 0x80) {
      const CodePoint here = code_point_at(text, at);
      at += here.bytes;
      if (here.value >= 0) append_folded(folded, here.value, pending_blank);
      continue;
    }
    ++at;
    const bool upper = byte >= 'A' && byte <= 'Z';
    if (!upper && !(byte >= 'a' && byte <= 'z') && !(byte >= '0' && byte <= '9')) {
      pending_blank = true;
      continue;
    }
    if (pending_blank && !folded.empty()) folded += ' ';
    pending_blank = false;
    folded += upper ? static_cast<char>(byte + ('a' - 'A')) : byte;
  }
  return folded;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  std::size_t signs = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint here = code_point_at(text, at);
    at += here.bytes;
    if (is_cjk(here.value)) {
      ++signs;
      inside = false;
    } else if (here.value >= 0 && is_letter_or_digit(here.value)) {
      if (!inside) ++words;
      inside = true;
    } else {
      inside = false;
    }
  }
  return words + (signs + 1) / 2;
}

bool ends_in_question_mark(std::string_view text) {
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    const char last = text.back();
    if (last == '?') return true;
    if (last != '*' && last != '_' && last != '#' && last != ':' && last != '.' && last != ')' &&
        last != '"' && last != '`')
      break;
    text.remove_suffix(1);
  }
  return text.ends_with("？") || text.ends_with("؟") || text.ends_with("⁇") ||
         text.ends_with("՞") || text.ends_with("?");
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& byte : lower) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte + ('a' - 'A'));
  }
  return lower;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view lower_case_prefix) {
  if (text.size() < lower_case_prefix.size()) return false;
  for (std::size_t i = 0; i < lower_case_prefix.size(); ++i) {
    const char byte = text[i];
    const char lower = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
    if (lower != lower_case_prefix[i]) return false;
  }
  return true;
}

bool is_control(char32_t character) {
  return (character < 0x20 && character != '\n' && character != '\t') ||
         (character >= 0x7F && character < 0xA0);
}

bool is_invisible(char32_t character) {
  return (character >= 0x200B && character <= 0x200F) ||  // zero width, marks of direction
         (character >= 0x202A && character <= 0x202E) ||  // embeddings and overrides
         (character >= 0x2060 && character <= 0x206F) ||  // joiners, isolates, deprecated
         character == 0x061C || character == 0xFEFF || character == 0x180E ||
         (character >= 0xFFF9 && character <= 0xFFFB) ||    // interlinear annotation
         (character >= 0xE0000 && character <= 0xE0FFF) ||  // tags
         character == 0x2028 || character == 0x2029;
}

std::string printable_json(std::string_view json) {
  std::string safe;
  safe.reserve(json.size());
  const auto escape = [&](char32_t unit) {
    fmt::format_to(std::back_inserter(safe), "\\u{:04x}", static_cast<unsigned>(unit));
  };
  for (std::size_t at = 0; at < json.size();) {
    const CodePoint next = code_point_at(json, at);
    const auto character = static_cast<char32_t>(next.value);
    if (next.value < 0) {
      safe += "\xEF\xBF\xBD";
    } else if (!is_control(character) && !is_invisible(character)) {
      safe += json.substr(at, next.bytes);
    } else if (character < 0x10000) {
      escape(character);
    } else {
      escape(0xD800 + ((character - 0x10000) >> 10));
      escape(0xDC00 + ((character - 0x10000) & 0x3FF));
    }
    at += next.bytes;
  }
  return safe;
}

}  // namespace answers
