#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

struct GumboInternalNode;

namespace answers {

class Listener;
struct Place;
struct Record;

/// Tells `listener` of the questions and answers that schema.org's JSON-LD gives in the scripts of
/// a page, and of scripts that are no JSON. `place_of` makes a place of lines of the page; `base`
/// is what holds for all records.
void read_json_ld(const GumboInternalNode* root,
                  const std::function<Place(std::size_t line, std::size_t end_line)>& place_of,
                  const Record& base, Listener& listener);

/// The <title> of a page; empty when it has none.
std::string title_of(const GumboInternalNode* root);

}  // namespace answers
