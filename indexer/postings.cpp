#include "indexer/postings.h"

#include "indexer/schema.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace answers {
namespace {

/// To the nearest power of 2^(1/4): 19 % apart.
double rounded(std::uint64_t total, std::uint64_t records) {
  if (total == 0 || records == 0) return 1;
  const double average = static_cast<double>(total) / static_cast<double>(records);
  return std::exp2(std::round(std::log2(average) * 4) / 4);
}

double norm(double length_share, std::size_t length, double average) {
  return 1 - length_share + length_share * static_cast<double>(length) / average;
}

}  // namespace

FieldLengths& FieldLengths::operator+=(const FieldLengths& other) {
  records += other.records;
  question += other.question;
  answer += other.answer;
  return *this;
}

FieldLengths lengths_of(const Record& record) {
  return {1, record.question.size(), record.answer.size()};
}

std::string AverageLengths::to_string() const {
  char text[64];
  std::snprintf(text, sizeof text, "%.17g %.17g", question, answer);
  return text;
}

AverageLengths AverageLengths::from_string(std::string_view text) {
  AverageLengths averages;
  std::sscanf(std::string(text).c_str(), "%lg %lg", &averages.question, &averages.answer);
  return averages;
}

AverageLengths rounded_averages(const FieldLengths& total) {
  return {rounded(total.question, total.records), rounded(total.answer, total.records)};
}

PostingMaker::PostingMaker(const AverageLengths& averages) : averages_(averages) {}

void PostingMaker::add_field(std::string_view text, std::string_view language, double weight) {
  analyser_.analyse(text, language,
                    [&](const Token& token) { sums_[std::string(token.term)] += weight; });
}

std::span<const Posting> PostingMaker::postings(const Record& record) {
  using schema::answer_field;
  using schema::question_field;
  sums_.clear();
  add_field(record.question, record.language,
            question_field.weight /
                norm(question_field.length_share, record.question.size(), averages_.question));
  add_field(record.answer, record.language,
            answer_field.weight /
                norm(answer_field.length_share, record.answer.size(), averages_.answer));
  postings_.clear();
  const double scale = schema::wdf_scale *
                       (record.question.empty() ? schema::k1 / schema::k1_without_question : 1.0);
  for (const auto& [term, sum] : sums_) {
    const auto wdf = static_cast<Xapian::termcount>(std::lround(scale * sum));
    postings_.push_back({term, std::max<Xapian::termcount>(1, wdf)});
  }
  std::ranges::sort(postings_, {}, &Posting::term);
  return postings_;
}

}  // namespace answers
