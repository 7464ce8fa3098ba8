#pragma once

#include "corpus/data/script_lexer.h"
#include "corpus/values/data_value.h"

#include <cstddef>
#include <deque>
#include <functional>
#include <string>
#include <string_view>

namespace answers {

/// Finds the arrays and objects that stand as literals in a script (JavaScript, TypeScript, JSX;
/// PHP; Python; Ruby) and reads them as data: nothing is run, looked up, or imported. Joined
/// strings, templates and elements of JSX are texts (of a "${…}" its source), and so is a sentence
/// that a call looks up in another language (`__('Who rows?')`); what else is an expression (a
/// call, a name, a spread) is null. An element of JSX with attributes is an object of these.
/// `begin` and `end` of the values are bytes of the script.
class ScriptLiterals {
 public:
  /// `script` must outlive this.
  ScriptLiterals(std::string_view script, ScriptLanguage language)
      : script_(script), language_(language) {}

  /// Tells of each literal in order; of those within another only where `visit` says that it has no
  /// use for that one. What is no literal, or nested more than 64 deep, is passed over. O(length)
  /// for what people write; stops, and returns false, where brackets that lead nowhere make it more
  /// than 64 times that.
  bool each(const std::function<bool(const DataValue&)>& visit);

 private:
  class Parser;
  std::string_view script_;
  ScriptLanguage language_;
  std::deque<std::string> texts_{};  // that are not in the script as they are
};

}  // namespace answers
