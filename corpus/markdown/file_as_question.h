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

/// Whether a file is the page of its folder rather than a text of its own: a README, an index.
bool is_page_of_folder(const std::filesystem::path& path);

/// Whether the page of the folder a file stands in, or of the folder above, is titled as one of
/// questions: "# iOS interview". Looks into at most two files.
bool folder_is_about_questions(const std::filesystem::path& path);

/// The question in the front matter: its "question", or its "title" if that has a question mark or
/// the file says that it is one ("spinner.question.md").
std::optional<FileQuestion> question_in_front_matter(const FrontMatter& front,
                                                     const Document& document);

/// The title in the front matter, if it reads like a question or stands in a folder of questions,
/// and the folder or the files beside it say that each is one. For files in which less than two
/// questions with a mark are found. Looks into at most 8 other files.
std::optional<FileQuestion> question_among_files(const FrontMatter& front,
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

/// The file's name as the question, if it ends in a question mark and opens the text as well, in a
/// paragraph or a heading, as an article does that was kept by its title; and of the headings below
/// it, most end in no question mark. O(headings).
std::optional<FileQuestion> question_in_name_and_title(const Document& document);

/// What a file is named where its name is one in words, as people name their notes ("Kettle
/// descaling.md"); empty where it is not, or says no more than that there are questions.
std::string name_of_note(const std::filesystem::path& path);

}  // namespace answers::markdown
