#include "corpus/data/yaml_reader.h"

#include "corpus/input/input.h"
#include "corpus/translated/notebook_reader.h"
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

TEST(YamlReader, SectionsOfQuestions) {
  const Reading reading(
      read_yaml,
      "### YamlMime:FAQ\ntitle: FAQ of it\nsections:\n  - name: General\n    questions:\n"
      "      - question: |\n          What is it?\n        answer: |\n          A *tool*.\n\n      "
      "    More.\n"
      "      - question: Why?\n        answer: So\n          it is.\n");
  ASSERT_EQ(reading.records.size(), 2U);
  EXPECT_EQ(reading.records[0].question, "What is it?");
  EXPECT_EQ(reading.records[0].answer, "A *tool*.\n\nMore.");
  EXPECT_EQ(reading.records[0].section, (std::vector<std::string>{"FAQ of it", "General"}));
  EXPECT_EQ(reading.records[0].place.line, 6U);
  EXPECT_EQ(reading.records[1].answer, "So it is.");
}

TEST(YamlReader, ListsAndDialogues) {
  EXPECT_EQ(Reading(read_yaml, "- q: What?\n  a: This\n- q: Why?\n  a: So\n").records.size(), 2U);
  EXPECT_EQ(Reading(read_yaml,
                    "categories:\n- x\nconversations:\n- - Hi\n  - Hello\n- - Bye\n  - See you\n")
                .records.size(),
            2U);
  EXPECT_EQ(Reading(read_yaml, "---\nq: What?\na: This\n---\nq: Why?\na: So\n").records.size(), 2U);
  EXPECT_TRUE(Reading(read_yaml, "on: push\njobs:\n  build: {runs-on: x}\n").records.empty());
}

TEST(YamlReader, DamageIsToldWithItsLine) {
  const Reading reading(read_yaml, "a: 1\nb: [1, 2\nc: \"x\n");
  ASSERT_EQ(reading.troubles.size(), 1U);
  EXPECT_GT(reading.troubles[0].line, 1U);
}

TEST(YamlReader, ADamagedDocumentLeavesTheOthers) {
  const Reading reading(
      read_yaml, "q: One?\na: Yes\n---\nb: [1\n--- # third\nq: Two?\na: No\n...\n,x:\n- y\n");
  ASSERT_EQ(reading.records.size(), 2U);
  EXPECT_EQ(reading.records[1].place.line, 6U);
  ASSERT_GE(reading.troubles.size(), 1U);
  EXPECT_EQ(reading.troubles[0].line, 5U);
  EXPECT_TRUE(Reading(read_yaml, "%YAML 1.2\n---\n# nothing\n---\n...\n").troubles.empty());
}

TEST(YamlReader, AliasesThatGrowWithoutEndAreRefused) {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c < 'j'; ++c) {
    const std::string before(1, static_cast<char>(c - 1));
    bomb += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 10; ++i) bomb += (i > 0 ? ", *" : "*") + before;
    bomb += "]\n";
  }
  EXPECT_EQ(Reading(read_yaml, bomb).troubles.size(), 1U);
  EXPECT_EQ(Reading(read_yaml, std::string(5000, '[')).troubles.size(), 1U);
  // A bare NUL and "N" would become half a character.
  const Reading nul(read_yaml,
                    std::string("- q: Is it?\n  a: Yes.\n- q: Who\0Now?\n  a: I.\n", 43));
  ASSERT_EQ(nul.troubles.size(), 1U);
  EXPECT_EQ(nul.troubles[0].line, 3U);
  // The control makes it YAML that libyaml refuses.
  const Reading escapes(read_yaml, "# \u0001\nq: \"Is\\_\u00e9\\_it?\"\na: \"Yes\\NIt is.\"\n");
  ASSERT_EQ(escapes.records.size(), 1U);
  EXPECT_EQ(escapes.records[0].question, "Is\u00a0\u00e9\u00a0it?");
}

TEST(NotebookReader, MarkdownCellsAskAndCodeCellsAnswer) {
  const Reading reading(read_notebook, R"nb({"cells": [
 {"cell_type": "markdown", "metadata": {}, "source": ["# Puzzles\n", "\n", "**1.** Add one and one."]},
 {"cell_type": "code", "source": ["print(1 + 1)"], "outputs": [{"text": ["2\n"]}]},
 {"cell_type": "markdown", "source": "**2.** Print a list."},
 {"cell_type": "code", "source": ["x = [1]\n", "print(x)"], "outputs": []},
 {"cell_type": "markdown", "source": "**3.** Do nothing."},
 {"cell_type": "code", "source": ["pass"]}
], "metadata": {"language_info": {"name": "python"}}, "nbformat": 4
})nb");
  ASSERT_EQ(reading.records.size(), 3U);
  EXPECT_EQ(reading.records[0].question, "Add one and one.");
  EXPECT_EQ(reading.records[0].answer, "```python\nprint(1 + 1)\n```");
  EXPECT_EQ(reading.records[1].place.line, 4U);
  EXPECT_EQ(reading.records[1].answer, "```python\nx = [1]\nprint(x)\n```");
}

TEST(NotebookReader, TasksAreAnsweredByTheCodeBelow) {
  const Reading reading(read_notebook, R"nb({"cells": [
{"cell_type": "markdown", "source": ["# Exercises"]},
{"cell_type": "markdown", "source": ["**Question 1.** Load the data"]},
{"cell_type": "code", "source": "x = load()"},
{"cell_type": "markdown", "source": ["What is its sum?"]},
{"cell_type": "code", "source": "sum(x)"},
{"cell_type": "code", "source": "print(x)"}]})nb");
  ASSERT_EQ(reading.records.size(), 2U);
  EXPECT_TRUE(reading.unanswered.empty());
  EXPECT_EQ(reading.records[0].question, "Load the data");
  EXPECT_EQ(reading.records[0].answer, "```python\nx = load()\n```");
  EXPECT_EQ(reading.records[1].question, "What is its sum?");
  EXPECT_EQ(reading.records[1].answer, "```python\nsum(x)\n```\n\n```python\nprint(x)\n```");
  EXPECT_EQ(reading.records[1].place.line, 5U);
  EXPECT_EQ(reading.records[1].place.end_line, 7U);
}

TEST(NotebookReader, DamageIsTold) {
  EXPECT_EQ(Reading(read_notebook, "{\"cells\": [").troubles.size(), 1U);
  EXPECT_TRUE(Reading(read_notebook, "{\"cells\": 3}").records.empty());
  EXPECT_TRUE(
      Reading(read_notebook, "{\"cells\": [{}, 1, {\"cell_type\": \"code\"}]}").records.empty());
}

}  // namespace
}  // namespace answers
