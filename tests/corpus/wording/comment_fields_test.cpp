#include "corpus/wording/comment_fields.h"

#include <gmock/gmock.h>

#include <string>

namespace answers {
namespace {

using testing::ElementsAre;

TEST(CommentFields, FillTheRecordAndLeaveTheText) {
  Record record;
  std::string text =
      "<!-- tags: (norms, linear-algebra) -->\n\nText.\n\n<!-- expertise: (2) -->\n"
      "<!-- a remark -->\n<!-- source: Book 5.1 -->";
  take_comment_fields(text, record);
  EXPECT_EQ(text, "Text.\n\n<!-- a remark -->");
  EXPECT_THAT(record.tags, ElementsAre("norms", "linear-algebra"));
  EXPECT_EQ(record.difficulty, "medium");
  EXPECT_EQ(record.source, "Book 5.1");
}

TEST(CommentFields, NamesArePeoplesOwn) {
  Record record;
  EXPECT_TRUE(set_field(record, "Level", "Advanced"));
  EXPECT_EQ(record.difficulty, "hard");
  EXPECT_TRUE(set_field(record, "level", "Fundamental/Advance"));
  EXPECT_EQ(record.difficulty, "Fundamental/Advance");
  EXPECT_TRUE(set_field(record, "Tags", "[a, \"b c\"; a]"));
  EXPECT_THAT(record.tags, ElementsAre("a", "b c"));
  EXPECT_TRUE(set_field(record, "Topic", "Vectors"));
  EXPECT_THAT(record.section, ElementsAre("Vectors"));
  EXPECT_TRUE(set_field(record, "Section", "Data > Trees › B-trees"));
  EXPECT_THAT(record.section, ElementsAre("Data", "Trees", "B-trees"));
  EXPECT_TRUE(set_field(record, "Section", "What if x>y?"));
  EXPECT_THAT(record.section, ElementsAre("What if x>y?"));
  EXPECT_FALSE(set_field(record, "note", "x"));
  EXPECT_FALSE(set_field(record, "source", "  "));
}

TEST(CommentFields, AnUnclosedCommentStays) {
  Record record;
  std::string text = "Text <!-- tags: (a";
  take_comment_fields(text, record);
  EXPECT_EQ(text, "Text <!-- tags: (a");
}

}  // namespace
}  // namespace answers
