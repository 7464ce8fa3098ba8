// Forms of quizzes and cards for teaching.
#include "tests/corpus/data/form_case.h"

#include <string>

namespace answers {
namespace {

class QuizForm : public testing::TestWithParam<Form> {};

TEST_P(QuizForm, IsReadAsItsAuthorMeantIt) {
  Collector collector;
  EXPECT_EQ(read_as(GetParam().file, GetParam().text, collector), GetParam().records);
}

INSTANTIATE_TEST_SUITE_P(
    Blackboard, QuizForm,
    testing::Values(Form{
        "EveryKind", "test.txt",
        "MC\tWhich floats?\tLead\tincorrect\tCork\tcorrect\nTF\tIs cork light?\ttrue\n"
        "MAT\tWhat drives it?\tsail\twind\toar\thand\nFIB\tA boat has a ___.\tkeel\thull\n"
        "ESS\tDescribe a keel.\n",
        "1 Which floats? => Cork body=- A) Lead/- B) Cork\n2 Is cork light? => true\n"
        "3 What drives it? => sail: wind/oar: hand\n4 A boat has a ___. => keel/hull"}),
    name_of_form);

INSTANTIATE_TEST_SUITE_P(
    Quizzes, QuizForm,
    testing::Values(Form{
        "LettersThatAreOptions", "quiz.csv",
        "question,a,b,c,answer\nWhich key ends it?,q,c,x,b\nWhich starts it?,a,b,s,c\n"
        "Which saves?,w,save,r,b\n",
        "2 Which key ends it? => c body=- A) q/- B) c/- C) x\n"
        "3 Which starts it? => s body=- A) a/- B) b/- C) s\n"
        "4 Which saves? => save body=- A) w/- B) save/- C) r"}),
    name_of_form);

INSTANTIATE_TEST_SUITE_P(
    Teachers, QuizForm,
    testing::Values(
        Form{"Gift", "quiz.gift",
             "$CATEGORY: $course$/Ropes\n\n// a comment\n::K:: Which knot slips? {=Granny "
             "~Bowline#no}\n\nThe sheet is a {=rope} of the sail.\n\nThe keel is above. {F}\n\n"
             "Built when? {#1822:5}\n\nMatch. {=a -> b =c -> d}\n\nWrite. {}\n",
             "4 Which knot slips? => Granny body=- A) Granny/- B) Bowline [Ropes]\n"
             "6 The sheet is a _____ of the sail. => rope [Ropes]\n"
             "8 The keel is above. => False [Ropes]\n10 Built when? => 1822 ± 5 [Ropes]\n"
             "12 Match. => a → b/c → d [Ropes]"},
        Form{
            "WrongOnesThatAreCounted", "quiz.json",
            R"([{"question": "Which wood floats worst?", "correct": "Ebony", "wrong1": "Balsa", "wrong2": "Pine"}])",
            "1 Which wood floats worst? => Ebony body=- A) Ebony/- B) Balsa/- C) Pine"},
        Form{"RightBesideDistractors", "sets.jsonl",
             "{\"question\": \"Which bird dives?\", \"distractor1\": \"Wren\", \"distractor2\": "
             "\"Lark\", \"correct_answer\": \"Grebe\"}\n",
             "1 Which bird dives? => Grebe body=- A) Grebe/- B) Wren/- C) Lark"},
        Form{"RightAndWrong", "quiz.yml",
             "- question: Which bird dives?\n  right: Grebe\n  wrong: [Wren, Lark]\n",
             "1 Which bird dives? => Grebe body=- A) Grebe/- B) Wren/- C) Lark"},
        Form{"AStarAmongAnswers", "quiz.yml",
             "questions:\n  - text: Which bird dives?\n    answers: [Wren, '*Grebe', Lark]\n",
             "2 Which bird dives? => Grebe body=- A) Wren/- B) Grebe/- C) Lark"},
        Form{
            "AnswerWithItsAliases", "trivia.json",
            R"({"Data": [{"Question": "Who rows?", "Answer": {"Aliases": ["Oarsman"], "Value": "A rower"}}]})",
            "1 Who rows? => A rower"},
        Form{"OptionsOfAnyNameBesideAFlag", "quiz.yml",
             "- question: Which wood floats worst?\n  choices:\n    - wood: Balsa\n"
             "    - wood: Ebony\n      correct: true\n- question: Which dives?\n  choices:\n"
             "    - bird: Grebe\n      correct: true\n    - bird: Wren\n",
             "1 Which wood floats worst? => Ebony body=- A) Balsa/- B) Ebony\n"
             "6 Which dives? => Grebe body=- A) Grebe/- B) Wren"},
        Form{"BoldBulletsOfAnInterview", "interview-questions.md",
             "# Sailing interview questions\n\n## Hull\n\n* **Keel and centreboard**  \n\n"
             "\t* A keel is fixed.\n\t* A board can be raised.\n\n* **Describe a hull**\n\n"
             "\t* It has a bottom and sides.\n\n* **Work of the rudder**\n\n\t* It turns the "
             "boat.\n",
             "5 Keel and centreboard => * A keel is fixed./* A board can be raised. [Sailing "
             "interview questions] [Hull]\n"
             "10 Describe a hull => * It has a bottom and sides. [Sailing interview questions] "
             "[Hull]\n"
             "14 Work of the rudder => * It turns the boat. [Sailing interview questions] [Hull]"},
        Form{"BoldBulletsOfATour", "tour.md",
             "# A tour of the harbour\n\n## Hull\n\n* **Keel and centreboard**\n\n"
             "\t* A keel is fixed.\n\n* **Describe a hull**\n\n\t* It has a bottom and sides.\n\n"
             "* **Work of the rudder**\n\n\t* It turns the boat.\n",
             ""},
        Form{"Aiken", "quiz.txt",
             "Which wood floats worst?\nA. Ebony\nB. Balsa\nANSWER: A\n\nWhich dives?\nA) Wren\n"
             "B) Grebe\nANSWER: B\n",
             "1 Which wood floats worst? => Ebony body=- A) Ebony/- B) Balsa\n"
             "6 Which dives? => Grebe body=- A) Wren/- B) Grebe"},
        Form{"Moodle", "quiz.xml",
             "<?xml version=\"1.0\"?>\n<quiz><question type=\"category\"><category><text>$course$/"
             "Trees</text></category></question>\n<question type=\"multichoice\"><questiontext "
             "format=\"html\"><text><![CDATA[<p>Which is <b>green</b>?</p>]]></text></questiontext>"
             "\n<answer fraction=\"0\"><text>Larch</text></answer><answer fraction=\"100\"><text>"
             "Spruce</text></answer></question></quiz>",
             "3 Which is **green**? => Spruce body=- A) Larch/- B) Spruce [Trees]"},
        Form{"Qti", "item.xml",
             "<assessmentItem identifier=\"i\"><responseDeclaration><correctResponse><value>B"
             "</value></correctResponse></responseDeclaration><itemBody><choiceInteraction>"
             "<prompt>Which one?</prompt><simpleChoice identifier=\"A\">This</simpleChoice>"
             "<simpleChoice identifier=\"B\">That</simpleChoice></choiceInteraction></itemBody>"
             "</assessmentItem>",
             "1 Which one? => That body=- A) This/- B) That"},
        Form{"QtiByHand", "items.xml",
             "<assessmentItems>\n<assessmentItem><itemBody><p>The tree that sheds</p></itemBody>"
             "<correctResponse><value>\n Larch\n</value></correctResponse></assessmentItem>\n"
             "</assessmentItems>",
             "2 The tree that sheds => Larch"},
        Form{"DocBook", "faq.docbook",
             "<?xml version=\"1.0\"?>\n<!DOCTYPE article [<!ENTITY app \"Sails\">]>\n<article>"
             "<qandaset><qandaentry><question><para>What is &app;?</para></question>\n<answer>"
             "<para>A tool of &other;.</para></answer></qandaentry></qandaset></article>",
             "3 What is Sails? => A tool of other."},
        Form{"Toml", "faq.toml",
             "[[item]]\nquestion = \"Is it free?\"\nanswer = \"\"\"Yes,\nit is.\"\"\"\n",
             "1 Is it free? => Yes,/it is."}),
    name_of_form);

}  // namespace
}  // namespace answers
