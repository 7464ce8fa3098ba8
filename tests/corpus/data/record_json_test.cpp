#include "corpus/data/record_json.h"

#include "corpus/characters/characters.h"
#include "corpus/data/json_parser.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

TEST(RecordJson, GivesTheRecordBack) {
  Record record;
  record.id = "a-b";
  record.question = "Why \"x\"\xE2\x80\xA8?";
  record.body = "```\n\tcode\r\n```";
  record.answer = " null \x01 \xE2\x80\xAE ";
  record.section = {"A > B", ""};
  record.tags = {"x y"};
  record.source = record.difficulty = record.author = record.date = record.url = "null";
  record.language = "fr";
  record.votes = -3;
  record.accepted = true;
  const std::string line = record_json(record);
  EXPECT_EQ(line.find_first_of("\n\r\x01"), std::string::npos);
  JsonParser parser;
  const DataValue* value = parser.parse_copy(line);
  ASSERT_NE(value, nullptr) << parser.error();
  const auto again = record_from(*value);
  ASSERT_TRUE(again);
  EXPECT_EQ(record_json(*again), line);
  EXPECT_EQ(again->answer, record.answer);
  EXPECT_EQ(again->votes, -3);
  record.votes.reset();
  EXPECT_FALSE(record_from(*parser.parse_copy(record_json(record)))->votes);
}

TEST(RecordJson, OtherObjectsAreNoRecords) {
  JsonParser parser;
  for (const char* json : {"{}", "[]", "3", R"({"schema": "answers.record/2", "id": "x"})",
                           R"({"question": "a", "answer": "b"})"}) {
    EXPECT_FALSE(record_from(*parser.parse_copy(json))) << json;
  }
}

TEST(PrintableJson, EscapesWhatNobodySees) {
  EXPECT_EQ(printable_json("{\"a\": \"\xE2\x80\xAE\x7F\xC2\x9B\xF3\xA0\x80\x81\xC3\xA4\"}\n"),
            "{\"a\": \"\\u202e\\u007f\\u009b\\udb40\\udc01\xC3\xA4\"}\n");
}

}  // namespace
}  // namespace answers
