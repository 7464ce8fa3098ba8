#include "corpus/reader.h"

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
#include "corpus/input/walk.h"
#include "corpus/markdown/markdown_reader.h"
#include "corpus/packages/archive.h"
#include "corpus/packages/pdf_text.h"
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

#include <xxhash.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <new>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace answers {
namespace {

constexpr Reader table[] = {
    {"stack-exchange", "Posts.xml of a Stack Exchange dump", recognises_stack_exchange,
     read_stack_exchange},
    {"subtitles", "subtitles: WebVTT, SubRip", recognises_subtitles, read_subtitles},
    {"mailbox", "mail (mbox, eml): messages and their answers", recognises_mailbox, read_mailbox},
    {"chat", "chats as text: WhatsApp, Signal, IRC", recognises_chat_log, read_chat_log},
    {"anki", "Anki's text export", recognises_anki, read_anki},
    {"blackboard", "Blackboard: a question of a test a line", recognises_blackboard,
     read_blackboard},
    {"csv", "CSV, TSV: a pair a row", recognises_csv, read_csv},
    {"activity", "Google Takeout: prompts to Gemini and its answers", recognises_activity,
     read_activity},
    {"chat-page", "chats as pages: Telegram, Discord, Facebook", recognises_chat_page,
     read_chat_page},
    {"html", "HTML: JSON-LD, folds, definition lists, headings, lines", recognises_html, read_html},
    {"notebook", "Jupyter notebook", recognises_notebook, read_notebook},
    {"yaml", "YAML: sections of questions, lists of pairs", recognises_yaml, read_yaml},
    {"dialogflow", "Dialogflow: phrases and replies of intents", recognises_dialogflow,
     read_dialogflow},
    {"rasa", "Rasa: phrases and replies of intents", recognises_rasa, read_rasa},
    {"json-lines", "JSON lines: one object a line", recognises_json_lines, read_json_lines},
    {"pod", "Perl documentation (POD) with questions as headings", recognises_pod, read_pod},
    {"gift", "GIFT: Moodle's questions", recognises_gift, read_gift},
    {"aiken", "Aiken: questions, options, ANSWER: B", recognises_aiken, read_aiken},
    {"xml-quiz", "XML: Moodle's quiz, QTI 2 items, DocBook's qandaset", recognises_xml_quiz,
     read_xml_quiz},
    {"xml-data", "XML: elements named as questions and answers", recognises_xml_data,
     read_xml_data},
    {"xml-outline", "XML: OPML, sections of DocBook", recognises_xml_outline, read_xml_outline},
    {"sql", "SQL: rows that are put into tables of questions", recognises_sql, read_sql},
    {"toml", "TOML: tables of pairs", recognises_toml, read_toml},
    {"script", "JavaScript, TypeScript, Python, Ruby: arrays and objects of pairs",
     recognises_script, read_script},
    {"org", "Org (Emacs) with questions as headings", recognises_org, read_org, 70},
    {"asciidoc", "AsciiDoc with questions as titles or lists", recognises_asciidoc, read_asciidoc,
     70},
    {"rst", "reStructuredText with questions as titles or terms", recognises_rst, read_rst, 70},
    {"trivia", "trivia: #Q question, ^ answer", recognises_trivia, read_trivia},
    {"man", "man pages", recognises_man_page, read_man_page},
    {"mediawiki", "MediaWiki: headings as questions", recognises_mediawiki, read_mediawiki},
    {"textile", "Textile: headings as questions", recognises_textile, read_textile},
    {"markdown", "Markdown: headings, tables, folds, labels, lists", recognises_markdown,
     read_markdown},
    {"json", "JSON: arrays and objects of pairs, quizzes, conversations …", recognises_json,
     read_json},
    {"text", "plain text in the shapes of an FAQ", recognises_plain_text, read_plain_text},
};

/// Passes everything on, and knows whether there was anything.
class Watch : public Listener {
 public:
  explicit Watch(Listener& listener) : listener_(listener) {}

