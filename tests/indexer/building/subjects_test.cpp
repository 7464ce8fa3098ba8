#include "indexer/building/subjects.h"

#include "indexer/building/index_writer.h"
#include "indexer/generations/index.h"
#include "tests/indexer/support.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace answers {
namespace {

/// Records about boats and about bread, by turns, each with a few of the words of its matter.
std::string boats_and_bread(int records) {
  const std::vector<std::vector<std::string>> matters = {
      {"rudder", "sail", "keel", "harbour", "mast", "anchor", "tide", "deck"},
      {"dough", "yeast", "oven", "crust", "flour", "knead", "loaf", "bake"}};
  std::string world;
  for (int i = 0; i < records; ++i) {
    const auto& words = matters[static_cast<std::size_t>(i % 2)];
    std::string answer;
    for (std::size_t k = 0; k < words.size(); ++k) {
      const auto number = static_cast<std::size_t>(i / 2);
      if ((number * (k + 3) + k) % 3 == 0) answer += words[k] + ' ';
    }
    const std::string id = std::to_string(i);
    world += json_line(id, "Number " + id, answer + words[static_cast<std::size_t>(i) % 8]);
  }
  return world;
}

struct World {
  explicit World(int records) {
    write_file(folder / "world.jsonl", boats_and_bread(records));
    IndexListener silent;
    index_collections({.directory = folder / "index", .collections = {folder / "world.jsonl"}},
                      silent);
  }
  TemporaryFolder folder;
};

double cosine(const Subjects& subjects, std::size_t one, std::size_t other) {
  const std::string& places = subjects.places.front();
  const auto at = [&](std::size_t record, std::size_t k) {
    return static_cast<double>(static_cast<std::int8_t>(places[record * subjects.dimensions + k])) *
           static_cast<double>(subjects.steps[k]);
  };
  double product = 0;
  double left = 0;
  double right = 0;
  for (std::size_t k = 0; k < subjects.dimensions; ++k) {
    product += at(one, k) * at(other, k);
    left += at(one, k) * at(one, k);
    right += at(other, k) * at(other, k);
  }
  return product / std::sqrt(left * right);
}

TEST(SubjectsTest, RecordsOfOneMatterAreNearEachOther) {
  const World world(200);
  const Index index = open_index({world.folder / "index"});
  const Subjects subjects = read_subjects(index.members().front().database);
  ASSERT_EQ(subjects.places.size(), 1U);
  ASSERT_EQ(subjects.places.front().size(), 200 * subjects.dimensions);
  double same = 0;
  double different = 0;
  for (std::size_t i = 0; i + 3 < 200; ++i) {
    same += cosine(subjects, i, i + 2) / 197;
    different += cosine(subjects, i, i + 1) / 197;
  }
  EXPECT_GT(same, different + 0.2);
  EXPECT_LT(std::abs(different), 0.1);
}

TEST(SubjectsTest, RecordsOfSeveralSegmentsHaveTheirPlaces) {
  const World one(120);
  const World other(80);
  const Index left = open_index({one.folder / "index"});
  const Index right = open_index({other.folder / "index"});
  std::vector<Xapian::Database> segments(left.segments().begin() + 1, left.segments().end());
  segments.insert(segments.end(), right.segments().begin() + 1, right.segments().end());
  const Subjects subjects = find_subjects(segments);
  ASSERT_EQ(subjects.places.size(), 2U);
  EXPECT_EQ(subjects.places.front().size(), 120 * subjects.dimensions);
  EXPECT_EQ(subjects.places.back().size(), 80 * subjects.dimensions);
  double same = 0;
  double different = 0;
  for (std::size_t i = 0; i + 3 < 120; ++i) {
    same += cosine(subjects, i, i + 2) / 117;
    different += cosine(subjects, i, i + 1) / 117;
  }
  EXPECT_GT(same, different + 0.2);
}

TEST(SubjectsTest, AFewRecordsHaveNone) {
  const World world(20);
  const Index index = open_index({world.folder / "index"});
  EXPECT_EQ(read_subjects(index.members().front().database).dimensions, 0U);
}

TEST(SubjectsTest, TheSameSegmentsGiveTheSame) {
  const World one(120);
  const World other(120);
  const Index left = open_index({one.folder / "index"});
  const Index right = open_index({other.folder / "index"});
  const std::vector<Xapian::Database> segments(left.segments().begin() + 1, left.segments().end());
  const Subjects again = find_subjects(segments);
  EXPECT_EQ(again.places, read_subjects(left.members().front().database).places);
  EXPECT_EQ(again.places, read_subjects(right.members().front().database).places);
}

TEST(SubjectsTest, WhatIsDamagedIsTold) {
  const TemporaryFolder folder;
  Xapian::WritableDatabase head(folder / "head", Xapian::DB_CREATE);
  EXPECT_EQ(read_subjects(head).dimensions, 0U);
  for (const char* damaged : {"x", "\x01\x01\x01", "\x02\x01\x01\x02\x01\x01\x01\x03zzz"}) {
    head.set_metadata("answers.subjects", damaged);
    EXPECT_THROW(read_subjects(head), std::runtime_error) << damaged;
  }
}

}  // namespace
}  // namespace answers
