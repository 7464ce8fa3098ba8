#pragma once

#include <xapian.h>

#include <cstddef>
#include <string_view>

/// The shape of the index: what the indexer writes and the searcher asks for, said once.
namespace answers::schema {

/// Version of everything below and of the analysis; stands in the metadata of every index. An index
/// of another version is refused with a sentence that says what to do.
inline constexpr std::string_view format = "6";

/// A field whose text is searched. Terms of all of them stand in one posting list without prefix,
/// with the BM25F sum as their wdf (postings.h).
struct TextField {
  std::string_view name;  ///< as in a query, "question:dropout"
  double weight;          ///< w_f of BM25F
  double length_share;    ///< b_f of BM25F
};
inline constexpr TextField question_field{"question", 6.0, 0.75};
inline constexpr TextField answer_field{"answer", 1.0, 0.75};

/// wdf = round(scale × Σ w_f·tf/(1−b_f+b_f·len_f/avg_f)); BM25Weight(k1 × scale, 0, 0, 0, 0) undoes
/// it.
inline constexpr double wdf_scale = 32;
inline constexpr double k1 = 3;
/// The k1 of a record that has no question: its answer alone, as plain BM25 would have it. Such a
/// record's wdf is multiplied by k1/k1_without_question.
inline constexpr double k1_without_question = 1.2;

/// A field that is matched as a whole, never by its words: `tag:boosting`.
struct FilterField {
  std::string_view name;
  std::string_view prefix;
};
inline constexpr FilterField filter_fields[] = {
    {"id", "Q"},            ///< the whole id
    {"question-id", "XQ"},  ///< see terms_of_question()
    {"tag", "K"},          {"section", "XS"}, {"source", "XO"}, {"difficulty", "XD"},
    {"lang", "L"},         {"path", "XP"},    {"is", "XI"},  ///< "accepted"
};

/// How the question begins, folded, as far as longest_beginning bytes: for those who are typing it.
inline constexpr std::string_view beginning_prefix = "XB";
inline constexpr std::size_t longest_beginning = 32;

/// Value slots. Numbers on disk: never reuse one.
enum Slot : Xapian::valueno {
  votes = 0,         ///< Xapian::sortable_serialise
  question_key = 1,  ///< question_id(), for collapsing
};

/// Metadata keys.
inline constexpr std::string_view format_key = "answers.format";
inline constexpr std::string_view averages_key = "answers.averages";
inline constexpr std::string_view manifest_key = "answers.manifest";
inline constexpr std::string_view dictionary_key = "answers.dictionary";  ///< of RecordPacker
inline constexpr std::string_view subjects_key = "answers.subjects";      ///< see subject_table.h
inline constexpr std::string_view space_key = "answers.space";            ///< likewise
inline constexpr std::string_view term_places_key =
    "answers.term-places.";  ///< and a number: TermPlaces, in pieces
inline constexpr std::string_view words_key =
    "answers.words.";  ///< and a number: RemoteWords, in pieces

}  // namespace answers::schema
