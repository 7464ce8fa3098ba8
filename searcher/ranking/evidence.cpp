#include "searcher/ranking/evidence.h"

#include "searcher/query/everyday_words.h"
#include "searcher/query/thesaurus.h"
#include "searcher/ranking/little_covered.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>
#include <unordered_set>
#include <utility>

namespace answers {
namespace {

constexpr std::size_t most_bytes = EvidenceReader::most_bytes;
constexpr std::uint32_t near = 4;             // words between neighbours of the query
constexpr double early_words = 50;            // after so many, a word of the answer is early to 1/e
constexpr std::size_t few_words = 4;          // of a query that is short, function words left out
constexpr float named_and_asked = 0.6F;       // what a name counts that says what the question says
constexpr double least_exact = 0.95;          // of the query that the same question covers
constexpr std::size_t most_neighbours = 128;  // of a pasted text as a query

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lowered;
}

bool contains_word(std::string_view text, std::string_view words) {
  return (' ' + std::string(text) + ' ').find(' ' + std::string(words) + ' ') != std::string::npos;
}

/// Whether a question is worded as one, and not as a heading.
bool is_worded_as_question(std::string_view question) {
  if (question.find('?') != question.npos) return true;
  static const std::unordered_set<std::string> beginnings = {
      "what",   "which", "who",  "whom", "whose", "when", "where", "why", "how",
      "is",     "are",   "was",  "were", "do",    "does", "did",   "can", "could",
      "should", "would", "will", "may",  "must",  "has",  "have",  "am"};
  return beginnings.contains(lower(question.substr(0, question.find_first_of(" '"))));
}

/// Sorts ids of an analyser's terms, a few hundred, digit by digit.
void sort_ids(std::vector<std::uint32_t>& ids) {
  constexpr unsigned bits = 9;
  constexpr std::size_t digits = std::size_t{1} << bits;
  static_assert(Analyser::capacity <= digits * digits);
  constexpr std::size_t few = 128;  // are compared as quickly
  if (ids.size() < few) {
    std::ranges::sort(ids);
    return;
  }
  std::array<std::uint32_t, digits> low{};
  std::array<std::uint32_t, digits> high{};
  for (const std::uint32_t id : ids) {
    ++low[id % digits];
    ++high[id >> bits];
  }
  std::exclusive_scan(low.begin(), low.end(), low.begin(), 0U);
  std::exclusive_scan(high.begin(), high.end(), high.begin(), 0U);
  std::vector<std::uint32_t> by_low(ids.size());
  for (const std::uint32_t id : ids) by_low[low[id % digits]++] = id;
  for (const std::uint32_t id : by_low) ids[high[id >> bits]++] = id;
}

}  // namespace

