#include "searcher/serving/mcp_server.h"

#include "indexer/building/index_writer.h"
#include "searcher/serving/mcp_tools.h"
#include "tests/indexer/support.h"
#include "tests/support/golden.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <regex>
#include <set>
#include <string>

namespace answers {
namespace {

using Json = nlohmann::ordered_json;
using testing::HasSubstr;
using testing::Not;

class Mcp : public testing::Test {
 protected:
  Mcp() {
    const std::string long_answer = [] {
      std::string text;
      for (int i = 0; i < 2000; ++i) text += "Étape " + std::to_string(i) + ". ";
      return text;
    }();
    write(
        "world.jsonl",
        R"({"id":"dropout","question":"Why does dropout help?","answer":"No unit can rely on another one.","section":["Training"],"tags":["nets"],"votes":3,"accepted":true,"url":"https://example.org/1"})"
        "\n" +
            json_line("momentum", "What is momentum?", "A running mean of the gradients.") +
            json_line("early", "When to stop training?", "Dropout moves that moment.") +
            json_line("evil", "What does \\u001b[2J do?", "Ignore it.\\u202e\\u0007 <script>") +
            json_line("steps", "Which steps are there?", long_answer));
  }
  void write(const char* name, const std::string& text) {
    write_file(folder_ / name, text);
    IndexListener silent;
    index_collections({.directory = folder_ / "index", .collections = {folder_ / name}}, silent);
  }

  /// The answer, with the folder and the scores, which move, written as words.
  std::string wire(const std::string& message) {
    std::string text = server_.answer(message);
    for (auto at = text.find(folder_.path().string()); at != std::string::npos;
         at = text.find(folder_.path().string()))
      text.replace(at, folder_.path().string().size(), "WORLD");
    text = std::regex_replace(text, std::regex(R"("score":[0-9.]+)"), R"("score":"SCORE")");
    text = std::regex_replace(text, std::regex(R"("total_chars":\d+)"),
                              R"("total_chars":"WITH THE PATH")");
    return std::regex_replace(text, std::regex(R"(20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ)"), "THEN");
  }
  Json answer(const std::string& message) { return Json::parse(server_.answer(message)); }
  Json call(const std::string& tool, const Json& arguments) {
    const Json message = {{"jsonrpc", "2.0"},
                          {"id", 1},
                          {"method", "tools/call"},
                          {"params", {{"name", tool}, {"arguments", arguments}}}};
    return answer(message.dump()).at("result");
  }
  static std::string text(const Json& result) {
    return result.at("content").at(0).at("text").get<std::string>();
  }

  TemporaryFolder folder_;
  McpServer server_{{{folder_ / "index"}, {}}, "1.2.3"};
};

std::string transcript(const std::vector<std::string>& messages,
                       const std::function<std::string(const std::string&)>& answer) {
  std::string text;
  for (const auto& message : messages) {
    text += "> " + message + "\n";
    const std::string line = answer(message);
    EXPECT_EQ(line.find('\n'), std::string::npos);
    EXPECT_TRUE(line.empty() || Json::accept(line)) << line;
    text += "< " + line + "\n";
  }
  return text;
}

TEST_F(Mcp, WireOfTheEraOfInitialize) {
  const std::string text = transcript(
      {R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"c","version":"1"}}})",
       R"({"jsonrpc":"2.0","method":"notifications/initialized"})",
       R"({"jsonrpc":"2.0","id":1,"method":"ping"})",
       R"({"jsonrpc":"2.0","id":2,"method":"tools/list"})",
       R"({"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"search","arguments":{"query":"dropout"}}})",
       R"({"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"get","arguments":{"id":"dropout"}}})",
       R"({"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"related","arguments":{"id":"early"}}})",
       R"({"jsonrpc":"2.0","id":6,"method":"tools/call","params":{"name":"status"}})",
       R"({"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"nix"}})",
       R"({"jsonrpc":"2.0","id":8,"method":"resources/list"})",
       R"({"jsonrpc":"2.0","id":9,"method":"resources/templates/list"})",
       R"({"jsonrpc":"2.0","id":10,"method":"resources/read","params":{"uri":"answers://record/momentum"}})",
       R"({"jsonrpc":"2.0","id":11,"method":"resources/read","params":{"uri":"answers://record/none"}})",
       R"({"jsonrpc":"2.0","id":12,"method":"prompts/list"})",
       R"({"jsonrpc":"2.0","id":13,"method":"server/discover"})",
       R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":3}})",
       R"([{"jsonrpc":"2.0","id":14,"method":"ping"},{"jsonrpc":"2.0","method":"x"}])"},
      [this](const std::string& message) { return wire(message); });
  EXPECT_EQ(text, golden("mcp_agreed.txt", text));
}

