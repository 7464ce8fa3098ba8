#pragma once

#include "searcher/display/terminal.h"

#include <string>
#include <string_view>

namespace answers {

/// The command that shows long text page by page: $ANSWERS_PAGER, else $PAGER, else less. Empty
/// when the person wants none (set to nothing, or to cat).
std::string pager_command();

/// Whether `text` is taller than the terminal.
bool needs_pager(std::string_view text, const Terminal& terminal);

/// Runs `command` in a shell with `text` on its standard input and returns when it has ended.
/// Interrupts go to the pager alone meanwhile. False when it could not be run.
bool page(std::string_view text, const std::string& command);

}  // namespace answers