std::span<const EvidenceFeature> evidence_features() {
  // By coordinate ascent over eleven judged sets at once, then rounded, which costs nothing. What
  // each is worth, and what is left when a set is held out: tests/relevance/ranking.md.
  static constexpr EvidenceFeature features[] = {
      {"near-in-question", "neighbours in the query stand near each other in the question", 0.15,
       [](const Evidence& e) { return e.near_in_question; }},
      {"order-in-answer", "neighbours in the query follow each other in the answer", 0.05,
       [](const Evidence& e) { return e.order_in_answer; }},
      {"unit", "one sentence or item of the answer has much of the query", 0.1,
       [](const Evidence& e) { return e.unit; }},
      {"whole", "it has all of the few words of the query", 0.15,
       [](const Evidence& e) { return e.whole; }},
      {"early", "the answer begins with the words of the query", 0.2,
       [](const Evidence& e) { return e.early; }},
      {"as-typed", "words in the very form that was typed", 0.15,
       [](const Evidence& e) { return e.as_typed; }},
      {"order-in-question", "the question has the words in the order of the query", 0.1,
       [](const Evidence& e) { return e.order_in_question; }},
      {"asked", "the query is a question, and the question has its words", 0.25,
       [](const Evidence& e) { return e.asked; }},
      {"all-in-question", "the question has all that is asked for", 0.1,
       [](const Evidence& e) { return e.all_in_question; }},
      {"named", "its topic, its tags or its source have words of the query", 0.35,
       [](const Evidence& e) { return e.named; }},
      {"both-sides", "it has both of the things that are compared", 0.5,
       [](const Evidence& e) { return e.both_sides; }},
      {"compares", "it goes before records of one of the things that are compared", 1,
       [](const Evidence& e) { return e.compares; }},
      {"right-kind", "a sentence has the date, number or name that is asked for", 0.15,
       [](const Evidence& e) { return e.right_kind; }},
      {"exact", "the question says what the query says, and nothing else", 0.4,
       [](const Evidence& e) { return e.is_exact ? 1.0 : 0.0; }},
      {"is-question", "it is worded as a question", -0.04,
       [](const Evidence& e) { return e.is_question ? 1.0 : 0.0; }},
      {"related", "it has relatives of words that it lacks", 0.3,
       [](const Evidence& e) { return e.related; }},
      {"resemblance", "the question looks like the query, letter by letter", 0.4,
       [](const Evidence& e) { return e.resemblance; }},
      {"subject", "it is about what the words of the query are about", 0.1,
       [](const Evidence& e) { return e.subject; }},
      {"company", "it is about what the best hits are about", 0.05,
       [](const Evidence& e) { return e.company; }},
      {"agreement", "it resembles the best hits", 0.4,
       [](const Evidence& e) { return e.agreement; }},
  };
  return features;
}

double Evidence::sum() const {
  double sum = 0;
  for (const EvidenceFeature& feature : evidence_features())
    sum += feature.weight * feature.value(*this);
  return sum;
}

EvidenceReader::EvidenceReader(const Query& query, Analyser& analyser, WordbookTerms& terms)
    : query_(query), analyser_(analyser), wordbook_terms_(terms) {
  for (std::uint32_t i = 0; i < query.words.size(); ++i) {
    for (const WordForm& form : query.words[i].forms) {
      const auto [found, is_new] =
          forms_.try_emplace(form.term, Form{i, static_cast<float>(form.share), 0});
      beginnings_.add(form.term);
      if (is_new) continue;
      Form& known = found->second;
      if (known.share < static_cast<float>(form.share)) {
        known = {i, static_cast<float>(form.share), 0};
      } else if (form.origin == WordForm::Origin::acronym ||
                 form.origin == WordForm::Origin::joined || form.origin == WordForm::Origin::own) {
        shared_.push_back({i, static_cast<float>(form.share), known.next});
        known.next = static_cast<std::uint32_t>(shared_.size());
      }
    }
  }
  forms_by_id_.resize(std::bit_ceil(forms_.size() * 4 + 1));
  const std::size_t mask = forms_by_id_.size() - 1;
  for (const auto& [term, form] : forms_) {
    const std::uint32_t id = analyser.id_of(term);
    if (id == Analyser::no_id) continue;
    std::size_t place = id & mask;
    while (forms_by_id_[place].form != nullptr) place = (place + 1) & mask;
    forms_by_id_[place] = {id, &form};
  }
  for (const QueryWord& word : query.words) {
    if (!word.is_function_word && !word.forms.empty())
      beginnings_of_relatives_.add(word.forms.front().term);
  }
  for (std::uint32_t i = 0; i < query.words.size(); ++i) {
    for (const LongForm& form : query.words[i].long_forms) {
      long_forms_.push_back({.word = i, .form = &form, .occurrence = {}});
      for (const std::string& term : form.terms) beginnings_.add(term);
    }
  }
  for (const std::uint32_t word : query.order) {
    if (!query.words[word].is_function_word && telling_.size() < most_neighbours)
      telling_.push_back(word);
  }
  for (std::size_t i = 1; i < telling_.size(); ++i) {
    if (telling_[i - 1] == telling_[i]) continue;
    const double mass =
        std::min(query.words[telling_[i - 1]].mass(), query.words[telling_[i]].mass());
    pairs_.push_back({telling_[i - 1], telling_[i], mass});
    pair_mass_ += mass;
  }
  is_question_ = is_worded_as_question(query.as_question);
  is_short_ = telling_.size() <= few_words;
  std::string words;
  for (const std::uint32_t word : query.order) words += query.words[word].folded + ' ';
  const auto begins = [&words](std::string_view with) { return words.starts_with(with); };
  const auto any_of = [&words](std::initializer_list<std::string_view> phrases) {
    return std::ranges::any_of(phrases, [&](auto phrase) { return contains_word(words, phrase); });
  };
  defines_ = query.defines || begins("what is ") || begins("what are ") || begins("whats ") ||
             any_of({"meaning of", "definition of"});
  wants_code_ = query.description.find_first_of("_(){}=<>`;$") != std::string::npos ||
                any_of({"code", "implement", "implementation", "snippet", "script", "syntax",
                        "program", "command", "regex", "sql", "write", "example"});
  if (begins("when ") || any_of({"what year", "which year", "what date", "which date"})) {
    asks_ = Asks::time;
  } else if (any_of({"how many", "how much", "how long", "how old", "how far", "how big",
                     "how tall", "how fast", "how high", "what percentage"})) {
    asks_ = Asks::number;
  } else if (begins("who ") || begins("whose ") || begins("where ") ||
             any_of({"what country", "which country", "what city", "which city"})) {
    asks_ = Asks::name;
  }
}

