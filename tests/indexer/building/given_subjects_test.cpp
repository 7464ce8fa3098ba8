#include "indexer/building/given_subjects.h"

#include "indexer/building/index_writer.h"
#include "indexer/generations/index.h"
#include "indexer/generations/index_averages.h"
#include "indexer/generations/term_place_table.h"
#include "tests/indexer/support.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace answers {
namespace {

/// Record n of a world of boats (even ones) and bread (odd ones).
std::string record_of_world(int number) {
  const std::vector<std::vector<std::string>> matters = {
      {"rudder", "sail", "keel", "harbour", "mast", "anchor", "tide", "deck"},
      {"dough", "yeast", "oven", "crust", "flour", "knead", "loaf", "bake"}};
  const auto& words = matters[static_cast<std::size_t>(number % 2)];
  std::string answer;
  for (std::size_t k = 0; k < words.size(); ++k) {
    if ((static_cast<std::size_t>(number / 2) * (k + 3) + k) % 3 == 0) answer += words[k] + ' ';
  }
  const std::string id = std::to_string(number);
  return json_line(id, "Number " + id, answer + words[static_cast<std::size_t>(number) % 8]);
}

std::string records_of_world(int first, int end) {
  std::string records;
  for (int i = first; i < end; ++i) records += record_of_world(i);
  return records;
}

class GivenSubjectsTest : public testing::Test {
 protected:
  IndexSummary index(const std::string& directory, const std::string& records,
                     const std::string& of = {}, bool rebuild = false) const {
    IndexOptions options;
    options.directory = folder / directory;
    if (!records.empty()) {
      write_file(folder / (directory + ".jsonl"), records);
      options.collections = {folder / (directory + ".jsonl")};
    }
    options.rebuild = rebuild;
    if (const auto averages = typed_averages(of)) {
      options.averages = averages;
    } else if (!of.empty()) {
      options.space_of = folder / of;
      options.averages = read_averages(head_of(of)).lengths;
    }
    IndexListener silent;
    return index_collections(options, silent);
  }
  Xapian::Database head_of(const std::string& directory) const {
    return open_index({folder / directory}).members().front().database;
  }
  Space space_of(const std::string& directory) const { return read_space(head_of(directory)); }
  TermPlaces words_of(const std::string& directory) const {
    return read_term_places(head_of(directory));
  }
  /// id -> bytes
  std::map<std::string, std::string> places_of(const std::string& directory) const {
    const Index opened = open_index({folder / directory});
    const Subjects subjects = read_subjects(opened.members().front().database);
    std::map<std::string, std::string> places;
    for (std::size_t i = 0; i < subjects.places.size(); ++i) {
      for (std::size_t n = 0; n * subjects.dimensions < subjects.places[i].size(); ++n) {
        const std::size_t id = n * opened.segments().size() + i + 2;
        places[opened.record(static_cast<Xapian::docid>(id)).id] =
            subjects.places[i].substr(n * subjects.dimensions, subjects.dimensions);
      }
    }
    return places;
  }
  TemporaryFolder folder;
};

double cosine(const std::string& one, const std::string& other, const std::vector<float>& steps) {
  double product = 0;
  double left = 0;
  double right = 0;
  for (std::size_t k = 0; k < steps.size(); ++k) {
    const auto step = static_cast<double>(steps[k]);
    const double a = static_cast<double>(static_cast<std::int8_t>(one[k])) * step;
    const double b = static_cast<double>(static_cast<std::int8_t>(other[k])) * step;
    product += a * b;
    left += a * a;
    right += b * b;
  }
  return product / std::sqrt(left * right);
}

TEST_F(GivenSubjectsTest, RecordsAndWordsOfAPartStandWhereTheyStandInTheWhole) {
  index("all", records_of_world(0, 200));
  index("part", records_of_world(0, 20), "all");
  EXPECT_FALSE(space_of("all").given);
  EXPECT_EQ(space_of("part"), (Space{space_of("all").name, true}));
  const auto whole = places_of("all");
  const auto part = places_of("part");
  ASSERT_EQ(part.size(), 20U);
  for (const auto& [id, place] : part) EXPECT_EQ(place, whole.at(id)) << id;

  const Index all = open_index({folder / "all"});
  const std::vector<Xapian::Database> segments(all.segments().begin() + 1, all.segments().end());
  const Subjects subjects = read_subjects(all.members().front().database);
  const TermPlaces words = words_of("part");
  for (const char* word : {"sail", "keel", "bake"}) {
    const auto expected = place_of_term(segments, subjects, word);
    const auto found = words.find(word);
    ASSERT_TRUE(expected && found) << word;
    EXPECT_EQ(found->bytes, expected->bytes) << word;
    EXPECT_EQ(found->step, expected->step) << word;
  }
  EXPECT_FALSE(words.find("nothing"));
  EXPECT_FALSE(words.find("K"));
}

TEST_F(GivenSubjectsTest, WhatIsNewStandsByItsWords) {
  index("all", records_of_world(0, 200));
  index("part", records_of_world(0, 20) + json_line("boat", "New?", "A keel, a mast, an anchor."),
        "all");
  const auto places = places_of("part");
  const std::vector<float> steps = read_subjects(head_of("part")).steps;
  double boats = 0;
  double bread = 0;
  for (int i = 0; i < 20; ++i)
    (i % 2 == 0 ? boats : bread) += cosine(places.at("boat"), places.at(std::to_string(i)), steps);
  EXPECT_GT(boats / 10, bread / 10 + 0.2);
}

TEST_F(GivenSubjectsTest, ASpaceStaysUntilAnotherIsGivenOrAllIsMadeAfresh) {
  index("all", records_of_world(0, 200));
  index("part", records_of_world(0, 120));
  EXPECT_FALSE(space_of("part").given);
  const IndexSummary first = index("part", "", "all");
  EXPECT_TRUE(first.published);
  EXPECT_TRUE(first.new_space);
  EXPECT_FALSE(index("part", "", "all").published);

  const IndexSummary grown = index("part", records_of_world(0, 130));
  EXPECT_TRUE(grown.published);
  EXPECT_FALSE(grown.new_space);
  EXPECT_EQ(space_of("part"), (Space{space_of("all").name, true}));
  // Records are known to the part alone now, and to the whole when it is named again.
  const auto whole = places_of("all");
  EXPECT_EQ(places_of("part").at("7"), whole.at("7"));

  const IndexSummary numbers = index("part", "", "64,1024");
  EXPECT_TRUE(numbers.new_space);
  EXPECT_FALSE(space_of("part").given);
  index("part", "", "all");
  index("part", records_of_world(0, 130), "", true);
  EXPECT_FALSE(space_of("part").given);
}

TEST_F(GivenSubjectsTest, APartHasNoneWhereTheWholeHasNone) {
  index("few", records_of_world(0, 20));
  index("part", records_of_world(0, 120), "few");
  EXPECT_EQ(space_of("part"), (Space{"", true}));
  EXPECT_EQ(read_subjects(head_of("part")).dimensions, 0U);
}

TEST_F(GivenSubjectsTest, AnIndexMayBeGivenItsOwn) {
  index("all", records_of_world(0, 200));
  const Space own = space_of("all");
  const auto places = places_of("all");
  EXPECT_TRUE(index("all", "", "all").published);
  EXPECT_EQ(space_of("all"), (Space{own.name, true}));
  EXPECT_EQ(places_of("all"), places);
  EXPECT_TRUE(words_of("all").find("keel"));
}

TEST(TermPlacesTest, GiveBackWhatWasPacked) {
  const std::map<std::string, TermPlace> places = {
      {"a", {0.5F, "xy"}}, {"ab", {2, "zz"}}, {"sail", {1, std::string("\0\x80", 2)}}};
  const TermPlaces packed(TermPlaces::pack(places));
  EXPECT_EQ(packed.dimensions(), 2U);
  for (const auto& [term, place] : places) {
    const auto found = packed.find(term);
    ASSERT_TRUE(found) << term;
    EXPECT_EQ(found->bytes, place.bytes);
    EXPECT_EQ(found->step, place.step);
  }
  for (const char* term : {"", "aa", "abc", "sai", "saila", "z"}) EXPECT_FALSE(packed.find(term));
  EXPECT_FALSE(TermPlaces(TermPlaces::pack({})).find("a"));
}

TEST(TermPlacesTest, WhatIsDamagedIsTold) {
  const std::string packed = TermPlaces::pack({{"keel", {1, "abc"}}, {"sail", {1, "def"}}});
  for (std::size_t size = 1; size < packed.size(); ++size)
    EXPECT_THROW(TermPlaces(packed.substr(0, size)), std::runtime_error) << size;
  EXPECT_THROW(TermPlaces(packed + "x"), std::runtime_error);
  for (const std::size_t at : {0U, 4U, 8U, 12U}) {
    std::string damaged = packed;
    damaged[at] = '\xFF';
    EXPECT_THROW(TermPlaces{damaged}, std::runtime_error) << at;
  }
}

}  // namespace
}  // namespace answers
