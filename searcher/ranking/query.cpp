#include "searcher/ranking/query.h"

#include "corpus/wording/language.h"
#include "indexer/generations/document.h"
#include "indexer/schema.h"
#include "searcher/ranking/pasted_text.h"
#include "searcher/ranking/spelling.h"
#include "searcher/ranking/thesaurus.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

namespace answers {
namespace {

using Origin = WordForm::Origin;
using Xapian::Query;

// Shares of a word's weight that its other forms have (tests/relevance/ranking.md).
constexpr double synonym_share = 0.3;
/// A function word in more than a fifth of the records is left to the second stage where that saves
/// the reading of a long posting list: half the time of a query over 100,000 records, for 0.3 % of
/// nDCG@10.
constexpr double most_common = 1.6;
constexpr double long_list = 10000;
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
/// A query of so many words besides is a sentence, and what it quotes may be a title.
constexpr std::ptrdiff_t sentence_words = 4;
constexpr std::size_t most_expanded = 200;  // terms that a wildcard stands for

/// What Xapian::BM25Weight multiplies the saturated wdf with (1.4.22, weight/bm25weight.cc).
double xapian_weight(double records, double frequency) {
  double odds = (records - frequency + 0.5) / (frequency + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds) * (schema::k1 * schema::wdf_scale + 1);
}

double information(double records, double frequency) {
  return std::log(1 + (records - frequency + 0.5) / (frequency + 0.5));
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

/// A part of a query between blanks, quotes taken together: one word or one piece of syntax.
struct Chunk {
  enum class Kind { words, phrase, filter, conjunction, disjunction, negation, near };
  Kind kind = Kind::words;
  std::size_t begin = 0;  ///< bytes of the query, of the text without its signs
  std::size_t end = 0;
  char sign = 0;           ///< '+' or '-'
  std::string_view field;  ///< of a filter, or question, answer
  std::size_t slop = 0;    ///< of NEAR
};

constexpr std::string_view fields[] = {"question", "answer",     "tag",  "section",
                                       "source",   "difficulty", "lang", "path",
                                       "id",       "is",         "votes"};
constexpr auto text_fields = std::span(fields).first<2>();
constexpr auto filters = std::span(fields).subspan<2>();

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool begins_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const auto c = static_cast<unsigned char>(text[at]);
  return c >= 0x80 || std::isalnum(c) != 0 || c == '"' || c == '.' || c == '`';
}

/// Cuts a query into chunks. Nothing fails: what is broken is words, and `complain` hears of it.
template <class Complain>
std::vector<Chunk> cut(std::string_view text, Complain&& complain) {
  std::vector<Chunk> chunks;
  for (std::size_t at = 0; at < text.size();) {
    if (is_blank(text[at])) {
      ++at;
      continue;
    }
    Chunk chunk;
    const std::size_t start = at;
    if ((text[at] == '+' || text[at] == '-') && begins_word(text, at + 1)) chunk.sign = text[at++];
    const std::size_t colon = text.find(':', at);
    if (colon != text.npos && colon > at && colon + 1 < text.size() && !is_blank(text[colon + 1])) {
      const std::string_view name = text.substr(at, colon - at);
      const bool is_filter = std::ranges::find(filters, name) != filters.end();
      const bool is_text = std::ranges::find(text_fields, name) != text_fields.end();
      if (is_filter || is_text) {
        chunk.field = name;
        if (is_filter) chunk.kind = Chunk::Kind::filter;
        at = colon + 1;
      }
    }
    if (text[at] == '"') {
      const std::size_t close = text.find('"', at + 1);
      if (close != text.npos) {
        chunk.begin = at + 1;
        chunk.end = close;
        if (chunk.kind == Chunk::Kind::words) chunk.kind = Chunk::Kind::phrase;
        at = close + 1;
        if (close > chunk.begin) chunks.push_back(chunk);
        continue;
      }
      complain(at + 1, "a quotation mark is not closed");
    }
    std::size_t end = at;
    while (end < text.size() && !is_blank(text[end]) && (end == at || text[end] != '"')) ++end;
    chunk.begin = at;
    chunk.end = end;
    at = end;
    const std::string_view word = text.substr(start, end - start);
    if (word == "AND") {
      chunk.kind = Chunk::Kind::conjunction;
    } else if (word == "OR") {
      chunk.kind = Chunk::Kind::disjunction;
    } else if (word == "NOT") {
      chunk.kind = Chunk::Kind::negation;
    } else if (word == "NEAR" || word.starts_with("NEAR/")) {
      chunk.kind = Chunk::Kind::near;
      chunk.slop = 10;
      if (word.size() > 5) {
        const long slop = std::strtol(std::string(word.substr(5)).c_str(), nullptr, 10);
        if (slop > 0 && slop <= 1000) {
          chunk.slop = static_cast<std::size_t>(slop);
        } else {
          complain(start + 1, "NEAR/ wants a number from 1 to 1000");
          chunk.kind = Chunk::Kind::words;
        }
      }
    }
    chunks.push_back(chunk);
  }
  return chunks;
}

/// Whether all the letters of a query are capitals, so that AND in it says nothing.
bool is_shouted(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

class Parser {
 public:
  Parser(std::string_view text, const QueryOptions& options, Analyser& analyser, const Index& index,
         const Acronyms& acronyms, TermFrequencies& frequencies, bool mends)
      : text_(text),
        options_(options),
        analyser_(analyser),
        index_(index),
        acronyms_(acronyms),
        frequencies_(frequencies),
        mends_(mends) {
    records_ = index.database().get_doccount();
    query_.language = detect_language(text);
  }

  answers::Query parse();

 private:
  /// The Xapian query of one word or one word with its parts.
  struct Clause {
    std::vector<std::size_t> words{};  ///< indexes into query_.words
    Query extra{};                     ///< of a wildcard, a phrase, a filter
    char sign = 0;
  };

  void complain(std::size_t column, const std::string& what) const {
    if (options_.strict) throw QueryError(column, what);
  }
  double frequency(const std::string& term) { return frequencies_.of(term); }
  std::vector<std::size_t> add_words(std::size_t begin, std::size_t end);
  Surroundings surroundings_of_all() const;
  std::vector<Correction> meant_by(const QueryWord& word, Surroundings surroundings);
  void mend();
  void add_long_forms(QueryWord& word);
  void add_common_long_forms(QueryWord& word);
  std::vector<std::string> terms_of_text(std::string_view text);
  void add_short_forms();
  void add_stems_of_other_languages(QueryWord& word);
  Query matching(const QueryWord& word, const LongForm& long_form) const;
  void add_form(QueryWord& word, std::string_view term, double share, Origin origin);
  Query matching(const QueryWord& word) const;
  Query matching(const std::vector<std::size_t>& words, Query::op op) const;
  std::vector<WeightedTerm> terms_of(const std::vector<std::size_t>& words) const;
  Query all_of(const Condition& condition);
  Query wildcard(std::size_t begin, std::size_t end);
  Query filter(const Chunk& chunk);
  Query terms_like(std::string_view field, std::string_view value);
  Condition condition_of(const Chunk& chunk);
  void keep_the_rarest();
  bool add_message();

  std::string_view text_;
  const QueryOptions& options_;
  Analyser& analyser_;
  const Index& index_;
  const Acronyms& acronyms_;
  TermFrequencies& frequencies_;
  bool mends_;  ///< what is mistyped, else it is searched for as it stands
  double records_ = 0;
  answers::Query query_;
  std::map<std::string, std::size_t> by_term_;
  std::optional<std::vector<std::string>> languages_;  ///< of records of the index
  bool is_message_ = false;           ///< an error message or a log, see read_pasted()
  double part_weight_ = 1;            ///< of the part of it that is being read
  std::vector<std::size_t> unknown_;  ///< words that may be mistyped
};

void Parser::add_form(QueryWord& word, std::string_view term, double share, Origin origin) {
  std::string text(term);
  if (std::ranges::find(word.forms, text, &WordForm::term) != word.forms.end()) return;
  const double count = frequency(text);
  if (count == 0 && !word.forms.empty()) return;
  word.forms.push_back({std::move(text), share, information(records_, count), count, origin});
}

/// What the query says besides its unknown words.
Surroundings Parser::surroundings_of_all() const {
  std::vector<WeightedTerm> terms;
  std::vector<Query> others;
  for (const QueryWord& word : query_.words) {
    if (word.is_function_word || word.information <= most_common) continue;
    const auto known =
        std::ranges::find_if(word.forms, [](const WordForm& form) { return form.frequency > 0; });
    if (known == word.forms.end()) continue;
    const double weight = weight_of(*known, word);
    terms.push_back({known->term, weight, known->frequency});
    others.emplace_back(Query::OP_SCALE_WEIGHT, Query(known->term),
                        weight / xapian_weight(records_, known->frequency));
  }
  Surroundings surroundings;
  if (others.empty()) return surroundings;
  surroundings.others = Query(Query::OP_OR, others.begin(), others.end());
  const auto best = best_matches(index_.segments(), terms, 1).matches;
  if (!best.empty()) surroundings.best_score = best.front().score;
  return surroundings;
}

/// The words that one which no record has may have been meant for, likeliest first.
std::vector<Correction> Parser::meant_by(const QueryWord& word, Surroundings surroundings) {
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
void Parser::mend() {
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
void Parser::add_stems_of_other_languages(QueryWord& word) {
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
void Parser::add_long_forms(QueryWord& word) {
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
void Parser::add_common_long_forms(QueryWord& word) {
  if (word.forms.front().frequency > hardly_any + records_ / 1000) return;
  auto meanings = common_acronyms(word.forms.front().term);
  if (meanings.empty()) meanings = common_acronyms(word.folded);
  double rarest = 0;
  for (const CommonAcronym& known : meanings) {
    LongForm form{.text = std::string(known.long_form), .share = long_form_share};
    double most = 0;
    bool all_known = true;
    for (auto& term : terms_of_text(known.long_form)) {
      most = std::max(most, information(records_, frequency(term)));
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

std::vector<std::string> Parser::terms_of_text(std::string_view text) {
  std::vector<std::string> terms;
  analyser_.analyse(text, "en", [&](const Token& token) { terms.emplace_back(token.term); });
  return terms;
}

/// What words that stand in a row are written in short: a form of each of them.
void Parser::add_short_forms() {
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
std::vector<std::size_t> Parser::add_words(std::size_t begin, std::size_t end) {
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
      if (is_unknown && !options_.literal && !is_message_ && !token.exact &&
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
    double weight = word_weight(word.folded, query_.language);
    if (token.kind == Token::Kind::whole) {
      whole_ends = token.position + token.positions;
      is_whole_acronym = !word.long_forms.empty();
    }
    if (token.kind == Token::Kind::part && token.position < whole_ends) {
      const std::size_t letters = token.end - token.begin;
      weight *= letters == 1 || (is_whole_acronym && letters == 2) ? letter_weight : part_weight;
    }
    if (token.kind == Token::Kind::piece) weight *= piece_weight;
    if (is_message_) {  // a log says the same thing many times
      word.weight = std::max(word.weight, weight * part_weight_ * message_weight(word.folded));
    } else {
      word.weight += weight;
    }
    if (token.kind == Token::Kind::word || token.kind == Token::Kind::part)
      query_.order.push_back(static_cast<std::uint32_t>(place->second));
    words.push_back(place->second);
  }
  return words;
}

Query Parser::matching(const QueryWord& word) const {
  std::vector<Query> forms;
  for (const auto& form : word.forms) {
    if (form.frequency == 0) continue;
    forms.emplace_back(Query::OP_SCALE_WEIGHT, Query(form.term),
                       weight_of(form, word) / xapian_weight(records_, form.frequency));
  }
  for (const auto& long_form : word.long_forms) forms.push_back(matching(word, long_form));
  if (forms.size() == 1) return forms.front();
  // Not OP_MAX, which ranks a shade better (.3 % of nDCG@10): in 1.4.22 it crashes on some queries
  // over several databases ("laboratory" on 100,000 posts in eleven segments).
  return {Query::OP_OR, forms.begin(), forms.end()};
}

/// Records with all words of the long form; whether they stand in a row is seen in the text.
Query Parser::matching(const QueryWord& word, const LongForm& long_form) const {
  const double share = word.weight * long_form.share * word.information;
  std::vector<Query> terms;
  for (const auto& term : long_form.terms) {
    const double weight = xapian_weight(records_, frequencies_.of(term));
    terms.emplace_back(Query::OP_SCALE_WEIGHT, Query(term),
                       share / weight / static_cast<double>(long_form.terms.size()));
  }
  return {Query::OP_AND, terms.begin(), terms.end()};
}

Query Parser::matching(const std::vector<std::size_t>& words, Query::op op) const {
  std::vector<Query> parts;
  for (const std::size_t word : words) {
    Query part = matching(query_.words[word]);
    if (!part.empty() || op == Query::OP_AND) parts.push_back(std::move(part));
  }
  return {op, parts.begin(), parts.end()};
}

/// The terms of the words, each once.
std::vector<WeightedTerm> Parser::terms_of(const std::vector<std::size_t>& words) const {
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

/// The words of a phrase, or of one word in a field, to be looked for in the text.
Condition Parser::condition_of(const Chunk& chunk) {
  Condition condition;
  if (chunk.field == "question") condition.field = Condition::Field::question;
  if (chunk.field == "answer") condition.field = Condition::Field::answer;
  const std::string_view part = text_.substr(chunk.begin, chunk.end - chunk.begin);
  analyser_.analyse(part, query_.language, [&](const Token& token) {
    if (token.kind == Token::Kind::word || token.kind == Token::Kind::part)
      condition.words.push_back({std::string(token.term)});
  });
  for (auto& terms : condition.words) {
    // The other way of writing it: AIDS and aids.
    const std::string stem(analyser_.stem(terms.front(), query_.language));
    if (stem != terms.front()) terms.push_back(stem);
  }
  return condition;
}

/// What must be in a record for the condition to hold.
Query Parser::all_of(const Condition& condition) {
  std::vector<Query> words;
  for (const auto& terms : condition.words) {
    std::vector<Query> forms;
    forms.reserve(terms.size());
    for (const auto& term : terms) forms.emplace_back(term);
    words.emplace_back(Query::OP_OR, forms.begin(), forms.end());
  }
  return {Query::OP_SCALE_WEIGHT, Query(Query::OP_AND, words.begin(), words.end()), 0};
}

Query Parser::wildcard(std::size_t begin, std::size_t end) {
  const std::string stem = fold(text_.substr(begin, end - begin));
  std::vector<std::pair<double, std::string>> terms;
  std::size_t seen = 0;
  for (auto term = index_.database().allterms_begin(stem);
       term != index_.database().allterms_end(stem); ++term) {
    if (++seen > 20000) break;
    terms.emplace_back(term.get_termfreq(), *term);
  }
  std::ranges::sort(terms, std::ranges::greater());
  if (terms.size() > most_expanded) terms.resize(most_expanded);
  if (terms.empty()) return {};
  QueryWord word;
  word.text = text_.substr(begin, end + 1 - begin);
  word.folded = stem;
  word.begin = begin;
  word.end = end + 1;
  double frequency_of_all = 0;
  for (const auto& [count, term] : terms) {
    frequency_of_all = std::max(frequency_of_all, count);
    word.forms.push_back({term, 1, information(records_, count), count, Origin::wildcard});
  }
  word.information = information(records_, frequency_of_all);
  query_.order.push_back(static_cast<std::uint32_t>(query_.words.size()));
  query_.words.push_back(std::move(word));
  return matching(query_.words.back());
}

/// All values of a field that contain `value`, for what is too long to be typed whole.
Query Parser::terms_like(std::string_view field, std::string_view value) {
  const auto* row = std::ranges::find(schema::filter_fields, field, &schema::FilterField::name);
  const std::string prefix(row->prefix);
  const std::string exact = filter_term(field, value);
  if (index_.database().term_exists(exact)) return Query(exact);
  const std::string wanted = fold(value);
  std::vector<Query> found;
  std::size_t seen = 0;
  for (auto term = index_.database().allterms_begin(prefix);
       term != index_.database().allterms_end(prefix); ++term) {
    if (++seen > 200000 || found.size() >= 1000) break;
    const std::string name = *term;
    if (fold(name.substr(prefix.size())).find(wanted) != std::string::npos)
      found.emplace_back(name);
  }
  if (found.empty()) return Query(exact);
  return {Query::OP_OR, found.begin(), found.end()};
}

Query Parser::filter(const Chunk& chunk) {
  const std::string value(text_.substr(chunk.begin, chunk.end - chunk.begin));
  if (chunk.field == "votes") {
    const auto dots = value.find("..");
    const auto number = [&](const std::string& text, double otherwise) {
      if (text.empty()) return otherwise;
      char* end = nullptr;
      const double parsed = std::strtod(text.c_str(), &end);
      if (end != text.c_str() + text.size())
        complain(chunk.begin + 1, "votes: wants a number or a range such as 3..10");
      return parsed;
    };
    const double from = number(value.substr(0, dots), -1e9);
    const double to = dots == value.npos ? from : number(value.substr(dots + 2), 1e9);
    return {Query::OP_VALUE_RANGE, schema::votes, Xapian::sortable_serialise(from),
            Xapian::sortable_serialise(to)};
  }
  if (chunk.field == "id") {
    const std::string exact = filter_term("id", value);
    if (index_.database().term_exists(exact)) return Query(exact);
    return {Query::OP_WILDCARD, exact, 1000, Query::WILDCARD_LIMIT_FIRST};
  }
  if (chunk.field == "question-id") {
    const auto terms = terms_of_question(value);
    return {Query::OP_OR, terms.begin(), terms.end()};
  }
  if (chunk.field == "is" || chunk.field == "lang" || chunk.field == "difficulty")
    return Query(filter_term(chunk.field, value));
  return terms_like(chunk.field, value);
}

/// Leaves the words of a long text that tell most.
void Parser::keep_the_rarest() {
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

/// The words of a pasted error message; false, and nothing done, when the text is none.
bool Parser::add_message() {
  const auto parts = read_pasted(text_);
  if (parts.empty()) return false;
  is_message_ = true;
  for (const PastedPart& part : parts) {
    part_weight_ = part.weight;
    add_words(part.begin, part.end);
    if (!query_.kept.empty()) query_.kept += ' ';
    query_.kept += text_.substr(part.begin, part.end - part.begin);
  }
  return true;
}

answers::Query Parser::parse() {
  query_.description = text_;
  std::vector<Chunk> chunks;
  if (options_.literal) {
    Chunk all;
    all.end = text_.size();
    chunks.push_back(all);
  } else {
    chunks =
        cut(text_, [this](std::size_t column, const std::string& what) { complain(column, what); });
    const bool shouted = is_shouted(text_);
    for (auto& chunk : chunks) {
      const bool is_operator = chunk.kind == Chunk::Kind::conjunction ||
                               chunk.kind == Chunk::Kind::disjunction ||
                               chunk.kind == Chunk::Kind::negation;
      if (is_operator && shouted) chunk.kind = Chunk::Kind::words;
    }
    const bool has_fields =
        std::ranges::any_of(chunks, [](const Chunk& chunk) { return !chunk.field.empty(); });
    if (!options_.strict && !has_fields && add_message()) chunks.clear();
  }

  std::vector<Query> wanted;  // of the group between two ORs
  std::vector<Query> should;
  std::vector<Query> groups;
  std::vector<Query> unwanted;
  std::map<std::string, std::vector<Query>> filters_of;
  const bool has_conjunction =
      std::ranges::find(chunks, Chunk::Kind::conjunction, &Chunk::kind) != chunks.end();
  const auto plain_words = std::ranges::count_if(chunks, [](const Chunk& chunk) {
    return chunk.kind == Chunk::Kind::words && chunk.sign == 0 && chunk.field.empty();
  });
  const auto is_operand = [&](std::size_t i) {
    return i < chunks.size() &&
           (chunks[i].kind == Chunk::Kind::words || chunks[i].kind == Chunk::Kind::phrase);
  };
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    Chunk& chunk = chunks[i];
    switch (chunk.kind) {
      case Chunk::Kind::conjunction:
      case Chunk::Kind::disjunction:
        if (!is_operand(i + 1) || i == 0)
          complain(chunk.begin + 1, "AND and OR stand between two words");
        if (chunk.kind == Chunk::Kind::disjunction && has_conjunction && !wanted.empty()) {
          groups.emplace_back(Query::OP_AND, wanted.begin(), wanted.end());
          wanted.clear();
        }
        continue;
      case Chunk::Kind::negation:
        if (is_operand(i + 1)) {
          chunks[i + 1].sign = '-';
        } else {
          complain(chunk.begin + 1, "NOT stands before a word");
        }
        continue;
      case Chunk::Kind::near:
        if (i == 0 || !is_operand(i - 1) || !is_operand(i + 1)) {
          complain(chunk.begin + 1, "NEAR stands between two words");
          add_words(chunk.begin, chunk.end);
          should.push_back(matching({query_.words.size() - 1}, Query::OP_OR));
        } else {
          Condition condition = condition_of(chunks[i - 1]);
          const Condition other = condition_of(chunks[i + 1]);
          condition.words.insert(condition.words.end(), other.words.begin(), other.words.end());
          condition.slop = chunk.slop;
          condition.in_order = false;
          if (condition.words.size() > 1) {
            wanted.push_back(all_of(condition));
            query_.conditions.push_back(std::move(condition));
          }
        }
        continue;
      case Chunk::Kind::filter: {
        const Query query = filter(chunk);
        if (chunk.sign == '-') {
          unwanted.push_back(query);
        } else {
          filters_of[std::string(chunk.field)].push_back(query);
          query_.filters.push_back(
              {.field = std::string(chunk.field),
               .value = std::string(text_.substr(chunk.begin, chunk.end - chunk.begin)),
               .matching = query});
        }
        continue;
      }
      case Chunk::Kind::phrase:
      case Chunk::Kind::words:
        break;
    }
    const bool joined = has_conjunction &&
                        ((i > 0 && chunks[i - 1].kind == Chunk::Kind::conjunction) ||
                         (i + 1 < chunks.size() && chunks[i + 1].kind == Chunk::Kind::conjunction));
    if (chunk.sign == '-') {
      Condition condition = condition_of(chunk);
      if (condition.words.empty()) continue;
      if (condition.words.size() == 1 && condition.field == Condition::Field::any) {
        unwanted.push_back(all_of(condition));
      } else {
        condition.wanted = false;
        query_.conditions.push_back(std::move(condition));
      }
      continue;
    }
    const bool is_wildcard = !options_.literal && chunk.kind == Chunk::Kind::words &&
                             chunk.end - chunk.begin > 2 && text_[chunk.end - 1] == '*' &&
                             text_[chunk.end - 2] != '*';
    Query query;
    if (is_wildcard) {
      query = wildcard(chunk.begin, chunk.end - 1);
    } else {
      const auto words = add_words(chunk.begin, chunk.end);
      if (words.empty()) continue;
    }
    const bool is_quotation = chunk.kind == Chunk::Kind::phrase && chunk.sign != '+' &&
                              chunk.field.empty() && !joined && plain_words >= sentence_words;
    if (is_quotation) continue;
    if (chunk.kind == Chunk::Kind::phrase || !chunk.field.empty()) {
      Condition condition = condition_of(chunk);
      if (condition.words.size() > 1 || !chunk.field.empty()) {
        wanted.push_back(all_of(condition));
        if (!condition.words.empty()) query_.conditions.push_back(std::move(condition));
        continue;
      }
    }
    if (chunk.sign == '+' || joined || chunk.kind == Chunk::Kind::phrase) {
      if (is_wildcard) {
        wanted.push_back(query);
      } else {
        wanted.push_back(all_of(condition_of(chunk)));
      }
    }
  }
  // Each piece of `C++`, `-x` or "" may have left nothing to search for but what is unwanted.
  if (query_.words.empty() && filters_of.empty() && !unwanted.empty()) {
    unwanted.clear();
    query_.conditions.clear();
    wanted.clear();
    add_words(0, text_.size());
  }
  if (!unknown_.empty()) mend();
  if (!options_.literal) add_short_forms();
  keep_the_rarest();

  for (const auto& word : query_.words) query_.mass += word.mass();
  // Long posting lists of words that hardly count: the second stage looks at them.
  const auto telling = std::ranges::count_if(
      query_.words, [](const QueryWord& word) { return word.is_known && !word.is_function_word; });
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < query_.words.size(); ++i) {
    QueryWord& word = query_.words[i];
    const bool is_everywhere = word.is_function_word && word.information < most_common &&
                               word.forms.front().frequency > long_list;
    word.is_ranked_by = !is_everywhere || telling < 2;
    if (word.is_ranked_by) all.push_back(i);
  }
  Query ranking = matching(all, Query::OP_OR);
  const bool is_plain = std::ranges::all_of(
      query_.words, [](const QueryWord& word) { return word.long_forms.empty(); });
  if (is_plain && groups.empty() && wanted.empty() && filters_of.empty() && unwanted.empty())
    query_.terms = terms_of(all);
  if (!groups.empty()) {
    if (!wanted.empty()) groups.emplace_back(Query::OP_AND, wanted.begin(), wanted.end());
    wanted.assign(1, Query(Query::OP_OR, groups.begin(), groups.end()));
  }
  if (!wanted.empty()) {
    ranking = Query(
        Query::OP_AND_MAYBE,
        Query(Query::OP_SCALE_WEIGHT, Query(Query::OP_AND, wanted.begin(), wanted.end()), 0.0),
        ranking);
  }
  if (!filters_of.empty()) {
    std::vector<Query> each;
    each.reserve(filters_of.size());
    for (const auto& [field, queries] : filters_of)
      each.emplace_back(Query::OP_OR, queries.begin(), queries.end());
    const Query filtered(Query::OP_AND, each.begin(), each.end());
    if (query_.words.empty()) {
      ranking = Query(Query::OP_SCALE_WEIGHT, filtered, 0.0);
    } else {
      ranking = Query(Query::OP_FILTER, ranking, filtered);
    }
  }
  if (!unwanted.empty()) {
    ranking =
        Query(Query::OP_AND_NOT, ranking, Query(Query::OP_OR, unwanted.begin(), unwanted.end()));
  }
  query_.may_relax =
      !options_.literal && filters_of.empty() && unwanted.empty() &&
      std::ranges::all_of(chunks, [](const Chunk& chunk) {
        return chunk.sign == 0 && chunk.field.empty() && chunk.kind != Chunk::Kind::near;
      });
  query_.matching = ranking;
  return std::move(query_);
}

}  // namespace

std::span<const std::string_view> query_fields() { return fields; }

std::string_view name_of(WordForm::Origin origin) {
  switch (origin) {
    case Origin::typed:
      return "typed";
    case Origin::variant:
      return "variant";
    case Origin::synonym:
      return "synonym";
    case Origin::acronym:
      return "acronym";
    case Origin::spelling:
      return "spelling";
    case Origin::wildcard:
      break;
  }
  return "wildcard";
}

double TermFrequencies::of(const std::string& term) {
  constexpr std::size_t most = 100'000;
  if (known_.size() > most) known_.clear();
  const auto [found, is_new] = known_.try_emplace(term);
  if (is_new) found->second = database_.get_termfreq(term);
  return found->second;
}

answers::Query parse_query(std::string_view text, const QueryOptions& options, Analyser& analyser,
                           const Index& index, const Acronyms& acronyms,
                           TermFrequencies& frequencies) {
  answers::Query query =
      Parser(text, options, analyser, index, acronyms, frequencies, true).parse();
  if (query.corrected.empty()) return query;
  const std::string corrected = query.corrected;
  query = Parser(corrected, options, analyser, index, acronyms, frequencies, false).parse();
  query.corrected = corrected;
  return query;
}

}  // namespace answers
