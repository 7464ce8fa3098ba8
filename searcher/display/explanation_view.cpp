#include "searcher/display/explanation_view.h"

#include "corpus/values/json_text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <ostream>

namespace answers {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_forms = 6;
constexpr std::size_t widest_word = 24;
constexpr const char* others_part =
    "other answers to its question, or its place behind the first hundred";

/// Rounds numbers one after the other so that what is shown adds up to the rounded sum.
class RunningSum {
 public:
  double shown(double part) {
    const double before = std::round(sum_ * 100);
    sum_ += part;
    return (std::round(sum_ * 100) - before) / 100;
  }
  double total() const { return std::round(sum_ * 100) / 100; }

 private:
  double sum_ = 0;
};

/// "-0.00" is 0.
std::string two_decimals(double value) {
  return fmt::format("{:6.2f}", std::abs(value) < 0.005 ? 0.0 : value);
}

double six_decimals(double value) {
  const double rounded = std::round(value * 1e6) / 1e6;
  return rounded == 0 ? 0 : rounded;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  return fmt::format("{}", fmt::join(parts, between));
}

}  // namespace

std::vector<StyledText> explained_query_lines(const ExplainedQuery& query, std::size_t columns) {
  std::vector<StyledText> lines;
  std::size_t width = 0;
  for (const auto& word : query.words)
    width = std::max(width, display_width(printable_line(word.text)));
  width = std::min(width, widest_word);
  for (const auto& word : query.words) {
    StyledText line;
    const std::string text = printable_line(word.text);
    line.append(text, bold);
    line.append(std::string(width - std::min(width, display_width(text)) + 2, ' '));
    if (word.forms.empty()) {
      lines.push_back(cut(line.append("left out: the rarest words tell more", dim), columns));
      continue;
    }
    const std::size_t records = word.forms.front().records;
    std::string told = fmt::format("in {} record{}, worth {:.2f}", records, records == 1 ? "" : "s",
                                   word.weight * word.information);
    if (word.weight < 0.995)
      told += fmt::format(" ({:.2f} × {:.2f})", word.weight, word.information);
    if (!word.is_ranked_by) told += ", looked at in the second stage alone";
    std::vector<std::string> others;
    for (std::size_t i = 1; i < word.forms.size() && i <= most_forms; ++i) {
      const auto& form = word.forms[i];
      others.push_back(fmt::format("{} ({}{})", printable_line(form.term), form.origin,
                                   form.share < 1 ? fmt::format(" × {:.2f}", form.share) : ""));
    }
    if (word.forms.size() > most_forms + 1)
      others.push_back(fmt::format("{} more", word.forms.size() - most_forms - 1));
    if (!others.empty()) told += "; also " + joined(others, ", ");
    bool first = true;
    for (const StyledText& part :
         wrap(StyledText().append(told, dim), columns > width + 22 ? columns - width - 2 : 20)) {
      StyledText whole;
      if (first) {
        whole = line;
      } else {
        whole.append(std::string(width + 2, ' '));
      }
      lines.push_back(cut(whole.append(part), columns));
      first = false;
    }
  }
  return lines;
}

std::vector<StyledText> explanation_lines(const Hit& hit, std::size_t columns) {
  std::vector<StyledText> lines;
  const Explanation& explained = *hit.explanation;
  std::string head = fmt::format("score {:.2f}", explained.score);
  head += fmt::format(" · covers {:.0f} % of the query", hit.coverage * 100);
  if (explained.first_rank > 0 && explained.first_rank != hit.rank)
    head += fmt::format(" · by its words alone at rank {}", explained.first_rank);
  lines.push_back(cut(StyledText().append(head, bold), columns));

  RunningSum sum;
  const auto add = [&](double shown, const std::string& what, std::string_view detail) {
    if (std::abs(shown) < 0.005) return;
    StyledText line;
    line.append(two_decimals(shown) + "  ").append(what).append(detail, dim);
    lines.push_back(cut(line, columns));
  };
  auto words = explained.words;
  std::ranges::stable_sort(words, std::ranges::greater(), &Explanation::Word::score);
  for (const auto& word : words) {
    std::vector<std::string> fields;
    double of_word = 0;
    for (const auto& [name, score] : word.fields) {
      const double of_field = sum.shown(score);
      of_word += of_field;
      fields.push_back(fmt::format("{} {:.2f}", name, of_field));
    }
    std::string detail = fields.empty() ? "" : "  " + joined(fields, ", ");
    if (!word.terms.empty() && word.terms.front() != word.form)
      detail += "  as " + printable_line(joined(word.terms, ", "));
    add(of_word, printable_line(word.text), detail);
  }
  auto features = explained.evidence;
  std::ranges::stable_sort(features, std::ranges::greater(), &Explanation::Feature::score);
  for (const auto& feature : features)
    add(sum.shown(feature.score), std::string(feature.describes),
        feature.value > 0 && feature.value < 0.995 ? fmt::format("  {:.0f} %", feature.value * 100)
                                                   : "");
  add(sum.shown(explained.from_others), others_part, "");
  return lines;
}