double EvidenceReader::proximity(const std::vector<Occurrence>& found, std::uint32_t distance,
                                 bool in_order) const {
  if (pair_mass_ <= 0) return 0;
  double mass = 0;
  for (const Pair& pair : pairs_) {
    float best = 0;
    for (std::size_t i = 0; i < found.size() && best < 1; ++i) {
      if (found[i].word != pair.first) continue;
      for (std::size_t j = i + 1;
           j < found.size() && found[j].position <= found[i].position + distance; ++j) {
        if (found[j].word == pair.second && found[j].position != found[i].position)
          best = std::max(best, std::min(found[i].share, found[j].share));
      }
      for (std::size_t j = i; !in_order && j-- > 0;) {
        if (found[j].position + distance < found[i].position) break;
        if (found[j].word == pair.second && found[j].position != found[i].position)
          best = std::max(best, std::min(found[i].share, found[j].share));
      }
    }
    mass += pair.mass * static_cast<double>(best);
  }
  return mass / pair_mass_;
}

double EvidenceReader::common_order(const std::vector<Occurrence>& found) const {
  double whole = 0;
  for (const std::uint32_t word : telling_) whole += query_.words[word].information;
  if (whole <= 0) return 0;
  // Longest common subsequence, each word counting its information.
  std::vector<double> row(telling_.size() + 1);
  std::size_t columns = 0;
  for (const Occurrence& one : found) {
    if (query_.words[one.word].is_function_word) continue;
    if (++columns > most_neighbours) break;
    double diagonal = 0;
    for (std::size_t i = 0; i < telling_.size(); ++i) {
      const double above = row[i + 1];
      row[i + 1] = telling_[i] == one.word ? diagonal + query_.words[one.word].information
                                           : std::max(row[i], row[i + 1]);
      diagonal = above;
    }
  }
  return row.back() / whole;
}

bool EvidenceReader::is_of_asked_kind(std::string_view sentence) const {
  if (asks_ == Asks::name) {
    for (std::size_t i = 2; i + 1 < sentence.size(); ++i) {
      const bool name_begins = sentence[i - 1] == ' ' && sentence[i] >= 'A' && sentence[i] <= 'Z' &&
                               sentence[i + 1] >= 'a' && sentence[i + 1] <= 'z';
      if (!name_begins) continue;
      std::size_t end = i;
      while (end < sentence.size() && ((sentence[end] | 0x20) >= 'a') &&
             ((sentence[end] | 0x20) <= 'z'))
        ++end;
      const std::string name = lower(sentence.substr(i, end - i));
      const bool asked_about = std::ranges::any_of(
          query_.words, [&](const QueryWord& word) { return word.folded == name; });
      if (!asked_about) return true;
      i = end;
    }
    return false;
  }
  std::size_t digits = 0;
  for (const char c : sentence) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    if (digits == (asks_ == Asks::time ? 4U : 1U)) return true;
  }
  return false;
}

