#pragma once

#include <string>
#include <string_view>

namespace answers {

/// The content of tests/golden/`name`. With UPDATE_GOLDEN=1 in the environment the file is written
/// with `actual` first: the diff of the golden files is then the review of the change.
std::string golden(std::string_view name, std::string_view actual);

}  // namespace answers
