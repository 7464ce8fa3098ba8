#include "corpus/text/asciidoc_markup.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

struct Part {
  const char* name;
  const char* adoc;
  const char* markdown;
};

class AsciidocAsMarkdown : public testing::TestWithParam<Part> {};

TEST_P(AsciidocAsMarkdown, SaysTheSame) {
  EXPECT_EQ(asciidoc_to_markdown(GetParam().adoc), GetParam().markdown);
}

INSTANTIATE_TEST_SUITE_P(
    Parts, AsciidocAsMarkdown,
    testing::Values(
        Part{"Listing", "Run:\n[source,sh]\n----\n* row\n  *sail*\n----\nThen rest.\n",
             "Run:\n\n```sh\n* row\n  *sail*\n```\n\nThen rest.\n"},
        Part{"ListingOfNoLanguage", "----\nrow\n----\n", "```\nrow\n```\n"},
        Part{"ListingByNameAlone", "[,ruby]\n----\nrow\n----\n", "```ruby\nrow\n```\n"},
        Part{"ListingOfAParagraph", "[source,sh]\nrow -n 3\nsail\n\nRest.\n",
             "```sh\nrow -n 3\nsail\n```\n\nRest.\n"},
        Part{"Fence", "```c\na\n```\n", "```c\na\n```\n"},
        Part{"Literal", "So:\n\n  $ row\n    sail\n\nRest.\n",
             "So:\n\n```\n$ row\n  sail\n```\n\nRest.\n"},
        Part{"OpenThatNeverCloses", "Text.\n\n----\nrow\n", "Text.\n\n----\nrow\n"},
        Part{"Note", "[NOTE]\n====\nMind the *boom*.\n\n* It swings.\n====\nGo.\n",
             "**Note:** Mind the **boom**.\n\n- It swings.\n\nGo.\n"},
        Part{"NoteOfAParagraph", "[TIP]\nTie it\ntwice.\n", "**Tip:** Tie it\ntwice.\n"},
        Part{"NoteOfALine", "WARNING: Wet.\n", "**Warning:** Wet.\n"},
        Part{"Quotation", "[quote, A sailor]\n____\nRow on.\n____\n",
             "> Row on.\n>\n> — A sailor\n"},
        Part{"Example", "====\nOne.\n====\n", "One.\n"},
        Part{"Sidebar", "****\nOne.\n****\n", "One.\n"},
        Part{"TitleOfABlock", ".How to row\n----\nrow\n----\n",
             "**How to row**\n\n```\nrow\n```\n"},
        Part{"SentenceWithADot", "First.\n\n.NET is a frame.\n", "First.\n\n.NET is a frame.\n"},
        Part{"Title", "Text.\n\n=== By hand\n\nSo.\n", "Text.\n\n### By hand\n\nSo.\n"},
        Part{"Lists", "* one\n** two\non\n* three\n. first\n. second\n- deep\n",
             "- one\n  - two\n    on\n- three\n  1. first\n  2. second\n     - deep\n"},
        Part{"ListWithListing", "* one\n+\n[source,sh]\n----\nrow\n----\n* two\n",
             "- one\n\n  ```sh\n  row\n  ```\n\n- two\n"},
        Part{"IndentedLikeMarkdown", "1. one\n   [source,sh]\n   ----\n   row\n   ----\n\n2. two\n",
             "1. one\n\n   ```sh\n   row\n   ```\n\n2. two\n"},
        Part{"Table",
             "[cols=\"1,2\",options=\"header\"]\n|===\n|Knot |Use\n\n|`a`\n|ties *well*\n|===\n",
             "| Knot | Use |\n|---|---|\n| `a` | ties **well** |\n"},
        Part{"TableOfUnlikeRows", "|===\n|a |b\n|c\n|===\n", "| a | b |\n|---|---|\n| c |\n"},
        Part{"Terms", "Oar:: rows\nSail::\n  sails\n", "- **Oar**: rows\n**Sail**\n  sails\n"},
        Part{"BreaksAndRules", "one +\ntwo\n\n'''\n\nthree\n", "one  \ntwo\n\n---\n\nthree\n"},
        Part{"Anchor", "[[here]]\nText.\n", "Text.\n"},
        Part{"SentenceInBrackets", "One.\n\n[Not yet said.]\n\nTwo.\n",
             "One.\n\n[Not yet said.]\n\nTwo.\n"},
        Part{"Links",
             "See https://x.org/a[the docs^], link:b.adoc[\"b, c\",window=_blank], <<k,knots>>,\n"
             "https://x.org[], mailto:a@x.org[us], xref:d.adoc#e[D].footnote:[Below.]\n",
             "See [the docs](https://x.org/a), [b, c](b.adoc), knots,\n"
             "https://x.org, [us](mailto:a@x.org), [D](d.adoc#e). (Below.)\n"},
        Part{"Inline", "*a* _b_ `c` `+d+` +e+ #f# **g**h \"`i`\" a*b*c kbd:[Ctrl] image:x.png[X]\n",
             "**a** _b_ `c` `d` `e` f **g**h \"i\" a*b*c **Ctrl** ![X](x.png)\n"},
        Part{"Image", "image::boat.png[A boat, 300]\n", "![A boat](boat.png)\n"}),
    [](const auto& case_of) { return case_of.param.name; });

TEST(AsciidocAsMarkdown, SaysWhatItsNamesStandFor) {
  AsciidocAttributes attributes;
  EXPECT_TRUE(take_attribute_entry(":boat: Gull", attributes));
  EXPECT_TRUE(take_attribute_entry(":page: https://x.org/{boat}", attributes));
  EXPECT_FALSE(take_attribute_entry(": no", attributes));
  EXPECT_FALSE(take_attribute_entry(":a b: no", attributes));
  EXPECT_EQ(asciidoc_to_markdown(
                "The {boat}: {page}[see], {other}, \\{boat}.\n\n----\n{boat}\n----\n", attributes),
            "The Gull: [see](https://x.org/Gull), {other}, \\{boat}.\n\n```\n{boat}\n```\n");
  EXPECT_TRUE(take_attribute_entry(":!boat:", attributes));
  EXPECT_EQ(with_attributes("{boat}", attributes), "{boat}");
}

TEST(AsciidocAsMarkdown, NamesInNamesStaySmall) {
  AsciidocAttributes attributes;
  take_attribute_entry(":a0: ten bytes!", attributes);
  for (int i = 1; i < 60; ++i) {
    const std::string before = "{a" + std::to_string(i - 1) + "}";
    std::string entry = ":a" + std::to_string(i) + ": ";
    for (int times = 0; times < 9; ++times) entry += before;
    take_attribute_entry(entry, attributes);
  }
  for (const auto& [name, value] : attributes) EXPECT_LE(value.size(), 400U) << name;
}

TEST(AsciidocAsMarkdown, TakesLinearTime) {
  std::string nested;
  for (int depth = 4; depth < 300; ++depth)
    nested.append(static_cast<std::size_t>(depth), '=') += '\n';
  std::string hostile = nested + std::string(nested.rbegin(), nested.rend());
  for (int i = 0; i < 3000; ++i) hostile += "[source,x]\n|===\n<<a[[b\"`c *d {e\n* f\n+\n";
  EXPECT_LT(asciidoc_to_markdown(hostile).size(), 20 * hostile.size());
  EXPECT_FALSE(asciidoc_to_markdown("----\n" + std::string(500'000, '`') + "\n----\n").empty());
}

}  // namespace
}  // namespace answers
