#include "searcher/ranking/passages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace answers {
namespace {

/// The passage of `text` for a query of words, each as it stands in the text and all of one weight.
std::string passage(const std::string& text, const std::vector<std::string>& query,
                    const PassageWishes& wishes = {}) {
  std::vector<WordInText> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (std::uint32_t word = 0; word < query.size(); ++word) {
      if (text.compare(at, query[word].size(), query[word]) == 0) found.push_back({word, 1.0F, at});
    }
  }
  const std::vector<double> weights(query.size(), 1.0 / static_cast<double>(query.size()));
  const TextSpan span = choose_passage(text, text_units(text), found, weights, wishes);
  return text.substr(span.begin, span.end - span.begin);
}

/// A sentence of so many bytes with `word` in it.
std::string sentence(const std::string& word, std::size_t bytes) {
  std::string text = "The " + word + " is";
  while (text.size() + 1 < bytes) text += text.size() % 7 == 0 ? ' ' : 'x';
  return text + ".";
}

TEST(ChoosePassage, IsTheSentencesThatSayMost) {
  const std::string text = sentence("apple", 240) + " " + sentence("pear", 240) + "\n\n" +
                           sentence("plum", 240) + " " + sentence("cherry", 230) + "\n\n" +
                           sentence("fig", 400);
  EXPECT_EQ(passage(text, {"plum", "cherry"}), text.substr(483, 471));
  EXPECT_EQ(passage(text, {"fig"}), sentence("fig", 400));
}

TEST(ChoosePassage, IsTheBeginningWhereNothingIsFound) {
  EXPECT_EQ(passage(sentence("apple", 250) + " " + sentence("pear", 250), {"kiwi"}),
            sentence("apple", 250));
  EXPECT_EQ(passage("", {"kiwi"}), "");
}

TEST(ChoosePassage, NeverEndsBeforeWhatItLeadsTo) {
  const std::string views =
      "Three views of the same effect:\n\n- as noise\n- as an ensemble\n- as a prior";
  EXPECT_EQ(passage(views, {"views", "effect"}), views);
  const std::string code = "Call it so:\n\n```python\nmodel.fit(x)\n```";
  EXPECT_EQ(passage(sentence("apple", 470) + "\n\n" + code, {"Call"}), code);
  EXPECT_EQ(passage("## Why\n\nSince it is so. And more.", {"Why"}),
            "## Why\n\nSince it is so. And more.");
  EXPECT_THAT(passage(sentence("apple", 250) + " It has three parts:\n\n" + sentence("pear", 250),
                      {"apple"}),
              testing::Not(testing::EndsWith(":")));
}

TEST(ChoosePassage, ASentenceThatGoesOnHasTheOneBefore) {
  EXPECT_EQ(passage(sentence("fig", 470) + "\n\nAdam is an optimiser. It keeps two moments.\n\n" +
                        sentence("fig", 470),
                    {"moments"}),
            "Adam is an optimiser. It keeps two moments.");
}

TEST(ChoosePassage, ABlockOfCodeIsWhole) {
  std::string code = "```\n";
  for (int i = 0; i < 20; ++i) code += "line " + std::to_string(i) + " of it\n";
  code += "```";
  EXPECT_EQ(
      passage(sentence("apple", 470) + "\n\n" + code + "\n" + sentence("pear", 470), {"line 19"}),
      code);
}

TEST(ChoosePassage, IsNeverLongerThanAPersonReads) {
  const std::string words = [] {
    std::string text;
    while (text.size() < 50000) text += "word ";
    return text;
  }();
  EXPECT_LE(passage(words, {"word"}).size(), 800U);
  EXPECT_LE(passage("```\n" + words + "\n```", {"word"}).size(), 1300U);
  std::string lines = "```\n";
  while (lines.size() < 50000) lines += "a line of code\n";
  EXPECT_LE(passage("So:\n" + lines, {"So"}).size(), 1300U);
}

