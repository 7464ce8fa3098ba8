#include "indexer/analysis/acronyms.h"

#include "corpus/characters/ascii.h"
#include "indexer/analysis/analysis.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <limits>
#include <optional>

namespace answers {
namespace {

constexpr std::size_t longest_short_form = 10;  // letters
constexpr std::size_t longest_window = 240;     // bytes that are looked through for a long form

/// Words that have no letter in an abbreviation.
constexpr std::string_view passed_over[] = {"a",    "an", "and",   "as",    "at",  "by", "for",
                                            "from", "in", "into",  "of",    "on",  "or", "per",
                                            "the",  "to", "under", "using", "via", "vs", "with"};

// What it costs to match an abbreviation to words. A letter at the beginning of a word or of a part
// of a compound is free.
constexpr double next_letter = 0.25;  ///< the one behind a letter that was matched: ReLU
constexpr double inner_letter = 1;
constexpr double word_left_out = 1.25;
constexpr double impossible = std::numeric_limits<double>::infinity();

double most_cost(std::size_t letters) { return letters == 2 ? 0 : letters == 3 ? 0.5 : 1.25; }

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// A word of a long form as letters are matched to it.
struct Word {
  std::string_view text{};
  std::string letters{};       ///< folded
  std::vector<bool> begins{};  ///< which of them begin it or a part of it
  bool is_passed_over = false;
};

Word word_of(std::string_view text) {
  Word word;
  word.text = text;
  bool begins = true;
  char before = 0;
  for (const char c : text) {
    if (!is_word_byte(c)) {
      begins = true;
      before = c;
      continue;
    }
    const bool rises = is_upper(c) && is_lower(before);
    word.letters += is_upper(c) ? static_cast<char>(c | 0x20) : c;
    word.begins.push_back(begins || rises);
    begins = false;
    before = c;
  }
  word.is_passed_over = std::ranges::find(passed_over, word.letters) != std::end(passed_over);
  return word;
}

/// Text without the signs of emphasis and quotation, blanks as such.
std::string without_emphasis(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '*' || c == '`' || c == '"') continue;
    if (static_cast<unsigned char>(c) < 0x80) {
      plain += c;
      continue;
    }
    if (text.substr(i).starts_with("\xE2\x80\x9C") || text.substr(i).starts_with("\xE2\x80\x9D")) {
      i += 2;
      continue;
    }
    if (text.substr(i).starts_with("\xC2\xA0")) {  // no-break space
      ++i;
      plain += ' ';
      continue;
    }
    plain += c;
  }
  return plain;
}

bool is_stop(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\n') return at + 1 < text.size() && text[at + 1] == '\n';
  if (c == '.' || c == '!' || c == '?') {
    if (at + 1 == text.size() || is_blank(text[at + 1])) return true;
    return at > 0 && is_lower(text[at - 1]) && is_upper(text[at + 1]);  // "end.The next"
  }
  switch (c) {
    case ',':
    case ';':
    case ':':
    case '(':
    case ')':
    case '[':
    case ']':
    case '|':
    case '=':
    case '<':
    case '>':
    case '{':
    case '}':
    case '#':
      return true;
    default:
      return false;
  }
}

/// The words of `text` (which must outlive them) behind the last stop.
std::vector<Word> last_words(std::string_view text, std::size_t most) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_byte(text[at])) {
      if (is_stop(text, at)) words.clear();
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && !is_blank(text[at]) && !is_stop(text, at)) ++at;
    std::size_t end = at;
    while (!is_word_byte(text[end - 1])) --end;
    words.push_back(text.substr(begin, end - begin));
  }
  if (words.size() > most)
    words.erase(words.begin(), words.end() - static_cast<std::ptrdiff_t>(most));
  std::vector<Word> read;
  read.reserve(words.size());
  for (const auto word : words) read.push_back(word_of(word));
  return read;
}

/// The words of `text` (which must outlive them) before the first stop.
std::vector<Word> first_words(std::string_view text, std::size_t most) {
  std::size_t end = 0;
  while (end < text.size() && !is_stop(text, end)) ++end;
  auto words = last_words(text.substr(0, end), std::string_view::npos);
  if (words.size() > most) words.resize(most);
  return words;
}

