#include "corpus/html/html_reader.h"
#include "corpus/input/input.h"
#include "tests/corpus/collector.h"

#include <gmock/gmock.h>

#include <functional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

/// What may be done to a page without losing a question that it holds, in every way that pages
/// write them, over pages made here.
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
  const char* before;  ///< a list of them
  std::function<std::string(const Pair&, std::size_t)> write;
  const char* behind;
};

void PrintTo(const Form& form, std::ostream* out) { *out << form.name; }

const Form forms[] = {
    {"Headings", "",
     [](const Pair& pair, std::size_t) {
       return "<h2>" + pair.first + "</h2>\n<p>" + pair.second + "</p>\n";
     },
     ""},
    {"NumberedHeadings", "",
     [](const Pair& pair, std::size_t number) {
       return "<h3>" + std::to_string(number) + ". " + pair.first + "</h3>\n<div>" + pair.second +
              "</div>\n";
     },
     ""},
    {"BoldParagraphs", "",
     [](const Pair& pair, std::size_t) {
       return "<p><b>" + pair.first + "</b></p>\n<p>" + pair.second + "</p>\n";
     },
     ""},
    {"BoldLines", "",
     [](const Pair& pair, std::size_t) {
       return "<p><strong>" + pair.first + "</strong><br>\n" + pair.second + "</p>\n";
     },
     ""},
    {"Labels", "",
     [](const Pair& pair, std::size_t) {
       return "<p>Q: " + pair.first + "</p>\n<p>A: " + pair.second + "</p>\n";
     },
     ""},
    {"LabelsBehindLineBreaks", "",
     [](const Pair& pair, std::size_t) {
       return "<p>Q: " + pair.first + "<br>\nA: " + pair.second + "</p>\n";
     },
     ""},
    {"Items", "<ul>\n",
     [](const Pair& pair, std::size_t) {
       return "<li><b>" + pair.first + "</b><p>" + pair.second + "</p></li>\n";
     },
     "</ul>\n"},
    {"Folds", "",
     [](const Pair& pair, std::size_t) {
       return "<details><summary>" + pair.first + " <i>+</i></summary>\n<p>" + pair.second +
              "</p></details>\n";
     },
     ""},
    {"Definitions", "<dl>\n",
     [](const Pair& pair, std::size_t) {
       return "<dt>" + pair.first + "</dt>\n<dd>" + pair.second + "</dd>\n";
     },
     "</dl>\n"},
    {"Rows", "<table><tr><th>Question</th><th>Answer</th></tr>\n",
     [](const Pair& pair, std::size_t) {
       return "<tr><td>" + pair.first + "</td><td>" + pair.second + "</td></tr>\n";
     },
     "</table>\n"},
    {"Buttons", "",
     [](const Pair& pair, std::size_t) {
       return "<button class=\"accordion\">" + pair.first + "</button>\n<div class=\"panel\"><p>" +
              pair.second + "</p></div>\n";
     },
     ""},
    {"Classes", "",
     [](const Pair& pair, std::size_t) {
       return "<div class=\"faq-item\"><div class=\"faq-question\">" + pair.first +
              "</div>\n<div class=\"faq-answer\">" + pair.second + "</div></div>\n";
     },
     ""},
    {"SidesOfCards", "",
     [](const Pair& pair, std::size_t number) {
       return "<div class=card><b>#" + std::to_string(number) +
              "</b><div class='side card-front'>" + pair.first +
              "</div>\n<!-- turn -->\n<div class='card-back dark'><p>" + pair.second +
              "</p></div></div>\n";
     },
     ""},
    {"Microdata", "",
     [](const Pair& pair, std::size_t) {
       return "<div itemscope itemtype=\"https://schema.org/Question\"><h3 itemprop=name>" +
              pair.first + "</h3>\n<div itemprop=acceptedAnswer itemscope><p itemprop=text>" +
              pair.second + "</p></div></div>\n";
     },
     ""},
};

std::vector<std::string> pairs_in(const std::string& html) {
  Collector collector;
  Input input("kites.html", html, collector);
  read_html(input);
  std::vector<std::string> found;
  for (const Record& record : collector.records)
    found.push_back(record.question + " => " + record.answer);
  return found;
}

