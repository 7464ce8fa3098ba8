#include "searcher/serving/http_service.h"

#include "indexer/building/index_writer.h"
#include "searcher/serving/search_request.h"
#include "tests/indexer/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace answers {
namespace {

using Json = nlohmann::ordered_json;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

TEST(Target, IsTakenApart) {
  const Target target = parse_target("/r/a%2Fb%20c?q=a+b%2B&x&=y&&tag=%zz%4#top");
  EXPECT_EQ(target.path, "/r/a/b c");
  EXPECT_THAT(target.parameters,
              ElementsAre(Pair("q", "a b+"), Pair("x", ""), Pair("", "y"), Pair("tag", "%zz%4")));
  EXPECT_EQ(parse_target("").path, "");
  EXPECT_EQ(parse_target("/a+b?").path, "/a+b");
}

TEST(ContentCoding, IsChosenByWhatTheClientTakes) {
  const struct {
    const char* accepted;
    const char* chosen;
  } table[] = {{"", ""},
               {"gzip, deflate, br, zstd", "zstd"},
               {"gzip", "gzip"},
               {"gzip;q=0", ""},
               {"zstd;q=0.0, gzip;q=0.5", "gzip"},
               {"identity", ""},
               {"*", ""},
               {" zstd ; q=1", "zstd"},
               {"br,", ""}};
  for (const auto& [accepted, chosen] : table)
    EXPECT_EQ(chosen_coding(accepted), chosen) << accepted;
}

TEST(Secrets, AreComparedWhole) {
  EXPECT_TRUE(same_secret("abc", "abc"));
  for (const char* given : {"", "a", "ab", "abcd", "abd", "abcabc"})
    EXPECT_FALSE(same_secret(given, "abc")) << given;
  EXPECT_FALSE(same_secret("", ""));
  EXPECT_EQ(from_base64("dXNlcjpwYXNz"), "user:pass");
  EXPECT_EQ(from_base64("dXNlcg=="), "user");
  EXPECT_EQ(from_base64("d X"), "");
}

TEST(ResponseCache, KeepsWhatWasAskedLatelyOfOneGeneration) {
  ResponseCache cache(16 * 400);
  const HttpResponse response{.body = "x"};
  cache.keep(7, "/a", response);
  EXPECT_EQ(cache.find(7, "/a")->body, "x");
  EXPECT_FALSE(cache.find(8, "/a"));
  EXPECT_FALSE(cache.find(7, "/b"));
  for (int i = 0; i < 100; ++i) {
    cache.keep(7, "/" + std::to_string(i), response);
    EXPECT_TRUE(cache.find(7, "/a"));  // asked again and again
  }
  EXPECT_FALSE(cache.find(7, "/1"));
  EXPECT_TRUE(cache.find(7, "/99"));
  cache.keep(7, "/large", {.body = std::string(1000, 'x')});
  EXPECT_FALSE(cache.find(7, "/large"));
  cache.keep(6, "/old", response);
  EXPECT_FALSE(cache.find(6, "/old"));
  cache.keep(8, "/new", response);
  EXPECT_FALSE(cache.find(7, "/a"));
  EXPECT_TRUE(cache.find(8, "/new"));
}

class Http : public testing::Test {
 protected:
  Http() {
    write(
        "world.jsonl",
        R"({"id":"dropout","question":"Why does `dropout` help?","answer":"No **unit** can rely on another one.","section":["Training","Nets"],"tags":["nets"],"votes":3,"accepted":true,"url":"https://example.org/1"})"
        "\n" +
            json_line("momentum", "What is momentum?", "A running mean of the gradients.") +
            json_line("early", "When to stop training?", "Dropout moves that moment.") +
            R"json({"id":"evil","question":"<script>alert(1)</script> & <b>zebra</b>?","answer":"<img src=x onerror=alert(1)> zebra [x](javascript:alert(1))","tags":["\"><script>alert(2)</script>"],"section":["<svg onload=alert(3)>"],"source":"'\"><img src=x>","author":"</footer><script>","url":"javascript:alert(4)"})json"
            "\n");
  }
  void write(const char* name, const std::string& text) {
    write_file(folder_ / name, text);
    IndexListener silent;
    index_collections({.directory = folder_ / "index", .collections = {folder_ / name}}, silent);
  }
  HttpResponse get(const std::string& target,
                   std::vector<std::pair<std::string, std::string>> headers = {},
                   const std::string& method = "GET") {
    headers.emplace_back("host", "localhost:7700");
    return service_.answer({.method = method, .target = target, .headers = std::move(headers)});
  }
  Json json(const std::string& target) { return Json::parse(get(target).body); }
  static std::string header(const HttpResponse& response, std::string_view name) {
    for (const auto& [known, value] : response.headers) {
      if (known == name) return value;
    }
    return {};
  }

  TemporaryFolder folder_;
  Metrics metrics_;
  ResponseCache cache_{1 << 20};
  HttpService service_{IndexPlaces{{folder_ / "index"}, {}},
                       "1",
                       {.origins = {"https://docs.example.org"}},
                       metrics_,
                       cache_};
};

