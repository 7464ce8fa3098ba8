#include "corpus/outline/sections.h"

#include "corpus/markdown/markdown_reader.h"
#include "corpus/text/org_reader.h"
#include "tests/corpus/text/outline_cases.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

class Sections : public testing::Test {
 protected:
  void SetUp() override { take_sections(true); }
  void TearDown() override { take_sections(false); }
};

TEST_F(Sections, EveryHeadingWithTextIsARecord) {
  EXPECT_EQ(transcript(read_markdown, "notes.md",
                       "# Bees\n\n## Swarming\n\nIn May.\n\n### Signs\n\nQueen cells.\n\n## "
                       "Honey\n\nIn July.\n"),
            "Bees|Swarming|In May.\nBees>Swarming|Signs|Queen cells.\nBees|Honey|In July.\n");
  EXPECT_EQ(transcript(read_org, "notes.org", "* Bees\n** Swarming\nIn May.\n** Honey\nIn July.\n"),
            "Bees|Swarming|In May.\nBees|Honey|In July.\n");
}

TEST_F(Sections, AnAnswerKeepsItsParts) {
  EXPECT_EQ(transcript(read_markdown, "faq.md",
                       "# FAQ\n\n## Why do they swarm?\n\nThe hive is full.\n\n### Signs\n\nQueen "
                       "cells.\n\n## When?\n\nIn May.\n"),
            "|Why do they swarm?|The hive is full.//### Signs//Queen cells.\n|When?|In May.\n");
}

}  // namespace
}  // namespace answers
