#include "corpus/markdown/markdown_reader.h"

#include "corpus/characters/characters.h"
#include "corpus/data/data_records.h"
#include "corpus/data/data_value.h"
#include "corpus/data/yaml_documents.h"
#include "corpus/deliver.h"
#include "corpus/input/input.h"
#include "corpus/listener.h"
#include "corpus/markdown/document.h"
#include "corpus/markdown/file_as_question.h"
#include "corpus/markdown/front_matter.h"
#include "corpus/markdown/letter_labels.h"
#include "corpus/markdown/pairing.h"
#include "corpus/markdown/shapes.h"
#include "corpus/wording/answer_text.h"
#include "corpus/wording/question_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

using markdown::Document;
using markdown::Finding;
using markdown::Found;
using markdown::Outline;
using markdown::Range;
using markdown::Role;
using markdown::Shape;

/// What `shape` finds in lines `range`. Questions that stand in a fence somebody forgot to close
/// end it, and what follows is looked at again.
Finding find(const Shape& shape, Document& document, Range range) {
  constexpr int rounds = 3;  // each mends all that the one before brought to light
  Finding finding;
  for (int round = 0; round < rounds; ++round) {
    finding = shape.find(document, range);
    std::vector<std::size_t> hidden;
    for (const Found& found : finding.questions) {
      const std::size_t line = document.line_at(found.begin);
      if (document.is_code(line)) hidden.push_back(line);
    }
    if (hidden.empty()) break;
    document.end_fences_at(hidden);
  }
  return finding;
}

void tell_sighting(const Document& document, const Shape& shape, const Finding& finding,
                   Listener& listener) {
  listener.on_sighting({document.text().path, document.line_at(finding.questions.front().begin) + 1,
                        "Markdown " + std::string(shape.name), finding.evidence});
}

void merge(std::vector<Found>& questions, std::vector<Found> more) {
  if (questions.empty()) {
    questions = std::move(more);
  } else {
    questions.insert(questions.end(), std::make_move_iterator(more.begin()),
                     std::make_move_iterator(more.end()));
  }
  if (!std::ranges::is_sorted(questions, {}, &Found::begin))
    std::ranges::stable_sort(questions, {}, &Found::begin);
}

/// The finding of the shape that reads the whole file, of those that compete for it or, if none of
/// these finds anything, of the others. In a page only those look that look there, too.
Finding find_whole(Document& document, Range range, Listener& listener, bool in_page = false) {
  for (const Role role : {Role::competes, Role::otherwise}) {
    std::vector<std::pair<const Shape*, Finding>> findings;
    std::size_t most = 0;
    for (const Shape& shape : markdown::shapes()) {
      if (shape.role != role || (in_page && !shape.also_in_pages)) continue;
      Finding finding = find(shape, document, range);
      most = std::max(most, finding.questions.size());
      if (!finding.questions.empty()) findings.emplace_back(&shape, std::move(finding));
    }
    for (auto& [shape, finding] : findings) {
      if (4 * finding.questions.size() < most) continue;
      tell_sighting(document, *shape, finding, listener);
      return std::move(finding);
    }
  }
  return {};
}

/// A heading whose lines hold a row of a table of questions is their topic.
void drop_topics_of(const std::vector<Found>& rows, std::vector<Found>& questions) {
  std::size_t kept = 0;
  auto row = rows.begin();
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const std::size_t end = i + 1 < questions.size() ? questions[i + 1].begin : Found::open;
    while (row != rows.end() && row->begin < questions[i].begin) ++row;
    if (row != rows.end() && row->begin < end) continue;
    if (kept != i) questions[kept] = std::move(questions[i]);
    ++kept;
  }
  questions.resize(kept);
}

/// All questions of the document, in its order.
std::vector<Found> find_questions(Document& document, Listener& listener) {
  const Range whole{document.body_line(), document.count()};
  std::vector<Found> questions;
  for (const Shape& shape : markdown::shapes()) {
    if (shape.role != Role::beside) continue;
    Finding finding = find(shape, document, whole);
    if (finding.questions.empty()) continue;
    tell_sighting(document, shape, finding, listener);
    merge(questions, std::move(finding.questions));
  }
  Finding finding = find_whole(document, whole, listener);
  drop_topics_of(questions, finding.questions);
  merge(questions, std::move(finding.questions));
  // Fewer lines than this hold no question with an answer.
  constexpr std::size_t least_left_over = 3;
  std::vector<Range> left_over = Outline(document, questions).left_over();
  for (const Shape& shape : markdown::shapes()) {
    if (shape.role != Role::left_over && !shape.also_left_over) continue;
    std::vector<Found> more;
    for (const Range& range : left_over) {
      if (range.last - range.first < least_left_over) continue;
      Finding in_range = shape.find(document, range);
      if (in_range.questions.empty()) continue;
      tell_sighting(document, shape, in_range, listener);
      merge(more, std::move(in_range.questions));
    }
    if (more.empty()) continue;
    merge(questions, std::move(more));
    left_over = Outline(document, questions).left_over();
  }
  take_letter_labels(document, questions);
  return questions;
}

/// Where the answer of a file that is one question begins: behind imports of MDX and a heading that
/// says the question, with tags alone above it.
std::size_t begin_of_answer(const Document& document, std::string_view question) {
  std::size_t line = document.skip_blank(document.body_line(), document.count());
  while (line < document.count() && (document.whole(line).starts_with("import ") ||
                                     document.whole(line).starts_with("export ")))
    line = document.skip_blank(line + 1, document.count());
  const auto headings = document.headings_in({line, document.count()});
  if (headings.empty() ||
      folded_words(plain_inline(headings.front().title)) != folded_words(plain_inline(question)))
    return line;
  for (std::size_t above = line; above < headings.front().line; ++above) {
    const markdown::Kind kind = document[above].kind;
    if (kind != markdown::Kind::blank && kind != markdown::Kind::html) return line;
  }
  return std::min(headings.front().end_line, document.count());
}

