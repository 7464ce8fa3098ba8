#include "corpus/markdown/file_as_question.h"

#include "corpus/characters.h"
#include "corpus/markdown/evidence.h"
#include "corpus/question_text.h"
#include "corpus/question_words.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <vector>

namespace answers::markdown {
namespace {

constexpr std::size_t most_siblings = 40;

/// Some other files of the same extension in the folder of `path`; none when it cannot be listed.
std::vector<std::filesystem::path> siblings_of(const std::filesystem::path& path) {
  std::vector<std::filesystem::path> siblings;
  std::error_code error;
  const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  for (auto entry = std::filesystem::directory_iterator(folder, error);
       !error && entry != std::filesystem::directory_iterator() && siblings.size() < most_siblings;
       entry.increment(error)) {
    const auto& other = entry->path();
    if (other.extension() == path.extension() && other.filename() != path.filename())
      siblings.push_back(other);
  }
  return siblings;
}

/// The title in the front matter of another file, from its first bytes.
std::string title_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string head(2048, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
  const std::size_t title = head.find("\ntitle:");
  if (!head.starts_with("---") || title == std::string::npos) return {};
  const std::size_t begin = title + 7;
  return head.substr(begin, head.find('\n', begin) - begin);
}

bool siblings_ask(const std::filesystem::path& path) {
  constexpr std::size_t sample = 8;
  Tally asking;
  for (const auto& sibling : siblings_of(path)) {
    const std::string title = title_of(sibling);
    if (!title.empty()) asking.add(reads_like_question(title));
    if (asking.all == sample) break;
  }
  return asking.all >= 2 && asking.share() >= 0.5;
}

}  // namespace

std::string words_of_name(const std::filesystem::path& path) {
  const std::string name = path.stem().string();
  std::string words;
  const bool blanks = name.find(' ') != std::string::npos;
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (name.compare(at, 3, "%20") == 0) {
      words += ' ';
      at += 2;
    } else if (!blanks && (name[at] == '-' || name[at] == '_')) {
      words += ' ';
    } else {
      words += name[at];
    }
  }
  return clean_question(words).text;
}

std::optional<FileQuestion> question_in_front_matter(const FrontMatter& front,
                                                     const Document& document) {
  if (!front.question.empty()) return FileQuestion{front.question, "front matter with a question"};
  if (ends_in_question_mark(front.title))
    return FileQuestion{front.title, "front matter whose title asks"};
  // "Accessibility Questions" is the title of many.
  if (front.title.empty() || smells_of_questions(front.title)) return std::nullopt;
  const bool folder_asks = smells_of_questions(document.text().path);
  if (reads_like_question(front.title) && folder_asks)
    return FileQuestion{front.title, "front matter whose title asks, in a folder of questions"};
  if ((reads_like_question(front.title) || folder_asks) && siblings_ask(document.text().path))
    return FileQuestion{front.title, "front matter with a title, beside files whose titles ask"};
  return std::nullopt;
}

std::optional<FileQuestion> question_in_name(const Document& document) {
  const std::filesystem::path path(document.text().path);
  const std::string name = words_of_name(path);
  if (count_words(name) < 2 || smells_of_questions(name)) return std::nullopt;
  constexpr std::size_t least_siblings = 2;
  Tally asking;
  asking.add(reads_like_question(name));
  for (const auto& sibling : siblings_of(path)) {
    const std::string other = words_of_name(sibling);
    asking.add(count_words(other) >= 2 && reads_like_question(other));
  }
  if (asking.all <= least_siblings || asking.share() < 0.6) return std::nullopt;
  return FileQuestion{name, std::to_string(asking.yes) + " of " + std::to_string(asking.all) +
                                " file names in the folder ask"};
}

}  // namespace answers::markdown
