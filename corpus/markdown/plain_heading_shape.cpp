#include "corpus/markdown/plain_heading_shape.h"

#include "corpus/characters/characters.h"
#include "corpus/input/walk.h"
#include "corpus/markdown/evidence.h"
#include "corpus/markdown/heading_question.h"
#include "corpus/wording/question_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace answers::markdown {
namespace {

struct Candidate {
  const Heading* heading = nullptr;
  bool asks = false;
  bool own_text = false;  ///< something other than a heading stands directly below
  bool code = false;
  std::size_t children =
      0;  ///< headings of the next deeper level that occurs, before the next equal
};

/// Whether "Answers" stands once, over headings that ask: a section, and not the answer to what
/// stands above it.
bool answers_are_a_section(std::span<const Heading> headings) {
  const auto announces = std::ranges::find_if(headings, &Heading::announces_answer);
  if (announces == headings.end()) return false;
  std::size_t asking = 0;
  for (auto below = announces + 1; below != headings.end(); ++below) {
    if (below->announces_answer) return false;
    if (below->level > announces->level && ends_in_question_mark(below->title)) ++asking;
  }
  return asking >= 2;
}

std::vector<Candidate> candidates_in(const Document& document, Range range) {
  std::vector<Candidate> candidates;
  std::unordered_map<std::string, std::size_t> repeats;
  std::vector<const std::size_t*> times;  // a candidate: how often its words are a heading
  int answer_level = 7;
  const auto headings = document.headings_in(range);
  const bool is_section = answers_are_a_section(headings);
  for (const Heading& heading : headings) {
    if (document[heading.line].code == Code::yes) continue;
    // What stands under an answer's own heading is a part of it.
    if (heading.level <= answer_level)
      answer_level = heading.announces_answer && !is_section ? heading.level : 7;
    if (heading.level > answer_level) continue;
    if (heading.announces_answer || heading.furniture != Furniture::none) continue;
    if (document.is_contents(heading.line) || is_blank(heading.title)) continue;
    Candidate candidate;
    candidate.heading = &heading;
    candidate.asks = reads_like_question(heading.title);
    candidate.code = document.is_code(heading.line);
    const std::size_t below = document.skip_blank(heading.end_line, range.last);
    candidate.own_text = below < range.last && document[below].kind != Kind::heading;
    std::size_t& count = repeats[folded_words(heading.title)];
    ++count;
    times.push_back(&count);
    candidates.push_back(candidate);
  }
  // "Code", "Time complexity", "Пример" again and again: parts of answers.
  constexpr std::size_t often = 3;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (candidates[i].asks || *times[i] < often) candidates[kept++] = candidates[i];
  }
  candidates.resize(kept);
  return candidates;
}

/// Whether two headings are all that a document has beside a title above them: then both asking
/// with a mark is enough, where a README or a tutorial would have headings that do not.
bool are_all(const Document& document, Range range, const std::vector<const Candidate*>& members) {
  const auto sure = [](const Candidate* candidate) {
    return candidate->own_text && ends_in_question_mark(candidate->heading->title);
  };
  if (members.size() != 2 || !std::ranges::all_of(members, sure)) return false;
  const int level = members.front()->heading->level;
  const auto headings = document.headings_in(range);
  const auto at_least = std::ranges::count_if(headings, [&](const Heading& heading) {
    return heading.level <= level && !document.is_code(heading.line);
  });
  return at_least == 2 || (at_least == 3 && headings.front().level < level);
}

/// Whether the headings of one level are all that a file named an FAQ has, each with its text:
/// error messages and topics are looked up there, too.
bool are_entries(const Document& document, const std::vector<const Candidate*>& members,
                 std::size_t headings) {
  const std::string_view path = document.text().path;
  return announces_faq(file_name(path)) && members.size() >= 3 && headings <= members.size() + 1 &&
         std::ranges::all_of(members, &Candidate::own_text);
}

struct Level {
  std::vector<const Candidate*> members{};
  Tally asks{};
  Tally holds{};  ///< members that hold two or more of the next level
};

}  // namespace

