#pragma once

#include <string_view>

namespace answers {

class HtmlTree;

/// Takes out of the tree what stands on a page and is no text of it: contents lists, bars and feet
/// of a site, links back to the top, icons, "Was this page helpful?". O(size of the tree).
void remove_furniture(HtmlTree& tree);

/// Whether a line only asks readers to ask: "Still have questions?", "Noch Fragen?".
bool invites_to_ask(std::string_view line);

}  // namespace answers
