#pragma once

#include <string_view>

namespace answers {

class Input;

/// A page of HTML: the questions and answers that schema.org's JSON-LD gives (FAQPage, QAPage),
/// united with the visible ones: <details>, <dl>, microdata, buttons and their panels, elements of
/// classes that speak of questions and answers, tables of pairs, headings or bold paragraphs with
/// what follows them; and what stands as literals in its scripts, or
/// in the code of PHP, Vue, Svelte, Astro of which a program makes it. Navigation, header, footer,
/// contents lists are left out. In memory, up to 24 MiB; a page of more than 1 MiB is parsed in
/// pieces that begin at headings, and cut where 300,000 tags follow without one or a tag has more
/// than 256 attributes.
int recognises_html(std::string_view path, std::string_view head);
void read_html(Input& input);

}  // namespace answers
