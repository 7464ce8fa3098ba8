// Markups that are put into Markdown line by line: small worlds of each.
#include "corpus/input/input.h"
#include "corpus/translated/man_page_reader.h"
#include "corpus/translated/mediawiki_reader.h"
#include "corpus/translated/textile_reader.h"
#include "corpus/translated/xml_outline_reader.h"
#include "tests/corpus/collector.h"

#include <gtest/gtest.h>

#include <string>

namespace answers {
namespace {

std::string read(const char* name, const std::string& text, void (*read_it)(Input&)) {
  Collector heard;
  Input input(name, text, heard);
  read_it(input);
  std::string all;
  for (const Record& record : heard.records)
    all +=
        std::to_string(record.place.line) + " " + record.question + " => " + record.answer + "\n";
  return all;
}

TEST(Textile, HeadingsAreQuestionsAndItsMarksMarkdown) {
  const std::string text = R"(h1. Boats

h2(#moor). How do I moor?

Use *two* "ropes":https://x.example/ropes.

# Bow
#* port

h2. Is a keel needed?

bc. moor --no-keel
moor --keel

|_.Side|_.Light|
|port|red|
)";
  EXPECT_EQ(read("boats.textile", text, read_textile),
            "3 How do I moor? => Use **two** [ropes](https://x.example/ropes).\n\n1. Bow\n   - "
            "port\n"
            "10 Is a keel needed? => ```\nmoor --no-keel\nmoor --keel\n```\n\n| Side | Light "
            "|\n|---|---|\n| port | red |\n");
}

TEST(MediaWiki, HeadingsAreQuestionsAndItsMarksMarkdown) {
  const std::string text = R"({{Infobox
| name = Boats
}}
== Boats ==
=== How do I moor? ===
Use '''two''' [[Rope|ropes]] and {{code|moor}}.<ref>Maybe</ref>
# Bow
#* port
[[Category:Boats]]

=== Is a keel needed? ===
<syntaxhighlight lang="sh">
moor --no-keel
</syntaxhighlight>
See [https://x.example the site].
)";
  EXPECT_EQ(
      read("faq.mediawiki", text, read_mediawiki),
      "5 How do I moor? => Use **two** ropes and `moor`.\n1. Bow\n   - port\n"
      "11 Is a keel needed? => ```\nmoor --no-keel\n```\nSee [the site](https://x.example).\n");
  EXPECT_GT(recognises_mediawiki("faq.mediawiki", text), 80);
  EXPECT_EQ(recognises_mediawiki("faq.txt", "== A ==\ntext\n== B ==\n"), 0);
}

TEST(ManPage, SectionsAreQuestionsAndItsRequestsMarkdown) {
  const std::string text = R"(.\" a comment
.TH BOATS 7
.SH NAME
boats \- questions
.SH QUESTIONS
.SS "How do I moor?"
Use
.B two
ropes\(em\fIboth\fR of
.IR hemp .
.IP \(bu 2
bow
.PP
.EX
moor \-\-lines 2
.EE
.SS Is a keel needed?
No.
)";
  EXPECT_EQ(read("boats.7", text, read_man_page),
            "6 How do I moor? => Use\n**two**\nropes—*both* of\nhemp.\n\n- bow\n\n```\nmoor "
            "--lines 2\n```\n"
            "17 Is a keel needed? => No.\n");
  EXPECT_EQ(recognises_man_page("boats.7", text), 97);
  EXPECT_EQ(recognises_man_page("a.txt", "... and .TH is a request\n"), 0);
}

TEST(ManPage, EscapesTakeWholeCharacters) {
  EXPECT_EQ(read("a.7",
                 ".TH A 7\n.SH QUESTIONS\n.SS Is it?\n\\é \\(aé \\fé \\*é \\s+é \\[é] \\\n"
                 ".SS Was it?\nNo.\n",
                 read_man_page),
            "3 Is it? => é\n5 Was it? => No.\n");
}

TEST(ManPage, OneOfOptionsAsksNothing) {
  EXPECT_EQ(read("moor.1",
                 ".TH MOOR 1\n.SH NAME\nmoor\n.SH OPTIONS\n.TP\n.B \\-v\nSay more.\n.TP\n.B "
                 "\\-q\nSay less.\n.SH FILES\nNone.\n",
                 read_man_page),
            "");
}

TEST(XmlOutline, ItemsOfOpmlAreLists) {
  EXPECT_EQ(
      read("faq.opml",
           "<opml><body>\n<outline text=\"Where is it?\">\n<outline text=\"Here.\"/></outline>\n"
           "<outline text=\"When is it?\">\n<outline text=\"Now.\" "
           "_note=\"Soon\"/></outline></body></opml>",
           read_xml_outline),
      "2 Where is it? => - Here.\n4 When is it? => - Now.\n  - Soon\n");
}

TEST(XmlOutline, SectionsOfDocBookAreHeadings) {
  EXPECT_EQ(
      read("faq.xml",
           "<article xmlns=\"http://docbook.org/ns/docbook\"><title>FAQ</title>\n<section>"
           "<title>How do I moor?</title><para>With 10<superscript>2</superscript> m of\n"
           "<emphasis role=\"bold\">rope</emphasis>:<itemizedlist><listitem><para>bow</para>"
           "</listitem></itemizedlist></para></section>\n<section><title>Is a keel needed?</title>"
           "<programlisting>moor &lt;x&gt;\n</programlisting></section></article>",
           read_xml_outline),
      "2 How do I moor? => With 10^2 m of **rope**:\n\n- bow\n4 Is a keel needed? => ```\nmoor "
      "<x>\n```\n");
}

}  // namespace
}  // namespace answers
