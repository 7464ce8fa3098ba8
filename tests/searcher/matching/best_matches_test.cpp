#include "searcher/matching/best_matches.h"

#include "indexer/building/segments.h"
#include "indexer/generations/glass_file.h"
#include "indexer/generations/index_file.h"
#include "indexer/schema.h"
#include "tests/indexer/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace answers {
namespace {

using testing::IsEmpty;

using Terms = std::vector<WeightedTerm>;

/// Databases of a file each, and all of them as one.
struct World {
  TemporaryFolder folder{};
  std::vector<std::shared_ptr<GlassFile>> segments{};
  Xapian::Database all{};

  Xapian::WritableDatabase begin() const {
    const auto scratch = folder / ("scratch" + std::to_string(segments.size()));
    return Xapian::WritableDatabase(scratch.string(), scratch_flags);
  }
  void add(Xapian::WritableDatabase segment) {
    segment.commit();
    const auto path = folder / std::to_string(segments.size());
    compact_to_file(segment, path);
    IndexFile file(path);
    segments.push_back(std::make_shared<GlassFile>(file));
    all.add_database(file.database());
  }
};

/// Terms "t0", "t1", …, each half as frequent as the one before it.
void make_random(World& world, std::mt19937& random, std::size_t segments, int records, int terms) {
  for (std::size_t i = 0; i < segments; ++i) {
    Xapian::WritableDatabase segment = world.begin();
    for (int record = 0; record < records; ++record) {
      Xapian::Document document;
      document.add_boolean_term("Qx");
      for (int term = 0; term < terms; ++term) {
        if (random() % (1U << static_cast<unsigned>(term)) != 0) continue;
        // Few different counts, so that many records have equal scores; some beyond the table.
        const auto wdf =
            static_cast<Xapian::termcount>(random() % 50 == 0 ? 5000 : 1 + random() % 4 * 60);
        document.add_term("t" + std::to_string(term), wdf);
      }
      segment.add_document(document);
    }
    world.add(segment);
  }
}

std::vector<Match> found_by_xapian(const World& world, const std::vector<WeightedTerm>& terms,
                                   std::size_t limit) {
  const double records = world.all.get_doccount();
  const double k1 = schema::k1 * schema::wdf_scale;
  std::vector<Xapian::Query> parts;
  for (const WeightedTerm& one : terms) {
    std::vector<std::string> all = one.others;
    all.push_back(one.term);
    std::vector<Xapian::Query> together;
    for (const std::string& term : all) {
      const double frequency = world.all.get_termfreq(term);
      double odds = (records - frequency + 0.5) / (frequency + 0.5);
      if (odds < 2) odds = odds * 0.5 + 1;
      const double scale =
          one.weight / static_cast<double>(all.size()) / (std::log(odds) * (k1 + 1));
      together.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term), scale);
    }
    parts.emplace_back(Xapian::Query::OP_AND, together.begin(), together.end());
  }
  Xapian::Enquire enquire(world.all);
  enquire.set_weighting_scheme(Xapian::BM25Weight(k1, 0, 0, 0, 0));
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end()));
  std::vector<Match> matches;
  const auto found = enquire.get_mset(0, static_cast<Xapian::doccount>(limit));
  for (auto match = found.begin(); match != found.end(); ++match)
    matches.push_back({*match, match.get_weight()});
  return matches;
}

TEST(BestMatches, AreThoseThatXapianFinds) {
  std::mt19937 random(20261122);  // NOLINT(bugprone-random-generator-seed)
  for (int round = 0; round < 40; ++round) {
    const int terms = 1 + static_cast<int>(random() % 10);
    World world;
    const std::size_t segments = 1 + random() % 4;
    make_random(world, random, segments, static_cast<int>(1 + random() % 3000), terms);
    std::vector<WeightedTerm> query;
    for (int term = 0; term < terms; ++term) {
      const std::string name = "t" + std::to_string(term);
      query.push_back({name, 0.5 + term + static_cast<double>(random() % 100) / 64,
                       static_cast<double>(world.all.get_termfreq(name))});
    }
    for (int group = 0; group < static_cast<int>(random() % 3) && terms > 2; ++group) {
      const auto any = [&] { return "t" + std::to_string(random() % 3); };
      query.push_back({any(), 1 + static_cast<double>(random() % 100) / 16, 0, {any(), any()}});
    }
    const std::size_t limit = 1 + random() % 120;
    const auto expected = found_by_xapian(world, query, limit);
    const BestMatches found = best_matches(world.segments, query, limit);
    ASSERT_EQ(found.matches.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      for (std::size_t term = 0; term < query.size(); ++term) {
        const bool has = (found.matches[i].terms >> term & 1) != 0;
        bool has_all = true;
        std::vector<std::string> all = query[term].others;
        all.push_back(query[term].term);
        for (const std::string& one : all) {
          auto posting = world.all.postlist_begin(one);
          if (posting != Xapian::PostingIterator()) posting.skip_to(found.matches[i].id);
          has_all =
              has_all && posting != Xapian::PostingIterator() && *posting == found.matches[i].id;
        }
        ASSERT_EQ(has, has_all);
      }
      ASSERT_NEAR(found.matches[i].score, expected[i].score, 1e-9) << "round " << round;
      // Sums that differ in the last bit are ordered by it.
      const bool tied =
          (i > 0 && expected[i - 1].score - expected[i].score < 1e-9) ||
          (i + 1 < expected.size() && expected[i].score - expected[i + 1].score < 1e-9) ||
          i + 1 == expected.size();
      if (!tied) {
        ASSERT_EQ(found.matches[i].id, expected[i].id) << "round " << round;
      }
    }
  }
}

TEST(BestMatches, EqualOnesComeInTheOrderOfTheirIds) {
  World world;
  for (int i = 0; i < 3; ++i) {
    Xapian::WritableDatabase segment = world.begin();
    for (int record = 0; record < 5; ++record) {
      Xapian::Document document;
      document.add_term("same", 7);
      segment.add_document(document);
    }
    world.add(segment);
  }
  const BestMatches found = best_matches(world.segments, Terms{{"same", 1, 15}}, 4);
  ASSERT_EQ(found.matches.size(), 4U);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(found.matches[i].id, i + 1);
  EXPECT_EQ(found.total, 15U);
  EXPECT_FALSE(found.total_is_exact);
}

TEST(BestMatches, TotalsAreExactWhereAllAreFound) {
  std::mt19937 random(1);  // NOLINT(bugprone-random-generator-seed)
  World world;
  make_random(world, random, 2, 40, 6);
  const double frequency = world.all.get_termfreq("t5");
  const BestMatches found = best_matches(world.segments, Terms{{"t5", 1, frequency}}, 100);
  EXPECT_EQ(found.matches.size(), static_cast<std::size_t>(frequency));
  EXPECT_EQ(found.total, found.matches.size());
  EXPECT_TRUE(found.total_is_exact);
}

TEST(BestMatches, AreNoneOfNothing) {
  std::mt19937 random(1);  // NOLINT(bugprone-random-generator-seed)
  World world;
  make_random(world, random, 2, 40, 2);
  EXPECT_THAT(best_matches(world.segments, {}, 10).matches, IsEmpty());
  EXPECT_THAT(best_matches(world.segments, Terms{{"absent", 1, 0}}, 10).matches, IsEmpty());
  EXPECT_THAT(best_matches({}, Terms{{"t0", 1, 0}}, 10).matches, IsEmpty());
  EXPECT_THAT(best_matches(world.segments, Terms{{"t0", 1, 40}}, 0).matches, IsEmpty());
}

}  // namespace
}  // namespace answers
