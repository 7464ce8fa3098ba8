#include "searcher/ranking/near_duplicates.h"

#include "corpus/wording/language.h"
#include "indexer/analysis/analysis.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace answers {
namespace {

/// "What", "does" count little, as in a query (tests/relevance/README.md).
constexpr double function_word_weight = 0.25;
constexpr std::size_t most_terms = 128;
constexpr std::size_t most_candidates_a_term = 1000;

/// A question as its terms, the heaviest first.
struct Bag {
  std::vector<std::uint32_t> terms{};
  double weight = 0;
  std::vector<std::size_t> questions{};  ///< that have just these terms
};

struct Vocabulary {
  std::unordered_map<std::string, std::uint32_t> numbers{};
  std::vector<double> weights{};  ///< by number: first how many questions have it, then its weight
  std::vector<bool> is_function_word{};
};

/// The distinct terms of each question, by number.
std::vector<std::vector<std::uint32_t>> analyse(std::span<const std::string> questions,
                                                Vocabulary& vocabulary) {
  std::vector<std::vector<std::uint32_t>> bags;
  Analyser analyser;
  for (const std::string& question : questions) {
    std::vector<std::uint32_t> terms;
    analyser.analyse(question, "en", [&](const Token& token) {
      if (terms.size() >= most_terms || token.kind == Token::Kind::tail) return;
      const auto [entry, is_new] = vocabulary.numbers.try_emplace(
          std::string(token.term), static_cast<std::uint32_t>(vocabulary.weights.size()));
      if (is_new) {
        const std::string word =
            fold(std::string_view(question).substr(token.begin, token.end - token.begin));
        vocabulary.weights.push_back(0);
        vocabulary.is_function_word.push_back(is_function_word(word, "en"));
      }
      terms.push_back(entry->second);
    });
    std::ranges::sort(terms);
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    for (const std::uint32_t term : terms) ++vocabulary.weights[term];
    bags.push_back(std::move(terms));
  }
  const auto count = static_cast<double>(questions.size());
  for (std::size_t i = 0; i < vocabulary.weights.size(); ++i) {
    double& weight = vocabulary.weights[i];
    weight = std::log(1 + (count - weight + 0.5) / (weight + 0.5));
    if (vocabulary.is_function_word[i]) weight *= function_word_weight;
  }
  return bags;
}

/// By weight, the lightest first; questions with the same terms share one.
std::vector<Bag> make_bags(std::span<const std::string> questions, Vocabulary& vocabulary) {
  const auto& weights = vocabulary.weights;
  std::map<std::vector<std::uint32_t>, std::vector<std::size_t>> same;
  const auto analysed = analyse(questions, vocabulary);
  for (std::size_t i = 0; i < analysed.size(); ++i) {
    if (!analysed[i].empty()) same[analysed[i]].push_back(i);
  }
  std::vector<Bag> bags;
  for (const auto& [terms, numbers] : same) {
    Bag bag{.terms = terms, .weight = 0, .questions = numbers};
    std::ranges::sort(bag.terms, [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(-weights[a], a) < std::pair(-weights[b], b);
    });
    for (const std::uint32_t term : bag.terms) bag.weight += weights[term];
    bags.push_back(std::move(bag));
  }
  std::ranges::stable_sort(bags, {}, &Bag::weight);
  return bags;
}

double jaccard(const Bag& a, const Bag& b, const std::vector<double>& weights) {
  double shared = 0;
  for (std::size_t i = 0, j = 0; i < a.terms.size() && j < b.terms.size();) {
    const std::uint32_t one = a.terms[i];
    const std::uint32_t other = b.terms[j];
    if (one == other) {
      shared += weights[one];
      ++i, ++j;
    } else if (std::pair(-weights[one], one) < std::pair(-weights[other], other)) {
      ++i;
    } else {
      ++j;
    }
  }
  return shared / (a.weight + b.weight - shared);
}

/// Questions that are joined into groups, any two of which may be together.
class Groups {
 public:
  explicit Groups(std::size_t questions) : group_of_(questions), members_(questions) {
    std::iota(group_of_.begin(), group_of_.end(), std::size_t{0});
    for (std::size_t i = 0; i < questions; ++i) members_[i] = {i};
  }
  /// Joins the groups of `a` and `b` where `may_join` holds for each of the one with each of the
  /// other.
  template <class MayJoin>
  void join(std::size_t a, std::size_t b, MayJoin may_join) {
    a = group_of_[a];
    b = group_of_[b];
    if (a == b) return;
    if (members_[a].size() < members_[b].size()) std::swap(a, b);
    for (const std::size_t one : members_[a]) {
      for (const std::size_t other : members_[b]) {
        if (!may_join(one, other)) return;
      }
    }
    for (const std::size_t one : members_[b]) group_of_[one] = a;
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    members_[b].clear();
  }
  std::size_t group_of(std::size_t question) const { return group_of_[question]; }
  const std::vector<std::size_t>& members(std::size_t group) const { return members_[group]; }

