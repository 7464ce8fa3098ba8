// Data of programs, sites and catalogues, in the words of questions and answers: nobody's pairs.
#include "tests/corpus/data/form_case.h"

namespace answers {
namespace {

class NoPairs : public testing::TestWithParam<Form> {};

TEST_P(NoPairs, AreMadeUp) {
  Collector collector;
  EXPECT_EQ(read_as(GetParam().file, GetParam().text, collector), GetParam().records);
}

INSTANTIATE_TEST_SUITE_P(
    Data, NoPairs,
    testing::Values(
        Form{"SettingsOfASite", "_config.yml",
             "title: Notes on Bees\nmarkdown: kramdown\nurl: https://bees.example\n", ""},
        Form{
            "TextsOfAPage", "en.json",
            R"({"home": {"volunteer": {"title": "Lend a hand", "text": "We always need keepers for the hives."}}})",
            ""},
        Form{"PagesOfASite", "pages.jsonl",
             "{\"title\": \"Hives\", \"content\": \"Hives stand in the garden.\"}\n"
             "{\"title\": \"Honey\", \"content\": \"Honey is taken in July.\"}\n",
             ""},
        Form{"OneFilmOfMany", "films.json",
             R"([{"title": "Who Stole the Hive?", "description": "A detective looks for bees."},
 {"title": "Smoke", "description": "A keeper retires."}, {"title": "July", "description": "It is hot."},
 {"title": "Wax", "description": "Candles."}, {"title": "Queen", "description": "A reign."},
 {"title": "Swarm", "description": "They leave."}, {"title": "Drone", "description": "A life."},
 {"title": "Comb", "description": "Six sides."}, {"title": "Sting", "description": "It hurts."},
 {"title": "Nectar", "description": "A feast."}, {"title": "Frost", "description": "Winter."},
 {"title": "Heath", "description": "Heather."}, {"title": "Linden", "description": "A tree."}])",
             ""},
        Form{
            "WhereQuestionsStand", "order.json",
            R"({"steps": [{"question": "bees/what-is-a-drone.md", "why": "The first thing to know."},
 {"question": "bees/who-is-the-queen.md", "why": "She comes next."}]})",
            ""},
        Form{"RulesOfAForm", "FaqRequest.php",
             "<?php\nreturn ['rules' => ['question' => 'required|string|max:255', 'answer' => "
             "'required|string'],\n"
             "'messages' => ['question' => 'The question field is required', 'answer' => 'The "
             "answer field is required']];\n",
             ""},
        Form{"TypesOfAnInterface", "api.json",
             R"({"request": {"question": "string", "answer": "string"}})", ""},
        Form{"XmlOfAProgram", "posting.xml",
             "<?xml version=\"1.0\"?>\n<jobs>\n <job>\n  <questions>\n   <question id=\"1\">\n    "
             "question1\n   </question>\n  </questions>\n </job>\n <job>\n  <questions>\n   "
             "<question id=\"2\">\n    question2\n   </question>\n  </questions>\n "
             "</job>\n</jobs>\n",
             ""},
        Form{"CodeOfAComponent", "FaqList.vue",
             "<template><section><h2>{de ?</h2><p>: heading}</p><h2>Who keeps bees?</h2><p>We "
             "do.</p></section></template>\n",
             "1 Who keeps bees? => We do."},
        Form{
            "FieldsOfASchema", "schema.json",
            R"({"fields": {"question": {"type": "string", "title": "Ask"}, "answer": {"type": "Text"}}})",
            ""},
        Form{
            "TextsOfADialog", "de.json",
            R"({"drop": {"title": "Drop the hive?", "text": "All frames go.", "confirm": "Drop", "cancel": "Keep"}})",
            ""},
        Form{
            "LabelsOfAForm", "en.json",
            R"({"new.question": "Question [text]", "new.answers": "Right letters, e.g. A", "new.add": "Add"})",
            ""},
        Form{"NamesAboveReviews", "data.csv",
             "Hive,Review\nSmall box,It is light and easy to carry\nBig box,I could not lift it at "
             "all\nTop bar,My bees moved out of it\n",
             ""},
        Form{"NameOfAColumnThatAsks", "tips.csv",
             "What?,of,Tip\nJar,glass,Bring it back.\nLid,,Keep it for another jar.\nCan,tin,Rinse "
             "it first.\nBox,,Fold it.\nBag,paper,Use it again.\n",
             ""},
        Form{"LabelBesideQuestions", "questions.sql",
             "CREATE TABLE questions (id int, question text, field varchar(9), status int);\n"
             "INSERT INTO questions VALUES (1, 'Who keeps bees?', 'BEES', 1),\n(2, 'Who is the "
             "queen?', 'BEES', 1),\n(3, 'What is a drone?', 'BEES', 1);\n",
             ""},
        Form{"TablesThatJoin", "given.csv", "question,answer\n17,4\n18,3\n", ""},
        Form{"MarksOfATest", "marks.json",
             R"([{"question": "q1", "answer": 0}, {"question": "q2", "answer": 1}])", ""},
        Form{
            "PlacesToFill", "form.json",
            R"([{"question": "Question 1", "answer": "Answer 1"}, {"question": "question2", "answer": "answer2"}])",
            ""},
        Form{
            "TestOfPersonality", "which-bee.json",
            R"([{"question": "Where do you sleep?", "answers": [{"text": "In the comb", "type": "worker"}, {"text": "Alone", "type": "queen"}]}])",
            ""},
        // … and what is like these and asks:
        Form{"TitleThatAsksBesideATag", "faq.json",
             R"([{"title": "Where do drones sleep?", "text": "In the comb.", "tag": "drones"}])",
             "1 Where do drones sleep? => In the comb. {drones}"},
        Form{"CardsWithoutAHeader", "bees.csv",
             "Drone,A male bee that does not work\nQueen bee,The mother of all in a hive\nA "
             "swarm,Half of a hive on its way\nComb,Six-sided cells of wax\n",
             "1 Drone => A male bee that does not work\n2 Queen bee => The mother of all in a "
             "hive\n3 A swarm => Half of a hive on its way\n4 Comb => Six-sided cells of wax"},
        Form{"SumsOnCards", "sums.csv", "question,answer\n7 x 8,56\n6 + 9,15\n",
             "2 7 x 8 => 56\n3 6 + 9 => 15"},
        Form{"DocumentsWithIds", "corpus.jsonl",
             "{\"_id\": \"d1\", \"title\": \"Hives\", \"text\": \"Hives stand in the garden.\"}\n",
             "1 Hives => Hives stand in the garden."},
        Form{"TitleThatAsksWithoutItsMark", "answer.json",
             R"({"title": "What is a drone", "text": "A male bee."})",
             "1 What is a drone => A male bee."},
        Form{"PathThatIsAsked", "cards.json",
             R"([{"front": "/etc/hosts", "back": "Names of machines"}])",
             "1 /etc/hosts => Names of machines"}),
    name_of_form);

}  // namespace
}  // namespace answers
