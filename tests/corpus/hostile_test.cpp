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

/// Runs of '`' that are all of different lengths, so that none is closed.
std::string ascending_ticks(std::size_t count) {
  std::string all;
  for (std::size_t i = 1; i <= count; ++i) all.append(i, '`').append(" ");
  return all;
}

/// before0after before1after …
std::string numbered(std::size_t count, std::string_view before, std::string_view after) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i)
    all.append(before).append(std::to_string(i)).append(after);
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
        Case{"DottedTomlKeys", "toml", times(deep, "a.") + "a = 1\n"},
        Case{"QuotedTomlKeys", "toml", "x = { " + times(deep, "'a' . ") + "a = 1 }\n"},
        Case{"ListsBesideEachOther", "json",
             R"({"questions": [)" + numbered(deep, R"("What is )", R"(?",)") +
                 R"("Why?"], "answers": [)" + numbered(deep, R"("It is )", R"(.",)") +
                 R"("So."]})"},
        Case{"SidesOfOrg", "org",
             numbered(deep, "* Card ", "\n** Front\nWhat is it?\n** Back\nIt is.\n")},
        Case{"JsonOfASite", "html",
             R"(<script type="application/ld+json">{"@type": "FAQPage", "mainEntity": [)" +
                 numbered(deep, R"({"@type": "Question", "name": "What is )",
                          R"(?", "acceptedAnswer": {"text": "It is."}},)") +
                 R"({"@type": "Question", "name": "Why?"}]}</script>)"},
        Case{"HalvesOfPairsInManyTables", "sql",
             numbered(2'000, "INSERT INTO questions", " (id, question) VALUES (1, 'Why?');\n") +
                 numbered(2'000, "INSERT INTO answers",
                          " (question_id, answer) VALUES (1, 'So');\n")},
        Case{"DeepQuotations", "markdown",
             "# FAQ\n\n" + times(deep, "> ") + "What is it?\n\nyes\n"},
        Case{"DeepBrackets", "markdown", "# FAQ\n\n## Is it?\n\n" + times(deep, "[a](")},
        Case{"QuestionsInABracket", "markdown", "# FAQ\n\n- [" + times(deep, "a? ")},
        Case{"LabelsOfTroubles", "markdown",
             "# It\n\n" + times(deep / 10, "**Error:**\n\n\n**Fix:**\n\n")},
        Case{"DeepFolds", "markdown", times(deep / 10, "<details><summary>Is it?</summary>\n")},
        Case{"ManyFences", "markdown", "# FAQ\n\n## 1. Is it?\n\n" + times(deep + 1, "```\n")},
        Case{"ManyCells", "markdown", "| Question | Answer |\n|-|-|\n" + times(deep, "| ")},
        Case{"ManyComponents", "markdown",
             "# FAQ\n\n## " + times(deep, "<A /> ") + "Is it?\n\nyes\n"},
        Case{"LabelsAboveHeadings", "markdown",
             numbered(deep / 10, "question: why ", "?\n\n\n\n# It\n\nyes\n\n")},
        Case{"PartsOfTroubles", "markdown", numbered(deep / 10, "## It ", "\n### Fix\nyes\n")},
        Case{"ParagraphsThatAsk", "markdown", numbered(deep / 10, "Is it ", "?\n\nyes\n\n")},
        Case{"TermsAndDefinitions", "text",
             "FAQ\n\n" + numbered(deep, "term ", "\nwhat it is\n\n")},
        Case{"TermsInTurn", "text", numbered(deep, "FAQ ", "\nwhat it is\n")},
        Case{"DeepElements", "html", "<html>" + times(deep, "<div>") + "Is it?"},
        Case{"DeepTables", "html", "<html>" + times(300, "<table><tr><td>") + "Is it?"},
        Case{"DeepLists", "json", times(deep, "[") + times(deep, "]")},
        Case{"DeepKeysThatAsk", "json", times(deep, "{\"Why?\":") + "1" + times(deep, "}")},
        Case{"DeepObjects", "json", times(deep, "{\"a\":") + "1" + times(deep, "}")},
        Case{"DeepFlow", "yaml", "a: " + times(deep, "[") + "\n"},
        Case{"DeepBlocks", "asciidoc", "= FAQ\n\n" + times(deep, "====\n")},
        Case{"DeepItems", "pod", "=head1 FAQ\n\n" + times(deep, "=over 4\n\n") + "=item Is it?\n"},
        Case{"LinksInStars", "org", "* FAQ\n" + times(deep, "*[[") + "]] Is it?\nyes\n"},
        Case{"MarkedTitles", "text", "FAQ\n\n" + times(deep / 10, "-> Is it\n\nyes\n\n")},
        Case{"DeepStars", "org", "* FAQ\n" + times(deep, "*") + " Is it?\nyes\n"},
        Case{"LinesOverItems", "markdown",
             "# Questions\n\n" + times(5000, "Why?\n- a\nExplain it:\n- b\n\n")},
        Case{"BoldLines", "rst", "FAQ\n===\n\n" + numbered(deep / 2, "**bold ", "**\n\ntext\n\n")},
        Case{"BareBoldLines", "rst", "FAQ\n===\n\n" + numbered(deep / 2, "**bold ", "**\n\n")},
        Case{"Terms", "asciidoc", "= FAQ\n\n" + numbered(deep / 2, "term ", "::\n  text\n\n")},
        Case{"ManyTitles", "rst", times(deep / 10, "Is it?\n======\n\n")},
        Case{"DeepRows", "stack-exchange", "<posts>" + times(deep / 10, "<row>")},
        Case{"OneLineOfQuestions", "text", times(deep, "Is it? ")},
        Case{"OneCell", "csv", "question,answer\n\"" + times(deep, "Is it? ")},
        Case{"OpenRow", "sql", "INSERT INTO faq (q, a) VALUES " + times(deep, "('Is it?', (")},
        Case{"OpenComments", "sql", times(10 * deep, "/* -- # ")},
        Case{"ManyTables", "sql",
             numbered(deep / 10, "INSERT INTO faq", " VALUES ('Is it?', 1);\n")},
        Case{"OpenCopy", "sql", "COPY faq (q, a) FROM stdin;\n" + times(deep, "Is it?\tyes\n")},
        // From here on: forms that once took n² steps, so large that they would take minutes.
        Case{"Escapes", "markdown", "# FAQ\n\n## Is it?\n\n" + times(20 * deep, "\\#")},
        Case{"CodeSpans", "markdown", "# FAQ\n\n## Is it?\n\n\\# " + times(10 * deep, "`a` ")},
        Case{"UnclosedSpans", "markdown", "# FAQ\n\n## Is it?\n\n\\# " + ascending_ticks(2000)},
        Case{"BoldTags", "markdown", "# FAQ\n\n## Is " + times(10 * deep, "<b>") + "?\n\nyes\n"},
        Case{"ClosedTags", "markdown",
             "# FAQ\n\n## Is " + times(10 * deep, "<b>") + "</b>?\n\nyes\n"},
        Case{"Comments", "markdown", "# FAQ\n\n## Is it?\n\na " + times(10 * deep, "<!--")},
        Case{"Notes", "markdown", "# FAQ\n\n## Is it?\n\na " + times(10 * deep, "<!--SR:")},
        Case{"Thoughts", "json-lines",
             R"({"question": "Is it?", "answer": ")" + times(5 * deep, "<think></think>") +
                 "yes\"}"},
        Case{"Citations", "markdown", "# FAQ\n\n## Is it?\n\na " + times(deep, "\uE200cite")},
        Case{"Jamo", "json-lines",
             R"({"question": "Is it?", "answer": "ᄀ)" + times(10 * deep, "\u0301\u0316") + "\"}"},
        Case{"LinksBackInOneLine", "html",
             "<html><p>" + times(deep / 10, "<!-- --> <a href=\"#top\">up</a> ")},
        Case{"LinksBackInElements", "html",
             "<html><p>" + times(9000, "<span>") + times(9000, "<a href=\"#x\">up</a> ")},
        Case{"EmptyButtons", "html", "<html>" + times(2 * deep, "<button></button>")},
        Case{"NestedControls", "html",
             "<html>" + times(9000, R"(<div class="faq-question" aria-expanded="false">Is it?)")},
        Case{"NestedQuestions", "html", "<html>" + times(9000, R"(<div class="question">Is it?)")},
        Case{"UnclosedTables", "html", "<html>" + times(9000, "<table><tr><td>a")},
        Case{"FoldsInTemplates", "html",
             "<html>" + times(3000, "<details><summary>Is it?</summary><template>")},
        Case{"Labels", "rst",
             "FAQ\n===\n\nIs it?\n------\n\n" + times(5 * deep, "Answer: ") +
                 "\n\nIs that?\n--------\n\nyes\n"},
        Case{"KeysOfOne", "markdown", times(deep, "Answers: 1-B\n")},
        Case{"KeysOfOneBelow", "markdown", times(deep, "Answers\n\n1. B\n\n")},
        Case{"QuestionsBelowTopics", "markdown", times(deep / 4, "## a\n- is it?\n- was it?\n")},
        Case{"LinesOfLeave", "markdown",
             "# FAQ\n\n## Is it?\n\nYes.\n\n" + times(deep, "Good luck!\n\n")},
        Case{"EntriesOfAGlossary", "markdown",
             "# Glossary\n\n" + times(deep, "**a**\n\n\n") + times(deep / 4, "**a** - b\n\n")},
        Case{"TermsWithoutEnd", "markdown", "# Glossary\n\n" + times(deep, "**a: ")},
        Case{"SidesWithoutEnd", "markdown", times(deep, "front*** ")},
        Case{"TagsOfNoCards", "markdown", times(deep, "#c [[\n")},
        Case{"Rules", "markdown", "# FAQ\n\n## Is it?\n\n" + times(deep, "---\n")},
        Case{"Rows", "markdown", "| No | Name |\n|-|-|\n" + numbered(deep, "| ", " | yes |\n")},
        Case{"AnswersOfLetters", "text", times(deep, "ans: C\n")},
        Case{"OptionsWithoutEnd", "text", times(deep, "A. is\nB. it\n\n") + "ans: B\n"},
        Case{"ChatLines", "chat",
             times(deep / 2,
                   "[01/02/24, 9:41] ann: does it rain there?\n[01/02/24, 9:42] bo: no\n")},
        Case{"Cards", "anki", "#separator:comma\n#html:true\n" + times(3 * deep, "a,")},
        Case{"UnbreakableBlanks", "anki",
             "#separator:tab\n#html:true\nIs it?\t<p>a" + times(5 * deep, "\u00A0a")},
        Case{"DecksInDecks", "anki",
             "#separator:tab\n#deck column:3\nIs it?\tyes\t" + times(5 * deep, "a::")},
        Case{"LooseCells", "csv", "question,answer\n" + times(10 * deep, "a,")},
        Case{"Sums", "script",
             R"(export const faq = [{question: "Is it?", answer: )" + times(deep, R"("a" + )") +
                 R"("b"}];)"},
        Case{"Anchors", "yaml", numbered(3 * deep, "- &a", " b\n")},
        Case{"Aliases", "yaml", numbered(5000, "- &a", " b\n") + numbered(5 * deep, "- *a", "\n")},
        Case{"OneSpeaker", "json",
             R"([{"text": "\nUser: a)" + times(deep, "\\nAssistant: b") + R"("}])"}),
    case_name);

/// What a file is, is asked of its first 64 KiB; here of more, as n² steps would be felt.
TEST(HostileHead, IsRecognisedOrNotAndThatSoon) {
  for (const std::string_view unit :
       {"\t", ",", "\"", " ", "\n", "Is it? ", "{", "[", "<", "- ", "#", "Q: a\n", "a\tb\n",
        "\"a\",", "|", ":", "`", "-\n", "=\n"}) {
    const std::string head = times((std::size_t{256} << 10) / unit.size(), unit);
    for (const std::string& text : {head, "Q: Is it " + head}) {
      for (const Reader& reader : readers()) {
        EXPECT_LE(reader.recognises("hostile", text), 100) << reader.name;
      }
    }
  }
}

}  // namespace
}  // namespace answers
