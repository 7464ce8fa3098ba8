#include "indexer/document.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

TEST(Document, KeepsEveryPartOfARecord) {
  Record record;
  record.id = "k3v9x2mq4f-a4f7qz";
  record.question = "Why does dropout help?";
  record.body = "```python\nx = 1\n```";
  record.answer = "Units cannot rely on each other.\n\n* second\tline \xF0\x9F\x90\xA5";
  record.section = {"Training", "Regularisation"};
  record.tags = {"dropout", "c++"};
  record.source = "HuyenChip 8.3";
  record.difficulty = "hard";
  record.author = "someone";
  record.date = "2022-12-09";
  record.url = "#q7";
  record.language = "en";
  record.votes = -3;
  record.accepted = true;
  record.place = {"notes/training.md", 120, 131, 4012, 5151};
  const Record again = read_record(write_record(record));
  EXPECT_EQ(again.id, record.id);
  EXPECT_EQ(again.question, record.question);
  EXPECT_EQ(again.body, record.body);
  EXPECT_EQ(again.answer, record.answer);
  EXPECT_EQ(again.section, record.section);
  EXPECT_EQ(again.tags, record.tags);
  EXPECT_EQ(again.source, record.source);
  EXPECT_EQ(again.difficulty, record.difficulty);
  EXPECT_EQ(again.author, record.author);
  EXPECT_EQ(again.date, record.date);
  EXPECT_EQ(again.url, record.url);
  EXPECT_EQ(again.language, record.language);
  EXPECT_EQ(again.votes, record.votes);
  EXPECT_EQ(again.accepted, record.accepted);
  EXPECT_EQ(again.place.path, record.place.path);
  EXPECT_EQ(again.place.line, record.place.line);
  EXPECT_EQ(again.place.end_line, record.place.end_line);
  EXPECT_EQ(again.place.byte, record.place.byte);
  EXPECT_EQ(again.place.end_byte, record.place.end_byte);
}

}  // namespace
}  // namespace answers
