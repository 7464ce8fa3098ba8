#include "corpus/text/plain_text_reader.h"

#include "corpus/characters/characters.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/input/walk.h"
#include "corpus/outline/hanging_text.h"
#include "corpus/outline/labelled_text.h"
#include "corpus/outline/numbered_text.h"
#include "corpus/outline/outline.h"
#include "corpus/outline/pasted_page.h"
#include "corpus/outline/plain_text.h"
#include "corpus/outline/question_list.h"
#include "corpus/outline/quoted_text.h"
#include "corpus/outline/told_text.h"
#include "corpus/wording/asking.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

/// In the order of preference: labels say what they are, numbers nearly so.
constexpr std::array shapes = {labelled_outline,   numbered_outline, roman_outline,
                               underlined_outline, dressed_outline,  subject_outline,
                               hanging_outline,    marked_outline,   repeated_outline,
                               asking_outline,     ruled_outline};

/// Texts whose lines leave no doubt.
constexpr std::array told_shapes = {lettered_outline, keyed_outline,    line_outline,
                                    term_outline,     answered_outline, quoted_outline};

/// A shape further down the list has to find more than this much more to be taken before one
/// further up: its headings are often the same ones and a few parts of answers.
constexpr double much_more = 1.6;

/// What a question is worth that neither asks nor bears a label or a number.
constexpr double worth_of_a_line = 0.3;

/// How many questions have text below them.
double score_of(const DecidedOutline& decided) {
  double score = 0;
  for (std::size_t i = 0; i < decided.blocks.size(); ++i) {
    const Block& block = decided.blocks[i];
    if (!decided.is_question(i) || !block.has_text) continue;
    const bool asks = block.counted || block.told || block.asking >= Asking::clause;
    score += asks ? 1 : worth_of_a_line;
  }
  return score;
}

/// Makes blank what GNU Info writes above each of its nodes, which names the nodes beside it and is
/// no text of the one before: "File: x.info,  Node: Keels,  Next: Masts,  Up: Ships".
void blank_node_lines(TextLines& lines) {
  for (std::size_t i = 1; i < lines.count(); ++i) {
    const std::string_view line = lines.line(i);
    const std::string_view above = lines.line(i - 1);
    if (!line.starts_with("File: ") || line.find(",  Node: ") == std::string_view::npos ||
        above.find_first_not_of(" \t\x1f\f") != std::string_view::npos)
      continue;
    const auto begin = lines.text.begin() + static_cast<std::ptrdiff_t>(lines.begins[i]);
    std::fill_n(begin, line.size(), ' ');
  }
}

}  // namespace

int recognises_plain_text(std::string_view path, std::string_view head) {
  const std::string_view name = file_name(path);
  const std::size_t dot = name.rfind('.');
  const std::string extension =
      dot == std::string_view::npos ? std::string() : lower_ascii(name.substr(dot + 1));
  const bool plain = extension.empty() || extension == "txt" || extension == "text" ||
                     extension == "faq" || path == "-";
  // XML that no other reader knows is a program's, and no text.
  const bool is_xml = !plain && head.starts_with("<?xml");
  return head.empty() || is_xml ? 0 : plain ? 40 : 5;
}

void read_plain_text(Input& input) { read_plain_lines(read_text(input), input.listener()); }

void read_plain_lines(TextLines whole, Listener& listener) {
  blank_node_lines(whole);
  const TextLines lines = with_marks_in_place(std::move(whole));
  const PlainText text = look_at_text(lines);
  for (const auto shape : told_shapes) {
    Outline outline = shape(text);
    if (!outline.headings.empty()) return deliver(as_told(std::move(outline)), listener);
  }
  if (auto list = question_list(text)) return deliver(as_told(std::move(*list)), listener);
  DecidedOutline best;
  double best_score = 0;
  bool any_labels = false;
  for (const auto shape : shapes) {
    Outline outline = shape(text);
    const bool labelled =
        !outline.headings.empty() && outline.headings.back().kind == BlockKind::label;
    any_labels = any_labels || labelled;
    if (any_labels && !labelled) add_labels(outline);
    // No heading counts for more than one.
    if (static_cast<double>(outline.headings.size()) <= much_more * best_score) continue;
    DecidedOutline decided = decide(std::move(outline));
    const double score = score_of(decided);
    if (score <= much_more * best_score) continue;
    best = std::move(decided);
    best_score = score;
  }
  if (best_score > 0) deliver(best, listener);
}

}  // namespace answers
