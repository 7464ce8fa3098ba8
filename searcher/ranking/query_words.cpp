#include "searcher/ranking/query_words.h"

#include "corpus/wording/language.h"
#include "indexer/generations/document.h"
#include "indexer/schema.h"
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
/// A word in more than a fifth of the records says little beside one that is mistyped.
constexpr double most_common = 1.6;
constexpr double long_form_share = 0.4;     // "principal component analysis" for PCA
constexpr double short_form_share = 0.3;    // and PCA for each of its words
constexpr double hardly_any = 3;            // records, and a thousandth, that have an acronym
constexpr std::size_t most_looked_up = 64;  // words of a query, as beginnings of long forms
constexpr double misspelt_share = 0.4;      // of words that a mistyped one may have been meant for
constexpr std::size_t most_suggested = 3;
constexpr std::size_t most_languages = 12;
// What a mistyped word was meant for: how likely it is where it is taken, and where it is
// mentioned.
constexpr double clear = 0.5;
constexpr double least_suggested = 0.05;
constexpr std::size_t shortest_alone = 4;  // three letters and no other word: rather a name
constexpr std::size_t most_corrected = 6;  // words of a query
constexpr double other_stem_share = 0.5;   // of a word in backticks
constexpr double part_weight = 0.5;        // "vector" of std::vector, beside the whole
constexpr double letter_weight = 0.1;      // "k" of k-NN: a letter alone says little
constexpr double piece_weight = 0.25;      // "script" of JavaScript
/// A pasted text is searched by so many different words: the rarest.
constexpr std::size_t most_words = 128;

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
      query_(query) {}

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
    auto found = meant_by(word, surroundings);
    std::erase_if(found, [](const Correction& one) { return one.probability < least_suggested; });
    if (found.empty()) continue;
    const bool is_alone = query_.words.size() == 1;
    const bool is_clear = found.front().probability >= clear;
    if (mends_ && is_clear && (!is_alone || word.folded.size() >= shortest_alone)) {
      mended.push_back({word.begin, word.end, found.front().word});
      continue;
    }
    for (std::size_t k = 0; k < found.size() && k < 2; ++k)
      add_form(word, found[k].term, misspelt_share / static_cast<double>(k + 1), Origin::spelling);
    word.is_known = true;
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
        {std::move(known.acronym.long_form), std::move(known.words), long_form_share});
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
    LongForm form{.text = std::string(known.long_form), .share = long_form_share};
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
  bool is_whole_acronym = false;
  for (const auto& [term, token] : tokens) {
    const std::string_view typed = part.substr(token.begin, token.end - token.begin);
    const auto [place, is_new] = by_term_.try_emplace(term, query_.words.size());
    if (is_new) {
      QueryWord word;
      word.text = typed;
      word.folded = fold(typed);
      word.begin = begin + token.begin;
      word.end = begin + token.end;
      word.is_function_word = is_function_word(word.folded, query_.language);
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
      if (!token.exact && frequency(term) == 0) add_stems_of_other_languages(word);
      if (!options_.literal && !token.exact && !word.is_function_word) {
        for (const auto& synonym : synonyms_of(term, analyser_))
          add_form(word, synonym, synonym_share, Origin::synonym);
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
    }
    QueryWord& word = query_.words[place->second];
    double share = word_weight(word.folded, query_.language);
    if (token.kind == Token::Kind::whole) {
      whole_ends = token.position + token.positions;
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
    }
    if (token.kind == Token::Kind::word || token.kind == Token::Kind::part)
      query_.order.push_back(static_cast<std::uint32_t>(place->second));
    words.push_back(place->second);
  }
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
    query_.words[i].forms.clear();
  }
}

}  // namespace answers
