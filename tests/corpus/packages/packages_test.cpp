#include "corpus/packages/archive.h"
#include "corpus/reader.h"
#include "tests/corpus/collector.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <zstd.h>

#include <archive.h>
#include <archive_entry.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sqlite3.h>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace answers {
namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

class Packages : public testing::Test {
 protected:
  /// Writes an archive by libarchive; its bytes.
  std::string written(const std::string& name, const Files& files, int (*format)(archive*),
                      int (*filter)(archive*) = archive_write_add_filter_none) {
    const auto path = folder_ / name;
    archive* const a = archive_write_new();
    format(a);
    filter(a);
    archive_write_open_filename(a, path.c_str());
    for (const auto& [file, text] : files) {
      archive_entry* const entry = archive_entry_new();
      archive_entry_set_pathname(entry, file.c_str());
      archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
      archive_entry_set_filetype(entry, AE_IFREG);
      archive_entry_set_perm(entry, 0644);
      archive_write_header(a, entry);
      archive_write_data(a, text.data(), text.size());
      archive_entry_free(entry);
    }
    archive_write_free(a);
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  /// Writes an archive and reads it; the records as "path question => answer".
  std::string read(const std::string& name, const Files& files, int (*format)(archive*),
                   int (*filter)(archive*) = archive_write_add_filter_none) {
    written(name, files, format, filter);
    read_file(folder_ / name, heard_);
    std::string all;
    for (const Record& record : heard_.records) {
      all += record.place.path.substr(folder_.path().native().size() + 1) + ":" +
             std::to_string(record.place.line) + " " + record.question + " => " + record.answer;
      for (const auto& topic : record.section) all += " [" + topic + "]";
      for (const auto& tag : record.tags) all += " {" + tag + "}";
      all += "\n";
    }
    return all;
  }

  /// A database as Anki keeps one, made by SQLite.
  std::string database(const std::vector<std::string>& statements) {
    sqlite3* opened = nullptr;
    sqlite3_open(":memory:", &opened);
    for (const auto& statement : statements)
      EXPECT_EQ(sqlite3_exec(opened, statement.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
          << statement;
    sqlite3_int64 size = 0;
    unsigned char* const bytes = sqlite3_serialize(opened, "main", &size, 0);
    std::string text(reinterpret_cast<char*>(bytes), static_cast<std::size_t>(size));
    sqlite3_free(bytes);
    sqlite3_close(opened);
    return text;
  }

  TemporaryFolder folder_{};
  Collector heard_;
};

const std::string faq =
    "# FAQ\n\n## What is a keel?\n\nThe spine.\n\n## What is a bow?\n\nThe front.\n";

std::string faq_read(const std::string& path) {
  return path + ":3 What is a keel? => The spine.\n" + path + ":7 What is a bow? => The front.\n";
}

TEST_F(Packages, AWorkbookIsReadAsTablesAndItsPlacesAreRows) {
  const std::string sheet =
      "<?xml version=\"1.0\"?><worksheet xmlns=\"x\"><sheetData>"
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>"
      "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c><c r=\"C3\" t=\"inlineStr\"><is><t>The "
      "\"spine\","
      "\nof wood.</t></is></c></row>"
      "<row r=\"4\"><c r=\"A4\" t=\"str\"><v>How many oars?</v></c><c r=\"C4\"><v>2</v></c></row>"
      "</sheetData></worksheet>";
  const std::string shared =
      "<sst><si><t>Question</t></si><si><t>Answer</t></si><si><r><t>What is </t></r><r><t>a "
      "keel?</t></r><rPh><t>x</t></rPh></si></sst>";
  EXPECT_EQ(
      read("faq.xlsx",
           {{"[Content_Types].xml", "<Types/>"},
            {"xl/worksheets/sheet1.xml", sheet},
            {"xl/workbook.xml", "<workbook><sheets><sheet name=\"Hull\"/></sheets></workbook>"},
            {"xl/sharedStrings.xml", shared}},
           archive_write_set_format_zip),
      "faq.xlsx:3 What is a keel? => The \"spine\",\nof wood.\nfaq.xlsx:4 How many oars? => 2\n");
}

TEST_F(Packages, SheetsOfAWorkbookAreTopics) {
  const auto table = [](const std::string& name, const std::string& question) {
    return "<table:table table:name=\"" + name + "\"><table:table-row><table:table-cell><text:p>" +
           "Question</text:p></table:table-cell><table:table-cell><text:p>Answer</text:p>"
           "</table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>" +
           question +
           "</text:p></table:table-cell><table:table-cell><text:p>Yes.</text:p><text:p>Now.</"
           "text:p>"
           "</table:table-cell><table:table-cell table:number-columns-repeated=\"16000\"/>"
           "</table:table-row></table:table>";
  };
  const std::string content =
      "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body>"
      "<office:spreadsheet>" +
      table("Hull", "Is it wood?") + table("Oars", "Are there two?") +
      "</office:spreadsheet></office:body></office:document-content>";
  EXPECT_EQ(read("faq.ods", {{"content.xml", content}}, archive_write_set_format_zip),
            "faq.ods:2 Is it wood? => Yes.\nNow. [Hull]\nfaq.ods:2 Are there two? => Yes.\nNow. "
            "[Oars]\n");
}

TEST_F(Packages, AnArchiveIsReadAsAFolder) {
  using Set = int (*)(archive*);
  using Case = std::tuple<const char*, Set, Set>;
  for (const auto& [name, format, filter] :
       {Case("a.zip", archive_write_set_format_zip, archive_write_add_filter_none),
        Case("a.tar.gz", archive_write_set_format_ustar, archive_write_add_filter_gzip),
        Case("a.tar.zst", archive_write_set_format_ustar, archive_write_add_filter_zstd),
        Case("a.tar.xz", archive_write_set_format_ustar, archive_write_add_filter_xz),
        Case("a.7z", archive_write_set_format_7zip, archive_write_add_filter_none)}) {
    heard_.records.clear();
    const std::string all = read(name, {{"docs/faq.md", faq}, {"logo.png", "x"}}, format, filter);
    EXPECT_EQ(heard_.records.size(), 2U) << name;
    EXPECT_NE(all.find(std::string(name) + "/docs/faq.md:3 What is a keel? => The spine."),
              std::string::npos)
        << all;
  }
}

TEST_F(Packages, WhatLiesPackedInAnArchiveIsReadAsIfItLayUnpacked) {
  const std::string docx =
      "<w:document><w:body><w:p><w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr><w:r><w:t>What is a "
      "moraine?</w:t></w:r></w:p><w:p><w:r><w:t>Rubble that a glacier left.</w:t></w:r></w:p>"
      "</w:body></w:document>";
  const std::string document =
      written("notes.docx", {{"word/document.xml", docx}}, archive_write_set_format_zip);
  const std::string folder = written("b.tar", {{"in/faq.md", faq}}, archive_write_set_format_ustar);
  const std::string deep = written("c.zip", {{"b.tar", folder}}, archive_write_set_format_zip);
  EXPECT_EQ(
      read("a.zip", {{"x/notes.docx", document}, {"b.tar", folder}, {"c.zip", deep}, {"d.md", faq}},
           archive_write_set_format_zip),
      "a.zip/x/notes.docx:1 What is a moraine? => Rubble that a glacier left.\n" +
          faq_read("a.zip/b.tar/in/faq.md") + faq_read("a.zip/d.md"));
  ASSERT_EQ(heard_.skipped.size(), 1U);
  EXPECT_EQ(heard_.skipped[0].second, "archive in an archive in an archive");

  heard_.records.clear();
  EXPECT_EQ(read("e.zip", {{"cut.docx", document.substr(0, 90)}, {"d.md", faq}},
                 archive_write_set_format_zip),
            faq_read("e.zip/d.md"));
  EXPECT_EQ(heard_.troubles.size(), 1U);
}

TEST_F(Packages, ANameThatLeadsOutIsToldOf) {
  EXPECT_EQ(
      read("b.tar", {{"../faq.md", faq}, {"/etc/faq.md", faq}}, archive_write_set_format_ustar),
      "");
  EXPECT_FALSE(heard_.troubles.empty());
}

TEST_F(Packages, AnkiOfThreeGenerations) {
  const std::string notes =
      "create table notes(id integer primary key, guid text, mid integer, tags text, flds text);"
      "create table cards(id integer primary key, nid integer, did integer, ord integer);"
      "insert into notes values(1,'g',1,' rope ','What is a <b>bight</b>?' || char(31) || 'A "
      "loop.'),(2,'h',1,'','A {{c1::bowline}} holds.' || char(31));"
      "insert into cards values(1,1,2,0),(2,2,2,0);";
  const std::string old =
      database({notes,
                "create table col(models text, decks text); insert into col values("
                "'{\"1\":{\"flds\":[{\"name\":\"Front\"},{\"name\":\"Back\"}]}}',"
                "'{\"2\":{\"name\":\"Sea::Knots\"}}')"});
  const std::string now =
      database({notes, "create table notetypes(id integer primary key, name text);",
                "create table fields(ntid integer, ord integer, name text);"
                "insert into fields values(1,0,'Front'),(1,1,'Back');"
                "create table decks(id integer primary key, name text);"
                "insert into decks values(2,'Sea' || char(31) || 'Knots');"});
  std::string packed(ZSTD_compressBound(now.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), now.data(), now.size(), 3));
  const std::string stub =
      database({"create table notes(id integer primary key, guid text, mid "
                "integer, tags text, flds text)"});
  for (const auto& [name, files] :
       {std::pair<std::string, Files>("a.apkg", {{"collection.anki2", old}, {"media", "{}"}}),
        std::pair<std::string, Files>("b.apkg",
                                      {{"collection.anki2", stub}, {"collection.anki21", old}}),
        std::pair<std::string, Files>(
            "c.colpkg", {{"collection.anki2", stub}, {"collection.anki21b", packed}})}) {
    heard_.records.clear();
    EXPECT_EQ(read(name, files, archive_write_set_format_zip),
              name + ":1 What is a **bight**? => A loop. [Sea] [Knots] {rope}\n" + name +
                  ":2 A […] holds. => A bowline holds. [Sea] [Knots]\n");
  }
}

TEST_F(Packages, AHostileDatabaseIsRefused) {
  EXPECT_EQ(read("d.apkg", {{"collection.anki2", "SQLite format 3" + std::string(600, 'x')}},
                 archive_write_set_format_zip),
            "");
  EXPECT_FALSE(heard_.troubles.empty());
  heard_.troubles.clear();
  const std::string view = database({"create view notes as select 1 as id"});
  EXPECT_EQ(read("e.apkg", {{"collection.anki2", view}}, archive_write_set_format_zip), "");
  EXPECT_FALSE(heard_.troubles.empty());
}

TEST_F(Packages, DocumentsAreMarkdown) {
  const std::string docx =
      "<w:document xmlns:w=\"w\"><w:body><w:p><w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr><w:r>"
      "<w:t>What is a keel?</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">The </w:t></w:r>"
      "<w:r><w:t>spine.</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr><w:r>"
      "<w:t>What is a bow?</w:t></w:r></w:p><w:p><w:r><w:t>The front.</w:t></w:r></w:p></w:body>"
      "</w:document>";
  const std::string odt =
      "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\"><office:body><office:text>"
      "<text:h text:outline-level=\"2\">What is a keel?</text:h><text:p>The <text:span>spine."
      "</text:span></text:p><text:h text:outline-level=\"2\">What is a bow?</text:h><text:p>The "
      "front.</text:p></office:text></office:body></office:document-content>";
  for (const auto& [name, files] :
       {std::pair<std::string, Files>("faq.docx", {{"word/document.xml", docx}}),
        std::pair<std::string, Files>("faq.odt", {{"content.xml", odt}})}) {
    heard_.records.clear();
    const std::string all = read(name, files, archive_write_set_format_zip);
    EXPECT_EQ(heard_.records.size(), 2U) << all;
    EXPECT_NE(all.find("What is a keel? => The spine."), std::string::npos) << all;
  }
}

TEST_F(Packages, TablesOfDocumentsAreRead) {
  const auto cell = [](const std::string& text) {
    return "<w:tc><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>";
  };
  const std::string docx = "<w:document xmlns:w=\"w\"><w:body><w:tbl><w:tr>" + cell("Question") +
                           cell("Answer") + "</w:tr><w:tr>" + cell("What is a keel?") +
                           cell("The spine.") + "</w:tr><w:tr>" + cell("What is a jib?") +
                           cell("A sail.") + "</w:tr></w:tbl></w:body></w:document>";
  EXPECT_EQ(read("faq.docx", {{"word/document.xml", docx}}, archive_write_set_format_zip),
            "faq.docx:3 What is a keel? => The spine.\nfaq.docx:4 What is a jib? => A sail.\n");
}

TEST_F(Packages, BoxesAndNotesOfDocumentsAreReadAndHiddenTextIsNot) {
  const auto paragraph = [](const std::string& runs) { return "<w:p>" + runs + "</w:p>"; };
  const auto run = [](const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; };
  const std::string box =
      "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><a:graphic><a:graphicData>"
      "<wps:wsp><wps:txbx><w:txbxContent>" +
      paragraph(run("In a box.")) +
      "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
      "</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>" +
      paragraph(run("In a box.")) +
      "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
  const std::string docx =
      "<w:document xmlns:w=\"w\" xmlns:mc=\"m\" xmlns:wp=\"p\" xmlns:a=\"a\" xmlns:wps=\"s\" "
      "xmlns:v=\"v\"><w:body>" +
      paragraph(run("Q: What is a keel?")) +
      paragraph(run("A: The spine.") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>" +
                box) +
      paragraph(run("Q: What is a jib?")) + paragraph(run("A: A sail.")) + "</w:body></w:document>";
  const std::string all =
      read("faq.docx", {{"word/document.xml", docx}}, archive_write_set_format_zip);
  EXPECT_NE(all.find("=> The spine.\n\nIn a box.\n"), std::string::npos) << all;
  EXPECT_EQ(all.find("secret"), std::string::npos) << all;
  heard_.records.clear();
  const std::string odt =
      "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\"><office:body><office:text>"
      "<text:p>Q: What is a keel?</text:p><text:p>A: The spine<text:note><text:note-citation>1"
      "</text:note-citation><text:note-body><text:p>of oak</text:p></text:note-body></text:note>."
      "</text:p></office:text></office:body></office:document-content>";
  const std::string noted = read("faq.odt", {{"content.xml", odt}}, archive_write_set_format_zip);
  EXPECT_NE(noted.find("=> The spine (of oak)."), std::string::npos) << noted;
}

TEST_F(Packages, RaisedDigitsBoldWordsAndCodeOfDocumentsStay) {
  const std::string docx =
      "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>Q: What is a "
      "keel?</w:t></w:r></w:p><w:p><w:r>"
      "<w:t>A: 10</w:t></w:r><w:r><w:rPr><w:vertAlign "
      "w:val=\"superscript\"/></w:rPr><w:t>3</w:t></w:r>"
      "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\"> heavy "
      "</w:t></w:r><w:r><w:rPr><w:rStyle "
      "w:val=\"VerbatimChar\"/></w:rPr><w:t>a*b</w:t></w:r></w:p></w:body></w:document>";
  EXPECT_EQ(read("faq.docx", {{"word/document.xml", docx}}, archive_write_set_format_zip),
            "faq.docx:1 What is a keel? => 10^3 **heavy** `a*b`\n");
}

}  // namespace
}  // namespace answers
