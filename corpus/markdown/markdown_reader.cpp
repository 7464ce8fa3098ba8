#include "corpus/markdown/markdown_reader.h"

#include "corpus/characters/characters.h"
#include "corpus/data/script_reader.h"
#include "corpus/deliver.h"
#include "corpus/fields/data_records.h"
#include "corpus/fields/field_names.h"
#include "corpus/input/input.h"
#include "corpus/listener.h"
#include "corpus/markdown/document.h"
#include "corpus/markdown/file_as_question.h"
#include "corpus/markdown/file_in_halves.h"
#include "corpus/markdown/file_in_languages.h"
#include "corpus/markdown/front_matter.h"
#include "corpus/markdown/letter_labels.h"
#include "corpus/markdown/page.h"
#include "corpus/markdown/pairing.h"
#include "corpus/markdown/questions.h"
#include "corpus/markdown/trouble_article.h"
#include "corpus/outline/pasted_page.h"
#include "corpus/values/data_value.h"
#include "corpus/values/yaml_documents.h"
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
using markdown::Found;
using markdown::Outline;

/// Where the answer of a file that is one question begins: behind imports of MDX and a heading that
/// says the question, with tags alone above it, or a line that does.
std::size_t begin_of_answer(const Document& document, std::string_view question) {
  std::size_t line = document.skip_blank(document.body_line(), document.count());
  while (line < document.count() && (document.whole(line).starts_with("import ") ||
                                     document.whole(line).starts_with("export ")))
    line = document.skip_blank(line + 1, document.count());
  if (line < document.count() && document[line].kind == markdown::Kind::text &&
      clean_question(document.whole(line)).text == question)
    return document.skip_blank(line + 1, document.count());
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

/// Whether a list is one of questions with their answers: the names in its first entry say so, or
/// that of the list, `speaks_of_questions`, and weaker ones in the entry ("faq: - title: …").
bool holds_pairs(const DataValue& list, bool speaks_of_questions) {
  if (!list.is_list() || list.members.empty() || !list.members[0].value.is_object()) return false;
  bool asks = false;
  bool answers = false;
  for (const DataMember& field : list.members[0].value.members) {
    const FieldRole role = field_name(field.key).role;
    asks |= role == FieldRole::question || (speaks_of_questions && role == FieldRole::title);
    answers |= role == FieldRole::answer ||
               (speaks_of_questions && (role == FieldRole::text || role == FieldRole::definition));
  }
  return asks && answers;
}

/// Those lists of pairs in an object, and in the objects that it holds ("faq: items: …").
void gather_lists(const DataValue& value, bool speaks_of_questions,
                  std::vector<const DataValue*>& lists, int depth) {
  constexpr int deepest = 3;
  if (holds_pairs(value, speaks_of_questions)) return lists.push_back(&value);
  if (!value.is_object() || depth == deepest) return;
  for (const DataMember& field : value.members)
    gather_lists(field.value, speaks_of_questions || smells_of_questions(field.key), lists,
                 depth + 1);
}

/// Tells of the pairs in the lists of a front matter ("faqs:", "cards:"), which a template shows on
/// the page.
void deliver_lists(const Document& document, const FrontMatter& front, Listener& listener) {
  if (!front.nested) return;
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
    YamlDocuments documents(document.front_matter());
    if (!documents.whole() || documents.size() == 0) return;
    const DataValue root = documents.build(0);
    DataRecords records(listener);
    Record base;
    if (!front.title.empty()) base.section = {front.title};
    std::vector<const DataValue*> lists;
    gather_lists(root, false, lists, 0);
    for (const DataValue* const list : lists) {
      listener.on_sighting({lines.path, list->begin + first_line + 1, "Markdown front matter",
                            fmt::format("a list of {} questions", list->members.size())});
      records.read(*list, place_of, base);
    }
  } catch (const std::runtime_error&) {
    // nested or grown beyond all measure
  }
}

/// Tells of the pairs that stand as literals in the components of MDX ("<Faq items={[{question:
/// …}]} />") and in what it exports.
void deliver_literals(const Document& document, Listener& listener) {
  const TextLines& lines = document.text();
  const std::string_view text = lines.text;
  std::size_t line = 0;
  for (; line < lines.count(); ++line) {
    const std::string_view whole = lines.line(line);
    const bool opens = whole.find("={[") != std::string_view::npos ||
                       (whole.starts_with("export ") && trimmed(whole).ends_with('['));
    if (!opens || document.is_code(line)) continue;
    std::size_t last = line;
    while (last < lines.count() && lines.line(last).find(']') == std::string_view::npos) ++last;
    // The bracket that closes the list begins its line, where it is not that of its first.
    while (last > line && last < lines.count() && !trimmed(lines.line(last)).starts_with(']'))
      ++last;
    last = std::min(last + 1, lines.count());
    const std::size_t begin = lines.begins[line];
    read_literals(
        text.substr(begin, lines.begins[last] - begin), ScriptLanguage::javascript,
        [&](const DataValue& value) {
          const std::size_t first_of = document.line_at(begin + value.begin);
          const std::size_t last_of =
              document.line_at(begin + std::max(value.end, value.begin + 1) - 1);
          return Place{lines.path, first_of + 1, last_of + 1, lines.bytes_in_file[first_of],
                       lines.bytes_in_file[last_of + 1]};
        },
        {}, listener);
    line = last - 1;
  }
}

