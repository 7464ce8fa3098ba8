#pragma once

/// w_f of the fields that are not in schema.h: they share the postings of the others.
namespace answers {

/// The body of a question counts more than an answer, and the names of sections, tags and the
/// source as much as one word of an average answer: a guess, the second stage weighs them with
/// evidence. Names are not divided by their length.
inline constexpr double body_weight = 1.5;
inline constexpr double name_weight = 1;

}  // namespace answers
