#include "corpus/outline/decision.h"

#include "corpus/outline/sections.h"
#include "corpus/outline/weights.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_map>

namespace answers {
namespace {

using namespace weights;

constexpr std::size_t none = static_cast<std::size_t>(-1);

struct Sum {
  float total = 0;
  float count = 0;
  float holders = 0;  ///< that have headings below
  float with_text = 0;
  float topics = 0;      ///< of these, that have no text of their own
  float told = 0;        ///< that a label or the markup says are questions
  float marks = 0;       ///< that ask with a mark
  float asking = 0;      ///< that ask or set a task, and are no clause
  float stating = 0;     ///< items that state something
  float bare = 0;        ///< items without text
  float bare_total = 0;  ///< what these say themselves
  bool closed = false;   ///< what closes such a list was seen
};

class Decider {
 public:
  Decider(std::span<const Block> blocks, About about, bool page)
      : blocks_(blocks), nodes_(blocks.size()), about_(about), page_(page) {
    build_tree();
    gather_evidence();
  }

  Decision decide() {
    const std::size_t count = blocks_.size();
    Decision decision;
    decision.roles.assign(count, BlockRole::section);
    decision.scores.resize(count);
    // From the leaves up: the best sum of a block and all below it, where it stands in a section
    // and where it stands in an answer.
    for (std::size_t i = count; i-- > 0;) {
      Node& node = nodes_[i];
      const float score = score_of(i);
      decision.scores[i] = score;
      for (const bool inside : {false, true}) {
        const std::size_t where = inside ? 1 : 0;
        const float as_section = node.headings[where] + node.lesser[where];
        const float with_parts = blocks_[i].has_text ? node.headings[1] + node.lesser[1] : 0;
        const float as_question = score + (inside ? in_answer : 0) + with_parts;
        // What asks and has text is not left out for what it holds; a topic, a lead-in is.
        const bool sure = says_so(i) && blocks_[i].has_text && !node.title && score > 0 &&
                          !(leads(blocks_[i]) && blocks_[i].asking >= Asking::clause);
        // Nor does a heading that looks like a question give way to lines that ask in its text.
        const bool holds = blocks_[i].kind == BlockKind::heading && blocks_[i].has_text &&
                           score > looks_sure && as_question >= node.headings[where];
        const bool asks =
            node.possible && as_question > 0 && (sure || holds || as_question >= as_section);
        node.question[where] = asks;
        if (node.parent == none) continue;
        Node& parent = nodes_[node.parent];
        (blocks_[i].kind == BlockKind::heading ? parent.headings : parent.lesser)[where] +=
            asks ? as_question : as_section;
      }
    }
    give_roles(decision);
    tell_unanswered(decision);
    if (sections_are_taken()) take_all_sections(decision);
    give_reasons(decision);
    return decision;
  }

  std::string reasons(std::size_t index) const {
    const Block& block = blocks_[index];
    constexpr std::string_view asking[] = {"asks nothing", "sets a task", "begins like a clause",
                                           "begins like a question", "asks with a mark"};
    constexpr std::string_view abouts[] = {"nothing above speaks of questions",
                                           "what is above speaks of questions", "among troubles",
                                           "in an FAQ"};
    std::string text;
    const auto add = [&text](std::string_view what, float weight) {
      if (weight == 0) return;
      text += fmt::format("{}{} {:+.1f}", text.empty() ? "" : ", ", what, weight);
    };
    add(asking[static_cast<std::size_t>(block.asking)], asking_weight(index));
    add(abouts[about_of(index)], about_weight(index));
    add("its form", kind_weights[static_cast<std::size_t>(block.kind)]);
    if (block.told) add("labelled as a question", told);
    if (block.answered) add("an answer is announced below", answered);
    if (counts_as_question(index)) add("counts up", counted);
    if (block.counts_far) add("its count goes far", counts_far);
    if (leads(block)) add("ends in a colon", announces);
    if (names_topic(block)) add("names questions", names_questions);
    if (is_refrain(block)) add("stands there again and again", repeats);
    if (is_furniture(block)) add("names a part of a document", furniture);
    add("those that look alike", share_of(index));
    add("its place", place_of(index));
    add("few items have text", bareness(index));
    return text;
  }

