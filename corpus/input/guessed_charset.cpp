#include "corpus/input/guessed_charset.h"

#include "corpus/characters/encoding.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace answers {
namespace {

constexpr std::size_t fewest = 6;  // characters that are not ASCII: fewer say nothing

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

constexpr bool within(unsigned byte, unsigned first, unsigned last) {
  return byte >= first && byte <= last;
}

/// Whether a line is UTF-8 and not ASCII: then the text is in several charsets.
bool has_line_of_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (std::ranges::any_of(line, [](char byte) { return (byte & 0x80) != 0; }) && is_utf8(line))
      return true;
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return false;
}

/// Cyrillic in one byte a letter: words of such bytes alone, and near half of their letters the
/// eight commonest (о е а и н т с р; Greek in its own charset has a quarter there).
std::string_view cyrillic(std::string_view text) {
  std::array<std::size_t, 256> times{};
  std::size_t high = 0;
  std::size_t in_runs = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned byte = byte_at(text, i);
    ++times.at(byte);
    if (byte < 0x80) continue;
    ++high;
    in_runs += (i > 0 && byte_at(text, i - 1) >= 0x80) || byte_at(text, i + 1) >= 0x80 ? 1U : 0U;
  }
  if (high < 2 * fewest || in_runs * 5 < high * 4) return {};
  const auto share = [&](std::initializer_list<unsigned> letters) {
    std::size_t sum = 0;
    for (const unsigned letter : letters) sum += times.at(letter);
    return static_cast<double>(sum) / static_cast<double>(high);
  };
  constexpr double enough = 0.42;
  if (share({0xEE, 0xE5, 0xE0, 0xE8, 0xED, 0xF2, 0xF1, 0xF0}) > enough) return "CP1251";
  if (share({0xCF, 0xC5, 0xC1, 0xC9, 0xCE, 0xD4, 0xD3, 0xD2}) > enough) return "KOI8-R";
  return {};
}

/// Characters of two bytes, by where their bytes lie. What a pair may be is told by its charset:
/// `leads` and `trails` of it; a byte that begins none is bad.
struct Pairs {
  std::size_t all = 0;
  std::size_t bad = 0;
  std::size_t touching = 0;  ///< directly behind another pair
  std::array<std::size_t, 256> leads{};

  std::size_t count(unsigned first, unsigned last) const {
    std::size_t sum = 0;
    for (unsigned lead = first; lead <= last; ++lead) sum += leads.at(lead);
    return sum;
  }
  /// Of a hundred pairs.
  std::size_t percent(unsigned first, unsigned last) const {
    return all == 0 ? 0 : 100 * count(first, last) / all;
  }
  bool sound() const { return all >= fewest && bad * 100 <= all && touching * 2 >= all; }
};

template <typename IsPair>
Pairs pairs_of(std::string_view text, IsPair is_pair) {
  Pairs pairs;
  std::size_t behind = text.size() + 1;  // the last pair
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned lead = byte_at(text, i);
    if (lead < 0x80) continue;
    if (!is_pair(lead, byte_at(text, i + 1))) {
      ++pairs.bad;
      continue;
    }
    ++pairs.all;
    ++pairs.leads.at(lead);
    pairs.touching += behind == i ? 1U : 0U;
    behind = ++i + 1;
  }
  return pairs;
}

}  // namespace

std::string_view guessed_charset(std::string_view sample) {
  if (has_line_of_utf8(sample)) return {};
  if (const std::string_view found = cyrillic(sample); !found.empty()) return found;

  // The EUC of China, Korea and Japan have the same pairs, and other rows of them.
  const Pairs euc = pairs_of(sample, [](unsigned lead, unsigned trail) {
    return within(lead, 0xA1, 0xFE) && within(trail, 0xA1, 0xFE);
  });
  if (euc.sound()) {
    if (euc.percent(0xA4, 0xA4) >= 15) return "EUC-JP";  // Hiragana
    // 2350 syllables of Hangul, row by row; of the commonest Chinese, which stand by their sound,
    // a third stands behind them.
    if (euc.percent(0xB0, 0xC8) >= 70 && euc.percent(0xC9, 0xFE) <= 3) return "CP949";
    if (euc.percent(0xB0, 0xD7) >= 55) return "GB18030";
    return {};
  }
  const Pairs shift = pairs_of(sample, [](unsigned lead, unsigned trail) {
    return (within(lead, 0x81, 0x9F) || within(lead, 0xE0, 0xFC)) && trail >= 0x40 &&
           trail != 0x7F && trail <= 0xFC;
  });
  if (shift.sound() && shift.percent(0x82, 0x83) >= 25) return "CP932";  // the kana
  const Pairs big = pairs_of(sample, [](unsigned lead, unsigned trail) {
    return within(lead, 0xA1, 0xF9) && (within(trail, 0x40, 0x7E) || within(trail, 0xA1, 0xFE));
  });
  if (big.sound() && big.percent(0xA4, 0xC6) >= 70 && big.percent(0xC9, 0xF9) <= 10) return "BIG5";
  const Pairs gbk = pairs_of(sample, [](unsigned lead, unsigned trail) {
    return within(lead, 0x81, 0xFE) && trail >= 0x40 && trail != 0x7F && trail <= 0xFE;
  });
  if (gbk.sound() && gbk.percent(0xB0, 0xD7) >= 55) return "GB18030";
  return {};
}

}  // namespace answers
