#include "corpus/wording/language.h"

#include "corpus/characters/byte_set.h"
#include "corpus/characters/sixteen_bytes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace answers {
namespace {

struct Language {
  std::string_view code;
  /// Function words, lower case, without accents and apostrophes, separated by single blanks.
  std::string_view function_words;
};

constexpr Language languages[] = {
    {"en",
     "a an the this that these those of to in on at by for from with into onto about as and or but "
     "if then than so such am is are was were be been being have has had having do does did doing "
     "done will would shall should can could may might must i me my mine myself we us our ours you "
     "your yours he him his she her hers it its they them their theirs there here also just too "
     "very please any some all each both more most other own same id im ive dont doesnt didnt isnt "
     "arent wasnt cant couldnt wont wouldnt shouldnt what which who whom whose when where why how"},
    {"de",
     "der die das den dem des ein eine einen einem einer eines und oder aber nicht ist sind war "
     "waren wird werden wurde kann konnen ich du er sie es wir ihr mein dein sein ihre mich mir "
     "sich auf aus bei fur mit nach von vor zu zum zur im als wie auch noch nur wenn dass welche "
     "welcher welches warum wieso wann wo wer was"},
    {"fr",
     "le la les un une des du de et ou mais ne pas est sont etait sera peut je tu il elle nous "
     "vous ils elles mon ma mes son sa ses leur leurs ce cet cette ces dans sur pour par avec sans "
     "sous chez que qui quoi quel quelle quels quelles comment pourquoi quand aux plus se si"},
    {"es",
     "el la los las de un una unos unas y o pero no es son fue ser esta estan puede yo tu ella "
     "nosotros "
     "ellos mi mis su sus nuestro este ese esto eso en por para con sin sobre entre que quien cual "
     "cuales como porque cuando donde del al lo le les se hay mas muy"},
    {"it",
     "il la lo gli di da un uno una dei delle della dello degli e o ma non sono era puo io lui lei "
     "noi voi "
     "loro mio mia suo sua questo questa questi quello nel nella con per tra fra su che chi cosa "
     "quale quali come perche quando dove anche piu si ci"},
    {"pt",
     "o a os as de um uma uns umas e ou mas nao sao era foi ser pode eu ele ela nos eles meu minha "
     "seu "
     "sua este esta isso em no na nos nas do da dos das por para com sem sobre entre que quem qual "
     "quais como porque quando onde ao mais muito se"},
    {"nl",
     "de het een en of maar niet is zijn was waren wordt worden kan kunnen ik jij hij zij wij "
     "jullie mijn jouw haar ons deze dit dat die in op aan bij voor met naar van uit te ook nog "
     "als wat welke wie waarom wanneer waar hoe er"},
    {"sv",
     "en ett och eller men inte ar var blir kan jag du han hon vi ni de dem min din sin som att "
     "det den detta dessa i pa for med till fran av om vad vilken vilka vem varfor nar hur ocksa"},
    {"ru",
     "и или но не это как что кто где когда почему зачем какой какая какие чем для при без под над "
     "из от до по на во со об за у я ты он она оно мы вы они мой его ее их был была было были есть "
     "бы ли же если то так"},
    // What it shares with Russian, and what tells it from that.
    {"bg",
     "и или не как кой кога за без под над от до по на при какво защо къде това този тази тези "
     "който която което които са се съм сме ще има няма след преди чрез към със във"},
    // Only what its neighbours do not have.
    {"ca",
     "els dels amb quin quina quins quines aquest aquesta aquests aquestes aixo allo perque tambe "
     "molt meva seva nosaltres vosaltres"},
};

/// A word's first sixteen bytes, and how many it has.
struct WordKey {
  std::uint64_t beginning = 0;
  std::uint64_t rest = 0;
  std::size_t size = 0;

  constexpr WordKey() = default;
  constexpr explicit WordKey(std::string_view word) {
    for (const char byte : word) add(byte);
  }
  constexpr void add(char byte) {
    const std::uint64_t value = static_cast<unsigned char>(byte);
    if (size < 8) {
      beginning |= value << 8U * size;
    } else if (size < longest) {
      rest |= value << 8U * (size - 8);
    }
    ++size;
  }
  bool operator==(const WordKey&) const = default;

