#include "searcher/commands/version_text.h"

#include "indexer/schema.h"

#include <fmt/core.h>
#include <xapian.h>

#include <string_view>

namespace answers {
namespace {

constexpr const char* commit = ANSWERS_COMMIT;

constexpr std::string_view compiler =
#ifdef __clang__
    "clang " __clang_version__;
#else
    "GCC " __VERSION__;
#endif

constexpr std::string_view optimisation =
#ifdef __OPTIMIZE__
    "optimised";
#else
    "not optimised";
#endif

#ifdef __SANITIZE_ADDRESS__
constexpr std::string_view sanitizers = ", sanitized";
#else
constexpr std::string_view sanitizers;
#endif

}  // namespace

std::string version_text() {
  return fmt::format("answers " ANSWERS_VERSION "\n{}; {}, {}{}; Xapian {}; index format {}",
                     *commit == '\0' ? "development build" : fmt::format("commit {}", commit),
                     compiler, optimisation, sanitizers, Xapian::version_string(), schema::format);
}

}  // namespace answers
