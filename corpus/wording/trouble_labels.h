#pragma once

#include <optional>
#include <string_view>

namespace answers {

enum class TroubleKind {
  problem,  ///< "Problem:", "Issue:", "Problema:", "問題点："
  symptom,  ///< "Symptom:", "現象："
  error,    ///< "Error:", "Fehler:": as a problem, but the word is a part of the message
  cause,    ///< "Cause:", "Ursache:", "Causa:"
  remedy,   ///< "Solution:", "Fix:", "Abhilfe:", "Solución:"
};

/// What pages about troubles write before a problem, its cause and its remedy.
struct TroubleLabel {
  TroubleKind kind = TroubleKind::problem;
  std::string_view rest{};  ///< what follows the label; empty for one that stands alone
};

/// The label that `text` begins with, whatever marks, emphasis and signs stand around it: a word or
/// two of the table before a colon. nullopt when there is none. O(1).
std::optional<TroubleLabel> trouble_label(std::string_view text);

}  // namespace answers