TEST_F(Mcp, WireOfTheStatelessEra) {
  const std::string meta =
      R"("_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}})";
  const auto request = [&meta](const std::string& method, const std::string& more = {}) {
    return R"({"jsonrpc":"2.0","id":"probe-1","method":")" + method + R"(","params":{)" + meta +
           more + "}}";
  };
  const std::string text = transcript(
      {request("server/discover"), request("tools/list"),
       request("tools/call", R"(,"name":"search","arguments":{"query":"momentum"})"),
       request("tools/call", R"(,"name":"nix")"), request("resources/list"),
       request("resources/templates/list"),
       request("resources/read", R"(,"uri":"answers://record/momentum")"), request("ping"),
       request("initialize"),
       R"({"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2031-01-01"}}})"},
      [this](const std::string& message) { return wire(message); });
  EXPECT_EQ(text, golden("mcp_stateless.txt", text));
}

TEST_F(Mcp, AgreesOnTheVersionThatIsAskedForIfItKnowsIt) {
  const auto agreed = [this](const std::string& asked) {
    return answer(R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":")" +
                  asked + R"("}})")
        .at("result")
        .at("protocolVersion");
  };
  for (const char* version : {"2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"})
    EXPECT_EQ(agreed(version), version);
  EXPECT_EQ(agreed("1999-01-01"), "2025-11-25");
}

/// What at least one client is known to drop a tool, or all of them, for.
void lint(const Json& schema, const std::string& where) {
  static const std::set<std::string> known = {"type",        "properties", "required",
                                              "description", "minimum",    "maximum",
                                              "default",     "items",      "enum"};
  for (const auto& [key, value] : schema.items()) EXPECT_TRUE(known.contains(key)) << where << key;
  ASSERT_TRUE(schema.at("type").is_string()) << where;
  if (schema.at("type") == "object") {
    for (const auto& [name, one] : schema.at("properties").items()) {
      EXPECT_NE(one.at("type"), "object") << where << name;
      lint(one, where + name + ".");
    }
  }
  if (schema.contains("items")) {
    EXPECT_EQ(schema.at("items"), Json({{"type", "string"}})) << where;
  }
}

TEST_F(Mcp, SchemasAreFlat) {
  for (const Json& tool : mcp_tools()) {
    lint(tool.at("inputSchema"), tool.at("name").get<std::string>() + ".");
    EXPECT_EQ(tool.at("inputSchema").at("type"), "object");
    EXPECT_TRUE(tool.at("annotations").at("readOnlyHint").get<bool>());
    EXPECT_FALSE(tool.contains("outputSchema"));
  }
}

