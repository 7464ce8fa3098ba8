#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// Where in its file a record stands. Lines count from 1, bytes from 0; both ranges refer to the
/// file as it lies on disk (after decompression). `end_line` is the last line, `end_byte` one past
/// the last byte.
struct Place {
  std::string path{};  ///< as the reader was given it; "-" is standard input
  std::size_t line = 0;
  std::size_t end_line = 0;
  std::uint64_t byte = 0;
  std::uint64_t end_byte = 0;
};

/// One question with one answer: what a reader makes and a document of the index holds.
/// All text is valid UTF-8. Empty means "the collection does not say".
struct Record {
  /// Stable over rebuilds and edits of other records; see identify(). A reader fills it only where
  /// the collection itself gives an id.
  std::string id{};
  std::string question{};  ///< one line of plain text; only `code spans` keep their markup
  std::string body{};      ///< code, options, images, lists that belong to the question, as written
  std::string answer{};    ///< Markdown or text as written, trimmed of furniture
  std::vector<std::string> section{};  ///< the topics above it, outermost first
  std::vector<std::string> tags{};
  std::string source{};  ///< where the question comes from (a book, a site)
  std::string
      difficulty{};  ///< "easy", "medium", "hard"; another word only if the collection has its own
  std::string author{};
  std::string date{};      ///< ISO 8601 where the collection's form allows it, else as written
  std::string url{};       ///< address or "#anchor"
  std::string language{};  ///< ISO 639-1, "" unknown
  std::optional<int> votes{};
  bool accepted = false;  ///< marked as the accepted answer
  Place place{};
};

/// The part of an id that all answers to one question share: what stands before the '-' in an id
/// that looks as if identify() had made it; any other id whole.
std::string_view question_id(const Record& record);

/// The id of a record that has none of its own: ten characters that depend on the question and its
/// body alone, '-', six that depend on the answer (base 32 without i, l, o, u; XXH3). Letters and
/// digits alone count, so re-wrapping, markup or moving the file keeps the id. O(length).
std::string identify(const Record& record);

}  // namespace answers
