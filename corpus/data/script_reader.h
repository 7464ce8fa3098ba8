#pragma once

#include "corpus/data/script_lexer.h"
#include "corpus/fields/data_records.h"
#include "corpus/record.h"

#include <string_view>

namespace answers {

class Input;
class Listener;

/// Scripts (JavaScript, TypeScript, JSX; Python; Ruby) that hold questions and answers as literals:
/// `export const faqs = [{ question: "…", answer: "…"
/// }]`. Read as data; nothing is run.
int recognises_script(std::string_view path, std::string_view head);
void read_script(Input& input);

/// Tells of what the literals of a script ask and answer; `base` holds for all of it. A literal
/// counts only if its keys speak of questions, or what stands under them asks, since scripts are
/// full of others. False where brackets that lead nowhere ended it (see ScriptLiterals).
bool read_literals(std::string_view script, ScriptLanguage language,
                   const DataRecords::PlaceOf& place_of, const Record& base, Listener& listener);

/// Of what a program keeps for itself, as literals, tells of lists alone whose objects ask and
/// answer, however deep they lie.
void read_lists(std::string_view script, const DataRecords::PlaceOf& place_of, const Record& base,
                Listener& listener);

}  // namespace answers
