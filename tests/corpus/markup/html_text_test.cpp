#include "corpus/markup/html_text.h"

#include "corpus/markup/html_fragment.h"
#include "tests/corpus/collector.h"

#include <gtest/gtest.h>
#include <gumbo.h>

#include <memory>
#include <random>

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
        Case{"AnImageWithoutADescriptionIsAnIcon", "<p>It <img src=\"a.png\"> is</p>", "It is"},
        Case{"AnImageAloneIsNamed", "<p><img src=\"x/a.png?v=2\"></p><p>b</p>",
             "![a.png]\n\nb\n\n[a.png]: x/a.png?v=2"},
        Case{"AnImageThatIsItsOwnAddress",
             "<p><img alt=\"dot\" src=\"data:image/gif;base64,R0\"></p>", "dot"},
        Case{"Icons", "<p><i class=\"material-icons\">expand_more</i>More</p>", "More"},
        Case{"RaisedNumbers",
             "10<sup>3</sup> = 10<sup>−3</sup>, 5 m<sup>2</sup>, x<sup>n</sup>, e<sup>x+1</sup>",
             "10^3 = 10^(−3), 5 m², x^n, e^(x+1)"},
        Case{"LoweredNumbers", "H<sub>2</sub>O, a<sub>i</sub>, log<sub>10</sub> x",
             "H₂O, a_i, log₁₀ x"},
        Case{"EndsOfWordsAreWrittenSmall",
             "May 1<sup>st</sup>, 2<sup>e</sup>, M<sup>me</sup> X, Y<sup>TM</sup>",
             "May 1st, 2e, Mme X, YTM"},
        Case{"RaisedInCode", "<code>10<sup>3</sup></code>", "`10^3`"},
        Case{"AListThatBeginsLater",
             "<ol start=\"3\"><li>a</li><li>b</li><li value=\"9\">c</li></ol>", "3. a\n4. b\n9. c"},
        Case{"BlanksInCode", "<pre>a\u00A0 b</pre><p><code>c\u00A0d</code></p>",
             "```\na  b\n```\n\n`c d`"},
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

/// What a parser of whole pages makes of `html`.
std::string parsed_as_a_page(const std::string& html) {
  const std::unique_ptr<GumboOutput, void (*)(GumboOutput*)> output(
      gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()),
      [](GumboOutput* tree) { gumbo_destroy_output(&kGumboDefaultOptions, tree); });
  return node_to_markdown(output->root) + '\n' + node_to_line(output->root);
}

struct Fragment {
  const char* name;
  const char* html;
  bool plain = true;  ///< needs no parser of whole pages
};
class FragmentCase : public testing::TestWithParam<Fragment> {};

TEST_P(FragmentCase, ReadsAsAPageReadsIt) {
  const std::string html = GetParam().html;
  EXPECT_EQ(HtmlFragment::parse(html).has_value(), GetParam().plain);
  EXPECT_EQ(html_to_markdown(html) + '\n' + html_to_line(html), parsed_as_a_page(html));
}

