#include "corpus/wording/language_of_path.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"

#include <algorithm>
#include <cstddef>

namespace answers {
namespace {

/// Sorted. Those that are also English words or names of file kinds ("is", "no", "it", "md" …)
/// count only with a region behind them or in a folder of their own with one.
constexpr std::string_view codes[] = {
    "ar", "bg", "bn", "bs", "ca", "cn", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr",
    "gu", "he", "hi", "hr", "hu", "hy", "id", "it", "ja", "jp", "ka", "kk", "kn", "ko", "kr", "lt",
    "lv", "mk", "ml", "mn", "mr", "ms", "nb", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq",
    "sr", "sv", "sw", "ta", "te", "th", "tr", "tw", "ua", "uk", "ur", "uz", "vi", "zh",
};
constexpr std::string_view ambiguous[] = {"id", "it", "ml", "no", "ms",
                                          "el", "sl", "te", "kn", "mr"};

/// A code of a country that people write for its language.
std::string_view language_of(std::string_view code) {
  if (code == "cn" || code == "tw") return "zh";
  if (code == "jp") return "ja";
  if (code == "kr") return "ko";
  if (code == "ua") return "uk";
  return code;
}

/// "zh", "zh-cn", "pt_br", "zh-hans": the language, else empty.
std::string_view language_tag(std::string_view part) {
  if (part.size() < 2) return {};
  const std::string_view code = part.substr(0, 2);
  if (!std::ranges::binary_search(codes, code)) return {};
  if (part.size() == 2)
    return std::ranges::find(ambiguous, code) == std::end(ambiguous) ? language_of(code)
                                                                     : std::string_view();
  if (part[2] != '-' && part[2] != '_') return {};
  const std::string_view region = part.substr(3);
  if ((region.size() != 2 && region.size() != 4) || !std::ranges::all_of(region, is_lower))
    return {};
  return language_of(code);
}

std::string find_language(std::string_view path) {
  const std::string lower = lower_ascii(path);
  std::string_view rest = lower;
  const std::size_t slash = rest.rfind('/');
  std::string_view name = slash == std::string_view::npos ? rest : rest.substr(slash + 1);
  if (const std::size_t dot = name.rfind('.'); dot != std::string_view::npos && dot > 0)
    name = name.substr(0, dot);
  // The end of the file's name: "-es", "_ar", ".pt-br"; longest first, so that "zh-cn" is not "cn".
  if (const auto whole = language_tag(name); !whole.empty()) return std::string(whole);
  for (const std::size_t length : {7U, 5U, 2U}) {
    if (name.size() <= length + 1) continue;
    const char before = name[name.size() - length - 1];
    if (before != '-' && before != '_' && before != '.') continue;
    if (const auto found = language_tag(name.substr(name.size() - length)); !found.empty())
      return std::string(found);
  }
  // The innermost folder that is a language.
  while (true) {
    const std::size_t end = rest.rfind('/');
    if (end == std::string_view::npos) return {};
    rest = rest.substr(0, end);
    const std::size_t begin = rest.rfind('/');
    const std::string_view folder = begin == std::string_view::npos ? rest : rest.substr(begin + 1);
    if (const auto found = language_tag(folder); !found.empty()) return std::string(found);
  }
}

}  // namespace

std::string language_of_path(std::string_view path) {
  // All records of a file ask for the same path, one after the other.
  thread_local std::string asked;
  thread_local std::string found;
  if (path != asked) {
    found = find_language(path);
    asked = path;
  }
  return found;
}

}  // namespace answers
