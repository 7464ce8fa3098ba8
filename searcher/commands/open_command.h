#pragma once

#include <iosfwd>
#include <string>

namespace answers {

/// What was typed behind `answers open`.
struct OpenCommand {
  std::string index{};  ///< --index, empty for the default
  std::string id{};     ///< as records_named() takes it
};

/// Opens the record's file at its line in the person's editor, see edit_at(). Returns the exit code
/// of that; 1 there is no such record; 2 its file is not there or the editor cannot be run, which
/// is told.
int run_open(const OpenCommand& command, std::ostream& talk);

}  // namespace answers
