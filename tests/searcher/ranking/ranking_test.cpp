#include "indexer/building/index_writer.h"
#include "indexer/generations/document.h"
#include "searcher/query/query.h"
#include "searcher/ranking/agreement.h"
#include "searcher/ranking/evidence.h"
#include "searcher/ranking/searcher.h"
#include "searcher/ranking/subject.h"
#include "tests/indexer/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <span>
#include <string>
#include <vector>

namespace answers {
namespace {

using testing::_;
using testing::ElementsAre;

/// An index in `folder` of a world of JSON lines.
Index indexed(const TemporaryFolder& folder, const std::string& world) {
  write_file(folder / "world.jsonl", world);
  IndexListener silent;
  index_collections({.directory = folder / "index", .collections = {folder / "world.jsonl"}},
                    silent);
  return open_index({folder / "index"});
}

/// The ids that `query` finds in a world of JSON lines, best first.
std::vector<std::string> ranked(const std::string& world, const std::string& query) {
  const TemporaryFolder folder;
  Searcher searcher(indexed(folder, world));
  std::vector<std::string> ids;
  for (const auto& hit : searcher.search(query, {}).hits) ids.push_back(hit.record.id);
  return ids;
}

/// A world of JSON lines, and all that reading a query and its evidence takes.
class IndexedWorld {
 public:
  explicit IndexedWorld(const std::string& world)
      : index_(indexed(folder_, world)), acronyms_(index_), frequencies_(index_) {}

  const Index& index() const { return index_; }
  Analyser& analyser() { return analyser_; }
  Query query(const std::string& text) {
    return parse_query(text, {}, analyser_, index_, acronyms_, frequencies_);
  }
  EvidenceReader reader(const Query& query) { return {query, analyser_, terms_}; }
  std::vector<Xapian::docid> documents() const {
    const Xapian::Database& database = index_.database();
    return {database.postlist_begin(""), database.postlist_end("")};
  }

 private:
  TemporaryFolder folder_;
  Index index_;
  Acronyms acronyms_;
  TermFrequencies frequencies_;
  Analyser analyser_;
  WordbookTerms terms_;
};

TEST(Ranking, TheSourceAndTheTopicOfARecordAreSearchedToo) {
  const std::string world =
      R"({"id":"one","question":"Who may travel?","answer":"Everybody.","source":"Norway"})"
      "\n"
      R"({"id":"two","question":"Who may travel?","answer":"Nobody.","source":"Sweden"})"
      "\n"
      R"({"id":"three","question":"Who may travel?","answer":"Some.","section":"Finland"})"
      "\n"
      R"({"id":"four","question":"Who may travel?","answer":"Children.","tags":["Denmark"]})"
      "\n";
  EXPECT_EQ(ranked(world, "travel to Norway").front(), "one");
  EXPECT_EQ(ranked(world, "travel to Sweden").front(), "two");
  EXPECT_EQ(ranked(world, "travel to Finland").front(), "three");
  EXPECT_EQ(ranked(world, "travel to Denmark").front(), "four");
  EXPECT_THAT(ranked(world, "sweden"), ElementsAre("two"));
}

TEST(Ranking, RelativesOfAWordHelpWhereItDoesNotStand) {
  const std::string world = json_line("plain", "Which settings matter?", "The size of a batch.") +
                            json_line("kin", "Which settings matter?", "The reproducibility.") +
                            json_line("other", "What is a seed?", "A number to reproduce with.");
  EXPECT_THAT(ranked(world, "settings to reproduce"), ElementsAre("kin", "plain", "other"));
}

TEST(Ranking, WhatAnAnswerBeginsWithCountsMore) {
  const std::string filler =
      "It is a matter of taste, of habit, of the room and of the hour, and nobody agrees. ";
  const std::string world =
      R"({"id":"late","title":"","text":")" + filler + filler + filler + "Kettles whistle.\"}\n" +
      R"({"id":"soon","title":"","text":"Kettles whistle. )" + filler + filler + filler + "\"}\n";
  EXPECT_THAT(ranked(world, "kettles whistle"), ElementsAre("soon", "late"));
}

