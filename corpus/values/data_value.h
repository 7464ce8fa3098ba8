#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

struct DataMember;

/// A value of JSON, of YAML, or a row of a table, with where it stands: what DataRecords
/// finds questions and answers in. All views lie in memory of whoever made it.
struct DataValue {
  enum class Kind { null, boolean, number, string, list, object };

  Kind kind = Kind::null;
  std::string_view text{};          ///< of a string, unescaped; of a number or boolean, as written
  std::vector<DataMember> members;  ///< of an object; of a list, with empty keys
  std::size_t begin = 0;            ///< where it stands, in the units of whoever made it
  std::size_t end = 0;              ///< one past its last unit

  bool is_string() const { return kind == Kind::string; }
  bool is_list() const { return kind == Kind::list; }
  bool is_object() const { return kind == Kind::object; }
  bool is_scalar() const { return kind < Kind::list; }
  /// The first member of that key; nullptr when there is none. O(members).
  const DataValue* find(std::string_view key) const;
};

struct DataMember {
  std::string_view key{};
  DataValue value{};
};

/// Whether it is a list, not empty, of strings alone, or of objects alone. nullptr is none.
bool is_list_of_texts(const DataValue* value);
bool is_list_of_objects(const DataValue* value);

/// The text in a value: of a scalar, as it is; of a list, of its elements, a line each; of an
/// object, of the member that holds its text ("text", "value", "content" …). Empty for nullptr.
std::string text_of(const DataValue* value);

/// The whole number that a scalar is ("3", "3.0", "\"3\"").
std::optional<std::int64_t> whole_number(const DataValue* value);

/// Whether a scalar says yes: true, 1, "yes".
bool is_true(const DataValue* value);

}  // namespace answers
