// Every reader of the table in corpus/reader.cpp by its own function, and the input below them.
#include "corpus/characters/encoding.h"
#include "corpus/data/anki_reader.h"
#include "corpus/data/blackboard_reader.h"
#include "corpus/data/chat_log_reader.h"
#include "corpus/data/csv_reader.h"
#include "corpus/data/gift_reader.h"
#include "corpus/data/intent_readers.h"
#include "corpus/data/json_lines_reader.h"
#include "corpus/data/json_reader.h"
#include "corpus/data/script_reader.h"
#include "corpus/data/sql_reader.h"
#include "corpus/data/stack_exchange_reader.h"
#include "corpus/data/toml_reader.h"
#include "corpus/data/xml_data_reader.h"
#include "corpus/data/xml_quiz_reader.h"
#include "corpus/data/yaml_reader.h"
#include "corpus/html/activity_reader.h"
#include "corpus/html/chat_page_reader.h"
#include "corpus/html/html_reader.h"
#include "corpus/input/ignore_rules.h"
#include "corpus/input/input.h"
#include "corpus/listener.h"
#include "corpus/markdown/markdown_reader.h"
#include "corpus/markup/html_fragment.h"
#include "corpus/markup/html_text.h"
#include "corpus/markup/html_tree.h"
#include "corpus/packages/anki_package.h"
#include "corpus/packages/office_text.h"
#include "corpus/packages/sheet_text.h"
#include "corpus/reader.h"
#include "corpus/text/asciidoc_reader.h"
#include "corpus/text/org_reader.h"
#include "corpus/text/plain_text_reader.h"
#include "corpus/text/pod_reader.h"
#include "corpus/text/rst_reader.h"
#include "corpus/text/subtitles_reader.h"
#include "corpus/text/trivia_reader.h"
#include "corpus/translated/mailbox_reader.h"
#include "corpus/translated/man_page_reader.h"
#include "corpus/translated/mediawiki_reader.h"
#include "corpus/translated/notebook_reader.h"
#include "corpus/translated/textile_reader.h"
#include "corpus/translated/xml_outline_reader.h"
#include "tests/fuzz/target.h"

#include <gumbo.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace answers::fuzz {
namespace {

/// Holds every record against what record.h and listener.h promise.
class Judge : public Listener {
 public:
  void on_record(Record record) override {
    hold(!record.answer.empty());
    check(record);  // without a question, where the collection gives the text an id
  }
  void on_unanswered(Record record) override {
    hold(!record.question.empty());
    check(record);
  }
  void on_trouble(const Trouble& trouble) override { hold(!trouble.what.empty()); }

 private:
  static void check(const Record& record) {
    hold(!record.id.empty());
    hold(record.question.find('\n') == std::string::npos);
    for (const auto* text :
         {&record.id, &record.question, &record.body, &record.answer, &record.source,
          &record.difficulty, &record.author, &record.date, &record.url, &record.language})
      hold(is_utf8(*text));
    for (const auto& text : record.section) hold(is_utf8(text));
    for (const auto& text : record.tags) hold(is_utf8(text));
    const Place& place = record.place;
    hold(place.line > 0 && place.end_line >= place.line && place.end_byte >= place.byte);
  }
};

template <void (*read)(Input&), const auto& name>
void read_as(std::string_view bytes) {
  Judge judge;
  Input input(name, std::string(bytes), judge);
  read(input);
}

/// Lines and blocks in turns, as the first byte says.
void read_input(std::string_view bytes) {
  Judge judge;
  unsigned turns = bytes.empty() ? 0U : static_cast<unsigned char>(bytes.front());
  Input input("a file", std::string(bytes.substr(bytes.empty() ? 0 : 1)), judge);
  for (const Reader& reader : readers()) {
    const int sure = reader.recognises("faq/a file", input.head());
    hold(sure >= 0 && sure <= 100);
  }
  std::size_t last_line = 0;
  std::uint64_t last_byte = 0;
  while (true) {
    if (((turns = turns >> 1 | turns << 7) & 1U) != 0) {
      const auto line = input.next_line();
      if (!line) break;
      hold(is_utf8(line->text) && line->text.find('\n') == std::string_view::npos);
      hold(line->number > last_line && line->byte >= last_byte);
      last_line = line->number;
      last_byte = line->byte;
    } else {
      const auto block = input.next_block();
      if (!block) break;
      hold(!block->text.empty() && is_utf8(block->text));
      hold(!block->marks.empty() && block->marks.front().offset == 0);
      hold(block->line >= last_line && block->byte_at(0) >= last_byte);
      last_byte = block->byte_at(block->text.size() - 1);
      hold(last_byte >= block->byte_at(0));
    }
  }
}

/// What the quick parser takes on becomes what a parser of whole pages makes of it.
void read_fragment(std::string_view html) {
  // An Input gives UTF-8 alone; gumbo replaces what is none.
  if (html.find_first_of("<&") == std::string_view::npos || !is_utf8(html) || is_unparsable(html) ||
      !HtmlFragment::parse(html))
    return;
  const std::unique_ptr<GumboOutput, void (*)(GumboOutput*)> page(
      gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()),
      [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); });
  hold(html_to_markdown(html) == node_to_markdown(page->root));
  hold(html_to_line(html) == node_to_line(page->root));
}

