#pragma once

#include "corpus/characters/encoding.h"

#include <optional>
#include <string>
#include <string_view>

namespace answers {

/// UTF-8 that was once read as Windows-1252 or Mac Roman and saved again ("donâ€™t", "√©t√©"): each
/// run of characters above ASCII stands for the bytes of a character or several. Such a run is
/// mended where it provably is one: all of it encodes to bytes of valid UTF-8, what comes out are
/// characters that texts are made of, and what stands there cannot be honest text (a capital
/// followed by a quote, "CAFÉ…", "√π", "–é" can). What was damaged twice is mended twice.
class MojibakeRepair {
 public:
  /// Trusts nothing but the single run.
  MojibakeRepair() = default;
  /// `sample` is the beginning of the text: where every run of it can be mended (three or more, and
  /// one of them provably), the whole text was damaged, and the runs that may be honest are mended
  /// as well.
  explicit MojibakeRepair(std::string_view sample);

  /// `text` (valid UTF-8) with its damaged runs mended; nullopt when there are none, which is
  /// found without copying. O(length).
  std::optional<std::string> repair(std::string_view text) const;

 private:
  std::optional<CodePage> damage_{};  ///< what the whole text was once read as
};

}  // namespace answers
