#include "indexer/building/subjects.h"

#include "indexer/schema.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace answers {
namespace {

constexpr std::size_t dimensions = 50;
constexpr std::size_t columns = 64;  // some more than are kept, as the method wants it
constexpr int power_iterations = 2;
constexpr Xapian::doccount fewest_records = 100;
constexpr Xapian::doccount most_records = 20'000;
constexpr std::size_t most_postings = 8'000'000;

using Row = std::array<float, columns>;
using Square = std::array<std::array<double, columns>, columns>;

/// Records and words: the entries of each word, one word behind the other.
struct Matrix {
  struct Entry {
    std::uint32_t record = 0;
    float value = 0;
  };
  std::size_t records = 0;
  std::vector<Entry> entries{};
  std::vector<std::size_t> ends{};  ///< of each word, in entries
};

bool is_word(const std::string& term) { return !term.empty() && (term[0] < 'A' || term[0] > 'Z'); }

/// `first` is the number of each segment's first record among all.
Matrix read_matrix(std::span<const Xapian::Database> segments, std::span<const std::size_t> first) {
  Xapian::Database all;
  for (const Xapian::Database& segment : segments) all.add_database(segment);
  Matrix matrix;
  matrix.records = all.get_doccount();
  const auto records = static_cast<double>(matrix.records);
  std::vector<double> squares(matrix.records);
  for (auto term = all.allterms_begin(); term != all.allterms_end(); ++term) {
    const std::string text = *term;
    const Xapian::doccount frequency = is_word(text) ? term.get_termfreq() : 0;
    if (frequency < 2 || frequency > matrix.records / 2) continue;
    if (matrix.entries.size() + frequency > most_postings) return {};
    const double idf = std::log(records / frequency);
    for (auto posting = all.postlist_begin(text); posting != all.postlist_end(text); ++posting) {
      const std::size_t segment = (*posting - 1) % segments.size();
      const std::size_t record = first[segment] + (*posting - 1) / segments.size();
      const double value = std::log1p(posting.get_wdf() / schema::wdf_scale) * idf;
      matrix.entries.push_back({static_cast<std::uint32_t>(record), static_cast<float>(value)});
      squares[record] += value * value;
    }
    matrix.ends.push_back(matrix.entries.size());
  }
  for (Matrix::Entry& entry : matrix.entries)
    entry.value /= static_cast<float>(std::sqrt(squares[entry.record]));
  return matrix;
}

/// Numbers around 0 without a pattern, the same every time.
class Noise {
 public:
  float next() {  // xorshift64*
    state_ ^= state_ >> 12U;
    state_ ^= state_ << 25U;
    state_ ^= state_ >> 27U;
    return static_cast<float>(
        static_cast<double>(static_cast<std::int64_t>(state_ * 0x2545F4914F6CDD1DULL)) /
        9223372036854775808.0);
  }

