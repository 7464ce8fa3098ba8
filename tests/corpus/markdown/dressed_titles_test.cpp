#include "corpus/html/html_reader.h"
#include "corpus/input/input.h"
#include "corpus/markdown/markdown_reader.h"
#include "corpus/text/rst_reader.h"
#include "tests/corpus/collector.h"

#include <gtest/gtest.h>

#include <string>

namespace answers {
namespace {

using Reader = void (*)(Input&);

std::string questions(Reader read, const char* path, const std::string& text) {
  Collector heard;
  Input input(path, text, heard);
  read(input);
  std::string questions;
  for (const Record& record : heard.records) questions += record.question + "\n";
  return questions;
}

TEST(LetteredTitles, OneOfThemIsCalledQ) {
  EXPECT_EQ(questions(read_markdown, "terms.md", R"(# Terms of the boat hire

## O. Damage

The hirer pays for what breaks while the boat is out.

## P. Weather

We may keep boats ashore when the wind is strong.

## Q. Moorings

A berth is kept for each boat until sunset.

## R. Complaints

Write to us within two weeks.
)"),
            "");
}

TEST(LetteredTitles, QuestionsLoseTheLetterThatCountsThem) {
  const std::string asked =
      "Who may hire a boat?\nWhat does an hour cost?\nWhere do I bring it back?\n";
  EXPECT_EQ(questions(read_markdown, "faq.md", R"(# FAQ

## A. Who may hire a boat?

Anybody who can swim.

## B. What does an hour cost?

Nine crowns.

## C. Where do I bring it back?

To the pier.
)"),
            asked);
  EXPECT_EQ(questions(read_markdown, "faq.md", R"(# FAQ

**A. Who may hire a boat?**

Anybody who can swim.

**B. What does an hour cost?**

Nine crowns.

**C. Where do I bring it back?**

To the pier.
)"),
            asked);
  EXPECT_EQ(questions(read_html, "faq.html",
                      "<h1>FAQ</h1><h2>A. Who may hire a boat?</h2><p>Anybody who can swim.</p>"
                      "<h2>B. What does an hour cost?</h2><p>Nine crowns.</p>"
                      "<h2>C. Where do I bring it back?</h2><p>To the pier.</p>"),
            asked);
  EXPECT_EQ(questions(read_rst, "faq.rst", R"(FAQ
===

A. Who may hire a boat?
-----------------------

Anybody who can swim.

B. What does an hour cost?
--------------------------

Nine crowns.

C. Where do I bring it back?
----------------------------

To the pier.
)"),
            asked);
}

TEST(LetteredTitles, LabelsStay) {
  EXPECT_EQ(questions(read_markdown, "boats.md", R"(### Q. Who may hire a boat?

### A. Anybody who can swim.

### Q. What does an hour cost?

### A. Nine crowns, or eight in spring.
)"),
            "Who may hire a boat?\nWhat does an hour cost?\n");
}

TEST(LastWordsOfProse, AreNoLabel) {
  EXPECT_EQ(questions(read_markdown, "welcome.md", R"(# Welcome aboard

The harbour walk shows you the pier, the sheds and the people, and there is time for
questions.

The walk takes an hour. Bring a coat.
)"),
            "");
}

TEST(BoldQuestions, MayEndInAMarkAndAColon) {
  EXPECT_EQ(questions(read_markdown, "boats.md", R"(# FAQ

- **Who may hire a boat?:** Anybody who can swim.
- **What does an hour cost?:** Nine crowns.
- **Where do I bring it back?:** To the pier.
)"),
            "Who may hire a boat?\nWhat does an hour cost?\nWhere do I bring it back?\n");
}

TEST(Topics, AnAnchorBelowIsNoText) {
  for (const char* anchor :
       {"<a name=\"x\"></a>", "<a id='x'></a>", "<i></i>", "<span id=x></span>"})
    EXPECT_EQ(questions(read_markdown, "faq.md",
                        std::string("# FAQ\n\n## Hire\n") + anchor +
                            "\n## Who may hire a boat?\n\nAnybody.\n\n## Return\n" + anchor +
                            "\n## Where do I bring it back?\n\nTo the pier.\n"),
              "Who may hire a boat?\nWhere do I bring it back?\n")
        << anchor;
}

TEST(NamelessTables, HoldStatementsBesideQuestions) {
  EXPECT_EQ(questions(read_markdown, "faq.md", R"(# FAQ

| | |
|---|---|
| Who may hire a boat? | Anybody who can swim. |
| Prices by the hour | Nine crowns. |
| Where do I bring it back? | To the pier. |
)"),
            "Who may hire a boat?\nPrices by the hour\nWhere do I bring it back?\n");
}

}  // namespace
}  // namespace answers
