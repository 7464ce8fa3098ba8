#include "searcher/serving/search_request.h"

#include "searcher/display/hit_fields.h"
#include "searcher/ranking/facets.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace answers {
namespace {

constexpr std::pair<std::string_view, Order> order_names[] = {{"relevance", Order::relevance},
                                                              {"votes", Order::votes},
                                                              {"date", Order::date},
                                                              {"question", Order::question},
                                                              {"path", Order::path}};

bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

constexpr std::string_view filter_names[] = {"tag",        "section", "source",
                                             "difficulty", "lang",    "path"};

bool is_set(std::string_view name, std::string_view value) {
  if (value.empty() || value == "1" || value == "true") return true;
  if (value == "0" || value == "false") return false;
  throw RequestError(400, fmt::format("{} is 1 or 0", name));
}

std::size_t needed_number(std::string_view name, std::string_view value, std::size_t most) {
  const auto number = whole_number(value, most);
  if (!number)
    throw RequestError(400, fmt::format("{} is a whole number from 0 to {}", name, most));
  return *number;
}

}  // namespace

void add_filter(std::string& filters, std::string_view field, std::string_view value) {
  const std::string_view quote = field == "votes" ? "" : "\"";
  filters.append(" ").append(field).append(":").append(quote);
  for (const char c : value) {
    if (c != '"') filters += c;
  }
  filters.append(quote);
}

bool is_range_of_votes(std::string_view text) {
  const auto dots = std::min(text.find(".."), text.size());
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = text.substr(std::min(dots + 2, text.size()));
  return (is_number(from) || is_number(to)) && (from.empty() || is_number(from)) &&
         (to.empty() || is_number(to));
}

std::span<const std::pair<std::string_view, Order>> orders() { return order_names; }

std::optional<Order> order_named(std::string_view name) {
  for (const auto& [known, order] : order_names) {
    if (known == name) return order;
  }
  return std::nullopt;
}

std::optional<std::size_t> whole_number(std::string_view text, std::size_t most) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number > most)
    return std::nullopt;
  return number;
}

std::vector<std::string> listed(std::string_view names) {
  std::vector<std::string> list;
  while (!names.empty()) {
    const auto comma = std::min(names.find(','), names.size());
    list.emplace_back(names.substr(0, comma));
    names.remove_prefix(std::min(comma + 1, names.size()));
  }
  return list;
}

std::string_view parameter(const Parameters& parameters, std::string_view name) {
  std::string_view last;
  for (const auto& [known, value] : parameters) {
    if (known == name) last = value;
  }
  return last;
}

SearchRequest read_search_request(const Parameters& parameters) {
  SearchRequest request;
  SearchOptions& search = request.search;
  PrintOptions& print = request.print;
  print.format = Format::json;
  search.closest = true;
  for (const auto& [name, value] : parameters) {
    if (name == "q") {
      request.query = value;
    } else if (std::ranges::find(filter_names, name) != std::end(filter_names)) {
      add_filter(search.filters, name, value);
    } else if (name == "votes") {
      if (!is_range_of_votes(value))
        throw RequestError(400, "votes is a range such as 3.., ..10 or 3..10");
      add_filter(search.filters, name, value);
    } else if (name == "accepted") {
      if (is_set(name, value)) search.filters += " is:accepted";
    } else if (name == "limit") {
      search.limit = needed_number(name, value, most_hits_of_a_request);
    } else if (name == "offset") {
      search.offset = needed_number(name, value, most_offset_of_a_request);
    } else if (name == "max_chars") {
      print.max_chars = needed_number(name, value, 10'000'000);
    } else if (name == "literal") {
      search.literal = is_set(name, value);
    } else if (name == "strict_query") {
      search.strict = is_set(name, value);
    } else if (name == "explain") {
      search.explain = is_set(name, value);
    } else if (name == "count") {
      print.count = is_set(name, value);
    } else if (name == "sort") {
      const auto order = order_named(value);
      if (!order) throw RequestError(400, "sort is relevance, votes, date, question or path");
      search.order = *order;
    } else if (name == "facets") {
      search.facets = listed(value);
      for (const auto& field : search.facets) {
        if (std::ranges::find(facet_fields(), field) == facet_fields().end())
          throw RequestError(400, "facets is a list of tag, section, source, difficulty and lang");
      }
    } else if (name == "fields") {
      for (const auto& field : listed(value)) {
        print.fields.push_back(find_hit_field(field));
        if (print.fields.back() == nullptr)
          throw RequestError(400, fmt::format("a hit has no field '{}'", field));
      }
    } else {
      throw RequestError(400, fmt::format("there is no parameter '{}'", name));
    }
  }
  if (request.query.size() > longest_query_of_a_request)
    throw RequestError(400, fmt::format("q has more than {} bytes", longest_query_of_a_request));
  const bool lists_all = print.count || !search.facets.empty() || search.order != Order::relevance;
  if (request.query.empty() && search.filters.empty() && !lists_all)
    throw RequestError(400, "q is missing: what is looked for");
  search.exact_total = print.count;
  if (print.count) search.limit = 0;
  search.passages = prints_passages(print);
  search.overview = prints_similar(print);
  return request;
}

}  // namespace answers