std::vector<std::string> questions_in(const std::string& html) {
  std::vector<std::string> questions;
  for (const std::string& pair : pairs_in(html))
    questions.push_back(pair.substr(0, pair.find(" => ")));
  return questions;
}

std::vector<std::string> lines_of(const std::vector<Pair>& list) {
  std::vector<std::string> lines;
  for (const auto& [question, answer] : list) lines.push_back(question + " => " + answer);
  return lines;
}

std::vector<std::string> all_questions() {
  std::vector<std::string> questions;
  for (const Pair& pair : pairs) questions.push_back(pair.first);
  return questions;
}

std::string written(const Form& form, const std::vector<Pair>& list) {
  std::string html = form.before;
  for (std::size_t i = 0; i < list.size(); ++i) html += form.write(list[i], i + 1);
  return html + form.behind;
}

std::string page(const Form& form) { return "<h1>Kites</h1>\n" + written(form, pairs); }

std::string replaced(std::string text, const std::string& from, const std::string& with) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + with.size()))
    text.replace(at, from.size(), with);
  return text;
}

class PageShape : public testing::TestWithParam<Form> {};

INSTANTIATE_TEST_SUITE_P(Forms, PageShape, testing::ValuesIn(forms), case_name);

TEST_P(PageShape, IsReadAlone) { EXPECT_EQ(pairs_in(page(GetParam())), lines_of(pairs)); }

TEST_P(PageShape, IsReadInBoxes) {
  EXPECT_EQ(pairs_in("<div class=wrap><main><section>" + page(GetParam()) +
                     "</section></main></div><footer>2 boats</footer>"),
            lines_of(pairs));
}

TEST_P(PageShape, IsReadWithOtherLineEnds) {
  EXPECT_EQ(pairs_in(replaced(page(GetParam()), "\n", "\r\n")), lines_of(pairs));
}

TEST_P(PageShape, IsReadHoweverItsLinesAreWrapped) {
  const std::string html = page(GetParam());
  EXPECT_EQ(pairs_in(replaced(html, "\n", "")), lines_of(pairs));
  for (const Pair& pair : pairs) {
    const std::string narrow =
        replaced(replaced(html, pair.first, replaced(pair.first, " ", "\n   ")), pair.second,
                 replaced(pair.second, " ", "\n   "));
    EXPECT_EQ(pairs_in(narrow), lines_of(pairs)) << pair.first;
  }
}

TEST_P(PageShape, IsReadBesideSectionsThatAskNothing) {
  const std::string more = "<h1>Making</h1>\n<p>Paper and glue.</p>\n";
  EXPECT_EQ(questions_in(more + page(GetParam())), all_questions());
  EXPECT_EQ(questions_in(page(GetParam()) + more), all_questions());
}

TEST_P(PageShape, IsReadWithAFoldInAnAnswer) {
  const std::string fold =
      "The tail is too short.<details><summary>Full log</summary><p>x</p></details>";
  EXPECT_EQ(questions_in(replaced(page(GetParam()), "The tail is too short.", fold)),
            all_questions());
}

TEST_P(PageShape, IsReadWithAStatementInItsMidst) {
  std::vector<Pair> list = pairs;
  list.insert(list.begin() + 2, {"Colours and cloth", "All of them."});
  EXPECT_THAT(questions_in("<h1>Kites</h1>\n" + written(GetParam(), list)),
              testing::IsSupersetOf(all_questions()));
}

TEST_P(PageShape, IsReadBesideEveryOther) {
  const std::vector<Pair> more = {{"Who made the first one?", "Nobody knows."},
                                  {"What is a bridle?", "The lines at its face."},
                                  {"How long may the line be?", "As the law says."}};
  std::vector<std::string> expected = lines_of(pairs);
  for (const std::string& line : lines_of(more)) expected.push_back(line);
  for (const Form& other : forms) {
    EXPECT_EQ(pairs_in(page(GetParam()) + "<h1>More</h1>\n" + written(other, more)), expected)
        << other.name;
  }
}

}  // namespace
}  // namespace answers
