#pragma once

#include "corpus/record.h"

namespace answers {

/// Adds the hashtags to a record's tags that stand at the end of a line of its texts, or, two and
/// more, are all of it, as notes have them: "Twenty minutes are enough. #sleep #health/naps". The
/// texts keep them. Numbers ("#12") and colours ("#e0e0e0") are none, nor is anything in a fence of
/// code. O(length).
void take_hashtags(Record& record);

}  // namespace answers
