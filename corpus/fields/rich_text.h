#pragma once

#include "corpus/values/data_value.h"

#include <optional>
#include <string>

namespace answers {

/// The Markdown of a text as editors and services keep it: a tree of blocks and runs of words
/// (Portable Text, Slate, Lexical, ProseMirror, Contentful), blocks with their data (Draft.js,
/// Editor.js), inserted runs (Quill), runs of Notion, or a list of blocks that say their type
/// ({"type": "p", "text": …}, {"type": "list", "items": […]}). Headings, items of lists,
/// quotations, and code keep their form; what is no text (pictures, tables) is left out. nullopt
/// for what is none of these: of a list, where an element says who wrote it, or how it was rated,
/// since these are answers of several people. O(size).
std::optional<std::string> rich_text(const DataValue& value);

}  // namespace answers
