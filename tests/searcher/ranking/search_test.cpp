#include "indexer/building/index_writer.h"
#include "searcher/ranking/searcher.h"
#include "tests/indexer/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <random>
#include <string>
#include <vector>

namespace answers {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;
using testing::UnorderedElementsAre;

class SearchTest : public testing::Test {
 protected:
  SearchTest() {
    write_file(folder_ / "world.jsonl",
               json_line("dropout", "Why does dropout help?", "No unit can rely on another one.") +
                   json_line("early", "When to stop training?",
                             "When the held-out loss rises; dropout moves that moment.") +
                   json_line("knn", "How does k-NN classify?", "By the votes of the neighbours.") +
                   json_line("vector", "When is std::vector slow?", "When it must grow.") +
                   json_line("cpp", "What is C++ used for?", "Systems and games.") +
                   json_line("csharp", "What is C# used for?", "Windows and games.") +
                   json_line("linear", "What does linear_model hold?", "LinearRegression.") +
                   json_line("solr", "What is SOLR?", "A search server.") +
                   json_line("solve", "How to solve an equation?", "Isolate the unknown.") +
                   json_line("photo", "How do I crop a picture?", "Use the frame tool.") +
                   json_line("bayes", "What is Naïve Bayes?", "A classifier of counts.") +
                   json_line("chinese", "机器学习是什么？", "从数据中学习。") +
                   json_line("gan", "What is a GAN?",
                             "Generative adversarial networks (GANs) play a game.") +
                   json_line("adversary", "Are generative adversarial networks hard to train?",
                             "Each player spoils the plan of the other.") +
                   json_line("collapse", "What is mode collapse?",
                             "The GAN draws one face again and again.") +
                   json_line("experts", "What does a mixture-of-experts layer do?",
                             "It sends each token to a few of them.") +
                   json_line("calendar", "How do I share a calendar?", "Open its settings.") +
                   R"({"id":"tree","question":"What is a tree?","answer":"A graph.",)"
                   R"("tags":["graphs"],"section":"Structures","votes":7,"accepted":true})"
                   "\n"
                   R"({"id":"heap","question":"What is a heap?","answer":"A tree with an order.",)"
                   R"("tags":["graphs","queues"],"section":"Structures","votes":2})"
                   "\n");
    index_collections({.directory = folder_ / "index", .collections = {folder_ / "world.jsonl"}},
                      silent_);
    searcher_.emplace(open_index({folder_ / "index"}));
  }

  std::vector<std::string> found(const std::string& query, SearchOptions options = {}) {
    std::vector<std::string> ids;
    for (const auto& hit : searcher_->search(query, options).hits) ids.push_back(hit.record.id);
    return ids;
  }
  std::string first(const std::string& query) {
    const auto ids = found(query);
    return ids.empty() ? "" : ids.front();
  }

