#include "searcher/serving/mcp_server.h"

#include "corpus/values/json_text.h"
#include "searcher/serving/http_message.h"
#include "searcher/serving/mcp_tools.h"

#include <nlohmann/json.hpp>
#include <xapian.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace answers {
namespace {

using Json = nlohmann::ordered_json;

// JSON-RPC 2.0, and of the protocol itself -32022.
constexpr int parse_error = -32700;
constexpr int invalid_request = -32600;
constexpr int method_not_found = -32601;
constexpr int invalid_params = -32602;
constexpr int internal_error = -32603;
constexpr int unsupported_version = -32022;

/// Of a request whose `_meta` says its version.
constexpr std::string_view stateless_version = "2026-07-28";
constexpr const char* version_key = "io.modelcontextprotocol/protocolVersion";
constexpr const char* server_info_key = "io.modelcontextprotocol/serverInfo";

/// Of `initialize`, the newest first.
constexpr std::string_view agreed_versions[] = {"2025-11-25", "2025-06-18", "2025-03-26",
                                                "2024-11-05", "2024-10-07"};

constexpr std::string_view record_uri = "answers://record/";

constexpr const char* instructions =
    "The user's own collection of questions and answers. Search it with the words of a question; "
    "cite what you use as path:line [id].";

struct RpcError : std::runtime_error {
  RpcError(int error_code, const std::string& what, Json more = nullptr)
      : std::runtime_error(what), code(error_code), data(std::move(more)) {}
  int code;
  Json data;
};

Json error_json(const Json& id, int code, const std::string& message, const Json& data = nullptr) {
  Json error = {{"code", code}, {"message", message}};
  if (!data.is_null()) error["data"] = data;
  return {{"jsonrpc", "2.0"}, {"id", id}, {"error", std::move(error)}};
}

/// A member of an object, or null.
const Json& member(const Json& json, const char* name) {
  static const Json null;
  if (!json.is_object()) return null;
  const auto found = json.find(name);
  return found == json.end() ? null : *found;
}

std::string needed_string(const Json& params, const char* name) {
  const Json& value = member(params, name);
  if (!value.is_string()) throw RpcError(invalid_params, std::string(name) + " must be a string");
  return value.get<std::string>();
}

/// One request.
class Request {
 public:
  Request(const Json& params, LiveIndex& index, const std::string& version)
      : params_(params), index_(index), version_(version) {
    const Json& said = member(member(params, "_meta"), version_key);
    stateless_ = !said.is_null();
    if (stateless_ && said != stateless_version) {
      throw RpcError(unsupported_version, "Unsupported protocol version",
                     {{"supported", Json::array({stateless_version})}, {"requested", said}});
    }
  }

  Json result(const std::string& method) {
    for (const Method& known : methods) {
      if (known.name != method || (stateless_ ? !known.stateless : !known.agreed)) continue;
      Json result = (this->*known.run)();
      if (!stateless_) return result;
      result["resultType"] = "complete";
      if (known.cacheable) {
        result["ttlMs"] = 0;
        result["cacheScope"] = "private";
      }
      result["_meta"] = {{server_info_key, server_info()}};
      return result;
    }
    throw RpcError(method_not_found, "Method not found");
  }

 private:
  struct Method {
    std::string_view name;
    bool agreed;  ///< is there in the era of initialize
    bool stateless;
    bool cacheable;
    Json (Request::*run)();
  };
  static const Method methods[9];

  Json server_info() const {
    return {{"name", "answers"},
            {"title", "answers: search in questions and answers"},
            {"version", version_}};
  }
  static Json capabilities() { return {{"tools", Json::object()}, {"resources", Json::object()}}; }

