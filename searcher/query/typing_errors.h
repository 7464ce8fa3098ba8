#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace answers {

using Letters = std::u32string;

Letters letters_of(std::string_view word);
std::string bytes_of(const Letters& letters);

/// The letters of the script, as folded, that all letters of a word are of; empty when they are of
/// several, or of none that is known.
std::u32string_view alphabet_of(const Letters& word);

/// The letters on the keys of a Korean keyboard.
std::u32string_view hangul_keys();

/// Calls on_word(meant, likelihood) for every word that one typing error makes `typed` of: a letter
/// left out, one too many, a wrong one, two swapped, neighbours or such as sound alike
/// ("presicion"), or the wrong one doubled ("vaccum"). Some come twice. The likelihoods follow
/// Pollock and Zamora 1983, "Collection and characterization of spelling errors in scientific and
/// scholarly text": the shares of the kinds of errors, and that doubled letters are likelier than
/// others and the first letter is seldom wrong; that neighbours on the keyboard are, and those that
/// sound alike, by how much, is a guess. O(length × letters of the alphabet + length²).
void one_error_away(const Letters& typed, std::u32string_view alphabet,
                    const std::function<void(const Letters& meant, double likelihood)>& on_word);

}  // namespace answers
