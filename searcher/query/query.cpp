#include "searcher/query/query.h"

#include "corpus/wording/language.h"
#include "indexer/generations/document.h"
#include "indexer/generations/posting_list.h"
#include "indexer/generations/vocabulary.h"
#include "indexer/schema.h"
#include "searcher/query/asking_words.h"
#include "searcher/query/pasted_text.h"
#include "searcher/query/query_syntax.h"
#include "searcher/query/query_words.h"
#include "searcher/query/written_flags.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

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
constexpr std::size_t most_expanded = 50'000;  // words that a beginning stands for

/// One side of an OR.
struct Group {
  std::vector<Query> musts{};
  std::vector<Condition> conditions{};  ///< all that must hold
  bool needs_text = false;              ///< the terms alone do not tell whether they hold
};

class Parser {
 public:
  Parser(std::string_view text, const QueryOptions& options, Analyser& analyser, const Index& index,
         const Acronyms& acronyms, TermFrequencies& frequencies, const OwnWords& own, bool mends)
      : text_(text),
        options_(options),
        analyser_(analyser),
        index_(index),
        words_(text, options, analyser, index, acronyms, frequencies, mends, own, query_) {
    query_.language = detect_language(text);
  }

  answers::Query parse();

 private:
  void complain(std::size_t column, const std::string& what) const {
    if (options_.strict) throw QueryError(column, what);
  }
  std::string_view text_of(const Chunk& chunk) const {
    return text_.substr(chunk.begin, chunk.end - chunk.begin);
  }
  bool is_operand(std::size_t i) const {
    return i < chunks_.size() &&
           (chunks_[i].kind == Chunk::Kind::words || chunks_[i].kind == Chunk::Kind::phrase);
  }
  bool stands_beside(std::size_t i, Chunk::Kind kind) const;
  void cut();
  void read_negation(std::size_t i);
  void read_near(std::size_t i);
  void read_filter(const Chunk& chunk);
  bool is_flag(std::size_t i, const Condition& condition) const;
  void read_operand(std::size_t i);
  void read_excluded(Condition condition, bool in_expression);
  void add_words(const Chunk& chunk, const Condition& condition);
  bool add_message();
  Condition condition_of(const Chunk& chunk);
  Condition::Word beginning(std::string_view typed);
  bool needs_text(const Condition& condition) const;
  static Query all_of(const Condition& condition);
  Query filter(const Chunk& chunk);
  Query terms_like(std::string_view field, std::string_view value);
  void end_groups();
  void check_free_beginnings();
  PartQueries ranking();

  std::string_view text_;
  const QueryOptions& options_;
  Analyser& analyser_;
  const Index& index_;
  answers::Query query_;
  QueryWords words_;

  std::vector<Chunk> chunks_;
  bool has_expression_ = false;  ///< AND, or an OR of more than words
  std::size_t plain_words_ = 0;
  std::vector<Query> wanted_;
  std::vector<Query> unwanted_;
  std::vector<Group> groups_;
  std::map<std::string, std::vector<Query>> filters_of_;
  std::set<std::string> inexact_;    ///< beginnings whose terms stand for other words, too
  bool excludes_ = false;            ///< a condition of `conditions` is unwanted
  bool has_free_beginning_ = false;  ///< one of them is asked for beside other words
};

bool Parser::stands_beside(std::size_t i, Chunk::Kind kind) const {
  const bool negated = i > 0 && chunks_[i - 1].kind == Chunk::Kind::negation;
  const std::size_t first = negated ? i - 1 : i;
  return (first > 0 && chunks_[first - 1].kind == kind) ||
         (i + 1 < chunks_.size() && chunks_[i + 1].kind == kind);
}

