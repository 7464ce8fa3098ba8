#include "corpus/values/record_json.h"

#include "corpus/characters/characters.h"
#include "corpus/values/json_parser.h"
#include "corpus/values/json_text.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>

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

TEST(RecordJson, AStringIsWrittenAsAnyJsonIs) {
  const std::string far(40, '.');
  for (const std::string text :
       {"", "plain", "\"q\" \\ /", "\b\f\n\r\t\x01\x1F\x7F", "é ü ß", "\xC2\x85 \xC2\xA0",
        "\xD8\x9C ا", "\xE1\xA0\x8E ẹ", "\u200B\u200D\u2028\u2029\u202E\u2060 – ’",
        "\uFEFF\uFFF9，！", "语言：日本語、한국어", "\U000E0041 \U0001F600", "cut \xE4\xBD",
        "bare \xBF\xFF", "\xED\xA0\x80"}) {
    for (const std::string& each : {text, text + text, far + text, text + far, far + text + far}) {
      std::string json;
      append_json_string(json, each);
      EXPECT_EQ(json, json_text(each));
    }
  }
}

}  // namespace
}  // namespace answers
