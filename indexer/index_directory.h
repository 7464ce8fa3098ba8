#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>

namespace answers {

/// Where an index is: `given` (--index) > $ANSWERS_INDEX > the nearest .answers/ upwards from the
/// working directory > $XDG_DATA_HOME/answers/default.
std::filesystem::path find_index(const std::string& given);

/// The live generation of the index in `directory`, open for reading. Throws NoIndex when there is
/// none.
Xapian::Database open_index(const std::filesystem::path& directory);

}  // namespace answers
