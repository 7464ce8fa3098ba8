#include "corpus/values/record_json.h"

#include "corpus/values/data_value.h"
#include "corpus/values/json_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace answers {
namespace {

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

std::string record_json(const Record& record) {
  std::string json;
  json.reserve(record.question.size() + record.body.size() + record.answer.size() + 512);
  const auto text = [&json](std::string_view name, std::string_view value) {
    json += name;
    append_json_string(json, value);
  };
  const auto texts = [&json](std::string_view name, const std::vector<std::string>& values) {
    json.append(name).append("[");
    for (const std::string& value : values) {
      if (&value != &values.front()) json += ',';
      append_json_string(json, value);
    }
    json += ']';
  };
  const auto number = [&json](std::string_view name, auto value) {
    const fmt::format_int digits(value);
    json.append(name).append(digits.data(), digits.size());
  };
  text(R"({"schema":)", record_schema);
  text(R"(,"id":)", record.id);
  text(R"(,"question":)", record.question);
  text(R"(,"body":)", record.body);
  text(R"(,"answer":)", record.answer);
  texts(R"(,"section":)", record.section);
  texts(R"(,"tags":)", record.tags);
  text(R"(,"source":)", record.source);
  text(R"(,"difficulty":)", record.difficulty);
  text(R"(,"author":)", record.author);
  text(R"(,"date":)", record.date);
  text(R"(,"url":)", record.url);
  text(R"(,"language":)", record.language);
  if (record.votes) {
    number(R"(,"votes":)", *record.votes);
  } else {
    json += R"(,"votes":null)";
  }
  json += record.accepted ? R"(,"accepted":true)" : R"(,"accepted":false)";
  text(R"(,"path":)", record.place.path);
  number(R"(,"line":)", record.place.line);
  number(R"(,"end_line":)", record.place.end_line);
  number(R"(,"byte":)", record.place.byte);
  number(R"(,"end_byte":)", record.place.end_byte);
  json += '}';
  return json;
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
