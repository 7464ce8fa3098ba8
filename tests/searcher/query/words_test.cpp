// Words as technical people write them: what is indexed in one way is found in the other.
#include "indexer/building/index_writer.h"
#include "searcher/ranking/searcher.h"
#include "tests/indexer/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace answers {
namespace {

/// A question of the world, and a query.
struct Row {
  const char* text;
  const char* other;
};

/// Each finds the other, whichever of the two is indexed and which is typed.
constexpr Row meet[] = {
    {"C++", "c++"},
    {"C#", "c#"},
    {"F#", "f#"},
    {".NET", ".net"},
    {"ASP.NET", "asp.net"},
    {"node.js", "nodejs"},
    {"node.js", "Node JS"},
    {"std::vector", "vector"},
    {"std::vector", "std vector"},
    {"k-NN", "kNN"},
    {"k-NN", "knn"},
    {"kNN", "KNN"},
    {"k-NN", "K-nn"},
    {"L1/L2", "L2"},
    {"L1", "l1"},
    {"F1-score", "F1 score"},
    {"F1-score", "f1"},
    {"A/B test", "A/B testing"},
    {"AUC-ROC", "ROC"},
    {"AUC-ROC", "auc roc"},
    {"TF-IDF", "tfidf"},
    {"TF-IDF", "tf idf"},
    {"TF-IDF", "idf"},
    {"p-value", "p value"},
    {"p-value", "pvalues"},
    {"word2vec", "Word2Vec"},
    {"word2vec", "word 2 vec"},
    {"BERT", "BERTs"},
    {"BERT", "bert"},
    {"BERT's", "berts"},
    {"GPUs", "gpu"},
    {"LSTM", "lstms"},
    {"snake_case", "snake case"},
    {"snake_case", "snakecase"},
    {"camelCase", "camel case"},
    {"camelCase", "camelcase"},
    {"camelCase", "camel_case"},
    {".fit()", "fit"},
    {"model.fit(X)", "fit"},
    {"--no-cache", "no-cache"},
    {"--no-cache", "no cache"},
    {"404", "404"},
    {"HTTP 404", "http404"},
    {"1.0.21", "1.0.21"},
    {"#hashtag", "hashtags"},
    {"@decorator", "decorators"},
    {"E0277", "e0277"},
    {"ORA-00942", "ora00942"},
    {"ORA-00942", "00942"},
    {"0x80070005", "0x80070005"},
    {"/etc/passwd", "passwd"},
    {"/etc/passwd", "/etc/passwd"},
    {"train.py", "train"},
    {"sklearn.linear_model", "linear model"},
    {"LinearRegression", "linear regression"},
    {"HTTPServer", "http server"},
    {"naive", "na\xC3\xAFve"},
    {"cafe", "caf\xC3\xA9s"},
    {"full", "\xEF\xBC\xA6\xEF\xBD\x95\xEF\xBD\x8C\xEF\xBD\x8C"},
    {"bold", "\xF0\x9D\x90\x9B\xF0\x9D\x90\xA8\xF0\x9D\x90\xA5\xF0\x9D\x90\x9D"},
    {"finance", "\xEF\xAC\x81nance"},
    {"H2O", "H\xE2\x82\x82O"},
    {"pre-trained", "pretrained"},
    {"e-mail", "email"},
    {"normalise", "normalization"},
    {"monomorphisation", "monomorphization"},
    {"emphasise", "emphasizing"},
    {"publicised", "publicize"},
    {"behaviour", "behavior"},
    {"matrices", "matrix"},
    {"don't", "dont"},
    {"`fit_transform`", "fit transform"},
    {"Ph.D.", "PhD"},
    {"U.S.A.", "USA"},
    {"Q&A", "q&a"},
    {"TCP/IP", "tcp"},
    {"GPT-4", "gpt4"},
    {"UTF-8", "utf8"},
    {"COVID-19", "covid"},
    {"x86_64", "x86"},
    {"机器学习", "学习"},
    {"機械学習", "機械"},
    {"データベース", "ベース"},
    {"нейронные сети", "нейронная сеть"},
    {"한국어", "한국"},
    {"Straße", "strasse"},
    {"k-NN (lazy)", "(k-NN)"},
    {"SVM(kernel)", "kernel"},
};

/// Neither finds the other.
constexpr Row apart[] = {
    {"SOLR", "solve"},    {"AIDS", "aided"},  {"C++", "C#"},      {"L1", "L2"},
    {"1.0.21", "1.0.22"}, {"E0277", "E0278"}, {"GPT-4", "GPT-3"}, {"HTTPS", "HTTP"},
    {"BERT", "Ernie"},    {"404", "40"},      {"F#", "F1"},
};

class WordsTest : public testing::Test {
 protected:
  /// Whether one record that asks `text` is found by `query`.
  static bool finds(const std::vector<std::string>& found, const std::string& id) {
    return std::ranges::find(found, id) != found.end();
  }

