// Forms that hold questions and answers as data: each a small world, read under its own name.
#include "corpus/data/field_names.h"
#include "corpus/input/input.h"
#include "corpus/reader.h"
#include "tests/corpus/collector.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace answers {
namespace {

struct Form {
  const char* name;
  const char* file;
  const char* text;
  const char* records;  // "line question => answer body=… [section] {tags}", '/' for a line break
};

std::string show(const Record& record) {
  std::string line =
      std::to_string(record.place.line) + " " + record.question + " => " + record.answer;
  if (!record.body.empty()) line += " body=" + record.body;
  for (const auto& one : record.section) line += " [" + one + "]";
  for (const auto& one : record.tags) line += " {" + one + "}";
  std::ranges::replace(line, '\n', '/');
  return line;
}

std::string read_as(const std::string& name, const std::string& text, Collector& collector) {
  const TemporaryFolder folder;
  write_file(folder / name, text);
  read_file(folder / name, collector);
  std::string all;
  for (const Record& record : collector.records) all += (all.empty() ? "" : "\n") + show(record);
  return all;
}

class FormCase : public testing::TestWithParam<Form> {};

TEST_P(FormCase, IsReadAsItsAuthorMeantIt) {
  Collector collector;
  EXPECT_EQ(read_as(GetParam().file, GetParam().text, collector), GetParam().records);
}

INSTANTIATE_TEST_SUITE_P(
    ProseInXml, FormCase,
    testing::Values(
        Form{"Fml", "faq.fml",
             "<?xml version=\"1.0\"?>\n<faqs title=\"FAQ\"><part id=\"g\"><title>General</title>\n"
             "<faq id=\"a\"><question>What is a <b>keel</b>?</question>\n"
             "<answer><p>The spine, see <a href=\"k.html\">keels</a>.</p>\n"
             "<source>lay(1 &lt; 2);</source></answer></faq>\n"
             "<faq id=\"b\"><question>Who rows?</question><answer>The <i>mate</i> and "
             "the boy.</answer></faq>\n</part></faqs>\n",
             "3 What is a keel? => The spine, see [keels].//```/lay(1 < 2);/```//[keels]: k.html "
             "[FAQ] [General]\n6 Who rows? => The *mate* and the boy. [FAQ] [General]"},
        Form{
            "NamesOfDataAreNoMarkup", "faq.xml",
            "<faqs><faq><question><text>Which floats?</text></question><answer><text>Cork</text>"
            "</answer></faq>\n<faq><question><text>Which sinks?</text></question><answer><text>Lead"
            "</text></answer></faq></faqs>\n",
            "1 Which floats? => Cork\n2 Which sinks? => Lead"},
        Form{"WordsInASentenceUnderAnyName", "faq.xml",
             "<faqs><faq><question>Which floats?</question><answer><p><bold>Mind:</bold> cork.</p>"
             "</answer></faq>\n<faq><question>Which sinks?</question><answer><p>Lead.</p></answer>"
             "</faq></faqs>\n",
             "1 Which floats? => Mind: cork.\n2 Which sinks? => Lead."}),
    [](const auto& one) { return std::string(one.param.name); });

INSTANTIATE_TEST_SUITE_P(
    WrittenOutInAComponent, FormCase,
    testing::Values(
        Form{"HeadingsOfAFaq", "Faq.tsx",
             "const Faq = () => {\n  return (\n    <div className=\"x\">\n"
             "      <h4 className=\"y\">What is a keel?</h4>\n      <p>The spine.</p>\n"
             "      <h4>Who rows?</h4>\n      <p>The mate.</p>\n    </div>\n  );\n};\n",
             "4 What is a keel? => The spine.\n6 Who rows? => The mate."},
        Form{"HeadingsOfAnApplication", "Login.tsx",
             "export default () => (\n  <div>\n    <h4>Forgot your password?</h4>\n    <p>Write to "
             "us.</p>\n    <h4>New here?</h4>\n    <p>Join.</p>\n  </div>\n);\n",
             ""},
        Form{"PlacesForTextAreNoText", "quiz.html",
             "<h1>Quiz</h1>\n{% for q in questions %}\n<p><strong>{{ loop.index }}. {{ q.q }}"
             "</strong></p>\n<p>{{ q.a }}</p>\n{% endfor %}\n",
             ""},
        Form{"NeitherAreLoops", "faq.html",
             "<h1>Quiz</h1>\n<h2>What is asked here?</h2><p>All of these.</p>\n<p>{% for q in all "
             "%}</p><p>{{ q }}</p>\n<p>{% endfor %}</p>\n",
             ""}),
    [](const auto& one) { return std::string(one.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Blackboard, FormCase,
    testing::Values(Form{
        "EveryKind", "test.txt",
        "MC\tWhich floats?\tLead\tincorrect\tCork\tcorrect\nTF\tIs cork light?\ttrue\n"
        "MAT\tWhat drives it?\tsail\twind\toar\thand\nFIB\tA boat has a ___.\tkeel\thull\n"
        "ESS\tDescribe a keel.\n",
        "1 Which floats? => Cork body=- A) Lead/- B) Cork\n2 Is cork light? => true\n"
        "3 What drives it? => sail: wind/oar: hand\n4 A boat has a ___. => keel/hull"}),
    [](const auto& one) { return std::string(one.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Scripts, FormCase,
    testing::Values(
        Form{"Array", "faq.js",
             "export const faqs = [\n  { question: 'What is a keel?', answer: \"The spine.\" },\n"
             "  { question: \"Who's rowing?\", answer: `The mate\n    and the boy.` },\n];\n",
             "2 What is a keel? => The spine.\n3 Who's rowing? => The mate/and the boy."},
        Form{"Typed", "faq.ts",
             "interface Faq { question: string; answer: string }\n"
             "const items: Faq[] = [{ id: 1, question: 'A?', answer: 'B' + ' c.' }] as const;\n",
             "2 A? => B c."},
        Form{"Elements", "Faq.tsx",
             "const faqs = [{ q: 'Is it free?', a: <p>Yes, <b>really</b>{' '}free.</p> },\n"
             "{ q: 'Where?', a: (<>At <Link to={home}>home</Link>.</>) }]\n"
             "export default () => <ul>{faqs.map((f) => <li key={f.q}>{f.q}</li>)}</ul>\n",
             "1 Is it free? => Yes, **really** free.\n2 Where? => At home."},
        Form{"NothingIsRun", "faq.mjs",
             "export default [...others, { question: t('faq.one'), answer: 'B.' },\n"
             "{ question: 'C?', answer: ['D.', 'E.'].join('\\n'), on() { return [1]; } }]",
             "2 C? => D./E."},
        Form{"QuizAndComments", "quiz.cjs",
             "// { question: 'No?', answer: 'No.' }\nmodule.exports = {\n questions: [{\n"
             "  question: 'Which floats?', options: ['Lead', 'Cork'], answer: 1 }] };\n",
             "3 Which floats? => Cork body=- A) Lead/- B) Cork"},
        Form{"Component", "Faq.vue",
             "<template><p>Don't [</p></template>\n<script>\nexport default { data() { return {\n"
             "faqs: [{ title: 'Is it open?', content: 'At eight.' }] } } }\n</script>\n",
             "4 Is it open? => At eight."},
        Form{"NamesThatSayNothing", "items.ts",
             "export const items = [\n{ label: 'Wo ist es?', text: 'Am Hafen, ganz hinten.' },\n"
             "{ label: 'Was kostet es?', text: 'Zehn ' + coin + ' am Tag.' },\n"
             "{ label: 'Wann ist es auf?', text: 'Immer am frühen Morgen.' }]\n",
             "2 Wo ist es? => Am Hafen, ganz hinten.\n3 Was kostet es? => Zehn  am Tag.\n"
             "4 Wann ist es auf? => Immer am frühen Morgen."},
        Form{
            "Attributes", "Faq.jsx",
            "export default () => (<section>\n<Item question=\"Is it far?\" answer=\"A mile.\" />\n"
            "<Item title={'Who rows?'}>The <b>mate</b>.</Item>\n<Nav "
            "to=\"/a\">Up</Nav></section>)\n",
            "2 Is it far? => A mile.\n3 Who rows? => The **mate**."},
        Form{
            "Python", "quiz_data.py",
            "# { 'question': 'No?'\nQUIZ = [\n  {'question': \"Which floats?\",  # it's cork\n"
            "   'options': ['Lead', 'Cork'], 'answer': 'B'},\n]\nPAIRS = (\n"
            "  ('What is a keel?', 'The spine '\n   'of a ship.'),\n"
            "  ('What is a mast?', \"\"\"A pole,\n    upright.\"\"\"),\n"
            "  ('What is a jib?', r'A sail.'),\n)\n",
            "3 Which floats? => Cork body=- A) Lead/- B) Cork\n7 What is a keel? => The spine of a "
            "ship.\n9 What is a mast? => A pole,/upright.\n11 What is a jib? => A sail."},
        Form{"Ruby", "faq_seeds.rb",
             "FAQS = [\n  { question: \"Is it open?\", answer: 'At eight.' }, # {\n"
             "  { :question => 'Is it far?', :answer => 'A mile.' },\n].freeze\n",
             "2 Is it open? => At eight.\n3 Is it far? => A mile."},
        Form{"Constructors", "quiz.js",
             "const quiz = [\n  new Question('Which floats?', ['Lead', 'Cork'], 'Cork'),\n"
             "  new Question('Which flies?', ['Gull', 'Cod'], 'Gull'),\n"
             "  new Question('Which swims?', ['Owl', 'Cod'], 'Cod') ];\n",
             "2 Which floats? => Cork body=- A) Lead/- B) Cork\n"
             "3 Which flies? => Gull body=- A) Gull/- B) Cod\n"
             "4 Which swims? => Cod body=- A) Owl/- B) Cod"},
        Form{"CountedNames", "texts.ts",
             "export const t = { nav: { home: 'Home' }, faq1Question: 'Is it open?',\n"
             "faq1Answer: 'At eight.', faq2Question: 'Is it far?', faq2Answer: 'A mile.' } as "
             "const\n",
             "1 Is it open? => At eight.\n2 Is it far? => A mile."},
        Form{"CountedNamesBelowANameInTwoLanguages", "texts.js",
             "const dict = { de: { 'nav.home': 'Start', 'faq.q1': 'Darf der Hund mit?',\n"
             "  'faq.a1': 'An der Leine.' },\n"
             "en: { 'nav.home': 'Home', 'faq.q1': 'May the dog come?', 'faq.a1': 'On a leash.' } "
             "};\n",
             "1 Darf der Hund mit? => An der Leine.\n3 May the dog come? => On a leash."},
        Form{"KeysThatAsk", "bot.js",
             "const replies = {\n'Where do I moor?': 'At the long pier.',\n"
             "'When does it leave?': 'At six.',\n'Tell me about fares': 'Two a mile.' };\n",
             "2 Where do I moor? => At the long pier.\n3 When does it leave? => At six.\n"
             "4 Tell me about fares => Two a mile."},
        Form{"PageOfPhp", "faqs.php",
             "<?php $faqs = array(\n  array('q' => 'Who\\'s rowing?', 'a' => 'The ' . $who . ' "
             "boy.'),\n"
             "  array('q' => __('Is it far?', 'x'), 'a' => <<<END\n    A mile.\n    END),\n); ?>\n"
             "<h1>FAQ</h1><?php foreach ($faqs as $f): ?><h3><?= $f['q'] ?></h3><?php endforeach "
             "?>\n"
             "<h3>Is there a boat?</h3><p>Two.</p><h3>Is it dry?</h3><p>Mostly.</p>\n",
             "2 Who's rowing? => The  boy.\n3 Is it far? => A mile.\n8 Is there a boat? => Two.\n"
             "8 Is it dry? => Mostly."},
        Form{"ScriptOfAPage", "quiz.html",
             "<!doctype html><html><body><h1>Quiz</h1><script>\nconst quiz = [\n"
             "{ question: 'Which floats?', options: ['Lead', 'Cork'], answer: 1 },\n"
             "{ question: 'Which flies?', options: ['Gull', 'Cod'], answer: 0 }];\n"
             "</script></body></html>\n",
             "3 Which floats? => Cork body=- A) Lead/- B) Cork\n"
             "4 Which flies? => Gull body=- A) Gull/- B) Cod"},
        Form{"FoldsOfAComponent", "Help.vue",
             "<template>\n<details><summary>Is it open?</summary><p>At eight.</p></details>\n"
             "<details><summary>Is it far?</summary><p>A mile.</p></details>\n</template>\n"
             "<script setup>const x = 1 < 2</script>\n",
             "2 Is it open? => At eight.\n3 Is it far? => A mile."},
        Form{"APageWithinAnAnswer", "Faq.tsx",
             "export const faq = [\n  {\n    question: 'Is it deep?',\n    answer: 'Two metres.',\n"
             "    more: (\n      <>\n        <h3>Why is it so deep?</h3>\n        <p>It was dug "
             "out by "
             "hand.</p>\n      </>\n    ),\n  },\n  {\n    question: 'Is it cold?',\n    answer: "
             "'Often.',\n  },\n];\n",
             "2 Is it deep? => Two metres.\n12 Is it cold? => Often."},
        Form{"FoldsOfALibrary", "Faq.tsx",
             "export function Faq() {\n  const n = 1 < 2;\n  return (\n    <Accordion "
             "type=\"single\">\n"
             "      <AccordionItem value={`a-${n}`}>\n"
             "        <AccordionTrigger>Is it open?</AccordionTrigger>\n"
             "        <AccordionContent>At eight.</AccordionContent>\n      </AccordionItem>\n"
             "      <AccordionItem value=\"b\">\n"
             "        <AccordionTrigger>Is it far?</AccordionTrigger>\n"
             "        <AccordionContent>A <b>mile</b>.</AccordionContent>\n      </AccordionItem>\n"
             "    </Accordion>\n  );\n}\n",
             "5 Is it open? => At eight.\n9 Is it far? => A **mile**."},
        Form{"FrontOfAComponent", "faq.astro",
             "---\nconst faqs = [{ question: 'Is it open?', answer: 'At eight.' }];\n---\n"
             "{faqs.map((f) => <details><summary>{f.question}</summary>{f.answer}</details>)}\n",
             "2 Is it open? => At eight."},
        Form{"OtherObjects", "menu.js",
             "const menu = [{ title: 'Fast', description: 'Very fast.' }, { name: 'a', text: 'b' "
             "}];\nif (x) { y = /[{]/; }\n",
             ""}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Quizzes, FormCase,
    testing::Values(Form{
        "LettersThatAreOptions", "quiz.csv",
        "question,a,b,c,answer\nWhich key ends it?,q,c,x,b\nWhich starts it?,a,b,s,c\n"
        "Which saves?,w,save,r,b\n",
        "2 Which key ends it? => c body=- A) q/- B) c/- C) x\n"
        "3 Which starts it? => s body=- A) a/- B) b/- C) s\n"
        "4 Which saves? => save body=- A) w/- B) save/- C) r"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Notes, FormCase,
    testing::Values(
        Form{"HalfAnswered", "questions.md",
             "# Questions\n\n- What is a keel?\n  - A beam\n  - below\n- How does it work?\n"
             "- Why does it float?\n  - It is light\n- Who steers?\n",
             "3 What is a keel? => - A beam/- below\n"
             "7 Why does it float? => - It is light"},
        Form{"PairsInFences", "entretien.md",
             "# Notes\n\n```\nQ. Un mât ?\n\nR : Il porte\nla voile.\n```\n\n```js\nq: 'A?', a: "
             "'B'\n```\n",
             "4 Un mât ? => Il porte/la voile."},
        Form{"EntriesBetweenRules", "FAQ.de.md",
             "Sichern\n\nDen Knopf drücken.\n\n====\nWo sind sie?\n\nIm Ordner.\n\n====\nTeilen\n\n"
             "Per Post.\n",
             "1 Sichern => Den Knopf drücken.\n6 Wo sind sie? => Im Ordner.\n"
             "11 Teilen => Per Post."},
        Form{"GapsToFillIn", "interview.md",
             "# Interview\n\n### Question 1: *[Question title]*\n\n**Answer:**\n> Write here.\n\n"
             "### Design: *[Technical question]*\n\n**Answer:**\n> Write here.\n",
             ""},
        Form{"AnswerWithoutItsLabel", "faq.txt",
             "Q: What is it?\n\nA: A boat.\n\nQ: Is it?\n\nQ: Can you help us?\n\nThere is a "
             "list.\nWrite to "
             "it.\n\n"
             "Somebody will answer.\n\nQ: Who has one?\n\nA: The mate.\n",
             "1 What is it? => A boat.\n7 Can you help us? => There is a list./Write to "
             "it.//Somebody "
             "will answer.\n14 Who has one? => The mate."},
        Form{
            "CellsThatAnswer", "trees.ipynb",
            "{\"cells\": [\n{\"cell_type\": \"markdown\", \"source\": [\"## Trees\"]},\n"
            "{\"cell_type\": \"markdown\", \"source\": [\"**1-What is one?**\\n\", \"A "
            "plant.\\n\\n**Why "
            "so?**\\n\\nWood.\"]},\n{\"cell_type\": \"markdown\", \"source\": \"**2-How do they "
            "grow?**\\n\\n**1. Roots:**\\n\\n* deep\"},\n{\"cell_type\": \"markdown\", \"source\": "
            "\"**3-Who plants them?**\\nWe do.\"},\n{\"cell_type\": \"markdown\", \"source\": "
            "\"**4-Where is it?**"
            "\\nHere.\"}], \"metadata\": {}, \"nbformat\": 4}\n",
            "3 What is one? => A plant.//**Why so?**//Wood. [Trees]\n"
            "4 How do they grow? => **1. Roots:**//* deep [Trees]\n"
            "5 Who plants them? => We do. [Trees]\n6 Where is it? => Here. [Trees]"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Notebooks, FormCase,
    testing::Values(
        Form{"CommentsThatAnswer", "commentsthatanswer.ipynb",
             "{\"cells\": [\n{\"cell_type\": \"markdown\", \"source\": \"Q1. What is a "
             "keel?\"},\n{\"cell_type\": \"code\", \"source\": \"# Ans: The spine of a boat,\\n# "
             "below the water.\"},\n{\"cell_type\": \"markdown\", \"source\": \"Q2. What is a "
             "mast?\"},\n{\"cell_type\": \"code\", \"source\": \"\\\"\\\"\\\"A "
             "pole.\\\"\\\"\\\"\"}], \"metadata\": {}, \"nbformat\": 4}\n",
             "2 What is a keel? => The spine of a boat,/below the water.\n4 What is a mast? => A "
             "pole."},
        Form{"CommentsThatSetTasks", "commentsthatsettasks.ipynb",
             "{\"cells\": [\n{\"cell_type\": \"code\", \"source\": \"# Q1. Write a function that "
             "adds\\n# two numbers\\ndef add(a, b):\\n    return a + b\"},\n{\"cell_type\": "
             "\"code\", \"source\": \"#Q2. What does it give?\\nprint(add(1, "
             "2))\"},\n{\"cell_type\": \"code\", \"source\": \"x = 1\"},\n{\"cell_type\": "
             "\"code\", \"source\": \"# Question 3: Print the sum of both\\nprint(3)\"}], "
             "\"metadata\": "
             "{}, \"nbformat\": 4}\n",
             "2 Write a function that adds => ```python/def add(a, b):/    return a + b/``` "
             "body=two numbers\n3 What does it give? => ```python/print(add(1, 2))/```\n5 Print "
             "the sum of both => ```python/print(3)/```"},
        Form{"NumbersInAFileOfExercises", "exercises_boats.ipynb",
             "{\"cells\": [\n{\"cell_type\": \"code\", \"source\": \"# 1. Add two numbers\\n1 + "
             "2\"},\n{\"cell_type\": \"code\", \"source\": \"# 2) Count the masts\\nprint(2)\"},\n"
             "{\"cell_type\": \"code\", \"source\": \"# 3. Print the keel\\nprint(3)\"}], "
             "\"metadata\": {}, \"nbformat\": 4}\n",
             "2 Add two numbers => ```python/1 + 2/```\n3 Count the masts => "
             "```python/print(2)/```\n4 Print the keel => ```python/print(3)/```"},
        Form{"StepsInComments", "stepsincomments.ipynb",
             "{\"cells\": [\n{\"cell_type\": \"code\", \"source\": \"# 1. imports\\nimport "
             "os\"},\n{\"cell_type\": \"code\", \"source\": \"# 2. the data\\nd = "
             "1\"},\n{\"cell_type\": \"code\", \"source\": \"# 3. Create the model\\nm = "
             "2\"},\n{\"cell_type\": \"code\", \"source\": \"# Is it right?\\nprint(m)\"}], "
             "\"metadata\": {}, \"nbformat\": 4}\n",
             ""},
        Form{"ExercisesInWords", "exercisesinwords.ipynb",
             "{\"cells\": [\n{\"cell_type\": \"markdown\", \"source\": \"# "
             "Boats\"},\n{\"cell_type\": \"markdown\", \"source\": \"### 1. Count the "
             "masts.\"},\n{\"cell_type\": \"code\", \"source\": \"print(2)\"},\n{\"cell_type\": "
             "\"markdown\", \"source\": \"### 2. How long is the keel?\"},\n{\"cell_type\": "
             "\"code\", \"source\": \"print(12)\"},\n{\"cell_type\": \"markdown\", \"source\": "
             "\"### 3. Explain the result.\"},\n{\"cell_type\": \"markdown\", \"source\": \"The "
             "boat is long.\"}], \"metadata\": {}, \"nbformat\": 4}\n",
             "3 Count the masts. => ```python/print(2)/```\n5 How long is the keel? => "
             "```python/print(12)/```\n7 Explain the result. => The boat is long."}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Teachers, FormCase,
    testing::Values(
        Form{"Gift", "quiz.gift",
             "$CATEGORY: $course$/Ropes\n\n// a comment\n::K:: Which knot slips? {=Granny "
             "~Bowline#no}\n\nThe sheet is a {=rope} of the sail.\n\nThe keel is above. {F}\n\n"
             "Built when? {#1822:5}\n\nMatch. {=a -> b =c -> d}\n\nWrite. {}\n",
             "4 Which knot slips? => Granny body=- A) Granny/- B) Bowline [Ropes]\n"
             "6 The sheet is a _____ of the sail. => rope [Ropes]\n"
             "8 The keel is above. => False [Ropes]\n10 Built when? => 1822 ± 5 [Ropes]\n"
             "12 Match. => a → b/c → d [Ropes]"},
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
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Sheets, FormCase,
    testing::Values(
        Form{"Accentless", "a.csv", "intrebare,raspuns\nCe e?,Un nod.\n", "2 Ce e? => Un nod."},
        Form{"Prefixed", "b.csv", "faq_pregunta;faq_respuesta\n¿Qué?;Nada.\n", "2 ¿Qué? => Nada."},
        Form{"BlankBeforeQuote", "c.csv", "question, answer\nWhat?, \"a, b\"\nWho?, c\n",
             "2 What? => a, b\n3 Who? => c"},
        Form{"UnknownHeader", "d.csv", "Kwestie,Uitleg\nWaarom?,Daarom.\nWie?,Ik.\nWat?,Dit.\n",
             "2 Waarom? => Daarom.\n3 Wie? => Ik.\n4 Wat? => Dit."},
        Form{"UserAndBot", "e.csv", "User,Bot\nhow are you,I am well today.\n",
             "2 how are you => I am well today."},
        Form{"Benchmark", "f.csv", "Find x.,1,2,3,4,B\nFind y.,5,6,7,8,D\n",
             "1 Find x. => 2 body=- A) 1/- B) 2/- C) 3/- D) 4\n"
             "2 Find y. => 8 body=- A) 5/- B) 6/- C) 7/- D) 8"},
        Form{"OptionsInOneCell", "g.csv",
             "Capital of France?,\"Rome, Paris\",Paris\nTwo and two?,\"3, 4\",4\n",
             "1 Capital of France? => Paris body=- A) Rome/- B) Paris\n"
             "2 Two and two? => 4 body=- A) 3/- B) 4"},
        Form{
            "LooseCommas", "i.csv",
            "Question,Answer\nWhat is primer?,It holds, and keeps.\nI forgot, how do I get in?,Use "
            "mail, it works.\nPlain?,Yes,,\n",
            "2 What is primer? => It holds, and keeps.\n"
            "3 I forgot, how do I get in? => Use mail, it works.\n4 Plain? => Yes"},
        Form{"ListOfAnyName", "k.json",
             "[{\"q\": \"Legs?\", \"c\": [\"six\", \"eight\"], \"a\": 1}]",
             "1 Legs? => eight body=- A) six/- B) eight"},
        Form{"SeveralIndexes", "l.json",
             "[{\"Q\": \"Which fly?\", \"choices\": [\"wren\", \"stone\", \"bat\"], \"A\": "
             "\"0;2\"}]",
             "1 Which fly? => wren/bat body=- A) wren/- B) stone/- C) bat"},
        Form{"CardsWithTagsAndWithoutAHeader", "vocab.tsv",
             "perro\tdog\tanimal\ngato\tcat\tanimal\nir\tto go\tverb\nver\tto see\tverb\n",
             "1 perro => dog {animal}\n2 gato => cat {animal}\n3 ir => to go {verb}\n4 ver => to "
             "see {verb}"},
        Form{"CardsOfWhichAQuoteIsNotClosed", "deck.tsv",
             "\"perro\tdog\tanimal\ngato\tcat\tanimal\nir\tto go\tverb\n", ""},
        Form{"NoCardsInATableOfSomethingElse", "prices.tsv",
             "perro\tdog\tanimal\ngato\tcat\tanimal\nir\tto go\tverb\nver\tto see\tverb\n", ""},
        Form{"TagsOfAnki", "m.tsv",
             "Front\tBack\tTags\nKeel?\tSpine\tboats parts::low\nMast?\tPole\tboats\n",
             "2 Keel? => Spine {boats} {parts::low}\n3 Mast? => Pole {boats}"},
        Form{"SeveralRight", "h.csv",
             "question,opt1,opt2,opt3,correct answer(s)\nKnots?,Bowline,Fender,Hitch,\"1,3\"\n",
             "2 Knots? => Bowline/Hitch body=- A) Bowline/- B) Fender/- C) Hitch"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    ChatsInLines, FormCase,
    testing::Values(
        Form{
            "MattermostInBulk", "bulk.jsonl",
            "{\"type\": \"version\", \"version\": 1}\n"
            "{\"type\": \"post\", \"post\": {\"channel\": \"help\", \"user\": \"ann\", \"type\": "
            "\"\", "
            "\"message\": \"How deep is the harbour?\", \"create_at\": 1700000000000, \"replies\": "
            "[{\"user\": \"bob\", \"message\": \"Two metres.\", \"create_at\": 1700000100000}]}}\n"
            "{\"type\": \"post\", \"post\": {\"channel\": \"help\", \"user\": \"cid\", \"type\": "
            "\"system_join_channel\", \"message\": \"cid joined\", \"create_at\": 1700000200000}}\n"
            "{\"type\": \"direct_post\", \"direct_post\": {\"user\": \"ann\", \"message\": "
            "\"Is it cold there in May?\", \"create_at\": 1700000300000, \"replies\": null}}\n",
            "2 How deep is the harbour? => Two metres."},
        Form{
            "RocketChat", "messages.json",
            "{\"msg\": \"How deep is the harbour?\", \"username\": \"ann\", \"ts\": "
            "\"2023-11-14T22:13:20Z\"}\n"
            "{\"msg\": \"Two metres.\", \"username\": \"bob\", \"ts\": \"2023-11-14T22:15:20Z\"}\n",
            "1 How deep is the harbour? => Two metres."},
        Form{"RocketChatsDatabase", "rocketchat_message.json",
             "{\"_id\": \"a\", \"rid\": \"G\", \"msg\": \"How deep is the harbour?\", \"ts\": "
             "{\"$date\": "
             "\"2023-11-14T22:13:20Z\"}, \"u\": {\"username\": \"ann\"}}\n"
             "{\"_id\": \"b\", \"rid\": \"G\", \"msg\": \"Is it windy?\", \"ts\": {\"$date\": "
             "\"2023-11-14T22:14:20Z\"}, \"u\": {\"username\": \"cid\"}}\n"
             "{\"_id\": \"c\", \"rid\": \"G\", \"tmid\": \"a\", \"msg\": \"Two metres.\", \"ts\": "
             "{\"$date\": \"2023-11-14T22:15:20Z\"}, \"u\": {\"username\": \"bob\"}}\n",
             "1 How deep is the harbour? => Two metres."}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Services, FormCase,
    testing::Values(
        Form{"Botpress", "qna.json",
             R"({"qnas": [{"id": "a", "data": {"questions": {"en": ["When?", "hours"]},
"answers": {"en": ["At nine.", "From nine on."]}}}]})",
             "1 When? => - At nine./- From nine on. body=- hours"},
        Form{"Gemini", "My Activity.json",
             R"([{"header": "Gemini Apps", "title": "Prompted draw a keel",
"safeHtmlItem": [{"html": "<p>A <b>line</b>.</p>"}]},
{"header": "Gemini Apps", "title": "Used Gemini Apps"}])",
             "1 draw a keel => A **line**."},
        Form{
            "GeminisPage", "MyActivity.html",
            R"(<html><body><div class="outer-cell mdl-cell"><p class="mdl-typography--title">Gemini Apps<br></p>
<div class="content-cell mdl-typography--body-1">Prompted draw<br>a keel<br>Mar 1, 2024, 10:00:00 AM<br><p>A <b>line</b>.</p></div><div class="content-cell x">y</div></div>
<div class="outer-cell mdl-cell"><p class="mdl-typography--title">Search<br></p>
<div class="content-cell mdl-typography--body-1">Searched for keel<br>Mar 1, 2024, 10:00:00 AM<br></div></div>)",
            "1 draw => A **line**. body=a keel"},
        Form{"Discussions", "discussions.json",
             R"({"data": {"repository": {"discussions": {"nodes": [
{"title": "Rust on the chain", "body": "What now?", "category": {"name": "Q&A", "isAnswerable": true},
 "comments": {"nodes": [{"body": "Grease.", "isAnswer": true}, {"body": "Paint."}]}},
{"title": "My boat", "body": "Look.", "category": {"name": "Show", "isAnswerable": false},
 "comments": {"nodes": [{"body": "Nice."}]}}]}}}})",
             "3 Rust on the chain => Grease. body=What now? [Q&A]\n"
             "3 Rust on the chain => Paint. body=What now? [Q&A]"},
        Form{
            "HelpCentre", "articles.json",
            R"({"articles": [{"title": "Paying by card", "body": "<p>Visa only.</p>", "section_id": 5}]})",
            "1 Paying by card => Visa only."},
        Form{"RunsOfMessages", "runs.jsonl",
             R"({"inputs": {"messages": [{"role": "user", "content": "And a rudder?"}]},)"
             R"( "outputs": {"output": {"role": "assistant", "content": "It steers."}}})",
             "1 And a rudder? => It steers."},
        Form{
            "QuestionSet", "content.json",
            R"({"questions": [{"library": "H5P.MultiChoice 1.16", "params": {"question": "<p>A keel?</p>",
"answers": [{"text": "<div>The spine</div>", "correct": true}, {"text": "<div>A sail</div>", "correct": false}]}},
{"library": "H5P.Blanks 1.14", "params": {"text": "Fill in", "questions": ["<p>The *keel/spine* is *low:not high*.</p>"]}}]})",
            "1 A keel? => The spine body=- A) The spine/- B) A sail\n"
            "3 The ____ is ____. => keel/low"},
        Form{
            "SetOfChoices", "choices.json",
            R"({"choices": [{"subContentId": "x", "question": "<p>Port?</p>", "answers": ["Left", "Right"]}]})",
            "1 Port? => Left body=- A) Left/- B) Right"},
        Form{"DialogCards", "dialogs.json",
             R"({"dialogs": [{"text": "<p>keel</p>", "answer": "<p>the spine</p>"}]})",
             "1 keel => the spine"},
        Form{"Panels", "panels.json",
             R"({"panels": [{"title": "Where?", "content": {"library": "H5P.AdvancedText 1.1",
"params": {"text": "<p>Here.</p>"}}}]})",
             "1 Where? => Here."}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    TablesOfTroubles, FormCase,
    testing::Values(
        Form{
            "WithTheirCauses", "log.csv",
            "Symptom,Cause,Fix\nThe keel hums,Air,Bleed it at the top.\n\"Error 7, red\",Dirt,Wash "
            "and dry it.\n",
            "2 The keel hums => Bleed it at the top.\n3 Error 7, red => Wash and dry it."},
        Form{"InSpanish", "averias.csv",
             "Problema;Solución\nLa puerta no cierra;Ajuste las dos bisagras.\n"
             "El eje chirría;Ponga un poco de grasa.\n",
             "2 La puerta no cierra => Ajuste las dos bisagras.\n"
             "3 El eje chirría => Ponga un poco de grasa."},
        Form{"InChinese", "faults.tsv",
             "问题描述\t解决办法\n无法启动\t请检查电源线\n没有声音\t请检查音量\n",
             "2 无法启动 => 请检查电源线\n3 没有声音 => 请检查音量"},
        Form{"AWordThatSortsIsNoRemedy", "bugs.csv",
             "Symptom,State,Fix\nLogin breaks,open,none\nPage is empty,open,none\n", ""}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    DataWithAName, FormCase,
    testing::Values(
        Form{"OfAPage", "faq.json",
             "var questions = [\n{question: \"Which floats?\", answer: \"Cork.\"},\n"
             "{question: \"Which sinks?\", answer: \"Lead.\"},\n];\n",
             "2 Which floats? => Cork.\n3 Which sinks? => Lead."},
        Form{"OfAProgram", "data.json",
             "faq_data = [\n{\"pregunta\": \"¿Flota?\", \"respuesta\": \"Sí.\", \"nueva\": True},\n"
             "{\"pregunta\": \"¿Pesa?\", \"respuesta\": \"No.\", \"nueva\": None}]\n",
             "2 ¿Flota? => Sí.\n3 ¿Pesa? => No."},
        Form{"OfAWindow", "part.json",
             "window.QUIZ[\"a\"] = {\"items\": [\n{\"q\": \"Port?\", \"a\": \"Left.\"},\n"
             "{\"q\": \"Starboard?\", \"a\": \"Right.\"}]};\n",
             "2 Port? => Left.\n3 Starboard? => Right."}),
    case_name);

