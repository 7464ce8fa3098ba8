#pragma once

#include "searcher/display/styled_text.h"
#include "searcher/display/terminal.h"
#include "searcher/ranking/batch.h"
#include "searcher/ranking/results.h"

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

struct HitField;

/// The forms in which results are printed.
enum class Format { text, json, jsonl, tsv, paths, vimgrep, trec };

/// How to print, whatever the form.
struct PrintOptions {
  Format format = Format::text;
  Terminal terminal{};
  /// The query's own id in a batch: TREC's topic, "qid" in JSON. Empty for a single query.
  std::string topic{};
  /// Of each hit in json, jsonl and tsv, in this order; empty for the usual ones.
  std::vector<const HitField*> fields{};
  bool null_separated = false;  ///< tsv and paths: NUL ends a line, and paths come without lines
  std::size_t max_chars = 0;    ///< print no more than so many characters; 0 for all
  bool is_short = false;        ///< text: a line a hit
  bool count = false;           ///< in place of the hits: how many records match
  std::string run_name = "answers";  ///< TREC's last column
  std::string root{};                ///< json: the project that the index belongs to; empty: none
};

/// Prints `results` on `out`, the best hits first and each one whole, until `max_chars` are used
/// up. Text of a collection is made printable in text, tsv and paths, and escaped in JSON. A result
/// without hits is a valid document of every form. Returns how many hits were printed.
///   text   rank, question, passage with its matches, topics, place and id of each hit; those of
///          several hits with one question also with what tells them apart. Short: rank, question
///          and place on a line
///   json   one object, "schema": "answers.search/1"
///   jsonl  one object a hit; a query without hits gives one object with "hits": 0
///   tsv    rank, score, id, path:line, question; or the fields asked for
///   paths  path:line of each hit; with NUL the path alone, each once
///   vimgrep  path:line:column:question, as editors read it
/// With `count`, or with facets in the results, text and tsv hold those numbers instead of hits:
/// the total; field, value and records of each value.
///   trec   topic Q0 id rank score run; blanks in ids become '_'
std::size_t print_results(const Results& results, const PrintOptions& options, std::ostream& out);

/// Whether hits printed so show any of their passages or of the matches in their questions.
bool prints_passages(const PrintOptions& options);

/// Whether they show how many others probably ask the same, see SearchOptions::overview.
bool prints_similar(const PrintOptions& options);

/// Where in its file each passage stands, see locate_passages(), if it is printed so: the forms of
/// JSON tell it.
void locate_printed_passages(Results& results, const PrintOptions& options);

/// What stands in a batch in place of the results of a query that has an error: an object with
/// "error" in the forms of JSON, nothing in the others.
void print_error(const BatchQuery& query, const PrintOptions& options, std::ostream& out);

/// Where a record stands, as place_text() says, for a person from his home (~); the link leads to
/// the whole path.
StyledText linked_place(const Record& record, const Terminal& terminal);

/// Enough of an id for a person to type: seven characters of one that identify() made, all of a
/// given one.
std::string_view short_id(const Record& record);

/// One question with its answers for a person: the question, where it comes from, body and answers
/// as rendered Markdown. `records` are answers to the same question and not empty.
void print_question(std::span<const Record> records, const Terminal& terminal, std::ostream& out);

}  // namespace answers