/// The letters of an abbreviation as they are matched; empty for what is none: it has at least two
/// capitals among at most ten letters.
std::string letters_of(std::string_view short_form) {
  std::string letters;
  std::size_t capitals = 0;
  std::size_t small = 0;
  for (const char c : short_form) {
    if (is_upper(c) || is_lower(c) || is_digit(c)) {
      letters += is_upper(c) ? static_cast<char>(c | 0x20) : c;
      capitals += is_upper(c) ? 1U : 0U;
      small += is_lower(c) ? 1U : 0U;
    } else if (c != '-' && c != '/' && c != '&' && c != '.') {
      return {};
    }
  }
  const bool is_one = capitals >= 2 && letters.size() <= longest_short_form &&
                      2 * capitals >= small && is_word_byte(short_form.front());
  return is_one ? letters : std::string();
}

/// "CNNs" is "CNN".
std::string_view singular(std::string_view short_form) {
  const bool is_plural = short_form.size() >= 3 && short_form.back() == 's' &&
                         !is_lower(short_form[short_form.size() - 2]);
  if (is_plural) short_form.remove_suffix(1);
  if (is_plural && short_form.back() == '\'') short_form.remove_suffix(1);
  return short_form;
}

/// The least cost of matching letters[from, from + n) to `word` for each n, the first of them to
/// its beginning.
std::vector<double> costs_in(const Word& word, std::string_view letters, std::size_t from) {
  const std::size_t most = std::min(letters.size() - from, word.letters.size());
  std::vector<double> costs(most + 1, impossible);
  if (most == 0) return costs;
  std::size_t first = 0;
  if (word.letters[0] != letters[from]) {
    // "extensible" and "cross" are written X.
    const bool is_x = letters[from] == 'x' && word.letters.size() > 2 &&
                      (word.letters.starts_with("ex") || word.letters.starts_with("cross"));
    if (!is_x) return costs;
    first = 1;
  }
  // at[p]: the least cost with the last letter matched at p.
  std::vector<double> at(word.letters.size(), impossible);
  at[first] = 0;
  costs[1] = 0;
  for (std::size_t n = 2; n <= most; ++n) {
    std::vector<double> next(word.letters.size(), impossible);
    double before = impossible;  // least of at[0, p - 1)
    for (std::size_t p = 1; p < word.letters.size(); ++p) {
      if (p >= 2) before = std::min(before, at[p - 2]);
      if (word.letters[p] != letters[from + n - 1]) continue;
      const double jump = word.begins[p] ? 0 : inner_letter;
      next[p] = std::min(at[p - 1] + (word.begins[p] ? 0 : next_letter), before + jump);
      costs[n] = std::min(costs[n], next[p]);
    }
    at = std::move(next);
  }
  return costs;
}

/// The least cost of matching all letters to all words; every word gives a letter, may be passed
/// over, or costs, and the first and the last give one.
double cost_of(std::span<const Word> words, std::string_view letters) {
  std::vector<double> costs(letters.size() + 1, impossible);
  costs[0] = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::vector<double> next(letters.size() + 1, impossible);
    const bool is_end = i == 0 || i + 1 == words.size();
    const double skip = is_end ? impossible : words[i].is_passed_over ? 0 : word_left_out;
    for (std::size_t j = 0; j <= letters.size(); ++j) {
      if (costs[j] == impossible) continue;
      next[j] = std::min(next[j], costs[j] + skip);
      const auto here = costs_in(words[i], letters, j);
      for (std::size_t n = 1; n < here.size(); ++n)
        next[j + n] = std::min(next[j + n], costs[j] + here[n]);
    }
    costs = std::move(next);
  }
  return costs.back();
}

/// Whether words say something together: two parts at least that are not "of" and the like, and the
/// abbreviation not among them.
bool can_be_long_form(std::span<const Word> words, std::string_view letters) {
  std::size_t parts = 0;
  for (const Word& word : words) {
    if (&word == &words.front() && word.is_passed_over) return false;
    if (word.letters == letters || letters_of(word.text) == letters) return false;
    if (!word.is_passed_over)
      parts += static_cast<std::size_t>(std::ranges::count(word.begins, true));
  }
  return parts >= 2;
}

std::size_t most_words(std::size_t letters) { return std::min(letters + 5, 2 * letters); }

