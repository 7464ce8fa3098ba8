#include "corpus/record_json.h"

#include "corpus/data_value.h"
#include "corpus/json_text.h"

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
  const Json json = {{"schema", record_schema},
                     {"id", std::move(record.id)},
                     {"question", std::move(record.question)},
                     {"body", std::move(record.body)},
                     {"answer", std::move(record.answer)},
                     {"section", record.section},
                     {"tags", record.tags},
                     {"source", std::move(record.source)},
                     {"difficulty", std::move(record.difficulty)},
                     {"author", std::move(record.author)},
                     {"date", std::move(record.date)},
                     {"url", std::move(record.url)},
                     {"language", std::move(record.language)},
                     {"votes", record.votes ? Json(*record.votes) : Json(nullptr)},
                     {"accepted", record.accepted},
                     {"path", std::move(record.place.path)},
                     {"line", record.place.line},
                     {"end_line", record.place.end_line},
                     {"byte", record.place.byte},
                     {"end_byte", record.place.end_byte}};
  return json_text(json);
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
