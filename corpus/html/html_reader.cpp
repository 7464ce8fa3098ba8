#include "corpus/html/html_reader.h"

#include "corpus/characters/characters.h"
#include "corpus/data/page_scripts.h"
#include "corpus/data/script_reader.h"
#include "corpus/html/once_each.h"
#include "corpus/html/page_attributes.h"
#include "corpus/html/page_furniture.h"
#include "corpus/html/page_json_ld.h"
#include "corpus/html/page_pieces.h"
#include "corpus/html/page_text.h"
#include "corpus/html/page_threads.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/listener.h"
#include "corpus/markdown/page.h"
#include "corpus/markup/html_nodes.h"
#include "corpus/markup/html_tree.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

/// Passes on what was read in the lines of a page, at its place in the page.
class InPage : public Listener {
 public:
  InPage(Listener& listener, const std::vector<std::size_t>& line_of_page)
      : listener_(listener), line_of_page_(line_of_page) {}

  void on_record(Record record) override { listener_.on_record(in_page(std::move(record))); }
  void on_unanswered(Record record) override {
    listener_.on_unanswered(in_page(std::move(record)));
  }
  void on_trouble(const Trouble& trouble) override { listener_.on_trouble(in_page(trouble)); }
  void on_sighting(const Sighting& sighting) override { listener_.on_sighting(in_page(sighting)); }
  bool wants_every_block() const override { return listener_.wants_every_block(); }

 private:
  std::size_t line_of(std::size_t line) const {
    return line == 0 || line > line_of_page_.size() ? line : line_of_page_[line - 1];
  }

  template <typename Told>
  Told in_page(Told told) const {
    told.line = line_of(told.line);
    return told;
  }

  Record in_page(Record record) const {
    Place& place = record.place;
    place.line = line_of(place.line);
    // What is badly nested is shown in another order than it is written in.
    place.end_line = std::max(line_of(place.end_line), place.line);
    place.end_byte = std::max(place.end_byte, place.byte);
    return record;
  }

  Listener& listener_;
  const std::vector<std::size_t>& line_of_page_;
};

/// Whether a page has attributes that read_attributes() looks for.
bool may_keep_answers(std::string_view html) {
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{"question=", "wer="},  // whose letters are rare
      [html](std::string_view sign) { return html.find(sign) != std::string_view::npos; });
}

/// Keeps what asks with a mark.
class Kept : public Listener {
 public:
  explicit Kept(Listener& listener) : listener_(listener) {}

  void on_record(Record record) override {
    if (ends_in_question_mark(record.question)) records.push_back(std::move(record));
  }

  void on_trouble(const Trouble& trouble) override { listener_.on_trouble(trouble); }
  void on_sighting(const Sighting& sighting) override { listener_.on_sighting(sighting); }
  bool wants_every_block() const override { return listener_.wants_every_block(); }

  std::vector<Record> records{};

 private:
  Listener& listener_;
};

class Page {
 public:
  /// `code` is what stands in the page of a program; `lines` are without it.
  Page(Input& input, const TextLines& lines, std::string_view code, ScriptLanguage language)
      : input_(input),
        lines_(lines),
        code_(code),
        language_of_code_(language),
        known_(input.listener()) {}

  void read() {
    const std::vector<std::string_view> pieces = pieces_of(lines_.text);
    tell_of_cut(std::string_view(lines_.text)
                    .substr(static_cast<std::size_t>(pieces.back().data() + pieces.back().size() -
                                                     lines_.text.data())));
    const auto place = [this](std::size_t line, std::size_t end) { return place_of(line, end); };
    std::optional<ParsedPiece> parsed;  // one at a time
    PageWriter writer(lines_);
    std::string title;
    std::size_t in_scripts = 0;  // records
    for (const std::string_view piece : pieces) {
      const GumboInternalNode* root = parsed.emplace(lines_.text, piece).root();
      if (piece.data() == lines_.text.data()) find_language(root);
      if (std::string named = title_of(root); !named.empty()) title = std::move(named);
      read_json_ld(root, place, defaults_, known_);
      if (may_hold_threads(piece)) read_threads(root, place, defaults_, known_);
      if (may_keep_answers(piece)) read_attributes(root, place, defaults_, known_);
      const std::size_t before = known_.records;
      if (piece.data() == lines_.text.data()) read_scripts();
      in_scripts += known_.records - before;
      remove_furniture(parsed->tree());
      writer.add(root);
    }
    parsed.reset();
    PageText text = writer.take();
    text.page.title = std::move(title);
    text.page.asked = known_.end_of_given();
    if (known_.records > in_scripts + 1) {
      // What is given for machines should be all that is shown; often it is the first half of it,
      // or the same in other words or another language.
      Kept more(known_);
      InPage in_page(more, text.line_of_page);
      read_page(std::move(text.page), defaults_, in_page);
      known_.unite(std::move(more.records));
      return;
    }
    known_.release();
    // Else "Debugging" may stand in three chapters, with an answer each.
    if (known_.records > 0) known_.expect_repeats();
    if (in_scripts > 0) {
      Kept more(known_);
      InPage in_page(more, text.line_of_page);
      read_page(std::move(text.page), defaults_, in_page);
      known_.drop_parts(more.records);
      for (Record& record : more.records) known_.on_record(std::move(record));
      return;
    }
    InPage in_page(known_, text.line_of_page);
    read_page(std::move(text.page), defaults_, in_page);
  }