TEST(Evidence, ARecordNeverHasMoreThanAGlanceAtItPromises) {
  IndexedWorld world(
      json_line("a", "When was the lighthouse built?", "The lighthouse was built in 1869.") +
      json_line("b", "Lighthouse", "Who built it? Nobody knows. The harbour is older.") +
      json_line("c", "How many lamps has a harbour?", "Twelve. A lighthouse needs one.") +
      json_line("d", "Who keeps the lamps?", "Old Tom, when he was built like a tower.") +
      R"({"id":"e","question":"Lamps","answer":"None.","source":"harbour","tags":["built"]})"
      "\n");
  for (const std::string text :
       {"When was the lighthouse built?", "lamps", "who built the harbour lighthouse",
        "how many lamps are in the harbour", "LIGHTHOUSE BUILT 1869", "the"}) {
    const Query query = world.query(text);
    EvidenceReader reader = world.reader(query);
    const std::vector<float> all(query.words.size(), 1);
    for (const Xapian::docid number : world.documents()) {
      const StoredRecord stored = world.index().stored(number);
      const Glance glance = reader.glance(stored);
      const double has = reader.look(stored, glance).evidence.sum();
      EXPECT_GE(reader.most_evidence(all, glance).sum(), has) << text << ' ' << stored.record.id;
      EXPECT_GE(reader.most_evidence(all).sum(), reader.most_evidence(all, glance).sum() - 1e-6)
          << text << ' ' << stored.record.id;
    }
  }
}

TEST(Evidence, ANameThatSaysWhatTheQuestionSaysCountsLess) {
  IndexedWorld world(
      R"({"id":"a","question":"Who keeps the lamps?","answer":"Tom.","section":"lamps"})"
      "\n"
      R"({"id":"b","question":"Who keeps the boats?","answer":"Ann.","section":"lamps"})"
      "\n");
  const Query query = world.query("lamps");
  EvidenceReader reader = world.reader(query);
  std::map<std::string, Evidence> evidence;
  for (const Xapian::docid number : world.documents()) {
    const StoredRecord stored = world.index().stored(number);
    evidence[stored.record.id] = reader.look(stored).evidence;
  }
  EXPECT_GT(evidence["a"].named, 0);
  EXPECT_LT(evidence["a"].named, evidence["b"].named);
  EXPECT_EQ(evidence["a"].all_in_question, 1);
  EXPECT_EQ(evidence["b"].all_in_question, 0);
}

TEST(Evidence, IsThatOfTheTextWhereATextIsCoded) {
  std::string lines;
  const std::vector<std::string> keepers = {"Mrs. Ling", "Tom O'Hara", "the k-NN club", "J. Peel"};
  for (std::size_t i = 0; i < 200; ++i) {
    const std::string n = std::to_string(i);
    lines += json_line("lamp" + n, "Who keeps the lamps of lighthouse " + n + "?",
                       keepers[i % keepers.size()] + " keeps lamp " + n +
                           ". Lamps burn oil! `lamp --oil` lights a lamp in 18" + n +
                           ".\\n\\n- The U.S. keepers (PCA, principal component analysis)\\n- "
                           "keeping 1,000 lamps burning\\n");
  }
  IndexedWorld world(lines);
  for (const std::string text :
       {"who keeps the lamps?", "keepers burning oil", "pca in the us", "when was lamp 7 lit",
        "`lamp --oil`", "lamp*", "how many lamps burn", "1000 keepers"}) {
    const Query query = world.query(text);
    EvidenceReader reader = world.reader(query);
    for (const Xapian::docid number : world.documents()) {
      const StoredRecord coded = world.index().stored(number);
      ASSERT_NE(coded.wordbook, nullptr);
      StoredRecord whole;
      whole.record = world.index().record(number);
      const Look by_codes = reader.look(coded);
      const Look by_text = reader.look(whole);
      EXPECT_EQ(by_codes.evidence.sum(), by_text.evidence.sum()) << text;
      EXPECT_EQ(by_codes.words.ids, by_text.words.ids) << text;
      ASSERT_EQ(by_codes.in_answer.size(), by_text.in_answer.size()) << text;
      for (std::size_t i = 0; i < by_text.in_answer.size(); ++i) {
        EXPECT_EQ(by_codes.in_answer[i].begin, by_text.in_answer[i].begin) << text;
        EXPECT_EQ(by_codes.in_answer[i].as_typed, by_text.in_answer[i].as_typed) << text;
      }
    }
  }
}

