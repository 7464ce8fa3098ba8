#include "indexer/building/record_conveyor.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace answers {
namespace {

Record record_of(std::size_t number, std::size_t bytes) {
  Record record;
  record.id = std::to_string(number);
  record.answer.assign(bytes, 'a');
  return record;
}

TEST(RecordConveyor, EveryRecordIsTakenOnceAndInOrder) {
  for (const bool with_thread : {false, true}) {
    std::vector<std::string> taken;
    RecordConveyor conveyor([&taken](Record& record) { taken.push_back(record.id); }, with_thread);
    std::vector<std::string> put;
    for (std::size_t i = 0; i < 300; ++i) {
      conveyor.put(record_of(i, i % 50 == 7 ? 900'000 : 20'000));
      put.push_back(std::to_string(i));
      if (i == 150) {
        conveyor.finish();
        EXPECT_EQ(taken, put);
      }
    }
    conveyor.finish();
    EXPECT_EQ(taken, put);
  }
}

TEST(RecordConveyor, AFewSmallRecordsAreTakenByTheThreadThatReads) {
  std::thread::id thread;
  RecordConveyor conveyor([&thread](Record&) { thread = std::this_thread::get_id(); }, true);
  conveyor.put(record_of(1, 100));
  conveyor.finish();
  EXPECT_EQ(thread, std::this_thread::get_id());
}

TEST(RecordConveyor, WhatIsThrownReachesTheThreadThatReads) {
  for (const bool with_thread : {false, true}) {
    RecordConveyor conveyor([](Record&) { throw std::runtime_error("no room"); }, with_thread);
    EXPECT_THROW(
        {
          for (std::size_t i = 0; i < 300; ++i) conveyor.put(record_of(i, 20'000));
          conveyor.finish();
        },
        std::runtime_error);
  }
}

TEST(RecordConveyor, MayBeGivenUpWhileTheOtherThreadIsBusy) {
  RecordConveyor conveyor([](Record&) {}, true);
  for (std::size_t i = 0; i < 100; ++i) conveyor.put(record_of(i, 20'000));
}

}  // namespace
}  // namespace answers
