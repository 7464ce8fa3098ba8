#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// A sheet of a workbook as CSV, every cell in quotes.
struct SheetText {
  std::string name{};
  std::string csv{};
  std::vector<std::size_t> row_of_line{};  ///< the row, from 1, that each line of `csv` is part of
};

/// The texts that the sheets of an XLSX workbook name by their numbers (its xl/sharedStrings.xml).
std::vector<std::string> shared_strings_of_xlsx(std::string_view xml);

/// The names of its sheets, in their order (its xl/workbook.xml).
std::vector<std::string> sheet_names_of_xlsx(std::string_view xml);

/// One of its sheets (xl/worksheets/sheet1.xml), without columns behind the 256th. What is no sheet
/// has no lines. O(length).
SheetText sheet_of_xlsx(std::string_view xml, const std::vector<std::string>& shared);

/// The sheets of an ODS workbook (its content.xml).
std::vector<SheetText> sheets_of_ods(std::string_view xml);

}  // namespace answers
