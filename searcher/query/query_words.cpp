#include "searcher/query/query_words.h"

#include "corpus/wording/language.h"
#include "indexer/generations/document.h"
#include "indexer/generations/vocabulary.h"
#include "searcher/query/cut_words.h"
#include "searcher/query/form_shares.h"
#include "searcher/query/pasted_text.h"
#include "searcher/query/thesaurus.h"
#include "searcher/query/typing_errors.h"
#include "searcher/query/word_families.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace answers {
namespace {

using Origin = WordForm::Origin;

constexpr std::size_t most_languages = 12;
constexpr std::size_t most_corrected = 6;   // words of a query
constexpr double part_weight = 0.5;         // "vector" of std::vector, beside the whole
constexpr double function_weight = 0.25;    // of a word that only asks
constexpr double placed_weight = 0.05;      // of "explain" or "meaning", which ask by their place
constexpr double piece_weight = 0.25;       // "script" of JavaScript
constexpr std::size_t most_expanded = 200;  // terms that a beginning is ranked by

/// What is made of a verb with -ment, or the verb: Snowball takes "disagreement" to "disagr" and
/// "disagreed" to "disagre". Of one that no record has also the verb that it is made of with -er:
/// "cleaner".
std::vector<std::string> derived(std::string_view word, bool is_written) {
  constexpr std::string_view ending = "ment";
  constexpr std::size_t shortest = 4;
  std::vector<std::string> words;
  if (word.ends_with(ending)) {
    word.remove_suffix(ending.size());
    if (word.size() >= shortest) words.emplace_back(word);
    return words;
  }
  for (const std::string_view end : {"er", "ers"}) {
    if (!is_written && word.ends_with(end) && word.size() >= shortest + 1 + end.size())
      words.emplace_back(word.substr(0, word.size() - end.size()));
  }
  for (const std::string_view end : {"", "s", "d", "ed", "ing"}) {
    if (!word.ends_with(end) || word.size() < shortest + end.size()) continue;
    words.push_back(std::string(word.substr(0, word.size() - end.size())) + std::string(ending));
  }
  return words;
}

/// MoE, iPhone: a name that was typed with care.
bool has_inner_capital(std::string_view typed) {
  return std::ranges::any_of(typed.substr(std::min<std::size_t>(typed.size(), 1)),
                             [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The stems of the synonyms of a stemmed English word.
std::vector<std::string> synonyms_of(const std::string& stem, Analyser& analyser) {
  std::set<std::size_t> groups;
  for (const GroupWord& one : group_words_like(stem)) {
    if (analyser.stem(one.word, "en") == stem) groups.insert(one.group);
  }
  std::vector<std::string> synonyms;
  for (const std::size_t number : groups) {
    for (std::string_view group = synonym_groups()[number]; !group.empty();) {
      const auto blank = std::min(group.find(' '), group.size());
      std::string other(analyser.stem(group.substr(0, blank), "en"));
      group.remove_prefix(std::min(blank + 1, group.size()));
      if (other != stem && std::ranges::find(synonyms, other) == synonyms.end())
        synonyms.push_back(std::move(other));
    }
  }
  return synonyms;
}

}  // namespace

QueryWords::QueryWords(std::string_view text, const QueryOptions& options, Analyser& analyser,
                       const Index& index, const Acronyms& acronyms, TermFrequencies& frequencies,
                       bool mends, const OwnWords& own, Query& query)
    : text_(text),
      options_(options),
      analyser_(analyser),
      index_(index),
      acronyms_(acronyms),
      own_(own),
      frequencies_(frequencies),
      mends_(mends),
      records_(index.records()),
      query_(query),
      asking_(options.literal ? std::vector<AskingWords>() : find_asking_words(text)) {}

double QueryWords::information(double frequency) const {
  return std::log(1 + (records_ - frequency + 0.5) / (frequency + 0.5));
}

void QueryWords::add_form(QueryWord& word, std::string_view term, double share, Origin origin) {
  std::string text(term);
  if (std::ranges::find(word.forms, text, &WordForm::term) != word.forms.end()) return;
  const double count = frequency(text);
  if (count == 0 && !word.forms.empty()) return;
  word.forms.push_back({std::move(text), share, information(count), count, origin});
}

/// A query of a word or two does not tell its language: a word that is unknown in one may be known
/// in another that the index has records of.
void QueryWords::add_stems_of_other_languages(QueryWord& word) {
  if (!languages_) {
    languages_.emplace();
    const std::string prefix = filter_term("lang", "");
    index_.terms_beginning(prefix, [&](const std::string& term, double) {
      languages_->push_back(term.substr(prefix.size()));
      return languages_->size() < most_languages;
    });
  }
  for (const auto& language : *languages_) {
    if (language == query_.language) continue;
    const std::string stem(analyser_.stem(word.folded, language));
    add_form(word, stem, 1, Origin::variant);
  }
}

/// What English has of a word besides its own term, which hardly any record has.
void QueryWords::add_family(QueryWord& word) {
  const auto stem_of = [this](std::string_view one) {
    return std::string(analyser_.stem(one, "en"));
  };
  for (const std::string& term : family_of(word.folded, stem_of(word.folded), stem_of))
    add_form(word, term, derived_share, Origin::variant);
}

/// A letter that is a word by itself ("車", "책") stands in longer ones as the first of a pair.
void QueryWords::add_pairs_of_letter(QueryWord& word) {
  constexpr char32_t first_of_words = 0x3400;  // before it kana, Thai: one letter is no word
  constexpr std::size_t longest_more = 4;      // bytes of the other letter
  const auto letters = letters_of(word.folded);
  if (letters.size() != 1 || letters.front() < first_of_words) return;
  const std::string letter = word.forms.front().term;
  std::vector<std::pair<double, std::string>> pairs;
  index_.terms_beginning(letter, [&](const std::string& term, double records) {
    if (term.size() > letter.size() && term.size() <= letter.size() + longest_more)
      pairs.emplace_back(records, term);
    return true;
  });
  std::ranges::sort(pairs, std::ranges::greater());
  if (pairs.size() > most_expanded) pairs.resize(most_expanded);
  for (const auto& [records, term] : pairs) add_form(word, term, 1, Origin::wildcard);
}

/// Terms that the records' own languages have for a word, and other ways to write it.
void QueryWords::add_other_terms(QueryWord& word, bool is_written_so) {
  for (const std::string& term : index_.terms_of_word(word.folded))
    add_form(word, term, 1, Origin::variant);
  if (is_written_so || word.forms.size() > 1) return;
  // Müller, Mueller: German without its dots, and with them folded away.
  for (const auto& [typed, meant] :
       {std::pair<std::string_view, std::string_view>{"ae", "a"}, {"oe", "o"}, {"ue", "u"}}) {
    for (auto at = word.folded.find(typed); at != std::string::npos;
         at = word.folded.find(typed, at + 1)) {
      std::string other = word.folded;
      other.replace(at, typed.size(), meant);
      add_written(word, other);
    }
  }
  for (const auto& [typed, meant] : {std::pair<std::string_view, std::string_view>{"ä", "ae"},
                                     {"ö", "oe"},
                                     {"ü", "ue"},
                                     {"Ä", "ae"},
                                     {"Ö", "oe"},
                                     {"Ü", "ue"}}) {
    if (const auto at = word.text.find(typed); at != std::string::npos) {
      std::string other = word.text;
      add_written(word, fold(other.replace(at, typed.size(), meant)));
    }
  }
}

/// The terms of another way to write a word, where records have it.
void QueryWords::add_written(QueryWord& word, const std::string& other) {
  for (const std::string& term : index_.terms_of_word(other))
    add_form(word, term, 1, Origin::variant);
  add_form(word, other, 1, Origin::variant);
}

/// The words of text_[begin, end), each with the terms it may be found by.
std::vector<std::size_t> QueryWords::add(std::size_t begin, std::size_t end, double weight) {
  struct Found {
    std::string term;
    Token token;
  };
  std::vector<Found> tokens;
  const std::string_view part = text_.substr(begin, end - begin);
  analyser_.analyse(part, query_.language, [&](const Token& token) {
    if (token.kind == Token::Kind::tail) return;
    tokens.push_back({std::string(token.term), token});
  });
  const bool is_message = weight > 0;
  std::vector<std::size_t> words;
  std::uint32_t whole_ends = 0;
  std::uint32_t number_ends = 0;
  bool is_whole_acronym = false;
  for (const auto& [term, token] : tokens) {
    // "18" and "2" of 18.2.0 find much: only where no record has all of it.
    const bool is_number_of_known =
        token.kind == Token::Kind::piece && !tokens.empty() && token.position < number_ends;
    if (is_number_of_known) continue;
    const std::string_view typed = part.substr(token.begin, token.end - token.begin);
    if (query_.words.size() >= most_chunks && !by_term_.contains(term)) {
      query_.is_cut_short = true;
      continue;
    }
    const auto [place, is_new] = by_term_.try_emplace(term, query_.words.size());
    if (is_new) {
      QueryWord word;
      word.text = typed;
      word.folded = fold(typed);
      word.begin = begin + token.begin;
      word.end = begin + token.end;
      word.is_function_word =
          is_function_word(word.folded, query_.language) || only_asks(word.begin, word.end);
      word.weight = 0;
      add_form(word, term, 1, Origin::typed);
      // "aids" may be AIDS, and `classes` may be classes: each is found by the other's term.
      if (token.kind != Token::Kind::piece) {
        std::string joined = word.folded;
        std::erase_if(joined, [](char c) { return c == '-' || c == '_' || c == '.' || c == ':'; });
        if (!token.exact) {
          add_form(word, joined, 1, Origin::variant);
        } else if (frequency(term) == 0 || part.find('`') != part.npos) {
          const std::string stem(analyser_.stem(joined, query_.language));
          add_form(word, stem, frequency(term) == 0 ? 1 : other_stem_share, Origin::variant);
        }
      }
      if (!token.exact) add_other_terms(word, frequency(term) > 0);
      if (tokens.size() == 1) add_pairs_of_letter(word);
      const bool is_new_word = !token.exact && frequency(term) == 0 && word.forms.size() == 1;
      if (is_new_word) add_stems_of_other_languages(word);
      const bool is_foreign = is_new_word && word.forms.size() > 1;
      word.is_written =
          std::ranges::any_of(word.forms, [](const WordForm& form) { return form.frequency > 0; });
      if (!options_.literal && !token.exact && !word.is_function_word) {
        const double share = frequency(term) > hardly_any ? synonym_share : synonym_share_alone;
        for (const auto& synonym : synonyms_of(term, analyser_)) {
          const bool is_the_same = abbreviates(word.folded, synonym);
          add_form(word, synonym, is_the_same ? abbreviation_share : share, Origin::synonym);
        }
        for (const std::string& relative : derived(word.folded, frequency(term) > 0))
          add_form(word, analyser_.stem(relative, "en"), derived_share, Origin::variant);
        if (frequency(term) <= hardly_any) add_family(word);
      }
      if (!options_.literal && !word.is_function_word && token.kind != Token::Kind::piece)
        add_long_forms(word);
      const bool is_unknown =
          (word.forms.size() == 1 || is_foreign) && frequency(term) == 0 && word.long_forms.empty();
      if (is_unknown && !options_.literal && !is_message && !token.exact &&
          !word.is_function_word && !has_inner_capital(typed) &&
          (token.kind == Token::Kind::word || token.kind == Token::Kind::part) &&
          unknown_.size() < most_corrected) {
        unknown_.push_back(query_.words.size());
        if (is_foreign) foreign_.push_back(query_.words.size());
      }
      double best = 0;
      for (const auto& form : word.forms) best = std::max(best, frequency(form.term));
      word.is_known = best > 0 || !word.long_forms.empty();
      word.information = word.forms.front().information;
      if (frequency(term) == 0 && word.forms.size() > 1)
        word.information = word.forms[1].information;
      query_.words.push_back(std::move(word));
      once_.push_back(0);
    }
    QueryWord& word = query_.words[place->second];
    double share =
        word.is_function_word
            ? std::min(asks_by_place(word.begin, word.end) ? placed_weight : function_weight,
                       word_weight(word.folded, query_.language))
            : word_weight(word.folded, query_.language);
    if (token.kind == Token::Kind::whole) {
      whole_ends = token.position + token.positions;
      const bool is_number = term.find_first_not_of("v.0123456789") == std::string::npos;
      if (is_number && word.is_written) number_ends = whole_ends;
      is_whole_acronym = !word.long_forms.empty();
    }
    if (token.kind == Token::Kind::part && token.position < whole_ends) {
      const std::size_t letters = token.end - token.begin;
      share *= letters == 1 || (is_whole_acronym && letters == 2) ? letter_weight : part_weight;
    }
    if (token.kind == Token::Kind::piece) share *= piece_weight;
    if (is_message) {
      word.weight = std::max(word.weight, share * weight * message_weight(word.folded));
    } else {
      word.weight += share;
      once_[place->second] = std::max(once_[place->second], share);
    }
    if (token.kind == Token::Kind::word || token.kind == Token::Kind::part)
      query_.order.push_back(static_cast<std::uint32_t>(place->second));
    words.push_back(place->second);
  }
  if (!is_message) {
    leave_out_unknown_runs(words);
    weigh_letter_pairs(words);
  }
  return words;
}

Xapian::Query QueryWords::matching(const QueryWord& word, const IndexPart& part) const {
  std::vector<Xapian::Query> forms;
  for (const auto& form : word.forms) {
    if (form.frequency == 0) continue;
    forms.push_back(part.term(form.term, weight_of(form, word), form.frequency));
  }
  for (const auto& long_form : word.long_forms) forms.push_back(matching(word, long_form, part));
  if (forms.size() == 1) return forms.front();
  // Not OP_MAX, which ranks a shade better (.3 % of nDCG@10): in 1.4.22 it crashes on some queries
  // over several databases ("laboratory" on 100,000 posts in eleven segments).
  return {Xapian::Query::OP_OR, forms.begin(), forms.end()};
}

/// Records with all words of the long form; whether they stand in a row is seen in the text.
Xapian::Query QueryWords::matching(const QueryWord& word, const LongForm& long_form,
                                   const IndexPart& part) const {
  const double share = word.weight * long_form.share * word.information;
  std::vector<Xapian::Query> terms;
  for (const auto& term : long_form.terms) {
    terms.push_back(part.term(term, share / static_cast<double>(long_form.terms.size()),
                              frequencies_.of(term)));
  }
  return {Xapian::Query::OP_AND, terms.begin(), terms.end()};
}

Xapian::Query QueryWords::matching(const std::vector<std::size_t>& words, Xapian::Query::op op,
                                   const IndexPart& part) const {
  std::vector<Xapian::Query> parts;
  for (const std::size_t word : words) {
    Xapian::Query one = matching(query_.words[word], part);
    if (!one.empty() || op == Xapian::Query::OP_AND) parts.push_back(std::move(one));
  }
  return {op, parts.begin(), parts.end()};
}

/// The same for best_matches(), the rarest term first.
WeightedTerm QueryWords::together(const QueryWord& word, const LongForm& long_form) const {
  WeightedTerm all{.weight = word.weight * long_form.share * word.information,
                   .others = long_form.terms};
  std::ranges::stable_sort(all.others, {},
                           [this](const std::string& term) { return frequencies_.of(term); });
  if (all.others.empty()) return all;
  all.term = std::move(all.others.front());
  all.others.erase(all.others.begin());
  return all;
}

/// The terms of the words, each once, and those of long forms together.
std::vector<WeightedTerm> QueryWords::terms_of(const std::vector<std::size_t>& words) const {
  std::map<std::string_view, WeightedTerm> terms;
  for (const std::size_t number : words) {
    const QueryWord& word = query_.words[number];
    for (const auto& form : word.forms) {
      if (form.frequency == 0) continue;
      WeightedTerm& term = terms[form.term];
      term.term = form.term;
      term.weight += weight_of(form, word);
      term.frequency = form.frequency;
    }
  }
  std::vector<WeightedTerm> all;
  all.reserve(terms.size());
  for (auto& entry : terms) all.push_back(std::move(entry.second));
  for (const std::size_t number : words) {
    const QueryWord& word = query_.words[number];
    for (const LongForm& form : word.long_forms) all.push_back(together(word, form));
  }
  return all;
}

bool QueryWords::only_asks(std::size_t begin, std::size_t end) const {
  return std::ranges::any_of(
      asking_, [&](const AskingWords& one) { return begin < one.end && end > one.begin; });
}

bool QueryWords::asks_by_place(std::size_t begin, std::size_t end) const {
  return std::ranges::any_of(asking_, [&](const AskingWords& one) {
    return one.place != AskingWords::Place::any && begin < one.end && end > one.begin;
  });
}

void QueryWords::add_beginning(std::size_t begin, std::size_t end,
                               const std::vector<std::string>& terms) {
  QueryWord word;
  word.text = text_.substr(begin, end - begin);
  word.folded = fold(word.text);
  std::erase(word.folded, '*');
  word.begin = begin;
  word.end = end;
  std::vector<std::pair<double, std::string_view>> common;
  common.reserve(terms.size());
  for (const std::string& term : terms) common.emplace_back(frequency(term), term);
  std::ranges::sort(common, std::ranges::greater());
  if (common.size() > most_expanded) common.resize(most_expanded);
  for (const auto& [records, term] : common) {
    word.forms.push_back({std::string(term), 1, information(records), records, Origin::wildcard});
  }
  word.is_known = word.is_written = !word.forms.empty();
  if (word.forms.empty())
    word.forms.push_back({word.folded, 1, information(0), 0, Origin::wildcard});
  word.information = word.forms.front().information;
  query_.order.push_back(static_cast<std::uint32_t>(query_.words.size()));
  query_.words.push_back(std::move(word));
  once_.push_back(1);
}

void QueryWords::finish() {
  if (!options_.literal) {
    weigh_short_query();
    compare_sides();
    add_own_words();
    add_joined();
  }
  mend();
  if (!options_.literal) {
    write_out_short_words();
    part_rare_words();
    hear_neighbours();
    add_compounds();
    add_short_forms();
  }
  note_unknown_words();
  keep_the_rarest();
}

}  // namespace answers
