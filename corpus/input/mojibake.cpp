#include "corpus/input/mojibake.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/sixteen_bytes.h"

#include <utf8proc.h>

#include <array>

namespace answers {
namespace {

constexpr std::array pages = {CodePage::windows_1252, CodePage::mac_roman};

/// How many bytes the UTF-8 character takes that begins with `lead`; 0 if none does.
std::size_t utf8_size(unsigned char lead) {
  if (lead < 0xC2 || lead > 0xF4) return 0;
  return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
}

/// Characters that stand in people's texts: letters of living scripts, punctuation, symbols, emoji.
/// What damage makes by chance (é” is Vai, ß“ is NKo) mostly is not among them.
bool is_plausible(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
      return false;
    default:
      break;
  }
  if (c < 0x0180) return true;
  if (c < 0x0300) return c >= 0x0218 && c <= 0x021B;  // the rest: African letters, phonetics
  if (c < 0x0700) return c < 0x0460 || (c >= 0x048A && (c < 0x0591 || c >= 0x05D0));
  if (c < 0x0900) return false;  // Syriac, Thaana, NKo, Samaritan, Mandaic
  if (c < 0x10000) return true;
  return (c >= 0x1D400 && c < 0x1D800) || (c >= 0x1F000 && c < 0x1FB00) ||
         (c >= 0x20000 && c < 0x30000);
}

/// In Windows-1252: what may follow a letter in honest text.
bool may_follow_a_letter(unsigned char byte) {
  switch (byte) {
    case 0x82:
    case 0x84:
    case 0x85:
    case 0x91:
    case 0x92:
    case 0x93:
    case 0x94:
    case 0x95:  // ‚„…‘’“”•
    case 0x96:
    case 0x97:
    case 0x99:
    case 0x9B:
    case 0xA0:
    case 0xA9:
    case 0xAA:
    case 0xAE:  // –—™› ©ª®
    case 0xB0:
    case 0xB2:
    case 0xB3:
    case 0xB7:
    case 0xB9:
    case 0xBA:
    case 0xBB:  // °²³·¹º»
      return true;
    default:
      return false;
  }
}

/// In Mac Roman: mathematics, which may follow ¬ √ ƒ ≈ ∆ ÷ ◊.
bool is_mathematics(unsigned char byte) {
  return byte == 0xAD || (byte >= 0xB0 && byte <= 0xB3) || (byte >= 0xB5 && byte <= 0xBA) ||
         byte == 0xBD;
}

/// Whether the characters whose bytes are `bytes` (one UTF-8 character) may be meant as they stand
/// there, between `before` and `after`.
bool may_be_honest(CodePage page, std::string_view bytes, char before, char after) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  if (page == CodePage::windows_1252) {
    if (lead <= 0xDF && is_lower(before)) return false;  // a capital within a word: "goÃ»t"
    for (const char c : bytes.substr(1)) {
      const auto byte = static_cast<unsigned char>(c);
      if (!may_follow_a_letter(byte)) return false;
      if (lead <= 0xC3 && byte > 0xA0 && byte != 0xBB) return false;  // "Ã©", "Â°": always damage
      if ((byte == 0x93 || byte == 0x91) && is_lower(after)) return false;  // "Å“uvre"
    }
    return true;
  }
  if (bytes.size() > 2) return false;
  const auto second = static_cast<unsigned char>(bytes[1]);
  if (lead <= 0xC6 || lead == 0xD6 || lead == 0xD7 || lead == 0xDA) {  // ¬ √ ƒ ≈ ∆ ÷ ◊ ⁄
    return is_mathematics(second) && !(is_letter(before) && is_letter(after));
  }
  return lead != 0xCE && lead != 0xCF;  // quotes and dashes before a letter; but Œ œ never
}

struct Mended {
  std::string text;
  bool proven = false;
};

