#pragma once

#include <string_view>

namespace answers {

class Input;

/// Posts.xml of a Stack Exchange dump: a row a post, a record an answer; answers to one question
/// share its part of the id. Answers name their question by its id and may stand before it, so
/// questions (and answers without theirs) are kept in a temporary SQLite database, which goes to
/// $SQLITE_TMPDIR, $TMPDIR or /var/tmp when it outgrows 8 MiB: memory is constant, the disk holds
/// about as much as the questions of the file. Questions that nobody answered are told at the end.
int recognises_stack_exchange(std::string_view path, std::string_view head);
void read_stack_exchange(Input& input);

}  // namespace answers
