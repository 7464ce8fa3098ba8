#include "corpus/characters/characters.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/sixteen_bytes.h"

#include <fmt/core.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

namespace answers {
namespace {

struct CodePoint {
  utf8proc_int32_t value = 0;
  std::size_t bytes = 0;  ///< how many it takes; 1 and value -1 for a byte that is not UTF-8
};

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  if (first >= 0xC2 && first <= 0xDF && at + 1 < text.size()) {
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if ((second & 0xC0) == 0x80) return {(first & 0x1F) << 6 | (second & 0x3F), 2};
  }
  if (first >= 0xE1 && first <= 0xEF && first != 0xED && at + 2 < text.size()) {
    const auto second = static_cast<unsigned char>(text[at + 1]);
    const auto third = static_cast<unsigned char>(text[at + 2]);
    if ((second & 0xC0) == 0x80 && (third & 0xC0) == 0x80)
      return {(first & 0x0F) << 12 | (second & 0x3F) << 6 | (third & 0x3F), 3};
  }
  utf8proc_int32_t value = -1;
  const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                     static_cast<utf8proc_ssize_t>(text.size() - at), &value);
  return used > 0 ? CodePoint{value, static_cast<std::size_t>(used)} : CodePoint{-1, 1};
}

/// The bytes of the character beyond ASCII that shows nothing and that `text` begins with; 0: none.
std::size_t blank_sign_at(std::string_view text) {
  const auto byte = [text](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
  };
  const unsigned second = byte(1);
  const unsigned third = byte(2);
  switch (byte(0)) {
    case 0xC2:  // U+0085, U+00A0
      return second == 0x85 || second == 0xA0 ? 2 : 0;
    case 0xE1:  // U+1680
      return second == 0x9A && third == 0x80 ? 3 : 0;
    case 0xE2: {  // U+2000 … U+200F, U+2028, U+2029, U+202F; U+205F, U+2060
      const bool narrow =
          (third >= 0x80 && third <= 0x8F) || third == 0xA8 || third == 0xA9 || third == 0xAF;
      return (second == 0x80 && narrow) || (second == 0x81 && (third == 0x9F || third == 0xA0)) ? 3
                                                                                                : 0;
    }
    case 0xE3:  // U+3000
      return second == 0x80 && third == 0x80 ? 3 : 0;
    case 0xEF:  // U+FE00 … U+FE0F, U+FEFF
      return (second == 0xB8 && third >= 0x80 && third <= 0x8F) || (second == 0xBB && third == 0xBF)
                 ? 3
                 : 0;
    default:
      return 0;
  }
}

/// The same at the end of a text.
std::size_t blank_sign_before_end(std::string_view text) {
  for (const std::size_t size : {std::size_t{3}, std::size_t{2}}) {
    if (text.size() >= size && blank_sign_at(text.substr(text.size() - size)) == size) return size;
  }
  return 0;
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

/// What an ASCII letter or digit is folded to; 0 for all else.
constexpr std::array<char, 256> ascii_folded = [] {
  std::array<char, 256> table{};
  for (std::size_t digit = '0'; digit <= '9'; ++digit) table[digit] = static_cast<char>(digit);
  for (std::size_t letter = 'a'; letter <= 'z'; ++letter) {
    table[letter] = static_cast<char>(letter);
    table[letter - ('a' - 'A')] = static_cast<char>(letter);
  }
  return table;
}();

constexpr std::size_t largest_folded =
    144;  // bytes of one code point, 4 and a blank for each of 18 parts: see append_folded()

/// What of the commonest characters beyond ASCII is known without a look into the tables of
/// Unicode.
bool is_dash_or_quote(utf8proc_int32_t value) {
  return value >= 0x2010 && value <= 0x2027 && value != 0x2017;
}

/// A full decomposition of one code point: at most 18 (U+FDFA).
struct Parts {
  std::array<utf8proc_int32_t, 18> values{};
  std::size_t count = 0;
};

Parts folded_parts(utf8proc_int32_t value) {
  Parts parts;
  int boundary = 0;
  const auto count = utf8proc_decompose_char(
      value, parts.values.data(), static_cast<utf8proc_ssize_t>(parts.values.size()),
      static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE),
      &boundary);
  if (count > 0) parts.count = std::min(static_cast<std::size_t>(count), parts.values.size());
  return parts;
}

