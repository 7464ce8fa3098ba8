#pragma once

#include "corpus/markdown/document.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
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
  /// Headings before this byte are the question's own, whatever they say.
  std::size_t at_least = 0;
  int level = 7;               ///< of a heading; 7 for all else
  bool answer_marked = false;  ///< only what a label ("A:") or a fold announces is an answer
  bool list_item = false;      ///< bold paragraphs between items are topics
  bool lone_letters = false;   ///< labels may be a lone letter ("A:")
  std::size_t indent = 0;      ///< columns that the answer stands to the right of the question
  // Where a question or an answer does not stand in the text as such (in a cell of a table):
  std::string question{};                                     ///< in place of `title`
  std::string answer{};                                       ///< in place of [rest, end)
  std::string answer_body{};                                  ///< beside `answer`: of the question
  std::vector<std::pair<std::string, std::string>> fields{};  ///< name and value, see set_field()
};

/// What a shape has found in a part of a document, and why it thinks so.
struct Finding {
  std::vector<Found> questions{};  ///< in the order of the text; empty: not this shape
  std::string evidence{};          ///< "24 of 30 headings of level 3 end in a question mark"
};

/// When a shape is looked for.
enum class Role {
  beside,     ///< always; its lines are taken before those of any other
  competes,   ///< for the whole file, with the others that compete: see shapes()
  otherwise,  ///< for the whole file, if none that competes has found anything
  left_over,  ///< in the lines that no question has taken
};

/// One way in which people write questions and answers in Markdown. Each stands in a pair of files
/// of its own, <name>_shape.h/.cpp, and has one line in the table of shapes.cpp.
struct Shape {
  std::string_view name;  ///< "numbered headings": what --explain says
  Finding (*find)(const Document& document, Range range);
  Role role;
  bool also_left_over = false;  ///< in the lines that another shape has left over, too
  bool also_in_pages = false;   ///< in the lines of a page of HTML whose markup asks nothing, too
};

/// All shapes, the strongest evidence first: of those that compete the first reads the file that
/// finds at least a quarter of the questions that any of them finds.
std::span<const Shape> shapes();

}  // namespace answers::markdown
