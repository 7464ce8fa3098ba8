#include "indexer/building/record_conveyor.h"

#include <system_error>
#include <utility>

namespace answers {
namespace {

/// Waking a thread takes some 50 µs; to read this much takes fifty times as long.
constexpr std::size_t load_bytes = std::size_t{512} << 10;

std::size_t bytes_of(const Record& record) {
  return sizeof record + record.question.size() + record.body.size() + record.answer.size();
}

}  // namespace

RecordConveyor::RecordConveyor(std::function<void(Record&)> take, bool with_thread)
    : take_(std::move(take)), with_thread_(with_thread) {}

RecordConveyor::~RecordConveyor() {
  {
    const std::lock_guard hold(mutex_);
    is_over_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void RecordConveyor::put(Record record) {
  const std::size_t bytes = bytes_of(record);
  if (bytes > load_bytes) {  // two such are not to be in memory at once
    finish();
    take_(record);
    return;
  }
  waiting_.push_back(std::move(record));
  waiting_bytes_ += bytes;
  if (waiting_bytes_ > load_bytes) hand_over();
}

void RecordConveyor::finish() {
  wait_for_thread();
  take_waiting();
}

void RecordConveyor::hand_over() {
  wait_for_thread();
  if (with_thread_ && !thread_.joinable()) {
    try {
      thread_ = std::thread([this] { work(); });
    } catch (const std::system_error&) {  // no room for another
    }
  }
  if (!thread_.joinable()) {
    take_waiting();
    return;
  }
  {
    const std::lock_guard hold(mutex_);
    std::swap(waiting_, handed_over_);
    is_busy_ = true;
  }
  changed_.notify_all();
  waiting_bytes_ = 0;
}

void RecordConveyor::take_waiting() {
  waiting_bytes_ = 0;
  for (Record& record : waiting_) take_(record);
  waiting_.clear();
}

void RecordConveyor::wait_for_thread() {
  std::unique_lock hold(mutex_);
  changed_.wait(hold, [this] { return !is_busy_; });
  if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

void RecordConveyor::work() {
  while (true) {
    {
      std::unique_lock hold(mutex_);
      changed_.wait(hold, [this] { return is_busy_ || is_over_; });
      if (is_over_) return;
    }
    std::exception_ptr failure;
    try {
      for (Record& record : handed_over_) take_(record);
    } catch (...) {
      failure = std::current_exception();
    }
    handed_over_.clear();
    {
      const std::lock_guard hold(mutex_);
      failure_ = failure;
      is_busy_ = false;
    }
    changed_.notify_all();
  }
}

}  // namespace answers
