#include "indexer/generations/posting_list.h"

#include "indexer/building/segments.h"
#include "tests/indexer/support.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

using Postings = std::vector<std::pair<Xapian::docid, Xapian::termcount>>;

/// A term, the share of records that have it, and what it counts there at most.
struct MadeTerm {
  std::string term{};
  double share = 1;
  Xapian::termcount most = 1;
};

/// A segment that Xapian writes, of several databases one behind the other.
class PostingListTest : public testing::Test {
 protected:
  void make(const std::vector<MadeTerm>& terms, const std::vector<int>& records,
            const fs::path& path) {
    std::vector<fs::path> from;
    for (const int count : records) {
      from.push_back(folder_ / ("part" + std::to_string(from.size())));
      Xapian::WritableDatabase database(from.back().string(), scratch_flags);
      for (int i = 0; i < count; ++i) {
        Xapian::Document document;
        document.add_boolean_term("Qall");
        for (const auto& [term, share, most] : terms) {
          if (std::generate_canonical<double, 32>(random_) >= share) continue;
          document.add_term(term, static_cast<Xapian::termcount>(1 + random_() % most));
        }
        database.add_document(document);
      }
      database.commit();
    }
    compact(from, path);
  }

  static Postings by_xapian(const Xapian::Database& database, const std::string& term) {
    Postings all;
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
      all.emplace_back(*at, at.get_wdf());
    return all;
  }

  void expect_the_same(const fs::path& path, const std::string& term) {
    IndexFile opened(path);
    GlassFile file(opened);
    const Postings expected = by_xapian(opened.database(), term);
    PostingList one(file, term);
    EXPECT_EQ(one.frequency(), expected.size());
    Postings found;
    for (; one.id() != PostingList::end; one.next()) found.emplace_back(one.id(), one.wdf());
    EXPECT_TRUE(found == expected) << term.substr(0, 20);
    one.skip_to(7);
    EXPECT_EQ(one.id(), PostingList::end);

    found.clear();
    PostingList windows(file, term);
    const Xapian::docid wide = 1 + below(500);
    for (Xapian::docid last = wide; windows.id() != PostingList::end; last += wide) {
      windows.visit_to(last, [&](Xapian::docid id, Xapian::termcount wdf) {
        EXPECT_LE(id, last);
        found.emplace_back(id, wdf);
      });
      EXPECT_GT(windows.id(), last);
    }
    EXPECT_TRUE(found == expected) << term.substr(0, 20);

    for (const unsigned step : {2U, 40U, 3000U, 50'000U}) {
      PostingList skipping(file, term);
      Xapian::docid wanted = 0;
      while (skipping.id() != PostingList::end) {
        wanted = std::max(wanted, skipping.id()) + below(step);
        skipping.skip_to(wanted);
        const auto at =
            std::ranges::lower_bound(expected, wanted, {}, &Postings::value_type::first);
        ASSERT_EQ(skipping.id(), at == expected.end() ? PostingList::end : at->first);
        if (at == expected.end()) break;
        ASSERT_EQ(skipping.wdf(), at->second);
        if (random_() % 2 == 0) skipping.next();
      }
    }
  }

  unsigned below(unsigned end) { return static_cast<unsigned>(random_() % end); }

  TemporaryFolder folder_;
  std::mt19937 random_{7};  // NOLINT(bugprone-random-generator-seed)
};

TEST_F(PostingListTest, GivesWhatXapianGives) {
  const std::vector<MadeTerm> terms = {{"all", 1, 100},
                                       {"most", .9, 300},
                                       {"half", .5, 3},
                                       {"tenth", .1, 40'000},
                                       {"rare", .002, 20},
                                       {"with\0a zero"s, .3, 5},
                                       {std::string(245, 'l'), 1, 200},
                                       {"z"s + std::string(60, '\0'), .01, 1'000'000}};
  make(terms, {3000, 1, 9000, 40}, folder_ / "segment");
  for (const MadeTerm& made : terms) expect_the_same(folder_ / "segment", made.term);
  for (const std::string& term : {"Qall"s, "al"s, "alla"s, ""s, "zz"s, std::string(400, 'l')})
    expect_the_same(folder_ / "segment", term.empty() ? "absent"s : term);
}

TEST_F(PostingListTest, GivesWhatXapianGivesOfManyTermsAndOfOneRecord) {
  std::vector<MadeTerm> terms;
  for (int i = 0; i < 3000; ++i) terms.push_back({"term" + std::to_string(i), .01, 9});
  make(terms, {400}, folder_ / "many");
  for (std::size_t i = 0; i < terms.size(); i += 100)
    expect_the_same(folder_ / "many", terms[i].term);
  make({{"one", 1, 5}}, {1}, folder_ / "one");
  expect_the_same(folder_ / "one", "one");
}

TEST_F(PostingListTest, OfDamagedBlocksTellsOrGoesOnAndNeverBack) {
  make({{"all", 1, 100}, {"half", .5, 300}, {std::string(245, 'l'), 1, 200}}, {2000, 3000},
       folder_ / "segment");
  std::ifstream in(folder_ / "segment", std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(in), {}};
  int told = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string damaged = whole;
    // Half of them where trees and chunks say what follows.
    for (unsigned i = 0; i < 1 + random_() % 3; ++i) {
      const std::size_t block =
          random_() % (whole.size() / glass::block_bytes) * glass::block_bytes;
      const std::size_t at = random_() % 2 == 0 ? random_() % 40 : random_() % glass::block_bytes;
      damaged[block + at] = static_cast<char>(random_() % 2 == 0 ? random_() : random_() % 16);
    }
    if (random_() % 20 == 0) damaged.resize(random_() % damaged.size());
    write_file(folder_ / "damaged", damaged);
    try {
      GlassFile file(IndexFile(folder_ / "damaged"));
      for (const std::string& term : {"all"s, "half"s, std::string(245, 'l')}) {
        Xapian::docid last = 0;
        PostingList(file, term).visit_to(PostingList::end - 1, [&](Xapian::docid id, auto) {
          EXPECT_LT(last, id);
          last = id;
        });
        PostingList list(file, term);
        while (list.id() != PostingList::end) {
          const Xapian::docid here = list.id();
          list.skip_to(here + below(700));
          EXPECT_LE(here, list.id());
          if (list.id() != PostingList::end) list.next();
        }
      }
    } catch (const IndexDamaged&) {
      ++told;
    }
  }
  EXPECT_GT(told, 500);
  EXPECT_LT(told, 2900);
}

}  // namespace
}  // namespace answers
