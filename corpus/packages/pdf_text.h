#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace answers {

/// Whether a file is a PDF, by its first bytes. Throws nothing.
bool is_pdf(const std::filesystem::path& path);

/// What pdftotext (poppler) made of a document.
struct PdfText {
  std::string text{};     ///< a form feed ends each page; empty where there is none (scanned pages)
  std::string trouble{};  ///< why it is not all: "pdftotext took more than 30 seconds"
};

/// Runs the pdftotext that is found in PATH, in a process of its own that may use 30 seconds, 1 GiB
/// of memory and write 64 MiB, and no file. nullopt where there is none. Throws std::system_error
/// when no process can be made.
std::optional<PdfText> text_of_pdf(const std::filesystem::path& path);

}  // namespace answers
