#include "indexer/building/index_writer.h"
#include "searcher/ranking/searcher.h"
#include "tests/indexer/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace answers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// What a person may read in a record: id, question, answer, tag.
struct Written {
  std::string id;
  std::string question;
  std::string answer;
  std::string tag;
};

const std::vector<Written>& world() {
  static const std::vector<Written> records = {
      {"reg", "What is regularization?", "A penalty on large weights.", "training"},
      {"token", "How is text tokenized?", "A tokenizer splits it; tokenization never fails.",
       "text"},
      {"norm", "Why normalize inputs?", "Normalization puts columns on one scale.", "training"},
      {"grad", "Does a gradient vanish?", "Gradients vanish where the sigmoid saturates.",
       "networks"},
      {"regular", "Is it a regular polygon?", "All its sides are equal, colours aside.", "shapes"},
      {"color", "Which color is it?", "The studies say gray; a study of mice said grey.", "shapes"},
      {"drop", "What does dropout do?", "It silences random units.", "networks"},
      {"imb", "How do you treat class imbalance?", "Weigh the rarer class.", "data"},
      {"exp", "Is an experienced model better?", "Experience is data.", "data"},
      {"bread", "Where is the bread room?", "Behind the kitchen; bread is baked at five.", "house"},
      {"loaf", "Who bakes bread?", "The baker.", "house"},
      {"run", "Who runs the analyses?", "An analyst; running them takes an hour.", "work"},
  };
  return records;
}

std::set<std::string> words_of(const std::string& text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : text + ' ') {
    if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (!word.empty()) {
      words.insert(std::exchange(word, {}));
    }
  }
  return words;
}

class QueryLanguageTest : public testing::Test {
 protected:
  QueryLanguageTest() {
    std::string lines;
    for (const Written& one : world()) {
      lines += R"({"id":")" + one.id + R"(","question":")" + one.question + R"(","answer":")" +
               one.answer + R"(","tags":[")" + one.tag + "\"]}\n";
    }
    index(lines);
  }
  void index(const std::string& lines) {
    write_file(folder_ / "world.jsonl", lines);
    index_collections({.directory = folder_ / "index", .collections = {folder_ / "world.jsonl"}},
                      silent_);
    searcher_.emplace(open_index({folder_ / "index"}));
  }
  Results search(const std::string& query) {
    return searcher_->search(query, {.limit = 100, .exact_total = true});
  }
  std::set<std::string> found(const std::string& query) {
    std::set<std::string> ids;
    const Results results = search(query);
    for (const auto& hit : results.hits) ids.insert(hit.record.id);
    EXPECT_EQ(ids.size(), results.total) << query;
    return ids;
  }
  std::string first(const std::string& query) {
    const Results results = search(query);
    return results.hits.empty() ? "" : results.hits.front().record.id;
  }
  static std::set<std::string> all() {
    std::set<std::string> ids;
    for (const Written& one : world()) ids.insert(one.id);
    return ids;
  }

  TemporaryFolder folder_;
  IndexListener silent_;
  std::optional<Searcher> searcher_;
};

TEST_F(QueryLanguageTest, ABeginningFindsExactlyTheRecordsThatHoldAWordBeginningSo) {
  std::set<std::string> beginnings;
  for (const Written& one : world()) {
    for (const std::string& word : words_of(one.question + ' ' + one.answer + ' ' + one.tag)) {
      for (std::size_t length = 3; length <= word.size(); ++length)
        beginnings.insert(word.substr(0, length));
    }
  }
  for (const std::string& beginning : beginnings) {
    std::set<std::string> expected;
    std::set<std::string> in_question;
    std::set<std::string> others;
    for (const Written& one : world()) {
      const auto holds = [&](const std::string& text) {
        return std::ranges::any_of(
            words_of(text), [&](const std::string& word) { return word.starts_with(beginning); });
      };
      (holds(one.question + ' ' + one.answer + ' ' + one.tag) ? expected : others).insert(one.id);
      if (holds(one.question)) in_question.insert(one.id);
    }
    EXPECT_EQ(found(beginning + '*'), expected) << beginning;
    EXPECT_EQ(found("-" + beginning + '*'), others) << beginning;
    EXPECT_EQ(found("question:" + beginning + '*'), in_question) << beginning;
  }
}

TEST_F(QueryLanguageTest, ABeginningStandsInAPhraseAndBesideOtherWords) {
  EXPECT_EQ(found("\"random uni*\""), (std::set<std::string>{"drop"}));
  EXPECT_EQ(found("dropout regulari*"), (std::set<std::string>{"drop", "reg"}));
  EXPECT_THAT(found("qwzx*"), IsEmpty());
  EXPECT_THAT(search("qwzx*").query.unknown_words, ElementsAre("qwzx"));
}

