#include "indexer/building/index_writer.h"
#include "indexer/generations/checksums.h"
#include "searcher/commands/search_command.h"
#include "tests/indexer/support.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>

namespace answers {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr int records = 240;

/// A word that one record alone has.
std::string word_of(int record) {
  std::string word = "k__o";
  word[1] = static_cast<char>('a' + record / 26);
  word[2] = static_cast<char>('a' + record % 26);
  return word;
}

/// An index above the size up to which every byte is looked at when it is opened.
class LargeBatchTest : public testing::Test {
 protected:
  void put(const std::string& state) {
    std::mt19937 random(7);
    std::string lines;
    for (int i = 0; i < records; ++i) {
      std::string noise(120'000, 'x');
      for (char& c : noise)
        c = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"[random() % 64];
      lines += fmt::format(
          R"({{"schema":"answers.record/1","id":"{}-{}","question":"{}","answer":"It.","url":"{}"}})"
          "\n",
          state, i, word_of(i), noise);
    }
    write_file(folder / "notes.jsonl", lines);
    IndexListener silent;
    index_collections({.directory = index, .collections = {folder / "notes.jsonl"}}, silent);
  }

  /// One byte in the middle of the largest segment, which is in the text of some record.
  void damage(const fs::path& generation) {
    fs::path largest;
    for (const auto& entry : fs::directory_iterator(generation)) {
      const bool larger = largest.empty() || entry.file_size() > fs::file_size(largest);
      if (is_segment(entry.path().filename().string()) && larger) largest = entry.path();
    }
    std::fstream file(largest, std::ios::in | std::ios::out | std::ios::binary);
    const auto middle = static_cast<std::streamoff>(fs::file_size(largest) / 2);
    file.seekg(middle);
    const int byte = file.get();
    file.seekp(middle);
    file.put(static_cast<char>(byte ^ 4));
  }

  /// Asks for the same record again and again; what is said on standard error.
  std::string ask(int queries) {
    std::string typed;
    for (int i = 0; i < queries; ++i) typed += word_of(0) + "\n";
    std::istringstream in(typed);
    std::ostringstream out;
    std::ostringstream talk;
    SearchCommand command;
    command.indexes.names = {index.string()};
    command.batch = true;
    command.print.format = Format::trec;
    EXPECT_EQ(run_search(command, in, out, talk), 0);
    const std::string answers = out.str();
    EXPECT_EQ(std::ranges::count(answers, '\n'), queries);
    last_answer = answers.substr(answers.rfind('\n', answers.size() - 2) + 1);
    return talk.str();
  }

  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  std::string last_answer;
};

TEST_F(LargeBatchTest, EveryByteIsLookedAtWhenAHundredAreAnsweredAndAnotherGenerationGoesOn) {
  put("old");
  put("new");
  EXPECT_EQ(ask(150), "");
  EXPECT_THAT(last_answer, HasSubstr("new-0"));
  damage(index / "gen-000002");
  EXPECT_EQ(ask(99), "");
  EXPECT_THAT(last_answer, HasSubstr("new-0"));
  EXPECT_THAT(ask(150), HasSubstr("using generation 1 instead"));
  EXPECT_THAT(last_answer, HasSubstr("old-0"));
}

}  // namespace
}  // namespace answers