/// Words that begin so: their terms, and whether each of these finds them alone.
Condition::Word Parser::beginning(std::string_view typed) {
  Condition::Word word;
  word.beginning = fold(typed);
  std::erase_if(word.beginning, [](char c) {
    return std::string_view("-_.:/& ").find(c) != std::string_view::npos;
  });
  std::set<std::string, std::less<>> terms;
  bool exact = true;
  for (const KnownWord& known : index_.words_beginning(word.beginning, most_expanded)) {
    exact = exact && known.term.starts_with(word.beginning);
    terms.insert(known.term);
  }
  if (word.beginning.ends_with('s')) {  // GPUs, whose term is that of GPU
    const std::string singular = word.beginning.substr(0, word.beginning.size() - 1);
    if (index_.has_term(singular)) exact = !terms.insert(singular).second && exact;
  }
  // "colour" has the term of "color", and mice that of mouse: words begin with the same two letters
  // as their stems, or are few.
  for (const KnownWord& known :
       index_.words_beginning(word.beginning.substr(0, 2), most_expanded)) {
    if (!exact) break;
    exact = known.word.starts_with(word.beginning) || known.word == known.term ||
            !terms.contains(known.term);
  }
  word.terms.assign(terms.begin(), terms.end());
  if (!exact) inexact_.insert(word.beginning);
  return word;
}

/// The words of a chunk, to be looked for in the text.
Condition Parser::condition_of(const Chunk& chunk) {
  Condition condition;
  if (chunk.field == "question") condition.field = Condition::Field::question;
  if (chunk.field == "answer") condition.field = Condition::Field::answer;
  const std::string_view part = text_of(chunk);
  struct Typed {
    std::string term;
    std::size_t begin;
    std::size_t end;
  };
  std::vector<Typed> typed;
  analyser_.analyse(part, query_.language, [&](const Token& token) {
    if (token.kind == Token::Kind::word || token.kind == Token::Kind::part)
      typed.push_back({std::string(token.term), token.begin, token.end});
  });
  if (typed.size() > most_phrase_words) {
    typed.resize(most_phrase_words);
    query_.is_cut_short = true;
  }
  for (const auto& [term, begin, end] : typed) {
    const bool has_star = !options_.literal && end < part.size() && part[end] == '*' &&
                          (end + 1 == part.size() || part[end + 1] == ' ') && end - begin >= 2;
    if (has_star) {
      // k-ne*: the whole word begins so.
      std::size_t from = begin;
      while (from > 0 && part[from - 1] != ' ') --from;
      if (from < begin) condition.words.clear();
      condition.words.push_back(beginning(part.substr(from, end - from)));
      continue;
    }
    // The other ways of writing it: AIDS and aids, `classes` and classes.
    std::set<std::string> terms = {term, std::string(analyser_.stem(term, query_.language)),
                                   fold(part.substr(begin, end - begin))};
    condition.words.push_back({{terms.begin(), terms.end()}, {}});
  }
  return condition;
}

/// Whether the terms of a record do not tell whether the condition holds.
bool Parser::needs_text(const Condition& condition) const {
  return condition.words.size() > 1 || condition.field != Condition::Field::any ||
         std::ranges::any_of(condition.words, [this](const Condition::Word& word) {
           return inexact_.contains(word.beginning);
         });
}

/// What must be in a record for the condition to hold.
Query Parser::all_of(const Condition& condition) {
  std::vector<Query> words;
  for (const auto& word : condition.words) {
    std::vector<Query> forms;
    forms.reserve(word.terms.size());
    for (const auto& term : word.terms) forms.emplace_back(term);
    words.emplace_back(Query::OP_OR, forms.begin(), forms.end());
  }
  return {Query::OP_SCALE_WEIGHT, Query(Query::OP_AND, words.begin(), words.end()), 0};
}

/// All values of a field that contain `value`, for what is too long to be typed whole.
Query Parser::terms_like(std::string_view field, std::string_view value) {
  const auto* row = std::ranges::find(schema::filter_fields, field, &schema::FilterField::name);
  const std::string prefix(row->prefix);
  const std::string exact = filter_term(field, value);
  if (index_.has_term(exact)) return Query(exact);
  const std::string wanted = fold(value);
  std::vector<Query> found;
  std::size_t seen = 0;
  index_.terms_beginning(prefix, [&](const std::string& name, double) {
    if (++seen > 200000 || found.size() >= 1000) return false;
    if (fold(name.substr(prefix.size())).find(wanted) != std::string::npos)
      found.emplace_back(name);
    return true;
  });
  if (found.empty()) return Query(exact);
  return {Query::OP_OR, found.begin(), found.end()};
}

