#include "corpus/data/record_json.h"

#include "corpus/data/data_value.h"
#include "corpus/data/json_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

namespace answers {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> texts_of(const DataValue* list) {
  std::vector<std::string> texts;
  if (list == nullptr) return texts;
  for (const DataMember& member : list->members) texts.push_back(text_of(&member.value));
  return texts;
}

/// As it stands: text_of() takes a null for "null".
std::string string_of(const DataValue* value) {
  return value != nullptr && value->is_string() ? std::string(value->text) : std::string();
}

}  // namespace

std::string record_json(Record record) {
  constexpr std::size_t members = 20;
  Json::object_t json;
  json.reserve(members);  // its members are copied when it grows, and from a list of pairs too
  json["schema"] = record_schema;
  json["id"] = std::move(record.id);
  json["question"] = std::move(record.question);
  json["body"] = std::move(record.body);
  json["answer"] = std::move(record.answer);
  json["section"] = std::move(record.section);
  json["tags"] = std::move(record.tags);
  json["source"] = std::move(record.source);
  json["difficulty"] = std::move(record.difficulty);
  json["author"] = std::move(record.author);
  json["date"] = std::move(record.date);
  json["url"] = std::move(record.url);
  json["language"] = std::move(record.language);
  json["votes"] = record.votes ? Json(*record.votes) : Json(nullptr);
  json["accepted"] = record.accepted;
  json["path"] = std::move(record.place.path);
  json["line"] = record.place.line;
  json["end_line"] = record.place.end_line;
  json["byte"] = record.place.byte;
  json["end_byte"] = record.place.end_byte;
  return json_text(Json(std::move(json)));
}

std::optional<Record> record_from(const DataValue& object) {
  if (!object.is_object() || string_of(object.find("schema")) != record_schema) return std::nullopt;
  Record record;
  record.id = string_of(object.find("id"));
  record.question = string_of(object.find("question"));
  record.body = string_of(object.find("body"));
  record.answer = string_of(object.find("answer"));
  record.section = texts_of(object.find("section"));
  record.tags = texts_of(object.find("tags"));
  record.source = string_of(object.find("source"));
  record.difficulty = string_of(object.find("difficulty"));
  record.author = string_of(object.find("author"));
  record.date = string_of(object.find("date"));
  record.url = string_of(object.find("url"));
  record.language = string_of(object.find("language"));
  const DataValue* votes = object.find("votes");
  if (const auto number = whole_number(votes)) {
    record.votes = static_cast<int>(std::clamp<std::int64_t>(
        *number, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
  }
  record.accepted = is_true(object.find("accepted"));
  if (record.id.empty()) record.id = identify(record);
  return record;
}

}  // namespace answers
