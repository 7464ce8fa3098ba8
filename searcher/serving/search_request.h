#pragma once

#include "searcher/display/printers.h"
#include "searcher/ranking/searcher.h"

#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The flags of `answers search` by their names, for everything that asks without a command line.
namespace answers {

/// Adds `field:value` to SearchOptions::filters, as `--tag "a b"` does: the value is one value
/// whatever stands in it.
void add_filter(std::string& filters, std::string_view field, std::string_view value);

/// Whether `text` is a range of votes: 3.., ..10 or 3..10.
bool is_range_of_votes(std::string_view text);

/// "relevance", "votes", "date", "question", "path".
std::span<const std::pair<std::string_view, Order>> orders();
std::optional<Order> order_named(std::string_view name);

/// A whole number of decimal digits and nothing else; nullopt for any other text and above `most`.
std::optional<std::size_t> whole_number(std::string_view text, std::size_t most);

/// Names with commas between them.
std::vector<std::string> listed(std::string_view names);

/// What is wrong with a request, for the person who made it.
class RequestError : public std::runtime_error {
 public:
  RequestError(unsigned status, const std::string& what)
      : std::runtime_error(what), status_(status) {}
  /// Of HTTP: 400, 404, …
  unsigned status() const { return status_; }

 private:
  unsigned status_;
};

using Parameters = std::vector<std::pair<std::string, std::string>>;

/// The last value of a parameter; empty where there is none.
std::string_view parameter(const Parameters& parameters, std::string_view name);

/// A search that was asked for by parameters.
struct SearchRequest {
  std::string query{};
  SearchOptions search{};
  PrintOptions print{};  ///< Format::json
};

constexpr std::size_t most_hits_of_a_request = 100;
constexpr std::size_t most_offset_of_a_request = 10'000;
constexpr std::size_t longest_query_of_a_request = 8'000;

/// q and the flags of `answers search` by their long names, filters as often as wanted: limit,
/// offset, literal, strict_query, tag, section, source, difficulty, lang, path, votes, accepted,
/// sort, facets, count, explain, fields, max_chars. A flag without a value is `name`, `name=1` or
/// `name=true`. Throws RequestError where a name or a value is none of these.
SearchRequest read_search_request(const Parameters& parameters);

}  // namespace answers
