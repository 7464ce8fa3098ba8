#include "searcher/query/spelling.h"

#include "corpus/wording/language.h"
#include "indexer/generations/vocabulary.h"
#include "indexer/schema.h"
#include "searcher/matching/part_search.h"
#include "searcher/query/edit_distance.h"
#include "searcher/query/everyday_words.h"
#include "searcher/query/typing_errors.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <unordered_map>
#include <utility>

namespace answers {
namespace {

constexpr std::size_t shortest = 3;
constexpr std::size_t longest = 32;
/// Terms that begin like the word are read in one go; edits before that are looked up one by one.
constexpr std::size_t common_beginning = 3;
constexpr std::size_t most_looked_at = 20000;
constexpr std::size_t long_enough_for_two = 8;

constexpr double two_errors = 0.001;

// What is weighed, in logarithms. Fitted on seven sets at once and rounded; the optimum is flat
// (tests/relevance/spelling.md).
constexpr double frequency_weight = 0.4;
constexpr double fitting_weight = 4;
constexpr double neighbour_weight = 2;
constexpr double form_weight = 0.5;
/// The word as it was typed, six letters long; the longer it is the less will it be by chance that
/// another is so near.
constexpr double unknown_word = -4;
constexpr double unknown_letter = -0.5;
constexpr std::size_t longest_unknown = 10;
/// A function word, which most records have and who types a few words seldom means: not "for" of
/// "flor tiles". In sentences it would cost as much as it gives.
constexpr double function_word = -4;
/// A word of ordinary texts that no record has: "pale", where records say "paleo".
constexpr double everyday_word = 5;
/// Words of so few letters are as often acronyms and names that no record has.
constexpr std::size_t longest_short = 4;
/// Between the likelihoods of a wrong letter, in a word of four: any other (.0004), and one that is
/// beside it on the keys or sounds alike (.001 to .008).
constexpr double any_letter = 0.0007;
constexpr std::size_t most_weighed = 6;
constexpr Xapian::doccount most_read = 12;  // records with a word, to see how it is written
constexpr std::size_t most_read_of = 8192;  // bytes of each

/// Terms of an index, and words with theirs, that begin alike.
class Alike {
 public:
  Alike(std::string beginning, const Index& index)
      : beginning_(std::move(beginning)), index_(index) {
    for (KnownWord& known : index.words_beginning(beginning_, most_looked_at)) {
      if (known.word != known.term) terms_[known.word].push_back(known.term);
    }
    std::size_t seen = 0;
    index.terms_beginning(beginning_, [&](const std::string& term, double records) {
      if (++seen > most_looked_at) return false;
      records_.emplace(term, records);
      return true;
    });
  }

  double records_with(const std::string& term) {
    const auto known = records_.find(term);
    if (known != records_.end()) return known->second;
    if (term.starts_with(beginning_)) return 0;
    return records_.emplace(term, index_.frequency(term)).first->second;
  }
  /// The terms of a word that records write, of those that differ from it.
  const std::vector<std::string>& terms_of(const std::string& word) {
    static const std::vector<std::string> none;
    const auto known = terms_.find(word);
    if (known != terms_.end()) return known->second;
    if (word.starts_with(beginning_)) return none;
    return terms_.emplace(word, index_.terms_of_word(word)).first->second;
  }
  const std::unordered_map<std::string, double>& records() const { return records_; }

 private:
  std::string beginning_;
  const Index& index_;
  std::unordered_map<std::string, double> records_;
  std::unordered_map<std::string, std::vector<std::string>> terms_;
};

/// The words of one term that may have been meant.
struct Candidate {
  struct Form {
    std::string word{};
    double likelihood = 0;    ///< of the typing error
    bool is_written = false;  ///< records are known to write it so
  };
  std::string term{};
  double records = 0;  ///< that have it
  std::vector<Form> forms{};
  std::string meant{};  ///< the likeliest of them
  double weight = 0;
  bool is_doubtful = false;

