#include "searcher/pages/markdown_html.h"

#include "searcher/pages/html_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace answers {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(HtmlText, SaysAllAndDoesNothing) {
  EXPECT_EQ(html_text("a < b & \"c\" > 'd'"), "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;");
  EXPECT_EQ(html_text("naïve 机器 \n\tend"), "naïve 机器 \n\tend");
  EXPECT_EQ(html_text("\x1b[2J\x7f\xc2\x9b"), "\uFFFD[2J\uFFFD\uFFFD");
  EXPECT_EQ(html_text("\xff\xc3"), "\uFFFD\uFFFD");
  EXPECT_EQ(html_text("a\u202eb\u2066c"), "abc");
  EXPECT_EQ(html_text("می\u200cخواهم"), "می\u200cخواهم");
}

TEST(MarkedText, MarksWhatMatches) {
  const Range marks[] = {{0, 3}, {8, 12}};
  EXPECT_EQ(marked_text("dog & <cat>", marks), "<mark>dog</mark> &amp; &lt;c<mark>at&gt;</mark>");
  EXPECT_EQ(marked_text("cat>", marks, 7), "c<mark>at&gt;</mark>");
  EXPECT_EQ(marked_text("none", {}), "none");
}

TEST(MarkdownHtml, RendersWhatPeopleWrite) {
  const struct {
    const char* markdown;
    const char* html;
  } table[] = {
      {"one\ntwo", "<p dir='auto'>one\ntwo</p>"},
      {"**a** *b* ~~c~~ `d<e`",
       "<p dir='auto'><strong>a</strong> <em>b</em> <del>c</del> <code "
       "dir='ltr'>d&lt;e</code></p>"},
      {"# A\n### B", "<h3>A</h3><h4>B</h4>"},
      {"- [ ] a\n- [x] b", "<ul><li>☐ a</li><li>☑ b</li></ul>"},
      {"3. a\n4. b", "<ol start='3'><li>a</li><li>b</li></ol>"},
      {"```c++\nif (a < b) {}\n```",
       "<pre tabindex='0' dir='ltr'><code>if (a &lt; b) {}\n</code></pre>"},
      {"> q", "<blockquote><p dir='auto'>q</p></blockquote>"},
      {"|a|b|\n|---|---:|\n|1|2|",
       "<div class='table' tabindex='0'><table><thead><tr><th>a</th><th "
       "class='right'>b</th></tr></thead>"
       "<tbody><tr><td>1</td><td class='right'>2</td></tr></tbody></table></div>"},
      {"a $x^2$",
       "<p dir='auto'>a <math><msup><mi>x</mi><mrow><mn>2</mn></mrow></msup></math></p>"},
      {"a \\(b\\) c `\\(d\\)` \\(",
       "<p dir='auto'>a <math><mi>b</mi></math> c <code dir='ltr'>\\(d\\)</code> (</p>"},
      {"a $\\nosuch{<b>}$",
       "<p dir='auto'>a <code class='math' dir='ltr'>\\nosuch{&lt;b&gt;}</code></p>"},
      {"a<br>b H<sub>2</sub>O", "<p dir='auto'>a<br>b H<sub>2</sub>O</p>"},
      {"<kbd>Ctrl", "<p dir='auto'><kbd>Ctrl</kbd></p>"},
      {"<span style='color:red'>red</span>", "<p dir='auto'>red</p>"},
      {"&lt;b&gt; &#65;", "<p dir='auto'>&lt;b&gt; A</p>"},
      {"[a](https://a.example/?x=1&y=2)",
       "<p dir='auto'><a href='https://a.example/?x=1&amp;y=2' rel='noopener "
       "noreferrer nofollow'>a</a></p>"},
      {"![a cat](https://a.example/cat.png)",
       "<p dir='auto'><a href='https://a.example/cat.png' rel='noopener noreferrer nofollow' "
       "class='image'>a cat</a></p>"},
  };
  for (const auto& [markdown, html] : table)
    EXPECT_EQ(markdown_html(markdown, 3), html) << markdown;
}

TEST(MarkdownHtml, WhatCouldRunOrBeFetchedIsText) {
  const char* const table[] = {
      "<script>alert(1)</script>",
      "<SCRIPT\n>alert(1)</SCRIPT >",
      "<img src=x onerror=alert(1)>",
      "<svg/onload=alert(1)>",
      "<svg><script>alert(1)</script></svg>",
      "<iframe src=\"https://evil.example\"></iframe>",
      "<b onclick=alert(1)>b</b>",
      "<style>@import 'https://evil.example'</style>",
      "<!-- --><script>alert(1)</script>",
      "<!--<script>alert(1)</script>",
      "<a href=\"javascript:alert(1)\">x</a>",
      "[x](javascript:alert(1))",
      "[x](JaVaScRiPt:alert(1))",
      "[x](data:text/html,<script>alert(1)</script>)",
      "[x](vbscript:x)",
      "[x](&#106;avascript:alert(1))",
      "![x](data:image/svg+xml;base64,PHN2Zz4=)",
      "<javascript:alert(1)>",
      "[x](https://a.example/\"onmouseover=\"alert(1))",
      "[x](<https://a.example/\" onmouseover=\"alert(1)>)",
      "&lt;script&gt;alert(1)&lt;/script&gt;",
      "```html\n</code></pre><script>alert(1)</script>\n```",
      "`</code><script>alert(1)</script>`",
      "| <script> |\n|---|\n| </table><script> |",
      "<form action=https://evil.example><input></form>",
      "<base href=https://evil.example>",
      "<meta http-equiv=refresh content=0>",
      "<math><mtext></mtext></math>",
      "<p id=main>x</p>",
      "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
      "\xff<\xff script>",
      "<b\n<script>alert(1)</script>",
  };
  for (const std::string markdown : table) {
    for (const std::string& whole :
         {markdown, "> - a " + markdown, "# " + markdown, "|a|\n|---|\n|" + markdown + "|"}) {
      const std::string html = markdown_html(whole, 3);
      for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        const std::string tag = html.substr(at, html.find('>', at) + 1 - at);
        EXPECT_THAT(
            tag, testing::AnyOf(
                     testing::MatchesRegex("</"
                                           "?(p|a|b|h[34]|ul|ol|li|pre|code|span|div|br|hr|"
                                           "blockquote|table|thead|tbody|tr|th|td|em|strong|del)>"),
                     testing::MatchesRegex("<(p|pre|code|div|span|a|th|td)( "
                                           "(dir|class|tabindex|rel|href)='[^'<>]*')+>")))
            << whole << "\n"
            << html;
        EXPECT_THAT(tag, Not(HasSubstr("script:"))) << html;
        EXPECT_THAT(tag, Not(HasSubstr("data:"))) << html;
      }
    }
  }
}

TEST(MarkdownHtml, MarksTheMatchesOfAPassage) {
  const Range marks[] = {{2, 9}, {21, 25}};
  EXPECT_EQ(markdown_html("**dropout** helps & `unit`", 3, marks),
            "<p dir='auto'><strong><mark>dropout</mark></strong> helps &amp; <code "
            "dir='ltr'><mark>unit</mark></code></p>");
}

TEST(MarkdownHtml, DeepNestingEnds) {
  const std::string deep = std::string(2000, '>') + " a";
  EXPECT_LT(markdown_html(deep, 3).size(), 100'000U);
  std::string list;
  for (int i = 0; i < 500; ++i) list += std::string(static_cast<std::size_t>(i) * 2, ' ') + "- x\n";
  EXPECT_THAT(markdown_html(list, 3), HasSubstr("x"));
}

}  // namespace
}  // namespace answers
