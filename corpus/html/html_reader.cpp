#include "corpus/html/html_reader.h"

#include "corpus/characters/characters.h"
#include "corpus/data/column_names.h"
#include "corpus/data/data_records.h"
#include "corpus/data/json_parser.h"
#include "corpus/deliver.h"
#include "corpus/html/html_page_lines.h"
#include "corpus/input/input.h"
#include "corpus/input/text_lines.h"
#include "corpus/input/walk.h"
#include "corpus/listener.h"
#include "corpus/markdown/markdown_reader.h"
#include "corpus/markup/html_nodes.h"
#include "corpus/markup/html_text.h"
#include "corpus/markup/html_tree.h"
#include "corpus/wording/answer_text.h"
#include "corpus/wording/furniture.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"

#include <gumbo.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace answers {
namespace {

constexpr int deepest = 400;  // what lies deeper is somebody's answer

/// Whether microdata says that the element is of a type of schema.org ("Question", "Answer").
bool is_of_type(const GumboNode* node, std::string_view type) {
  const std::string_view given = attribute(node, "itemtype");
  return given.ends_with(type) && given.find("schema.org/") != std::string_view::npos;
}

enum class Part { none, question, answer };

/// Which of a pair an element is, by its class ("faq-question", "accordion-body"), microdata, or
/// what it does ("aria-expanded").
Part part_of(const GumboNode* node) {
  if (!is_element(node)) return Part::none;
  const std::string_view property = attribute(node, "itemprop");
  if (property == "acceptedAnswer" || property == "suggestedAnswer") return Part::answer;
  // What opens and closes a panel, and the panel.
  if (attribute(node, "role") == "tabpanel" || !attribute(node, "x-show").empty())
    return Part::answer;
  if ((attribute(node, "role") == "tab" || !attribute(node, "aria-expanded").empty() ||
       !attribute(node, "aria-controls").empty() || !attribute(node, "@click").empty() ||
       !attribute(node, "x-on:click").empty()) &&
      ends_in_question_mark(node_to_line(node)))
    return Part::question;
  const std::string classes = " " + lower_ascii(attribute(node, "class")) + " ";
  if (classes.size() <= 2) return Part::none;
  const auto has = [&classes](std::string_view word) {
    return classes.find(word) != std::string::npos;
  };
  const bool family = has("faq") || has("accordion") || has("qa-") || has("qna") || has("toggle") ||
                      has("collaps") || has("expand");
  if (has("questions") || has("answers") || has("container") || has("wrapper")) return Part::none;
  if (has("question") || has("faq-q ") || has("faq__q ") || has(" q ")) return Part::question;
  if (has("answer") || has("faq-a ") || has("faq__a ") || has(" a ")) return Part::answer;
  if (!family) return Part::none;
  if (has("title") || has("header") || has("heading") || has("button") || has("trigger") ||
      has("summary") || has("control")) {
    return Part::question;
  }
  if (has("body") || has("content") || has("panel") || has("text") || has("collapse "))
    return Part::answer;
  return Part::none;
}

/// A paragraph all of whose words are bold: a heading by other means.
const GumboNode* bold_paragraph(const GumboNode* node) {
  const GumboTag tag = tag_of(node);
  if (tag != GUMBO_TAG_P && tag != GUMBO_TAG_DIV && tag != GUMBO_TAG_B && tag != GUMBO_TAG_STRONG)
    return nullptr;
  if (tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG) return node;
  const GumboNode* bold = nullptr;
  for (const GumboNode* child : children_of(node)) {
    if (is_blank_node(child)) continue;
    if (tag_of(child) == GUMBO_TAG_A && node_to_line(child).empty()) continue;  // an anchor
    if (tag_of(child) == GUMBO_TAG_BR) continue;
    if (bold != nullptr || (tag_of(child) != GUMBO_TAG_B && tag_of(child) != GUMBO_TAG_STRONG))
      return nullptr;
    bold = child;
  }
  return bold;
}

constexpr int bold_level = 7;  // of a bold paragraph: below all headings

/// A page in the order of its text: what may be a question, and what stands between.
struct Item {
  enum class Kind { heading, pair, content };
  Kind kind = Kind::content;
  int level = 0;         // of a heading
  std::string text{};    // of a heading or a question, one line; of content, Markdown
  std::string answer{};  // of a pair
  std::string anchor{};
  std::size_t line = 0;
  bool sure = false;  // a pair that is one by what the page says for machines
};

/// Passes records on that the page has not given before.
class Known : public Listener {
 public:
  explicit Known(Listener& listener) : listener_(listener) {}

