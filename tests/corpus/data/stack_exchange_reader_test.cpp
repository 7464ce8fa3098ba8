#include "corpus/data/stack_exchange_reader.h"

#include "corpus/input/input.h"
#include "tests/corpus/collector.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

constexpr const char* head = "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<posts>\n";
constexpr const char* question =
    "  <row Id=\"1\" PostTypeId=\"1\" AcceptedAnswerId=\"3\" "
    "CreationDate=\"2015-01-27T19:00:00.000\" Score=\"7\" "
    "Body=\"&lt;p&gt;Mine &amp;amp; yours&lt;/p&gt;&#xA;\" Title=\"Why?\" "
    "Tags=\"&lt;a&gt;&lt;b-c&gt;\" />\n";
constexpr const char* first =
    "  <row Id=\"2\" PostTypeId=\"2\" ParentId=\"1\" Score=\"-1\" OwnerUserId=\"9\" "
    "CreationDate=\"2015-01-28T19:00:00.000\" Body=\"&lt;p&gt;No.&lt;/p&gt;\" />\n";
constexpr const char* second =
    "  <row Id=\"3\" PostTypeId=\"2\" ParentId=\"1\" Score=\"5\" OwnerDisplayName=\"N\" "
    "Body=\"Yes.\" />\n";

struct Reading : Collector {
  explicit Reading(const std::string& bytes) {
    Input input("Posts.xml", bytes, *this);
    read_stack_exchange(input);
  }
};

TEST(StackExchange, EachAnswerIsARecordWithItsQuestion) {
  const Reading reading(std::string(head) + question + first + second + "</posts>");
  ASSERT_EQ(reading.records.size(), 2U);
  const Record& no = reading.records[0];
  EXPECT_EQ(no.question, "Why?");
  EXPECT_EQ(no.body, "Mine & yours");
  EXPECT_EQ(no.answer, "No.");
  EXPECT_EQ(no.tags, (std::vector<std::string>{"a", "b-c"}));
  EXPECT_EQ(no.votes, -1);
  EXPECT_EQ(no.author, "user 9");
  EXPECT_EQ(no.date, "2015-01-28T19:00:00.000");
  EXPECT_EQ(no.url, "#2");
  EXPECT_EQ(no.place.line, 4U);
  EXPECT_EQ(no.place.byte, (std::string(head) + question).size() + 2);
  EXPECT_FALSE(no.accepted);
  EXPECT_TRUE(reading.records[1].accepted);
  EXPECT_EQ(reading.records[1].author, "N");
  EXPECT_EQ(question_id(no), question_id(reading.records[1]));
  EXPECT_NE(no.id, reading.records[1].id);
}

TEST(StackExchange, AnswersMayStandBeforeTheirQuestion) {
  const Reading reading(std::string(head) + first + question + second + "</posts>");
  ASSERT_EQ(reading.records.size(), 2U);
  EXPECT_EQ(reading.records[0].answer, "Yes.");
  EXPECT_EQ(reading.records[1].answer, "No.");
  EXPECT_EQ(reading.records[1].place.line, 3U);
  EXPECT_TRUE(reading.unanswered.empty());
}

TEST(StackExchange, NewerTagsAreReadAndOtherPostsAreNot) {
  const Reading reading(std::string(head) +
                        "<row Id=\"1\" PostTypeId=\"1\" Title=\"Q\" Body=\"\" Tags=\"|a|b|\"/>"
                        "<row Id=\"2\" PostTypeId=\"2\" ParentId=\"1\" Body=\"A\"/>"
                        "<row Id=\"5\" PostTypeId=\"5\" Body=\"About a tag\"/></posts>");
  ASSERT_EQ(reading.records.size(), 1U);
  EXPECT_EQ(reading.records[0].tags, (std::vector<std::string>{"a", "b"}));
}

TEST(StackExchange, QuestionWithoutAnswerIsTold) {
  const Reading reading(std::string(head) + question + "</posts>");
  EXPECT_TRUE(reading.records.empty());
  ASSERT_EQ(reading.unanswered.size(), 1U);
  EXPECT_EQ(reading.unanswered[0].question, "Why?");
}

TEST(StackExchange, AnswersWithoutQuestionAreCounted) {
  const Reading reading(std::string(head) + first + second + "</posts>");
  EXPECT_TRUE(reading.records.empty());
  ASSERT_EQ(reading.troubles.size(), 1U);
  EXPECT_EQ(reading.troubles[0].what, "2 answers to questions that are not in the file");
}

TEST(StackExchange, FileThatIsCutOffIsReadAsFarAsItGoes) {
  const std::string whole = std::string(head) + question + first + second;
  const Reading reading(whole.substr(0, whole.size() - 20));
  EXPECT_EQ(reading.records.size(), 1U);
  ASSERT_EQ(reading.troubles.size(), 1U);
  EXPECT_TRUE(reading.troubles[0].what.starts_with("no well-formed XML"));
}

TEST(StackExchange, EntitiesThatGrowWithoutEndAreRefused) {
  std::string bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE posts [<!ENTITY a0 \"aaaaaaaaaa\">";
  for (int i = 1; i < 12; ++i) {
    bomb += "<!ENTITY a" + std::to_string(i) + " \"";
    for (int j = 0; j < 10; ++j) bomb += "&a" + std::to_string(i - 1) + ";";
    bomb += "\">";
  }
  const Reading reading(bomb +
                        "]>\n<posts><row Id=\"1\" PostTypeId=\"1\" Title=\"&a11;\"/></posts>");
  EXPECT_FALSE(reading.troubles.empty());
}

TEST(StackExchange, IsRecognisedByItsRows) {
  EXPECT_EQ(recognises_stack_exchange("x", std::string(head + 3) + question), 98);
  EXPECT_EQ(recognises_stack_exchange("Users.xml",
                                      "<?xml version=\"1.0\"?><users><row Id=\"1\"/></users>"),
            0);
}

}  // namespace
}  // namespace answers
