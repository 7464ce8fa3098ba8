#pragma once

#include "corpus/data/script_lexer.h"

#include <string>

namespace answers {

/// Reads elements of JSX in a script.
class ScriptElements : public ScriptLexer {
 public:
  using ScriptLexer::ScriptLexer;

 protected:
  bool begins_element() const;
  /// The element that begins here, as the Markdown of what it shows; false where it does not end.
  bool take_element(std::string& markdown);

 private:
  /// A tag, its attributes without what is computed. False where it closes itself.
  bool take_tag(std::string& html);
  /// {" "}, {'text'}, {`text`}: the text; of anything else nothing.
  void take_inserted(std::string& html);
};

}  // namespace answers
