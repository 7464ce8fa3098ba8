#pragma once

#include "searcher/serving/http_message.h"
#include "searcher/serving/listening_socket.h"
#include "searcher/serving/metrics.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace answers {

/// What a server holds a client to.
struct HttpLimits {
  static constexpr std::size_t target_bytes = 8 << 10;   ///< else 414
  static constexpr std::size_t header_bytes = 24 << 10;  ///< with the first line; else 431
  static constexpr std::size_t body_bytes = 1 << 20;     ///< else 413
  static constexpr std::size_t waiting_requests = 256;   ///< else 429
  static constexpr std::size_t connections =
      900;                                    ///< one that sent nothing yet is closed for a new one
  static constexpr int request_seconds = 15;  ///< for a whole request, however it trickles in
  static constexpr int response_seconds = 30;  ///< for a whole response
};

/// Answers one request; called by one thread.
using HttpHandler = std::function<HttpResponse(const HttpRequest&)>;

/// Serves until SIGTERM or SIGINT: then no new request is taken, what runs is finished, and it
/// returns; a second signal kills. One thread owns all connections, so that an idle or slow client
/// costs a few kB and nobody's time; each of `handlers` is called by a worker of its own. `errors`
/// makes the response to what is no request (400, 408, 413 …). `ready` is called once, from when on
/// a signal ends the serving and no longer the process: whoever is told before may send one.
void serve_http(const std::vector<ListeningSocket>& listeners,
                const std::vector<HttpHandler>& handlers,
                const std::function<HttpResponse(unsigned status)>& errors, Metrics& metrics,
                const std::function<void()>& ready);

}  // namespace answers
