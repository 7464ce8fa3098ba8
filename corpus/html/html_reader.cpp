#include "corpus/html/html_reader.h"

#include "corpus/characters/characters.h"
#include "corpus/deliver.h"
#include "corpus/html/html_page_lines.h"
#include "corpus/html/once_each.h"
#include "corpus/html/page_furniture.h"
#include "corpus/html/page_items.h"
#include "corpus/html/page_json_ld.h"
#include "corpus/html/page_pieces.h"
#include "corpus/html/page_questions.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/input/walk.h"
#include "corpus/listener.h"
#include "corpus/markdown/markdown_reader.h"
#include "corpus/markup/html_nodes.h"
#include "corpus/markup/html_tree.h"
#include "corpus/markup/prompt_text.h"
#include "corpus/wording/answer_text.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

/// Passes on what was read in the lines of a page, at its place in the page.
class InPage : public Listener {
 public:
  InPage(Listener& listener, const PageLines& lines) : listener_(listener), lines_(lines) {}

  void on_record(Record record) override { listener_.on_record(in_page(std::move(record))); }
  void on_unanswered(Record record) override {
    listener_.on_unanswered(in_page(std::move(record)));
  }
  void on_trouble(const Trouble& trouble) override { listener_.on_trouble(trouble); }
  void on_sighting(const Sighting& sighting) override { listener_.on_sighting(sighting); }

 private:
  Record in_page(Record record) const {
    Place& place = record.place;
    place.line = lines_.line_of_page[place.line - 1];
    // What is badly nested is shown in another order than it is written in.
    place.end_line = std::max(lines_.line_of_page[place.end_line - 1], place.line);
    place.end_byte = std::max(place.end_byte, place.byte);
    return record;
  }

  Listener& listener_;
  const PageLines& lines_;
};

class Kept : public Listener {
 public:
  void on_record(Record record) override { records.push_back(std::move(record)); }

  std::vector<Record> records{};
};

/// Rules separate what stands on a page.
std::string_view without_rules(std::string_view answer) {
  answer = trimmed(answer);
  while (answer.ends_with("\n---")) answer = trimmed(answer.substr(0, answer.size() - 3));
  while (answer.starts_with("---\n")) answer = trimmed(answer.substr(3));
  return answer == "---" ? std::string_view() : answer;
}

class Page {
 public:
  Page(Input& input, const TextLines& lines)
      : input_(input), lines_(lines), known_(input.listener()) {}

  void read() {
    const std::vector<std::string_view> pieces = pieces_of(lines_.text);
    tell_of_cut(std::string_view(lines_.text)
                    .substr(static_cast<std::size_t>(pieces.back().data() + pieces.back().size() -
                                                     lines_.text.data())));
    const auto place = [this](std::size_t line, std::size_t end) { return place_of(line, end); };
    std::optional<ParsedPiece> parsed;  // one at a time
    PageItems shown;
    for (const std::string_view piece : pieces) {
      const GumboInternalNode* root = parsed.emplace(lines_.text, piece).root();
      if (piece.data() == lines_.text.data()) find_language(root);
      if (std::string title = title_of(root); !title.empty()) title_ = std::move(title);
      read_json_ld(root, place, defaults_, known_);
      remove_furniture(parsed->tree());
      shown.add(root);
    }
    known_.end_of_given();
    const std::vector<PageItem> items = shown.take();
    const PageFacts facts{file_name(input_.path()), title_, lines_.count()};
    if (known_.records > 1) {
      // What is given for machines should be all that is shown; often it is the first half of it,
      // or the same in other words or another language.
      Kept more;
      find_questions(items, facts, [&](const PageQuestion& asked) {
        if (asked.item->sure || ends_in_question_mark(asked.item->text)) tell(asked, more);
      });
      known_.unite(std::move(more.records));
      return;
    }
    // Else "Debugging" may stand in three chapters, with an answer each.
    if (known_.records > 0 || std::ranges::any_of(items, &PageItem::sure)) known_.expect_repeats();
    find_questions(items, facts, [this](const PageQuestion& asked) { tell(asked, known_); });
    if (known_.records > 0) return;
    for (const std::string_view piece : pieces) {
      if (pieces.size() > 1) remove_furniture(parsed.emplace(lines_.text, piece).tree());
      tell_lines(parsed->root());
    }
  }

 private:
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

  /// What asks only by the words of its lines.
  void tell_lines(const GumboInternalNode* root) {
    const PageLines lines = page_lines(root, lines_);
    InPage in_page(known_, lines);
    read_lines_of_page(lines.text, defaults_, in_page);
  }

  void tell(const PageQuestion& asked, Listener& listener) const {
    const std::string& question = asked.question;
    Record record = defaults_;
    // "Short answer: no" is how an answer begins, unless its question has a label too.
    const auto label = leading_label(question);
    record.answer = label ? trim_answer(asked.answer) : without_rules(asked.answer);
    if (question.find('\n') != std::string::npos) {
      set_prompt(question, record);
    } else {
      const QuestionText cleaned =
          clean_question(std::string_view(question).substr(number_size(question)));
      record.question = cleaned.text;
      record.difficulty = cleaned.difficulty;
    }
    if (const auto behind = leading_label(record.answer);
        label && label->lone_letter && behind && behind->kind == LabelKind::answer)
      record.answer = std::string(behind->rest);
    for (const auto& [level, text] : *asked.above) {
      if (!text.empty()) record.section.push_back(text);
    }
    if (!asked.item->anchor.empty()) record.url = "#" + asked.item->anchor;
    record.place = place_of(asked.item->line, asked.end_line);
    deliver(std::move(record), listener);
  }

  Input& input_;
  const TextLines& lines_;
  OnceEach known_;
  Record defaults_{};  // what holds for all records: the language
  std::string title_{};
};

}  // namespace

int recognises_html(std::string_view path, std::string_view head) {
  const std::string begin = lower_ascii(trimmed(head.substr(0, 600)));
  const std::size_t dot = path.rfind('.');
  const std::string extension = lower_ascii(dot == std::string_view::npos ? "" : path.substr(dot));
  const bool named = extension == ".html" || extension == ".htm" || extension == ".xhtml";
  if (begin.starts_with("<!doctype html") || begin.starts_with("<html")) return 95;
  if (begin.starts_with("<?xml") && begin.find("<html") != std::string::npos) return 95;
  if (begin.starts_with("<!--") && begin.find("<html") != std::string::npos) return 90;
  return named && begin.find('<') != std::string::npos ? 85 : 0;
}

void read_html(Input& input) {
  const TextLines lines = read_text(input, longest_page);
  if (is_too_deep(lines.text)) {
    input.listener().on_trouble(
        {input.path(), 1, "elements nested deeper than 10,000 levels", "the file was left out"});
    return;
  }
  Page(input, lines).read();
}

}  // namespace answers