/// What characters below U+3400 and wide ones are folded to, remembered from the first time that
/// one was met: utf8proc takes some 150 instructions for each, and a text has the same few again
/// and again.
class FoldedOnce {
 public:
  static constexpr utf8proc_int32_t end = 0x3400;
  static constexpr utf8proc_int32_t wide = 0xFF00;  // and those of the width of Chinese signs
  static constexpr utf8proc_int32_t wide_end = 0xFFF0;

  static bool knows(utf8proc_int32_t value) {
    return value < end || (value >= wide && value < wide_end);
  }

  /// One letter at most, and behind it a blank at most; `several`: anything else.
  struct Folded {
    utf8proc_int32_t letter = 0;  ///< 0: none
    bool blank = false;
    bool several = false;
  };

  Folded of(utf8proc_int32_t value) {
    const utf8proc_int32_t place = value < end ? value : value - wide + end;
    std::atomic<std::uint32_t>& slot = slots_[static_cast<std::size_t>(place)];
    std::uint32_t bits = slot.load(std::memory_order_relaxed);
    if (bits == 0) {
      bits = bits_of(folded_parts(value));
      slot.store(bits, std::memory_order_relaxed);
    }
    return {static_cast<utf8proc_int32_t>(bits & letter_bits), (bits & blank_bit) != 0,
            (bits & several_bit) != 0};
  }

 private:
  static constexpr std::uint32_t letter_bits = 0x1FFFFF;
  static constexpr std::uint32_t blank_bit = 1U << 29U;
  static constexpr std::uint32_t several_bit = 1U << 30U;
  static constexpr std::uint32_t known_bit = 1U << 31U;

  static std::uint32_t bits_of(const Parts& parts) {
    std::uint32_t bits = known_bit;
    for (std::size_t i = 0; i < parts.count; ++i) {
      if (!is_letter_or_digit(parts.values[i])) {
        bits |= blank_bit;
      } else if (i > 0) {
        return bits | several_bit;
      } else {
        bits |= static_cast<std::uint32_t>(parts.values[i]);
      }
    }
    return bits;
  }

  std::array<std::atomic<std::uint32_t>, static_cast<std::size_t>(end + wide_end - wide)> slots_{};
};

constinit FoldedOnce folded_once;

/// Writes what `value` is folded to, at most `largest_folded` bytes; where that ends.
template <bool blanks>
char* append_folded(char* out, utf8proc_int32_t value, bool& pending_blank) {
  if (is_dash_or_quote(value)) {
    pending_blank = true;
    return out;
  }
  const auto append_letter = [&](utf8proc_int32_t letter) {
    if (blanks && pending_blank) *out++ = ' ';
    pending_blank = false;
    if (letter < 0x80) {
      *out++ = static_cast<char>(letter);
    } else if (letter < 0x800) {
      *out++ = static_cast<char>(0xC0 | letter >> 6);
      *out++ = static_cast<char>(0x80 | (letter & 0x3F));
    } else {
      out += utf8proc_encode_char(letter, reinterpret_cast<utf8proc_uint8_t*>(out));
    }
  };
  if (FoldedOnce::knows(value)) {
    const FoldedOnce::Folded known = folded_once.of(value);
    if (!known.several) {
      if (known.letter != 0) append_letter(known.letter);
      pending_blank = pending_blank || known.blank;
      return out;
    }
  }
  const Parts parts = folded_parts(value);
  for (std::size_t i = 0; i < parts.count; ++i) {
    if (is_letter_or_digit(parts.values[i])) {
      append_letter(parts.values[i]);
    } else {
      pending_blank = true;
    }
  }
  return out;
}