Query Parser::filter(const Chunk& chunk) {
  const std::string value(text_of(chunk));
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
    if (index_.has_term(exact)) return Query(exact);
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

void Parser::cut() {
  if (options_.literal) {
    Chunk all;
    all.end = text_.size();
    chunks_.push_back(all);
    return;
  }
  CutQuery cut = cut_query(
      text_, [this](std::size_t column, const std::string& what) { complain(column, what); });
  chunks_ = std::move(cut.chunks);
  query_.is_cut_short = !cut.is_whole;
  std::size_t hashtags = 0;
  for (Chunk& chunk : chunks_) {  // "#sleep", as one writes the tag into a note
    const std::string_view text = text_of(chunk);
    if (chunk.kind != Chunk::Kind::words || !chunk.field.empty() || !text.starts_with('#') ||
        hashtags == most_filters || !index_.has_term(filter_term("tag", text.substr(1))))
      continue;
    ++hashtags;
    chunk.kind = Chunk::Kind::filter;
    chunk.field = "tag";
    ++chunk.begin;
  }
  const bool has_fields =
      std::ranges::any_of(chunks_, [](const Chunk& chunk) { return !chunk.field.empty(); });
  if (!options_.strict && !has_fields && add_message()) chunks_.clear();
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    const Chunk& chunk = chunks_[i];
    if (chunk.kind == Chunk::Kind::words && chunk.sign == 0 && chunk.field.empty()) ++plain_words_;
    const bool is_more_than_words =
        chunk.kind == Chunk::Kind::phrase || !chunk.field.empty() || chunk.sign != 0 ||
        (i > 0 && chunks_[i - 1].kind == Chunk::Kind::negation) || text_of(chunk).ends_with('*');
    has_expression_ =
        has_expression_ || chunk.kind == Chunk::Kind::conjunction ||
        (is_operand(i) && is_more_than_words && stands_beside(i, Chunk::Kind::disjunction));
  }
  if (has_expression_) groups_.emplace_back();
}

void Parser::read_negation(std::size_t i) {
  if (i + 1 < chunks_.size() && (is_operand(i + 1) || chunks_[i + 1].kind == Chunk::Kind::filter)) {
    chunks_[i + 1].sign = chunks_[i + 1].sign == '-' ? '+' : '-';
  } else if (i + 1 == chunks_.size() || chunks_[i + 1].kind != Chunk::Kind::negation) {
    complain(chunks_[i].begin + 1, "NOT stands before a word");
  }
}

void Parser::read_near(std::size_t i) {
  const Chunk& chunk = chunks_[i];
  if (i == 0 || !is_operand(i - 1) || !is_operand(i + 1)) {
    complain(chunk.begin + 1, "NEAR stands between two words");
    words_.add(chunk.begin, chunk.end);
    return;
  }
  Condition condition = condition_of(chunks_[i - 1]);
  const Condition other = condition_of(chunks_[i + 1]);
  condition.words.insert(condition.words.end(), other.words.begin(), other.words.end());
  condition.slop = chunk.slop;
  condition.in_order = false;
  if (condition.words.size() < 2) return;
  wanted_.push_back(all_of(condition));
  query_.conditions.push_back(std::move(condition));
}

void Parser::read_filter(const Chunk& chunk) {
  const Query query = filter(chunk);
  if (chunk.sign == '-') {
    unwanted_.push_back(query);
    return;
  }
  filters_of_[std::string(chunk.field)].push_back(query);
  query_.filters.push_back(
      {.field = std::string(chunk.field), .value = std::string(text_of(chunk)), .matching = query});
}

void Parser::read_excluded(Condition condition, bool in_expression) {
  if (condition.words.empty()) return;
  const bool by_text = needs_text(condition);
  const Query terms = all_of(condition);
  condition.wanted = false;
  if (in_expression) {
    Group& group = groups_.back();
    group.musts.push_back(by_text ? Query::MatchAll
                                  : Query(Query::OP_AND_NOT, Query::MatchAll, terms));
    group.conditions.push_back(std::move(condition));
    group.needs_text = group.needs_text || by_text;
  } else if (by_text) {
    query_.conditions.push_back(std::move(condition));
    excludes_ = true;
  } else {
    unwanted_.push_back(terms);
  }
}

