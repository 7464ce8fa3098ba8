#include "searcher/query/word_families.h"

#include <algorithm>

namespace answers {
namespace {

/// Words of one family whose vowels change. Without forms that are words of their own as well
/// ("found", "left", "saw", "bit", "led", "rose", "stuck").
constexpr std::string_view families[] = {
    "advise advice",
    "arise arose arisen",
    "beat beaten",
    "become became",
    "begin began begun",
    "believe belief",
    "bend bent",
    "bite bitten",
    "bleed bled",
    "blow blew blown",
    "break broke broken",
    "breathe breath",
    "breed bred",
    "bring brought",
    "broad breadth",
    "build built",
    "burn burnt",
    "buy bought",
    "catch caught",
    "choose chose chosen choice",
    "come came",
    "creep crept",
    "deal dealt",
    "deep depth",
    "die death dead",
    "dig dug",
    "draw drew drawn",
    "dream dreamt",
    "drink drank drunk",
    "drive drove driven",
    "eat ate eaten",
    "fall fell fallen",
    "feed fed",
    "feel felt",
    "fight fought",
    "flee fled",
    "fly flew flown flight",
    "forbid forbidden",
    "forget forgot forgotten",
    "forgive forgave forgiven",
    "freeze froze frozen",
    "give gave given",
    "go went gone",
    "grow grew grown growth",
    "hang hung",
    "hear heard",
    "hide hid hidden",
    "high height",
    "hold held",
    "hot heat",
    "keep kept",
    "know knew known",
    "lay laid",
    "learn learnt",
    "lend lent",
    "long length",
    "lose lost loss",
    "make made",
    "meet met",
    "mistake mistook mistaken",
    "overcome overcame",
    "override overrode overridden",
    "overwrite overwrote overwritten",
    "pay paid",
    "prove proof proven",
    "rebuild rebuilt",
    "relieve relief",
    "rewrite rewrote rewritten",
    "ride rode ridden",
    "ring rang rung",
    "rise risen",
    "run ran",
    "say said",
    "see seen",
    "sell sold",
    "send sent",
    "shake shook shaken",
    "shine shone",
    "shrink shrank shrunk",
    "sing sang sung",
    "sink sank sunk",
    "sleep slept",
    "speak spoken speech",
    "spell spelt",
    "spend spent",
    "spin spun",
    "steal stole stolen",
    "sting stung",
    "strike struck",
    "strong strength",
    "swear swore sworn",
    "sweep swept",
    "swell swollen",
    "swim swam swum",
    "swing swung",
    "take took taken",
    "teach taught",
    "tear torn",
    "tell told",
    "think thought",
    "throw threw thrown",
    "true truth",
    "understand understood",
    "wake woke woken",
    "wear wore worn",
    "weigh weight",
    "wide width",
    "win won",
    "withdraw withdrew withdrawn",
    "write wrote written",
};

/// Endings of stems that are of one family.
struct Endings {
  std::string_view one;
  std::string_view other;
  std::size_t before;  ///< letters at least that stand before them
};
constexpr Endings endings[] = {
    {"", "aci", 4},         // accurate, accuracy
    {"abl", "abil", 2},     // stable, stability
    {"cid", "cis", 2},      // decide, decision
    {"crib", "cript", 2},   // describe, description
    {"eiv", "ept", 3},      // receive, reception
    {"fin", "finit", 2},    // define, definition
    {"hend", "hens", 3},    // comprehend, comprehension
    {"ifi", "if", 3},       // classify, classification
    {"lud", "lus", 3},      // include, inclusion
    {"mit", "miss", 2},     // permit, permission
    {"olv", "olut", 1},     // solve, solution
    {"pand", "pans", 2},    // expand, expansion
    {"pend", "pens", 3},    // suspend, suspension
    {"pet", "petit", 2},    // compete, competition
    {"plain", "plan", 2},   // explain, explanation
    {"pli", "plic", 2},     // apply, application
    {"plod", "plos", 2},    // explode, explosion
    {"pos", "posit", 3},    // compose, composition
    {"quir", "quisit", 2},  // acquire, acquisition
    {"spond", "spons", 2},  // respond, response
    {"tend", "tens", 2},    // extend, extension
    {"uc", "uct", 3},       // reduce, reduction
    {"um", "umpt", 3},      // assume, assumption
    {"vert", "vers", 2},    // convert, conversion
    {"vid", "vis", 2},      // divide, division
};

}  // namespace

std::vector<std::string> family_of(std::string_view folded, std::string_view stem,
                                   const std::function<std::string(std::string_view)>& stem_of) {
  std::vector<std::string> terms;
  const auto add = [&](std::string term) {
    if (term != stem && std::ranges::find(terms, term) == terms.end())
      terms.push_back(std::move(term));
  };
  for (const std::string_view family : families) {
    const auto each = [family](auto&& on_word) {
      for (std::string_view rest = family; !rest.empty();) {
        const std::size_t blank = std::min(rest.find(' '), rest.size());
        on_word(rest.substr(0, blank));
        rest.remove_prefix(std::min(blank + 1, rest.size()));
      }
    };
    bool is_of_it = false;
    each([&](std::string_view word) {
      is_of_it = is_of_it || word == folded || (stem.starts_with(word[0]) && stem_of(word) == stem);
    });
    if (is_of_it) each([&](std::string_view word) { add(stem_of(word)); });
  }
  for (const Endings& pair : endings) {
    for (const auto& [from, to] : {std::pair(pair.one, pair.other), {pair.other, pair.one}}) {
      if (!stem.ends_with(from) || stem.size() < pair.before + from.size()) continue;
      add(std::string(stem.substr(0, stem.size() - from.size())) + std::string(to));
    }
  }
  return terms;
}

}  // namespace answers
