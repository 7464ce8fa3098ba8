#include "searcher/display/passage_view.h"

#include <gtest/gtest.h>

namespace answers {
namespace {

std::string shown(const std::string& text, std::vector<Range> matches = {},
                  std::size_t columns = 40) {
  Passage passage;
  passage.text = text;
  passage.matches = std::move(matches);
  std::string lines;
  for (const StyledText& line : passage_lines(passage, columns)) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      const bool match = (line.style(i) & underlined) != 0;
      const bool before = i > 0 && (line.style(i - 1) & underlined) != 0;
      if (match && !before) lines += '[';
      if (!match && before) lines += ']';
      lines += line.text()[i];
    }
    if (!line.empty() && (line.style(line.size() - 1) & underlined) != 0) lines += ']';
    lines += '\n';
  }
  return lines;
}

TEST(PassageLines, ShowsPlainTextWithItsMatches) {
  EXPECT_EQ(shown("Dropout helps.", {{0, 7}}), "[Dropout] helps.\n");
  EXPECT_EQ(shown("A **bold** [link](http://x.org) `a**b`", {{4, 8}}), "A [bold] link `a**b`\n");
  EXPECT_EQ(shown("one\ntwo"), "one two\n") << "a soft line break is a blank";
  EXPECT_EQ(shown("- one\n- two\n  more"), "- one\n- two more\n");
  EXPECT_EQ(shown("- one two three\n10. three four", {}, 12),
            "- one two\n  three\n10. three\n    four\n");
  EXPECT_EQ(shown("          - one two", {}, 12), "- one two\n") << "no room for its indent";
  EXPECT_EQ(shown("So:\n\n| a | bb |\n|---|:-:|\n| ccc | `x\\|y` |\nend", {{11, 13}}),
            "So:\na   │ [bb]\nccc │ `x\\|y`\nend\n");
  EXPECT_EQ(shown("| 機械 | d\n| a || c |", {}, 8), "機械 │ d\na    │ …\n");
  EXPECT_EQ(shown("|\n||\n| |", {}, 8), "\n\n\n");
  EXPECT_EQ(shown("text\n```python\nx = 1\n  y\n```\nend"), "text\n│ x = 1\n│   y\nend\n");
  EXPECT_EQ(shown("```\ndef __init__(a, **b): c[0](d)\n```", {{8, 16}}),
            "│ def [__init__](a, **b): c[0](d)\n")
      << "code has no markup";
  EXPECT_EQ(shown("*\"One\"* and _two_ of *three words*, not a * b * c, *.txt or snake_case_name",
                  {}, 80),
            "\"One\" and two of three words, not a * b * c, *.txt or snake_case_name\n");
  EXPECT_EQ(shown("f(*args), `*a*`, *p = *q, (*x)*2*y", {}, 60),
            "f(*args), `*a*`, *p = *q, (*x)*2*y\n");
  EXPECT_EQ(shown("A [[Keel]] and a [[Mast|mast]]; [[nodiscard]], [[ -f x ]]", {{4, 8}}, 60),
            "A [Keel] and a mast; [[nodiscard]], [[ -f x ]]\n");
  EXPECT_EQ(shown("```\nnever closed"), "│ never closed\n");
}

TEST(PassageLines, KeepsLinesThatAreSetApartByBlanks) {
  EXPECT_EQ(shown("Run both:\n\n    make all\n    make   check\n\nThen wait.", {{20, 23}}),
            "Run both:\n│ make [all]\n│ make   check\nThen wait.\n");
  EXPECT_EQ(shown("So:\n\n   if x:\n      a__b__c\n\n   else:\n      b\n"),
            "So:\n│ if x:\n│    a__b__c\n│ else:\n│    b\n");
  EXPECT_EQ(shown("So:\n\n\tcc -O2 sail.c"), "So:\n│ cc -O2 sail.c\n");
  EXPECT_EQ(shown("   A paragraph of Info.\n\n   The next one\ngoes on."),
            "A paragraph of Info.\nThe next one goes on.\n");
  EXPECT_EQ(shown("1. Hoist it.\n\n    It holds the\n    mast.\n"),
            "1. Hoist it.\nIt holds the mast.\n")
      << "part of a list item";
  EXPECT_EQ(shown("keel:\n    a beam\n    below\n"), "keel: a beam below\n")
      << "no empty line above";
}

TEST(PassageLines, KnowsFromTheRecordHowFarItsFirstLineIsIndented) {
  const std::string record = "Type:\n\n    anchor --drop\n    anchor --haul\n\nIt holds.";
  Passage passage;
  for (const auto& [text, lines] :
       {std::pair<std::string, std::vector<std::string>>{"anchor --drop\n    anchor --haul",
                                                         {"│ anchor --drop", "│ anchor --haul"}},
        {"anchor --haul\n\nIt holds.", {"│ anchor --haul", "It holds."}},
        {"It holds.", {"It holds."}}}) {
    passage.text = text;
    passage.byte = record.find(text);
    std::vector<std::string> found;
    for (const StyledText& line : passage_lines(passage, 40, record))
      found.emplace_back(line.text());
    EXPECT_EQ(found, lines);
    passage.field = Passage::Field::body;  // of which `record` says nothing
    EXPECT_FALSE(passage_lines(passage, 40, record)[0].text().starts_with("│"));
    passage.field = Passage::Field::answer;
  }
}

TEST(PassageLines, ShowsHeadingsWithoutTheirMarks) {
  EXPECT_EQ(shown("### How it floats\nWater is heavier.", {{11, 17}}),
            "How it [floats]\nWater is heavier.\n");
  EXPECT_EQ(shown("Do:\n# cd /hold\n##x"), "Do:\n# cd /hold\n##x\n");
  Passage passage;
  passage.text = "## Sails";
  EXPECT_EQ(passage_lines(passage, 40)[0].style(0) & bold, bold);
}

TEST(PassageLines, ShowsLinksWhoseAddressesStandBelowAsTheirText) {
  Passage passage;
  passage.text = "See [the manual], a[0] and [this].";
  const auto lines =
      passage_lines(passage, 40, "See [the manual], a[0] …\n\n[the manual]: https://x.org\n");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].text(), "See the manual, a[0] and [this].");
}

TEST(PassageLines, ShowsLinksByReferenceAsTheirText) {
  for (const auto& [text, is_shown] :
       {std::pair{"Use [`List<[T]>`s][list] or [Map][] here.", "Use `List<[T]>`s or Map here.\n"},
        {"见[手册][manual]。", "见手册。\n"},
        {"See [1][2], rows[i][j], [0][1].", "See [1][2], rows[i][j], [0][1].\n"},
        {"[a] [b] and [open][", "[a] [b] and [open][\n"}})
    EXPECT_EQ(shown(text, {}), is_shown);
}

TEST(PassageLines, TakesMatchesThatCrossMarkupAndLines) {
  EXPECT_EQ(shown("a **b\nc** d", {{2, 9}}), "a [b c] d\n");
  EXPECT_EQ(shown("abc", {{0, 99}}), "[abc]\n") << "a range behind the end is no crash";
}

}  // namespace
}  // namespace answers
