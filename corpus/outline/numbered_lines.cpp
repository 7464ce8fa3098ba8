#include "corpus/outline/numbered_lines.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/characters/indent.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace answers {
namespace {

bool is_white(char sign) { return sign == ' ' || sign == '\t'; }

constexpr std::size_t longest_line = 600;   // bytes; a heading on one line is shorter
constexpr std::size_t longest_number = 3;   // digits of a part; four are a year
constexpr std::size_t longest_heading = 6;  // lines

/// Words that a number follows, lower case; all but the first two name a chapter.
struct NumberWord {
  std::string_view word;
  NumberDress dress;
};
constexpr NumberWord number_words[] = {
    {"question", NumberDress::labelled}, {"faq", NumberDress::labelled},
    {"frage", NumberDress::labelled},    {"pregunta", NumberDress::labelled},
    {"chapter", NumberDress::chapter},   {"section", NumberDress::chapter},
    {"part", NumberDress::chapter},      {"appendix", NumberDress::chapter},
    {"kapitel", NumberDress::chapter},   {"abschnitt", NumberDress::chapter},
    {"teil", NumberDress::chapter},      {"chapitre", NumberDress::chapter},
    {"partie", NumberDress::chapter},    {"capítulo", NumberDress::chapter},
    {"capitulo", NumberDress::chapter},  {"sección", NumberDress::chapter},
    {"parte", NumberDress::chapter},     {"capitolo", NumberDress::chapter},
    {"hoofdstuk", NumberDress::chapter}, {"глава", NumberDress::chapter},
    {"Глава", NumberDress::chapter},     {"раздел", NumberDress::chapter},
    {"Раздел", NumberDress::chapter},    {"第", NumberDress::chapter},
};

/// Takes a word of number_words off the beginning.
std::optional<NumberDress> take_word(std::string_view& text) {
  if (text.empty() || (is_digit(text.front()))) return std::nullopt;
  const char first = is_upper(text.front()) ? static_cast<char>(text.front() | 0x20) : text.front();
  for (const auto& [word, dress] : number_words) {
    if (word.front() != first) continue;
    if (!text.starts_with(word) && !starts_with_ignoring_case(text, word)) continue;
    std::string_view rest = text.substr(word.size());
    const std::size_t blanks = std::min(rest.find_first_not_of(" #"), rest.size());
    if (blanks == rest.size() || !(is_digit(rest[blanks]) || is_upper(rest[blanks]))) continue;
    if (blanks == 0 && is_letter(word.back())) continue;
    text = rest.substr(blanks);
    return dress;
  }
  if ((text.front() == 'Q' || text.front() == 'q') && text.size() > 2) {
    std::string_view rest = text.substr(1);
    const std::size_t gap = std::min(rest.find_first_not_of(".-# "), rest.size());
    if (gap < 3 && gap < rest.size() && is_digit(rest[gap])) {
      text = rest.substr(gap);
      return NumberDress::labelled;
    }
  }
  return std::nullopt;
}

/// Takes "2.10", "B3", "B.3", "17a" off the beginning; depth 0 when there is no number.
HeadingNumber take_number(std::string_view& text) {
  HeadingNumber number;
  std::string_view rest = text;
  const auto add = [&](std::size_t value) {
    number.parts[number.depth++] = static_cast<std::uint16_t>(value);
  };
  if (!rest.empty() && is_upper(rest.front())) {
    // A letter only counts with a number behind it: "B3", "B.3".
    const std::size_t joint = rest.size() > 1 && (rest[1] == '.' || rest[1] == '-') ? 2 : 1;
    if (rest.size() <= joint || !is_digit(rest[joint])) return {};
    add(static_cast<std::size_t>(rest.front() - 'A') + 1);
    rest.remove_prefix(joint);
  }
  for (;;) {
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    if (digits == 0 || digits > longest_number) return {};
    std::size_t value = 0;
    for (const char digit : rest.substr(0, digits))
      value = value * 10 + static_cast<std::size_t>(digit - '0');
    add(value);
    rest.remove_prefix(digits);
    const bool goes_on = rest.size() > 1 && (rest[0] == '.' || rest[0] == '-') &&
                         is_digit(rest[1]) && number.depth < HeadingNumber::most_parts;
    if (!goes_on) break;
    rest.remove_prefix(1);
  }
  const bool suffix = rest.size() > 1 && is_lower(rest[0]) && !is_letter(rest[1]) &&
                      !is_digit(rest[1]) && number.depth < HeadingNumber::most_parts;
  if (suffix) {
    add(static_cast<std::size_t>(rest[0] - 'a') + 1);
    rest.remove_prefix(1);
  }
  // "2.0" above "2.1" is the section 2.
  while (number.depth > 1 && number.parts[number.depth - 1U] == 0) {
    --number.depth;
    number.zero = true;
  }
  text = rest;
  return number;
}

}  // namespace

