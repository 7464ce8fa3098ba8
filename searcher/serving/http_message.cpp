#include "searcher/serving/http_message.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace answers {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string_view trimmed_blanks(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string gzipped(std::string_view body) {
  z_stream stream{};
  constexpr int window_of_gzip = 15 + 16;
  constexpr int memory_level = 8;
  constexpr int level = 5;
  if (deflateInit2(&stream, level, Z_DEFLATED, window_of_gzip, memory_level, Z_DEFAULT_STRATEGY) !=
      Z_OK)
    throw std::runtime_error("zlib has no memory");
  std::string out(deflateBound(&stream, body.size()), '\0');
  // zlib reads only, but its type does not say so.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int ending = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (ending != Z_STREAM_END) throw std::runtime_error("zlib did not come to an end");
  return out;
}

std::string zstd_packed(std::string_view body) {
  constexpr int level = 3;
  std::string out(ZSTD_compressBound(body.size()), '\0');
  const std::size_t bytes = ZSTD_compress(out.data(), out.size(), body.data(), body.size(), level);
  if (ZSTD_isError(bytes) != 0) throw std::runtime_error("zstd cannot pack a response");
  out.resize(bytes);
  return out;
}

}  // namespace

std::string_view HttpRequest::header(std::string_view name) const {
  const auto found = std::ranges::find(
      headers, name, [](const auto& header) { return std::string_view(header.first); });
  return found == headers.end() ? std::string_view() : found->second;
}

std::string percent_decoded(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int high = text[at] == '%' && at + 2 < text.size() ? hex_digit(text[at + 1]) : -1;
    const int low = high < 0 ? -1 : hex_digit(text[at + 2]);
    plain += low < 0 ? text[at] : static_cast<char>(high * 16 + low);
    if (low >= 0) at += 2;
  }
  return plain;
}

Target parse_target(std::string_view target) {
  target = target.substr(0, target.find('#'));
  const auto mark = std::min(target.find('?'), target.size());
  Target parsed{.path = percent_decoded(target.substr(0, mark))};
  const auto decoded = [](std::string_view part) {
    std::string text(part);
    std::ranges::replace(text, '+', ' ');
    return percent_decoded(text);
  };
  for (std::string_view rest = target.substr(std::min(mark + 1, target.size())); !rest.empty();) {
    const auto end = std::min(rest.find('&'), rest.size());
    const std::string_view pair = rest.substr(0, end);
    const auto equals = std::min(pair.find('='), pair.size());
    if (!pair.empty()) {
      parsed.parameters.emplace_back(decoded(pair.substr(0, equals)),
                                     decoded(pair.substr(std::min(equals + 1, pair.size()))));
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return parsed;
}

std::string_view chosen_coding(std::string_view accept_encoding) {
  bool gzip = false;
  bool zstd = false;
  for (std::string_view rest = accept_encoding; !rest.empty();) {
    const auto end = std::min(rest.find(','), rest.size());
    const std::string_view item = rest.substr(0, end);
    const auto semicolon = std::min(item.find(';'), item.size());
    const std::string_view name = trimmed_blanks(item.substr(0, semicolon));
    const std::string_view weight =
        trimmed_blanks(item.substr(std::min(semicolon + 1, item.size())));
    // "q=0", "q=0.000": not acceptable
    const bool welcome =
        !weight.starts_with("q=0") || weight.find_first_not_of("q=0.") != weight.npos;
    if (name == "gzip") gzip = welcome;
    if (name == "zstd") zstd = welcome;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (zstd) return "zstd";
  return gzip ? "gzip" : "";
}

std::string encoded_body(std::string_view body, std::string_view coding) {
  if (coding == "zstd") return zstd_packed(body);
  return coding == "gzip" ? gzipped(body) : std::string(body);
}

bool same_secret(std::string_view given, std::string_view secret) {
  int difference = given.size() == secret.size() && !secret.empty() ? 0 : 1;
  for (std::size_t at = 0; at < given.size(); ++at)
    difference |= given[at] ^ (secret.empty() ? '\0' : secret[at % secret.size()]);
  return difference == 0;
}

std::string from_base64(std::string_view text) {
  static constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  while (text.ends_with('=')) text.remove_suffix(1);
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const auto digit = digits.find(c);
    if (digit == std::string_view::npos) return {};
    bits = (bits << 6 | static_cast<unsigned>(digit)) & 0xFFFFFF;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFF);
  }
  return bytes;
}

}  // namespace answers
