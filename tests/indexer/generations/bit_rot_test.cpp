// A disk that forgets: single bits flipped and files cut short, in every kind of file of an index.
// None may give another answer without a word, and `check` finds all. ANSWERS_FLIPS=200 is what a
// release is held to.
#include "indexer/building/index_writer.h"
#include "indexer/commands/with_index.h"
#include "indexer/generations/index.h"
#include "indexer/generations/index_check.h"
#include "indexer/generations/index_directory.h"
#include "tests/indexer/support.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <string>

namespace answers {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void build(const fs::path& index, const fs::path& notes) {
  IndexOptions options;
  options.directory = index;
  options.collections = {notes};
  IndexListener silent;
  index_collections(options, silent);
}

/// All that a search may depend on.
std::string content(const Index& index) {
  std::string all;
  const Xapian::Database& database = index.database();
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at)
    all += write_record(index.record(*at));
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    all += *term;
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at)
      all += fmt::format(" {}*{}", *at, at.get_wdf());
  }
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
    all += *key + database.get_metadata(*key);
  return all;
}

enum class Outcome { as_before, told, other };

Outcome open_and_compare(const fs::path& index, const std::string& before) {
  try {
    const Index opened = open_index({index});
    const std::string now = content(opened);
    if (!opened.warnings().empty()) return Outcome::told;
    return now == before ? Outcome::as_before : Outcome::other;
  } catch (const IndexUnusable&) {
  } catch (const Xapian::Error&) {
  }
  return Outcome::told;
}

TEST(BitRot, NoFlippedBitAndNoCutFileAnswersOtherwiseWithoutAWord) {
  const char* wanted = std::getenv("ANSWERS_FLIPS");
  const int flips = wanted != nullptr ? std::atoi(wanted) : 24;
  const TemporaryFolder folder;
  const fs::path index = folder / "index";
  for (const int state : {1, 2}) {
    std::string lines;
    for (int i = 0; i < 120; ++i)
      lines += json_line(fmt::format("{}-{}", state, i), fmt::format("What is {} of {}?", i, i * 7),
                         fmt::format("In state {} it stands for number {}.", state, i));
    write_file(folder / "notes" / "a.jsonl", lines);
    build(index, folder / "notes");
  }
  const std::string before = content(open_index({index}));
  std::vector<fs::path> files = {index / "CURRENT"};
  for (const auto& entry : fs::directory_iterator(index / "gen-000002"))
    files.push_back(entry.path());
  ASSERT_EQ(files.size(), 6U);
  std::mt19937 random(1);
  for (const auto& file : files) {
    const std::string whole = bytes_of(file);
    for (int i = 0; i < flips + flips / 5; ++i) {
      std::string damaged = whole;
      const std::size_t at = random() % whole.size();
      if (i < flips) {
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << random() % 8));
      } else {
        damaged.resize(at);
      }
      write_file(file, damaged);
      const Outcome outcome = open_and_compare(index, before);
      EXPECT_NE(outcome, Outcome::other) << file.filename() << ", byte " << at << ", try " << i;
      if (file.filename() == "CURRENT") {
        EXPECT_NE(current_generation(index), 2U);
      } else {
        EXPECT_FALSE(check_generation(index, 2).empty()) << file.filename() << ", byte " << at;
        EXPECT_EQ(outcome, Outcome::told) << file.filename() << ", byte " << at;
      }
    }
    write_file(file, whole);
  }
  EXPECT_EQ(open_and_compare(index, before), Outcome::as_before);
}

/// An index that is too large to be verified at each opening: text that does not pack.
class LargeIndexTest : public testing::Test {
 protected:
  void put(int state) {
    std::mt19937 random(static_cast<unsigned>(state));
    for (int file = 0; file < 3; ++file) {
      std::string lines;
      for (int i = 0; i < 80; ++i) {
        std::string noise(120'000, 'x');
        for (char& c : noise)
          c = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"[random() % 64];
        // Where it is stored and not indexed, which would take a minute.
        lines += fmt::format(
            R"({{"schema":"answers.record/1","id":"{}-{}-{}","question":"What is {} of {}?",)"
            R"("answer":"It is in state {}.","url":"{}"}})"
            "\n",
            state, file, i, i, file, state, noise);
      }
      write_file(folder / "notes" / fmt::format("{}.jsonl", file), lines);
    }
    build(index, folder / "notes");
  }

  const TemporaryFolder folder;
  const fs::path index = folder / "index";
};

TEST_F(LargeIndexTest, DamageMetOnTheWayFallsBackToTheGenerationBeforeAndSaysSo) {
  put(1);
  put(2);
  ASSERT_GT(generation_bytes(index, 2), std::uint64_t{16} << 20);
  // Somewhere in the text of the records.
  for (const auto& entry : fs::directory_iterator(index / "gen-000002")) {
    if (!is_segment(entry.path().filename().string())) continue;
    std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
    for (std::size_t at = 100'000; at < fs::file_size(entry.path()); at += 50'000) {
      file.seekg(static_cast<std::streamoff>(at));
      const int byte = file.get();
      file.seekp(static_cast<std::streamoff>(at));
      file.put(static_cast<char>(byte ^ 4));
    }
  }
  EXPECT_TRUE(open_index({index}).warnings().empty());
  std::string found;
  int tries = 0;
  std::ostringstream talk;
  const int code = with_index(index.string(), Verify::little, talk, [&](const Index& opened) {
    ++tries;
    found.clear();
    const Xapian::Database& database = opened.database();
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at)
      found += opened.record(*at).id.front();
    return 5;
  });
  EXPECT_EQ(code, 5);
  EXPECT_EQ(tries, 2);
  EXPECT_EQ(found, std::string(240, '1'));
  EXPECT_THAT(talk.str(), HasSubstr("its bytes are not those that were written"));
  EXPECT_THAT(talk.str(), HasSubstr("using generation 1 instead"));
  EXPECT_FALSE(open_index({index}, Verify::all).warnings().empty());
}

}  // namespace
}  // namespace answers
