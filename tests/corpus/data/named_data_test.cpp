// Data that says what it is in other words than English ones, or by its structure alone.
#include "corpus/reader.h"
#include "tests/corpus/collector.h"
#include "tests/corpus/data/heard_pairs.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <string>

namespace answers {
namespace {

struct Data {
  const char* name;
  const char* file;
  const char* text;
  const char* pairs;  // "question => answer", a line each, '/' for a line break
};

class NamedData : public testing::TestWithParam<Data> {};

TEST_P(NamedData, IsReadByItsNamesOrItsStructure) {
  const TemporaryFolder folder;
  write_file(folder / GetParam().file, GetParam().text);
  Collector collector;
  read_file(folder / GetParam().file, collector);
  EXPECT_EQ(heard_pairs(collector), GetParam().pairs);
}

INSTANTIATE_TEST_SUITE_P(
    Names, NamedData,
    testing::Values(
        Data{
            "German", "quiz.json",
            R"([{"frage": "Was ist ein Kiel?", "antwortmöglichkeiten": ["Ein Segel", "Das Rückgrat"],
                  "richtig": 1, "erklärung": "Er trägt alles."}])",
            "Was ist ein Kiel? => Das Rückgrat//Er trägt alles."},
        Data{"Turkish", "quiz.csv",
             "Soru,Seçenekler,Doğru Cevap\nOmurga nedir?,Yelken;Bel kemiği;Halat,Bel kemiği\n",
             "Omurga nedir? => Bel kemiği"},
        Data{"Swedish", "prov.yaml",
             "frågor:\n  - fråga: Vad är en köl?\n    svarsalternativ: [Ett segel, Ryggraden]\n"
             "    rätt: Ryggraden\n",
             "Vad är en köl? => Ryggraden"},
        Data{
            "Japanese", "mondai.json",
            R"([{"問題文": "竜骨とは何か", "選択肢": ["帆", "船の背骨"], "正解": "船の背骨", "解説": "底にある。"}])",
            "竜骨とは何か => 船の背骨//底にある。"},
        Data{"AskedInOtherWords", "faq.json",
             R"([{"pregunta": ["¿Cómo se rema?", "remar"], "respuesta": "Con dos remos."},
                 {"pregunta": ["¿Qué es una quilla?"], "respuesta": "La espina de un barco."}])",
             "¿Cómo se rema? => Con dos remos./¿Qué es una quilla? => La espina de un "
             "barco."},
        Data{"OptionsWithIds", "quiz.json",
             R"({"title": "Which sailor are you?", "description": "Find out.", "questions": [
                 {"title": "Who rows?", "possible_answers": [{"a_id": 1, "caption": "Ann"},
                  {"a_id": 2, "caption": "Bob"}, {"a_id": 3, "caption": "Cy"}], "correct_answer": 2},
                 {"title": "Who sails?", "possible_answers": [{"a_id": 7, "caption": "Dan"},
                  {"a_id": 8, "caption": "Eve"}], "correct_answer": 8}]})",
             "Who rows? => Bob/Who sails? => Eve"},
        Data{"PlacesOfOptionsWithIds", "quiz.json",
             R"([{"question": "Who rows?", "correctIndex": 1, "options": [{"id": 1, "text": "Ann"},
                  {"id": 2, "text": "Bob"}]}, {"question": "Who sails?", "correctIndex": 0,
                  "options": [{"id": 1, "text": "Dan"}, {"id": 2, "text": "Eve"}]}])",
             "Who rows? => Bob/Who sails? => Dan"},
        Data{"PlacesUnderAShortName", "quiz.json",
             R"([{"question": "Who rows?", "correct_idx": 1, "options": [{"id": 1, "text": "Ann"},
                  {"id": 2, "text": "Bob"}, {"id": 3, "text": "Cy"}]}])",
             "Who rows? => Bob"},
        Data{"PartOfAPageWithoutAnEnding", "FAQ",
             "\n<div class=\"accordion\">\n<div class=\"accordion-item\"><button>Is it "
             "deep?</button>\n"
             "<div class=\"accordion-content\"><p>No, a yard.</p></div></div>\n"
             "<div class=\"accordion-item\"><button>Is it cold?</button>\n"
             "<div class=\"accordion-content\"><p>In winter.</p></div></div></div>\n",
             "Is it deep? => No, a yard./Is it cold? => In winter."},
        Data{"ComponentsWithLabels", "faq.mdx",
             "# Help\n\n<AccordionGroup>\n  <Accordion title=\"Q: Is it deep?\">\n    <p>\n    A: "
             "A yard.\n"
             "    </p>\n  </Accordion>\n  <Accordion title=\"Q: Is it cold?\">\n    A: In winter.\n"
             "  </Accordion>\n</AccordionGroup>\n",
             "Is it deep? => A yard./Is it cold? => In winter."},
        Data{"OneTextAsks", "info.js",
             "export const INFO = [\n  {label: 'Hot?', text: 'Only in the middle.'},\n"
             "  {label: 'Wet?', text: 'It is quite dry.'},\n"
             "  {label: 'Old?', text: 'Not a day.'},\n];\n",
             "Hot? => Only in the middle./Wet? => It is quite dry./Old? => Not a day."},
        Data{"TwoTextsAnswer", "info.json",
             R"([{"label": "Hot?", "one": "In the middle.", "two": "At the edge."},
                 {"label": "Wet?", "one": "It is dry.", "two": "It is not."},
                 {"label": "Old?", "one": "Not a day.", "two": "Not so old."}])",
             ""},
        Data{"SignsAnswer", "quiz.csv",
             "question,A,B,correct\nWhat begins a comment?,//,#,B\nAnd here?,//,#,A\n",
             "What begins a comment? => `#`/And here? => `//`"},
        Data{"TextAndOptions", "quiz.json",
             R"([{"texto": "¿Qué es una vela", "opciones": [{"texto": "Un paño", "correcta": true},
                  {"texto": "Un palo", "correcta": false}]}])",
             "¿Qué es una vela => Un paño"}),
    [](const auto& one) { return std::string(one.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Structures, NamedData,
    testing::Values(
        Data{
            "FlagsUnderNamesNobodyKnows", "kviz.json",
            R"([{"zz": "Kio estas kilo?", "yy": [{"xx": "Velo", "vv": false}, {"xx": "Spino", "vv": true}]}])",
            "Kio estas kilo? => Spino"},
        Data{
            "ThingsToDoAreNoQuiz", "todo.json",
            R"([{"list": "Harbour", "items": [{"what": "Paint", "done": true}, {"what": "Moor", "done": false}]}])",
            ""},
        Data{
            "RightAndWrongInsideTheAnswers", "quiz.json",
            R"([{"question": "What is a keel?", "answers": {"correct": "The spine", "incorrect": ["A sail", "A rope"]}}])",
            "What is a keel? => The spine"},
        Data{"CellsOfJson", "runs.csv",
             "inputs,expected_output\n"
             "\"{\"\"question\"\": \"\"What is a keel?\"\"}\",\"{\"\"answer\"\": \"\"The "
             "spine.\"\"}\"\n"
             "\"{\"\"question\"\": \"\"And a jib?\"\"}\",\"{\"\"answer\"\": \"\"A sail.\"\"}\"\n",
             "What is a keel? => The spine./And a jib? => A sail."},
        Data{"AnIndexByAnyName", "kviz.json",
             R"([{"otazka": "Co je kýl?", "moznosti": ["Plachta", "Páteř lodi"], "spravna_index": 1,
                  "odpoved": "Kýl nese celou loď."}])",
             "Co je kýl? => Páteř lodi//Kýl nese celou loď."},
        Data{"LabelsAreNoAnswers", "frases.csv",
             "frase,categoria\ncomo amarrar o barco,porto\nonde fica o porto,porto\n"
             "como içar a vela,velas\ncomo baixar a vela,velas\nquem rema,porto\n",
             ""},
        Data{"BracesThatAreNoJson", "faq.csv", "question,answer\nWhat is a set?,\"{a, b}\"\n",
             "What is a set? => {a, b}"},
        Data{"CardsWithSemicolons", "anki deck.txt",
             "keel; the spine of a boat, below it; parts\n\njib; a sail; sails\n\nluff; an edge; "
             "sails\n",
             "keel => the spine of a boat, below it/jib => a sail/luff => an edge"},
        Data{"ProseWithSemicolons", "notes.txt",
             "The keel broke; we sank.\nThe jib held; not for long.\nNobody rowed; all swam.\n",
             ""}),
    [](const auto& one) { return std::string(one.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Xml, NamedData,
    testing::Values(
        Data{"Elements", "faq.xml",
             "<?xml version=\"1.0\"?>\n<faqs><faq><question>What is a keel?</question>\n"
             "<answer>\n    The spine.\n    Below it.\n</answer></faq></faqs>\n",
             "What is a keel? => The spine./Below it."},
        Data{"Attributes", "deck.xml",
             "<deck><card front=\"keel\" back=\"the spine\"/><card front=\"jib\" back=\"a "
             "sail\"/></deck>",
             "keel => the spine/jib => a sail"},
        Data{"RightAndWrong", "preguntas.xml",
             "<preguntas><pregunta><texto>¿Qué es una quilla?</texto><respuestas>"
             "<correcta>El espinazo</correcta><incorrecta>Una vela</incorrecta>"
             "<incorrecta>Un cabo</incorrecta></respuestas></pregunta></preguntas>",
             "¿Qué es una quilla? => El espinazo"},
        Data{"OptionsWithFlags", "quiz.xml",
             "<test><item><question>What is a jib?</question><option correct=\"true\">A "
             "sail</option>"
             "<option>A rope</option></item></test>",
             "What is a jib? => A sail"},
        Data{"OptionsByTheirLetters", "preguntas.xml",
             "<preguntas><pregunta><texto>¿Qué es un foque?</texto><opciones>"
             "<opcion valor=\"a\">Un cabo</opcion><opcion valor=\"b\">Una vela</opcion></opciones>"
             "<respuesta_correcta>b</respuesta_correcta></pregunta><pregunta><texto>¿Qué flota?"
             "</texto><opciones><opcion valor=\"a\">Corcho</opcion><opcion "
             "valor=\"b\">Plomo</opcion>"
             "</opciones><respuesta_correcta>a</respuesta_correcta></pregunta></preguntas>",
             "¿Qué es un foque? => Una vela/¿Qué flota? => Corcho"},
        Data{"InTurns", "faq.xml",
             "<faq><q>What is a keel?</q><a>The spine.</a><q>And a jib?</q><a>A sail.</a></faq>",
             "What is a keel? => The spine./And a jib? => A sail."},
        Data{"QuizOfNoTeachersProgram", "quiz.xml",
             "<quiz><question><text>What is a jib?</text><option>A. A rope</option>"
             "<option>B. A sail</option><answer>B</answer></question>\n"
             "<question><text>What floats?</text><option>A. Cork</option>"
             "<option>B. Lead</option><answer>A</answer></question></quiz>",
             "What is a jib? => A sail/What floats? => Cork"},
        Data{"OnlyTheRightOneHasAFlag", "kviz.xml",
             "<Kviz><Q text=\"Mi a tőkesúly?\" id=\"1\"><R text=\"Egy vitorla\"/>"
             "<R text=\"A hajó gerince\" isCorrect=\"true\"/></Q>\n"
             "<Q text=\"Nevezd meg az orrvitorlát\" id=\"2\"><R text=\"Fock\" "
             "isCorrect=\"true\"/><R text=\"Grósz\"/></Q></Kviz>",
             "Mi a tőkesúly? => A hajó gerince/Nevezd meg az orrvitorlát => Fock"},
        Data{"OptionsOfAFormAreNoQuiz", "layout.xml",
             "<form><field name=\"q\" text=\"Size\"><value text=\"S\"/><value text=\"M\"/>"
             "</field></form>",
             ""},
        Data{"FeedsAreNone", "feed.xml",
             "<rss><channel><item><question>x</question><answer>y</answer></item></channel></rss>",
             ""}),
    [](const auto& one) { return std::string(one.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Parts, NamedData,
    testing::Values(
        Data{
            "AnAnswerOfParagraphs", "faq.json",
            "[{\"question\": \"What is a keel?\", \"answer\": [\"A keel is the spine of a boat, "
            "below it, and all that the boat is made of stands on it, from the stem to the stern "
            "and up to the deck.\", \"It is of lead.\"]}]",
            "What is a keel? => A keel is the spine of a boat, below it, and all that the boat is "
            "made of stands on it, from the stem to the stern and up to the deck.//It is of lead."},
        Data{"SeveralAnswers", "faq.json",
             "[{\"question\": \"What is a keel?\", \"answers\": [\"A keel is the spine of a boat, "
             "below it, and all that the boat is made of stands on it, from the stem to the stern "
             "and up to the deck.\", \"It is of lead.\"]}]",
             "What is a keel? => A keel is the spine of a boat, below it, and all that the boat is "
             "made of stands on it, from the stem to the stern and up to the deck./What is a "
             "keel? => It is of lead."},
        Data{"BlocksOfWhichOneIsAList", "faq.json",
             R"([{"q": "Was braucht ein Boot?", "answer": [{"type": "absatz", "text": "Dies:"},
                  {"type": "liste", "items": ["einen Kiel", "ein Segel"]}]}])",
             "Was braucht ein Boot? => Dies://- einen Kiel/- ein Segel"},
        Data{"ValuesOverManyLines", "chats.jsonl",
             "{\"messages\": [\n{\"role\": \"user\", \"content\": \"What is a keel?\"},\n"
             "{\"role\": \"assistant\", \"content\": \"The spine.\"}\n]}\n\n{\"messages\": [\n"
             "{\"role\": \"user\", \"content\": \"What is a jib?\"},\n"
             "{\"role\": \"assistant\", \"content\": \"A sail.\"}\n]}\n",
             "What is a keel? => The spine./What is a jib? => A sail."},
        Data{"ValuesOfManyMembersOverLines", "qa.ndjson",
             "{\"question\": \"Was ist ein Kiel?\",\n \"answer\": \"Das Rückgrat.\"}\n"
             "{\"question\": \"Was schwimmt?\",\n \"answer\": \"Kork.\"}\n",
             "Was ist ein Kiel? => Das Rückgrat./Was schwimmt? => Kork."},
        Data{"AnInvitationAboveAButton", "faq.yaml",
             "faqs:\n  - title: What is a keel?\n    text: The spine of a boat.\n"
             "cta:\n  title: Still have questions?\n  text: Write to us.\n  button: Write\n",
             "What is a keel? => The spine of a boat."}),
    [](const auto& one) { return std::string(one.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Columns, NamedData,
    testing::Values(
        Data{"OneIsNamedAsAnswerAndOneAsks", "faq.csv",
             "Nr;Bereich;Meldung;Antwort oder Lösung\n1;Boot;Was ist ein Kiel?;Das Rückgrat.\n"
             "2;Boot;Was ist eine Fock?;Ein Segel.\n3;Boot;Was schwimmt?;Kork.\n",
             "Was ist ein Kiel? => Das Rückgrat./Was ist eine Fock? => Ein Segel./"
             "Was schwimmt? => Kork."},
        Data{"NoneAsks", "orders.csv",
             "Nr;Ware;Stand;Antwort\n1;Segel;offen;ja\n2;Tau;offen;nein\n3;Kiel;fertig;ja\n", ""}),
    [](const auto& one) { return std::string(one.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Glossaries, NamedData,
    testing::Values(
        Data{
            "Japanese", "glossary.json",
            R"([{"用語": "竜骨", "説明": "船の背骨です。"}, {"用語": "帆", "説明": "風を受ける布。"}])",
            "竜骨 => 船の背骨です。/帆 => 風を受ける布。"},
        Data{"Spanish", "glosario.csv",
             "Término,Definición\nquilla,El espinazo de un barco.\nfoque,Una vela de proa.\n",
             "quilla => El espinazo de un barco./foque => Una vela de proa."},
        Data{"Polish", "slownik.yaml",
             "- termin: kil\n  definicja: Kręgosłup łodzi.\n- termin: fok\n  definicja: Przedni "
             "żagiel.\n",
             "kil => Kręgosłup łodzi./fok => Przedni żagiel."},
        Data{"Script", "glossary.ts",
             "export const words = {\n  en: [\n    { term: 'keel', definition: 'The spine.' },\n"
             "    { term: 'jib', definition: 'A sail.' },\n  ],\n} as const;\n",
             "keel => The spine./jib => A sail."},
        Data{"OptionsOfAProgram", "options.js",
             "module.exports = [\n  { expression: 'a+b', description: 'sum' },\n"
             "  { expression: 'a-b', description: 'difference' },\n];\n",
             ""}),
    [](const auto& one) { return std::string(one.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Teachers, NamedData,
    testing::Values(
        Data{"AikenWithAQuestionThatHasNoKey", "soal.txt",
             "What is a keel?\nA. A sail\nB. The spine\nANSWER: B\n\nWhat is a jib?\nA. A sail\n"
             "B. A rope\nANSWER:   \n\nWhat floats?\nA. Cork\nB. Lead\nANSWER: a\n",
             "What is a keel? => The spine/What floats? => Cork/What is a jib? => ?"},
        Data{"GiftWithoutBlankLines", "quiz.gift",
             "::1:: What is a keel? {=The spine ~A sail}\n$CATEGORY: Sails\n"
             "::2:: What is a jib? {=A sail ~A rope}\n::3:: What floats? {=Cork ~Lead}\n",
             "What is a keel? => The spine/What is a jib? => A sail/What floats? => Cork"}),
    [](const auto& one) { return std::string(one.param.name); });

INSTANTIATE_TEST_SUITE_P(
    OptionsThatAKeyPicks, NamedData,
    testing::Values(
        Data{"IndexBesideALabel", "quiz.yaml",
             "- label: Which of these floats?\n  choices:\n    - Lead\n    - Cork\n  correct: 1\n"
             "- label: A keel lies above the water.\n  choices:\n    - True\n    - False\n"
             "  correct: 1\n- label: 'Name the rope:\n    it holds a boat'\n  choices: [Painter, "
             "Fender]\n  correct: 0\n",
             "Which of these floats? => Cork/A keel lies above the water. => False/"
             "Name the rope: it holds a boat => Painter"},
        Data{"LettersOfElements", "test.xml",
             "<TEST><ITEM><TEXT>Which rope holds a boat?</TEXT><ANSWERA>The sheet</ANSWERA>"
             "<ANSWERB>The painter</ANSWERB><CORRECTANSWER>b</CORRECTANSWER></ITEM>\n"
             "<ITEM><TEXT>A mast carries</TEXT><ANSWERA>sails</ANSWERA><ANSWERB>keels</ANSWERB>"
             "<CORRECTANSWER>a</CORRECTANSWER></ITEM></TEST>\n",
             "Which rope holds a boat? => The painter/A mast carries => sails"},
        Data{
            "TheOptionItself", "quiz.json",
            R"([{"sentence": "The bow is in", "choices": ["front", "the rear"], "solution": "front"},
                 {"sentence": "The stern is in", "choices": ["front", "the rear"], "solution":
                  "the rear"}])",
            "The bow is in => front/The stern is in => the rear"},
        Data{"LettersForAll", "trivia.json",
             R"({"cat": "boats", "questions": [{"q": "Where is the bow?", "o": ["Aft", "In front"],
                 "c": 1}, {"q": "Where is the stern?", "o": ["Aft", "In front"], "c": 0}]})",
             "Where is the bow? => In front/Where is the stern? => Aft"},
        Data{"AlternativesOfAnAnswer", "quiz.toml",
             "[[questions]]\nquestion = \"What carries the sails?\"\nanswer = \"The mast\"\n"
             "alternatives = [\"The keel\", \"The oar\"]\n",
             "What carries the sails? => The mast"},
        Data{"ARightAnswerAmongAnswers", "quiz.xml",
             "<questions><question points=\"1\"><body>Name the rope that holds a boat:</body>"
             "<answers><answer>The sheet</answer><right_answer>The painter</right_answer>"
             "</answers></question>\n<question points=\"1\"><body>How many masts has a sloop?"
             "</body><answers><right_answer>1</right_answer><answer>2</answer><answer>3</answer>"
             "</answers></question></questions>\n",
             "Name the rope that holds a boat: => The painter/How many masts has a sloop? => 1"},
        Data{
            "TagsThatAreAskedFor", "html.json",
            R"([{"question": "What begins a paragraph?", "options": ["<br>", "<p>"], "answer": "<p>"},
                 {"question": "What ends a line?", "options": ["<br>", "<p>"], "answer": "<br>"}])",
            "What begins a paragraph? => `<p>`/What ends a line? => `<br>`"},
        Data{"NothingPicked", "form.json",
             R"([{"label": "Choose your size", "choices": ["small", "large"], "default": 0},
                 {"label": "Choose your colour", "choices": ["red", "blue"], "correct": "never"}])",
             ""}),
    [](const auto& one) { return std::string(one.param.name); });

