#include "searcher/ranking/query_words.h"

#include "corpus/wording/language.h"
#include "indexer/generations/document.h"
#include "indexer/generations/vocabulary.h"
#include "indexer/schema.h"
#include "searcher/ranking/cut_words.h"
#include "searcher/ranking/everyday_words.h"
#include "searcher/ranking/pasted_text.h"
#include "searcher/ranking/thesaurus.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace answers {
namespace {

using Origin = WordForm::Origin;

// Shares of a word's weight that its other forms have (tests/relevance/ranking.md).
constexpr double synonym_share = 0.3;
constexpr double synonym_share_alone = 0.6;  // where hardly any record has the word itself
constexpr double derived_share = 0.8;        // "disagreement" for "disagreed"
/// A word in more than a fifth of the records says little beside one that is mistyped.
constexpr double most_common = 1.6;
constexpr double long_form_share = 0.7;       // "principal component analysis" for PCA
constexpr double long_form_share_alone = 1;   // and where no record has the short one
constexpr double long_form_word_share = 0.3;  // and for each of its words by itself
constexpr double short_form_share = 0.3;      // and PCA for each of its words
constexpr double hardly_any = 3;              // records, and a thousandth, that have an acronym
constexpr std::size_t most_looked_up = 64;    // words of a query, as beginnings of long forms
constexpr double misspelt_share = 0.4;  // of words that a mistyped one may have been meant for
constexpr std::size_t most_suggested = 3;
constexpr std::size_t most_languages = 12;
// What a mistyped word was meant for: how likely it is where it is taken, and where it is
// mentioned.
constexpr double clear = 0.5;
constexpr double least_suggested = 0.05;
constexpr std::size_t shortest_alone = 4;   // three letters and no other word: rather a name
constexpr std::size_t most_corrected = 6;   // words of a query
constexpr double other_stem_share = 0.5;    // of a word in backticks
constexpr double part_weight = 0.5;         // "vector" of std::vector, beside the whole
constexpr double letter_weight = 0.1;       // "k" of k-NN: a letter alone says little
constexpr double function_weight = 0.25;    // of a word that only asks
constexpr double comparison_weight = 0.25;  // of "vs", which asks for a difference
constexpr double joined_share = 0.5;        // "autoencoder" for each word of "auto encoder"
constexpr double cut_share = 0.9;           // "deviation" for "dev"
constexpr double piece_weight = 0.25;       // "script" of JavaScript
/// A pasted text is searched by so many different words: the rarest.
constexpr std::size_t most_words = 128;
constexpr std::size_t most_expanded = 200;  // terms that a beginning is ranked by

/// What Xapian::BM25Weight multiplies the saturated wdf with (1.4.22, weight/bm25weight.cc).
double xapian_weight(double records, double frequency) {
  double odds = (records - frequency + 0.5) / (frequency + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds) * (schema::k1 * schema::wdf_scale + 1);
}
/// What a form of a word counts at most.
double weight_of(const WordForm& form, const QueryWord& word) {
  return word.weight * form.share * std::min(word.information, form.information);
}

bool is_ascii(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// What is made of a verb with -ment, or the verb: Snowball takes "disagreement" to "disagr" and
/// "disagreed" to "disagre".
std::vector<std::string> derived(std::string_view word) {
  constexpr std::string_view ending = "ment";
  constexpr std::size_t shortest = 4;
  std::vector<std::string> words;
  if (word.ends_with(ending)) {
    word.remove_suffix(ending.size());
    if (word.size() >= shortest) words.emplace_back(word);
    return words;
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
                       bool mends, Query& query)
    : text_(text),
      options_(options),
      analyser_(analyser),
      index_(index),
      acronyms_(acronyms),
      frequencies_(frequencies),
      mends_(mends),
      records_(index.database().get_doccount()),
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

/// What the query says besides its unknown words.
Surroundings QueryWords::surroundings_of_all() const {
  std::vector<WeightedTerm> terms;
  std::vector<Xapian::Query> others;
  for (const QueryWord& word : query_.words) {
    if (word.is_function_word || word.information <= most_common) continue;
    const auto known =
        std::ranges::find_if(word.forms, [](const WordForm& form) { return form.frequency > 0; });
    if (known == word.forms.end()) continue;
    const double weight = weight_of(*known, word);
    terms.push_back({known->term, weight, known->frequency});
    others.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(known->term),
                        weight / xapian_weight(records_, known->frequency));
  }
  Surroundings surroundings;
  if (others.empty()) return surroundings;
  surroundings.others = Xapian::Query(Xapian::Query::OP_OR, others.begin(), others.end());
  const auto best = best_matches(index_.segments(), terms, 1).matches;
  if (!best.empty()) surroundings.best_score = best.front().score;
  return surroundings;
}

/// The words that one which no record has may have been meant for, likeliest first.
std::vector<Correction> QueryWords::meant_by(const QueryWord& word, Surroundings surroundings) {
  bool is_behind = false;
  analyser_.analyse(text_, query_.language, [&](const Token& token) {
    if (token.kind != Token::Kind::word && token.kind != Token::Kind::part) return;
    if (is_behind) surroundings.after = token.term;
    is_behind = token.begin == word.begin;
    if (token.begin < word.begin) surroundings.before = token.term;
  });
  return corrections(word.folded, query_.language, surroundings, analyser_, index_);
}

/// Mends the words that no record has. Where one is clearly meant the query is to be parsed again.
void QueryWords::mend() {
  if (unknown_.empty()) return;
  struct Mended {
    std::size_t begin;
    std::size_t end;
    std::string word;
  };
  std::vector<Mended> mended;
  std::vector<std::string> suggested;
  const Surroundings surroundings = surroundings_of_all();
  for (const std::size_t i : unknown_) {
    QueryWord& word = query_.words[i];
    if (word.is_known || complete(i)) continue;
    if (word.folded.find_first_of("aeiouy") == std::string::npos && is_ascii(word.folded)) continue;
    auto found = meant_by(word, surroundings);
    std::erase_if(found, [](const Correction& one) { return one.probability < least_suggested; });
    if (found.empty()) continue;
    const bool is_alone = query_.words.size() == 1;
    const bool is_clear = found.front().probability >= clear;
    if (mends_ && is_clear && (!is_alone || word.folded.size() >= shortest_alone)) {
      mended.push_back({word.begin, word.end, found.front().word});
      word.taken_as = found.front().word;
      continue;
    }
    for (std::size_t k = 0; k < found.size() && k < 2; ++k)
      add_form(word, found[k].term, misspelt_share / static_cast<double>(k + 1), Origin::spelling);
    word.is_known = true;
    word.taken_as = found.front().word;
    word.information = word.forms[1].information;
    for (std::size_t k = 0; k < found.size() && suggested.size() < most_suggested; ++k) {
      std::string text(text_);
      suggested.push_back(text.replace(word.begin, word.end - word.begin, found[k].word));
    }
  }
  query_.suggestions = std::move(suggested);
  if (mended.empty()) return;
  query_.corrected = text_;
  std::ranges::sort(mended, std::ranges::greater(), &Mended::begin);
  for (const Mended& one : mended) {
    std::string word = one.word;
    if (text_[one.begin] >= 'A' && text_[one.begin] <= 'Z')
      word[0] = static_cast<char>(word[0] - 32);
    query_.corrected.replace(one.begin, one.end - one.begin, word);
  }
}

/// A query of a word or two does not tell its language: a word that is unknown in one may be known
/// in another that the index has records of.
void QueryWords::add_stems_of_other_languages(QueryWord& word) {
  if (!languages_) {
    languages_.emplace();
    const std::string prefix = filter_term("lang", "");
    for (auto term = index_.database().allterms_begin(prefix);
         term != index_.database().allterms_end(prefix) && languages_->size() < most_languages;
         ++term)
      languages_->push_back((*term).substr(prefix.size()));
  }
  for (const auto& language : *languages_) {
    if (language == query_.language) continue;
    const std::string stem(analyser_.stem(word.folded, language));
    add_form(word, stem, 1, Origin::variant);
  }
}

/// What a word is short for.
void QueryWords::add_long_forms(QueryWord& word) {
  auto meanings = acronyms_.meanings_of(word.forms.front().term);
  if (meanings.empty() && word.folded != word.forms.front().term)
    meanings = acronyms_.meanings_of(word.folded);
  for (KnownAcronym& known : meanings) {
    const bool all_known =
        std::ranges::all_of(known.words, [this](const auto& term) { return frequency(term) > 0; });
    if (!all_known) continue;
    word.long_forms.push_back(
        {std::move(known.acronym.long_form), std::move(known.words),
         frequency(word.forms.front().term) > 0 ? long_form_share : long_form_share_alone});
  }
  if (word.long_forms.empty()) add_common_long_forms(word);
}

/// What a word is short for where the records hardly have it and never say.
void QueryWords::add_common_long_forms(QueryWord& word) {
  if (word.forms.front().frequency > hardly_any + records_ / 1000) return;
  auto meanings = common_acronyms(word.forms.front().term);
  if (meanings.empty()) meanings = common_acronyms(word.folded);
  double rarest = 0;
  for (const CommonAcronym& known : meanings) {
    LongForm form{
        .text = std::string(known.long_form),
        .share = word.forms.front().frequency > 0 ? long_form_share : long_form_share_alone};
    double most = 0;
    bool all_known = true;
    for (auto& term : terms_of_text(known.long_form)) {
      most = std::max(most, information(frequency(term)));
      all_known = all_known && frequency(term) > 0;
      form.terms.push_back(std::move(term));
    }
    if (!all_known) continue;
    rarest = std::max(rarest, most);
    word.long_forms.push_back(std::move(form));
  }
  // "nearest neighbour search" has most of what kNN stands for.
  if (!word.long_forms.empty() && word.forms.front().frequency == 0) {
    for (const std::string& term : word.long_forms.front().terms) {
      if (term.size() > 2 && information(frequency(term)) > most_common)
        add_form(word, term, long_form_word_share, Origin::acronym);
    }
  }
  // A word that no record has would count more than all others.
  if (!word.long_forms.empty() && word.forms.front().frequency == 0)
    word.forms.front().information = rarest;
}

std::vector<std::string> QueryWords::terms_of_text(std::string_view text) {
  std::vector<std::string> terms;
  analyser_.analyse(text, "en", [&](const Token& token) { terms.emplace_back(token.term); });
  return terms;
}

/// What words that stand in a row are written in short: a form of each of them.
void QueryWords::add_short_forms() {
  const auto& order = query_.order;
  const auto term_at = [this, &order](std::size_t i) -> const std::string& {
    return query_.words[order[i]].forms.front().term;
  };
  for (std::size_t i = 0; i + 1 < order.size() && i < most_looked_up; ++i) {
    const QueryWord& first = query_.words[order[i]];
    if (first.forms.empty() || first.is_function_word) continue;
    for (const KnownAcronym& known : acronyms_.beginning_with(term_at(i))) {
      if (i + known.words.size() > order.size()) continue;
      bool stands_there = true;
      for (std::size_t k = 0; k < known.words.size() && stands_there; ++k)
        stands_there = term_at(i + k) == known.words[k];
      if (!stands_there || frequency(known.term) == 0) continue;
      for (std::size_t k = 0; k < known.words.size(); ++k) {
        QueryWord& word = query_.words[order[i + k]];
        if (!word.is_function_word) add_form(word, known.term, short_form_share, Origin::acronym);
      }
    }
  }
}

/// Terms that the records' own languages have for a word, and other ways to write it.
void QueryWords::add_other_terms(QueryWord& word, bool is_written_so) {
  for (const std::string& term : terms_of_word(index_.database(), word.folded))
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
  for (const std::string& term : terms_of_word(index_.database(), other))
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
      if (!token.exact && frequency(term) == 0 && word.forms.size() == 1)
        add_stems_of_other_languages(word);
      word.is_written =
          std::ranges::any_of(word.forms, [](const WordForm& form) { return form.frequency > 0; });
      if (!options_.literal && !token.exact && !word.is_function_word) {
        const double share = frequency(term) > hardly_any ? synonym_share : synonym_share_alone;
        for (const auto& synonym : synonyms_of(term, analyser_))
          add_form(word, synonym, share, Origin::synonym);
        for (const std::string& relative : derived(word.folded))
          add_form(word, analyser_.stem(relative, "en"), derived_share, Origin::variant);
      }
      if (!options_.literal && !word.is_function_word && token.kind != Token::Kind::piece)
        add_long_forms(word);
      const bool is_unknown =
          word.forms.size() == 1 && frequency(term) == 0 && word.long_forms.empty();
      if (is_unknown && !options_.literal && !is_message && !token.exact &&
          !word.is_function_word && !has_inner_capital(typed) &&
          (token.kind == Token::Kind::word || token.kind == Token::Kind::part) &&
          unknown_.size() < most_corrected)
        unknown_.push_back(query_.words.size());
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
    double share = word.is_function_word
                       ? std::min(function_weight, word_weight(word.folded, query_.language))
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
  if (!is_message) leave_out_unknown_runs(words);
  return words;
}

Xapian::Query QueryWords::matching(const QueryWord& word) const {
  std::vector<Xapian::Query> forms;
  for (const auto& form : word.forms) {
    if (form.frequency == 0) continue;
    forms.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(form.term),
                       weight_of(form, word) / xapian_weight(records_, form.frequency));
  }
  for (const auto& long_form : word.long_forms) forms.push_back(matching(word, long_form));
  if (forms.size() == 1) return forms.front();
  // Not OP_MAX, which ranks a shade better (.3 % of nDCG@10): in 1.4.22 it crashes on some queries
  // over several databases ("laboratory" on 100,000 posts in eleven segments).
  return {Xapian::Query::OP_OR, forms.begin(), forms.end()};
}

/// Records with all words of the long form; whether they stand in a row is seen in the text.
Xapian::Query QueryWords::matching(const QueryWord& word, const LongForm& long_form) const {
  const double share = word.weight * long_form.share * word.information;
  std::vector<Xapian::Query> terms;
  for (const auto& term : long_form.terms) {
    const double weight = xapian_weight(records_, frequencies_.of(term));
    terms.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term),
                       share / weight / static_cast<double>(long_form.terms.size()));
  }
  return {Xapian::Query::OP_AND, terms.begin(), terms.end()};
}

