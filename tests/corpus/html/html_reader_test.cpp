#include "corpus/html/html_reader.h"

#include "corpus/input/input.h"
#include "tests/corpus/collector.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace answers {
namespace {

struct Case {
  const char* name;
  std::string html;
  const char* records;  // "line question => answer [section] #anchor", '/' for a line break
};
class HtmlPage : public testing::TestWithParam<Case> {};

TEST_P(HtmlPage, HoldsItsRecords) {
  Collector collector;
  Input input("page.html", GetParam().html, collector);
  read_html(input);
  std::string text;
  for (const Record& record : collector.records) {
    std::string line =
        std::to_string(record.place.line) + " " + record.question + " => " + record.answer;
    for (const auto& one : record.section) line += " [" + one + "]";
    line += record.url.empty() ? "" : " " + record.url;
    std::ranges::replace(line, '\n', '/');
    text += (text.empty() ? "" : "\n") + line;
  }
  EXPECT_EQ(text, GetParam().records);
}

constexpr const char* json_ld =
    "<script type=\"application/ld+json\">\n{\"@type\": \"FAQPage\", \"mainEntity\": [\n"
    "{\"@type\": \"Question\", \"name\": \"Is it free?\", \"acceptedAnswer\": {\"@type\": "
    "\"Answer\", \"text\": \"<p>Yes, it is.</p>\"}}]}\n"
    "</script>\n";

INSTANTIATE_TEST_SUITE_P(
    Markup, HtmlPage,
    testing::Values(
        Case{"Headings",
             "<h1>FAQ</h1>\n<h2 id=a>What is it?</h2>\n<p>A "
             "tool.</p><ul><li>x</ul>\n<h2>Why?</h2><p>So.</p>",
             "2 What is it? => A tool.//- x #a\n4 Why? => So."},
        Case{"ALinkOfSignsBehindAHeadingIsItsAddress",
             "<h2 id=a>What is it?<a class=headerlink href=\"#a\">\u00b6</a></h2><p>A "
             "tool.</p>\n<h2 "
             "id=b>Why not?<a href=\"faq.html#b\">#</a></h2><p>So, see <a href=\"#a\">it</a>.</p>",
             "1 What is it? => A tool. #a\n2 Why not? => So, see it. #b"},
        Case{"BareTextWithALinkIsOneParagraph",
             "<h2>What?</h2><p>This.</p>\n<h2>Why?</h2>\nSo, <b>see</b> <a href=x.html>it</a>, "
             "or<br>not."
             "<p>Yes.</p>",
             "1 What? => This.\n2 Why? => So, **see** [it], or/not.//[it]: x.html//Yes."},
        Case{"WhatIsOfferedByRadioButtonsIsNoAnswer",
             "<h1>Quiz</h1><form><div><p>Which side is port?</p><label><input type=radio name=a> "
             "Left</label><label><input type=radio name=a> Right</label></div><div><p>What is a "
             "keel?</p><input type=radio name=b id=b1><label for=b1>A sail</label><br><input "
             "type=radio name=b id=b2><label for=b2>The spine</label></div><h3>What floats?</h3>"
             "<ul><li><input type=radio name=c>Cork<li><input type=radio name=c>Lead</ul></form>",
             ""},
        Case{
            "WhatIsOfferedStandsAboveTheAnswer",
            "<h1>Quiz</h1><h3>Vad flyter?</h3><input type=radio name=a> Bly<br>\n<input type=radio "
            "name=a> Kork<p><b>Svar:</b> Kork</p><h3>Vad är en köl?</h3><input type=radio name=b> "
            "Ett segel<br><input type=radio name=b> Ryggraden<p><b>Svar:</b> Ryggraden</p>",
            "1 Vad flyter? => Kork\n2 Vad är en köl? => Ryggraden"},
        Case{
            "AnAccordionOfAStyleWithTitlesIsNoQuestion",
            "<h1>FAQ</h1><div class='box-accordion box-accordion-style-title-icon'>\n"
            "<div class=box-accordion-tab><div class=box-icon></div><div "
            "class=box-accordion-content-wrapper>"
            "<h4 class=box-accordion-title>What is a keel?</h4><div "
            "class=box-accordion-content><p>The spine of a boat: all that a boat is made of stands "
            "on it, from the stem to the stern and up to the deck, and below it hangs the lead.</p>"
            "</div></div></div>\n"
            "<div class=box-accordion-tab><div class=box-icon></div><div "
            "class=box-accordion-content-wrapper>"
            "<h4 class=box-accordion-title>What is a jib?</h4><div "
            "class=box-accordion-content><p>A sail before the mast. It is set on the stay that "
            "leads from the top of the mast to the bow, and it has three corners, as the big one "
            "behind it.</p>"
            "</div></div></div>\n"
            "<div class=box-accordion-tab><div class=box-icon></div><div "
            "class=box-accordion-content-wrapper>"
            "<h4 class=box-accordion-title>What floats?</h4><div "
            "class=box-accordion-content><p>Cork does, and so does wood; iron floats where it is "
            "made into something with enough air in it, which boats are, and other things that "
            "people go to sea in.</p>"
            "</div></div></div>\n"
            "<div class=box-accordion-tab><div class=box-icon></div></div></div>",
            "2 What is a keel? => The spine of a boat: all that a boat is made of stands on it, "
            "from the stem to the stern and up to the deck, and below it hangs the lead.\n"
            "3 What is a jib? => A sail before the mast. It is set on the stay that leads from the "
            "top of the mast to the bow, and it has three corners, as the big one behind it.\n"
            "4 What floats? => Cork does, and so does wood; iron floats where it is made into "
            "something with enough air in it, which boats are, and other things that people go to "
            "sea in."},
        Case{"PagesUnfoldByRadioButtons",
             "<h1>FAQ</h1><div class=tab><input type=radio id=a name=t><label for=a>Do you ship "
             "boats?</label><div><p>Yes, along the coast.</p></div></div>\n<div class=tab><input "
             "type=radio id=b name=t><label for=b>What is a sail?</label><div><p>A cloth.</p></div>"
             "</div>",
             "1 Do you ship boats? => Yes, along the coast.\n2 What is a sail? => A cloth."},
        Case{"ACountAboveAQuestionIsNoTopic",
             "<h1>FAQ</h1><h2>2024</h2>\n<div class=faq><h3>1</h3><p class=question>Is it "
             "free?</p><p class=answer>Yes.</p></div>\n<div class=faq><h3>2</h3><p "
             "class=question>Why?</p><p class=answer>So.</p></div>",
             "2 Is it free? => Yes. [2024]\n3 Why? => So. [2024]"},
        Case{"ATemplateIsNoText",
             "<h2>What is it?</h2><p>A tool.</p>\n<h2>Why?</h2><p>So.</p><template "
             "id=t><b>x</b><i>y</i>"
             "</template>",
             "1 What is it? => A tool.\n2 Why? => So."},
        Case{"TheQuestionsOfATopicListedAreNoAnswer",
             "<h2>1. Uses</h2><p>1.1. <a href=\"faq.html#w\">What?</a></p><p>1.2. <a "
             "href=\"faq.html#y\">Why?</a></p>\n<h2>1.1. What?</h2><p>This.</p>\n<h2>1.2. Why?</h2>"
             "<p>So.</p>",
             "2 What? => This.\n3 Why? => So."},
        Case{"HeadingsInBoxes",
             "<title>FAQ</title><div><div><h3>What?</h3><div><p>This.</p></div></"
             "div>\n<div><h3>Why?</h3><p>So.</p></div></div>",
             "1 What? => This.\n2 Why? => So."},
        Case{"PanelsByWhatTheyDo",
             "<div><div role=tab aria-controls=p>What?</div><div role=tabpanel "
             "id=p>This.</div></div>\n"
             "<div x-data><button @click=\"open=!open\">Why?</button><div "
             "x-show=open>So.</div></div>",
             "1 What? => This.\n2 Why? => So."},
        Case{"TableWithColumnsOfPairs",
             "<div><table><tr><th>No.</th><th>Question</th><th>Answer</th></tr>\n<tr><td>1</td>"
             "<td id=x>What is it?</td><td>A <b>tool</b>.</td></tr>\n<tr><td>2</td><td>Why?</td>"
             "<td>So.</td></tr></table></div>",
             "2 What is it? => A **tool**. #x\n3 Why? => So."},
        Case{"TableOfSomethingElse",
             "<table><tr><th>Name</th><th>Answer</th></tr><tr><td>x?</td><td>y</td></tr></table>",
             ""},
        Case{"LabelsInBoldParagraphs",
             "<p><b>Q: What is it?</b></p><p>A: A tool.</p><p><b>Q: Why?</b></p><p>A: So.</p>",
             "1 What is it? => A tool.\n1 Why? => So."},
        Case{"SeveralAnswersToOneQuestionOfJsonLd",
             R"(<script type="application/ld+json">{"@type": "QAPage", "mainEntity": {"@type":
"Question", "name": "How many?", "acceptedAnswer": {"@type": "Answer", "text": "Two."},
"suggestedAnswer": [{"@type": "Answer", "text": "Three.", "upvoteCount": 4}]}}</script>)",
             "1 How many? => Two.\n1 How many? => Three."},
        Case{"DeeperHeadingsBelongToTheAnswer",
             "<h2>What?</h2><p>a</p><h3>Note</h3><p>b</p><h2>Why?</h2><p>c</p>",
             "1 What? => a//### Note//b\n1 Why? => c"},
        Case{"NumberedHeadings",
             "<title>FAQ</title><h1>Chapter 1</h1><h2>1.1: What is it?</h2><p>a</p><h2>1.2: "
             "Names</h2>b<h2>Copyright</h2><p>c</p>",
             "1 What is it? => a [Chapter 1]\n1 Names => b [Chapter 1]"},
        Case{"BoldParagraphs",
             "<ol><li><a href=#q1>What?</a></ol>\n<a name=q1></a>\n<p><b>(1) What\n is "
             "it?</b></p>\n<blockquote><p>This.</p></blockquote>"
             "<p><b>(2) Why?</b></p><p>So.</p>",
             "3 What is it? => > This. #q1\n5 Why? => So."},
        Case{"Folds",
             "<details><summary>What?</summary>\n<p>This.</p></details><details "
             "id=b><summary>Why?</summary>So.</details>",
             "1 What? => This.\n2 Why? => So. #b"},
        Case{"FoldsThatDoNotAsk",
             "<details><summary>Files</summary>a</details><details><summary>Tools</summary>b</"
             "details>",
             ""},
        Case{"DefinitionList", "<dl><dt>What?<dd>This.<dt>Why?<dd>So.<dd>And so.</dl>",
             "1 What? => This.\n1 Why? => So.//And so."},
        Case{"Glossary", "<dl><dt>tool<dd>a thing</dl>", ""},
        Case{
            "ListThatIsAnFaqByItsClass",
            "<h1>Paint shop</h1><h2>Pick a colour!</h2><p>Click on it.</p>"
            "<dl class=\"site-faq\"><dt>Which browsers?<dd>Most.<dt>The size is wrong.<dd>Zoom out."
            "<dt>Work to come<dd>Brushes.</dl>",
            "1 Which browsers? => Most. [Paint shop] [Pick a colour!]\n"
            "1 The size is wrong. => Zoom out. [Paint shop] [Pick a colour!]\n"
            "1 Work to come => Brushes. [Paint shop] [Pick a colour!]"},
        Case{"CardsToLearnFromNeedNotAsk",
             "<div class=flashcards-grid><div class='flip'><i>#1</i><div "
             "class=flip__front>keel</div>\n<div class=flip__back>The spine of a boat.</div></div>"
             "<div class='flip'><i>#2</i><div class=flip__front>tack</div><div "
             "class=flip__back>To turn into the wind.</div></div></div>",
             "1 keel => The spine of a boat.\n2 tack => To turn into the wind."},
        Case{"CardsThatTurnMayShowPeople",
             "<div class=team><div class=card-front>Ann Reed</div><div class=card-back>Builds "
             "boats.</div></div><div class=team><div class=card-front>Bo Hull</div><div "
             "class=card-back>Paints them.</div></div>",
             ""},
        Case{"AFrontWithAnotherBackIsNoCard",
             "<h2>What is it?</h2><div class=store-front>A shop.</div><div class=back-office>A "
             "desk.</div>",
             "1 What is it? => A shop.//A desk."},
        Case{"TextBetweenTheItemsOfAList",
             "<h2>How do I pay?</h2><ol><li><b>Find us</b></li>\nWe are <i>near</i> you.\n"
             "<li>Pay</li>Keep the slip.</ol>",
             "1 How do I pay? => 1. **Find us**/   /   We are *near* you.//2. Pay/   /   Keep the "
             "slip."},
        Case{"ANumberOfQuestionsIsNone",
             "<table><tr><th><b># Questions</b><th>Description</tr><tr><td>13<td>Sails and "
             "ropes.</tr><tr><td>6<td>Wind.</tr></table>",
             ""},
        Case{"Classes",
             "<div class=faq-item><div class=\"faq-question\">What?</div><div "
             "class=\"faq-answer\"><p>This.</p></div></div>"
             "<div class=accordion-item><h3 class=accordion-header><button>Why?</button></h3><div "
             "class=accordion-body>So.</div></div>",
             "1 What? => This.\n1 Why? => So."},
        Case{"Microdata",
             "<div itemscope itemprop=mainEntity itemtype=\"https://schema.org/Question\"><h3 "
             "itemprop=name>What?</h3>"
             "<div itemprop=acceptedAnswer><div "
             "itemprop=text>This.</div></div></div><h3>Why?</h3><p>So.</p>",
             "1 What? => This.\n1 Why? => So."},
        Case{"MicrodataThatAsksNothing",
             "<div itemscope itemtype=\"https://schema.org/Question\"><span itemprop=name>Opening "
             "hours</span><p itemprop=acceptedAnswer itemscope>By <i itemprop=author>me</i> <span "
             "itemprop=text>Nine to five.</span></div>",
             "1 Opening hours => Nine to five."},
        Case{
            "LabelsBehindLineBreaks",
            "<h1>FAQ</h1>\n<p>Q: What?<br>\nA: <a href=/x>This</a>.</p>\n<p><b>Q:</b> Why?<br><b>A:"
            "</b> So.</p>",
            "2 What? => [This].//[This]: /x\n4 Why? => So."},
        Case{
            "LabelsInRows",
            "<table><tr><td>Q:<td>What?<tr><td>A:<td>This.\n<tr><td><b>Q:</b><td>Why?<tr><td>A:<td>"
            "So.</table>",
            "1 What? => This.\n2 Why? => So."},
        Case{"BoldQuestionsWithTheirAnswersBehindALineBreak",
             "<b>What?</b><br>This.<br><br>\n<b>Why?</b><br>So.<br>And "
             "so.<br><br>\n<b>Who?</b><br>I.",
             "1 What? => This.\n2 Why? => So./And so.\n3 Who? => I."},
        Case{"BoldQuestionsInItems",
             "<ul><li><b>What?</b> "
             "This.\n<li><b>Why?</b><br>So.\n<li><strong>Who?</strong><p>I.</ul>",
             "1 What? => This.\n2 Why? => So.\n3 Who? => I."},
        Case{"FoldsThatAreNumberedByVersions",
             "<details><summary>1.0.0 · copy</summary>a</details><details><summary>1.0.0 · "
             "move</summary>b</details><details><summary>1.0.0 · swap</summary>c</details>",
             ""},
        Case{"ListsOfAManual",
             "<ul><li>If it is set, then<p>it is read.<li>When it is not, then<p>it is "
             "asked.<li>Explain why<p>it is.<li>What it does<p>is this.</ul>",
             ""},
        Case{"PanelsThatExpand",
             "<div class=expand-container><div class=expand-control>What?</div><div "
             "class=expand-content>This.</div></div><div class=expand-container><div "
             "class=expand-control>Why?</div><div class=expand-content>So.</div></div>",
             "1 What? => This.\n1 Why? => So."},
        Case{"JsonLd",
             std::string("<html><head>") + json_ld + "</head><body><h2>Prices</h2></body>",
             "3 Is it free? => Yes, it is."},
        Case{"VisibleTwinIsOneRecord",
             std::string(json_ld) +
                 "<dl><dt>Is it free?<dd>Yes, it is.<dt>Who made it?<dd>We did, in spring.</dl>",
             "3 Is it free? => Yes, it is.\n5 Who made it? => We did, in spring."},
        Case{"SignsOfFoldsAreNoWords",
             "<details><summary>Is C++ "
             "fast?<span>+</span></summary>Yes.</details>\n<details><summary>"
             "▶ Or C + D? <i "
             "class=arrow>\u25bc</i></summary>No.</details>\n<details><summary>C++</summary>"
             "x</details>",
             "1 Is C++ fast? => Yes.\n2 Or C + D? => No.\n3 C++ => x"},
        Case{"ButtonsAndTheirPanels",
             "<button class=accordion>Is it red?</button>\n<div class=panel>Yes.</div>\n<button "
             "class=accordion>Or blue?</button><div class=panel>No.</div>",
             "1 Is it red? => Yes.\n3 Or blue? => No."},
        Case{"LabelsOfCheckboxes",
             "<div><input type=checkbox id=a><label for=a>Is it red?</label><div>Yes.</div></div>\n"
             "<div><input type=checkbox id=b><label for=b>Or blue?</label><div>No.</div></div>",
             "1 Is it red? => Yes.\n2 Or blue? => No."},
        Case{"AButtonDeepInAHeader",
             "<div class=card><div><h5><button aria-expanded=false aria-controls=x>Is it "
             "red?</button></h5></div><div id=x><div>Yes.</div></div></div>\n<div "
             "class=card><div><h5>"
             "<button aria-expanded=false aria-controls=y>Or blue?</button></h5></div><div "
             "id=y><div>No.</div></div></div>",
             "1 Is it red? => Yes.\n2 Or blue? => No."},
        Case{"AButtonAloneIsNoQuestion",
             "<p>Text.</p><button>Need a boat?</button><div>Call us.</div>", ""},
        Case{"PanelsThatDoNotAsk",
             "<button class=accordion>Size</button><div class=panel>Two.</div><button "
             "class=accordion>Delivery</button><div class=panel>Soon.</div>",
             ""},
        Case{"APanelOfPanelsIsATopic",
             "<h1>FAQ</h1><button class=accordion>Boats</button><div class=panel><button "
             "class=accordion>Is it red?</button><div class=panel>Yes.</div>\n<button "
             "class=accordion>Or blue?</button><div class=panel>No.</div></div>",
             "1 Is it red? => Yes. [Boats]\n2 Or blue? => No. [Boats]"},
        Case{"TheTitleOfACategoryIsATopic",
             "<h2 class=faq-page-title>FAQ</h2><div class=faq-category><h3 "
             "class=faq-category-title>Boats</h3><div class=faq-item><div class=faq-question>Is it "
             "red?</div><div class=faq-answer>Yes.</div></div>\n<div class=faq-item><div "
             "class=faq-question>Or blue?</div><div class=faq-answer>No.</div></div></div>",
             "1 Is it red? => Yes. [Boats]\n2 Or blue? => No. [Boats]"},
        Case{"AHeadingInALink",
             "<a name=x><h3>Is it red?</h3></a><p>Yes.</p>\n<a href=#y><h3>Or "
             "blue?</h3></a><p>No.</p>",
             "1 Is it red? => Yes.\n2 Or blue? => No."},
        Case{"ANumberBeforeBoldWords",
             "<p>1. <b>Is it red?</b></p><blockquote>Yes.</blockquote>\n<p>2. <b>Or "
             "blue?</b></p><blockquote>No.</blockquote>",
             "1 Is it red? => > Yes.\n2 Or blue? => > No."},
        Case{"TwoColumnsWithoutNames",
             "<table><tr><td>Is it red?<td>Yes.\n<tr><td>Or blue?<td>No.</table>",
             "1 Is it red? => Yes.\n2 Or blue? => No."},
        Case{"ATableOfData", "<table><tr><td>Depth<td>9 m<tr><td>Is it red?<td>1 m</table>", ""},
        Case{"RowsOfDocBook",
             "<table><tr class=question><td><b>1.1.</b><td id=x><p>Is it red?</p><tr "
             "class=answer><td><td>"
             "<p>Yes.</p>\n<tr class=question><td><b>1.2.</b><td><p>Or blue?</p><tr "
             "class=answer><td><td>"
             "<p>No.</p></table>",
             "1 Is it red? => Yes. #x\n2 Or blue? => No."},
        Case{"LabelsOfAnyLanguageInRows",
             "<table><tr><td>Pyt.:<td>Czy jest?<tr><td>Odp.:<td>Tak.\n<tr><td>Pyt.:<td>A "
             "co?<tr><td>Odp.:<td>Nic.</table>",
             "1 Czy jest? => Tak.\n2 A co? => Nic."},
        Case{"LabelsWithoutColonsInRows",
             "<table><tr><th>Question<td>Is it red?<tr><th>Answer<td>Yes.\n<tr><th>Question<td>Or "
             "blue?<tr><th>Answer<td>No.</table>",
             "1 Is it red? => Yes.\n2 Or blue? => No."},
        Case{"LabelsInElementsOfTheirOwn",
             "<dl><dt><span>Q</span>Is it "
             "red?</dt><dd><span>A</span>Yes.</dd>\n<dt><span>Q</span>料金は"
             "いくらですか。</dt><dd><span>A</span>無料です。</dd></dl>",
             "1 Is it red? => Yes.\n2 料金はいくらですか。 => 無料です。"},
        Case{"LabelsInElementsWithNumbers",
             "<h3><b>Q1.</b>Is it red?</h3><div><b>A1.</b><p>Yes.</p></div>\n<h3><b>Q2.</b>Or "
             "blue?</h3><div><b>A2.</b><p>No.</p></div>",
             "1 Is it red? => Yes.\n2 Or blue? => No."},
        Case{"LabelsInElementsEndBehindThem",
             "<p><strong>Q</strong>. Is it red?</p><p><strong>A</strong>. Yes.</p>\n"
             "<p><strong>Q</strong>) .net is it?</p><p><strong>A</strong>: No.</p>",
             "1 Is it red? => Yes.\n2 .net is it? => No."},
        Case{"LettersOfOptionsAreNoLabels",
             "<h3><b>Q1</b> Which is red?</h3><p><b>A</b> Blood</p><p><b>B</b> "
             "Grass</p>\n<h3><b>Q2</b> "
             "Which is blue?</h3><p><b>A</b> Snow</p><p><b>B</b> The sky</p>",
             "1 Which is red? => **A** Blood//**B** Grass\n2 Which is blue? => **A** Snow//**B** "
             "The sky"},
        Case{"LinksBackAreNoAnswer",
             "<h2>Is it red?</h2><p>Yes.</p><p><a href=#start>Volver a la lista</a></p>\n<h2>Or "
             "blue?</h2><p>No.</p><p><a href=#start>Volver a la lista</a></p>\n<h2>Or "
             "green?</h2><p>See <a href=#start>it</a>.</p><p><a href=#start>Volver a la "
             "lista</a></p><hr>",
             "1 Is it red? => Yes.\n2 Or blue? => No.\n3 Or green? => See it."},
        Case{
            "ContentsAndFeetAreNoAnswer",
            "<div class=toc><p>Contents</p><dl><dt><a href=#a>Is it red?</a></dt><dt><a href=#b>Or "
            "blue?</a></dt></dl></div>\n<h2 id=a>Is it red?</h2><p>Yes.</p>\n<h2 id=b>Or "
            "blue?</h2><p>No.</p><div class=navfooter><a href=x>Next</a></div><div>Was this page "
            "helpful?</div>",
            "2 Is it red? => Yes. #a\n3 Or blue? => No. #b"},
        Case{
            "ALinkInASentenceLeadsNowhereBack",
            "<dl><dt>What is a quay?<dd>A wall by the <a href=\"#sea\"><span>sea</span></a>, of "
            "stone.\n<dt>What is a pier?<dd>A wall in the <em><a href=\"#sea\">sea</a></em>. "
            "<a href=\"#t\">Up</a>\n<dt>And land?<dd>No (<a href=\"#sea\">sea</a>). <a "
            "href=\"#t\">Up</a>\n<dt>What is the sea?<dd>Water <a href=\"#top\">^</a></dl>",
            "1 What is a quay? => A wall by the sea, of stone.\n2 What is a pier? => A wall in the "
            "*sea*.\n3 And land? => No (sea).\n4 What is the sea? => Water"},
        Case{"APanelToldToBeOpenIsNoButton",
             "<div><div role=tab><a role=button data-toggle=collapse href=\"#a\">Is it safe?</a>"
             "</div><div id=a class=\"collapse in\" aria-expanded=true><p>Yes.</p></div></div>\n"
             "<div><div role=tab><a role=button data-toggle=collapse href=\"#b\">Advice</a></div>"
             "<div id=b role=tabpanel aria-expanded=false><p>Float.</p></div></div>\n"
             "<div><div role=tab><a role=button data-toggle=collapse href=\"#c\">Is it deep?</a>"
             "</div><div id=c role=tabpanel aria-expanded=false><p>No.</p></div></div>",
             "1 Is it safe? => Yes.\n2 Advice => Float.\n3 Is it deep? => No."},
        Case{"AMenuIsNoAnswer",
             "<button>Open</button><div><p>The harbour</p><nav><a href=x>Boats</a></nav></div>\n"
             "<h2>Is it safe?</h2><p>Yes.</p>\n<h2>Is it deep?</h2><p>No.</p>",
             "2 Is it safe? => Yes.\n3 Is it deep? => No."},
        Case{"ATableOfTroubles",
             "<h2>Wartung</h2><table><tr><th>Fehler<th>Ursache<th>Abhilfe\n"
             "<tr><td>Der Motor steht<td>Sicherung<td>Ersetzen.\n<tr><td>Es tropft<td>Ventil<td>"
             "Dichten.</table>",
             "2 Der Motor steht => Sicherung//Ersetzen. [Wartung]\n"
             "3 Es tropft => Ventil//Dichten. [Wartung]"},
        Case{"AFormOverThePageIsNoEntry",
             "<h1>FAQ</h1><h3>Is it safe?</h3><p>Yes.</p>\n<h3>Is it deep?</h3><p>No.</p>"
             "<div popover id=in><h3>Sign in</h3><form><label>Name</label><input></form></div>"
             "<div class=\"modal fade\"><h3>Write to us</h3><form><label>Text</label></form></div>",
             "1 Is it safe? => Yes.\n2 Is it deep? => No."},
        Case{"ASignEndsAButton",
             "<h1>FAQ</h1><button>Is it safe?<span>+</span></button><div class=panel>Yes.</div>\n"
             "<button>The tide<b>\u25BE</b></button><div class=panel>Twice a day.</div>",
             "1 Is it safe? => Yes.\n2 The tide => Twice a day."},
        Case{"ALineAboveAnFaqAnswersNothing",
             "<h1>FAQ</h1><h5>Your answers</h5><h2>Frequently asked questions</h2>\n"
             "<h3>Is it safe?</h3><p>Yes.</p>\n<h3>Is it deep?</h3><p>No.</p>",
             "2 Is it safe? => Yes.\n3 Is it deep? => No."},
        Case{"ReadersAreOnlyAskedToAsk",
             "<h2>Is it red?</h2><p>Yes.</p>\n<h2>Or blue?</h2><p>No.</p><h2>Still have "
             "questions?</h2><p>Call us.</p>",
             "1 Is it red? => Yes.\n2 Or blue? => No."},
        Case{"WhoeverFindsNoAnswerAsksNothing",
             "<h2>Can't find the harbour?</h2><p>Look east.</p>\n<h2>Or blue?</h2><p>No.</p><h2>"
             "Don\u2019t see the answer you\u2019re looking for?</h2><p>Call us.</p>",
             "1 Can't find the harbour? => Look east.\n2 Or blue? => No."},
        Case{"WhoeverIsNotAnsweredIsAskedToWrite",
             "<h2>Is it red?</h2><p>Yes.</p>\n<h2>Or blue?</h2><p>No.</p><h2>Still have questions? "
             "Write to us</h2><p>By post.</p>",
             "1 Is it red? => Yes.\n2 Or blue? => No."},
        Case{"ATermOverLinksIsAnEntryOfContents",
             "<title>FAQ</title><dl><dt><a href=a.html>Is it red?</a><dd><dl><dt><a "
             "href=a.html#b>Or blue?</a></dl></dl>\n<h2>What is it?</h2><p>A boat.</p>",
             "2 What is it? => A boat."},
        Case{"ALabelBesideAFieldOpensNothing",
             "<title>FAQ</title><div><label for=s>Search:</label><input id=s type=text></div>"
             "<div>Here.</div>\n<h2>What is it?</h2><p>A boat.</p>",
             "2 What is it? => A boat."},
        Case{"TheTitleInTheHeaderOfAnArticle",
             "<header><img src=x><h1>Boats</h1></header>\n<h2>Is it red?</h2><p>Yes.</p>\n"
             "<h2>Or blue?</h2><p>No.</p>",
             "2 Is it red? => Yes. [Boats]\n3 Or blue? => No. [Boats]"},
        Case{"AFoldThatShowsTheAnswerIsNoQuestion",
             "<h2>Is it red?</h2><details><summary>Show answer</summary><p>Yes.</p></details>\n"
             "<h2>Or blue?</h2><details><summary>Show answer</summary><p>No.</p></details>",
             "1 Is it red? => Yes.\n2 Or blue? => No."},
        Case{"WhatIsShownBesideWhatMachinesAreTold",
             std::string(json_ld) + "<h2>Is it free?</h2><p>Yes, it is.</p>\n<h2>Is it "
                                    "red?</h2><p>A bit.</p>",
             "3 Is it free? => Yes, it is.\n6 Is it red? => A bit."},
        Case{"AMenuWithAMenuIsNoQuestion",
             "<h1>Kites</h1><ul><li><a href=a.html>How are they flown?</a><ul><li><a "
             "href=b.html>By hand</a></ul><li><a href=c.html>Why do they dive?</a><ul><li><a "
             "href=d.html>Tails</a></ul></ul>",
             ""},
        Case{
            "ARuleBeginsNoFrontMatter",
            "<hr><h1>Boats</h1><h2>Is it red?</h2><p>Yes.</p><hr>\n<h2>Or blue?</h2><p>No.</p><hr>",
            "1 Is it red? => Yes. [Boats]\n2 Or blue? => No. [Boats]"},
        Case{"WordsThatLookLikeTagsAreWords",
             "<h2>Is it red?</h2><p>&lt;pre&gt; it is</p>\n<h2>Or "
             "blue?</h2><p>&lt;h3&gt;No&lt;/h3&gt;</p>",
             "1 Is it red? => <pre> it is\n2 Or blue? => <h3>No</h3>"},
        Case{"ParagraphsThatAsk",
             "<title>FAQ</title><p class=large>Is it red?</p><ul><li>Yes.</ul>\n<p class=large>Or "
             "blue?</p><ul><li>No.</ul>\n<p class=large>How long is it?</p><p>A yard.</p>",
             "1 Is it red? => - Yes.\n2 Or blue? => - No.\n3 How long is it? => A yard."},
        Case{"WhatStandsInAListBesideItsItemsBelongsToThem",
             "<h1>FAQ</h1><ol><li>Is it red?</li><p>Yes.</p>\n<li>Or blue?</li><p>No.</p></ol>",
             "1 Is it red? => Yes.\n2 Or blue? => No."},
        Case{"AnAnswerOfSeveralPartsByTheirClass",
             "<p class=q>Is it red?</p><p class=a>Yes.</p><pre>x</pre><p class=a>A bit.</p>\n"
             "<p class=q>Or blue?</p><p class=a>No.</p><p>By us.</p>",
             "1 Is it red? => Yes.//```/x/```//A bit.\n2 Or blue? => No."},
        Case{
            "OfWhatMachinesAreToldOnlyQuestionsAreRead",
            R"(<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "potentialAction":
{"target": "https://b.example/?s={s}", "query-input": "required name=s"}}, {"@type": ["FAQPage"],
"mainEntity": {"@type": "Question", "name": "Is it red?", "acceptedAnswer": {"text": "Yes."}}}]}
</script>)",
            "3 Is it red? => Yes."},
        Case{"HeadingsOfASiteStandAroundItsQuestions",
             "<h1>FAQ</h1><details><summary>Is it red?</summary>Yes.</details>\n<details><summary>"
             "Colours</summary>All.</details>\n<details><summary>Or blue?</summary>No.</details>"
             "<h3>Opening hours</h3><p>From nine.</p><dl><dt>Telephone<dd>030 1</dl>",
             "1 Is it red? => Yes.\n2 Colours => All.\n3 Or blue? => No."},
        Case{"HeadingsThatAreAllOfAnFaqAreItsEntries",
             "<h1>FAQ</h1><h2>Red boats</h2><p>Of oak.</p>\n<h2>Blue boats</h2><p>Of ash.</p>\n"
             "<h2>Nets</h2><p>Of wool.</p>",
             "1 Red boats => Of oak.\n2 Blue boats => Of ash.\n3 Nets => Of wool."},
        Case{"WhatOpensAPanelDoesNotLeadBack",
             "<div><div><a href=#a data-toggle=collapse>Is it red?</a></div><div id=a "
             "class=collapse>Yes.</div><div><a href=#b data-toggle=collapse>Is it "
             "red?</a></div><div "
             "id=b class=collapse>No.</div></div>",
             "1 Is it red? => Yes.\n1 Is it red? => No."},
        Case{"AHeadingThatAsksNeedsCompanyInAPage",
             "<h1>Boats</h1><h2>Prices</h2><p>Low.</p><h2>Why us?</h2><p>We row.</p>", ""},
        Case{"TheTitleOfAPageIsCompany",
             "<title>Boats - FAQ</title><svg><title>Sail</title></svg><h1>Boats</h1>\n<h2>Is it "
             "red?</h2><p>Yes.</p>",
             "2 Is it red? => Yes. [Boats]"},
        Case{"TitlesOfOtherPagesAreNoQuestions",
             "<title>FAQ</title><h2><a href=a.html>Is it red?</a></h2><p>Some say ...</p>"
             "<a href=b.html><h2>Or blue?</h2></a><p>Others ...</p><p><a href=c.html>Is it "
             "long?</a></p><p><a href=d.html>Or wide?</a></p>\n<h2>Is it new?</h2><p>No.</p>",
             "2 Is it new? => No."},
        Case{"ParagraphsOfProseAskNobody",
             "<h1>Boats</h1><p>Is it red?</p><p>It was.</p><p>Or is it blue?</p><p>It will be.</p>",
             ""},
        Case{"ClausesOfALaw",
             "<h1>Terms</h1><h2>1. Words</h2><p>a</p><h2>2. Use</h2><p>b</p><h2>3. "
             "Care</h2><p>c</p>",
             ""},
        Case{
            "QuestionsOnSeveralLevels",
            "<h1>FAQ</h1><h2>Boats</h2><h3>Is it red?</h3><p>Yes.</p>\n<h3>Or "
            "blue?</h3><p>No.</p><h2>"
            "Nets</h2><h3>Size</h3>\n<h4>How long?</h4><p>One.</p>\n<h4>How wide?</h4><p>Two.</p>\n"
            "<h2>Is it free?</h2><p>It is.</p>",
            "1 Is it red? => Yes. [Boats]\n2 Or blue? => No. [Boats]\n3 How long? => "
            "One. [Nets] [Size]\n4 How wide? => Two. [Nets] [Size]\n5 Is it free? => It is."},
        Case{"HeadingsThatSayQuestionAndAnswer",
             "<h1>Drones</h1><h2>Question</h2><p>What is a drone, and who feeds it?</p>\n<h2>Quick "
             "answer</h2><p>A male bee.</p><h2>Answer</h2><p>The others do.</p>",
             "1 What is a drone, and who feeds it? => A male bee.//## Answer//The others do. "
             "[Drones]"},
        Case{"JsonLdIsUnitedWithWhatIsShown",
             R"(<script type="application/ld+json">{"@type": "FAQPage", "mainEntity": [
{"@type": "Question", "name": "Is it red?", "acceptedAnswer": {"@type": "Answer", "text": "Yes."}},
{"@type": "Question", "name": "Or blue?", "acceptedAnswer": {"@type": "Answer", "text": "No."}}]}</script>)"
             "\n<h2>1. Is it red?</h2><p>Yes!</p>\n<h2>2. Or blue?</h2><p>No.</p>\n<h2>3. Or "
             "green?</h2><p>Maybe.</p>",
             "2 Is it red? => Yes.\n3 Or blue? => No.\n6 Or green? => Maybe."},
        Case{"JsonLdInAnotherLanguageIsNotUnited",
             R"(<script type="application/ld+json">{"@type": "FAQPage", "mainEntity": [
{"@type": "Question", "name": "Is it red?", "acceptedAnswer": {"@type": "Answer", "text": "Yes."}},
{"@type": "Question", "name": "Or blue?", "acceptedAnswer": {"@type": "Answer", "text": "No."}}]}</script>)"
             "\n<h2>Ist es rot?</h2><p>Ja.</p>\n<h2>Oder blau?</h2><p>Nein.</p>",
             "2 Is it red? => Yes.\n3 Or blue? => No."},
        Case{"NavigationIsLeftOut",
             "<nav><h2>What?</h2>x<h2>Why?</h2>y</nav><footer><h2>Who?</h2>z</footer>", ""},
        Case{"ContentsAreLeftOut", "<h2>What?</h2><h2>Why?</h2>", ""},
        Case{"Code", "<h2>What?</h2><pre>a\n  b</pre><h2>Why?</h2><p>Use <code>x &lt; y</code></p>",
             "1 What? => ```/a/  b/```\n2 Why? => Use `x < y`"},
        Case{"Nothing", "", ""}),
    case_name);