/// Whether the question says what the query does not: then it is not the same question.
bool EvidenceReader::says_more(const Record& record) {
  const std::string_view question = std::string_view(record.question).substr(0, most_bytes);
  bool more = false;
  analyser_.analyse(question, record.language, [&](const Token& token) {
    if (more || token.kind == Token::Kind::tail || token.kind == Token::Kind::piece ||
        token.kind == Token::Kind::whole || form_of(token) != nullptr)
      return;
    const std::string word = fold(question.substr(token.begin, token.end - token.begin));
    more = word_weight(word, record.language) >= 0.5;
  });
  return more;
}

std::vector<std::string> EvidenceReader::lacking(const Evidence& evidence) const {
  constexpr double much = 0.2;  // of the query's information, for an everyday word
  std::vector<std::string> words;
  if (!is_short_) return words;
  const bool covers_little = evidence.coverage < little_covered;
  for (const std::uint32_t number : telling_) {
    const QueryWord& word = query_.words[number];
    const bool is_lacking = number < 64 && ((evidence.lacks >> number) & 1) != 0;
    const std::string& searched = word.taken_as.empty() ? word.text : word.taken_as;
    if (is_lacking && word.is_known && std::ranges::find(words, searched) == words.end() &&
        (is_compared(number) || (covers_little && word.mass() >= much * query_.mass) ||
         !std::isfinite(most_information(word.folded, query_.language))))
      words.push_back(searched);
  }
  return words;
}

double EvidenceReader::covered(std::span<const float> shares) const {
  double mass = 0;
  for (std::size_t i = 0; i < shares.size(); ++i)
    mass += query_.words[i].mass() * static_cast<double>(shares[i]);
  return mass / query_.mass;
}

bool EvidenceReader::has_all(std::span<const float> shares) const {
  return !telling_.empty() &&
         std::ranges::all_of(telling_, [&shares](std::uint32_t word) { return shares[word] > 0; });
}

Glance EvidenceReader::glance(const StoredRecord& stored) {
  const Record& record = stored.record;
  Glance glance;
  if (query_.mass <= 0) return glance;
  const std::size_t count = query_.words.size();
  Evidence& evidence = glance.evidence;
  glance.as_typed.resize(count);
  glance.words.stands_there.resize(count);
  glance.words.has_relative.resize(count);
  // A word takes a byte or two of the codes.
  glance.words.ids.reserve(stored.question.size() + stored.answer.size());
  const auto question = occurrences(
      {record.question, record.language, stored.wordbook, stored.question}, &glance.words);
  std::vector<float> in_question(count);
  for (const Occurrence& one : question) {
    in_question[one.word] = std::max(in_question[one.word], one.share);
    if (one.as_typed) glance.as_typed[one.word] = true;
  }
  evidence.question_coverage = covered(in_question);
  if (is_question_) evidence.asked = evidence.question_coverage;
  evidence.is_exact = evidence.question_coverage > least_exact && !says_more(record);
  glance.letters_beside = letters_beside(question);
  evidence.both_sides = 0.5 * of_both_sides(in_question, glance.letters_beside);
  evidence.is_question = is_worded_as_question(record.question);
  evidence.near_in_question = proximity(question, near, false);
  evidence.all_in_question = has_all(in_question) ? 1 : 0;
  evidence.order_in_question = common_order(question);

  std::vector<float> in_names(count);
  const auto note_name = [&](const std::string& name) {
    const auto [known, is_new] = in_names_.try_emplace(record.language + '\0' + name);
    if (is_new) known->second = occurrences(name, record.language);
    for (const Occurrence& one : known->second)
      in_names[one.word] = std::max(in_names[one.word], one.share);
  };
  std::ranges::for_each(record.section, note_name);
  std::ranges::for_each(record.tags, note_name);
  note_name(record.source);

  for (std::size_t i = 0; i < count; ++i) {
    const float in_name = in_names[i];
    if (in_question[i] > 0) in_names[i] *= named_and_asked;
    in_question[i] = std::max(in_question[i], in_name);
  }
  evidence.named = covered(in_names);
  glance.shares = std::move(in_question);
  return glance;
}

