#include "corpus/fields/option_names.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/fields/field_names.h"

#include <charconv>
#include <system_error>

namespace answers {

std::optional<OptionName> option_of_key(std::string_view key) {
  constexpr std::size_t longest = 60;
  if (key.size() > longest) return std::nullopt;
  std::string name = folded_words(key);
  for (const std::string_view limit : {" max ", " required", " optional", " text", " correct"}) {
    if (const std::size_t at = name.find(limit); at != std::string::npos) name.resize(at);
  }
  std::erase(name, ' ');
  bool prefixed = false;
  for (const std::string_view prefix :
       {"option", "choice", "answer", "alternative", "opción", "opcion", "opção", "opcao",
        "respuesta", "réponse", "reponse", "antwort", "вариант", "ответ", "选项", "opt", "op",
        "ans"}) {
    if (name.starts_with(prefix) && name.size() > prefix.size()) {
      name.erase(0, prefix.size());
      prefixed = true;
      break;
    }
  }
  if (name.size() == 1 && is_letter(name[0])) {
    const char letter = static_cast<char>(name[0] | 0x20);
    if (letter <= 'j') return OptionName{static_cast<std::size_t>(letter - 'a'), false};
    return std::nullopt;
  }
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (!prefixed || name.empty() || error != std::errc() || end != name.data() + name.size() ||
      number > most_options)
    return std::nullopt;
  return OptionName{number, true};
}

std::string option_label(std::size_t index) {
  return {static_cast<char>('A' + index % most_options)};
}

bool is_option_key(std::string_view key) { return option_of_key(key).has_value(); }

bool names_right_option(std::string_view key) {
  static constexpr std::string_view names =
      " iscorrect isright right istrue isanswer iscorrectanswer isvalid valid truth ";
  return names.find(' ' + folded_letters(key) + ' ') != std::string_view::npos ||
         field_name(key).role == FieldRole::correct;
}

}  // namespace answers
