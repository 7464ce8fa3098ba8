#include "corpus/input/input.h"
#include "corpus/reader.h"
#include "tests/corpus/collector.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace answers {
namespace {

constexpr std::size_t deep = 100'000;

std::string times(std::size_t count, std::string_view text) {
  std::string all;
  all.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

struct Case {
  const char* name;
  const char* reader;
  std::string text;
};
class Hostile : public testing::TestWithParam<Case> {};

/// What matters is that it returns: no crash, no stack that overflows, no steps without end.
TEST_P(Hostile, IsReadToItsEndOrToldOf) {
  Collector heard;
  Input input("hostile", GetParam().text, heard);
  const auto all = readers();
  const auto reader = std::ranges::find(all, GetParam().reader, &Reader::name);
  ASSERT_NE(reader, all.end());
  reader->read(input);
  for (const Trouble& trouble : heard.troubles) {
    EXPECT_EQ(trouble.path, "hostile");
    EXPECT_GT(trouble.line, 0U) << trouble.what;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Hostile,
    testing::Values(
        Case{"DeepQuotations", "markdown",
             "# FAQ\n\n" + times(deep, "> ") + "What is it?\n\nyes\n"},
        Case{"DeepBrackets", "markdown", "# FAQ\n\n## Is it?\n\n" + times(deep, "[a](")},
        Case{"DeepFolds", "markdown", times(deep / 10, "<details><summary>Is it?</summary>\n")},
        Case{"ManyFences", "markdown", "# FAQ\n\n## 1. Is it?\n\n" + times(deep + 1, "```\n")},
        Case{"ManyCells", "markdown", "| Question | Answer |\n|-|-|\n" + times(deep, "| ")},
        Case{"DeepElements", "html", "<html>" + times(deep, "<div>") + "Is it?"},
        Case{"DeepTables", "html", "<html>" + times(300, "<table><tr><td>") + "Is it?"},
        Case{"DeepLists", "json", times(deep, "[") + times(deep, "]")},
        Case{"DeepObjects", "json", times(deep, "{\"a\":") + "1" + times(deep, "}")},
        Case{"DeepFlow", "yaml", "a: " + times(deep, "[") + "\n"},
        Case{"DeepBlocks", "asciidoc", "= FAQ\n\n" + times(deep, "====\n")},
        Case{"DeepItems", "pod", "=head1 FAQ\n\n" + times(deep, "=over 4\n\n") + "=item Is it?\n"},
        Case{"DeepStars", "org", "* FAQ\n" + times(deep, "*") + " Is it?\nyes\n"},
        Case{"ManyTitles", "rst", times(deep / 10, "Is it?\n======\n\n")},
        Case{"DeepRows", "stack-exchange", "<posts>" + times(deep / 10, "<row>")},
        Case{"OneLineOfQuestions", "text", times(deep, "Is it? ")},
        Case{"OneCell", "csv", "question,answer\n\"" + times(deep, "Is it? ")},
        Case{"OneSpeaker", "json",
             R"([{"text": "\nUser: a)" + times(deep, "\\nAssistant: b") + R"("}])"}),
    case_name);

}  // namespace
}  // namespace answers
