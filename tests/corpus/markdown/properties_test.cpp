#include "corpus/input/input.h"
#include "corpus/markdown/markdown_reader.h"
#include "tests/corpus/collector.h"

#include <gmock/gmock.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

/// What may be done to a file without losing a question that it holds, over documents made here.
namespace answers {
namespace {

using Pair = std::pair<std::string, std::string>;

const std::vector<Pair> pairs = {
    {"How is a kite flown?", "With the wind behind you."},
    {"Why does it dive?", "The tail is too short."},
    {"Which line holds best?", "A braided one."},
    {"Can it fly in rain?", "A nylon one can."},
    {"Where may I fly it?", "Away from wires."},
};

struct Form {
  const char* name;
  std::function<std::string(const Pair&, std::size_t)> write;
};

void PrintTo(const Form& form, std::ostream* out) { *out << form.name; }

const Form forms[] = {
    {"Headings", [](const Pair& pair,
                    std::size_t) { return "## " + pair.first + "\n\n" + pair.second + "\n\n"; }},
    {"NumberedHeadings",
     [](const Pair& pair, std::size_t number) {
       return "### " + std::to_string(number) + ". " + pair.first + "\n\n" + pair.second + "\n\n";
     }},
    {"BoldLines", [](const Pair& pair,
                     std::size_t) { return "**" + pair.first + "**\n\n" + pair.second + "\n\n"; }},
    {"Labels", [](const Pair& pair,
                  std::size_t) { return "Q: " + pair.first + "\n\nA: " + pair.second + "\n\n"; }},
    {"LabelsOfQuestionsAlone",
     [](const Pair& pair, std::size_t number) {
       return "Q" + std::to_string(number) + ". " + pair.first + "\n\n" + pair.second + "\n\n";
     }},
    {"Items", [](const Pair& pair,
                 std::size_t) { return "- " + pair.first + "\n  - " + pair.second + "\n"; }},
    {"Folds",
     [](const Pair& pair, std::size_t) {
       return "<details>\n<summary>" + pair.first + "</summary>\n\n" + pair.second +
              "\n\n</details>\n\n";
     }},
    {"Definitions",
     [](const Pair& pair, std::size_t) { return pair.first + "\n: " + pair.second + "\n\n"; }},
};

std::vector<std::string> questions_in(const std::string& text) {
  Collector collector;
  Input input("kites.md", text, collector);
  read_markdown(input);
  std::vector<std::string> questions;
  for (const Record& record : collector.records) questions.push_back(record.question);
  return questions;
}

std::vector<std::string> all_questions() {
  std::vector<std::string> questions;
  for (const Pair& pair : pairs) questions.push_back(pair.first);
  return questions;
}

std::string written(const Form& form) {
  std::string text = "# Kites\n\n";
  for (std::size_t i = 0; i < pairs.size(); ++i) text += form.write(pairs[i], i + 1);
  return text;
}

std::string replaced(std::string text, const std::string& from, const std::string& with) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + with.size()))
    text.replace(at, from.size(), with);
  return text;
}

class EveryForm : public testing::TestWithParam<Form> {};

INSTANTIATE_TEST_SUITE_P(Forms, EveryForm, testing::ValuesIn(forms), case_name);

TEST_P(EveryForm, IsReadAlone) { EXPECT_EQ(questions_in(written(GetParam())), all_questions()); }

TEST_P(EveryForm, IsReadWithOtherLineEnds) {
  EXPECT_EQ(questions_in(replaced(written(GetParam()), "\n", "\r\n")), all_questions());
}

TEST_P(EveryForm, IsReadBehindSectionsThatAskNothing) {
  const std::string before = "# About\n\nKites are old.\n\n# Making\n\nPaper and glue.\n\n";
  EXPECT_EQ(questions_in(before + written(GetParam())), all_questions());
  EXPECT_EQ(questions_in(written(GetParam()) + "\n# Making\n\nPaper and glue.\n"), all_questions());
}

TEST_P(EveryForm, IsReadWithAFoldInAnAnswer) {
  const std::string fold =
      "The tail is too short.\n\n<details><summary>Full log</summary>\nx\n"
      "</details>\n";
  const std::string indented = replaced(fold, "\n", "\n  ");
  const std::string text = replaced(written(GetParam()), "The tail is too short.",
                                    std::string(GetParam().name) == "Items" ? indented : fold);
  if (std::string(GetParam().name) == "Definitions") return;  // a definition ends at its line
  EXPECT_EQ(questions_in(text), all_questions());
}

TEST_P(EveryForm, IsReadBesideEveryOther) {
  for (const Form& other : forms) {
    std::string text = written(GetParam());
    text += "\n# More\n\n";
    const Pair more[] = {{"Who made the first one?", "Nobody knows."},
                         {"What is a bridle?", "The lines at its face."},
                         {"How long may the line be?", "As the law says."}};
    std::vector<std::string> expected = all_questions();
    for (std::size_t i = 0; i < 3; ++i) {
      text += other.write(more[i], i + 1);
      expected.push_back(more[i].first);
    }
    EXPECT_EQ(questions_in(text), expected) << other.name;
  }
}

TEST(Properties, AStatementAmongQuestionsLosesNone) {
  std::string text = "# Boats\n\n";
  for (int statements = 0; statements < 12; ++statements) {
    const std::string all = text + written(forms[0]).substr(9);
    EXPECT_THAT(questions_in(all), testing::IsSupersetOf(all_questions())) << statements;
    text += "## Part " + std::to_string(statements) + "\n\nOf wood.\n\n";
  }
}

TEST(Properties, LevelsMayBeShifted) {
  for (const char* marks : {"#", "##", "###", "####", "#####"}) {
    const std::string text = replaced(written(forms[0]).substr(9), "## ", marks + std::string(" "));
    EXPECT_EQ(questions_in("Kites.\n\n" + text), all_questions()) << marks;
  }
}

}  // namespace
}  // namespace answers