TEST_F(Http, AnswersAsTheCommandLineDoes) {
  const Json found = json("/api/search?q=dropout&limit=1");
  EXPECT_EQ(found["schema"], "answers.search/1");
  EXPECT_EQ(found["hits"].size(), 1);
  EXPECT_EQ(found["next_offset"], 1);
  EXPECT_EQ(json("/api/search?q=dropout&tag=nets")["total"]["value"], 1);
  EXPECT_EQ(json("/api/search?q=dropout&votes=4..")["total"]["value"], 0);
  EXPECT_EQ(json("/api/search?accepted&fields=id,answer")["hits"][0].size(), 2);
  EXPECT_EQ(json("/api/search?count=1")["total"]["value"], 4);
  EXPECT_EQ(json("/api/facets")["facets"]["tag"]["values"].size(), 2);
  EXPECT_EQ(json("/api/records/dropout")["schema"], "answers.record/1");
  EXPECT_EQ(json("/api/records/dro")["id"], "dropout");
  EXPECT_EQ(json("/api/related/early")["hits"][0]["id"], "dropout");
  EXPECT_EQ(json("/api/suggest?q=dro")["words"][0]["text"], "dropout");
  EXPECT_EQ(json("/api/status")["records"], 4);
  EXPECT_EQ(json("/api/openapi.json")["openapi"], "3.1.0");
  EXPECT_EQ(get("/healthz").body, "ok\n");
  EXPECT_THAT(get("/metrics").body, HasSubstr("answers_requests_total{code=\"2xx\"}"));
}

TEST_F(Http, SaysWhatIsWrong) {
  const struct {
    const char* target;
    unsigned status;
    const char* says;
  } table[] = {
      {"/api/search", 400, "q is missing"},
      {"/api/search?q=x&limit=101", 400, "limit is a whole number from 0 to 100"},
      {"/api/search?q=x&limit=-1", 400, "limit is a whole number"},
      {"/api/search?q=x&nosuch=1", 400, "there is no parameter 'nosuch'"},
      {"/api/search?q=x&sort=best", 400, "sort is relevance"},
      {"/api/search?q=x&votes=many", 400, "votes is a range"},
      {"/api/search?q=x&facets=colour", 400, "facets is a list"},
      {"/api/search?q=x&fields=id,colour", 400, "no field 'colour'"},
      {"/api/search?q=x&literal=maybe", 400, "literal is 1 or 0"},
      {"/api/search?q=%22broken&strict_query", 400, "syntax is broken at byte"},
      {"/api/records/none", 404, "No record has that id."},
      {"/api/records/", 404, "nothing below this address"},
      {"/api/records/e", 404, "Several records"},
      {"/api/nosuch", 404, "nothing below this address"},
  };
  for (const auto& [target, status, says] : table) {
    const HttpResponse response = get(target);
    EXPECT_EQ(response.status, status) << target;
    EXPECT_EQ(response.type, "application/problem+json") << target;
    const Json problem = Json::parse(response.body);
    EXPECT_EQ(problem["status"], status);
    EXPECT_THAT(problem["detail"].get<std::string>(), HasSubstr(says)) << target;
    EXPECT_THAT(response.body, Not(HasSubstr(folder_.path().string())));
  }
  EXPECT_EQ(get("/nosuch").status, 404U);
  EXPECT_THAT(get("/r/none").body, HasSubstr("No record has that id."));
}

