#include "corpus/reader.h"
#include "tests/corpus/collector.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <string>

namespace answers {
namespace {

std::string read_book(const std::string& text) {
  const TemporaryFolder folder;
  write_file(folder / "faq.xml", "<?xml version=\"1.0\"?>\n" + text);
  Collector collector;
  read_file(folder / "faq.xml", collector);
  std::string all;
  for (const Record& record : collector.records) {
    for (const std::string& section : record.section) all += section + " > ";
    all += record.question + (record.body.empty() ? "" : " (" + record.body + ")") + " => " +
           record.answer + "\n";
  }
  return all;
}

TEST(DocBook, ALabelIsNotPartOfAQuestionOrItsAnswer) {
  EXPECT_EQ(read_book("<qandaset defaultlabel=\"none\"><qandaentry>"
                      "<question><label>F3:</label><para>What is a keel?</para></question>"
                      "<answer><label>A3:</label><para>The spine.</para></answer>"
                      "</qandaentry></qandaset>"),
            "What is a keel? => The spine.\n");
}

TEST(DocBook, TitlesAroundQuestionsAreTheirSection) {
  EXPECT_EQ(read_book("<article><title>Boats</title>"
                      "<qandaset><title>Building</title>"
                      "<qandadiv><info><title>Wood</title></info><qandaentry>"
                      "<question><para>Oak?</para></question><answer><para>Yes.</para></answer>"
                      "</qandaentry></qandadiv></qandaset>"
                      "<qandaset><blockinfo><title>Sailing</title></blockinfo><qandaentry>"
                      "<question><para>Wind?</para></question><answer><para>West.</para></answer>"
                      "</qandaentry></qandaset></article>"),
            "Building > Wood > Oak? => Yes.\nSailing > Wind? => West.\n");
}

TEST(DocBook, AReferenceSaysWhatItsTargetIsCalled) {
  EXPECT_EQ(
      read_book("<article><qandaset>"
                "<qandaentry xml:id=\"keel\"><question><label>1</label><para>What is a keel?</para>"
                "</question><answer><para>See <xref linkend=\"oak\"/>, <xref linkend=\"tar\"/>, "
                "<link linkend=\"oak\">there</link> and <xref linkend=\"lost\"/>.</para></answer>"
                "</qandaentry>"
                "<qandaentry><question><para>And a mast?</para></question>"
                "<answer><para>No <xref linkend=\"keel\"/></para></answer></qandaentry></qandaset>"
                "<section id=\"oak\"><title>Oak &amp; elm</title><para>…</para></section>"
                "<section id=\"tar\" xreflabel=\"the part on tar\"><title>T</title></section>"
                "</article>"),
      "What is a keel? => See Oak & elm, the part on tar, there and lost.\n"
      "And a mast? => No What is a keel?\n");
  EXPECT_EQ(read_book("<article xmlns=\"http://docbook.org/ns/docbook\"><title>FAQ</title>"
                      "<section xml:id=\"moor\"><title>How do I moor?</title>"
                      "<para>With rope, see <xref linkend=\"rope\"/>.</para></section>"
                      "<section xml:id=\"rope\"><title>Which rope is best?</title>"
                      "<para>Hemp.</para></section></article>"),
            "How do I moor? => With rope, see Which rope is best?.\n"
            "Which rope is best? => Hemp.\n");
}

TEST(DocBook, ALongNameIsWrittenShortlyWhereverItIsReferredTo) {
  const std::string title(2000, 'x');
  std::string text = "<qandaset><title id=\"t\">T</title><qandadiv id=\"d\"><title>" + title +
                     "</title><qandaentry><question><para>Q?</para></question><answer><para>";
  for (int i = 0; i < 10; ++i) text += "<xref linkend=\"d\"/> ";
  const std::string read = read_book(text + "</para></answer></qandaentry></qandadiv></qandaset>");
  EXPECT_LT(read.size(), title.size() + 10 * 320);
}

}  // namespace
}  // namespace answers