  double likelihood() const {
    return std::ranges::max_element(forms, {}, &Form::likelihood)->likelihood;
  }
};

/// All whose term is in the index.
std::vector<Candidate> candidates_for(const Letters& word, std::u32string_view alphabet,
                                      std::string_view language, Analyser& analyser,
                                      const Index& index) {
  std::vector<Candidate> found;
  Alike alike(bytes_of(word.substr(0, common_beginning)), index);
  std::unordered_map<std::string, std::size_t> by_term;
  const auto note = [&](const std::string& meant, const std::string& term, double likelihood,
                        bool is_written) {
    const double records = alike.records_with(term);
    if (records == 0) return;
    const auto [place, is_new] = by_term.try_emplace(term, found.size());
    if (is_new) found.push_back({.term = term, .records = records});
    auto& forms = found[place->second].forms;
    const auto known = std::ranges::find(forms, meant, &Candidate::Form::word);
    if (known == forms.end()) {
      forms.push_back({meant, likelihood, is_written});
    } else {
      known->likelihood = std::max(known->likelihood, likelihood);
    }
  };
  one_error_away(word, alphabet, [&](const Letters& letters, double likelihood) {
    const std::string meant = bytes_of(letters);
    for (const std::string& term : alike.terms_of(meant)) note(meant, term, likelihood, true);
    note(meant, std::string(analyser.stem(meant, language)), likelihood, false);
    note(meant, meant, likelihood, false);
  });
  if (!found.empty() || word.size() < long_enough_for_two) return found;

  const std::string typed = bytes_of(word);
  const std::string stem(analyser.stem(typed, language));
  const std::string_view ending =
      std::string_view(typed).substr(std::min(stem.size(), typed.size()));
  for (const auto& [term, records] : alike.records()) {
    if (alphabet_of(letters_of(term)).empty() || edit_distance(stem, term, 2) > 2) continue;
    for (const std::string& meant : {term + std::string(ending), term}) {
      // Two errors of the stem are many more of the word: "sent" is not "sensitive".
      if (analyser.stem(meant, language) != term || edit_distance(typed, meant, 2) > 2) continue;
      found.push_back({.term = term, .records = records, .forms = {{meant, two_errors}}});
      break;
    }
  }
  return found;
}

/// How a term stands in the records that fit the rest of the query best.
struct Usage {
  std::map<std::string, double, std::less<>> written{};  ///< word -> how often
  double times = 0;                                      ///< of all of them
  double before = 0;  ///< how often the word before it is that of the query
  double after = 0;
  double fitting = 0;  ///< the best score of these records, as a share of the best of all
};

/// Adds what a record says.
void count_usage(const Record& record, const std::string& term, const Surroundings& surroundings,
                 Analyser& analyser, Usage& usage) {
  for (const std::string_view text : {std::string_view(record.question),
                                      std::string_view(record.answer).substr(0, most_read_of)}) {
    std::string last;
    bool is_behind = false;
    analyser.analyse(text, record.language, [&](const Token& token) {
      if (token.kind != Token::Kind::word && token.kind != Token::Kind::part) return;
      if (is_behind && token.term == surroundings.after) ++usage.after;
      is_behind = token.term == term;
      if (is_behind) {
        ++usage.times;
        ++usage.written[fold(text.substr(token.begin, token.end - token.begin))];
        if (!last.empty() && last == surroundings.before) ++usage.before;
      }
      last = token.term;
    });
  }
}

/// That of each term; the records of all of them are read at once.
std::vector<Usage> usages_of(const std::vector<std::string>& terms,
                             const Surroundings& surroundings, Analyser& analyser,
                             const Index& index) {
  using Xapian::Query;
  std::vector<PartQueries> queries;
  queries.reserve(terms.size());
  for (const std::string& term : terms) {
    queries.push_back(for_each_part(index, [&](const IndexPart& part) {
      if (surroundings.others.empty()) return part.term(term, 1, index.frequency(term));
      return Query(Query::OP_AND_MAYBE, Query(Query::OP_SCALE_WEIGHT, Query(term), 0.0),
                   part.any_of(surroundings.others));
    }));
  }
  std::vector<Usage> usages(terms.size());
  const auto found = find_records_of(index, queries, most_read);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    Usage& usage = usages[i];
    if (surroundings.best_score > 0 && !found[i].empty())
      usage.fitting = found[i].front().score / surroundings.best_score;
    for (const FoundRecord& one : found[i])
      count_usage(one.record, terms[i], surroundings, analyser, usage);
  }
  return usages;
}

/// That a word of so many letters is right, and no record has it.
double right_as_typed(std::size_t letters) {
  return unknown_word +
         unknown_letter * (static_cast<double>(std::min(letters, longest_unknown)) - 6);
}

/// Finds out which of its words was meant, and how much speaks for it; false if records write none.
bool weigh(Candidate& candidate, const Usage& usage) {
  constexpr double some = 0.5;         // added to counts
  constexpr double not_written = 0.3;  // in place of a count, for an inflection
  double best = 0;
  for (const Candidate::Form& form : candidate.forms) {
    const auto written = usage.written.find(form.word);
    double times = 0;
    double share = 0;
    if (written != usage.written.end()) {
      times = written->second;
      share = times + some;
    } else if (form.is_written || std::ranges::any_of(usage.written, [&form](const auto& one) {
                 return is_inflection(form.word, one.first);
               })) {
      share = not_written;
    }
    if (form.likelihood * share <= best) continue;
    best = form.likelihood * share;
    candidate.meant = form.word;
    candidate.weight = std::log(form.likelihood) + frequency_weight * std::log(candidate.records) +
                       fitting_weight * usage.fitting +
                       neighbour_weight * (std::log1p(usage.before) + std::log1p(usage.after)) +
                       form_weight * std::log((times + some) / (usage.times + some));
  }
  return best > 0;
}

/// Whether one of the few words of a query, a short one, is rather a word that no record has, since
/// it was made of `meant` by an error that people seldom make in so short a word, or since no
/// record has that beside any other word of the query (tests/relevance/spelling.md).
bool is_rather_absent(const Letters& typed, const Candidate& candidate, const Usage& usage) {
  if (typed.size() > longest_short || usage.before + usage.after > 0) return false;
  const bool is_tiny = typed.size() < longest_short;
  const bool is_supported = usage.fitting > 0;
  const Letters meant = letters_of(candidate.meant);
  if (meant.size() > typed.size()) {
    const bool last_is_missing = meant.starts_with(typed);
    return !is_supported && (is_tiny || last_is_missing);
  }
  if (meant.size() < typed.size()) return std::ranges::adjacent_find(typed) == typed.end();
  const bool is_swapped = std::ranges::is_permutation(typed, meant);
  return !is_swapped && (is_tiny || candidate.likelihood() < any_letter);
}

std::vector<std::string> terms_of(const std::vector<Candidate>& candidates) {
  std::vector<std::string> terms;
  terms.reserve(candidates.size());
  for (const Candidate& one : candidates) terms.push_back(one.term);
  return terms;
}

}  // namespace

