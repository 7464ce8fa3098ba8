#pragma once

#include "corpus/record.h"
#include "indexer/analysis/analysis.h"
#include "indexer/generations/document.h"
#include "searcher/query/conditions.h"
#include "searcher/query/query.h"
#include "searcher/query/wordbook_terms.h"
#include "searcher/ranking/agreement.h"
#include "searcher/ranking/passages.h"
#include "searcher/ranking/results.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace answers {

/// A word of a query where it stands in a text.
struct Occurrence {
  std::uint32_t word = 0;      ///< index into Query::words
  std::uint32_t position = 0;  ///< Token::position
  float share = 1;             ///< WordForm::share of the form that stands there
  bool as_typed = false;       ///< the very form that was typed, not only the same stem
  std::size_t begin = 0;       ///< bytes of the text
  std::size_t end = 0;
};

/// What speaks for a record in the second stage, each a share from 0 to 1 of what the query could
/// find.
struct Evidence {
  double coverage = 0;           ///< of the query's information, anywhere in the record
  double whole = 0;              ///< the same where the query has few telling words, else 0
  double question_coverage = 0;  ///< the same, in its question alone
  double asked = 0;              ///< the same again where the query is worded as a question, else 0
  double all_in_question = 0;    ///< 1 if its question has all telling words of the query
  /// What its sections, its tags and its source say of the query; words that its question has, too,
  /// count less: there they say little that is new.
  double named = 0;
  double as_typed = 0;           ///< of the query's information in the very form that was typed
  double unit = 0;               ///< the most that one sentence or list item of the answer covers
  double early = 0;              ///< what the answer covers, the sooner the more
  double near_in_question = 0;   ///< neighbours in the query that are near in the question
  double order_in_answer = 0;    ///< neighbours in the query that stand so in the answer
  double order_in_question = 0;  ///< longest common sequence of words with the question
  double both_sides = 0;  ///< of "bagging vs boosting": what it says of the one it says less of
  std::array<double, 2> sides{};  ///< what it says of either, of words and not of what is like them
  double compares =
      0;  ///< what puts it in front of records of one side: see put_both_sides_first()
  double right_kind = 0;     ///< like `unit`, of sentences with a name, date, number if asked for
  bool is_exact = false;     ///< the question says what the query says, and nothing else
  bool is_question = false;  ///< the record's question is worded as one
  double related = 0;        ///< third stage: see Reading::related
  double agreement = 0;      ///< third stage: see agreement()
  double resemblance = 0;    ///< third stage: of two questions, see Trigrams
  double company = 0;        ///< third stage: of what the best hits are about together, likewise
  double subject = 0;        ///< of the query, known without the text: SubjectSpace::nearness()
  std::uint64_t lacks = 0;   ///< bit i: nothing of the i-th of Query::words is in the record

  /// The sum that is added to the first stage's score, in units of the query's whole information:
  /// each of evidence_features() times its weight.
  double sum() const;
};

/// One of the things that count in the second stage: a row says all that is known of it, and
/// `search --explain` prints it.
struct EvidenceFeature {
  std::string_view name;       ///< in JSON
  std::string_view describes;  ///< for people, as what is true of a record that has it
  double weight;               ///< of the query's whole information
  double (*value)(const Evidence&);
};
std::span<const EvidenceFeature> evidence_features();

/// The words of a text as the third stage compares them, noted while the second reads it.
struct WordsRead {
  std::vector<std::uint32_t> ids{};  ///< Token::id of each word, as often as it stands there
  std::vector<bool> stands_there{};  ///< of each of Query::words: one of its forms
  std::vector<bool> has_relative{};  ///< of each of Query::words: see Reading::related
};

/// A record of which all but the answer and the body has been read, which is short.
struct Glance {
  Evidence evidence{};               ///< what the answer adds to is 0
  std::vector<float> shares{};       ///< of each of Query::words, where it was found
  std::vector<bool> as_typed{};      ///< whether it stands in the question as it was typed
  WordsRead words{};                 ///< of the question
  std::uint64_t letters_beside = 0;  ///< in the question, see EvidenceReader::letters_beside()
};

/// A record as the second stage reads it.
struct Look {
  Evidence evidence{};                  ///< all but what the third stage finds
  std::vector<Occurrence> in_answer{};  ///< see EvidenceReader::occurrences()
  WordsRead words{};                    ///< of question and answer
};

/// A record as the third stage reads it.
struct Reading {
  std::vector<TermCount> terms{};  ///< of question and answer, by id
  /// What the words of the query that do not stand there, but relatives of them, have of its
  /// information, from 0 to 1. A relative begins with the same five letters or more, which are six
  /// tenths of the longer of the two: "reproduce" and "reproduction".
  double related = 0;
};

/// A text of a record as it is stored: coded, or as it is.
struct SourceText {
  std::string_view text{};  ///< where it is not coded
  std::string_view language{};
  const Wordbook* wordbook = nullptr;  ///< of the codes; nullptr: it is not coded
  std::string_view codes{};

  std::string whole() const;
};

/// Finds the words of one query in texts. The query and the analyser must outlive it, and `terms`,
/// which are of this analyser.
class EvidenceReader {
 public:
  /// How much of a text is looked at.
  static constexpr std::size_t most_bytes = 65536;

  EvidenceReader(const Query& query, Analyser& analyser, WordbookTerms& terms);

  /// Where the words of the query stand in `text`, in order. O(length).
  std::vector<Occurrence> occurrences(std::string_view text, std::string_view language) {
    return occurrences({.text = text, .language = language}, nullptr);
  }

  /// O(length of all but answer and body). Here and below IndexDamaged is thrown where codes are
  /// damaged.
  Glance glance(const StoredRecord& record);

