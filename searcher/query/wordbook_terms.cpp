#include "searcher/query/wordbook_terms.h"

#include <algorithm>

namespace answers {

void WordbookTerms::Table::find(std::uint32_t number, Analyser::Others others, Analyser& analyser) {
  static constexpr WordBeginnings nothing;
  const std::string_view word = wordbook_->entries()[number].text();
  const bool stems = others == Analyser::Others::left_out;
  Terms& terms = terms_[number];
  std::uint32_t& id = stems ? terms.stemmed : terms.unstemmed;
  id = Analyser::no_id;
  analyser.analyse(
      word, language_,
      [&](const Token& token) {
        if (id != Analyser::no_id) return;
        id = token.id;
        if (stems) terms.exact = token.exact;
      },
      stems ? nullptr : &nothing, others, inside_);
  if (stems || id == Analyser::no_id) return;
  const std::string_view term = analyser.term(id);
  std::copy_n(term.begin(), std::min(term.size(), terms.beginning.size()), terms.beginning.begin());
}

WordbookTerms::Table& WordbookTerms::table(const Wordbook& wordbook, std::string_view language,
                                           Analyser::Inside inside, Analyser& analyser) {
  if (analyser.forgotten() != forgotten_) tables_.clear();
  forgotten_ = analyser.forgotten();
  std::vector<Table>& tables = tables_[&wordbook];
  const std::size_t number =
      2 * analyser.rules_for(language) + (inside == Analyser::Inside::code ? 1 : 0);
  if (number >= tables.size()) tables.resize(number + 1);
  Table& table = tables[number];
  if (table.terms_.empty()) table.terms_.resize(wordbook.entries().size());
  table.wordbook_ = &wordbook;
  table.language_ = language;
  table.inside_ = inside;
  return table;
}

}  // namespace answers
