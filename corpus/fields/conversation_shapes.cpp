#include "corpus/fields/chat_messages.h"
#include "corpus/fields/conversation.h"
#include "corpus/fields/record_shapes.h"
#include "corpus/markup/prompt_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace answers {

void RecordShapes::tell_turns(const std::vector<Turn>& turns, const Record& base) {
  std::string question;
  std::string answer;
  const DataValue* at = nullptr;
  const auto flush = [&] {
    if (!question.empty() && !answer.empty()) {
      Record record = start(*at, base);
      set_prompt(question, record);
      tell(std::move(record), std::move(answer));
      question.clear();
    }
    answer.clear();
  };
  for (const Turn& turn : turns) {
    if (turn.text.empty()) continue;
    if (turn.speaker == Speaker::user) {
      flush();
      if (question.empty()) at = turn.value;
      question += (question.empty() ? "" : "\n\n") + turn.text;
    } else if (turn.speaker == Speaker::assistant) {
      answer += (answer.empty() ? "" : "\n\n") + turn.text;
    }
  }
  flush();
}

bool RecordShapes::read_conversation(const DataValue& object, const Fields& fields,
                                     const Record& base) {
  std::vector<Turn> turns;
  if (const DataValue* mapping = fields[FieldRole::mapping];
      mapping != nullptr && mapping->is_object()) {
    turns = turns_of_mapping(*mapping, object.find("current_node"));
  } else if (const DataValue* list = fields[FieldRole::turns]; list != nullptr && list->is_list()) {
    if (read_chat(*list, chat_name_of(object), base)) return true;
    for (const auto& [key, item] : list->members) {
      if (auto turn = turn_of(item)) {
        turns.push_back(std::move(*turn));
      } else if (!add_exchange(item, turns)) {
        return false;  // a list of conversations
      }
    }
  }
  const DataValue* chosen = fields[FieldRole::chosen];
  if (turns.empty() && chosen == nullptr) return read_transcript(object, fields, base);
  if (chosen != nullptr && !add_chosen(*chosen, fields, turns)) return false;
  Record record = base;
  if (const DataValue* title = fields[FieldRole::title]; title != nullptr && title->is_string()) {
    if (!title->text.empty()) record.section.emplace_back(title->text);
  }
  for (const DataMember& member : object.members) {
    const FieldRole role = name_of(member.key).role;
    if (role == FieldRole::date || role == FieldRole::source || role == FieldRole::tags ||
        role == FieldRole::section || role == FieldRole::language || role == FieldRole::url) {
      set_member(role, member.value, record);
    }
  }
  std::size_t questions = 0;
  for (const Turn& turn : turns) questions += turn.speaker == Speaker::user ? 1 : 0;
  if (const DataValue* id = fields[FieldRole::id];
      id != nullptr && id->is_scalar() && questions == 1) {
    record.id = id->text;
  }
  tell_turns(turns, record);
  return true;
}

bool RecordShapes::add_chosen(const DataValue& chosen, const Fields& fields,
                              std::vector<Turn>& turns) {
  if (is_list_of_objects(&chosen)) {  // the whole conversation again, or its last turn
    std::vector<Turn> better;
    for (const auto& [key, item] : chosen.members) {
      auto turn = turn_of(item);
      if (!turn) return false;
      better.push_back(std::move(*turn));
    }
    if (better.size() > 1) turns.clear();
    std::ranges::move(better, std::back_inserter(turns));
  } else {
    const std::string text = text_of(&chosen);
    auto transcript = turns_of_transcript(text, chosen);
    if (!transcript.empty()) {
      turns = std::move(transcript);
    } else {
      turns.push_back({Speaker::assistant, text, &chosen});
    }
  }
  if (std::ranges::find(turns, Speaker::user, &Turn::speaker) == turns.end()) {
    for (const FieldRole role : {FieldRole::question, FieldRole::instruction, FieldRole::input}) {
      const DataValue* prompt = fields[role];
      if (prompt == nullptr) continue;
      turns.insert(turns.begin(), {Speaker::user, message_text(prompt), prompt});
      return true;
    }
    return false;
  }
  return true;
}

bool RecordShapes::read_transcript(const DataValue& object, const Fields& fields,
                                   const Record& base) {
  const DataValue* text = fields[FieldRole::text];
  if (text == nullptr || !text->is_string() || fields[FieldRole::question] != nullptr) return false;
  if (text->text.find(':') == std::string_view::npos &&
      text->text.find("[/INST]") == std::string_view::npos &&
      text->text.find("<|") == std::string_view::npos) {
    return false;
  }
  const auto turns = turns_of_transcript(text->text, object);
  if (turns.size() < 2) return false;
  tell_turns(turns, base);
  return true;
}

}  // namespace answers
