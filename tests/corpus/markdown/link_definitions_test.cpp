#include "corpus/input/input.h"
#include "corpus/markdown/markdown_reader.h"
#include "corpus/text/rst_reader.h"
#include "tests/corpus/collector.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <vector>

namespace answers {
namespace {

std::vector<std::string> answers_of(const std::string& markdown) {
  Collector heard;
  Input input("harbour.md", markdown, heard);
  read_markdown(input);
  std::vector<std::string> answers;
  for (const Record& record : heard.records) answers.push_back(record.answer);
  return answers;
}

using Answers = std::vector<std::string>;

TEST(LinkDefinitions, GoWithTheRecordsThatReferToThem) {
  EXPECT_EQ(answers_of("# FAQ\n\n## Is it deep?\n\nSee the [chart][c] and [Tides][].\n\n"
                       "## Is it far?\n\nOnly for [Rowers].\n\n## Who pays?\n\nAll do.\n\n"
                       "[C]: https://example.org/chart \"A chart\"\n[tides]: <tides.html>\n"
                       "  [rowers]: https://example.org/row\n"),
            (Answers{"See the [chart][c] and [Tides][].\n\n"
                     "[c]: https://example.org/chart \"A chart\"\n[Tides]: <tides.html>",
                     "Only for [Rowers].\n\n[Rowers]: https://example.org/row", "All do."}));
}

TEST(LinkDefinitions, OfTheRecordItselfComeBeforeOthersOfThatName) {
  EXPECT_EQ(answers_of("## Is it deep?\n\nSo says [the pilot][1].\n\n[1]: https://a.example/\n\n"
                       "## Is it far?\n\nSo says [the crew][1].\n\n[1]: https://b.example/\n"),
            (Answers{"So says [the pilot][1].\n\n[1]: https://a.example/",
                     "So says [the crew][1].\n\n[1]: https://b.example/"}));
}

TEST(LinkDefinitions, StayWhereTheyStandAboveTextOrNothingRefersToThem) {
  EXPECT_EQ(answers_of("## Is it deep?\n\nSee [it].\n\n[it]: https://example.org/it\n\nYes.\n\n"
                       "## Who says so?\n\nThese two:\n\n[1]: https://a.example/\n"
                       "[2]: https://b.example/\n"),
            (Answers{"See [it].\n\n[it]: https://example.org/it\n\nYes.",
                     "These two:\n\n[1]: https://a.example/\n[2]: https://b.example/"}));
}

TEST(LinkDefinitions, AreNeitherCodeNorProse) {
  const std::string code = "```sh\necho [keel]\n```\n\nOr `a[keel]`, [keel](k.html).";
  EXPECT_EQ(answers_of("## What holds?\n\n" + code +
                       "\n\n## What floats?\n\nThe [keel] does not.\n\n"
                       "[keel]: https://example.org/keel\n"),
            (Answers{code, "The [keel] does not.\n\n[keel]: https://example.org/keel"}));
  EXPECT_EQ(answers_of("## What holds?\n\nThe [anchor] does.\n\n## What floats?\n\nA cork.\n\n"
                       "[anchor]: heavy, of iron\n"),
            (Answers{"The [anchor] does.", "A cork.\n\n[anchor]: heavy, of iron"}));
}

TEST(LinkDefinitions, MayBeFootnotesOfSeveralLines) {
  EXPECT_EQ(
      answers_of("## What holds?\n\nThe anchor[^a] does.\n\n## What floats?\n\nA cork.[^2]\n\n"
                 "[^a]: Of iron,\n    forged.\n[^2]: Of bark.\n"),
      (Answers{"The anchor[^a] does.\n\n[^a]: Of iron,\n    forged.",
               "A cork.[^2]\n\n[^2]: Of bark."}));
}

TEST(LinkDefinitions, AloneAreNoAnswer) {
  Collector heard;
  Input input(
      "harbour.md",
      "## What holds?\n\nThe [anchor].\n\n## What floats?\n\n[anchor]: https://a.example/\n",
      heard);
  read_markdown(input);
  ASSERT_EQ(heard.records.size(), 1U);
  EXPECT_EQ(heard.records[0].answer, "The [anchor].\n\n[anchor]: https://a.example/");
  ASSERT_EQ(heard.unanswered.size(), 1U);
  EXPECT_EQ(heard.unanswered[0].question, "What floats?");
}

TEST(LinkDefinitions, TakeLinearTime) {
  std::string text = "## What holds?\n\n";
  for (int i = 0; i < 200'000; ++i) text += "[a `[b ``";
  text += "\n\n";
  for (std::size_t run = 1; run < 2'000; ++run) text += std::string(run, '`') + " ";
  EXPECT_EQ(answers_of(text + "\n\n## Why?\n\nSee [a].\n\n[a]: https://a.example/\n").size(), 2U);
}

TEST(NamedTargets, OfReStructuredTextAreLinks) {
  Collector heard;
  Input input(
      "harbour.rst",
      "Is it deep?\n===========\n\nSee `the chart`_, `the tables <Tides_>`_ and Rowers_.\n\n"
      "Is it far?\n==========\n\nAsk a `pilot`_.\n\n"
      ".. _the chart: https://example.org/chart\n.. _tides: https://example.org/tides\n"
      ".. _`Rowers`: https://example.org/row\n.. _pilot:\n",
      heard);
  read_rst(input);
  ASSERT_EQ(heard.records.size(), 2U);
  EXPECT_EQ(heard.records[0].answer,
            "See [the chart](https://example.org/chart), "
            "[the tables](https://example.org/tides) and [Rowers](https://example.org/row).");
  EXPECT_EQ(heard.records[1].answer, "Ask a pilot.");
}

}  // namespace
}  // namespace answers
