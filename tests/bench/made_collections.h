#pragma once

#include <cstddef>
#include <iosfwd>
#include <span>
#include <string_view>

namespace answers::bench {

/// A form in which collections come, and how one of it is made up.
struct Form {
  std::string_view name;       ///< "markdown": of the benchmark
  std::string_view file_name;  ///< whose extension the readers know: "faq.md"
  bool streams;                ///< whether its reader promises constant memory
  void (*write)(std::ostream& to, std::size_t bytes);
};

/// Every form that has a reader. What is written is the same on every machine and in every run:
/// questions with answers of one to six sentences, here and there with code, a list, a link, a
/// letter that is not ASCII; a bit more than `bytes`, whole records only.
std::span<const Form> forms();

}  // namespace answers::bench
