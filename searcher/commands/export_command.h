#pragma once

#include <iosfwd>
#include <string>

namespace answers {

/// What a whole index is written as.
enum class ExportFormat {
  jsonl,  ///< a record a line, see record_json(): indexed again, the same records and ranking
  anki,   ///< text file for Anki's import: id, question, answer, tags; HTML fields
  csv,    ///< RFC 4180 with a header line
};

/// What was typed behind `answers export`.
struct ExportCommand {
  std::string index{};  ///< --index, empty for the default
  ExportFormat format = ExportFormat::jsonl;
  bool raw = false;  ///< CSV cells as they are, though a spreadsheet may run them as formulas
};

/// Writes all records on `out`, in the order of the index. Returns the exit code: 0, or 1 when the
/// index is empty.
int run_export(const ExportCommand& command, std::ostream& out, std::ostream& talk);

}  // namespace answers
