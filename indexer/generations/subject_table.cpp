#include "indexer/generations/subject_table.h"

#include "indexer/generations/bytes.h"
#include "indexer/schema.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <stdexcept>

namespace answers {

void write_subjects(const Subjects& subjects, Xapian::WritableDatabase& head) {
  if (subjects.dimensions == 0) return;
  ByteWriter writer;
  const auto write = [&writer](float value) { writer.number(std::bit_cast<std::uint32_t>(value)); };
  writer.list(subjects.steps, write);
  writer.list(subjects.masses, write);
  writer.list(subjects.places, [&writer](const std::string& places) { writer.text(places); });
  head.set_metadata(std::string(schema::subjects_key), writer.take());
}

Subjects read_subjects(const Xapian::Database& head) {
  Subjects subjects;
  const std::string bytes = head.get_metadata(std::string(schema::subjects_key));
  if (bytes.empty()) return subjects;
  ByteReader reader(bytes);
  const auto read = [&reader](float& value) {
    value = std::bit_cast<float>(static_cast<std::uint32_t>(reader.number()));
  };
  reader.list(subjects.steps, read);
  reader.list(subjects.masses, read);
  reader.list(subjects.places, [&reader](std::string& places) { places = reader.text(); });
  reader.expect_end();
  subjects.dimensions = subjects.steps.size();
  bool is_whole = subjects.dimensions > 0 && subjects.masses.size() == subjects.dimensions;
  for (const std::vector<float>* values : {&subjects.steps, &subjects.masses})
    is_whole = is_whole && std::ranges::all_of(*values, [](float v) { return std::isfinite(v); });
  for (const std::string& places : subjects.places)
    is_whole = is_whole && places.size() % subjects.dimensions == 0;
  if (!is_whole) throw std::runtime_error("what the records are about is damaged");
  return subjects;
}

}  // namespace answers
