#pragma once

#include "corpus/record.h"

#include <string>
#include <string_view>

namespace answers {

/// What the front matter of a document says: YAML, or the "key = value" lines of TOML.
struct FrontMatter {
  std::string question{};  ///< its own "question" field
  std::string answer{};    ///< its own "answer" field
  std::string title{};
  bool draft = false;
  bool nested = false;  ///< holds objects, in lists or below other names
  Record fields{};      ///< tags, source, difficulty, section … as set_field() knows them
};

/// Reads the text between the two rulers of a front matter. What is no YAML is read line by line,
/// "key: value"; never throws. O(length).
FrontMatter read_front_matter(std::string_view text);

}  // namespace answers