Xapian::Query QueryWords::matching(const std::vector<std::size_t>& words,
                                   Xapian::Query::op op) const {
  std::vector<Xapian::Query> parts;
  for (const std::size_t word : words) {
    Xapian::Query part = matching(query_.words[word]);
    if (!part.empty() || op == Xapian::Query::OP_AND) parts.push_back(std::move(part));
  }
  return {op, parts.begin(), parts.end()};
}

/// The terms of the words, each once.
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
  return all;
}

bool QueryWords::only_asks(std::size_t begin, std::size_t end) const {
  return std::ranges::any_of(
      asking_, [&](const AskingWords& one) { return begin < one.end && end > one.begin; });
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

/// Where "vs" stands between two things it asks for their difference, and both are wanted.
void QueryWords::compare_sides() {
  const auto& order = query_.order;
  std::size_t middle = 0;
  bool is_versus = false;
  bool asks_difference = false;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::string& word = query_.words[order[i]].folded;
    if (word == "difference" || word == "differences") asks_difference = true;
    if (middle != 0 || i == 0 || i + 1 == order.size()) continue;
    is_versus = word == "vs" || word == "versus" ||
                (word == "v" && query_.words[order[i + 1]].folded == "s");
    if (is_versus || (word == "and" && asks_difference) || (word == "or" && order.size() <= 5))
      middle = i;
  }
  if (middle == 0) return;
  const auto take = [&](std::size_t i, std::vector<std::uint32_t>& side) {
    const QueryWord& word = query_.words[order[i]];
    if (word.is_function_word) return false;
    const bool asks =
        word.folded == "difference" || word.folded == "differences" || word.folded == "between";
    if (!asks) side.push_back(order[i]);
    return !asks;
  };
  const std::size_t behind =
      middle + (is_versus && query_.words[order[middle]].folded == "v" ? 2 : 1);
  for (std::size_t i = middle; i > 0 && take(i - 1, query_.sides[0]);) --i;
  for (std::size_t i = behind; i < order.size() && take(i, query_.sides[1]); ++i) {
  }
  if (query_.sides[0].empty() || query_.sides[1].empty()) {
    query_.sides[0].clear();
    query_.sides[1].clear();
    return;
  }
  if (!is_versus) return;
  for (std::size_t i = 0; i < query_.words.size(); ++i) {
    QueryWord& word = query_.words[i];
    if (word.folded == "v/s" || i == order[middle] ||
        (behind > middle + 1 && i == order[middle + 1])) {
      word.long_forms.clear();
      for (const std::string_view like : {"differ", "compar"})
        add_form(word, like, 1, Origin::synonym);
      word.information = 0;
      for (const WordForm& form : word.forms)
        word.information = std::max(word.information, form.frequency > 0 ? form.information : 0);
      word.weight = comparison_weight;
      word.is_known = word.is_written = true;
    }
  }
}

