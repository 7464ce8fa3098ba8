#include "corpus/data/blackboard_reader.h"

#include "corpus/characters/characters.h"
#include "corpus/deliver.h"
#include "corpus/fields/quiz_options.h"
#include "corpus/input/input.h"
#include "corpus/listener.h"
#include "corpus/markup/prompt_text.h"
#include "corpus/values/table_rows.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

constexpr std::string_view kinds =
    " MC MA TF ESS ORD MAT FIB FIL NUM SR OP JUMBLED_SENTENCE QUIZ_BOWL FIB_PLUS ";

bool is_kind(std::string_view cell) {
  return !cell.empty() && cell.find(' ') == std::string_view::npos &&
         kinds.find(" " + std::string(cell) + " ") != std::string_view::npos;
}

/// All cells from the third, a line each.
std::string lines_of_answers(const std::vector<std::string>& cells) {
  std::string text;
  for (std::size_t i = 2; i < cells.size(); ++i) {
    if (is_blank(cells[i])) continue;
    text.append(text.empty() ? "" : "\n").append(trimmed(cells[i]));
  }
  return text;
}

/// What is offered and what is right, in cells by turns.
void set_choices(const std::vector<std::string>& cells, Record& record) {
  std::vector<Option> options;
  for (std::size_t i = 2; i + 1 < cells.size(); i += 2) {
    const bool correct = lower_ascii(trimmed(cells[i + 1])) == "correct";
    const std::string label(1, static_cast<char>('A' + std::min<std::size_t>(options.size(), 25)));
    options.push_back({label, std::string(trimmed(cells[i])), correct});
    if (correct) record.answer.append(record.answer.empty() ? "" : "\n").append(trimmed(cells[i]));
  }
  add_body(list_options(options), record);
}

void tell(const std::vector<std::string>& cells, Place place, Listener& listener) {
  const std::string_view kind = trimmed(cells[0]);
  Record record;
  record.place = std::move(place);
  set_prompt(cells[1], record);
  if (kind == "MC" || kind == "MA") {
    set_choices(cells, record);
  } else if (kind == "MAT") {
    for (std::size_t i = 2; i + 1 < cells.size(); i += 2)
      record.answer.append(record.answer.empty() ? "" : "\n")
          .append(trimmed(cells[i]))
          .append(": ")
          .append(trimmed(cells[i + 1]));
  } else if (kind == "TF" || kind == "NUM" || kind == "ESS" || kind == "SR") {
    if (cells.size() > 2) record.answer = trimmed(cells[2]);
  } else {
    record.answer = lines_of_answers(cells);
  }
  record.answer = answer_text(std::move(record.answer), record.question);
  deliver(std::move(record), listener);
}

}  // namespace

int recognises_blackboard(std::string_view, std::string_view head) {
  std::size_t lines = 0;
  std::size_t tests = 0;
  while (!head.empty() && lines < 100) {
    const std::size_t end = head.find('\n');
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(end == std::string_view::npos ? head.size() : end + 1);
    if (is_blank(line)) continue;
    ++lines;
    const std::size_t tab = line.find('\t');
    tests += tab != std::string_view::npos && is_kind(line.substr(0, tab)) ? 1U : 0U;
    if (tests == 0) return 0;
  }
  return tests > 1 && tests * 10 >= lines * 9 ? 98 : 0;
}

void read_blackboard(Input& input) {
  TableRows rows(input, '\t');
  while (rows.next()) {
    const auto& cells = rows.cells();
    if (cells.size() < 2 || !is_kind(trimmed(cells[0]))) {
      if (!cells.empty() && !is_blank(cells[0]))
        input.listener().on_trouble(
            {input.path(), rows.place().line, "no question of a test", "the line was left out"});
      continue;
    }
    tell(cells, rows.place(), input.listener());
  }
}

}  // namespace answers
