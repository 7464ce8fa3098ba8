#pragma once

#include "corpus/record.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace answers {

/// Something in a collection that could not be read as it stands. Reading goes on behind it.
struct Trouble {
  std::string path{};
  std::size_t line = 0;  ///< from 1; 0 when the whole file is meant
  std::string what{};    ///< what was wrong: "a line of 52,428,800 bytes"
  std::string remedy{};  ///< what to do about it, or what was done instead; may be empty
  /// The reason passes (no memory, a disk that failed): another time all of the file may be read.
  bool passing = false;
};

/// What one file was read as, and why: the lines of `answers read --explain`.
struct Sighting {
  std::string path{};
  std::size_t line = 0;
  std::string shape{};     ///< "markdown table", "Stack Exchange Posts.xml", …
  std::string evidence{};  ///< "header row with 'Question' and 'ChatGPT'"
};

/// Hears what readers find, in the order of the file. Called from the thread that reads.
/// A reader calls it and never prints; what a listener throws ends the reading and passes through.
class Listener {
 public:
  Listener() = default;
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  virtual ~Listener() = default;

  /// A question with its answer. `record.id` is set.
  virtual void on_record(Record record) = 0;
  /// A question for which the collection has no answer, or only a placeholder.
  // NOLINTNEXTLINE(performance-unnecessary-value-param): who keeps the record moves it
  virtual void on_unanswered(Record /*record*/) {}
  virtual void on_trouble(const Trouble& /*trouble*/) {}
  virtual void on_sighting(const Sighting& /*sighting*/) {}
  /// Whether each block that was looked at is to be told as a sighting, with its role and why.
  virtual bool wants_every_block() const { return false; }
  /// A file that is not a collection: a reason that is the same for all of its kind ("image",
  /// "licence", "binary", "no questions and answers in it"), for counting.
  virtual void on_skipped(std::string_view /*path*/, std::string_view /*reason*/) {}
  /// What the current file gives depends on another one, which may not be there: when that changes,
  /// this one is to be read again.
  virtual void on_read_with(std::string_view /*path*/) {}
  /// `bytes` of the current file have been taken in since the last call.
  virtual void on_progress(std::size_t /*bytes*/) {}
};

}  // namespace answers