TEST_F(Http, ReadsOnly) {
  for (const char* method : {"POST", "PUT", "DELETE", "PATCH", "NONSENSE"}) {
    const HttpResponse response = get("/api/search?q=x", {}, method);
    EXPECT_EQ(response.status, 405U) << method;
    EXPECT_EQ(header(response, "Allow"), "GET, HEAD");
    EXPECT_EQ(std::ranges::count(response.headers, "Referrer-Policy",
                                 [](const auto& one) { return one.first; }),
              1);
  }
  EXPECT_EQ(header(get("/mcp"), "Allow"), "POST");
  EXPECT_EQ(get("/api/search?q=x", {}, "HEAD").status, 200U);
  EXPECT_EQ(get("/", {}, "OPTIONS").status, 204U);
}

TEST_F(Http, ForeignNamesAndPagesAreRefused) {
  const auto ask = [this](const char* host, const char* origin) {
    std::vector<std::pair<std::string, std::string>> headers = {{"host", host}};
    if (*origin != '\0') headers.emplace_back("origin", origin);
    return service_.answer({.method = "GET", .target = "/api/search?q=x", .headers = headers})
        .status;
  };
  for (const char* host :
       {"localhost", "127.0.0.1:7700", "[::1]:7700", "LOCALHOST:1", "localhost."})
    EXPECT_EQ(ask(host, ""), 200U) << host;
  for (const char* host : {"evil.example", "", "localhost.evil.example", "127.0.0.1.evil.example",
                           "evil.example:7700"})
    EXPECT_EQ(ask(host, ""), 421U) << host;
  EXPECT_EQ(ask("localhost:7700", "http://localhost:7700"), 200U);
  EXPECT_EQ(ask("localhost:7700", "https://docs.example.org"), 200U);
  for (const char* origin : {"https://evil.example", "null", "http://localhost:8000",
                             "http://localhost:7700.evil.example"})
    EXPECT_EQ(ask("localhost:7700", origin), 403U) << origin;
  const HttpResponse named = get("/api/search?q=x", {{"origin", "https://docs.example.org"}});
  EXPECT_EQ(header(named, "Access-Control-Allow-Origin"), "https://docs.example.org");
  EXPECT_EQ(header(get("/api/search?q=x"), "Access-Control-Allow-Origin"), "");
}

TEST_F(Http, ATokenIsWantedWhereOneIsSet) {
  HttpService closed(IndexPlaces{{folder_ / "index"}, {}}, "1", {.token = "secret"}, metrics_,
                     cache_);
  const auto ask = [&](const char* target, const char* authorization) {
    return closed.answer({.method = "GET",
                          .target = target,
                          .headers = {{"host", "localhost"}, {"authorization", authorization}}});
  };
  for (const char* wrong :
       {"", "Bearer ", "Bearer secre", "Bearer secrets", "Basic eDp5", "secret", "Basic !"}) {
    const HttpResponse response = ask("/", wrong);
    EXPECT_EQ(response.status, 401U) << wrong;
    EXPECT_THAT(header(response, "WWW-Authenticate"), HasSubstr("Basic"));
  }
  EXPECT_EQ(ask("/", "Bearer secret").status, 200U);
  EXPECT_EQ(ask("/", "Basic bWU6c2VjcmV0").status, 200U);  // me:secret
  EXPECT_EQ(ask("/healthz", "").status, 200U);
}

TEST_F(Http, WhatIsStillRightIsNotSentAgain) {
  const std::string tag = header(get("/api/search?q=dropout"), "ETag");
  EXPECT_NE(tag, "");
  const HttpResponse again = get("/api/search?q=dropout", {{"if-none-match", "\"x\", " + tag}});
  EXPECT_EQ(again.status, 304U);
  EXPECT_EQ(again.body, "");
  EXPECT_EQ(header(again, "Content-Security-Policy"), "");  // the kept page has its own
  EXPECT_EQ(header(again, "ETag"), tag);
  EXPECT_EQ(get("/api/search?q=momentum", {{"if-none-match", tag}}).status, 200U);
  EXPECT_EQ(get("/api/search?q=dropout").body, get("/api/search?q=dropout").body);
  write("more.jsonl", json_line("more", "What does dropout cost?", "Time."));
  const HttpResponse changed = get("/api/search?q=dropout", {{"if-none-match", tag}});
  EXPECT_EQ(changed.status, 200U);
  EXPECT_THAT(changed.body, HasSubstr("What does dropout cost?"));
}

