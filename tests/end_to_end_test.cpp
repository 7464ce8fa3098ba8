#include "tests/support/golden.h"
#include "tests/support/run_program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace answers {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// The output without its scores, which move with every change of the ranking: each number with two
/// decimals or more becomes "#.##".
std::string without_scores(const std::string& out) {
  static constexpr std::string_view digits = "0123456789";
  std::string masked;
  for (std::size_t at = 0; at < out.size();) {
    const std::size_t point = std::min(out.find_first_not_of(digits, at), out.size());
    const std::size_t end = point < out.size() && out[point] == '.'
                                ? std::min(out.find_first_not_of(digits, point + 1), out.size())
                                : point;
    if (point > at && end > point + 2) {
      masked += "#.##";
      at = end;
    } else {
      const std::size_t copied = std::max(point, at + 1);
      masked.append(out, at, copied - at);
      at = copied;
    }
  }
  return masked;
}

/// A folder of its own for every test.
class EndToEnd : public testing::Test {
 protected:
  EndToEnd() {
    char pattern[] = "/tmp/answers-test-XXXXXX";
    folder_ = mkdtemp(pattern);
  }
  ~EndToEnd() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, std::string_view text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  ProgramRun answers(const std::vector<std::string>& arguments, std::string_view input = {}) const {
    return run_program(arguments, folder_.string(), input);
  }
  /// The output with "FOLDER" in place of the folder, which is another one each time.
  std::string without_folder(std::string out) const {
    const std::string whole = std::filesystem::canonical(folder_).string();
    for (auto at = out.find(whole); at != std::string::npos; at = out.find(whole, at))
      out.replace(at, whole.size(), "FOLDER");
    return out;
  }
  void index_small_world() const {
    write(
        "notes.jsonl",
        R"({"id": "dropout", "question": "Why does dropout help?", "answer": "No unit can rely on another one being there, so each learns something useful alone.", "section": ["Training"], "source": "notes"})"
        "\n"
        R"({"id": "momentum", "question": "What is momentum?", "answer": "A running mean of the gradients. It damps zig-zags.", "tags": ["optimization"]})"
        "\n"
        R"({"id": "early", "question": "When to stop training?", "answer": "When the loss on held-out data rises; dropout moves that moment."})"
        "\n");
    ASSERT_EQ(answers({"index", "--index", ".answers", "notes.jsonl"}).exit_code, 0);
  }

  std::filesystem::path folder_;
};

TEST_F(EndToEnd, FindsTheQuestionFirst) {
  index_small_world();
  const ProgramRun run = answers({"search", "dropout"});
  EXPECT_EQ(run.exit_code, 0) << run.talk;
  EXPECT_EQ(without_scores(run.out), golden("search_text.txt", without_scores(run.out)));
}

TEST_F(EndToEnd, PrintsEveryForm) {
  index_small_world();
  for (const char* form : {"json", "jsonl", "tsv", "paths", "vimgrep", "trec"}) {
    const ProgramRun run = answers({"search", "--format", form, "dropout"});
    EXPECT_EQ(run.exit_code, 0) << run.talk;
    const std::string out = without_scores(without_folder(run.out));
    EXPECT_EQ(out, golden(std::string("search_") + form + ".txt", out)) << form;
  }
}

TEST_F(EndToEnd, OtherCommandsPrintTheirForms) {
  write(
      "world.jsonl",
      R"({"id": "norm", "question": "When is the L2 norm used for a penalty?", "answer": "To shrink all weights.", "tags": ["loss"], "section": ["Training", "Penalties"]})"
      "\n"
      R"({"id": "again", "question": "When is an L2 norm used for the penalty?", "answer": "For small weights: a penalty on their squares.", "tags": ["loss"], "section": ["Training"]})"
      "\n"
      R"({"id": "other", "question": "When is the L1 norm used for a penalty?", "answer": "For sparse weights.", "section": ["Training", "Penalties"]})"
      "\n");
  ASSERT_EQ(answers({"index", "--index", ".answers", "world.jsonl"}).exit_code, 0);
  const struct {
    std::vector<std::string> arguments;
    const char* golden_file;
  } cases[] = {
      {{"dupes", "--min", "0.3"}, "dupes_text.txt"},
      {{"dupes", "--min", "0.3", "--format", "json"}, "dupes_json.txt"},
      {{"dupes", "--format", "jsonl"}, "dupes_jsonl.txt"},
      {{"dupes", "--format", "tsv"}, "dupes_tsv.txt"},
      {{"suggest", "pen"}, "suggest_text.txt"},
      {{"suggest", "pen", "--format", "json"}, "suggest_json.txt"},
      {{"suggest", "pen", "--format", "tsv"}, "suggest_tsv.txt"},
      {{"related", "norm"}, "related_text.txt"},
      {{"search", "penalty", "--facets", "tag,section"}, "facets_text.txt"},
      {{"search", "penalty", "--facets", "tag,section", "--format", "tsv"}, "facets_tsv.txt"},
      {{"show", "norm", "--format", "json"}, "show_json.txt"},
      {{"quiz", "--stats"}, "quiz_stats_text.txt"},
      {{"quiz", "--stats", "--format", "json"}, "quiz_stats_json.txt"},
  };
  for (const auto& [arguments, golden_file] : cases) {
    const ProgramRun run = answers(arguments);
    EXPECT_EQ(run.exit_code, 0) << golden_file << run.talk;
    EXPECT_EQ(without_scores(run.out), golden(golden_file, without_scores(run.out)));
  }
}

