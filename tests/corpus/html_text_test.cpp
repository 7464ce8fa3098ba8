#include "corpus/html_text.h"

#include "collector.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

struct Case {
  const char* name;
  std::string html;
  const char* markdown;
};
class HtmlCase : public testing::TestWithParam<Case> {};

TEST_P(HtmlCase, BecomesMarkdown) {
  EXPECT_EQ(html_to_markdown(GetParam().html), GetParam().markdown);
}

INSTANTIATE_TEST_SUITE_P(
    Markdown, HtmlCase,
    testing::Values(
        Case{"PlainText", "a < b", "a < b"},
        Case{"Paragraphs", "<p>one\n two</p>\n\n<p>three</p>", "one two\n\nthree"},
        Case{"Breaks", "one<br>two<br/> three", "one\ntwo\nthree"},
        Case{"Entities", "R&amp;D &ndash; &#8364;&nbsp;5", "R&D – €\u00A05"},
        Case{"List", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n\n  - c"},
        Case{"Numbers", "<ol><li>a<li>b</ol>", "1. a\n2. b"},
        Case{"Code", "<pre><code class=\"language-cpp\">int a;\n  int b;\n</code></pre>",
             "```cpp\nint a;\n  int b;\n```"},
        Case{"Span", "call <code>f( x )</code> or <kbd>q</kbd>", "call `f( x )` or `q`"},
        Case{"Emphasis", "<b>bold</b>, <em> soft </em><i></i>", "**bold**, *soft*"},
        Case{"Link",
             "<a href=\"https://e.org\">there</a> <a href=\"#x\">here</a> <a name=\"y\">z</a>",
             "[there] here z\n\n[there]: https://e.org"},
        Case{"Image", "<img src=\"a.png\" alt=\"A\">", "![A]\n\n[A]: a.png"},
        Case{"Quotation", "<blockquote><p>a</p><p>b</p></blockquote>", "> a\n> \n> b"},
        Case{"Heading", "<h3 id=x>T</h3><div>a</div>", "### T\n\na"},
        Case{"Table", "<table><tr><th>a<th>b<tr><td>1<td>2</table>",
             "| a | b |\n| --- | --- |\n| 1 | 2 |"},
        Case{"NoScript", "a<script>x()</script><style>y</style><nav>z</nav>", "a"},
        Case{"BlockInSpan", "<span><p>a</p><p>b</p></span>", "a\n\nb"},
        Case{"Unclosed", "<p>a<b>b", "a**b**"},
        Case{"Deep",
             [] {
               std::string s;
               for (int i = 0; i < 3000; ++i) s += "<div>";
               return s + "x";
             }(),
             "x"},
        Case{"Empty", "<p> </p>", ""}),
    case_name);

TEST(Html, AsOneLine) {
  EXPECT_EQ(html_to_line("<p>What is\n <code>a&lt;b</code>?</p><p>Or <b>c</b></p>"),
            "What is `a<b`? Or c");
}

TEST(Html, IsToldFromText) {
  EXPECT_TRUE(is_html("<p>a</p>"));
  EXPECT_TRUE(is_html("<div class=x>a</div>\n"));
  EXPECT_FALSE(is_html("<T> is a parameter"));
  EXPECT_FALSE(is_html("a <b>c</b>"));
  EXPECT_FALSE(is_html("<vector>"));
}

TEST(Html, TooDeepIsLeftAsItIs) {
  std::string deep;
  for (int i = 0; i < 50'000; ++i) deep += "<div>";
  EXPECT_EQ(html_to_markdown(deep + "x"), deep + "x");
}

}  // namespace
}  // namespace answers
