#include "corpus/fields/record_shapes.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/deliver.h"
#include "corpus/listener.h"
#include "corpus/markup/prompt_text.h"
#include "corpus/wording/invitations.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

namespace answers {

void RecordShapes::read(const DataValue& value, const DataRecords::PlaceOf& place_of,
                        const Record& base) {
  place_of_ = &place_of;
  if (const std::string path = place_of(value).path; path != path_) {
    path_ = path;
    in_deck_ = is_name_of_deck(path);
  }
  read(value, base);
}

FieldName RecordShapes::name_of(std::string_view key) {
  if (const auto found = known_names_.find(std::string(key)); found != known_names_.end())
    return found->second;
  const FieldName name = field_name(key);
  if (known_names_.size() < 10'000) known_names_.emplace(key, name);
  return name;
}

Fields RecordShapes::fields_of(const DataValue& object) {
  Fields fields;
  for (const DataMember& member : object.members) {
    if (member.value.kind == DataValue::Kind::null) continue;
    const auto [role, rank] = name_of(member.key);
    const auto at = static_cast<std::size_t>(role);
    if (role == FieldRole::other) continue;
    fields.questions += role == FieldRole::question ? 1U : 0U;
    const bool emptier = member.value.is_scalar() && member.value.text.empty();
    if (fields.by_role[at] == nullptr || (rank < fields.ranks[at] && !emptier) ||
        (!emptier && fields.by_role[at]->value.is_scalar() &&
         fields.by_role[at]->value.text.empty())) {
      fields.by_role[at] = &member;
      fields.ranks[at] = rank;
    }
  }
  // What YAML's merge key names is a part of the object, behind all that it says itself.
  if (const DataValue* merged = object.find("<<"); merged != nullptr) {
    for (const DataMember& member : merged->members) {
      const auto [role, rank] = name_of(member.key);
      const auto at = static_cast<std::size_t>(role);
      if (role != FieldRole::other && fields.by_role[at] == nullptr) fields.by_role[at] = &member;
    }
  }
  return fields;
}

Record RecordShapes::start(const DataValue& value, const Record& base) const {
  Record record = base;
  record.place = (*place_of_)(value);
  return record;
}

void RecordShapes::set_members(const DataValue& object, const Fields& fields, Record& record) {
  for (const DataMember* member : fields.by_role) {
    if (member != nullptr) set_member(name_of(member->key).role, member->value, record);
  }
  for (const DataMember& member : object.members) {  // all that are topics and tags
    const FieldRole role = name_of(member.key).role;
    if (role == FieldRole::tags || role == FieldRole::section)
      set_member(role, member.value, record);
  }
  if (const DataValue* id = fields[FieldRole::id]; id != nullptr && id->is_scalar())
    record.id = trimmed(id->text);
}

namespace {

/// "tasks/rowing/how-to-turn.md": a path below something that is known, with an extension: where a
/// question stands.
bool is_path_of_file(std::string_view text) {
  const std::size_t slash = text.rfind('/');
  const std::size_t dot = text.rfind('.');
  return slash != std::string_view::npos && slash > 0 && dot != std::string_view::npos &&
         dot > slash + 1 && dot + 1 < text.size() && text.size() - dot <= 6 &&
         std::ranges::all_of(text, [](char byte) {
           return is_letter_or_digit(byte) ||
                  std::string_view("/._-").find(byte) != std::string_view::npos;
         });
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "q7", "question 7": a number with a word before it that says no more.
bool is_counted(std::string_view text, std::string_view word) {
  text = trimmed(text);
  if (!lower_ascii(text.substr(0, word.size())).starts_with(word)) return false;
  return is_number(trimmed(text.substr(std::min(word.size(), text.size()))));
}

/// Whether a pair only counts: the numbers of a question and an answer in other tables, "q7" and
/// whether it was right, "question7" and "answer7".
bool counts_alone(std::string_view question, std::string_view answer) {
  question = trimmed(question);
  answer = trimmed(answer);
  return (is_number(answer) && (is_number(question) || is_counted(question, "q"))) ||
         (is_counted(question, "question") && is_counted(answer, "answer"));
}

}  // namespace

void RecordShapes::tell(Record record, std::string answer) {
  ++told_;
  if (is_path_of_file(record.question) ||
      (record.body.empty() && counts_alone(record.question, answer)))
    return;
  record.answer = answer_text(std::move(answer), record.question);
  deliver(std::move(record), listener_);
}

void RecordShapes::read(const DataValue& value, const Record& base) {
  if (value.is_list()) read_list(value, base);
  if (value.is_object()) read_object(value, base);
}

namespace {

/// The same as an object, which says what is what.
DataValue quiz_with_names(const DataValue& list) {
  DataValue quiz;
  quiz.kind = DataValue::Kind::object;
  quiz.begin = list.begin;
  quiz.end = list.end;
  quiz.members = {{"question", list.members[0].value},
                  {"options", list.members[1].value},
                  {"answer", list.members[2].value}};
  return quiz;
}

}  // namespace

void RecordShapes::read_list(const DataValue& list, const Record& base) {
  if (is_quiz_in_order(list)) return read_object(quiz_with_names(list), base);
  if (read_chat(list, {}, base)) return;
  learn(list);
  if (read_dictionaries(list, base)) return;
  // [["question", "answer"], …], and dialogues whose first line is answered by the others.
  if (is_list_of_texts(&list) && list.members.size() >= 2 && in_list_) {
    const std::string question = text_of(&list.members[0].value);
    if (!ends_in_question_mark(question) && !in_conversations_) return;
    Record record = start(list, base);
    set_prompt(question, record);
    std::string answer;
    for (std::size_t i = 1; i < list.members.size(); ++i) {
      answer += (answer.empty() ? "" : "\n\n") + text_of(&list.members[i].value);
    }
    return tell(std::move(record), std::move(answer));
  }
  const bool was = std::exchange(in_list_, true);
  const Titles titles = std::exchange(titles_, titles_of(list));
  const std::size_t told = told_;
  for (const auto& [key, item] : list.members) read(item, base);
  if (told_ == told && !told_of_names_ && !read_by_asking(list, base)) tell_not_understood(list);
  titles_ = titles;
  in_list_ = was;
}

bool RecordShapes::read_by_asking(const DataValue& list, const Record& base) {
  constexpr std::size_t fewest = 3;
  constexpr std::size_t wordy = 3;  // words an answer
  if (list.members.size() < fewest || !list.members[0].value.is_object()) return false;
  struct Column {
    std::string_view key{};
    std::size_t asking = 0;
    std::size_t words = 0;
  };
  std::vector<Column> columns;
  for (const auto& [key, text] : list.members[0].value.members) {
    if (text.is_string() && !key.empty()) columns.push_back({key});
  }
  for (const auto& [none, item] : list.members) {
    if (!item.is_object()) return false;
    for (Column& column : columns) {
      const DataValue* text = item.find(column.key);
      if (text == nullptr || !text->is_string()) return false;
      column.asking += ends_in_question_mark(text->text) ? 1U : 0U;
      column.words += count_words(text->text);
    }
  }
  const std::size_t count = list.members.size();
  const auto asks = std::ranges::find_if(
      columns, [count](const Column& column) { return column.asking * 5 >= count * 4; });
  if (asks == columns.end() || columns.size() > 3) return false;
  const Column* answers = nullptr;
  for (const Column& column : columns) {
    const FieldRole role = name_of(column.key).role;
    const bool prose = role == FieldRole::other || role == FieldRole::title ||
                       role == FieldRole::text || role == FieldRole::body ||
                       role == FieldRole::definition || role == FieldRole::answer;
    if (column.key == asks->key || !prose || column.words < wordy * count) continue;
    if (answers != nullptr) return false;  // which of both is not clear
    answers = &column;
  }
  if (answers == nullptr) return false;
  for (const auto& [none, item] : list.members) {
    DataValue named = item;
    for (DataMember& member : named.members) {
      if (member.key == asks->key)
        member.key = "question";
      else if (member.key == answers->key)
        member.key = "answer";
    }
    read(named, base);
  }
  return true;
}

void RecordShapes::tell_not_understood(const DataValue& list) {
  constexpr std::size_t fewest = 3;
  constexpr std::size_t looked_at = 50;
  if (list.members.size() < fewest || !list.members[0].value.is_object()) return;
  std::string names;
  std::string_view asks;
  std::string_view other;
  for (const auto& [key, text] : list.members[0].value.members) {
    if (!text.is_string() || key.empty()) continue;
    names.append(names.empty() ? "'" : ", '").append(key).append("'");
    std::size_t objects = 0;
    std::size_t asking = 0;
    for (const auto& [none, item] : list.members) {
      if (!item.is_object() || objects++ == looked_at) break;
      const DataValue* value = item.find(key);
      asking += value != nullptr && ends_in_question_mark(value->text) ? 1U : 0U;
    }
    (asks.empty() && asking * 2 > objects ? asks : other) = key;
  }
  if (asks.empty() || other.empty()) return;  // questions alone
  told_of_names_ = true;
  const Place place = (*place_of_)(list.members[0].value);
  listener_.on_trouble({place.path, place.line,
                        "which keys hold questions and answers is not clear: " + names,
                        fmt::format("name them: --columns question={},answer={}", asks, other)});
}

namespace {

/// An article of a help centre as Zendesk, Freshdesk and Intercom give it.
bool is_article(const DataValue& object) {
  const bool placed = object.find("section_id") != nullptr || object.find("folder_id") != nullptr ||
                      text_of(object.find("type")) == "article";
  return placed && (object.find("body") != nullptr || object.find("description") != nullptr);
}

}  // namespace

RecordShapes::Titles RecordShapes::titles_of(const DataValue& list) {
  constexpr std::size_t looked_at = 200;
  Titles titles;
  for (const auto& [key, item] : list.members) {
    if (!item.is_object() || titles.count == looked_at) break;
    const DataValue* title = fields_of(item)[FieldRole::title];
    if (title == nullptr || !title->is_string()) continue;
    titles.of_articles = titles.of_articles || is_article(item);
    ++titles.count;
    titles.asking += ends_in_question_mark(title->text) ? 1U : 0U;
  }
  return titles;
}

namespace {

/// {"question": {"type": "string", …}, "answer": {"type": "string", …}}: what a program says of its
/// fields, and no pair.
bool describes_texts(const Fields& fields) {
  const auto is_type = [](const DataValue* value) {
    if (value == nullptr || !value->is_object()) return false;
    const std::string type = lower_ascii(text_of(value->find("type")));
    return type == "string" || type == "text" || type == "richtext";
  };
  return is_type(fields[FieldRole::question]) && is_type(fields[FieldRole::answer]);
}

}  // namespace

void RecordShapes::read_object(const DataValue& object, const Record& base) {
  const Fields fields = fields_of(object);
  if (describes_texts(fields)) return;
  if (read_anki_deck(object, base)) return;
  if (read_service(object, fields, base)) return;
  if (read_conversation(object, fields, base)) return;
  if (read_squad(fields, base)) return;
  if (read_intent(object, fields, base)) return;
  if (read_instruction(object, fields, base)) return;
  if (fields.questions > 1 && read_series(object, base)) return;
  if (read_quiz(object, fields, base)) return;
  if (fields[FieldRole::question] == nullptr && read_series(object, base))
    return read_container(object, fields, base);
  if (read_languages(object, fields, base)) return;
  if (read_sides(object, fields, base)) return;
  if (read_language_columns(object, base)) return;
  if (read_card(object, fields, base)) return;
  if (read_pair(object, fields, base)) return;
  if (read_exchange(object, base)) return;
  if (read_thread(object, fields, base)) return;
  if (fields[FieldRole::question] != nullptr && read_series(object, base)) return;
  if (read_dictionary(object, base)) return;
  read_container(object, fields, base);
}

void RecordShapes::read_container(const DataValue& object, const Fields& fields,
                                  const Record& base) {
  Record below = base;
  const DataValue* name = fields[FieldRole::title];
  if (name == nullptr || !name->is_string()) name = fields[FieldRole::section];
  if (name != nullptr && name->is_string() && !trimmed(name->text).empty() &&
      !invites_to_ask(name->text))
    below.section.emplace_back(trimmed(name->text));
  for (const auto& [key, value] : object.members) {
    const FieldRole role = name_of(key).role;
    if (value.is_scalar() && role != FieldRole::section && role != FieldRole::votes &&
        role != FieldRole::accepted && role != FieldRole::page) {
      set_member(role, value, below);
    }
  }
  // {"en": […], "de": […]}: the same in several languages, which are no topics.
  const bool languages = object.members.size() > 1 &&
                         std::ranges::all_of(object.members, [](const DataMember& member) {
                           return !member.value.is_scalar() && is_language_code(member.key) &&
                                  (member.key.size() == 2 || member.key.size() == 5);
                         });
  for (const auto& [key, value] : object.members) {
    if (value.is_scalar()) continue;
    const bool was_list = std::exchange(in_list_, false);
    const bool was_conversations =
        std::exchange(in_conversations_, name_of(key).role == FieldRole::turns);
    const bool was_deck = std::exchange(in_deck_, in_deck_ || is_name_of_deck(key));
    if (languages) {
      below.language = lower_ascii(key.substr(0, 2));
      read(value, below);
      in_list_ = was_list;
      in_conversations_ = was_conversations;
      in_deck_ = was_deck;
      continue;
    }
    read(value, DataRecords::below(value.is_object() && is_record(value) ? std::string_view() : key,
                                   below));
    in_list_ = was_list;
    in_conversations_ = was_conversations;
    in_deck_ = was_deck;
  }
}

bool RecordShapes::is_record(const DataValue& object) {
  const Fields fields = fields_of(object);
  return fields[FieldRole::question] != nullptr || fields[FieldRole::answer] != nullptr;
}

}  // namespace answers