INSTANTIATE_TEST_SUITE_P(
    CountedKeys, NamedData,
    testing::Values(
        Data{"TitlesAndContents", "faq.json",
             R"({"title-one": "Is it deep?", "content-one": "Two metres.", "title-two": "",
                 "content-two": "", "title-three": "Is it cold?", "content-three": "Always."})",
             "Is it deep? => Two metres./Is it cold? => Always."},
        Data{"TextsOfAnFaq", "en.json",
             R"({"hero_title": "Ready to sail?", "hero_text": "Come aboard.", "faq_1_title":
                 "Is it deep?", "faq_1_text": "Two metres.", "faq_2_title": "Is it cold?",
                 "faq_2_text": "Always."})",
             "Is it deep? => Two metres./Is it cold? => Always."},
        Data{"StepsAreNone", "en.json",
             R"({"step_1_title": "Untie her", "step_1_text": "Both ropes.", "step_2_title":
                 "All aboard?", "step_2_text": "Then push off.", "step_3_title": "Row",
                 "step_3_text": "Steadily."})",
             ""},
        Data{"BelowATitle", "faq.json",
             R"({"title": "FAQ", "q1": "Is it deep?", "q1_answer": "Two metres.",
                 "q2": "Is it cold?", "q2_answer": "Always.", "more": [{"question": "Who rows?",
                 "answer": "The mate."}]})",
             "Is it deep? => Two metres./Is it cold? => Always./Who rows? => The mate."},
        Data{
            "EveryOtherTextAsks", "faq.php",
            "<?php return ['home' => 'Home', 'text_1' => '1) Is it deep?', 'text_2' => 'About two "
            "metres deep.', 'text_3' => '2) Is it cold?', 'text_4' => 'It always is.', 'foot_1' => "
            "'Any questions?', 'foot_2' => 'Write'];\n",
            "Is it deep? => About two metres deep./Is it cold? => It always is."},
        Data{"ParagraphsBelowATitle", "faq.php",
             "<?php return ['FAQ' => 'FAQ', 'Depth' => ['title' => 'Is it deep?', 'p-1' => 'Two "
             "metres.', 'p-2' => 'Less at low tide.'], 'Cold' => ['title' => 'Is it cold?', 'p-1' "
             "=> "
             "'Always.'], 'Foot' => ['title' => 'Write to us', 'p-1' => 'Any time.']];\n",
             "Is it deep? => Two metres.//Less at low tide./Is it cold? => Always."},
        Data{"OneEndingForAllAnswers", "faq.php",
             "<?php return ['title' => 'FAQ', 'depth' => 'Is it deep?', 'depthd' => 'Two metres.', "
             "'cold' => 'Is it cold?', 'coldd' => 'Always.', 'who' => 'Who rows?', 'whod' => 'The "
             "mate.'];\n",
             "Is it deep? => Two metres./Is it cold? => Always./Who rows? => The mate."},
        Data{"NotEachItsOwn", "app.json",
             R"({"leave": "Leave now?", "leave_ok": "Yes", "drop": "Drop it?", "drop_no": "Keep",
                 "send": "Send it?", "sender": "Sender"})",
             ""},
        Data{"TextsThatDoNotTakeTurns", "home.json",
             R"({"text_1": "Is it deep?", "text_2": "Is it cold?", "text_3": "Come and see it.",
                 "line1": "A boat", "line2": "Is it yours?", "line3": "A quay in the sun"})",
             ""},
        Data{"ListsBesideEachOther", "faq.json",
             R"({"q": ["Is it deep?", "Is it cold?"], "a": ["Two metres.", "Always."]})",
             "Is it deep? => Two metres./Is it cold? => Always."}),
    [](const auto& one) { return std::string(one.param.name); });

