#include "indexer/building/record_spool.h"

#include "tests/indexer/support.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <sys/stat.h>
#include <vector>

namespace answers {
namespace {

std::string words(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += std::to_string(i * i % 1009) + ' ';
  return text;
}

TEST(RecordSpool, GivesBackWhatItWasGivenAndPacksWhatIsLarge) {
  const TemporaryFolder folder;
  RecordSpool spool(folder / "spool");
  const std::vector<std::string> records = {"small", "", words(1'000'000), words(10),
                                            words(400'000)};
  std::vector<std::uint64_t> offsets;
  std::uint64_t bytes = 0;
  for (const auto& record : records) {
    offsets.push_back(spool.size());
    spool.add(record);
    bytes += record.size();
  }
  spool.finish();
  EXPECT_EQ(std::filesystem::file_size(folder / "spool"), spool.size());
  EXPECT_LT(spool.size(), bytes / 2);
  RecordSpool::Cursor all(spool, 0);
  for (const auto& record : records) EXPECT_TRUE(all.next() == record);
  for (std::size_t i = records.size(); i-- > 0;)
    EXPECT_TRUE(RecordSpool::Cursor(spool, offsets[i]).next() == records[i]);
}

TEST(RecordSpool, WhatIsLetGoTakesNoRoomAndTheRestStays) {
  const TemporaryFolder folder;
  RecordSpool spool(folder / "spool");
  const auto room = [&folder] {
    struct stat status {};
    EXPECT_EQ(stat((folder / "spool").c_str(), &status), 0);
    return status.st_blocks;
  };
  for (int i = 0; i < 1000; ++i) spool.add(words(500));
  const std::uint64_t middle = spool.size();
  for (int i = 0; i < 1000; ++i) spool.add(words(400));
  spool.finish();
  const auto before = room();
  RecordSpool::Cursor first(spool, 0);
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(first.next(), words(500));
  EXPECT_EQ(first.offset(), middle);
  spool.let_go(0, first.offset());
  EXPECT_LT(room(), before * 2 / 3);
  RecordSpool::Cursor second(spool, middle);
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(second.next(), words(400));
  EXPECT_EQ(second.offset(), spool.size());
}

TEST(RecordSpool, ADamagedFileIsAnError) {
  const TemporaryFolder folder;
  RecordSpool spool(folder / "spool");
  spool.add(words(1'000'000));
  spool.finish();
  std::filesystem::resize_file(folder / "spool", spool.size() / 2);
  EXPECT_THROW(RecordSpool::Cursor(spool, 0).next(), std::runtime_error);
  write_file(folder / "spool", std::string(1000, '\xFF'));
  EXPECT_THROW(RecordSpool::Cursor(spool, 0).next(), std::runtime_error);
}

}  // namespace
}  // namespace answers
