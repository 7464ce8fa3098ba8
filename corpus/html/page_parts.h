#pragma once

#include <cstddef>
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

/// Whether an element holds no more than so many bytes of text, as written, in twice as many
/// elements. O(longest), however large it is: what is asked of every element of a page is asked of
/// the page as a whole as well.
bool is_short(const GumboInternalNode* node, std::size_t longest);

/// Whether the line that an element shows ends in a question mark. False for what is longer than
/// questions are, without looking through it.
bool asks(const GumboInternalNode* node);

/// Whether a node is an <a> that shows nothing: it is there to be linked to.
bool is_bare_anchor(const GumboInternalNode* node);

/// The first element at or below `root` that is an answer; nullptr when there is none.
const GumboInternalNode* find_answer(const GumboInternalNode* root);

/// The bold element of a paragraph all of whose words are bold: a heading by other means. nullptr
/// for any other node.
const GumboInternalNode* bold_paragraph(const GumboInternalNode* node);

/// The id or name by which a link leads to the node; empty when it has none.
std::string anchor_of(const GumboInternalNode* node);

}  // namespace answers
