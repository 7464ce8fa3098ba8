#include "corpus/html/html_reader.h"
#include "corpus/input/input.h"
#include "corpus/markdown/markdown_reader.h"
#include "corpus/text/asciidoc_reader.h"
#include "corpus/text/org_reader.h"
#include "corpus/text/plain_text_reader.h"
#include "corpus/text/pod_reader.h"
#include "corpus/text/rst_reader.h"
#include "tests/corpus/collector.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

/// The same outline, written in every form, gives the same records; and what may be done to it
/// without losing one.
namespace answers {
namespace {

using Pair = std::pair<std::string, std::string>;

const std::vector<Pair> kites = {{"How is a kite flown?", "With the wind behind you."},
                                 {"Why does it dive?", "The tail is too short."},
                                 {"Which line holds best?", "A braided one."}};
const std::vector<Pair> boats = {{"What is a keel?", "The beam below."},
                                 {"Can it sail backwards?", "A little."}};

struct Form {
  const char* name;
  const char* path;
  void (*read)(Input&);
  std::string (*heading)(int level, const std::string& title);
};

void PrintTo(const Form& form, std::ostream* out) { *out << form.name; }

std::string underlined(int level, const std::string& title) {
  return title + '\n' + std::string(title.size(), "=-~"[level - 1]) + "\n\n";
}

const Form forms[] = {
    {"Markdown", "notes.md", read_markdown,
     [](int level, const std::string& title) {
       return std::string(static_cast<std::size_t>(level), '#') + ' ' + title + "\n\n";
     }},
    {"RestructuredText", "notes.rst", read_rst, underlined},
    {"Asciidoc", "notes.adoc", read_asciidoc,
     [](int level, const std::string& title) {
       return std::string(static_cast<std::size_t>(level), '=') + ' ' + title + "\n\n";
     }},
    {"Org", "notes.org", read_org,
     [](int level, const std::string& title) {
       return std::string(static_cast<std::size_t>(level), '*') + ' ' + title + "\n\n";
     }},
    {"Pod", "notes.pod", read_pod,
     [](int level, const std::string& title) {
       return "=head" + std::to_string(level) + ' ' + title + "\n\n";
     }},
    {"Text", "notes.txt", read_plain_text, underlined},
    {"Html", "notes.html", read_html,
     [](int level, const std::string& title) {
       const std::string tag = 'h' + std::to_string(level);
       return '<' + tag + '>' + title + "</" + tag + ">\n";
     }},
};

std::string paragraph(const Form& form, const std::string& text) {
  return std::string(form.name) == "Html" ? "<p>" + text + "</p>\n" : text + "\n\n";
}

std::string written(const Form& form, int level, const std::vector<Pair>& pairs) {
  std::string text;
  for (const auto& [question, answer] : pairs)
    text += form.heading(level, question) + paragraph(form, answer);
  return text;
}

std::vector<std::string> pairs_in(const Form& form, const std::string& text) {
  Collector collector;
  Input input(form.path, text, collector);
  form.read(input);
  std::vector<std::string> pairs;
  for (const Record& record : collector.records)
    pairs.push_back(record.question + " => " + record.answer);
  return pairs;
}

std::vector<std::string> lines_of(std::initializer_list<std::vector<Pair>> lists) {
  std::vector<std::string> lines;
  for (const auto& list : lists) {
    for (const auto& [question, answer] : list) lines.push_back(question + " => " + answer);
  }
  return lines;
}

class OneOutline : public testing::TestWithParam<Form> {};

INSTANTIATE_TEST_SUITE_P(Forms, OneOutline, testing::ValuesIn(forms), case_name);

TEST_P(OneOutline, HeadingsBelowATitle) {
  const Form& form = GetParam();
  EXPECT_EQ(pairs_in(form, form.heading(1, "Kites") + written(form, 2, kites)), lines_of({kites}));
}

TEST_P(OneOutline, TwoAlone) {
  EXPECT_EQ(pairs_in(GetParam(), written(GetParam(), 1, boats)), lines_of({boats}));
}

TEST_P(OneOutline, SectionsAndTheirQuestions) {
  const Form& form = GetParam();
  const std::string text = form.heading(1, "Toys") + form.heading(2, "Kites") +
                           written(form, 3, kites) + form.heading(2, "Boats") +
                           written(form, 3, boats);
  EXPECT_EQ(pairs_in(form, text), lines_of({kites, boats}));
}

TEST_P(OneOutline, SectionsThatAskNothingLoseNoneElsewhere) {
  const Form& form = GetParam();
  const std::string making = form.heading(2, "Making") + paragraph(form, "Paper and glue.");
  const std::string title = form.heading(1, "Toys");
  const auto all = testing::IsSupersetOf(lines_of({kites}));
  EXPECT_THAT(pairs_in(form, title + written(form, 2, kites) + making), all);
  EXPECT_THAT(pairs_in(form, title + making + written(form, 2, kites)), all);
}

TEST_P(OneOutline, JoinedFilesGiveTheUnion) {
  const Form& form = GetParam();
  EXPECT_EQ(pairs_in(form, form.heading(1, "Kites") + written(form, 2, kites) +
                               form.heading(1, "Boats") + written(form, 2, boats)),
            lines_of({kites, boats}));
}

TEST_P(OneOutline, LevelsMayBeShifted) {
  for (const int level : {1, 2, 3})
    EXPECT_EQ(pairs_in(GetParam(), written(GetParam(), level, kites)), lines_of({kites})) << level;
}

TEST_P(OneOutline, NumbersDoNotMatter) {
  for (const int first : {1, 7}) {
    std::vector<Pair> numbered = kites;
    for (std::size_t i = 0; i < numbered.size(); ++i)
      numbered[i].first.insert(0, std::to_string(static_cast<std::size_t>(first) + i) + ". ");
    EXPECT_EQ(
        pairs_in(GetParam(), GetParam().heading(1, "Kites") + written(GetParam(), 2, numbered)),
        lines_of({kites}))
        << first;
  }
}

TEST_P(OneOutline, AnAnswerKeepsWhatStandsBelowIt) {
  const Form& form = GetParam();
  const std::string part = form.heading(3, "An aside") + paragraph(form, "Of paper.");
  const std::string text = form.heading(1, "Kites") + written(form, 2, {kites[0]}) + part +
                           written(form, 2, {kites[1], kites[2]});
  const std::vector<std::string> pairs = pairs_in(form, text);
  ASSERT_EQ(pairs.size(), 3U);
  EXPECT_THAT(pairs[0], testing::HasSubstr("Of paper."));
}

TEST_P(OneOutline, LineEndsDoNotMatter) {
  std::string text = GetParam().heading(1, "Kites") + written(GetParam(), 2, kites);
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2))
    text.replace(at, 1, "\r\n");
  EXPECT_EQ(pairs_in(GetParam(), text), lines_of({kites}));
}