  TemporaryFolder folder_;
  IndexListener silent_;
  std::optional<Searcher> searcher_;
};

TEST_F(SearchTest, QuestionOutranksAnswer) {
  EXPECT_THAT(found("dropout"), ElementsAre("dropout", "early"));
}

TEST_F(SearchTest, WordsMeetHoweverTheyAreWritten) {
  struct Row {
    const char* query;
    const char* id;
  };
  constexpr Row rows[] = {
      {"kNN", "knn"},
      {"knn", "knn"},
      {"k-nn", "knn"},
      {"C++", "cpp"},
      {"c#", "csharp"},
      {"vector", "vector"},
      {"std::vector", "vector"},
      {"linear model", "linear"},
      {"linear_model", "linear"},
      {"linear regression", "linear"},
      {"naive bayes", "bayes"},
      {"机器学习", "chinese"},
      {"DROPOUT", "dropout"},
      {"neighbors", "knn"},
      {"how to crop a photo", "photo"},
      {"solr", "solr"},
  };
  for (const auto& [query, id] : rows) EXPECT_EQ(first(query), id) << query;
}

TEST_F(SearchTest, CapitalsAreNotStemmed) {
  EXPECT_THAT(found("SOLR"), ElementsAre("solr"));
  EXPECT_THAT(found("solve"), Not(Contains("solr")));
}

TEST_F(SearchTest, SyntaxNarrows) {
  EXPECT_THAT(found("\"a tree\""), Contains("tree"));
  EXPECT_THAT(found("\"tree with\""), ElementsAre("heap"));
  EXPECT_THAT(found("+tree +order"), ElementsAre("heap"));
  EXPECT_THAT(found("tree AND order"), ElementsAre("heap"));
  EXPECT_THAT(found("tree -order"), ElementsAre("tree"));
  EXPECT_THAT(found("tree NOT order"), ElementsAre("tree"));
  EXPECT_THAT(found("question:tree"), ElementsAre("tree"));
  EXPECT_THAT(found("answer:tree"), ElementsAre("heap"));
  EXPECT_THAT(found("tag:graphs"), UnorderedElementsAre("tree", "heap"));
  EXPECT_THAT(found("tag:graphs tag:queues heap"), Contains("heap"));
  EXPECT_THAT(found("section:structures"), UnorderedElementsAre("tree", "heap"));
  EXPECT_THAT(found("tag:graphs is:accepted"), ElementsAre("tree"));
  EXPECT_THAT(found("votes:3.."), ElementsAre("tree"));
  EXPECT_THAT(found("votes:..3 heap"), ElementsAre("heap"));
  EXPECT_THAT(found("id:sol"), UnorderedElementsAre("solr", "solve"));
  EXPECT_THAT(found("drop*"), UnorderedElementsAre("dropout", "early"));
  EXPECT_THAT(found("loss NEAR/3 rises"), ElementsAre("early"));
  EXPECT_THAT(found("loss NEAR/2 moment"), IsEmpty());
}

TEST_F(SearchTest, WhatIsNotUnderstoodIsWords) {
  for (const char* query :
       {"AND dropout", "dropout OR", "\"dropout", "foo:dropout dropout", "dropout (",
        "a..b "
        "dropout",
        "votes: dropout", "NEAR/x dropout", "++ dropout", "- dropout"}) {
    EXPECT_EQ(first(query), "dropout") << query;
  }
  EXPECT_THAT(found("-dropout"), Not(Contains("dropout")));
}

TEST_F(SearchTest, StrictQueriesSayWhatIsBroken) {
  EXPECT_THROW(found("dropout OR", {.strict = true}), QueryError);
  EXPECT_THROW(found("\"dropout", {.strict = true}), QueryError);
  EXPECT_NO_THROW(found("+dropout -units", {.strict = true}));
}

TEST_F(SearchTest, LiteralHasNoSyntaxAndNoSynonyms) {
  EXPECT_THAT(found("crop a photo", {.literal = true}), Contains("photo"));
  EXPECT_THAT(found("photo", {.literal = true}), IsEmpty());
  EXPECT_THAT(found("calender", {.literal = true}), IsEmpty());
}

TEST_F(SearchTest, AnAcronymAndItsLongFormFindEachOther) {
  EXPECT_EQ(first("GAN"), "gan");
  EXPECT_THAT(found("GAN"), UnorderedElementsAre("gan", "adversary", "collapse"));
  EXPECT_THAT(found("gans"), Contains("adversary"));
  EXPECT_THAT(found("generative adversarial networks"),
              IsSupersetOf({"gan", "adversary", "collapse"}));
  EXPECT_THAT(found("GAN", {.literal = true}), Not(Contains("adversary")));
}

TEST_F(SearchTest, AnAcronymThatNoRecordWritesFindsWhatItStandsFor) {
  for (const char* query : {"MoE", "moe", "what is MoE"}) {
    EXPECT_EQ(first(query), "experts") << query;
    EXPECT_EQ(searcher_->search(query, {}).query.corrected, "") << query;
    EXPECT_THAT(searcher_->search(query, {}).query.unknown_words,
                ElementsAre(testing::StrCaseEq("moe")))
        << query;
    EXPECT_THAT(searcher_->search(query, {}).query.taken_as, ElementsAre("mixture of experts"));
  }
  EXPECT_THAT(found("MoE", {.literal = true}), IsEmpty());
}

TEST_F(SearchTest, ALongFormIsHighlightedForItsAcronym) {
  const Results results = searcher_->search("GAN hard train", {});
  ASSERT_FALSE(results.hits.empty());
  const Hit& hit = results.hits.front();
  EXPECT_EQ(hit.record.id, "adversary");
  EXPECT_THAT(hit.question_matches, ElementsAre(Range{4, 35}, Range{36, 40}, Range{44, 49}));
}

TEST_F(SearchTest, AMisspeltWordIsCorrectedAndSaysSo) {
  const Results results = searcher_->search("share a callendar", {});
  ASSERT_FALSE(results.hits.empty());
  EXPECT_EQ(results.hits.front().record.id, "calendar");
  EXPECT_EQ(results.query.corrected, "share a calendar");
  EXPECT_EQ(searcher_->search("share a calendar", {}).query.corrected, "");
}

TEST_F(SearchTest, HitsCarryPassagesAndHighlights) {
  const Results results = searcher_->search("dropout moment", {});
  const auto& hit = results.hits.front();
  EXPECT_EQ(hit.record.id, "early");
  EXPECT_DOUBLE_EQ(hit.coverage, 1);
  ASSERT_EQ(hit.passages.size(), 1U);
  EXPECT_EQ(hit.passages[0].text, hit.record.answer);
  std::vector<std::string> marked;
  for (const Range& range : hit.passages[0].matches)
    marked.push_back(hit.passages[0].text.substr(range.begin, range.end - range.begin));
  EXPECT_THAT(marked, ElementsAre("dropout", "moment"));
}

TEST_F(SearchTest, HitsSayWhichOfAFewTellingWordsTheyLack) {
  const Results results = searcher_->search("dropout adversarial calendar", {});
  ASSERT_GE(results.hits.size(), 3U);
  const auto lacks = [&results](std::string_view id) {
    for (const Hit& hit : results.hits) {
      if (hit.record.id == id) return hit.lacks;
    }
    return std::vector<std::string>{"no hit"};
  };
  // "calendar" is an everyday word, and named where less than half is covered.
  EXPECT_THAT(lacks("dropout"), ElementsAre("adversarial", "calendar"));
  EXPECT_THAT(lacks("adversary"), ElementsAre("dropout", "calendar"));
  EXPECT_THAT(lacks("calendar"), ElementsAre("dropout", "adversarial"));
  EXPECT_THAT(searcher_->search("dropout moment", {}).hits.front().lacks, IsEmpty());
  EXPECT_THAT(searcher_->search("tree calendar", {}).hits.front().lacks, IsEmpty());
}

TEST_F(SearchTest, ASideOfAComparisonThatIsLackingIsSaidOfEverydayWordsToo) {
  const Results results = searcher_->search("dropout vs moment", {});
  ASSERT_FALSE(results.hits.empty());
  EXPECT_THAT(results.hits.front().lacks, IsEmpty());
  const auto other = std::ranges::find(
      results.hits, "dropout", [](const Hit& hit) { return std::string_view(hit.record.id); });
  ASSERT_NE(other, results.hits.end());
  EXPECT_THAT(other->lacks, ElementsAre("moment"));
}

/// Questions of which each answer is a record with an id of the collection's own.
struct AnswersWithIds {
  explicit AnswersWithIds(const std::string& more) {
    std::string world = more;
    for (const char* answer : {"The leaves need iron.", "Too much chalk in the soil.", "Iron."})
      world += json_line("a" + std::to_string(world.size()), "Why do leaves turn yellow?", answer);
    write_file(folder / "world.jsonl", world);
    IndexListener silent;
    index_collections({.directory = folder / "index", .collections = {folder / "world.jsonl"}},
                      silent);
    searcher.emplace(open_index({folder / "index"}));
  }
  TemporaryFolder folder{};
  std::optional<Searcher> searcher{};
};

TEST(SearchOfAnswersWithIds, FoldsThemByTheirQuestion) {
  AnswersWithIds world(json_line("other", "Do yellow leaves fall?", "In autumn."));
  const Results all = world.searcher->search("yellow leaves", {});
  EXPECT_EQ(all.hits.size(), 4U);
  for (const Order order : {Order::relevance, Order::question}) {
    const Results folded =
        world.searcher->search("yellow leaves", {.fold_answers = true, .order = order});
    ASSERT_EQ(folded.hits.size(), 2U);
    EXPECT_EQ(folded.hits[0].more_answers + folded.hits[1].more_answers, 2U);
  }
}

TEST(SearchOfAnswersWithIds, KeepsQuestionsWithOtherBodiesApart) {
  std::string more;
  for (const char* code : {"x++;", "x--;"})
    more += std::string(R"({"id":")") + code +
            R"(","question":"What does this print?","answer":"A number.","body":")" + code +
            "\"}\n";
  AnswersWithIds world(more);
  EXPECT_EQ(world.searcher->search("print", {.fold_answers = true}).hits.size(), 2U);
}

TEST_F(SearchTest, PagesFollowEachOther) {
  const auto all = found("what is a tree used for", {.limit = 6});
  auto pages = found("what is a tree used for", {.limit = 3});
  for (const auto& id : found("what is a tree used for", {.limit = 3, .offset = 3}))
    pages.push_back(id);
  EXPECT_EQ(pages, all);
}

TEST(Search, TheFirstTenAreTheFirstOfAHundred) {
  // Most records are not looked into when ten are asked for: none of those may be one of the ten.
  constexpr const char* words[] = {
      "photo",  "picture", "dropout",  "gradient", "tree",   "forest",  "who",     "when",
      "the",    "of",      "k-NN",     "linear",   "model",  "weights", "penalty", "Bayes",
      "vector", "machine", "\\nstart", "1987.",    "London", "error?",  "how",     "many"};
  std::mt19937 random(20261122);  // NOLINT(bugprone-random-generator-seed)
  const auto text = [&](std::size_t most) {
    std::string written;
    for (std::size_t n = 1 + random() % most; n-- > 0;) {
      // The first of them are frequent.
      const std::size_t word = std::min(random() % std::size(words), random() % std::size(words));
      written += std::string(words[word]) + (random() % 7 == 0 ? ". " : " ");
    }
    return written;
  };
  std::string world;
  for (int i = 0; i < 400; ++i) {
    const std::string question = random() % 3 == 0 ? "What is a " + text(1) + "?" : text(6);
    world += json_line("r" + std::to_string(i), random() % 20 == 0 ? "" : question, text(40));
  }
  const TemporaryFolder folder;
  IndexListener silent;
  write_file(folder / "world.jsonl", world);
  index_collections({.directory = folder / "index", .collections = {folder / "world.jsonl"}},
                    silent);
  Searcher searcher(open_index({folder / "index"}));
  for (int i = 0; i < 150; ++i) {
    const std::string query = text(7);
    for (const bool fold : {false, true}) {
      const SearchOptions ten{.limit = 10, .fold_answers = fold, .passages = false};
      SearchOptions hundred = ten;
      hundred.limit = 100;
      const Results first = searcher.search(query, ten);
      const Results all = searcher.search(query, hundred);
      ASSERT_EQ(first.hits.size(), std::min<std::size_t>(10, all.hits.size())) << query;
      for (std::size_t rank = 0; rank < first.hits.size(); ++rank) {
        ASSERT_EQ(first.hits[rank].record.id, all.hits[rank].record.id) << query;
        ASSERT_EQ(first.hits[rank].score, all.hits[rank].score) << query;
        ASSERT_EQ(first.hits[rank].more_answers, all.hits[rank].more_answers) << query;
      }
    }
  }
}

TEST_F(SearchTest, NoQueryFails) {
  constexpr std::string_view pieces[] = {"\"",        "+",
                                         "-",         "(",
                                         ")",         "AND",
                                         "OR",        "NOT",
                                         "NEAR/2",    "tag:",
                                         "votes:",    "..",
                                         ":",         "*",
                                         "dropout",   "C++",
                                         "`",         "\xFF",
                                         "机器",      " ",
                                         "\n",        "id:",
                                         "a.b",       "is:",
                                         "question:", "~",
                                         "^2",        "[x]",
                                         "\\",        "'",
                                         "tree*",     "#",
                                         "0x1F",      std::string_view("\0", 1)};
  std::mt19937 random(1);  // NOLINT(bugprone-random-generator-seed)
  for (int i = 0; i < 3000; ++i) {
    std::string query;
    for (std::size_t n = random() % 9; n-- > 0;) {
      query += pieces[random() % std::size(pieces)];
      if (random() % 2 == 0) query += ' ';
    }
    EXPECT_NO_THROW(found(query)) << query;
  }
  EXPECT_NO_THROW(found(std::string(1 << 20, 'x')));
  std::string pasted;
  for (int i = 0; i < 20000; ++i) pasted += "word" + std::to_string(i) + " \"q\" ";
  EXPECT_NO_THROW(found(pasted));
}

TEST_F(SearchTest, ThePartsOfAScoreAddUpToIt) {
  for (const char* query :
       {"why does dropout help", "dropot", "std::vector", "crop a photo", "\"a tree\" graph",
        "tree tag:graphs", "linear* model", "C++ games", "机器学习"}) {
    const Results results = searcher_->search(query, {.explain = true});
    ASSERT_FALSE(results.hits.empty()) << query;
    ASSERT_TRUE(results.explanation) << query;
    for (const Hit& hit : results.hits) {
      ASSERT_TRUE(hit.explanation) << query;
      double of_words = 0;
      for (const auto& word : hit.explanation->words) {
        of_words += word.score;
        double of_fields = 0;
        for (const auto& [name, score] : word.fields) of_fields += score;
        EXPECT_NEAR(of_fields, word.score, 1e-9) << query << ": " << word.text;
      }
      // What Xapian says of the first stage is what the words are said to have given.
      EXPECT_NEAR(of_words, hit.explanation->first, 1e-6) << query << ": " << hit.record.id;
      double sum = of_words + hit.explanation->from_others;
      for (const auto& feature : hit.explanation->evidence) sum += feature.score;
      EXPECT_NEAR(sum, hit.score, 1e-9) << query << ": " << hit.record.id;
    }
  }
  const Results plain = searcher_->search("dropout", {});
  EXPECT_FALSE(plain.explanation || plain.hits.front().explanation);
}

TEST_F(SearchTest, AnExplanationSaysWhereAWordStandsAndWhatItIsFoundBy) {
  const Results results = searcher_->search("dropout photo", {.explain = true});
  const auto& words = results.explanation->words;
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[0].forms.front().records, 2U);
  EXPECT_THAT(words[1].forms, Contains(testing::Field(&ExplainedQuery::Form::origin, "synonym")));
  for (const Hit& hit : results.hits) {
    const auto& given = hit.explanation->words;
    const auto& fields = given[0].fields;
    const std::string_view first = fields.empty() ? "" : fields.front().name;
    if (hit.record.id == "photo") {
      EXPECT_EQ(first, "");
    } else {
      EXPECT_EQ(first, hit.record.id == "dropout" ? "question" : "answer") << hit.record.id;
    }
  }
}