/// Writes what ASCII text is folded to.
template <bool blanks>
char* append_folded(char* out, std::string_view ascii, bool& pending_blank) {
  const auto letter_at = [&ascii](std::size_t at) {
    return ascii_folded[static_cast<unsigned char>(ascii[at])];
  };
  std::size_t at = 0;
  if constexpr (!blanks) {
    const auto take = [&](char letter) {
      *out = letter;
      out += letter != '\0' ? 1 : 0;
    };
    for (; at + 4 <= ascii.size(); at += 4) {  // most of what there is to read goes through here
      take(letter_at(at));
      take(letter_at(at + 1));
      take(letter_at(at + 2));
      take(letter_at(at + 3));
    }
    for (; at < ascii.size(); ++at) take(letter_at(at));
    return out;
  }
  const auto take_until = [&](std::size_t end) {
    while (at < end) {
      char letter = letter_at(at);
      if (letter == '\0') {
        pending_blank = true;
        ++at;
        continue;
      }
      if (pending_blank) *out++ = ' ';
      pending_blank = false;
      do {
        *out++ = letter;
        letter = ++at < end ? letter_at(at) : '\0';
      } while (letter != '\0');
    }
  };
  // Where one sign stands between words, sixteen are folded at once.
  while (at + sizeof(Sixteen) <= ascii.size()) {
    Sixteen bytes{};
    std::memcpy(&bytes, ascii.data() + at, sizeof bytes);
    const Sixteen lower = bytes | 0x20;
    const auto letters = (lower >= 'a') & (lower <= 'z');
    const auto digits = (bytes >= '0') & (bytes <= '9');
    const std::uint32_t blanks_at = bits_of(~(letters | digits)) & 0xFFFFU;
    if ((blanks_at & (blanks_at << 1U | (pending_blank ? 1U : 0U))) != 0) {
      take_until(at + sizeof bytes);
      continue;
    }
    if (pending_blank) *out++ = ' ';
    const Sixteen written = letters ? lower : digits ? bytes : Sixteen{} + ' ';
    std::memcpy(out, &written, sizeof written);
    at += sizeof bytes;
    out += sizeof bytes;
    pending_blank = blanks_at >> (sizeof bytes - 1) != 0;
    if (pending_blank) --out;
  }
  take_until(ascii.size());
  return out;
}

/// Where the first byte beyond ASCII stands from `at` on; text.size(): nowhere.
std::size_t end_of_ascii(std::string_view text, std::size_t at) {
  return find_byte(text, at, [](const Sixteen& bytes) { return bytes >= 0x80; });
}

/// Whether a Chinese sign, U+4E00 … U+9FEF, stands at `at`.
inline bool is_ideograph_at(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) return false;
  const auto byte = [text, at](std::size_t i) {
    return std::uint32_t{static_cast<unsigned char>(text[at + i])};
  };
  // Of four bytes, which are read at once.
  const std::uint32_t signs =
      at + 3 < text.size() ? (byte(0) << 24U | byte(1) << 16U | byte(2) << 8U | byte(3)) >> 8U
                           : byte(0) << 16U | byte(1) << 8U | byte(2);
  return signs - 0xE4B880U <= 0xE9BFAFU - 0xE4B880U && (signs & 0xC0C0U) == 0x8080U;
}

/// Room to write a text into while it is folded: on the stack where it is short, as most are.
class Room {
 public:
  explicit Room(std::size_t size) : size_(size) {
    if (size > few_.size()) many_ = std::make_unique_for_overwrite<char[]>(size);
  }
  char* begin() { return many_ ? many_.get() : few_.data(); }
  std::size_t size() const { return size_; }
  /// Grows to twice its size and keeps its first `used` bytes.
  void grow(std::size_t used) {
    auto more = std::make_unique_for_overwrite<char[]>(2 * size_);
    std::copy_n(begin(), used, more.get());
    many_ = std::move(more);
    size_ *= 2;
  }