  void on_record(Record record) override {
    heard = true;
    if (keeps_ids) ids_.append(record.id).append(" ");
    if (!holds) return listener_.on_record(std::move(record));
    held_.emplace_back(true, std::move(record));
  }
  void on_unanswered(Record record) override {
    heard = true;
    if (keeps_ids) ids_.append(record.id).append("? ");
    if (!holds) return listener_.on_unanswered(std::move(record));
    held_.emplace_back(false, std::move(record));
  }
  /// Before another file of an archive.
  void begin() {
    heard = troubled = keeps_ids = holds = false;
    ids_.clear();
    held_.clear();
  }
  /// Tells what was held back.
  void release() {
    for (auto& [answered, record] : held_) {
      if (answered) {
        listener_.on_record(std::move(record));
      } else {
        listener_.on_unanswered(std::move(record));
      }
    }
    held_.clear();
  }
  /// Of the ids of all records, in their order.
  std::uint64_t digest() const { return XXH3_64bits(ids_.data(), ids_.size()); }

  void on_trouble(const Trouble& trouble) override {
    troubled = true;
    listener_.on_trouble(trouble);
  }
  void on_sighting(const Sighting& sighting) override { listener_.on_sighting(sighting); }
  bool wants_every_block() const override { return listener_.wants_every_block(); }
  void on_skipped(std::string_view path, std::string_view reason) override {
    heard = true;
    listener_.on_skipped(path, reason);
  }
  void on_read_with(std::string_view path) override { listener_.on_read_with(path); }
  void on_progress(std::size_t bytes) override { listener_.on_progress(bytes); }

  bool heard = false;
  bool troubled = false;
  bool keeps_ids = false;
  bool holds = false;  // records are not told until release()

 private:
  Listener& listener_;
  std::string ids_{};
  std::vector<std::pair<bool, Record>> held_{};
};

const Reader* choose(std::string_view path, std::string_view head) {
  const Reader* surest = nullptr;
  int confidence = 0;
  const int named = recognises_markdown(path, {});  // as most documents are
  for (const Reader& reader : readers()) {
    if (reader.surest_by_text < named) continue;
    const int sure = reader.recognises(path, head);
    if (sure > confidence) {
      confidence = sure;
      surest = &reader;
    }
  }
  return surest;
}

}  // namespace

std::span<const Reader> readers() { return table; }

namespace {

/// The name of a form that is known and not read; empty for others.
std::string_view form_not_read(std::string_view path, std::string_view head) {
  const std::string_view start = head.substr(0, 2000);
  const auto has = [start](std::string_view text) {
    return start.find(text) != std::string_view::npos;
  };
  const auto named = [path](std::string_view extension) {
    return path.size() > extension.size() && path.ends_with(extension);
  };
  // A text about a form names its words as well: only what it begins with says that it is one.
  const auto begins = [start](std::string_view text, char comment) {
    std::string_view rest = start;
    while (!rest.empty() && (rest[0] == comment || rest[0] == '\n'))
      rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
    return rest.starts_with(text);
  };
  if (head.starts_with("SQLite format 3")) return "a SQLite database, which is not read";
  if (head.starts_with("{\\rtf")) return "RTF, which is not read";
  if (named(".tex") || begins("\\documentclass", '%')) return "LaTeX, which is not read";
  if (named(".texi") || named(".texinfo") || head.starts_with("\\input texinfo"))
    return "Texinfo, which is not read (makeinfo --html makes pages of it)";
  if (named(".po") || named(".pot") || (begins("msgid \"", '#') && has("\nmsgstr \"")))
    return "translations (PO), which are not read";
  if (named(".log") && recognises_chat_log(path, head) == 0) return "data of a program";
  if (head.starts_with("%PDF-")) return "PDF in an archive";
  const bool xml = head.starts_with('<');
  if (xml && has("<mediawiki ")) return "a dump of MediaWiki, which is not read";
  return {};
}

/// Passes on what was read in the text of a PDF: its place is the page, counted as lines are.
class Pages : public Listener {
 public:
  /// Takes the form feeds out of `text`, which end pages.
  Pages(Listener& listener, std::string& text) : listener_(listener) {
    std::size_t line = 1;
    for (const char sign : text) {
      line += sign == '\n' ? 1U : 0U;
      if (sign == '\f') begins_.push_back(line);
    }
    std::erase(text, '\f');
  }

  void on_record(Record record) override { listener_.on_record(on_page(std::move(record))); }
  void on_unanswered(Record record) override {
    listener_.on_unanswered(on_page(std::move(record)));
  }
  void on_trouble(const Trouble& trouble) override { listener_.on_trouble(trouble); }
  void on_sighting(const Sighting& sighting) override { listener_.on_sighting(sighting); }
  bool wants_every_block() const override { return listener_.wants_every_block(); }