  void on_record(Record record) override {
    if (!is_new(record)) return;
    ++records;
    listener_.on_record(std::move(record));
  }
  void on_unanswered(Record record) override {
    if (is_new(record)) listener_.on_unanswered(std::move(record));
  }
  void on_trouble(const Trouble& trouble) override { listener_.on_trouble(trouble); }
  void on_sighting(const Sighting& sighting) override { listener_.on_sighting(sighting); }

  /// From now on a question is known whatever its answer; before, it may have several.
  void expect_repeats() { expects_repeats_ = true; }

  std::size_t records = 0;

 private:
  bool is_new(const Record& record) {
    std::string question = folded_words(record.question);
    const bool is_first = seen_.insert(question).second;
    if (expects_repeats_) return is_first;
    return pairs_.insert(question.append("\n").append(folded_words(record.answer))).second;
  }

  Listener& listener_;
  bool expects_repeats_ = false;
  std::unordered_set<std::string> seen_{};
  std::unordered_set<std::string> pairs_{};
};

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

/// Where the tag or comment that hides what stands in it ends; `at` for any other.
std::size_t behind_hidden(std::string_view html, std::size_t at) {
  const std::string_view rest = html.substr(at);
  const bool is_comment = rest.starts_with("<!--");
  if (!is_comment && !starts_with_ignoring_case(rest, "<script")) return at;
  std::size_t end = html.find(is_comment ? "-->" : "</", at + 1);
  while (!is_comment && end != html.npos &&
         !starts_with_ignoring_case(html.substr(end), "</script"))
    end = html.find("</", end + 1);
  return std::min(end, html.size());
}

/// What is shown and the pieces of it are in memory at once, and a build has 256 MB.
constexpr std::size_t longest_page = std::size_t{24} << 20;

/// Half a kilobyte of a tree each.
constexpr std::size_t most_tags = 300'000;

/// A tree takes up to 50 times the memory of its page, so a long page is cut before headings. Ends
/// before the tag that is one too many behind the last cut.
std::vector<std::string_view> pieces_of(std::string_view html) {
  constexpr std::size_t long_enough = 1 << 20;
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  std::size_t tags = 0;
  std::size_t at = html.find('<');
  for (; at < html.size() && tags < most_tags; at = html.find('<', at + 1), ++tags) {
    at = behind_hidden(html, at);
    const std::string_view rest = html.substr(at);
    const bool is_heading =
        rest.size() > 2 && (rest[1] == 'h' || rest[1] == 'H') && rest[2] >= '1' && rest[2] <= '6';
    if (!is_heading || at - begin < long_enough) continue;
    pieces.push_back(html.substr(begin, at - begin));
    begin = at;
    tags = 0;
  }
  pieces.push_back(html.substr(begin, at == html.npos ? html.npos : at - begin));
  return pieces;
}

/// A piece of a page as a tree whose lines are those of the page.
struct Parsed {
  std::string text{};  ///< of a later piece: an empty line for each one before it
  HtmlTree tree;

  Parsed(std::string_view page, std::string_view piece)
      : text(text_of(page, piece)), tree(text.empty() ? piece : std::string_view(text)) {}