Json explained_query_json(const ExplainedQuery& query) {
  Json words = Json::array();
  for (const auto& word : query.words) {
    Json forms = Json::array();
    for (const auto& form : word.forms) {
      forms.push_back({{"term", form.term},
                       {"origin", form.origin},
                       {"share", six_decimals(form.share)},
                       {"records", form.records}});
    }
    words.push_back({{"text", word.text},
                     {"weight", six_decimals(word.weight)},
                     {"information", six_decimals(word.information)},
                     {"first_stage", word.is_ranked_by},
                     {"forms", std::move(forms)}});
  }
  return {{"words", std::move(words)}};
}

Json explanation_json(const Explanation& explanation) {
  Json words = Json::array();
  for (const auto& word : explanation.words) {
    Json fields = Json::object();
    for (const auto& [name, score] : word.fields) fields[std::string(name)] = six_decimals(score);
    words.push_back({{"text", word.text},
                     {"terms", word.terms},
                     {"score", six_decimals(word.score)},
                     {"fields", std::move(fields)}});
  }
  Json evidence = Json::array();
  for (const auto& feature : explanation.evidence) {
    evidence.push_back({{"name", feature.name},
                        {"value", six_decimals(feature.value)},
                        {"weight", six_decimals(feature.weight)},
                        {"score", six_decimals(feature.score)}});
  }
  return {{"score", six_decimals(explanation.score)},
          {"first_stage", six_decimals(explanation.first)},
          {"first_stage_rank",
           explanation.first_rank == 0 ? Json(nullptr) : Json(explanation.first_rank)},
          {"words", std::move(words)},
          {"evidence", std::move(evidence)},
          {"others", six_decimals(explanation.from_others)}};
}

std::vector<ScoreDifference> score_differences(const Hit& first, const Hit& other) {
  std::vector<ScoreDifference> parts;
  std::map<std::string, std::size_t> number_of;
  const auto add = [&](const std::string& part, double ScoreDifference::*side, double score) {
    const auto [place, is_new] = number_of.try_emplace(part, parts.size());
    if (is_new) parts.push_back({.part = part});
    parts[place->second].*side += score;
  };
  const auto add_hit = [&](const Explanation& explained, double ScoreDifference::*side) {
    for (const auto& word : explained.words) {
      for (const auto& [field, score] : word.fields)
        add(fmt::format("{} in {} {}", word.text, field == "tags" ? "its" : "the", field), side,
            score);
    }
    for (const auto& feature : explained.evidence)
      add(std::string(feature.describes), side, feature.score);
    add(others_part, side, explained.from_others);
  };
  add_hit(*first.explanation, &ScoreDifference::first);
  add_hit(*other.explanation, &ScoreDifference::other);
  std::ranges::stable_sort(parts, std::ranges::greater(),
                           [](const ScoreDifference& part) { return std::abs(part.difference()); });
  return parts;
}

void print_comparison(const Hit& first, const Hit& other, const PrintOptions& options,
                      std::ostream& out) {
  const auto parts = score_differences(first, other);
  if (options.format == Format::json || options.format == Format::jsonl) {
    const auto hit_json = [](const Hit& hit) {
      return Json{{"rank", hit.rank},
                  {"id", hit.record.id},
                  {"question", hit.record.question},
                  {"score", six_decimals(hit.score)}};
    };
    Json json = {{"schema", "answers.explain/1"},
                 {"first", hit_json(first)},
                 {"other", hit_json(other)},
                 {"differences", Json::array()}};
    for (const auto& part : parts) {
      json["differences"].push_back({{"part", part.part},
                                     {"first", six_decimals(part.first)},
                                     {"other", six_decimals(part.other)}});
    }
    out << json_text(json) << '\n';
    return;
  }
  const auto line = [&](const StyledText& text) {
    write(out, cut(text, options.terminal.columns), options.terminal);
    out << '\n';
  };
  for (const Hit* hit : {&first, &other}) {
    line(StyledText()
             .append(fmt::format("{:>2}  ", hit->rank))
             .append(hit->record.question, bold)
             .append(fmt::format("  {}", short_id(hit->record)), dim));
  }
  out << '\n';
  line(StyledText().append(fmt::format("  {:>6}  {:>6}  {:>6}", fmt::format("no. {}", first.rank),
                                       fmt::format("no. {}", other.rank), "more"),
                           dim));
  RunningSum of_first;
  RunningSum of_other;
  for (const auto& part : parts) {
    const double one = of_first.shown(part.first);
    const double two = of_other.shown(part.other);
    if (one == 0 && two == 0) continue;
    line(StyledText().append(fmt::format("  {}  {}  {}  {}", two_decimals(one), two_decimals(two),
                                         two_decimals(one - two), printable_line(part.part))));
  }
  line(StyledText().append(
      fmt::format("  {}  {}  {}  in all", two_decimals(first.score), two_decimals(other.score),
                  two_decimals(of_first.total() - of_other.total())),
      bold));
}

}  // namespace answers
