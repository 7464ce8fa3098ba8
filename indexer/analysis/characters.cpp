#include "indexer/analysis/characters.h"

#include "corpus/characters/encoding.h"
#include "indexer/analysis/han_variants.h"

#include <utf8proc.h>

#include <array>

namespace answers {
namespace {

constexpr bool between(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

bool is_unspaced(char32_t c) {
  return between(c, 0x0E00, 0x0EFF) ||                                // Thai, Lao
         between(c, 0x1000, 0x109F) ||                                // Myanmar
         between(c, 0x1100, 0x1112) ||                                // Hangul, apart
         between(c, 0x1780, 0x17FF) ||                                // Khmer
         between(c, 0x3005, 0x3007) ||                                // iteration mark, zero
         between(c, 0x3041, 0x30FF) ||                                // Hiragana, Katakana
         between(c, 0x3105, 0x318F) ||                                // Bopomofo, Hangul letters
         between(c, 0x31F0, 0x31FF) ||                                // small Katakana
         between(c, 0x3400, 0x4DBF) || between(c, 0x4E00, 0x9FFF) ||  // Han
         between(c, 0xAC00, 0xD7A3) ||                                // Hangul syllables
         between(c, 0xF900, 0xFAFF) ||                                // Han for compatibility
         between(c, 0xFF66, 0xFF9F) ||                                // Katakana of half width
         between(c, 0x20000, 0x323AF);                                // Han
}

bool is_hangul_vowel(char32_t c) { return between(c, 0x1161, 0x1175); }
bool is_hangul_tail(char32_t c) { return between(c, 0x11A8, 0x11C2); }

CharacterKind kind_of(char32_t c) {
  if (is_hangul_vowel(c) || is_hangul_tail(c)) return CharacterKind::mark;
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  if (is_unspaced(c)) {
    // Thai vowels and tones, Kana's voice: of the letter before them.
    if (category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC)
      return CharacterKind::mark;
    return c == 0x30FB || c == 0x30A0 || c == 0x0E3F
               ? CharacterKind::other  // Katakana's dots, Baht
               : CharacterKind::unspaced;
  }
  switch (category) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return CharacterKind::upper;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return CharacterKind::lower;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return CharacterKind::mark;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return CharacterKind::digit;
    case UTF8PROC_CATEGORY_CF:
      return CharacterKind::invisible;
    default:
      return CharacterKind::other;
  }
}

char sign_of(char32_t c) {
  switch (c) {
    case 0x2010:  // hyphen
    case 0x2011:  // non-breaking hyphen
    case 0x2013:  // en dash
    case 0x2212:  // minus
      return '-';
    case 0x2018:
    case 0x2019:
    case 0x02BC:
      return '\'';
    default:
      return between(c, 0xFF01, 0xFF5E) && kind_of(c) == CharacterKind::other
                 ? static_cast<char>(c - 0xFF01 + '!')
                 : '\0';
  }
}

/// Letters that have no decomposition but are typed without their stroke.
std::string_view plain_letters(char32_t c) {
  switch (c) {
    case 0x00E6:
      return "ae";
    case 0x00F0:
    case 0x0111:
      return "d";
    case 0x00F8:
      return "o";
    case 0x00FE:
      return "th";
    case 0x0127:
      return "h";
    case 0x0131:
      return "i";
    case 0x0142:
      return "l";
    case 0x0153:
      return "oe";
    case 0x0167:
      return "t";
    default:
      return {};
  }
}

/// The last character of `text` where it has three bytes, else 0.
char32_t last_of_three_bytes(const std::string& text) {
  if (text.size() < 3) return 0;
  utf8proc_int32_t last = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + text.size() - 3);
  return utf8proc_iterate(bytes, 3, &last) == 3 ? static_cast<char32_t>(last) : 0;
}

/// Writes a vowel or the last consonant of Hangul into the syllable that `text` ends with (Unicode,
/// 3.12, Conjoining Jamo Behavior); false when it ends otherwise.
bool join_hangul(std::string& text, char32_t part) {
  constexpr char32_t first_syllable = 0xAC00;
  constexpr char32_t vowels = 21;
  constexpr char32_t tails = 28;  // "none" among them
  const char32_t before = last_of_three_bytes(text);
  char32_t syllable = 0;
  if (is_hangul_vowel(part) && between(before, 0x1100, 0x1112)) {
    syllable = first_syllable + ((before - 0x1100) * vowels + (part - 0x1161)) * tails;
  } else if (is_hangul_tail(part) && between(before, first_syllable, 0xD7A3) &&
             (before - first_syllable) % tails == 0) {
    syllable = before + (part - 0x11A7);
  } else {
    return false;
  }
  text.resize(text.size() - 3);
  append_utf8(text, syllable);
  return true;
}

/// Letters of Arabic that are typed for each other: with and without hamza, ta marbuta and ha, the
/// two forms of ya, those of Persian; 0 for what stretches a line.
char32_t plain_arabic(char32_t c) {
  switch (c) {
    case 0x0629:
      return 0x0647;
    case 0x0640:
      return 0;
    case 0x0649:
    case 0x06CC:
      return 0x064A;
    case 0x0671:
      return 0x0627;
    case 0x06A9:
      return 0x0643;
    default:
      return between(c, 0x0653, 0x0655) ? 0 : c;
  }
}

/// Replaces the last three bytes of `text`, a Kana, by the Kana `steps` behind it.
bool voice(std::string& text, char32_t steps) {
  const char32_t base = last_of_three_bytes(text);
  if (!between(base, 0x304B, 0x30DB)) return false;
  text.resize(text.size() - 3);
  append_utf8(text, base + steps);
  return true;
}

void append_folded_slowly(std::string& folded, char32_t code_point) {
  // Scripts whose letters would fall apart: their marks are letters.
  if (join_hangul(folded, code_point)) return;
  const bool is_voice = between(code_point, 0x3099, 0x309A);
  if (is_unspaced(code_point) && !is_voice && !between(code_point, 0xF900, 0xFAFF) &&
      !between(code_point, 0xFF66, 0xFF9F)) {
    append_utf8(folded,
                between(code_point, 0x4E00, 0x9FFF) ? simplified_han(code_point) : code_point);
    return;
  }
  if (code_point == 0x0419 || code_point == 0x0439) {  // Й: not И with an ornament
    append_utf8(folded, 0x0439);
    return;
  }
  std::array<utf8proc_int32_t, 18> parts{};
  int boundary = 0;
  const auto count =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code_point), parts.data(), parts.size(),
                              static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                             UTF8PROC_CASEFOLD | UTF8PROC_IGNORE),
                              &boundary);
  for (std::size_t i = 0; count > 0 && i < static_cast<std::size_t>(count) && i < parts.size();
       ++i) {
    const char32_t part = plain_arabic(static_cast<char32_t>(parts[i]));
    if (part == 0) continue;
    if (between(part, 0x0300, 0x036F)) {
      if (part == 0x0306 && folded.ends_with("\xD0\xB8")) folded.back() = '\xB9';  // и -> й
      continue;
    }
    if (between(part, 0x064B, 0x0652) || between(part, 0x0591, 0x05C7)) continue;  // vowel points
    if (part == 0x3099 && voice(folded, 1)) continue;
    if (part == 0x309A && voice(folded, 2)) continue;
    if (const auto plain = plain_letters(part); !plain.empty()) {
      folded += plain;
    } else if (part == 0x03C2) {  // final sigma
      append_utf8(folded, 0x03C3);
    } else if (const auto kind = kind_of(part);
               kind != CharacterKind::other && kind != CharacterKind::invisible) {
      append_utf8(folded, part);
    }
  }
}