  static constexpr std::size_t longest = 16;
};

/// The function words of all languages, in a table that is made by the compiler: to look one up
/// costs a multiplication and two comparisons, and looking up is what detecting a language does.
class FunctionWords {
 public:
  constexpr FunctionWords() {
    for (std::size_t i = 0; i < std::size(languages); ++i) {
      std::string_view rest = languages[i].function_words;
      while (!rest.empty()) {
        const auto blank = std::min(rest.find(' '), rest.size());
        const WordKey word(rest.substr(0, blank));
        Slot& slot = slots_[place_of(word)];
        slot.beginning = word.beginning;
        slot.rest = word.rest;
        slot.languages |= 1U << i;
        rest.remove_prefix(std::min(blank + 1, rest.size()));
      }
    }
  }

  /// Bit i is set: `word` is a function word of languages[i].
  constexpr std::uint32_t languages_of(const WordKey& word) const {
    return word.size > WordKey::longest ? 0 : slots_[place_of(word)].languages;
  }

 private:
  struct Slot {
    std::uint64_t beginning = 0;
    std::uint64_t rest = 0;
    std::uint32_t languages = 0;
  };
  static constexpr unsigned slot_bits = 11;  // for some 600 words
  static constexpr std::size_t slots = std::size_t{1} << slot_bits;

  /// Where it stands, or a free slot.
  constexpr std::size_t place_of(const WordKey& word) const {
    std::size_t place =
        ((word.beginning ^ word.rest * 3) * 0x9E3779B97F4A7C15U) >> (64U - slot_bits);
    while (slots_[place].languages != 0 &&
           (slots_[place].beginning != word.beginning || slots_[place].rest != word.rest))
      place = (place + 1) % slots;
    return place;
  }

  std::array<Slot, slots> slots_{};
};

constexpr FunctionWords function_words;

constexpr std::size_t most_bytes = 2000;   // of a text that are looked at
constexpr std::size_t bytes_a_look = 250;  // behind which it is asked whether that was enough

/// Writing that says of itself which language it is, or nearly so.
enum class Script : std::uint8_t {
  cyrillic,
  han,
  kana,
  hangul,
  greek,
  hebrew,
  arabic,
  devanagari,
  bengali,
  tamil,
  thai,
  armenian,
  georgian,
  none,
};
constexpr std::size_t script_count = static_cast<std::size_t>(Script::none);

struct Block {
  char32_t first;
  char32_t last;
  Script script;
};
constexpr Block blocks[] = {
    {0x370, 0x3FF, Script::greek},    {0x400, 0x52F, Script::cyrillic},
    {0x531, 0x586, Script::armenian}, {0x5D0, 0x5EA, Script::hebrew},
    {0x620, 0x6D3, Script::arabic},   {0x900, 0x97F, Script::devanagari},
    {0x980, 0x9FF, Script::bengali},  {0xB80, 0xBFF, Script::tamil},
    {0xE00, 0xE7F, Script::thai},     {0x10A0, 0x10FF, Script::georgian},
    {0x1100, 0x11FF, Script::hangul}, {0x3041, 0x30FF, Script::kana},
    {0x3400, 0x4DBF, Script::han},    {0x4E00, 0x9FFF, Script::han},
    {0xAC00, 0xD7A3, Script::hangul},
};

Script script_of(char32_t letter) {
  const auto* block = std::ranges::lower_bound(blocks, letter, {}, &Block::last);
  return block != std::end(blocks) && block->first <= letter ? block->script : Script::none;
}

/// U+00C0–U+00FF without accents, lower case; '.' for what is no single letter.
constexpr std::string_view plain_latin =
    "aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y";
static_assert(plain_latin.size() == 64);

/// The languages that have an accented letter of U+00C0–U+00FF, by its last six bits: a bit for
/// each of `languages`. English takes those of all others, with their words.
constexpr std::array<std::uint32_t, 64> languages_with_letter = [] {
  struct Letters {
    std::string_view code;
    std::u32string_view letters;  // small ones
  };
  constexpr Letters known[] = {{"de", U"äöüßéà"},        {"fr", U"àâæçéèêëîïôùûüÿ"},
                               {"es", U"áéíóúüñç"},      {"it", U"àèéìíîòóùú"},
                               {"pt", U"áâãàçéêíóôõúü"}, {"nl", U"éèêëïíóöüáàç"},
                               {"sv", U"åäöéàü"},        {"ca", U"àçèéíïòóúü"}};
  std::array<std::uint32_t, 64> table{};
  for (std::size_t i = 0; i < std::size(languages); ++i) {
    std::u32string_view letters = U"àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿß";
    for (const Letters& one : known) {
      if (one.code == languages[i].code) letters = one.letters;
    }
    for (const char32_t letter : letters) {
      table[letter & 0x3FU] |= 1U << i;
      table[letter & 0x1FU] |= 1U << i;  // the capital
    }
  }
  return table;
}();

/// What speaks for which language.
class LanguageEvidence {
 public:
  void look_at(std::string_view text) {
    text = text.substr(0, most_bytes);
    std::size_t next_look = bytes_a_look;
    for (std::size_t at = 0; at < text.size();) {
      if (at >= next_look) {
        if (is_settled()) return;
        next_look = at + bytes_a_look;
      }
      const auto byte = static_cast<unsigned char>(text[at]);
      if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') {
        at = take_word(text, at);
        continue;
      }
      if (byte < 0x80) {
        at = byte == '`' ? behind_code(text, at) : at + 1;
        continue;
      }
      const bool is_accented =
          byte == 0xC3 && at + 1 < text.size() && text[at + 1] != '\x97' && text[at + 1] != '\xB7';
      if (byte >= 0xE5 && byte <= 0xE8 && at + 2 < text.size()) {  // U+5000 … U+8FFF
        ++scripts_[static_cast<std::size_t>(Script::han)];
        at += 3;
      } else if (is_accented || rare_letter(text, at) > 0) {
        at = take_mixed_word(text, at);
      } else {
        at = take_sign(text, at);
      }
    }
  }

