#pragma once

#include "searcher/serving/live_index.h"

#include <string>
#include <string_view>

namespace answers {

/// The Model Context Protocol over one index: a message in, its answer out. Two eras of it, chosen
/// by each request for itself:
///
///   2025-11-25 and older  `initialize` agrees on a version; ping
///   2026-07-28            no state: params._meta says the version; `server/discover`; results say
///                         "resultType", lists how long they hold
///
/// Tools, the resource template answers://record/{id}; no prompts, no subscriptions. The index is
/// opened by the first call that needs it. Not thread-safe.
class McpServer {
 public:
  /// `version` is that of this program.
  McpServer(IndexPlaces index, std::string version)
      : index_(std::move(index)), version_(std::move(version)) {}

  /// The answer to a message (or to a batch of them, as 2025-03-26 has it): one line of JSON
  /// without a line end. Empty for what wants no answer: notifications, responses, and text that
  /// does not look like JSON at all. Never throws on what a message says.
  std::string answer(std::string_view message);

 private:
  LiveIndex index_;
  std::string version_;
};

}  // namespace answers