  static std::string text_of(std::string_view page, std::string_view piece) {
    const std::string_view before =
        page.substr(0, static_cast<std::size_t>(piece.data() - page.data()));
    if (before.empty()) return {};
    std::string text(static_cast<std::size_t>(std::ranges::count(before, '\n')), '\n');
    return text.append(piece);
  }
};

class Page {
 public:
  Page(Input& input, const TextLines& lines)
      : input_(input), lines_(lines), known_(input.listener()) {}

  void read() {
    smells_ = smells_of_questions(file_name(input_.path()));
    const std::vector<std::string_view> pieces = pieces_of(lines_.text);
    tell_of_cut(pieces.back().data() + pieces.back().size());
    std::optional<Parsed> parsed;  // one at a time
    for (const std::string_view piece : pieces) {
      const GumboNode* root = parsed.emplace(lines_.text, piece).tree.root();
      if (piece.data() == lines_.text.data()) find_language(root);
      read_json_ld(root);
      flatten(root, 0);
      flush_run();
    }
    // What is given for machines must be all that is shown, say those who read it. What is shown
    // besides is the same in another wording or language.
    if (known_.records > 1) return;
    flush_content();
    // Else "Debugging" may stand in three chapters, with an answer each.
    if (known_.records > 0 || std::ranges::any_of(items_, &Item::sure)) known_.expect_repeats();
    tell_items();
    if (known_.records > 0) return;
    for (const std::string_view piece : pieces) {
      if (pieces.size() > 1) parsed.emplace(lines_.text, piece);
      tell_lines(parsed->tree.root());
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

  void tell_of_cut(const char* end) {
    const std::string_view text = lines_.text;
    const auto read = text.substr(0, static_cast<std::size_t>(end - text.data()));
    if (read.size() == text.size()) return;
    input_.listener().on_trouble({input_.path(),
                                  static_cast<std::size_t>(std::ranges::count(read, '\n')) + 1,
                                  "no heading among " + std::to_string(most_tags) + " tags",
                                  "what follows was left out; split the file"});
  }

  void find_language(const GumboNode* root) {
    const std::string_view language = attribute(root, "lang");
    language_ = lower_ascii(language.substr(0, language.find_first_of("-_")));
    if (language_.size() != 2) language_.clear();
  }

  // ---- What the page says for machines ----

  void read_json_ld(const GumboNode* root) {
    std::vector<const GumboNode*> open = {root};
    while (!open.empty()) {
      const GumboNode* node = open.back();
      open.pop_back();
      if (tag_of(node) == GUMBO_TAG_SCRIPT &&
          lower_ascii(attribute(node, "type")) == "application/ld+json") {
        for (const GumboNode* text : children_of(node)) {
          if (!is_element(text)) read_script(text);
        }
        continue;
      }
      if (tag_of(node) == GUMBO_TAG_TITLE) title_ = node_to_line(node);
      const auto children = children_of(node);
      open.insert(open.end(), children.rbegin(), children.rend());
    }
  }

  void read_script(const GumboNode* text) {
    const std::string_view json = text->v.text.text;
    const DataValue* value = parser_.parse_copy(json);
    const std::size_t first_line = line_of(text);
    if (value == nullptr) {
      input_.listener().on_trouble({input_.path(), first_line,
                                    "JSON-LD that is no JSON: " + parser_.error(),
                                    "it was left out"});
      return;
    }
    Record base;
    base.language = language_;
    DataRecords(known_).read(
        *value,
        [&](const DataValue& at) {
          const auto lines_before = [&json](std::size_t offset) {
            return static_cast<std::size_t>(std::count(
                json.begin(),
                json.begin() + static_cast<std::ptrdiff_t>(std::min(offset, json.size())), '\n'));
          };
          const std::size_t line = first_line + lines_before(at.begin);
          return place_of(line, first_line + lines_before(at.end));
        },
        base);
  }

  // ---- What the page shows ----

  void add(Item item) {
    flush_content();
    items_.push_back(std::move(item));
  }

  void flush_content() {
    flush_run();
    if (!content_.empty() && !is_blank(content_)) {
      Item item;
      item.text = std::move(content_);
      item.line = content_line_;
      items_.push_back(std::move(item));
    }
    content_.clear();
  }

  void add_content(const GumboNode* node, bool is_inline) {
    if (is_inline) {
      run_.push_back(node);
      return;
    }
    flush_run();
    add_paragraph(node_to_markdown(node), node);
  }

  /// Makes one paragraph of what stands in a line; before the tree goes.
  void flush_run() {
    if (run_.empty()) return;
    add_paragraph(nodes_to_markdown(run_), run_.front());
    run_.clear();
  }

  void add_paragraph(const std::string& text, const GumboNode* node) {
    if (is_blank(text)) return;
    if (content_.empty()) {
      content_line_ = line_of(node);
    } else {
      content_ += "\n\n";
    }
    content_ += text;
  }

  /// Whether anything below may be a question of its own.
  static bool holds_questions(const GumboNode* root) {
    std::vector<const GumboNode*> open = {root};
    while (!open.empty()) {
      const GumboNode* node = open.back();
      open.pop_back();
      if (node != root) {
        const GumboTag tag = tag_of(node);
        if (heading_level(node) > 0 || tag == GUMBO_TAG_DETAILS || tag == GUMBO_TAG_DL ||
            part_of(node) == Part::question || is_of_type(node, "/Question") ||
            (tag == GUMBO_TAG_TABLE && columns_of(rows_of(node)).answer > 0)) {
          return true;
        }
        if ((tag == GUMBO_TAG_P || tag == GUMBO_TAG_DIV) && bold_paragraph(node) != nullptr)
          return true;
      }
      const auto children = children_of(node);
      open.insert(open.end(), children.begin(), children.end());
    }
    return false;
  }

  static std::string anchor_of(const GumboNode* node) {
    for (const char* name : {"id", "name"}) {
      if (!attribute(node, name).empty()) return std::string(attribute(node, name));
    }
    for (const GumboNode* child : children_of(node)) {
      if (tag_of(child) != GUMBO_TAG_A) continue;
      for (const char* name : {"id", "name"}) {
        if (!attribute(child, name).empty()) return std::string(attribute(child, name));
      }
    }
    return {};
  }

  void flatten(const GumboNode* node, int depth) {
    if (depth > deepest) return add_content(node, false);
    const auto children = children_of(node);
    for (std::size_t i = 0; i < children.size(); ++i) {
      const GumboNode* child = children[i];
      if (is_left_out(child) || child->type == GUMBO_NODE_COMMENT) continue;
      if ((is_of_type(child, "/Question") && add_item_of_microdata(child)) ||
          (part_of(child) == Part::question && add_parts(children, i)) ||
          (tag_of(child) == GUMBO_TAG_DETAILS && add_details(child)) ||
          (tag_of(child) == GUMBO_TAG_DL && add_list(child)) ||
          (tag_of(child) == GUMBO_TAG_TABLE && add_table(child)))
        continue;
      if (const int level = heading_level(child); level > 0) {
        add({Item::Kind::heading,
             level,
             node_to_line(child),
             {},
             anchor_of(child),
             line_of(child)});
      } else if (tag_of(child) == GUMBO_TAG_A && node_to_line(child).empty()) {
        if (const std::string anchor = anchor_of(child); !anchor.empty()) pending_anchor_ = anchor;
      } else if (const GumboNode* bold = is_inline(child) ? nullptr : bold_paragraph(child);
                 bold != nullptr) {
        std::string anchor = anchor_of(child);
        if (anchor.empty()) anchor = std::exchange(pending_anchor_, {});
        add({Item::Kind::heading,
             bold_level,
             node_to_line(bold),
             {},
             std::move(anchor),
             line_of(child)});
      } else if (is_element(child) && !is_inline(child) && holds_questions(child)) {
        flatten(child, depth + 1);
      } else {
        add_content(child, is_inline(child) || tag_of(child) == GUMBO_TAG_BR);
      }
    }
  }

  /// The first element below `root` that is the part.
  static const GumboNode* find_part(const GumboNode* root, Part part) {
    std::vector<const GumboNode*> open = {root};
    while (!open.empty()) {
      const GumboNode* node = open.back();
      open.pop_back();
      if (part_of(node) == part) return node;
      const auto children = children_of(node);
      open.insert(open.end(), children.rbegin(), children.rend());
    }
    return nullptr;
  }

  void add_pair(const GumboNode* question, std::string text, std::string answer,
                std::string anchor) {
    add({Item::Kind::pair, 0, std::move(text), std::move(answer), std::move(anchor),
         line_of(question)});
  }

  /// A Question of schema.org with its Answers; false where the one or the others are missing.
  bool add_item_of_microdata(const GumboNode* item) {
    const GumboNode* name = nullptr;
    std::vector<const GumboNode*> answers;
    std::vector<const GumboNode*> open = {item};
    while (!open.empty()) {
      const GumboNode* node = open.back();
      open.pop_back();
      const std::string_view property = attribute(node, "itemprop");
      if (node != item && (property == "acceptedAnswer" || property == "suggestedAnswer" ||
                           is_of_type(node, "/Answer"))) {
        answers.push_back(node);
        continue;
      }
      if (name == nullptr && (property == "name" || property == "headline")) name = node;
      const auto children = children_of(node);
      open.insert(open.end(), children.rbegin(), children.rend());
    }
    if (name == nullptr || answers.empty()) return false;
    for (const GumboNode* answer : answers) {
      add_pair(item, node_to_line(name), node_to_markdown(text_of_answer(answer)), anchor_of(item));
      items_.back().sure = true;
    }
    return true;
  }

  /// What of an Answer is its text: beside it stand votes and names.
  static const GumboNode* text_of_answer(const GumboNode* answer) {
    std::vector<const GumboNode*> open = {answer};
    while (!open.empty()) {
      const GumboNode* node = open.back();
      open.pop_back();
      if (attribute(node, "itemprop") == "text") return node;
      const auto children = children_of(node);
      open.insert(open.end(), children.rbegin(), children.rend());
    }
    return answer;
  }

  bool add_details(const GumboNode* details) {
    const GumboNode* summary = nullptr;
    std::string answer;
    for (const GumboNode* child : children_of(details)) {
      if (summary == nullptr && tag_of(child) == GUMBO_TAG_SUMMARY) {
        summary = child;
        continue;
      }
      if (is_left_out(child) || is_blank_node(child)) continue;
      const std::string text =
          is_element(child) ? node_to_markdown(child) : std::string(trimmed(child->v.text.text));
      if (!text.empty()) answer += (answer.empty() ? "" : is_inline(child) ? " " : "\n\n") + text;
    }
    if (summary == nullptr) return false;
    const std::string question = node_to_line(summary);
    if (question.empty() || is_summary_label(question) || is_answer_label(question)) return false;
    if (furniture_of(question) != Furniture::none) return false;
    add_pair(details, question, answer, anchor_of(details));
    return true;
  }

  /// The rows of a table with their cells, not of tables inside of it.
  using Row = std::vector<const GumboNode*>;
  static std::vector<Row> rows_of(const GumboNode* table) {
    std::vector<Row> rows;
    std::vector<const GumboNode*> open = {table};
    while (!open.empty()) {
      const GumboNode* node = open.back();
      open.pop_back();
      const GumboTag tag = tag_of(node);
      if (tag == GUMBO_TAG_TR) rows.emplace_back();
      if ((tag == GUMBO_TAG_TH || tag == GUMBO_TAG_TD) && !rows.empty()) {
        rows.back().push_back(node);
      } else if (node == table || tag != GUMBO_TAG_TABLE) {
        const auto children = children_of(node);
        open.insert(open.end(), children.rbegin(), children.rend());
      }
    }
    return rows;
  }

  /// Which columns are questions and answers, counted from 1; 0 where the first row names none.
  struct Columns {
    std::size_t question = 0;
    std::size_t answer = 0;
  };
  static Columns columns_of(const std::vector<Row>& rows) {
    Columns columns;
    if (rows.size() < 2) return columns;
    for (std::size_t i = 0; i < rows[0].size(); ++i) {
      // A name is a line; a cell of a layout holds half a page.
      const auto children = children_of(rows[0][i]);
      if (children.size() > 8 || !std::ranges::all_of(children, is_inline)) continue;
      const ColumnKind kind = column_kind(node_to_line(rows[0][i]));
      if (kind == ColumnKind::question && columns.question == 0) columns.question = i + 1;
      if (kind == ColumnKind::answer && columns.answer == 0) columns.answer = i + 1;
    }
    return columns.question == 0 || columns.answer == 0 ? Columns{} : columns;
  }

  /// A table with a column of questions and one of answers.
  bool add_table(const GumboNode* table) {
    const std::vector<Row> rows = rows_of(table);
    const Columns columns = columns_of(rows);
    if (columns.answer == 0) return false;
    for (std::size_t i = 1; i < rows.size(); ++i) {
      if (rows[i].size() < std::max(columns.question, columns.answer)) continue;
      const GumboNode* question = rows[i][columns.question - 1];
      add_pair(question, node_to_line(question), node_to_markdown(rows[i][columns.answer - 1]),
               anchor_of(question));
    }
    return true;
  }

  /// <dt> and <dd>, also in <div>s between: a list of questions, or of something else.
  bool add_list(const GumboNode* list) {
    struct Entry {
      const GumboNode* node;
      std::string question;
      std::string answer;
    };
    std::vector<Entry> entries;
    std::vector<const GumboNode*> open;
    const auto push = [&open](const GumboNode* node) {
      const auto children = children_of(node);
      open.insert(open.end(), children.rbegin(), children.rend());
    };
    push(list);
    while (!open.empty()) {
      const GumboNode* node = open.back();
      open.pop_back();
      if (tag_of(node) == GUMBO_TAG_DT) {
        entries.push_back({node, node_to_line(node), {}});
      } else if (tag_of(node) == GUMBO_TAG_DD) {
        if (entries.empty()) return false;
        entries.back().answer +=
            (entries.back().answer.empty() ? "" : "\n\n") + node_to_markdown(node);
      } else if (tag_of(node) == GUMBO_TAG_DIV) {
        push(node);
      }
    }
    const auto asks = static_cast<std::size_t>(std::ranges::count_if(
        entries, [](const Entry& entry) { return ends_in_question_mark(entry.question); }));
    if (asks * 3 < entries.size() || asks == 0)
      return false;  // a glossary, or options of a program
    for (Entry& entry : entries)
      add_pair(entry.node, std::move(entry.question), std::move(entry.answer),
               anchor_of(entry.node));
    return true;
  }

  /// An element that is a question by its class, and the answer beside it or in the next one.
  bool add_parts(std::span<const GumboNode* const> siblings, std::size_t& at) {
    const GumboNode* question = siblings[at];
    if (const GumboNode* answer = find_part(question, Part::answer); answer != nullptr) {
      // The element is a whole pair: its question stands before the answer.
      const GumboNode* inner = nullptr;
      for (const GumboNode* child : children_of(question)) {
        if (inner == nullptr && find_part(child, Part::answer) == nullptr && is_element(child))
          inner = child;
      }
      if (inner == nullptr) return false;
      add_pair(question, node_to_line(inner), node_to_markdown(answer), anchor_of(question));
      return true;
    }
    std::size_t next = at + 1;
    while (next < siblings.size() && is_blank_node(siblings[next])) ++next;
    if (next == siblings.size()) return false;
    const GumboNode* answer = find_part(siblings[next], Part::answer);
    if (answer == nullptr) return false;
    add_pair(question, node_to_line(question), node_to_markdown(answer), anchor_of(question));
    at = next;
    return true;
  }

  // ---- Which headings ask ----

  /// The bytes of "1.", "(2)", "1.1:" at the beginning.
  static std::size_t number_size(std::string_view text) {
    if (const std::size_t size = leading_number(text).size; size > 0) return size;
    const std::size_t end = text.find_first_not_of("0123456789.");
    return end != std::string_view::npos && end > 0 && text[0] != '.' &&
                   text.substr(end).starts_with(": ")
               ? end + 2
               : 0;
  }
  static bool is_numbered(std::string_view text) { return number_size(text) > 0; }

  /// The text below a heading, to the next one of its level or above; and where that stands.
  struct Below {
    std::string text{};
    std::size_t end = 0;
  };
  Below below(std::size_t at) const {
    Below result;
    std::size_t i = at + 1;
    for (; i < items_.size(); ++i) {
      const Item& item = items_[i];
      if (item.kind == Item::Kind::pair) break;
      if (item.kind == Item::Kind::heading && item.level <= items_[at].level) break;
      std::string text = item.text;
      if (item.kind == Item::Kind::heading) {
        if (furniture_of(item.text) == Furniture::project) break;
        if (item.level == bold_level) {
          text.insert(0, "**").append("**");
        } else {
          text.insert(0, std::string(static_cast<std::size_t>(item.level), '#') + ' ');
        }
      }
      if (!result.text.empty()) result.text += "\n\n";
      result.text += text;
    }
    result.end = i;
    return result;
  }

  /// The level whose headings are questions, 0 when there is none: most of them ask or count.
  int question_level() const {
    int best = 0;
    std::size_t most = 0;
    for (int level = 1; level <= bold_level; ++level) {
      std::size_t all = 0;
      std::size_t asking = 0;
      std::size_t answered = 0;
      for (std::size_t i = 0; i < items_.size(); ++i) {
        const Item& item = items_[i];
        if (item.kind != Item::Kind::heading || item.level != level ||
            furniture_of(item.text) != Furniture::none)
          continue;
        ++all;
        asking += ends_in_question_mark(item.text) || is_numbered(item.text) ? 1U : 0U;
        answered += i + 1 < items_.size() && items_[i + 1].kind == Item::Kind::content ? 1U : 0U;
      }
      const bool faq =
          smells_ || smells_of_questions(title_) || std::ranges::any_of(items_, &Item::sure);
      // A page named an FAQ asks seldom and answers all the same.
      const bool announced =
          announces_faq(file_name(input_.path())) && asking >= 3 && asking * 10 >= all;
      const bool enough = announced || (asking >= 2 && asking * 5 >= all * 2) ||
                          (faq && asking >= 1 && all <= 3) ||
                          (faq && all >= 3 && asking * 4 >= all);
      if (enough && answered * 2 >= all && asking > most) {
        most = asking;
        best = level;
      }
    }
    return best;
  }

  /// Whether the folds and parts of the page are questions, and not just folded up. Numbers say so
  /// only where they count up: "1.61.0 · impl Clone" is what was added in a version.
  bool pairs_ask() const {
    std::size_t all = 0;
    std::size_t asking = 0;
    std::size_t numbered = 0;
    std::size_t ups = 0;
    std::string before;
    for (const Item& item : items_) {
      if (item.kind != Item::Kind::pair) continue;
      ++all;
      if (item.sure || ends_in_question_mark(item.text) || leading_label(item.text)) {
        ++asking;
      } else if (is_numbered(item.text)) {
        ++numbered;
        std::string number(leading_number(item.text).number);
        ups += number > before || number.size() > before.size() ? 1U : 0U;
        before = std::move(number);
      }
    }
    if (ups * 4 >= numbered * 3) asking += numbered;
    return asking * 3 >= all || ((smells_ || smells_of_questions(title_)) && asking * 10 >= all);
  }

  /// Whether a text is nothing but links to places in pages: the questions of a topic, listed.
  static bool is_contents(std::string_view text) {
    bool leads_to_place = false;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      std::string_view line = trimmed(text.substr(0, end));
      text.remove_prefix(std::min(text.size(), end + 1));
      if (line.empty()) continue;
      line.remove_prefix(std::min(line.find_first_not_of("0123456789.-*() "), line.size()));
      if (!line.starts_with('[')) return false;
      const std::size_t close = line.find(']');
      if (close == std::string_view::npos) return false;
      const std::string_view behind = line.substr(close + 1);
      if (!behind.empty() && !behind.starts_with(": ") && !behind.starts_with('(')) return false;
      leads_to_place = leads_to_place || behind.find('#') != std::string_view::npos;
    }
    return leads_to_place;
  }

  void tell_items() {
    const int level = question_level();
    const bool pairs = pairs_ask();
    std::size_t all = 0;
    std::size_t numbered = 0;
    for (const Item& item : items_) {
      if (item.kind != Item::Kind::heading || item.level != level) continue;
      ++all;
      numbered += is_numbered(item.text) ? 1U : 0U;
    }
    const bool by_number = numbered * 2 >= all;      // then what has none is no question
    std::vector<std::pair<int, std::string>> above;  // headings that are topics, by their level
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const Item& item = items_[i];
      if (item.kind == Item::Kind::content) continue;
      const std::size_t next_line = i + 1 < items_.size() ? items_[i + 1].line : lines_.count() + 1;
      if (item.kind == Item::Kind::pair) {
        if (!pairs) continue;
        tell(item, item.text, item.answer, std::max(next_line, item.line + 1) - 1, above);
        continue;
      }
      while (!above.empty() && above.back().first >= item.level) above.pop_back();
      const bool asks = item.level == level && furniture_of(item.text) == Furniture::none &&
                        (!by_number || is_numbered(item.text) || ends_in_question_mark(item.text));
      if (!asks) {
        if (item.level != bold_level) above.emplace_back(item.level, clean_heading(item.text));
        continue;
      }
      const Below answer = below(i);
      if (is_contents(answer.text)) continue;
      const std::size_t end =
          answer.end < items_.size() ? items_[answer.end].line : lines_.count() + 1;
      tell(item, item.text, answer.text, std::max(end, item.line + 1) - 1, above);
      i = answer.end - 1;
    }
  }