std::optional<NumberedLine> numbered_line(std::string_view line) {
  if (line.size() > longest_line) return std::nullopt;
  const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
  std::string_view rest = line.substr(begin);
  // All but few lines end here.
  if (rest.empty()) return std::nullopt;
  const char first = rest.front();
  if (is_lower(first) && first != 'q' && !is_digit(first)) {
    constexpr std::string_view initials = "fcspaktch";
    if (initials.find(first) == std::string_view::npos) return std::nullopt;
  }
  NumberedLine found;
  found.indent = static_cast<std::uint32_t>(indent_of(line));
  bool dressed = false;
  // "*** 1. What", "== 2) Which ==": no item of a list inside an answer looks so.
  if (std::string_view("*=#+~-").find(first) != std::string_view::npos) {
    const std::size_t signs = rest.find_first_not_of(first);
    if (signs == std::string_view::npos || signs < 2 || !is_white(rest[signs])) return std::nullopt;
    rest = trimmed(rest.substr(signs));
    if (rest.ends_with(first)) rest = trimmed(rest.substr(0, rest.find_last_not_of(first) + 1));
    found.dress = NumberDress::labelled;
    dressed = true;
  }
  if (starts_with_ignoring_case(rest, "subject:")) {
    found.dress = NumberDress::subject;
    dressed = true;
    rest = trimmed(rest.substr(8));
  }
  if (const auto word = take_word(rest)) {
    if (!dressed) found.dress = *word;
    dressed = true;
  }
  char bracket = '\0';
  if (rest.starts_with('[')) bracket = ']';
  if (rest.starts_with('(')) bracket = ')';
  if (rest.starts_with('<')) bracket = '>';
  if (bracket != '\0') {
    rest.remove_prefix(1);
    if (const auto word = take_word(rest); word && !dressed) {
      found.dress = *word;
      dressed = true;
    }
  }
  found.number = take_number(rest);
  if (found.number.depth == 0 || rest.empty()) return std::nullopt;
  if (bracket != '\0') {
    if (rest.front() != bracket) return std::nullopt;
    found.closer = bracket;
    if (!dressed) found.dress = NumberDress::bracket;
    dressed = true;
    rest.remove_prefix(1);
  } else if (found.dress == NumberDress::chapter && !is_white(rest.front())) {
    // "第 3 章", "第3节".
    for (const std::string_view counter : {"章", "节", "節", "部分", "篇"}) {
      if (rest.starts_with(counter)) rest.remove_prefix(counter.size());
    }
    const std::string_view behind = trimmed(rest);
    if (behind.empty()) return std::nullopt;
  } else if (found.dress == NumberDress::chapter) {
    const std::string_view behind = trimmed(rest);
    for (const std::string_view counter : {"章", "节", "節", "部分", "篇"}) {
      if (behind.starts_with(counter)) rest = behind.substr(counter.size());
    }
  }
  if (!rest.empty() && std::string_view(".):").find(rest.front()) != std::string_view::npos) {
    if (found.closer == '\0') found.closer = rest.front();
    rest.remove_prefix(1);
    if (rest.starts_with(')') || rest.starts_with(':') || rest.starts_with('-'))
      rest.remove_prefix(1);
    if (!dressed) found.dress = NumberDress::closed;
  } else if (rest.starts_with(" - ") || rest.starts_with(" -- ") || rest.starts_with(" : ")) {
    if (found.closer == '\0') found.closer = '-';
    rest = rest.substr(rest.find_last_of("-:", 3) + 1);
    if (!dressed) found.dress = NumberDress::closed;
  }
  if (rest.empty()) return std::nullopt;
  const bool apart =
      is_white(rest.front()) || rest.starts_with("\xC2\xA0") || rest.starts_with("\xE3\x80\x80");
  found.title = trimmed(rest);
  if (found.title.empty()) return std::nullopt;
  const char next = found.title.front();
  // "1.What": only a capital or a sign of another script may follow at once.
  if (!apart && (found.closer == '\0' || !(is_upper(next) || (next & 0x80) != 0)) &&
      found.dress != NumberDress::chapter)
    return std::nullopt;
  if (found.dress == NumberDress::bare && found.number.depth == 1) {
    const bool wide = rest.starts_with('\t') || rest.starts_with("  ");
    if (!wide && !is_upper(next)) return std::nullopt;
  }
  const auto title_at = static_cast<std::size_t>(found.title.data() - line.data());
  std::size_t column = 0;
  for (const char sign : line.substr(0, title_at))
    column = sign == '\t' ? (column / 8 + 1) * 8 : column + 1;
  found.text_column = static_cast<std::uint32_t>(column);
  return found;
}

