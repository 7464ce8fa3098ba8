#include "tests/indexer/support.h"
#include "tests/support/golden.h"
#include "tests/support/run_in_terminal.h"
#include "tests/support/run_program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace answers {
namespace {

using testing::HasSubstr;
using testing::Not;

class ExportEndToEnd : public testing::Test {
 protected:
  void write(const std::string& name, std::string_view text) const {
    write_file(folder_ / name, text);
  }
  ProgramRun answers(const std::vector<std::string>& arguments) const {
    return run_program(arguments, folder_.path().string());
  }
  /// What `form` keeps of the index: exported, indexed alone, and exported as JSON lines.
  std::string again(const std::string& form) const {
    write("again." + form, answers({"export", "--format", form}).out);
    EXPECT_EQ(answers({"index", "--index", form, "again." + form}).exit_code, 0);
    return answers({"export", "--index", form}).out;
  }
  TemporaryFolder folder_;
};

TEST_F(ExportEndToEnd, AnExportIndexedAgainIsTheSame) {
  write(
      "odd.jsonl",
      R"({"id": "a-b", "question": "What is `x | y`?", "body": "```c\nint x;\n```", "answer": " - one\n - two\n\n<!-- tags: (t) -->", "section": ["A > B", "C"], "tags": ["x y", "z"], "votes": -3, "accepted": true, "author": "M\u00e9", "date": "2026", "url": "#u", "language": "fr", "difficulty": "brutal", "source": "S, \"T\""})"
      "\n"
      R"({"question": "Why null and dropout?", "answer": "null"})"
      "\n");
  write("notes.md",
        "# Nets\n\n## Why does dropout help?\n\nIt **stops** units from relying.\n\n## What is "
        "dropout?\n\nNoise.\n");
  const std::string folder = SOURCE_FOLDER "/corpus/ml-interview";
  ASSERT_EQ(answers({"index", "--index", ".answers", "odd.jsonl", "notes.md", folder}).exit_code,
            0);
  const ProgramRun first = answers({"export"});
  ASSERT_EQ(first.exit_code, 0) << first.talk;
  write("export.jsonl", first.out);
  ASSERT_EQ(answers({"index", "--index", "again", "export.jsonl"}).exit_code, 0);
  const ProgramRun second = answers({"export", "--index", "again"});
  const auto without_places = [](const std::string& lines) {
    std::istringstream in(lines);
    std::string line;
    std::string kept;
    while (std::getline(in, line)) kept += line.substr(0, line.find("\"path\":")) + "\n";
    return kept;
  };
  EXPECT_EQ(without_places(first.out), without_places(second.out));
  for (const char* query : {"dropout", "why null", "gradient descent rate", "x"}) {
    const std::vector<std::string> ask{"search",   "--format",      "tsv",
                                       "--fields", "rank,score,id", query};
    auto again = ask;
    again.insert(again.end(), {"--index", "again"});
    EXPECT_EQ(answers(ask).out, answers(again).out) << query;
  }
}

TEST_F(ExportEndToEnd, CardsAreRenderedAndHarmless) {
  write(
      "cards.md",
      "# Nets\n\n## What is **C #**?\n\nSome `x < 1` and $a < b$:\n\n```py\nif x:\n\ty\n```\n\n"
      "$$\\sum x$$\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![net](net.png) [in](javascript:alert(1)) "
      "[out](https://example.org/a?b=1&c=2) <script>alert(1)</script>\n");
  ASSERT_EQ(answers({"index", "--index", ".answers", "cards.md"}).exit_code, 0);
  const std::string out = answers({"export", "--format", "anki"}).out;
  EXPECT_THAT(out, HasSubstr("\tNets\tWhat is C #?\t"));
  EXPECT_THAT(out, HasSubstr("<code>x &lt; 1</code> and \\(a &lt; b\\)"));
  EXPECT_THAT(out, HasSubstr("<pre><code class=\"language-py\">if x:&#10;    y</code></pre>"));
  EXPECT_THAT(out, HasSubstr("\\[\\sum x\\]"));
  EXPECT_THAT(out, HasSubstr("<td>1</td>"));
  EXPECT_THAT(out, HasSubstr("<img src=\"net.png\" alt=\"net\">"));
  EXPECT_THAT(out, HasSubstr("href=\"https://example.org/a?b=1&amp;c=2\""));
  EXPECT_THAT(out, Not(HasSubstr("javascript:")));
  EXPECT_THAT(out, Not(HasSubstr("<script")));
}

TEST_F(ExportEndToEnd, ExportsForOtherPrograms) {
  write(
      "odd.jsonl",
      R"({"schema": "answers.record/1", "id": "a", "question": "Is 1 < 2, \"always\"?", "body": "if:\n  x", "answer": "Yes,\tsir.", "tags": ["x y"], "section": ["A b", "C"], "difficulty": "easy"})"
      "\n");
  ASSERT_EQ(answers({"index", "--index", ".answers", "odd.jsonl"}).exit_code, 0);
  for (const char* form : {"anki", "csv", "md", "opensearch", "opensearch-index"}) {
    const ProgramRun run = answers({"export", "--format", form});
    EXPECT_EQ(run.exit_code, 0) << run.talk;
    EXPECT_EQ(run.out, golden(std::string("export_") + form + ".txt", run.out)) << form;
  }
  write("export.md", answers({"export", "--format", "md"}).out);
  ASSERT_EQ(answers({"index", "--index", "md", "export.md"}).exit_code, 0);
  const std::string again = answers({"export", "--index", "md"}).out;
  for (const char* part : {R"("question":"Is 1 < 2, \"always\"?")", R"("section":["A b","C"])",
                           R"("tags":["x y"])", R"("difficulty":"easy")"})
    EXPECT_THAT(again, HasSubstr(part));
  const auto none = answers({"export", "--tag", "nosuch"});
  EXPECT_EQ(none.exit_code, 1);
  EXPECT_THAT(none.talk, HasSubstr("no record fits"));
  EXPECT_THAT(answers({"export", "--tag", "x y"}).out, HasSubstr("\"id\":\"a\""));
  EXPECT_THAT(answers({"export", "sir"}).out, HasSubstr("\"id\":\"a\""));
  write("export.csv", answers({"export", "--format", "csv"}).out);
  ASSERT_EQ(answers({"index", "--index", "again", "export.csv"}).exit_code, 0);
  EXPECT_NE(answers({"export", "--index", "again"}).out.find(R"("section":["A b","C"])"),
            std::string::npos);
}

