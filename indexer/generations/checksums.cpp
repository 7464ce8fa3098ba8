#include "indexer/generations/checksums.h"

#include "indexer/generations/index_file.h"

#include <fmt/core.h>
#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace answers {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view format_word = "format ";
constexpr std::size_t digest_digits = 32;
constexpr std::size_t largest_file = std::size_t{1} << 20;
constexpr std::string_view segment_prefix = "segment-";

bool is_digest(std::string_view text) {
  return text.size() == digest_digits && text.find_first_not_of("0123456789abcdef") == text.npos;
}

std::string digest_of_text(std::string_view text) {
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

/// "DIGEST SIZE NAME", of a name that a generation may have.
std::optional<FileSum> parse_line(std::string_view line) {
  FileSum sum;
  sum.digest = line.substr(0, digest_digits);
  if (!is_digest(sum.digest) || line.size() < digest_digits + 1 || line[digest_digits] != ' ')
    return std::nullopt;
  line.remove_prefix(digest_digits + 1);
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), sum.size);
  if (error != std::errc()) return std::nullopt;
  line.remove_prefix(static_cast<std::size_t>(end - line.data()));
  if (!line.starts_with(' ')) return std::nullopt;
  sum.name = line.substr(1);
  const bool is_ours = sum.name == head_name || sum.name == stub_name ||
                       sum.name == collections_name || is_segment(sum.name);
  return is_ours ? std::optional(std::move(sum)) : std::nullopt;
}

}  // namespace

bool is_segment(std::string_view name) {
  return name.starts_with(segment_prefix) && is_digest(name.substr(segment_prefix.size()));
}

std::string to_text(const Checksums& checksums) {
  std::string text = fmt::format("{}{}\n", format_word, checksums.format);
  for (const auto& [name, size, digest] : checksums.files)
    text += fmt::format("{} {} {}\n", digest, size, name);
  return text + digest_of_text(text) + '\n';
}

Checksums parse_checksums(std::string_view text) {
  Checksums read;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.starts_with(format_word) && read.format.empty()) {
      read.format = line.substr(format_word.size());
    } else if (auto sum = parse_line(line)) {
      read.files.push_back(*std::move(sum));
    }
  }
  read.whole = !read.files.empty() && read.files.front().name == head_name && to_text(read) == text;
  return read;
}

Checksums read_checksums(const fs::path& folder) {
  return parse_checksums(IndexFile(folder / checksums_name).text(largest_file));
}

std::vector<FileSum> sums_of(const fs::path& folder, std::span<const std::string> names,
                             std::span<const FileSum> known) {
  std::vector<FileSum> sums;
  sums.reserve(names.size());
  for (const auto& name : names) {
    const auto before = std::ranges::find(known, name, &FileSum::name);
    if (before != known.end()) {
      sums.push_back(*before);
    } else {
      const IndexFile file(folder / name);
      sums.push_back({name, file.size(), file.digest()});
    }
  }
  return sums;
}

std::string stub_of(std::string_view generation, std::span<const FileSum> files) {
  std::string stub;
  for (const auto& file : files) {
    if (file.name == head_name || is_segment(file.name))
      stub.append("auto ../").append(generation).append("/").append(file.name).append("\n");
  }
  return stub;
}

std::string to_lines(std::span<const std::string> roots) {
  std::string text;
  for (const auto& root : roots) {
    for (const char c : root) text += c == '\n' ? "\\n" : c == '\\' ? "\\\\" : std::string(1, c);
    text += '\n';
  }
  return text;
}

std::vector<std::string> from_lines(std::string_view text) {
  std::vector<std::string> roots;
  std::string root;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escaped = text[i] == '\\' && i + 1 < text.size();
    if (escaped) {
      ++i;
      root += text[i] == 'n' ? '\n' : text[i];
    } else if (text[i] == '\n') {
      if (!root.empty()) roots.push_back(std::exchange(root, {}));
    } else {
      root += text[i];
    }
  }
  return roots;
}

}  // namespace answers
