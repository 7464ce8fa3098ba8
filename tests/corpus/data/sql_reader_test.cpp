#include "corpus/data/sql_reader.h"

#include "corpus/input/input.h"
#include "tests/corpus/collector.h"
#include "tests/corpus/data/heard_pairs.h"

#include <gtest/gtest.h>

#include <string>

namespace answers {
namespace {

struct Dump {
  const char* name;
  const char* text;
  const char* pairs;  // "question => answer", a line each, '/' for a line break
};

class Sql : public testing::TestWithParam<Dump> {};

TEST_P(Sql, GivesTheRowsOfTablesOfQuestions) {
  Collector collector;
  Input input("dump.sql", GetParam().text, collector);
  read_sql(input);
  EXPECT_EQ(heard_pairs(collector), GetParam().pairs);
}

INSTANTIATE_TEST_SUITE_P(
    Dumps, Sql,
    testing::Values(
        Dump{"MySql",
             "/*!40101 SET NAMES utf8 */;\n-- it's a dump; of two tables\n"
             "INSERT INTO `users` (`id`, `name`) VALUES (1, 'Why?'), (2, 'O\\'Hara');\n"
             "INSERT INTO `help` (`id`, `question`, `answer`) VALUES\n"
             "(1, 'What\\'s a keel?', 'The spine,\\r\\nbelow.'),\n"
             "(2, 'A \\\\ or two; or (three)?', NULL), (3, 'It''s wet?', 'Yes.');\n",
             "What's a keel? => The spine,/below./It's wet? => Yes./A \\ or two; or (three)? => ?"},
        Dump{"ColumnsOfTheTable",
             "CREATE TABLE IF NOT EXISTS faq (\n  id int(11) NOT NULL AUTO_INCREMENT,\n  frage "
             "varchar(20) DEFAULT 'a,b',\n"
             "  antwort text,\n  PRIMARY KEY (id), UNIQUE KEY f (frage, antwort)\n);\n"
             "INSERT INTO faq VALUES (1,'Was ist ein Kiel?','Das Rückgrat.');\n",
             "Was ist ein Kiel? => Das Rückgrat."},
        Dump{"NoColumnsAtAll",
             "insert into FAQ values ('¿Qué es una vela?', 'Un paño que recoge el viento.');\n"
             "insert into FAQ values ('¿Y un cabo?', 'Una cuerda de a bordo.');\n",
             "¿Qué es una vela? => Un paño que recoge el viento./¿Y un cabo? => Una cuerda de a "
             "bordo."},
        Dump{"NamesOfTheTableAndOneThatAsks",
             "INSERT INTO \"site_questions\" (\"name\", \"mail\", \"detail\") VALUES\n"
             "('Is it far?', 'a@b.example', 'Half an hour by boat, at low tide a bit more.'),\n"
             "('Is it dear?', 'c@d.example', 'It costs nothing, but bring your own lunch "
             "along.');\n",
             "Is it far? => Half an hour by boat, at low tide a bit more./"
             "Is it dear? => It costs nothing, but bring your own lunch along."},
        Dump{"PostgresCopies",
             "COPY public.cards (id, front, back) FROM stdin;\n1\tkeel\tthe spine\\nof a boat\n"
             "2\ta \\\\ sign\t\\N\n\\.\n\nSELECT 1;\n"
             "INSERT INTO public.cards (front, back) VALUES (E'the crew\\'s bell', 'eight "
             "times'::text);\n",
             "keel => the spine/of a boat/the crew's bell => eight times/a \\ sign => ?"},
        Dump{"PostgresKnowsNoEscapes",
             "INSERT INTO faq (question, answer) VALUES ('Where does it lie?', 'In C:\\sails');\n"
             "INSERT INTO faq (question, answer) VALUES ('And that?', 'In D:' || '\\new');\n",
             "Where does it lie? => In C:\\sails/And that? => In D:\\new"},
        Dump{
            "Sqlite",
            "INSERT INTO faq(question,answer) VALUES('Two lines?',replace(replace('one\\r\\ntwo',"
            "'\\r',char(13)),'\\n',char(10)));\n"
            "INSERT INTO faq VALUES('What ends it?',replace('A \\n\\012does','\\012',char(10)));\n",
            "Two lines? => one/two/What ends it? => A \\n/does"},
        Dump{"SqlServer",
             "SET IDENTITY_INSERT [dbo].[Faq] ON\nGO\n"
             "INSERT [dbo].[Faq] ([Id], [Question Text], [Answer]) VALUES (1, N'Is it deep?', "
             "N'Two metres.')\nGO\n"
             "INSERT [dbo].[Faq] ([Id], [Question Text], [Answer]) VALUES (2, N'Is it cold?', "
             "N'Always.')\n",
             "Is it deep? => Two metres./Is it cold? => Always."},
        Dump{"PagesAndProductsAreNone",
             "INSERT INTO pages (title, content) VALUES ('Why us?', 'We are good.'), ('Who?', 'All "
             "of us.');\n"
             "INSERT INTO faq_order (id, rank) VALUES (1, 2);\nINSERT INTO questions SELECT * FROM "
             "old;\n"
             "CREATE TRIGGER t AFTER INSERT ON faq FOR EACH ROW UPDATE n SET i = i + 1;\n",
             ""},
        Dump{"QuestionsAndTheirAnswersInTwoTables",
             "CREATE TABLE respuesta (id int, id_pregunta int, respuesta text);\n"
             "INSERT INTO respuesta VALUES (7, 2, 'Una cuerda.'), (8, 1, 'Un paño.'), (9, 2, "
             "'De a bordo.'), (10, 4, 'De nadie.'), (11, 3, NULL);\n"
             "CREATE TABLE pregunta (id int, pregunta varchar(9), tema text);\n"
             "INSERT INTO pregunta VALUES (1, '¿Qué es una vela?', 'a'), (2, '¿Y un cabo?', 'b'), "
             "(3, '¿Y el mar?', 'b');\n",
             "¿Qué es una vela? => Un paño./¿Y un cabo? => Una cuerda./¿Y un cabo? => De a bordo./"
             "¿Y el mar? => ?"},
        Dump{"OptionsInATableOfTheirOwn",
             "INSERT INTO questions (id, quiz_id, question_text) VALUES ('a1', 1, 'Which float?'), "
             "('a2', 1, 'Which one sinks?');\n"
             "INSERT INTO options (option_id, question_id, option_text, is_correct) VALUES\n"
             "(1, 'a1', 'Corks', 1), (2, 'a1', 'Stones', 0), (3, 'a1', 'Oars', 1), (4, 'a2', "
             "'An anchor', true);\n",
             "Which float? => Corks/Oars/Which one sinks? => An anchor"},
        Dump{"AFlagOfAnyNameTellsTheRightOption",
             "CREATE TABLE question (idQuestion int, description longtext, lang varchar(9));\n"
             "CREATE TABLE reponses (idReponses int, description text, etat tinyint, "
             "Question_idQuestion int);\n"
             "INSERT INTO question VALUES (1, 'Quel cordage retient une barque ?', 'fr'), (2, "
             "'Le mât porte', 'fr'), (3, 'Combien de rames ?', 'fr');\n"
             "INSERT INTO reponses VALUES (1, 'La drisse', 0, 1), (2, 'L''amarre', 1, 1), (3, "
             "'La voile', 1, 2), (4, 'La quille', 0, 2), (5, '2', 1, 3), (6, '3', 0, 3);\n",
             "Quel cordage retient une barque ? => L'amarre/Le mât porte => La voile/"
             "Combien de rames ? => 2"},
        Dump{"QuestionsThatTheDatabaseNumbers",
             "CREATE TABLE questions (idq int AUTO_INCREMENT, id_quiz int, label text, niveau "
             "text);\n"
             "CREATE TABLE answers (id int AUTO_INCREMENT, idq int, label text, points int);\n"
             "INSERT INTO questions (id_quiz, label, niveau) VALUES (1, 'What floats?', 'easy'), "
             "(1, 'What sinks?', 'easy');\n"
             "INSERT INTO answers (idq, label, points) VALUES (1, 'Cork', 1), (1, 'Lead', 0), (2, "
             "'Cork', 0), (2, 'Lead', 1);\n"
             "INSERT INTO questions (id_quiz, label, niveau) VALUES (2, 'What drifts?', 'hard');\n"
             "INSERT INTO answers (idq, label, points) VALUES (3, 'A buoy', 0), (3, 'Wood', 1);\n",
             "What floats? => Cork/What sinks? => Lead/What drifts? => Wood"},
        Dump{"TheQuestionNamesItsRightOption",
             "CREATE TABLE questions (id int, body text, correct_option_id int);\n"
             "CREATE TABLE options (id int, question_id int, body text);\n"
             "INSERT INTO questions VALUES (1, 'What floats?', 12), (2, 'What sinks?', 13);\n"
             "INSERT INTO options VALUES (11, 1, 'Lead'), (12, 1, 'Cork'), (13, 2, 'Iron'), (14, "
             "2, 'Wood');\n",
             "What floats? => Cork/What sinks? => Iron"},
        Dump{"ANumberOfAnOptionThatIsNotThereIsNoAnswer",
             "INSERT INTO questions (id, question, correct_option_id) VALUES (1, 'What floats?', "
             "12), (2, 'What sinks?', 13);\n",
             ""},
        Dump{"ANumberOfAQuestionIsNoQuestion",
             "INSERT INTO notes (question_ref, description) VALUES (1, 'Look again.'), (2, "
             "'Done.');\n"
             "INSERT INTO answers (Question_idQuestion, description) VALUES (1, 'A rope.');\n",
             ""},
        Dump{"ALikeIsNoRightOption",
             "INSERT INTO questions (id, question) VALUES (1, 'Is it deep?'), (2, 'Is it cold?');\n"
             "INSERT INTO answers (id, question_id, answer, likes) VALUES (1, 1, 'Two metres.', "
             "1), (2, 1, 'Not very.', 0), (3, 2, 'Always.', 0), (4, 2, 'In winter.', 1);\n",
             "Is it deep? => Two metres./Is it deep? => Not very./Is it cold? => Always./"
             "Is it cold? => In winter."},
        Dump{"RightOnesBesideWrongOnes",
             "CREATE TABLE fragen (idFrage int, frage text);\n"
             "CREATE TABLE falsche (idFrage int, f1 text, f2 text);\n"
             "CREATE TABLE antwort_richtig (frage_id int, r text);\n"
             "INSERT INTO fragen VALUES (1, 'Was ist ein Kiel?');\n"
             "INSERT INTO antwort_richtig VALUES (1, 'Das Rückgrat.');\n"
             "INSERT INTO falsche VALUES (1, 'Ein Segel.', 'Ein Tau.');\n",
             "Was ist ein Kiel? => Das Rückgrat."},
        Dump{
            "WhatPeopleAnsweredAndOptionsWithoutAKeyAreNone",
            "INSERT INTO questions (id, question) VALUES (1, 'Is it deep?');\n"
            "INSERT INTO user_answers (user_id, question_id, answer) VALUES (5, 1, 'I guess so');\n"
            "INSERT INTO choices (id, question_id, choice) VALUES (1, 1, 'Yes'), (2, 1, 'No');\n",
            ""},
        Dump{"TwoTablesOfQuestionsAndTheAnswersOfOne",
             "INSERT INTO survey_questions (id, question) VALUES (1, 'Do you like it?');\n"
             "INSERT INTO questions (id, question) VALUES (1, 'Is it deep?');\n"
             "INSERT INTO answers (id, question_id, answer) VALUES (1, 1, 'Two metres.');\n",
             "Is it deep? => Two metres."},
        Dump{"OnDuplicates",
             "INSERT IGNORE INTO faq (question, answer) VALUES ('Is it deep?', CONCAT('Two ', "
             "'metres.'))\n"
             "ON DUPLICATE KEY UPDATE answer = VALUES(answer), question = REPLACE(question, 'a', "
             "'b');\n",
             "Is it deep? => Two metres."}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(Sql, TellsWhereARowStands) {
  Collector collector;
  Input input("faq.sql", "INSERT INTO faq (q, a) VALUES\n('One?',\n 'Yes.'),\n('Two?', 'No.');\n",
              collector);
  read_sql(input);
  ASSERT_EQ(collector.records.size(), 2U);
  EXPECT_EQ(collector.records[0].place.line, 2U);
  EXPECT_EQ(collector.records[0].place.end_line, 3U);
  EXPECT_EQ(collector.records[1].place.line, 4U);
  EXPECT_EQ(collector.records[1].place.byte, 49U);
}

TEST(Sql, TellsOfAQuoteThatDoesNotEnd) {
  Collector collector;
  Input input("faq.sql", "INSERT INTO faq (q, a) VALUES\n('One?', 'Yes.'),\n('Two?', 'No.);\n",
              collector);
  read_sql(input);
  EXPECT_EQ(collector.records.size(), 1U);
  ASSERT_EQ(collector.troubles.size(), 1U);
  EXPECT_EQ(collector.troubles[0].line, 3U);
}

}  // namespace
}  // namespace answers