/// The words that hits are ranked by.
void Parser::add_words(const Chunk& chunk, const Condition& condition) {
  const bool has_beginning = std::ranges::any_of(
      condition.words, [](const Condition::Word& word) { return !word.beginning.empty(); });
  if (!has_beginning) {
    words_.add(chunk.begin, chunk.end);
    return;
  }
  for (std::size_t at = chunk.begin; at < chunk.end;) {
    std::size_t end = std::min(text_.find(' ', at), chunk.end);
    if (end > at + 2 && text_[end - 1] == '*') {
      const Condition::Word word = beginning(text_.substr(at, end - 1 - at));
      words_.add_beginning(at, end, word.terms);
    } else if (end > at) {
      words_.add(at, end);
    }
    at = end + 1;
  }
}

/// "-avz" of `rsync -avz slow`, where records write it so and never without the minus. Alone it is
/// left out, as anything with a minus is.
bool Parser::is_flag(std::size_t i, const Condition& condition) const {
  const Chunk& chunk = chunks_[i];
  if (chunk.kind != Chunk::Kind::words || !chunk.field.empty() || plain_words_ == 0) return false;
  if (chunk.begin == 0 || text_[chunk.begin - 1] != '-' || condition.words.size() != 1)
    return false;
  return is_written_as_flag(text_of(chunk), condition.words.front().terms, index_);
}

void Parser::read_operand(std::size_t i) {
  const Chunk& chunk = chunks_[i];
  const bool joined = has_expression_ && (stands_beside(i, Chunk::Kind::conjunction) ||
                                          stands_beside(i, Chunk::Kind::disjunction));
  Condition condition = options_.literal ? Condition() : condition_of(chunk);
  if (chunk.sign == '-' && !is_flag(i, condition)) {
    read_excluded(std::move(condition), joined);
    return;
  }
  add_words(chunk, condition);
  const bool is_quotation = chunk.kind == Chunk::Kind::phrase && chunk.sign != '+' &&
                            chunk.field.empty() && !joined && plain_words_ >= sentence_words;
  if (condition.words.empty() || is_quotation) return;
  const bool by_text = needs_text(condition);
  const bool is_one_thing =
      chunk.kind == Chunk::Kind::phrase || !chunk.field.empty() || chunk.sign == '+';
  if (joined) {
    Group& group = groups_.back();
    group.musts.push_back(all_of(condition));
    group.conditions.push_back(std::move(condition));
    group.needs_text = group.needs_text || by_text;
  } else if (is_one_thing) {
    wanted_.push_back(all_of(condition));
    if (by_text) query_.conditions.push_back(std::move(condition));
  } else if (by_text && !condition.words.back().beginning.empty()) {
    has_free_beginning_ = true;
  }
}

/// The groups between ORs become one thing that is wanted.
void Parser::end_groups() {
  std::erase_if(groups_, [](const Group& group) { return group.musts.empty(); });
  if (groups_.empty()) return;
  std::vector<Query> each;
  for (const Group& group : groups_)
    each.emplace_back(Query::OP_AND, group.musts.begin(), group.musts.end());
  wanted_.emplace_back(Query::OP_OR, each.begin(), each.end());
  if (std::ranges::none_of(groups_, &Group::needs_text)) return;
  for (Group& group : groups_) query_.alternatives.push_back(std::move(group.conditions));
}

/// Of `dropout regulari*` a record must have dropout or a word that begins so; that it has a term
/// of such a word is not enough.
void Parser::check_free_beginnings() {
  if (!has_free_beginning_ || !wanted_.empty() || !query_.alternatives.empty()) return;
  for (const QueryWord& word : query_.words) {
    Condition::Word one;
    for (const WordForm& form : word.forms) one.terms.push_back(form.term);
    if (word.text.ends_with('*')) one.beginning = word.folded;
    std::ranges::sort(one.terms);
    Condition condition;
    condition.words.push_back(std::move(one));
    query_.alternatives.push_back({std::move(condition)});
    for (const LongForm& form : word.long_forms) {
      Condition in_a_row;
      for (const std::string& term : form.terms) in_a_row.words.push_back({{term}, {}});
      query_.alternatives.push_back({std::move(in_a_row)});
    }
  }
}

