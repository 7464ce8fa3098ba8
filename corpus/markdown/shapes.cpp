#include "corpus/markdown/shapes.h"

#include "corpus/markdown/answer_heading_shape.h"
#include "corpus/markdown/bold_shape.h"
#include "corpus/markdown/box_shape.h"
#include "corpus/markdown/card_shape.h"
#include "corpus/markdown/definition_shape.h"
#include "corpus/markdown/details_shape.h"
#include "corpus/markdown/dialogue_shape.h"
#include "corpus/markdown/label_line_shape.h"
#include "corpus/markdown/list_shape.h"
#include "corpus/markdown/numbered_shape.h"
#include "corpus/markdown/plain_heading_shape.h"
#include "corpus/markdown/quote_shape.h"
#include "corpus/markdown/table_shape.h"

namespace answers::markdown {
namespace {

constexpr Shape table[] = {
    {"table", find_tables, Role::beside},
    {"details", find_details, Role::competes},
    {"boxes", find_boxes, Role::competes},
    {"cards", find_cards, Role::competes},
    {"definitions", find_definitions, Role::competes},
    {"numbered headings", find_numbered_headings, Role::competes, true},
    {"answer headings", find_answer_headings, Role::competes},
    {"label lines", find_label_lines, Role::competes, false, true},
    {"dialogues", find_dialogues, Role::competes, false, true},
    {"bold lines", find_bold_lines, Role::competes, false, true},
    {"plain headings", find_plain_headings, Role::competes},
    {"bold leads", find_bold_leads, Role::otherwise, false, true},
    {"answered list lines", find_answered_list_lines, Role::otherwise, false, true},
    {"list items", find_list_items, Role::otherwise},
    {"quotations", find_quotes, Role::left_over},
};

}  // namespace

std::span<const Shape> shapes() { return table; }

}  // namespace answers::markdown