TEST_F(EndToEnd, ColoursOnlyWhenAsked) {
  index_small_world();
  EXPECT_EQ(answers({"search", "dropout"}).out.find('\x1b'), std::string::npos);
  const ProgramRun run = answers({"search", "--color", "always", "dropout"});
  EXPECT_EQ(without_scores(run.out), golden("search_color.txt", without_scores(run.out)));
}

TEST_F(EndToEnd, FindingNothingIsExitOneAndAValidDocument) {
  index_small_world();
  const ProgramRun text = answers({"search", "xylophone"});
  EXPECT_EQ(text.exit_code, 1);
  EXPECT_EQ(text.out, "");
  const ProgramRun json = answers({"search", "--format", "json", "xylophone"});
  EXPECT_EQ(json.exit_code, 1);
  EXPECT_THAT(json.out, HasSubstr("\"hits\":[]"));
  EXPECT_EQ(answers({"search", "--no-match-ok", "xylophone"}).exit_code, 0);
}

TEST_F(EndToEnd, AnEmptyQueryAndAnEmptyIndexAreSaidToBeSo) {
  index_small_world();
  EXPECT_EQ(answers({"search", "  "}).talk, "answers: the query is empty\n");
  EXPECT_EQ(answers({"search", "-n", "0", "dropout"}).exit_code, 0);
  EXPECT_EQ(answers({"search", "-n", "0", "xylophone"}).exit_code, 1);
  write("notes.jsonl", "");
  answers({"index", "--index", ".answers"});
  const ProgramRun run = answers({"search", "dropout"});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_EQ(run.talk, "answers: the index holds no records; answers index PATH… reads some\n");
}

TEST_F(EndToEnd, ABatchKeepsItsOrder) {
  index_small_world();
  const ProgramRun run = answers({"search", "--batch", "--format", "trec", "-n", "1"},
                                 "q2\tmomentum\n\nq1\tdropout\r\n{\"query\": \"zig-zags\"}");
  EXPECT_EQ(run.exit_code, 0) << run.talk;
  EXPECT_THAT(run.out, StartsWith("q2 Q0 momentum 1 "));
  EXPECT_THAT(run.out, HasSubstr("\nq1 Q0 dropout 1 "));
  EXPECT_THAT(run.out, HasSubstr("\n4 Q0 momentum 1 "));
}

TEST_F(EndToEnd, AnErrorInABatchStandsInItsPlace) {
  index_small_world();
  const ProgramRun run =
      answers({"search", "--batch", "--format", "jsonl", "--fields", "id", "-n", "1"},
              "q1\tmomentum\nno tab\n{\"qid\": 7}\n{\"qid\": \"q4\", \"query\": "
              "\"xylophone\"}\nq5\tdropout\n");
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_EQ(run.out, golden("search_batch_errors.txt", run.out));
  EXPECT_THAT(run.talk, HasSubstr("standard input:2: no tab"));
  EXPECT_THAT(run.talk, HasSubstr("standard input:3: no \"query\""));
}

TEST_F(EndToEnd, FieldsAreChosen) {
  index_small_world();
  EXPECT_EQ(
      answers({"search", "--format", "tsv", "--fields", "id,section,tags,line", "dropout"}).out,
      "dropout\tTraining\t\t1\nearly\t\t\t3\n");
  EXPECT_EQ(answers({"search", "--format=jsonl", "--fields=question,rank", "momentum"}).out,
            "{\"question\":\"What is momentum?\",\"rank\":1}\n");
  const ProgramRun wrong = answers({"search", "--fields", "id,scoer", "x"});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_THAT(wrong.talk, HasSubstr("Did you mean 'score'?"));
}

TEST_F(EndToEnd, NulEndsWhatXargsReads) {
  index_small_world();
  EXPECT_EQ(answers({"search", "-0", "--format", "paths", "dropout"}).out,
            std::string("notes.jsonl\0", 12));
  EXPECT_EQ(answers({"search", "-0", "--format", "tsv", "--fields", "id", "dropout"}).out,
            std::string("dropout\0early\0", 14));
}

