#include "searcher/serving/http_api.h"

#include "corpus/values/record_json.h"
#include "indexer/commands/status_command.h"
#include "searcher/display/json_printer.h"
#include "searcher/matching/record_lookup.h"
#include "searcher/pages/embedded.h"
#include "searcher/query/suggest.h"
#include "searcher/ranking/facets.h"
#include "searcher/ranking/related.h"
#include "searcher/serving/search_request.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <mutex>
#include <sstream>

namespace answers {
namespace {

constexpr std::string_view json = "application/json";

HttpResponse json_response(std::string body) {
  return {.type = std::string(json), .body = std::move(body)};
}

HttpResponse search_response(OpenGeneration& open, const SearchRequest& request) {
  Results results = open.searcher.search(request.query, request.search);
  locate_printed_passages(results, request.print);
  PrintOptions print = request.print;
  print.root = open.index.root().string();
  std::ostringstream out;
  print_results(results, print, out);
  return json_response(std::move(out).str());
}

HttpResponse search(OpenGeneration& open, const Target& target, const std::string&) {
  return search_response(open, read_search_request(target.parameters));
}

/// A search that counts and shows no hits; of all records where nothing is asked.
HttpResponse facets(OpenGeneration& open, const Target& target, const std::string&) {
  Parameters parameters = target.parameters;
  if (parameter(parameters, "facets").empty()) {
    std::string all;
    for (const auto field : facet_fields()) all.append(all.empty() ? "" : ",").append(field);
    parameters.emplace_back("facets", all);
  }
  parameters.emplace_back("limit", "0");
  return search_response(open, read_search_request(parameters));
}

/// The one record that `id`, whole or its beginning, stands for.
Record needed_record(OpenGeneration& open, const std::string& id) {
  const FoundRecords found = find_records(open.index, id);
  if (found.answers.size() == 1) return found.answers.front();
  if (found.answers.empty() && found.candidates.empty())
    throw RequestError(404, "No record has that id.");
  throw RequestError(404, "Several records have an id that begins so: say more of it.");
}

HttpResponse record(OpenGeneration& open, const Target&, const std::string& id) {
  return json_response(record_json(needed_record(open, id)) + "\n");
}

/// The number in `limit`; the parameters must all be among `known`.
std::size_t limit_of(const Target& target, std::initializer_list<std::string_view> known) {
  constexpr std::size_t usual = 10;
  for (const auto& [name, value] : target.parameters) {
    if (std::find(known.begin(), known.end(), name) == known.end())
      throw RequestError(400, fmt::format("there is no parameter '{}'", name));
  }
  const std::string_view value = parameter(target.parameters, "limit");
  if (value.empty()) return usual;
  const auto number = whole_number(value, most_hits_of_a_request);
  if (!number)
    throw RequestError(400,
                       fmt::format("limit is a whole number from 0 to {}", most_hits_of_a_request));
  return *number;
}

HttpResponse related(OpenGeneration& open, const Target& target, const std::string& id) {
  const std::size_t limit = limit_of(target, {"limit"});
  const Record of = needed_record(open, id);
  const Results results = find_related(open.index, of, limit);
  PrintOptions print;
  print.format = Format::json;
  print.root = open.index.root().string();
  std::ostringstream out;
  print_results(results, print, out);
  return json_response(std::move(out).str());
}

HttpResponse suggestions(OpenGeneration& open, const Target& target, const std::string&) {
  const std::size_t limit = limit_of(target, {"q", "limit"});
  const std::string typed(parameter(target.parameters, "q"));
  std::ostringstream out;
  print_suggestions_json(typed, suggest(open.index, typed, limit), out);
  return json_response(std::move(out).str());
}

/// Looks at every file of the collections, so not for every request.
HttpResponse status(OpenGeneration& open, const Target&, const std::string&) {
  using Clock = std::chrono::steady_clock;
  constexpr std::chrono::seconds fresh{3};
  static std::mutex mutex;
  static Clock::time_point looked;
  static std::string kept_for;
  static std::string kept;
  const std::lock_guard lock(mutex);
  if (open.index.members().size() != 1 || !open.is_constant())
    throw NotOverRemotes("The status is that of one index, and several are searched here.");
  const std::string directory = open.index.members().front().directory.string();
  if (kept_for != directory || Clock::now() - looked > fresh) {
    std::ostringstream out;
    std::ostringstream talk;
    run_status({.indexes = {.names = {directory}}, .json = true}, out, talk);
    kept = std::move(out).str();
    kept_for = directory;
    looked = Clock::now();
  }
  return json_response(kept);
}

HttpResponse description(OpenGeneration&, const Target&, const std::string&) {
  return {.type = "application/vnd.oai.openapi+json", .body = std::string(openapi_document())};
}

struct Route {
  std::string_view path;
  bool takes_id;
  HttpResponse (*answer)(OpenGeneration&, const Target&, const std::string& id);
};
constexpr Route routes[] = {
    {"/api/search", false, search},           {"/api/facets", false, facets},
    {"/api/records/", true, record},          {"/api/related/", true, related},
    {"/api/suggest", false, suggestions},     {"/api/status", false, status},
    {"/api/openapi.json", false, description}};

}  // namespace

std::string_view openapi_document() { return embedded_file("openapi.json"); }

HttpResponse answer_api(OpenGeneration& open, const Target& target) {
  for (const Route& route : routes) {
    const bool fits = route.takes_id ? target.path.starts_with(route.path) &&
                                           target.path.size() > route.path.size()
                                     : target.path == route.path;
    if (fits) return route.answer(open, target, target.path.substr(route.path.size()));
  }
  throw RequestError(404,
                     "There is nothing below this address. /api/openapi.json tells what there is.");
}

}  // namespace answers