/// What Xapian is asked for; Query::terms where that is an OR of terms.
PartQueries Parser::ranking() {
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
  if (wanted_.empty() && filters_of_.empty() && unwanted_.empty() && query_.conditions.empty() &&
      query_.alternatives.empty())
    query_.terms = words_.terms_of(all);

  std::vector<Query> must = wanted_;
  for (const auto& [field, queries] : filters_of_)
    must.emplace_back(Query::OP_OR, queries.begin(), queries.end());
  const bool excludes_alone =
      query_.words.empty() && must.empty() && (!unwanted_.empty() || excludes_);
  if (excludes_alone) must.push_back(Query::MatchAll);
  return for_each_part(index_, [&](const IndexPart& part) {
    Query ranking = words_.matching(all, Query::OP_OR, part);
    if (!must.empty()) {
      const Query all_of_them(Query::OP_SCALE_WEIGHT,
                              Query(Query::OP_AND, must.begin(), must.end()), 0.0);
      if (query_.words.empty()) {
        ranking = all_of_them;
      } else if (wanted_.empty()) {
        ranking = Query(Query::OP_FILTER, ranking, all_of_them);
      } else {
        ranking = Query(Query::OP_AND_MAYBE, all_of_them, ranking);
      }
    }
    if (!unwanted_.empty()) {
      ranking = Query(Query::OP_AND_NOT, ranking,
                      Query(Query::OP_OR, unwanted_.begin(), unwanted_.end()));
    }
    return ranking;
  });
}

answers::Query Parser::parse() {
  query_.description = text_;
  const std::optional<std::string> plainly = asked_plainly(text_, words_.asking());
  query_.defines = plainly.has_value();
  query_.as_question = plainly.value_or(std::string(text_));
  cut();
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    const Chunk& chunk = chunks_[i];
    switch (chunk.kind) {
      case Chunk::Kind::conjunction:
      case Chunk::Kind::disjunction:
        if (i == 0 || i + 1 == chunks_.size())
          complain(chunk.begin + 1, "AND and OR stand between two words");
        if (chunk.kind == Chunk::Kind::disjunction && has_expression_) groups_.emplace_back();
        break;
      case Chunk::Kind::negation:
        read_negation(i);
        break;
      case Chunk::Kind::near:
        read_near(i);
        break;
      case Chunk::Kind::filter:
        read_filter(chunk);
        break;
      case Chunk::Kind::phrase:
      case Chunk::Kind::words:
        read_operand(i);
        break;
    }
  }
  words_.finish();
  end_groups();
  check_free_beginnings();
  for (const auto& word : query_.words) query_.mass += word.mass();
  query_.matching = ranking();
  query_.may_relax =
      !options_.literal && filters_of_.empty() && unwanted_.empty() &&
      std::ranges::all_of(chunks_, [](const Chunk& chunk) {
        return chunk.sign == 0 && chunk.field.empty() && chunk.kind != Chunk::Kind::near;
      });
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
    case Origin::joined:
      return "joined";
    case Origin::spelling:
      return "spelling";
    case Origin::own:
      return "own";
    case Origin::wildcard:
      break;
  }
  return "wildcard";
}

TermFrequencies::TermFrequencies(const Index& index)
    : segments_(index.segment_files().begin(), index.segment_files().end()) {
  for (const Index::RemoteMember& member : index.remotes()) {
    if (member.session) elsewhere_.push_back(member.session);
  }
}

double TermFrequencies::of(const std::string& term) {
  constexpr std::size_t most = 100'000;
  if (known_.size() > most) known_.clear();
  const auto [found, is_new] = known_.try_emplace(term);
  if (!is_new) return found->second;
  for (const auto& segment : segments_) found->second += frequency_in(*segment, term);
  for (const auto& session : elsewhere_) found->second += session->words().frequency(term);
  return found->second;
}

answers::Query parse_query(std::string_view text, const QueryOptions& options, Analyser& analyser,
                           const Index& index, const Acronyms& acronyms,
                           TermFrequencies& frequencies, const OwnWords& own) {
  const std::string lowered = without_caps_lock(text);
  answers::Query query =
      Parser(lowered, options, analyser, index, acronyms, frequencies, own, true).parse();
  if (query.corrected.empty()) return query;
  const std::string corrected = query.corrected;
  const std::vector<std::string> unknown = std::move(query.unknown_words);
  const std::vector<std::string> taken_as = std::move(query.taken_as);
  query = Parser(corrected, options, analyser, index, acronyms, frequencies, own, false).parse();
  query.corrected = corrected;
  query.unknown_words = unknown;
  query.taken_as = taken_as;
  return query;
}

}  // namespace answers
