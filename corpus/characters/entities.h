#pragma once

#include <string_view>

namespace answers {

/// A character reference of HTML and what it stands for: "&quot;" and "\"".
struct Entity {
  std::string_view name;
  std::string_view text;
};

/// The one that `text` begins with; nullptr when it is none of those that people write where there
/// is no HTML around them. O(1).
const Entity* leading_entity(std::string_view text);

}  // namespace answers