TEST_F(EndToEnd, NoMoreIsPrintedThanAskedFor) {
  index_small_world();
  for (const char* form : {"json", "jsonl", "text", "tsv"}) {
    const std::size_t all = answers({"search", "--format", form, "dropout"}).out.size();
    const ProgramRun run =
        answers({"search", "--format", form, "--max-chars", std::to_string(all - 10), "dropout"});
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_LT(run.out.size(), all) << form;
    EXPECT_THAT(run.out, HasSubstr("Why does dropout help?")) << form;
    EXPECT_THAT(run.out, Not(HasSubstr("When to stop"))) << form;
  }
  EXPECT_THAT(answers({"search", "--format", "json", "--max-chars", "950", "dropout"}).out,
              HasSubstr("\"next_offset\":1"));
  // None fits: the next page begins behind the one that does not.
  const ProgramRun none =
      answers({"search", "--format", "json", "--max-chars", "10", "--offset", "0", "dropout"});
  EXPECT_THAT(none.out, HasSubstr("\"hits\":[]"));
  EXPECT_THAT(none.out, HasSubstr("\"next_offset\":1"));
}

TEST_F(EndToEnd, AnUnknownFormatVersionIsRefused) {
  index_small_world();
  EXPECT_EQ(answers({"search", "--format-version", "1", "dropout"}).exit_code, 0);
  EXPECT_EQ(answers({"search", "--format-version", "0", "dropout"}).exit_code, 20);
  const ProgramRun newer = answers({"search", "--format-version", "2", "dropout"});
  EXPECT_EQ(newer.exit_code, 21);
  EXPECT_EQ(newer.out, "");
  EXPECT_THAT(newer.talk, HasSubstr("version 2 is not known"));
}

TEST_F(EndToEnd, ShowsARecordByTheBeginningOfItsId) {
  index_small_world();
  const ProgramRun run = answers({"show", "drop"});
  EXPECT_EQ(run.exit_code, 0) << run.talk;
  EXPECT_EQ(run.out, golden("show.txt", run.out));
  EXPECT_EQ(answers({"show", "--raw", "mom"}).out,
            "A running mean of the gradients. It damps zig-zags.\n");
  EXPECT_EQ(answers({"show", "nobody"}).exit_code, 1);
}

TEST_F(EndToEnd, FlagsFilterCountAndSort) {
  write(
      "world.jsonl",
      R"({"id": "a", "question": "Why does dropout help?", "answer": "It does.", "tags": ["x y", "Nets"], "difficulty": "easy", "votes": 1})"
      "\n"
      R"({"id": "b", "question": "Is dropout old?", "answer": "No.", "tags": ["nets"], "difficulty": "hard", "votes": 7, "section": ["A b"]})"
      "\n"
      R"({"id": "c", "question": "What is momentum?", "answer": "A mean; dropout is not.", "votes": 3})"
      "\n");
  ASSERT_EQ(answers({"index", "--index", ".answers", "world.jsonl"}).exit_code, 0);
  const auto found = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"search", "--format", "tsv", "--fields", "id"});
    return answers(arguments).out;
  };
  EXPECT_EQ(found({"--tag", "x y", "dropout"}), "a\n");
  EXPECT_EQ(found({"--tag", "NETS", "--difficulty", "hard", "dropout"}), "b\n");
  EXPECT_EQ(found({"--literal", "--section", "a B", "dropout"}), "b\n");
  EXPECT_EQ(found({"--votes", "3..", "--sort", "votes", "dropout"}), "b\nc\n");
  EXPECT_EQ(found({"--tag", "x y"}), "a\n") << "without a query: all of them";
  EXPECT_EQ(found({"--sort", "votes"}), "b\nc\na\n");
  EXPECT_EQ(found({"--facets", "difficulty"}), "difficulty\teasy\t1\ndifficulty\thard\t1\n");
  EXPECT_EQ(found({"--count"}), "3\n");
  EXPECT_EQ(found({"--count", "dropout"}), "3\n");
  EXPECT_EQ(found({"--count", "--votes", "..3", "dropout"}), "2\n");
  EXPECT_EQ(found({"--facets", "tag,difficulty", "dropout"}),
            "tag\tNets\t2\ntag\tx y\t1\ndifficulty\teasy\t1\ndifficulty\thard\t1\n");
  EXPECT_EQ(answers({"search", "--count", "xylophone"}).exit_code, 1);
  EXPECT_EQ(answers({"search", "--facets", "colour", "dropout"}).exit_code, 2);
}

