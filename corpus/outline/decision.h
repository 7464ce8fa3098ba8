#pragma once

#include "corpus/wording/asking.h"
#include "corpus/wording/furniture.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace answers {

/// What a block is by its form. Blocks of one kind, level and `look` are of one style.
enum class BlockKind : std::uint8_t {
  heading,
  label,       ///< a paragraph that begins with "Q:", "Question 3."
  bold,        ///< a paragraph that is bold, or begins so
  item,        ///< of a list
  quote,       ///< a quotation
  paragraph,   ///< a line alone in its paragraph
  fold,        ///< a <details>, an accordion, a box with a title
  definition,  ///< a term with its definition
  card,        ///< front and back of a card, a row of a table, a turn of a talk
};

/// A line or a part of a document that may be a question, and what speaks for it and against it.
/// What finds blocks gives evidence and no verdicts.
struct Block {
  BlockKind kind = BlockKind::heading;
  std::uint32_t level = 0;  ///< the less, the further out: what stands below it in the tree
  std::uint32_t look = 0;   ///< numbered, bold …: what looks otherwise is no sibling
  std::size_t begin = 0;    ///< in whatever grows along the text: bytes, lines
  std::size_t end = 0;      ///< where it ends whatever follows; 0: at the next of its level

  Asking asking = Asking::no;
  bool told = false;  ///< a label or the markup says that it is a question
  bool answered =
      false;             ///< a label, a fold, ticked options below say that the answer stands there
  bool counted = false;  ///< bears a number that counts up
  bool counts_far = false;  ///< the count goes on beyond what steps or options do
  bool deep = false;        ///< its number has more parts than most have
  bool boxed = false;       ///< has a box to tick: what has no text may get it later
  bool has_text = false;    ///< of its own, before any block below it
  bool states = false;      ///< of an item: what stands beside or below it asks nothing in turn
  bool announces = false;   ///< ends in a colon: a lead-in, or a topic
  bool repeats = false;     ///< its words stand in the document again and again: a part of answers
  bool never = false;       ///< is no question itself: it tells of those that look like it
  bool is_answer =
      false;  ///< "Answer", "Show the solution": what stands below belongs to an answer
  Furniture furniture = Furniture::none;
  std::uint8_t about = 0;  ///< what its words say of what stands below: see About
};

/// How much a file's name, a title, a section says of questions.
enum About : std::uint8_t {
  nothing,
  questions,  ///< an interview, a quiz
  troubles,   ///< "Troubleshooting": entries name what goes wrong
  faq,
};

enum class BlockRole : std::uint8_t {
  section,  ///< or text: no question, and what stands below is decided for itself
  question,
  part,  ///< of the answer it stands in
};

struct Decision {
  std::vector<BlockRole> roles{};  ///< of each block
  std::vector<float> scores{};     ///< what speaks for it as a question less what speaks against
  std::vector<std::size_t> left_out{};  ///< what asks with a mark, has text and was not taken
  /// Why, for people ("asks with a mark +2.0, …"): of the first question of each kind, then of some
  /// that were left out; where there are neither, of what came closest to being a question.
  struct Reason {
    std::size_t block;
    std::string text;
  };
  std::vector<Reason> reasons{};
};

/// The role of each of `blocks`, which stand in the order of the text, in a document of which its
/// name and title say `about`. Each block has a score, the sum of what speaks for it (the weights
/// stand in decision.cpp, each with its reason): its own evidence, that of the siblings which look
/// like it, of the section and the file. Of all labellings of the tree in which a question's parts
/// lie inside it the one with the highest sum is taken, in one pass from the leaves up.
/// `page`: it is one of a site, whose own headings stand around an FAQ and in it, so that a name
/// says less of what asks nothing. O(blocks), expected.
Decision decide(std::span<const Block> blocks, About about, bool page = false);

/// What speaks for each block as a question and against it, for people. O(blocks), expected.
std::vector<std::string> reasons_of(std::span<const Block> blocks, About about, bool page = false);

}  // namespace answers
