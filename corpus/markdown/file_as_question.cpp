#include "corpus/markdown/file_as_question.h"

#include "corpus/characters/characters.h"
#include "corpus/markdown/evidence.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace answers::markdown {
namespace {

constexpr std::size_t most_siblings = 40;

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

/// Some other files of the same extension in the folder of `path`; none when it cannot be listed.
std::vector<std::filesystem::path> siblings_of(const std::filesystem::path& path) {
  std::vector<std::filesystem::path> siblings;
  std::error_code error;
  for (auto entry = std::filesystem::directory_iterator(folder_of(path), error);
       !error && entry != std::filesystem::directory_iterator() && siblings.size() < most_siblings;
       entry.increment(error)) {
    const auto& other = entry->path();
    if (other.extension() == path.extension() && other.filename() != path.filename())
      siblings.push_back(other);
  }
  return siblings;
}

/// Some files of the same name in the folders beside that of `path`: a folder a question.
std::vector<std::filesystem::path> cousins_of(const std::filesystem::path& path) {
  std::vector<std::filesystem::path> cousins;
  std::error_code error;
  const auto own = std::filesystem::absolute(path, error).lexically_normal().parent_path();
  for (auto entry = std::filesystem::directory_iterator(own.parent_path(), error);
       !error && entry != std::filesystem::directory_iterator() && cousins.size() < most_siblings;
       entry.increment(error)) {
    std::error_code none;
    if (entry->path() != own && entry->is_directory(none))
      cousins.push_back(entry->path() / path.filename());
  }
  return cousins;
}

/// The title of another file, as its first bytes say it: in the front matter, else in a heading
/// that opens it.
std::string title_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string head(2048, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
  const auto line_from = [&head](std::size_t begin) {
    return head.substr(begin, head.find('\n', begin) - begin);
  };
  std::size_t begin = 0;
  if (head.starts_with("---")) {
    if (const std::size_t title = head.find("\ntitle:"); title != std::string::npos)
      return line_from(title + 7);
    begin = head.find("\n---");
    if (begin == std::string::npos) return {};
    begin = head.find('\n', begin + 1);
  }
  begin = head.find_first_not_of(" \t\r\n", begin);
  if (begin == std::string::npos || head[begin] != '#') return {};
  begin = head.find_first_not_of('#', begin);
  return begin == std::string::npos ? std::string() : line_from(begin);
}

/// Whether of some of `files` half have a title that asks, two at least.
bool most_ask(const std::vector<std::filesystem::path>& files) {
  constexpr std::size_t sample = 8;
  Tally asking;
  for (const auto& file : files) {
    const std::string title = title_of(file);
    if (!title.empty()) asking.add(reads_like_question(title));
    if (asking.all == sample || 2 * asking.yes >= sample) break;
  }
  return asking.yes >= 2 && asking.share() >= 0.5;
}

bool siblings_ask(const std::filesystem::path& path) { return most_ask(siblings_of(path)); }

/// The heading that nothing but comments, tags and imports stands above, if all others are deeper
/// and something stands below it; else nullptr.
const Heading* opening_heading(const Document& document) {
  std::size_t line = document.body_line();
  for (; line < document.count(); ++line) {
    const Kind kind = document[line].kind;
    const std::string_view whole = document.whole(line);
    if (kind != Kind::blank && kind != Kind::html && document[line].code == Code::no &&
        !whole.starts_with("import ") && !whole.starts_with("export "))
      break;
  }
  const Heading* opening = nullptr;
  for (const Heading& heading : document.headings()) {
    if (document.is_code(heading.line)) continue;
    if (opening == nullptr) {
      if (heading.line > line || heading.announces_answer || heading.furniture != Furniture::none ||
          is_blank(heading.title))
        return nullptr;
      opening = &heading;
    } else if (heading.level <= opening->level) {
      return nullptr;
    }
  }
  if (opening == nullptr) return nullptr;
  const std::size_t below = document.skip_blank(opening->end_line, document.count());
  return below < document.count() ? opening : nullptr;
}

/// Whether text, and not the next heading, stands below a heading.
bool has_text_below(const Document& document, const Heading& heading) {
  const std::size_t below = document.skip_blank(heading.end_line, document.count());
  return below < document.count() && document[below].kind != Kind::heading;
}

}  // namespace

