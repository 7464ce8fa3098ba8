#include "searcher/ranking/contrast.h"

#include "corpus/characters/ascii.h"
#include "corpus/wording/language.h"
#include "indexer/analysis/analysis.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

namespace answers {
namespace {

constexpr std::size_t most_words = 100;

using WordPair = std::pair<std::string_view, std::string_view>;

/// Opposites and counterparts that no prefix gives away.
constexpr WordPair opposites[] = {
    {"with", "without"},
    {"using", "without"},
    {"with", "no"},
    {"sync", "async"},
    {"synchronous", "asynchronous"},
    {"symmetric", "asymmetric"},
    {"typical", "atypical"},
    {"public", "private"},
    {"public", "protected"},
    {"private", "protected"},
    {"local", "global"},
    {"local", "remote"},
    {"static", "dynamic"},
    {"mutable", "immutable"},
    {"strong", "weak"},
    {"hard", "soft"},
    {"left", "right"},
    {"inner", "outer"},
    {"upper", "lower"},
    {"uppercase", "lowercase"},
    {"horizontal", "vertical"},
    {"row", "column"},
    {"rows", "columns"},
    {"first", "last"},
    {"min", "max"},
    {"minimum", "maximum"},
    {"smallest", "largest"},
    {"shortest", "longest"},
    {"best", "worst"},
    {"high", "low"},
    {"higher", "lower"},
    {"large", "small"},
    {"big", "small"},
    {"long", "short"},
    {"fast", "slow"},
    {"more", "less"},
    {"most", "least"},
    {"many", "few"},
    {"all", "none"},
    {"always", "never"},
    {"before", "after"},
    {"above", "below"},
    {"start", "stop"},
    {"start", "end"},
    {"begin", "end"},
    {"open", "close"},
    {"open", "closed"},
    {"add", "remove"},
    {"add", "delete"},
    {"add", "subtract"},
    {"insert", "delete"},
    {"create", "delete"},
    {"create", "drop"},
    {"attach", "detach"},
    {"push", "pop"},
    {"push", "pull"},
    {"get", "set"},
    {"get", "post"},
    {"read", "write"},
    {"load", "save"},
    {"send", "receive"},
    {"request", "response"},
    {"show", "hide"},
    {"enable", "disable"},
    {"allow", "deny"},
    {"accept", "reject"},
    {"true", "false"},
    {"positive", "negative"},
    {"increase", "decrease"},
    {"ascending", "descending"},
    {"grow", "shrink"},
    {"encode", "decode"},
    {"encrypt", "decrypt"},
    {"encoder", "decoder"},
    {"encoding", "decoding"},
    {"encryption", "decryption"},
    {"compile", "decompile"},
    {"server", "client"},
    {"source", "target"},
    {"source", "destination"},
    {"parent", "child"},
    {"input", "output"},
    {"online", "offline"},
    {"online", "batch"},
    {"internal", "external"},
    {"implicit", "explicit"},
    {"abstract", "concrete"},
    {"relative", "absolute"},
    {"ordered", "unordered"},
    {"train", "test"},
    {"training", "test"},
    {"training", "inference"},
    {"advantages", "disadvantages"},
    {"advantages", "drawbacks"},
    {"pros", "cons"},
    {"success", "failure"},
    {"even", "odd"},
    {"old", "new"},
    {"single", "multiple"},
    {"one", "many"},
    {"forward", "backward"},
    {"forward", "reverse"},
    {"precision", "recall"},
    {"bias", "variance"},
    {"discriminative", "generative"},
    {"shallow", "deep"},
    {"sparse", "dense"},
};

/// With one of these before it a word is its own opposite.
constexpr std::string_view negating_prefixes[] = {"un", "non", "in", "im",   "ir",
                                                  "il", "dis", "de", "anti", "mis"};

/// Prefixes that are opposites of each other.
constexpr WordPair opposite_prefixes[] = {
    {"over", "under"}, {"pre", "post"},    {"inter", "intra"}, {"micro", "macro"},
    {"up", "down"},    {"homo", "hetero"}, {"uni", "multi"},   {"for", "back"},
    {"hyper", "hypo"}, {"in", "out"},      {"im", "ex"},       {"sub", "super"},
};

/// Folded: without apostrophes.
constexpr std::string_view negations[] = {
    "not",     "no",    "never",  "without", "cannot", "cant", "dont",    "doesnt",
    "didnt",   "isnt",  "arent",  "wasnt",   "werent", "wont", "wouldnt", "shouldnt",
    "couldnt", "hasnt", "havent", "nothing", "nobody", "none", "neither", "except",
};

constexpr std::string_view number_words[] = {
    "zero",   "one",     "two",  "three", "four",   "five",   "six",    "seven",
    "eight",  "nine",    "ten",  "first", "second", "third",  "fourth", "fifth",
    "binary", "ternary", "once", "twice", "half",   "single", "double", "triple",
};

constexpr std::string_view directions[] = {"to",     "from",  "into",   "than",   "over",
                                           "before", "after", "in",     "inside", "within",
                                           "by",     "of",    "without"};

/// What one asks with, beside the function words.
constexpr std::string_view asking_words[] = {"explain", "describe", "define", "list", "give",
                                             "tell",    "discuss",  "name",   "show", "state"};

template <std::size_t size>
bool contains(const std::string_view (&list)[size], std::string_view word) {
  return std::ranges::find(list, word) != std::end(list);
}

struct Word {
  std::string written{};
  std::string folded{};
  std::string stem{};
  bool is_name = false;
};

bool has_digit(std::string_view word) { return std::ranges::any_of(word, is_digit); }

/// Words between blanks, without the punctuation about them; "C++", ".NET" and "--flag" keep
/// theirs.
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  Analyser analyser;
  std::size_t capitalised = 0;
  for (std::size_t at = 0; at < text.size() && words.size() < most_words;) {
    const auto begin = text.find_first_not_of(" \t\n,;", at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(" \t\n,;", begin), text.size());
    std::string_view written = text.substr(begin, at - begin);
    const bool code = written.find('`') != std::string_view::npos;
    const auto first = written.find_first_not_of("`\"'()[]{}*_?!:");
    if (first == std::string_view::npos) continue;
    written = written.substr(first, written.find_last_not_of("`\"'()[]{}*_?!:.") + 1 - first);
    if (written.empty()) continue;
    Word word;
    word.written = written;
    word.folded = fold(written);
    word.stem = analyser.stem(word.folded, "en");
    const bool inside = std::any_of(written.begin() + 1, written.end(), is_upper);
    const bool sign = written.find_first_of("+#_") != std::string_view::npos || written[0] == '.';
    word.is_name = code || inside || sign || (is_upper(written[0]) && !words.empty());
    if (is_upper(written[0])) ++capitalised;
    words.push_back(std::move(word));
  }
  // A Title Has Capitals That Say Nothing.
  if (words.size() > 2 && capitalised * 10 > words.size() * 6) {
    for (Word& word : words) {
      word.is_name =
          word.is_name && (std::any_of(word.written.begin() + 1, word.written.end(), is_upper) ||
                           word.written.find_first_of("+#_.") != std::string::npos);
    }
  }
  return words;
}

/// The words of `these` that `others` lacks, each as often as it is missing.
std::vector<Word> missing_in(std::span<const Word> others, std::span<const Word> these) {
  std::vector<std::string_view> left;
  for (const Word& word : others) left.push_back(word.stem);
  std::vector<Word> missing;
  for (const Word& word : these) {
    const auto found = std::ranges::find(left, word.stem);
    if (found == left.end()) {
      missing.push_back(word);
    } else {
      left.erase(found);
    }
  }
  return missing;
}

bool differ_by_prefixes(std::string_view a, std::string_view b) {
  constexpr std::size_t shortest_rest = 3;
  for (const std::string_view prefix : negating_prefixes) {
    for (const auto& [whole, bare] : {WordPair(a, b), WordPair(b, a)}) {
      if (bare.size() < shortest_rest || !whole.starts_with(prefix)) continue;
      std::string_view rest = whole.substr(prefix.size());
      if (rest.starts_with('-')) rest.remove_prefix(1);
      if (rest == bare) return true;
    }
  }
  return std::ranges::any_of(opposite_prefixes, [&](const WordPair& prefixes) {
    for (const auto& [one, other] : {WordPair(a, b), WordPair(b, a)}) {
      if (one.starts_with(prefixes.first) && other.starts_with(prefixes.second) &&
          one.size() >= prefixes.first.size() + shortest_rest &&
          one.substr(prefixes.first.size()) == other.substr(prefixes.second.size())) {
        return true;
      }
    }
    return false;
  });
}

bool are_opposites(std::string_view a, std::string_view b) {
  return std::ranges::any_of(opposites,
                             [&](const WordPair& pair) {
                               return pair == WordPair(a, b) || pair == WordPair(b, a);
                             }) ||
         differ_by_prefixes(a, b);
}

template <class Test>
const Word* first_that(const std::vector<Word>& words, Test test) {
  const auto found = std::ranges::find_if(words, test);
  return found == words.end() ? nullptr : &*found;
}

/// The stems of the words with a gap where those of `missing` stand, and between which neighbours
/// no second gap is made: "how do _ work".
std::vector<std::string_view> frame(const std::vector<Word>& words,
                                    const std::vector<Word>& missing) {
  std::vector<std::string_view> left;
  left.reserve(missing.size());
  for (const Word& word : missing) left.push_back(word.stem);
  std::vector<std::string_view> frame;
  for (const Word& word : words) {
    const auto found = std::ranges::find(left, word.stem);
    if (found == left.end()) {
      frame.push_back(word.stem);
    } else {
      left.erase(found);
      if (frame.empty() || !frame.back().empty()) frame.emplace_back();
    }
  }
  return frame;
}

std::string written(const Word* word) { return word == nullptr ? std::string() : word->written; }

}  // namespace

