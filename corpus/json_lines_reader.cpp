#include "corpus/json_lines_reader.h"

#include "corpus/input.h"
#include "corpus/listener.h"

#include <nlohmann/json.hpp>

namespace answers {
namespace {

using Json = nlohmann::json;

std::string text_of(const Json& object, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const auto found = object.find(name);
    if (found == object.end()) continue;
    if (found->is_string()) return found->get<std::string>();
    if (found->is_number()) return found->dump();
  }
  return {};
}

std::vector<std::string> list_of(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) return {};
  if (found->is_string()) return {found->get<std::string>()};
  std::vector<std::string> list;
  if (found->is_array()) {
    for (const auto& item : *found) {
      if (item.is_string()) list.push_back(item.get<std::string>());
    }
  }
  return list;
}

}  // namespace

int recognises_json_lines(std::string_view path, std::string_view head) {
  if (!head.starts_with('{')) return 0;
  return path.ends_with(".jsonl") ? 95 : 50;
}

void read_json_lines(Input& input) {
  Listener& listener = input.listener();
  while (const auto line = input.next_line()) {
    const Json object = Json::parse(line->text, nullptr, false);
    if (!object.is_object()) {
      listener.on_trouble(
          {input.path(), line->number, "not a JSON object", "the line was left out"});
      continue;
    }
    Record record;
    record.id = text_of(object, {"id"});
    record.question = text_of(object, {"question", "title"});
    record.body = text_of(object, {"body"});
    record.answer = text_of(object, {"answer", "text"});
    record.section = list_of(object, "section");
    record.tags = list_of(object, "tags");
    record.source = text_of(object, {"source"});
    record.difficulty = text_of(object, {"difficulty"});
    record.url = text_of(object, {"url"});
    record.place = {input.path(), line->number, line->number, line->byte,
                    line->byte + line->text.size()};
    if (record.question.empty()) continue;
    if (record.id.empty()) record.id = identify(record);
    if (record.answer.empty()) {
      listener.on_unanswered(std::move(record));
    } else {
      listener.on_record(std::move(record));
    }
  }
}

}  // namespace answers