TEST_P(OneOutline, LabelsStandBelowHeadingsThatAsk) {
  const Form& form = GetParam();
  std::string text = form.heading(1, "Toys") + written(form, 2, kites) + form.heading(2, "Boats");
  for (const auto& [question, answer] : boats)
    text += paragraph(form, "Q: " + question) + paragraph(form, "A: " + answer);
  // Manuals have no labels.
  if (std::string(form.name) == "Pod") return;
  EXPECT_EQ(pairs_in(form, text), lines_of({kites, boats}));
}

TEST_P(OneOutline, WrappingDoesNotMatter) {
  const Form& form = GetParam();
  const std::string words = "With the wind behind you and a long line in one of your hands.";
  const auto wrapped = [&](std::size_t width) {
    std::string text;
    for (std::size_t at = 0; at < words.size();) {
      std::size_t end = std::min(at + width, words.size());
      if (end < words.size()) end = std::max(words.rfind(' ', end), words.find(' ', at));
      text.append(text.empty() ? "" : "\n").append(words, at, end - at);
      at = std::min(words.find_first_not_of(' ', end), words.size());
    }
    return text;
  };
  for (const std::size_t width : {8U, 20U, 40U, 90U}) {
    std::vector<Pair> pairs = kites;
    for (Pair& pair : pairs) pair.second = wrapped(width);
    std::vector<std::string> found =
        pairs_in(form, form.heading(1, "Kites") + written(form, 2, pairs));
    for (std::string& pair : found) std::ranges::replace(pair, '\n', ' ');
    for (Pair& pair : pairs) pair.second = words;
    EXPECT_EQ(found, lines_of({pairs})) << width;
  }
}

TEST(OneOutline, ItemsHoldTheirAnswers) {
  const std::vector<Pair> pairs = {{"How is a kite flown?", "- With the wind."},
                                   {"Why does it dive?", "- The tail is short."}};
  const std::string items =
      "- How is a kite flown?\n  - With the wind.\n- Why does it dive?\n  - The tail is short.\n";
  for (const Form& form : {forms[0], forms[1], forms[3]})
    EXPECT_EQ(pairs_in(form, form.heading(1, "Kites") + items), lines_of({pairs})) << form.name;
  EXPECT_EQ(pairs_in(forms[6],
                     "<h1>Kites</h1><ul><li>How is a kite flown?<ul><li>With the wind.</ul><li>Why "
                     "does it dive?<ul><li>The tail is short.</ul></ul>"),
            lines_of({pairs}));
  EXPECT_EQ(pairs_in(forms[2],
                     "= Kites\n\n* How is a kite flown?\n** With the wind.\n* Why does "
                     "it dive?\n** The tail is short.\n"),
            (std::vector<std::string>{"How is a kite flown? => - With the wind.",
                                      "Why does it dive? => - The tail is short."}));
}

}  // namespace
}  // namespace answers
