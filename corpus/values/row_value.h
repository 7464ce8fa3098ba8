#pragma once

#include "corpus/values/data_value.h"
#include "corpus/values/json_parser.h"

#include <memory>
#include <string>
#include <vector>

namespace answers {

/// Rows of a table as objects, one at a time: the same members for every row. A cell that is an
/// object of JSON is read as one; cells that say NULL are empty, where a row has two of them.
class RowValue {
 public:
  /// Holds until the next call, and as long as `names` and `cells` do. Cells without a name are
  /// left out. O(size).
  const DataValue& of(const std::vector<std::string>& names, const std::vector<std::string>& cells);

 private:
  DataValue row_{};
  std::vector<std::unique_ptr<JsonParser>> parsers_{};  // of one row: a tree lives in its parser
};

}  // namespace answers
