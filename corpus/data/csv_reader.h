#pragma once

#include <string_view>

namespace answers {

class Input;

/// Tables as text: cells separated by commas, semicolons, TABs or pipes, quoted with '"' as in
/// RFC 4180 (a quoted cell may hold line breaks, "" stands for a quote). The first row names the
/// columns, and each row is read as an object with those names; without names that mean something,
/// a table of two columns is questions and answers. Constant memory: the longest row, up to 32 MiB.
int recognises_csv(std::string_view path, std::string_view head);
void read_csv(Input& input);

}  // namespace answers
