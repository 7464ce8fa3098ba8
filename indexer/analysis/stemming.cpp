#include "indexer/analysis/stemming.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <optional>

namespace answers {
namespace {

enum class Script { latin, other };

struct Row {
  std::string_view code;  ///< ISO 639-1, as Xapian::Stem takes it
  Script script;
};

/// Row 0 leaves words alone; row 1 is the default.
constexpr Row stemmers[] = {
    {"none", Script::latin}, {"en", Script::latin}, {"ca", Script::latin}, {"da", Script::latin},
    {"de", Script::latin},   {"es", Script::latin}, {"eu", Script::latin}, {"fi", Script::latin},
    {"fr", Script::latin},   {"ga", Script::latin}, {"hu", Script::latin}, {"id", Script::latin},
    {"it", Script::latin},   {"lt", Script::latin}, {"nl", Script::latin}, {"no", Script::latin},
    {"pt", Script::latin},   {"ro", Script::latin}, {"sv", Script::latin}, {"tr", Script::latin},
    {"ar", Script::other},   {"hy", Script::other}, {"ru", Script::other}, {"ta", Script::other},
};
constexpr std::size_t none = 0;
constexpr std::size_t english = 1;
constexpr std::size_t romanian = 17;
constexpr std::size_t arabic = 20;
constexpr std::size_t armenian = 21;
constexpr std::size_t russian = 22;
constexpr std::size_t tamil = 23;

/// Languages of Latin letters that have no stemmer here.
constexpr std::string_view unstemmed[] = {"cs", "cy", "eo", "et", "hr", "is", "la",
                                          "lv", "pl", "sk", "sl", "sq", "vi"};

struct Pair {
  std::string_view from;
  std::string_view to;
};

/// Plurals that no rule of Snowball undoes, and one that it takes for a name.
constexpr Pair irregular[] = {
    {"analyses", "analysis"},
    {"appendices", "appendix"},
    {"children", "child"},
    {"childrens", "child"},
    {"codices", "codex"},
    {"corpora", "corpus"},
    {"cpus", "cpu"},
    {"criteria", "criterion"},
    {"diagnoses", "diagnosis"},
    {"feet", "foot"},
    {"geese", "goose"},
    {"gpus", "gpu"},
    {"halves", "half"},
    {"hypotheses", "hypothesis"},
    {"indices", "index"},
    {"knives", "knife"},
    {"matrices", "matrix"},
    {"men", "man"},
    {"mens", "man"},
    {"menus", "menu"},
    {"mice", "mouse"},
    {"npus", "npu"},
    {"parentheses", "parenthesis"},
    {"phenomena", "phenomenon"},
    {"schemata", "schema"},
    {"simplices", "simplex"},
    {"syntheses", "synthesis"},
    {"teeth", "tooth"},
    {"theses", "thesis"},
    {"tpus", "tpu"},
    {"vertices", "vertex"},
    {"vortices", "vortex"},
    {"wives", "wife"},
    {"women", "woman"},
    {"womens", "woman"},
};
static_assert(std::ranges::is_sorted(irregular, {}, &Pair::from));

/// Beginnings that are spelt in two ways.
constexpr Pair british_beginnings[] = {
    {"armour", "armor"},       {"behaviour", "behavior"}, {"cancell", "cancel"},
    {"catalogue", "catalog"},  {"centre", "center"},      {"channell", "channel"},
    {"colour", "color"},       {"defence", "defense"},    {"dialogue", "dialog"},
    {"favour", "favor"},       {"flavour", "flavor"},     {"fulfil", "fulfill"},
    {"fulfill", "fulfill"},    {"grey", "gray"},          {"harbour", "harbor"},
    {"honour", "honor"},       {"humour", "humor"},       {"judgement", "judgment"},
    {"labell", "label"},       {"labour", "labor"},       {"levell", "level"},
    {"licence", "license"},    {"litre", "liter"},        {"modell", "model"},
    {"neighbour", "neighbor"}, {"offence", "offense"},    {"practise", "practice"},
    {"programme", "program"},  {"rumour", "rumor"},       {"signall", "signal"},
    {"travell", "travel"},     {"tumour", "tumor"},       {"tunnell", "tunnel"},
    {"vapour", "vapor"},
};
static_assert(std::ranges::is_sorted(british_beginnings, {}, &Pair::from));

/// Endings with the s of British -ise behind l, m, n, r, t, d, g, h, s and -ic- ("normalise",
/// "criticise", not "supervise" or "precise"): applied to "promise" too, which does no harm since
/// it is applied everywhere.
constexpr Pair british_endings[] = {
    {"isations", "izations"}, {"isation", "ization"}, {"ising", "izing"}, {"isers", "izers"},
    {"iser", "izer"},         {"ised", "ized"},       {"ises", "izes"},   {"ise", "ize"},
};

/// Of the verbs that are made of nouns in -lysis: "analyse", "catalysed", "paralysing".
constexpr Pair loosening_endings[] = {
    {"lysing", "lyzing"}, {"lysers", "lyzers"}, {"lyser", "lyzer"},
    {"lysed", "lyzed"},   {"lyses", "lyzes"},   {"lyse", "lyze"},
};

/// Snowball takes "imbalance" to "imbal" and "imbalanced" to "imbalanc": their endings are those of
/// one word, so what is done to a thing goes by its name.
constexpr Pair done_endings[] = {
    {"anced", "ance"}, {"ancing", "ance"}, {"enced", "ence"}, {"encing", "ence"}};

/// Snowball parts singular and plural of Romanian nouns where the letters are folded ("informatie"
/// of "informaţie") and of those that name what is done ("livrare", "livrări").
constexpr Pair romanian_endings[] = {
    {"atie", "atii"}, {"atia", "atii"}, {"arilor", "are"},
    {"arile", "are"}, {"arii", "are"},  {"ari", "are"},
};

/// Abbreviations without a vowel that end in s and are no plurals.
constexpr std::string_view no_plurals[] = {"dbms", "https", "rdbms", "smtps", "sftps"};

void in_one_spelling(std::string& word) {
  const std::string_view whole = word;
  if (const auto* found = std::ranges::lower_bound(irregular, whole, {}, &Pair::from);
      found != std::end(irregular) && found->from == whole) {
    word = found->to;
    return;
  }
  if (word.size() >= 4 && word.back() == 's' && word[word.size() - 2] != 's' &&
      word.find_first_of("aeiouy") == word.npos &&
      std::ranges::find(no_plurals, word) == std::end(no_plurals)) {
    word.pop_back();  // lstms, which Snowball leaves for want of a vowel
    return;
  }
  if (word.size() < 5) return;
  const auto first_letter = [](const Pair& pair) { return pair.from.front(); };
  for (const auto* pair =
           std::ranges::lower_bound(british_beginnings, word.front(), {}, first_letter);
       pair != std::end(british_beginnings) && first_letter(*pair) == word.front(); ++pair) {
    const auto [from, to] = *pair;
    if (!word.starts_with(from)) continue;
    // "modell" is "modelled", "modelling".
    const auto rest = std::string_view(word).substr(from.size());
    if (from.ends_with("ll") && from != "fulfill" && !rest.starts_with("e") &&
        !rest.starts_with("i"))
      break;
    if (from == "fulfil" && rest.starts_with("l")) continue;
    word.replace(0, from.size(), to);
    break;
  }
  if (word.size() < 7) return;
  for (const auto& [from, to] : done_endings) {
    if (!word.ends_with(from)) continue;
    word.replace(word.size() - from.size(), from.size(), to);
    return;
  }
  for (const auto& [from, to] : loosening_endings) {
    if (!word.ends_with(from)) continue;
    word.replace(word.size() - from.size(), from.size(), to);
    return;
  }
  for (const auto& [from, to] : british_endings) {
    if (!word.ends_with(from) || word.size() == from.size()) continue;
    const std::string_view before = std::string_view(word).substr(0, word.size() - from.size());
    if (std::string_view("lmnrtdghs").find(before.back()) == std::string::npos &&
        !before.ends_with("ic"))
      break;
    word.replace(word.size() - from.size(), from.size(), to);
    break;
  }
}

void in_singular(std::string& romanian_word) {
  for (const auto& [from, to] : romanian_endings) {
    if (!romanian_word.ends_with(from) || romanian_word.size() < from.size() + 2) continue;
    romanian_word.replace(romanian_word.size() - from.size(), from.size(), to);
    return;
  }
}

}  // namespace

void WordBeginnings::add(std::string_view stem) {
  if (stem.empty()) return;
  if (stem.size() < 2) {
    known_[place(stem[0])].fill(true);
    return;
  }
  known_[place(stem[0])][place(stem[1])] = true;
  for (const auto& [from, to] : irregular) {  // "mice" of "mouse"
    if (to.substr(0, 2) == stem.substr(0, 2)) known_[place(from[0])][place(from[1])] = true;
  }
}

struct Stemmers::State {
  std::array<std::optional<Xapian::Stem>, std::size(stemmers)> stems;