 private:
  std::size_t size_;
  std::array<char, 512> few_;  // NOLINT(cppcoreguidelines-pro-type-member-init): that takes time
  std::unique_ptr<char[]> many_{};
};

/// The folded words of a text, with blanks between them or without.
template <bool blanks>
std::string folded(std::string_view text) {
  std::size_t at = end_of_ascii(text, 0);
  Room room(text.size() + (at == text.size() ? 0 : largest_folded));
  bool pending_blank = false;
  char* out = append_folded<blanks>(room.begin(), text.substr(0, at), pending_blank);
  while (at < text.size()) {
    if (is_ideograph_at(text, at)) {
      if (blanks && pending_blank) *out++ = ' ';
      pending_blank = false;
      const std::size_t begin = at;
      do at += 3;
      while (is_ideograph_at(text, at));
      out = std::copy_n(text.data() + begin, at - begin, out);
      continue;
    }
    const CodePoint here = code_point_at(text, at);
    at += here.bytes;
    // The rest of the text needs no more than its size, but for what grows when folded.
    const auto used = static_cast<std::size_t>(out - room.begin());
    if (room.size() - used < text.size() - at + largest_folded) {
      room.grow(used);
      out = room.begin() + used;
    }
    if (here.value >= 0) out = append_folded<blanks>(out, here.value, pending_blank);
    if (at < text.size() && (text[at] & 0x80) == 0) {
      const std::size_t end = end_of_ascii(text, at);
      out = append_folded<blanks>(out, text.substr(at, end - at), pending_blank);
      at = end;
    }
  }
  const char* const begin = room.begin();
  const bool blank = begin != out && *begin == ' ';
  return {begin + (blank ? 1 : 0), static_cast<const char*>(out)};
}

}  // namespace

std::string_view trimmed_of_rare_signs(std::string_view text) {
  const auto is_blank_of_ascii = [](char byte) { return static_cast<unsigned char>(byte) <= ' '; };
  while (!text.empty()) {
    const bool high = (text.front() & 0x80) != 0;
    const std::size_t blank = high ? blank_sign_at(text) : is_blank_of_ascii(text.front()) ? 1 : 0;
    if (blank == 0) break;
    text.remove_prefix(blank);
  }
  while (!text.empty()) {
    const bool high = (text.back() & 0x80) != 0;
    const std::size_t blank = high                             ? blank_sign_before_end(text)
                              : is_blank_of_ascii(text.back()) ? 1
                                                               : 0;
    if (blank == 0) break;
    text.remove_suffix(blank);
  }
  return text;
}

bool is_blank(std::string_view text) {
  for (const char byte : text) {
    if ((byte & 0x80) != 0) break;
    if (byte > ' ') return false;
  }
  return trimmed(text).empty();
}

std::string folded_words(std::string_view text) { return folded<true>(text); }

std::string folded_letters(std::string_view text) { return folded<false>(text); }

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

std::string without_accents(std::string_view text) {
  if (std::ranges::none_of(text, [](char byte) { return (byte & 0x80) != 0; }))
    return std::string(text);
  utf8proc_uint8_t* plain = nullptr;
  const auto size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
      static_cast<utf8proc_ssize_t>(text.size()), &plain,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK));
  if (size < 0) return std::string(text);
  const std::string_view stripped(reinterpret_cast<const char*>(plain),
                                  static_cast<std::size_t>(size));
  std::string result;
  result.reserve(stripped.size());
  struct Stroke {
    std::string_view letter;
    std::string_view plain;
  };
  static constexpr Stroke strokes[] = {{"ł", "l"},  {"đ", "d"},  {"ø", "o"}, {"ı", "i"},
                                       {"ß", "ss"}, {"æ", "ae"}, {"œ", "oe"}};
  for (std::size_t at = 0; at < stripped.size();) {
    const auto* const stroke = std::ranges::find_if(
        strokes, [&](const Stroke& one) { return stripped.substr(at).starts_with(one.letter); });
    const bool found = stroke != std::end(strokes);
    result += found ? stroke->plain : stripped.substr(at, 1);
    at += found ? stroke->letter.size() : 1;
  }
  std::free(plain);  // NOLINT: utf8proc takes it from malloc()
  return result;
}

