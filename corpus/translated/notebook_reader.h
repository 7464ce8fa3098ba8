#pragma once

#include <string_view>

namespace answers {

class Input;

/// A Jupyter notebook (nbformat 3 and 4): its cells are read as one Markdown document in which the
/// code stands in fences; what the code printed is left out. In memory, up to 64 MiB.
int recognises_notebook(std::string_view path, std::string_view head);
void read_notebook(Input& input);

}  // namespace answers
