#include "searcher/ranking/passage_place.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace answers {
namespace {

constexpr std::uint64_t longest_record = 4 << 20;
/// Between two lines of a passage the file may have line ends, indents and marks of quotations.
constexpr std::string_view between_lines = " \t\r\n>|#*-";
constexpr std::size_t most_beginnings = 1000;

std::string read_record(const Place& place) {
  std::string bytes;
  std::error_code error;
  if (place.end_byte <= place.byte || !std::filesystem::is_regular_file(place.path, error))
    return bytes;  // and nobody waits for a pipe
  std::ifstream file(place.path, std::ios::binary);
  if (!file.seekg(static_cast<std::streamoff>(place.byte))) return bytes;
  bytes.resize(static_cast<std::size_t>(std::min(longest_record, place.end_byte - place.byte)));
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

/// Takes the next line that is not blank off `text`; "" when there is none.
std::string_view next_line(std::string_view& text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  const auto end = std::min(text.find('\n', begin), text.size());
  std::string_view line = text.substr(begin, end - begin);
  text.remove_prefix(end);
  while (line.ends_with(' ') || line.ends_with('\t') || line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Where the lines of `text` end in `bytes` if they stand there one after the other from `begin`.
std::optional<std::size_t> end_of_lines(std::string_view bytes, std::size_t begin,
                                        std::string_view text) {
  std::size_t at = begin;
  for (std::string_view line = next_line(text); !line.empty(); line = next_line(text)) {
    while (at < bytes.size() && bytes.substr(at, line.size()) != line &&
           between_lines.find(bytes[at]) != std::string_view::npos)
      ++at;
    if (bytes.substr(at, line.size()) != line) return std::nullopt;
    at += line.size();
  }
  return at;
}

std::size_t lines_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

}  // namespace

void locate_passages(Hit& hit) {
  const Place& place = hit.record.place;
  if (place.line == 0 || hit.passages.empty()) return;
  const std::string bytes = read_record(place);
  for (Passage& passage : hit.passages) {
    if (place.line == place.end_line) passage.line = passage.end_line = place.line;
    std::string_view text = passage.text;
    const std::string_view first_line = next_line(text);
    if (first_line.empty()) continue;
    std::size_t looked_at = 0;
    for (auto begin = bytes.find(first_line);
         begin != std::string::npos && ++looked_at <= most_beginnings;
         begin = bytes.find(first_line, begin + 1)) {
      const auto end = end_of_lines(bytes, begin, passage.text);
      if (!end) continue;
      const std::string_view whole = bytes;
      passage.line = place.line + lines_in(whole.substr(0, begin));
      passage.end_line = passage.line + lines_in(whole.substr(begin, *end - begin));
      passage.file_byte = place.byte + begin;
      break;
    }
  }
}

}  // namespace answers
