#include "corpus/html/page_pairs.h"

#include "corpus/characters/characters.h"
#include "corpus/fields/column_names.h"
#include "corpus/html/page_parts.h"
#include "corpus/html/page_toggles.h"
#include "corpus/markup/html_nodes.h"
#include "corpus/markup/html_text.h"
#include "corpus/wording/question_text.h"

#include <gumbo.h>

#include <algorithm>
#include <iterator>
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
    MarkedPair& pair = pairs.emplace_back();
    pair = {item, question_line(name), {text_of_answer(answer)}, anchor_of(item)};
    pair.told = true;
  }
  return pairs;
}

Pairs pair_of_details(const GumboNode* details) {
  const auto children = children_of(details);
  const auto summary = std::ranges::find(children, GUMBO_TAG_SUMMARY, tag_of);
  if (summary == children.end()) return std::nullopt;
  MarkedPair pair{details, question_line(*summary), {}, anchor_of(details)};
  std::ranges::copy_if(children, std::back_inserter(pair.answer),
                       [summary](const GumboNode* child) { return child != *summary; });
  return one_pair(std::move(pair));
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

/// The line of an element that has no more than a name or a label would; empty for any other. A
/// cell of a layout holds half a page.
std::string short_line(const GumboNode* node) {
  constexpr std::size_t longest = 100;
  return is_short(node, longest) ? node_to_line(node) : std::string();
}

/// Which columns are questions and answers, counted from 1; 0 where the first row names none.
struct Columns {
  std::size_t question = 0;
  std::size_t answer = 0;
  std::size_t cause = 0;
  std::size_t first_row = 1;
  bool named = true;
};
Columns columns_of(const std::vector<Row>& rows) {
  if (rows.size() < 2) return {0, 0};
  std::vector<std::string> names;
  for (const GumboNode* cell : rows[0]) names.push_back(plain_inline(short_line(cell)));
  if (const auto [question, answer, cause] = named_columns(names); question && answer)
    return {*question + 1, *answer + 1, cause ? *cause + 1 : 0};
  // Without names: two columns, the first of which asks.
  std::size_t asking = 0;
  for (const Row& row : rows) {
    if (row.size() != 2) return {0, 0};
    asking += asks(row[0]) ? 1U : 0U;
  }
  if (asking < 2 || asking * 3 < rows.size() * 2) return {0, 0};
  const bool head = !asks(rows[0][0]);
  return {1, 2, 0, head ? 1U : 0U, false};
}

/// A row of two cells of which the first is a label: a word and a colon ("Q:", "Pyt.:"), or a word
/// that names columns of questions or answers ("Question", "A").
struct LabelledRow {
  std::string label{};
  std::size_t row = 0;
};
std::vector<LabelledRow> labelled_rows(const std::vector<Row>& rows) {
  constexpr std::size_t longest = 24;
  std::vector<LabelledRow> result;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    if (row.size() < 2) continue;  // a title over both
    if (row.size() > 2) return {};
    const std::string label = short_line(row[0]);
    const ColumnKind kind = column_kind(label);
    const bool names = kind == ColumnKind::question || kind == ColumnKind::answer;
    const bool word = label.size() >= 2 && label.find(' ') >= label.size() - 2;
    const bool colon = label.ends_with(':') || label.ends_with("：");
    if (label.empty() || label.size() > longest || (!names && !(word && colon))) return {};
    result.push_back({folded_words(label), i});
  }
  return result;
}

/// Which rows are questions and which answers: by their class (DocBook), or by two labels in turn.
/// Empty where neither is so.
std::vector<PairPart> roles_of(const std::vector<Row>& rows) {
  std::vector<PairPart> roles(rows.size(), PairPart::none);
  const auto class_of = [](const Row& row) {
    return row.empty() ? std::string_view() : attribute(row[0]->parent, "class");
  };
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (class_of(rows[i]) == "question") roles[i] = PairPart::question;
    if (class_of(rows[i]) == "answer") roles[i] = PairPart::answer;
  }
  if (std::ranges::find(roles, PairPart::question) != roles.end()) return roles;

  const std::vector<LabelledRow> labelled = labelled_rows(rows);
  if (labelled.size() < 2 || labelled[0].label == labelled[1].label) return {};
  std::size_t questions = 0;
  std::size_t asking = 0;
  for (const LabelledRow& row : labelled) {
    const bool is_question = row.label == labelled[0].label;
    if (!is_question && row.label != labelled[1].label) return {};
    roles[row.row] = is_question ? PairPart::question : PairPart::answer;
    if (!is_question) continue;
    ++questions;
    asking += asks(rows[row.row].back()) ? 1U : 0U;
  }
  if (asking * 2 < questions) return {};
  return roles;
}

std::vector<MarkedPair> pairs_of_rows(const std::vector<Row>& rows,
                                      const std::vector<PairPart>& roles) {
  std::vector<MarkedPair> pairs;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (roles[i] == PairPart::none) continue;
    const GumboNode* text = rows[i].back();
    if (roles[i] == PairPart::question) {
      MarkedPair& pair = pairs.emplace_back();
      pair = {rows[i][0], question_line(text), {}, anchor_of(rows[i][0]), MarkedPair::Shape::table};
      if (pair.anchor.empty()) pair.anchor = anchor_of(text);
      pair.told = true;
    } else if (!pairs.empty()) {
      pairs.back().answer.push_back(text);
    }
  }
  return pairs;
}