namespace {

std::optional<NumberedLine> roman_line(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
  const std::string_view rest = line.substr(begin);
  if (line.size() > longest_line || rest.find_first_of("IVXivx") != 0) return std::nullopt;
  const std::size_t size = leading_ordinal(rest);
  if (size == 0) return std::nullopt;
  const std::size_t value = roman_value(rest.substr(0, size - 2));
  if (value == 0) return std::nullopt;
  NumberedLine found;
  found.number.parts[0] = static_cast<std::uint16_t>(value);
  found.number.depth = 1;
  found.dress = NumberDress::closed;
  found.closer = rest[size - 2];
  found.indent = static_cast<std::uint32_t>(indent_of(line));
  found.text_column = found.indent + static_cast<std::uint32_t>(size);
  found.title = trimmed(rest.substr(size));
  return found;
}

/// Numbers as keys: ten bits a part, plus one so that {1} and {1, 0} differ.
std::uint64_t key_of(const HeadingNumber& number, std::size_t depth, std::size_t less = 0) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < depth; ++i)
    key = key << 10U | (number.parts[i] + 1U - (i + 1 == depth ? less : 0U));
  return key;
}

/// Whether `next` may directly follow `number`: its first child, its next sibling, its uncle.
bool may_follow(const HeadingNumber& number, const HeadingNumber& next) {
  if (next.depth > number.depth) {
    return key_of(next, number.depth) == key_of(number, number.depth) &&
           next.parts[number.depth] <= 1;
  }
  const std::size_t last = next.depth - 1U;
  for (std::size_t i = 0; i < last; ++i) {
    if (next.parts[i] != number.parts[i]) return false;
  }
  return next.parts[last] == number.parts[last] + 1;
}

struct Candidate {
  NumberedLine line{};
  double weight = 0;
};

constexpr double weight_of_text = 2;  // below the line, before the next number
constexpr double weight_of_asking = 2;
constexpr double weight_of_gap = 0.5;     // a blank line before
constexpr double weight_of_likeness = 1;  // it looks as most of its depth do
constexpr double weight_of_any = 0.2;
constexpr double weight_of_chapter = 2;
constexpr double cost_of_lower_case = 1;
constexpr double cost_of_skip = 0.5;  // a number that is missing
constexpr double most_cost = 3;

using Class = std::tuple<std::uint8_t, NumberDress, char, bool, std::uint32_t>;

/// The two classes that a line may be like others in: left-aligned and right-aligned numbers.
std::array<Class, 2> classes_of(const NumberedLine& line) {
  return {Class{line.number.depth, line.dress, line.closer, false, line.indent},
          Class{line.number.depth, line.dress, line.closer, true, line.text_column}};
}