INSTANTIATE_TEST_SUITE_P(
    Html, FragmentCase,
    testing::Values(
        Fragment{"Paragraphs", " \n<p>one &amp; <em>two</em></p>\n\n<p>a < b &lt; c &c; & d</p>",
                 false},
        Fragment{"LooseSigns", "<p>a < b & c <3 d&</p>"},
        Fragment{"Code", "<pre><code>\n\nif (a &lt; b) {\n}\n</code></pre><pre>\nx</pre>"},
        Fragment{"LineEndAsEntityInCode", "<pre>&#10;x</pre>", false},
        Fragment{"Lists", "<ul>\n<li>a <ul><li><p>b</p></li></ul></li>\n<!-- c -->\n</ul>"},
        Fragment{"Links", "<a href=\"x?a=1&amp;b=2\" rel='nofollow'>t</a><img src='i' alt=\"d\"/>"},
        Fragment{"UnquotedValue", "<a href=x>t</a>", false},
        Fragment{"ValueWithAmpersand", "<a href=\"x?a=1&b=2\">t</a>", false},
        Fragment{"RepeatedAttribute", "<a href='x' href='y'>t</a>"},
        Fragment{"SelfClosing", "<p/>a<br/>b<br />c", false},
        Fragment{"Breaks", "a<br/>b<br />c<hr/>d<br>"}, Fragment{"UpperCase", "<P>a</P>", false},
        Fragment{"Unclosed", "<p>a<b>b", false}, Fragment{"Misnested", "<b>a<i>b</b>c</i>", false},
        Fragment{"LinkInLink", "<a href='x'>a<a href='y'>b</a></a>", false},
        Fragment{"ListInParagraph", "<p>a<ul><li>b</li></ul></p>", false},
        Fragment{"ParagraphInParagraph", "<p>a<span><p>b</p></span></p>", false},
        Fragment{"HeadingInHeading", "<h1>a<h2>b</h2></h1>", false},
        Fragment{"ItemWithoutList", "<li>a</li>", false},
        Fragment{"ItemInItem", "<ul><li>a<li>b</li></li></ul>", false},
        Fragment{"BlockInBold", "<b>a<p>b</p><div>c<br></div></b>d"},
        Fragment{"ClosesNothing", "a</p>b</br>c", false},
        Fragment{"UnknownTag", "a <vector> b", false},
        Fragment{"Table", "<table><tr><td>a</td></tr></table>", false},
        Fragment{"CarriageReturn", "<p>a\r\nb</p>", false},
        Fragment{"Numbers", "<p>&#8364;&#x27;&#039;&#x1F600;&nbsp;x&#160;y</p>"},
        Fragment{"HighControl", "<p>a\u0096b &lt;</p>", false},
        Fragment{"NoCharacter", "<p>a\uFFFE b\uFDD0 &lt;</p>", false},
        Fragment{"WindowsNumber", "&#150;<p>a</p>", false},
        Fragment{"EntityWithoutSemicolon", "<p>&lt a &amp</p>", false},
        Fragment{"Comment", "<!-- a -->b<!---->c<!-- d--e -->", false},
        Fragment{"Short", "<b></b>&lt;"}, Fragment{"Doctype", "<!DOCTYPE html><p>a</p>", false}),
    case_name);

TEST(Html, AnyFragmentReadsAsAPageReadsIt) {
  constexpr const char* pieces[] = {"<p>",
                                    "</p>",
                                    "<b>",
                                    "</b>",
                                    "<i>",
                                    "</i>",
                                    "<em>",
                                    "</em>",
                                    "<a href=\"u\">",
                                    "</a>",
                                    "<ul>",
                                    "</ul>",
                                    "<ol>",
                                    "</ol>",
                                    "<li>",
                                    "</li>",
                                    "<code>",
                                    "</code>",
                                    "<br>",
                                    "<pre>",
                                    "</pre>",
                                    "<hr/>",
                                    "<div>",
                                    "</div>",
                                    "<h2>",
                                    "</h2>",
                                    "<span>",
                                    "</span>",
                                    "<blockquote>",
                                    "</blockquote>",
                                    "<img src='s' alt='t'>",
                                    "<!-- c -->",
                                    "word",
                                    " ",
                                    "\n",
                                    "two words",
                                    "&lt;",
                                    "&amp;",
                                    "&nbsp;",
                                    "* _`",
                                    "é",
                                    "<",
                                    "&",
                                    "<kbd>",
                                    "</kbd>"};
  std::minstd_rand random(7);
  std::size_t plain = 0;
  for (int round = 0; round < 20'000; ++round) {
    // Half of the tags close what is open, or next to none would be well-formed.
    std::string html;
    std::vector<std::string> open;
    for (auto count = 1 + random() % 12; count > 0; --count) {
      std::string piece = pieces[random() % std::size(pieces)];
      if (piece.starts_with("</") && !open.empty() && random() % 20 != 0) piece = open.back();
      html += piece;
      if (piece.starts_with("</") && !open.empty()) open.pop_back();
      const std::string name = piece.substr(1, piece.find_first_of(" />", 1) - 1);
      if (piece.starts_with('<') && piece.size() > 2 && piece[1] >= 'a' && name != "br" &&
          name != "hr" && name != "img")
        open.push_back("</" + name + '>');
    }
    for (; !open.empty(); open.pop_back()) html += open.back();
    if (html.find_first_of("<&") == std::string::npos || !HtmlFragment::parse(html)) continue;
    ++plain;
    ASSERT_EQ(html_to_markdown(html) + '\n' + html_to_line(html), parsed_as_a_page(html)) << html;
  }
  EXPECT_GT(plain, 5'000U);
}

}  // namespace
}  // namespace answers
