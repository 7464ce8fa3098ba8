#include "searcher/ranking/passage_place.h"

#include "tests/indexer/support.h"

#include <gtest/gtest.h>

#include <string>

namespace answers {
namespace {

/// A hit whose record is all of a file but its first line.
Hit hit_in(const TemporaryFolder& folder, const std::string& file_text,
           const std::string& passage) {
  write_file(folder / "notes.md", "# Notes\n" + file_text);
  Hit hit;
  hit.record.place = {.path = (folder / "notes.md").string(),
                      .line = 2,
                      .end_line = 9,
                      .byte = 8,
                      .end_byte = 8 + file_text.size()};
  hit.passages.push_back({.text = passage});
  return hit;
}

TEST(PassagePlaceTest, APassageIsFoundInItsFile) {
  const struct {
    const char* file;
    const char* passage;
    std::size_t line;
    std::size_t end_line;
    std::size_t byte;
  } cases[] = {
      {"## Why?\n\nOne. Two.\nThree.\n", "Two.\nThree.", 4, 5, 22},
      {"## Why?\n\n> - One\n> - Two\n", "- One\n- Two", 4, 5, 19},
      {"## Why?\r\n\r\nOne\r\n\r\nTwo\r\n", "One\n\nTwo", 4, 6, 19},
      {"## One\n\nSo\n\nOne\nTwo\n", "One\nTwo", 6, 7, 20},  // the heading is no beginning of it
      {"## Why?\n\nOne &amp; two\n", "One & two", 0, 0, 0},
      {"## Why?\n", "", 0, 0, 0},
  };
  const TemporaryFolder folder;
  for (const auto& [file, passage, line, end_line, byte] : cases) {
    Hit hit = hit_in(folder, file, passage);
    locate_passages(hit);
    EXPECT_EQ(hit.passages[0].line, line) << passage;
    EXPECT_EQ(hit.passages[0].end_line, end_line) << passage;
    EXPECT_EQ(hit.passages[0].file_byte.value_or(0), byte) << passage;
  }
}

TEST(PassagePlaceTest, WhatIsOneLineNeedsNoLook) {
  Hit hit;
  hit.record.place = {.path = "/nosuch", .line = 7, .end_line = 7, .byte = 1, .end_byte = 9};
  hit.passages.push_back({.text = "One\nTwo"});
  locate_passages(hit);
  EXPECT_EQ(hit.passages[0].line, 7U);
  EXPECT_EQ(hit.passages[0].end_line, 7U);
  EXPECT_FALSE(hit.passages[0].file_byte);
}

}  // namespace
}  // namespace answers
