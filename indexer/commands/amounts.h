#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Numbers as people read them.
namespace answers {

/// 1234567 -> "1,234,567".
std::string counted(std::uint64_t number);

/// "1 record", "1,252 records".
std::string plural(std::uint64_t number, std::string_view one, std::string_view many);

/// "12 kB", "3.4 MB", "1.20 GB": powers of ten.
std::string sized(std::uint64_t bytes);

}  // namespace answers
