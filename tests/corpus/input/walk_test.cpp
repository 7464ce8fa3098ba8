#include "corpus/input/walk.h"

#include "corpus/input/ignore_rules.h"
#include "corpus/reader.h"
#include "tests/corpus/collector.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/without_privilege.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace answers {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::Pair;

/// A folder of its own for a test, gone behind it.
class Folder : public testing::Test {
 protected:
  ~Folder() override {
    std::error_code ignored;
    fs::permissions(root_ / "shut", fs::perms::owner_all, ignored);
  }
  void put(const std::string& name,
           const std::string& text = "{\"question\":\"q\",\"answer\":\"a\"}") {
    write_file(root_ / name, text);
  }
  std::vector<std::string> walk() {
    std::vector<std::string> names;
    walk_collection(root_, collector_, [&](const fs::path& path) {
      names.push_back(path.lexically_relative(root_).string());
    });
    for (auto& [path, reason] : collector_.skipped)
      path = fs::path(path).lexically_relative(root_).string();
    return names;
  }

  TemporaryFolder folder_{};
  fs::path root_ = folder_.path();
  Collector collector_;
};

TEST_F(Folder, IsWalkedInByteOrderOfTheNames) {
  for (const char* name : {"b/2.jsonl", "b/10.jsonl", "a.jsonl", "B.jsonl", "c.jsonl", "b.jsonl"})
    put(name);
  EXPECT_THAT(walk(),
              ElementsAre("B.jsonl", "a.jsonl", "b/10.jsonl", "b/2.jsonl", "b.jsonl", "c.jsonl"));
}

TEST_F(Folder, AnIgnoreFileLeavesOutAsGitDoes) {
  for (const char* name : {"a.md", "drafts/b.md", "x/drafts/c.md", "x/keep.md", "x/y/z.md",
                           "x/y/deep/z.md", "x/odd.md", "top.md", "x/top.md", "x/drafts.md"})
    put(name);
  put(".answersignore", "# a comment\n\ndrafts/\r\n/top.md\nx/**/z.md\n*d?.md\n!keep.md\n");
  put("x/.answersignore", "!odd.md\n");
  EXPECT_THAT(walk(), ElementsAre("a.md", "x/drafts.md", "x/keep.md", "x/odd.md", "x/top.md"));
}

TEST(IgnoreRules, MatchAsGitDoes) {
  const struct {
    const char* pattern;
    const char* path;
    bool leaves_out;
  } cases[] = {
      {"*.md", "a.md", true},        {"*.md", "x/a.md", true},
      {"/*.md", "x/a.md", false},    {"x/*.md", "x/a.md", true},
      {"x/*.md", "y/x/a.md", false}, {"**/x/*.md", "y/x/a.md", true},
      {"x/**", "x/a/b", true},       {"x/**", "x", false},
      {"a/**/b", "a/b", true},       {"a/**/b", "a/c/d/b", true},
      {"[ab].md", "b.md", true},     {"[!ab].md", "b.md", false},
      {"[a-c]?.md", "bx.md", true},  {"\\#x", "#x", true},
      {"\\!x", "!x", true},          {"x ", "x", true},
      {"x\\ ", "x ", true},          {"[x", "[x", true},
      {"a*b*c", "axxbxxc", true},    {"a*b*c", "axxbxx", false},
      {"**", "a/b", true},           {"*", "a", true},
      {"b", "a/b/c", false},         {"", "a", false},
  };
  for (const auto& [pattern, path, leaves_out] : cases)
    EXPECT_EQ(IgnoreRules(pattern).leaves_out(path, false).value_or(false), leaves_out)
        << pattern << " " << path;
  EXPECT_EQ(IgnoreRules("x\n!x").leaves_out("x", false), false);
  EXPECT_EQ(IgnoreRules("y").leaves_out("x", false), std::nullopt);
  EXPECT_EQ(IgnoreRules("*a*a*a*a*a*a*a*a*a*b").leaves_out(std::string(5000, 'a'), false),
            std::nullopt)
      << "in no time";
}

TEST_F(Folder, WhatIsNoCollectionIsSkippedWithItsReason) {
  for (const char* name :
       {".git/config", "LICENSE", "a.jsonl", "logo.png", "node_modules/x/README.md"})
    put(name);
  EXPECT_THAT(walk(), ElementsAre("a.jsonl"));
  EXPECT_THAT(
      collector_.skipped,
      ElementsAre(Pair(".git", "hidden"), Pair("node_modules", "folder of other people's code"),
                  Pair("LICENSE", "licence"), Pair("logo.png", "image")));
}

TEST_F(Folder, LinksThatGoRoundOrNowhereDoNotStopTheWalk) {
  put("a.jsonl");
  fs::create_directory_symlink(root_, root_ / "b");
  fs::create_symlink("c", root_ / "c");
  fs::create_symlink("gone", root_ / "d");
  fs::create_symlink("a.jsonl", root_ / "e.jsonl");
  EXPECT_THAT(walk(), ElementsAre("a.jsonl", "e.jsonl"));
  EXPECT_THAT(collector_.skipped, ElementsAre(Pair("b", "link to a folder")));
  EXPECT_EQ(collector_.troubles.size(), 2U);
}

