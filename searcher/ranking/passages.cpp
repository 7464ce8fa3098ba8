#include "searcher/ranking/passages.h"

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

namespace {

// Bytes, with evidence in tests/relevance/passages.md.
constexpr std::size_t prose_bytes = 480;
constexpr std::size_t beside_code_bytes = 240;
constexpr std::size_t code_bytes = 1200;
constexpr std::size_t longest_sentence = 800;  // it is cut there
constexpr std::size_t most_units = 3;
constexpr std::size_t most_items = 5;
constexpr double kind_bonus = 0.15;
constexpr double code_penalty = 0.3;  // of a block of code where none is asked for
constexpr double definition_bonus = 0.1;
constexpr double example_penalty = 0.1;  // where it is asked what something is
constexpr double late_penalty = 0.2;     ///< of the last unit; what comes first answers more often
constexpr double length_penalty =
    0.05;  ///< of a further unit: it must bring a twentieth of the query

bool is_listed(TextUnit::Kind kind) {
  return kind == TextUnit::Kind::item || kind == TextUnit::Kind::row ||
         kind == TextUnit::Kind::code;
}

/// Runs of units, as text that is shown.
class Runs {
 public:
  Runs(std::string_view text, std::span<const TextUnit> units) : text_(text), units_(units) {}

  /// Whether [first, last] is not too much to read at once.
  bool fits(std::size_t first, std::size_t last) const {
    if (first == last) return true;
    bool listed = false;
    std::size_t code = 0;
    for (std::size_t i = first; i <= last; ++i) {
      listed = listed || is_listed(units_[i].kind);
      if (units_[i].kind == TextUnit::Kind::code) code += units_[i].end - units_[i].begin;
    }
    if (last - first + 1 > (listed ? most_items : most_units)) return false;
    const std::size_t bytes = units_[last].end - units_[first].begin;
    return code > 0 ? code <= code_bytes && bytes - code <= beside_code_bytes
                    : bytes <= prose_bytes;
  }

  /// Whether what the unit says follows behind it.
  bool leads_on(std::size_t i) const {
    if (i + 1 >= units_.size()) return false;
    if (units_[i].kind == TextUnit::Kind::heading) return true;
    std::size_t end = units_[i].end;
    while (end > units_[i].begin && (text_[end - 1] == '*' || text_[end - 1] == '_')) --end;
    return units_[i].kind != TextUnit::Kind::code && end > units_[i].begin &&
           (text_[end - 1] == ':' || text_.substr(0, end).ends_with("\xEF\xBC\x9A"));
  }

  /// Whether the unit goes on from the one before it, in the same paragraph.
  bool goes_on(std::size_t i) const {
    if (i == 0 || units_[i].kind != TextUnit::Kind::sentence) return false;
    const std::string_view between =
        text_.substr(units_[i - 1].end, units_[i].begin - units_[i - 1].end);
    if (units_[i - 1].kind != TextUnit::Kind::sentence ||
        between.find("\n\n") != std::string_view::npos)
      return false;
    const std::string_view unit = text_.substr(units_[i].begin, units_[i].end - units_[i].begin);
    constexpr std::string_view beginnings[] = {
        "It ",         "Its ",      "This ", "That ", "These ",         "Those ",
        "They ",       "Their ",    "He ",   "His ",  "She ",           "Her ",
        "However",     "Therefore", "Thus",  "Hence", "For example",    "For instance",
        "So ",         "But ",      "Then ", "Also",  "In other words", "Instead",
        "As a result", "Otherwise", "Such "};
    return std::ranges::any_of(beginnings, [&](auto one) { return unit.starts_with(one); });
  }