/// What two words of the query are when written together: "autoencoder".
void QueryWords::add_joined() {
  const auto& order = query_.order;
  for (std::size_t i = 0; i + 1 < order.size() && i < most_looked_up; ++i) {
    QueryWord& one = query_.words[order[i]];
    QueryWord& other = query_.words[order[i + 1]];
    if (order[i] == order[i + 1] || one.is_function_word || other.is_function_word) continue;
    if (one.end + 1 != other.begin || text_[one.end] != ' ') continue;
    // A sentence has "boundary layer" as records write it; few words may be one that was parted.
    constexpr std::size_t few = 4;
    if (one.is_written && other.is_written && order.size() > few) continue;
    const std::string joined = one.folded + other.folded;
    std::vector<std::string> terms = terms_of_word(index_.database(), joined);
    terms.push_back(joined);
    terms.emplace_back(analyser_.stem(joined, query_.language));
    for (const std::string& term : terms) {
      if (frequency(term) == 0) continue;
      for (QueryWord* word : {&one, &other}) {
        add_form(*word, term, word->is_written ? joined_share : 1, Origin::joined);
        if (!word->is_known) word->information = information(frequency(term));
        if (!word->is_known) word->taken_as = joined;
        word->is_known = true;
      }
    }
  }
}

/// Takes a word as what it is short for, or made of. False where the records write nothing such.
bool QueryWords::complete(std::size_t number) {
  constexpr std::size_t shortest_alone = 5;
  constexpr std::size_t most_meant = 3;
  constexpr std::size_t longest = 32;  // bytes; what is longer was not written by hand
  QueryWord& word = query_.words[number];
  if (word.folded.size() > longest) return false;
  CutWords cut(analyser_, index_);
  const auto& order = query_.order;
  const auto take = [&](QueryWord& taken, const KnownWord& meant) {
    if (taken.folded == meant.word) return;
    add_form(taken, meant.term, cut_share, Origin::joined);
    if (!taken.is_known) taken.taken_as = meant.word;
    if (!taken.is_known) taken.information = information(frequency(meant.term));
    taken.is_known = true;
  };
  for (std::size_t i = 0; i + 1 < order.size(); ++i) {
    if (order[i] != number && order[i + 1] != number) continue;
    QueryWord& one = query_.words[order[i]];
    QueryWord& other = query_.words[order[i + 1]];
    if (one.is_function_word || other.is_function_word || one.folded.size() > longest ||
        other.folded.size() > longest)
      continue;
    const auto meant = cut.written_out(one.folded, other.folded);
    if (!meant) continue;
    take(one, meant->first);
    take(other, meant->second);
    return true;
  }
  if (const auto parts = cut.parts(word.folded)) {
    word.long_forms.push_back(
        {parts->first.word + ' ' + parts->second.word, {parts->first.term, parts->second.term}, 1});
    word.information = std::max(information(frequency(parts->first.term)),
                                information(frequency(parts->second.term)));
    word.forms.front().information = word.information;
    word.taken_as = word.long_forms.back().text;
    word.is_known = true;
    return true;
  }
  if (word.folded.size() < shortest_alone) return false;
  for (const KnownWord& meant : cut.longer(word.folded, most_meant)) take(word, meant);
  return word.is_known;
}