 private:
  struct Node {
    std::size_t parent = none;
    std::size_t last_child = none;
    std::size_t group = 0;
    std::size_t style = 0;
    std::size_t row = 0;  ///< of those of its kind and level beside it, whatever they look like
    float own = 0;
    float headings[2] = {0, 0};  ///< the best sums below, in a section and in an answer
    float lesser[2] = {0, 0};    ///< the same of what is no heading
    bool question[2] = {false, false};
    bool has_heading = false;  ///< a heading that is no answer's stands right below
    bool possible = true;
    bool hidden = false;  ///< an answer's own: nothing below asks
    bool title = false;
    bool among_questions = false;  ///< below a heading that looks like those that ask
    bool in_faq = false;           ///< in a section of that name
    bool behind_closing = false;   ///< "Still stuck?" stands above it, on its level
    bool inside = false;
    bool swallows = false;
    std::uint8_t about = 0;
  };

  /// From the root down: what of the best sums was taken.
  void give_roles(Decision& decision) {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      Node& node = nodes_[i];
      node.inside = node.parent != none && (nodes_[node.parent].inside ||
                                            decision.roles[node.parent] == BlockRole::question);
      // Without text of its own a question has all that is below for its answer.
      const bool swallowed =
          node.parent != none && (nodes_[node.parent].swallows || nodes_[node.parent].hidden);
      const bool question = !swallowed && node.question[node.inside ? 1 : 0];
      node.swallows = swallowed || (question && !blocks_[i].has_text);
      decision.roles[i] = question                   ? BlockRole::question
                          : node.inside || swallowed ? BlockRole::part
                                                     : BlockRole::section;
      const Block& block = blocks_[i];
      if (decision.roles[i] == BlockRole::section && block.asking == Asking::mark &&
          block.has_text && block.furniture == Furniture::none && node.possible && !node.title &&
          block.kind != BlockKind::paragraph && block.kind != BlockKind::item &&
          block.kind != BlockKind::quote) {
        decision.left_out.push_back(i);
      }
    }
  }