TEST_F(ExportEndToEnd, APackageGivesTheNotesBack) {
  write(
      "odd.jsonl",
      R"({"id": "a", "question": "Is 1 < 2?", "body": "```py\nx = 1\n```", "answer": "Yes, *sir*: $a < b$.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |", "tags": ["x y", "z"], "section": ["A b", "C"], "difficulty": "easy", "source": "A book"})"
      "\n"
      R"({"id": "b", "question": "What is b?", "answer": "B.", "section": ["A b"]})"
      "\n"
      R"({"id": "c", "question": "What is c?", "answer": "C."})"
      "\n");
  ASSERT_EQ(answers({"index", "--index", ".answers", "odd.jsonl"}).exit_code, 0);
  const std::string notes = again("apkg");
  for (const char* part :
       {R"("id":"a","question":"Is 1 < 2?","body":"```py\nx = 1\n```")",
        R"(| a | b |\n| --- | --- |\n| 1 | 2 |","section":["A b","C"],"tags":["x_y","z"],)"
        R"("source":"A book","difficulty":"easy")",
        R"("id":"b","question":"What is b?","body":"","answer":"B.","section":["A b"])",
        R"("id":"c","question":"What is c?","body":"","answer":"C.","section":[])"})
    EXPECT_THAT(notes, HasSubstr(part));
  EXPECT_EQ(answers({"export", "nobody", "--format", "apkg"}).exit_code, 1);
  if (!has_pseudo_terminals()) GTEST_SKIP() << "no pseudo-terminal can be had";
  const TerminalRun seen =
      run_in_terminal({"export", "--format", "apkg"}, folder_.path().string(), {});
  EXPECT_EQ(seen.exit_code, 2);
  EXPECT_THAT(seen.screen, HasSubstr("export --format apkg > deck.apkg"));
}

}  // namespace
}  // namespace answers