/// Whether what asks in a file may be parts of one question that the whole file is: none is a
/// heading and a text stands above the first of them, or most headings ask nothing.
bool may_be_parts(const Document& document, const std::vector<Found>& questions) {
  const auto opening = std::ranges::find_if(document.headings(), [&document](const auto& heading) {
    return !document.is_code(heading.line);
  });
  const auto below_opening = [&](std::size_t line) {
    return opening == document.headings().end() || line != opening->line;
  };
  const auto asking = std::ranges::count_if(questions, [&](const Found& found) {
    return found.level < 7 && below_opening(document.line_at(found.begin));
  });
  if (asking > 0) {
    const auto all = std::ranges::count_if(document.headings(), [&](const auto& heading) {
      return heading.furniture == Furniture::none && below_opening(heading.line) &&
             !document.is_code(heading.line);
    });
    return 2 * asking <= all;
  }
  const std::size_t first = document.line_at(questions.front().begin);
  for (std::size_t line = document.body_line(); line < first; ++line) {
    if (document[line].kind == markdown::Kind::text && !document.is_code(line)) return true;
  }
  return false;
}

/// Whether a file's name says that it is a form which people fill in: what it asks is for them.
bool is_form(std::string_view path) {
  const std::string lower = lower_ascii(path);
  return lower.find("issue_template") != std::string::npos ||
         lower.find("pull_request_template") != std::string::npos;
}

}  // namespace

int recognises_markdown(std::string_view path, std::string_view head) {
  const std::string lower = lower_ascii(path);
  for (const std::string_view extension :
       {".md", ".mdx", ".markdown", ".mdown", ".mkd", ".mkdn", ".rmd", ".qmd", ".docx",
        ".odt"}) {  // whose text comes here as Markdown
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
  read_markdown(with_marks_in_place(read_text(input)), input.listener());
}

void read_markdown(const TextLines& text, Listener& listener) {
  if (is_form(text.path)) return;
  Document document(text);
  FrontMatter front = read_front_matter(document.front_matter());
  deliver_lists(document, front, listener);
  if (lower_ascii(text.path).ends_with(".mdx")) deliver_literals(document, listener);
  if (const auto file = question_in_front_matter(front, document))
    return deliver_file(document, *file, front, listener);
  if (auto pairs = markdown::file_in_languages(document); !pairs.empty()) {
    listener.on_sighting({text.path, document.line_at(pairs.front().begin) + 1, "Markdown file",
                          "headings name its question and its answer in each language"});
    return Outline(document, std::move(pairs)).deliver_all(front.fields, listener);
  }
  if (auto halves = markdown::file_in_halves(document)) {
    listener.on_sighting({text.path, document.line_at(halves->begin) + 1, "Markdown file",
                          "headings name its question and its answer"});
    return Outline(document, {std::move(*halves)}).deliver_all(front.fields, listener);
  }
  if (auto article = markdown::trouble_article(document, front.title)) {
    listener.on_sighting({text.path, document.line_at(article->begin) + 1, "Markdown file",
                          "headings name the parts of a trouble"});
    return Outline(document, {std::move(*article)}).deliver_all(front.fields, listener);
  }
  if (const auto file = markdown::question_in_name_and_title(document))
    return deliver_file(document, *file, front, listener);
  std::vector<Found> questions = markdown::find_questions(document, front.title, listener);
  take_letter_labels(document, questions);
  mark_lettered(questions);
  constexpr std::size_t enough = 2;
  std::size_t marked = 0;
  for (auto found = questions.begin(); found != questions.end() && marked < enough; ++found) {
    const bool asks = !found->paragraph &&
                      ends_in_question_mark(
                          plain_inline(found->question.empty() ? found->title : found->question));
    marked += asks ? 1U : 0U;
  }
  if (marked < enough) {
    if (const auto file = question_among_files(front, document))
      return deliver_file(document, *file, front, listener);
  }
  if (questions.empty()) {
    auto file = question_in_heading(document);
    if (!file) file = question_in_name(document);
    if (file) deliver_file(document, *file, front, listener);
    return;
  }
  if (may_be_parts(document, questions)) {
    if (const auto file = question_in_heading(document);
        file && ends_in_question_mark(file->question))
      return deliver_file(document, *file, front, listener);
  }
  const bool has_title = std::ranges::any_of(
      document.headings(), [](const markdown::Heading& heading) { return heading.level == 1; });
  if (front.title.empty() && document.headings().empty())
    front.title = markdown::name_of_note(text.path);
  if (!has_title && front.fields.section.empty() && !front.title.empty())
    front.fields.section = {front.title};
  // What says something about one question only.
  front.fields.id.clear();
  front.fields.url.clear();
  Outline(document, std::move(questions)).deliver_all(front.fields, listener);
}

void markdown::read_page(Page page, const Record& defaults, Listener& listener) {
  Document document(page.lines, page.contents);
  if (auto halves = file_in_halves(document)) {
    listener.on_sighting({page.lines.path, document.line_at(halves->begin) + 1, "HTML page",
                          "headings name its question and its answer"});
    return Outline(document, {std::move(*halves)}).deliver_all(defaults, listener);
  }
  if (auto article = trouble_article(document, page.title)) {
    listener.on_sighting({page.lines.path, document.line_at(article->begin) + 1, "HTML page",
                          "headings name the parts of a trouble"});
    return Outline(document, {std::move(*article)}).deliver_all(defaults, listener);
  }
  std::vector<Found> questions = find_questions(document, page.title, listener, &page);
  take_letter_labels(document, questions);
  mark_lettered(questions);
  for (Found& found : questions) {
    const auto anchor = page.anchors.find(found.begin);
    if (anchor != page.anchors.end()) found.fields.emplace_back("url", '#' + anchor->second);
  }
  if (questions.empty()) {
    FrontMatter front;
    front.fields = defaults;
    if (const auto file = question_in_heading(document))
      deliver_file(document, *file, front, listener);
    return;
  }
  Outline(document, std::move(questions)).deliver_all(defaults, listener);
}

}  // namespace answers
