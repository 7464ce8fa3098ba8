#pragma once

// What tests of forms share: a file written under its own name, and read by whatever reads it.
#include "corpus/reader.h"
#include "tests/corpus/collector.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>

namespace answers {

struct Form {
  const char* name;
  const char* file;
  const char* text;
  const char* records;  // "line question => answer body=… [section] {tags}", '/' for a line break
};

inline std::ostream& operator<<(std::ostream& out, const Form& form) { return out << form.name; }

inline std::string name_of_form(const testing::TestParamInfo<Form>& one) { return one.param.name; }

inline std::string show_record(const Record& record) {
  std::string line =
      std::to_string(record.place.line) + " " + record.question + " => " + record.answer;
  if (!record.body.empty()) line += " body=" + record.body;
  for (const auto& one : record.section) line += " [" + one + "]";
  for (const auto& one : record.tags) line += " {" + one + "}";
  std::ranges::replace(line, '\n', '/');
  return line;
}

/// All records, a line each.
inline std::string read_as(const std::string& name, const std::string& text, Collector& collector) {
  const TemporaryFolder folder;
  write_file(folder / name, text);
  read_file(folder / name, collector);
  std::string all;
  for (const Record& record : collector.records)
    all += (all.empty() ? "" : "\n") + show_record(record);
  return all;
}

}  // namespace answers
