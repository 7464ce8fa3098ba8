#pragma once

#include <string_view>

namespace answers {

class Input;

/// Dumps of databases and SQL by hand: the rows that INSERT, REPLACE and PostgreSQL's COPY put into
/// tables whose columns are named as questions and answers, or whose name speaks of questions and
/// of whose columns one asks. What joins two tables is not followed. Memory: the first rows of each
/// table, whatever the size.
int recognises_sql(std::string_view path, std::string_view head);
void read_sql(Input& input);

}  // namespace answers
