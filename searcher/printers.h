#pragma once

#include "searcher/results.h"
#include "searcher/terminal.h"

#include <iosfwd>
#include <string>
#include <string_view>

namespace answers {

/// The forms in which results are printed.
enum class Format { text, json, jsonl, tsv, paths, trec };

/// How to print, whatever the form.
struct PrintOptions {
  Format format = Format::text;
  Terminal terminal{};
  /// The query's own id in a batch: TREC's topic, "qid" in JSON. Empty for a single query.
  std::string topic{};
  char path_end = '\n';  ///< behind each path of Format::paths; '\0' for xargs -0
};

/// Prints all of `results` on `out`. Text of a collection is made printable in text, tsv and paths,
/// and escaped in JSON. A result without hits is a valid document of every form.
///   text   rank, question, topics, passage with its matches, place and id of each hit
///   json   one object, "schema": "answers.search/1"
///   jsonl  one object a hit; a query without hits gives one object with "hits": 0
///   tsv    rank, score, id, path:line, question
///   paths  path:line of each hit; path alone when path_end is '\0'
///   trec   topic Q0 id rank score answers
void print_results(const Results& results, const PrintOptions& options, std::ostream& out);

/// One whole record for a person: question, where it comes from, body and answer as rendered
/// Markdown.
void print_record(const Record& record, const Terminal& terminal, std::ostream& out);

}  // namespace answers