  std::string_view language() const {
    std::size_t most = 0;
    std::size_t others = 0;
    for (std::size_t i = 0; i < script_count; ++i) {
      others += scripts_[i];
      if (scripts_[i] > scripts_[most]) most = i;
    }
    // A text in another script holds English terms; an English one rarely more than a name of it.
    // A word is two signs of Chinese, and six letters of Russian or so.
    const bool syllables = most == static_cast<std::size_t>(Script::han) ||
                           most == static_cast<std::size_t>(Script::kana) ||
                           most == static_cast<std::size_t>(Script::hangul);
    if (syllables ? others >= 2 && others * 2 >= words_ : others >= 4 && others >= words_ * 2)
      return of_script(static_cast<Script>(most));
    if (rare_words_ >= 2 && rare_words_ * 8 >= words_) return of_rare_letters();
    return of_words();
  }

 private:
  /// Whether what was looked at leaves no doubt, so the rest need not be: twice of all that
  /// language() asks for, and no other writing beside it.
  bool is_settled() const {
    constexpr std::size_t enough = 24;  // function words, signs of Chinese
    const std::size_t han = count(Script::han);
    std::size_t signs = 0;
    for (const std::size_t of_script : scripts_) signs += of_script;
    if (han > 0) return signs == han && han >= 4 * enough && han >= words_;
    const auto best = std::ranges::max_element(hits_);
    if (signs > 0 || rare_words_ > 0 || *best < enough || *best * 6 < words_) return false;
    return std::ranges::all_of(
               hits_,
               [most = *best](std::size_t hits) { return hits == most || hits * 4 < most; }) &&
           std::ranges::count(hits_, *best) == 1;
  }

