#pragma once

#include <string>
#include <string_view>

namespace answers {

/// The language that a path names, as ISO 639-1: a folder "zh-CN" or "i18n/de", a file
/// "quiz-es.md", "README_AR.md", "faq.pt-br.md", "README.zh.md". Empty when it names none.
/// O(length).
std::string language_of_path(std::string_view path);

}  // namespace answers
