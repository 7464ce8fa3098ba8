#include "indexer/analysis/postings.h"

#include "indexer/analysis/field_weights.h"
#include "indexer/schema.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

namespace answers {
namespace {

/// To the nearest power of 2^(1/4): 19 % apart.
double rounded(std::uint64_t total, std::uint64_t records) {
  if (total == 0 || records == 0) return 1;
  const double average = static_cast<double>(total) / static_cast<double>(records);
  return std::exp2(std::round(std::log2(average) * 4) / 4);
}

/// What a piece of a word ("java" of JavaScript) counts beside a word of its own.
constexpr double piece_share = 0.5;

/// And a word in a fence of code beside one of the text: whoever asks for "weight init" does not
/// look for `__init__`.
constexpr double fence_share = 0.5;

std::uint64_t beginning_of(std::string_view term) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < 8; ++i)
    bytes = bytes << 8 | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0U);
  return bytes;
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

void PostingMaker::add_field(std::string_view text, std::string_view language, double weight,
                             std::vector<Token>* tokens) {
  if (tokens != nullptr) tokens->clear();
  if (text.size() > longest_kept) tokens = nullptr;
  const auto whole = static_cast<float>(weight);
  const auto piece = static_cast<float>(weight * piece_share);
  analyser_.analyse(text, language, [&](const Token& token) {
    if (tokens != nullptr) tokens->push_back(token);
    if (token.id == Analyser::no_id) return;
    if (token.id >= sums_.size()) sums_.resize(token.id * 2 + 1024);
    float& sum = sums_[token.id];
    if (sum == 0) terms_.push_back({beginning_of(token.term), token.id, token.term});
    const float share = token.in_fence ? static_cast<float>(fence_share) : 1.0F;
    sum += share * (token.kind == Token::Kind::piece ? piece : whole);
  });
}

void PostingMaker::note_words() {
  analyser_.for_each_stemmed(
      [this](std::string_view word, std::string_view term) { words_.emplace_back(word, term); });
  analyser_.forget();
}

std::vector<std::pair<std::string, std::string>> PostingMaker::take_words() {
  note_words();
  std::ranges::sort(words_);
  words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
  return std::exchange(words_, {});
}

std::span<const Posting> PostingMaker::postings(const Record& record) {
  using schema::answer_field;
  using schema::question_field;
  if (analyser_.remembered() > Analyser::capacity / 2) note_words();
  terms_.clear();
  add_field(record.question, record.language,
            question_field.weight /
                norm(question_field.length_share, record.question.size(), averages_.question),
            &tokens_.question);
  add_field(
      record.answer, record.language,
      answer_field.weight / norm(answer_field.length_share, record.answer.size(), averages_.answer),
      &tokens_.answer);
  add_field(record.body, record.language,
            body_weight / norm(answer_field.length_share, record.body.size(), averages_.answer),
            &tokens_.body);
  for (const auto& name : record.section) add_field(name, record.language, name_weight);
  for (const auto& name : record.tags) add_field(name, record.language, name_weight);
  add_field(record.source, record.language, name_weight);
  std::ranges::sort(terms_, [](const Sum& one, const Sum& other) {
    return one.beginning != other.beginning ? one.beginning < other.beginning
                                            : one.term < other.term;
  });
  const double scale = schema::wdf_scale *
                       (record.question.empty() ? schema::k1 / schema::k1_without_question : 1.0);
  if (postings_.size() < terms_.size()) postings_.resize(terms_.size());
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    const auto wdf = static_cast<Xapian::termcount>(
        std::lround(scale * static_cast<double>(std::exchange(sums_[terms_[i].id], 0.0F))));
    postings_[i].term = terms_[i].term;
    postings_[i].wdf = std::max<Xapian::termcount>(1, wdf);
  }
  return std::span(postings_).first(terms_.size());
}

}  // namespace answers
