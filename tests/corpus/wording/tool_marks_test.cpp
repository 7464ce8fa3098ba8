#include "corpus/wording/tool_marks.h"

#include "corpus/wording/option_key.h"
#include "corpus/wording/written_signs.h"

#include <gtest/gtest.h>

#include <string>

namespace answers {
namespace {

TEST(ToolMarks, GoAndWhatTheyNameStays) {
  const auto without = [](std::string text) {
    drop_tool_marks(text);
    return text;
  };
  EXPECT_EQ(without("Monks did \uE200cite\uE202turn0search3\uE201, they say."),
            "Monks did, they say.");
  EXPECT_EQ(without("By \uE200entity\uE202[\"people\",\"Ann Lee\",0]\uE201."), "By Ann Lee.");
  EXPECT_EQ(without("Nine miles【4:1†notes.pdf】."), "Nine miles.");
  EXPECT_EQ(without("So citeturn0search1turn2news8 it is."), "So it is.");
  EXPECT_EQ(without("Yes :contentReference[oaicite:3]{index=3}."), "Yes.");
  EXPECT_EQ(without("<think>Hm.</think>\nYes."), "Yes.");
  EXPECT_EQ(without("<details type=\"reasoning\" done=\"true\">\nHm.\n</details>\nYes."), "Yes.");
  EXPECT_EQ(without("A spool <!--SR:!2024-03-01,3,250-->"), "A spool");
  EXPECT_EQ(without("id:: 66\ncollapsed:: true\nA post."), "A post.");
  EXPECT_EQ(without("{: .fs-3 #keel }\nIt floats.\n{:.note}"), "It floats.");
  EXPECT_EQ(without("{:toc}\n\nIt floats.\n\n{:toc}"), "It floats.");
  EXPECT_EQ(without("{:.note}\n"), "");
  EXPECT_EQ(without("It floats.\n{: target=\"_blank\" }\nYes.\n{:toc}"), "It floats.\nYes.");
  for (const char* kept :
       {"{:a 1 :b 2}", "{: none", "```\n{: .note}\n```", "A {: .note} in a line", "【注意】 this",
        "std:: is a name", "<details><summary>More</summary>x</details>",
        "A <!-- comment --> of HTML", "I cite turns.", "```\nid:: 3\n```"})
    EXPECT_EQ(without(kept), kept);
}

TEST(WrittenSigns, BecomeTheSignsButInCode) {
  const auto resolved = [](std::string text) {
    resolve_written_signs(text);
    return text;
  };
  EXPECT_EQ(resolved("caf&eacute; &#8217; C\\+\\+ and tree\\_node"), "café ’ C++ and tree_node");
  EXPECT_EQ(resolved("`&lt;` is &lt; 5, &lt;b> a tag"), "`&lt;` is < 5, \\<b> a tag");
  EXPECT_EQ(resolved("&amp;nbsp; &nosuch; a&b"), "&amp;nbsp; &nosuch; a&b");
  EXPECT_EQ(resolved("\\d+\\.\\d+ and \\# too"), "\\d+\\.\\d+ and \\# too");
  EXPECT_EQ(resolved("```\n&eacute;\n```\n&eacute;"), "```\n&eacute;\n```\né");
}

TEST(OptionKey, IsALetterWithAMark) {
  const auto indexes = [](std::string_view text, std::size_t count) {
    const auto key = leading_option_key(text, count);
    std::string all;
    if (key) {
      for (const std::size_t index : key->options) all += static_cast<char>('0' + index);
    }
    return all;
  };
  EXPECT_EQ(indexes("B", 4), "1");
  EXPECT_EQ(indexes("(c)", 4), "2");
  EXPECT_EQ(indexes("Option D", 4), "3");
  EXPECT_EQ(indexes("A, C", 4), "02");
  EXPECT_EQ(indexes("A and C", 4), "02");
  EXPECT_EQ(indexes("ACD", 4), "023");
  EXPECT_EQ(indexes("b) Danube", 4), "1");
  EXPECT_EQ(indexes("A dog", 4), "");
  EXPECT_EQ(indexes("E", 4), "");
  EXPECT_EQ(indexes("ABBA", 4), "");
}

TEST(OptionKey, PutsTheRightTextFirst) {
  Record record;
  record.question = "Which?";
  record.body = "- A. Larch\n- B. Spruce";
  record.answer = "**Answer: B**\n\nIt keeps its needles.";
  settle_lettered_options(record);
  EXPECT_EQ(record.answer, "Spruce\n\n**Answer: B**\n\nIt keeps its needles.");
  record.body.clear();
  record.answer = "Larch\nB. Spruce\nAnswer: B";
  settle_lettered_options(record);
  EXPECT_EQ(record.answer, "Spruce\n\nAnswer: B");
  EXPECT_EQ(record.body, "A. Larch\nB. Spruce");
  record.body.clear();
  record.answer = "4\nB) 7\n\n<details><summary>Answer</summary>\n\nB) 7\n\n</details>";
  settle_lettered_options(record);
  EXPECT_EQ(record.answer, "7");
  record.body.clear();
  record.question = "Which is red? a) Venus b) Mars";
  record.answer = "(b)";
  settle_lettered_options(record);
  EXPECT_EQ(record.question, "Which is red?");
  EXPECT_EQ(record.answer, "Mars");
  record.body = "- A) D\n- B) X\n- C) V\n- D) L";
  record.answer = "D";
  settle_lettered_options(record);
  EXPECT_EQ(record.answer, "D");
}

}  // namespace
}  // namespace answers
