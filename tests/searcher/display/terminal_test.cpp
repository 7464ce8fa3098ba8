#include "searcher/display/terminal.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

TEST(Printable, KeepsATerminalSafe) {
  const struct {
    const char* what;
    std::string text;
    std::string shown;
  } cases[] = {
      {"plain text stays", "a b\tc\nd é 機 🐥", "a b\tc\nd é 機 🐥"},
      {"an escape sequence is seen, not obeyed", "\x1b[31mred", "\xEF\xBF\xBD[31mred"},
      {"bell, backspace, carriage return", "\a\b\r", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"NUL and DEL", std::string("a\0b\x7f", 4),
       "a\xEF\xBF\xBD"
       "b\xEF\xBF\xBD"},
      {"C1 controls, CSI as one character",
       "\xC2\x9B"
       "31m",
       "\xEF\xBF\xBD"
       "31m"},
      {"a right-to-left override", "exe.\xE2\x80\xAEtxt", "exe.txt"},
      {"isolates and marks of direction", "\xE2\x81\xA6x\xE2\x81\xA9\xE2\x80\x8F", "x"},
      {"zero width", "pass\xE2\x80\x8Bword\xEF\xBB\xBF", "password"},
      {"tags nobody sees",
       "a\xF3\xA0\x81\xA1"
       "b",
       "ab"},
      {"bytes that are not UTF-8", "a\xFF\xC3", "a\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"a surrogate in UTF-8", "\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
  };
  for (const auto& [what, text, shown] : cases) EXPECT_EQ(printable(text), shown) << what;
}

TEST(DisplayWidth, CountsColumns) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("機械"), 4U);
  EXPECT_EQ(display_width("e\xCC\x81"), 1U) << "a combining accent takes no room";
}

TEST(FileUri, FillsInTheEditorsTemplate) {
  Terminal terminal;
  const struct {
    const char* editor;
    const char* path;
    const char* uri;
  } cases[] = {
      {"file://host{path}", "/a/b.md", "file://host/a/b.md"},
      {"vscode://file/{path}:{line}", "/a/b c.md", "vscode://file/a/b%20c.md:7"},
      {"editor://open?url=file://{path}&line={line}", "/a", "editor://open?url=file:///a&line=7"},
      {"x{path}", "/{line}#%\x1b\xC3\xA4", "x/{line}%23%25%1B%C3%A4"},
  };
  for (const auto& [editor, path, uri] : cases) {
    terminal.editor_uri = editor;
    EXPECT_EQ(file_uri(terminal, path, 7), uri);
  }
}

}  // namespace
}  // namespace answers
