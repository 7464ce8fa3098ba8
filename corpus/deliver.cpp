#include "corpus/deliver.h"

#include "corpus/characters/characters.h"
#include "corpus/listener.h"
#include "corpus/wording/answer_text.h"
#include "corpus/wording/comment_fields.h"
#include "corpus/wording/hashtags.h"
#include "corpus/wording/language.h"
#include "corpus/wording/language_of_path.h"
#include "corpus/wording/option_key.h"
#include "corpus/wording/template_text.h"
#include "corpus/wording/tool_marks.h"

#include <utility>

namespace answers {
namespace {

/// By its path and its text. Folders of translations hold what was left in English, and "nb/" may
/// be notebooks; else the path knows better than a few words.
std::string language_of(const Record& record) {
  std::string by_path = language_of_path(record.place.path);
  const std::string_view by_text = detect_language(record.question, record.answer);
  return by_path.empty() || by_text == "en" ? std::string(by_text.empty() ? by_path : by_text)
                                            : by_path;
}

}  // namespace

void deliver(Record&& record, Listener& listener) {
  for (std::string* const text : {&record.question, &record.body, &record.answer}) {
    drop_tool_marks(*text);
    compose_syllables(*text);
  }
  reopen_emphasis(record.answer);
  settle_lettered_options(record);
  take_comment_fields(record.body, record);
  take_comment_fields(record.answer, record);
  if (record.place.path.ends_with(".md")) take_hashtags(record);
  if (is_template(record.question, record.answer)) return;
  if (is_placeholder(record.answer)) record.answer.clear();
  if (record.question.empty() && (record.id.empty() || record.answer.empty())) return;
  if (record.language.empty()) record.language = language_of(record);
  if (record.id.empty()) record.id = identify(record);
  if (record.answer.empty()) {
    listener.on_unanswered(std::move(record));
  } else {
    listener.on_record(std::move(record));
  }
}

}  // namespace answers