namespace {

/// Whether a character may be composed with what stands before it.
bool joins(utf8proc_int32_t value) {
  const auto category = utf8proc_category(value);
  const bool jamo = value >= 0x1160 && value <= 0x11FF;  // vowels and finals
  return jamo || category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
         category == UTF8PROC_CATEGORY_ME;
}

/// How many bytes of a text are composed at once: up to a character that nothing joins. utf8proc
/// sorts the marks of a character in n² steps, so there is an end to them (Unicode's own, of its
/// Stream-Safe Text Format, is 30).
std::size_t end_of_composable(std::string_view text) {
  constexpr std::size_t longest = 1024;
  if (text.size() <= longest) return text.size();
  std::size_t last = 0;  // where a character begins that joins nothing
  std::size_t at = 0;
  while (at < longest) {
    const CodePoint here = code_point_at(text, at);
    if (here.value >= 0 && !joins(here.value)) last = at;
    at += here.bytes;
  }
  return last > 0 ? last : at;
}

/// Appends `text` with its characters composed (NFC); as it is where it is not UTF-8.
void append_composed(std::string_view text, std::string& out) {
  utf8proc_uint8_t* composed = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &composed,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (size >= 0) {
    out.append(reinterpret_cast<const char*>(composed), static_cast<std::size_t>(size));
  } else {
    out.append(text);
  }
  std::free(composed);  // NOLINT: utf8proc takes it from malloc()
}

}  // namespace

void compose_syllables(std::string& text) {
  // U+1100 … U+11FF, U+3099 and U+309A
  const auto may_be_apart = [](const Sixteen& first, const Sixteen& second) {
    return ((first == 0xE1) & (second >= 0x84) & (second <= 0x87)) |
           ((first == 0xE3) & (second == 0x82));
  };
  bool apart = false;
  for (std::size_t at = find_pair(text, 0, may_be_apart); at + 2 < text.size() && !apart;
       at = find_pair(text, at + 1, may_be_apart)) {
    const char third = text[at + 2];
    apart = text[at] == '\xE1' || third == '\x99' || third == '\x9A';
  }
  if (!apart) return;
  std::string result;
  result.reserve(text.size());
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t size = end_of_composable(rest);
    append_composed(rest.substr(0, size), result);
    rest.remove_prefix(size);
  }
  text = std::move(result);
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

std::string printable_json(std::string text) {
  const std::string_view json = text;
  std::string safe;
  const auto escape = [&safe](char32_t unit) {
    safe += fmt::format("\\u{:04x}", static_cast<unsigned>(unit));
  };
  std::size_t plain = 0;  // where what is to be copied as it stands begins
  for (std::size_t at = 0; at < json.size();) {
    if (is_printable_ascii(json[at])) {
      ++at;
      continue;
    }
    const CodePoint next = code_point_at(json, at);
    const auto character = static_cast<char32_t>(next.value);
    if (next.value < 0 || is_control(character) || is_invisible(character)) {
      safe += json.substr(plain, at - plain);
      plain = at + next.bytes;
      if (next.value < 0) {
        safe += "\xEF\xBF\xBD";
      } else if (character < 0x10000) {
        escape(character);
      } else {
        escape(0xD800 + ((character - 0x10000) >> 10));
        escape(0xDC00 + ((character - 0x10000) & 0x3FF));
      }
    }
    at += next.bytes;
  }
  if (plain == 0) return text;
  safe += json.substr(plain);
  return safe;
}

}  // namespace answers
