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

/// Whether a title names what goes wrong by its label: "❌ Problem: …", "Error: …". O(1).
bool names_trouble(std::string_view title);

/// Whether a title is nothing but the message of an error in quotes: "`ENOSPC: no space left`".
/// O(length).
bool quotes_error(std::string_view title);

/// Whether a title says that something goes wrong: "Saving fails", "Kein Login nach dem Update",
/// "无法启动". In the languages that the table has; O(length).
bool speaks_of_failure(std::string_view title);

/// What a title that says nothing else names: "Cause", "3. 解决方案", "Solution 2". nullopt for any
/// other. O(1).
std::optional<TroubleKind> trouble_named(std::string_view title);

}  // namespace answers
