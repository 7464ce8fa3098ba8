#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace answers {

/// A part of a query between blanks, quotes taken together: one word or one piece of syntax.
struct Chunk {
  enum class Kind { words, phrase, filter, conjunction, disjunction, negation, near };
  Kind kind = Kind::words;
  std::size_t begin = 0;  ///< bytes of the query, of the text without its signs
  std::size_t end = 0;
  char sign = 0;           ///< '+' or '-'
  std::string_view field;  ///< of a filter, or question, answer
  std::size_t slop = 0;    ///< of NEAR
};

/// Of the names before a colon those that ask for a word in a text: question, answer.
std::span<const std::string_view> text_fields();

/// Who hears of broken syntax: a column, from 1, and what is wrong.
using Complain = std::function<void(std::size_t column, const std::string& what)>;

/// The chunks of a query, in order.
struct CutQuery {
  std::vector<Chunk> chunks{};
  bool is_whole = true;  ///< false: there were more than most_chunks, or most_filters
};

/// Cuts a query into chunks. Nothing fails: what is broken is words, and `complain` hears of it.
/// O(length).
CutQuery cut_query(std::string_view text, const Complain& complain);

/// `text` with small letters of ASCII where it was typed with the caps lock on: words and the signs
/// of sentences in capitals alone, one of five letters or more ("PADDING", not "SVM VS KNN" or
/// "ORA-00942"). Its words are where they were. O(length).
std::string without_caps_lock(std::string_view text);

}  // namespace answers
