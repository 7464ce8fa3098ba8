#include "corpus/values/row_value.h"

#include "corpus/characters/characters.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace answers {

const DataValue& RowValue::of(const std::vector<std::string>& names,
                              const std::vector<std::string>& cells) {
  row_.kind = DataValue::Kind::object;
  row_.members.clear();
  std::size_t used = 0;
  const bool has_nulls = std::ranges::count(cells, "NULL") > 1;
  for (std::size_t i = 0; i < cells.size() && i < names.size(); ++i) {
    DataMember& member = row_.members.emplace_back();
    member.key = names[i];
    member.value.kind = DataValue::Kind::string;
    member.value.text = cells[i];
    if (has_nulls && cells[i] == "NULL") member.value.text = {};
    const std::string_view cell = trimmed(cells[i]);
    if (!cell.starts_with('{') || !cell.ends_with('}')) continue;
    if (used == parsers_.size()) parsers_.push_back(std::make_unique<JsonParser>());
    const DataValue* object = parsers_[used]->parse_copy(cell);
    if (object == nullptr || !object->is_object() || object->members.empty()) continue;
    member.value = *object;
    ++used;
  }
  return row_;
}

}  // namespace answers
