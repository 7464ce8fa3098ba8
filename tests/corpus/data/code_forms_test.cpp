// Forms in which questions and answers stand in code and markup: scripts, components, notebooks.
#include "tests/corpus/data/form_case.h"

#include <string>

namespace answers {
namespace {

class CodeForm : public testing::TestWithParam<Form> {};

TEST_P(CodeForm, IsReadAsItsAuthorMeantIt) {
  Collector collector;
  EXPECT_EQ(read_as(GetParam().file, GetParam().text, collector), GetParam().records);
}

INSTANTIATE_TEST_SUITE_P(
    ProseInXml, CodeForm,
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
    name_of_form);

INSTANTIATE_TEST_SUITE_P(
    WrittenOutInAComponent, CodeForm,
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
    name_of_form);

INSTANTIATE_TEST_SUITE_P(
    Scripts, CodeForm,
    testing::Values(
        Form{"TextsWithFlaggedOptions", "quiz.js",
             "const test = [{ id: 't1', questions: [\n  { text: 'It floats:', answers: [{ text: "
             "'Lead', correct: false },\n    { text: 'Cork', correct: true }] }] }];\n",
             "2 It floats: => Cork body=- A) Lead/- B) Cork"},
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
    name_of_form);

INSTANTIATE_TEST_SUITE_P(
    Notebooks, CodeForm,
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
    name_of_form);

INSTANTIATE_TEST_SUITE_P(
    DataWithAName, CodeForm,
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
    name_of_form);

}  // namespace
}  // namespace answers
