#pragma once

namespace answers {

class HtmlTree;

/// Takes out of the tree what stands on a page and is no text of it: contents lists, bars and feet
/// of a site, links back to the top, icons, "Was this page helpful?"; and spells labels out
/// that have an element of their own ("<span>Q</span>Is it?"). O(size of the tree).
void remove_furniture(HtmlTree& tree);

}  // namespace answers