bool folder_is_about_questions(const std::filesystem::path& path) {
  const std::filesystem::path folder = path.parent_path();
  std::vector<std::filesystem::path> folders = {folder};
  if (!folder.empty()) folders.push_back(folder.parent_path());
  return std::ranges::any_of(folders, [&path](const auto& each) {
    const std::filesystem::path page = each / "README.md";
    return page != path && smells_of_questions(title_of(page));
  });
}

bool is_page_of_folder(const std::filesystem::path& path) {
  const std::string name = lower_ascii(path.stem().string());
  return name == "readme" || name == "index" || name == "_index";
}

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
  const std::string kind = std::filesystem::path(document.text().path).stem().extension().string();
  if (!front.title.empty() && (kind == ".question" || kind == ".faq"))
    return FileQuestion{front.title, "front matter with a title, in a file named a question"};
  return std::nullopt;
}

std::optional<FileQuestion> question_among_files(const FrontMatter& front,
                                                 const Document& document) {
  // "Accessibility Questions" is the title of many.
  if (front.title.empty() || smells_of_questions(front.title)) return std::nullopt;
  const bool folder_asks = smells_of_questions(document.text().path);
  if (reads_like_question(front.title) && folder_asks)
    return FileQuestion{front.title, "front matter whose title asks, in a folder of questions"};
  if ((reads_like_question(front.title) || folder_asks) && siblings_ask(document.text().path))
    return FileQuestion{front.title, "front matter with a title, beside files whose titles ask"};
  return std::nullopt;
}

std::optional<FileQuestion> question_in_heading(const Document& document) {
  const Heading* heading = opening_heading(document);
  if (heading == nullptr || !reads_like_question(heading->title) || announces_faq(heading->title) ||
      clean_question(heading->title).text.empty())
    return std::nullopt;
  const auto question = [&](std::string evidence) {
    return FileQuestion{std::string(heading->title), std::move(evidence)};
  };
  const std::filesystem::path path(document.text().path);
  // "See also", "Related questions" below it are no part of it.
  const bool alone = std::ranges::all_of(document.headings(), [heading](const Heading& each) {
    return &each == heading || each.furniture == Furniture::part ||
           each.furniture == Furniture::closing;
  });
  const bool page = is_page_of_folder(path);
  const bool text = has_text_below(document, *heading);
  if (alone && text && !page && ends_in_question_mark(heading->title))
    return question("the only heading is a question");
  // "Short answer", "How it works" may come at once where a mark says that it asks.
  if ((text || ends_in_question_mark(heading->title)) &&
      most_ask(page ? cousins_of(path) : siblings_of(path)))
    return question("the heading over all asks, as those of other files do");
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

std::optional<FileQuestion> question_in_name_and_title(const Document& document) {
  const std::filesystem::path path(document.text().path);
  const std::string name = words_of_name(path);
  if (!ends_in_question_mark(name)) return std::nullopt;
  const std::size_t title = document.skip_blank(document.body_line(), document.count());
  if (title >= document.count() ||
      folded_words(document.whole(title)) != folded_words(path.stem().string()) ||
      document.skip_blank(title + 1, document.count()) == document.count())
    return std::nullopt;
  Tally asking;
  for (const Heading& heading : document.headings()) {
    if (heading.line != title && !document.is_code(heading.line))
      asking.add(ends_in_question_mark(heading.title));
  }
  if (2 * asking.yes > asking.all) return std::nullopt;
  return FileQuestion{name, "the file's name asks, and opens the text"};
}

std::string name_of_note(const std::filesystem::path& path) {
  const std::string name = path.stem().string();
  if (trimmed(name).find(' ') == std::string_view::npos || smells_of_questions(name)) return {};
  return words_of_name(path);
}

}  // namespace answers::markdown