 private:
  std::size_t page_of(std::size_t line) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(begins_, line) - begins_.begin()) + 1;
  }
  Record on_page(Record record) const {
    Place& place = record.place;
    record.url = "#page=" + std::to_string(page_of(place.line));
    place = {place.path, page_of(place.line), page_of(place.end_line), 0, 0};
    return record;
  }

  Listener& listener_;
  std::vector<std::size_t> begins_{};  // lines that pages begin with, but the first
};

void read_pdf(const std::string& path, Watch& watch) {
  auto pdf = text_of_pdf(path);
  if (!pdf)
    return watch.on_skipped(path,
                            "PDF, which is read where pdftotext is installed (poppler-utils)");
  if (!pdf->trouble.empty()) {
    watch.on_trouble({path, 0, pdf->trouble,
                      pdf->text.empty() ? "the file was left out" : "what it gave was read"});
    if (pdf->text.empty()) return;
  }
  if (pdf->text.find_first_not_of(" \t\n\f") == std::string::npos)
    return watch.on_skipped(path, "a PDF without text");
  Pages pages(watch, pdf->text);
  Input input(path, std::move(pdf->text), pages);
  const Reader* const reader = choose(path + ".txt", input.head());
  watch.on_sighting({path, 0, "pdf", "the text that pdftotext finds in it"});
  if (reader != nullptr) reader->read(input);
  if (!watch.heard) watch.on_skipped(path, "no questions and answers in it");
}

/// Lets the surest reader read what `input` holds; `watch` is its listener.
void read_input(Input& input, Watch& watch, Copies* copies) {
  watch.begin();
  if (const auto form = form_not_read(unpacked_name(input.path()), input.head()); !form.empty())
    return watch.on_skipped(input.path(), form);
  if (input.is_binary()) {
    const bool pdf = input.path().ends_with(".pdf") || input.path().ends_with(".PDF");
    return watch.on_skipped(input.path(), pdf ? "PDF in an archive" : "binary");
  }
  if (input.head().find_first_not_of(" \t\n") == std::string_view::npos) {
    while (input.next_block()) {
    }  // to where its trouble is told, should there be one
    if (!watch.troubled) watch.on_skipped(input.path(), "empty");
    return;
  }
  const Reader* reader = choose(unpacked_name(input.path()), input.head());
  if (reader == nullptr) return watch.on_skipped(input.path(), "of no known form");
  watch.on_sighting({input.path(), 0, std::string(reader->name), std::string(reader->describes)});
  constexpr std::size_t longest_character = 4;  // the beginning is cut behind a whole one
  watch.keeps_ids =
      copies != nullptr && input.head().size() + longest_character <= Input::head_bytes;
  const std::uint64_t text =
      watch.keeps_ids ? XXH3_64bits(input.head().data(), input.head().size()) : 0;
  watch.holds = watch.keeps_ids && copies->records_of.contains(text);
  reader->read(input);
  if (watch.holds && copies->records_of[text] == watch.digest())
    return watch.on_skipped(input.path(), "a copy of another file");
  watch.release();
  if (watch.keeps_ids && watch.heard) copies->records_of.emplace(text, watch.digest());
  if (!watch.heard) watch.on_skipped(input.path(), "no questions and answers in it");
}

}  // namespace

void read_file(const std::filesystem::path& path, Listener& listener, Copies* copies) try {
  Watch watch(listener);
  if (is_pdf(path)) return read_pdf(path.string(), watch);
  if (is_archive(path))
    return read_archive(path, watch, [&](Input& input) { read_input(input, watch, copies); });
  Input input(path, watch);
  read_input(input, watch, copies);
} catch (const std::system_error& error) {
  listener.on_trouble({path.string(), 0, error.code().message(), "the file was left out", true});
} catch (const std::bad_alloc&) {
  listener.on_trouble(
      {path.string(), 0, "out of memory", "the rest of the file was left out", true});
}

void read_collection(const std::filesystem::path& path, Listener& listener, Copies* copies) {
  walk_collection(path, listener,
                  [&](const std::filesystem::path& file) { read_file(file, listener, copies); });
}

}  // namespace answers