TEST_F(EndToEnd, AWrongCommandLineIsExplained) {
  const struct {
    std::vector<std::string> arguments;
    const char* talk;
  } cases[] = {
      {{}, "Usage: answers COMMAND"},
      {{"serch", "x"}, "unknown command 'serch'. Did you mean 'search'?"},
      {{"search", "--fromat", "json", "x"}, "no flag '--fromat'. Did you mean '--format'?"},
      {{"serve", "--port", "8080"}, "no flag '--port'. Perhaps '--listen': Where: HOST:PORT"},
      {{"search", "pca", "-svd"}, "answers search -- pca -svd"},
      {{"search"}, "QUERY is required"},
      {{"dropout"}, "To search for it: answers search dropout"},
      {{"why's", "it 1"}, "To search for it: answers search 'why'\\''s' 'it 1'"},
      {{"help", "serch"}, "Did you mean 'search'?"},
      {{"search", "-n", "many", "x"}, "'many' is no whole number"},
      {{"search", "-n", "", "x"}, "'' is no whole number"},
      {{"search", "--limit=", "3", "x"}, "'' is no whole number"},
      {{"search", "-n", "-1", "x"}, "'-1' is no whole number"},
      {{"search", "-n-1", "x"}, "'-1' is no whole number"},
      {{"search", "-n", "0x10", "x"}, "'0x10' is no whole number"},
      {{"search", "--offset", "12345678901234567890", "x"}, "too large"},
      {{"search", "x", "-n"}, "--limit lacks its value, N"},
      {{"search", "--format", "xml", "x"},
       "'xml' is none of text, json, jsonl, tsv, paths, vimgrep or trec"},
      {{"search", "--format", "JSON", "x"}, "Did you mean 'json'?"},
      {{"search", "--fields", "id", "x"}, "--fields: is for --format json, jsonl and tsv"},
      {{"search", "--batch", "q.txt"}, "takes its queries from standard input"},
      {{"search", "--sort", "rel", "x"}, "Did you mean 'relevance'?"},
      {{"search", "--facets", "tag,sektion", "x"}, "Did you mean 'section'?"},
      {{"search", "--color", "[never]", "x"}, "'[never]' is none of auto, always or never"},
      {{"dupes", "--min", "nan"}, "'nan' is no number from 0.2 to 1"},
      {{"index", "--wait", "x"}, "'x' is no number from 0 to 1000000"},
      {{"completion", "tcsh"}, "'tcsh' is none of bash, zsh or fish"},
      {{"status", "[x]"}, "nothing can stand here: [x]"},
      {{"search", "--votes", "3...", "x"}, "'3...' is no range of votes"},
  };
  for (const auto& [arguments, talk] : cases) {
    const ProgramRun run = answers(arguments);
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.talk, HasSubstr(talk));
  }
}

TEST_F(EndToEnd, AnArgumentIsWhatWasTyped) {
  write(
      "world.jsonl",
      R"({"id": "a", "question": "What is a closed interval?", "answer": "With its ends."})"
      "\n"
      R"({"id": "b", "question": "What is an open one?", "answer": "Without.", "tags": ["[x,y]"]})"
      "\n");
  std::filesystem::create_directory(folder_ / "[a,b]");
  std::filesystem::rename(folder_ / "world.jsonl", folder_ / "[a,b]" / "world.jsonl");
  EXPECT_EQ(answers({"read", "[a,b]"}).exit_code, 0);
  ASSERT_EQ(answers({"index", "--index", ".answers", "[a,b]"}).exit_code, 0);
  const auto found = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"search", "--format", "tsv", "--fields", "id"});
    return answers(arguments).out;
  };
  EXPECT_EQ(found({"[-closed,interval]"}), found({"--", "[-closed,interval]"}));
  EXPECT_EQ(found({"[-closed,interval]"}), "a\n");
  EXPECT_EQ(found({"--tag", "[x,y]"}), "b\n");
  EXPECT_EQ(found({"--tag=[x,y]"}), "b\n");
  EXPECT_EQ(found({"[]"}), "");
  EXPECT_EQ(found({"--path", "[a,b]", "-n", "01", "--sort", "question"}), "a\n");
  EXPECT_EQ(found({"interval", "--format", "json", "--format", "tsv"}), "a\n")
      << "the last one counts";
}

