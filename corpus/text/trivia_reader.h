#pragma once

#include <string_view>

namespace answers {

class Input;

/// Trivia in blocks of lines: "#Q question" (which may go on in further lines), "^ right answer",
/// "A option" … The options are the question's body, the file's name is its section. Memory: one
/// block.
int recognises_trivia(std::string_view path, std::string_view head);
void read_trivia(Input& input);

}  // namespace answers
