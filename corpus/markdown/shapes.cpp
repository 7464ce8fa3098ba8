#include "corpus/markdown/shapes.h"

#include "corpus/markdown/box_shape.h"
#include "corpus/markdown/card_shape.h"
#include "corpus/markdown/definition_shape.h"
#include "corpus/markdown/details_shape.h"
#include "corpus/markdown/dialogue_shape.h"
#include "corpus/markdown/fence_shape.h"
#include "corpus/markdown/heading_shape.h"
#include "corpus/markdown/line_shape.h"
#include "corpus/markdown/quote_shape.h"
#include "corpus/markdown/ruled_shape.h"
#include "corpus/markdown/table_shape.h"

namespace answers::markdown {
namespace {

constexpr Shape table[] = {
    {"headings", add_headings, true},
    {"rules", add_ruled},
    {"lines", add_lines, true},
    {"quotations", add_quotes},
    {"folds", add_details},
    {"boxes", add_boxes},
    {"cards", add_cards},
    {"definitions", add_definitions},
    {"tables", add_tables},
    {"dialogues", add_dialogues, true},
    {"fences", add_fences},
};

}  // namespace

Block block_of(BlockKind kind, const Found& found, Asking asking) {
  Block block;
  block.kind = kind;
  block.level = level_of_part;
  block.begin = found.begin;
  block.end = found.end == Found::open ? 0 : found.end;
  block.asking = asking;
  block.has_text = true;
  return block;
}

std::span<const Shape> shapes() { return table; }

}  // namespace answers::markdown
