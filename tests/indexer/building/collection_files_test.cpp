#include "indexer/building/collection_files.h"

#include <gtest/gtest.h>

#include <string>

namespace answers {
namespace {

TEST(Folders, TellTheInnermostThatAPathLiesIn) {
  Folders folders;
  for (const char* folder : {"/home/notes", "/home/notes/trees", "/home/one.md", "-"})
    folders.add(folder);
  const auto around = [&folders](const char* path) {
    const std::string* found = folders.around(path);
    return found == nullptr ? "none" : *found;
  };
  EXPECT_EQ(around("/home/notes/a.md"), "/home/notes");
  EXPECT_EQ(around("/home/notes/trees/oak/a.md"), "/home/notes/trees");
  EXPECT_EQ(around("/home/notes/trees"), "/home/notes/trees");
  EXPECT_EQ(around("/home/notes2/a.md"), "none");
  EXPECT_EQ(around("/home/one.md"), "/home/one.md");
  EXPECT_EQ(around("/home/one.md2"), "none");
  EXPECT_EQ(around("/home"), "none");
  EXPECT_EQ(around("/"), "none");
  EXPECT_EQ(around("-"), "-");
  folders.add("/");
  EXPECT_EQ(around("/home/notes2/a.md"), "/");
  EXPECT_EQ(around("/"), "/");
}

/// As many collections as files: a look-up each, not a comparison of all with all.
TEST(Folders, AreManyAtNoCost) {
  Folders folders;
  constexpr int many = 200'000;
  for (int i = 0; i < many; ++i) folders.add("/notes/" + std::to_string(i));
  int inside = 0;
  for (int i = 0; i < 2 * many; ++i)
    inside += folders.hold("/notes/" + std::to_string(i) + "/a.md") ? 1 : 0;
  EXPECT_EQ(inside, many);
}

}  // namespace
}  // namespace answers
