#include "corpus/html/page_pairs.h"

#include "corpus/characters/characters.h"
#include "corpus/data/column_names.h"
#include "corpus/html/page_parts.h"
#include "corpus/markup/html_nodes.h"
#include "corpus/markup/html_text.h"
#include "corpus/wording/furniture.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"

#include <gumbo.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace answers {
namespace {

using Pairs = std::optional<std::vector<MarkedPair>>;

Pairs one_pair(MarkedPair pair) {
  std::vector<MarkedPair> pairs;
  pairs.push_back(std::move(pair));
  return pairs;
}

/// What of an Answer is its text: beside it stand votes and names.
const GumboNode* text_of_answer(const GumboNode* answer) {
  std::vector<const GumboNode*> open = {answer};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (attribute(node, "itemprop") == "text") return node;
    const auto children = children_of(node);
    open.insert(open.end(), children.rbegin(), children.rend());
  }
  return answer;
}

/// A Question of schema.org with its Answers; nullopt where the one or the others are missing.
Pairs pairs_of_microdata(const GumboNode* item) {
  const GumboNode* name = nullptr;
  std::vector<const GumboNode*> answers;
  std::vector<const GumboNode*> open = {item};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    const std::string_view property = attribute(node, "itemprop");
    if (node != item && (property == "acceptedAnswer" || property == "suggestedAnswer" ||
                         is_of_type(node, "/Answer"))) {
      answers.push_back(node);
      continue;
    }
    if (name == nullptr && (property == "name" || property == "headline")) name = node;
    const auto children = children_of(node);
    open.insert(open.end(), children.rbegin(), children.rend());
  }
  if (name == nullptr || answers.empty()) return std::nullopt;
  std::vector<MarkedPair> pairs;
  for (const GumboNode* answer : answers) {
    pairs.push_back({item, node_to_line(name), node_to_markdown(text_of_answer(answer)),
                     anchor_of(item), true});
  }
  return pairs;
}

Pairs pair_of_details(const GumboNode* details) {
  const GumboNode* summary = nullptr;
  std::string answer;
  for (const GumboNode* child : children_of(details)) {
    if (summary == nullptr && tag_of(child) == GUMBO_TAG_SUMMARY) {
      summary = child;
      continue;
    }
    if (is_left_out(child) || is_blank_node(child)) continue;
    const std::string text =
        is_element(child) ? node_to_markdown(child) : std::string(trimmed(child->v.text.text));
    if (!text.empty()) answer += (answer.empty() ? "" : is_inline(child) ? " " : "\n\n") + text;
  }
  if (summary == nullptr) return std::nullopt;
  const std::string question = node_to_line(summary);
  if (question.empty() || is_summary_label(question) || is_answer_label(question))
    return std::nullopt;
  if (furniture_of(question) != Furniture::none) return std::nullopt;
  return one_pair({details, question, answer, anchor_of(details)});
}

/// The rows of a table with their cells, not of tables inside of it.
using Row = std::vector<const GumboNode*>;
std::vector<Row> rows_of(const GumboNode* table) {
  std::vector<Row> rows;
  std::vector<const GumboNode*> open = {table};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    const GumboTag tag = tag_of(node);
    if (tag == GUMBO_TAG_TR) rows.emplace_back();
    if ((tag == GUMBO_TAG_TH || tag == GUMBO_TAG_TD) && !rows.empty()) {
      rows.back().push_back(node);
    } else if (node == table || tag != GUMBO_TAG_TABLE) {
      const auto children = children_of(node);
      open.insert(open.end(), children.rbegin(), children.rend());
    }
  }
  return rows;
}

/// Which columns are questions and answers, counted from 1; 0 where the first row names none.
struct Columns {
  std::size_t question = 0;
  std::size_t answer = 0;
};
Columns columns_of(const std::vector<Row>& rows) {
  Columns columns;
  if (rows.size() < 2) return columns;
  for (std::size_t i = 0; i < rows[0].size(); ++i) {
    // A name is a line; a cell of a layout holds half a page.
    const auto children = children_of(rows[0][i]);
    if (children.size() > 8 || !std::ranges::all_of(children, is_inline)) continue;
    const ColumnKind kind = column_kind(node_to_line(rows[0][i]));
    if (kind == ColumnKind::question && columns.question == 0) columns.question = i + 1;
    if (kind == ColumnKind::answer && columns.answer == 0) columns.answer = i + 1;
  }
  return columns.question == 0 || columns.answer == 0 ? Columns{} : columns;
}

