#include "indexer/remote/remote_connection.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace answers {

/// Where a connection leads: an address of tcp, or what starts a server by ssh.
struct RemotePeer {
  Deadlines deadlines{};
  sockaddr_storage address{};
  socklen_t address_bytes = 0;
  std::vector<std::string> command{};
};

namespace {

using remote_protocol::Frame;
using remote_protocol::ProtocolError;
using remote_protocol::Reply;

std::string text_of(int error) { return std::generic_category().message(error); }

/// -1 with errno.
int until_writable(int descriptor, std::chrono::milliseconds most) {
  const auto end = Clock::now() + most;
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
    pollfd polled{descriptor, POLLOUT, 0};
    const int count = poll(&polled, 1, static_cast<int>(std::max<std::int64_t>(0, left.count())));
    if (count < 0 && errno == EINTR) continue;
    if (count == 0) errno = ETIMEDOUT;
    if (count <= 0) return -1;
    int error = 0;
    socklen_t bytes = sizeof error;
    if (getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &bytes) != 0) return -1;
    errno = error;
    return error == 0 ? 0 : -1;
  }
}

int connected_socket(const RemotePeer& peer) {
  const int descriptor =
      socket(peer.address.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (descriptor < 0) throw RemoteFailure(text_of(errno));
  const int yes = 1;
  setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  int result =
      ::connect(descriptor, reinterpret_cast<const sockaddr*>(&peer.address), peer.address_bytes);
  if (result != 0 && (errno == EINPROGRESS || errno == EINTR))
    result = until_writable(descriptor, peer.deadlines.connect);
  if (result != 0) {
    const int error = errno;
    close(descriptor);
    throw RemoteFailure(fmt::format("cannot be connected to: {}", text_of(error)));
  }
  return descriptor;
}

/// Starts `command`, whose input and output are the socket that comes back. The other end is
/// closed with it, and nothing of this program stays open in it.
int socket_of_command(const std::vector<std::string>& command, pid_t& child) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    throw RemoteFailure(text_of(errno));
  std::vector<std::string> words = command;
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  posix_spawnattr_t attributes;  // threads of ours may have blocked what ends it
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  const int error =
      posix_spawnp(&child, arguments[0], &actions, &attributes, arguments.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  if (error != 0) {
    child = 0;
    close(ends[0]);
    throw RemoteFailure(fmt::format("{} cannot be started: {}", command.front(), text_of(error)));
  }
  return ends[0];
}

/// What starts a server by ssh.
std::vector<std::string> ssh_command(const RemoteAddress::Server& server, const std::string& path,
                                     std::chrono::milliseconds until_connected) {
  const auto seconds =
      std::max<std::int64_t>(1, std::chrono::floor<std::chrono::seconds>(until_connected).count());
  // Its standard input is the connection: whatever would ask there must fail instead.
  std::vector<std::string> command = {"ssh", fmt::format("-oConnectTimeout={}", seconds),
                                      "-oBatchMode=yes"};
  if (server.port != 0) command.insert(command.end(), {"-p", std::to_string(server.port)});
  command.insert(command.end(), {server.host, "xapian-progsrv", path + "/live"});
  return command;
}

}  // namespace

std::unique_ptr<RemoteConnection> RemoteConnection::open(const RemoteAddress& address,
                                                         std::size_t server,
                                                         const Deadlines& deadlines) {
  const RemoteAddress::Server& at = address.servers[server];
  RemotePeer peer{.deadlines = deadlines};
  if (address.is_ssh()) {
    peer.command = ssh_command(at, address.path, deadlines.connect);
    return std::make_unique<RemoteConnection>(std::make_shared<const RemotePeer>(std::move(peer)),
                                              "");
  }
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const std::string port = std::to_string(at.port);
  if (const int error = getaddrinfo(at.host.c_str(), port.c_str(), &wanted, &found); error != 0)
    throw RemoteFailure(fmt::format("{}: {}", at.host, gai_strerror(error)));
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> addresses(found, freeaddrinfo);
  std::string why;
  for (const addrinfo* one = found; one != nullptr; one = one->ai_next) {
    std::memcpy(&peer.address, one->ai_addr, one->ai_addrlen);
    peer.address_bytes = one->ai_addrlen;
    try {
      return std::make_unique<RemoteConnection>(std::make_shared<const RemotePeer>(peer), "");
    } catch (const RemoteFailure& error) {
      if (why.empty()) why = error.what();
    }
  }
  throw RemoteFailure(why);
}

RemoteConnection::RemoteConnection(std::shared_ptr<const RemotePeer> peer, std::string uuid)
    : peer_(std::move(peer)) {
  greeting_.uuid = std::move(uuid);
  connect();
}

RemoteConnection::~RemoteConnection() { disconnect(); }

void RemoteConnection::connect() {
  socket_ =
      peer_->command.empty() ? connected_socket(*peer_) : socket_of_command(peer_->command, child_);
  is_greeted_ = false;
  may_be_stale_ = false;
  received_.clear();
  sent_ = 0;
}

