#pragma once

#include "searcher/ranking/results.h"

namespace answers {

/// Finds where the passages of a hit stand in its file, by looking for their lines in the bytes of
/// the record. What cannot be told stays unknown: the file is gone, compressed or changed, or it
/// writes the text in another way (escaped in JSON, marked up in HTML). A record that is one line
/// of its file needs no look. Reads at most 4 MiB of the file.
void locate_passages(Hit& hit);

}  // namespace answers
