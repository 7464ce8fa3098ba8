#pragma once

#include <string>

namespace answers {

/// What `answers --version` prints: "answers 0.1.0", and a line of what it was built from, by what,
/// and which forms it reads and writes: what a report of a fault needs. No line end behind the
/// last.
std::string version_text();

}  // namespace answers