  /// Items of a list of questions that have no text are unanswered, and end the answer above them.
  void tell_unanswered(Decision& decision) {
    std::vector<bool> asks(group_sums_.size());
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (decision.roles[i] == BlockRole::question) asks[nodes_[i].group] = true;
    }
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const Block& block = blocks_[i];
      if (block.kind == BlockKind::item && !block.has_text && block.asking >= Asking::task &&
          nodes_[i].possible && asks[nodes_[i].group] && decision.roles[i] == BlockRole::section &&
          !is_furniture(block))
        decision.roles[i] = BlockRole::question;
    }
  }

  /// Headings with text that belong to no answer.
  void take_all_sections(Decision& decision) const {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const Block& block = blocks_[i];
      if (block.kind == BlockKind::heading && block.has_text && nodes_[i].possible &&
          block.furniture != Furniture::contents && decision.roles[i] == BlockRole::section)
        decision.roles[i] = BlockRole::question;
    }
    std::erase_if(decision.left_out, [&decision](std::size_t index) {
      return decision.roles[index] == BlockRole::question;
    });
  }

  /// Whether a block says of itself that it is a question.
  bool says_so(std::size_t index) const {
    const Block& block = blocks_[index];
    const std::uint8_t about = nodes_[index].about;
    const Asking least = about == questions || about == faq ? Asking::task : Asking::words;
    return block.asking >= least || block.told || block.answered;
  }

  void give_reasons(Decision& decision) const {
    constexpr std::size_t most_left_out = 20;
    std::array<bool, kind_weights.size()> seen{};
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      bool& known = seen[static_cast<std::size_t>(blocks_[i].kind)];
      if (known || decision.roles[i] != BlockRole::question) continue;
      known = true;
      decision.reasons.push_back({i, reasons(i)});
    }
    for (const std::size_t i : decision.left_out) {
      if (decision.reasons.size() < most_left_out) decision.reasons.push_back({i, reasons(i)});
    }
    if (!decision.reasons.empty()) return;
    std::size_t closest = none;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const bool may_ask = nodes_[i].possible && !is_furniture(blocks_[i]);
      if (may_ask && (closest == none || decision.scores[i] > decision.scores[closest]))
        closest = i;
    }
    if (closest != none) decision.reasons.push_back({closest, reasons(closest)});
  }

  static bool names_topic(const Block& block) {
    return block.about != nothing && block.asking != Asking::mark && !block.told &&
           !block.counted && !block.answered;
  }

  /// Words that come again and again, but for "Exercise" above an answer of its own each time.
  static bool is_refrain(const Block& block) {
    return block.repeats && !(block.answered && (block.told || block.kind == BlockKind::heading));
  }

  /// A lead-in, whatever it says: "How it helps:", "How do I ..."
  static bool leads(const Block& block) {
    return block.announces && !block.counted && !block.told && !block.answered;
  }

  static bool is_furniture(const Block& block) {
    return block.furniture == Furniture::contents || block.furniture == Furniture::closing ||
           (block.furniture != Furniture::none && block.asking != Asking::mark && !block.counted &&
            !block.told);
  }

  void build_tree() {
    std::vector<std::size_t> open;
    std::vector<std::size_t> ending;  // places in `open` of what has an end of its own
    std::size_t roots = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const Block& block = blocks_[i];
      // What has an end of its own closes all in it there.
      while (!ending.empty() && blocks_[open[ending.back()]].end <= block.begin) {
        open.resize(ending.back());
        ending.pop_back();
      }
      while (!open.empty() && blocks_[open.back()].end == 0 &&
             blocks_[open.back()].level >= block.level)
        open.pop_back();
      Node& node = nodes_[i];
      node.about = about_;
      if (!open.empty()) {
        node.parent = open.back();
        Node& parent = nodes_[node.parent];
        parent.last_child = i;
        node.hidden = parent.hidden;
        node.about = std::max(parent.about, blocks_[node.parent].about);
        if (block.kind == BlockKind::heading && !block.is_answer) parent.has_heading = true;
        node.in_faq = parent.in_faq || blocks_[node.parent].about == faq;
      } else if (block.kind == BlockKind::heading) {
        ++roots;
      }
      node.possible = !block.is_answer && !block.never && !node.hidden;
      node.hidden = node.hidden || block.is_answer;
      if (block.end != 0) ending.push_back(open.size());
      open.push_back(i);
    }
    if (roots != 1) return;
    const auto root = std::ranges::find_if(nodes_, [this](const Node& node) {
      return node.parent == none &&
             blocks_[static_cast<std::size_t>(&node - nodes_.data())].kind == BlockKind::heading;
    });
    if (root != nodes_.end()) root->title = root->has_heading;
  }

  void gather_evidence() {
    std::unordered_map<std::uint64_t, std::size_t> groups;
    groups.reserve(blocks_.size());
    std::unordered_map<std::uint64_t, std::size_t> styles;
    std::unordered_map<std::uint64_t, std::size_t> rows;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const Block& block = blocks_[i];
      Node& node = nodes_[i];
      const std::uint64_t style = (static_cast<std::uint64_t>(block.kind) << 56U) |
                                  (static_cast<std::uint64_t>(block.level) << 24U) | block.look;
      node.style = styles.try_emplace(style, styles.size()).first->second;
      const std::uint64_t group = ((node.parent + 1) << 24U) | node.style;
      node.group = groups.try_emplace(group, groups.size()).first->second;
      if (group_sums_.size() <= node.group) group_sums_.resize(node.group + 1);
      if (style_sums_.size() <= node.style) style_sums_.resize(node.style + 1);
      if (block.kind == BlockKind::heading) {
        const std::uint64_t row = ((node.parent + 1) << 24U) | block.level;
        node.row = rows.try_emplace(row, rows.size()).first->second;
        if (row_sums_.size() <= node.row) row_sums_.resize(node.row + 1);
        node.behind_closing = row_sums_[node.row].closed;
        if (block.furniture == Furniture::closing) row_sums_[node.row].closed = true;
      }
      if (!counts(i)) continue;
      for (Sum* sum : {&group_sums_[node.group], &style_sums_[node.style]}) {
        sum->count += 1;
        if (node.has_heading) sum->holders += 1;
        if (block.has_text) sum->with_text += 1;
        if (block.asking == Asking::mark) sum->marks += 1;
        if (block.asking != Asking::no && block.asking != Asking::clause) sum->asking += 1;
        if (node.has_heading && !block.has_text) sum->topics += 1;
        if (is_bare_item(block)) sum->bare += 1;
        if (block.states) sum->stating += 1;
      }
      if (block.kind == BlockKind::heading) {
        row_sums_[node.row].count += 1;
        if (block.told) row_sums_[node.row].told += 1;
        if (is_entry(i)) {
          entries_ += 1;
          if (block.asking >= Asking::clause || block.told) asking_entries_ += 1;
        }
      }
      if (about_ == nothing && block.asking == Asking::mark && node.possible)
        ++(node.in_faq ? in_faq_ : outside_);
    }
    const bool mixed = holds_questions_and_terms();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      Node& node = nodes_[i];
      if (node.about == nothing && (mixed || asks_throughout(i))) node.about = questions;
      node.own = own_of(i);
      if (!counts(i)) continue;
      for (Sum* sum : {&group_sums_[node.group], &style_sums_[node.style]}) {
        sum->total += node.own;
        if (is_bare_item(blocks_[i])) sum->bare_total += node.own;
      }
    }
    for (Node& node : nodes_) {
      if (node.parent == none || blocks_[node.parent].kind != BlockKind::heading) continue;
      const Node& parent = nodes_[node.parent];
      node.among_questions =
          parent.among_questions || (!parent.title && share_of(node.parent) > looks_like_questions);
    }
  }

  /// Whether a block is a heading that holds none.
  bool is_entry(std::size_t index) const {
    return blocks_[index].kind == BlockKind::heading && !nodes_[index].has_heading && counts(index);
  }

  /// Whether a block sets a task among such as ask: in "Why sort?", "Explain sorting." they are
  /// questions, in "Create a table", "Delete rows" steps.
  bool asks_throughout(std::size_t index) const {
    constexpr float nearly_all = 0.8F;
    constexpr float with_mark = 0.4F;
    constexpr float fewest_marks = 2;
    if (page_ || !counts(index) || blocks_[index].asking == Asking::clause) return false;
    const auto holds = [](const Sum& sum) {
      return sum.marks >= fewest_marks && sum.marks >= with_mark * sum.count &&
             sum.asking >= nearly_all * sum.count;
    };
    return holds(group_sums_[nodes_[index].group]) || holds(style_sums_[nodes_[index].style]);
  }

  /// Whether the headings of a text are questions although nothing says so: a fair part of them
  /// asks with a mark, and those that do stand side by side with the others ("What is a keel?",
  /// "Rudder") rather than in a quiz of their own behind a text.
  bool holds_questions_and_terms() const {
    if (page_ || about_ != nothing) return false;
    float marks = 0;
    float beside_terms = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!is_entry(i) || blocks_[i].asking != Asking::mark) continue;
      const Sum& group = group_sums_[nodes_[i].group];
      marks += 1;
      if (group.marks <= most_of_those_beside * group.count) beside_terms += 1;
    }
    return marks >= fewest_beside_terms && marks >= fair_part * entries_ &&
           beside_terms * 2 >= marks;
  }

  /// What is said above of a block. In a page that says less of its headings and lines, which may
  /// be those of its site, unless they are all that stands below one that says it.
  std::uint8_t about_of(std::size_t index) const {
    const Node& node = nodes_[index];
    const BlockKind kind = blocks_[index].kind;
    if (!page_ || node.about != faq || kind == BlockKind::fold || kind == BlockKind::label)
      return node.about;
    constexpr float fewest = 3;
    const bool entries = kind == BlockKind::heading && node.parent != none &&
                         blocks_[node.parent].about == faq &&
                         group_sums_[node.group].count >= fewest &&
                         group_sums_[node.group].with_text == group_sums_[node.group].count;
    return entries ? faq : questions;
  }

  float about_weight(std::size_t index) const {
    const std::uint8_t about = about_of(index);
    const BlockKind kind = blocks_[index].kind;
    const bool title = kind == BlockKind::heading || kind == BlockKind::bold;
    return about_weights[about] + (page_ && title && about == nothing ? alone_in_page : 0);
  }

  /// Whether a definition is one of a list of entries of what speaks of questions.
  bool is_among_entries(std::size_t index) const {
    const std::uint8_t about = about_of(index);
    const Sum& group = group_sums_[nodes_[index].group];
    return about == faq ||
           (about == questions && group.count >= fewest_alike && group.with_text == group.count);
  }

  float asking_weight(std::size_t index) const {
    const Block& block = blocks_[index];
    const bool proper = block.kind == BlockKind::heading || block.kind == BlockKind::fold ||
                        block.kind == BlockKind::label || block.counted ||
                        (block.kind == BlockKind::definition && is_among_entries(index));
    if (block.asking == Asking::no && !proper) return lesser_statement;
    return asking_weights[static_cast<std::size_t>(block.asking)][about_of(index)];
  }

  /// Whether the number that a block bears tells of a question. What is only named after questions
  /// holds notes, whose sections are numbered too ("1. GET", "2. HEAD"): there it tells nothing
  /// where none of those that look alike asks or sets a task, unless they are all that stands below
  /// a title that says so ("Interview questions", "1. Closures"). In 200 public repositories that
  /// takes 1,400 sections out, among which no question was seen (3 December 2026).
  bool counts_as_question(std::size_t index) const {
    const Block& block = blocks_[index];
    const Node& node = nodes_[index];
    if (!block.counted || block.kind != BlockKind::heading || about_of(index) != questions)
      return block.counted;
    const Sum& alike = style_sums_[node.style];
    const bool titled =
        node.parent != none && nodes_[node.parent].title && blocks_[node.parent].about == questions;
    return alike.asking > 0 || (titled && alike.count == entries_);
  }

  /// What a block itself says, which its siblings share.
  float own_of(std::size_t index) const {
    const Block& block = blocks_[index];
    if (block.furniture == Furniture::closing)
      return about_of(index) >= troubles ? closing_of_help : lesser_statement;
    float own = asking_weight(index) + kind_weights[static_cast<std::size_t>(block.kind)];
    if (block.told) own += told;
    if (block.answered) own += answered;
    if (counts_as_question(index)) own += counted;
    if (block.counts_far) own += counts_far;
    if (leads(block)) own += announces;
    if (names_topic(block)) own += names_questions;
    return own;
  }

  static bool is_bare_item(const Block& block) {
    return block.kind == BlockKind::item && !block.has_text && !block.boxed && !block.never;
  }

  /// What an item loses by having no text, or by being nearly the only one of a list that has any.
  float bareness(std::size_t index) const {
    const Block& block = blocks_[index];
    if (is_bare_item(block)) return item_without_text;
    if (block.kind != BlockKind::item || !block.states) return 0;
    const Sum& group = group_sums_[nodes_[index].group];
    const Sum& all = style_sums_[nodes_[index].style];
    const float bare = group.bare + cousin * (all.bare - group.bare);
    const float stating = group.stating + cousin * (all.stating - group.stating);
    const float answered_share = stating / std::max(stating + bare, 1.0F);
    return item_without_text * std::max(0.0F, 1 - answered_share / answered_in_notes);
  }

  /// Whether a block tells of those that look like it: trimmings between questions do not.
  bool counts(std::size_t index) const {
    const Block& block = blocks_[index];
    const bool trimming = is_furniture(block) && block.furniture != Furniture::closing;
    return !block.is_answer && !nodes_[index].hidden && !trimming && !leads(block) &&
           !is_refrain(block);
  }

  float share_of(std::size_t index) const {
    const Node& node = nodes_[index];
    const bool own = counts(index);
    const Sum& group = group_sums_[node.group];
    const Sum& all = style_sums_[node.style];
    float siblings = group.count - (own ? 1.0F : 0.0F);
    float cousins = all.count - group.count;
    float total = group.total - (own ? node.own : 0.0F) + cousin * (all.total - group.total);
    if (blocks_[index].states) {
      // An item that states something has nothing to do with those that have no text.
      siblings -= group.bare;
      cousins -= all.bare - group.bare;
      total -= group.bare_total + cousin * (all.bare_total - group.bare_total);
    } else {
      // Of a list of questions few are answered.
      const bool bare = own && is_bare_item(blocks_[index]);
      total += item_without_text *
               (group.bare + cousin * (all.bare - group.bare) - (bare ? 1.0F : 0.0F));
    }
    return share * total / (siblings + cousin * cousins + 1);
  }

  /// Whether a heading without text of its own stands among such as have text and no headings.
  bool is_entry_with_parts(std::size_t index) const {
    const Block& block = blocks_[index];
    const Node& node = nodes_[index];
    if (block.kind != BlockKind::heading || block.has_text || !node.has_heading) return false;
    const Sum& group = group_sums_[node.group];
    return group.count >= fewest_alike && group.topics <= few * group.count;
  }

  /// What stands right above and below.
  float place_of(std::size_t index) const {
    const Block& block = blocks_[index];
    const Node& node = nodes_[index];
    float place = 0;
    const bool entry = is_entry_with_parts(index);
    if (!block.has_text && !entry)
      place += node.last_child == none ? nothing_below : only_blocks_below;
    if (node.title && !block.answered) place += is_title;
    if (!node.in_faq && in_faq_ >= fewest_in_faq && in_faq_ >= outside_) place += outside_of_faq;
    if (block.kind == BlockKind::heading && block.asking == Asking::no && !block.told) {
      const Sum& row = row_sums_[node.row];
      if (row.count >= fewest_alike && row.told * 2 >= row.count) place += among_labelled;
      if (node.behind_closing && !block.answered && !block.counted) place += behind_closing;
      const Sum& group = group_sums_[node.group];
      if (!block.counted && !block.answered && !node.has_heading && group.count >= fewest_alike &&
          group.topics * 2 >= group.count)
        place += among_topics * asking_entries_ / entries_;
    }
    if (node.parent == none || block.kind != BlockKind::heading) return place;
    if (block.asking != Asking::mark && !block.told && is_entry_with_parts(node.parent))
      place += parent_is_entry;
    const Block& parent = blocks_[node.parent];
    const Node& above = nodes_[node.parent];
    if (parent.kind != BlockKind::heading || above.title || parent.about != nothing) return place;
    if (block.deep && (parent.has_text || parent.asking == Asking::mark)) place += deep_number;
    const Sum& like_parent = group_sums_[above.group];
    if (parent.has_text && like_parent.count > 0)
      place += parent_has_text * (node.about == nothing ? 1.0F : expected) *
               (1 - like_parent.holders / like_parent.count);
    if (node.among_questions && block.asking != Asking::mark) place += parent_is_question;
    return place;
  }

  float score_of(std::size_t index) const {
    const Block& block = blocks_[index];
    float score = nodes_[index].own + about_weight(index) + share_of(index) + place_of(index) +
                  bareness(index);
    if (is_refrain(block)) score += repeats;
    if (is_furniture(block)) score += furniture;
    return score;
  }

  std::span<const Block> blocks_;
  std::vector<Node> nodes_;
  About about_;
  bool page_;
  std::vector<Sum> group_sums_{};
  std::vector<Sum> style_sums_{};
  std::vector<Sum> row_sums_{};
  float entries_ = 0;  ///< headings that hold none
  float asking_entries_ = 0;
  std::size_t in_faq_ = 0;  ///< blocks that ask with a mark
  std::size_t outside_ = 0;
};

}  // namespace

Decision decide(std::span<const Block> blocks, About about, bool page) {
  return Decider(blocks, about, page).decide();
}

std::vector<std::string> reasons_of(std::span<const Block> blocks, About about, bool page) {
  const Decider decider(blocks, about, page);
  std::vector<std::string> all;
  for (std::size_t i = 0; i < blocks.size(); ++i) all.push_back(decider.reasons(i));
  return all;
}

}  // namespace answers
