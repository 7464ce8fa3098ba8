#include "corpus/characters/characters.h"
#include "corpus/data/quiz_options.h"
#include "corpus/data/record_shapes.h"
#include "corpus/markup/prompt_text.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace answers {

void RecordShapes::learn_numbering(const DataValue& list) {
  bool zero = false;
  bool full = false;
  for (const auto& [key, item] : list.members) {
    if (!item.is_object()) continue;
    const Fields fields = fields_of(item);
    const DataValue* options = fields[FieldRole::options];
    const DataValue* correct = fields[FieldRole::correct];
    if (correct == nullptr) correct = fields[FieldRole::answer];
    const auto number = whole_number(correct);
    if (!number) continue;
    zero = zero || *number == 0;
    const std::size_t count = options != nullptr ? options->members.size() : 0;
    full = full || (count > 0 && *number == static_cast<std::int64_t>(count));
  }
  if (zero) counts_from_one_ = false;
  if (full && !zero) counts_from_one_ = true;
}

bool RecordShapes::read_quiz(const DataValue& object, const Fields& fields, const Record& base) {
  const DataValue* asked = fields[FieldRole::question];
  if (asked == nullptr) asked = fields[FieldRole::title];
  if (asked == nullptr) return false;
  const DataValue* correct = fields[FieldRole::correct];
  const DataValue* answer = fields[FieldRole::answer];
  std::vector<Option> options;
  if (const DataValue* given = fields[FieldRole::options]) {
    options = options_of(*given);
  } else if (asked->is_object() && asked->find("choices") != nullptr) {
    options = options_of(*asked->find("choices"));
  } else if (correct != nullptr && answer != nullptr &&
             (answer->is_list() || answer->is_object())) {
    options = options_of(*answer);
    answer = nullptr;
  } else if (const DataValue* wrong = fields[FieldRole::wrong_options];
             wrong != nullptr && correct != nullptr) {
    options = options_with_right_one(*wrong, text_of(correct));
  } else if (answer != nullptr && is_list_of_objects(answer)) {
    options = options_of(*answer);
    if (std::ranges::none_of(options, &Option::correct)) options.clear();
    if (!options.empty()) answer = nullptr;
  } else {
    options = options_of_keys(object, asked, correct != nullptr ? correct : answer);
  }
  if (options.empty()) {
    if (correct == nullptr || answer != nullptr) return false;
    answer = correct;  // "correct_answer" alone, the options being lost
  }
  const std::string question = text_of(asked);
  if (question.empty()) return false;
  if (correct == nullptr) correct = answer;

  Record record = start(object, base);
  set_members(object, fields, record);
  set_prompt(question, record);
  add_body(text_of(fields[FieldRole::body]), record);
  add_body(list_options(options), record);
  std::string right =
      options.empty()
          ? text_of(correct)
          : right_options(options, correct, fields.key(FieldRole::correct), counts_from_one_);
  if (!right.empty()) {
    const std::string why = text_of(fields[FieldRole::explanation]);
    if (!trimmed(why).empty()) right += "\n\n" + why;
  }
  tell(std::move(record), std::move(right));
  return true;
}

}  // namespace answers
