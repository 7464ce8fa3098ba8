#include "searcher/ranking/query.h"

#include "corpus/wording/language.h"
#include "indexer/generations/document.h"
#include "indexer/schema.h"
#include "searcher/ranking/pasted_text.h"
#include "searcher/ranking/query_syntax.h"
#include "searcher/ranking/query_words.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace answers {
namespace {

using Origin = WordForm::Origin;
using Xapian::Query;

/// A function word in more than a fifth of the records is left to the second stage where that saves
/// the reading of a long posting list: half the time of a query over 100,000 records, for 0.3 % of
/// nDCG@10.
constexpr double most_common = 1.6;
constexpr double long_list = 10000;
/// A query of so many words besides is a sentence, and what it quotes may be a title.
constexpr std::ptrdiff_t sentence_words = 4;
constexpr std::size_t most_expanded = 200;  // terms that a wildcard stands for

class Parser {
 public:
  Parser(std::string_view text, const QueryOptions& options, Analyser& analyser, const Index& index,
         const Acronyms& acronyms, TermFrequencies& frequencies, bool mends)
      : text_(text),
        options_(options),
        analyser_(analyser),
        index_(index),
        words_(text, options, analyser, index, acronyms, frequencies, mends, query_) {
    query_.language = detect_language(text);
  }

  answers::Query parse();

 private:
  void complain(std::size_t column, const std::string& what) const {
    if (options_.strict) throw QueryError(column, what);
  }
  Query all_of(const Condition& condition);
  Query wildcard(std::size_t begin, std::size_t end);
  Query filter(const Chunk& chunk);
  Query terms_like(std::string_view field, std::string_view value);
  Condition condition_of(const Chunk& chunk);
  bool add_message();

  std::string_view text_;
  const QueryOptions& options_;
  Analyser& analyser_;
  const Index& index_;
  answers::Query query_;
  QueryWords words_;
};

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
    word.forms.push_back({term, 1, words_.information(count), count, Origin::wildcard});
  }
  word.information = words_.information(frequency_of_all);
  query_.order.push_back(static_cast<std::uint32_t>(query_.words.size()));
  query_.words.push_back(std::move(word));
  return words_.matching(query_.words.back());
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

/// The words of a pasted error message; false, and nothing done, when the text is none.
bool Parser::add_message() {
  const auto parts = read_pasted(text_);
  if (parts.empty()) return false;
  for (const PastedPart& part : parts) {
    words_.add(part.begin, part.end, part.weight);
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
    chunks = cut_query(
        text_, [this](std::size_t column, const std::string& what) { complain(column, what); });
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
          words_.add(chunk.begin, chunk.end);
          should.push_back(words_.matching({query_.words.size() - 1}, Query::OP_OR));
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
      const auto words = words_.add(chunk.begin, chunk.end);
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
    words_.add(0, text_.size());
  }
  words_.mend();
  if (!options_.literal) words_.add_short_forms();
  words_.keep_the_rarest();

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
  Query ranking = words_.matching(all, Query::OP_OR);
  const bool is_plain = std::ranges::all_of(
      query_.words, [](const QueryWord& word) { return word.long_forms.empty(); });
  if (is_plain && groups.empty() && wanted.empty() && filters_of.empty() && unwanted.empty())
    query_.terms = words_.terms_of(all);
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
