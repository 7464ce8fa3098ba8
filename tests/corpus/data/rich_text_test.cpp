// Answers as the trees that editors keep: every editor its own, and one text of it.
#include "tests/corpus/data/form_case.h"

namespace answers {
namespace {

class RichText : public testing::TestWithParam<Form> {};

TEST_P(RichText, IsReadAsItsText) {
  Collector collector;
  EXPECT_EQ(read_as(GetParam().file, GetParam().text, collector), GetParam().records);
}

INSTANTIATE_TEST_SUITE_P(
    Editors, RichText,
    testing::Values(
        Form{"PortableText", "faq.json",
             R"([{"question": "How do I bleed a radiator?", "answer": [
  {"_type": "block", "style": "normal", "children": [{"_type": "span", "text": "Turn the "},
    {"_type": "span", "marks": ["code"], "text": "vent"}, {"_type": "span", "text": " slowly."}]},
  {"_type": "block", "style": "normal", "listItem": "bullet", "children": [{"_type": "span", "text": "Hold a cup."}]},
  {"_type": "block", "style": "normal", "listItem": "bullet", "children": [{"_type": "span", "text": "Close it."}]},
  {"_type": "block", "style": "h3", "children": [{"_type": "span", "text": "Afterwards"}]}]}])",
             "1 How do I bleed a radiator? => Turn the `vent` slowly.//- Hold a cup./- Close "
             "it.//### Afterwards"},
        Form{"Contentful", "faq.json",
             R"({"items": [{"fields": {"question": "When is it serviced?", "answer":
  {"nodeType": "document", "data": {}, "content": [
    {"nodeType": "paragraph", "data": {}, "content": [{"nodeType": "text", "value": "Twice a year:", "marks": []}]},
    {"nodeType": "ordered-list", "data": {}, "content": [
      {"nodeType": "list-item", "data": {}, "content": [{"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "in spring"}]}]},
      {"nodeType": "list-item", "data": {}, "content": [{"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "in autumn"}]}]}]}]}}}]})",
             "1 When is it serviced? => Twice a year://1. in spring/2. in autumn"},
        Form{"DraftJs", "faq.json",
             R"([{"question": "What is in the box?", "answer": {"blocks": [
  {"key": "a1", "text": "Two things:", "type": "unstyled", "depth": 0},
  {"key": "a2", "text": "a valve", "type": "unordered-list-item", "depth": 0},
  {"key": "a3", "text": "a key", "type": "unordered-list-item", "depth": 0}], "entityMap": {}}}])",
             "1 What is in the box? => Two things://- a valve/- a key"},
        Form{
            "EditorJs", "faq.json",
            R"([{"question": "Who may open it?", "answer": {"time": 17, "version": "2.28", "blocks": [
  {"id": "a", "type": "header", "data": {"text": "Trained people", "level": 2}},
  {"id": "b", "type": "paragraph", "data": {"text": "Nobody else."}},
  {"id": "c", "type": "list", "data": {"style": "ordered", "items": ["Switch it off.", "Wait."]}}]}}])",
            "1 Who may open it? => ### Trained people//Nobody else.//1. Switch it off./2. Wait."},
        Form{
            "ProseMirror", "faq.json",
            R"([{"question": {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Is it loud?"}]}]},
  "answer": {"type": "doc", "content": [
    {"type": "paragraph", "content": [{"type": "text", "text": "At night, "}, {"type": "text", "marks": [{"type": "bold"}], "text": "no"}, {"type": "text", "text": "."}]},
    {"type": "bulletList", "content": [{"type": "listItem", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "30 dB"}]}]}]},
    {"type": "codeBlock", "content": [{"type": "text", "text": "mode = 2"}]}]}}])",
            "1 Is it loud? => At night, no.//- 30 dB//```/mode = 2/```"},
        Form{"Lexical", "faq.json",
             R"([{"question": "Does it leak?", "answer": {"root": {"type": "root", "children": [
  {"type": "paragraph", "children": [{"type": "text", "text": "Only "}, {"type": "link", "children": [{"type": "text", "text": "old ones"}]}, {"type": "text", "text": "."}]}]}}}])",
             "1 Does it leak? => Only old ones."},
        Form{"Slate", "faq.json",
             R"([{"question": "Is it heavy?", "answer": [
  {"type": "paragraph", "children": [{"text": "Four "}, {"bold": true, "text": "kilos"}]},
  {"children": [{"text": "With water, nine."}]}]}])",
             "1 Is it heavy? => Four kilos//With water, nine."},
        Form{"Quill", "faq.json",
             R"([{"question": "Does it rust?", "answer": {"ops": [{"insert": "Not "},
  {"attributes": {"bold": true}, "insert": "here"}, {"insert": ".\n"}]}}])",
             "1 Does it rust? => Not here."},
        Form{"NotionsProperties", "faq.json",
             R"({"results": [{"object": "page", "properties": {
  "Question": {"type": "title", "title": [{"type": "text", "plain_text": "Can I paint it?", "text": {"content": "Can I paint it?"}}]},
  "Answer": {"type": "rich_text", "rich_text": [{"type": "text", "plain_text": "Yes, "}, {"type": "text", "plain_text": "when cold."}]}}}]})",
             "1 Can I paint it? => Yes, when cold."},
        Form{"BlocksOfOnesOwnInAScript", "faq.ts",
             "export const faq = [\n  { id: 'paint', question: 'Can I paint it?', blocks: [\n"
             "    { type: 'p', text: 'When it is cold:' },\n"
             "    { type: 'steps', items: ['Sand it.', 'Paint it.'] },\n  ] },\n];\n",
             "2 Can I paint it? => When it is cold://1. Sand it./2. Paint it."},
        Form{"AnswersOfSeveralPeopleAreSeveral", "threads.json",
             R"([{"question": "Who paints?", "answers": [
  {"type": "reply", "author": "Ada", "text": "I do."}, {"type": "reply", "author": "Bo", "text": "Not me."}]}])",
             "1 Who paints? => I do.\n1 Who paints? => Not me."},
        Form{"PicturesAreNoAnswer", "quiz.json",
             R"([{"question": "Which one is it?", "images": [{"type": "png", "text": "Fig. 1"}]}])",
             ""}),
    name_of_form);

}  // namespace
}  // namespace answers