  /// The bytes of the letter at `at` if it is a Latin one that none of `languages` has but as a
  /// guest; else 0.
  static std::size_t rare_letter(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const auto second = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : 0);
    if (lead == 0xC4 || (lead == 0xC5 && second != 0x92 && second != 0x93)) return 2;  // not œ
    if (lead == 0xC6 && (second == 0xA0 || second == 0xA1 || second == 0xAF || second == 0xB0))
      return 2;
    if (lead == 0xC8 && second >= 0x98 && second <= 0x9B) return 2;
    if (lead == 0xE1 && (second == 0xBA || second == 0xBB)) return 3;
    return 0;
  }

  struct RareLetters {
    std::string_view code;
    std::string_view letters;  // that the others do not have
  };
  static constexpr RareLetters rare_letters[] = {
      {"pl", "ąćęłńśźż"}, {"tr", "ğış"},
      {"cs", "ěřů"},      {"hu", "őű"},
      {"ro", "ășțşţ"},    {"vi", "ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"},
      {"lv", "āēīūģķļņ"}, {"lt", "ėįųū"},
      {"sk", "ľĺŕ"},      {"hr", "đ"}};

  /// The language whose letters most of the rare ones are; none where two have as many.
  std::string_view of_rare_letters() const {
    std::size_t best = 0;
    for (std::size_t i = 1; i < std::size(rare_letters); ++i) {
      if (rare_hits_[i] > rare_hits_[best]) best = i;
    }
    const auto alike = std::ranges::count(rare_hits_, rare_hits_[best]);
    return rare_hits_[best] == 0 || alike > 1 ? std::string_view() : rare_letters[best].code;
  }

  void count_rare(std::string_view letter) {
    for (std::size_t i = 0; i < std::size(rare_letters); ++i)
      rare_hits_[i] += rare_letters[i].letters.find(letter) != std::string_view::npos ? 1U : 0U;
  }

  std::size_t count(Script script) const { return scripts_[static_cast<std::size_t>(script)]; }

  std::string_view of_script(Script script) const {
    switch (script) {
      case Script::han:
      case Script::kana:
        // Japanese has particles and endings in kana; Chinese borrows a の at most.
        if (count(Script::kana) * 10 >= count(Script::han)) return "ja";
        return "zh";
      case Script::cyrillic:
        if (south_slavic_ > 0 && south_slavic_ >= russian_ + ukrainian_) return {};
        if (is_bulgarian()) return "bg";
        if (ukrainian_ > russian_) return "uk";
        return russian_ > 0 || hits_[index_of("ru")] > 0 ? "ru" : std::string_view();
      case Script::arabic:
        if (urdu_ > 0) return "ur";
        return persian_ > 0 ? "fa" : "ar";
      case Script::hangul:
        return "ko";
      case Script::greek:
        return "el";
      case Script::hebrew:
        return "he";
      case Script::devanagari:
        return "hi";
      case Script::bengali:
        return "bn";
      case Script::tamil:
        return "ta";
      case Script::thai:
        return "th";
      case Script::armenian:
        return "hy";
      case Script::georgian:
        return "ka";
      case Script::none:
        break;
    }
    return {};
  }

  /// No Russian word has ъ before a consonant or at its end; without one two words must tell.
  bool is_bulgarian() const {
    const std::size_t words = hits_[index_of("bg")];
    return russian_ + ukrainian_ + south_slavic_ == 0 &&
           (bulgarian_ > 0 || (words >= 2 && words > hits_[index_of("ru")]));
  }

  /// Of a language whose other words are those of Spanish or Italian: by two words, or by one and a
  /// letter that Spanish has not.
  bool is_catalan() const {
    constexpr std::size_t words_for_one = 30;
    const std::size_t words = hits_[index_of("ca")];
    return words * words_for_one >= words_ && foreign_words_[index_of("ca")] == 0 &&
           (words >= 2 || (words == 1 && foreign_words_[index_of("es")] > 0));
  }

  /// Two function words decide for English, and in a short text for any; else three and a twelfth
  /// of all words, since names and code hold a "de" or "in" by chance. Half as many again as of any
  /// other language.
  std::string_view of_words() const {
    if (is_catalan()) return "ca";
    // A language is out of the question where a word in twelve has a letter that it has not.
    const auto hits = [this](std::size_t i) {
      const bool is_out = foreign_words_[i] > 0 && foreign_words_[i] * 12 >= words_;
      return is_out ? 0 : hits_[i];
    };
    std::size_t best = 0;
    for (std::size_t i = 1; i < hits_.size(); ++i) {
      if (hits(i) > hits(best)) best = i;
    }
    std::size_t second = 0;
    for (std::size_t i = 0; i < hits_.size(); ++i) {
      if (i != best) second = std::max(second, hits(i));
    }
    constexpr std::size_t short_text = 12;  // words
    const bool is_short = words_ <= short_text;
    const std::size_t needed = best == index_of("en") || is_short ? 2 : 3;
    if (hits(best) < needed || hits(best) * 12 < words_ || hits(best) * 2 < second * 3) return {};
    return languages[best].code;
  }

  static constexpr std::size_t index_of(std::string_view code) {
    for (std::size_t i = 0; i < std::size(languages); ++i) {
      if (languages[i].code == code) return i;
    }
    return 0;
  }

  /// What parts a word from the next, and neither goes on with it nor makes an address of it.
  static constexpr std::array<bool, 256> ends_ascii_word = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0; byte < 0x80; ++byte) table[byte] = true;
    for (std::size_t letter = 'a'; letter <= 'z'; ++letter)
      table[letter] = table[letter - ('a' - 'A')] = false;
    for (std::size_t digit = '0'; digit <= '9'; ++digit) table[digit] = false;
    table['_'] = table['\''] = table[':'] = false;
    return table;
  }();

  /// The letters of ASCII at text[at…], fewer than sixteen; none where text or word is longer.
  static WordKey ascii_letters(std::string_view text, std::size_t at) {
    WordKey word;
    if (std::endian::native != std::endian::little || at + sizeof(Sixteen) > text.size())
      return word;
    Sixteen bytes{};
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    bytes |= 0x20;
    const std::size_t size = first_that_holds((bytes < 'a') | (bytes > 'z'));
    if (size == sizeof bytes) return word;
    std::array<std::uint64_t, 2> halves{};
    std::memcpy(halves.data(), &bytes, sizeof bytes);
    const auto first = [](std::size_t count) { return (std::uint64_t{1} << 8U * count) - 1; };
    word.beginning = size < 8 ? halves[0] & first(size) : halves[0];
    word.rest = size < 8 ? 0 : halves[1] & first(size - 8);
    word.size = size;
    return word;
  }

  /// Whether the word at `at` stands behind a sign of code: it is a name of something.
  static bool is_behind_sign(std::string_view text, std::size_t at) {
    static constexpr ByteSet signs("_$\\@-");
    return at > 0 && signs.contains(text[at - 1]);
  }

  void count_function_word(const WordKey& word) {
    auto found = function_words.languages_of(word);
    for (; found != 0; found &= found - 1)
      ++hits_[static_cast<std::size_t>(std::countr_zero(found))];
  }

  /// A word that begins with a letter of ASCII.
  std::size_t take_word(std::string_view text, std::size_t at) {
    const WordKey word = ascii_letters(text, at);
    if (word.size == 0 || !ends_ascii_word[static_cast<unsigned char>(text[at + word.size])])
      return take_mixed_word(text, at);
    ++words_;
    if (!is_behind_sign(text, at)) count_function_word(word);
    return at + word.size;
  }

  /// A word of Latin letters; one with digits or underscores is a name of something.
  std::size_t take_mixed_word(std::string_view text, std::size_t at) {
    WordKey word;
    bool rare = false;
    std::uint32_t may_be = ~0U;  // languages
    bool name = is_behind_sign(text, at);
    for (; at < text.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') {
        word.add(static_cast<char>(byte | 0x20));
      } else if (byte == 0xC3 && at + 1 < text.size()) {
        ++at;
        may_be &= languages_with_letter[static_cast<unsigned char>(text[at]) & 0x3FU];
        const char plain = plain_latin[static_cast<unsigned char>(text[at]) & 0x3FU];
        if (plain == '.') name = true;
        word.add(plain);
      } else if (const std::size_t size = rare_letter(text, at); size > 0) {
        count_rare(text.substr(at, size));
        name = rare = true;
        at += size - 1;
      } else if (byte == '_' || (byte >= '0' && byte <= '9')) {
        name = true;
      } else if (byte == '\'') {
        continue;
      } else if (byte == 0xE2 && text.substr(at, 3) == "\u2019") {
        at += 2;
      } else {
        break;
      }
    }
    if (at < text.size() && text[at] == ':' && text.substr(at, 3) == "://")
      return std::min(text.find_first_of(" \n)>", at), text.size());
    ++words_;
    rare_words_ += rare ? 1U : 0U;
    for (std::size_t i = 0; may_be != ~0U && i < std::size(languages); ++i)
      foreign_words_[i] += ~may_be >> i & 1U;
    if (!name) count_function_word(word);
    return at;
  }

  /// Behind a code span or a fence; behind the sign alone where nothing closes it.
  static std::size_t behind_code(std::string_view text, std::size_t at) {
    const bool fence = text.substr(at, 3) == "```";
    const std::size_t open = at + (fence ? 3 : 1);
    const std::size_t close = text.find(fence ? "```" : "`", open);
    if (close == std::string_view::npos) return fence ? text.size() : open;
    return close + (fence ? 3 : 1);
  }

  /// A sign of more than one byte. Words of Cyrillic are looked up too.
  std::size_t take_sign(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (at + size > text.size()) return text.size();
    char32_t sign = lead & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i)
      sign = sign << 6U | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    const Script script = script_of(sign);
    if (script == Script::none) return at + size;
    ++scripts_[static_cast<std::size_t>(script)];
    if (script == Script::arabic) {
      urdu_ += sign == 0x679 || sign == 0x688 || sign == 0x691 || sign == 0x6BA || sign == 0x6BE ||
                       sign == 0x6C1 || sign == 0x6D2
                   ? 1U
                   : 0U;
      persian_ += sign == 0x67E || sign == 0x686 || sign == 0x6AF || sign == 0x6CC ? 1U : 0U;
    }
    return script == Script::cyrillic ? take_cyrillic_word(text, at) : at + size;
  }

  std::size_t take_cyrillic_word(std::string_view text, std::size_t at) {
    WordKey word;
    std::size_t letters = 0;
    bool is_hard = false;  // a ъ stands before
    for (; at + 1 < text.size(); at += 2) {
      const auto lead = static_cast<unsigned char>(text[at]);
      if (lead < 0xD0 || lead > 0xD2) break;
      char32_t sign = (lead & 0x1FU) << 6U | (static_cast<unsigned char>(text[at + 1]) & 0x3FU);
      if (sign >= 0x410 && sign <= 0x42F) sign += 0x20;
      if (sign >= 0x400 && sign <= 0x40F) sign += 0x50;
      if (sign == 0x451 || sign == 0x44B || sign == 0x44D) ++russian_;
      if (sign == 0x454 || sign == 0x456 || sign == 0x457 || sign == 0x491) ++ukrainian_;
      if (is_hard && sign != 0x435 && sign != 0x44E && sign != 0x44F && sign != 0x451) ++bulgarian_;
      is_hard = sign == 0x44A;
      if (sign == 0x452 || (sign >= 0x458 && sign <= 0x45C) || sign == 0x45F) ++south_slavic_;
      if (sign == 0x451) sign = 0x435;  // ё is mostly written е
      word.add(static_cast<char>(0xC0U | sign >> 6U));
      word.add(static_cast<char>(0x80U | (sign & 0x3FU)));
      ++letters;
    }
    scripts_[static_cast<std::size_t>(Script::cyrillic)] +=
        letters - std::min<std::size_t>(letters, 1);
    bulgarian_ += is_hard ? 1U : 0U;
    for (const std::size_t language : {index_of("ru"), index_of("bg")})
      hits_[language] += (function_words.languages_of(word) >> language) & 1U;
    return letters == 0 ? at + 2 : at;
  }

  std::array<std::size_t, script_count> scripts_{};                // letters
  std::array<std::size_t, std::size(languages)> hits_{};           // function words
  std::array<std::size_t, std::size(rare_letters)> rare_hits_{};   // letters
  std::size_t rare_words_ = 0;                                     // that hold one
  std::array<std::size_t, std::size(languages)> foreign_words_{};  // with a letter that it has not
  std::size_t words_ = 0;                                          // of Latin letters
  std::size_t russian_ = 0;
  std::size_t ukrainian_ = 0;
  std::size_t bulgarian_ = 0;     // ъ where Russian has none
  std::size_t south_slavic_ = 0;  // ђ ј љ њ ћ ќ џ
  std::size_t persian_ = 0;
  std::size_t urdu_ = 0;
};

}  // namespace

bool is_function_word(std::string_view word, std::string_view language) {
  const std::uint32_t found = function_words.languages_of(WordKey(word));
  const auto* known = std::ranges::find(languages, language, &Language::code);
  const auto index = known == std::end(languages) ? 0 : known - std::begin(languages);
  return ((found >> index) & 1U) != 0;
}

std::string_view detect_language(std::string_view text, std::string_view more) {
  LanguageEvidence evidence;
  evidence.look_at(text);
  evidence.look_at(more);
  return evidence.language();
}

}  // namespace answers
