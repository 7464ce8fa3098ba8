#pragma once

#include "corpus/record.h"

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace answers {

/// Takes records from the thread that reads them to one that does the rest with them, in order.
/// The second thread is begun when there is enough to do for two; a few small files never see it.
class RecordConveyor {
 public:
  /// `take` is called for each record, never twice at once, from the calling thread or the other.
  /// Without `with_thread` there is none other.
  RecordConveyor(std::function<void(Record&)> take, bool with_thread);
  /// Drops what was not taken yet.
  ~RecordConveyor();
  RecordConveyor(const RecordConveyor&) = delete;
  RecordConveyor& operator=(const RecordConveyor&) = delete;

  /// This and finish() throw what `take` threw; records that came behind are dropped. Memory: a
  /// megabyte of records waits at most.
  void put(Record record);
  /// Returns when all records are taken.
  void finish();

 private:
  void hand_over();
  void take_waiting();
  void wait_for_thread();
  void work();

  const std::function<void(Record&)> take_;
  const bool with_thread_;
  std::vector<Record> waiting_;  ///< here, in the thread that reads
  std::size_t waiting_bytes_ = 0;
  std::vector<Record> handed_over_;  ///< belongs to the other thread while is_busy_
  std::mutex mutex_;                 ///< of what follows
  std::condition_variable changed_;
  bool is_busy_ = false;
  bool is_over_ = false;
  std::exception_ptr failure_;
  std::thread thread_;
};

}  // namespace answers
