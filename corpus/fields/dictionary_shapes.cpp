#include "corpus/characters/characters.h"
#include "corpus/fields/record_shapes.h"
#include "corpus/markup/prompt_text.h"

#include <algorithm>
#include <utility>

namespace answers {
namespace {

constexpr int deepest_sections = 3;  // within each other; a bound for what is looked at again below

/// Whether a key is written as people write, in two words or more, or by letters beyond ASCII.
bool is_worded(std::string_view key) {
  return key.find(' ') != std::string_view::npos || std::ranges::any_of(key, [](char c) {
           return (static_cast<unsigned char>(c) & 0x80U) != 0;
         });
}

bool is_empty(const DataValue& value) {
  return value.kind == DataValue::Kind::null || (!value.is_scalar() && value.members.empty());
}

}  // namespace

const DataValue* RecordShapes::answer_below(std::string_view key, const DataValue& value) {
  if (value.is_string() || is_list_of_texts(&value)) return &value;
  if (!value.is_object()) return nullptr;
  const Fields fields = fields_of(value);
  if (question_of(fields) != nullptr) return nullptr;
  if (const DataValue* answer = fields[FieldRole::answer]) return answer;
  const DataValue* text = ends_in_question_mark(key) ? fields[FieldRole::text] : nullptr;
  return text != nullptr && text->is_string() ? text : nullptr;
}

bool RecordShapes::count_keys(const DataValue& object, int depth, Keys& keys) {
  for (const auto& [key, value] : object.members) {
    if (is_empty(value)) continue;
    const DataValue* answer = answer_below(key, value);
    if (answer == nullptr) {
      if (!value.is_object() || depth == 0 || !count_keys(value, depth - 1, keys)) return false;
      continue;
    }
    ++keys.count;
    keys.asking += ends_in_question_mark(key) ? 1U : 0U;
    keys.worded += is_worded(key) ? 1U : 0U;
    keys.asked_back += answer->is_string() && ends_in_question_mark(answer->text) ? 1U : 0U;
  }
  return true;
}

bool RecordShapes::read_dictionary(const DataValue& object, const Record& base) {
  Keys keys;
  if (!count_keys(object, deepest_sections, keys) || keys.count == 0) return false;
  // Names of settings and catalogs of a program's messages have keys of one word among them.
  const bool most_ask = keys.asking * 5 >= keys.count * 4;
  const bool half_ask = keys.asking * 2 >= keys.count && keys.worded == keys.count;
  if (!most_ask && !half_ask) return false;
  // A catalog of sentences and their translations: what asks is asked in another language.
  if (keys.asked_back * 2 >= keys.asking) return false;
  tell_dictionary(object, base);
  return true;
}

void RecordShapes::tell_dictionary(const DataValue& object, const Record& base) {
  for (const auto& [key, value] : object.members) {
    if (is_empty(value)) continue;
    const DataValue* answer = answer_below(key, value);
    if (answer == nullptr) {
      tell_dictionary(value, DataRecords::below(key, base));
      continue;
    }
    Record record = start(value, base);
    Fields fields;
    if (answer != &value) {
      fields = fields_of(value);
      set_members(value, fields, record);
    }
    set_prompt(key, record);
    if (answer == &value)
      tell(std::move(record), join_alternatives(value));
    else
      tell_answers(fields, answer, std::move(record));
  }
}

bool RecordShapes::read_dictionaries(const DataValue& list, const Record& base) {
  DataValue all;
  all.kind = DataValue::Kind::object;
  all.begin = list.begin;
  all.end = list.end;
  for (const auto& [none, item] : list.members) {
    if (!item.is_object() || item.members.size() != 1) return false;
    const DataMember& entry = item.members.front();
    if (!entry.value.is_string()) return false;
    all.members.push_back(entry);
  }
  return read_dictionary(all, base);
}

bool RecordShapes::read_sides(const DataValue& object, const Fields& fields, const Record& base) {
  const DataValue* questions = fields[FieldRole::question];
  if (questions == nullptr) questions = fields[FieldRole::patterns];
  const DataValue* answers = fields[FieldRole::answer];
  if (answers == nullptr) answers = fields[FieldRole::responses];
  if (questions == nullptr || answers == nullptr || !questions->is_object() ||
      !answers->is_object() || questions->members.size() < 2)
    return false;
  const auto is_text = [](const DataMember& member) { return member.value.is_string(); };
  if (!std::ranges::all_of(questions->members, is_text) ||
      !std::ranges::all_of(answers->members, is_text))
    return false;
  std::unordered_map<std::string_view, const DataValue*> by_key;
  for (const auto& [key, answer] : answers->members) by_key.emplace(key, &answer);
  if (std::ranges::none_of(questions->members,
                           [&](const DataMember& member) { return by_key.contains(member.key); }))
    return false;
  Record shared = start(object, base);
  set_members(object, fields, shared);
  shared.id.clear();
  for (const auto& [key, question] : questions->members) {
    Record record = shared;
    record.place = (*place_of_)(question);
    set_prompt(question.text, record);
    const auto answer = by_key.find(key);
    tell(std::move(record),
         answer != by_key.end() ? std::string(answer->second->text) : std::string());
  }
  return true;
}

}  // namespace answers
