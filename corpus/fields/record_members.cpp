#include "corpus/fields/record_members.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/difficulty.h"
#include "corpus/wording/topic_path.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <ctime>
#include <string>
#include <unordered_set>
#include <vector>

namespace answers {
namespace {

/// ISO 8601 for a number of seconds or milliseconds since 1970; other dates as written.
std::string date_of(const DataValue& value) {
  std::string text = text_of(&value);
  const bool number = !text.empty() && text.find_first_not_of("0123456789.") == std::string::npos;
  if (!number || text.find('.') < 9 || text.size() < 9) return text;
  std::int64_t seconds = 0;
  std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (seconds > 100'000'000'000) seconds /= 1000;
  const std::time_t time = seconds;
  std::tm parts{};
  if (gmtime_r(&time, &parts) == nullptr) return text;
  std::array<char, 32> buffer{};
  std::strftime(buffer.data(), buffer.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return buffer.data();
}

/// Unless it is blank, or there already.
void add_text(std::vector<std::string>& list, std::string_view text) {
  text = trimmed(text);
  if (!text.empty() && std::ranges::find(list, text) == list.end()) list.emplace_back(text);
}

void add_entries(std::vector<std::string>& list, const DataValue& value) {
  for (const DataMember& member : value.members) add_text(list, text_of(&member.value));
}

void add_topics(std::vector<std::string>& list, const DataValue& value) {
  if (value.is_scalar()) {
    for (const std::string& topic : topic_path(text_of(&value))) add_text(list, topic);
  } else if (value.is_list()) {
    add_entries(list, value);
  }
}

/// The entries of a list, or the tags between commas and the like.
void add_tags(std::vector<std::string>& list, const DataValue& value) {
  if (value.is_list()) return add_entries(list, value);
  const std::string text = text_of(&value);
  std::string_view rest = text;
  if (rest.starts_with('[') && rest.ends_with(']')) rest = rest.substr(1, rest.size() - 2);
  for (std::size_t begin = 0; begin <= rest.size();) {
    const std::size_t end = std::min(rest.find_first_of(",;|", begin), rest.size());
    add_text(list, rest.substr(begin, end - begin));
    begin = end + 1;
  }
}

}  // namespace

bool names_alternatives(const Fields& fields) {
  return fields[FieldRole::question] != nullptr &&
         lower_ascii(fields.key(FieldRole::patterns)) == "alternatives";
}

bool set_member(FieldRole role, const DataValue& value, Record& record) {
  switch (role) {
    case FieldRole::votes:
      if (const auto votes = whole_number(&value)) {
        record.votes = static_cast<int>(std::clamp<std::int64_t>(*votes, INT32_MIN, INT32_MAX));
      }
      return true;
    case FieldRole::accepted:
      record.accepted = is_true(&value);
      return true;
    case FieldRole::tags:
      add_tags(record.tags, value);
      return true;
    case FieldRole::section:
      add_topics(record.section, value);
      return true;
    case FieldRole::source:
      record.source = text_of(&value);
      return true;
    case FieldRole::page:
      if (const std::string page = text_of(&value); !page.empty()) {
        if (!record.source.empty()) record.source += ", ";
        record.source += "page " + page;
      }
      return true;
    case FieldRole::author: {
      const DataValue* name = value.find("display_name");
      record.author = text_of(name != nullptr ? name : &value);
      return true;
    }
    case FieldRole::date:
      record.date = date_of(value);
      return true;
    case FieldRole::url:
      record.url = text_of(&value);
      return true;
    case FieldRole::language: {
      const std::string language = lower_ascii(text_of(&value));
      record.language = language.substr(0, language.find_first_of("-_"));
      return true;
    }
    case FieldRole::difficulty: {
      const std::string text = text_of(&value);
      record.difficulty = difficulty_named(text);
      if (record.difficulty.empty()) record.difficulty = text;
      return true;
    }
    default:
      return false;
  }
}

bool is_language_code(std::string_view key) {
  static const std::unordered_set<std::string_view> codes = {
      "ar", "bg", "bn", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr",
      "he", "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "nl", "no", "pl",
      "pt", "ro", "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk", "vi", "zh"};
  return codes.contains(lower_ascii(key.substr(0, key.find_first_of("-_"))));
}

bool is_object_of_languages(const DataValue* value) {
  return value != nullptr && value->is_object() && !value->members.empty() &&
         std::ranges::all_of(value->members, [](const DataMember& member) {
           return (member.value.is_string() || is_list_of_texts(&member.value)) &&
                  is_language_code(member.key);
         });
}

}  // namespace answers
