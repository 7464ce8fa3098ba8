#pragma once

#include <string_view>

namespace answers {

/// Whether a line begins with a sentence that only asks readers to ask: "Still have questions?",
/// "Noch Fragen?".
bool invites_to_ask(std::string_view line);

/// Whether a line begins with a question that asks nothing and offers what follows: "Ready to
/// start?", "Want to learn more?".
bool offers_more(std::string_view line);

}  // namespace answers
