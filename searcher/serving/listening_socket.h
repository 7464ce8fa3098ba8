#pragma once

#include <string>
#include <utility>
#include <vector>

namespace answers {

/// A socket that is listened on, closed with this object.
class ListeningSocket {
 public:
  /// `host:port`, "[::1]:7700", "localhost:0" (any free port): every address of that name. Throws
  /// std::system_error, for example when another server has it, and std::invalid_argument.
  static std::vector<ListeningSocket> tcp(const std::string& address);
  /// A socket in the file system that its owner and group alone may use. One that a dead server
  /// left behind is replaced, and it is removed in the end. Throws std::system_error.
  static ListeningSocket local(const std::string& path);
  /// The sockets that systemd handed over (sd_listen_fds(3)); usually none.
  static std::vector<ListeningSocket> inherited();

  ListeningSocket(const ListeningSocket&) = delete;
  ListeningSocket& operator=(const ListeningSocket&) = delete;
  ListeningSocket(ListeningSocket&& other) noexcept;
  ListeningSocket& operator=(ListeningSocket&& other) noexcept;
  ~ListeningSocket();

  int descriptor() const { return descriptor_; }
  /// Whether only processes of this machine can come by it.
  bool is_local() const;
  bool is_unix() const;
  /// "http://127.0.0.1:7700/", "unix:/run/answers.sock"
  std::string name() const;

 private:
  explicit ListeningSocket(int descriptor, std::string path = {})
      : descriptor_(descriptor), path_(std::move(path)) {}
  int descriptor_ = -1;
  std::string path_;  ///< to be removed
};

}  // namespace answers