TEST_F(SearchTest, AllThatMatchAreSorted) {
  EXPECT_THAT(found("tree", {.order = Order::votes}), ElementsAre("tree", "heap"));
  const auto by_question = found("what", {.order = Order::question});
  EXPECT_TRUE(std::ranges::is_sorted(by_question) || by_question.size() > 3);
  const auto two = found("what", {.limit = 2, .offset = 1, .order = Order::question});
  ASSERT_GE(by_question.size(), 3U);
  EXPECT_THAT(two, ElementsAre(by_question[1], by_question[2]));
}

TEST_F(SearchTest, NothingFoundSaysWhatIsKnownOfEachWord) {
  const Results results =
      searcher_->search("+xylophone dropout tree tag:nosuch", {.closest = true});
  EXPECT_THAT(results.hits, IsEmpty());
  ASSERT_EQ(results.query.words.size(), 4U);
  EXPECT_EQ(results.query.words[0].records, 0U);
  EXPECT_EQ(results.query.words[1].records, 2U);
  EXPECT_EQ(results.query.words[3].text, "tag:nosuch");
  EXPECT_EQ(results.query.words[3].records, 0U);
  EXPECT_EQ(results.query.words[3].nearest, "");
  ASSERT_EQ(results.closest.size(), 3U) << "without the filter";
  EXPECT_THAT(searcher_->search("dropout tag:nosuch", {}).closest, IsEmpty()) << "not asked for";
}

