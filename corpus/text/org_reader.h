#pragma once

#include <string_view>

namespace answers {

class Input;

/// Org (Emacs) whose headings, description-list terms or bold lines are questions. Drawers and
/// planning lines are left out; :ID:, :CUSTOM_ID:, heading tags, #+author: … fill the record's
/// fields; a TODO heading with next to nothing below it is unanswered.
int recognises_org(std::string_view path, std::string_view head);
void read_org(Input& input);

}  // namespace answers
