#include "corpus/input/guessed_charset.h"

#include "corpus/characters/encoding.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <new>
#include <uchardet/uchardet.h>
#include <utility>

namespace answers {
namespace {

constexpr std::ptrdiff_t fewest = 12;  // bytes that are not ASCII: fewer say nothing

/// What uchardet calls them, and iconv. Of what it says of Western text (ISO-8859-3, IBM852 …) a
/// tenth is wrong; these were never said of any: 91 such files in three charsets.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> trusted{{
    {"BIG5", "BIG5"},
    {"EUC-JP", "EUC-JP"},
    {"EUC-KR", "CP949"},
    {"GB18030", "GB18030"},
    {"KOI8-R", "KOI8-R"},
    {"SHIFT_JIS", "CP932"},
    {"UHC", "CP949"},
    {"WINDOWS-1251", "CP1251"},
}};

bool is_ascii(char byte) { return (byte & 0x80) == 0; }

/// Whether a line is UTF-8 and not ASCII: then the text is in several charsets.
bool has_line_of_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (!std::ranges::all_of(line, is_ascii) && is_utf8(line)) return true;
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return false;
}

}  // namespace

std::string_view guessed_charset(std::string_view sample) {
  if (std::ranges::count_if(sample, [](char byte) { return !is_ascii(byte); }) < fewest) return {};
  if (has_line_of_utf8(sample)) return {};
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       &uchardet_delete);
  if (!detector) throw std::bad_alloc();
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return {};
  uchardet_data_end(detector.get());
  const std::string_view found = uchardet_get_charset(detector.get());
  const auto* const known =
      std::ranges::find(trusted, found, &std::pair<std::string_view, std::string_view>::first);
  return known == trusted.end() ? std::string_view() : known->second;
}

}  // namespace answers
