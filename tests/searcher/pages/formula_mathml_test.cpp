#include "searcher/pages/formula_mathml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace answers {
namespace {

std::string inside(std::string_view tex) {
  const std::string html = formula_mathml(tex, false).value_or("");
  return html.empty() ? html : html.substr(6, html.size() - 13);
}

TEST(FormulaMathml, SetsWhatPeopleWrite) {
  const struct {
    const char* tex;
    const char* html;
  } table[] = {
      {"a+1.5", "<mi>a</mi><mo>+</mo><mn>1.5</mn>"},
      {"-x", "<mo>−</mo><mi>x</mi>"},
      {"a<b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>"},
      {"\\alpha\\le\\Sigma", "<mi>α</mi><mo>≤</mo><mi mathvariant='normal'>Σ</mi>"},
      {"x_i^2", "<msubsup><mi>x</mi><mrow><mi>i</mi></mrow><mrow><mn>2</mn></mrow></msubsup>"},
      {"f'(x)",
       "<msup><mi>f</mi><mrow><mo>′</mo></mrow></msup><mo stretchy='false'>(</mo><mi>x</mi><mo "
       "stretchy='false'>)</mo>"},
      {"\\frac{a}{b}", "<mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac>"},
      {"\\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"},
      {"\\sqrt[3]{x}", "<mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot>"},
      {"\\log x", "<mi>log</mi><mspace width='.17em'></mspace><mi>x</mi>"},
      {"\\log(x)", "<mi>log</mi><mo stretchy='false'>(</mo><mi>x</mi><mo stretchy='false'>)</mo>"},
      {"\\hat y", "<mover accent='true'><mi>y</mi><mo>^</mo></mover>"},
      {"\\mathbb{R}^n", "<msup><mi mathvariant='normal'>ℝ</mi><mrow><mi>n</mi></mrow></msup>"},
      {"\\mathbf{w}", "<mi mathvariant='normal'>𝐰</mi>"},
      {"\\text{if } x", "<mtext>if </mtext><mi>x</mi>"},
      {"\\operatorname{softmax}(z)",
       "<mi mathvariant='normal'>softmax</mi><mo stretchy='false'>(</mo><mi>z</mi><mo "
       "stretchy='false'>)</mo>"},
      {"\\left(\\frac ab\\right]",
       "<mrow><mo>(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>]</mo></mrow>"},
      {"\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}",
       "<mrow><mo>(</mo><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd>"
       "<mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable><mo>)</mo></mrow>"},
  };
  for (const auto& [tex, html] : table) EXPECT_EQ(inside(tex), html) << tex;
}

TEST(FormulaMathml, LimitsStandBelowAndAboveInADisplay) {
  EXPECT_EQ(formula_mathml("\\sum_i^n", true),
            "<math display='block' "
            "tabindex='0'><munderover><mo>∑</mo><mrow><mi>i</mi></mrow><mrow><mi>n</mi>"
            "</mrow></munderover></math>");
  EXPECT_EQ(formula_mathml("\\sum_i", false),
            "<math><msub><mo>∑</mo><mrow><mi>i</mi></mrow></msub></math>");
}

TEST(FormulaMathml, LeavesWhatItDoesNotKnow) {
  for (const char* tex :
       {"", "\\nosuch", "{a", "a}", "a&b", "\\frac{a}", "\\left(a", "x^", "\\",
        "\\begin{tikz}a\\end{tikz}", "\\begin{matrix}a", "\\sqrt[", "\\text{a", "#1", "$"})
    EXPECT_EQ(formula_mathml(tex, false), std::nullopt) << tex;
  EXPECT_EQ(formula_mathml(std::string(1000, '{') + std::string(1000, '}'), true), std::nullopt);
  EXPECT_EQ(formula_mathml(std::string(3000, 'x'), true), std::nullopt);
}

TEST(FormulaMathml, WritesNoTagsOfStrangers) {
  for (const char* tex : {"<script>alert(1)</script>", "\\text{<img src=x>}", "\\operatorname{<b>}",
                          "\\mathbf{<b>}", "\\left<b\\right>"})
    EXPECT_THAT(formula_mathml(tex, false).value_or(""),
                testing::Not(testing::ContainsRegex("<(script|img|b)[ >]")))
        << tex;
}

}  // namespace
}  // namespace answers
