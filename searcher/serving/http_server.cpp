#include "searcher/serving/http_server.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <ctime>
#include <deque>
#include <iterator>
#include <list>
#include <memory>
#include <mutex>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <optional>
#include <sys/resource.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace answers {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;
using std::chrono::seconds;
using Socket = asio::generic::stream_protocol;

/// How long what runs may take when the server is to end.
constexpr seconds patience_at_the_end{10};
/// For a client to read why its request was refused before the connection is gone.
constexpr seconds time_to_read_a_refusal{2};

class Session;

/// A request on its way to a worker.
struct Job {
  HttpRequest request{};
  std::shared_ptr<Session> session{};
};

/// Workers that take jobs in the order in which they came.
class Workers {
 public:
  Workers(const std::vector<HttpHandler>& handlers, asio::io_context& loop, Metrics& metrics) {
    for (const HttpHandler& handler : handlers)
      threads_.emplace_back([this, &handler, &loop, &metrics] { work(handler, loop, metrics); });
  }
  ~Workers() {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    changed_.notify_all();
    for (auto& thread : threads_) thread.join();
  }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// false: too many wait already.
  bool add(Job job, Metrics& metrics) {
    {
      const std::lock_guard lock(mutex_);
      if (jobs_.size() >= HttpLimits::waiting_requests) return false;
      jobs_.push_back(std::move(job));
      metrics.waiting = static_cast<std::int64_t>(jobs_.size());
    }
    changed_.notify_one();
    return true;
  }

 private:
  void work(const HttpHandler& handler, asio::io_context& loop, Metrics& metrics);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

class Server {
 public:
  Server(const std::vector<ListeningSocket>& listeners, const std::vector<HttpHandler>& handlers,
         const std::function<HttpResponse(unsigned)>& errors, Metrics& metrics)
      : errors_(errors), metrics_(metrics), workers_(handlers, loop_, metrics) {
    for (const ListeningSocket& listener : listeners) {
      acceptors_.emplace_back(loop_, dup(listener.descriptor()));
      acceptors_.back().non_blocking(true);
      wait_for_connection(acceptors_.back());
    }
    signals_.async_wait([this](error_code error, int) {
      if (!error) end();
    });
  }

  void run() { loop_.run(); }

  HttpResponse error_response(unsigned status) const { return errors_(status); }
  bool is_ending() const { return ending_; }
  bool give_to_worker(Job job) {
    if (!workers_.add(std::move(job), metrics_)) return false;
    ++running_;
    return true;
  }
  void finished_one() { --running_; }

  /// The sessions, those that wait longest for their next request first.
  std::list<Session*> sessions;
  Metrics& metrics() { return metrics_; }

 private:
  void wait_for_connection(asio::posix::stream_descriptor& acceptor) {
    acceptor.async_wait(asio::posix::stream_descriptor::wait_read,
                        [this, &acceptor](error_code error) {
                          if (error || ending_) return;
                          accept_connections(acceptor);
                        });
  }
  void accept_connections(asio::posix::stream_descriptor& acceptor);
  void end();
  void watch_the_end();
  void close_an_idle_one();

  asio::io_context loop_{1};
  asio::executor_work_guard<asio::io_context::executor_type> guard_ = asio::make_work_guard(loop_);
  asio::signal_set signals_{loop_, SIGTERM, SIGINT};
  asio::steady_timer timer_{loop_};
  std::chrono::steady_clock::time_point deadline_{};
  const std::function<HttpResponse(unsigned)>& errors_;
  Metrics& metrics_;
  std::list<asio::posix::stream_descriptor> acceptors_;
  std::size_t running_ = 0;  ///< requests that a worker has
  bool ending_ = false;
  Workers workers_;  // last: their threads end first
};

std::string http_date() {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(std::time(nullptr)));
}