TEST(Evidence, ALookNotesTheWordsThatTheThirdStageCompares) {
  IndexedWorld world(json_line("tide", "When is the tide?", "Tides reproduce. A tide, the Tides."));
  const StoredRecord stored = world.index().stored(world.documents().front());
  struct Case {
    std::string query;
    double related;
  };
  for (const auto& [text, related] : {Case{"reproof", 1}, Case{"reproduce", 0}, Case{"moons", 0}}) {
    const Query query = world.query(text);
    EvidenceReader reader = world.reader(query);
    const Reading reading = reader.read(reader.look(stored).words);
    EXPECT_NEAR(reading.related, related, 1e-9) << text;
    const std::uint32_t tide = world.analyser().id_of("tide");
    const auto found = std::ranges::find(reading.terms, tide, &TermCount::id);
    ASSERT_NE(found, reading.terms.end()) << text;
    EXPECT_EQ(found->times, 4U) << text;  // whatever the query looks for
    EXPECT_TRUE(std::ranges::is_sorted(reading.terms, {}, &TermCount::id));
  }
}

TEST(Agreement, WhoResemblesTheBestIsRaised) {
  // Terms 1 to 4; the first two hits share 3, the last one shares nothing but what all have.
  const std::vector<std::vector<TermCount>> hits = {
      {{1, 1}, {2, 1}, {3, 2}}, {{1, 1}, {3, 1}}, {{1, 1}, {4, 2}}, {{1, 2}}};
  const std::vector<double> scores = {0.9, 0.9, 0.8, 0.7};
  const auto agreements = agreement(hits, scores);
  EXPECT_GT(agreements[0], agreements[2]);
  EXPECT_GT(agreements[1], agreements[2]);
  for (const double one : agreements) {
    EXPECT_GE(one, 0);
    EXPECT_LE(one, 1 + 1e-6);
  }
}

TEST(Agreement, OfFewHitsOrEmptyOnesIsNothing) {
  EXPECT_TRUE(agreement({}, {}).empty());
  const std::vector<std::vector<TermCount>> hits = {{{1, 1}}, {}};
  EXPECT_THAT(agreement(std::span(hits).first(1), std::vector{1.0}), ElementsAre(0));
  EXPECT_THAT(agreement(hits, std::vector{1.0, 0.5}), ElementsAre(0, 0));
}

TEST(Ranking, ARecordIsNearWhatIsAboutTheSameWithoutAWordInCommon) {
  // Ten matters with twelve words each, of which each record has four.
  const auto word = [](std::size_t matter, std::size_t number) {
    return std::string("x") + "abcdefghij"[matter] + "abcdefghijkl"[number % 12] + "x ";
  };
  std::string world = json_line("boat", "Number 400", word(0, 1) + word(0, 2) + word(0, 3)) +
                      json_line("bread", "Number 401", word(1, 1) + word(1, 2) + word(1, 3));
  for (std::size_t i = 0; i < 400; ++i) {
    const std::size_t turn = i / 10;
    const std::size_t step = turn / 12 + 1;
    const std::string number = std::to_string(i);
    world += json_line(number, "Number " + number,
                       word(i % 10, turn) + word(i % 10, turn + step) +
                           word(i % 10, turn + 2 * step) + word(i % 10, turn + 5 * step));
  }
  IndexedWorld all(world);
  const Index& index = all.index();
  const SubjectSpace subjects(index);
  const auto nearness = [&](const char* text, const char* id) {
    const Query query = all.query(text);
    const Xapian::docid record = *index.database().postlist_begin(filter_term("id", id));
    return subjects.nearness(subjects.place_of(query), {record});
  };
  EXPECT_GT(nearness("xaax", "boat"), nearness("xaax", "bread") + 0.1);
  EXPECT_GT(nearness("xbax", "bread"), nearness("xbax", "boat") + 0.1);
  EXPECT_EQ(nearness("nothing", "boat"), 0);

  const auto id_of = [&index](const char* id) {
    return *index.database().postlist_begin(filter_term("id", id));
  };
  SubjectSpace::Place of_boats;
  for (const char* hit : {"10", "20", "31"})
    subjects.add_record({id_of(hit)}, hit[0] == '3' ? 0.1 : 1, of_boats);
  EXPECT_GT(subjects.nearness(of_boats, {id_of("boat")}),
            subjects.nearness(of_boats, {id_of("bread")}) + 0.1);
  EXPECT_EQ(subjects.nearness(SubjectSpace::Place(), {id_of("boat")}), 0);
}

TEST(Ranking, ARecordWithAllOfTheFewWordsIsBeforeOneWithTheCommonOneInItsQuestion) {
  const std::string world =
      json_line("both", "How do you choose the number of groups?",
                "Draw the error of each number and look for the elbow, a method of the eye.") +
      json_line("common", "Which method is the best method?", "The one that you know.") +
      json_line("other", "Which method is old?", "The first one.");
  EXPECT_EQ(ranked(world, "elbow method").front(), "both");
}

