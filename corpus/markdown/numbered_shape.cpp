#include "corpus/markdown/numbered_shape.h"

#include "corpus/characters/characters.h"
#include "corpus/markdown/evidence.h"
#include "corpus/markdown/heading_question.h"
#include "corpus/wording/labels.h"
#include "corpus/wording/question_text.h"
#include "corpus/wording/question_words.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

namespace answers::markdown {
namespace {

enum class Style { labelled, in_list_item, plain };

/// "2.3.17a": the last component counts, what stands before it is the part it counts in.
struct Number {
  std::size_t depth = 0;
  std::string_view part{};
  int last = 0;
};

std::optional<Number> parse_number(std::string_view text) {
  if (text.empty()) return std::nullopt;
  Number number{1, {}, 0};
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '.' && text[at] != '-') continue;
    ++number.depth;
    begin = at + 1;
  }
  number.part = text.substr(0, begin);
  for (const char byte : text.substr(begin)) {
    if (byte >= '0' && byte <= '9' && number.last < 1'000'000)
      number.last = number.last * 10 + (byte - '0');
  }
  return number;
}

struct Candidate {
  const Heading* heading = nullptr;
  Style style = Style::plain;
  std::optional<Number> number{};
  bool code = false;
  bool asks = false;
};

/// Behind emphasis, anchors, emoji and link brackets that stand before a number: "**3.", "[Q1",
/// "<a name=…></a>64.", "# 1.".
std::string_view behind_dress(std::string_view title) {
  for (;;) {
    title = trimmed(title);
    if (title.starts_with('*') || title.starts_with('_') || title.starts_with('[') ||
        title.starts_with("# ")) {
      title.remove_prefix(1);
    } else if (title.starts_with('<')) {
      const std::size_t end = title.substr(0, 200).find('>');
      if (end == std::string_view::npos) return title;
      title.remove_prefix(end + 1);
    } else {
      return title;
    }
  }
}

/// The value of "IV." or "iv)" at the beginning; 0 when there is none.
std::size_t leading_roman(std::string_view title) {
  return leading_ordinal(title) == 0 ? 0 : roman_value(title.substr(0, title.find_first_of(".)")));
}

std::optional<Candidate> candidate_of(const Document& document, const Heading& heading) {
  if (heading.announces_answer || document.is_contents(heading.line)) return std::nullopt;
  Candidate candidate;
  candidate.heading = &heading;
  candidate.code = document.is_code(heading.line);
  const std::string_view title = behind_dress(heading.title);
  if (const auto label = leading_label(title); label && label->kind == LabelKind::question) {
    // "P. …" and "F: …" are labels in company only.
    if (label->lone_letter && !title.starts_with('Q') && !title.starts_with('q'))
      return std::nullopt;
    candidate.style = Style::labelled;
    candidate.number = parse_number(label->number);
  } else if (!heading.number.empty()) {
    candidate.style = Style::in_list_item;
    candidate.number = parse_number(heading.number);
  } else if (const LeadingNumber number = leading_number(title); number.size > 0) {
    candidate.style = heading.in_list_item ? Style::in_list_item : Style::plain;
    candidate.number = parse_number(number.number);
  } else if (const std::size_t value = leading_roman(title); value > 0) {
    candidate.number = Number{1, {}, static_cast<int>(value)};
  } else {
    return std::nullopt;
  }
  candidate.asks = reads_like_question(heading.title);
  return candidate;
}

/// Candidates that look alike: all labelled ones, all list items, or one level and depth of
/// numbers.
struct Group {
  Style style = Style::plain;
  int level = 0;
  std::vector<const Candidate*> members{};
  std::size_t ups = 0;       ///< members that count one further than the one before
  std::size_t restarts = 0;  ///< members that begin again at 1 or at a new part
  Tally asks{};
};

std::vector<Group> groups_of(const std::vector<Candidate>& candidates) {
  std::map<std::tuple<Style, int, std::size_t>, Group> groups;
  for (const Candidate& candidate : candidates) {
    if (candidate.code) continue;
    const bool plain = candidate.style == Style::plain;
    const int level = plain ? candidate.heading->level : 0;
    Group& group = groups[{candidate.style, level, plain ? candidate.number->depth : 0}];
    group.style = candidate.style;
    group.level = candidate.heading->level;
    if (candidate.number) {
      const Candidate* before = group.members.empty() ? nullptr : group.members.back();
      const bool same_part =
          before != nullptr && before->number && before->number->part == candidate.number->part;
      if (same_part && candidate.number->last == before->number->last + 1) {
        ++group.ups;
      } else if (!same_part || candidate.number->last <= 1) {
        ++group.restarts;
      }
    }
    group.asks.add(candidate.asks);
    group.members.push_back(&candidate);
  }
  std::vector<Group> list;
  list.reserve(groups.size());
  for (auto& [key, group] : groups) list.push_back(std::move(group));
  return list;
}

bool counts_up(const Group& group) {
  if (group.style == Style::labelled) return group.members.size() >= 2;
  if (group.members.size() < 2) return false;
  if (group.members.size() == 2 && group.asks.yes < 2) return false;
  if (group.style == Style::in_list_item) return true;
  return 2 * group.ups >= group.members.size() - std::min(group.members.size(), group.restarts);
}

/// How many members of `outer` hold one of `inner` before the next of `outer`.
Tally holders(const Group& outer, const Group& inner) {
  Tally tally;
  auto member = inner.members.begin();
  for (std::size_t i = 0; i < outer.members.size(); ++i) {
    const std::size_t begin = outer.members[i]->heading->line;
    const std::size_t end = i + 1 < outer.members.size() ? outer.members[i + 1]->heading->line
                                                         : static_cast<std::size_t>(-1);
    while (member != inner.members.end() && (*member)->heading->line < begin) ++member;
    tally.add(member != inner.members.end() && (*member)->heading->line < end);
  }
  return tally;
}