TEST_F(EndToEnd, APlaceOpensFromWhereOneStands) {
  write("one.jsonl", R"({"id": "one", "question": "What is a place?", "answer": "A spot."})"
                     "\n");
  for (const char* name : {"man", "notes", "notes/deep"})
    std::filesystem::create_directory(folder_ / name);
  write("notes/deep/two.jsonl",
        R"({"id": "two", "question": "What is a place for?", "answer": "A."})"
        "\n");
  ASSERT_EQ(answers({"index", "--index", ".answers", "."}).exit_code, 0);
  const auto found = [&](const std::string& from, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"search", "place", "--sort", "path"});
    return run_program(arguments, (folder_ / from).string()).out;
  };
  const std::string whole = std::filesystem::canonical(folder_).string();
  const struct {
    const char* from;
    std::vector<std::string> arguments;
    std::string out;
  } cases[] = {
      {".", {"--format", "paths"}, "notes/deep/two.jsonl:1\none.jsonl:1\n"},
      {"man", {"--format", "paths"}, "../notes/deep/two.jsonl:1\n../one.jsonl:1\n"},
      {"notes/deep", {"--format", "paths"}, "two.jsonl:1\n../../one.jsonl:1\n"},
      {"man",
       {"--format=tsv", "--fields=path,place", "-n1"},
       "../notes/deep/two.jsonl\t../notes/deep/two.jsonl:1\n"},
      {"man", {"--format=tsv", "--fields=absolute_path", "-n1"}, whole + "/notes/deep/two.jsonl\n"},
      {"man", {"--format=tsv", "--fields=id", "--path", "../notes"}, "two\n"},
      {"man", {"--format=tsv", "--fields=id", "--path", "../notes/"}, "two\n"},
      {"man", {"--format=tsv", "--fields=id", "--path", "notes/deep"}, "two\n"},
      {"man", {"--format=tsv", "--fields=id", "--path", "../one.jsonl"}, "one\n"},
      {"man", {"--format=tsv", "--fields=id", "--path", ".."}, "two\none\n"},
      {"man", {"--format=tsv", "--fields=id", "--path", "."}, ""},
      {"notes", {"--format=tsv", "--fields=id", "--path", "deep"}, "two\n"},
      {"man", {"--format=tsv", "--fields=id", "path:../notes"}, "two\n"},
      {"man", {"--format=tsv", "--fields=id", "path:\"../notes/deep\""}, "two\n"},
      {"man", {"--format=tsv", "--fields=id", "--", "-path:../notes"}, "one\n"},
      {"man", {"--format=tsv", "--fields=id", "path:.."}, "two\none\n"},
      {"notes/deep", {"--format=tsv", "--fields=id", "path:two.jsonl"}, "two\n"},
      {"man", {"--format=tsv", "--fields=id", "path:deep"}, "two\n"},
      {"notes", {"--format=tsv", "--fields=id", "--path", whole + "/one.jsonl"}, "one\n"},
  };
  for (const auto& [from, arguments, out] : cases)
    EXPECT_EQ(found(from, arguments), out) << from << " " << arguments.back();
  EXPECT_THAT(found("man", {"--format=json", "--fields=passages", "-n1"}),
              HasSubstr("\"root\":\"" + whole + "\""));
  EXPECT_THAT(run_program({"search", "spot", "--json"}, (folder_ / "man").string()).out,
              Not(HasSubstr("\"file_byte\":null")));
}

TEST_F(EndToEnd, WhatWasSaidBeforeIsShownBefore) {
  write("talk.json",
        R"([{"title": "Sails", "messages": [{"role": "user", "content": "What is a jib?"},)"
        R"({"role": "assistant", "content": "A sail before the mast."},)"
        R"({"role": "user", "content": "When do I reef it?"},)"
        R"({"role": "assistant", "content": "When she heels."}]},)"
        R"({"title": "Hulls", "messages": [{"role": "user", "content": "What is a keel?"},)"
        R"({"role": "assistant", "content": "The spine."}]}])");
  ASSERT_EQ(answers({"index", "--index", ".answers", "talk.json"}).exit_code, 0);
  const auto id_of = [&](const char* word) {
    std::string id = answers({"search", "-n1", "--format=tsv", "--fields=id", word}).out;
    id.pop_back();
    return id;
  };
  EXPECT_EQ(answers({"show", "--raw", "--context", id_of("reef")}).out,
            "A sail before the mast.\n\nWhen she heels.\n");
  EXPECT_EQ(answers({"show", "--raw", "--context", id_of("keel")}).out, "The spine.\n");
}

TEST_F(EndToEnd, AMistypedPathIsNoCollectionToRemove) {
  index_small_world();
  EXPECT_THAT(answers({"index", "typo.md"}).talk,
              HasSubstr("typo.md: no such file or folder; nothing of it is indexed"));
  std::filesystem::remove(folder_ / "notes.jsonl");
  EXPECT_THAT(answers({"index", "notes.jsonl"}).talk,
              HasSubstr("answers collections remove takes it out"));
}

