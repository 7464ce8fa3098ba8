#include "indexer/generations/document.h"
#include "searcher/query/cut_words.h"
#include "searcher/query/everyday_words.h"
#include "searcher/query/form_shares.h"
#include "searcher/query/hangul_spelling.h"
#include "searcher/query/query_words.h"
#include "searcher/query/transliteration.h"
#include "searcher/query/typing_errors.h"
#include "searcher/query/unspaced_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace answers {
namespace {

using Origin = WordForm::Origin;

constexpr std::size_t most_suggested = 3;
// What a mistyped word was meant for: how likely it is where it is taken, and where it is
// mentioned.
constexpr double clear = 0.5;
constexpr double clear_of_foreign = 0.75;  // and where another language's stem is known
constexpr double least_suggested = 0.05;
constexpr std::size_t shortest_alone = 4;  // three letters and no other word: rather a name
constexpr std::size_t most_meant = 3;      // words that one is cut from
/// Languages that write the words of a compound together.
constexpr std::string_view compounding[] = {"de", "nl", "sv", "da", "nb", "no", "fi"};

bool is_ascii(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

/// What the query says besides its unknown words.
Surroundings QueryWords::surroundings_of_all() const {
  Surroundings surroundings;
  for (const QueryWord& word : query_.words) {
    if (word.is_function_word || word.information <= most_common) continue;
    const auto known =
        std::ranges::find_if(word.forms, [](const WordForm& form) { return form.frequency > 0; });
    if (known == word.forms.end()) continue;
    surroundings.others.push_back({known->term, weight_of(*known, word), known->frequency});
  }
  if (surroundings.others.empty()) return surroundings;
  const auto best = best_matches(index_.segment_files(), surroundings.others, 1).matches;
  if (!best.empty()) surroundings.best_score = best.front().score;
  if (index_.remotes().empty()) return surroundings;
  const PartQueries others = for_each_part(
      index_, [&](const IndexPart& part) { return part.any_of(surroundings.others); });
  const std::vector<PartMatches> found = find_matches(index_, {others}, {.most = 1});
  for (const PartMatch& one : found.front().matches)
    surroundings.best_score = std::max(surroundings.best_score, one.score);
  return surroundings;
}

/// The words that one which no record has may have been meant for, likeliest first.
std::vector<Correction> QueryWords::meant_by(const QueryWord& word, Surroundings surroundings) {
  bool is_behind = false;
  analyser_.analyse(text_, query_.language, [&](const Token& token) {
    if (token.kind != Token::Kind::word && token.kind != Token::Kind::part) return;
    if (is_behind) surroundings.after = token.term;
    is_behind = token.begin == word.begin;
    if (token.begin < word.begin) surroundings.before = token.term;
  });
  surroundings.is_short = query_.order.size() <= few_typed;
  return corrections(word.folded, query_.language, surroundings, analyser_, index_);
}

/// Mends the words that no record has. Where one is clearly meant the query is to be parsed again.
void QueryWords::mend() {
  // A text of so many words was not typed by hand; mending one took a second and more.
  const bool is_all_known = unknown_.empty() && unknown_hangul_.empty();
  if (is_all_known || query_.words.size() > most_looked_up) return;
  struct Mended {
    std::size_t begin;
    std::size_t end;
    std::string word;
  };
  std::vector<Mended> mended;
  std::vector<std::string> suggested;
  const Surroundings surroundings = surroundings_of_all();
  for (const std::size_t i : unknown_) {
    QueryWord& word = query_.words[i];
    // "comit" has the stem of "comer", and may be that.
    const bool is_foreign = std::ranges::find(foreign_, i) != foreign_.end();
    std::vector<Correction> found;
    if (!is_foreign && (word.is_known || complete(i, surroundings, found))) continue;
    if (word.folded.find_first_of("aeiouy") == std::string::npos && is_ascii(word.folded)) continue;
    if (found.empty()) found = meant_by(word, surroundings);
    std::erase_if(found, [](const Correction& one) { return one.probability < least_suggested; });
    const auto is_found_already = [&word](const Correction& one) {
      return std::ranges::find(word.forms, one.term, &WordForm::term) != word.forms.end();
    };
    const bool is_clear = !found.empty() && !found.front().is_doubtful &&
                          found.front().probability >= (is_foreign ? clear_of_foreign : clear);
    if (!is_foreign && take_as_last_part(word, is_clear ? found.front().term : std::string())) {
      if (is_clear && suggested.size() < most_suggested) {
        std::string text(text_);
        suggested.push_back(text.replace(word.begin, word.end - word.begin, found.front().word));
      }
      continue;
    }
    if (found.empty() || (is_foreign && is_found_already(found.front()))) continue;
    const bool is_alone = query_.words.size() == 1;
    if (mends_ && is_clear && (!is_alone || word.folded.size() >= shortest_alone)) {
      mended.push_back({word.begin, word.end, found.front().word});
      word.taken_as = found.front().word;
      continue;
    }
    if (is_foreign) continue;
    if (!found.front().is_doubtful) {
      for (std::size_t k = 0; k < found.size() && k < 2; ++k)
        add_form(word, found[k].term, misspelt_share / static_cast<double>(k + 1),
                 Origin::spelling);
      word.is_known = true;
      word.taken_as = found.front().word;
      word.information = word.forms[1].information;
    }
    for (std::size_t k = 0; k < found.size() && suggested.size() < most_suggested; ++k) {
      std::string text(text_);
      suggested.push_back(text.replace(word.begin, word.end - word.begin, found[k].word));
    }
  }
  for (const Range& run : unknown_hangul_) {
    const auto found = hangul_corrections(text_.substr(run.begin, run.end - run.begin),
                                          surroundings, frequencies_, index_);
    if (found.empty()) continue;
    if (mends_ && found.front().probability >= clear) {
      mended.push_back({run.begin, run.end, found.front().word});
    } else if (found.front().probability >= least_suggested && suggested.size() < most_suggested) {
      std::string text(text_);
      suggested.push_back(text.replace(run.begin, run.end - run.begin, found.front().word));
    }
  }
  query_.suggestions = std::move(suggested);
  if (mended.empty()) return;
  query_.corrected = text_;
  std::ranges::sort(mended, std::ranges::greater(), &Mended::begin);
  for (const Mended& one : mended) {
    std::string word = one.word;
    if (text_[one.begin] >= 'A' && text_[one.begin] <= 'Z')
      word[0] = static_cast<char>(word[0] - 32);
    query_.corrected.replace(one.begin, one.end - one.begin, word);
  }
}

/// Takes a word as what it is short for, or made of. False where the records write nothing such;
/// what it was meant for stands in `corrected` then, where that was looked for.
bool QueryWords::complete(std::size_t number, const Surroundings& surroundings,
                          std::vector<Correction>& corrected) {
  constexpr std::size_t shortest_alone = 5;
  constexpr std::size_t shortest_beginning = 4;
  constexpr std::size_t longest_neighbour = 64;  // bytes
  constexpr std::size_t longest = 32;            // letters; what is longer was not written by hand
  QueryWord& word = query_.words[number];
  if (letters_of(word.folded).size() > longest) return false;
  if (take_as_latin(word)) return true;
  CutWords cut(analyser_, index_);
  const auto& order = query_.order;
  for (std::size_t i = 0; i + 1 < order.size(); ++i) {
    if (order[i] != number && order[i + 1] != number) continue;
    QueryWord& one = query_.words[order[i]];
    QueryWord& other = query_.words[order[i + 1]];
    // Beside "on" of "on prem" a word must be cut behind its beginning.
    const bool beside_function_word = one.is_function_word || other.is_function_word;
    if (one.folded.size() > longest_neighbour || other.folded.size() > longest_neighbour ||
        (beside_function_word &&
         (order.size() > few_typed || word.folded.size() < shortest_beginning)))
      continue;
    const auto meant = cut.written_out(one.folded, other.folded);
    if (!meant) continue;
    const KnownWord& whole = order[i] == number ? meant->first : meant->second;
    if (beside_function_word && !whole.word.starts_with(word.folded)) continue;
    if (!one.is_function_word) take_as(one, meant->first);
    if (!other.is_function_word) take_as(other, meant->second);
    return true;
  }
  if (const auto parts = cut.parts(word.folded)) {
    word.long_forms.push_back(
        {parts->first.word + ' ' + parts->second.word, {parts->first.term, parts->second.term}, 1});
    word.information = std::max(information(frequency(parts->first.term)),
                                information(frequency(parts->second.term)));
    word.forms.front().information = word.information;
    word.taken_as = word.long_forms.back().text;
    word.is_known = true;
    return true;
  }
  if (const auto parts = compound_parts(word.folded)) {
    for (const std::string& term : {parts->first.term, parts->second.term})
      add_form(word, term, joined_share, Origin::joined);
    word.information = std::max(information(frequency(parts->first.term)),
                                information(frequency(parts->second.term)));
    word.taken_as = parts->first.word + ' ' + parts->second.word;
    word.is_known = true;
    return true;
  }
  const std::vector<KnownWord> longer = word.folded.size() < shortest_alone
                                            ? short_completion(word)
                                            : cut.longer(word.folded, most_meant);
  if (longer.empty() || is_rather_mistyped(word, longer.front().term, surroundings, corrected))
    return false;
  for (const KnownWord& meant : longer) take_as(word, meant);
  return word.is_known;
}

/// What nearly all words are that begin with these three or four letters, typed beside other words:
/// "dup" of "near dup detection".
std::vector<KnownWord> QueryWords::short_completion(const QueryWord& word) {
  constexpr std::size_t shortest = 3;
  constexpr std::size_t most_longer = 10;
  constexpr double least_records = 3;
  constexpr double nearly_all = 0.75;
  if (word.folded.size() < shortest || word.text != word.folded || query_.order.size() < 2)
    return {};
  std::vector<KnownWord> longer = CutWords(analyser_, index_).longer(word.folded, most_longer);
  if (longer.empty()) return {};
  double all = 0;
  for (const KnownWord& one : longer) all += frequency(one.term);
  const bool is_clear = frequency(longer.front().term) >= std::max(least_records, nearly_all * all);
  longer.resize(is_clear ? 1 : 0);
  return longer;
}

/// Whether a far more common word is an error away than the commonest that begins so: "lern" is
/// "learn" and not a beginning of "Lerner". Leaves in `corrected` what was looked for.
bool QueryWords::is_rather_mistyped(const QueryWord& word, const std::string& completed,
                                    const Surroundings& surroundings,
                                    std::vector<Correction>& corrected) {
  constexpr double times_as_many = 30;  // as for a word that records have: meant_by_frequency()
  const double least = times_as_many * frequency(completed);
  if (least > records_) return false;
  corrected = meant_by(word, surroundings);
  return !corrected.empty() && !corrected.front().is_doubtful &&
         corrected.front().probability >= clear && frequency(corrected.front().term) >= least;
}

/// Takes a word of Cyrillic as the Latin one that records write: "ping" of "пинг". False where they
/// write none such.
bool QueryWords::take_as_latin(QueryWord& word) {
  constexpr std::size_t shortest = 3;
  const std::string latin = latin_of_cyrillic(word.folded);
  if (latin.size() < shortest) return false;
  std::vector<std::string> terms = index_.terms_of_word(latin);
  terms.push_back(latin);
  terms.emplace_back(analyser_.stem(latin, "en"));
  for (std::string& term : terms) {
    if (frequency(term) > 0) take_as(word, {latin, std::move(term)});
  }
  return word.is_known;
}

void QueryWords::take_as(QueryWord& word, const KnownWord& meant) {
  if (word.folded == meant.word) return;
  add_form(word, meant.term, cut_share, Origin::joined);
  if (!word.is_known) word.taken_as = meant.word;
  if (!word.is_known) word.information = information(frequency(meant.term));
  word.is_known = true;
}

/// Takes a word as the compounds that it is the last part of ("Kündigungsfrist" of "Fristen").
/// False where the records are in no language that writes them together, or have none, and where
/// `otherwise`, a term that the word may have been mistyped for, is the last part of them as well
/// ("Grundschule" of "chule").
bool QueryWords::take_as_last_part(QueryWord& word, const std::string& otherwise) {
  constexpr std::size_t shortest = 4;
  CutWords cut(analyser_, index_);
  std::vector<std::string> tried;  // each is a walk through all words
  for (const std::string_view language : compounding) {
    if (frequency(filter_term("lang", language)) == 0) continue;
    const std::string term(analyser_.stem(word.folded, language));
    if (term.size() < shortest || std::ranges::find(tried, term) != tried.end()) continue;
    tried.push_back(term);
    for (const KnownWord& meant : cut.ending(term, most_meant)) {
      if (otherwise.empty() || !meant.term.ends_with(otherwise)) take_as(word, meant);
    }
    if (word.is_known) return true;
  }
  return false;
}

/// The compounds that a word which few records have begins: "Kündigungsfrist" of "Kündigung".
void QueryWords::add_compounds() {
  constexpr std::size_t shortest = 5;
  constexpr std::size_t shortest_rest = 4;
  constexpr std::size_t most_longer = 10;
  if (query_.order.size() > few_typed ||
      std::ranges::none_of(compounding, [this](std::string_view language) {
        return frequency(filter_term("lang", language)) > 0;
      }))
    return;
  CutWords cut(analyser_, index_);
  for (QueryWord& word : query_.words) {
    const double records = std::ranges::max(word.forms, {}, &WordForm::frequency).frequency;
    if (!word.is_written || word.is_function_word || word.folded.size() < shortest ||
        records > hardly_any)
      continue;
    for (const KnownWord& longer : cut.longer(word.folded, most_longer)) {
      if (longer.word.size() >= word.folded.size() + shortest_rest)
        add_form(word, longer.term, joined_share, Origin::joined);
    }
  }
}

/// The two words that a compound is made of ("Datenbank" and "Fehler" of "Datenbankfehler"), which
/// records of languages that write them together have, anywhere.
std::optional<AdjacentWords> QueryWords::compound_parts(const std::string& whole) {
  constexpr std::size_t shortest_part = 4;
  constexpr std::string_view joints[] = {"", "s", "n", "en", "es", "er", "e"};
  std::optional<AdjacentWords> best;
  double most = 0;
  for (const std::string_view language : compounding) {
    if (frequency(filter_term("lang", language)) == 0) continue;
    for (std::size_t at = shortest_part; at + shortest_part <= whole.size(); ++at) {
      if ((static_cast<unsigned char>(whole[at]) & 0xC0) == 0x80) continue;
      const std::string right = whole.substr(at);
      const std::string right_term(analyser_.stem(right, language));
      if (frequency(right_term) == 0) continue;
      for (const std::string_view joint : joints) {
        std::string left = whole.substr(0, at);
        if (!left.ends_with(joint) || left.size() < shortest_part + joint.size()) continue;
        left.resize(left.size() - joint.size());
        const std::string left_term(analyser_.stem(left, language));
        const double common = std::min(frequency(left_term), frequency(right_term));
        if (common <= most) continue;
        most = common;
        best = AdjacentWords{{left, left_term}, {right, right_term}};
      }
    }
  }
  return best;
}

/// "init" of "weight init" is a word of code, and not what is meant: where no record has a short
/// word beside its neighbour, but a longer one that it abbreviates.
void QueryWords::write_out_short_words() {
  constexpr std::size_t longest = 4;
  constexpr double rare = 0.05;  // of the records
  const auto& order = query_.order;
  if (order.size() > few_typed) return;
  CutWords cut(analyser_, index_);
  for (std::size_t i = 0; i + 1 < order.size(); ++i) {
    QueryWord& one = query_.words[order[i]];
    QueryWord& other = query_.words[order[i + 1]];
    const auto is_short = [&](const QueryWord& word) {
      return word.is_written && word.folded.size() <= longest && word.text == word.folded &&
             word.long_forms.empty() &&
             word.forms.front().frequency <= std::max(hardly_any, rare * records_);
    };
    if (one.is_function_word || other.is_function_word || (!is_short(one) && !is_short(other)))
      continue;
    const auto meant = cut.written_out(one.folded, other.folded);
    if (!meant) continue;
    if (is_short(one) && meant->first.word != one.folded)
      add_form(one, meant->first.term, cut_share, Origin::joined);
    if (is_short(other) && meant->second.word != other.folded)
      add_form(other, meant->second.term, cut_share, Origin::joined);
  }
}

/// What two words of the query are when written together: "autoencoder".
void QueryWords::add_joined() {
  const auto& order = query_.order;
  for (std::size_t i = 0; i + 1 < order.size() && i < most_looked_up; ++i) {
    QueryWord& one = query_.words[order[i]];
    QueryWord& other = query_.words[order[i + 1]];
    if (order[i] == order[i + 1] || one.is_function_word) continue;
    if (one.end + 1 != other.begin || text_[one.end] != ' ') continue;
    // A sentence has "boundary layer" as records write it; few words may be one that was parted.
    if (one.is_written && other.is_written && order.size() > few_typed) continue;
    const std::string joined = one.folded + other.folded;
    std::vector<std::string> terms = index_.terms_of_word(joined);
    terms.push_back(joined);
    terms.emplace_back(analyser_.stem(joined, query_.language));
    for (const std::string& term : terms) {
      if (frequency(term) == 0) continue;
      for (QueryWord* word : {&one, &other}) {
        add_form(*word, term, word->is_written ? joined_share : 1, Origin::joined);
        if (!word->is_known) word->information = information(frequency(term));
        if (!word->is_known) word->taken_as = joined;
        word->is_known = true;
      }
    }
  }
}

/// Of words that follow each other, the runs of such as overlap: pairs of letters in scripts
/// without blanks, and a letter by itself.
std::vector<Range> QueryWords::unspaced_runs(const std::vector<std::size_t>& words) const {
  const auto is_unspaced = [&](std::size_t i) {
    const std::string& folded = query_.words[words[i]].folded;
    return !folded.empty() && static_cast<unsigned char>(folded[0]) >= 0xE0;
  };
  std::vector<Range> runs;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i + 1;
    while (end < words.size() && is_unspaced(end) &&
           query_.words[words[end]].begin < query_.words[words[end - 1]].end)
      ++end;
    if (is_unspaced(i)) runs.push_back({i, end});
    i = end;
  }
  return runs;
}

/// Words in scripts without blanks that no record has, in short runs of letters: their pairs of
/// letters would find those of other words.
void QueryWords::leave_out_unknown_runs(const std::vector<std::size_t>& words) {
  constexpr std::size_t longest_run = 12;  // bytes, of which a letter has three
  for (const auto& [i, end] : unspaced_runs(words)) {
    const std::size_t first = query_.words[words[i]].begin;
    const std::size_t last = query_.words[words[end - 1]].end;
    std::vector<LetterPair> run;
    for (std::size_t k = i; k < end; ++k) {
      const QueryWord& word = query_.words[words[k]];
      run.push_back({letters_of(word.folded), word.is_known});
    }
    if (last > first && !std::ranges::all_of(run, &LetterPair::is_known)) {
      const bool is_short = last - first <= longest_run;
      const UnspacedPairs pairs = unspaced_pairs(run);
      std::size_t begin = last;  // of the first unknown word
      std::size_t behind = first;
      for (std::size_t k = i; k < end; ++k) {
        QueryWord& word = query_.words[words[k]];
        if (is_short && pairs.unknown[k - i]) {
          word.forms.resize(1);
          word.forms.front().frequency = 0;
          word.long_forms.clear();
          word.is_known = false;
        }
        if (word.is_known) continue;
        if (pairs.joins[k - i]) {
          word.weight = 0;
        } else if (!word.is_function_word) {
          begin = std::min(begin, word.begin);
          behind = std::max(behind, word.end);
        }
      }
      if (begin < behind) unknown_hangul_.push_back({first, last});
      if (is_short && pairs.are_apart) {
        std::string words_of_it;
        for (std::size_t k = i; k < end; ++k) {
          const QueryWord& word = query_.words[words[k]];
          if (!word.is_known) continue;
          if (!words_of_it.empty()) words_of_it += ' ';
          words_of_it += word.text;
        }
        unwritten_.push_back({std::string(text_.substr(first, last - first)), words_of_it});
      } else if (is_short && begin < behind) {
        unwritten_.push_back({std::string(text_.substr(begin, behind - begin)), {}});
      }
    }
  }
}

void QueryWords::note_unknown_words() {
  for (const Unwritten& one : unwritten_) {
    query_.unknown_words.push_back(one.text);
    query_.taken_as.push_back(one.taken_as);
  }
  for (const QueryWord& word : query_.words) {
    if (word.is_written || word.is_function_word || word.weight < letter_weight) continue;
    const bool is_told = std::ranges::any_of(unwritten_, [&](const Unwritten& run) {
      return run.text.find(word.text) != std::string::npos;
    });
    if (!is_told) query_.unknown_words.push_back(word.text);
    if (is_told) continue;
    const bool is_short = word.taken_as.empty() && !word.long_forms.empty();
    query_.taken_as.push_back(is_short ? word.long_forms.front().text : word.taken_as);
  }
}

/// A word that few records write together, and others perhaps apart: "rollback", "roll back".
void QueryWords::part_rare_words() {
  constexpr std::size_t shortest = 6;
  constexpr std::size_t shortest_part = 3;
  constexpr double rare = 0.01;  // of the records
  if (query_.order.size() > few_typed) return;
  for (QueryWord& word : query_.words) {
    const std::string& whole = word.folded;
    const bool is_plain = std::ranges::all_of(whole, [](char c) { return c >= 'a' && c <= 'z'; });
    if (!word.is_written || word.is_function_word || !word.long_forms.empty() || !is_plain ||
        whole.size() < shortest ||
        word.forms.front().frequency > std::max(hardly_any, rare * records_))
      continue;
    for (std::size_t at = shortest_part; at + shortest_part <= whole.size(); ++at) {
      const std::string left = whole.substr(0, at);
      const std::string right = whole.substr(at);
      const std::string left_term(analyser_.stem(left, query_.language));
      const std::string right_term(analyser_.stem(right, query_.language));
      // Who writes it apart writes words that are as common: not "neu" and "ral" of "neural".
      const double rarer = std::min(frequency(left_term), frequency(right_term));
      if (rarer == 0 || rarer < word.forms.front().frequency) continue;
      word.long_forms.push_back(
          {fmt::format("{} {}", left, right), {left_term, right_term}, cut_share});
    }
  }
}

/// A word that hardly any record has, typed for one that stands beside its neighbours ("gradient
/// decent"), or that is far more common.
void QueryWords::hear_neighbours() {
  constexpr std::size_t shortest = 5;
  constexpr std::size_t shortest_alone = 6;
  const auto& order = query_.order;
  if (order.size() > few_typed) return;
  const auto term_at = [&](std::size_t i) {
    const QueryWord& word = query_.words[order[i]];
    return word.is_function_word ? std::string() : word.forms.front().term;
  };
  const auto suggest = [&](const QueryWord& word, const std::string& meant) {
    std::string text(text_);
    if (query_.suggestions.empty())
      query_.suggestions.push_back(text.replace(word.begin, word.end - word.begin, meant));
  };
  for (std::size_t i = 0; i < order.size(); ++i) {
    QueryWord& word = query_.words[order[i]];
    const std::string term = word.forms.front().term;
    if (!word.is_written || word.is_function_word || word.text != word.folded ||
        word.folded.size() < shortest ||
        word.forms.front().frequency > hardly_any + records_ / 1000)
      continue;
    Surroundings beside;
    if (i > 0) beside.before = term_at(i - 1);
    if (i + 1 < order.size()) beside.after = term_at(i + 1);
    if (const auto meant = meant_by_neighbours(word.folded, term, query_.language,
                                               std::move(beside), analyser_, index_)) {
      add_form(word, meant->term, cut_share, Origin::spelling);
      word.information = std::min(word.information, information(frequency(meant->term)));
      suggest(word, meant->word);
      continue;
    }
    const bool is_everyday = std::isfinite(most_information(word.folded, query_.language));
    if (word.folded.size() < shortest_alone || is_everyday || !word.long_forms.empty()) continue;
    if (const auto meant =
            meant_by_frequency(word.folded, term, query_.language, analyser_, index_)) {
      add_form(word, meant->term, misspelt_share, Origin::spelling);
      suggest(word, meant->word);
    }
  }
}

}  // namespace answers
