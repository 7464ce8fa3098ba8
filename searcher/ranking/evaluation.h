#pragma once

#include "corpus/listener.h"

#include <array>
#include <cstddef>
#include <functional>
#include <iosfwd>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// How good a ranking is by what people judged, as trec_eval and its readers count it.
namespace answers {

/// Document -> grade: above 0 relevant, the more the better.
using Grades = std::unordered_map<std::string, int>;
/// Query id -> what was judged for it.
using Judgments = std::map<std::string, Grades>;
/// Query id -> documents, best first, each once.
using Run = std::map<std::string, std::vector<std::string>>;

using OnTrouble = std::function<void(const Trouble&)>;

/// TREC's qrels: "query 0 document grade" a line, separated by white space. Of two judgments of a
/// document the last counts. A line that is none is told with `path` and left out.
Judgments read_judgments(std::istream& in, const std::string& path, const OnTrouble& on_trouble);

/// A TREC run: "query Q0 document rank score name" a line, the name optional. The rank decides,
/// among equal ranks the higher score, and then the order of the lines. A document named again is
/// left out.
Run read_run(std::istream& in, const std::string& path, const OnTrouble& on_trouble);

/// What one query has, each from 0 to 1. A document that nobody judged is not relevant.
struct Figures {
  /// Discounted cumulated gain of the first ten, Σ grade/log2(rank + 1), by that of the ten best
  /// that were judged (Järvelin and Kekäläinen 2002; linear gain as in trec_eval's ndcg_cut_10).
  double ndcg10 = 0;
  double mrr10 = 0;  ///< 1/rank of the first relevant one among the first ten, else 0
  double recall100 = 0;
  double average_precision = 0;  ///< over the first 1000
  /// The share of the first ten that somebody judged (1 when there are none): where it is low, the
  /// other figures say less than they seem to.
  double judged10 = 0;
};

struct Measure {
  std::string_view name;  ///< for people
  std::string_view key;   ///< in JSON
  double Figures::*of;
};
inline constexpr std::array<Measure, 5> measures{{{"nDCG@10", "ndcg10", &Figures::ndcg10},
                                                  {"MRR@10", "mrr10", &Figures::mrr10},
                                                  {"R@100", "recall100", &Figures::recall100},
                                                  {"MAP", "map", &Figures::average_precision},
                                                  {"judged", "judged10", &Figures::judged10}}};

/// Whether anything was judged relevant: else no figure is defined.
bool has_relevant(const Grades& grades);

/// Of a query with has_relevant(grades). O(documents + judgments log judgments).
Figures evaluate(std::span<const std::string> documents, const Grades& grades);

/// What is known of a mean difference between two runs over the same queries.
struct Difference {
  double mean = 0;
  double low = 0;  ///< of the interval that holds the true mean with 95 %
  double high = 0;
  double p = 1;  ///< how often chance alone would give so large a difference
};

/// Paired bootstrap with 10,000 samples: percentile interval (Efron and Tibshirani 1993, ch. 13)
/// and achieved significance level of the studentised mean (Sakai, SIGIR 2006). One difference a
/// query, at least one. The same on every machine and in every run. O(10,000 × queries).
Difference bootstrap(std::span<const double> differences);

}  // namespace answers