std::vector<Correction> corrections(std::string_view word, std::string_view language,
                                    const Surroundings& surroundings, Analyser& analyser,
                                    const Index& index) {
  const Letters typed = letters_of(word.substr(0, 4 * longest));
  const std::u32string_view alphabet = alphabet_of(typed);
  if (typed.size() < shortest || typed.size() > longest || alphabet.empty()) return {};
  auto candidates = candidates_for(typed, alphabet, language, analyser, index);
  for (Candidate& one : candidates)
    one.weight = std::log(one.likelihood()) + frequency_weight * std::log(one.records);
  std::ranges::sort(candidates, [](const Candidate& one, const Candidate& other) {
    return one.weight != other.weight ? one.weight > other.weight : one.term < other.term;
  });
  if (candidates.size() > most_weighed) candidates.resize(most_weighed);
  const auto usages = usages_of(terms_of(candidates), surroundings, analyser, index);
  const bool is_alone = surroundings.before.empty() && surroundings.after.empty();
  std::size_t next = 0;
  std::erase_if(candidates, [&](Candidate& one) {
    const Usage& usage = usages[next++];
    if (!weigh(one, usage)) return true;
    one.is_doubtful = surroundings.is_short && !is_alone && is_rather_absent(typed, one, usage);
    return false;
  });
  for (Candidate& one : candidates) {
    if (surroundings.is_short && is_function_word(one.meant, language)) one.weight += function_word;
  }
  std::ranges::stable_sort(candidates, std::ranges::greater(), &Candidate::weight);

  const bool is_everyday = std::isfinite(most_information(word, language));
  double all = std::exp(right_as_typed(typed.size()) + (is_everyday ? everyday_word : 0));
  for (const Candidate& one : candidates) all += std::exp(one.weight);
  std::vector<Correction> found;
  found.reserve(candidates.size());
  for (Candidate& one : candidates)
    found.push_back(
        {std::move(one.meant), std::move(one.term), std::exp(one.weight) / all, one.is_doubtful});
  return found;
}