std::string_view name_of(Contrast::Kind kind) {
  constexpr std::array<std::string_view, 7> names{"",     "opposite", "negation", "number",
                                                  "name", "order",    "word"};
  return names.at(static_cast<std::size_t>(kind));
}

Contrast find_contrast(std::string_view left, std::string_view right) {
  using Kind = Contrast::Kind;
  const std::vector<Word> left_words = words_of(left);
  const std::vector<Word> right_words = words_of(right);
  const std::vector<Word> left_only = missing_in(right_words, left_words);
  const std::vector<Word> right_only = missing_in(left_words, right_words);

  for (const Word& one : left_only) {
    for (const Word& other : right_only) {
      if (are_opposites(one.folded, other.folded))
        return {Kind::opposite, one.written, other.written};
    }
  }

  const auto negates = [](const Word& word) { return contains(negations, word.folded); };
  const Word* left_word = first_that(left_only, negates);
  const Word* right_word = first_that(right_only, negates);
  if ((left_word == nullptr) != (right_word == nullptr))
    return {Kind::negation, written(left_word), written(right_word)};

  const auto counts = [](const Word& word) {
    return has_digit(word.folded) || contains(number_words, word.folded);
  };
  left_word = first_that(left_only, counts);
  right_word = first_that(right_only, counts);
  // A number word that only one has ("one", "first") is mostly a manner of speaking.
  const bool definite = (left_word != nullptr && has_digit(left_word->folded)) ||
                        (right_word != nullptr && has_digit(right_word->folded));
  if (definite || (left_word != nullptr && right_word != nullptr))
    return {Kind::number, written(left_word), written(right_word)};

  const auto names = [](const Word& word) { return word.is_name; };
  left_word = first_that(left_only, names);
  right_word = first_that(right_only, names);
  if (left_word != nullptr && right_word != nullptr)
    return {Kind::name, written(left_word), written(right_word)};

  if (left_only.empty() && right_only.empty()) {
    const auto turns = [](const Word& word) { return contains(directions, word.folded); };
    const auto sides = std::ranges::mismatch(left_words, right_words, {}, &Word::stem, &Word::stem);
    // "high bias and low variance": whoever changes places goes over to the opposite.
    const auto has_opposite = [&](const Word& word) {
      return std::ranges::any_of(
          left_words, [&](const Word& other) { return are_opposites(word.folded, other.folded); });
    };
    const bool differ = sides.in1 != left_words.end() && sides.in2 != right_words.end();
    const bool behind_opposite =
        differ && sides.in1 != left_words.begin() && has_opposite(*std::prev(sides.in1));
    if (differ && (behind_opposite || first_that(left_words, turns) != nullptr)) {
      return {Kind::order, sides.in1->written, sides.in2->written};
    }
  }

  const auto tells = [](const Word& word) {
    return !is_function_word(word.folded, "en") && !contains(asking_words, word.folded);
  };
  left_word = first_that(left_only, tells);
  right_word = first_that(right_only, tells);
  if (left_word != nullptr && right_word != nullptr &&
      frame(left_words, left_only) == frame(right_words, right_only)) {
    return {Kind::word, left_word->written, right_word->written};
  }
  return {};
}

}  // namespace answers