TEST(HtmlReader, ItIsExplainedWhy) {
  Collector collector;
  Input input("a.html", "<h1>x</h1>\n\n<h2>Is it red?</h2><p>Yes.</p><h2>Or blue?</h2><p>No.</p>",
              collector);
  read_html(input);
  ASSERT_EQ(collector.sightings.size(), 1U);
  EXPECT_EQ(collector.sightings[0].line, 3U);
  EXPECT_EQ(collector.sightings[0].evidence.substr(0, 33), "2 of 3 are questions, the first: ");
}

TEST(HtmlReader, WhereThePageSaysMoreThanJsonLdItCounts) {
  const std::string given =
      "<script type=\"application/ld+json\">{\"@type\": \"FAQPage\", \"mainEntity\": ["
      "{\"@type\": \"Question\", \"name\": \"Is it free?\", \"acceptedAnswer\": {\"text\": "
      "\"Yes, it is free for all.\"}}, {\"@type\": \"Question\", \"name\": \"Where is it?\", "
      "\"acceptedAnswer\": {\"text\": \"In the harbour.\"}}]}</script>\n";
  Collector collector;
  Input input("page.html",
              given +
                  "<h2>Is it free?</h2>\n<p>Yes, it is free for all who come by boat, and for "
                  "those who help to paint the hull in spring.</p>\n<h2>Where is it?</h2>"
                  "<p>In the harbour.</p><p>Was this helpful? Yes No, it was not, and I would "
                  "like to tell why.</p>\n",
              collector);
  read_html(input);
  ASSERT_EQ(collector.records.size(), 2U);
  EXPECT_EQ(collector.records[0].answer,
            "Yes, it is free for all who come by boat, and for those who help to paint the hull in "
            "spring.");
  EXPECT_EQ(collector.records[0].place.line, 2U);
  EXPECT_EQ(collector.records[1].answer, "In the harbour.");
}

