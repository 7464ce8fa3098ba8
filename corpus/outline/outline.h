#pragma once

#include "corpus/input/text_lines.h"
#include "corpus/outline/decision.h"
#include "corpus/record.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

class Listener;

/// Levels of what may be a question and is no heading, which stand below all headings.
inline constexpr std::uint32_t level_of_label = 1000;
inline constexpr std::uint32_t level_of_bold = 1010;
inline constexpr std::uint32_t level_of_item = 1020;  ///< more by its indent, below 1100
inline constexpr std::uint32_t level_of_term = 1100;  ///< more by its depth, below 1200
inline constexpr std::uint32_t level_of_fold = 1200;

/// A line of a document that stands over others: a heading in any markup, a numbered line, a term
/// of a list. Lines count from 0.
struct Heading {
  BlockKind kind = BlockKind::heading;
  std::uint32_t level = 0;  ///< the less, the further out
  std::string title{};      ///< one line of plain text; only `code spans` keep their markup
  std::size_t line = 0;     ///< the first line that belongs to it, anchors and overlines included
  std::size_t text = 0;     ///< the first line below it
  std::size_t end = 0;    ///< where its own text ends at the latest (a list item: the list's end);
                          ///< 0: at the next heading
  bool apart = false;     ///< its text is [text, end) wherever other headings stand
  bool told = false;      ///< the markup says that it is a question, whether it asks or not
  bool answered = false;  ///< a label or a heading of its own says that the answer follows
  bool counted = false;   ///< bears a number that counts up: then even "Authors" is an entry
  bool deep = false;      ///< that number has more parts than most have
  bool waiting = false;   ///< marked as not yet written (TODO)
  /// The beginning of its text, where that stands on its own line: a view of the document.
  std::string_view lead{};
  std::string body{};    ///< what belongs to the question beside its title
  std::string answer{};  ///< in place of its text, where that is no lines (a cell of a table)
  /// What it says of its record: tags, url, date, language, author. A Record is large and most
  /// headings say nothing: nullptr until says() is asked for.
  std::unique_ptr<Record> given{};

  Record& says() {
    if (!given) given = std::make_unique<Record>();
    return *given;
  }
};

/// A document as its headings and the text below them.
struct Outline {
  const TextLines* lines = nullptr;
  std::vector<Heading> headings{};
  std::string form{};                 ///< for the Sighting: "reStructuredText"
  std::string title{};                ///< of the document, where a heading does not say it
  About about = nothing;              ///< what its markup says of all of it
  std::vector<std::string> topics{};  ///< above all its sections
  bool rows_are_markup = false;       ///< "----" is no rule at the end of an answer
  bool lines_stand_alone = false;     ///< text_of() some lines is a part of text_of() more lines
  /// Lines [first, last) without what the markup adds: drawers, directives. Not yet trimmed.
  std::function<std::string(std::size_t first, std::size_t last)> text_of{};
  /// A heading's `lead` as Markdown; nullptr where it is that as it stands.
  std::string (*lead_text)(std::string_view) = nullptr;
  /// A line of it without inline markup; nullptr where it has none.
  std::string (*plain_text)(std::string_view) = nullptr;
};

/// An outline with the role of each of its headings.
struct DecidedOutline {
  Outline outline{};
  std::vector<Block> blocks{};  ///< of each heading, in lines from 1
  Decision decision{};
  About about = nothing;

  bool is_question(std::size_t heading) const {
    return decision.roles[heading] == BlockRole::question;
  }
};

/// Which headings are questions: see decide(). What stands below a table of contents is none; a
/// heading "Answer" below another one makes it answered and is gone. O(headings), expected.
DecidedOutline decide(Outline outline);

/// An outline of which its headings say what they are: questions are those that are told.
DecidedOutline as_told(Outline outline);

/// Tells `listener` of each question with the text below it, of what was seen, and of what asks and
/// was not taken.
void deliver(const DecidedOutline& decided, Listener& listener);

/// Whether a line of text is a paragraph of its own.
bool is_paragraph(const TextLines& lines, std::size_t line);

/// One past the lines that are indented more than `line`, blank ones between them and behind.
std::size_t hanging_end(const TextLines& lines, std::size_t line);

/// Without the mark of a list item at the beginning: "- ", "* ", "3. ", "#. ", "(a) "; `text` where
/// there is none.
std::string_view behind_item_mark(std::string_view text);

/// Lines [first, last) of `lines` as a place in its file; blank lines at the end are left out,
/// the first line never is.
Place place_of(const TextLines& lines, std::size_t first, std::size_t last);

}  // namespace answers
