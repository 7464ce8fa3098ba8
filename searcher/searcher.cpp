#include "searcher/searcher.h"

#include "indexer/schema.h"
#include "searcher/query.h"

namespace answers {

Searcher::Searcher(Index index) : index_(std::move(index)) {}

Results Searcher::search(std::string_view query, const SearchOptions& options) {
  Results results;
  results.query.text = query;
  Xapian::Enquire enquire(index_.database());
  enquire.set_weighting_scheme(Xapian::BM25Weight(schema::k1 * schema::wdf_scale, 0, 0, 0, 0));
  enquire.set_query(parse_query(query, analyser_, index_.database()));
  const Xapian::MSet matches = enquire.get_mset(static_cast<Xapian::doccount>(options.offset),
                                                static_cast<Xapian::doccount>(options.limit));
  results.total = matches.get_matches_lower_bound();
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    Hit hit;
    hit.rank = match.get_rank() + 1;
    hit.score = match.get_weight();
    hit.record = index_.record(*match);
    results.hits.push_back(std::move(hit));
  }
  return results;
}

}  // namespace answers