void RemoteConnection::disconnect() {
  if (socket_ >= 0) close(std::exchange(socket_, -1));
  if (child_ == 0) return;
  kill(child_, SIGTERM);
  while (waitpid(child_, nullptr, 0) < 0 && errno == EINTR) {
  }
  child_ = 0;
}

void RemoteConnection::ask(std::string_view request, Taker taker) {
  if (takers_.empty()) {
    outgoing_.clear();
    sent_ = 0;
    may_be_stale_ = is_greeted_;
  }
  outgoing_ += request;
  takers_.push_back(std::move(taker));
}

void RemoteConnection::send() {
  while (fault_.empty() && sent_ < outgoing_.size()) {
    const auto count = ::send(socket_, outgoing_.data() + sent_, outgoing_.size() - sent_,
                              MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count >= 0) {
      sent_ += static_cast<std::size_t>(count);
    } else if (errno == EAGAIN) {
      return;
    } else if (errno != EINTR) {
      lose(text_of(errno));
    }
  }
}

void RemoteConnection::receive() {
  std::array<char, std::size_t{1} << 15> bytes{};
  const auto count = recv(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT);
  if (count < 0) {
    if (errno != EINTR && errno != EAGAIN) lose(text_of(errno));
    return;
  }
  if (count == 0) {
    lose("its server closed the connection");
    return;
  }
  received_.append(bytes.data(), static_cast<std::size_t>(count));
  std::size_t taken = 0;
  try {
    while (const auto frame =
               remote_protocol::first_frame(std::string_view(received_).substr(taken))) {
      taken += frame->length;
      take(*frame);
    }
  } catch (const std::runtime_error& error) {
    if (may_be_stale_) {  // said when it was closed
      lose(error.what());
      return;
    }
    fail(error.what());
  }
  received_.erase(0, taken);
}

void RemoteConnection::take(const Frame& frame) {
  const auto kind = static_cast<Reply>(frame.kind);
  if (kind == Reply::exception) throw RemoteFailure(remote_protocol::read_exception(frame.bytes));
  if (!is_greeted_) {
    if (kind != Reply::update) throw ProtocolError("what answers there is no server of Xapian");
    remote_protocol::Greeting greeting = remote_protocol::read_greeting(frame.bytes);
    if (!greeting_.uuid.empty() && greeting.uuid != greeting_.uuid)
      throw RemoteFailure("its server has another generation now");
    greeting_ = std::move(greeting);
    is_greeted_ = true;
    return;
  }
  may_be_stale_ = false;
  if (takers_.empty()) throw ProtocolError("its server answers what was not asked");
  if (takers_.front()(kind, frame.bytes)) takers_.pop_front();
}

/// The connection is gone.
void RemoteConnection::lose(const std::string& why) {
  disconnect();
  if (!may_be_stale_) {
    const bool is_ssh = !peer_->command.empty();
    fail(why + (is_ssh
                    ? fmt::format("; see what this says: {} --version",
                                  fmt::join(peer_->command.begin(), peer_->command.end() - 1, " "))
                    : std::string()));
    return;
  }
  try {
    connect();
    send();
  } catch (const RemoteFailure& error) {
    fail(error.what());
  }
}

void RemoteConnection::fail(const std::string& why) {
  if (fault_.empty()) fault_ = why;
  takers_.clear();
  disconnect();
}

void RemoteConnection::wait_for_answers(std::span<RemoteConnection* const> connections,
                                        std::span<const Clock::time_point> deadlines) {
  std::vector<pollfd> polled;
  std::vector<RemoteConnection*> waiting;
  while (true) {
    polled.clear();
    waiting.clear();
    const auto now = Clock::now();
    auto next = Clock::time_point::max();
    for (std::size_t i = 0; i < connections.size(); ++i) {
      RemoteConnection& one = *connections[i];
      if (!one.is_waiting()) continue;
      if (deadlines[i] <= now) {
        one.fail(fmt::format("no answer within {:.1f} s",
                             std::chrono::duration<double>(one.peer_->deadlines.answer).count()));
        continue;
      }
      next = std::min(next, deadlines[i]);
      const bool has_more = one.sent_ < one.outgoing_.size();
      polled.push_back({one.socket_, static_cast<short>(has_more ? POLLIN | POLLOUT : POLLIN), 0});
      waiting.push_back(&one);
    }
    if (waiting.empty()) return;
    constexpr std::chrono::milliseconds longest = std::chrono::minutes(1);
    const auto left = std::min(longest, std::chrono::ceil<std::chrono::milliseconds>(next - now));
    if (poll(polled.data(), polled.size(), static_cast<int>(left.count())) < 0) continue;
    for (std::size_t i = 0; i < polled.size(); ++i) {
      const int socket = waiting[i]->socket_;
      if ((polled[i].revents & ~POLLOUT) != 0) waiting[i]->receive();
      if ((polled[i].revents & POLLOUT) != 0 && waiting[i]->socket_ == socket) waiting[i]->send();
    }
  }
}

}  // namespace answers
