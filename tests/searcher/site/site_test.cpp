#include "searcher/site/site.h"

#include "indexer/building/index_writer.h"
#include "searcher/site/packed_numbers.h"
#include "searcher/site/site_index.h"
#include "tests/indexer/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <iterator>

namespace answers {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string packed(std::initializer_list<std::uint64_t> numbers) {
  std::string text;
  for (const std::uint64_t number : numbers) append_number(text, number);
  return text;
}

TEST(PackedNumbers, AreShortAndStandInAString) {
  EXPECT_EQ(packed({0, 1, 56, 57, 60}), "#$[]`");
  EXPECT_EQ(packed({61, 62, 90, 91, 61 + 30 * 61}), "a#b#~#a$aa#");
  for (std::uint64_t number = 0; number < 5000; ++number)
    EXPECT_THAT(packed({number}), Not(testing::ContainsRegex("[^#-\\[^-~\\]]"))) << number;
}

class Site : public testing::Test {
 protected:
  void write(std::string_view lines) {
    write_file(folder_ / "world.jsonl", lines);
    IndexListener silent;
    index_collections({.directory = folder_ / "index", .collections = {folder_ / "world.jsonl"}},
                      silent);
  }
  SiteSize make(const std::string& name) {
    const Index index = open_index({folder_ / "index"});
    std::vector<Xapian::docid> all;
    for (auto id = index.database().postlist_begin(""); id != index.database().postlist_end("");
         ++id)
      all.push_back(*id);
    return write_site(index, all, folder_ / name);
  }
  std::string read(const std::string& name) {
    std::ifstream file(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  TemporaryFolder folder_;
};

TEST_F(Site, HoldsWordsAndTexts) {
  write(json_line("a", "Why does dropout help?", "No unit can rely on **another** one.") +
        json_line("b", "What is a <script>alert(1)</script>?", "A dropped </script> tag."));
  const SiteSize size = make("site");
  EXPECT_EQ(size.records, 2U);
  EXPECT_EQ(size.files, 8U);
  const Index index = open_index({folder_ / "index"});
  const Xapian::docid first[] = {*index.database().postlist_begin("Qa")};
  const auto words = site_index(index, first, "en");
  EXPECT_EQ(words["records"], 1);
  EXPECT_THAT(words["terms"].get<std::string>(), HasSubstr("ropout"));
  EXPECT_THAT(words["terms"].get<std::string>(), Not(HasSubstr("script")));
  EXPECT_THAT(read("site/data/texts-0.js"), HasSubstr("rely on <strong>another</strong> one"));
  for (const char* name : {"index.html", "data/texts-0.js", "data/index.js"})
    EXPECT_THAT(read(std::string("site/") + name), Not(HasSubstr("<script>alert"))) << name;
}

TEST_F(Site, AnswersToOneQuestionStandTogetherWhateverTheirIds) {
  write(json_line("a1", "Why does dropout help?", "Units cannot rely on each other.") +
        json_line("m", "What is momentum?", "A running mean.") +
        json_line("a2", "Why does dropout help?", "It trains many networks at once."));
  make("site");
  EXPECT_THAT(read("site/data/index.js"),
              testing::ContainsRegex(R"("threads":\[\[[0-2],[0-2]\]\])"));
}

TEST_F(Site, IsReplacedAndNothingElseIs) {
  std::string many;
  for (int i = 0; i < 65; ++i)
    many += json_line(std::to_string(i), "What is number " + std::to_string(i) + "?", "A number.");
  write(many);
  make("site");
  EXPECT_TRUE(exists(folder_ / "site/data/texts-1.js"));
  write(json_line("a", "Why does dropout help?", "It does."));
  make("site");
  EXPECT_FALSE(exists(folder_ / "site/data/texts-1.js"));
  EXPECT_THAT(read("site/data/index.js"), HasSubstr("\"records\":1"));
  write_file(folder_ / "pages/index.html", "<p>by hand</p>");
  EXPECT_THROW(make("pages"), std::runtime_error);
  EXPECT_EQ(read("pages/index.html"), "<p>by hand</p>");
  EXPECT_THROW(make("."), std::runtime_error);
}

}  // namespace
}  // namespace answers