TEST(Ranking, AWordThatFewWriteTogetherIsFoundApart) {
  const std::string world =
      json_line("apart", "How do you roll back a release?", "Put the old one in place.") +
      json_line("together", "Who decides?", "The one on call; a rollback takes a minute.") +
      json_line("neither", "How does a release begin?", "With a roll of drums, and back it goes.");
  EXPECT_EQ(ranked(world, "release rollback").front(), "apart");
}

TEST(Ranking, AWordIsNotPartedIntoRarerOnes) {
  const std::string world = json_line("one", "What is neural?", "A thing of nerves.") +
                            json_line("two", "What is a neural net?", "A function.") +
                            json_line("odd", "Who wrote neu ral?", "A typist at the margin.");
  EXPECT_THAT(ranked(world, "neural"), testing::UnorderedElementsAre("one", "two"));
}

TEST(Ranking, AWordWronglyTypedIsHeardByItsNeighbours) {
  std::string world = json_line("decent", "Is the pay decent?", "It is.");
  for (int i = 0; i < 6; ++i) {
    world += json_line("descent" + std::to_string(i), "How fast is gradient descent here?",
                       "Steps of gradient descent, number " + std::to_string(i) + ".");
  }
  EXPECT_THAT(ranked(world, "gradient decent").front(), testing::StartsWith("descent"));
  EXPECT_EQ(ranked(world, "decent pay").front(), "decent") << "it has its neighbour";
  EXPECT_EQ(ranked(world, "decent").front(), "decent") << "it has none";
}

TEST(Ranking, AnAbbreviationIsAsGoodAsWhatItIsShortFor) {
  const std::string world =
      json_line("whole", "How do you choose a database?", "By what is asked of it.") +
      json_line("code", "How is a session kept?", "```\ndb = open()\ndb.read()\n```");
  EXPECT_EQ(ranked(world, "choose db").front(), "whole");
}

TEST(Ranking, WordsThatAskForAStoryAreNotWhatItIsAbout) {
  const std::string world =
      json_line("other", "Tell me about a time when a plan of yours failed.", "It rained.") +
      json_line("asked", "Describe a disagreement with a colleague.", "About a bridge.");
  EXPECT_EQ(ranked(world, "tell me about a time you disagreed").front(), "asked");
}

TEST(Ranking, ACompoundIsFoundByItsPartsInGerman) {
  const std::string german =
      R"({"id":"fehler","language":"de","question":"Welche Fehler meldet die Datenbank?","answer":"Alle, die sie kennt."})"
      "\n"
      R"({"id":"blatt","language":"de","question":"Warum ist das Blatt der Linde schief?","answer":"Das weiss niemand."})"
      "\n";
  EXPECT_THAT(ranked(german, "Datenbankfehler"), ElementsAre("fehler"));
  EXPECT_THAT(ranked(german, "Lindenblatt"), ElementsAre("blatt"));
  EXPECT_THAT(ranked(json_line("en", "Which error does the oven report?", "None."), "ovenerror"),
              testing::IsEmpty());
}

TEST(Ranking, WhatIsComparedComesTogetherOrTheBestOfEach) {
  const std::string ferns =
      json_line("fern", "How is a royal fern watered?", "A royal fern is watered often.") +
      json_line("shade", "Why does a royal fern want shade?", "A royal fern burns in the sun.") +
      json_line("old", "How old is a royal fern?", "A royal fern lives for long.");
  const std::string moss = json_line("moss", "What grows upon a stone?", "Lichen, and also moss.");
  EXPECT_THAT(ranked(ferns + moss, "royal fern vs moss"), ElementsAre(_, "moss", _, _));
  const std::string both = json_line("both", "What grows in the garden?",
                                     "Roses and lilies; moss; at last a royal fern.");
  for (const char* query :
       {"fern vs moss", "moss versus fern", "fern or moss", "difference between fern and moss"})
    EXPECT_EQ(ranked(ferns + moss + both, query).front(), "both") << query;
  EXPECT_EQ(ranked(ferns + both, "fern watered").front(), "fern");
}

TEST(Ranking, OfASideOfTwoWordsBothAreWanted) {
  const std::string world =
      json_line("layer", "Where does layer norm stand?", "Layer norm stands in a block.") +
      json_line("batch", "Where does batch norm stand?", "Batch norm stands behind.") +
      json_line("both", "Which one is it?", "It may be layer norm, else batch norm.") +
      json_line("none", "What is bread?", "Flour and water.");
  EXPECT_EQ(ranked(world, "batch norm vs layer norm").front(), "both");
}

