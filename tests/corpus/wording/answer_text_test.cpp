#include "corpus/wording/answer_text.h"

#include <gtest/gtest.h>

#include <string>

namespace answers {
namespace {

struct Trimming {
  const char* written;
  const char* trimmed;
};

class TrimAnswer : public testing::TestWithParam<Trimming> {};

TEST_P(TrimAnswer, LeavesWhatBelongsToTheAnswer) {
  EXPECT_EQ(trim_answer(GetParam().written), GetParam().trimmed);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, TrimAnswer,
    testing::Values(
        Trimming{"", ""},  //
        Trimming{"\n\n  \nText.\n\n", "Text."}, Trimming{"<br>\n\nText.<br/>\n&nbsp;\n", "Text."},
        Trimming{"---\nText.\n\n---\n***\n", "Text."}, Trimming{"**Answer:** Text.", "Text."},  //
        Trimming{"Answer:\n\nText.", "Text."}, Trimming{"**Ответ:**\nПотому что.", "Потому что."},
        Trimming{"**Answer (short):** Text.", "Text."},
        Trimming{"✅ Answer (English): Text.", "Text."},
        Trimming{"**💡 Réponse :** Texte.", "Texte."},
        Trimming{"Answer (see below) is long.", "Answer (see below) is long."},
        Trimming{"答：因为。", "因为。"}, Trimming{"参考答案：因为。", "因为。"},
        Trimming{"<details><summary>Answer</summary>\n\nText.\n\n</details>", "Text."},
        Trimming{"<br><b>\nText.\n</b>", "Text."},                                    //
        Trimming{"Text.</b></details>", "Text."}, Trimming{"<b>Text.</b>", "Text."},  //
        Trimming{"<b>One</b> and <b>two</b>", "<b>One</b> and <b>two</b>"},
        Trimming{"Text.\n\n**[⬆ Back to Top](#table-of-contents)**\n", "Text."},
        Trimming{"Text.\n<div align=\"right\">\n <b><a href=\"#\">↥ back to "
                 "top</a></b>\n</div>\n",
                 "Text."},
        Trimming{"Text\n====", "Text\n===="},      // a heading, no rule
        Trimming{"    code();\n", "    code();"},  //
        Trimming{"A. first\nB. second", "A. first\nB. second"},
        Trimming{"Answering is hard.", "Answering is hard."},    //
        Trimming{"<branch> is a name.", "<branch> is a name."},  // no <br>
        Trimming{"---", ""},
        Trimming{
            "<div class=\"a\"><button class=\"b\">Show/Hide Answer</button><div>Yes.<br>No.</div>"
            "</div>",
            "Yes.<br>No."},
        Trimming{"<div><button>Buy</button></div> a cat", "<div><button>Buy</button></div> a cat"},
        Trimming{"<details>\n<summary><b>Click me</b></summary>\n<p>\n\nx\n\n</p>\n</details>",
                 "x"},
        Trimming{
            "<details><summary>…</summary>\n\nx\n<details><summary>More</summary>y</details>\n\n"
            "</details>",
            "x\n<details><summary>More</summary>y</details>"},
        Trimming{"<details><summary>More</summary>x</details>\ny",
                 "<details><summary>More</summary>x</details>\ny"},
        Trimming{"<details>\n<summary>Output</summary>\nx\n</details>",
                 "<details>\n<summary>Output</summary>\nx\n</details>"}));

TEST(TrimAnswer, TheNumberOfALabelStaysWhereAnotherFollows) {
  EXPECT_EQ(trim_answer("Answer 2: Because.\n\nOf rain."), "Because.\n\nOf rain.");
  EXPECT_EQ(trim_answer("Ans.3 Because."), "Because.");
  constexpr std::string_view several = "Solution 1: Sort.\n\nSolution 2: Count.";
  EXPECT_EQ(trim_answer(several), several);
}

TEST(ReopenEmphasis, WhatALabelHadOpened) {
  std::string whole = "It is._";
  reopen_emphasis(whole);
  EXPECT_EQ(whole, "_It is._");
  for (const char* text : {"snake_case_", "a _", "_a_", "It is.*"}) {
    std::string same = text;
    reopen_emphasis(same);
    EXPECT_EQ(same, text);
  }
}

struct Line {
  const char* text;
  bool leaves;
};

class TakesLeave : public testing::TestWithParam<Line> {};

TEST_P(TakesLeave, IsNoPartOfTheAnswerAbove) {
  const std::string answer = "Hold the rope.";
  const std::string line = GetParam().text;
  EXPECT_EQ(trim_answer(answer + "\n\n" + line + "\n"),
            GetParam().leaves ? answer : answer + "\n\n" + line);
  // Alone it is all that somebody wrote, and within a paragraph a sentence of it.
  EXPECT_EQ(trim_answer(line), line);
  EXPECT_EQ(trim_answer(answer + "\n" + line), answer + "\n" + line);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, TakesLeave,
    testing::Values(Line{"More questions? Ask in the harbour.", true},
                    Line{"Weitere Fragen? Schreib an knoten@example.org.", true},
                    Line{"*Une autre question ? Venez au port.*", true},
                    Line{"¿Tienes más preguntas? Escríbenos.", true},
                    Line{"Ainda tem dúvidas? Fale conosco.", true},
                    Line{"Остались вопросы? Пишите нам.", true},
                    Line{"还有其他问题？欢迎来信。", true},
                    Line{"⭐ Star this repo if it held!", true},
                    Line{"If you found this useful, please give it a ⭐️.", true},
                    Line{"Happy learning! 🚀", true}, Line{"**Good luck!** 🍀", true},
                    Line{"Удачи на собеседовании!", true}, Line{"祝你好运！", true},
                    Line{"*Last updated: 3 May 2024*", true},
                    Line{"[← Previous](a.md) | [Home](b.md) | [Next →](c.md)", true},
                    Line{"Want to splice it? Take a fid.", false},
                    Line{"Is the rope wet? Dry it.", false}, Line{"Good luck is no plan.", false},
                    Line{"If you like, star the knots that you know.", false},
                    Line{"If this rope is old, cut it.", false},
                    Line{"Last updated ropes are the best.", false},
                    Line{"[Knots](a.md) and [splices](b.md)", false},
                    Line{"[Knots](a.md) | [Splices](b.md)", false}, Line{"- Good luck", false}));

TEST(TrimAnswer, SeveralLinesOfLeaveGoWithTheirRules) {
  EXPECT_EQ(trim_answer("Two.\n\n---\n\n⭐ Star this repo!\n\nHappy coding!\n"), "Two.");
}

TEST(TrimAnswer, ARuleAloneStaysWhereALabelPromisesAnAnswer) {
  EXPECT_EQ(trim_answer("\n---\n\n", RuleAlone::stays), "---");
  EXPECT_EQ(trim_answer("---\nText.", RuleAlone::stays), "Text.");
}

TEST(TrimAnswer, TakesLinearTimeOnStrayTags) {
  std::string text(200'000, 'x');
  for (int i = 0; i < 100'000; ++i) text += "</b>";
  EXPECT_FALSE(trim_answer(text).empty());
}

TEST(Placeholder, SaysNothing) {
  for (const char* nothing : {"",
                              "TODO",
                              "todo.",
                              "**TBD**",
                              "Answer here",
                              "To be completed.",
                              "[[??]]",
                              "…",
                              "-",
                              "```\n```",
                              "```python\n\n```",
                              "<br>",
                              "<!-- to do -->",
                              "待补充",
                              "WIP",
                              "> (Escriba su respuesta aquí)",
                              "_Votre réponse ici_",
                              "[Ihre Antwort]",
                              "Ваш ответ: ___",
                              "（在此输入答案）",
                              "Twoja odpowiedź..."})
    EXPECT_TRUE(is_placeholder(nothing)) << nothing;
  for (const char* something :
       {"Yes.", "42", "---", "`+`", "![](plot.png)", "[here](https://x.org)", "```\nx\n```", "&",
        "TODO lists are lists.", "因为。", "Su respuesta fue no.", "Deine Antwort zählt."})
    EXPECT_FALSE(is_placeholder(something)) << something;
}

TEST(Dedent, TakesTheIndentOfAListItemAndLeavesWhatStandsDeeper) {
  EXPECT_EQ(common_indent("    a\n\n      b\n"), 4U);
  EXPECT_EQ(dedent("    a\n\n      b\n  c\n\td", 4), "a\n\n  b\nc\nd");
}

}  // namespace
}  // namespace answers