TEST_F(Http, PacksWhatIsLong) {
  const HttpResponse plain = get("/?q=dropout");
  for (const char* coding : {"gzip", "zstd"}) {
    const HttpResponse packed = get("/?q=dropout", {{"accept-encoding", coding}});
    EXPECT_EQ(header(packed, "Content-Encoding"), coding);
    EXPECT_LT(packed.body.size(), plain.body.size());
  }
  EXPECT_THAT(header(plain, "Vary"), HasSubstr("Accept-Encoding"));
}

TEST_F(Http, SecurityIsSaidInHeaders) {
  for (const char* target :
       {"/", "/?q=dropout", "/r/dropout", "/api/search?q=x", "/nosuch", "/assets/page.js"}) {
    const HttpResponse response = get(target);
    EXPECT_THAT(header(response, "Content-Security-Policy"), HasSubstr("default-src 'none'"))
        << target;
    EXPECT_THAT(header(response, "Content-Security-Policy"), Not(HasSubstr("unsafe"))) << target;
    EXPECT_EQ(header(response, "X-Content-Type-Options"), "nosniff") << target;
    EXPECT_EQ(header(response, "Referrer-Policy"), "no-referrer") << target;
  }
}

TEST_F(Http, PagesShowWhatWasFound) {
  const std::string page = get("/?q=dropout").body;
  EXPECT_THAT(page, HasSubstr("<title>dropout · answers</title>"));
  EXPECT_THAT(
      page, HasSubstr("<a href='r/dropout'>Why does <code><mark>dropout</mark></code> help?</a>"));
  EXPECT_THAT(page, HasSubstr("No <strong>unit</strong> can rely on another one."));
  EXPECT_THAT(page, HasSubstr("✓ accepted"));
  EXPECT_THAT(page, HasSubstr("world.jsonl:1"));
  EXPECT_THAT(get("/?q=droput").body,
              HasSubstr("Showing results for <strong dir='auto'>dropout</strong>"));
  EXPECT_THAT(get("/?q=xylophone").body, HasSubstr("in no record"));
  EXPECT_THAT(get("/?q=momentum+zebr").body,
              AllOf(HasSubstr("In no record: <bdi>zebr</bdi>"), HasSubstr("<p>Did you mean <a "),
                    HasSubstr(">momentum zebra</a>?")));
  EXPECT_THAT(get("/?q=dropout&tag=nets").body, HasSubstr("<bdi>tag: nets</bdi>"));
  EXPECT_THAT(get("/").body, HasSubstr("?tag=nets"));
  EXPECT_THAT(get("/r/dropout").body, HasSubstr("<h1>Why does <code>dropout</code> help?</h1>"));
  EXPECT_THAT(get("/?q=dropout&part=main").body, Not(HasSubstr("<html")));
  EXPECT_EQ(get("/?q=dropout&limit=x&sort=best&nosuch=1").status, 200U);
  EXPECT_EQ(get("/?sort=votes").status, 200U);
}

TEST_F(Http, TopicsAreTiles) {
  const std::string page = get("/topics").body;
  EXPECT_THAT(page, HasSubstr("?tag=nets"));
  EXPECT_THAT(page, HasSubstr("class='size"));
  EXPECT_THAT(page, Not(HasSubstr("href='quiz'")));
  EXPECT_EQ(get("/quiz").status, 404U);  // nobody studies here
}

TEST_F(Http, ARecordKnowsWhatStandsBesideIt) {
  write("talk.jsonl", json_line("t1", "How do I log in?", "By mail.") +
                          json_line("t2", "And without a mail?", "By post.") +
                          json_line("t3", "And without a post?", "Not at all."));
  const std::string page = get("/r/t2").body;
  EXPECT_THAT(page,
              HasSubstr("<span class='which'>Before it</span> <a href='../r/t1' rel='prev'>"));
  EXPECT_THAT(page, HasSubstr("<span class='which'>After it</span> <a href='../r/t3' rel='next'>"));
  EXPECT_THAT(get("/r/t1").body, Not(HasSubstr("Before it")));
  EXPECT_THAT(get("/r/t3").body, Not(HasSubstr("After it")));
}

