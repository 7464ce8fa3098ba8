#pragma once

#include "corpus/listener.h"

#include <cstddef>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// Searches that found nothing, where a person switched their log on (log_searches in
/// configuration.h): what a collection should answer and does not. Nothing else is kept.
namespace answers {

/// Whether the log is switched on: $ANSWERS_LOG_SEARCHES is "true".
bool logs_searches();

/// $XDG_STATE_HOME/answers/searches.jsonl, or below ~/.local/state. Empty without a home.
std::filesystem::path search_log_path();

/// Adds a line to the log: the query (its first 1000 bytes), the folder of the index, the time. A
/// file of 4 MiB is full, and nothing is added. Throws std::system_error when it cannot be written.
void log_failed_search(std::string_view query, const std::filesystem::path& index, std::time_t at);

/// A query that found nothing, however often.
struct FailedSearch {
  std::string query{};  ///< as it was typed last
  std::size_t times = 0;
  std::string last{};  ///< when, ISO 8601
};

/// The searches of `index` in the log, the most frequent first, then the latest; capitals and
/// blanks make no difference. None when there is no log. A line that cannot be read is told to
/// `on_trouble` and left out. Throws std::system_error when the file cannot be read.
std::vector<FailedSearch> failed_searches(const std::filesystem::path& index,
                                          const std::function<void(const Trouble&)>& on_trouble);

}  // namespace answers
