#pragma once

#include <string_view>

namespace answers {

class Input;

/// A page of HTML: the questions and answers that schema.org's JSON-LD gives (FAQPage, QAPage),
/// or, where it gives none or one, the visible ones: <details>, <dl>, microdata and elements of
/// classes that speak of questions and answers, headings or bold paragraphs with what follows them.
/// Navigation, header, footer and scripts are left out. In memory, up to 24 MiB; a page of more
/// than 1 MiB is parsed in pieces that begin at headings, and cut where 300,000 tags follow without
/// one.
int recognises_html(std::string_view path, std::string_view head);
void read_html(Input& input);

}  // namespace answers