Look EvidenceReader::look(const StoredRecord& stored, Glance glance) {
  const Record& record = stored.record;
  const SourceText source{record.answer, record.language, stored.wordbook, stored.answer};
  Evidence& evidence = glance.evidence;
  if (query_.mass <= 0) return {evidence, occurrences(source, nullptr)};
  std::vector<std::size_t> unit_ends;
  std::vector<Occurrence> answer = occurrences(source, &glance.words, &unit_ends);
  const std::size_t count = query_.words.size();
  std::vector<float> at_beginning(count);
  const auto note = [&](const std::vector<Occurrence>& found) {
    for (const Occurrence& one : found)
      glance.shares[one.word] = std::max(glance.shares[one.word], one.share);
  };
  note(answer);
  for (const Occurrence& one : answer) {
    if (one.as_typed) glance.as_typed[one.word] = true;
    if (at_beginning[one.word] >= one.share) continue;
    const double fading = std::exp(-static_cast<double>(one.position) / early_words);
    at_beginning[one.word] =
        std::max(at_beginning[one.word], one.share * static_cast<float>(fading));
  }
  evidence.early = covered(at_beginning);
  evidence.order_in_answer = proximity(answer, 2, true);

  std::size_t next = 0;
  std::vector<float> in_unit(count);
  std::vector<std::uint32_t> touched;
  double best_of_kind = 0;
  std::vector<double> masses(unit_ends.size());
  for (std::size_t i = 0; i < unit_ends.size() && next < answer.size(); ++i) {
    double mass = 0;
    touched.clear();
    for (; next < answer.size() && answer[next].begin < unit_ends[i]; ++next) {
      const Occurrence& one = answer[next];
      if (in_unit[one.word] == 0) touched.push_back(one.word);
      if (one.share > in_unit[one.word]) {
        mass += query_.words[one.word].mass() * static_cast<double>(one.share - in_unit[one.word]);
        in_unit[one.word] = one.share;
      }
    }
    for (const std::uint32_t word : touched) in_unit[word] = 0;
    masses[i] = mass / query_.mass;
    evidence.unit = std::max(evidence.unit, masses[i]);
  }
  if (asks_ != Asks::anything && !answer.empty()) {
    const std::string text = source.whole();
    const std::vector<TextUnit> units = text_units(std::string_view(text).substr(0, most_bytes));
    for (std::size_t i = 0; i < units.size() && i < masses.size(); ++i) {
      if (masses[i] >= 0.5 * evidence.unit && masses[i] > best_of_kind &&
          is_of_asked_kind(
              std::string_view(text).substr(units[i].begin, units[i].end - units[i].begin)))
        best_of_kind = masses[i];
    }
  }
  evidence.right_kind = best_of_kind;

  double typed = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (glance.as_typed[i]) typed += query_.words[i].mass();
  }
  evidence.as_typed = typed / query_.mass;
  std::uint64_t beside = glance.letters_beside | letters_beside(answer);
  if (!record.body.empty() || !stored.body.empty()) {
    const auto body =
        occurrences({record.body, record.language, stored.wordbook, stored.body}, nullptr);
    note(body);
    beside |= letters_beside(body);
  }
  evidence.coverage = covered(glance.shares);
  if (is_short_) evidence.whole = evidence.coverage;
  evidence.both_sides += 0.5 * of_both_sides(glance.shares, beside);
  evidence.sides = of_each_side(glance.shares, beside);
  for (std::uint32_t i = 0; i < std::min<std::size_t>(count, 64); ++i) {
    const auto share = static_cast<double>(glance.shares[i]);
    if (share == 0 || (is_compared(i) && share < least_of_compared))
      evidence.lacks |= std::uint64_t{1} << i;
  }
  return {evidence, std::move(answer), std::move(glance.words)};
}

