#pragma once

#include "corpus/markdown/document.h"
#include "corpus/markdown/front_matter.h"

#include <filesystem>
#include <optional>
#include <string>

namespace answers::markdown {

/// A file that is one question, its text the answer.
struct FileQuestion {
  std::string question{};
  std::string evidence{};
};

/// A file's name as one would say it: "what%20is_a-context.md" is "what is a context".
std::string words_of_name(const std::filesystem::path& path);

/// The question in the front matter: its "question", or its "title" if that asks and the folder,
/// the file's name or the files beside it speak of questions.
std::optional<FileQuestion> question_in_front_matter(const FrontMatter& front,
                                                     const Document& document);

/// The heading that opens the file, if it asks, stands over all that follows and has text below. It
/// ends in a question mark and is the only heading, or the files beside it, or those of its name in
/// the folders beside its own, begin with headings that ask; then deeper headings are parts of the
/// answer. A README by itself is about its project. For files in which no shape finds anything.
/// Looks into at most 8 other files.
std::optional<FileQuestion> question_in_heading(const Document& document);

/// The file's name as the question ("What is a context.md"), if most files beside it are named like
/// that. For files in which no shape finds anything. Looks into the folder.
std::optional<FileQuestion> question_in_name(const Document& document);

}  // namespace answers::markdown
