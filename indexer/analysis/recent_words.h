#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace answers {

/// Words that were read lately, with their terms: most of a text are few words again and again, and
/// here they are found without hashing their letters or following a pointer.
class RecentWords {
 public:
  /// A word as it is looked for: at most 16 bytes, zeros behind it.
  struct Key {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    std::uint32_t stemmer = 0;
    bool operator==(const Key&) const = default;
  };
  static constexpr std::size_t longest = 16;

  static Key key(const char* padded, std::size_t stemmer) {
    Key key;
    std::memcpy(&key.first, padded, sizeof key.first);
    std::memcpy(&key.second, padded + sizeof key.first, sizeof key.second);
    key.stemmer = static_cast<std::uint32_t>(stemmer);
    return key;
  }
  /// The number that was put there, or nullptr.
  const std::uint32_t* find(const Key& key) const {
    const Entry& entry = entries_[place(key)];
    return entry.key == key ? &entry.number : nullptr;
  }
  void put(const Key& key, std::uint32_t number) { entries_[place(key)] = {key, number}; }
  void clear() { entries_.fill({}); }

 private:
  static constexpr int bits = 10;
  static std::size_t place(const Key& key) {
    constexpr std::uint64_t golden = 0x9E3779B97F4A7C15;
    return ((key.first * golden) ^ ((key.second + key.stemmer) * (golden << 8 | 0x4F))) * golden >>
           (64 - bits);
  }
  struct Entry {
    Key key{};
    std::uint32_t number = 0;
  };
  std::array<Entry, std::size_t{1} << bits> entries_{};
};

}  // namespace answers
