#include "searcher/ranking/shares_of_words.h"

#include <algorithm>
#include <string>

namespace answers {

SharesOfWords::SharesOfWords(const Query& query) : assumed_(query.words.size()) {
  constexpr std::size_t most_bits = 64;
  for (std::size_t i = 0; i < query.words.size(); ++i) {
    const auto note = [&](double share, const auto& is_it) {
      const auto term = std::ranges::find_if(query.terms, is_it);
      const auto number = static_cast<std::size_t>(term - query.terms.begin());
      if (term != query.terms.end() && number < most_bits) {
        known_.push_back({i, static_cast<float>(share), std::uint64_t{1} << number});
      } else {
        assumed_[i] = std::max(assumed_[i], static_cast<float>(share));
      }
    };
    for (const WordForm& form : query.words[i].forms) {
      if (form.frequency == 0) continue;
      note(form.share, [&form](const WeightedTerm& one) {
        return one.others.empty() && one.term == form.term;
      });
    }
    for (const LongForm& form : query.words[i].long_forms) {
      note(form.share, [&form](const WeightedTerm& one) {
        return one.others.size() + 1 == form.terms.size() &&
               std::ranges::all_of(form.terms, [&one](const std::string& term) {
                 return term == one.term || std::ranges::count(one.others, term) > 0;
               });
      });
    }
  }
}

std::vector<float> SharesOfWords::of(std::uint64_t terms) const {
  std::vector<float> shares = assumed_;
  for (const auto& [word, share, bit] : known_) {
    if ((terms & bit) != 0) shares[word] = std::max(shares[word], share);
  }
  return shares;
}

}  // namespace answers