TEST_F(Mcp, SaysWhatIsWrongWithACallToTheModel) {
  const struct {
    const char* tool;
    Json arguments;
    const char* says;
  } table[] = {
      {"search", Json::object(), "'query' is missing"},
      {"search", {{"query", ""}}, "'query' is missing"},
      {"search", {{"query", 7}}, "'query' must be a string"},
      {"search", {{"query", "x"}, {"limit", 0}}, "'limit' must be a whole number from 1 to 20"},
      {"search", {{"query", "x"}, {"limit", -1}}, "'limit' must be a whole number"},
      {"search", {{"query", "x"}, {"limit", 1.5}}, "'limit' must be a whole number"},
      {"search", {{"query", "x"}, {"tags", {1, 2}}}, "'tags' must be a list of strings"},
      {"search", {{"query", "x"}, {"sort", "best"}}, "'sort' must be one of relevance"},
      {"search", Json::array({1}), "arguments must be an object"},
      {"get", {{"id", "none"}}, "No record has the id 'none'"},
      {"get", {{"id", "dropout"}, {"offset", 99'999}}, "'offset' is behind the end"},
      {"related", {{"id", "none"}}, "No record has the id 'none'"},
  };
  for (const auto& [tool, arguments, says] : table) {
    const Json result = call(tool, arguments);
    EXPECT_EQ(result.value("isError", false), true) << arguments;
    EXPECT_THAT(text(result), HasSubstr(says)) << arguments;
  }
}

TEST_F(Mcp, TakesNumbersAndListsAsModelsWriteThem) {
  EXPECT_EQ(
      call("search", {{"query", "dropout"}, {"limit", "1"}})["structuredContent"]["hits"].size(),
      1);
  EXPECT_EQ(
      call("search", {{"query", "dropout"}, {"tags", "nets"}})["structuredContent"]["hits"].size(),
      1);
  EXPECT_EQ(call("search", {{"query", "dropout"}, {"source", nullptr}})["structuredContent"]["hits"]
                .size(),
            2);
  EXPECT_THAT(text(call("search", {{"query", "dropout"}, {"tag", "nets"}})),
              HasSubstr("left out: 'tag'"));
}

TEST_F(Mcp, PagesThroughHitsAndThroughALongRecord) {
  std::set<std::string> ids;
  Json offset = 0;
  while (!offset.is_null()) {
    const Json page = call("search", {{"query", "dropout"}, {"limit", 1}, {"offset", offset}});
    for (const Json& hit : page["structuredContent"]["hits"]) ids.insert(hit["id"]);
    offset = page["structuredContent"]["next_offset"];
  }
  EXPECT_THAT(ids, testing::ElementsAre("dropout", "early"));

  std::string whole;
  std::size_t total = 0;
  offset = 0;
  while (!offset.is_null()) {
    const Json part = call("get", {{"id", "steps"}, {"offset", offset}, {"max_chars", 777}});
    EXPECT_LE(text(part).size(), 777);
    whole += part["structuredContent"]["text"].get<std::string>();
    total = part["structuredContent"]["total_chars"];
    offset = part["structuredContent"]["next_offset"];
  }
  EXPECT_EQ(whole.size(), total);
  EXPECT_THAT(whole, HasSubstr("Étape 0. Étape 1. "));
  EXPECT_THAT(whole, HasSubstr("Étape 1999."));
}

TEST_F(Mcp, ResultsAreNoLargerThanAClientTakes) {
  std::string many;
  for (int i = 0; i < 40; ++i)
    many +=
        json_line("many" + std::to_string(i), "What is a zebra of kind " + std::to_string(i) + "?",
                  "A zebra 斑马 " + std::string(3000, 'z') + ".");
  write("many.jsonl", many);
  for (const std::size_t most : {500U, 2000U, 8000U}) {
    const Json result = call("search", {{"query", "zebra"}, {"limit", 20}, {"max_chars", most}});
    EXPECT_LE(text(result).size(), most);
    EXPECT_LE(result["structuredContent"].dump().size(), most + 200);
    EXPECT_GE(result["structuredContent"]["hits"].size(), 1);
    EXPECT_EQ(result["structuredContent"]["next_offset"],
              result["structuredContent"]["hits"].size());
  }
}

TEST_F(Mcp, TextOfRecordsCommandsNothing) {
  const Json result = call("get", {{"id", "evil"}});
  for (const std::string& shown :
       {text(result), result["structuredContent"]["text"].get<std::string>()}) {
    EXPECT_THAT(shown, Not(HasSubstr("\x1b")));
    EXPECT_THAT(shown, Not(HasSubstr("\u202e")));
    EXPECT_THAT(shown, HasSubstr("<script>"));
  }
}

TEST_F(Mcp, FindsWhatAnotherGenerationHas) {
  EXPECT_THAT(text(call("search", {{"query", "aardvark"}})), HasSubstr("Nothing found"));
  write("more.jsonl", json_line("aardvark", "What is an aardvark?", "It eats ants."));
  EXPECT_THAT(text(call("search", {{"query", "aardvark"}})), HasSubstr("It eats ants."));
}

TEST(McpWithoutAnIndex, AnswersAllTheSame) {
  const TemporaryFolder folder;
  McpServer server({{folder / "none"}, {}}, "1");
  EXPECT_THAT(server.answer(R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{}})"),
              HasSubstr("2025-11-25"));
  const std::string answer = server.answer(
      R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":{"query":"x"}}})");
  EXPECT_THAT(answer, HasSubstr("\"isError\":true"));
  EXPECT_THAT(answer, HasSubstr("answers index PATH"));
}

TEST(McpMessages, OddOnesAreAnsweredOrLeftAlone) {
  const TemporaryFolder folder;
  McpServer server({{folder / "none"}, {}}, "1");
  const struct {
    const char* message;
    const char* says;
  } table[] = {
      {"", ""},
      {" ", ""},
      {"hello", "-32700"},
      {"{", "-32700"},
      {"[]", "-32600"},
      {"[1]", "-32600"},
      {"7", "-32600"},
      {R"({"jsonrpc":"2.0","id":1,"result":{}})", ""},
      {R"({"jsonrpc":"2.0","id":null,"method":"ping"})", "-32600"},
      {R"({"jsonrpc":"1.0","id":1,"method":"ping"})", "-32600"},
      {R"({"jsonrpc":"2.0","id":1,"method":7})", "-32600"},
      {R"({"jsonrpc":"2.0","id":1,"method":"nope"})", "-32601"},
      {R"({"jsonrpc":"2.0","id":1,"method":"tools/call"})", "-32602"},
      {R"({"jsonrpc":"2.0","id":"a","method":"ping","more":1,"params":[1]})", "\"id\":\"a\""},
  };
  for (const auto& [message, says] : table) {
    const std::string answer = server.answer(message);
    if (*says == '\0') {
      EXPECT_EQ(answer, "") << message;
    }
    EXPECT_THAT(answer, HasSubstr(says)) << message;
  }
}

}  // namespace
}  // namespace answers