/// A table with a column of questions and one of answers.
Pairs pairs_of_table(const GumboNode* table) {
  const std::vector<Row> rows = rows_of(table);
  const Columns columns = columns_of(rows);
  if (columns.answer == 0) return std::nullopt;
  std::vector<MarkedPair> pairs;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].size() < std::max(columns.question, columns.answer)) continue;
    const GumboNode* question = rows[i][columns.question - 1];
    pairs.push_back({question, node_to_line(question),
                     node_to_markdown(rows[i][columns.answer - 1]), anchor_of(question)});
  }
  return pairs;
}

/// <dt> and <dd>, also in <div>s between: a list of questions, or of something else.
Pairs pairs_of_list(const GumboNode* list) {
  std::vector<MarkedPair> entries;
  std::vector<const GumboNode*> open;
  const auto push = [&open](const GumboNode* node) {
    const auto children = children_of(node);
    open.insert(open.end(), children.rbegin(), children.rend());
  };
  push(list);
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (tag_of(node) == GUMBO_TAG_DT) {
      entries.push_back({node, node_to_line(node), {}, anchor_of(node)});
    } else if (tag_of(node) == GUMBO_TAG_DD) {
      if (entries.empty()) return std::nullopt;
      entries.back().answer +=
          (entries.back().answer.empty() ? "" : "\n\n") + node_to_markdown(node);
    } else if (tag_of(node) == GUMBO_TAG_DIV) {
      push(node);
    }
  }
  const auto asks = static_cast<std::size_t>(std::ranges::count_if(
      entries, [](const MarkedPair& entry) { return ends_in_question_mark(entry.question); }));
  if (asks * 3 < entries.size() || asks == 0)
    return std::nullopt;  // a glossary, or options of a program
  return entries;
}

/// An element that is a question by its class, and the answer beside it or in the next one.
Pairs pair_of_parts(std::span<const GumboNode* const> siblings, std::size_t& at) {
  const GumboNode* question = siblings[at];
  if (const GumboNode* answer = find_part(question, Part::answer); answer != nullptr) {
    // The element is a whole pair: its question stands before the answer.
    const GumboNode* inner = nullptr;
    for (const GumboNode* child : children_of(question)) {
      if (inner == nullptr && find_part(child, Part::answer) == nullptr && is_element(child))
        inner = child;
    }
    if (inner == nullptr) return std::nullopt;
    return one_pair({question, node_to_line(inner), node_to_markdown(answer), anchor_of(question)});
  }
  std::size_t next = at + 1;
  while (next < siblings.size() && is_blank_node(siblings[next])) ++next;
  if (next == siblings.size()) return std::nullopt;
  const GumboNode* answer = find_part(siblings[next], Part::answer);
  if (answer == nullptr) return std::nullopt;
  at = next;
  return one_pair(
      {question, node_to_line(question), node_to_markdown(answer), anchor_of(question)});
}

}  // namespace

std::optional<std::vector<MarkedPair>> marked_pairs(std::span<const GumboNode* const> siblings,
                                                    std::size_t& at) {
  const GumboNode* node = siblings[at];
  Pairs pairs;
  if (is_of_type(node, "/Question")) pairs = pairs_of_microdata(node);
  if (!pairs && part_of(node) == Part::question) pairs = pair_of_parts(siblings, at);
  if (!pairs && tag_of(node) == GUMBO_TAG_DETAILS) pairs = pair_of_details(node);
  if (!pairs && tag_of(node) == GUMBO_TAG_DL) pairs = pairs_of_list(node);
  if (!pairs && tag_of(node) == GUMBO_TAG_TABLE) pairs = pairs_of_table(node);
  return pairs;
}

bool may_be_marked(const GumboNode* node) {
  const GumboTag tag = tag_of(node);
  return tag == GUMBO_TAG_DETAILS || tag == GUMBO_TAG_DL || part_of(node) == Part::question ||
         is_of_type(node, "/Question") ||
         (tag == GUMBO_TAG_TABLE && columns_of(rows_of(node)).answer > 0);
}

}  // namespace answers
