#include "indexer/commands/amounts.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>

namespace answers {

std::string counted(std::uint64_t number) {
  std::string digits = fmt::format("{}", number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), 1, ',');
  return digits;
}

std::string plural(std::uint64_t number, std::string_view one, std::string_view many) {
  return counted(number) + ' ' + std::string(number == 1 ? one : many);
}

std::string sized(std::uint64_t bytes) {
  const auto value = static_cast<double>(bytes);
  if (bytes < 1'000'000) return fmt::format("{:.0f} kB", std::max(1.0, value / 1e3));
  if (bytes < 1'000'000'000) return fmt::format("{:.1f} MB", value / 1e6);
  return fmt::format("{:.2f} GB", value / 1e9);
}

}  // namespace answers