/// A connection: reads a request, waits for its response, writes it, and again. All in the loop's
/// thread.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(Server& server, beast::basic_stream<Socket> stream)
      : server_(server), stream_(std::move(stream)) {
    place_ = server_.sessions.insert(server_.sessions.end(), this);
    server_.metrics().connections = static_cast<std::int64_t>(server_.sessions.size());
  }
  ~Session() {
    server_.sessions.erase(place_);
    server_.metrics().connections = static_cast<std::int64_t>(server_.sessions.size());
  }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  void read() {
    parser_.emplace();
    parser_->header_limit(HttpLimits::header_bytes);
    parser_->body_limit(HttpLimits::body_bytes);
    is_waiting_ = true;
    server_.sessions.splice(server_.sessions.end(), server_.sessions, place_);
    stream_.expires_after(seconds(HttpLimits::request_seconds));
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this()](error_code error, std::size_t) {
                       self->is_waiting_ = false;
                       self->on_read(error);
                     });
  }

  /// Of a request that a worker has answered.
  void respond(HttpResponse response) {
    server_.finished_one();
    write(std::move(response));
  }

  bool is_waiting() const { return is_waiting_; }
  void close() { stream_.close(); }

 private:
  void on_read(error_code error) {
    if (error) return on_bad_request(error);
    const auto& message = parser_->get();
    keeps_alive_ = message.keep_alive() && !server_.is_ending();
    is_head_ = message.method() == http::verb::head;
    if (message.target().size() > HttpLimits::target_bytes)
      return write(server_.error_response(414));
    HttpRequest request{.method = std::string(message.method_string()),
                        .target = std::string(message.target()),
                        .body = message.body()};
    for (const auto& field : message) {
      std::string name(field.name_string());
      std::ranges::transform(name, name.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
      });
      request.headers.emplace_back(std::move(name), field.value());
    }
    stream_.expires_never();
    if (!server_.give_to_worker({std::move(request), shared_from_this()}))
      write(server_.error_response(429));
  }

  void on_bad_request(error_code error) {
    const bool is_of_http = error.category() == error_code(http::error::bad_method).category();
    if (!is_of_http || error == http::error::end_of_stream ||
        error == http::error::partial_message) {
      stream_.close();
      return;
    }
    unsigned status = 400;
    if (error == http::error::body_limit) status = 413;
    if (error == http::error::header_limit || error == http::error::buffer_overflow) {
      // The first line was whole, or its address was what did not end.
      status = parser_->get().target().empty() ? 414 : 431;
    }
    keeps_alive_ = false;
    write(server_.error_response(status));
  }

  void write(HttpResponse response) {
    using Response = http::response<http::string_body>;
    auto message = std::make_shared<Response>();
    message->result(response.status);
    if (parser_) message->version(parser_->get().version());
    keeps_alive_ = keeps_alive_ && !server_.is_ending();
    message->keep_alive(keeps_alive_);
    message->set(http::field::date, http_date());
    if (!response.type.empty()) message->set(http::field::content_type, response.type);
    for (const auto& [name, value] : response.headers) message->insert(name, value);
    const bool has_body = response.status != 204 && response.status != 304;
    if (has_body) message->content_length(response.body.size());
    if (has_body && !is_head_) message->body() = std::move(response.body);
    stream_.expires_after(seconds(HttpLimits::response_seconds));
    http::async_write(stream_, *message,
                      [self = shared_from_this(), message](error_code error, std::size_t) {
                        self->on_written(error);
                      });
  }

  void on_written(error_code error) {
    if (error) return stream_.close();
    if (keeps_alive_ && !server_.is_ending()) return read();
    // What it still sends is thrown away: a connection that is closed over unread bytes may be
    // reset before the client has read why.
    stream_.socket().shutdown(Socket::socket::shutdown_send, error);
    stream_.expires_after(time_to_read_a_refusal);
    drain(HttpLimits::body_bytes);
  }

  void drain(std::size_t most) {
    buffer_.clear();
    stream_.async_read_some(buffer_.prepare(16 << 10),
                            [self = shared_from_this(), most](error_code error, std::size_t bytes) {
                              if (error || bytes > most) return self->stream_.close();
                              self->drain(most - bytes);
                            });
  }

  Server& server_;
  beast::basic_stream<Socket> stream_;
  beast::flat_buffer buffer_{HttpLimits::header_bytes + HttpLimits::body_bytes};
  std::optional<http::request_parser<http::string_body>> parser_;
  std::list<Session*>::iterator place_;
  bool keeps_alive_ = false;
  bool is_head_ = false;
  bool is_waiting_ = false;
};

void Workers::work(const HttpHandler& handler, asio::io_context& loop, Metrics& metrics) {
  while (true) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return ending_ || !jobs_.empty(); });
    if (ending_) return;
    Job job = std::move(jobs_.front());
    jobs_.pop_front();
    metrics.waiting = static_cast<std::int64_t>(jobs_.size());
    lock.unlock();
    HttpResponse response = handler(job.request);
    asio::post(loop, [session = std::move(job.session), response = std::move(response)]() mutable {
      session->respond(std::move(response));
    });
  }
}

void Server::accept_connections(asio::posix::stream_descriptor& acceptor) {
  while (true) {
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    const int descriptor = accept4(acceptor.native_handle(), reinterpret_cast<sockaddr*>(&address),
                                   &length, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (descriptor < 0) {
      if (errno == EMFILE || errno == ENFILE) close_an_idle_one();
      break;
    }
    if (address.ss_family != AF_UNIX) {
      const int yes = 1;
      setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    }
    beast::basic_stream<Socket> stream(loop_);
    stream.socket().assign(Socket(address.ss_family, 0), descriptor);
    if (sessions.size() >= HttpLimits::connections) close_an_idle_one();
    if (sessions.size() < 2 * HttpLimits::connections)
      std::make_shared<Session>(*this, std::move(stream))->read();
  }
  wait_for_connection(acceptor);
}

void Server::close_an_idle_one() {
  const auto idle = std::ranges::find_if(sessions, &Session::is_waiting);
  if (idle != sessions.end()) (*idle)->close();
}

void Server::end() {
  ending_ = true;
  signals_.clear();
  for (auto& acceptor : acceptors_) acceptor.close();
  std::vector<Session*> idle;
  std::ranges::copy_if(sessions, std::back_inserter(idle), &Session::is_waiting);
  for (Session* session : idle) session->close();
  deadline_ = std::chrono::steady_clock::now() + patience_at_the_end;
  watch_the_end();
}

void Server::watch_the_end() {
  if ((sessions.empty() && running_ == 0) || std::chrono::steady_clock::now() > deadline_)
    return loop_.stop();
  constexpr std::chrono::milliseconds between_looks{10};
  timer_.expires_after(between_looks);
  timer_.async_wait([this](error_code) { watch_the_end(); });
}

}  // namespace

void serve_http(const std::vector<ListeningSocket>& listeners,
                const std::vector<HttpHandler>& handlers,
                const std::function<HttpResponse(unsigned status)>& errors, Metrics& metrics,
                const std::function<void()>& ready) {
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) == 0) {  // an index with many segments has many files
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
  }
  Server server(listeners, handlers, errors, metrics);
  ready();
  server.run();
}

}  // namespace answers
