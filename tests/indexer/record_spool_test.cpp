#include "indexer/record_spool.h"

#include "tests/indexer/support.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
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