INSTANTIATE_TEST_SUITE_P(
    NoAnswers, NamedData,
    testing::Values(
        Data{"TranslationsOfSentences", "de.json",
             R"({"Are you sure?": "Sind Sie sicher?", "Delete it?": "Wirklich löschen?",
                 "Saved as a draft": "Als Entwurf gespeichert"})",
             ""},
        Data{"SentencesThatAreTheirOwnKeys", "en.json",
             R"({"Are you sure?": "Are you sure?", "Is it deep?": "Is it deep?"})", ""},
        Data{
            "OneAnswerAsksBack", "faq.json",
            R"({"Are you sure?": "Yes.", "Is it deep?": "Two metres.", "Who asks?": "Who knows?"})",
            "Are you sure? => Yes./Is it deep? => Two metres./Who asks? => Who knows?"},
        Data{"TopicsAndTheirTexts", "knowledge.json",
             R"([{"id": "a", "title": "Keels and ballast", "text": "A keel carries lead."},
                 {"id": "b", "title": "Tides", "text": "Twice a day the sea comes in."}])",
             ""},
        Data{"TopicsAmongWhichSomeAsk", "knowledge.json",
             R"([{"id": "a", "title": "What is a keel?", "text": "The spine of a boat."},
                 {"id": "b", "title": "Tides", "text": "Twice a day the sea comes in."}])",
             "What is a keel? => The spine of a boat./Tides => Twice a day the sea comes in."}),
    [](const auto& one) { return std::string(one.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Abbreviations, NamedData,
    testing::Values(
        Data{"Italian", "sigle.csv",
             "Sigla,Sigla_espansa,Spiegazione,Pagina\nGPS,Global Positioning System,Dice dove si "
             "sta.,7\nVHF,Very High Frequency,Una radio di bordo.,9\n",
             "GPS => Global Positioning System//Dice dove si sta./VHF => Very High "
             "Frequency//Una radio di bordo."},
        Data{"FullForms", "acronyms.csv",
             "acronym,full form\nGPS,Global Positioning System\nVHF,Very High Frequency\n",
             "GPS => Global Positioning System/VHF => Very High Frequency"},
        Data{"MeaningAndDescription", "acronyms.json",
             R"([{"acronym": "GPS", "meaning": "Global Positioning System", "description":
                 "Says where one is."}])",
             "GPS => Global Positioning System//Says where one is."},
        Data{"ATermHasOneDefinition", "terms.json",
             R"([{"term": "keel", "definition": "The spine of a boat.", "explanation": ""}])",
             "keel => The spine of a boat."}),
    [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace answers