/// Whether a group numbers topics, and `inner` the questions of each.
bool are_topics(const Group& outer, const Group& inner) {
  if (outer.style != Style::plain || inner.members.size() <= outer.members.size()) return false;
  return holders(outer, inner).share() >= 0.6 && outer.asks.share() <= inner.asks.share() + 0.2;
}

const Group* dominant(const std::vector<Group>& groups) {
  const Group* best = nullptr;
  for (const Group& group : groups) {
    if (!counts_up(group)) continue;
    if (best == nullptr) {
      best = &group;
      continue;
    }
    const bool labelled = group.style == Style::labelled;
    const bool best_labelled = best->style == Style::labelled;
    bool better = group.members.size() > best->members.size();
    if (labelled != best_labelled) {
      // A label says more than a number, unless it stands on a few of many.
      const Group& with = labelled ? group : *best;
      const Group& without = labelled ? *best : group;
      better = labelled == (5 * with.members.size() >= without.members.size());
    } else if (group.style == Style::plain && best->style == Style::plain) {
      const bool group_outer = group.level < best->level;
      const Group& outer = group_outer ? group : *best;
      const Group& inner = group_outer ? *best : group;
      if (outer.level != inner.level) better = are_topics(outer, inner) != group_outer;
    }
    if (better) best = &group;
  }
  return best;
}

/// Numbered steps inside the answers of plain headings: few of those hold any, and the steps ask
/// nothing.
bool are_steps(const Document& document, const Group& group, Range range) {
  if (group.style != Style::plain || group.asks.share() >= 0.3) return false;
  Tally parents;
  auto member = group.members.begin();
  const Heading* parent = nullptr;
  bool holds = false;
  bool announced = false;  // by a heading "Questions" above them
  int parent_level = 0;
  const auto finish = [&] {
    if (parent != nullptr && (holds || parent->furniture == Furniture::none)) parents.add(holds);
    announced = announced || (parent != nullptr && holds && smells_of_questions(parent->title));
  };
  // The level that most members hang below: the nearest shallower one of the first.
  for (const Heading& heading : document.headings_in(range)) {
    if (heading.line >= group.members.front()->heading->line) break;
    if (!document.is_code(heading.line) && heading.level < group.level)
      parent_level = heading.level;
  }
  if (parent_level <= 1) return false;
  for (const Heading& heading : document.headings_in(range)) {
    if (document.is_code(heading.line)) continue;
    if (heading.level == parent_level) {
      finish();
      parent = &heading;
      holds = false;
    }
    if (member != group.members.end() && (*member)->heading == &heading) {
      holds = true;
      ++member;
    }
  }
  finish();
  return !announced && parents.share() < 0.5;
}

/// The members of the dominant group, and whatever else carries on its numbers.
std::vector<const Candidate*> with_drifted(const Group& group,
                                           const std::vector<Candidate>& candidates) {
  std::vector<const Candidate*> chosen;
  auto next = group.members.begin();
  const Candidate* last_other = nullptr;  // the last left out since the last chosen
  for (const Candidate& candidate : candidates) {
    if (next != group.members.end() && *next == &candidate) {
      chosen.push_back(&candidate);
      last_other = nullptr;
      ++next;
      continue;
    }
    if (chosen.empty() || !candidate.number || !chosen.back()->number) continue;
    const Number& before = *chosen.back()->number;
    const bool goes_on = candidate.number->last == before.last + 1 &&
                         (candidate.number->part == before.part || candidate.style != group.style);
    const bool fits = next == group.members.end() || !(*next)->number ||
                      (*next)->number->last > candidate.number->last ||
                      (*next)->number->last <= 1 ||
                      ((*next)->number->last == candidate.number->last && !candidate.code);
    // "2." behind a "1." of its kind is a step; and what is one level deeper without a gap to fill.
    const bool step = last_other != nullptr && last_other->style == candidate.style &&
                      last_other->heading->level == candidate.heading->level;
    const bool same_style =
        candidate.style == group.style &&
        (candidate.style != Style::plain || candidate.heading->level == group.level);
    const bool repeats = candidate.number->last == before.last && !candidate.code &&
                         candidate.style == chosen.back()->style &&
                         candidate.heading->level == chosen.back()->heading->level;
    if (repeats || (goes_on && fits && !step && (same_style || !candidate.code))) {
      chosen.push_back(&candidate);
      last_other = nullptr;
    } else if (!candidate.code) {
      last_other = &candidate;
    }
  }
  return chosen;
}

}  // namespace

Finding find_numbered_headings(const Document& document, Range range) {
  std::vector<Candidate> candidates;
  for (const Heading& heading : document.headings_in(range)) {
    if (auto candidate = candidate_of(document, heading)) candidates.push_back(*candidate);
  }
  const std::vector<Group> groups = groups_of(candidates);
  const Group* group = dominant(groups);
  if (group == nullptr || are_steps(document, *group, range)) return {};
  // Numbered headings are also what manuals have: something must ask.
  constexpr std::size_t long_count = 15;
  const bool asks = group->style == Style::labelled || group->asks.share() >= 0.2 ||
                    document.smells_of_questions() || group->members.size() >= long_count;
  if (!asks) return {};
  Finding finding;
  for (const Candidate* candidate : with_drifted(*group, candidates))
    finding.questions.push_back(question_of(document, *candidate->heading));
  finding.evidence = std::to_string(group->members.size()) +
                     (group->style == Style::labelled ? " headings with a question's label"
                                                      : " numbered headings that count up");
  return finding;
}

}  // namespace answers::markdown
