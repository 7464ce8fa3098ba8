// Forms that people keep beside their work: notes, chats, what services hand out.
#include "tests/corpus/data/form_case.h"

#include <string>
#include <tuple>

namespace answers {
namespace {

class NoteForm : public testing::TestWithParam<Form> {};

TEST_P(NoteForm, IsReadAsItsAuthorMeantIt) {
  Collector collector;
  EXPECT_EQ(read_as(GetParam().file, GetParam().text, collector), GetParam().records);
}

INSTANTIATE_TEST_SUITE_P(
    Notes, NoteForm,
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
    name_of_form);

INSTANTIATE_TEST_SUITE_P(
    Subtitles, NoteForm,
    testing::Values(
        Form{"Voices", "talk.vtt",
             "WEBVTT - a talk\n\nNOTE\nby the harbour\n\nSTYLE\n::cue { color: red }\n\nintro\n"
             "00:00:01.000 --> 00:00:04.000 align:start\n<v Ann>What is a keel &amp; why does it\n"
             "matter to anyone?\n\n2\n00:00:04.500 --> 00:00:09.000\n<v.loud Bob>The spine of a "
             "<i>boat</i>,\nwhere x &lt; 3.\n\n00:00:10.000 --> 00:00:12.000 line:0\n<v Ann>How "
             "deep does it go?</v>\n\n00:00:12.500 --> 00:00:15.000\n<v Bob>About two metres "
             "at low tide.</v>\n",
             "11 What is a keel & why does it matter to anyone? => The spine of a boat, where x < "
             "3.\n20 How deep does it go? => About two metres at low tide."},
        Form{"NamesBeforeWhatIsSaid", "meeting.vtt",
             "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\nAnn Lee: How deep is the harbour?\n\n"
             "2\n00:00:04.500 --> 00:00:09.000\nBob Ray: About two metres,\n\n3\n"
             "00:00:09.500 --> 00:00:12.000\nBob Ray: and less at low tide.\n",
             "5 How deep is the harbour? => About two metres, and less at low tide."},
        Form{"LabelsInSubRip", "faq.srt",
             "1\n00:00:01,000 --> 00:00:04,000\nQ: How deep\nis the harbour?\n\n2\n"
             "00:00:04,500 --> 00:00:09,000\nA: About two metres,\n\n3\n"
             "00:00:09,500 --> 00:00:12,000\nand less at low tide.\n\n4\n"
             "00:00:12,500 --> 00:00:14,000\nQ: Is it cold?\n\n5\n"
             "00:00:14,500 --> 00:00:16,000\nA: Always.\n",
             "3 How deep is the harbour? => About two metres, and less at low tide.\n"
             "16 Is it cold? => Always."},
        Form{"WhoSpeaksAlone", "lecture.vtt",
             "WEBVTT\n\n00:01.000 --> 00:04.000\nAnn Lee: So what is a keel?\n\n"
             "00:04.500 --> 00:09.000\nAnn Lee: It is the spine of a boat.\n\n"
             "00:10.000 --> 00:12.000\nAnn Lee: And how deep does it go?\n\n"
             "00:12.500 --> 00:15.000\nAnn Lee: Two metres.\n",
             ""}),
    name_of_form);

INSTANTIATE_TEST_SUITE_P(
    QuotedQuestions, NoteForm,
    testing::Values(
        Form{"AnsweredBelow", "answers.txt",
             "On Monday Ann wrote:\n> How deep should the keel of a boat \n> of six metres be?\n"
             "One metre or a bit more.\n> And how often is she painted, \n> since it matters?\n\n"
             "Every other spring.\n\n-- \nBob\n",
             "2 How deep should the keel of a boat of six metres be? => One metre or a bit more.\n"
             "5 And how often is she painted, since it matters? => Every other spring."},
        Form{"InMarkdown", "answers.md",
             "# FAQ by mail\n\n> How deep should the keel be?\n\nOne metre or more.\n> How often "
             "is she \n> painted?\n\nEvery other spring.\n",
             "3 How deep should the keel be? => One metre or more. [FAQ by mail]\n"
             "6 How often is she painted? => Every other spring. [FAQ by mail]"},
        Form{"NothingBelowSome", "short.txt",
             "> Is it deep?\n> It is.\n> Who rows?\n\n> Is it cold?\n\n> Well.\n\n> How far is "
             "it?\nA mile.\n> Is it dear?\nNo.\n> And who pays?\n-- \nBob\n",
             "9 How far is it? => A mile.\n11 Is it dear? => No."},
        Form{"QuotedTwiceOthersHaveAnswered", "old.txt",
             "> > How deep is it?\n> Two metres.\nThanks!\n> > Is it cold?\n> Always.\nI see.\n",
             ""}),
    name_of_form);

INSTANTIATE_TEST_SUITE_P(
    ChatsInLines, NoteForm,
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
    name_of_form);

INSTANTIATE_TEST_SUITE_P(
    Services, NoteForm,
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
    name_of_form);

TEST(NoteForms, WhatIsKnownAndNotReadHasItsName) {
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
