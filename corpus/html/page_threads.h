#pragma once

#include "corpus/listener.h"

#include <cstddef>
#include <functional>
#include <string_view>

struct GumboInternalNode;

namespace answers {

/// Whether a page has microdata of questions or topics of a forum. O(length).
bool may_hold_threads(std::string_view html);

/// Tells of the threads that microdata marks: a Question of schema.org that has a text of its own,
/// with its Answers (Stack Exchange), a DiscussionForumPosting that asks, with its comments
/// (Discourse); with their authors, dates, votes. `place_of` gives the place of a range of lines;
/// `base` is what holds for all records. O(length).
void read_threads(const GumboInternalNode* root,
                  const std::function<Place(std::size_t, std::size_t)>& place_of,
                  const Record& base, Listener& listener);

}  // namespace answers
