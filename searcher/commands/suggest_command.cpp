#include "searcher/commands/suggest_command.h"

#include "indexer/commands/with_index.h"
#include "searcher/display/hit_fields.h"
#include "searcher/display/json_printer.h"
#include "searcher/display/terminal.h"
#include "searcher/query/suggest.h"

#include <fmt/core.h>

#include <ostream>

namespace answers {
namespace {

int print_suggestions(const SuggestCommand& command, const Index& index, std::ostream& out) {
  std::string typed;
  for (const auto& word : command.words)
    typed += (&word == &command.words.front() ? "" : " ") + word;
  const Suggestions suggestions = suggest(index, typed, command.limit);
  if (command.form == SuggestCommand::Form::json) {
    print_suggestions_json(typed, suggestions, out);
  } else {
    const bool tsv = command.form == SuggestCommand::Form::tsv;
    for (const auto& word : suggestions.words) {
      out << (tsv ? fmt::format("word\t{}\t{}\n", printable_line(word.text), word.records)
                  : printable_line(word.text) + '\n');
    }
    for (const auto& record : suggestions.questions) {
      const std::string question = printable_line(record.question);
      out << (tsv ? fmt::format("question\t{}\t{}\t{}\n", question, printable_line(record.id),
                                printable_line(place_text(record.place)))
                  : question + '\n');
    }
  }
  return suggestions.words.empty() && suggestions.questions.empty() ? 1 : 0;
}

}  // namespace

int run_suggest(const SuggestCommand& command, std::ostream& out, std::ostream& talk) {
  return with_index(find_indexes(command.indexes), Verify::little, talk,
                    [&](const Index& index) { return print_suggestions(command, index, out); });
}

}  // namespace answers
