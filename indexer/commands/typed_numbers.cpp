#include "indexer/commands/typed_numbers.h"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <string_view>

namespace answers {
namespace {

/// More digits than these may not fit into 64 bits.
constexpr std::size_t most_digits = 18;

}  // namespace

CLI::Option* takes_whole_number(CLI::Option* option) {
  const auto as_decimal = [](std::string& typed) {
    if (typed.empty() || typed.find_first_not_of("0123456789") != std::string::npos)
      return fmt::format("'{}' is no whole number such as 10", typed);
    // CLI11 takes a number that begins with 0 for an octal one.
    typed.erase(0, std::min(typed.find_first_not_of('0'), typed.size() - 1));
    return typed.size() > most_digits ? fmt::format("{} is too large a number", typed) : "";
  };
  return option->transform(CLI::Validator(as_decimal, ""));
}

CLI::Option* takes_decimal(CLI::Option* option, double least, double most) {
  const auto is_decimal = [least, most](const std::string& typed) {
    double value = 0;
    const char* const end = typed.data() + typed.size();
    const auto [stopped, error] = std::from_chars(typed.data(), end, value);
    const bool is_number = error == std::errc() && stopped == end;
    return is_number && value >= least && value <= most
               ? std::string()
               : fmt::format("'{}' is no number from {} to {}", typed, least, most);
  };
  return option->check(CLI::Validator(is_decimal, ""));
}

}  // namespace answers
