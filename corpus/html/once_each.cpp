#include "corpus/html/once_each.h"

#include "corpus/characters/characters.h"

#include <utility>

namespace answers {

void OnceEach::on_record(Record record) {
  if (!is_new(record)) return;
  ++records;
  listener_.on_record(std::move(record));
}

void OnceEach::on_unanswered(Record record) {
  if (is_new(record)) listener_.on_unanswered(std::move(record));
}

bool OnceEach::is_new(const Record& record) {
  std::string question = folded_words(record.question);
  const bool is_first = seen_.insert(question).second;
  if (expects_repeats_) return is_first;
  return pairs_.insert(question.append("\n").append(folded_words(record.answer))).second;
}

}  // namespace answers
