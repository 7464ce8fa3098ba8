#pragma once

#include "indexer/analysis/analysis.h"
#include "indexer/generations/acronym_table.h"
#include "indexer/generations/index.h"
#include "searcher/matching/best_matches.h"
#include "searcher/matching/part_search.h"
#include "searcher/query/own_words.h"

#include <xapian.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace answers {

/// One of the terms that a word of a query is found by.
struct WordForm {
  /// How the term comes from the word; name_of() names it.
  enum class Origin : std::uint8_t {
    typed,
    variant,
    synonym,
    acronym,
    joined,
    spelling,
    wildcard,
    own
  };

  std::string term{};
  double share = 1;        ///< of the word's weight: less for a synonym than for the word itself
  double information = 0;  ///< idf of the term
  double frequency = 0;    ///< records that have it
  Origin origin = Origin::typed;
};

/// Several words that stand for one word of a query: "principal component analysis" for PCA.
struct LongForm {
  std::string text{};                ///< as the records write it
  std::vector<std::string> terms{};  ///< of its words; a record says it where they stand in a row
  double share = 1;                  ///< of the word's weight
};

/// "typed", "variant" (another way to write or stem it), "synonym", …
std::string_view name_of(WordForm::Origin origin);
/// A query is read as far as so many words and pieces of syntax, so many filters and so many
/// phrases among them, and so many words of a phrase.
inline constexpr std::size_t most_chunks = 1000;
inline constexpr std::size_t most_filters = 100;
inline constexpr std::size_t most_phrase_words = 32;

/// A word of a query, however often it stands there.
struct QueryWord {
  std::string text{};     ///< as typed
  std::string folded{};   ///< see fold()
  std::size_t begin = 0;  ///< where it first stands: bytes of the query
  std::size_t end = 0;
  std::vector<WordForm> forms{};  ///< its own term first; terms that no record has are left out,
                                  ///< except that one
  std::vector<LongForm> long_forms{};  ///< of an acronym that the records explain
  double weight = 1;       ///< 1, less for words that say little; added up over repetitions
  double information = 0;  ///< log(1 + (N − n + ½)/(n + ½)), n records of N have it
  bool is_function_word = false;
  bool is_ranked_by = true;  ///< false: so common that the second stage alone looks at it
  bool is_known = true;      ///< some record has one of the forms
  std::string taken_as{};    ///< where no record has it: the words it was searched as
  bool is_written = true;    ///< some record has the word itself, and not only what is like it

  double mass() const { return weight * information; }
};

/// What must be checked on the text of a record, since the index has no positions.
struct Condition {
  enum class Field { any, question, answer };
  Field field = Field::any;
  /// A word by any of its terms, sorted; one that begins so, where that is asked for.
  struct Word {
    std::vector<std::string> terms{};
    std::string beginning{};
  };
  /// Words in a row; `slop` is how many other words may stand between.
  std::vector<Word> words{};
  std::size_t slop = 0;
  bool in_order = true;
  bool wanted = true;  ///< false: a record in which it holds is no hit
};

/// What records must be beside what they say: `tag:trees`.
struct Filter {
  std::string field{};  ///< one of query_fields()
  std::string value{};
  Xapian::Query matching{};
};

/// A query as it was understood.
struct Query {
  std::vector<QueryWord> words{};      ///< that hits are ranked by
  std::vector<std::uint32_t> order{};  ///< indexes of `words` as they stand in the query
  std::vector<Condition> conditions{};
  /// Where they are not empty, one list of them must hold besides.
  std::vector<std::vector<Condition>> alternatives{};
  std::vector<Filter> filters{};  ///< those that must hold, not those with a minus
  PartQueries matching{};         ///< what Xapian is asked; scores are sums of mass × saturation
  /// When `matching` is an OR of terms, and of long forms, and nothing else: those.
  std::vector<WeightedTerm> terms{};
  /// Of "bagging vs boosting": the words on either side, indexes of `words`; else empty.
  std::array<std::vector<std::uint32_t>, 2> sides{};
  bool lists_all = false;     ///< nothing was typed, and all records are wanted
  bool is_cut_short = false;  ///< it is so long that not all of it was read
  bool may_relax = false;     ///< it asks for a phrase, which need not have been meant as one
  double mass = 0;            ///< of all words
  /// The text with its mistyped words mended, which is what was searched for; positions of words
  /// are those in it. Empty when nothing was mended.
  std::string corrected{};
  std::vector<std::string> unknown_words{};  ///< as typed; no record has them
  std::vector<std::string> taken_as{};  ///< of each of them, the words it was searched as, or ""
  /// Of an error message or a log that was pasted: what was searched for, else empty.
  std::string kept{};
  std::vector<std::string> suggestions{};  ///< texts that may have been meant, likeliest first
  std::string language{};
  bool defines = false;       ///< it asks what something is, in other words than "what is"
  std::string as_question{};  ///< what is compared with questions, see asked_plainly()
  std::string description{};  ///< for people: "+dropout \"neural network\" tag:nlp"
};

/// How to understand a query.
struct QueryOptions {
  bool literal = false;  ///< words only: no syntax, no synonyms, acronyms or other spelling
  bool strict = false;   ///< throw QueryError where syntax is broken instead of taking it as words
};

/// Broken syntax of a strict query. what() says what is wrong.
class QueryError : public std::runtime_error {
 public:
  QueryError(std::size_t column, const std::string& what)
      : std::runtime_error(what), column_(column) {}
  /// From 1, in bytes of the query.
  std::size_t column() const { return column_; }

 private:
  std::size_t column_;
};

/// The names before a colon that a query understands: tag, section, votes, question, …
std::span<const std::string_view> query_fields();

/// How many records of an index have a term, remembered from query to query: each look costs as
/// many reads as the index has segments. Not thread-safe.
class TermFrequencies {
 public:
  explicit TermFrequencies(const Index& index);

  double of(const std::string& term);

 private:
  std::vector<std::shared_ptr<GlassFile>> segments_;
  std::vector<std::shared_ptr<RemoteSession>> elsewhere_;
  std::unordered_map<std::string, double> known_;
};

/// What a person typed -> what is searched. Never fails unless strict: what is not understood is
/// words. See answers-query(7) for the language. O(length).
Query parse_query(std::string_view text, const QueryOptions& options, Analyser& analyser,
                  const Index& index, const Acronyms& acronyms, TermFrequencies& frequencies,
                  const OwnWords& own = {});

}  // namespace answers
