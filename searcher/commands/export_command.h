#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace answers {

/// What records are written as.
enum class ExportFormat {
  jsonl,  ///< a record a line, see record_json(): indexed again, the same records and ranking
  anki,   ///< text file for Anki's import: id, deck, question, answer, … as HTML, see anki_deck.h
  apkg,   ///< the same as a package
  md,     ///< headings of topics and questions; fields in comments, as they are read
  csv,    ///< RFC 4180 with a header line
  opensearch,        ///< see bulk_lines()
  opensearch_index,  ///< see index_definition(); of the records it takes the commonest language
  site,              ///< a folder of files that a browser searches in, see write_site()
};

/// What was typed behind `answers export`.
struct ExportCommand {
  std::string index{};  ///< --index, empty for the default
  /// A query; empty: all records. Of a site the first word is its folder.
  std::vector<std::string> words{};
  std::string filters{};             ///< see SearchOptions
  std::vector<std::string> paths{};  ///< --path, as typed
  ExportFormat format = ExportFormat::jsonl;
  bool raw = false;  ///< CSV cells as they are, though a spreadsheet may run them as formulas
};

/// Writes the records on `out`, in the order of files and lines; a site into its folder. Returns
/// the exit code: 0; 1 when there is no record, and nothing was written; 2 when there is no folder,
/// or a package would go to a terminal.
int run_export(const ExportCommand& command, std::ostream& out, std::ostream& talk);

}  // namespace answers
