#include "searcher/ranking/passages.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/chatter.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace answers {
namespace {

// Bytes, with evidence in tests/relevance/ranking.md.
constexpr std::size_t prose_bytes = 480;
constexpr std::size_t beside_code_bytes = 240;
constexpr std::size_t code_bytes = 1200;
constexpr std::size_t longest_sentence = 800;  // it is cut there
constexpr std::size_t most_units = 3;
constexpr std::size_t most_items = 5;
constexpr double kind_bonus = 0.15;
constexpr double code_penalty = 0.3;  // of a block of code where none is asked for
constexpr double link_penalty = 0.3;  // of what only says where to look
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

/// Whether it greets or thanks and does nothing else. (Signs alone may be an answer.)
bool is_courtesy(std::string_view words) {
  return is_chatter(words) && !folded_words(words).empty();
}

/// Where a unit begins to say something: behind the end of what stood before it ("} Then …"), and
/// behind a greeting ("Hi, …").
std::size_t telling_from(std::string_view text, const TextUnit& unit) {
  constexpr std::size_t longest_greeting = 24;  // bytes
  if (unit.kind != TextUnit::Kind::sentence) return unit.begin;
  const auto behind = [&](std::string_view signs, std::size_t at) {
    const std::size_t found = text.find_first_not_of(signs, at);
    return found < unit.end ? found : at;
  };
  const std::size_t begin = behind("}]); \n", unit.begin);
  const std::string_view head = text.substr(begin, std::min(longest_greeting, unit.end - begin));
  const std::size_t stop = head.find_first_of(",.!");
  if (stop == std::string_view::npos || stop + 1 >= head.size() ||
      (head[stop + 1] != ' ' && head[stop + 1] != '\n') || !is_courtesy(head.substr(0, stop)))
    return begin;
  return behind(" \n", begin + stop + 1);
}

bool is_example(std::string_view unit) {
  const std::size_t begin = std::min(unit.find_first_not_of("-*+_ "), unit.size());
  unit.remove_prefix(begin);
  return std::ranges::any_of(
      std::array<std::string_view, 5>{"Example", "For example", "For instance", "E.g.", "e.g."},
      [&](std::string_view one) { return unit.starts_with(one); });
}

/// Behind the link or the image that `text` begins with; 0 where it begins with none.
std::size_t behind_link(std::string_view text) {
  if (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("<http"))
    return std::min(text.find_first_of(" \t\n"), text.size());
  std::size_t at = text.starts_with('!') ? 1 : 0;
  if (!text.substr(at).starts_with('[')) return 0;
  for (const auto& [open, close] : {std::pair('[', ']'), std::pair('(', ')')}) {
    if (const std::string_view rest = text.substr(at); open == '(' && rest.starts_with(": ")) {
      // "[keel]: https://…", where Markdown says what a link leads to
      const std::string_view target =
          rest.substr(2, std::min(rest.find_first_of(" \t\n", 2), rest.size()) - 2);
      return target.find('/') == std::string_view::npos ? 0 : at + 2 + target.size();
    }
    if (at == text.size() || text[at] != open) return 0;
    std::size_t depth = 0;
    do {
      if (text[at] == open) ++depth;
      if (text[at] == close) --depth;
    } while (++at < text.size() && depth > 0);
    if (depth > 0) return 0;
  }
  return at;
}

/// Whether a unit is links and images alone: where to read on, and no answer.
bool only_points(std::string_view unit) {
  constexpr std::string_view between = " \t\n-*+_.,;|>0123456789";
  bool points = false;
  for (std::size_t at = unit.find_first_not_of(between); at < unit.size();
       at = unit.find_first_not_of(between, at)) {
    const std::size_t length = behind_link(unit.substr(at));
    if (length == 0) return false;
    points = true;
    at += length;
  }
  return points;
}

/// Of each unit whether it only says where to look, or greets, and others do not, as do headings
/// over such.
std::vector<bool> pointing(std::string_view text, std::span<const TextUnit> units) {
  std::vector<bool> points(units.size());
  bool line_points = false;
  std::size_t line_end = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].kind == TextUnit::Kind::code || units[i].kind == TextUnit::Kind::heading) continue;
    if (i == 0 || units[i].begin >= line_end) {  // "[1.2. Keels](…)" is two units, and one line
      line_end = std::min(text.find('\n', units[i].end), text.size());
      line_points = only_points(text.substr(units[i].begin, line_end - units[i].begin));
    }
    points[i] =
        line_points || (units[i].kind == TextUnit::Kind::sentence &&
                        is_courtesy(text.substr(units[i].begin, units[i].end - units[i].begin)));
  }
  for (std::size_t i = units.size(); i-- > 1;) {
    if (units[i - 1].kind == TextUnit::Kind::heading) points[i - 1] = points[i];
  }
  // Of a text that is nothing else they are the answer.
  if (std::ranges::find(points, false) == points.end()) points.assign(units.size(), false);
  return points;
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
  const std::vector<bool> points = pointing(text, units);
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
      if (points[last]) score -= link_penalty;
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
  if (runs.goes_on(best_first) && !points[best_first - 1] && runs.fits(best_first - 1, best_last))
    --best_first;
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
    if (more < units.size() && !points[more] && runs.fits(best_first, more)) {
      best_last = more;
    } else if (best_first > 0 && !points[best_first - 1] && runs.fits(best_first - 1, best_last)) {
      --best_first;
    } else {
      break;
    }
  }
  const std::size_t begin = telling_from(text, units[best_first]);
  const std::size_t end = shortened(text, units[best_last]);
  return {begin < end ? begin : units[best_first].begin, end};
}

}  // namespace answers
