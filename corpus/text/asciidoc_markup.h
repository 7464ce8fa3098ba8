#pragma once

#include "corpus/text/asciidoc_attributes.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace answers {

/// `line` without the blanks at its end.
std::string_view without_end(std::string_view line);

/// The line of signs that opens and closes a block: "----", "====", "|===", "```java" (without its
/// word), "--"; else empty.
std::string_view asciidoc_delimiter(std::string_view line);

/// The level of "== Title", or 0.
std::size_t asciidoc_title_marks(std::string_view line);

/// "[qanda]", "[source,java]", ".A title": lines that belong to the block below them.
bool is_block_attribute(std::string_view line);

/// "ifdef::name[]" and its kin.
bool is_asciidoc_directive(std::string_view line);

struct AsciidocTerm {
  std::string_view term{};
  std::string_view marker{};  ///< "::", ";;", ":::"; empty: no term
  std::string_view rest{};
};

/// "Question:: answer".
AsciidocTerm asciidoc_term(std::string_view line);

/// The text of a title without emphasis, macros and references; `code` and +code+ become `code`.
std::string plain_asciidoc(std::string_view adoc);

/// A part of a document as Markdown: listings as fences with their language, tables, quotations,
/// notes with their name, titles, lists within lists, links with their addresses. O(length).
std::string asciidoc_to_markdown(std::string_view adoc, const AsciidocAttributes& attributes = {});

}  // namespace answers