TEST_F(QueryLanguageTest, AQueryAndItsNegationPartTheIndex) {
  for (const std::string query :
       {"tag:data", "tag:nothing", "bread", "experience", "\"bread room\"", "question:bread",
        "gradi*", "regulari*", "regular", "answer:\"random units\"", "is:accepted", "votes:3..",
        "zebra"}) {
    for (const std::string& negation : {"-" + query, "NOT " + query}) {
      std::set<std::string> both =
          found(query.find(':') == std::string::npos ? "+" + query : query);
      const std::set<std::string> without = found(negation);
      for (const auto& id : without) EXPECT_TRUE(both.insert(id).second) << negation << ' ' << id;
      EXPECT_EQ(both, all()) << negation;
    }
  }
}

TEST_F(QueryLanguageTest, ExclusionsLeaveOutWhatIsFoundOtherwise) {
  EXPECT_EQ(found("bread -\"bread room\""), (std::set<std::string>{"loaf"}));
  EXPECT_EQ(found("bread NOT \"bread room\""), (std::set<std::string>{"loaf"}));
  EXPECT_EQ(found("is NOT tag:house -tag:data -tag:shapes -tag:text -tag:training -tag:networks"),
            (std::set<std::string>{}));
  EXPECT_EQ(found("-tag:training -tag:networks -tag:data -tag:shapes -tag:text -tag:work"),
            (std::set<std::string>{"bread", "loaf"}));
  EXPECT_EQ(found("dropout OR \"bread room\""), (std::set<std::string>{"drop", "bread"}));
  EXPECT_EQ(found("bread AND NOT room"), (std::set<std::string>{"loaf"}));
}

TEST_F(QueryLanguageTest, OperatorsHoldBetweenWordsOfEveryScript) {
  index(json_line("ru", "Как испечь хлеб?", "Мука и вода.") +
        json_line("ru2", "Как испечь пирог?", "Мука и масло.") +
        json_line("el", "Πώς ψήνεται το ψωμί;", "Αλεύρι και νερό.") +
        json_line("zh", "如何烤面包？", "面粉和水。") +
        json_line("zh2", "如何烤蛋糕？", "面粉和糖。") +
        json_line("ar", "كيف يخبز الخبز؟", "طحين وماء.") +
        json_line("en", "What is PADDING?", "Zeros about an image."));
  EXPECT_EQ(found("мука NOT хлеб"), (std::set<std::string>{"ru2"}));
  EXPECT_EQ(found("мука AND пирог"), (std::set<std::string>{"ru2"}));
  EXPECT_EQ(found("面粉 NOT 蛋糕"), (std::set<std::string>{"zh"}));
  EXPECT_EQ(found("طحين NOT الخبز"), (std::set<std::string>{}));
  EXPECT_EQ(found("NOT мука"), (std::set<std::string>{"el", "zh", "zh2", "ar", "en"}));
  EXPECT_EQ(found("NOT ψωμί"), (std::set<std::string>{"ru", "ru2", "zh", "zh2", "ar", "en"}));
  EXPECT_THAT(found("МУКА NOT ХЛЕБ"), testing::Contains("ru"));  // capitals alone: words
}

TEST_F(QueryLanguageTest, AFlagExcludesNothing) {
  index(json_line("slow", "Why is git log -f slow?", "It follows renames.") +
        json_line("kill", "What does kill -9 do?", "It ends a program at once.") +
        json_line("bread", "What is bread?", "Flour and water."));
  EXPECT_EQ(found("-f slow"), (std::set<std::string>{"slow"}));
  EXPECT_EQ(found("kill -9"), (std::set<std::string>{"kill"}));
  EXPECT_EQ(found("-log slow"), std::set<std::string>());
}

TEST_F(QueryLanguageTest, AFlagOfSeveralLettersExcludesNothing) {
  index(json_line("sync", "Must I always pass `-avz` to rsync?", "No, only -a.") +
        json_line("zip", "What does tar -xzf do?", "It unpacks.") +
        json_line("both", "Is tar fast?", "Yes, and -name is its flag; a name is none.") +
        json_line("word", "May I re-use a tar file?", "A co-op may."));
  EXPECT_EQ(found("pass -avz"), (std::set<std::string>{"sync"}));
  EXPECT_EQ(found("-avz always"), (std::set<std::string>{"sync"}));
  EXPECT_EQ(search("tar -xzf").hits.front().record.id, "zip");
  // What is a word as well is left out, so is part of a word, and whatever is typed alone.
  EXPECT_EQ(found("tar -name"), (std::set<std::string>{"zip", "word"}));
  EXPECT_EQ(found("tar -op"), (std::set<std::string>{"zip", "both"}));
  EXPECT_EQ(found("tar NOT xzf"), (std::set<std::string>{"both", "word"}));
  EXPECT_EQ(found("-avz"), (std::set<std::string>{"zip", "both", "word"}));
}