std::vector<Candidate> candidates(const PlainText& text, Numerals numerals) {
  std::vector<Candidate> found;
  for (std::size_t i = 0; i < text.count(); ++i) {
    if (text.kinds[i] != LineKind::text) continue;
    const std::string_view whole = text.lines->line(i);
    auto line = numerals == Numerals::arabic ? numbered_line(whole) : roman_line(whole);
    if (!line) continue;
    line->line = i;
    found.push_back({*line, 0});
  }
  std::map<Class, std::size_t> class_sizes;
  std::array<std::size_t, HeadingNumber::most_parts + 1> depth_sizes{};
  for (std::size_t i = 0; i < found.size(); ++i) {
    const NumberedLine& line = found[i].line;
    const std::size_t next = i + 1 < found.size() ? found[i + 1].line.line : text.count();
    const std::size_t end = std::min(text.paragraph_end(line.line), next);
    const std::size_t below = text.next_text(end);
    bool own = below < next || (below == next && next < text.count() &&
                                !may_follow(line.number, found[i + 1].line.number));
    // "1. What is it?" directly above its answer.
    for (std::size_t k = line.line; !own && k + 1 < end && k < line.line + longest_heading; ++k)
      own = ends_in_question_mark(text.at(k));
    // A section's heading stands directly above its first entry.
    const bool above_child = !own && next < text.count() &&
                             found[i + 1].line.number.depth > line.number.depth &&
                             may_follow(line.number, found[i + 1].line.number);
    const std::string title =
        text.joined(line.title, line.line + 1, std::min(end, line.line + longest_heading));
    double& weight = found[i].weight;
    weight = own || above_child ? weight_of_text : weight_of_any;
    if (asks(title)) weight += weight_of_asking;
    if (line.line == 0 || !text.is_text(line.line - 1)) weight += weight_of_gap;
    if (line.dress == NumberDress::chapter) weight = weight_of_chapter;
    if (is_lower(line.title.front())) weight -= cost_of_lower_case;
    if (!own) continue;
    for (const Class& each : classes_of(line)) ++class_sizes[each];
    ++depth_sizes[line.number.depth];
  }
  for (auto& candidate : found) {
    const auto classes = classes_of(candidate.line);
    const std::size_t like = std::max(class_sizes[classes[0]], class_sizes[classes[1]]);
    if (like * 2 >= depth_sizes[candidate.line.number.depth] && like > 1)
      candidate.weight += weight_of_likeness;
  }
  return found;
}

struct Best {
  double score = 0;
  std::size_t last = 0;  // index of the candidate that the chain ends with
};

constexpr std::size_t none = static_cast<std::size_t>(-1);

class Chains {
 public:
  explicit Chains(std::size_t size) : before_(size, none), scores_(size) {}

  void link(std::size_t index, double score, std::size_t before) {
    scores_[index] = score;
    before_[index] = before;
    if (best_ == none || score > scores_[best_]) best_ = index;
  }

  NumberChain best(const std::vector<Candidate>& all,
                   const std::vector<std::size_t>* indices = nullptr) const {
    NumberChain chain;
    if (best_ == none) return chain;
    chain.score = scores_[best_];
    for (std::size_t i = best_; i != none; i = before_[i])
      chain.lines.push_back(all[indices == nullptr ? i : (*indices)[i]].line);
    std::ranges::reverse(chain.lines);
    return chain;
  }

 private:
  std::vector<std::size_t> before_;
  std::vector<double> scores_;
  std::size_t best_ = none;
};

void keep_better(std::unordered_map<std::uint64_t, Best>& table, std::uint64_t key, Best best) {
  const auto [entry, fresh] = table.try_emplace(key, best);
  // Of two as good the later: it stands nearer to what follows.
  if (!fresh && best.score >= entry->second.score) entry->second = best;
}

/// What it costs that the parts [first, depth) of a number do not begin at 1.
double cost_of_start(const HeadingNumber& number, std::size_t first) {
  double cost = 0;
  for (std::size_t i = first; i < number.depth; ++i)
    cost += number.parts[i] > 1 ? cost_of_skip * (number.parts[i] - 1) : 0;
  return std::min(cost, most_cost);
}

