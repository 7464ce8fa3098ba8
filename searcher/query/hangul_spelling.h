#pragma once

#include "indexer/generations/index.h"
#include "searcher/query/query.h"
#include "searcher/query/spelling.h"

#include <string_view>
#include <vector>

namespace answers {

/// Whether particles and endings begin or end with a syllable. Words are written with them, in
/// pairs of syllables that are rarer than the words.
bool is_particle_syllable(char32_t syllable);

/// What a word of Hangul (as typed, of at most 12 syllables) was meant for, of which the index has
/// not all pairs of syllables: words one wrong key away of which it has those about the error, and
/// of which a record has these syllables in a row. Likeliest first; Correction::term is empty. A
/// particle behind a word that no record has so is no error. Costs about a thousand look-ups, six
/// queries and the reading of up to 120 records.
std::vector<Correction> hangul_corrections(std::string_view word, const Surroundings& surroundings,
                                           TermFrequencies& frequencies, const Index& index);

}  // namespace answers