TEST_F(EndToEnd, AProjectHasItsIndexAndCollectionsComeAndGo) {
  const auto found = [&] {
    return answers({"search", "--sort", "question", "--format", "tsv", "--fields", "id"}).out;
  };
  std::filesystem::create_directories(folder_ / "notes" / "drafts");
  write("notes/a.jsonl", R"({"id": "a", "question": "What is a?", "answer": "A."})"
                         "\n");
  write("notes/drafts/b.jsonl", R"({"id": "b", "question": "What is b?", "answer": "B."})"
                                "\n");
  write("c.jsonl", R"({"id": "c", "question": "What is c?", "answer": "C."})"
                   "\n");
  write("notes/.answersignore", "drafts/\n");
  write("empty.md", "Nothing asks here.\n");
  EXPECT_EQ(answers({"init", "empty.md"}).exit_code, 1);
  EXPECT_FALSE(std::filesystem::exists(folder_ / ".answers")) << "it would hide other indexes";
  const ProgramRun init = answers({"init", "notes"});
  EXPECT_EQ(init.exit_code, 0) << init.talk;
  EXPECT_EQ(found(), "a\n") << init.talk;
  EXPECT_EQ(answers({"collections", "add", "c.jsonl"}).exit_code, 0);
  EXPECT_EQ(
      answers({"index", "-"}, R"({"id": "d", "question": "What is d?", "answer": "D."})").exit_code,
      0);
  EXPECT_EQ(answers({"index"}, "").exit_code, 0);
  EXPECT_EQ(found(), "a\nc\nd\n") << "what came in is kept";
  EXPECT_EQ(answers({"index", "--rebuild"}, "").exit_code, 0);
  EXPECT_EQ(found(), "a\nc\nd\n");
  write("c.jsonl", R"({"id": "d", "question": "What is d?", "answer": "D."})"
                   "\n");
  EXPECT_EQ(answers({"index"}, "").exit_code, 0);
  EXPECT_EQ(found(), "a\nd\n") << "held by two, kept once";
  write("c.jsonl", R"({"id": "c", "question": "What is c?", "answer": "C."})"
                   "\n");
  EXPECT_EQ(answers({"index"}, "").exit_code, 0);
  std::filesystem::rename(folder_ / "c.jsonl", folder_ / "e.jsonl");
  const std::string list = answers({"collections"}).out;
  EXPECT_THAT(list, HasSubstr("1      1 file  -  (standard input)"));
  EXPECT_THAT(list, HasSubstr("/c.jsonl  (gone from the disk)"));
  EXPECT_EQ(answers({"collections", "rename", "c.jsonl", "e.jsonl"}).exit_code, 0);
  EXPECT_THAT(answers({"collections"}).out, Not(HasSubstr("c.jsonl")));
  const ProgramRun wrong = answers({"collections", "remove", "nots"});
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_THAT(wrong.talk, HasSubstr("nots is no collection of the index; these are:"));
  EXPECT_THAT(answers({"collections", "remove", "notes/a.jsonl"}).talk,
              HasSubstr("/notes; a file .answersignore there says what to leave out"));
  EXPECT_EQ(answers({"collections", "remove", "notes/", "-"}).exit_code, 0);
  EXPECT_EQ(found(), "c\n");
  EXPECT_EQ(answers({"collections", "remove", "e.jsonl"}).exit_code, 0);
  EXPECT_EQ(found(), "");
}

TEST_F(EndToEnd, HowFilesAreReadIsTheSameForAllThatReadThem) {
  write("answers.toml", "sections = true\n");
  write("a.md", "# Boat\n\n## Brakes\n\nThere are none.\n\n## Tyres\n\nNor these.\n");
  EXPECT_EQ(answers({"index", "a.md"}).exit_code, 0);
  const auto records = [this] {
    const std::string all = answers({"export"}).out;
    return std::ranges::count(all, '\n');
  };
  EXPECT_EQ(records(), 2);
  std::filesystem::rename(folder_ / "a.md", folder_ / "b.md");
  EXPECT_EQ(answers({"collections", "rename", "a.md", "b.md"}).exit_code, 0);
  EXPECT_EQ(records(), 2);
  // What is named with them is read again, although it did not change.
  write("c.csv", "Aufgabe,Erklaerung\nWas ist 2?,zwei\n");
  EXPECT_EQ(answers({"index", "c.csv"}).exit_code, 0);
  EXPECT_EQ(
      answers({"index", "--columns", "question=Aufgabe,answer=Erklaerung", "c.csv"}).exit_code, 0);
  EXPECT_EQ(records(), 3);
  EXPECT_THAT(answers({"export"}).out, Not(HasSubstr("Erklaerung")));
}

TEST_F(EndToEnd, JudgedDocumentsThatTheIndexHasNotAreTold) {
  write("world.jsonl", R"({"id": "keel", "question": "What is a keel?", "answer": "The spine."})"
                       "\n");
  EXPECT_EQ(answers({"index", "world.jsonl"}).exit_code, 0);
  write("queries", "1\tkeel\n");
  write("qrels", "1 0 keel 1\n");
  EXPECT_THAT(answers({"eval", "queries", "qrels"}).talk, Not(HasSubstr("judged")));
  write("qrels", "1 0 keel 1\n1 0 kee 1\n");
  EXPECT_THAT(answers({"eval", "queries", "qrels"}).talk,
              HasSubstr("1 of 2 judged documents are no record of the index, kee for one"));
}