NumberChain growing_chain(const std::vector<Candidate>& all) {
  Chains chains(all.size());
  std::unordered_map<std::uint64_t, Best> within;  // by number: ends with it or below it
  std::unordered_map<std::uint64_t, Best> at;      // by number: ends with it
  for (std::size_t i = 0; i < all.size(); ++i) {
    const HeadingNumber& number = all[i].line.number;
    const std::size_t depth = number.depth;
    double score = all[i].weight - cost_of_start(number, 0);
    std::size_t before = none;
    const auto consider = [&](const std::unordered_map<std::uint64_t, Best>& table,
                              std::uint64_t key, double cost) {
      const auto found = table.find(key);
      if (found == table.end() || found->second.score - cost + all[i].weight <= score) return;
      score = found->second.score - cost + all[i].weight;
      before = found->second.last;
    };
    for (std::size_t part = depth; part > 0; --part) {
      const double skipped = part == depth ? 0
                                           : cost_of_skip * static_cast<double>(depth - part) +
                                                 cost_of_start(number, part);
      const std::size_t furthest = part == depth ? 5 : 2;
      for (std::size_t less = 1; less <= furthest && less <= number.parts[part - 1]; ++less)
        consider(within, key_of(number, part, less),
                 skipped + cost_of_skip * static_cast<double>(less - 1));
      if (part < depth)
        consider(
            at, key_of(number, part),
            cost_of_skip * static_cast<double>(depth - 1 - part) + cost_of_start(number, part));
    }
    chains.link(i, score, before);
    keep_better(at, key_of(number, depth), {score, i});
    for (std::size_t part = 1; part <= depth; ++part)
      keep_better(within, key_of(number, part), {score, i});
  }
  return chains.best(all);
}

NumberChain restarting_chain(const PlainText& text, const std::vector<Candidate>& all) {
  std::map<Class, std::vector<std::size_t>> classes;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].line.number.depth != 1) continue;
    for (const Class& each : classes_of(all[i].line)) classes[each].push_back(i);
  }
  constexpr double cost_of_restart = 1.5;    // under a title
  constexpr double cost_of_odd_restart = 6;  // in the middle of text
  NumberChain best;
  for (const auto& [each, indices] : classes) {
    Chains chains(indices.size());
    std::array<Best, 1001> by_number{};
    std::array<bool, 1001> seen{};
    Best anywhere{0, none};
    for (std::size_t i = 0; i < indices.size(); ++i) {
      const Candidate& candidate = all[indices[i]];
      const std::size_t value = candidate.line.number.parts[0];
      double score = -cost_of_start(candidate.line.number, 0);
      std::size_t before = none;
      for (std::size_t less = 1; less <= 3 && less <= value; ++less) {
        const double linked =
            by_number[value - less].score - cost_of_skip * static_cast<double>(less - 1);
        if (!seen[value - less] || linked <= score) continue;
        score = linked;
        before = by_number[value - less].last;
      }
      if (value <= 1 && anywhere.last != none) {
        const bool titled =
            !titles_above(text, candidate.line.line, all[indices[i - 1]].line.line + 1, 0)
                 .path.empty();
        const double linked = anywhere.score - (titled ? cost_of_restart : cost_of_odd_restart);
        if (linked > score) {
          score = linked;
          before = anywhere.last;
        }
      }
      score += candidate.weight;
      chains.link(i, score, before);
      if (!seen[value] || score > by_number[value].score) by_number[value] = {score, i};
      seen[value] = true;
      if (anywhere.last == none || score > anywhere.score) anywhere = {score, i};
    }
    NumberChain chain = chains.best(all, &indices);
    if (chain.score > best.score) best = std::move(chain);
  }
  return best;
}

}  // namespace

NumberChains number_chains(const PlainText& text, Numerals numerals) {
  const std::vector<Candidate> all = candidates(text, numerals);
  return {growing_chain(all), restarting_chain(text, all)};
}

}  // namespace answers
