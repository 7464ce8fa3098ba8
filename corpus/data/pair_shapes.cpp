#include "corpus/characters/characters.h"
#include "corpus/data/record_shapes.h"
#include "corpus/markup/prompt_text.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace answers {

bool RecordShapes::read_languages(const DataValue& object, const Fields& fields,
                                  const Record& base) {
  const DataValue* question = fields[FieldRole::question];
  const DataValue* answer = fields[FieldRole::answer];
  if (!is_object_of_languages(question) || !is_object_of_languages(answer)) return false;
  for (const auto& [language, text] : question->members) {
    const DataValue* translated = answer->find(language);
    if (translated == nullptr) continue;
    Record record = start(object, base);
    set_members(object, fields, record);
    record.id.clear();
    record.language = lower_ascii(language.substr(0, language.find_first_of("-_")));
    set_prompt(text.text, record);
    tell(std::move(record), std::string(translated->text));
  }
  return true;
}

const DataValue* RecordShapes::question_of(const Fields& fields) {
  if (const DataValue* question = fields[FieldRole::question]) return question;
  return fields[FieldRole::title];
}

bool RecordShapes::read_pair(const DataValue& object, const Fields& fields, const Record& base) {
  const DataValue* question = question_of(fields);
  const DataValue* answer = fields[FieldRole::answer];
  const bool asked =
      fields[FieldRole::question] != nullptr ||
      (question != nullptr && question->is_string() && ends_in_question_mark(question->text));
  // Triplets of a training set: what is found for "anchor" is "positive".
  if (question == nullptr && lower_ascii(fields.key(FieldRole::url)) == "anchor" &&
      lower_ascii(fields.key(FieldRole::answer)).starts_with("pos"))
    question = fields[FieldRole::url];
  if (answer == nullptr) answer = fields[FieldRole::accepted_answer];
  if (answer == nullptr) answer = fields[FieldRole::suggested_answer];
  if (answer == nullptr && asked) answer = fields[FieldRole::output];
  if (answer == nullptr && asked) answer = fields[FieldRole::responses];
  if (answer == nullptr && (asked || lower_ascii(fields.key(FieldRole::title)) == "title")) {
    answer = fields[FieldRole::text];
  }
  if (answer == nullptr && asked) answer = fields[FieldRole::explanation];
  if (answer == nullptr && asked) answer = fields[FieldRole::definition];
  if (question == nullptr && fields[FieldRole::term] != nullptr) {
    question = fields[FieldRole::term];
    if (answer == nullptr) answer = fields[FieldRole::definition];
    if (answer == nullptr) answer = fields[FieldRole::explanation];
  }
  if (question == nullptr || question->is_list()) return false;
  // {"name": "PublicIp", "target": "…"}: what a name has is a target only where it was asked for.
  if (!asked && question == fields[FieldRole::title] &&
      lower_ascii(fields.key(FieldRole::answer)).starts_with("target"))
    return false;
  const std::string text = text_of(question);
  if (text.empty()) {
    // {"id": "7", "title": "", "text": "…"}: a text that is to be found by what it says.
    if (fields[FieldRole::id] == nullptr || answer == nullptr || !answer->is_string()) return false;
    Record record = start(object, base);
    set_members(object, fields, record);
    tell(std::move(record), std::string(answer->text));
    return true;
  }
  if (answer == nullptr) {
    const bool record_form = asked && fields.key(FieldRole::question).starts_with("question");
    const bool holds_more = std::ranges::any_of(
        object.members, [](const DataMember& m) { return is_list_of_objects(&m.value); });
    if (!record_form || holds_more || !question->is_string()) return false;
  } else if (answer->is_list() && !answer->members.empty() && !is_list_of_texts(answer) &&
             !is_list_of_objects(answer)) {
    return false;
  }

  Record record = start(object, base);
  set_members(object, fields, record);
  if (question == fields[FieldRole::url]) record.url = base.url;
  set_prompt(text, record);
  if (asked && fields[FieldRole::title] != nullptr)
    add_title(text_of(fields[FieldRole::title]), record);
  add_body(text_of(fields[FieldRole::body]), record);
  if (fields[FieldRole::accepted_answer] != nullptr ||
      fields[FieldRole::suggested_answer] != nullptr) {
    if (const std::string more = text_of(fields[FieldRole::text]);
        folded_words(more) != folded_words(text)) {
      add_body(more, record);
    }
  }
  tell_answers(fields, answer, std::move(record));
  return true;
}

void RecordShapes::add_title(const std::string& title, Record& record) {
  if (!title.empty() && record.section.empty() &&
      folded_words(title) != folded_words(record.question))
    record.section.push_back(title);
}