/// "init" of "weight init" is a word of code, and not what is meant: where no record has a short
/// word beside its neighbour, but a longer one that it abbreviates.
void QueryWords::write_out_short_words() {
  constexpr std::size_t longest = 4;
  constexpr double rare = 0.05;  // of the records
  const auto& order = query_.order;
  if (order.size() > 4) return;  // a sentence has its words whole
  CutWords cut(analyser_, index_);
  for (std::size_t i = 0; i + 1 < order.size(); ++i) {
    QueryWord& one = query_.words[order[i]];
    QueryWord& other = query_.words[order[i + 1]];
    const auto is_short = [&](const QueryWord& word) {
      return word.is_written && word.folded.size() <= longest && word.text == word.folded &&
             word.long_forms.empty() &&
             word.forms.front().frequency <= std::max(hardly_any, rare * records_);
    };
    if (one.is_function_word || other.is_function_word || (!is_short(one) && !is_short(other)))
      continue;
    const auto meant = cut.written_out(one.folded, other.folded);
    if (!meant) continue;
    if (is_short(one) && meant->first.word != one.folded)
      add_form(one, meant->first.term, cut_share, Origin::joined);
    if (is_short(other) && meant->second.word != other.folded)
      add_form(other, meant->second.term, cut_share, Origin::joined);
  }
}

