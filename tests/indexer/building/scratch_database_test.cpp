#include "indexer/building/scratch_database.h"

#include "indexer/building/segments.h"
#include "indexer/generations/vocabulary.h"
#include "indexer/schema.h"
#include "tests/indexer/support.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace answers {
namespace {
namespace fs = std::filesystem;

struct Made {
  std::vector<Posting> words{};  ///< sorted
  std::vector<std::string> filters{};
  std::string question_key{};
  std::string votes{};
  std::string data{};
};
using Words = std::vector<std::pair<std::string, std::string>>;

/// A file but for the 16 bytes that are another with every database.
std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  return bytes.erase(16, 16);
}

/// What compact() makes of records that Xapian wrote, as one database or several.
std::string by_xapian(const fs::path& folder, const std::vector<std::vector<Made>>& batches,
                      const Words& words) {
  std::vector<fs::path> from;
  for (const auto& batch : batches) {
    from.push_back(folder / ("xapian" + std::to_string(from.size())));
    Xapian::WritableDatabase database(from.back().string(), scratch_flags);
    for (const Made& made : batch) {
      Xapian::Document document;
      for (const auto& [term, wdf] : made.words) document.add_term(term, wdf);
      for (const std::string& filter : made.filters) document.add_boolean_term(filter);
      document.add_value(schema::question_key, made.question_key);
      document.add_value(schema::votes, made.votes);
      document.set_data(made.data);
      database.add_document(document);
    }
    for (const auto& [word, term] : words) database.add_synonym(word, synonym_of_word(word, term));
    database.commit();
  }
  compact(from, folder / "by-xapian");
  return bytes_of(folder / "by-xapian");
}

std::string by_us(const fs::path& folder, const std::vector<std::vector<Made>>& batches,
                  const Words& words) {
  std::vector<fs::path> from;
  for (const auto& batch : batches) {
    from.push_back(folder / ("ours" + std::to_string(from.size())));
    ScratchDatabase database(from.back());
    for (const Made& made : batch)
      database.add({made.words, made.filters, made.question_key, made.votes}, made.data);
    database.write(words);
  }
  compact(from, folder / "by-us");
  return bytes_of(folder / "by-us");
}

void expect_the_same(const std::vector<std::vector<Made>>& batches, const Words& words = {}) {
  const TemporaryFolder folder;
  EXPECT_TRUE(by_us(folder.path(), batches, words) == by_xapian(folder.path(), batches, words));
}

/// A record with `count` words, the low numbers often.
Made random_record(std::mt19937& random, std::size_t count, std::size_t vocabulary) {
  Made made;
  std::map<std::string, Xapian::termcount> words;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t word = random() % (1 + random() % vocabulary);
    words["w" + std::to_string(word)] = static_cast<Xapian::termcount>(1 + random() % 300);
  }
  for (const auto& [word, wdf] : words) made.words.push_back({word, wdf});
  made.filters = {"Qid" + std::to_string(random()), "Ksome"};
  made.question_key = "key" + std::to_string(random());
  if (random() % 3 == 0)
    made.votes = Xapian::sortable_serialise(static_cast<double>(random() % 100));
  made.data = std::string(1 + random() % 900, static_cast<char>('a' + random() % 26));
  return made;
}

TEST(ScratchDatabase, GivesWhatXapianGives) {
  std::mt19937 random(3);
  std::vector<std::vector<Made>> batches;
  for (const std::size_t records : {700U, 1U, 300U}) {
    batches.emplace_back();
    for (std::size_t i = 0; i < records; ++i)
      batches.back().push_back(random_record(random, random() % 120, 30'000));
  }
  expect_the_same(batches, {{"running", "run"}, {"runs", "ran"}, {"runs", "run"}, {"ö", "o"}});
}

TEST(ScratchDatabase, ManyRecordsHaveLongNumbersAndListsOfManyChunks) {
  std::mt19937 random(4);
  std::vector<Made> records;
  for (std::size_t i = 0; i < 9'000; ++i) records.push_back(random_record(random, 2, 8));
  expect_the_same({records});
}

TEST(ScratchDatabase, KeysAndTagsOfAnySize) {
  std::vector<Made> records;
  for (const std::size_t size :
       {1U, 17U, 18U, 19U, 1990U, 2000U, 2030U, 2040U, 2050U, 4070U, 9000U, 300'000U}) {
    Made made;
    made.words = {{std::string(1 + size % 245, 'w'), 7}};
    made.filters = {"Q" + std::to_string(size), "Q" + std::to_string(size),
                    "K" + std::string(200, 'x') + std::to_string(size)};
    made.question_key = std::string(size % 200 + 1, 'k');
    made.data = std::string(size, 'd');
    records.push_back(made);
  }
  Made bare;
  bare.data = "without words";
  bare.filters = {std::string("Kwith\0zero", 10)};
  records.push_back(bare);
  expect_the_same({records});
}

TEST(ScratchDatabase, IsReadByXapianAsItStands) {
  std::mt19937 random(5);
  const TemporaryFolder folder;
  std::vector<Made> records;
  for (std::size_t i = 0; i < 40'000; ++i) records.push_back(random_record(random, 3, 50'000));
  ScratchDatabase scratch(folder.path() / "scratch");
  for (const Made& made : records)
    scratch.add({made.words, made.filters, made.question_key, made.votes}, made.data);
  scratch.write({});
  const Xapian::Database database((folder.path() / "scratch").string(), Xapian::DB_BACKEND_GLASS);
  ASSERT_EQ(database.get_doccount(), records.size());
  for (std::size_t i = 0; i < records.size(); i += 97) {
    const auto id = static_cast<Xapian::docid>(i + 1);
    EXPECT_EQ(database.get_document(id).get_data(), records[i].data);
    for (const auto& [term, wdf] : records[i].words) {
      auto posting = database.postlist_begin(term);
      posting.skip_to(id);
      ASSERT_NE(posting, database.postlist_end(term)) << term;
      EXPECT_EQ(*posting, id);
      EXPECT_EQ(posting.get_wdf(), wdf);
    }
  }
  EXPECT_EQ(Xapian::Database::check((folder.path() / "scratch").string()), 0U);
}

TEST(SortableNumbers, SortAsTheirBytes) {
  std::string last;
  for (const std::uint32_t number : {0U, 1U, 127U, 255U, 256U, 0x7FFFU, 0x8000U, 0x1FFFFFU,
                                     0x200000U, 0x3FFFFFU, 0x400000U, 0x1FFFFFFFU}) {
    std::string bytes;
    glass::append_sortable(bytes, number);
    EXPECT_LT(last, bytes) << number;
    last = bytes;
  }
}

}  // namespace
}  // namespace answers