  /// `glance` is that of the record. O(length).
  Look look(const StoredRecord& record, Glance glance);
  Look look(const StoredRecord& record) { return look(record, glance(record)); }

  /// `words` are those that a look at the record found. O(words × log(words)).
  Reading read(WordsRead words) const;

  /// Evidence whose sum() is at least that of every record that has the words only to these shares
  /// (Occurrence::share; 0 where it has no form of the word), so that most records need not be
  /// read. One share for each of Query::words.
  Evidence most_evidence(std::span<const float> shares) const;
  /// The same for a record at which a glance was taken, so that most answers need not be read.
  Evidence most_evidence(std::span<const float> shares, const Glance& glance) const;

  /// Whether the query is worded as a question.
  bool asks() const { return is_question_; }

  /// Whether all of the query's conditions hold. O(length of the record).
  bool holds(const Record& record) { return conditions_hold(query_, record, analyser_); }

  /// Of a query with few telling words those that the record of this evidence has no form of, as
  /// they are searched for, in the order of the query; words that no record has, and everyday ones
  /// that nothing is compared with, left out.
  std::vector<std::string> lacking(const Evidence& evidence) const;

  /// The part of the answer that says most of the query, see choose_passage(). `in_answer` is
  /// Look::in_answer of the record.
  Passage passage(const Record& record, std::span<const Occurrence> in_answer) const;

  /// The ranges of occurrences, merged where they touch or overlap.
  static std::vector<Range> ranges(std::span<const Occurrence> occurrences);

 private:
  struct Form {
    std::uint32_t word = 0;
    float share = 1;
    /// An acronym stands for several words: index of the next one in shared_, from 1; 0 for none.
    std::uint32_t next = 0;
  };
  /// Kinds of answers that a question may ask for.
  enum class Asks { anything, time, number, name };

  /// The words of a long form that stand in a row so far.
  struct OpenLongForm {
    std::uint32_t word = 0;
    const LongForm* form = nullptr;
    std::size_t read = 0;
    std::uint32_t next_position = 0;
    Occurrence occurrence{};
  };

  /// Adds what the third stage needs to `words`, where it is asked for, and the ends of the text's
  /// units, where something was found.
  std::vector<Occurrence> occurrences(const SourceText& source, WordsRead* words,
                                      std::vector<std::size_t>* unit_ends = nullptr);
  void read_codes(const SourceText& source, WordsRead* words, std::vector<std::size_t>* unit_ends,
                  std::vector<Occurrence>& found);
  /// Of a token that stands at `here`.
  void note(const Token& token, std::string_view here, WordsRead* words,
            std::vector<Occurrence>& found);
  void note_word(const Token& token, const Form* form, WordsRead& words);
  void read_long_forms(const Token& token, std::vector<Occurrence>& found);
  const Form* form_of(const Token& token);
  /// The word of the query that a term is a relative of, or -1.
  std::int32_t relative_of(const Token& token);
  static constexpr double least_of_compared = 0.5;  ///< of what is compared: more than a synonym
  bool is_compared(std::uint32_t word) const;
  /// Whether a word is a letter that says nothing of its side alone: the "k" of "k means", which
  /// k-NN has as well.
  bool is_letter_of_several(std::uint32_t word, const std::vector<std::uint32_t>& side) const;
  /// Bit i: the i-th word is such a letter, and stands right beside another word of its side.
  std::uint64_t letters_beside(const std::vector<Occurrence>& found) const;
  static constexpr std::uint64_t all_beside = ~std::uint64_t{0};
  double share_of_side(std::uint32_t word, const std::vector<std::uint32_t>& side,
                       std::span<const float> shares, std::uint64_t beside) const;
  /// What words that stand somewhere to these shares are of the side of a comparison they say less
  /// of, and of each.
  double of_both_sides(std::span<const float> shares, std::uint64_t beside) const;
  std::array<double, 2> of_each_side(std::span<const float> shares, std::uint64_t beside) const;
  bool says_more(const Record& record);
  double proximity(const std::vector<Occurrence>& found, std::uint32_t distance,
                   bool in_order) const;
  double common_order(const std::vector<Occurrence>& found) const;
  /// What words that stand somewhere to these shares are of the query.
  double covered(std::span<const float> shares) const;
  /// Whether there is something of every telling word of the query, and there are such words.
  bool has_all(std::span<const float> shares) const;
  bool is_of_asked_kind(std::string_view sentence) const;

  const Query& query_;
  Analyser& analyser_;
  WordbookTerms& wordbook_terms_;
  std::unordered_map<std::string, std::vector<Occurrence>> in_names_;  ///< by language and name
  /// By Token::id, open addressing: most tokens are none of the query's.
  struct FormOfId {
    std::uint32_t id = Analyser::no_id;
    const Form* form = nullptr;
  };
  std::unordered_map<std::string_view, Form> forms_;
  std::vector<FormOfId> forms_by_id_;  ///< a power of two, a quarter filled at most
  WordBeginnings beginnings_;          ///< of the words that may be one of forms_
  WordBeginnings beginnings_of_relatives_;
  struct Pair {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    double mass = 0;
  };
  std::vector<Form> shared_;
  std::vector<OpenLongForm> long_forms_;
  std::vector<std::uint32_t> telling_;  ///< Query::order without function words
  std::vector<Pair> pairs_;             ///< neighbours of telling_
  double pair_mass_ = 0;
  Asks asks_ = Asks::anything;
  bool defines_ = false;      ///< "what is …"
  bool wants_code_ = false;   ///< it asks for code, or has some
  bool is_short_ = false;     ///< the query has few telling words
  bool is_question_ = false;  ///< the query is worded as a question
};

}  // namespace answers
