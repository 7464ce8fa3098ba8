#include "corpus/markdown/bold_shape.h"

#include "corpus/characters/characters.h"
#include "corpus/markdown/evidence.h"
#include "corpus/markdown/heading_question.h"
#include "corpus/wording/furniture.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"
#include "corpus/wording/question_words.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace answers::markdown {
namespace {

enum class Bold { no, whole, numbered };

/// How a line is bold. `text` begins with "**", "__" or "<b>".
Bold how_bold(std::string_view text) {
  std::string_view close = text.substr(0, 2);
  std::string_view inside = text.substr(2);
  if (starts_with_ignoring_case(text, "<b>")) {
    close = "</b>";
    inside = text.substr(3);
  } else if (starts_with_ignoring_case(text, "<strong>")) {
    close = "</strong>";
    inside = text.substr(8);
  } else if (close != "**" && close != "__") {
    return Bold::no;
  }
  if (inside.starts_with('*')) inside.remove_prefix(1);
  const std::size_t end = inside.find(close);
  if (end == std::string_view::npos || end == 0) return Bold::no;
  const std::string_view behind = inside.substr(end + close.size());
  if (leading_number(inside.substr(0, end)).size > 0) return Bold::numbered;
  // "**3.** What …", "**3**. What …": the number alone is bold.
  const LeadingNumber number =
      leading_number(std::string(inside.substr(0, end)).append(behind.substr(0, 40)));
  if (number.size > 0 && number.size <= end + 2) return Bold::numbered;
  // Nothing but emoji, punctuation and line breaks behind it.
  return folded_words(plain_inline(behind.substr(0, 80))).empty() && behind.size() < 80
             ? Bold::whole
             : Bold::no;
}

/// A paragraph of its own: nothing but blank lines, tags or headings above.
bool begins_paragraph(const Document& document, std::size_t line, Range range) {
  if (line == range.first) return true;
  const Kind above = document[line - 1].kind;
  return above == Kind::blank || above == Kind::html || above == Kind::heading ||
         above == Kind::rule || above == Kind::fence;
}

/// The lines that are an FAQ without headings of its own: a section, or all of a file.
std::optional<Range> faq_without_headings(const Document& document, Range range) {
  if (const auto faq = faq_section(document, range))
    return document.headings_in(*faq).empty() ? faq : std::nullopt;
  const bool announced =
      announces_faq(document.text().path) && document.headings_in(range).size() < 2;
  return announced ? std::optional(range) : std::nullopt;
}

}  // namespace

Finding find_bold_lines(const Document& document, Range range) {
  const auto faq = faq_without_headings(document, range);
  if (faq) range = *faq;
  struct Candidate {
    std::size_t line;
    Bold bold;
    bool announces;
  };
  std::vector<Candidate> candidates;
  Tally asks;
  Tally announcing;
  std::size_t numbered = 0;
  for (std::size_t line = range.first; line < range.last; ++line) {
    const Line& here = document[line];
    if (here.kind != Kind::text && here.kind != Kind::html) continue;
    const std::string_view text = document.content(line);
    if (text.size() < 5 || (text[0] != '*' && text[0] != '_' && text[0] != '<')) continue;
    if (here.code != Code::no || here.indent > 3 || document.is_contents(line)) continue;
    if (!begins_paragraph(document, line, range)) continue;
    const Bold bold = how_bold(text);
    if (bold == Bold::no) continue;
    if (is_summary_label(text) || furniture_of(text) != Furniture::none) continue;
    const std::string plain = plain_inline(text);
    const bool ask = bold == Bold::numbered || reads_like_question(plain);
    // "**Key features:**"
    const std::string_view words = trimmed(plain);
    const bool announces = !ask && (words.ends_with(':') || words.ends_with("："));
    candidates.push_back({line, bold, announces});
    if (bold == Bold::numbered) ++numbered;
    asks.add(ask);
    announcing.add(announces);
  }
  if (candidates.size() < 3 && (!faq || asks.yes == 0 || asks.yes < asks.all)) return {};
  const double needed = document.smells_of_questions() ? 0.4 : 0.6;
  const bool only_numbered = numbered >= 3 && 2 * numbered >= candidates.size();
  if (asks.share() < needed) return {};
  Finding finding;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& candidate = candidates[i];
    if (only_numbered && candidate.bold != Bold::numbered) continue;
    // Among lines that do not end so, it is a part of an answer, or the topic of what follows.
    if (candidate.announces && announcing.share() < 0.5) {
      const bool topic =
          smells_of_questions(document.content(candidate.line)) ||
          (i + 1 < candidates.size() &&
           document.skip_blank(candidate.line + 1, range.last) == candidates[i + 1].line);
      if (topic && !finding.questions.empty())
        finding.questions.back().latest_end = document.byte(candidate.line);
      continue;
    }
    Found found;
    found.begin = document.byte(candidate.line);
    found.title = document.content(candidate.line);
    if (found.title.ends_with("**\\")) found.title.remove_suffix(1);  // a line break
    found.rest = document.byte(candidate.line + 1);
    finding.questions.push_back(std::move(found));
  }
  finding.evidence = std::to_string(finding.questions.size()) +
                     (only_numbered ? " bold lines with a number" : " lines that are all bold");
  return finding;
}

Finding find_bold_leads(const Document& document, Range range) {
  const auto faq = faq_without_headings(document, range);
  if (faq) range = *faq;
  Finding finding;
  for (std::size_t line = range.first; line < range.last; ++line) {
    const Line& here = document[line];
    const std::string_view text = document.content(line);
    const bool item = here.kind == Kind::list_item;
    if ((here.kind != Kind::text && !item) || here.code != Code::no || here.indent > 3 ||
        text.size() < 5 || (text[0] != '*' && text[0] != '_') ||
        (!item && !begins_paragraph(document, line, range)))
      continue;
    const std::size_t marks = text[1] == text[0] ? 2 : 1;
    const std::size_t close = text.find(text.substr(0, marks), marks);
    if (close == std::string_view::npos ||
        !ends_in_question_mark(text.substr(marks, close - marks)))
      continue;
    const std::size_t behind = close + marks;
    const bool answered = !is_blank(text.substr(behind));
    const bool below = line + 1 < range.last;
    const std::size_t hanging = document.skip_blank(line + 1, range.last);
    const bool hangs = item && hanging < range.last && document[hanging].kind == Kind::text &&
                       document[hanging].indent > here.indent;
    if (marks == 1 ? answered || !below : !answered && !hangs) continue;
    Found found;
    found.begin = document.byte(line);
    found.title = text.substr(0, behind);
    found.rest = answered ? here.content + behind : document.byte(line + 1);
    finding.questions.push_back(std::move(found));
  }
  if (finding.questions.size() < (faq ? 2U : 3U)) return {};
  finding.evidence =
      std::to_string(finding.questions.size()) + " paragraphs that begin with a marked question";
  return finding;
}

}  // namespace answers::markdown
