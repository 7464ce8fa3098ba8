#include "corpus/values/data_value.h"

#include "corpus/characters/characters.h"

#include <algorithm>
#include <charconv>

namespace answers {
namespace {

constexpr int deepest_text = 4;  // objects in lists in objects: text is not buried deeper

bool is_list_of(const DataValue* value, bool (DataValue::*test)() const) {
  return value != nullptr && value->is_list() && !value->members.empty() &&
         std::ranges::all_of(value->members,
                             [test](const DataMember& member) { return (member.value.*test)(); });
}
std::string text_within(const DataValue* value, int depth) {
  if (value == nullptr || depth > deepest_text) return {};
  switch (value->kind) {
    case DataValue::Kind::null:
      return {};
    case DataValue::Kind::boolean:
    case DataValue::Kind::number:
    case DataValue::Kind::string:
      return std::string(value->text);
    case DataValue::Kind::list: {
      std::string joined;
      for (const auto& member : value->members) {
        const std::string text = text_within(&member.value, depth + 1);
        if (text.empty()) continue;
        if (!joined.empty()) joined += '\n';
        joined += text;
      }
      return joined;
    }
    case DataValue::Kind::object:
      break;
  }
  for (const char* key :
       {"text", "value", "Value", "content", "body", "parts", "markdown", "html", "rendered",
        "stem", "answer", "input_text", "name", "title", "en", "#text", "$t"}) {
    if (const DataValue* found = value->find(key)) {
      std::string text = text_within(found, depth + 1);
      if (!text.empty()) return text;
    }
  }
  return {};
}

}  // namespace

const DataValue* DataValue::find(std::string_view key) const {
  for (const auto& member : members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

bool is_list_of_texts(const DataValue* value) { return is_list_of(value, &DataValue::is_string); }
bool is_list_of_objects(const DataValue* value) { return is_list_of(value, &DataValue::is_object); }

std::string text_of(const DataValue* value) { return text_within(value, 0); }

std::optional<std::int64_t> whole_number(const DataValue* value) {
  if (value == nullptr || !value->is_scalar()) return std::nullopt;
  std::string_view text = trimmed(value->text);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end == text.data()) return std::nullopt;
  const std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
  if (!rest.empty() && rest.find_first_not_of(".0") != std::string_view::npos)
    return std::nullopt;  // "3.0"
  return number;
}

bool is_true(const DataValue* value) {
  if (value == nullptr || !value->is_scalar()) return false;
  const std::string word = lower_ascii(value->text);
  return word == "true" || word == "1" || word == "yes" || word == "y";
}

}  // namespace answers
