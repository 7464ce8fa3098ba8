#pragma once

#include "searcher/serving/http_message.h"
#include "searcher/serving/live_index.h"

namespace answers {

/// What stands below /api/, as searcher/schema/openapi.json describes it; the documents are those
/// of the command line. Throws RequestError, QueryError and what the index throws.
HttpResponse answer_api(OpenGeneration& open, const Target& target);

/// That description.
std::string_view openapi_document();

}  // namespace answers
