#pragma once

#include "tests/support/temporary_folder.h"

#include <string>
#include <string_view>

namespace answers {

/// A line of a collection in JSON lines.
inline std::string json_line(std::string_view id, std::string_view question,
                             std::string_view answer) {
  return "{\"id\":\"" + std::string(id) + "\",\"question\":\"" + std::string(question) +
         "\",\"answer\":\"" + std::string(answer) + "\"}\n";
}

}  // namespace answers