TEST_F(Folder, WhatCannotBeOpenedIsToldAndTheRestRead) {
  put("shut/a.jsonl");
  put("z.jsonl");
  fs::permissions(root_, fs::perms::others_read, fs::perm_options::add);
  fs::permissions(root_ / "shut", fs::perms::none);
  without_privilege(root_, [this] {
    EXPECT_THAT(walk(), ElementsAre("z.jsonl"));
    EXPECT_EQ(collector_.troubles.size(), 1U);
  });
}

TEST_F(Folder, FileThatVanishesIsTroubleAndTheRestRead) {
  put("a.jsonl");
  put("b.jsonl");
  walk_collection(root_, collector_, [&](const fs::path& path) {
    fs::remove(root_ / "b.jsonl");
    read_file(path, collector_);
  });
  EXPECT_EQ(collector_.records.size(), 1U);
  ASSERT_EQ(collector_.troubles.size(), 1U);
  EXPECT_EQ(collector_.troubles[0].what, "No such file or directory");
}

TEST_F(Folder, EveryFileIsReadOrSkippedWithAReason) {
  put("a.jsonl", "");
  put("b.jsonl", std::string("{\0}", 3));
  put("c.jsonl", "{\"x\": 1}\n");
  put("d.jsonl");
  read_collection(root_, collector_);
  EXPECT_EQ(collector_.records.size(), 1U);
  std::vector<std::string> reasons;
  for (const auto& [path, reason] : collector_.skipped) reasons.push_back(reason);
  EXPECT_THAT(reasons, ElementsAre("empty", "binary", "no questions and answers in it"));
}

TEST_F(Folder, ACopyIsReadOnce) {
  const std::string faq =
      "# FAQ\n\n## Is it caf\u00E9?\n\nYes.\n\n## Why?\n\nSo.\n\n## Who?\n\nI.\n";
  put("a.md", faq);
  put("b.txt",
      "\xEF\xBB\xBF# FAQ\r\n\r\n## Is it caf\xC3\x83\xC2\xA9?\r\n\r\nYes.\r\n\r\n## "
      "Why?\r\n\r\nSo.\r\n\r\n## Who?\r\n\r\nI.\r\n");
  put("c.md", faq + "\n## When?\n\nNow.\n");
  Copies copies;
  read_collection(root_, collector_, &copies);
  ASSERT_EQ(collector_.skipped.size(), 1U);
  EXPECT_TRUE(collector_.skipped[0].first.ends_with("b.txt"));
  EXPECT_EQ(collector_.skipped[0].second, "a copy of another file");
  EXPECT_EQ(collector_.records.size(), 3U + 4U);
}

TEST(ReadCollection, TellsOfAPathThatIsNotThere) {
  Collector collector;
  read_collection("/nowhere/at-all", collector);
  ASSERT_EQ(collector.troubles.size(), 1U);
  EXPECT_EQ(collector.troubles[0].path, "/nowhere/at-all");
}

struct Case {
  const char* path;
  const char* reason;
};
class SkippedName : public testing::TestWithParam<Case> {};
TEST_P(SkippedName, HasItsReason) {
  EXPECT_EQ(reason_to_skip(GetParam().path), GetParam().reason) << GetParam().path;
}

INSTANTIATE_TEST_SUITE_P(
    Names, SkippedName,
    testing::Values(Case{"LICENSE", "licence"}, Case{"doc/LICENSE.txt", "licence"},
                    Case{"license.md", "licence"}, Case{"LICENSE-MIT", "licence"},
                    Case{"COPYING.LESSER", "licence"}, Case{"LICENCE.md", "licence"},
                    Case{"CHANGELOG.md", "paper of a project"},
                    Case{"SECURITY.md", "paper of a project"}, Case{"security.md", ""},
                    Case{"CONTRIBUTING.md", "paper of a project"}, Case{"contributing.html", ""},
                    Case{"history.md", ""}, Case{"README.md", ""}, Case{"FAQ", ""},
                    Case{"faq.txt.gz", ""}, Case{"logo.PNG", "image"}, Case{"a.py", "source code"},
                    Case{"package-lock.json", "lock file"}, Case{"Cargo.lock", "lock file"},
                    Case{"a.zip", ""}, Case{"a.rar", "archive"}, Case{"questions.json", ""},
                    Case{"What is a license.md", ""}, Case{"licensing-faq.md", ""},
                    Case{"notes.xls", "office document"}, Case{"v.js", ""},
                    Case{"v.rs", "source code"}, Case{"pump.erl", "source code"},
                    Case{"grid.F90", "source code"}, Case{"Pump.elm", "source code"},
                    Case{"quiz_data.py", ""}, Case{"faqs.php", ""}, Case{"faq.go", "source code"},
                    Case{"-", ""}, Case{"", ""}, Case{"a.", ""}, Case{"a b.c d", ""}));

}  // namespace
}  // namespace answers
