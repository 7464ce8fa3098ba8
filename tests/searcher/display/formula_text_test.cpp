#include "searcher/display/formula_text.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

TEST(FormulaText, IsWhatPeopleRead) {
  const struct {
    const char* tex;
    const char* said;  // empty: as it was written
  } cases[] = {
      {R"(\lambda_{max})", "λₘₐₓ"},
      {R"(x^2 + y_i)", "x² + yᵢ"},
      {R"(\frac{1}{n} \sum_{i=1}^n x_i)", "1/n ∑ᵢ₌₁ⁿ xᵢ"},
      {R"(\frac{a}{b+1})", "a/(b+1)"},
      {R"(\frac12)", "1/2"},
      {R"(\sqrt{2})", "√2"},
      {R"(\sqrt{a+b})", "√(a+b)"},
      {R"(P(A \mid B) \le 1)", "P(A ∣ B) ≤ 1"},
      {R"(\hat{y} = \mathbf{w}^\top x)", "y\u0302 = wᵀ x"},
      {R"(\mathbb{R}^n)", "ℝⁿ"},
      {R"(f'(x))", "f′(x)"},
      {R"(\log p)", "log p"},
      {R"(\left( x \right))", "( x )"},
      {R"(\{a, b\})", "{a, b}"},
      {R"(e^{-x})", "e⁻ˣ"},
      {R"(\text{if } x)", "if  x"},
      {R"(x_{a,b})", ""},
      {R"(x^q)", ""},
      {R"(\begin{matrix} 1 & 2 \end{matrix})", ""},
      {R"(a \\ b)", ""},
      {R"(\unknown x)", ""},
      {R"({a)", ""},
      {R"(a})", ""},
      {R"(a^)", ""},
      {R"(\frac{a})", ""},
      {"", ""},
      {" ", ""},
  };
  for (const auto& [tex, said] : cases) EXPECT_EQ(formula_text(tex).value_or(""), said) << tex;
  EXPECT_EQ(formula_text(std::string(500, '{') + "a" + std::string(500, '}')), std::nullopt);
}

TEST(FormulaText, InAPassageTheMatchesMoveAlong) {
  const Passage passage{.text = "So $\\alpha$ grows and \\(x^2\\) too.",
                        .matches = {{0, 2}, {4, 10}, {12, 17}, {30, 33}}};
  const Passage changed = with_formulas(passage);
  EXPECT_EQ(changed.text, "So α grows and x² too.");
  ASSERT_EQ(changed.matches.size(), 3U);
  EXPECT_EQ(changed.text.substr(changed.matches[0].begin, 2), "So");
  EXPECT_EQ(changed.text.substr(changed.matches[1].begin, 5), "grows");
  EXPECT_EQ(changed.text.substr(changed.matches[2].begin, 3), "too");
}

TEST(FormulaText, WhatIsNoFormulaStays) {
  for (const char* text : {"It costs $5 and $6.", "`$\\alpha$` is code", "``a ` $x$``", "\\$x\\$",
                           "$ x $", "$x_{a,b}$", "one $", "$$", "cost: $x$5"})
    EXPECT_EQ(with_formulas({.text = text}).text, text);
}

}  // namespace
}  // namespace answers
