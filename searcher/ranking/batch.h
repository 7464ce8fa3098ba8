#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace answers {

/// One query of a batch.
struct BatchQuery {
  std::size_t line = 0;  ///< of the input, from 1
  std::string qid{};     ///< the line's number where JSON gives none
  std::string text{};
  std::string error{};  ///< what was wrong with the line, as a phrase; empty for a query
};

/// Reads the next query: "qid TAB query", or a JSON object with "query" and "qid"; lines of both
/// kinds may be mixed, blank ones are left out. Where the first line that is no JSON has no tab,
/// the others need none either: each is a query, and its number is its id. A line that is nothing
/// of this, or longer than 4 MiB, comes back with its `error`. nullopt at the end. Memory is
/// bounded by the 4 MiB.
class BatchReader {
 public:
  explicit BatchReader(std::istream& in) : in_(in) {}
  std::optional<BatchQuery> next();

 private:
  std::istream& in_;
  std::size_t line_ = 0;
  std::optional<bool> lines_have_ids_{};  ///< of those that are no JSON; unknown before the first
};

}  // namespace answers