void RecordShapes::tell_answers(const Fields& fields, const DataValue* answer, Record record) {
  const DataValue* suggested = fields[FieldRole::suggested_answer];
  const DataValue* accepted = fields[FieldRole::accepted_answer];
  if (answer == nullptr) return tell(std::move(record), "");
  std::vector<Record> records;       // the question with each of several answers
  std::optional<std::string> whole;  // … or the one answer
  const auto add = [&](const DataValue& one, bool is_accepted) {
    Record next = record;
    if (one.is_object()) {
      const Fields inner = fields_of(one);
      next.votes.reset();
      next.accepted = is_accepted;
      for (const DataMember& member : one.members) {
        const FieldRole role = name_of(member.key).role;
        if (role == FieldRole::votes || role == FieldRole::accepted || role == FieldRole::author ||
            role == FieldRole::date || role == FieldRole::url) {
          set_member(role, member.value, next);
        }
      }
      if (inner[FieldRole::votes] == nullptr) next.votes = record.votes;
    }
    next.answer = text_of(&one);
    records.push_back(std::move(next));
  };
  const auto add_all = [&](const DataValue& value, bool is_accepted) {
    if (value.is_list()) {
      for (const auto& [key, one] : value.members) add(one, is_accepted);
    } else {
      add(value, is_accepted);
    }
  };
  if (answer == accepted || answer == suggested) {
    if (accepted != nullptr) add_all(*accepted, suggested != nullptr);
    if (suggested != nullptr) add_all(*suggested, false);
  } else if (is_list_of_objects(answer)) {
    if (answer->members.front().value.find("answer_start") != nullptr) {
      whole = answer_in_context(spans_of(answer), text_of(fields[FieldRole::context]));
    } else {
      add_all(*answer, false);
    }
  } else if (const DataValue* texts = answer->find("text"); texts != nullptr && texts->is_list()) {
    records = answers_with_scores(*answer, *texts, record);
    if (records.empty()) {
      whole = spans_of(answer);
      if (!whole->empty()) whole = answer_in_context(*whole, text_of(fields[FieldRole::context]));
    }
  } else if (is_list_of_texts(answer)) {
    const bool whole_answers = std::ranges::any_of(
        answer->members, [](const DataMember& member) { return member.value.text.size() > 120; });
    if (whole_answers) {
      add_all(*answer, false);
    } else {
      whole = join_alternatives(*answer);
    }
  } else {
    whole = text_of(answer);
    const std::string context = text_of(fields[FieldRole::context]);
    if (!context.empty() && whole->size() < context.size() &&
        context.find(*whole) != std::string::npos) {
      whole = answer_in_context(*whole, context);
    } else {
      add_body(context, record);
    }
    if (const std::string why = text_of(fields[FieldRole::explanation]);
        !why.empty() && !whole->empty() && answer != fields[FieldRole::explanation]) {
      *whole += "\n\n" + why;
    }
  }
  if (whole || records.empty()) return tell(std::move(record), std::move(whole).value_or(""));
  const bool several = records.size() > 1;
  for (Record& one : records) {
    if (several) one.id.clear();  // the id is the question's
    std::string text = std::move(one.answer);
    tell(std::move(one), std::move(text));
  }
}

std::vector<Record> RecordShapes::answers_with_scores(const DataValue& answer,
                                                      const DataValue& texts,
                                                      const Record& record) {
  std::vector<Record> records;
  const DataValue* scores = answer.find("score");
  if (scores == nullptr || scores->members.size() != texts.members.size()) return records;
  for (std::size_t i = 0; i < texts.members.size(); ++i) {
    Record next = record;
    next.answer = text_of(&texts.members[i].value);
    if (const auto votes = whole_number(&scores->members[i].value))
      next.votes = static_cast<int>(*votes);
    records.push_back(std::move(next));
  }
  return records;
}

bool RecordShapes::read_series(const DataValue& object, const Record& base) {
  struct Part {
    std::string_view suffix;
    const DataValue* question = nullptr;
    const DataValue* answer = nullptr;
  };
  std::vector<Part> parts;
  for (const auto& [key, value] : object.members) {
    if (!value.is_string()) continue;
    const std::size_t name_end = key.find_last_not_of("0123456789");
    std::size_t cut = name_end == std::string_view::npos ? 0 : name_end + 1;
    if (cut == key.size() && key.size() > 3 &&
        (key[key.size() - 3] == '_' || key[key.size() - 3] == '-') &&
        is_language_code(key.substr(key.size() - 2))) {
      cut = key.size() - 2;
    }
    if (cut == 0 || cut == key.size()) continue;
    const FieldRole role = name_of(key.substr(0, cut)).role;
    if (role != FieldRole::question && role != FieldRole::answer) continue;
    const std::string_view suffix = key.substr(cut);
    auto part = std::ranges::find(parts, suffix, &Part::suffix);
    if (part == parts.end()) {
      if (parts.size() >= 1000) return false;
      part = parts.insert(parts.end(), Part{suffix});
    }
    (role == FieldRole::question ? part->question : part->answer) = &value;
  }
  bool found = false;
  for (const Part& part : parts) {
    if (part.question == nullptr || part.answer == nullptr) continue;
    found = true;
    Record record = start(*part.question, base);
    if (is_language_code(part.suffix)) record.language = lower_ascii(part.suffix);
    set_prompt(part.question->text, record);
    tell(std::move(record), std::string(part.answer->text));
  }
  return found;
}

bool RecordShapes::read_dictionary(const DataValue& object, const Record& base) {
  if (object.members.empty()) return false;
  std::size_t questions = 0;
  for (const auto& [key, value] : object.members) {
    if (!value.is_string() && !is_list_of_texts(&value) && !is_answer(value)) return false;
    questions += ends_in_question_mark(key) ? 1U : 0U;
  }
  if (questions * 5 < object.members.size() * 4) return false;
  for (const auto& [key, value] : object.members) {
    Record record = start(value, base);
    if (!value.is_object()) {
      set_prompt(key, record);
      tell(std::move(record), join_alternatives(value));
      continue;
    }
    const Fields fields = fields_of(value);
    set_members(value, fields, record);
    set_prompt(key, record);
    tell_answers(fields, fields[FieldRole::answer], std::move(record));
  }
  return true;
}

bool RecordShapes::is_answer(const DataValue& value) {
  if (!value.is_object()) return false;
  const Fields fields = fields_of(value);
  return fields[FieldRole::answer] != nullptr && question_of(fields) == nullptr;
}

}  // namespace answers
