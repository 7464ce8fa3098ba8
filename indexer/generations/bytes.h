#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace answers {

/// LEB128: seven bits a byte, the lowest first.
inline void append_leb128(std::string& bytes, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) bytes += static_cast<char>(number | 0x80);
  bytes += static_cast<char>(number);
}

/// Its size as a number, and the text.
inline void append_text(std::string& bytes, std::string_view text) {
  append_leb128(bytes, text.size());
  bytes += text;
}

/// Numbers and texts one behind the other: how records and manifests are stored.
class ByteWriter {
 public:
  void number(std::uint64_t value) { append_leb128(bytes_, value); }
  void signed_number(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    number(value < 0 ? ~(bits << 1) : bits << 1);
  }
  void text(std::string_view value) { append_text(bytes_, value); }
  /// Each element by `write_element`.
  template <typename List, typename WriteElement>
  void list(const List& values, WriteElement write_element) {
    number(values.size());
    for (const auto& value : values) write_element(value);
  }
  void texts(const std::vector<std::string>& values) {
    list(values, [this](const std::string& value) { text(value); });
  }
  void reserve(std::size_t size) { bytes_.reserve(size); }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads what a ByteWriter wrote. Throws std::runtime_error on anything else.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : left_(bytes) {}
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (left_.empty()) damaged();
      const auto byte = static_cast<unsigned char>(left_.front());
      left_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    damaged();
  }
  std::int64_t signed_number() {
    const std::uint64_t value = number();
    return static_cast<std::int64_t>((value & 1) != 0 ? ~(value >> 1) : value >> 1);
  }
  std::string text() { return std::string(view()); }
  /// The text where it stands.
  std::string_view view() {
    const std::uint64_t size = number();
    if (size > left_.size()) damaged();
    const std::string_view value = left_.substr(0, size);
    left_.remove_prefix(size);
    return value;
  }
  /// A list, each element filled in by `read_element`.
  template <typename List, typename ReadElement>
  void list(List& values, ReadElement read_element) {
    const std::uint64_t count = number();
    if (count > left_.size()) damaged();  // each takes a byte at least
    // An element may take a hundred times its bytes: no more room than for those that are there.
    values.clear();
    for (std::uint64_t read = 0; read < count; ++read) read_element(values.emplace_back());
    values.shrink_to_fit();
  }
  void texts(std::vector<std::string>& values) {
    list(values, [this](std::string& value) { value = text(); });
  }
  std::string_view left() const { return left_; }
  void expect_end() const {
    if (!left_.empty()) damaged();
  }

 private:
  [[noreturn]] static void damaged() { throw std::runtime_error("stored data is damaged"); }
  std::string_view left_;
};

}  // namespace answers