/// A character of two bytes: Latin, Greek, Cyrillic, Hebrew, Arabic.
struct TwoByteCharacter {
  static constexpr std::uint8_t unknown = 0;
  static constexpr std::uint8_t too_long = 0xFF;

  std::uint8_t size_and_1 = unknown;  ///< of `folded`, and 1
  CharacterKind kind = CharacterKind::other;
  char sign = 0;
  std::array<char, 5> folded{};
};

TwoByteCharacter work_out(char32_t c) {
  TwoByteCharacter row{.kind = kind_of(c), .sign = sign_of(c)};
  std::string folded;
  append_folded_slowly(folded, c);
  const bool depends_on_the_character_before = between(c, 0x0300, 0x036F);
  if (folded.size() > row.folded.size() || depends_on_the_character_before) {
    row.size_and_1 = TwoByteCharacter::too_long;
  } else {
    row.size_and_1 = static_cast<std::uint8_t>(folded.size() + 1);
    folded.copy(row.folded.data(), folded.size());
  }
  return row;
}

/// Each is worked out when it is met for the first time.
const TwoByteCharacter& two_byte_character(char32_t c) {
  thread_local std::array<TwoByteCharacter, 0x800> characters{};
  TwoByteCharacter& row = characters[c];
  if (row.size_and_1 == TwoByteCharacter::unknown) row = work_out(c);
  return row;
}

}  // namespace

Character read_character_beyond_ascii(std::string_view text, std::size_t at) {
  utf8proc_int32_t code_point = 0;
  const auto length =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                       static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
  if (length <= 0) return {};
  Character character{.length = static_cast<std::uint8_t>(length),
                      .code_point = static_cast<char32_t>(code_point)};
  if (code_point < 0x800) {
    const auto& row = two_byte_character(character.code_point);
    character.kind = row.kind;
    character.sign = row.sign;
  } else {
    character.kind = kind_of(character.code_point);
    character.sign = sign_of(character.code_point);
  }
  return character;
}

void append_folded_beyond_ascii(std::string& folded, char32_t code_point) {
  if (code_point < 0x800) {
    const auto& row = two_byte_character(code_point);
    if (row.size_and_1 != TwoByteCharacter::too_long) {
      folded.append(row.folded.data(), row.size_and_1 - 1U);
      return;
    }
  }
  append_folded_slowly(folded, code_point);
}

bool is_shouted(std::string_view text) {
  text = text.substr(0, 1024);
  if (text.size() < 16) return false;
  std::size_t upper = 0;
  std::size_t lower = 0;
  while (!text.empty()) {
    const std::string_view some = text.substr(0, 64);
    for (const char c : some) {
      const Byte kind = byte_kinds[static_cast<unsigned char>(c)];
      upper += kind == Byte::upper ? 1 : 0;
      lower += kind == Byte::lower ? 1 : 0;
    }
    text.remove_prefix(some.size());
    if (upper + text.size() <= lower + lower / 2) return false;
  }
  return upper >= 16 && upper > lower + lower / 2;
}

}  // namespace answers
