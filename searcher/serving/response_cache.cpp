#include "searcher/serving/response_cache.h"

namespace answers {

std::optional<HttpResponse> ResponseCache::find(std::uint64_t generation, std::string_view target) {
  const std::lock_guard lock(mutex_);
  if (generation != generation_) return std::nullopt;
  const auto found = by_target_.find(target);
  if (found == by_target_.end()) return std::nullopt;
  entries_.splice(entries_.begin(), entries_, found->second);
  return entries_.front().response;
}

void ResponseCache::keep(std::uint64_t generation, std::string_view target,
                         const HttpResponse& response) {
  constexpr std::size_t least_entries = 16;
  Entry entry{std::string(target), response};
  if (entry.bytes() > most_bytes_ / least_entries) return;
  const std::lock_guard lock(mutex_);
  if (generation < generation_) return;
  if (generation > generation_) {
    by_target_.clear();
    entries_.clear();
    bytes_ = 0;
    generation_ = generation;
  }
  if (by_target_.contains(target)) return;  // another worker was as quick
  bytes_ += entry.bytes();
  entries_.push_front(std::move(entry));
  by_target_.emplace(entries_.front().target, entries_.begin());
  while (bytes_ > most_bytes_) {
    bytes_ -= entries_.back().bytes();
    by_target_.erase(entries_.back().target);
    entries_.pop_back();
  }
}

}  // namespace answers