 private:
  std::uint64_t state_ = 88172645463325252ULL;
};

/// The matrix times a row of noise for each word.
std::vector<Row> sketch(const Matrix& matrix) {
  std::vector<Row> rows(matrix.records, Row{});
  Noise noise;
  std::size_t at = 0;
  for (const std::size_t end : matrix.ends) {
    Row random{};
    for (float& value : random) value = noise.next();
    for (; at < end; ++at) {
      const auto [record, value] = matrix.entries[at];
      for (std::size_t i = 0; i < columns; ++i) rows[record][i] += value * random[i];
    }
  }
  return rows;
}

/// The matrix times its transpose times `rows`.
std::vector<Row> applied(const Matrix& matrix, const std::vector<Row>& rows) {
  std::vector<Row> result(rows.size(), Row{});
  std::size_t begin = 0;
  for (const std::size_t end : matrix.ends) {
    Row word{};
    for (std::size_t at = begin; at < end; ++at) {
      const auto [record, value] = matrix.entries[at];
      for (std::size_t i = 0; i < columns; ++i) word[i] += value * rows[record][i];
    }
    for (std::size_t at = begin; at < end; ++at) {
      const auto [record, value] = matrix.entries[at];
      for (std::size_t i = 0; i < columns; ++i) result[record][i] += value * word[i];
    }
    begin = end;
  }
  return result;
}

Square products(const std::vector<Row>& one, const std::vector<Row>& other) {
  Square sums{};
  for (std::size_t r = 0; r < one.size(); ++r) {
    for (std::size_t i = 0; i < columns; ++i) {
      const auto left = static_cast<double>(one[r][i]);
      for (std::size_t j = 0; j < columns; ++j)
        sums[i][j] += left * static_cast<double>(other[r][j]);
    }
  }
  return sums;
}

/// Eigenvalues of a symmetric matrix, the largest first, and the vectors that belong to them,
/// vectors[k][i]. Jacobi's method.
struct Eigen {
  std::array<double, columns> values{};
  Square vectors{};
};
Eigen eigen_of(Square matrix) {
  constexpr int most_sweeps = 30;
  constexpr double least = 1e-12;
  Square vectors{};
  for (std::size_t i = 0; i < columns; ++i) vectors[i][i] = 1;
  for (int sweep = 0; sweep < most_sweeps; ++sweep) {
    double beside = 0;
    double trace = 0;
    for (std::size_t i = 0; i < columns; ++i) {
      trace += std::abs(matrix[i][i]);
      for (std::size_t j = i + 1; j < columns; ++j) beside += std::abs(matrix[i][j]);
    }
    if (beside <= least * trace) break;
    for (std::size_t p = 0; p < columns; ++p) {
      for (std::size_t q = p + 1; q < columns; ++q) {
        if (std::abs(matrix[p][q]) <= least * least * trace) continue;
        const double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        const double t = (theta >= 0 ? 1 : -1) / (std::abs(theta) + std::sqrt(theta * theta + 1));
        const double c = 1 / std::sqrt(t * t + 1);
        const double s = t * c;
        for (std::size_t i = 0; i < columns; ++i) {
          const double left = matrix[i][p];
          const double right = matrix[i][q];
          matrix[i][p] = c * left - s * right;
          matrix[i][q] = s * left + c * right;
        }
        for (std::size_t i = 0; i < columns; ++i) {
          const double left = matrix[p][i];
          const double right = matrix[q][i];
          matrix[p][i] = c * left - s * right;
          matrix[q][i] = s * left + c * right;
          const double one = vectors[p][i];
          const double other = vectors[q][i];
          vectors[p][i] = c * one - s * other;
          vectors[q][i] = s * one + c * other;
        }
      }
    }
  }
  std::array<std::size_t, columns> order{};
  for (std::size_t i = 0; i < columns; ++i) order[i] = i;
  std::ranges::stable_sort(
      order, [&](std::size_t a, std::size_t b) { return matrix[a][a] > matrix[b][b]; });
  Eigen eigen;
  for (std::size_t i = 0; i < columns; ++i) {
    eigen.values[i] = matrix[order[i]][order[i]];
    eigen.vectors[i] = vectors[order[i]];
  }
  return eigen;
}

/// Each row times the vectors, each of them times its factor.
void turn(std::vector<Row>& rows, const Square& vectors,
          const std::array<double, columns>& factors) {
  for (Row& row : rows) {
    Row turned{};
    for (std::size_t k = 0; k < columns; ++k) {
      double sum = 0;
      for (std::size_t i = 0; i < columns; ++i) sum += static_cast<double>(row[i]) * vectors[k][i];
      turned[k] = static_cast<float>(sum * factors[k]);
    }
    row = turned;
  }
}

/// Makes the columns orthogonal and of length 1; those that the others give anyhow become 0.
void make_orthonormal(std::vector<Row>& rows) {
  constexpr double least = 1e-9;
  const Eigen eigen = eigen_of(products(rows, rows));
  std::array<double, columns> factors{};
  for (std::size_t i = 0; i < columns; ++i) {
    if (eigen.values[i] > least * eigen.values[0] && eigen.values[0] > 0)
      factors[i] = 1 / std::sqrt(eigen.values[i]);
  }
  turn(rows, eigen.vectors, factors);
}

}  // namespace

Subjects find_subjects(std::span<const Xapian::Database> segments) {
  std::vector<std::size_t> first;
  std::size_t records = 0;
  for (const Xapian::Database& segment : segments) {
    first.push_back(records);
    records += segment.get_doccount();
  }
  if (records < fewest_records || records > most_records) return {};
  const Matrix matrix = read_matrix(segments, first);
  if (matrix.entries.empty()) return {};
  std::vector<Row> rows = sketch(matrix);
  for (int i = 0; i < power_iterations; ++i) {
    make_orthonormal(rows);
    rows = applied(matrix, rows);
  }
  make_orthonormal(rows);
  const Eigen eigen = eigen_of(products(rows, applied(matrix, rows)));
  // What is left where there are fewer matters than dimensions is rounding.
  constexpr double least = 1e-3;
  std::array<double, columns> masses{};
  std::array<double, columns> lengths{};
  for (std::size_t i = 0; i < columns; ++i) {
    if (eigen.values[i] > least * eigen.values[0]) masses[i] = eigen.values[i];
    lengths[i] = std::sqrt(masses[i]);
  }
  turn(rows, eigen.vectors, lengths);

  constexpr float largest = 127;
  Subjects subjects;
  subjects.dimensions = dimensions;
  for (std::size_t i = 0; i < dimensions; ++i) {
    float farthest = 0;
    for (const Row& row : rows) farthest = std::max(farthest, std::abs(row[i]));
    subjects.steps.push_back(farthest / largest);
    subjects.masses.push_back(static_cast<float>(masses[i]));
  }
  for (std::size_t segment = 0; segment < segments.size(); ++segment) {
    std::string& places = subjects.places.emplace_back();
    const std::size_t end = first[segment] + segments[segment].get_doccount();
    for (std::size_t r = first[segment]; r < end; ++r) {
      for (std::size_t i = 0; i < dimensions; ++i) {
        const float step = subjects.steps[i];
        const long place = step > 0 ? std::lround(rows[r][i] / step) : 0;
        places += static_cast<char>(static_cast<std::int8_t>(place));
      }
    }
  }
  return subjects;
}

}  // namespace answers
