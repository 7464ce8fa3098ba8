#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace answers {

/// What records are written as.
enum class ExportFormat {
  jsonl,  ///< a record a line, see record_json(): indexed again, the same records and ranking
  anki,   ///< text file for Anki's import: id, deck, question, answer, … as HTML, see card_html()
  md,     ///< headings of topics and questions; fields in comments, as they are read
  csv,    ///< RFC 4180 with a header line
};

/// What was typed behind `answers export`.
struct ExportCommand {
  std::string index{};               ///< --index, empty for the default
  std::vector<std::string> words{};  ///< a query; empty: all records
  std::string filters{};             ///< see SearchOptions
  std::vector<std::string> paths{};  ///< --path, as typed
  ExportFormat format = ExportFormat::jsonl;
  bool raw = false;  ///< CSV cells as they are, though a spreadsheet may run them as formulas
};

/// Writes the records on `out`, in the order of files and lines. Returns the exit code: 0, or 1
/// when there is none.
int run_export(const ExportCommand& command, std::ostream& out, std::ostream& talk);

}  // namespace answers