  /// Made when it is asked for: most texts need one of them.
  const Xapian::Stem& stem(std::size_t stemmer) {
    auto& made = stems[stemmer];
    if (!made) made.emplace(std::string(stemmers[stemmer].code));
    return *made;
  }
};

Stemmers::Stemmers() : state_(std::make_unique<State>()) {}
Stemmers::~Stemmers() = default;

std::size_t Stemmers::for_language(std::string_view language) const {
  if (language.empty() || language == stemmers[english].code) return english;
  if (std::ranges::find(unstemmed, language) != std::end(unstemmed)) return none;
  const auto* found = std::ranges::find(stemmers, language, &Row::code);
  if (found == std::end(stemmers) || found->script == Script::other) return english;
  return static_cast<std::size_t>(found - std::begin(stemmers));
}

std::size_t Stemmers::for_word(std::string_view folded, std::size_t by_language) const {
  const auto lead = static_cast<unsigned char>(folded[0]);
  if (lead < 0xD0) return by_language;
  const auto second = folded.size() > 1 ? static_cast<unsigned char>(folded[1]) : 0;
  if (lead <= 0xD3) return russian;
  if (lead == 0xD4 || lead == 0xD5) return armenian;
  if (lead >= 0xD8 && lead <= 0xDB) return arabic;
  if (lead == 0xE0 && (second == 0xAE || second == 0xAF)) return tamil;
  return lead == 0xE1 && second >= 0xB8 ? by_language : none;  // U+1E00: more Latin
}

bool Stemmers::keeps_beginnings(std::size_t stemmer) {
  return stemmer == none || stemmer == english;
}

std::size_t Stemmers::count() const { return std::size(stemmers); }

std::string Stemmers::stem(const std::string& folded, std::size_t stemmer) const {
  if (stemmer == none) return folded;
  if (stemmer != english && stemmer != romanian) return state_->stem(stemmer)(folded);
  std::string word = folded;
  if (stemmer == english)
    in_one_spelling(word);
  else
    in_singular(word);
  return state_->stem(stemmer)(word);
}

}  // namespace answers
