#pragma once

#include "indexer/generations/index.h"

#include <nlohmann/json_fwd.hpp>
#include <xapian.h>

#include <span>
#include <string>

namespace answers {

/// The words of `records` for a browser, by the terms and the BM25F sums that the index has, so
/// that it ranks as the first stage does (site_index.js; a test compares):
///
///   shares     what the forms of a word count, see form_shares.h
///   terms      sorted, each as what it shares with the one before and its rest
///   gaps       of each term: how many records lie before the next that has it
///   wdfs       of each record: the different wdfs of its terms
///   wdfs_of_postings  and of each term, in the order of its records: which of them it is there
///   words      that are found by another term than themselves, and those terms
///   weights    what words tell at most that are common in ordinary texts, or only ask
///   synonyms   terms of words that mean the same
///   acronyms   a term and those of what it is short for
///
/// Records are counted from 0, in the order in which they are given. `language` is that of most of
/// them. O(postings of the index).
nlohmann::ordered_json site_index(const Index& index, std::span<const Xapian::docid> records,
                                  const std::string& language);

}  // namespace answers
