#include "searcher/query.h"

#include "indexer/language.h"
#include "indexer/schema.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <string>
#include <vector>

namespace answers {
namespace {

/// What a function word counts beside other words (tests/relevance/README.md: 0.15 to 0.3 alike).
constexpr double function_word_weight = 0.25;

/// What Xapian::BM25Weight multiplies the saturated wdf with (1.4.22, weight/bm25weight.cc).
double xapian_weight(double records, double frequency) {
  double odds = (records - frequency + 0.5) / (frequency + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds) * (schema::k1 * schema::wdf_scale + 1);
}

double information(double records, double frequency) {
  return std::log(1 + (records - frequency + 0.5) / (frequency + 0.5));
}

}  // namespace

Xapian::Query parse_query(std::string_view text, Analyser& analyser,
                          const Xapian::Database& index) {
  std::map<std::string, double> weights;
  analyser.analyse(text, "", [&](const Token& token) {
    std::string word(text.substr(token.begin, token.end - token.begin));
    std::ranges::transform(word, word.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    weights[std::string(token.term)] += is_function_word(word, "") ? function_word_weight : 1;
  });
  const double records = index.get_doccount();
  std::vector<Xapian::Query> words;
  for (const auto& [term, weight] : weights) {
    const double frequency = index.get_termfreq(term);
    if (frequency == 0) continue;
    words.push_back(Xapian::Query(
        Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term),
        weight * information(records, frequency) / xapian_weight(records, frequency)));
  }
  return Xapian::Query(Xapian::Query::OP_OR, words.begin(), words.end());
}

}  // namespace answers