  static std::vector<std::string> found(Searcher& searcher, const std::string& query) {
    std::vector<std::string> ids;
    for (const auto& hit : searcher.search(query, {.limit = 100}).hits)
      ids.push_back(hit.record.id);
    return ids;
  }

  Searcher searcher_of(const std::string& world) {
    write_file(folder_ / "world.jsonl", world);
    index_collections({.directory = folder_ / "index", .collections = {folder_ / "world.jsonl"}},
                      silent_);
    return Searcher(open_index({folder_ / "index"}));
  }

  TemporaryFolder folder_;
  IndexListener silent_;
};

TEST_F(WordsTest, TheWholeAndItsPartsFindEachOtherInBothDirections) {
  std::string world;
  for (std::size_t i = 0; i < std::size(meet); ++i) {
    world += json_line("a" + std::to_string(i), meet[i].text, "One thing.");
    world += json_line("b" + std::to_string(i), meet[i].other, "Another thing.");
  }
  Searcher searcher = searcher_of(world);
  for (std::size_t i = 0; i < std::size(meet); ++i) {
    EXPECT_TRUE(finds(found(searcher, meet[i].other), "a" + std::to_string(i)))
        << meet[i].other << " finds " << meet[i].text;
    EXPECT_TRUE(finds(found(searcher, meet[i].text), "b" + std::to_string(i)))
        << meet[i].text << " finds " << meet[i].other;
  }
}

TEST_F(WordsTest, WhatIsAnotherThingStaysApart) {
  std::string world;
  for (std::size_t i = 0; i < std::size(apart); ++i) {
    world += json_line("a" + std::to_string(i), apart[i].text, "One thing.");
    world += json_line("b" + std::to_string(i), apart[i].other, "Another thing.");
  }
  Searcher searcher = searcher_of(world);
  for (std::size_t i = 0; i < std::size(apart); ++i) {
    const std::string one = "a" + std::to_string(i);
    const std::string other = "b" + std::to_string(i);
    const auto by_one = found(searcher, apart[i].text);
    const auto by_other = found(searcher, apart[i].other);
    ASSERT_FALSE(by_one.empty()) << apart[i].text;
    ASSERT_FALSE(by_other.empty()) << apart[i].other;
    EXPECT_EQ(by_one.front(), one) << apart[i].text;
    EXPECT_EQ(by_other.front(), other) << apart[i].other;
    EXPECT_TRUE(apart[i].text == std::string("GPT-4") || !finds(by_one, other))
        << apart[i].text << " finds " << apart[i].other;
  }
}

TEST_F(WordsTest, ALetterAloneDoesNotWin) {
  Searcher searcher = searcher_of(
      json_line("knn", "How does kNN classify?", "By votes.") +
      json_line("means", "How do you choose k in k-means?", "k is found where k bends: k, k.") +
      json_line("neighbours", "What do k-nearest neighbours need?", "A distance.") +
      json_line("filler", "What is a filler?", "It fills."));
  EXPECT_EQ(found(searcher, "k-NN").front(), "knn");
  EXPECT_EQ(found(searcher, "(k-NN)").front(), "knn");
}

TEST_F(WordsTest, AWordOfARunWithoutBlanksIsFoundBesideOneThatNoRecordHas) {
  Searcher searcher = searcher_of(json_line("list", "如何合并列表？", "用加号。") +
                                  json_line("far", "去哪里重新开始？", "回家。") +
                                  json_line("parking", "駐車場はありますか？", "あります。") +
                                  json_line("station", "駅から近い？", "はい、場所は地図に。") +
                                  json_line("norm", "정규화를 왜 하나요?", "크기를 맞춥니다."));
  EXPECT_EQ(found(searcher, "列表去重"), std::vector<std::string>{"list"});
  EXPECT_EQ(searcher.search("列表去重", {}).query.unknown_words, std::vector<std::string>{"去重"});
  EXPECT_EQ(found(searcher, "駐車場の"), std::vector<std::string>{"parking"});
  EXPECT_TRUE(searcher.search("駐車場の", {}).query.unknown_words.empty());
  EXPECT_EQ(found(searcher, "정규화란"), std::vector<std::string>{"norm"});
  EXPECT_TRUE(found(searcher, "列去").empty());
}

TEST_F(WordsTest, WordsThatNoRecordWritesSideBySideAreFoundInARunWithoutBlanks) {
  Searcher searcher =
      searcher_of(json_line("turn", "如何翻转一棵二叉树？", "交换左右。") +
                  json_line("copy", "复制文件会翻转吗？", "不会。") +
                  json_line("port", "포트를 어떻게 개방하나요?", "설정에서 합니다.") +
                  json_line("close", "문을 닫는 법은?", "밉니다.") +
                  json_line("backup", "数据要备份吗？", "要。"));
  struct Joined {
    std::string query;
    std::string id;
    std::string taken_as;  // no record has it as it is
  };
  for (const auto& [query, id, taken_as] : {Joined{"叉树翻转", "turn", "叉树 翻转"},
                                            {"二叉树翻转", "turn", ""},
                                            {"文件复制", "copy", "文件 复制"},
                                            {"备份数据", "backup", "备份 数据"},
                                            {"数据要备份", "backup", ""},
                                            {"포트개방", "port", "포트 개방"},
                                            {"做备份", "backup", "备份"},
                                            {"备份盘", "backup", "备份"}}) {
    ASSERT_FALSE(found(searcher, query).empty()) << query;
    EXPECT_EQ(found(searcher, query).front(), id) << query;
    const auto understood = searcher.search(query, {}).query;
    EXPECT_EQ(understood.unknown_words,
              taken_as.empty() ? std::vector<std::string>() : std::vector{query});
    EXPECT_EQ(understood.taken_as,
              taken_as.empty() ? std::vector<std::string>() : std::vector{taken_as});
  }
  EXPECT_TRUE(found(searcher, "叉件").empty());
}

TEST_F(WordsTest, ALongWordWithoutBlanksTellsNoMoreThanAShortOne) {
  Searcher searcher = searcher_of(
      json_line("router", "ルーターのパスワードは？",
                "パスワードは裏のシールにパスワードとして。") +
      json_line("zip", "パスワード付きZIPは開けますか？", "鍵がかかったものは非対応です。") +
      json_line("lamp", "ZIPは何に使いますか？", "圧縮です。") +
      json_line("index", "데이터베이스란?", "데이터베이스는 데이터베이스 서버에 있습니다.") +
      json_line("view", "데이터베이스 뷰는 왜 쓰나요?", "가려 줍니다.") +
      json_line("pane", "뷰 단추는?", "위에 있습니다.") +
      json_line("sort", "什么是归并排序算法？", "归并排序算法是一种归并排序算法。") +
      json_line("heap", "堆和归并排序算法哪个快？", "看情况。") +
      json_line("pile", "堆多大？", "很大。"));
  EXPECT_EQ(found(searcher, "zip パスワード").front(), "zip");
  EXPECT_EQ(found(searcher, "뷰 데이터베이스").front(), "view");
  EXPECT_EQ(found(searcher, "堆 归并排序算法").front(), "heap");
}

TEST_F(WordsTest, LatinWordsAreFoundByHowTheyAreWrittenInCyrillic) {
  Searcher searcher = searcher_of(json_line("ping", "Почему ping не работает?", "Нет маршрута.") +
                                  json_line("port", "Как сменить порт?", "В файле настроек."));
  EXPECT_EQ(found(searcher, "пинг").front(), "ping");
  EXPECT_EQ(found(searcher, "порт").front(), "port");
}

TEST_F(WordsTest, AWordBesideOneThatSaysLittleMayBeCut) {
  Searcher searcher =
      searcher_of(json_line("own", "Does it run on premises?", "Yes, on your machines.") +
                  json_line("film", "When was the premiere?", "In May."));
  EXPECT_EQ(found(searcher, "on prem").front(), "own");
}

TEST_F(WordsTest, ThreeLettersBesideOtherWordsAreWhatNearlyAllWordsBeginSoWith) {
  Searcher searcher = searcher_of(json_line("copy", "How are duplicates found?", "By hashes.") +
                                  json_line("copies", "Is duplicated text removed?", "Yes.") +
                                  json_line("twice", "Why is a duplicate slow?", "It is two.") +
                                  json_line("found", "How is a leak found?", "By water."));
  EXPECT_EQ(found(searcher, "dup found").front(), "copy");
  EXPECT_TRUE(found(searcher, "dup").empty());
}

TEST_F(WordsTest, CapitalsThroughoutSayNothing) {
  Searcher searcher =
      searcher_of(json_line("rules", "What are the rules of a method?", "Three.") +
                  json_line("other", "Which method rests?", "`RULES` and METHOD do.") +
                  json_line("svm", "What is an SVM?", "A classifier."));
  EXPECT_EQ(found(searcher, "RULES METHODS").front(), "rules");
  EXPECT_EQ(found(searcher, "SVM").front(), "svm");
  EXPECT_EQ(searcher.search("CLASSIFEIR METHOD", {}).query.corrected, "classifier method");
}

TEST_F(WordsTest, ManyLanguagesAreSearchable) {
  const auto line = [](const char* id, const char* language, const char* question) {
    return std::string(R"({"id":")") + id + R"(","lang":")" + language + R"(","question":")" +
           question + R"(","answer":"42."})" + "\n";
  };
  Searcher searcher =
      searcher_of(line("zh", "zh", "什么是过拟合？") + line("ja", "ja", "機械学習とは何ですか？") +
                  line("de", "de", "Welche Häuser sind die ältesten?") +
                  line("ru", "ru", "Как работают нейронные сети?") +
                  line("fr", "fr", "Quels sont les réseaux neuronaux ?") +
                  line("en", "en", "What is overfitting?"));
  struct {
    const char* query;
    const char* id;
  } constexpr rows[] = {
      {"过拟合", "zh"}, {"什么是过拟合", "zh"}, {"機械学習", "ja"},       {"学習", "ja"},
      {"Haus", "de"},   {"Häuser", "de"},       {"alteste Hauser", "de"}, {"нейронная сеть", "ru"},
      {"сетями", "ru"}, {"réseau", "fr"},       {"reseaux", "fr"},        {"overfit", "en"},
  };
  for (const auto& [query, id] : rows) {
    const auto ids = found(searcher, query);
    ASSERT_FALSE(ids.empty()) << query;
    EXPECT_EQ(ids.front(), id) << query;
  }
}

}  // namespace
}  // namespace answers