void read_anki_database(std::string_view bytes) {
  Judge judge;
  read_anki_collection("deck.apkg", std::string(bytes), judge);
}

void read_office(std::string_view xml) {
  hold(is_utf8(markdown_of_docx(xml)));
  hold(is_utf8(markdown_of_odt(xml)));
}

void read_sheets(std::string_view xml) {
  const std::vector<std::string> shared = shared_strings_of_xlsx(xml);
  std::vector<SheetText> sheets = sheets_of_ods(xml);
  sheets.push_back(sheet_of_xlsx(xml, shared));
  for (const SheetText& sheet : sheets) {
    hold(is_utf8(sheet.csv));
    hold(static_cast<std::size_t>(std::ranges::count(sheet.csv, '\n')) == sheet.row_of_line.size());
  }
}

/// A path on the first line, the rules below it.
void match_rules(std::string_view text) {
  const auto end = std::min(text.find('\n'), text.size());
  const IgnoreRules rules(text.substr(end));
  static_cast<void>(rules.leaves_out(text.substr(0, end), false));
  static_cast<void>(rules.leaves_out(text.substr(0, end), true));
}

// The name of a file says something too: a template argument has to stand somewhere.
constexpr char adoc[] = "faq.adoc";
constexpr char anki[] = "deck.txt";
constexpr char chat[] = "messages.json";
constexpr char csv[] = "faq.csv";
constexpr char dialogflow[] = "hours_usersays_en.json";
constexpr char component[] = "faq.tsx";
constexpr char html[] = "faq.html";
constexpr char ipynb[] = "notes.ipynb";
constexpr char json[] = "faq.json";
constexpr char jsonl[] = "faq.jsonl";
constexpr char markdown[] = "faq/no such folder/notes.md";
constexpr char org[] = "faq.org";
constexpr char pod[] = "faq.pod";
constexpr char rst[] = "faq.rst";
constexpr char php[] = "faq.php";
constexpr char python[] = "faq.py";
constexpr char script[] = "faq.ts";
constexpr char text[] = "faq.txt";
constexpr char sql[] = "faq.sql";
constexpr char toml[] = "faq.toml";
constexpr char tsv[] = "faq.tsv";
constexpr char xml[] = "Posts.xml";
constexpr char yaml[] = "faq.yaml";

constexpr Target table[] = {
    {"activity", read_as<read_activity, html>},
    {"aiken", read_as<read_aiken, text>},
    {"anki", read_as<read_anki, anki>},
    {"anki_package", read_anki_database},
    {"asciidoc", read_as<read_asciidoc, adoc>},
    {"blackboard", read_as<read_blackboard, text>},
    {"chat_json", read_as<read_json, chat>},
    {"chat_log", read_as<read_chat_log, text>},
    {"chat_page", read_as<read_chat_page, html>},
    {"component", read_as<read_html, component>},
    {"csv", read_as<read_csv, csv>},
    {"dialogflow", read_as<read_dialogflow, dialogflow>},
    {"gift", read_as<read_gift, text>},
    {"html", read_as<read_html, html>},
    {"html_fragment", read_fragment},
    {"ignore_rules", match_rules},
    {"input", read_input},
    {"json", read_as<read_json, json>},
    {"json_lines", read_as<read_json_lines, jsonl>},
    {"mailbox", read_as<read_mailbox, text>},
    {"man_page", read_as<read_man_page, text>},
    {"markdown", read_as<read_markdown, markdown>},
    {"mediawiki", read_as<read_mediawiki, text>},
    {"textile", read_as<read_textile, text>},
    {"notebook", read_as<read_notebook, ipynb>},
    {"office", read_office},
    {"org", read_as<read_org, org>},
    {"plain_text", read_as<read_plain_text, text>},
    {"php", read_as<read_html, php>},
    {"pod", read_as<read_pod, pod>},
    {"python", read_as<read_script, python>},
    {"rasa", read_as<read_rasa, yaml>},
    {"rst", read_as<read_rst, rst>},
    {"script", read_as<read_script, script>},
    {"sheets", read_sheets},
    {"stack_exchange", read_as<read_stack_exchange, xml>},
    {"sql", read_as<read_sql, sql>},
    {"toml", read_as<read_toml, toml>},
    {"subtitles", read_as<read_subtitles, text>},
    {"trivia", read_as<read_trivia, text>},
    {"tsv", read_as<read_csv, tsv>},
    {"xml_data", read_as<read_xml_data, xml>},
    {"xml_outline", read_as<read_xml_outline, xml>},
    {"xml_quiz", read_as<read_xml_quiz, xml>},
    {"yaml", read_as<read_yaml, yaml>},
};

}  // namespace

std::span<const Target> reader_targets() { return table; }

}  // namespace answers::fuzz