/// A table with a column of questions and one of answers, or with rows of them.
Pairs pairs_of_table(const GumboNode* table) {
  const std::vector<Row> rows = rows_of(table);
  if (const auto roles = roles_of(rows); !roles.empty()) return pairs_of_rows(rows, roles);
  const Columns columns = columns_of(rows);
  if (columns.answer == 0) return std::nullopt;
  std::vector<MarkedPair> pairs;
  for (std::size_t i = columns.first_row; i < rows.size(); ++i) {
    if (rows[i].size() < std::max(columns.question, columns.answer)) continue;
    const GumboNode* question = rows[i][columns.question - 1];
    MarkedPair& pair = pairs.emplace_back();
    pair = {question,
            question_line(question),
            {rows[i][columns.answer - 1]},
            anchor_of(question),
            MarkedPair::Shape::table};
    if (columns.cause > 0 && columns.cause <= rows[i].size())
      pair.answer.insert(pair.answer.begin(), rows[i][columns.cause - 1]);
    pair.told = columns.named;
  }
  return pairs;
}

/// Whether classes speak of questions and answers, and not just of something that opens.
bool speaks_of_questions(const GumboNode* node) {
  const std::string classes = lower_ascii(attribute(node, "class"));
  return classes.find("faq") != std::string::npos || classes.find("question") != std::string::npos;
}

/// <dt> and <dd>, also in <div>s between. A list whose class speaks of questions holds nothing
/// else.
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
      entries.push_back({node, question_line(node), {}, anchor_of(node)});
    } else if (tag_of(node) == GUMBO_TAG_DD) {
      if (entries.empty()) return std::nullopt;
      entries.back().answer.push_back(node);
    } else if (tag_of(node) == GUMBO_TAG_DIV) {
      push(node);
    }
  }
  const bool told = speaks_of_questions(list);
  for (MarkedPair& entry : entries) {
    entry.shape = MarkedPair::Shape::list;
    entry.told = told;
  }
  if (entries.empty()) return std::nullopt;
  return entries;
}

/// Whether something that may be a question stands in `root` before the answer: then it is no
/// answer to what stands before it.
bool asks_first(const GumboNode* root) {
  std::vector<const GumboNode*> open = {root};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    const PairPart part = part_of(node);
    if (part == PairPart::answer) return false;
    if (part == PairPart::question || tag_of(node) == GUMBO_TAG_DETAILS) return true;
    const auto children = children_of(node);
    open.insert(open.end(), children.rbegin(), children.rend());
  }
  return false;
}

/// Whether a panel holds questions of its own, and what opens it is a topic; or the site's menu.
bool holds_more_than_answer(const GumboNode* panel) {
  constexpr int several = 2;  // one heading may ask in any answer
  int asking = 0;
  std::vector<const GumboNode*> open = {panel};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (tag_of(node) == GUMBO_TAG_NAV) return true;
    if (node != panel &&
        (is_control(node) || tag_of(node) == GUMBO_TAG_SUMMARY || tag_of(node) == GUMBO_TAG_DT ||
         heading_level(node) > 0) &&
        asks(node)) {
      if (++asking == several) return true;
      continue;
    }
    const auto children = children_of(node);
    open.insert(open.end(), children.begin(), children.end());
  }
  return false;
}

/// An element that is a question by its class, and the answer beside it or in the next one.
Pairs pair_of_parts(std::span<const GumboNode* const> siblings, std::size_t& at) {
  const GumboNode* question = siblings[at];
  const auto pair_of = [](const GumboNode* node, const GumboNode* line, const GumboNode* answer) {
    MarkedPair pair{node, question_line(line), {answer}, anchor_of(node), MarkedPair::Shape::part};
    pair.told = speaks_of_questions(line) || speaks_of_questions(answer);
    return one_pair(std::move(pair));
  };
  if (const GumboNode* answer = find_answer(question); answer != nullptr) {
    // The element is a whole pair: its question stands before the answer.
    const GumboNode* inner = nullptr;
    for (const GumboNode* child : children_of(question)) {
      if (inner == nullptr && find_answer(child) == nullptr && is_element(child)) inner = child;
    }
    if (inner == nullptr || holds_more_than_answer(answer)) return std::nullopt;
    return pair_of(question, inner, answer);
  }
  std::size_t next = at + 1;
  while (next < siblings.size() && is_blank_node(siblings[next])) ++next;
  if (next == siblings.size() || asks_first(siblings[next]) ||
      holds_more_than_answer(siblings[next]))
    return std::nullopt;
  const GumboNode* answer = find_answer(siblings[next]);
  if (answer == nullptr) return std::nullopt;
  at = next;
  const std::size_t first = next;
  Pairs pair = pair_of(question, question, answer);
  // Each of its paragraphs may be an answer by its class, with code between them.
  std::vector<const GumboNode*> between;
  constexpr std::size_t farthest = 40;  // siblings
  const std::size_t last = std::min(siblings.size(), next + farthest);
  for (++next; answer == siblings[first] && next < last; ++next) {
    const GumboNode* node = siblings[next];
    if (heading_level(node) > 0 || may_be_marked(node)) break;
    between.push_back(node);
    if (part_of(node) != PairPart::answer) continue;
    pair->front().answer.insert(pair->front().answer.end(), between.begin(), between.end());
    between.clear();
    at = next;
  }
  return pair;
}