/// A word of Katakana, or a short run of other letters that are written without blanks, is in no
/// record where two neighbours of it are in none: then the other two find letters of other words.
void QueryWords::leave_out_unknown_runs(const std::vector<std::size_t>& words) {
  constexpr std::size_t longest_run = 12;  // bytes, of which a letter has three
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i + 1;
    const auto is_unspaced = [&](std::size_t word) {
      return static_cast<unsigned char>(query_.words[word].folded[0]) >= 0xE0;
    };
    if (query_.words[words[i]].folded.empty() || !is_unspaced(words[i])) {
      ++i;
      continue;
    }
    while (end < words.size() && !query_.words[words[end]].folded.empty() &&
           is_unspaced(words[end]) &&
           query_.words[words[end]].begin < query_.words[words[end - 1]].end)
      ++end;
    const std::size_t first = query_.words[words[i]].begin;
    const std::size_t last = query_.words[words[end - 1]].end;
    const bool is_unknown =
        std::any_of(words.begin() + static_cast<std::ptrdiff_t>(i),
                    words.begin() + static_cast<std::ptrdiff_t>(end),
                    [this](std::size_t word) { return !query_.words[word].is_known; });
    if (is_unknown && last > first && last - first <= longest_run) {
      unwritten_.emplace_back(text_.substr(first, last - first));
      for (std::size_t k = i; k < end; ++k) {
        QueryWord& word = query_.words[words[k]];
        word.forms.resize(1);
        word.forms.front().frequency = 0;
        word.long_forms.clear();
        word.is_known = false;
      }
    }
    i = end;
  }
}

