#pragma once

#include "corpus/markdown/shapes.h"

#include <string_view>
#include <vector>

namespace answers {
class Listener;
}

namespace answers::markdown {

struct Page;

/// The questions of a document, in its order: what the shapes find, weighed all at once (see
/// decide()). `title` is what its front matter says. Of a page of HTML only those shapes look that
/// do so there, and what its markup says counts beside them (it is
/// taken out of `page`); else `page` is nullptr. A fence that
/// hides a question is taken as forgotten and ended. The listener hears why, and how many lines ask
/// that were not taken. O(size of the document).
std::vector<Found> find_questions(Document& document, std::string_view title, Listener& listener,
                                  Page* page = nullptr);

}  // namespace answers::markdown