/// The back of a card, where an element is its front: the next one has the same class with "back"
/// for "front" ("card-front" and "card-back"). nullptr for any other.
const GumboNode* back_of(const GumboNode* front) {
  constexpr std::string_view side = "front";
  const std::string classes = lower_ascii(attribute(front, "class"));
  const std::size_t at = classes.find(side);
  constexpr std::size_t longest = 1000;  // bytes
  if (at == std::string::npos || classes.size() > longest || front->parent == nullptr)
    return nullptr;
  const auto siblings = children_of(front->parent).subspan(front->index_within_parent + 1);
  const auto back = std::ranges::find_if_not(siblings, is_blank_node);
  if (back == siblings.end()) return nullptr;
  constexpr std::string_view blanks = " \t\n";
  const std::size_t begin = classes.find_last_of(blanks, at) + 1;
  const std::size_t end = std::min(classes.find_first_of(blanks, at), classes.size());
  const std::string wanted = classes.substr(begin, at - begin) + "back" +
                             classes.substr(at + side.size(), end - at - side.size());
  const std::string others = lower_ascii(attribute(*back, "class").substr(0, longest));
  const bool is_back =
      any_word(others, [&wanted](std::string_view word) { return word == wanted; });
  return is_back ? *back : nullptr;
}

bool is_flashcard(const GumboNode* node) {
  const std::string classes = lower_ascii(attribute(node, "class"));
  return classes.find("flashcard") != std::string::npos ||
         classes.find("flash-card") != std::string::npos;
}

/// The two sides of a card. One that just turns may show a person and what he does; one to learn
/// from says so.
Pairs pair_of_sides(std::span<const GumboNode* const> siblings, std::size_t& at) {
  const GumboNode* front = siblings[at];
  const GumboNode* back = back_of(front);
  if (back == nullptr) return std::nullopt;
  MarkedPair pair{front, question_line(front), {back}, anchor_of(front), MarkedPair::Shape::part};
  if (pair.question.empty()) return std::nullopt;
  constexpr int farthest = 3;  // elements around the sides
  const GumboNode* around = front;
  for (int i = 0; i < farthest && around != nullptr && !pair.told; ++i, around = around->parent)
    pair.told = is_flashcard(around);
  while (siblings[at] != back) ++at;
  return one_pair(std::move(pair));
}

Pairs pair_of_toggle(std::span<const GumboNode* const> siblings, std::size_t& at) {
  const auto toggle = toggle_at(siblings, at);
  if (!toggle || holds_more_than_answer(toggle->panel)) return std::nullopt;
  MarkedPair pair{siblings[at],
                  question_line(toggle->control),
                  {},
                  anchor_of(siblings[at]),
                  MarkedPair::Shape::toggle};
  if (pair.question.empty()) return std::nullopt;
  pair.answer = {toggle->panel};
  pair.told = speaks_of_questions(toggle->control) || speaks_of_questions(toggle->panel);
  pair.loose = !toggle->opens;
  at = toggle->at;
  return one_pair(std::move(pair));
}

}  // namespace

std::optional<std::vector<MarkedPair>> marked_pairs(std::span<const GumboNode* const> siblings,
                                                    std::size_t& at) {
  const GumboNode* node = siblings[at];
  Pairs pairs;
  if (is_of_type(node, "/Question")) pairs = pairs_of_microdata(node);
  if (!pairs && tag_of(node) == GUMBO_TAG_DETAILS) pairs = pair_of_details(node);
  if (!pairs && is_element(node)) pairs = pair_of_sides(siblings, at);
  if (!pairs) pairs = pair_of_toggle(siblings, at);
  if (!pairs && part_of(node) == PairPart::question) pairs = pair_of_parts(siblings, at);
  if (!pairs && tag_of(node) == GUMBO_TAG_DL) pairs = pairs_of_list(node);
  if (!pairs && tag_of(node) == GUMBO_TAG_TABLE) pairs = pairs_of_table(node);
  return pairs;
}

bool may_be_marked(const GumboNode* node) {
  const GumboTag tag = tag_of(node);
  if (tag == GUMBO_TAG_DETAILS || tag == GUMBO_TAG_DL || is_control(node) ||
      part_of(node) == PairPart::question || is_of_type(node, "/Question") ||
      (is_element(node) && back_of(node) != nullptr))
    return true;
  if (tag != GUMBO_TAG_TABLE) return false;
  const std::vector<Row> rows = rows_of(node);
  return columns_of(rows).answer > 0 || !roles_of(rows).empty();
}

}  // namespace answers
