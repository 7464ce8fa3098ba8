#pragma once

#include <span>
#include <string>
#include <string_view>

struct GumboInternalNode;

namespace answers {

/// HTML as Markdown: paragraphs, lists, quotations, tables and headings as such, <pre> as fences,
/// <code> as spans, links and images as references to addresses below the text. Scripts, styles,
/// navigation and forms are left out, entities decoded. Text without tags and entities comes back
/// as it is. O(length).
std::string html_to_markdown(std::string_view html);

/// HTML as one line of plain text; only `code spans` keep their markup.
std::string html_to_line(std::string_view html);

/// Whether a text is HTML throughout: it begins and ends with tags that texts are marked up with.
bool is_html(std::string_view text);

/// As the functions above, for a part of a document that has been parsed.
std::string node_to_markdown(const GumboInternalNode* node);
/// Nodes beside each other that make one paragraph: its lines end where a <br> stands, and nowhere
/// else.
std::string nodes_to_markdown(std::span<const GumboInternalNode* const> nodes);
std::string node_to_line(const GumboInternalNode* node);

}  // namespace answers
