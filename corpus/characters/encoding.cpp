#include "corpus/characters/encoding.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <simdjson.h>

namespace answers {
namespace {

using Upper = std::array<char16_t, 128>;  // what the bytes 0x80–0xFF stand for

// unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT; 0xA0–0xFF are Latin-1.
constexpr Upper windows_1252 = [] {
  Upper upper{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
              0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
              0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
              0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};
  for (std::size_t i = 32; i < 128; ++i) upper[i] = static_cast<char16_t>(0x80 + i);
  return upper;
}();

// unicode.org/Public/MAPPINGS/VENDORS/APPLE/ROMAN.TXT (glibc's MACINTOSH differs: 0xC6, 0xF0).
constexpr Upper mac_roman = {
    u'Ä', u'Å', u'Ç', u'É', u'Ñ', u'Ö', u'Ü', u'á',   u'à', u'â', u'ä', u'ã', u'å', u'ç', u'é',
    u'è', u'ê', u'ë', u'í', u'ì', u'î', u'ï', u'ñ',   u'ó', u'ò', u'ô', u'ö', u'õ', u'ú', u'ù',
    u'û', u'ü', u'†', u'°', u'¢', u'£', u'§', u'•',   u'¶', u'ß', u'®', u'©', u'™', u'´', u'¨',
    u'≠', u'Æ', u'Ø', u'∞', u'±', u'≤', u'≥', u'¥',   u'µ', u'∂', u'∑', u'∏', u'π', u'∫', u'ª',
    u'º', u'Ω', u'æ', u'ø', u'¿', u'¡', u'¬', u'√',   u'ƒ', u'≈', u'∆', u'«', u'»', u'…', 0x00A0,
    u'À', u'Ã', u'Õ', u'Œ', u'œ', u'–', u'—', u'“',   u'”', u'‘', u'’', u'÷', u'◊', u'ÿ', u'Ÿ',
    u'⁄', u'€', u'‹', u'›', u'ﬁ', u'ﬂ', u'‡', u'·',   u'‚', u'„', u'‰', u'Â', u'Ê', u'Á', u'Ë',
    u'È', u'Í', u'Î', u'Ï', u'Ì', u'Ó', u'Ô', 0xF8FF, u'Ò', u'Ú', u'Û', u'Ù', u'ı', u'ˆ', u'˜',
    u'¯', u'˘', u'˙', u'˚', u'¸', u'˝', u'˛', u'ˇ'};

struct Pair {
  char16_t character;
  unsigned char byte;
};
using Reverse = std::array<Pair, 128>;

constexpr Reverse reverse(const Upper& upper) {
  Reverse pairs{};
  for (std::size_t i = 0; i < 128; ++i) {
    pairs[i] = {upper[i], static_cast<unsigned char>(0x80 + i)};
  }
  std::ranges::sort(pairs, {}, &Pair::character);
  return pairs;
}

constexpr Reverse to_windows_1252 = reverse(windows_1252);
constexpr Reverse to_mac_roman = reverse(mac_roman);

}  // namespace

bool is_utf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

void append_utf8(std::string& text, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) code_point = 0xFFFD;
  const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | code_point >> 18);
    put(0x80 | (code_point >> 12 & 0x3F));
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

char32_t take_character(std::string_view& text) {
  const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  std::size_t size = 1;
  char32_t character = lead;
  if (lead >= 0xF0) {
    size = 4;
    character = lead & 0x07;
  } else if (lead >= 0xE0) {
    size = 3;
    character = lead & 0x0F;
  } else if (lead >= 0xC0) {
    size = 2;
    character = lead & 0x1F;
  }
  for (std::size_t i = 1; i < size && i < text.size(); ++i) {
    character = character << 6 | (byte(i) & 0x3F);
  }
  text.remove_prefix(std::min(size, text.size()));
  return character;
}

char32_t decode(CodePage page, unsigned char byte) {
  if (byte < 0x80) return byte;
  return (page == CodePage::windows_1252 ? windows_1252 : mac_roman)[byte - 0x80U];
}

unsigned char encode(CodePage page, char32_t character) {
  if (character < 0x80 || character > 0xFFFF) return 0;
  if (character > U'◊' && character < 0xF8FF) return 0;  // most of the world's scripts: in neither
  if (character < 0xA0 && page == CodePage::windows_1252)
    return static_cast<unsigned char>(character);
  const Reverse& pairs = page == CodePage::windows_1252 ? to_windows_1252 : to_mac_roman;
  const auto found =
      std::ranges::lower_bound(pairs, static_cast<char16_t>(character), {}, &Pair::character);
  return found != pairs.end() && found->character == character ? found->byte : 0;
}

void append_windows_1252(std::string& text, std::string_view bytes) {
  for (const char byte : bytes) {
    append_utf8(text, decode(CodePage::windows_1252, static_cast<unsigned char>(byte)));
  }
}

void append_utf16(std::string& text, std::string_view bytes, bool big_endian) {
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  std::size_t i = 0;
  for (; i + 1 < bytes.size(); i += 2) {
    char32_t character = unit(i);
    if (character >= 0xD800 && character < 0xDC00 && i + 3 < bytes.size()) {
      const char32_t low = unit(i + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        character = 0x10000 + ((character - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    append_utf8(text, character);
  }
  if (i < bytes.size()) append_utf8(text, 0xFFFD);
}

}  // namespace answers
