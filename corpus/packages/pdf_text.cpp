#include "corpus/packages/pdf_text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <string_view>
#include <sys/resource.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace answers {
namespace {
namespace fs = std::filesystem;

constexpr rlim_t most_memory = rlim_t{1} << 30;
constexpr rlim_t most_seconds = 30;
constexpr std::size_t most_text = std::size_t{64} << 20;

/// In a folder of PATH that is not relative: a collection may hold a program of that name.
std::string program_in_path(const char* name) {
  const char* const all = std::getenv("PATH");
  std::string_view rest = all == nullptr ? "" : all;
  while (!rest.empty()) {
    const std::string_view folder = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(rest.size(), folder.size() + 1));
    const fs::path program = fs::path(folder) / name;
    if (program.is_absolute() && ::access(program.c_str(), X_OK) == 0) return program.string();
  }
  return {};
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

void limit(int what, rlim_t most) {
  const rlimit both{most, most};
  ::setrlimit(static_cast<__rlimit_resource>(what), &both);
}

/// In the child: nothing may be called here that is not safe behind fork().
[[noreturn]] void become(char* const* arguments, int output, int nothing) {
  ::dup2(nothing, STDIN_FILENO);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(nothing, STDERR_FILENO);
  limit(RLIMIT_AS, most_memory);
  limit(RLIMIT_CPU, most_seconds);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);  // a pipe is no file
  std::array<char, 16> locale{"LC_ALL=C.UTF-8"};
  const std::array<char*, 2> environment{locale.data(), nullptr};
  ::execve(arguments[0], arguments, environment.data());
  ::_exit(127);
}

/// All that comes out of `from` until `deadline`, up to most_text bytes.
PdfText read_all(int from, std::chrono::steady_clock::time_point deadline) {
  PdfText result;
  std::array<char, std::size_t{64} << 10> buffer{};
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    pollfd one{from, POLLIN, 0};
    const int ready = left.count() <= 0 ? 0 : ::poll(&one, 1, static_cast<int>(left.count()));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) {
      result.trouble = "pdftotext took more than 30 seconds";
      return result;
    }
    const ssize_t got = ::read(from, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return result;
    result.text.append(buffer.data(), static_cast<std::size_t>(got));
    if (result.text.size() > most_text) {
      result.trouble = "pdftotext gave more than 64 MiB";
      return result;
    }
  }
}

}  // namespace

bool is_pdf(const fs::path& path) {
  std::error_code error;  // a pipe can be read once only
  if (!fs::is_regular_file(path, error)) return false;
  std::ifstream file(path, std::ios::binary);
  std::array<char, 5> bytes{};
  file.read(bytes.data(), bytes.size());
  return std::string_view(bytes.data(), bytes.size()) == "%PDF-";
}

std::optional<PdfText> text_of_pdf(const fs::path& path) {
  std::string program = program_in_path("pdftotext");
  if (program.empty()) return std::nullopt;
  std::string document = fs::absolute(path).string();  // no option, whatever its name
  std::array<std::string, 5> words{"-q", "-enc", "UTF-8", "-eol", "unix"};
  std::string to_output = "-";
  std::array<char*, 9> arguments{program.data(),  words[0].data(),  words[1].data(),
                                 words[2].data(), words[3].data(),  words[4].data(),
                                 document.data(), to_output.data(), nullptr};
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0)
    throw std::system_error(errno, std::generic_category(), "pdftotext");
  Descriptor from(ends[0]);
  Descriptor to(ends[1]);
  const Descriptor nothing(::open("/dev/null", O_RDWR | O_CLOEXEC));
  const pid_t child = ::fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "pdftotext");
  if (child == 0) become(arguments.data(), to.number(), nothing.number());
  to.close();
  PdfText result = read_all(from.number(),
                            std::chrono::steady_clock::now() + std::chrono::seconds(most_seconds));
  from.close();
  if (!result.trouble.empty()) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (result.trouble.empty() && !(WIFEXITED(status) && WEXITSTATUS(status) == 0))
    result.trouble = WIFEXITED(status) && WEXITSTATUS(status) == 3
                         ? "the PDF does not permit its text to be taken out"
                         : "pdftotext cannot read it";
  return result;
}

}  // namespace answers