/// What `run` was before it was read as `page`; nullopt when it cannot have been UTF-8.
std::optional<Mended> mend_run(CodePage page, std::string_view run, char before, char after) {
  Mended mended;
  std::size_t missing = 0;  // bytes of the character that has begun; honest text fails here, early
  for (std::string_view left = run; !left.empty();) {
    const unsigned char byte = encode(page, take_character(left));
    const bool continues = (byte & 0xC0) == 0x80;
    const std::size_t size = utf8_size(byte);
    if (continues ? missing == 0 : missing > 0 || size == 0) return std::nullopt;
    missing = continues ? missing - 1 : size - 1;
    mended.text += static_cast<char>(byte);
  }
  if (!is_utf8(mended.text)) return std::nullopt;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < mended.text.size(); ++characters) {
    const std::size_t size = utf8_size(static_cast<unsigned char>(mended.text[at]));
    std::string_view bytes = std::string_view(mended.text).substr(at, size);
    const char previous = at == 0 ? before : '\0';
    const char next = at + size == mended.text.size() ? after : '\0';
    if (!may_be_honest(page, bytes, previous, next)) mended.proven = true;
    if (!is_plausible(take_character(bytes))) return std::nullopt;
    at += size;
  }
  if (characters >= 3) mended.proven = true;  // by chance three in a row are not valid UTF-8
  return mended;
}

/// The first byte above ASCII from `at` on; text.size() when there is none.
std::size_t find_high(std::string_view text, std::size_t at) {
  return find_byte(text, at, [](const Sixteen& bytes) { return bytes >= 0x80; });
}

/// The first byte of ASCII from `at` on; text.size() when there is none.
std::size_t end_of_high(std::string_view text, std::size_t at) {
  return find_byte(text, at, [](const Sixteen& bytes) { return bytes < 0x80; });
}

/// Calls visit(begin, end) for each run above ASCII that may be damaged: of two characters or more,
/// the first of them one that the first byte of a UTF-8 character is read as.
template <typename Visit>
void each_suspect(std::string_view text, Visit visit) {
  for (std::size_t i = find_high(text, 0); i < text.size(); i = find_high(text, i)) {
    const std::size_t begin = i;
    i = end_of_high(text, begin);
    std::string_view rest = text.substr(begin, i - begin);
    const char32_t first = take_character(rest);
    if (rest.empty()) continue;
    for (const CodePage page : pages) {
      if (utf8_size(encode(page, first)) > 0) {
        visit(begin, i);
        break;
      }
    }
  }
}

std::optional<std::string> mend(std::string_view text, std::size_t begin, std::size_t end,
                                std::optional<CodePage> damage) {
  const char before = begin > 0 ? text[begin - 1] : '\0';
  const char after = end < text.size() ? text[end] : '\0';
  const std::string_view run = text.substr(begin, end - begin);
  std::optional<std::string> result;
  for (const CodePage page : pages) {
    auto mended = mend_run(page, run, before, after);
    if (mended && (mended->proven || damage == page)) {
      result = std::move(mended->text);
      break;
    }
  }
  for (int again = 0; result && again < 2; ++again) {
    auto twice = MojibakeRepair().repair(before + *result + after);
    if (!twice) break;
    result = twice->substr(1, twice->size() - 2);
  }
  return result;
}

}  // namespace

MojibakeRepair::MojibakeRepair(std::string_view sample) {
  std::array<std::size_t, pages.size()> mendable{};
  std::array<bool, pages.size()> proven{};
  std::size_t runs = 0;
  for (std::size_t i = find_high(sample, 0); i < sample.size(); i = find_high(sample, i)) {
    const std::size_t begin = i;
    i = end_of_high(sample, begin);
    ++runs;
    for (std::size_t page = 0; page < pages.size(); ++page) {
      const auto mended =
          mend_run(pages[page], sample.substr(begin, i - begin),
                   begin > 0 ? sample[begin - 1] : '\0', i < sample.size() ? sample[i] : '\0');
      if (!mended) continue;
      ++mendable[page];
      proven[page] = proven[page] || mended->proven;
    }
    if (mendable[0] < runs && mendable[1] < runs) return;
  }
  for (std::size_t page = 0; page < pages.size(); ++page) {
    if (runs >= 3 && mendable[page] == runs && proven[page]) damage_ = pages[page];
  }
}

std::optional<std::string> MojibakeRepair::repair(std::string_view text) const {
  std::optional<std::string> repaired;
  std::size_t copied = 0;
  each_suspect(text, [&](std::size_t begin, std::size_t end) {
    const auto mended = mend(text, begin, end, damage_);
    if (!mended) return;
    if (!repaired) repaired.emplace();
    repaired->append(text.substr(copied, begin - copied)).append(*mended);
    copied = end;
  });
  if (repaired) repaired->append(text.substr(copied));
  return repaired;
}

}  // namespace answers
