#pragma once

#include <iosfwd>
#include <string>

namespace answers {

/// What was typed behind `answers open`.
struct OpenCommand {
  std::string index{};  ///< --index, empty for the default
  std::string id{};     ///< as answers_to_typed() takes it
};

/// Becomes the person's editor ($VISUAL, $EDITOR, else vi), at the line where the record stands.
/// Returns only where that cannot be, which is told: 1 there is no such record, 2 its file is not
/// there or the editor cannot be run.
int run_open(const OpenCommand& command, std::ostream& talk);

}  // namespace answers
