#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/fields/conversation.h"
#include "corpus/fields/record_shapes.h"
#include "corpus/markup/prompt_text.h"
#include "corpus/wording/asking.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace answers {
namespace {

/// Two words or more, and letters among them.
bool reads_as_words(std::string_view text) {
  const std::string folded = folded_words(text.substr(0, 200));
  return count_words(folded) > 1 && folded.find_first_not_of("0123456789 ") != std::string::npos;
}

/// What one side said last, of a list of messages or one message; empty where it said nothing.
std::string last_said(const DataValue* messages, Speaker speaker) {
  if (messages == nullptr) return {};
  if (const auto one = turn_of(*messages); one && one->speaker == speaker) return one->text;
  std::string last;
  for (const auto& [key, message] : messages->members) {
    if (auto turn = turn_of(message); turn && turn->speaker == speaker)
      last = std::move(turn->text);
  }
  return last;
}

}  // namespace

bool RecordShapes::read_intent(const DataValue& object, const Fields& fields, const Record& base) {
  const DataValue* patterns = fields[FieldRole::patterns];
  const DataValue* responses = fields[FieldRole::responses];
  // {"intent": "Ahoy", "text": ["…", "…"], "responses": ["…"]}
  for (const DataValue* list : {fields[FieldRole::text], object.find("examples")}) {
    if (patterns == nullptr && responses != nullptr && is_list_of_texts(list)) patterns = list;
  }
  if (responses == nullptr) responses = fields[FieldRole::answer];
  // {"q": ["…", "…"], "a": ["…", "…"]}
  const DataValue* questions = fields[FieldRole::question];
  if (patterns == nullptr && is_list_of_texts(questions) && questions->members.size() > 1 &&
      is_list_of_texts(responses) && responses == fields[FieldRole::answer])
    return read_parallel(object, *questions, *responses, base);
  if (patterns == nullptr || responses == nullptr) return false;
  // {"question": "…", "answer": "…", "alternatives": ["…", "…"]}: of answers.
  if (names_alternatives(fields)) return false;
  const bool texts = is_list_of_texts(patterns) || patterns->is_string();
  const bool empty = patterns->is_list() && patterns->members.empty();
  if (!texts && !empty) return read_parallel(object, *patterns, *responses, base);
  if (patterns->is_list() && responses->is_list() && fields[FieldRole::responses] == nullptr &&
      patterns->members.size() == responses->members.size() && patterns->members.size() > 1) {
    return read_parallel(object, *patterns, *responses, base);
  }
  Record record = start(object, base);
  set_members(object, fields, record);
  if (const DataValue* intent = object.find("intent"); intent != nullptr && intent->is_string()) {
    record.tags.emplace_back(intent->text);
  }
  if (empty) {  // answers when nothing was understood: nobody asks for them
    if (record.tags.empty()) return true;
    record.question = record.tags.front();
    return tell(std::move(record), ""), true;
  }
  set_phrases(*patterns, record);
  tell(std::move(record), join_alternatives(*responses));
  return true;
}

void RecordShapes::set_phrases(const DataValue& phrases, Record& record) {
  if (!phrases.is_list() || phrases.members.empty()) return set_prompt(text_of(&phrases), record);
  set_prompt(text_of(&phrases.members[0].value), record);
  std::string others;
  for (std::size_t i = 1; i < phrases.members.size(); ++i) {
    const std::string text = text_of(&phrases.members[i].value);
    if (!text.empty()) others += (others.empty() ? "- " : "\n- ") + text;
  }
  add_body(others, record);
}

bool RecordShapes::read_parallel(const DataValue& object, const DataValue& questions,
                                 const DataValue& answers, const Record& base) {
  if (!questions.is_list() || !answers.is_list() ||
      questions.members.size() != answers.members.size())
    return false;
  if (std::ranges::any_of(questions.members,
                          [](const DataMember& m) { return text_of(&m.value).empty(); }))
    return false;
  for (std::size_t i = 0; i < questions.members.size(); ++i) {
    const DataValue& question = questions.members[i].value;
    Record record = start(question.is_object() ? question : object, base);
    set_prompt(text_of(&question), record);
    tell(std::move(record), text_of(&answers.members[i].value));
  }
  return true;
}

