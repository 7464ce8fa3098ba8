#include "searcher/ranking/evaluation.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <istream>
#include <optional>
#include <random>
#include <unordered_set>
#include <utility>

namespace answers {
namespace {

std::vector<std::string_view> columns_of(std::string_view line) {
  std::vector<std::string_view> columns;
  constexpr std::string_view blanks = " \t\r\v\f";
  for (auto begin = line.find_first_not_of(blanks); begin != std::string_view::npos;) {
    const auto end = std::min(line.find_first_of(blanks, begin), line.size());
    columns.push_back(line.substr(begin, end - begin));
    begin = line.find_first_not_of(blanks, end);
  }
  return columns;
}

/// A grade may be written "2.0"; ranks and grades beyond a million are none.
std::optional<int> whole_number(std::string_view text) {
  double value = 0;
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !(std::abs(value) <= 1e6))
    return std::nullopt;
  return static_cast<int>(value);
}

/// Calls `take` with the columns of each line that is not blank; false: it was no good.
void read_lines(std::istream& in, const std::string& path, std::string_view wanted,
                const OnTrouble& on_trouble,
                const std::function<bool(const std::vector<std::string_view>&)>& take) {
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    const bool is_marked = number == 1 && line.starts_with(byte_order_mark);
    const auto columns = columns_of(std::string_view(line).substr(is_marked ? 3 : 0));
    if (columns.empty() || take(columns)) continue;
    on_trouble({path, number, "not '" + std::string(wanted) + "'", "the line was left out"});
  }
}

double discounted(double grade, std::size_t rank) {
  return grade / std::log2(static_cast<double>(rank + 1));
}

}  // namespace

Judgments read_judgments(std::istream& in, const std::string& path, const OnTrouble& on_trouble) {
  Judgments judgments;
  read_lines(in, path, "query 0 document grade", on_trouble, [&](const auto& columns) {
    if (columns.size() < 4) return false;
    const auto grade = whole_number(columns[3]);
    if (grade) judgments[std::string(columns[0])][std::string(columns[2])] = *grade;
    return grade.has_value();
  });
  return judgments;
}

Run read_run(std::istream& in, const std::string& path, const OnTrouble& on_trouble) {
  struct Ranked {
    int rank = 0;
    double score = 0;
    std::string document{};
  };
  std::map<std::string, std::vector<Ranked>> ranked;
  read_lines(in, path, "query Q0 document rank score", on_trouble, [&](const auto& columns) {
    if (columns.size() < 5) return false;
    const auto rank = whole_number(columns[3]);
    double score = 0;  // of what is no number
    std::from_chars(columns[4].data(), columns[4].data() + columns[4].size(), score);
    if (std::isnan(score)) score = 0;
    if (rank) ranked[std::string(columns[0])].push_back({*rank, score, std::string(columns[2])});
    return rank.has_value();
  });
  Run run;
  for (auto& [query, documents] : ranked) {
    std::ranges::stable_sort(documents, [](const Ranked& one, const Ranked& other) {
      return std::pair(one.rank, -one.score) < std::pair(other.rank, -other.score);
    });
    std::unordered_set<std::string_view> seen;
    for (const auto& [rank, score, document] : documents) {
      if (seen.insert(document).second) run[query].push_back(document);
    }
  }
  return run;
}

bool has_relevant(const Grades& grades) {
  return std::ranges::any_of(grades, [](const auto& judged) { return judged.second > 0; });
}

Figures evaluate(std::span<const std::string> documents, const Grades& grades) {
  std::vector<int> ideal;
  for (const auto& [document, grade] : grades) {
    if (grade > 0) ideal.push_back(grade);
  }
  std::ranges::sort(ideal, std::greater());
  double best = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(ideal.size(), 10); ++i)
    best += discounted(ideal[i], i + 1);

  const std::size_t first = std::min<std::size_t>(documents.size(), 10);
  const auto judged_ones = std::ranges::count_if(
      documents.first(first), [&](const auto& document) { return grades.contains(document); });
  Figures figures;
  figures.judged10 = first == 0 ? 1 : static_cast<double>(judged_ones) / static_cast<double>(first);
  double gain = 0;
  double precisions = 0;
  std::size_t found = 0;
  for (std::size_t rank = 1; rank <= std::min<std::size_t>(documents.size(), 1000); ++rank) {
    const auto judged = grades.find(documents[rank - 1]);
    if (judged == grades.end() || judged->second <= 0) continue;
    ++found;
    precisions += static_cast<double>(found) / static_cast<double>(rank);
    if (rank <= 10) gain += discounted(judged->second, rank);
    if (rank <= 10 && found == 1) figures.mrr10 = 1 / static_cast<double>(rank);
    if (rank <= 100) figures.recall100 = static_cast<double>(found);
  }
  const auto relevant = static_cast<double>(ideal.size());
  figures.ndcg10 = gain / best;
  figures.recall100 /= relevant;
  figures.average_precision = precisions / relevant;
  return figures;
}

Difference bootstrap(std::span<const double> differences) {
  constexpr std::size_t samples = 10'000;
  const std::size_t count = differences.size();
  const auto n = static_cast<double>(count);
  Difference result;
  for (const double difference : differences) result.mean += difference / n;
  // Without its sign: how many standard errors a mean of `sum`/n, of values whose squares sum up to
  // `squares`, is away from 0.
  const auto studentised = [n](double sum, double squares) {
    const double mean = sum / n;
    const double variance = std::max(0.0, squares - n * mean * mean) / std::max(1.0, n - 1);
    if (variance < 1e-18) return std::abs(mean) < 1e-12 ? 0.0 : HUGE_VAL;
    return std::abs(mean) / std::sqrt(variance / n);
  };
  std::vector<double> centred;  // as if there were no difference
  double squares = 0;
  for (const double difference : differences) {
    centred.push_back(difference - result.mean);
    squares += difference * difference;
  }
  const double observed = studentised(result.mean * n, squares);
  std::mt19937_64 random(2006);  // uniform_int_distribution is not the same everywhere
  std::vector<double> means;
  std::size_t as_large = 0;
  for (std::size_t sample = 0; sample < samples; ++sample) {
    double sum = 0;
    double sum_of_squares = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const double value = centred[random() % count];
      sum += value;
      sum_of_squares += value * value;
    }
    means.push_back(result.mean + sum / n);
    if (studentised(sum, sum_of_squares) >= observed) ++as_large;
  }
  std::ranges::sort(means);
  result.low = means[samples / 40];
  result.high = means[samples - 1 - samples / 40];
  result.p = static_cast<double>(as_large) / samples;
  return result;
}

}  // namespace answers
