#include "searcher/ranking/explain.h"

#include "indexer/schema.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

namespace answers {
namespace {

/// The record with one of its searched fields alone. A question that is not looked at is still
/// there, since a record without one is weighed differently.
struct PartOfRecord {
  std::string_view name;
  void (*copy)(const Record& from, Record& to);
};
constexpr std::array<PartOfRecord, 6> parts = {{
    {"question", [](const Record& from, Record& to) { to.question = from.question; }},
    {"body", [](const Record& from, Record& to) { to.body = from.body; }},
    {"answer", [](const Record& from, Record& to) { to.answer = from.answer; }},
    {"section", [](const Record& from, Record& to) { to.section = from.section; }},
    {"tags", [](const Record& from, Record& to) { to.tags = from.tags; }},
    {"source", [](const Record& from, Record& to) { to.source = from.source; }},
}};

std::map<std::string, double> frequencies(PostingMaker& maker, const Record& record) {
  std::map<std::string, double> wdf_of;
  for (const Posting& posting : maker.postings(record)) wdf_of[posting.term] = posting.wdf;
  return wdf_of;
}

}  // namespace

Explainer::Explainer(const Query& query, const Index& index)
    : query_(query), index_(index), maker_(AverageLengths::from_string(index.averages())) {}

ExplainedQuery Explainer::query() const {
  ExplainedQuery explained;
  for (const QueryWord& word : query_.words) {
    ExplainedQuery::Word& one = explained.words.emplace_back();
    one.text = word.text;
    one.weight = word.weight;
    one.information = word.information;
    one.is_ranked_by = word.is_ranked_by;
    for (const WordForm& form : word.forms) {
      one.forms.push_back({.term = form.term,
                           .origin = name_of(form.origin),
                           .share = form.share,
                           .records = static_cast<std::size_t>(index_.frequency(form.term))});
    }
    for (const LongForm& form : word.long_forms) {
      double most = index_.records();
      for (const auto& term : form.terms) most = std::min(most, index_.frequency(term));
      one.forms.push_back({.term = form.text,
                           .origin = name_of(WordForm::Origin::acronym),
                           .share = form.share,
                           .records = static_cast<std::size_t>(most)});
    }
  }
  return explained;
}

Explanation Explainer::explain(const ScoredRecord& scored) {
  Explanation explanation;
  explanation.score = scored.score;
  explanation.first = scored.first;
  explanation.first_rank = scored.first_rank;

  const auto whole = frequencies(maker_, scored.record);
  std::array<std::map<std::string, double>, parts.size()> of_part;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Record part;
    part.language = scored.record.language;
    if (!scored.record.question.empty())
      part.question.assign(1, ' ');  // = " " makes g++ 12 warn at -O2
    parts[i].copy(scored.record, part);
    of_part[i] = frequencies(maker_, part);
  }
  double of_words = 0;
  for (const QueryWord& word : query_.words) {
    if (!word.is_ranked_by) continue;
    Explanation::Word given{.text = word.text};
    if (!word.forms.empty()) given.form = word.forms.front().term;
    std::array<double, parts.size()> of_field{};
    // See Parser::matching(): what Xapian adds up is mass × share × saturation.
    const auto add = [&](const std::string& term, double most) {
      const double wdf = whole.at(term);
      const double score = most * wdf / (wdf + schema::k1 * schema::wdf_scale);
      given.score += score;
      std::array<double, parts.size()> frequency{};
      double all = 0;
      for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto part = of_part[i].find(term);
        if (part != of_part[i].end()) frequency[i] = part->second;
        all += frequency[i];
      }
      for (std::size_t i = 0; i < parts.size() && all > 0; ++i)
        of_field[i] += score * frequency[i] / all;
    };
    for (const WordForm& form : word.forms) {
      if (!whole.contains(form.term)) continue;
      given.terms.push_back(form.term);
      add(form.term, word.weight * form.share * std::min(word.information, form.information));
    }
    for (const LongForm& form : word.long_forms) {
      const bool has_all = std::ranges::all_of(
          form.terms, [&whole](const auto& term) { return whole.contains(term); });
      if (!has_all) continue;
      given.terms.push_back(form.text);
      for (const auto& term : form.terms) {
        add(term,
            word.weight * form.share * word.information / static_cast<double>(form.terms.size()));
      }
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (of_field[i] > 0) given.fields.push_back({parts[i].name, of_field[i]});
    }
    of_words += given.score;
    explanation.words.push_back(std::move(given));
  }
  double of_evidence = 0;
  for (const EvidenceFeature& feature : evidence_features()) {
    const double value = feature.value(scored.evidence);
    const double score = query_.mass * feature.weight * value;
    of_evidence += score;
    explanation.evidence.push_back({feature.name, feature.describes, value, feature.weight, score});
  }
  explanation.from_others = scored.score - of_words - of_evidence;
  return explanation;
}

}  // namespace answers
