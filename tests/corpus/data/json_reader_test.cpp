#include "corpus/data/json_reader.h"

#include "corpus/data/json_lines_reader.h"
#include "corpus/input/input.h"
#include "tests/corpus/collector.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

struct Reading : Collector {
  Reading(void (*reader)(Input&), const std::string& bytes) {
    Input input("a", bytes, *this);
    reader(input);
  }
};

std::string pair(int i) {
  return R"({"question": "Question )" + std::to_string(i) + R"(?", "answer": "Answer [\"{)" +
         std::to_string(i) + std::string(200, 'x') + "\"}";
}

/// A list of pairs, one a line, larger than what is parsed whole.
std::string large_list() {
  std::string json = "[\n";
  for (int i = 0; i < 20'000; ++i) json += (i > 0 ? ",\n" : "") + pair(i);
  return json + "\n]\n";
}

TEST(JsonReader, LargeListsStreamElementByElement) {
  const Reading reading(read_json, large_list());
  ASSERT_EQ(reading.records.size(), 20'000U);
  EXPECT_TRUE(reading.troubles.empty());
  EXPECT_EQ(reading.records[0].place.line, 2U);
  EXPECT_EQ(reading.records[19'999].question, "Question 19999?");
  EXPECT_EQ(reading.records[19'999].place.line, 20'001U);
  EXPECT_EQ(reading.records[1].place.byte, 2 + pair(0).size() + 2);
  EXPECT_EQ(reading.records[1].place.end_byte, 2 + pair(0).size() + 2 + pair(1).size());
}

TEST(JsonReader, LargeListsInObjectsStreamWithTheTopicsAbove) {
  const std::string list = large_list();
  const Reading reading(read_json, "{\"title\": \"Course\", \"Week 1\": {\"data\":" + list +
                                       "}, \"Week 2\": " + list + "}");
  ASSERT_EQ(reading.records.size(), 40'000U);
  EXPECT_TRUE(reading.troubles.empty());
  EXPECT_EQ(reading.records[0].section, (std::vector<std::string>{"Course", "Week 1"}));
  EXPECT_EQ(reading.records[39'999].section, (std::vector<std::string>{"Course", "Week 2"}));
}

/// A conversation of ChatGPT's export, larger than what is parsed whole, whose last message was
/// edited: "current_node" stands behind the tree.
std::string large_conversation() {
  const std::string filling(5 << 20, 'x');
  const auto node = [](const char* id, const char* parent, const char* role,
                       const std::string& text) {
    return std::string("\"") + id + R"(": {"parent": ")" + parent +
           R"(", "message": {"author": {"role": ")" + role +
           R"("}, "content": {"content_type": "text", "parts": [")" + text + "\"]}}}";
  };
  return R"({"title": "T", "mapping": {)" + node("a", "", "user", "Question?") + "," +
         node("b", "a", "assistant", filling) + "," + node("c", "b", "user", "And?") + "," +
         node("d", "c", "assistant", "So.") + "," + node("e", "a", "assistant", "Old.") +
         R"(}, "current_node": "d"})";
}

TEST(JsonReader, LargeConversationIsReadWhole) {
  const std::string one = large_conversation();
  for (const std::string& json :
       {one, "[" + one + "]", "{\"conversations\": [" + one + "]}", "{\"x\": " + one + "}"}) {
    const Reading reading(read_json, json);
    ASSERT_EQ(reading.records.size(), 2U);
    EXPECT_EQ(reading.records[1].question, "And?");
    EXPECT_EQ(reading.records[1].answer, "So.");
    EXPECT_EQ(reading.records[1].section.back(), "T");
  }
}

TEST(JsonReader, LargeListOfTurnsIsReadWhole) {
  const std::string filling(5 << 20, 'x');
  const Reading reading(read_json, R"({"id": "1", "messages": [{"role": "user", "content": "Q?"}, )"
                                   R"({"role": "assistant", "content": ")" +
                                       filling + "\"}]}");
  ASSERT_EQ(reading.records.size(), 1U);
  EXPECT_EQ(reading.records[0].question, "Q?");
}

TEST(JsonReader, SmallAndLargeGiveTheSame) {
  const std::string list = large_list();
  const Reading reading(read_json, list + "{\"faq\": [" + pair(7) + "]} " + pair(8));
  ASSERT_EQ(reading.records.size(), 20'002U);
  EXPECT_EQ(reading.records[20'000].id, reading.records[7].id);
  EXPECT_EQ(reading.records[20'001].id, reading.records[8].id);
}

TEST(JsonReader, FileThatIsCutOffGivesItsWholeElements) {
  for (const std::string& list : {large_list(), "[" + pair(0) + "," + pair(1) + "]"}) {
    const Reading reading(read_json, "{\"data\": " + list.substr(0, list.size() - 100));
    EXPECT_GE(reading.records.size(), 1U);
    ASSERT_FALSE(reading.troubles.empty());
    EXPECT_TRUE(reading.troubles[0].what.starts_with("the file ends within"));
  }
}

TEST(JsonReader, DamagedElementIsToldAndTheRestRead) {
  const Reading reading(
      read_json, "[\n" + pair(0) + ",\n{\"question\": \"x\" = \"answer\": 1},\n" + pair(2) + "\n]");
  EXPECT_EQ(reading.records.size(), 2U);
  ASSERT_EQ(reading.troubles.size(), 1U);
  EXPECT_EQ(reading.troubles[0].line, 3U);
}

TEST(JsonReader, ValueThatIsTooLongIsToldAndTheRestRead) {
  const std::string text(std::size_t{65} << 20, 'a');
  const Reading list(read_json,
                     "[" + pair(0) + ",\n" + '"' + text + "\\\"\"" + ", " + pair(2) + "]");
  EXPECT_EQ(list.records.size(), 2U);
  ASSERT_EQ(list.troubles.size(), 1U);
  EXPECT_EQ(list.troubles[0].line, 2U);
  const Reading object(read_json, "[" + pair(0) + ",\n{\"question\": \"What?\", \"answer\": " +
                                      std::string(text.size(), '1') + "}, " + pair(2) + "]");
  EXPECT_EQ(object.records.size(), 2U);
  ASSERT_EQ(object.troubles.size(), 1U);
  EXPECT_EQ(object.troubles[0].line, 2U);
}

TEST(JsonReader, ManyElementsThatAreNoJsonAreCounted) {
  std::string words;
  for (int i = 0; i < 50; ++i) words += "word ";
  const Reading reading(read_json, "[" + pair(0) + ", " + words + ", " + pair(2) + "]");
  EXPECT_EQ(reading.records.size(), 2U);
  ASSERT_EQ(reading.troubles.size(), 21U);
  EXPECT_EQ(reading.troubles[20].what, "30 further elements are no JSON");
}

TEST(JsonReader, LinesThatAreNoJsonAreToldAndTheRestRead) {
  const Reading reading(read_json_lines,
                        pair(0) + "\n\nnonsense {\n" + pair(1) + "\n[" + pair(2) + "]");
  EXPECT_EQ(reading.records.size(), 3U);
  EXPECT_EQ(reading.records[1].place.line, 4U);
  ASSERT_EQ(reading.troubles.size(), 1U);
  EXPECT_EQ(reading.troubles[0].line, 3U);
}

struct Hostile {
  const char* name;
  std::string json;
};
class HostileJson : public testing::TestWithParam<Hostile> {};

TEST_P(HostileJson, IsReadToItsEnd) {
  const Reading reading(read_json, GetParam().json);
  EXPECT_TRUE(reading.records.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Shapes, HostileJson,
    testing::Values(Hostile{"Brackets", std::string(100'000, '[')},
                    Hostile{"Braces", std::string(100'000, '{')},
                    Hostile{"Closing", std::string(100'000, ']')},
                    Hostile{"Quotes", std::string(99'999, '"')},
                    Hostile{"Commas", "[" + std::string(100'000, ',')},
                    Hostile{"Colons", "{" + std::string(100'000, ':')},
                    Hostile{"OpenString", "[\"" + std::string(6'000'000, 'a')},
                    Hostile{"Key", "{\"a"}, Hostile{"Backslash", "[\"\\"},
                    Hostile{"Mixed", "[{]}[{]}{[}]"}, Hostile{"Words", "[ nothing to see"},
                    Hostile{"LongNumber", "[" + std::string(6'000'000, '1') + "]"},
                    Hostile{"ManyLines", "[" + std::string(100'000, '\n') + "x"},
                    Hostile{"Nothing", ""}),
    case_name);

struct Case {
  const char* name;
  const char* path;
  const char* head;
  bool lines;
  bool json;
};
class JsonRecognised : public testing::TestWithParam<Case> {};

TEST_P(JsonRecognised, ByItsBeginning) {
  const auto& [name, path, head, lines, json] = GetParam();
  const int as_lines = recognises_json_lines(path, head);
  const int as_json = recognises_json(path, head);
  EXPECT_EQ(as_lines > as_json, lines);
  EXPECT_EQ(as_lines + as_json > 0, lines || json);
}

INSTANTIATE_TEST_SUITE_P(
    Heads, JsonRecognised,
    testing::Values(Case{"Lines", "a.jsonl", "{\"a\": 1}\n{\"a\": 2}\n", true, true},
                    Case{"LinesNamedJson", "a.json", "{\"a\": 1}\n{\"a\": 2}\n", true, true},
                    Case{"OneLine", "a.jsonl", "{\"a\": 1}", true, true},
                    Case{"Object", "a.json", "{\n  \"a\": 1\n}", false, true},
                    Case{"NoExtension", "a", "[\n  {\"a\": 1}]", false, true},
                    Case{"Link", "a.md", "[![badge](x)](y)\n", false, false},
                    Case{"Template", "a.md", "{{ include }}", false, false},
                    Case{"TableOfToml", "a.toml", "[[faq]]\nx = 1\n", false, false},
                    Case{"Section", "a.ini", "[main]\nx=1", false, false},
                    Case{"Words", "a.json", "hello", false, false}),
    case_name);

}  // namespace
}  // namespace answers