TEST_F(EndToEnd, NothingIsWrittenWhereNothingIsFound) {
  write("empty.md", "Nothing is asked here.\n");
  EXPECT_EQ(answers({"index", "--index", "new", "mistyped.md"}).exit_code, 2);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "new"));
  const ProgramRun nothing = answers({"index", "--index", "new", "empty.md"});
  EXPECT_EQ(nothing.exit_code, 1);
  EXPECT_THAT(nothing.talk,
              HasSubstr("no question with an answer was found, there is no index yet"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "new"));
  write("empty.md", "# A heading\n\nWith text.\n");
  EXPECT_THAT(answers({"read", "empty.md"}).talk, HasSubstr("--sections makes a record of every"));
  EXPECT_THAT(answers({"read", "--sections", "empty.md"}).out, HasSubstr("\"A heading\""));
  EXPECT_EQ(answers({"search", "--index", "new", "x"}).exit_code, 3);
  index_small_world();
  EXPECT_EQ(answers({"index", "--rebuild", "empty.md"}).exit_code, 1);
  EXPECT_EQ(answers({"search", "dropout"}).exit_code, 0) << "the index is as it was";
}

TEST_F(EndToEnd, WhatTellsTheSameQuestionsApartIsShown) {
  write(
      "world.jsonl",
      R"({"id": "a", "question": "What is the output of this code?", "body": "```js\nlet x = 1;\nx++;\n```", "answer": "It is 2, two."})"
      "\n"
      R"({"id": "b", "question": "What is the output of this code?", "body": "```js\nlet x = 1;\nx--;\n```", "answer": "It is 0, none."})"
      "\n"
      R"({"id": "c", "question": "What is the output of a function?", "answer": "What it returns."})"
      "\n");
  ASSERT_EQ(answers({"index", "--index", ".answers", "world.jsonl"}).exit_code, 0);
  const std::string out = answers({"search", "output of this code"}).out;
  EXPECT_THAT(out, HasSubstr("What is the output of this code?\n    x++;\n"));
  EXPECT_THAT(out, HasSubstr("What is the output of this code?\n    x--;\n"));
  EXPECT_THAT(answers({"search", "--short", "--sort", "question", "output"}).out,
              HasSubstr("  What is the output of a function?  world.jsonl:3\n"));
  EXPECT_THAT(answers({"search", "--short", "output of this code"}).out,
              HasSubstr("  What is the output of this code?  x++;  world.jsonl:1\n"));
}

TEST_F(EndToEnd, AllAnswersToAQuestionAreShown) {
  write("world.jsonl", R"({"question": "What is dropout?", "answer": "Noise on units."})"
                       "\n"
                       R"({"question": "What is dropout?", "answer": "A regulariser."})"
                       "\n");
  ASSERT_EQ(answers({"index", "--index", ".answers", "world.jsonl"}).exit_code, 0);
  std::string id = answers({"search", "--format", "tsv", "--fields", "id", "-n1", "noise"}).out;
  id.pop_back();
  EXPECT_THAT(answers({"show", id}).out, Not(HasSubstr("regulariser")));
  EXPECT_THAT(answers({"show", "--all", id}).out, HasSubstr("regulariser"));
}

TEST_F(EndToEnd, AnswersWithIdsOfTheirOwnAreFoldedAndShownTogether) {
  write("world.jsonl",
        R"({"id": "a1", "question": "What is dropout?", "answer": "Noise on units."})"
        "\n"
        R"({"id": "a2", "question": "What is dropout?", "answer": "A regulariser."})"
        "\n"
        R"({"id": "b", "question": "What is dropout in a clinical trial of a drug?",)"
        R"( "answer": "A patient who leaves."})"
        "\n");
  ASSERT_EQ(answers({"index", "--index", ".answers", "world.jsonl"}).exit_code, 0);
  EXPECT_THAT(answers({"search", "dropout"}).out, HasSubstr("+1 more answer"));
  EXPECT_THAT(answers({"show", "a1"}).out, Not(HasSubstr("regulariser")));
  const std::string all = answers({"show", "--all", "a1"}).out;
  EXPECT_THAT(all, HasSubstr("regulariser"));
  EXPECT_THAT(all, Not(HasSubstr("patient")));
  EXPECT_THAT(answers({"related", "a1"}).out, Not(HasSubstr("regulariser")));
}

