#include "corpus/characters/characters.h"
#include "corpus/fields/option_names.h"
#include "corpus/fields/record_shapes.h"
#include "corpus/markup/prompt_text.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

namespace answers {
void RecordShapes::learn(const DataValue& value) {
  if (value.is_object()) {
    const Fields fields = fields_of(value);
    const Quiz quiz = quiz_of(value, fields);
    if (quiz.asked == nullptr) return;
    learn_numbering(quiz.options, quiz.correct != nullptr ? quiz.correct : quiz.answer, numbering_);
    return;
  }
  if (!value.is_list()) return;
  for (const auto& [key, item] : value.members) {
    if (item.is_object()) learn(item);
  }
}

void RecordShapes::take_letters(const DataValue& object, Quiz& quiz) {
  const DataMember* options = nullptr;
  const DataMember* number = nullptr;
  for (const DataMember& member : object.members) {
    if (member.key.size() != 1 || name_of(member.key).role != FieldRole::other) continue;
    const bool list = is_list_of_texts(&member.value);
    if (!list && !whole_number(&member.value)) continue;
    const DataMember*& found = list ? options : number;
    if (found != nullptr) return;  // which of both is not clear
    found = &member;
  }
  if (options == nullptr || number == nullptr || options->value.members.size() < 2) return;
  const std::int64_t at = whole_number(&number->value).value_or(-1);
  if (at < 0 || at > std::ssize(options->value.members)) return;
  quiz.options.list = options_of(options->value);
  quiz.options.under_own_keys = false;
  quiz.correct = &number->value;
  quiz.key = number->key;
}

const DataValue* RecordShapes::asked_of(const DataValue& object, const Fields& fields) {
  for (const FieldRole role : {FieldRole::question, FieldRole::title}) {
    if (fields[role] != nullptr) return fields[role];
  }
  // {"text": "…", "options": […]}
  const DataValue* text = fields[FieldRole::text];
  if (text != nullptr && text->is_string() &&
      (fields[FieldRole::options] != nullptr || fields[FieldRole::wrong_options] != nullptr ||
       (fields[FieldRole::answer] != nullptr && !fields[FieldRole::answer]->is_scalar())))
    return text;
  // A text that asks beside options with flags, in no language that is known here.
  const bool offers = std::ranges::any_of(object.members, [](const DataMember& member) {
    return is_list_of_flagged_options(member.value);
  });
  if (!offers) return nullptr;
  if (text != nullptr && text->is_string()) return text;
  const auto asks = std::ranges::find_if(object.members, [](const DataMember& member) {
    return member.value.is_string() && ends_in_question_mark(member.value.text);
  });
  return asks == object.members.end() ? nullptr : &asks->value;
}

bool RecordShapes::picks_option(const DataValue& object, const Fields& fields) {
  const FieldRole by =
      fields[FieldRole::correct] != nullptr ? FieldRole::correct : FieldRole::answer;
  const DataValue* correct = fields[by];
  if (correct == nullptr) return false;
  // <answers><answer>…</answer><right_answer>…</right_answer></answers>
  if (correct->is_object()) return fields_of(*correct)[FieldRole::correct] != nullptr;
  Options options;
  if (const DataValue* given = fields[FieldRole::options]) {
    options.list = options_of(*given);
  } else {
    options = options_of_keys(object, nullptr, correct);
  }
  return options.list.size() > 1 && names_option(options, *correct, fields.key(by), numbering_);
}

const DataValue* RecordShapes::asked_beside_options(const DataValue& object, const Fields& fields) {
  constexpr std::size_t fewest_words = 2;
  if (!picks_option(object, fields)) return nullptr;
  const DataValue* asked = nullptr;
  std::size_t most = fewest_words - 1;
  for (const auto& [key, value] : object.members) {
    const FieldRole role = name_of(key).role;
    const bool text = role == FieldRole::other || role == FieldRole::term ||
                      role == FieldRole::text || role == FieldRole::body ||
                      role == FieldRole::definition || role == FieldRole::tags;  // "label"
    if (!text || !value.is_string() || is_option_key(key)) continue;
    if (ends_in_question_mark(value.text)) return &value;
    if (const std::size_t words = count_words(value.text); words > most) {
      asked = &value;
      most = words;
    }
  }
  return asked;
}

RecordShapes::Quiz RecordShapes::quiz_of(const DataValue& object, const Fields& fields) {
  Quiz quiz;
  quiz.asked = asked_of(object, fields);
  if (quiz.asked == nullptr) quiz.asked = asked_beside_options(object, fields);
  if (quiz.asked == nullptr) return quiz;
  quiz.correct = fields[FieldRole::correct];
  quiz.key = fields.key(FieldRole::correct);
  quiz.answer = fields[FieldRole::answer];
  // "Answer 1", "Answer 2" …, one of which a column "Correct answer" names.
  if (quiz.answer != nullptr && quiz.correct != nullptr &&
      is_option_key(fields.key(FieldRole::answer)))
    quiz.answer = nullptr;
  // {"question": "…", "right": "…", "wrong": ["…", "…"]}
  if (quiz.correct == nullptr && quiz.answer == nullptr &&
      fields[FieldRole::wrong_options] != nullptr)
    quiz.correct = object.find("right");
  // A column "Key" says which option is right, where nothing else does.
  if (const DataValue* key = object.find("Key"); quiz.answer == nullptr && quiz.correct == nullptr)
    quiz.answer = key != nullptr ? key : object.find("key");
  auto& options = quiz.options.list;
  const auto& [asked, correct, key, answer, all] = quiz;
  if (const DataValue* given = fields[FieldRole::options]) {
    options = options_of(*given);
    if (options.size() < 2 && given->is_string()) options.clear();
  } else if (asked->is_object() && asked->find("choices") != nullptr) {
    options = options_of(*asked->find("choices"));
  } else if (correct != nullptr && answer != nullptr &&
             (answer->is_list() || answer->is_object())) {
    options = options_of(*answer);
    quiz.answer = nullptr;
  } else if (const DataValue* others = fields[FieldRole::patterns];
             others != nullptr && names_alternatives(fields) && answer != nullptr &&
             answer->is_scalar()) {
    options = options_with_right_one(*others, text_of(answer));
  } else if (const DataValue* wrong = fields[FieldRole::wrong_options];
             wrong != nullptr && correct != nullptr) {
    options = options_with_right_one(*wrong, text_of(correct));
    for (const DataMember& member : object.members) {  // a column for each wrong one
      if (&member.value == wrong || name_of(member.key).role != FieldRole::wrong_options ||
          !member.value.is_string() || trimmed(member.value.text).empty())
        continue;
      const auto letter = static_cast<char>('A' + options.size() % 26);
      options.push_back({std::string(1, letter), std::string(member.value.text)});
    }
  } else if (answer != nullptr && is_list_of_objects(answer)) {
    options = options_of(*answer);
    if (std::ranges::none_of(options, &Option::correct)) options.clear();
    if (!options.empty()) quiz.answer = nullptr;
  } else if (answer != nullptr && is_list_of_texts(answer) &&
             lower_ascii(fields.key(FieldRole::answer)).ends_with("s")) {
    options = options_of(*answer);  // ["Tin", "*Mercury"]
    if (std::ranges::count_if(options, &Option::correct) != 1) options.clear();
    if (!options.empty()) quiz.answer = nullptr;
  } else if (answer != nullptr && answer->is_object()) {
    // {"question": "…", "answers": {"correct": "…", "wrong": ["…", "…"]}}
    const Fields inner = fields_of(*answer);
    const DataValue* wrong_ones = inner[FieldRole::wrong_options];
    if (wrong_ones == nullptr) wrong_ones = inner[FieldRole::answer];
    if (inner[FieldRole::correct] != nullptr && wrong_ones != nullptr) {
      options = options_with_right_one(*wrong_ones, text_of(inner[FieldRole::correct]));
      quiz.answer = nullptr;
    }
  } else if (const auto flagged =
                 std::ranges::find_if(object.members,
                                      [this](const DataMember& member) {
                                        return name_of(member.key).role == FieldRole::other &&
                                               is_list_of_flagged_options(member.value);
                                      });
             flagged != object.members.end()) {
    options = options_of(flagged->value);
  } else {
    quiz.options = options_of_keys(object, asked, correct != nullptr ? correct : answer);
    // A number beside a list of texts is an index into it, whatever the list is called.
    const DataValue* named = correct != nullptr ? correct : answer;
    for (const DataMember& member : object.members) {
      const bool list = options.empty() && whole_number(named) && is_list_of_texts(&member.value) &&
                        member.value.members.size() > 1 &&
                        name_of(member.key).role == FieldRole::other;
      if (!list) continue;
      options = options_of(member.value);
      quiz.options.under_own_keys = false;
    }
    if (options.empty() && named == nullptr) take_letters(object, quiz);
  }
  return quiz;
}

bool RecordShapes::read_quiz(const DataValue& object, const Fields& fields, const Record& base) {
  Quiz quiz = quiz_of(object, fields);
  const auto& options = quiz.options.list;
  if (quiz.asked == nullptr) return false;
  if (options.empty()) {
    if (quiz.correct == nullptr || fields[FieldRole::answer] != nullptr) return false;
    quiz.answer = quiz.correct;  // "correct_answer" alone, the options being lost
  }
  const std::string question = text_of(quiz.asked);
  if (question.empty()) return false;
  if (quiz.correct == nullptr) {
    quiz.correct = quiz.answer;
    quiz.key = fields.key(FieldRole::answer);
  }

  Record record = start(object, base);
  set_members(object, fields, record);
  set_prompt(question, record);
  add_body(text_of(fields[FieldRole::body]), record);
  add_body(list_options(options), record);
  std::string right = options.empty()
                          ? text_of(quiz.correct)
                          : right_options(quiz.options, quiz.correct, quiz.key, numbering_);
  // "#" is an operator here, or begins a comment, and no heading; "<br>" is a tag that is asked
  // for.
  const bool tag = right.starts_with('<') && right.find('>') == right.size() - 1;
  if (!options.empty() && (tag || folded_words(right).empty()) && !right.empty() &&
      right.find_first_of("`\n") == std::string::npos)
    right = '`' + right + '`';
  if (!right.empty()) {
    std::string why = text_of(fields[FieldRole::explanation]);
    // Beside an option that is right, what is called an answer and says more tells why.
    constexpr std::size_t longest_key = 3;  // words
    if (why.empty() && quiz.answer != quiz.correct && quiz.answer != nullptr &&
        quiz.answer->is_string() && count_words(quiz.answer->text) > longest_key &&
        std::ranges::find(options, trimmed(quiz.answer->text), &Option::text) == options.end())
      why = quiz.answer->text;
    if (!trimmed(why).empty()) right += "\n\n" + why;
  }
  tell(std::move(record), std::move(right));
  return true;
}

}  // namespace answers