TEST_F(Http, OneStudiesWithAState) {
  write("study.jsonl", json_line("what", "What is a quokka?", "A small animal."));
  QuizDesk desk(folder_ / "state");
  Metrics metrics;
  ResponseCache cache(1 << 20);
  HttpService service({{folder_ / "index"}, {}}, "1", {}, metrics, cache, &desk);
  const auto ask = [&](const std::string& method, const std::string& target,
                       const std::string& body, const std::string& origin = "") {
    return service.answer({.method = method,
                           .target = target,
                           .headers = {{"host", "localhost:7700"},
                                       {"content-type", "application/x-www-form-urlencoded"},
                                       {"origin", origin}},
                           .body = body});
  };
  const HttpResponse question = ask("GET", "/quiz", "");
  EXPECT_THAT(question.body, HasSubstr("Show the answer"));
  EXPECT_EQ(header(question, "Cache-Control"), "no-store");
  EXPECT_EQ(header(question, "Referrer-Policy"), "same-origin");
  const HttpResponse answer = ask("GET", "/quiz?question=what&show=1", "");
  EXPECT_THAT(answer.body, HasSubstr("A small animal."));
  EXPECT_THAT(answer.body, HasSubstr("value='good'"));
  EXPECT_EQ(ask("POST", "/quiz", "question=what&grade=best").status, 400U);
  EXPECT_EQ(ask("POST", "/quiz", "question=who&grade=good").status, 400U);
  EXPECT_EQ(ask("POST", "/quiz", "question=what&grade=good", "https://evil.example").status, 403U);
  EXPECT_EQ(ask("POST", "/quiz", "question=what&grade=good", "null").status, 403U);
  EXPECT_EQ(ask("POST", "/", "").status, 405U);
  const HttpResponse graded =
      ask("POST", "/quiz", "question=what&grade=good", "http://localhost:7700");
  EXPECT_EQ(graded.status, 303U);
  EXPECT_EQ(header(graded, "Location"), "quiz");
  EXPECT_THAT(ask("GET", "/quiz", "").body, HasSubstr(" 1 of "));
  const auto reviews = read_reviews(folder_ / "state" / "reviews.jsonl", [](const Trouble&) {});
  ASSERT_EQ(reviews.size(), 1U);
  EXPECT_EQ(reviews.front().question, "what");
  EXPECT_EQ(
      QuizDesk(folder_ / "state").view(open_index({folder_ / "index"}), 1, "", false, 0).asked, 1U);
}

TEST_F(Http, ARecordCannotWriteAPage) {
  for (const char* target :
       {"/", "/?q=zebra", "/r/evil", "/topics", "/?tag=%22%3E%3Cscript%3Ealert(2)%3C/script%3E",
        "/?q=%3Cscript%3Ealert(9)%3C/script%3E%22%27", "/?%22%3E%3Cscript%3E=1",
        "/r/%3Cscript%3E"}) {
    const std::string page = get(target).body;
    EXPECT_EQ(page.find("<script", page.find("</head>")), std::string::npos) << page;
    for (const char* what : {"<script>", "<img", "<svg", "href='javascript", "'\"><img"})
      EXPECT_THAT(page, Not(HasSubstr(what))) << target;
  }
}

TEST_F(Http, AnAssistantIsAnswered) {
  const auto post = [this](const std::string& body, const char* type, const char* method = "") {
    return service_.answer(
        {.method = "POST",
         .target = "/mcp",
         .headers = {{"host", "localhost"}, {"content-type", type}, {"mcp-method", method}},
         .body = body});
  };
  const std::string ping = R"({"jsonrpc":"2.0","id":1,"method":"ping"})";
  EXPECT_EQ(post(ping, "application/json").body, R"({"jsonrpc":"2.0","id":1,"result":{}})");
  EXPECT_EQ(post(ping, "text/plain").status, 415U);
  EXPECT_EQ(post(ping, "application/json", "tools/list").status, 400U);
  EXPECT_EQ(
      post(R"({"jsonrpc":"2.0","method":"notifications/initialized"})", "application/json").status,
      202U);
}

TEST(HttpWithoutAnIndex, SaysSoWithoutAPath) {
  const TemporaryFolder folder;
  Metrics metrics;
  ResponseCache cache(1 << 20);
  HttpService service({{folder / "none"}, {}}, "1", {}, metrics, cache);
  const HttpResponse response = service.answer(
      {.method = "GET", .target = "/api/search?q=x", .headers = {{"host", "localhost"}}});
  EXPECT_EQ(response.status, 503U);
  EXPECT_THAT(response.body, Not(HasSubstr(folder.path().string())));
}

}  // namespace
}  // namespace answers