TEST(Forms, AHeaderThatIsNotUnderstoodIsSaidByName) {
  Collector collector;
  EXPECT_EQ(read_as("v.csv",
                    "faq_id,question_variant\nF1,How do I pay?\nF1,Where do I pay?\n"
                    "F2,Is it safe?\n",
                    collector),
            "");
  ASSERT_EQ(collector.troubles.size(), 1U);
  EXPECT_NE(collector.troubles[0].what.find("'question_variant'"), std::string::npos);
}

TEST(Forms, NamesOfColumnsAndKeysMayBeGiven) {
  const char* const table = "nr;kwestie;uitleg\n1;Waar?;Daar.\n2;Wie?;Ik.\n3;Wat?;Dit.\n";
  const char* const list =
      R"([{"kwestie": "Waar?", "uitleg": "Daar."}, {"kwestie": "Wie?", "uitleg": "Ik."},
{"kwestie": "Wat?", "uitleg": "Dit."}])";
  for (const auto& [file, text] : {std::pair("v.csv", table), std::pair("v.json", list)}) {
    Collector unnamed;
    EXPECT_EQ(read_as(file, text, unnamed), "") << file;
    ASSERT_EQ(unnamed.troubles.size(), 1U) << file;
    EXPECT_EQ(unnamed.troubles[0].remedy, "name them: --columns question=kwestie,answer=uitleg");
  }
  give_field_names(given_names_in("question=Kwestie,answer=Uitleg").value_or(GivenNames{}));
  Collector named;
  EXPECT_EQ(read_as("v.csv", table, named), "2 Waar? => Daar.\n3 Wie? => Ik.\n4 Wat? => Dit.");
  Collector named_keys;
  EXPECT_EQ(read_as("v.json", list, named_keys), "1 Waar? => Daar.\n1 Wie? => Ik.\n2 Wat? => Dit.");
  give_field_names({});
}

TEST(Forms, GivenNamesMayHoldCommas) {
  const auto names = given_names_in("question=What, now,answer=a,answer=b, c");
  ASSERT_TRUE(names);
  EXPECT_EQ(names->questions, std::vector<std::string>{"What, now"});
  EXPECT_EQ(names->answers, (std::vector<std::string>{"a", "b, c"}));
  for (const char* wrong :
       {"Kwestie", "question", "question=", "question=a,b=c,answer=", "answers=x"})
    EXPECT_FALSE(given_names_in(wrong)) << wrong;
}

TEST(Forms, WhatIsKnownAndNotReadHasItsName) {
  for (const auto& [file, text, name] :
       {std::tuple("a.tex", "\\documentclass{article}\n", "LaTeX"),
        std::tuple("a.po", "msgid \"Why?\"\nmsgstr \"Warum?\"\n", "PO"),
        std::tuple("a.rtf", "{\\rtf1", "RTF")}) {
    Collector collector;
    EXPECT_EQ(read_as(file, text, collector), "");
    ASSERT_EQ(collector.skipped.size(), 1U) << file;
    EXPECT_NE(collector.skipped[0].second.find(name), std::string::npos) << file;
  }
}

}  // namespace
}  // namespace answers