struct MistypedFilter {
  const char* typed;
  const char* nearest;
};

constexpr MistypedFilter mistyped_filters[] = {
    {"tag:grahps", "tag:graphs"},
    {"tag:Quees", "tag:queues"},
    {"tag:random-graphs", "tag:graphs"},
    {"section:Structurs", "section:structures"},
    {"path:wordl.json", "path:world.jsonl"},
    {"is:acepted", "is:accepted"},
    {"tag:structures", "section:structures"},
    {"section:Graphs", "tag:graphs"},
    {"tag:xylophone", ""},
    {"tag:paragraphs", ""},
    {"id:tere", ""},
    {"votes:1000..", ""},
};

TEST_F(SearchTest, OfAFilterThatNoRecordFitsTheNearestIsNamed) {
  for (const auto& [typed, nearest] : mistyped_filters) {
    const Results results = searcher_->search(typed, {.closest = true});
    ASSERT_EQ(results.query.words.size(), 1U) << typed;
    EXPECT_EQ(results.query.words[0].nearest, nearest) << typed;
    EXPECT_EQ(results.query.words[0].nearest_records > 0, *nearest != '\0') << typed;
  }
  const Results by_flag = searcher_->search("tree", {.filters = " tag:\"grphs\"", .closest = true});
  ASSERT_EQ(by_flag.query.words.size(), 2U);
  EXPECT_EQ(by_flag.query.words[1].nearest, "tag:graphs");
  EXPECT_EQ(by_flag.query.words[1].nearest_records, 2U);
  EXPECT_FALSE(by_flag.closest.empty()) << "without the filter";
}

TEST_F(SearchTest, TopicsAreWhereTheHitsDiffer) {
  const Results results = searcher_->search("what", {.overview = true});
  ASSERT_TRUE(results.topics);
  EXPECT_EQ(results.topics->field, "tag") << "they have one section";
  EXPECT_EQ(results.topics->values.front().value, "graphs");
  EXPECT_FALSE(searcher_->search("what", {}).topics);
}

}  // namespace
}  // namespace answers
