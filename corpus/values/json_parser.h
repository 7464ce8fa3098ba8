#pragma once

#include "corpus/values/data_value.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace answers {

/// Parses JSON (RFC 8259) and what people write instead: trailing commas, comments, NaN, raw line
/// breaks and unknown escapes in strings, halves of surrogate pairs.
class JsonParser {
 public:
  /// Deeper nesting is an error: what reads the tree recurses.
  static constexpr std::size_t deepest = 100;
  /// This many bytes behind a text must be readable.
  static constexpr std::size_t padding = 64;

  JsonParser();
  ~JsonParser();
  JsonParser(const JsonParser&) = delete;
  JsonParser& operator=(const JsonParser&) = delete;

  /// The tree of `json`, one value, which `padding` readable bytes must follow. nullptr when it is
  /// no JSON: see error(). `begin` and `end` of the values are offsets in `json` (where it had to
  /// be mended, near them). The tree lives until the next call, and `json` must live as long.
  const DataValue* parse(std::string_view json);
  /// As above, for a text without padding, which is copied.
  const DataValue* parse_copy(std::string_view json);
  const std::string& error() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// JSON as people write it made JSON as parsers want it, byte by byte as far as it goes.
std::string mend_json(std::string_view json);

}  // namespace answers
