#pragma once

#include <string_view>

namespace answers {

class Input;

/// Anki's text exports: lines "#separator:tab", "#html:true", "#deck:…", "#tags column:3" …, then a
/// note a row, front and back in the first two columns that the header lines do not claim. Cells of
/// HTML become Markdown, "<hr id=answer>" parts front from back, {{c1::cloze}} asks for what it
/// hides. Constant memory, as read_csv().
int recognises_anki(std::string_view path, std::string_view head);
void read_anki(Input& input);

}  // namespace answers
