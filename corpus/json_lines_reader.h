#pragma once

#include <string_view>

namespace answers {

class Input;

/// JSON lines: one object a line, one record an object. Constant memory.
int recognises_json_lines(std::string_view path, std::string_view head);
void read_json_lines(Input& input);

}  // namespace answers