void deliver_file(const Document& document, const markdown::FileQuestion& file,
                  const FrontMatter& front, Listener& listener) {
  listener.on_sighting({document.text().path, 1, "Markdown file as a question", file.evidence});
  Found found;
  found.question = file.question;
  found.answer = front.answer;
  found.rest = document.byte(begin_of_answer(document, file.question));
  found.end = document.text().text.size();
  Outline(document, {std::move(found)}).deliver_all(front.fields, listener);
}

/// Whether a list is one of questions with their answers: its first entry says so.
bool holds_pairs(const DataValue& list) {
  if (!list.is_list() || list.members.empty() || !list.members[0].value.is_object()) return false;
  bool asks = false;
  bool answers = false;
  for (const DataMember& field : list.members[0].value.members) {
    const std::string name = lower_ascii(field.key);
    asks = asks || name == "question" || name == "q";
    answers = answers || name == "answer" || name == "a";
  }
  return asks && answers;
}

/// Tells of the pairs in the lists of a front matter ("faqs:", "questions:"), which a template
/// shows on the page.
void deliver_lists(const Document& document, const FrontMatter& front, Listener& listener) {
  const std::string_view text = document.front_matter();
  if (text.find("nswer") == std::string_view::npos && text.find(" a:") == std::string_view::npos)
    return;
  constexpr std::size_t first_line = 1;  // below the ruler
  const TextLines& lines = document.text();
  const auto place_of = [&lines](const DataValue& value) {
    const std::size_t last_line = lines.count() - 1;
    const std::size_t first = std::min(value.begin + first_line, last_line);
    const std::size_t last = std::clamp(value.end + first_line, first, last_line);
    return Place{lines.path, first + 1, last + 1, lines.bytes_in_file[first],
                 lines.bytes_in_file[last + 1]};
  };
  try {
    YamlDocuments documents(text);
    if (!documents.whole() || documents.size() == 0) return;
    const DataValue root = documents.build(0);
    DataRecords records(listener);
    Record base;
    if (!front.title.empty()) base.section = {front.title};
    for (const DataMember& field : root.members) {
      if (!root.is_object() || !holds_pairs(field.value)) continue;
      listener.on_sighting({lines.path, field.value.begin + first_line + 1, "Markdown front matter",
                            fmt::format("a list of {} questions", field.value.members.size())});
      records.read(field.value, place_of, base);
    }
  } catch (const std::runtime_error&) {
    // nested or grown beyond all measure
  }
}

}  // namespace

int recognises_markdown(std::string_view path, std::string_view head) {
  const std::string lower = lower_ascii(path);
  for (const std::string_view extension :
       {".md", ".mdx", ".markdown", ".mdown", ".mkd", ".mkdn", ".rmd", ".qmd"}) {
    if (lower.ends_with(extension)) return 80;
  }
  // By its signs alone: headings, fences, links, bold, tables.
  constexpr std::array<std::string_view, 8> beginnings = {"# ", "## ", "### ",   "```",
                                                          "**", "| ",  "- [ ] ", "<details"};
  std::array<bool, beginnings.size()> seen{};
  for (std::size_t end = head.find('\n'); end != std::string_view::npos;
       end = head.find('\n', end + 1)) {
    const std::string_view line = head.substr(end + 1);
    if (line.empty() || std::string_view("#`*|-<").find(line.front()) == std::string_view::npos)
      continue;
    for (std::size_t i = 0; i < beginnings.size(); ++i)
      seen[i] = seen[i] || line.starts_with(beginnings[i]);
  }
  auto signs = static_cast<std::size_t>(std::ranges::count(seen, true));
  for (const std::string_view link : {"](http", "](#"}) {
    if (head.find(link) != std::string_view::npos) ++signs;
  }
  if (head.starts_with("# ") || head.starts_with("## ")) ++signs;
  if (lower.ends_with(".txt") || lower.find('.', lower.rfind('/') + 1) == std::string::npos)
    return signs >= 3 ? 60 : signs == 2 ? 30 : 0;
  return 0;
}

void read_markdown(Input& input) {
  const TextLines text = read_text(input);
  Document document(text);
  FrontMatter front = read_front_matter(document.front_matter());
  Listener& listener = input.listener();
  deliver_lists(document, front, listener);
  if (const auto file = question_in_front_matter(front, document))
    return deliver_file(document, *file, front, listener);
  std::vector<Found> questions = find_questions(document, listener);
  if (questions.empty()) {
    auto file = question_in_heading(document);
    if (!file) file = question_in_name(document);
    if (file) deliver_file(document, *file, front, listener);
    return;
  }
  const bool has_title = std::ranges::any_of(
      document.headings(), [](const markdown::Heading& heading) { return heading.level == 1; });
  if (!has_title && front.fields.section.empty() && !front.title.empty())
    front.fields.section = {front.title};
  // What says something about one question only.
  front.fields.id.clear();
  front.fields.url.clear();
  Outline(document, std::move(questions)).deliver_all(front.fields, listener);
}

void read_lines_of_page(const TextLines& lines, const Record& defaults, Listener& listener) {
  Document document(lines);
  Finding finding = find_whole(document, {0, document.count()}, listener, true);
  if (!finding.questions.empty())
    Outline(document, std::move(finding.questions)).deliver_all(defaults, listener);
}

}  // namespace answers
