#include "corpus/translated/notebook_reader.h"

#include "corpus/characters/characters.h"
#include "corpus/deliver.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/input/walk.h"
#include "corpus/listener.h"
#include "corpus/markdown/markdown_reader.h"
#include "corpus/values/data_value.h"
#include "corpus/values/json_parser.h"
#include "corpus/wording/answer_text.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/furniture.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

/// The source of a cell: a string, or a list of lines that hold their line ends.
std::string source_of(const DataValue& cell) {
  const DataValue* source = cell.find("source");
  if (source == nullptr) source = cell.find("input");  // nbformat 3
  if (source == nullptr) return {};
  if (!source->is_list()) return std::string(source->text);
  std::string text;
  for (const auto& [key, line] : source->members) text += line.text;
  return text;
}

/// What a cell of code says that is nothing but comments, or nothing but a text in three quotes,
/// and that begins with the label of an answer or is such a text; empty for all other code.
std::string said_in_code(std::string_view code) {
  code = trimmed(code);
  for (const std::string_view quotes : {R"(""")", "'''"}) {
    if (code.size() < 2 * quotes.size() || !code.starts_with(quotes)) continue;
    const bool alone = code.find(quotes, quotes.size()) == code.size() - quotes.size();
    return alone ? std::string(trimmed(code.substr(3, code.size() - 6))) : std::string();
  }
  std::string said;
  while (!code.empty()) {
    std::string_view line = trimmed(code.substr(0, code.find('\n')));
    code.remove_prefix(std::min(code.size(), code.find('\n')));
    code = trimmed(code);
    if (!line.starts_with('#')) return {};
    line.remove_prefix(std::min(line.find_first_not_of('#'), line.size()));
    said.append(trimmed(line)).append("\n");
  }
  const auto label = leading_label(said);
  return label && label->kind == LabelKind::answer ? said : std::string();
}

/// A cell of the notebook, and the first line, from 1, of what was made of it.
struct Cell {
  std::size_t line = 0;
  Place place{};
  bool code = false;
  std::string text{};  ///< of code in its fence
};

/// Tells of places in the notebook instead of places in the Markdown made of it.
class Replacing : public Listener {
 public:
  /// `cells` in the order of the text, at least one; they must outlive this.
  Replacing(Listener& listener, const std::vector<Cell>& cells)
      : listener_(listener), cells_(cells) {}

  /// Whether no record was told of.
  bool is_silent() const { return is_silent_; }
  /// Tells of the questions without an answer, which wait until then.
  void tell_unanswered() {
    for (Record& record : unanswered_) listener_.on_unanswered(std::move(record));
  }

  void on_record(Record record) override {
    is_silent_ = false;
    replace(record);
    listener_.on_record(std::move(record));
  }
  void on_unanswered(Record record) override {
    replace(record);
    unanswered_.push_back(std::move(record));
  }
  void on_trouble(const Trouble& trouble) override {
    Trouble replaced = trouble;
    if (trouble.line > 0) replaced.line = place_of(trouble.line).line;
    listener_.on_trouble(replaced);
  }
  bool wants_every_block() const override { return listener_.wants_every_block(); }
  void on_sighting(const Sighting& sighting) override {
    Sighting replaced = sighting;
    if (sighting.line > 0) replaced.line = place_of(sighting.line).line;
    listener_.on_sighting(replaced);
  }

 private:
  const Place& place_of(std::size_t line) const {
    const auto behind = std::ranges::upper_bound(cells_, line, {}, &Cell::line);
    return (behind == cells_.begin() ? behind : behind - 1)->place;
  }

  void replace(Record& record) const {
    const Place& first = place_of(std::max<std::size_t>(record.place.line, 1));
    const Place& last = place_of(std::max<std::size_t>(record.place.end_line, 1));
    record.place = {record.place.path, first.line, last.end_line, first.byte, last.end_byte};
  }

  Listener& listener_;
  const std::vector<Cell>& cells_;
  bool is_silent_ = true;
  std::vector<Record> unanswered_{};
};

/// The text of a cell behind the headings that it begins with, or all of it where it holds no more.
std::string_view behind_headings(std::string_view text) {
  std::string_view rest = trimmed(text);
  while (rest.starts_with('#')) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return trimmed(text);
    rest = trimmed(rest.substr(end));
  }
  return rest;
}

/// Whether a cell sets a task: it asks, or counts itself ("Exercise 3", "**Question 2.**", "4. …").
bool sets_task(const Cell& cell) {
  constexpr std::size_t longest = 2000;  // bytes
  if (cell.code || cell.text.size() > longest) return false;
  const std::string_view text = behind_headings(cell.text);
  const QuestionText first = clean_question(text.substr(0, text.find('\n')));
  if (!first.number.empty() || ends_in_question_mark(trimmed(cell.text))) return true;
  const std::string words = folded_words(first.text);
  return words.starts_with("exercise ") || words.starts_with("task ") ||
         words.starts_with("problem ") || words.starts_with("aufgabe ");
}

/// How much of a notebook has to be tasks.
enum class Tasks : bool { most, all };

/// Cells that set a task with the cells of code below, in a notebook that does little else. False
/// when it does.
bool deliver_exercises(const std::vector<Cell>& cells, Tasks wanted, Listener& listener) {
  std::size_t tasks = 0;
  std::size_t texts = 0;  // above code
  for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
    if (cells[i].code || !cells[i + 1].code) continue;
    ++texts;
    tasks += sets_task(cells[i]) ? 1U : 0U;
  }
  if (tasks < 2 || 3 * tasks < 2 * texts || (wanted == Tasks::all && tasks < texts)) return false;
  listener.on_sighting(
      {cells.front().place.path, cells.front().place.line, "Notebook exercises",
       std::to_string(tasks) + " of " + std::to_string(texts) + " texts above code set a task"});
  for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
    if (!sets_task(cells[i])) continue;
    // Where all are tasks, one may be answered in words.
    const bool in_words = wanted == Tasks::all && !cells[i + 1].code;
    const auto answers = [in_words](const Cell& cell) {
      return in_words ? !cell.code && !sets_task(cell) && !cell.text.starts_with('#') : cell.code;
    };
    if (!answers(cells[i + 1])) continue;
    Record record;
    record.place = cells[i].place;
    const std::string_view text = behind_headings(cells[i].text);
    const std::size_t line = std::min(text.find('\n'), text.size());
    record.question = clean_question(text.substr(0, line)).text;
    record.body = trimmed(text.substr(line));
    if (record.question.empty()) {  // "## Exercise 1" alone
      record.question = clean_question(record.body.substr(0, record.body.find('\n'))).text;
    }
    while (i + 1 < cells.size() && answers(cells[i + 1])) {
      ++i;
      if (!record.answer.empty()) record.answer += '\n';
      record.answer += cells[i].text;
    }
    record.answer = trim_answer(record.answer);
    record.place.end_line = cells[i].place.end_line;
    record.place.end_byte = cells[i].place.end_byte;
    deliver(std::move(record), listener);
  }
  return true;
}

/// Whether a file is named as one of questions or exercises: "exercises_2.ipynb".
bool names_tasks(std::string_view name) {
  const std::string words = " " + folded_words(name);
  return smells_of_questions(name) ||
         std::ranges::any_of(
             std::initializer_list<std::string_view>{" exerci", " ejercicio", " eserciz",
                                                     " aufgabe", " übung", " oefening",
                                                     " упражнени", " 练习"},
             [&words](std::string_view word) { return words.find(word) != std::string::npos; });
}

/// What a comment above code sets a task by: by asking or a label alone, or by its number, too, in
/// a notebook that is named as one of questions or exercises.
enum class TaskSigns : bool { labels, numbers };

/// The first lines of a cell of code where they are a comment that asks, or says that it does: "#
/// Q1. Write a function …"; empty for others, as for the steps of any program ("# 1. Create the
/// model"). `code` is what stands below.
std::string task_in_comment(const Cell& cell, TaskSigns signs, std::string& code) {
  if (!cell.code) return {};
  std::string_view rest = cell.text;
  const std::string_view fence = rest.substr(0, rest.find('\n') + 1);
  rest.remove_prefix(fence.size());
  std::string comment;
  while (rest.starts_with('#')) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    line.remove_prefix(std::min(line.find_first_not_of('#'), line.size()));
    comment.append(trimmed(line)).append("\n");
  }
  const std::string_view first = std::string_view(comment).substr(0, comment.find('\n'));
  const auto label = leading_label(first);
  const bool told = (label && label->kind == LabelKind::question && !label->rest.empty()) ||
                    (signs == TaskSigns::numbers && !clean_question(first).number.empty());
  if ((!told && !ends_in_question_mark(first)) || trimmed(rest).starts_with("```")) return {};
  code.assign(fence).append(rest);
  return comment;
}

/// Of a notebook in which nearly every comment above code sets a task: each with its code. False
/// for others.
bool deliver_commented_tasks(const std::vector<Cell>& cells, TaskSigns signs, Listener& listener) {
  constexpr std::size_t fewest = 3;
  std::size_t tasks = 0;
  std::size_t comments = 0;
  std::size_t texts = 0;
  std::string code;
  for (const Cell& cell : cells) {
    texts += cell.code ? 0U : 1U;
    comments += cell.code && cell.text.find("\n#") == cell.text.find('\n') ? 1U : 0U;
    tasks += task_in_comment(cell, signs, code).empty() ? 0U : 1U;
  }
  if (tasks < fewest || tasks * 4 < comments * 3 || texts > tasks) return false;
  listener.on_sighting({cells.front().place.path, cells.front().place.line, "Notebook exercises",
                        std::to_string(tasks) + " of " + std::to_string(comments) +
                            " comments above code set a task"});
  for (const Cell& cell : cells) {
    const std::string task = task_in_comment(cell, signs, code);
    if (task.empty()) continue;
    Record record;
    record.place = cell.place;
    const std::size_t line = task.find('\n');
    record.question = clean_question(task.substr(0, line)).text;
    record.body = trimmed(std::string_view(task).substr(line));
    record.answer = trim_answer(code);
    deliver(std::move(record), listener);
  }
  return true;
}

/// The first line of a cell of text that asks, with all that it says below; empty for others.
QuestionText asked_by(const Cell& cell) {
  if (cell.code) return {};
  const std::string_view text = trimmed(cell.text);
  const std::string_view line = text.substr(0, text.find('\n'));
  const QuestionText asked = clean_question(line);
  const bool dressed = line.starts_with("**") || line.starts_with('#');
  return ends_in_question_mark(trimmed(plain_inline(line))) ||
                 (!asked.number.empty() && how_asks(asked.text) >= Asking::task) ||
                 (dressed && how_asks(asked.text) >= Asking::words)
             ? asked
             : QuestionText();
}

/// Of a notebook whose cells of text nearly all ask in their first line, and answer below: each
/// such cell is a question, whatever asks within it. False for others.
bool deliver_answered_cells(const std::vector<Cell>& cells, Listener& listener) {
  constexpr std::size_t fewest = 4;
  std::size_t texts = 0;  // that are no title of what follows
  std::size_t asking = 0;
  for (const Cell& cell : cells) {
    if (cell.code) continue;
    const std::string_view text = trimmed(cell.text);
    const bool answered = text.find('\n') != std::string_view::npos;
    const bool asks = !asked_by(cell).text.empty();
    if (!answered && !asks) continue;
    ++texts;
    asking += asks && answered ? 1U : 0U;
  }
  if (asking < fewest || asking * 4 < texts * 3) return false;
  listener.on_sighting(
      {cells.front().place.path, cells.front().place.line, "Notebook cells",
       std::to_string(asking) + " of " + std::to_string(texts) + " texts ask and answer"});
  std::vector<std::string> section;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string_view text = trimmed(cells[i].text);
    const std::size_t line = text.find('\n');
    QuestionText asked = asked_by(cells[i]);
    if (asked.text.empty()) {
      if (!cells[i].code && line == std::string_view::npos && text.starts_with('#'))
        section = {clean_question(text).text};
      continue;
    }
    Record record;
    record.place = cells[i].place;
    record.section = section;
    record.question = std::move(asked.text);
    if (line != std::string_view::npos) record.answer = text.substr(line);
    // What follows up to the next question goes on with the answer.
    while (i + 1 < cells.size() && asked_by(cells[i + 1]).text.empty() &&
           !cells[i + 1].text.starts_with('#')) {
      ++i;
      const Cell& more = cells[i];
      record.answer.append("\n\n").append(more.text);
      record.place.end_line = more.place.end_line;
      record.place.end_byte = more.place.end_byte;
    }
    record.answer = trim_answer(record.answer);
    deliver(std::move(record), listener);
  }
  return true;
}

/// The cells of a notebook, of which the text and the tree are gone then.
struct Cells {
  std::vector<Cell> made{};
  std::string markdown{};  ///< of all of them
};

Cells read_cells(Input& input) {
  TextLines lines = read_text(input);
  lines.text.reserve(lines.text.size() + JsonParser::padding);
  JsonParser parser;
  const DataValue* notebook = parser.parse(lines.text);
  if (notebook == nullptr) {
    input.listener().on_trouble(
        {input.path(), 1, "no notebook: " + parser.error(), "the file was left out"});
    return {};
  }
  const DataValue* cells = notebook->find("cells");
  if (cells == nullptr) {
    const DataValue* sheets = notebook->find("worksheets");
    if (sheets != nullptr && !sheets->members.empty())
      cells = sheets->members[0].value.find("cells");
  }
  if (cells == nullptr || !cells->is_list()) return {};
  std::string language = "python";
  if (const DataValue* metadata = notebook->find("metadata")) {
    const DataValue* info = metadata->find("language_info");
    if (info != nullptr && info->find("name") != nullptr)
      language = std::string(info->find("name")->text);
  }

  std::string markdown;
  std::vector<Cell> made;
  std::size_t line = 1;  // of `markdown`, where the next cell begins
  const auto place_at = [&](const DataValue& cell) {
    const auto line_at = [&](std::size_t offset) {
      const auto behind = std::ranges::upper_bound(lines.begins, offset);
      return std::max<std::size_t>(static_cast<std::size_t>(behind - lines.begins.begin()), 1);
    };
    const std::size_t first = std::min(line_at(cell.begin), lines.count());
    const std::size_t last = std::min(line_at(cell.end), lines.count());
    return Place{input.path(), first, last, lines.bytes_in_file[first - 1],
                 lines.bytes_in_file[last]};
  };
  for (const auto& [key, cell] : cells->members) {
    const DataValue* type = cell.find("cell_type");
    std::string text = source_of(cell);
    if (type == nullptr || is_blank(text)) continue;
    std::string said = type->text == "code" ? said_in_code(text) : std::string();
    const bool code = type->text == "code" && said.empty();
    if (!said.empty()) text = std::move(said);
    if (text.back() != '\n') text += '\n';
    if (code) {
      const std::string marks = text.find("```") == std::string::npos ? "```" : "````";
      text.insert(0, marks + language + '\n');
      text.append(marks).append("\n");
    } else if (type->text == "heading") {  // nbformat 3
      text.insert(0, "## ");
    } else if (type->text != "markdown" && type->text != "code") {
      continue;
    }
    markdown.append(text).append("\n");
    const auto lines_of_cell = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
    made.push_back({line, place_at(cell), code, std::move(text)});
    line += lines_of_cell;
  }
  return {std::move(made), std::move(markdown)};
}

}  // namespace

int recognises_notebook(std::string_view path, std::string_view head) {
  const std::size_t begin = head.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos || head[begin] != '{') return 0;
  if (path.ends_with(".ipynb")) return 97;
  return head.find("\"cell_type\"") != std::string_view::npos &&
                 head.find("\"cells\"") != std::string_view::npos
             ? 96
             : 0;
}

void read_notebook(Input& input) {
  const auto signs = names_tasks(file_name(input.path())) ? TaskSigns::numbers : TaskSigns::labels;
  auto [made, markdown] = read_cells(input);
  if (made.empty() || deliver_exercises(made, Tasks::all, input.listener()) ||
      deliver_answered_cells(made, input.listener()) ||
      deliver_commented_tasks(made, signs, input.listener()))
    return;
  Replacing listener(input.listener(), made);
  Input document(input.path(), std::move(markdown), listener);
  read_markdown(document);
  if (!listener.is_silent() || !deliver_exercises(made, Tasks::most, input.listener()))
    listener.tell_unanswered();
}

}  // namespace answers
