#pragma once

#include <string_view>

namespace answers {

class Input;

/// Textile (Redmine, older wikis): "h2. Heading", *bold*, "links":https://…, lists, tables, "bc."
/// code. Known by its file's name. In memory.
int recognises_textile(std::string_view path, std::string_view head);
void read_textile(Input& input);

}  // namespace answers