INSTANTIATE_TEST_SUITE_P(
    KeptForScripts, HtmlPage,
    testing::Values(
        Case{"Attributes",
             "<h1>FAQ</h1>\n<div data-question=\"Is it free?\" data-answer=\"Yes, for "
             "all.\"></div>\n<button data-answer=\"The mate rows.\">Who rows?</button>\n"
             "<faq-item question=\"Where is it?\"><p>In the <b>harbour</b>.</p></faq-item>",
             "2 Is it free? => Yes, for all.\n3 Who rows? => The mate rows.\n4 Where is it? => In "
             "the **harbour**."},
        Case{"NumbersOfAQuizAreNoAnswers",
             "<div data-question=\"1\" data-answer=\"B\"></div><button data-answer=\"2\">Who "
             "rows?</button>",
             ""},
        Case{"TheDataOfAPage",
             "<div id=__next></div>\n<script id=\"__NEXT_DATA__\" type=\"application/json\">"
             "{\"props\":{\"title\":\"Boats?\",\"text\":\"none\",\"faqs\":[{\"question\":\"Is it "
             "free?\",\"answer\":\"Yes.\"},\n{\"question\":\"Where is it?\",\"answer\":\"Here."
             "\"}]}}</script>",
             "2 Is it free? => Yes.\n3 Where is it? => Here."}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(HtmlReader, AThreadOfMicrodataHasItsQuestionsTextAndWhoAnswered) {
  Collector collector;
  Input input(
      "page.html",
      "<div itemprop=mainEntity itemscope itemtype=\"https://schema.org/Question\">"
      "<h1 itemprop=name>How do I row?</h1>\n<div itemprop=text><p>I have two oars.</p></div>"
      "<div itemprop=author><span itemprop=name>ann</span></div>\n"
      "<div itemprop=acceptedAnswer itemscope itemtype=\"https://schema.org/Answer\">"
      "<div itemprop=upvoteCount data-value=3>3</div><div itemprop=text><p>With both.</p></div>"
      "<div itemprop=author>bob</div><time itemprop=dateCreated datetime=2024-01-01>then</time>"
      "</div>\n<div itemprop=suggestedAnswer itemscope itemtype=\"https://schema.org/Answer\">"
      "<div itemprop=text>Or by sail.</div></div></div>\n",
      collector);
  read_html(input);
  ASSERT_EQ(collector.records.size(), 2U);
  const Record& first = collector.records[0];
  EXPECT_EQ(first.question, "How do I row?");
  EXPECT_EQ(first.body, "I have two oars.");
  EXPECT_EQ(first.answer, "With both.");
  EXPECT_EQ(first.author, "bob");
  EXPECT_EQ(first.date, "2024-01-01");
  EXPECT_EQ(first.votes, 3);
  EXPECT_TRUE(first.accepted);
  EXPECT_EQ(collector.records[1].answer, "Or by sail.");
  EXPECT_FALSE(collector.records[1].accepted);
  EXPECT_TRUE(collector.unanswered.empty());
}

TEST(HtmlReader, ATopicOfAForumThatAsksIsAThread) {
  const auto topic = [](const std::string& headline) {
    return "<div itemscope itemtype='http://schema.org/DiscussionForumPosting'><meta "
           "itemprop=headline content='" +
           headline +
           "'>\n<div class=post itemprop=text><p>There are two rings.</p></div>\n<div "
           "itemprop=comment itemscope itemtype='http://schema.org/Comment'><div itemprop=text>"
           "<p>Use both of them.</p></div></div></div>\n";
  };
  Collector collector;
  Input input("topic.html", topic("How do I moor a dinghy?"), collector);
  read_html(input);
  ASSERT_EQ(collector.records.size(), 1U);
  EXPECT_EQ(collector.records[0].body, "There are two rings.");
  EXPECT_EQ(collector.records[0].answer, "Use both of them.");
  Collector news;
  Input other("news.html", topic("The harbour is open again"), news);
  read_html(other);
  EXPECT_TRUE(news.records.empty());
}

TEST(HtmlReader, TheAddressThatEndsAPageIsNoAnswer) {
  Collector collector;
  Input input("old.html",
              "<h2>Where is it?</h2><p>Here.</p><h2>Who rows?</h2><address>The mate, "
              "Quay 1</address>\n<h2>Is it wood?</h2><p>Yes.</p><hr><address>ann@x.org</address>\n",
              collector);
  read_html(input);
  ASSERT_EQ(collector.records.size(), 3U);
  EXPECT_EQ(collector.records[1].answer, "The mate, Quay 1");
  EXPECT_EQ(collector.records[2].answer, "Yes.");
}

TEST(HtmlReader, DamagedJsonLdIsTold) {
  Collector collector;
  Input input("a.html", "<p>\n<script type='application/ld+json'>{\"a\": </script>", collector);
  read_html(input);
  ASSERT_EQ(collector.troubles.size(), 1U);
  EXPECT_EQ(collector.troubles[0].line, 2U);
}

TEST(HtmlReader, DeepNestingIsReadOrRefused) {
  for (const std::size_t depth : {300U, 3000U, 30'000U}) {
    std::string html;
    for (std::size_t i = 0; i < depth; ++i) html += i % 2 == 0 ? "<div>" : "<dl><details>";
    Collector collector;
    Input input("a.html", html + "<h2>What?</h2>x", collector);
    read_html(input);
    EXPECT_EQ(collector.troubles.size(), depth > 10'000 ? 1U : 0U);
  }
}

TEST(HtmlReader, AnItemOfManyLinesIsReadLineByLine) {
  constexpr std::size_t lines = 100'000;
  std::string html = "<ul><li>";
  for (std::size_t i = 0; i < lines; ++i) html += "word<br>\n";
  Collector collector;
  Input input("page.html",
              "<p>Q: Was it?<br>\nA: No.</p><p>Q: Is it?<br>\nA: It is.</p>" + html + "</li></ul>",
              collector);
  read_html(input);
  ASSERT_EQ(collector.records.size(), 2U);
  const std::string& answer = collector.records[1].answer;
  EXPECT_EQ(answer.substr(0, 21), "It is.\n\n- word\n  word");
  EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(answer, '\n')), lines + 1);
}

TEST(HtmlReader, TooManyTagsWithoutAHeadingAreToldAndWhatIsBeforeIsRead) {
  std::string html = "<dl>\n<dt>Is it?</dt><dd>Yes.</dd>\n<dt>Was it?</dt><dd>No.</dd></dl>\n";
  for (int i = 0; i < 300'000; ++i) html += "<br>";
  Collector collector;
  Input input("page.html", html + "\n<dl><dt>Will it?</dt><dd>Yes.</dd></dl>", collector);
  read_html(input);
  EXPECT_EQ(collector.records.size(), 2U);
  ASSERT_EQ(collector.troubles.size(), 1U);
  EXPECT_EQ(collector.troubles[0].line, 4U);
}

TEST(HtmlReader, ATagWithTooManyAttributesEndsThePage) {
  std::string html = "<dl>\n<dt>Is it?</dt><dd>1 < 2</dd>\n<dt>Was it?</dt><dd>No.</dd></dl>\n<p";
  for (int i = 0; i < 100'000; ++i) html += " a" + std::to_string(i);
  Collector collector;
  Input input("page.html", html + ">\n<dl><dt>Will it?</dt><dd>Yes.</dd></dl>", collector);
  read_html(input);
  EXPECT_EQ(collector.records.size(), 2U);
  ASSERT_EQ(collector.troubles.size(), 1U);
  EXPECT_EQ(collector.troubles[0].line, 4U);
  EXPECT_NE(collector.troubles[0].what.find("attributes"), std::string::npos);
}

TEST(HtmlReader, ALongPageIsReadInPiecesAsOne) {
  const std::string filler = "<p>" + std::string(600'000, 'x') + "</p>\n";
  std::string html = "<html lang=\"en\"><body><main>\n";
  for (int i = 1; i <= 6; ++i) {
    html += "<section><h3>Is it number " + std::to_string(i) + "?</h3>\n<p>Yes.</p>\n" + filler +
            "<!-- <h3>Is it?</h3> --><script>\"<h3>Is it?</h3>\"</script></section>\n";
  }
  Collector collector;
  Input input("page.html", html + "</main></body></html>\n", collector);
  read_html(input);
  ASSERT_EQ(collector.records.size(), 6U);
  for (std::size_t i = 0; i < 6; ++i) {
    const Record& record = collector.records[i];
    EXPECT_EQ(record.question, "Is it number " + std::to_string(i + 1) + "?");
    EXPECT_EQ(record.place.line, 2 + 4 * i);
    EXPECT_EQ(html.compare(record.place.byte, 9, "<section>"), 0);
    EXPECT_GT(record.answer.size(), 600'000U);
    EXPECT_EQ(record.language, "en");
  }
}

std::string one_record(const std::string& html) {
  Collector collector;
  Input input("page.html", html, collector);
  read_html(input);
  std::string all;
  for (const Record& record : collector.records)
    all += record.question + " => " + record.answer + "\n";
  return all;
}

TEST(HtmlReader, BoxesThatOpenInAFileNamedAsMarkdownAreAPart) {
  const std::string boxes =
      "<div class=\"card\">\n<a class=\"faq-question collapsed\" href=\"#moor\">\n"
      "  <div class=\"title\">1. Where may I moor?</div>\n</a>\n"
      "<div id=\"moor\" class=\"collapse\">\n  <p>At any free berth.</p>\n</div>\n</div>\n";
  EXPECT_GT(recognises_html("faq.md", boxes), 80);
  EXPECT_GT(recognises_html("faq.md", "---\ntitle: Harbour\nlayout: page\n---\n\n#FAQ\n" + boxes),
            80);
  const std::string accordion =
      "<section class=\"accordion\">\n<h3>Who pays?</h3>\n<p>The guest.</p>\n</section>\n";
  EXPECT_GT(recognises_html("help.markdown", accordion), 80);
  // Markdown with some boxes, folds, examples of HTML, other boxes, prose.
  EXPECT_EQ(recognises_html("a.md", "# Moor\n\n## Where?\n\nHere.\n\n" + boxes), 0);
  EXPECT_EQ(recognises_html("a.md", boxes + "<details>\n<summary>Why?</summary>\n"), 0);
  EXPECT_EQ(recognises_html("a.md", "```html\n" + boxes + "```\n"), 0);
  EXPECT_EQ(recognises_html("a.md", "<div class=\"logo\">\n<img src=a.png>\n</div>\n"), 0);
  EXPECT_EQ(recognises_html("a.md",
                            boxes + "Nine\nten\nOne\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n"),
            0);
}

TEST(HtmlReader, APageOfOneQuestionMayNameOneHalfOfIt) {
  EXPECT_EQ(one_record("<h1>Rust on chains</h1><p>Chains are old.</p><p>How do I get rid of it?</p>"
                       "<h2>Answer</h2><p>Grease.</p><h3>Which one?</h3><p>Any.</p>"
                       "<h2>By the way</h2><p>Buy a new one.</p>"),
            "How do I get rid of it? => Grease.\n\n### Which one?\n\nAny.\n");
  EXPECT_EQ(one_record("<h1>Rust on chains</h1><h2>Question</h2><p>How do I get rid of "
                       "it?</p><p>Old ones are brown.</p>"
                       "<h2>With grease</h2><p>Rub.</p><h2>With paint</h2><p>Brush.</p>"
                       "<h2>References</h2><p>None.</p>"),
            "How do I get rid of it? => ## With grease\n\nRub.\n\n## With paint\n\nBrush.\n");
}

TEST(HtmlReader, AHeadingOverManyQuestionsNamesNoneOfThem) {
  EXPECT_EQ(one_record("<h1>FAQ</h1><p>Have you got a question?</p><h2>Answers</h2>"
                       "<h3>Is it old?</h3><p>Yes.</p><h3>Is it new?</h3><p>No.</p>"
                       "<h3>Is it blue?</h3><p>A bit.</p>"),
            "Is it old? => Yes.\nIs it new? => No.\nIs it blue? => A bit.\n");
}

TEST(HtmlReader, AskingParagraphsOfAManualAreProseWhateverSectionsStandElsewhere) {
  EXPECT_EQ(one_record("<h1>Rigging</h1><p>The mast stands on the keel.</p><h2>Setting up</h2>"
                       "<p>Lay out the wire on the pier.</p><p>Does a shroud hang loose?</p>"
                       "<p>Take up its screw by half a turn.</p><p>Is the mast out of line?</p>"
                       "<p>Loosen both sides and begin anew.</p><p>Keep some grease at hand.</p>"
                       "<h2>Frequently asked questions</h2><h3>Which wire is best?</h3>"
                       "<p>Steel, of nineteen strands.</p>"),
            "Which wire is best? => Steel, of nineteen strands.\n");
}

}  // namespace
}  // namespace answers
