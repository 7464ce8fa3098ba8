#include "corpus/wording/question_text.h"

#include <gtest/gtest.h>

#include <string>

namespace answers {
namespace {

struct Cleaning {
  const char* raw;
  const char* text;
};

class CleanQuestion : public testing::TestWithParam<Cleaning> {};

TEST_P(CleanQuestion, IsOneLineOfPlainText) {
  EXPECT_EQ(clean_question(GetParam().raw).text, GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, CleanQuestion,
    testing::Values(
        Cleaning{"### 3. What is dropout? ###", "What is dropout?"},
        Cleaning{"#### 10) Implement a [sparse matrix](https://x.org/a(b)c).",
                 "Implement a sparse matrix."},
        Cleaning{"**Q1: What is a node?**", "What is a node?"},
        Cleaning{"*Q1: What is a node?*", "What is a node?"},
        Cleaning{"*Is* it *bold?*", "Is it bold?"},
        Cleaning{"**Q1:** What is a node?", "What is a node?"},
        Cleaning{"## Question 17a. What is the difference?", "What is the difference?"},
        Cleaning{"#### Q.7. Which one", "Which one"},                                       //
        Cleaning{"### Q3 Which one", "Which one"}, Cleaning{"#### Q10。选择？", "选择？"},  //
        Cleaning{"## 1.变量的声明", "变量的声明"}, Cleaning{"## １．変数とは", "変数とは"},
        Cleaning{"- [ ] [1-2  损失函数是什么](#1-2)", "损失函数是什么"},
        Cleaning{"- [ ] <span id=\"1-1\">1-1 简述</span>", "简述"},
        Cleaning{"#### **题目**：什么是进程", "什么是进程"},
        Cleaning{"### :small_orange_diamond: What is a keel? :boat:", "What is a keel?"},
        Cleaning{":boat:", ":boat:"},
        Cleaning{"What is a keyword such as :a:b?", "What is a keyword such as :a:b?"},
        Cleaning{"How does [[Rope|a rope]] hold a [[Sea anchor]]?",
                 "How does a rope hold a Sea anchor?"},
        Cleaning{"What does [[nodiscard]] mean? And [[ -f x ]], m[[a|b]], [[1, 2], [3]]?",
                 "What does [[nodiscard]] mean? And [[ -f x ]], m[[a|b]], [[1, 2], [3]]?"},
        Cleaning{"What is the `<b>` **tag**?", "What is the `<b>` tag?"},
        Cleaning{"What is the <a> tag?", "What is the <a> tag?"},
        Cleaning{"<b>What is it?</b>", "What is it?"},
        Cleaning{"What does `__init__` do in __init__.py?",
                 "What does `__init__` do in __init__.py?"},
        Cleaning{"What is snake_case_name and 2*3*4?", "What is snake_case_name and 2*3*4?"},
        Cleaning{"What is $a_1 * b_1$ and *why*?", "What is $a_1 * b_1$ and why?"},
        Cleaning{"What is C#", "What is C#"},  //
        Cleaning{"# What is C# ##", "What is C#"},
        Cleaning{"What is ![a tree](t.png)?", "What is a tree?"},
        Cleaning{"Escaped \\*stars\\* &amp; <br> breaks", "Escaped *stars* & breaks"},
        Cleaning{"What is regression? 👶", "What is regression?"},
        Cleaning{"🚀 What is regression?", "What is regression?"},
        Cleaning{"3D vision: what is it?", "3D vision: what is it?"},
        Cleaning{"2-3 trees", "2-3 trees"},  //
        Cleaning{"## <KeyIcon size={20} /> Where is the key?", "Where is the key?"},
        Cleaning{"Is it new? <Badge/>", "Is it new?"},
        Cleaning{"What does <Link /> do?", "What does <Link /> do?"},
        Cleaning{"<Link /> or an anchor?", "<Link /> or an anchor?"},
        Cleaning{"Scenario 3: The mast breaks. What do you do?",
                 "The mast breaks. What do you do?"},
        Cleaning{"Scenario: a visitor signs in", "Scenario: a visitor signs in"},
        Cleaning{"404", "404"},  //
        Cleaning{"1:1 mapping", "1:1 mapping"}, Cleaning{"5.2.1 Why is it so", "Why is it so"},
        Cleaning{"Q&A with a star", "Q&A with a star"},
        Cleaning{"arr[0](1) stays `arr[0](1)`", "arr0 stays `arr[0](1)`"},
        Cleaning{"> quoted  question\n  over two lines", "quoted question over two lines"}));

TEST(CleanQuestion, KeepsWhatItTakesOff) {
  const auto graded = clean_question("### 3. [M] How do they differ?");
  EXPECT_EQ(graded.text, "How do they differ?");
  EXPECT_EQ(graded.number, "3");
  EXPECT_EQ(graded.difficulty, "medium");

  const auto sourced = clean_question("#### 9) Implement it. [[src](https://x.org/q)]");
  EXPECT_EQ(sourced.text, "Implement it.");
  EXPECT_EQ(sourced.source, "https://x.org/q");

  EXPECT_EQ(clean_question("<h3 name=\"config\">Is there one?</h3>").anchor, "config");
  EXPECT_EQ(clean_question("### Is there one? {#config}").anchor, "config");
  EXPECT_EQ(clean_question("#### 1. Import numpy (★☆☆)").difficulty, "easy");
  EXPECT_EQ(clean_question("[H] 12. Why?").number, "12");
}

TEST(CleanQuestion, TakesLinearTime) {
  for (const char* piece :
       {"[", "*a ", "_a ", "`", "``` ", "$ ", "<", "**", "![", "](", "&", "# "}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    EXPECT_LE(clean_question(text).text.size(), text.size());
  }
}

TEST(LeadingNumber, NeedsItsPunctuation) {
  EXPECT_EQ(leading_number("12. x").number, "12");
  EXPECT_EQ(leading_number("(3) x").number, "3");
  EXPECT_EQ(leading_number("17a. x").number, "17a");
  EXPECT_EQ(leading_number("1.2.3 x").number, "1.2.3");
  EXPECT_EQ(leading_number("2-2-1 x").number, "2-2-1");
  EXPECT_EQ(leading_number("4、题").number, "4");
  EXPECT_EQ(leading_number("#5 x").number, "5");
  for (const char* none : {"x", "3 apples", "3.x", "12", "2.5 mm", "123456. x", "", "("})
    EXPECT_EQ(leading_number(none).size, 0U) << none;
}

}  // namespace
}  // namespace answers
