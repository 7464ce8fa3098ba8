#pragma once

namespace answers {

struct XmlNode;

/// The title of a part of DocBook: its own child, or that in its <info>; nullptr where it has none.
const XmlNode* docbook_title(const XmlNode& node);

/// Writes into each reference of DocBook that has no text of its own (<xref linkend="keel"/>,
/// <link linkend="keel"/>) what its target is called: its label for references, its title, its
/// question, else its id. Names are cut after some hundred bytes. O(size of the tree).
void write_out_references(XmlNode& root);

}  // namespace answers
