#include "searcher/query/form_shares.h"
#include "searcher/query/query_words.h"
#include "searcher/query/thesaurus.h"

#include <algorithm>

namespace answers {

using Origin = WordForm::Origin;

/// What a word is short for.
void QueryWords::add_long_forms(QueryWord& word) {
  if (is_forgotten(word.folded)) return;
  auto meanings = acronyms_.meanings_of(word.forms.front().term);
  if (meanings.empty() && word.folded != word.forms.front().term)
    meanings = acronyms_.meanings_of(word.folded);
  for (KnownAcronym& known : meanings) {
    const bool all_known =
        std::ranges::all_of(known.words, [this](const auto& term) { return frequency(term) > 0; });
    if (!all_known) continue;
    word.long_forms.push_back(
        {std::move(known.acronym.long_form), std::move(known.words),
         frequency(word.forms.front().term) > 0 ? long_form_share : long_form_share_alone});
  }
  if (word.long_forms.empty()) add_common_long_forms(word);
}

/// What a word is short for where the records hardly have it and never say.
void QueryWords::add_common_long_forms(QueryWord& word) {
  if (word.forms.front().frequency > hardly_any + records_ / 1000) return;
  auto meanings = common_acronyms(word.forms.front().term);
  if (meanings.empty()) meanings = common_acronyms(word.folded);
  double rarest = 0;
  for (const CommonAcronym& known : meanings) {
    LongForm form{
        .text = std::string(known.long_form),
        .share = word.forms.front().frequency > 0 ? long_form_share : long_form_share_alone};
    double most = 0;
    bool all_known = true;
    for (auto& term : terms_of_text(known.long_form)) {
      most = std::max(most, information(frequency(term)));
      all_known = all_known && frequency(term) > 0;
      form.terms.push_back(std::move(term));
    }
    if (!all_known) continue;
    rarest = std::max(rarest, most);
    word.long_forms.push_back(std::move(form));
  }
  // "nearest neighbour search" has most of what kNN stands for.
  if (!word.long_forms.empty() && word.forms.front().frequency == 0) {
    for (const std::string& term : word.long_forms.front().terms) {
      if (term.size() > 2 && information(frequency(term)) > most_common)
        add_form(word, term, long_form_word_share, Origin::acronym);
    }
  }
  // A word that no record has would count more than all others.
  if (!word.long_forms.empty() && word.forms.front().frequency == 0)
    word.forms.front().information = rarest;
}

std::vector<std::string> QueryWords::terms_of_text(std::string_view text) {
  std::vector<std::string> terms;
  analyser_.analyse(text, "en", [&](const Token& token) { terms.emplace_back(token.term); });
  return terms;
}

/// What words that stand in a row are written in short: a form of each of them.
void QueryWords::add_short_forms() {
  const auto& order = query_.order;
  const auto term_at = [this, &order](std::size_t i) -> const std::string& {
    return query_.words[order[i]].forms.front().term;
  };
  for (std::size_t i = 0; i + 1 < order.size() && i < most_looked_up; ++i) {
    const QueryWord& first = query_.words[order[i]];
    if (first.forms.empty() || first.is_function_word) continue;
    for (const KnownAcronym& known : acronyms_.beginning_with(term_at(i))) {
      if (i + known.words.size() > order.size() || is_forgotten(fold(known.acronym.short_form)))
        continue;
      bool stands_there = true;
      for (std::size_t k = 0; k < known.words.size() && stands_there; ++k)
        stands_there = term_at(i + k) == known.words[k];
      if (!stands_there || frequency(known.term) == 0) continue;
      for (std::size_t k = 0; k < known.words.size(); ++k) {
        QueryWord& word = query_.words[order[i + k]];
        if (!word.is_function_word) add_form(word, known.term, short_form_share, Origin::acronym);
      }
    }
  }
}

bool QueryWords::is_forgotten(std::string_view acronym) const {
  return std::ranges::find(own_.forgotten, acronym) != own_.forgotten.end();
}

/// What a person says that words of the query stand for.
void QueryWords::add_own_words() {
  constexpr std::size_t longest = 8;  // words
  if (own_.entries.empty()) return;
  const auto& order = query_.order;
  for (std::size_t i = 0; i < order.size() && i < most_looked_up; ++i) {
    std::string key;
    for (std::size_t k = i; k < order.size() && k < i + longest; ++k) {
      if (k > i) key += ' ';
      key += analyser_.stem(query_.words[order[k]].folded, "en");
      for (auto entry = std::ranges::lower_bound(own_.entries, key, {}, &OwnWords::Entry::key);
           entry != own_.entries.end() && entry->key == key; ++entry)
        add_meaning(entry->text, i, k + 1);
    }
  }
}

/// The words from `first` to before `last` in the order of the query may also stand as `text`.
void QueryWords::add_meaning(const std::string& text, std::size_t first, std::size_t last) {
  LongForm form{.text = text};
  double most = 0;
  bool all_known = true;
  analyser_.analyse(text, query_.language, [&](const Token& token) {
    if (token.kind == Token::Kind::word || token.kind == Token::Kind::part)
      form.terms.emplace_back(token.term);
  });
  for (const std::string& term : form.terms) {
    all_known = all_known && frequency(term) > 0;
    most = std::max(most, information(frequency(term)));
  }
  if (form.terms.empty() || !all_known) return;
  for (std::size_t i = first; i < last; ++i) {
    QueryWord& word = query_.words[query_.order[i]];
    if (word.is_function_word && last - first > 1) continue;
    if (form.terms.size() == 1) {
      add_form(word, form.terms.front(), 1, Origin::own);
    } else {
      word.long_forms.push_back(form);
    }
    if (word.is_known) continue;
    word.information = word.forms.front().information = most;
    word.taken_as = text;
    word.is_known = true;
  }
}

}  // namespace answers