void QueryWords::note_unknown_words() {
  query_.unknown_words = unwritten_;
  query_.taken_as.resize(unwritten_.size());
  for (const QueryWord& word : query_.words) {
    if (word.is_written || word.is_function_word || word.weight < letter_weight) continue;
    const bool is_told = std::ranges::any_of(unwritten_, [&](const std::string& run) {
      return run.find(word.text) != std::string::npos;
    });
    if (!is_told) query_.unknown_words.push_back(word.text);
    if (is_told) continue;
    const bool is_short = word.taken_as.empty() && !word.long_forms.empty();
    query_.taken_as.push_back(is_short ? word.long_forms.front().text : word.taken_as);
  }
}

/// In a short query each word counts once, however often it was typed; and where it has a few words
/// that tell something, an everyday one tells less than what is asked about, which many records of
/// one collection have: "prevent overfitting". In longer queries that costs more than it gives
/// (tests/relevance/ranking.md).
void QueryWords::weigh_short_query() {
  constexpr std::size_t most_of_short = 8;
  constexpr std::ptrdiff_t few = 3;
  constexpr double everyday_share = 0.8;
  if (query_.order.size() > most_of_short) return;
  for (std::size_t i = 0; i < query_.words.size(); ++i) {
    if (once_[i] > 0) query_.words[i].weight = std::min(query_.words[i].weight, once_[i]);
  }
  if (std::ranges::count(query_.words, false, &QueryWord::is_function_word) > few) return;
  const auto most_of = [this](const QueryWord& word) {
    return most_information(word.folded, query_.language);
  };
  double topic = 0;
  for (const QueryWord& word : query_.words) {
    if (word.is_written && !word.is_function_word && !std::isfinite(most_of(word)))
      topic = std::max(topic, word.information);
  }
  if (topic == 0) return;
  for (QueryWord& word : query_.words) {
    if (const double most = most_of(word); std::isfinite(most))
      word.information = std::min({word.information, everyday_share * topic, most});
  }
}

void QueryWords::finish() {
  if (!options_.literal) {
    weigh_short_query();
    compare_sides();
    add_joined();
  }
  mend();
  if (!options_.literal) {
    write_out_short_words();
    add_short_forms();
  }
  note_unknown_words();
  keep_the_rarest();
}

/// Leaves the words of a long text that tell most.
void QueryWords::keep_the_rarest() {
  if (query_.words.size() <= most_words) return;
  std::vector<double> masses;
  for (const auto& word : query_.words) masses.push_back(word.is_known ? word.mass() : 0);
  auto sorted = masses;
  std::ranges::nth_element(sorted, sorted.begin() + most_words, std::ranges::greater());
  const double least = sorted[most_words];
  for (std::size_t i = 0; i < masses.size(); ++i) {
    if (masses[i] > least) continue;
    query_.words[i].weight = 0;
  }
  std::vector<std::uint32_t> number(query_.words.size());
  std::uint32_t kept = 0;
  for (std::size_t i = 0; i < masses.size(); ++i) number[i] = masses[i] > least ? kept++ : kept;
  std::erase_if(query_.order, [&](std::uint32_t word) { return masses[word] <= least; });
  for (std::uint32_t& word : query_.order) word = number[word];
  for (auto& side : query_.sides) side.clear();
  std::erase_if(query_.words, [](const QueryWord& word) { return word.weight == 0; });
}

}  // namespace answers
