#include "indexer/analysis/text_units.h"

#include "corpus/characters/ascii.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <string>

namespace answers {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Words that a full stop behind does not end a sentence.
constexpr std::array<std::string_view, 22> abbreviations = {
    "e.g", "i.e", "etc", "vs",  "cf", "mr",     "mrs", "ms",  "dr",  "prof", "st",
    "fig", "no",  "eq",  "sec", "al", "approx", "ca",  "inc", "ltd", "jr",   "ph.d"};

/// Whether the full stop at `at` belongs to an abbreviation or an initial.
bool is_abbreviation(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < 8 && !is_blank(text[begin - 1]) && text[begin - 1] != '(')
    --begin;
  if (at - begin == 1 && is_upper(text[begin])) return true;
  std::string word(text.substr(begin, at - begin));
  std::ranges::transform(word, word.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::ranges::find(abbreviations, word) != abbreviations.end();
}

/// Whether a text is the number of an item: at most three digits.
bool is_number(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  return !text.empty() && text.size() <= 3 && std::ranges::all_of(text, is_digit);
}

void add(std::vector<TextUnit>& units, std::string_view text, std::size_t begin, std::size_t end,
         TextUnit::Kind kind) {
  while (begin < end && is_blank(text[begin])) ++begin;
  while (end > begin && is_blank(text[end - 1])) --end;
  const auto is_said = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 ||
           std::isalnum(static_cast<unsigned char>(c)) != 0;
  };
  const bool is_sign_alone = kind == TextUnit::Kind::sentence && !units.empty() &&
                             units.back().kind == kind &&
                             std::none_of(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                          text.begin() + static_cast<std::ptrdiff_t>(end), is_said);
  if (is_sign_alone && begin < end) {  // a lone "!"
    units.back().end = end;
    return;
  }
  if (begin < end) units.push_back({begin, end, kind});
}

/// Bytes at which a sentence may end: . ! ? and what 。！？ begin with.
constexpr std::array<bool, 256> may_end_sentence = [] {
  std::array<bool, 256> bytes{};
  for (const unsigned c : {0x2EU, 0x21U, 0x3FU, 0xE3U, 0xEFU}) bytes[c] = true;
  return bytes;
}();

/// The first of them in text[at, end); `end` where there is none. Most of a text is neither.
std::size_t next_end_of_sentence(std::string_view text, std::size_t at, std::size_t end) {
  using Sixteen [[gnu::vector_size(16)]] = unsigned char;
  for (Sixteen bytes{}; at + sizeof bytes <= end; at += sizeof bytes) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    const auto found =
        (bytes == '.') | (bytes == '!') | (bytes == '?') | (bytes == 0xE3) | (bytes == 0xEF);
    std::array<std::uint64_t, 2> halves{};
    std::memcpy(halves.data(), &found, sizeof found);
    if ((halves[0] | halves[1]) != 0) break;
  }
  while (at < end && !may_end_sentence[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

/// The sentences of text[begin, end), a paragraph or a list item.
void add_sentences(std::vector<TextUnit>& units, std::string_view text, std::size_t begin,
                   std::size_t end, TextUnit::Kind kind) {
  std::size_t from = begin;
  for (std::size_t i = next_end_of_sentence(text, begin, end); i < end;
       i = next_end_of_sentence(text, i + 1, end)) {
    const char c = text[i];
    if (c == '.' || c == '!' || c == '?') {
      std::size_t next = i + 1;
      while (next < end &&
             (text[next] == '.' || text[next] == '!' || text[next] == '?' || text[next] == '"' ||
              text[next] == ')' || text[next] == '*' || text[next] == '\''))
        ++next;
      if (next >= end || !is_blank(text[next])) {
        i = next - 1;  // nor does any other sign of this run end one
        continue;
      }
      std::size_t word = next;
      while (word < end && is_blank(text[word])) ++word;
      if (word < end && is_lower(text[word])) {
        i = next - 1;
        continue;
      }
      if (c == '.' && next == i + 1 && is_abbreviation(text, i)) continue;
      if (c == '.' && i > begin && is_digit(text[i - 1]) && word < end && is_digit(text[word]))
        continue;
      if (c == '.' && is_number(text.substr(from, i - from))) continue;  // "1. Download"
      add(units, text, from, next, kind);
      from = next;
      i = next;
    } else {
      const std::string_view sign = text.substr(i, std::min<std::size_t>(3, end - i));
      if (sign != "\xE3\x80\x82" && sign != "\xEF\xBC\x81" && sign != "\xEF\xBC\x9F")
        continue;  // 。！？
      add(units, text, from, i + 3, kind);
      from = i + 3;
      i += 2;
    }
  }
  add(units, text, from, end, kind);
}

/// How many bytes of a line are a list marker with its blanks; 0 for none.
std::size_t item_marker(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
  std::size_t marker = at;
  if (marker < line.size() && (line[marker] == '-' || line[marker] == '*' || line[marker] == '+')) {
    ++marker;
  } else {
    while (marker < line.size() && is_digit(line[marker]) && marker - at < 3) ++marker;
    if (marker == at || marker >= line.size() || (line[marker] != '.' && line[marker] != ')'))
      return 0;
    ++marker;
  }
  return marker < line.size() && line[marker] == ' ' ? marker + 1 : 0;
}

}  // namespace

std::vector<TextUnit> text_units(std::string_view text) {
  std::vector<TextUnit> units;
  std::size_t paragraph = 0;  // where the open paragraph or item begins
  bool open = false;
  TextUnit::Kind kind = TextUnit::Kind::sentence;
  const auto close = [&](std::size_t end) {
    if (open) add_sentences(units, text, paragraph, end, kind);
    open = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::size_t next = std::min(end + 1, text.size());
    const std::size_t indent = std::min(line.find_first_not_of(" \t\r"), line.size());
    const std::string_view rest = line.substr(indent);
    if (rest.empty()) {
      close(at);
    } else if (rest.starts_with("```") || rest.starts_with("~~~")) {
      close(at);
      const std::size_t length = rest.find_first_not_of(rest[0]) == rest.npos
                                     ? rest.size()
                                     : rest.find_first_not_of(rest[0]);
      const std::string fence(length, rest[0]);
      std::size_t stop = next;
      while (stop < text.size()) {
        const std::size_t line_end = std::min(text.find('\n', stop), text.size());
        const std::string_view inner = text.substr(stop, line_end - stop);
        const std::size_t first = std::min(inner.find_first_not_of(" \t"), inner.size());
        stop = std::min(line_end + 1, text.size());
        if (inner.substr(first).starts_with(fence)) break;
      }
      add(units, text, at, stop, TextUnit::Kind::code);
      at = stop;
      continue;
    } else if (rest[0] == '#' && rest.find_first_not_of('#') != rest.npos &&
               rest[rest.find_first_not_of('#')] == ' ') {
      close(at);
      add(units, text, at, end, TextUnit::Kind::heading);
    } else if (rest[0] == '|') {
      close(at);
      add(units, text, at, end, TextUnit::Kind::row);
    } else if (item_marker(line) > 0) {
      close(at);
      paragraph = at;
      open = true;
      kind = TextUnit::Kind::item;
    } else if (!open) {
      paragraph = at;
      open = true;
      kind = TextUnit::Kind::sentence;
    }
    at = next;
  }
  close(text.size());
  return units;
}

}  // namespace answers
