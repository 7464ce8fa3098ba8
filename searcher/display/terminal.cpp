#include "searcher/display/terminal.h"

#include "corpus/characters/ascii.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sys/ioctl.h>
#include <unistd.h>

namespace answers {
namespace {

constexpr std::size_t narrowest = 20;

/// Of the environment; "" where it is not set.
std::string value_of(const char* variable) {
  const char* value = std::getenv(variable);
  return value == nullptr ? "" : value;
}

void measure(Terminal& terminal, int descriptor) {
  winsize size{};
  if (terminal.is_terminal && ioctl(descriptor, TIOCGWINSZ, &size) == 0) {
    if (size.ws_col >= narrowest) terminal.columns = size.ws_col;
    if (size.ws_row > 0) terminal.rows = size.ws_row;
  }
  if (const char* columns = std::getenv("COLUMNS")) {
    const auto wanted = std::strtoul(columns, nullptr, 10);
    if (wanted >= narrowest && wanted <= 1000) terminal.columns = wanted;
  }
}

std::string host_name() {
  char name[256] = "";
  return gethostname(name, sizeof name - 1) == 0 ? name : "";
}

}  // namespace

Terminal look_at_terminal(int descriptor, ColorChoice choice) {
  Terminal terminal;
  terminal.is_terminal = isatty(descriptor) == 1;
  measure(terminal, descriptor);
  const std::string term = value_of("TERM");
  const bool dumb = term.empty() || term == "dumb";
  const std::string force = value_of("CLICOLOR_FORCE");
  const bool forced = (!force.empty() && force != "0") || !value_of("FORCE_COLOR").empty();
  switch (choice) {
    case ColorChoice::always:
      terminal.color = true;
      break;
    case ColorChoice::never:
      break;
    case ColorChoice::automatic:
      terminal.color = value_of("NO_COLOR").empty() && (forced || (terminal.is_terminal && !dumb));
      break;
  }
  terminal.links = terminal.color && terminal.is_terminal && !dumb;
  terminal.editor_uri = value_of("ANSWERS_EDITOR_URI");
  if (terminal.editor_uri.empty()) terminal.editor_uri = "file://" + host_name() + "{path}";
  return terminal;
}

std::string file_uri(const Terminal& terminal, std::string_view path, std::size_t line) {
  std::error_code error;
  const auto absolute = std::filesystem::absolute(path, error);
  const std::string encoded =
      percent_encoded(error ? std::string(path) : absolute.lexically_normal().string(), "%#?\" ");
  std::string uri;
  for (std::string_view rest = terminal.editor_uri; !rest.empty();) {
    if (rest.starts_with("{line}")) {
      uri += std::to_string(std::max<std::size_t>(line, 1));
      rest.remove_prefix(6);
    } else if (rest.starts_with("{path}")) {
      // "vscode://file/{path}" is "vscode://file{path}", but "file://{path}" stays.
      const bool slashes = uri.ends_with('/') && !uri.ends_with("//") && encoded.starts_with('/');
      uri += slashes ? encoded.substr(1) : encoded;
      rest.remove_prefix(6);
    } else {
      uri += rest[0];
      rest.remove_prefix(1);
    }
  }
  return percent_encoded(uri, "");
}

std::string percent_encoded(std::string_view text, std::string_view also) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > ' ' && byte < 0x7F && also.find(c) == std::string_view::npos) {
      encoded += c;
    } else {
      encoded += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return encoded;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    if (is_printable_ascii(text[0])) {
      ++width;
      text.remove_prefix(1);
      continue;
    }
    utf8proc_int32_t code_point = 0;
    const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &code_point);
    if (used > 0) width += static_cast<std::size_t>(utf8proc_charwidth(code_point));
    text.remove_prefix(used > 0 ? static_cast<std::size_t>(used) : 1);
  }
  return width;
}

}  // namespace answers
