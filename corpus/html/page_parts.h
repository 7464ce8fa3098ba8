#pragma once

#include <cstdint>
#include <string>
#include <string_view>

struct GumboInternalNode;

/// What single elements of a page are to questions and answers, by their classes, microdata, what
/// they do and how they are dressed. Nodes are of gumbo's tree.
namespace answers {

/// Whether microdata says that the element is of a type of schema.org ("Question", "Answer").
bool is_of_type(const GumboInternalNode* node, std::string_view type);

enum class PairPart : std::uint8_t { none, question, answer };

/// Which of a pair an element is, by its class ("faq-question", "accordion-body"), microdata, or
/// what it does ("aria-expanded").
PairPart part_of(const GumboInternalNode* node);

/// The line that an element shows as a question: without the signs of an accordion at its ends
/// ("+", "▼").
std::string question_line(const GumboInternalNode* node);

/// The first element at or below `root` that is the part; nullptr when there is none.
const GumboInternalNode* find_part(const GumboInternalNode* root, PairPart part);

/// The bold element of a paragraph all of whose words are bold: a heading by other means. nullptr
/// for any other node.
const GumboInternalNode* bold_paragraph(const GumboInternalNode* node);

/// The id or name by which a link leads to the node; empty when it has none.
std::string anchor_of(const GumboInternalNode* node);

}  // namespace answers