TEST_F(QueryLanguageTest, AWordThatNoRecordHasIsAlwaysTold) {
  EXPECT_THAT(search("zeppelin").query.unknown_words, ElementsAre("zeppelin"));
  EXPECT_THAT(search("what is a zeppelin gradient").query.unknown_words, ElementsAre("zeppelin"));
  EXPECT_THAT(search("regularizaton").query.unknown_words, ElementsAre("regularizaton"));
  EXPECT_EQ(search("regularizaton").query.corrected, "regularization");
  EXPECT_THAT(search("gradient").query.unknown_words, IsEmpty());
}

TEST_F(QueryLanguageTest, EndingsOfOneWordAreOne) {
  EXPECT_EQ(first("imbalanced"), "imb");
  EXPECT_EQ(found("experiencing"), (std::set<std::string>{"exp"}));
}

TEST_F(QueryLanguageTest, LargeQueriesAreCutShortAndSaySo) {
  std::string words;
  std::string filters;
  std::string phrase = "\"";
  for (int i = 0; i < 10000; ++i) {
    words += "word" + std::to_string(i) + "x ";
    filters += "tag:t" + std::to_string(i) + ' ';
    phrase += "p" + std::to_string(i) + ' ';
  }
  for (const std::string& query : {words, filters, phrase + '"'}) {
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_TRUE(search(query).query.is_cut_short) << query.substr(0, 20);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
  }
  EXPECT_FALSE(search("a short query").query.is_cut_short);
}

TEST_F(QueryLanguageTest, TheManualsExamplesFindWhatTheManualSays) {
  index(
      R"({"id":"a","question":"What is the bias variance trade-off?","answer":"A balance.","tags":["trees"]})"
      "\n"
      R"({"id":"b","question":"Does bias variance matter in regression?","answer":"Yes.","tags":["trees"]})"
      "\n"
      R"({"id":"c","question":"Is the variance a bias?","answer":"No.","tags":["trees"]})"
      "\n"
      R"({"id":"d","question":"Where does dropout stand beside batch normalization?","answer":"Behind it."})"
      "\n"
      R"({"id":"e","question":"Is dropout used with a batch in vision?","answer":"Seldom."})"
      "\n"
      R"({"id":"f","question":"Which rate of learning is best?","answer":"A small one."})"
      "\n"
      R"({"id":"g","question":"What is learning?","answer":"A change that practice brings about at some rate."})"
      "\n"
      R"({"id":"h","question":"What is an eigenvector?","answer":"It keeps its direction.","section":"vectors","difficulty":"hard"})"
      "\n"
      R"({"id":"i","question":"What is a sum of two?","answer":"One of each part.","section":"vectors","difficulty":"easy"})"
      "\n"
      R"({"id":"j","question":"What does -Wl,--as-needed do?","answer":"It drops libraries."})"
      "\n");
  EXPECT_EQ(found("\"bias variance\" -regression tag:trees"), (std::set<std::string>{"a"}));
  EXPECT_EQ(found("#trees"), (std::set<std::string>{"a", "b", "c"}));
  EXPECT_EQ(found("#trees regression"), (std::set<std::string>{"b"}));
  EXPECT_EQ(found("-#trees bias"), std::set<std::string>());
  EXPECT_EQ(found("#eigenvector"), (std::set<std::string>{"h"}));  // no tag, but a word
  EXPECT_EQ(found("dropout AND batch NOT vision"), (std::set<std::string>{"d"}));
  EXPECT_EQ(found("learning NEAR/3 rate"), (std::set<std::string>{"f"}));
  EXPECT_EQ(found("section:vectors difficulty:hard"), (std::set<std::string>{"h"}));
  EXPECT_EQ(searcher_->search("-Wl,--as-needed", {.literal = true}).hits.front().record.id, "j");
}

/// A record, a query, and the record that should be first.
struct Asked {
  std::string_view query;
  std::string_view first;
};

