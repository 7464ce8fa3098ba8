#pragma once

#include "corpus/markdown/document.h"
#include "corpus/outline/decision.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace answers::markdown {

/// A question that a shape has found. All places are bytes of the document's text.
struct Found {
  static constexpr std::size_t open = static_cast<std::size_t>(-1);

  std::size_t begin = 0;     ///< where the question begins, marks and all
  std::string_view title{};  ///< its line or lines, as clean_question() takes them
  std::string_view body{};   ///< what belongs to the question beside its title, before `rest`
  std::size_t rest = 0;      ///< where what may be body and answer begins
  /// Where that ends, headings or not; `open`: at the next question or topic.
  std::size_t end = open;
  /// Where that ends at the latest, if no topic ends it before.
  std::size_t latest_end = open;
  /// Of a label's paragraph: all of it is the question where a label announces the answer.
  std::size_t paragraph_end = 0;
  /// Headings before this byte are the question's own, whatever they say.
  std::size_t at_least = 0;
  int level = 7;               ///< of a heading; 7 for all else
  bool answer_marked = false;  ///< only what a label ("A:") or a fold announces is an answer
  bool link = false;       ///< to a place in this page: without a text it is an entry of contents
  bool paragraph = false;  ///< a plain one: it may be prose
  bool list_item = false;  ///< bold paragraphs between items are topics
  bool lone_letters = false;  ///< labels may be a lone letter ("A:")
  bool lettered = false;      ///< a letter counts its title: "B. …" behind "A. …"
  std::size_t indent = 0;     ///< columns that the answer stands to the right of the question
  // Where a question or an answer does not stand in the text as such (in a cell of a table):
  std::string question{};                                     ///< in place of `title`
  std::string answer{};                                       ///< in place of [rest, end)
  std::string answer_body{};                                  ///< beside `answer`: of the question
  std::vector<std::pair<std::string, std::string>> fields{};  ///< name and value, see set_field()
};

/// What may be a question, as decide() weighs it and as it is read if it is one. A block that is
/// never one itself (`never`, `is_answer`) needs no `found`.
struct Candidate {
  Block block{};
  Found found{};
};

/// Levels of blocks below those of headings, which are ten times theirs.
inline constexpr std::uint32_t level_of_label = 70;
inline constexpr std::uint32_t level_of_bold = 72;
inline constexpr std::uint32_t level_of_quote = 74;
inline constexpr std::uint32_t level_of_item = 76;  ///< more by its indent and mark, at most 17
inline constexpr std::uint32_t level_of_answer_line = 94;
inline constexpr std::uint32_t level_of_paragraph = 95;
inline constexpr std::uint32_t level_of_part = 96;  ///< folds, cards, rows: mostly with an end

/// A card, a row or the like, which has an end of its own: its level and place from `found`.
Block block_of(BlockKind kind, const Found& found, Asking asking);

/// One way in which people write questions and answers in Markdown. Each stands in a pair of files
/// of its own, <name>_shape.h/.cpp, and has one line in the table of shapes.cpp. It gives blocks
/// and their evidence and decides nothing.
struct Shape {
  std::string_view name;  ///< "headings": what --explain says
  void (*add)(const Document& document, std::vector<Candidate>& candidates);
  bool in_pages = false;  ///< is looked for in the text of a page of HTML, too
};

std::span<const Shape> shapes();

}  // namespace answers::markdown