 private:
  /// What stands in the page's scripts is given, as JSON-LD is: they make the page of it.
  void read_scripts() {
    const auto place = [this](const DataValue& value) {
      const auto line = [this](std::size_t byte) {
        return static_cast<std::size_t>(std::ranges::upper_bound(lines_.begins, byte) -
                                        lines_.begins.begin());
      };
      return place_of(line(value.begin), line(std::max(value.begin + 1, value.end) - 1));
    };
    const PageScripts scripts = scripts_of(lines_.text);
    read_literals(scripts.code, ScriptLanguage::javascript, place, defaults_, known_);
    if (!scripts.data.empty()) read_lists(scripts.data, place, defaults_, known_);
    read_literals(code_, language_of_code_, place, defaults_, known_);
  }

  Place place_of(std::size_t line, std::size_t end_line) const {
    const std::size_t last = lines_.count();
    line = std::clamp<std::size_t>(line, 1, std::max<std::size_t>(last, 1));
    end_line = std::clamp(end_line, line, std::max(last, line));
    return {input_.path(), line, end_line, lines_.bytes_in_file[line - 1],
            lines_.bytes_in_file[std::min(end_line, last)]};
  }

  void tell_of_cut(std::string_view rest) {
    if (rest.empty()) return;
    const std::size_t begin = lines_.text.size() - rest.size();
    input_.listener().on_trouble({input_.path(),
                                  static_cast<std::size_t>(std::ranges::count(
                                      std::string_view(lines_.text).substr(0, begin), '\n')) +
                                      1,
                                  has_too_many_attributes(rest)
                                      ? "more attributes in one tag than can be parsed"
                                      : "no heading among " + std::to_string(most_tags) + " tags",
                                  "what follows was left out; split the file"});
  }

  void find_language(const GumboInternalNode* root) {
    const std::string_view language = attribute(root, "lang");
    defaults_.language = lower_ascii(language.substr(0, language.find_first_of("-_")));
    if (defaults_.language.size() != 2) defaults_.language.clear();
  }

  Input& input_;
  const TextLines& lines_;
  std::string_view code_;
  ScriptLanguage language_of_code_;
  OnceEach known_;
  Record defaults_{};  // what holds for all records: the language
};

std::string extension_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  return lower_ascii(dot == std::string_view::npos ? "" : path.substr(dot));
}

bool is_jsx(std::string_view extension) { return extension == ".jsx" || extension == ".tsx"; }

bool is_component(std::string_view extension) {
  return extension == ".vue" || extension == ".svelte" || extension == ".astro" ||
         is_jsx(extension);
}

/// Whether a file that is named as Markdown is a part of a page: half its lines begin with tags,
/// some of which are named as boxes that open, and hardly any is a heading of Markdown's own. What
/// folds with <details> is read as Markdown. Nearly all files are told by their first lines.
bool is_page_in_markdown(std::string_view head) {
  constexpr std::array<std::string_view, 4> boxes = {"accordion", "collapse", "faq-", "faq_"};
  constexpr std::size_t few = 12;
  std::size_t at = head.starts_with("---\n") ? head.find("\n---\n") : 0;  // front matter
  std::size_t lines = 0;
  std::size_t tags = 0;
  std::size_t headings = 0;
  bool opens = false;
  while (at < head.size()) {
    const std::size_t end = std::min(head.find('\n', at), head.size());
    const std::string_view line = trimmed(head.substr(at, end - at));
    at = end + 1;
    if (line.empty()) continue;
    ++lines;
    if (line.starts_with('#')) ++headings;
    if (line.starts_with("<details") || line.starts_with("```")) return false;
    if (headings > 1 || (lines >= few && 2 * tags < lines)) return false;
    if (!line.starts_with('<')) continue;
    ++tags;
    const std::size_t named = line.find("class=");
    opens = opens || (named != std::string_view::npos &&
                      std::ranges::any_of(boxes, [line, named](std::string_view box) {
                        return line.find(box, named) != std::string_view::npos;
                      }));
  }
  return opens && 2 * tags >= lines;
}

}  // namespace

int recognises_html(std::string_view path, std::string_view head) {
  const std::string begin = lower_ascii(trimmed(head.substr(0, 600)));
  const std::string extension = extension_of(path);
  if (extension == ".php" || is_component(extension)) return 97;
  const bool named = extension == ".html" || extension == ".htm" || extension == ".xhtml";
  if (begin.starts_with("<!doctype html") || begin.starts_with("<html")) return 95;
  if (begin.starts_with("<?xml") && begin.find("<html") != std::string::npos) return 95;
  if (begin.starts_with("<!--") && begin.find("<html") != std::string::npos) return 90;
  if (named) return begin.find('<') != std::string::npos ? 85 : 0;
  if (extension == ".md" || extension == ".markdown") return is_page_in_markdown(head) ? 85 : 0;
  // A part of a page in a file called FAQ or faq.txt.
  static constexpr std::string_view parts[] = {"<div",  "<section", "<dl",    "<h1",
                                               "<h2",   "<ul",      "<table", "<article",
                                               "<main", "<body",    "<style"};
  const bool text = extension.empty() || extension == ".txt";
  return text && begin.find("</") != std::string::npos &&
                 std::ranges::any_of(
                     parts, [&begin](std::string_view part) { return begin.starts_with(part); })
             ? 85
             : 0;
}

void read_html(Input& input) {
  TextLines lines = read_text(input, longest_page);
  PageParts parts;
  const std::string extension = extension_of(input.path());
  const bool php = extension == ".php";
  if (php || is_component(extension)) {
    parts = php                 ? parts_of_php(lines.text)
            : is_jsx(extension) ? parts_of_jsx(input.path(), lines.text)
                                : parts_of_component(lines.text);
    lines.text = std::move(parts.shown);
  }
  if (is_too_deep(lines.text)) {
    input.listener().on_trouble(
        {input.path(), 1, "elements nested deeper than 10,000 levels", "the file was left out"});
    return;
  }
  Page(input, lines, parts.code, php ? ScriptLanguage::php : ScriptLanguage::javascript).read();
}

}  // namespace answers