TEST_F(QueryLanguageTest, WhatStandsAloneIsFoundAsItIsTyped) {
  index(json_line("slice", "What is the difference between slice and splice?", "One copies.") +
        json_line("equal", "What is the difference between == and === ?", "One converts.") +
        json_line("chain", "When is ?. of use?", "Where something may be missing.") +
        json_line("arrow", "What is => for?", "A short function.") +
        json_line("rest", "How is `%` read?", "As the rest of a division.") +
        json_line("node", "Which node is tested?", "v20.11.1 is, and 3.0.13 of the library.") +
        json_line("dance", "Who plays rock'n'roll?", "The band.") +
        json_line("house", "Who owns Windows'98 today?", "Nobody.") +
        json_line("library", "도서관은 어디에 있나요?", "강 옆에.") +
        json_line("memory", "什么是内存泄漏？", "忘了释放。") +
        json_line("book", "أين المكتبة؟", "هنا."));
  for (const auto& [query, wanted] :
       std::initializer_list<Asked>{{"===", "equal"},
                                    {"== vs ===", "equal"},
                                    {"?.", "chain"},
                                    {"=>", "arrow"},
                                    {"\"%\"", "rest"},
                                    {"20.11.1", "node"},
                                    {"20.11", "node"},
                                    {"v20", "node"},
                                    {"3.0", "node"},
                                    {"13", "node"},
                                    {"rock", "dance"},
                                    {"roll", "dance"},
                                    {"windows 98", "house"},
                                    {"\u1103\u1169\u1109\u1165\u1100\u116A\u11AB", "library"},
                                    {"內存洩漏", "memory"},
                                    {"المكتبه", "book"}})
    EXPECT_EQ(first(std::string(query)), wanted) << query;
}

TEST_F(QueryLanguageTest, WordsThatAreCutOrJoinedFindThoseThatRecordsWrite) {
  index(json_line("deviation", "What is the standard deviation?", "A root of a mean.") +
        json_line("layer", "What does layer normalization do?", "It scales features.") +
        json_line("forest", "How does a random forest vote?", "By the majority.") +
        json_line("encoder", "What is an autoencoder?", "It rebuilds its input.") +
        json_line("propagation", "How is backpropagation done?", "From the end.") +
        json_line("storage", "How large may localStorage be?", "Five megabytes.") +
        json_line("let", "What is the difference between let and var?", "The scope.") +
        json_line("pure", "What is a pure function?",
                  "It lets no var change, whatever it is vs. others.") +
        json_line("device", "Which device do you develop for?", "A small one."));
  for (const auto& [query, wanted] :
       std::initializer_list<Asked>{{"std dev", "deviation"},
                                    {"layernorm", "layer"},
                                    {"randomforest", "forest"},
                                    {"auto encoder", "encoder"},
                                    {"how does backprop work", "propagation"},
                                    {"local storage", "storage"},
                                    {"let vs var", "let"},
                                    {"var versus let", "let"},
                                    {"regularforest", ""}})
    EXPECT_EQ(first(std::string(query)), wanted) << query;
  EXPECT_THAT(search("backprop").query.taken_as, ElementsAre("backpropagation"));
}

TEST_F(QueryLanguageTest, WordsThatAskSayNothingInAnyLanguage) {
  index(json_line("packet", "Что такое пакет?", "Кусок данных.") +
        json_line("vote", "Как проходят выборы?", "Тайно.") +
        json_line("paquet", "Qu'est-ce qu'un paquet ?", "Un colis.") +
        json_line("election", "Comment se passe une élection ?", "En secret.") +
        json_line("package", "パッケージとは何ですか？", "荷物。") +
        json_line("senkyo", "選挙はどう行われますか？", "秘密で。"));
  EXPECT_EQ(first("Что такое выборы?"), "vote");
  EXPECT_EQ(first("qu'est-ce qu'une élection ?"), "election");
  EXPECT_EQ(first("選挙とは何ですか"), "senkyo");
}

TEST_F(QueryLanguageTest, MistypedWordsAreMendedInOtherLetters) {
  index(json_line("interface", "Что такое интерфейс?", "Набор обещаний.") +
        json_line("key", "Где хранить ключ?", "В ящике.") +
        json_line("nominative", "Τι είναι η δημοκρατία;", "Πολίτευμα.") +
        json_line("verdict", "Qui rend le jugement ?", "Le juge."));
  EXPECT_EQ(first("интрефейс"), "interface");
  EXPECT_EQ(first("δημοκατία"), "nominative");
  EXPECT_EQ(first("jugment"), "verdict");
}

}  // namespace
}  // namespace answers
