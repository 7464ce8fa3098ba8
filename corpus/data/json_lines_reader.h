#pragma once

#include <string_view>

namespace answers {

class Input;

/// JSON lines: one value a line, which is read as DataRecords reads it. A line that is no
/// JSON is left out and told. Constant memory: the longest line.
int recognises_json_lines(std::string_view path, std::string_view head);
void read_json_lines(Input& input);

}  // namespace answers
