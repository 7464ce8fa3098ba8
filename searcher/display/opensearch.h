#pragma once

#include "corpus/record.h"

#include <string>
#include <string_view>

/// Records for OpenSearch and Elasticsearch, and an index there that is near ours.
namespace answers {

/// Two lines for `POST /NAME/_bulk`: what to do, with the record's id, and record_json() without
/// what is empty. An id above the 512 bytes that are allowed there is cut, and its hash appended.
std::string bulk_lines(const Record& record);

/// The body of `PUT /NAME`, indented, with a line end: fields as they are filtered by here, words
/// cut and stemmed much as here, by the stemmer of `language` (ISO 639-1; English where there is
/// none), and the boosts by which a word counts in each field what it counts here.
std::string index_definition(std::string_view language);

}  // namespace answers