 private:
  std::vector<std::size_t> group_of_;
  std::vector<std::vector<std::size_t>> members_;
};

}  // namespace

std::vector<SimilarPair> similar_pairs(std::span<const std::string> questions, double least) {
  Vocabulary vocabulary;
  const std::vector<Bag> bags = make_bags(questions, vocabulary);
  const auto& weights = vocabulary.weights;
  std::vector<SimilarPair> pairs;
  const auto add = [&](std::size_t a, std::size_t b, double similarity) {
    pairs.push_back({std::min(a, b), std::max(a, b), similarity});
  };
  std::vector<std::vector<std::size_t>> bags_with(weights.size());
  std::vector<std::size_t> compared_for(bags.size(), bags.size());
  for (std::size_t number = 0; number < bags.size(); ++number) {
    const Bag& bag = bags[number];
    for (std::size_t i = 1; i < bag.questions.size(); ++i)
      add(bag.questions[0], bag.questions[i], 1);
    // Who is similar enough shares a term before the rest is too light to make it so.
    double rest = bag.weight;
    for (const std::uint32_t term : bag.terms) {
      if (rest < least * bag.weight) break;
      rest -= weights[term];
      auto& others = bags_with[term];
      std::size_t looked_at = 0;
      for (std::size_t i = others.size(); i-- > 0;) {
        const std::size_t other = others[i];
        if (bags[other].weight < least * bag.weight || ++looked_at > most_candidates_a_term) break;
        if (compared_for[other] == number) continue;
        compared_for[other] = number;
        const double similarity = jaccard(bag, bags[other], weights);
        if (similarity >= least) add(bags[other].questions[0], bag.questions[0], similarity);
      }
      others.push_back(number);
    }
  }
  std::ranges::sort(pairs, [](const SimilarPair& a, const SimilarPair& b) {
    return std::tuple(-a.similarity, a.first, a.second) <
           std::tuple(-b.similarity, b.first, b.second);
  });
  return pairs;
}

NearDuplicates find_near_duplicates(std::span<const std::string> questions, double least) {
  NearDuplicates found;
  const std::vector<SimilarPair> pairs = similar_pairs(questions, least);
  // Who has the same terms as another is only paired with the first of them, and stands for it.
  std::vector<std::size_t> stands_for(questions.size());
  std::iota(stands_for.begin(), stands_for.end(), std::size_t{0});
  std::set<std::pair<std::size_t, std::size_t>> alike;
  std::vector<SimilarPair> same;
  for (const SimilarPair& pair : pairs) {
    Contrast contrast = find_contrast(questions[pair.first], questions[pair.second]);
    if (contrast.kind != Contrast::Kind::none) {
      found.contrasts.push_back({pair, std::move(contrast)});
      continue;
    }
    if (pair.similarity == 1) stands_for[pair.second] = pair.first;
    alike.emplace(pair.first, pair.second);
    same.push_back(pair);
  }
  const auto may_join = [&](std::size_t one, std::size_t other) {
    const auto [first, second] = std::minmax(stands_for[one], stands_for[other]);
    return first == second || alike.contains({first, second}) ||
           alike.contains(std::minmax(one, other));
  };
  Groups groups(questions.size());
  for (const SimilarPair& pair : same) groups.join(pair.first, pair.second, may_join);
  std::unordered_set<std::size_t> told;
  for (const SimilarPair& pair : same) {
    const std::size_t group = groups.group_of(pair.first);
    if (group != groups.group_of(pair.second) || !told.insert(group).second) continue;
    found.groups.push_back({groups.members(group), pair.similarity});
    std::ranges::sort(found.groups.back().questions);
  }
  return found;
}

}  // namespace answers
