#pragma once

#include <string_view>

namespace answers {

class Input;

/// A page of the manual as it is written, in man(7) or mdoc(7): sections, paragraphs, terms, code,
/// bold and italic. What only lays out is left out; nothing is run or included. In memory.
int recognises_man_page(std::string_view path, std::string_view head);
void read_man_page(Input& input);

}  // namespace answers