std::string written(std::span<const Word> words) {
  std::string text;
  for (const Word& word : words) text.append(text.empty() ? "" : " ").append(word.text);
  return text;
}

/// The long form of `letters` that ends the words; of the best, the shortest.
std::optional<std::string> long_form_at_end(std::span<const Word> words, std::string_view letters) {
  double best = most_cost(letters.size());
  std::optional<std::string> found;
  for (std::size_t count = 1; count <= words.size(); ++count) {
    const auto some = words.last(count);
    const double cost = cost_of(some, letters);
    if (cost > best || (found && cost == best) || !can_be_long_form(some, letters)) continue;
    best = cost;
    found = written(some);
  }
  return found;
}

/// The same, of the long forms that begin the words.
std::optional<std::string> long_form_at_beginning(std::span<const Word> words,
                                                  std::string_view letters) {
  double best = most_cost(letters.size());
  std::optional<std::string> found;
  for (std::size_t count = 1; count <= words.size(); ++count) {
    const auto some = words.first(count);
    const double cost = cost_of(some, letters);
    if (cost > best || (found && cost == best) || !can_be_long_form(some, letters)) continue;
    best = cost;
    found = written(some);
  }
  return found;
}

/// The last `longest_window` bytes before `at`, whole words.
std::string window_before(std::string_view text, std::size_t at) {
  std::size_t begin = at > longest_window ? at - longest_window : 0;
  while (begin > 0 && begin < at && !is_blank(text[begin])) ++begin;
  return without_emphasis(text.substr(begin, at - begin));
}

/// The first word of what stands in parentheses or behind "stands for", without quotation marks.
std::string_view trimmed(std::string_view text) {
  while (!text.empty() && !is_word_byte(text.front())) text.remove_prefix(1);
  while (!text.empty() && !is_word_byte(text.back())) text.remove_suffix(1);
  return text;
}

using OnFound = std::function<void(std::string_view, std::string_view)>;

/// What stands before and in parentheses.
void look_at_parentheses(const std::string& before, const std::string& inside,
                         const OnFound& on_found) {
  // Long form (SHORT), perhaps "(SHORT, another name)".
  const std::string_view first =
      trimmed(std::string_view(inside).substr(0, inside.find_first_of(",;:=")));
  if (const std::string_view short_form = singular(first); !short_form.empty()) {
    const std::string letters = letters_of(short_form);
    if (!letters.empty()) {
      const auto words = last_words(before, most_words(letters.size()));
      if (const auto found = long_form_at_end(words, letters)) on_found(short_form, *found);
      return;
    }
  }
  // SHORT (long form)
  const auto words = last_words(before, 1);
  if (words.empty() || !is_word_byte(before[before.find_last_not_of(" \t\n\r")])) return;
  const std::string_view short_form = singular(words.front().text);
  const std::string letters = letters_of(short_form);
  if (letters.empty()) return;
  const auto all = first_words(inside, most_words(letters.size()) + 1);
  if (all.size() > most_words(letters.size()) || !can_be_long_form(all, letters)) return;
  if (cost_of(all, letters) <= most_cost(letters.size())) on_found(short_form, written(all));
}

void look_at_parenthesis(std::string_view text, std::size_t open, std::size_t width,
                         const OnFound& on_found) {
  const std::string_view rest = text.substr(open + width, longest_window);
  const std::size_t close =
      width == 1 ? rest.find_first_of("()\n") : rest.find("\xEF\xBC\x89");  // ）
  if (close == std::string_view::npos || close == 0) return;
  if (width == 1 && rest[close] != ')') return;
  look_at_parentheses(window_before(text, open), without_emphasis(rest.substr(0, close)), on_found);
}

void look_at_explanation(std::string_view text, std::size_t at, std::size_t behind,
                         const OnFound& on_found) {
  const std::string before = window_before(text, at);
  const auto subject = last_words(before, 1);
  if (subject.empty()) return;
  const std::string_view short_form = singular(subject.front().text);
  const std::string letters = letters_of(short_form);
  if (letters.empty()) return;
  const std::string after = without_emphasis(text.substr(behind, longest_window));
  const auto words = first_words(after, most_words(letters.size()));
  if (const auto found = long_form_at_beginning(words, letters)) on_found(short_form, *found);
}

