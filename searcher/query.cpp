#include "searcher/query.h"

#include <set>
#include <string>
#include <vector>

namespace answers {

Xapian::Query parse_query(std::string_view text, Analyser& analyser) {
  std::set<std::string> terms;
  analyser.analyse(text, "", [&](const Token& token) { terms.emplace(token.term); });
  std::vector<Xapian::Query> words(terms.begin(), terms.end());
  return Xapian::Query(Xapian::Query::OP_OR, words.begin(), words.end());
}

}  // namespace answers
