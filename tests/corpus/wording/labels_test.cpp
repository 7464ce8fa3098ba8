#include "corpus/wording/labels.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace answers {
namespace {

struct Labelled {
  const char* line;
  const char* seen;  ///< "q number|rest", "a number|rest", "" for no label
};

class LeadingLabel : public testing::TestWithParam<Labelled> {};

TEST_P(LeadingLabel, IsSeen) {
  const auto label = leading_label(GetParam().line);
  std::string seen;
  if (label) {
    seen = label->kind == LabelKind::question ? "q " : "a ";
    seen.append(label->number).append("|").append(label->rest);
  }
  EXPECT_EQ(seen, GetParam().seen);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, LeadingLabel,
    testing::Values(
        Labelled{"Q: Why?", "q |Why?"}, Labelled{"Q. Why?", "q |Why?"},
        Labelled{"Q) Why?", "q |Why?"}, Labelled{"Q1: Why?", "q 1|Why?"},
        Labelled{"**Q1:** Why?", "q 1|Why?"}, Labelled{"**Q1: Why?**", "q 1|Why?**"},
        Labelled{"### Q3 Which", "q 3|Which"}, Labelled{"Q.7. Which", "q 7|Which"},
        Labelled{"Question 17a. Which", "q 17a|Which"}, Labelled{"Question #4: x", "q 4|x"},
        Labelled{"Question No. 4: x", "q 4|x"}, Labelled{"Qno. 4: x", "q 4|x"},
        Labelled{"Question - Why sails pull", "q |Why sails pull"},
        Labelled{"**Answer** – they do", "a |they do"},
        Labelled{"Pregunta — ¿Por qué?", "q |¿Por qué?"}, Labelled{"question - answer", ""},
        Labelled{"Question-time", ""}, Labelled{"Qnot: x", ""}, Labelled{"Answering: x", ""},
        Labelled{"题库：x", ""}, Labelled{"Ques: How?", "q |How?"},
        Labelled{"Pregunta 3. ¿Qué?", "q 3|¿Qué?"}, Labelled{"Вопрос: что?", "q |что?"},
        Labelled{"ВОПРОС 2: что?", "q 2|что?"}, Labelled{"问：什么", "q |什么"},
        Labelled{"**题目**：什么", "q |什么"}, Labelled{"质询：什么", ""},
        Labelled{"A: Because.", "a |Because."}, Labelled{"Ans:\nBecause.", "a |Because."},
        Labelled{"#### Answer: 4", "a |4"}, Labelled{"#### Answer", "a |"},
        Labelled{"**Answer**", "a |"}, Labelled{"<b>Answer:</b> yes", "a |yes"},
        Labelled{"Antwort: ja", "a |ja"}, Labelled{"❓ Question: why", "q |why"},
        Labelled{"✅ **Answer:** yes", "a |yes"},
        Labelled{"⚡️ Ответ (кратко): да", "a |да"},
        Labelled{"💡 A: Because.", "a |Because."}, Labelled{"✅ A) Larch", ""},
        Labelled{"✅ Answered: all", ""}, Labelled{"🚀", ""},
        Labelled{"Q.縄はありますか", "q |縄はありますか"}, Labelled{"Ａ　はい", "a |はい"},
        Labelled{"В.И. Петров", ""}, Labelled{"**Soluções:** puxar", "a |puxar"},
        Labelled{"答：是", "a |是"}, Labelled{"Correct answer: B", "a |B"},
        Labelled{"60-second answer: no", "a |no"}, Labelled{"**TL;DR answer:** no", "a |no"},
        Labelled{"### Short answer", "a |"}, Labelled{"short danswer", ""},
        Labelled{"My 2 danswers", ""}, Labelled{"Short answers", ""}, Labelled{"No answer: B", ""},
        Labelled{"Please answer: why", ""}, Labelled{"A1: x", "a 1|x"},
        Labelled{"[Q] Which?", "q |Which?"}, Labelled{"**[Q 3]** Which?", "q 3|Which?"},
        Labelled{"[Answer #2]: x", "a 2|x"}, Labelled{"【答案】是", "a |是"},
        Labelled{"[A] x", "a |x"}, Labelled{"[a] x", ""}, Labelled{"[Answer](#a) x", ""},
        Labelled{"[A][b] x", ""}, Labelled{"[A]: https://a.example", ""},
        Labelled{"[Answering] x", ""}, Labelled{"[Q", ""}, Labelled{"[]", ""},
        Labelled{"Q - Which?", "q |Which?"}, Labelled{"A — x", "a |x"}, Labelled{"q - x", ""},
        Labelled{"B - x", ""}, Labelled{"Ans:- x", "a |x"}, Labelled{"**A1 -** x", "a 1|x"},
        Labelled{"Q.2:- Which?", "q 2|Which?"}, Labelled{"Ans:-1", "a |-1"},
        Labelled{"Q No 2. Which?", "q 2|Which?"}, Labelled{"7.Q: Which?", "q 7|Which?"},
        Labelled{"Answer the call", ""}, Labelled{"Answers come late.", ""},
        Labelled{"Questions are many.", ""}, Labelled{"A lot of text", ""}, Labelled{"Q&A", ""},
        Labelled{"a.k.a. this", ""}, Labelled{"F1 measure", ""}, Labelled{"R2 score", ""},
        Labelled{"Quality: high", ""}, Labelled{"", ""}, Labelled{"***", ""}));

TEST(LeadingLabel, TheRestLiesInTheTextEvenWhenItIsEmpty) {
  for (const std::string_view bare : {"A:", "A: ", "Answer", "**Answer:**\n", "Q3"}) {
    const auto label = leading_label(bare);
    ASSERT_TRUE(label) << bare;
    EXPECT_EQ(label->rest.data(), bare.data() + bare.size()) << bare;
  }
}

TEST(LeadingLabel, AQuartileIsNone) {
  for (const char* text : {"Q1 = 12.5", "Q3 = 18", "questions.", "answers."})
    EXPECT_FALSE(leading_label(text)) << text;
}

TEST(AnswerLabel, SaysNoMoreThanThatItFollows) {
  for (const char* label :
       {"Answer", "**Answer:**", "View answer", "Show Answer", "Solution:",
        "Click to see the answer", "查看答案", "#### 参考答案", "Ответ", "<b>Answer</b>",
        "Answer 3", "Answers", "Show", "## Answer guide", "Answer outline", "Reference solution",
        "Good answers", "### Strong Senior-Level Answer", "Staff-level answer:"})
    EXPECT_TRUE(is_answer_label(label)) << label;
  for (const char* other : {"Answer: 4", "Answer the call", "Guide to the answer sheet", "Outline",
                            "What is the answer?", "", "A", "Explain the answer",
                            "Common weak answer", "Why the weak answer fails"})
    EXPECT_FALSE(is_answer_label(other)) << other;
}

TEST(SummaryLabel, OnlyOpens) {
  for (const char* label : {"Click to reveal", "Click me", "More", "…", "Spoiler", "点击展开"})
    EXPECT_TRUE(only_opens(label)) << label;
  for (const char* other : {"Hint", "Output", "See Class", "What is it?", "Why me?"})
    EXPECT_FALSE(only_opens(other)) << other;
}

TEST(SummaryLabel, IsNoQuestion) {
  for (const char* label : {"Answer", "Show", "Hint", "See Class", "Table of contents", "Details",
                            "Hide/Show table of contents", "Click to expand", "Example", "提示", "",
                            "Click me!", "Tap to reveal", "Afficher plus", "展开"})
    EXPECT_TRUE(is_summary_label(label)) << label;
  for (const char* question : {"What is it?", "Show the running containers of a host", "Hash table",
                               "Explain the code", "See?"})
    EXPECT_FALSE(is_summary_label(question)) << question;
}

}  // namespace
}  // namespace answers
