#pragma once

#include "indexer/analysis.h"

#include <xapian.h>

#include <string_view>

namespace answers {

/// What a person typed -> what Xapian is asked. Never fails: what is not understood is words.
Xapian::Query parse_query(std::string_view text, Analyser& analyser, const Xapian::Database& index);

}  // namespace answers