  Json initialize() {
    const Json& asked = member(params_, "protocolVersion");
    std::string_view agreed = agreed_versions[0];
    for (const std::string_view known : agreed_versions) {
      if (asked == known) agreed = known;
    }
    return {{"protocolVersion", agreed},
            {"capabilities", capabilities()},
            {"serverInfo", server_info()},
            {"instructions", instructions}};
  }
  Json discover() {
    return {{"supportedVersions", Json::array({stateless_version})},
            {"capabilities", capabilities()},
            {"instructions", instructions}};
  }
  Json ping() { return Json::object(); }
  Json list_tools() { return {{"tools", mcp_tools()}}; }
  Json list_resources() { return {{"resources", Json::array()}}; }
  Json list_templates() {
    return {{"resourceTemplates", Json::array({{{"uriTemplate", std::string(record_uri) + "{id}"},
                                                {"name", "record"},
                                                {"title", "A question with its answers"},
                                                {"description", "The whole record with that id"},
                                                {"mimeType", "text/markdown"}}})}};
  }
  Json call_tool() {
    const std::string name = needed_string(params_, "name");
    auto result = call_mcp_tool(index_, name, member(params_, "arguments"));
    if (result) return *std::move(result);
    std::string known;
    for (const Json& tool : mcp_tools())
      known += (known.empty() ? "" : ", ") + tool.at("name").get<std::string>();
    throw RpcError(invalid_params, "There is no tool of that name. The tools are: " + known);
  }
  Json read_resource() {
    const std::string uri = needed_string(params_, "uri");
    std::optional<std::string> text;
    if (uri.starts_with(record_uri) && uri.size() > record_uri.size())
      text = mcp_record(index_, percent_decoded(std::string_view(uri).substr(record_uri.size())));
    if (!text) throw RpcError(invalid_params, "Resource not found", {{"uri", uri}});
    return {
        {"contents",
         Json::array({{{"uri", uri}, {"mimeType", "text/markdown"}, {"text", *std::move(text)}}})}};
  }

  const Json& params_;
  LiveIndex& index_;
  const std::string& version_;
  bool stateless_ = false;
};

// name, of initialize's era, of the stateless one, cacheable there
const Request::Method Request::methods[9] = {
    {"initialize", true, false, false, &Request::initialize},
    {"ping", true, false, false, &Request::ping},
    {"server/discover", false, true, true, &Request::discover},
    {"tools/list", true, true, true, &Request::list_tools},
    {"tools/call", true, true, false, &Request::call_tool},
    {"resources/list", true, true, true, &Request::list_resources},
    {"resources/templates/list", true, true, true, &Request::list_templates},
    {"resources/read", true, true, true, &Request::read_resource},
    {"logging/setLevel", true, false, false, &Request::ping},  // nothing is logged to a client
};

/// The answer to one message; null for what wants none.
Json answer_one(const Json& message, LiveIndex& index, const std::string& version) {
  if (!message.is_object()) return error_json(nullptr, invalid_request, "Not a request");
  const Json& method = member(message, "method");
  const Json& id = member(message, "id");
  const bool is_response =
      method.is_null() && (message.contains("result") || message.contains("error"));
  if (is_response || (method.is_string() && !message.contains("id"))) return nullptr;
  const bool has_id = id.is_string() || id.is_number();
  if (!method.is_string() || !has_id || member(message, "jsonrpc") != "2.0") {
    return error_json(has_id ? id : Json(nullptr), invalid_request,
                      "Not a request of JSON-RPC 2.0");
  }
  try {
    const Json& params = member(message, "params");
    Json result = Request(params, index, version).result(method.get<std::string>());
    return {{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}};
  } catch (const RpcError& error) {
    return error_json(id, error.code, error.what(), error.data);
  } catch (const IndexUnusable& error) {
    return error_json(id, internal_error, error.what());
  } catch (const Xapian::Error&) {
    return error_json(id, internal_error, "The index cannot be read. 'answers check' says more.");
  } catch (const std::exception&) {
    return error_json(id, internal_error, "The request failed. 'answers check' may say more.");
  }
}

}  // namespace

std::string McpServer::answer(std::string_view message) {
  if (message.find_first_not_of(" \t\r\n") == std::string_view::npos) return {};
  const Json json = Json::parse(message, nullptr, false);
  if (json.is_discarded())
    return json_text(error_json(nullptr, parse_error,
                                "Not valid JSON: a message is one JSON object on one line"));
  if (!json.is_array()) {
    const Json answer = answer_one(json, index_, version_);
    return answer.is_null() ? "" : json_text(answer);
  }
  if (json.empty()) return json_text(error_json(nullptr, invalid_request, "An empty batch"));
  Json all = Json::array();
  for (const Json& one : json) {
    Json answer = answer_one(one, index_, version_);
    if (!answer.is_null()) all.push_back(std::move(answer));
  }
  return all.empty() ? "" : json_text(all);
}

}  // namespace answers
