#include "corpus/values/json_parser.h"

#include "tests/corpus/collector.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

/// The tree in a compact form of its own.
std::string show(const DataValue& value) {
  switch (value.kind) {
    case DataValue::Kind::null:
      return "null";
    case DataValue::Kind::boolean:
    case DataValue::Kind::number:
      return std::string(value.text);
    case DataValue::Kind::string:
      return "'" + std::string(value.text) + "'";
    default:
      break;
  }
  std::string text;
  for (const auto& [key, child] : value.members) {
    if (!text.empty()) text += ' ';
    if (value.is_object()) text.append(key) += ':';
    text += show(child);
  }
  return value.is_object() ? "{" + text + "}" : "[" + text + "]";
}

struct Case {
  const char* name;
  std::string json;
  const char* tree;  // nullptr: no JSON
};
class JsonCase : public testing::TestWithParam<Case> {};

TEST_P(JsonCase, GivesItsTree) {
  JsonParser parser;
  const DataValue* value = parser.parse_copy(GetParam().json);
  if (GetParam().tree == nullptr) {
    EXPECT_EQ(value, nullptr) << show(*value);
  } else {
    ASSERT_NE(value, nullptr) << parser.error();
    EXPECT_EQ(show(*value), GetParam().tree);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Proper, JsonCase,
    testing::Values(Case{"Object", R"({"a": 1, "b": [true, null, "x"]})",
                         "{a:1 b:[true null 'x']}"},
                    Case{"Escapes", R"(["\u00e9\n\"\ud83d\ude00"])", "['é\n\"😀']"},
                    Case{"Nested", R"({"a":{"b":{"c":[[],{}]}}})", "{a:{b:{c:[[] {}]}}}"},
                    Case{"Scalar", "\"x\"", "'x'"}, Case{"Number", "-1.5e3", "-1.5e3"},
                    Case{"Null", "null", "null"},
                    Case{"HugeNumber", "[1e999, 123456789012345678901234567890]",
                         "[1e999 123456789012345678901234567890]"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    AsPeopleWriteIt, JsonCase,
    testing::Values(Case{"MissingCommas",
                         "{\"a\": \"x\"\n\"b\": [1, {} [2] \"y\"]\n \"c\": 3 \"d\": {}}",
                         "{a:'x' b:[1 {} [2] 'y'] c:3 d:{}}"},
                    Case{"MissingColon", R"({"a" "b"})", nullptr},
                    Case{"TrailingCommas", "{\"a\": [1, 2, ],\n}", "{a:[1 2]}"},
                    Case{"Comments", "{ // said \"so\"\n\"a\": /* no */ 1}", "{a:1}"},
                    Case{"NotANumber", R"({"a": NaN, "b": -Infinity})", "{a:null b:null}"},
                    Case{"RawLineBreaks", "{\"a\": \"x\ny\tz\"}", "{a:'x\ny\tz'}"},
                    Case{"UnknownEscapes", R"(["\d+ C:\path it\'s"])", "['\\d+ C:\\path it's']"},
                    Case{"HalfASurrogatePair", R"(["\ud83d!", "\ude00"])", "['\uFFFD!' '\uFFFD']"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    NoJson, JsonCase,
    testing::Values(Case{"Nothing", "", nullptr}, Case{"Words", "hello", nullptr},
                    Case{"Cut", R"({"a": [1, "x)", nullptr}, Case{"TwoValues", "{} {}", nullptr},
                    Case{"WrongBracket", "[1}", nullptr},
                    Case{"TooDeep", std::string(5000, '[') + std::string(5000, ']'), nullptr},
                    Case{"OpenString", "\"abc", nullptr}, Case{"Colon", R"({"a" 1})", nullptr}),
    case_name);

TEST(JsonParser, TellsWhereValuesStand) {
  const std::string json = R"({"a": "xy" , "b": [1, {} ] })";
  JsonParser parser;
  const DataValue* root = parser.parse_copy(json);
  ASSERT_NE(root, nullptr);
  const auto source = [&](const DataValue& value) {
    return json.substr(value.begin, value.end - value.begin);
  };
  EXPECT_EQ(source(*root), json);
  EXPECT_EQ(source(*root->find("a")), "\"xy\"");
  EXPECT_EQ(source(*root->find("b")), "[1, {} ]");
  EXPECT_EQ(source(root->find("b")->members[1].value), "{}");
}

}  // namespace
}  // namespace answers
