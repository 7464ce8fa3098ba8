#pragma once

#include <string_view>

namespace answers {

class Input;

/// MediaWiki's markup: "== Heading ==", '''bold''', [[links]], lists, <syntaxhighlight>. Templates,
/// footnotes, files and categories are left out; of a table its cells stay. In memory.
int recognises_mediawiki(std::string_view path, std::string_view head);
void read_mediawiki(Input& input);

}  // namespace answers
