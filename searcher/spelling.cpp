#include "searcher/spelling.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace answers {
namespace {

constexpr std::size_t shortest = 4;
constexpr std::size_t longest = 32;
/// Terms that begin like the word are read in one go; edits before that are looked up one by one.
constexpr std::size_t common_beginning = 3;
constexpr std::size_t most_looked_at = 20000;
constexpr std::size_t long_enough_for_two = 8;

// Shares of the kinds of typing errors (Pollock and Zamora 1983).
constexpr double left_out = 0.34;
constexpr double too_many = 0.27;
constexpr double wrong = 0.19;
constexpr double swapped = 0.125;
// How they are spread within their kind: guesses.
constexpr double doubled = 0.5;         // of letters too many: the one before once more
constexpr double beside_on_keys = 0.7;  // of wrong letters and of others too many
constexpr double first_letter = 0.3;    // beside an error elsewhere
constexpr double two_errors = 0.001;

bool is_plain(std::string_view term) {
  return std::ranges::all_of(term, [](char c) { return c >= 'a' && c <= 'z'; });
}

constexpr std::string_view key_rows[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

struct Keyboard {
  std::array<std::array<bool, 26>, 26> beside{};

  constexpr Keyboard() {
    for (std::size_t row = 0; row < std::size(key_rows); ++row) {
      for (std::size_t i = 0; i < key_rows[row].size(); ++i) {
        if (i + 1 < key_rows[row].size()) join(key_rows[row][i], key_rows[row][i + 1]);
        if (row + 1 == std::size(key_rows)) continue;
        // A key touches the one below it and the one left of that.
        const auto below = key_rows[row + 1];
        if (i < below.size()) join(key_rows[row][i], below[i]);
        if (i > 0 && i - 1 < below.size()) join(key_rows[row][i], below[i - 1]);
      }
    }
  }
  constexpr void join(char one, char other) {
    beside[static_cast<std::size_t>(one - 'a')][static_cast<std::size_t>(other - 'a')] = true;
    beside[static_cast<std::size_t>(other - 'a')][static_cast<std::size_t>(one - 'a')] = true;
  }
  constexpr bool are_beside(char one, char other) const {
    return beside[static_cast<std::size_t>(one - 'a')][static_cast<std::size_t>(other - 'a')];
  }
};
constexpr Keyboard keyboard;

/// The share of one letter among those that may be typed for another.
double share_of_letter(char typed, char meant) {
  return keyboard.are_beside(typed, meant) ? beside_on_keys / 5 : (1 - beside_on_keys) / 20;
}

/// Calls on_word(meant, likelihood) for every word one typing error away from `typed`.
template <class OnWord>
void one_error_away(std::string_view typed, OnWord&& on_word) {
  const auto length = static_cast<double>(typed.size());
  const auto at_first = [](std::size_t i) { return i == 0 ? first_letter : 1.0; };
  std::string meant;
  for (std::size_t i = 0; i < typed.size(); ++i) {    // typed[i] is too many
    if (i > 0 && typed[i] == typed[i - 1]) continue;  // the same as leaving out the one before
    meant = typed;
    meant.erase(i, 1);
    const bool is_doubled = i + 1 < typed.size() && typed[i] == typed[i + 1];
    double share = (1 - doubled) / 26;
    if (is_doubled) {
      share = doubled;
    } else if ((i > 0 && keyboard.are_beside(typed[i], typed[i - 1])) ||
               (i + 1 < typed.size() && keyboard.are_beside(typed[i], typed[i + 1]))) {
      share = (1 - doubled) * beside_on_keys / 4;
    }
    on_word(meant, at_first(i) * too_many * share / (length - 1));
  }
  for (std::size_t i = 0; i <= typed.size(); ++i) {  // a letter is left out before typed[i]
    meant = typed;
    meant.insert(i, 1, 'a');
    for (char letter = 'a'; letter <= 'z'; ++letter) {
      if (i > 0 && letter == typed[i - 1]) continue;  // the same as before the one before
      meant[i] = letter;
      on_word(meant, at_first(i) * left_out / (length + 1));
    }
  }
  for (std::size_t i = 0; i < typed.size(); ++i) {
    meant = typed;
    for (char letter = 'a'; letter <= 'z'; ++letter) {
      if (letter == typed[i]) continue;
      meant[i] = letter;
      on_word(meant, at_first(i) * wrong * share_of_letter(typed[i], letter) / length);
    }
  }
  for (std::size_t i = 0; i + 1 < typed.size(); ++i) {
    if (typed[i] == typed[i + 1]) continue;
    meant = typed;
    std::swap(meant[i], meant[i + 1]);
    on_word(meant, at_first(i) * swapped / (length - 1));
  }
}

/// Terms of an index that begin alike, with the number of records.
std::unordered_map<std::string, double> terms_with(const std::string& beginning,
                                                   const Xapian::Database& index) {
  std::unordered_map<std::string, double> terms;
  std::size_t seen = 0;
  for (auto at = index.allterms_begin(beginning); at != index.allterms_end(beginning); ++at) {
    if (++seen > most_looked_at) break;
    terms.emplace(*at, at.get_termfreq());
  }
  return terms;
}

}  // namespace

std::vector<Correction> corrections(std::string_view word, std::string_view language,
                                    Analyser& analyser, const Xapian::Database& index) {
  std::vector<Correction> found;
  if (word.size() < shortest || word.size() > longest || !is_plain(word)) return found;
  const std::string beginning(word.substr(0, common_beginning));
  const auto alike = terms_with(beginning, index);
  std::unordered_map<std::string, double> others;
  const auto records_with = [&](const std::string& term) {
    if (term.starts_with(beginning)) {
      const auto known = alike.find(term);
      return known == alike.end() ? 0.0 : known->second;
    }
    const auto [known, is_new] = others.try_emplace(term, 0);
    if (is_new) known->second = index.get_termfreq(term);
    return known->second;
  };
  std::unordered_map<std::string, std::size_t> by_term;
  const auto add = [&](const std::string& meant, std::string_view term, double likelihood) {
    std::string text(term);
    const double records = records_with(text);
    if (records == 0) return;
    const auto [place, is_new] = by_term.try_emplace(text, found.size());
    if (is_new) {
      found.push_back({meant, std::move(text), likelihood, records});
    } else if (likelihood > found[place->second].likelihood) {
      found[place->second].word = meant;
      found[place->second].likelihood = likelihood;
    }
  };
  one_error_away(word, [&](const std::string& meant, double likelihood) {
    add(meant, analyser.stem(meant, language), likelihood);
  });
  if (!found.empty() || word.size() < long_enough_for_two) return found;

  const std::string stem(analyser.stem(word, language));
  const std::string_view ending = word.substr(std::min(stem.size(), word.size()));
  for (const auto& [term, records] : alike) {
    if (!is_plain(term) || edit_distance(stem, term, 2) > 2) continue;
    for (const std::string& meant : {term + std::string(ending), term}) {
      if (analyser.stem(meant, language) != term) continue;
      found.push_back({meant, term, two_errors, records});
      break;
    }
  }
  return found;
}

std::size_t edit_distance(std::string_view one, std::string_view other, std::size_t limit) {
  const std::size_t difference =
      one.size() > other.size() ? one.size() - other.size() : other.size() - one.size();
  if (difference > limit || one.size() > longest || other.size() > longest) return limit + 1;
  using Row = std::array<std::size_t, longest + 1>;
  Row before_last{};
  Row last{};
  Row row{};
  for (std::size_t j = 0; j <= other.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t changed = one[i - 1] == other[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + changed});
      if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
    before_last = last;
    last = row;
  }
  return std::min(last[other.size()], limit + 1);
}

}  // namespace answers
