#include "indexer/building/subjects.h"

#include "indexer/schema.h"

#include <Eigen/Core>
#include <Eigen/Eigenvalues>
#include <Eigen/SparseCore>
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

namespace answers {
namespace {

constexpr int dimensions = 50;
constexpr int columns = 64;  // some more than are kept, as the method wants it
constexpr int power_iterations = 2;
constexpr Xapian::doccount fewest_records = 100;
constexpr std::size_t most_postings = 8'000'000;

/// Words by records.
using Sparse = Eigen::SparseMatrix<float, Eigen::RowMajor>;
/// A row for each record, or each word.
using Rows = Eigen::Matrix<float, Eigen::Dynamic, columns, Eigen::RowMajor>;
using Square = Eigen::Matrix<double, columns, columns>;
using Values = Eigen::Matrix<double, columns, 1>;

/// The matrix that find_subjects() speaks of; empty where it is too large. `first` is the number of
/// each segment's first record among all.
Sparse read_matrix(std::span<const Xapian::Database> segments, std::span<const std::size_t> first) {
  Xapian::Database all;
  for (const Xapian::Database& segment : segments) all.add_database(segment);
  const std::size_t records = all.get_doccount();
  std::vector<int> begins{0};  // of each word, in what follows
  std::vector<int> of_records;
  std::vector<float> values;
  std::vector<double> squares(records);
  for (auto term = all.allterms_begin(); term != all.allterms_end(); ++term) {
    const std::string text = *term;
    const Xapian::doccount frequency = is_subject_word(text) ? term.get_termfreq() : 0;
    if (frequency < 2 || frequency > records / 2) continue;
    if (values.size() + frequency > most_postings) return {};
    const double idf = std::log(static_cast<double>(records) / frequency);
    for (std::size_t i = 0; i < segments.size(); ++i) {
      for (auto posting = segments[i].postlist_begin(text);
           posting != segments[i].postlist_end(text); ++posting) {
        const std::size_t record = first[i] + *posting - 1;
        const double value = std::log1p(posting.get_wdf() / schema::wdf_scale) * idf;
        of_records.push_back(static_cast<int>(record));
        values.push_back(static_cast<float>(value));
        squares[record] += value * value;
      }
    }
    begins.push_back(static_cast<int>(values.size()));
  }
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] /= static_cast<float>(std::sqrt(squares[static_cast<std::size_t>(of_records[i])]));
  return Eigen::Map<const Sparse>(
      static_cast<Eigen::Index>(begins.size() - 1), static_cast<Eigen::Index>(records),
      static_cast<Eigen::Index>(values.size()), begins.data(), of_records.data(), values.data());
}

/// Numbers around 0 without a pattern, the same every time.
Rows noise(Eigen::Index rows) {
  std::mt19937 engine;  // NOLINT(bugprone-random-generator-seed): whose numbers the standard fixes
  constexpr float half = 2147483648.0F;
  return Rows::NullaryExpr(rows, columns,
                           [&] { return static_cast<float>(engine()) / half - 1.0F; });
}

/// The matrix's transpose times it times `rows`.
Rows applied(const Sparse& matrix, const Rows& rows) {
  const Rows words = matrix * rows;
  return matrix.transpose() * words;
}

Square products(const Rows& one, const Rows& other) {
  return one.cast<double>().transpose() * other.cast<double>();
}

/// Its lower half alone, which is all that is looked at.
Square products(const Rows& rows) {
  Square lower = Square::Zero();
  lower.selfadjointView<Eigen::Lower>().rankUpdate(rows.cast<double>().transpose());
  return lower;
}

/// Eigenvalues of a symmetric matrix, the largest first, and the vectors that belong to them.
struct Eigensystem {
  Values values{};
  Square vectors{};  ///< a column each
};
Eigensystem eigensystem_of(const Square& matrix) {
  const Eigen::SelfAdjointEigenSolver<Square> solver(matrix);
  return {solver.eigenvalues().reverse(), solver.eigenvectors().rowwise().reverse()};
}

/// Each row in the directions of the vectors, each of them times its factor.
void turn(Rows& rows, const Square& vectors, const Values& factors) {
  rows = (rows.cast<double>() * vectors * factors.asDiagonal()).cast<float>();
}

/// Makes the columns orthogonal and of length 1; those that the others give anyhow become 0.
void make_orthonormal(Rows& rows) {
  constexpr double least = 1e-9;
  const Eigensystem system = eigensystem_of(products(rows));
  Values factors = Values::Zero();
  for (Eigen::Index i = 0; i < columns; ++i) {
    if (system.values[0] > 0 && system.values[i] > least * system.values[0])
      factors[i] = 1 / std::sqrt(system.values[i]);
  }
  turn(rows, system.vectors, factors);
}

}  // namespace

bool is_subject_word(const std::string& term) {
  return !term.empty() && (term[0] < 'A' || term[0] > 'Z');
}

Subjects find_subjects(std::span<const Xapian::Database> segments) {
  std::vector<std::size_t> first;
  std::size_t records = 0;
  for (const Xapian::Database& segment : segments) {
    first.push_back(records);
    records += segment.get_doccount();
  }
  if (records < fewest_records || records > most_records_with_subjects) return {};
  const Sparse matrix = read_matrix(segments, first);
  if (matrix.nonZeros() == 0) return {};
  Rows rows = matrix.transpose() * noise(matrix.rows());
  for (int i = 0; i < power_iterations; ++i) {
    make_orthonormal(rows);
    rows = applied(matrix, rows);
  }
  make_orthonormal(rows);
  const Eigensystem system = eigensystem_of(products(rows, applied(matrix, rows)));
  // What is left where there are fewer matters than dimensions is rounding.
  constexpr double least = 1e-3;
  const Values masses =
      (system.values.array() > least * system.values[0]).select(system.values, 0.0);
  turn(rows, system.vectors, masses.cwiseSqrt());

  constexpr float largest = 127;
  Subjects subjects;
  subjects.dimensions = dimensions;
  for (Eigen::Index i = 0; i < dimensions; ++i) {
    subjects.steps.push_back(rows.col(i).cwiseAbs().maxCoeff() / largest);
    subjects.masses.push_back(static_cast<float>(masses[i]));
  }
  for (std::size_t segment = 0; segment < segments.size(); ++segment) {
    std::string& places = subjects.places.emplace_back();
    const std::size_t end = first[segment] + segments[segment].get_doccount();
    for (std::size_t r = first[segment]; r < end; ++r) {
      for (std::size_t i = 0; i < dimensions; ++i) {
        const float step = subjects.steps[i];
        const float at = rows(static_cast<Eigen::Index>(r), static_cast<Eigen::Index>(i));
        const long place = step > 0 ? std::lround(at / step) : 0;
        places += static_cast<char>(static_cast<std::int8_t>(place));
      }
    }
  }
  return subjects;
}

}  // namespace answers
