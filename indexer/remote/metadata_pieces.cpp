#include "indexer/remote/metadata_pieces.h"

#include <fmt/core.h>
namespace answers {

std::string piece_key(std::string_view key, std::size_t piece) {
  return fmt::format("{}{}", key, piece);
}

void write_pieces(std::string_view bytes, std::string_view key, Xapian::WritableDatabase& head) {
  constexpr std::size_t most = std::size_t{1} << 20;
  std::size_t piece = 0;
  for (std::size_t at = 0; at < bytes.size(); at += most)
    head.set_metadata(piece_key(key, piece++), std::string(bytes.substr(at, most)));
}

std::string read_pieces(const Xapian::Database& database, std::string_view key) {
  std::string bytes;
  for (std::size_t piece = 0;; ++piece) {
    const std::string part = database.get_metadata(piece_key(key, piece));
    if (part.empty()) return bytes;
    bytes += part;
  }
}

}  // namespace answers
