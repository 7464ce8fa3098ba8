#include "searcher/display/markdown_view.h"

#include <gtest/gtest.h>

#include <sstream>

namespace answers {
namespace {

std::string shown(std::string_view markdown, std::size_t columns = 30, std::size_t indent = 0) {
  Terminal terminal;
  terminal.columns = columns;
  std::ostringstream out;
  print_markdown(markdown, indent, terminal, out);
  return out.str();
}

TEST(MarkdownView, RendersWhatPeopleWrite) {
  const struct {
    const char* markdown;
    const char* lines;
  } cases[] = {
      {"", ""},
      {"one\ntwo\n\nthree", "one two\n\nthree\n"},
      {"# Title\ntext", "Title\n\ntext\n"},
      {"* a\n* b\n  * c", "• a\n• b\n  • c\n"},
      {"2. a\n3. b", "2. a\n3. b\n"},
      {"text\n```py\nx  = 1\n\ny\n```\nend", "text\n\n    x  = 1\n\n    y\n\nend\n"},
      {"> quoted", "│ quoted\n"},
      {"a<br>b &amp; c &#233;", "a\nb & c é\n"},
      {"<table>\n<tr><th>Part</th><th>Use</th></tr>\n<tr>\n  <td>Keel</td>\n  "
       "<td>holds</td>\n</tr>\n"
       "</table>\n",
       "Part │ Use\nKeel │ holds\n"},
      {"<p>One</p><p>two</p>\n<ul><li>three</li><li>four</li></ul>", "One\ntwo\nthree\nfour\n"},
      {"[here](http://x.org) and http://y.org", "here <http://x.org> and\nhttp://y.org\n"},
      {"![a net](net.png)", "[image: a net]\n"},
      {"$w_1 x_1 + w_2 x_2$", "$w_1 x_1 + w_2 x_2$\n"},
      {"| a | b |\n|---|---|\n| 1 | two |", "a    b\n───  ───\n1    two\n"},
      {"| left | right | mid |\n|---|---:|:-:|\n| a | 1 | x |\n\n- b",
       "left  right  mid\n────  ─────  ───\na         1   x\n\n• b\n"},
  };
  for (const auto& [markdown, lines] : cases) EXPECT_EQ(shown(markdown), lines) << markdown;
}

TEST(MarkdownView, NeverObeysTheText) { EXPECT_EQ(shown("\x1b[2Jboo"), "\xEF\xBF\xBD[2Jboo\n"); }

TEST(MarkdownView, BearsBrokenUtf8) {
  EXPECT_FALSE(shown("**a** http://x.org/a\xA6\xE4\xBB\x8E**b** \xE5 https://x.org\xA6**").empty());
}

TEST(MarkdownView, BearsDeepNesting) {
  const std::string deep(2000, '>');
  EXPECT_FALSE(shown(deep + " x").empty());
}

}  // namespace
}  // namespace answers
