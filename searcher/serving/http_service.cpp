#include "searcher/serving/http_service.h"

#include "corpus/characters/printable.h"
#include "corpus/values/json_text.h"
#include "searcher/matching/record_lookup.h"
#include "searcher/pages/page.h"
#include "searcher/ranking/facets.h"
#include "searcher/ranking/related.h"
#include "searcher/serving/http_api.h"
#include "searcher/serving/search_request.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <iostream>
#include <mutex>

namespace answers {
namespace {

using Json = nlohmann::ordered_json;
using Clock = std::chrono::steady_clock;

constexpr std::size_t least_packed = 1000;  // bytes: less is one packet as it is
/// Facets beside the hits of a page read what all matches have: too long for a large index.
constexpr Xapian::doccount most_records_with_facets = 50'000;
constexpr std::size_t facet_values_shown = 8;
constexpr std::size_t related_shown = 6;
constexpr const char* html_type = "text/html; charset=utf-8";

std::string_view name_of(unsigned status) {
  switch (status) {
    case 400:
      return "Bad request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not found";
    case 405:
      return "Method not allowed";
    case 408:
      return "Request timeout";
    case 413:
      return "Content too large";
    case 414:
      return "URI too long";
    case 415:
      return "Unsupported media type";
    case 421:
      return "Misdirected request";
    case 429:
      return "Too many requests";
    case 431:
      return "Request header fields too large";
    case 501:
      return "Not implemented";
    case 503:
      return "Service unavailable";
    default:
      return "Internal server error";
  }
}

/// "Example.org:80" -> "example.org", "[::1]:7700" -> "[::1]".
std::string host_of(std::string_view authority) {
  std::string host(authority);
  const auto bracket = host.rfind(']');
  const auto colon = host.rfind(':');
  if (colon != std::string::npos && (bracket == std::string::npos || colon > bracket))
    host.resize(colon);
  std::ranges::transform(host, host.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  if (host.ends_with('.')) host.pop_back();
  return host;
}

bool is_among(const std::vector<std::string>& list, std::string_view one) {
  return std::ranges::find(list, one) != list.end();
}

void check_host(const HttpRequest& request, const AccessRules& rules) {
  static constexpr std::string_view of_this_machine[] = {"localhost", "127.0.0.1", "[::1]"};
  const std::string host = host_of(request.header("host"));
  const bool is_known = std::ranges::find(of_this_machine, host) != std::end(of_this_machine) ||
                        is_among(rules.hosts, host) || is_among(rules.hosts, "*");
  if (!is_known)
    throw RequestError(421, "This server does not go by that name; --allow-host gives it one.");
}

bool is_own_origin(std::string_view origin, std::string_view host) {
  const auto slashes = origin.find("://");
  if (slashes == std::string_view::npos || host.empty()) return false;
  const std::string_view scheme = origin.substr(0, slashes);
  return (scheme == "http" || scheme == "https") && origin.substr(slashes + 3) == host;
}

void check_origin(const HttpRequest& request, const AccessRules& rules) {
  const std::string_view origin = request.header("origin");
  if (origin.empty() || is_own_origin(origin, request.header("host")) ||
      is_among(rules.origins, origin))
    return;
  throw RequestError(403, "Pages of that origin may not ask here; --allow-origin lets them.");
}

void check_token(const HttpRequest& request, const AccessRules& rules) {
  if (rules.token.empty()) return;
  const std::string_view said = request.header("authorization");
  std::string given;
  if (said.starts_with("Bearer ")) {
    given = said.substr(7);
  } else if (said.starts_with("Basic ")) {
    const std::string pair = from_base64(said.substr(6));
    given = pair.substr(std::min(pair.find(':') + 1, pair.size()));
  }
  if (!same_secret(given, rules.token)) throw RequestError(401, "A token is needed.");
}

/// The generation and what was asked: whoever has the answer to both has this one.
std::string entity_tag(std::uint64_t generation, const std::string& target) {
  return fmt::format(R"(W/"{}-{:016x}")", generation, std::hash<std::string>{}(target));
}

bool has_tag(std::string_view if_none_match, std::string_view tag) {
  if (if_none_match == "*") return true;
  const std::string_view opaque = tag.substr(2);  // compared weakly
  return !if_none_match.empty() && if_none_match.find(opaque) != std::string_view::npos;
}

void add_header(HttpResponse& response, const char* name, std::string value) {
  response.headers.emplace_back(name, std::move(value));
}

bool is_policy(const std::pair<std::string, std::string>& header) {
  return header.first == "Content-Security-Policy";
}

/// A page takes script and style from here alone, everything else takes nothing.
void add_policy(HttpResponse& response) {
  add_header(response, "Content-Security-Policy",
             response.type == html_type
                 ? "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                   "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                 : "default-src 'none'; frame-ancestors 'none'");
}

void secure(HttpResponse& response) {
  add_header(response, "X-Content-Type-Options", "nosniff");
  const bool has_referrer_policy = std::ranges::any_of(
      response.headers, [](const auto& header) { return header.first == "Referrer-Policy"; });
  if (!has_referrer_policy) add_header(response, "Referrer-Policy", "no-referrer");
  add_header(response, "Cross-Origin-Resource-Policy", "same-origin");
  // What a 304 says of a policy would replace that of the page which the browser has kept.
  if (response.status != 304) add_policy(response);
}

PageFrame frame_for(const OpenGeneration& open, std::string root, bool has_quiz) {
  const char* editor = std::getenv("ANSWERS_EDITOR_URI");
  return {.root = std::move(root),
          .editor_uri = editor == nullptr ? "" : editor,
          .records = static_cast<std::size_t>(open.index.records()),
          .has_quiz = has_quiz};
}

/// The page at "/": an address of our own making, but whatever stands in one is understood as far
/// as it can be.
HttpResponse search_response(OpenGeneration& open, const Target& target, bool has_quiz) {
  SearchView view;
  Parameters known;
  bool is_part = false;
  std::size_t offset = 0;
  for (const auto& [name, value] : target.parameters) {
    if (name == "part") {
      is_part = true;
    } else if (name == "q") {
      view.query = value;
    } else if (name == "offset") {
      offset = whole_number(value, most_offset_of_a_request).value_or(0);
    } else if (name != "fields" && name != "count" && name != "facets" && name != "explain" &&
               name != "max_chars" && name != "strict_query" && name != "limit" && !value.empty()) {
      try {
        read_search_request({{"q", "x"}, {name, value}});
        known.emplace_back(name, value);
      } catch (const RequestError&) {  // an unknown one is left out
      }
    }
  }
  if (view.query.size() > longest_query_of_a_request)
    throw RequestError(400, "The query is too long.");
  const bool has_words = view.query.find_first_not_of(" \t\r\n") != std::string::npos;
  view.was_asked = has_words || !known.empty();
  Parameters asked = known;
  asked.emplace_back("q", view.query);
  if (!view.was_asked) asked.emplace_back("facets", "section,tag,source,difficulty,lang");
  SearchRequest request;
  try {
    request = read_search_request(asked);
  } catch (const RequestError&) {  // only an order and no words
    asked.emplace_back("facets", "section");
    request = read_search_request(asked);
  }
  SearchOptions& options = request.search;
  options.limit = view.was_asked ? 10 : 0;
  options.offset = offset;
  options.fold_answers = true;
  options.passages = true;
  options.closest = true;
  options.overview = true;
  if (view.was_asked && open.is_constant() &&
      open.index.database().get_doccount() <= most_records_with_facets)
    options.facets = {"section", "tag", "source", "difficulty", "lang"};
  const auto begin = Clock::now();
  view.results = open.searcher.search(request.query, options);
  view.milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
  for (Facet& facet : view.results.facets) {
    if (facet.values.size() > facet_values_shown) facet.values.resize(facet_values_shown);
  }
  view.limit = options.limit;
  view.parameters = std::move(known);
  const PageFrame frame = frame_for(open, "", has_quiz);
  return {.type = html_type, .body = is_part ? search_part(view, frame) : search_page(view, frame)};
}

/// Behind the one that was asked for, since of a list of hits the others were left out.
void add_other_answers(const Index& index, std::vector<Record>& answers) {
  constexpr std::size_t most = 50;
  for (Record& other : answers_beside(index, answers.front())) {
    if (other.id != answers.front().id && answers.size() < most)
      answers.push_back(std::move(other));
  }
}

HttpResponse record_response(const OpenGeneration& open, const std::string& id, bool has_quiz) {
  FoundRecords found = find_records(open.index, id);
  if (found.answers.empty())
    throw RequestError(404, found.candidates.empty()
                                ? "No record has that id."
                                : "Several records have an id that begins so.");
  const Record first = found.answers.front();
  if (found.answers.size() == 1) add_other_answers(open.index, found.answers);
  return {.type = html_type,
          .body = record_page(found.answers, neighbours_of(open.index, first),
                              find_related(open.index, first, related_shown),
                              frame_for(open, "../", has_quiz))};
}

HttpResponse topics_response(const OpenGeneration& open, bool has_quiz) {
  if (!open.is_constant())
    throw NotOverRemotes("Topics are not counted over indexes elsewhere: the first page has some.");
  constexpr std::size_t topics_shown = 60;
  std::vector<TopicList> lists;
  for (const char* field : {"section", "tag"})
    lists.push_back(find_topics(open.index, field, topics_shown));
  if (std::ranges::all_of(lists, [](const TopicList& list) { return list.topics.empty(); }))
    lists.push_back(find_topics(open.index, "source", topics_shown));
  return {.type = html_type, .body = topics_page(lists, frame_for(open, "", has_quiz))};
}

HttpResponse asset_response(std::string_view name) {
  for (const PageAsset& asset : page_assets()) {
    if (asset.name == name)
      return {.type = std::string(asset.type), .body = std::string(asset.content)};
  }
  throw RequestError(404, "There is no such file.");
}

/// What the headers say of a stateless message must be what it says itself.
void check_message_headers(const HttpRequest& request) {
  const Json message = Json::parse(request.body, nullptr, false);
  const std::string_view method = request.header("mcp-method");
  if (method.empty() || !message.is_object()) return;
  if (!message.contains("method") || message.at("method") != method)
    throw RequestError(400, "Mcp-Method is not the method of the message.");
}

}  // namespace

HttpResponse problem(unsigned status, const std::string& detail) {
  Json json = {{"type", "about:blank"}, {"title", name_of(status)}, {"status", status}};
  if (!detail.empty()) json["detail"] = detail;
  HttpResponse response{
      .status = status, .type = "application/problem+json", .body = json_text(json) + "\n"};
  if (status == 401)
    add_header(response, "WWW-Authenticate", R"(Basic realm="answers", charset="UTF-8")");
  if (status == 405) add_header(response, "Allow", "GET, HEAD");
  if (status == 429 || status == 503) add_header(response, "Retry-After", "1");
  secure(response);
  return response;
}

HttpService::HttpService(IndexPlaces index, std::string version, AccessRules rules,
                         Metrics& metrics, ResponseCache& cache, QuizDesk* quiz)
    : index_(index),
      mcp_(std::move(index), version),
      version_(std::move(version)),
      rules_(std::move(rules)),
      metrics_(metrics),
      cache_(cache),
      quiz_(quiz) {}

HttpResponse HttpService::answer(const HttpRequest& request) {
  const auto begin = Clock::now();
  HttpResponse response;
  const Target target = parse_target(request.target);
  const bool for_programs = target.path.starts_with("/api/") || target.path == "/mcp";
  const auto failed = [&](unsigned status, const std::string& detail) {
    response = problem(status, detail);
    if (status == 405 && target.path == "/mcp") response.headers.front().second = "POST";
    if (for_programs || status == 401) return;
    response.type = html_type;
    response.body = message_page(name_of(status), detail, {.root = "/"});
    std::erase_if(response.headers, is_policy);
    add_policy(response);
  };
  try {
    response = allowed(request);
    secure(response);
  } catch (const RequestError& error) {
    failed(error.status(), error.what());
  } catch (const QueryError& error) {
    failed(400, fmt::format("The query's syntax is broken at byte {}: {}", error.column(),
                            error.what()));
  } catch (const NotOverRemotes& error) {
    failed(501, error.what());
  } catch (const IndexUnusable& error) {
    std::cerr << "answers: " << printable_line(error.what()) << '\n';
    failed(503, "There is no index that can be asked.");
  } catch (const Xapian::Error& error) {
    std::cerr << "answers: the index cannot be read: " << printable_line(error.get_description())
              << '\n';
    failed(500, "The index cannot be read.");
  } catch (const std::exception& error) {
    std::cerr << "answers: " << printable_line(error.what()) << '\n';
    failed(500, "That was not to happen; it is in the log.");
  }
  const std::string_view coding = chosen_coding(request.header("accept-encoding"));
  if (response.body.size() >= least_packed) {
    add_header(response, "Vary",
               rules_.origins.empty() ? "Accept-Encoding" : "Accept-Encoding, Origin");
    if (!coding.empty()) {
      response.body = encoded_body(response.body, coding);
      add_header(response, "Content-Encoding", std::string(coding));
    }
  }
  const std::string_view origin = request.header("origin");
  if (!origin.empty() && is_among(rules_.origins, origin)) {
    add_header(response, "Access-Control-Allow-Origin", std::string(origin));
    std::erase_if(response.headers, [](const auto& header) {
      return header.first == "Cross-Origin-Resource-Policy";
    });
  }
  metrics_.count(response.status, Clock::now() - begin);
  return response;
}

HttpResponse HttpService::allowed(const HttpRequest& request) {
  const Target target = parse_target(request.target);
  if (target.path == "/healthz" && (request.method == "GET" || request.method == "HEAD")) {
    index_.live();
    return {.type = "text/plain; charset=utf-8", .body = "ok\n"};
  }
  check_host(request, rules_);
  check_origin(request, rules_);
  if (request.method == "OPTIONS") {
    HttpResponse response{.status = 204};
    add_header(response, "Allow", target.path == "/mcp" ? "POST" : "GET, HEAD");
    if (!request.header("origin").empty()) {
      add_header(response, "Access-Control-Allow-Methods", "GET, HEAD, POST");
      add_header(response, "Access-Control-Allow-Headers",
                 "Authorization, Content-Type, MCP-Protocol-Version, Mcp-Method, Mcp-Name");
      add_header(response, "Access-Control-Max-Age", "600");
    }
    return response;
  }
  check_token(request, rules_);
  const bool is_mcp = target.path == "/mcp";
  const bool is_read = request.method == "GET" || request.method == "HEAD";
  const bool is_grade = quiz_ != nullptr && target.path == "/quiz" && request.method == "POST";
  if (is_mcp ? request.method != "POST" : !is_read && !is_grade)
    throw RequestError(405, is_mcp ? "Messages come by POST." : "Everything here is only read.");
  return routed(request, target);
}

HttpResponse HttpService::routed(const HttpRequest& request, const Target& target) {
  const std::string& path = target.path;
  if (path == "/mcp") {
    if (!request.header("content-type").starts_with("application/json"))
      throw RequestError(415, "A message is application/json.");
    check_message_headers(request);
    std::string answer = mcp_.answer(request.body);
    if (answer.empty()) return {.status = 202};
    return {.type = "application/json", .body = std::move(answer)};
  }
  if (path == "/metrics")
    return {.type = "text/plain; version=0.0.4; charset=utf-8", .body = metrics_.text()};
  if (path.starts_with("/assets/")) {
    HttpResponse response = asset_response(std::string_view(path).substr(8));
    add_header(response, "Cache-Control", "max-age=300");
    return response;
  }
  if (path == "/quiz" && quiz_ != nullptr) return quiz_response(request, target);
  const bool is_page = path == "/" || path == "/topics" || path.starts_with("/r/");
  if (!is_page && !path.starts_with("/api/"))
    throw RequestError(404, "There is nothing at this address.");
  OpenGeneration& open = index_.live();
  const std::uint64_t generation = open.number;
  metrics_.generation = generation;
  // The state of the files on disk is no matter of the generation.
  const std::string tag = path == "/api/status" || !open.is_constant()
                              ? ""
                              : entity_tag(generation, version_ + request.target);
  HttpResponse response{.status = 304};
  if (tag.empty() || !has_tag(request.header("if-none-match"), tag)) {
    auto known = tag.empty() ? std::nullopt : cache_.find(generation, request.target);
    response = known     ? *std::move(known)
               : is_page ? page_response(open, target)
                         : answer_api(open, target);
    if (!tag.empty()) cache_.keep(generation, request.target, response);
  }
  if (!tag.empty()) add_header(response, "ETag", tag);
  add_header(response, "Cache-Control", "no-cache");
  return response;
}

HttpResponse HttpService::page_response(OpenGeneration& open, const Target& target) {
  const bool has_quiz = quiz_ != nullptr;
  if (target.path == "/") return search_response(open, target, has_quiz);
  if (target.path == "/topics") return topics_response(open, has_quiz);
  return record_response(open, target.path.substr(3), has_quiz);
}

HttpResponse HttpService::quiz_response(const HttpRequest& request, const Target& target) {
  const std::time_t now = std::time(nullptr);
  OpenGeneration& open = index_.live();
  if (!open.is_constant()) throw NotOverRemotes("There is no quiz over indexes elsewhere.");
  HttpResponse response;
  if (request.method == "POST") {
    if (!request.header("content-type").starts_with("application/x-www-form-urlencoded"))
      throw RequestError(415, "A grade is a form.");
    const Parameters form = parse_target("?" + request.body).parameters;
    const std::string question(parameter(form, "question"));
    quiz_->view(open.index, open.number, question, false, now);  // its questions are those of now
    if (!quiz_->grade(question, parameter(form, "grade"), now))
      throw RequestError(400, "That is no grade of a question that there is.");
    response.status = 303;
    add_header(response, "Location", "quiz");
  } else {
    const bool shows = !parameter(target.parameters, "show").empty();
    const std::string question(shows ? parameter(target.parameters, "question") : "");
    response = {.type = html_type,
                .body = quiz_page(quiz_->view(open.index, open.number, question, shows, now),
                                  frame_for(open, "", true))};
  }
  add_header(response, "Cache-Control", "no-store");
  // Without a referrer a browser would not say of a form either from which page it comes.
  add_header(response, "Referrer-Policy", "same-origin");
  return response;
}

}  // namespace answers