 private:
  std::string_view text_;
  std::span<const TextUnit> units_;
};

/// The end of a unit that is too long to be shown whole: of code a line, else a word.
std::size_t shortened(std::string_view text, const TextUnit& unit) {
  const bool is_code = unit.kind == TextUnit::Kind::code;
  const std::size_t most = is_code ? code_bytes : longest_sentence;
  if (unit.end - unit.begin <= most) return unit.end;
  const std::size_t cut = text.find_last_of(is_code ? "\n" : " \n", unit.begin + most);
  if (cut != std::string_view::npos && cut > unit.begin) return cut;
  std::size_t end = unit.begin + most;
  while (end > unit.begin && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return end;
}

bool is_example(std::string_view unit) {
  const std::size_t begin = std::min(unit.find_first_not_of("-*+_ "), unit.size());
  unit.remove_prefix(begin);
  return std::ranges::any_of(
      std::array<std::string_view, 5>{"Example", "For example", "For instance", "E.g.", "e.g."},
      [&](std::string_view one) { return unit.starts_with(one); });
}

/// Whether a sentence soon says what something is.
bool is_definition(std::string_view unit) {
  constexpr std::size_t soon = 80;  // bytes
  unit = unit.substr(0, soon);
  return std::ranges::any_of(
      std::array<std::string_view, 6>{" is a", " is the ", " are ", " means ", " refers to ",
                                      " stands for "},
      [&](std::string_view one) { return unit.find(one) != std::string_view::npos; });
}

}  // namespace

TextSpan choose_passage(std::string_view text, std::span<const TextUnit> units,
                        std::span<const WordInText> found, std::span<const double> weights,
                        const PassageWishes& wishes) {
  if (units.empty()) return {};
  const Runs runs(text, units);
  std::vector<std::size_t> first_in(units.size() + 1, found.size());
  for (std::size_t i = units.size(), at = found.size(); i-- > 0;) {
    while (at > 0 && found[at - 1].begin >= units[i].begin) --at;
    first_in[i] = at;
  }
  std::size_t best_first = 0;
  std::size_t best_last = 0;
  double best = -1;
  std::vector<float> shares(weights.size());
  std::vector<std::uint32_t> touched;
  for (std::size_t first = 0; first < units.size(); ++first) {
    for (const std::uint32_t word : touched) shares[word] = 0;
    touched.clear();
    double score = -late_penalty * static_cast<double>(first) / static_cast<double>(units.size());
    std::size_t next = first_in[first];
    bool has_kind = false;
    for (std::size_t last = first; last < units.size() && runs.fits(first, last); ++last) {
      for (; next < found.size() && found[next].begin < units[last].end; ++next) {
        float& share = shares[found[next].word];
        if (found[next].share <= share) continue;
        if (share == 0) touched.push_back(found[next].word);
        score += weights[found[next].word] * static_cast<double>(found[next].share - share);
        share = found[next].share;
      }
      const std::string_view unit =
          text.substr(units[last].begin, units[last].end - units[last].begin);
      if (!has_kind && wishes.is_of_kind && wishes.is_of_kind(unit)) {
        has_kind = true;
        score += kind_bonus;
      }
      const bool is_code = units[last].kind == TextUnit::Kind::code;
      if (is_code && !wishes.wants_code) score -= code_penalty;
      if (wishes.defines && !is_code && is_example(unit)) score -= example_penalty;
      if (wishes.defines && !is_code && last == first && is_definition(unit))
        score += definition_bonus;
      if (last > first) score -= length_penalty;
      if (score <= best || (runs.leads_on(last) && last + 1 < units.size() && last > first))
        continue;
      best = score;
      best_first = first;
      best_last = last;
    }
  }
  // What follows a lead-in belongs to it, as far as there is room, and at least its beginning.
  while (runs.leads_on(best_last)) {
    ++best_last;
    while (best_first < best_last && !runs.fits(best_first, best_last) &&
           !runs.leads_on(best_first))
      ++best_first;
    if (!runs.fits(best_first, best_last)) break;
  }
  if (runs.goes_on(best_first) && runs.fits(best_first - 1, best_last)) --best_first;
  // What follows often completes it, what precedes leads to it: fill up to what fits.
  const auto has_code = [&] {
    const auto chosen = units.subspan(best_first, best_last - best_first + 1);
    return std::ranges::any_of(
        chosen, [](const TextUnit& unit) { return unit.kind == TextUnit::Kind::code; });
  };
  while (!has_code()) {
    std::size_t more = best_last + 1;
    while (more < units.size() && runs.leads_on(more)) ++more;
    if (more < units.size() && units[more].kind == TextUnit::Kind::code && !wishes.wants_code)
      more = units.size();
    if (more < units.size() && runs.fits(best_first, more)) {
      best_last = more;
    } else if (best_first > 0 && runs.fits(best_first - 1, best_last)) {
      --best_first;
    } else {
      break;
    }
  }
  return {units[best_first].begin, shortened(text, units[best_last])};
}

}  // namespace answers