Reading EvidenceReader::read(WordsRead words) const {
  Reading reading;
  sort_ids(words.ids);
  reading.terms.reserve(words.ids.size());
  for (const std::uint32_t id : words.ids) {
    if (reading.terms.empty() || reading.terms.back().id != id) reading.terms.push_back({id, 0});
    ++reading.terms.back().times;
  }
  double mass = 0;
  for (std::size_t i = 0; i < words.has_relative.size(); ++i) {
    if (words.has_relative[i] && !words.stands_there[i]) mass += query_.words[i].mass();
  }
  if (query_.mass > 0) reading.related = mass / query_.mass;
  return reading;
}

Evidence EvidenceReader::most_evidence(std::span<const float> shares) const {
  Evidence most;
  if (query_.mass <= 0) return most;
  double covered = 0;
  double typed = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    covered += query_.words[i].mass() * static_cast<double>(shares[i]);
    if (shares[i] > 0) typed += query_.words[i].mass();
  }
  // A hair more than what is added up in another order.
  constexpr double hair = 1e-9;
  most.coverage = covered / query_.mass + hair;
  most.question_coverage = most.unit = most.early = most.named = most.coverage;
  if (is_question_) most.asked = most.coverage;
  if (is_short_) most.whole = most.coverage;
  most.as_typed = typed / query_.mass + hair;
  most.both_sides = of_both_sides(shares, all_beside) + hair;
  if (asks_ != Asks::anything) most.right_kind = most.unit;
  most.is_exact = most.coverage > least_exact;
  double pairs = 0;
  for (const Pair& pair : pairs_)
    pairs += pair.mass * static_cast<double>(std::min(shares[pair.first], shares[pair.second]));
  if (pair_mass_ > 0) most.near_in_question = most.order_in_answer = pairs / pair_mass_ + hair;
  most.all_in_question = has_all(shares) ? 1 : 0;
  double said = 0;
  double whole = 0;
  for (const std::uint32_t word : telling_) {
    whole += query_.words[word].information;
    if (shares[word] > 0) said += query_.words[word].information;
  }
  if (whole > 0) most.order_in_question = said / whole + hair;
  return most;
}

Evidence EvidenceReader::most_evidence(std::span<const float> shares, const Glance& glance) const {
  Evidence most = glance.evidence;
  const Evidence answer = most_evidence(shares);
  most.coverage = answer.coverage;
  most.whole = answer.whole;
  most.as_typed = answer.as_typed;
  most.unit = answer.unit;
  most.early = answer.early;
  most.order_in_answer = answer.order_in_answer;
  most.right_kind = answer.right_kind;
  most.both_sides = answer.both_sides;
  return most;
}

std::vector<Range> EvidenceReader::ranges(std::span<const Occurrence> occurrences) {
  std::vector<Range> ranges;
  for (const Occurrence& one : occurrences) {
    if (!ranges.empty() && one.begin <= ranges.back().end) {
      ranges.back().end = std::max(ranges.back().end, one.end);
    } else {
      ranges.push_back({one.begin, one.end});
    }
  }
  return ranges;
}

Passage EvidenceReader::passage(const Record& record, std::span<const Occurrence> in_answer) const {
  const std::string_view text = std::string_view(record.answer).substr(0, most_bytes);
  std::vector<WordInText> words;
  words.reserve(in_answer.size());
  for (const Occurrence& one : in_answer) words.push_back({one.word, one.share, one.begin});
  std::vector<double> weights;
  for (const QueryWord& word : query_.words)
    weights.push_back(query_.mass > 0 ? word.mass() / query_.mass : 0);
  PassageWishes wishes{.defines = defines_, .wants_code = wants_code_};
  if (asks_ != Asks::anything)
    wishes.is_of_kind = [this](std::string_view sentence) { return is_of_asked_kind(sentence); };
  const TextSpan chosen = choose_passage(text, text_units(text), words, weights, wishes);
  Passage passage;
  passage.byte = chosen.begin;
  passage.text = text.substr(chosen.begin, chosen.end - chosen.begin);
  for (const Range& range : ranges(in_answer)) {
    if (range.begin >= chosen.begin && range.end <= chosen.end)
      passage.matches.push_back({range.begin - chosen.begin, range.end - chosen.begin});
  }
  return passage;
}

}  // namespace answers