TEST(Ranking, AWordThatHardlyAnyRecordHasIsFoundByItsFamily) {
  const std::string world = json_line("dog", "My dog ate chocolate, what now?", "Ring the vet.") +
                            json_line("judge", "Who decides on a dispute?", "The judge alone.") +
                            json_line("well", "What is the depth of the well?", "Nine feet.") +
                            json_line("table", "How accurate is the table?", "To a tenth.") +
                            json_line("bird", "How do birds class a song?", "Nobody knows.");
  EXPECT_THAT(ranked(world, "eating"), ElementsAre("dog"));
  EXPECT_THAT(ranked(world, "eaten"), ElementsAre("dog"));
  EXPECT_THAT(ranked(world, "decision"), ElementsAre("judge"));
  EXPECT_THAT(ranked(world, "deep"), ElementsAre("well"));
  EXPECT_THAT(ranked(world, "accuracy"), ElementsAre("table"));
  EXPECT_THAT(ranked(world, "classify"), testing::IsEmpty());
}

TEST(Ranking, ALetterIsASideOnlyBesideItsOtherWord) {
  const std::string world =
      json_line("near", "How is k chosen in nearest neighbours?", "A small k means noise.") +
      json_line("means", "How is k chosen in k-means?", "Look at the elbow of the curve.") +
      json_line("tree", "How deep is a tree?", "As deep as the data want.");
  for (const char* query : {"k means vs neighbours", "neighbours vs k means"}) {
    EXPECT_THAT(ranked(world, query), testing::UnorderedElementsAre("near", "means")) << query;
  }
  const std::string both =
      json_line("both", "What differs?", "K-means finds groups. Nearest neighbours find a label.");
  EXPECT_EQ(ranked(world + both, "k means vs neighbours").front(), "both");
}

TEST(Ranking, ALetterThatIsAWordStandsInLongerOnes) {
  const std::string world =
      R"({"id":"park","language":"ja","question":"駐車場はありますか？","answer":"はい、無料です。"})"
      "\n"
      R"({"id":"bath","language":"ja","question":"温泉はありますか？","answer":"はい、露天です。"})"
      "\n";
  EXPECT_THAT(ranked(world, "車"), ElementsAre("park"));
  EXPECT_THAT(ranked(world, "泉"), ElementsAre("bath"));
  EXPECT_THAT(ranked(world, "鳥"), testing::IsEmpty());
}

TEST(Ranking, TheLastPartOfACompoundFindsItInGerman) {
  const std::string german =
      R"({"id":"frist","language":"de","question":"Wie lang ist die Kündigungsfrist?","answer":"Ein Monat."})"
      "\n"
      R"({"id":"steuer","language":"de","question":"Wer zahlt die Hundesteuer?","answer":"Der Halter, jedes Jahr."})"
      "\n"
      R"({"id":"blatt","language":"de","question":"Warum ist das Blatt der Linde schief?","answer":"Das weiss niemand."})"
      "\n";
  EXPECT_THAT(ranked(german, "Frist"), ElementsAre("frist"));
  EXPECT_THAT(ranked(german, "Steuern"), ElementsAre("steuer"));
  EXPECT_THAT(ranked(german, "Blat").front(), "blatt");
  EXPECT_THAT(ranked(json_line("en", "Which steamship is the largest?", "The newest."), "ship"),
              testing::IsEmpty());
}

TEST(Ranking, ACompoundIsFoundByItsFirstPartAndItsLastBesideOtherLanguages) {
  const std::string world =
      R"({"id":"frist","language":"de","question":"Wie lang ist die Kündigungsfrist?","answer":"Ein Monat."})"
      "\n"
      R"({"id":"form","language":"de","question":"Muss eine Kündigung unterschrieben sein?","answer":"Ja, von Hand."})"
      "\n"
      R"({"id":"first","language":"en","question":"What comes first?","answer":"The first of all."})"
      "\n";
  EXPECT_THAT(ranked(world, "Frist"), ElementsAre("frist"));
  EXPECT_THAT(ranked(world, "Kündigung"), ElementsAre("form", "frist"));
  EXPECT_THAT(ranked(world, "frist").front(), "frist");
  EXPECT_THAT(ranked(world, "firts").front(), "first");
}

}  // namespace
}  // namespace answers
