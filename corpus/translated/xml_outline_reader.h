#pragma once

#include <string_view>

namespace answers {

class Input;

/// Outlines in XML: OPML, whose items are lists of Markdown, and the sections of DocBook (articles,
/// books, chapters; its qandaset has a reader of its own). In memory.
int recognises_xml_outline(std::string_view path, std::string_view head);
void read_xml_outline(Input& input);

}  // namespace answers
