#pragma once

#include "corpus/input/text_lines.h"
#include "corpus/record.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

class Listener;

/// Levels from here on are of what can be a question and is no heading proper: a bold line, the
/// term of a list.
inline constexpr std::size_t lesser_level = 1'000'000;

/// A line of a document that stands over others: a heading in any markup, a numbered line, a term
/// of a list. Lines count from 0.
struct Heading {
  std::size_t level = 0;  ///< the less, the further out; see lesser_level
  std::string title{};    ///< one line of plain text; only `code spans` keep their markup
  std::size_t line = 0;   ///< the first line that belongs to it, anchors and overlines included
  std::size_t text = 0;   ///< the first line below it
  std::size_t end = 0;    ///< where its own text ends at the latest (a list item: the list's end);
                          ///< 0: at the next heading
  bool apart = false;     ///< its text is [text, end) wherever other headings stand
  bool told = false;      ///< the markup says that it is a question, whether it asks or not
  bool counted = false;   ///< bears a number that counts up: then even "Authors" is an entry
  bool waiting = false;   ///< marked as not yet written (TODO)
  /// The beginning of its text, where that stands on its own line: a view of the document.
  std::string_view lead{};
  std::string body{};  ///< what belongs to the question beside its title
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
  std::string shape{};                ///< for the Sighting: "reStructuredText headings"
  std::string title{};                ///< of the document, where a heading does not say it
  bool about_questions = false;       ///< its title or file name says that it holds questions
  std::vector<std::string> topics{};  ///< above all its sections
  bool rows_are_markup = false;       ///< "----" is no rule at the end of an answer
  bool lines_stand_alone = false;     ///< text_of() some lines is a part of text_of() more lines
  /// Lines [first, last) without what the markup adds: drawers, directives. Not yet trimmed.
  std::function<std::string(std::size_t first, std::size_t last)> text_of{};
};

/// What a heading is in its document.
enum class HeadingRole : unsigned char {
  section,  ///< a topic above questions
  question,
  part,       ///< of the answer above it
  furniture,  ///< contents and the like: neither it nor what is below belongs to an answer
};

/// Which headings are questions, decided by repetition: the level on which most headings ask and
/// have text below them is the questions' level, another one is too when as large a share of it
/// asks; headings further in are parts of answers, headings further out are sections (an outer one
/// that asks and has text is a question). A heading without text of its own whose children ask is a
/// section. In a document that is not about questions, three have to end in a question mark, and a
/// third of their level. Empty when the document holds no questions. O(headings).
std::vector<HeadingRole> heading_roles(const Outline& outline);

/// How many of `roles` are questions.
std::size_t count_questions(const std::vector<HeadingRole>& roles);

/// Tells `listener` of each question with the text below it, and of the shape that was seen.
/// Returns how many had an answer.
std::size_t deliver_outline(const Outline& outline, const std::vector<HeadingRole>& roles,
                            Listener& listener);

/// Lines [first, last) of `lines` as a place in its file; blank lines at the end are left out,
/// the first line never is.
Place place_of(const TextLines& lines, std::size_t first, std::size_t last);

/// Whether the name of a file announces questions: "faq.rst", "interview-questions.org".
bool name_is_about_questions(std::string_view path);

}  // namespace answers
