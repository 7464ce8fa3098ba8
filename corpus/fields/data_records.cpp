#include "corpus/fields/data_records.h"

#include "corpus/fields/field_names.h"
#include "corpus/fields/record_shapes.h"

namespace answers {

DataRecords::DataRecords(Listener& listener) : shapes_(std::make_unique<RecordShapes>(listener)) {}
DataRecords::~DataRecords() = default;

void DataRecords::read(const DataValue& value, const PlaceOf& place_of, const Record& base) {
  shapes_->read(value, place_of, base);
}

void DataRecords::learn(const DataValue& value) { shapes_->learn(value); }

void DataRecords::inherit(std::string_view key, const DataValue& value, Record& base) {
  const FieldRole role = field_name(key).role;
  if (!value.is_scalar()) return;
  if (role == FieldRole::title || role == FieldRole::section) {
    if (!value.text.empty()) base.section.emplace_back(value.text);
  } else if (role != FieldRole::votes && role != FieldRole::accepted && role != FieldRole::page) {
    set_member(role, value, base);
  }
}

Record DataRecords::below(std::string_view key, const Record& base) {
  Record record = base;
  const FieldRole role = field_name(key).role;
  if (!key.empty() && !key.starts_with('@') && !is_container_name(key) && !is_side(role) &&
      role != FieldRole::text)
    record.section.emplace_back(key);
  return record;
}

}  // namespace answers
