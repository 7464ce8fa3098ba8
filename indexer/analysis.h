#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace answers {

/// One term where it stands in a text.
struct Token {
  std::string_view term{};   ///< valid during the call only
  std::size_t position = 0;  ///< counts words from 0; terms of one word share it
  std::size_t begin = 0;     ///< bytes of the text
  std::size_t end = 0;
};

/// Text -> terms: the one analysis for records, queries and highlighting. `language` is ISO 639-1,
/// "" for unknown (English rules). Not thread-safe: each thread has its own. O(length).
class Analyser {
 public:
  Analyser();
  ~Analyser();
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;

  void analyse(std::string_view text, std::string_view language,
               const std::function<void(const Token&)>& on_token);

 private:
  struct State;
  State* state_;
};

}  // namespace answers
