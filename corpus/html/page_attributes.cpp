#include "corpus/html/page_attributes.h"

#include "corpus/characters/characters.h"
#include "corpus/deliver.h"
#include "corpus/html/page_parts.h"
#include "corpus/markup/html_nodes.h"
#include "corpus/markup/html_text.h"
#include "corpus/markup/prompt_text.h"

#include <gumbo.h>

#include <initializer_list>
#include <string>
#include <vector>

namespace answers {
namespace {

/// The first of these attributes that has words.
std::string_view any_attribute(const GumboNode* node,
                               std::initializer_list<const char*> attributes) {
  for (const char* name : attributes) {
    if (const std::string_view value = attribute(node, name); !is_blank(value)) return value;
  }
  return {};
}

void read_node(const GumboNode* node,
               const std::function<Place(std::size_t, std::size_t)>& place_of, const Record& base,
               Listener& listener) {
  constexpr std::size_t few = 2;  // words: "1", "B", "true" are for a program
  const std::string_view asked = any_attribute(node, {"data-question", "question"});
  const std::string_view told = any_attribute(node, {"data-answer", "answer"});
  if (asked.empty() && (told.empty() || count_words(told) < few || !asks(node))) return;
  std::string question = asked.empty() ? question_line(node) : html_to_line(asked);
  if (count_words(question) < few) return;
  // <faq-item question="…">answer</faq-item>
  if (told.empty() && attribute(node, "question").empty()) return;
  std::string answer = told.empty() ? node_to_markdown(node) : html_to_markdown(told);
  if (is_blank(answer)) return;
  Record record = base;
  record.place = place_of(line_of(node), line_of(node));
  set_prompt(question, record);
  record.answer = answer_text(std::move(answer), record.question);
  deliver(std::move(record), listener);
}

}  // namespace

void read_attributes(const GumboNode* root,
                     const std::function<Place(std::size_t, std::size_t)>& place_of,
                     const Record& base, Listener& listener) {
  each_node(root, [&](const GumboNode* node) {
    if (is_element(node) && node->v.element.attributes.length > 0)
      read_node(node, place_of, base, listener);
  });
}

}  // namespace answers