std::optional<Correction> meant_by_neighbours(std::string_view word, const std::string& term,
                                              std::string_view language, Surroundings surroundings,
                                              Analyser& analyser, const Index& index) {
  constexpr double least_beside = 3;
  const Letters typed = letters_of(word.substr(0, 4 * longest));
  const std::u32string_view alphabet = alphabet_of(typed);
  if (typed.size() < shortest || typed.size() > longest || alphabet.empty()) return std::nullopt;
  surroundings.others.clear();
  for (const std::string& one : {surroundings.before, surroundings.after}) {
    if (one.empty()) continue;
    const double frequency = index.frequency(one);
    surroundings.others.push_back({one, xapian_weight(index.records(), frequency), frequency});
  }
  if (surroundings.others.empty()) return std::nullopt;
  const auto beside = [](const Usage& usage) { return usage.before + usage.after; };
  if (beside(usages_of({term}, surroundings, analyser, index).front()) > 0) return std::nullopt;
  auto candidates = candidates_for(typed, alphabet, language, analyser, index);
  std::erase_if(candidates, [&term](const Candidate& one) {
    return one.term == term || one.likelihood() <= two_errors;
  });
  std::ranges::stable_sort(candidates, std::ranges::greater(), [](const Candidate& one) {
    return std::log(one.likelihood()) + frequency_weight * std::log(one.records);
  });
  if (candidates.size() > most_weighed) candidates.resize(most_weighed);
  std::optional<Correction> meant;
  double most = least_beside - 1;
  const auto usages = usages_of(terms_of(candidates), surroundings, analyser, index);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    Candidate& one = candidates[i];
    const Usage& usage = usages[i];
    if (beside(usage) <= most || !weigh(one, usage)) continue;
    most = beside(usage);
    meant = Correction{one.meant, one.term, 1};
  }
  return meant;
}

std::optional<Correction> meant_by_frequency(std::string_view word, const std::string& term,
                                             std::string_view language, Analyser& analyser,
                                             const Index& index) {
  constexpr double times_as_many = 30;
  const Letters typed = letters_of(word.substr(0, 4 * longest));
  const std::u32string_view alphabet = alphabet_of(typed);
  if (typed.size() < shortest || typed.size() > longest || alphabet.empty()) return std::nullopt;
  const double least = times_as_many * std::max(index.frequency(term), 1.0);
  std::optional<Correction> meant;
  double best = -std::numeric_limits<double>::infinity();
  for (const Candidate& one : candidates_for(typed, alphabet, language, analyser, index)) {
    if (one.term == term || one.likelihood() <= two_errors || one.records < least) continue;
    const double weight = std::log(one.likelihood()) + frequency_weight * std::log(one.records);
    if (weight <= best) continue;
    best = weight;
    const auto likeliest = std::ranges::max_element(one.forms, {}, [](const Candidate::Form& form) {
      return std::pair(form.is_written, form.likelihood);
    });
    meant = Correction{likeliest->word, one.term, 1};
  }
  return meant;
}

bool is_inflection(std::string_view word, std::string_view base) {
  constexpr std::size_t shortest_base = 4;
  constexpr std::string_view vowels = "aeiou";
  const auto is_vowel = [&](char c) { return vowels.find(c) != vowels.npos; };
  if (base.size() < shortest_base || word.size() <= base.size()) return false;
  const std::string_view stem = base.substr(0, base.size() - 1);
  const char last = base.back();
  const auto ends = [&](std::string_view beginning, std::string_view ending) {
    return word.size() == beginning.size() + ending.size() && word.starts_with(beginning) &&
           word.ends_with(ending);
  };
  if (last == 'y' && (ends(stem, "ies") || ends(stem, "ied"))) return true;
  if ((ends(base, "s") && last != 's') || ends(base, "es")) return true;
  for (const std::string_view ending : {std::string_view("ed"), std::string_view("ing")}) {
    if (last == 'e' && ends(stem, ending)) return true;
    if (!is_vowel(last) && ends(base, ending)) return true;
    const bool may_double = !is_vowel(last) && is_vowel(stem.back()) && !is_vowel(stem.end()[-2]);
    if (may_double && ends(std::string(base) + last, ending)) return true;
  }
  return false;
}

}  // namespace answers
