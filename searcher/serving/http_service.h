#pragma once

#include "searcher/serving/http_message.h"
#include "searcher/serving/live_index.h"
#include "searcher/serving/mcp_server.h"
#include "searcher/serving/metrics.h"
#include "searcher/serving/quiz_desk.h"
#include "searcher/serving/response_cache.h"

#include <string>
#include <vector>

namespace answers {

/// Who may ask.
struct AccessRules {
  /// Names by which a browser may call this server, besides those of this machine (localhost,
  /// 127.0.0.1, [::1]): else a foreign page could reach it through a name of its own (DNS
  /// rebinding). Lower case, without port; "*" for any.
  std::vector<std::string> hosts{};
  /// Origins whose pages may read what is answered (CORS): "https://docs.example.org".
  std::vector<std::string> origins{};
  std::string token{};  ///< must be given as a bearer, or as the password of any user; "" for none
};

/// A request becomes a response, for one worker: who may ask, routes, the API, pages, MCP. What
/// strangers wrote, in records and in requests, comes out as text and nothing else. Metrics, cache
/// and quiz are those of all workers; without a quiz there is no page to study at.
class HttpService {
 public:
  HttpService(IndexPlaces index, std::string version, AccessRules rules, Metrics& metrics,
              ResponseCache& cache, QuizDesk* quiz = nullptr);

  /// Never throws: what fails is a response of its own, which says no path and no version.
  HttpResponse answer(const HttpRequest& request);

 private:
  HttpResponse allowed(const HttpRequest& request);
  HttpResponse routed(const HttpRequest& request, const Target& target);
  HttpResponse quiz_response(const HttpRequest& request, const Target& target);
  HttpResponse page_response(OpenGeneration& open, const Target& target);

  LiveIndex index_;
  McpServer mcp_;
  std::string version_;
  AccessRules rules_;
  Metrics& metrics_;
  ResponseCache& cache_;
  QuizDesk* quiz_;
};

/// A problem document (RFC 9457) for a status; `detail` is for people and may be empty.
HttpResponse problem(unsigned status, const std::string& detail);

}  // namespace answers
