#include "searcher/display/styled_text.h"

#include <gtest/gtest.h>

#include <sstream>

namespace answers {
namespace {

std::string wrapped(std::string_view text, std::size_t columns) {
  StyledText paragraph;
  paragraph.append(text);
  std::string lines;
  for (const StyledText& line : wrap(paragraph, columns)) lines += line.text() + "|";
  return lines;
}

TEST(Wrap, BreaksWhereAReaderWould) {
  const struct {
    const char* text;
    std::size_t columns;
    const char* lines;
  } cases[] = {
      {"", 10, ""},
      {"one two three", 80, "one two three|"},
      {"one two three", 7, "one two|three|"},
      {"one two three", 8, "one two|three|"},
      {"  one \n\t two  ", 80, "one two|"},
      {"abcdefghij", 4, "abcd|efgh|ij|"},
      {"a abcdefghij", 4, "a|abcd|efgh|ij|"},
      {"機械学習とは", 4, "機械|学習|とは|"},
      {"機械学習とは", 5, "機械|学習|とは|"},
      {"ab 機械", 5, "ab 機|械|"},
      {"機械学習。（とは）", 8, "機械学|習。（と|は）|"},
      {"e\xCC\x81"
       "e\xCC\x81 x",
       2,
       "e\xCC\x81"
       "e\xCC\x81|x|"},
  };
  for (const auto& [text, columns, lines] : cases) {
    EXPECT_EQ(wrapped(text, columns), lines) << text << " at " << columns;
  }
}

TEST(Wrap, CarriesStylesAlong) {
  StyledText paragraph;
  paragraph.append("one ").append("two", bold).append(" three");
  const auto lines = wrap(paragraph, 4);
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[1].text(), "two");
  EXPECT_EQ(lines[1].style(0), bold);
  EXPECT_EQ(lines[0].style(0), plain);
}

TEST(Wrap, CarriesLinksAlong) {
  StyledText paragraph;
  paragraph.append("see the manual page now").add_link(4, 19, "https://example.org/");
  const auto lines = wrap(paragraph, 11);
  ASSERT_EQ(lines.size(), 3U);  // see the | manual page | now
  EXPECT_EQ(lines[0].link(3), "");
  EXPECT_EQ(lines[0].link(4), "https://example.org/");
  EXPECT_EQ(lines[1].link(0), "https://example.org/");
  EXPECT_EQ(lines[1].link(10), "https://example.org/");
  EXPECT_EQ(lines[2].link(0), "");
}

TEST(Write, LinksOnlyWhereTheTerminalHasThem) {
  StyledText text;
  text.append("a bc d").add_link(2, 4, "https://example.org/");
  Terminal terminal;
  std::ostringstream pipe;
  write(pipe, text, terminal);
  EXPECT_EQ(pipe.str(), "a bc d");
  terminal.links = true;
  std::ostringstream linked;
  write(linked, text, terminal);
  EXPECT_EQ(linked.str(), "a \x1b]8;;https://example.org/\x1b\\bc\x1b]8;;\x1b\\ d");
}

TEST(SafeUri, LeadsNowhereThatTerminalsDoNotFollow) {
  EXPECT_EQ(safe_uri("https://" + std::string(1000, 'a')).size(), 1008U);
  EXPECT_EQ(safe_uri("https://" + std::string(3000, 'a')), "");
}

TEST(SafeUri, LetsNothingThroughThatCommands) {
  EXPECT_EQ(safe_uri("https://example.org/a b?q=\xC3\xA4#x"),
            "https://example.org/a%20b?q=%C3%A4#x");
  EXPECT_EQ(safe_uri("http://x/\x1b]0;title\x07"), "http://x/%1B]0;title%07");
  for (const char* refused : {"", "javascript:alert(1)", "file:///etc/passwd", "vscode://x", "x"}) {
    EXPECT_EQ(safe_uri(refused), "") << refused;
  }
}

TEST(Write, StylesOnlyWhereThereIsColour) {
  StyledText text;
  text.append("a").append("b", bold | underlined);
  Terminal terminal;
  std::ostringstream pipe;
  write(pipe, text, terminal);
  EXPECT_EQ(pipe.str(), "ab");
  terminal.color = true;
  std::ostringstream screen;
  write(screen, text, terminal);
  EXPECT_EQ(screen.str(), "a\x1b[0;1;4mb\x1b[0m");
}

TEST(Cut, SaysThatSomethingIsMissing) {
  StyledText line;
  line.append("abcdef");
  EXPECT_EQ(cut(line, 6).text(), "abcdef");
  EXPECT_EQ(cut(line, 4).text(), "abc…");
}

}  // namespace
}  // namespace answers