Finding find_plain_headings(const Document& document, Range range) {
  auto faq = faq_section(document, range);
  std::vector<Candidate> candidates = candidates_in(document, faq.value_or(range));
  if (faq && candidates.empty()) {  // "## FAQ" stands beside its questions, or has none
    faq.reset();
    candidates = candidates_in(document, range);
  }
  const Range within = faq.value_or(range);
  if (std::ranges::all_of(candidates, &Candidate::code)) return {};
  std::array<bool, 8> occurs{};
  for (const Candidate& candidate : candidates) {
    if (!candidate.code) occurs[static_cast<std::size_t>(candidate.heading->level)] = true;
  }
  const auto next_level = [&occurs](std::size_t level) {
    do ++level;
    while (level < occurs.size() && !occurs[level]);
    return level;
  };
  // Count children from the end: one pass, a counter a level.
  std::array<std::size_t, 8> pending{};
  std::array<Level, 8> levels{};
  for (std::size_t i = candidates.size(); i-- > 0;) {
    Candidate& candidate = candidates[i];
    if (candidate.code) continue;
    const auto level = static_cast<std::size_t>(candidate.heading->level);
    const std::size_t deeper = next_level(level);
    if (deeper < pending.size()) candidate.children = pending[deeper];
    for (std::size_t below = level + 1; below < pending.size(); ++below) pending[below] = 0;
    ++pending[level];
  }
  for (const Candidate& candidate : candidates) {
    if (candidate.code) continue;
    Level& level = levels[static_cast<std::size_t>(candidate.heading->level)];
    level.members.push_back(&candidate);
    level.asks.add(candidate.asks);
    level.holds.add(candidate.children >= 2 || (!candidate.own_text && candidate.children > 0));
  }
  // Downwards while a level holds topics.
  std::size_t level = next_level(0);
  for (std::size_t deeper = next_level(level); deeper < levels.size(); deeper = next_level(level)) {
    const Level& outer = levels[level];
    const Level& inner = levels[deeper];
    const bool title = level == 1 && outer.members.size() == 1;
    const bool topics = 2 * outer.holds.yes >= outer.holds.all && inner.members.size() >= 2 &&
                        outer.asks.share() <= inner.asks.share() + 0.2;
    const bool inner_asks =
        inner.asks.yes >= 3 && inner.asks.share() >= 0.5 && outer.asks.share() < 0.3;
    if (!title && !topics && !inner_asks) break;
    level = deeper;
  }
  const Level& chosen = levels[level];
  const bool announced = faq.has_value() || announces_faq(document.text().path);
  const std::size_t needed = announced ? 1 : 3;
  const double share_needed = announced ? 0.2 : document.smells_of_questions() ? 0.25 : 0.4;
  if (chosen.members.size() < needed && !are_all(document, within, chosen.members)) return {};
  // A tutorial asks "What is …?" at its beginning and "What next?" at its end.
  const std::size_t asks_needed = announced ? 1 : document.smells_of_questions() ? 2 : 3;
  if ((chosen.asks.share() < share_needed ||
       chosen.asks.yes < std::min(asks_needed, chosen.members.size())) &&
      !are_entries(document, chosen.members, document.headings_in(range).size()))
    return {};
  Finding finding;
  for (const Candidate& candidate : candidates) {
    if (static_cast<std::size_t>(candidate.heading->level) != level) continue;
    // In a fence that somebody forgot to close only what asks is a heading for sure.
    if (candidate.code && !candidate.heading->title.ends_with('?')) continue;
    // A topic among questions: nothing but deeper headings below it.
    if (!candidate.own_text && candidate.children > 0 && !candidate.asks) continue;
    finding.questions.push_back(question_of(document, *candidate.heading));
  }
  finding.evidence = std::to_string(chosen.asks.yes) + " of " +
                     std::to_string(chosen.members.size()) + " headings of level " +
                     std::to_string(level) + " ask" + (faq ? ", in an FAQ section" : "");
  return finding;
}

}  // namespace answers::markdown