constexpr std::string_view explanations[] = {" stands for ", " is short for ",
                                             " is an acronym for ", " is an abbreviation for ",
                                             " is an abbreviation of "};

/// As text.find(phrase, from), which would stop at every blank.
std::size_t find_phrase(std::string_view text, std::string_view phrase, std::size_t from) {
  const void* found = memmem(text.data() + from, text.size() - from, phrase.data(), phrase.size());
  return found == nullptr ? std::string_view::npos
                          : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

}  // namespace

void find_acronyms(std::string_view text, const OnFound& on_found) {
  for (std::size_t at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1))
    look_at_parenthesis(text, at, 1, on_found);
  constexpr std::string_view wide = "\xEF\xBC\x88";  // （
  for (std::size_t at = text.find(wide); at != std::string_view::npos; at = text.find(wide, at + 1))
    look_at_parenthesis(text, at, wide.size(), on_found);
  for (const auto phrase : explanations) {
    for (std::size_t at = find_phrase(text, phrase, 0); at != std::string_view::npos;
         at = find_phrase(text, phrase, at + 1))
      look_at_explanation(text, at, at + phrase.size(), on_found);
  }
}

void AcronymCounter::add(std::initializer_list<std::string_view> texts) {
  of_record_.clear();
  for (const auto text : texts) {
    find_acronyms(text, [this](std::string_view short_form, std::string_view long_form) {
      of_record_.emplace_back(short_form, long_form);
    });
  }
  if (of_record_.empty()) return;
  std::ranges::sort(of_record_);
  of_record_.erase(std::unique(of_record_.begin(), of_record_.end()), of_record_.end());
  for (auto& pair : of_record_) {
    if (const auto found = counts_.find(pair); found != counts_.end()) {
      ++found->second;
    } else if (counts_.size() < most) {
      counts_.emplace(std::move(pair), 1);
    }
  }
}

std::vector<Acronym> AcronymCounter::take() {
  std::vector<Acronym> acronyms;
  for (const auto& [pair, records] : counts_)
    acronyms.push_back({pair.first, pair.second, records});
  counts_.clear();
  return acronyms;
}

void AcronymLedger::add(std::span<const Acronym> acronyms) {
  for (const Acronym& acronym : acronyms) {
    std::vector<std::string> words;
    analyser_.analyse(acronym.long_form, "en", [&words](const Token& token) {
      if (token.kind == Token::Kind::word || token.kind == Token::Kind::part)
        words.emplace_back(token.term);
    });
    std::string term;
    analyser_.analyse(acronym.short_form, "en", [&term](const Token& token) {
      if (term.empty()) term = token.term;
    });
    if (words.size() < 2 || term.empty()) continue;
    Meaning& meaning = meanings_[{std::move(term), std::move(words)}];
    meaning.written[{acronym.short_form, acronym.long_form}] += acronym.records;
    meaning.records += acronym.records;
  }
}

std::vector<KnownAcronym> AcronymLedger::settle() const {
  std::vector<KnownAcronym> all;
  for (auto meaning = meanings_.begin(); meaning != meanings_.end();) {
    std::vector<KnownAcronym> of_term;
    const std::string& term = meaning->first.first;
    for (; meaning != meanings_.end() && meaning->first.first == term; ++meaning) {
      const auto& forms = meaning->second.written;
      const auto most_written = std::ranges::max_element(
          forms, [](const auto& one, const auto& other) { return one.second < other.second; });
      of_term.push_back(
          {{most_written->first.first, most_written->first.second, meaning->second.records},
           term,
           meaning->first.second});
    }
    std::ranges::stable_sort(of_term, std::ranges::greater(),
                             [](const KnownAcronym& known) { return known.acronym.records; });
    if (of_term.size() > most_meanings) of_term.resize(most_meanings);
    std::ranges::move(of_term, std::back_inserter(all));
  }
  if (all.size() > most) {
    std::ranges::stable_sort(all, std::ranges::greater(),
                             [](const KnownAcronym& known) { return known.acronym.records; });
    all.resize(most);
    std::ranges::stable_sort(all, std::ranges::less(), &KnownAcronym::term);
  }
  return all;
}

}  // namespace answers