  /// What asks only by the words of its lines.
  void tell_lines(const GumboNode* root) {
    const PageLines lines = page_lines(root, lines_);
    InPage in_page(known_, lines);
    Record defaults;
    defaults.language = language_;
    read_lines_of_page(lines.text, defaults, in_page);
  }

  void tell(const Item& item, const std::string& question, const std::string& answer,
            std::size_t end_line, const std::vector<std::pair<int, std::string>>& above) {
    const QuestionText cleaned =
        clean_question(std::string_view(question).substr(number_size(question)));
    Record record;
    record.question = cleaned.text;
    record.difficulty = cleaned.difficulty;
    // "Short answer: no" is how an answer begins, unless its question has a label too.
    const auto label = leading_label(question);
    record.answer = label ? trim_answer(answer) : trimmed(answer);
    if (const auto behind = leading_label(record.answer);
        label && label->lone_letter && behind && behind->kind == LabelKind::answer)
      record.answer = std::string(behind->rest);
    record.language = language_;
    for (const auto& [level, text] : above) {
      if (!text.empty()) record.section.push_back(text);
    }
    if (!item.anchor.empty()) record.url = "#" + item.anchor;
    record.place = place_of(item.line, end_line);
    deliver(std::move(record), known_);
  }

  Input& input_;
  const TextLines& lines_;
  Known known_;
  JsonParser parser_{};
  std::string title_{};
  std::string language_{};
  bool smells_ = false;
  std::vector<Item> items_{};
  std::string content_{};                // what has come since the last item
  std::vector<const GumboNode*> run_{};  // and what stands in its last line
  std::size_t content_line_ = 0;
  std::string pending_anchor_{};
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
