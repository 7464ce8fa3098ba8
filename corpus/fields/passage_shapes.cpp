#include "corpus/characters/characters.h"
#include "corpus/fields/record_shapes.h"
#include "corpus/markup/prompt_text.h"

#include <algorithm>
#include <utility>

namespace answers {

std::string RecordShapes::answer_in_context(std::string_view answer, std::string_view context) {
  return context.empty() ? std::string(answer)
                         : std::string(answer) + "\n\n" + std::string(trimmed(context));
}

bool RecordShapes::read_squad(const Fields& fields, const Record& base) {
  const DataValue* passages = fields[FieldRole::passages];
  const DataValue* context = fields[FieldRole::context];
  if (!is_list_of_objects(passages)) return false;
  const bool questions = passages->members.front().value.find("question") != nullptr;
  Record below = base;
  if (const DataValue* title = fields[FieldRole::title]; title != nullptr && title->is_string()) {
    below.section.emplace_back(title->text);
  }
  if (!questions) {
    for (const auto& [key, passage] : passages->members) read(passage, below);
    return true;
  }
  const std::string text = text_of(context);
  for (const auto& [key, item] : passages->members) {
    if (!item.is_object()) continue;
    const Fields inner = fields_of(item);
    Record record = start(item, below);
    set_members(item, inner, record);
    set_prompt(text_of(inner[FieldRole::question]), record);
    const std::string spans = spans_of(inner[FieldRole::answer]);
    tell(std::move(record), spans.empty() ? "" : answer_in_context(spans, text));
  }
  return true;
}

std::string RecordShapes::spans_of(const DataValue* answers) {
  std::vector<std::pair<std::string, int>> spans;
  const auto add = [&spans](std::string text) {
    if (text.empty()) return;
    const auto found = std::ranges::find(spans, text, &std::pair<std::string, int>::first);
    if (found == spans.end()) {
      spans.emplace_back(std::move(text), 1);
    } else {
      ++found->second;
    }
  };
  if (answers == nullptr) return {};
  const DataValue* texts = answers->find("text");
  const DataValue& list = texts != nullptr && texts->is_list() ? *texts : *answers;
  if (list.is_list()) {
    for (const auto& [key, item] : list.members) add(text_of(&item));
  } else {
    add(text_of(&list));
  }
  std::ranges::stable_sort(spans, [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string joined;
  for (const auto& [text, count] : spans) joined += (joined.empty() ? "" : "\n") + text;
  return joined;
}

}  // namespace answers