TEST(ChoosePassage, LinksAndPicturesAloneAreNoAnswerWhereThereIsAnother) {
  const std::string says = "A keel keeps the boat from drifting, and the rudder turns it.";
  for (const std::string links :
       {"#### References\n\n- [[GL] Keel, rudder](https://a.example/keel_(boat))\n- "
        "[Rudder](https://b.example)",
        "## See also\n\n1. https://a.example/keel-and-rudder\n2. <https://b.example/rudder>",
        "#### References\n\n- [3.13. Keel (rudder) - Boats](https://a.example/keel.html)",
        "[keel]: https://a.example/keel\n[the rudder]: ../boats/rudder.html",
        "![keel and rudder](keel-rudder.png)"}) {
    EXPECT_EQ(passage(says + "\n\n" + links, {"keel", "rudder"}), says) << links;
    EXPECT_EQ(passage(links + "\n\n" + says, {"keel", "rudder"}), says) << links;
    EXPECT_EQ(passage(links, {"rudder"}), links);
  }
  EXPECT_THAT(passage("It is old.\n\n- [Keel and rudder](https://a.example)", {"keel", "rudder"}),
              testing::HasSubstr("https://a.example"))
      << "nothing else says it";
}

TEST(ChoosePassage, DoesNotBeginWithAGreetingOrTheEndOfSomethingElse) {
  for (const char* greeting :
       {"Hi. ", "Hello everyone! ", "hi, ", "Bonjour !\n", "Привет, ", "} ", ") ", "}); "})
    EXPECT_EQ(passage(std::string(greeting) + "It wants shade.", {"shade"}), "It wants shade.")
        << greeting;
  EXPECT_EQ(passage("Water it.\n\nThanks!\n\nHallo.", {"Water"}), "Water it.");
  EXPECT_EQ(passage("Hello.", {"kiwi"}), "Hello.");
  EXPECT_EQ(passage("Hi, " + std::string(2000, 'x'), {"kiwi"}), "Hi,");
  const std::string closing(2000, '}');
  EXPECT_EQ(passage(closing + "x", {"kiwi"}), closing.substr(0, 800));
  EXPECT_EQ(passage("[note]: mind the keel.", {"kiwi"}), "[note]: mind the keel.");
  EXPECT_EQ(passage("&&", {"kiwi"}), "&&");
  EXPECT_EQ(passage("参见“目录里有什么？”。", {"kiwi"}), "参见“目录里有什么？”。");
  EXPECT_EQ(passage("Yes, it does.", {"kiwi"}), "Yes, it does.");
}

TEST(ChoosePassage, ALinkThatIsNotClosedIsReadOnce) {
  const std::string open(60000, '[');
  EXPECT_LE(passage("- " + open + "\n- " + open + "\n", {"keel"}).size(), 800U);
  EXPECT_LE(passage("- [a](" + std::string(60000, '(') + "\n", {"keel"}).size(), 800U);
}

TEST(Passage, WhatSomethingIsComesBeforeItsExamples) {
  const std::string text =
      "Example: a kite of paper, and a kite of silk.\n\nMuch of the art is old.\n\n"
      "People have built them for ages, and long lines of them were seen above the hills of the "
      "north when the wind came from the sea, which it did often in those days, as is told by "
      "those who wrote it down at the time and by those who came after them and saw it too.\n\n"
      "A kite is a toy that flies on a string.";
  EXPECT_THAT(passage(text, {"kite"}), testing::StartsWith("Example"));
  EXPECT_THAT(passage(text, {"kite"}, {.defines = true}), testing::HasSubstr("is a toy"));
}

TEST(Passage, CodeComesWhereItIsAskedFor) {
  const std::string text =
      "A sail is turned with the wind, and reefed before the storm.\n\n"
      "```py\nsail = Sail()\nsail.turn(wind)\nsail.reef(storm)\n```\n\nThat is all.";
  EXPECT_EQ(passage(text, {"sail", "wind", "storm"}).find("```"), std::string::npos);
  EXPECT_THAT(passage(text, {"Sail()", "turn(", "reef("}), testing::HasSubstr("```"))
      << "only code has it";
}

}  // namespace
}  // namespace answers
