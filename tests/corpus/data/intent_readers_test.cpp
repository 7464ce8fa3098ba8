// Bots that keep phrases and replies in files of their own: little projects on disk.
#include "corpus/reader.h"
#include "tests/corpus/collector.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace answers {
namespace {

class Bot : public testing::Test {
 protected:
  void write(std::string_view name, std::string_view text) const {
    write_file(folder_ / name, text);
  }
  /// A line for each record: "question | body => answer".
  std::string read(std::string_view name) {
    read_file(folder_ / name, heard_);
    std::string all;
    for (const Record& record : heard_.records)
      all += record.question + " | " + record.body + " => " + record.answer + "\n";
    heard_.records.clear();
    return all;
  }

  Collector heard_{};

 private:
  TemporaryFolder folder_{};
};

constexpr std::string_view hours = R"([
  {"data": [{"text": "when is the "}, {"text": "harbour", "meta": "@place"}, {"text": " open"}]},
  {"data": [{"text": "opening hours"}]}])";

TEST_F(Bot, DialogflowsPhrasesAreAnsweredByTheFileBesideThem) {
  write("intents/Hours_usersays_en.json", hours);
  write("intents/Hours.json",
        R"({"name": "Hours", "fallbackIntent": false, "responses": [{"messages": [
    {"type": "1", "platform": "facebook", "title": "A card"},
    {"type": "0", "lang": "en", "speech": ["From nine.", "At nine."]},
    {"type": "0", "lang": "de", "speech": ["Ab neun."]}]}]})");
  EXPECT_EQ(read("intents/Hours_usersays_en.json"),
            "when is the harbour open | - opening hours => - From nine.\n- At nine.\n");
  EXPECT_EQ(read("intents/Hours.json"), "");
  ASSERT_EQ(heard_.skipped.size(), 1U);
  EXPECT_NE(heard_.skipped[0].second.find("read with their phrases"), std::string::npos);
}

TEST_F(Bot, PhrasesWithoutTheirRepliesAreTold) {
  write("Hours_usersays_en.json", hours);
  EXPECT_EQ(read("Hours_usersays_en.json"), "");
  EXPECT_EQ(heard_.unanswered.size(), 1U);
  ASSERT_EQ(heard_.troubles.size(), 1U);
  EXPECT_NE(heard_.troubles[0].what.find("Hours.json"), std::string::npos);
}

TEST_F(Bot, AnOlderIntentOfDialogflowHoldsBoth) {
  write("Pay.json", R"({"name": "Pay", "fallbackIntent": false,
    "userSays": [{"data": [{"text": "how do I pay"}]}],
    "responses": [{"messages": [{"type": 0, "speech": "In cash."}, {"type": 0, "speech": "Or not."}]}]})");
  EXPECT_EQ(read("Pay.json"), "how do I pay |  => In cash.\n\nOr not.\n");
}

constexpr std::string_view nlu = R"(version: "3.1"
nlu:
- intent: faq/keel
  examples: |
    - what is a [keel](part)
    - what holds [the boat]{"entity": "thing"} straight [sic]
- intent: ask_price
  examples: |
    - how much is it?
- intent: affirm
  examples: |
    - yes
- intent: ask_crew
  examples: |
    - who rows?
)";

TEST_F(Bot, RasasRepliesComeFromTheProject) {
  write("domain.yml", "responses:\n  utter_price:\n  - text: Ten crowns.\n  - text: Ten.\n");
  write("data/nlu/faq.yml", nlu);
  write("data/rules.yml",
        "rules:\n- rule: price\n  steps:\n  - intent: ask_price\n  - action: utter_price\n");
  write("data/replies/keel.yml", "responses:\n  utter_faq/keel:\n  - text: The spine.\n");
  EXPECT_EQ(read("data/nlu/faq.yml"),
            "what is a keel | - what holds the boat straight [sic] => The spine.\n"
            "how much is it? |  => - Ten crowns.\n- Ten.\n");
  ASSERT_EQ(heard_.unanswered.size(), 1U);
  EXPECT_EQ(heard_.unanswered[0].question, "who rows?");
  EXPECT_TRUE(heard_.troubles.empty());
}

TEST_F(Bot, RasasFileMayHoldBoth) {
  write("bot.yml", std::string(nlu) + "responses:\n  utter_faq/keel:\n  - text: The spine.\n");
  EXPECT_EQ(read("bot.yml"),
            "what is a keel | - what holds the boat straight [sic] => The spine.\n");
}

TEST_F(Bot, RasasPhrasesAloneAreTold) {
  write("nlu.yml", nlu);
  EXPECT_EQ(read("nlu.yml"), "");
  ASSERT_EQ(heard_.troubles.size(), 1U);
  EXPECT_NE(heard_.troubles[0].what.find("no replies"), std::string::npos);
}

}  // namespace
}  // namespace answers