TEST_F(EndToEnd, TheEditorOpensAtTheLine) {
  index_small_world();
  const auto opened = [&](const std::string& editor) {
    setenv("VISUAL", editor.c_str(), 1);
    const ProgramRun run = answers({"open", "mom"});
    unsetenv("VISUAL");
    return run.out + run.talk;
  };
  EXPECT_THAT(opened("echo -x"), testing::ContainsRegex("^-x \\+2 /.*/notes.jsonl\n$"));
  EXPECT_EQ(answers({"open", "nobody"}).exit_code, 1);
  std::filesystem::rename(folder_ / "notes.jsonl", folder_ / "away.jsonl");
  EXPECT_THAT(opened("echo"), HasSubstr("notes.jsonl cannot be opened"));
}

TEST_F(EndToEnd, AStrictQueryShowsWhereItIsBroken) {
  index_small_world();
  const ProgramRun run = answers({"search", "--strict-query", "naïve \"dropout"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_EQ(run.talk,
            "answers: column 8: a quotation mark is not closed\n"
            "  naïve \"dropout\n"
            "        ^\n");
  const ProgramRun lines = answers({"search", "--strict-query", "-"}, "one\ntwo OR\n");
  EXPECT_THAT(lines.talk, HasSubstr("\n  two OR\n      ^\n"));
  const ProgramRun wide =
      answers({"search", "--strict-query", std::string(300, 'x') + " \"dropout"});
  EXPECT_THAT(wide.talk, HasSubstr("x \"dropout\n"));
  EXPECT_THAT(wide.talk, HasSubstr("  …x"));
}

TEST_F(EndToEnd, AWordThatIsLeftAsTypedIsToldWithWhatMayBeMeant) {
  index_small_world();
  EXPECT_THAT(answers({"search", "momentum los"}).talk,
              HasSubstr("answers: no record has \"los\"; did you mean \"momentum loss\"?\n"));
  EXPECT_THAT(answers({"search", "momentum qxv"}).talk, Not(HasSubstr("did you mean")));
}

TEST_F(EndToEnd, APipeIsToldThatTheBestHitIsHardlyWhatWasAsked) {
  index_small_world();
  const std::string little = "dropout for parachutes, gliders and kites";
  EXPECT_THAT(answers({"search", little}).talk,
              HasSubstr("answers: no record has all of it: the best covers "));
  EXPECT_THAT(answers({"search", "--format", "paths", little}).talk, Not(HasSubstr("covers")));
  EXPECT_THAT(answers({"search", "--count", little}).talk, Not(HasSubstr("covers")));
  EXPECT_EQ(answers({"search", "why does dropout help"}).talk, "");
}

TEST_F(EndToEnd, AnExplanationSaysWhatGaveTheScore) {
  index_small_world();
  const ProgramRun run = answers({"search", "--explain", "why does dropout help"});
  EXPECT_EQ(run.exit_code, 0) << run.talk;
  EXPECT_THAT(run.out, StartsWith("why      in 1 record, worth "));
  EXPECT_THAT(run.out, HasSubstr("  dropout  question "));
  EXPECT_THAT(run.out, HasSubstr("  dropout  answer "));
  EXPECT_THAT(run.out, HasSubstr(" · covers 100 % of the query\n"));
  const ProgramRun versus = answers({"search", "--explain-vs", "early", "why does dropout help"});
  EXPECT_EQ(versus.exit_code, 0) << versus.talk;
  EXPECT_THAT(versus.out, HasSubstr("dropout in the question"));
  EXPECT_THAT(versus.out, HasSubstr("in all"));
  EXPECT_EQ(answers({"search", "--explain-vs", "nobody", "dropout"}).exit_code, 1);
}

TEST_F(EndToEnd, ShowsARecordAsJson) {
  index_small_world();
  const ProgramRun run = answers({"show", "--format", "json", "momentum", "early"});
  EXPECT_EQ(run.exit_code, 0) << run.talk;
  EXPECT_THAT(run.out, StartsWith("{\"schema\":\"answers.record/1\",\"id\":\"momentum\""));
  EXPECT_EQ(std::ranges::count(run.out, '\n'), 2);
}

TEST_F(EndToEnd, HelpReadsAsDocumented) {
  for (const char* command :
       {"",           "read",   "init", "index",   "collections", "watch", "status",  "check",
        "search",     "show",   "open", "related", "quiz",        "dupes", "suggest", "config",
        "completion", "export", "eval", "serve",   "mcp",         "pick"}) {
    std::vector<std::string> arguments{"--help"};
    if (*command != '\0') arguments.insert(arguments.begin(), command);
    const ProgramRun run = answers(arguments);
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_EQ(
        run.out,
        golden(std::string("help_") + (*command == '\0' ? "answers" : command) + ".txt", run.out));
    std::istringstream lines(run.out);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 82U) << line;
  }
}

}  // namespace
}  // namespace answers
