#include "searcher/query/transliteration.h"

#include "searcher/query/typing_errors.h"

#include <algorithm>
#include <iterator>

namespace answers {
namespace {

struct Sound {
  char32_t letter;
  std::string_view latin;
};
/// As words of computing are written that came from English.
constexpr Sound sounds[] = {
    {U'а', "a"},  {U'б', "b"},   {U'в', "v"}, {U'г', "g"},  {U'д', "d"},  {U'е', "e"},
    {U'ж', "zh"}, {U'з', "z"},   {U'и', "i"}, {U'й', "y"},  {U'к', "k"},  {U'л', "l"},
    {U'м', "m"},  {U'н', "n"},   {U'о', "o"}, {U'п', "p"},  {U'р', "r"},  {U'с', "s"},
    {U'т', "t"},  {U'у', "u"},   {U'ф', "f"}, {U'х', "h"},  {U'ц', "ts"}, {U'ч', "ch"},
    {U'ш', "sh"}, {U'щ', "sch"}, {U'ъ', ""},  {U'ы', "y"},  {U'ь', ""},   {U'э', "e"},
    {U'ю', "yu"}, {U'я', "ya"},  {U'ё', "e"}, {U'є', "ye"}, {U'і', "i"},  {U'ї', "yi"},
    {U'ґ', "g"},
};
static_assert(std::ranges::is_sorted(sounds, {}, &Sound::letter));

}  // namespace

std::string latin_of_cyrillic(std::string_view folded) {
  std::string latin;
  for (const char32_t letter : letters_of(folded)) {
    const auto* sound = std::ranges::lower_bound(sounds, letter, {}, &Sound::letter);
    if (sound == std::end(sounds) || sound->letter != letter) return {};
    latin += sound->latin;
  }
  return latin;
}

}  // namespace answers
