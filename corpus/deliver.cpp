#include "corpus/deliver.h"

#include "corpus/answer_text.h"
#include "corpus/comment_fields.h"
#include "corpus/language_of_path.h"
#include "corpus/listener.h"

#include <utility>

namespace answers {

void deliver(Record record, Listener& listener) {
  take_comment_fields(record.body, record);
  take_comment_fields(record.answer, record);
  if (record.language.empty()) record.language = language_of_path(record.place.path);
  if (is_placeholder(record.answer)) record.answer.clear();
  if (record.question.empty() && (record.id.empty() || record.answer.empty())) return;
  if (record.id.empty()) record.id = identify(record);
  if (record.answer.empty()) {
    listener.on_unanswered(std::move(record));
  } else {
    listener.on_record(std::move(record));
  }
}

}  // namespace answers
