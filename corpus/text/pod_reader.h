#pragma once

#include <string_view>

namespace answers {

class Input;

/// Perl's Plain Old Documentation whose headings or list items are questions. A heading's index
/// entries (X<…>) become tags, what =head1 NAME says the document is about its topic.
int recognises_pod(std::string_view path, std::string_view head);
void read_pod(Input& input);

}  // namespace answers
