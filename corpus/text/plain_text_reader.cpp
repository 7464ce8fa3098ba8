#include "corpus/text/plain_text_reader.h"

#include "corpus/characters/characters.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/input/walk.h"
#include "corpus/outline/hanging_text.h"
#include "corpus/outline/labelled_text.h"
#include "corpus/outline/numbered_text.h"
#include "corpus/outline/outline.h"
#include "corpus/outline/plain_text.h"
#include "corpus/outline/question_list.h"
#include "corpus/wording/asking.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace answers {
namespace {

/// In the order of preference: labels say what they are, numbers nearly so.
constexpr std::array shapes = {labelled_outline,   numbered_outline, roman_outline,
                               underlined_outline, dressed_outline,  subject_outline,
                               hanging_outline,    repeated_outline, asking_outline};

/// A shape further down the list has to find more than this much more to be taken before one
/// further up: its headings are often the same ones and a few parts of answers.
constexpr double much_more = 1.6;

struct Reading {
  Outline outline{};
  std::vector<HeadingRole> roles{};
  double score = 0;
};

/// What a question is worth that neither asks nor bears a label or a number.
constexpr double worth_of_a_line = 0.3;

constexpr std::size_t fewest_told = 2;

/// How many questions have text below them. Fewer than two that ask or are labelled or numbered are
/// none, and fewer than one in ten in a file whose name does not announce them: any text has a line
/// that hangs.
double score_of(const Outline& outline, const std::vector<HeadingRole>& roles) {
  double score = 0;
  std::size_t told = 0;
  std::size_t all = 0;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    if (roles[i] != HeadingRole::question) continue;
    const Heading& heading = outline.headings[i];
    std::size_t end = i + 1 < roles.size() ? outline.headings[i + 1].line : outline.lines->count();
    if (heading.apart) end = heading.end;
    bool text = !heading.lead.empty();
    for (std::size_t line = heading.text; !text && line < end; ++line)
      text = !is_blank(outline.lines->line(line));
    if (!text) continue;
    const bool asked = heading.counted || asks(heading.title);
    score += asked ? 1 : worth_of_a_line;
    if (asked) ++told;
    ++all;
  }
  if (told * 10 < all && !name_is_about_questions(outline.lines->path)) return 0;
  // "Tea FAQ" with one question is an FAQ where that is underlined or the like.
  return told >= (outline.about_questions ? 1U : fewest_told) ? score : 0;
}

}  // namespace

int recognises_plain_text(std::string_view path, std::string_view head) {
  const std::string_view name = file_name(path);
  const std::size_t dot = name.rfind('.');
  const std::string extension =
      dot == std::string_view::npos ? std::string() : lower_ascii(name.substr(dot + 1));
  const bool plain = extension.empty() || extension == "txt" || extension == "text" ||
                     extension == "faq" || path == "-";
  return head.empty() ? 0 : plain ? 40 : 5;
}

void read_plain_text(Input& input) {
  const TextLines lines = read_text(input);
  const PlainText text = look_at_text(lines);
  if (const auto list = question_list(text)) {
    std::vector<HeadingRole> roles;
    for (const Heading& heading : list->headings)
      roles.push_back(heading.counted ? HeadingRole::question : HeadingRole::section);
    deliver_outline(*list, roles, input.listener());
    return;
  }
  Reading best;
  for (const auto shape : shapes) {
    Reading reading;
    reading.outline = shape(text);
    // No heading counts for more than one.
    if (static_cast<double>(reading.outline.headings.size()) <= much_more * best.score) continue;
    reading.roles = heading_roles(reading.outline);
    reading.score = score_of(reading.outline, reading.roles);
    if (reading.score > much_more * best.score) best = std::move(reading);
  }
  if (best.score > 0) deliver_outline(best.outline, best.roles, input.listener());
}

}  // namespace answers