std::string RecordShapes::join_alternatives(const DataValue& answers) {
  if (!answers.is_list() || answers.members.size() < 2) return text_of(&answers);
  std::string joined;
  for (const auto& [key, item] : answers.members) {
    const std::string text = text_of(&item);
    if (!text.empty()) joined += (joined.empty() ? "- " : "\n- ") + text;
  }
  return joined;
}

bool RecordShapes::read_instruction(const DataValue& object, const Fields& fields,
                                    const Record& base) {
  const DataValue* instruction = fields[FieldRole::instruction];
  const DataValue* input = fields[FieldRole::input];
  const DataValue* output = fields[FieldRole::output];
  if (output == nullptr) output = fields[FieldRole::answer];
  if (output == nullptr) output = fields[FieldRole::responses];
  // {"instruction": "Make it a question:", "sentence": "He rows.", "correct_answer": "Does he
  // row?"}
  if (output == nullptr && fields[FieldRole::options] == nullptr)
    output = fields[FieldRole::correct];
  const DataValue* instances = fields[FieldRole::instances];
  const DataValue* prompt =
      instruction != nullptr && !text_of(instruction).empty() ? instruction : input;
  if (prompt == nullptr || fields[FieldRole::question] != nullptr) return false;
  if (is_list_of_objects(instances)) {
    for (const auto& [key, instance] : instances->members) {
      const Fields inner = fields_of(instance);
      const DataValue* answer = inner[FieldRole::output];
      if (answer == nullptr) answer = inner[FieldRole::answer];
      Record record = start(object, base);
      set_members(object, fields, record);
      if (instances->members.size() > 1) record.id.clear();
      set_prompt(text_of(prompt), record);
      add_body(text_of(inner[FieldRole::input]), record);
      tell(std::move(record), text_of(answer));
    }
    return true;
  }
  if (output == nullptr) return false;
  const bool is_run = input != nullptr && input->is_object() && output->is_object();
  if (is_run && prompt == input) return read_run(object, *input, *output, base);
  if (!output->is_scalar() && !is_list_of_texts(output)) return false;
  // Of messages the last that the user wrote; what stands above says how to answer.
  std::string question = is_list_of_objects(prompt) ? last_said(prompt, Speaker::user) : "";
  if (question.empty()) question = text_of(prompt);
  if (prompt == input && !reads_as_words(question)) return false;  // the input of a program
  // {"input": "Hello World", "expected": "hello-world"}: a case of a test asks nothing.
  if (lower_ascii(fields.key(FieldRole::output)) == "expected" && prompt == input &&
      prompt->is_string() && !asks(question))
    return false;
  if (const DataValue* turns = fields[FieldRole::turns]; turns != nullptr && turns->is_list()) {
    std::vector<Turn> earlier;
    for (const auto& [key, item] : turns->members) add_exchange(item, earlier);
    tell_turns(earlier, base);
  }
  Record record = start(object, base);
  set_members(object, fields, record);
  set_prompt(question, record);
  if (prompt == instruction) {
    add_body(text_of(input), record);
    add_body(text_of(fields[FieldRole::term]), record);
  }
  add_body(text_of(fields[FieldRole::context]), record);
  tell(std::move(record), text_of(output));
  return true;
}

bool RecordShapes::read_run(const DataValue& object, const DataValue& inputs,
                            const DataValue& outputs, const Record& base) {
  const auto text_with = [this](const DataValue& value, std::initializer_list<FieldRole> roles) {
    const Fields fields = fields_of(value);
    for (const FieldRole role : roles) {
      if (std::string text = text_of(fields[role]); !text.empty()) return text;
    }
    return std::string();
  };
  std::string question = last_said(fields_of(inputs)[FieldRole::turns], Speaker::user);
  if (question.empty())
    question = text_with(inputs, {FieldRole::question, FieldRole::instruction, FieldRole::input});
  std::string answer = last_said(outputs.find("output"), Speaker::assistant);
  if (answer.empty()) answer = last_said(fields_of(outputs)[FieldRole::turns], Speaker::assistant);
  if (answer.empty())
    answer = text_with(outputs, {FieldRole::answer, FieldRole::output, FieldRole::text});
  if (question.empty() || answer.empty()) return false;
  Record record = start(object, base);
  set_members(object, fields_of(object), record);
  set_prompt(question, record);
  add_body(text_with(inputs, {FieldRole::context}), record);
  tell(std::move(record), answer);
  return true;
}

}  // namespace answers
