#include "searcher/query/asking_words.h"

#include "corpus/wording/language.h"
#include "indexer/analysis/analysis.h"
#include "indexer/analysis/characters.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string>

namespace answers {
namespace {

/// Longer ones before those they begin with. Where words are parted by blanks a whole word is
/// meant; where they are not, or an ending is joined to the word asked for, any place will do.
struct Phrase {
  std::string_view text;
  bool is_joined = false;
};
constexpr Phrase phrases[] = {
    // Japanese
    {"とは何でしょうか", true},
    {"とはなんですか", true},
    {"とは何ですか", true},
    {"って何ですか", true},
    {"はどうやって", true},
    {"どうやって", true},
    {"どうすれば", true},
    {"教えてください", true},
    {"教えて", true},
    {"やり方", true},
    {"とは何か", true},
    {"はなぜ", true},
    {"とは何", true},
    {"って何", true},
    {"何ですか", true},
    {"ですか", true},
    {"ますか", true},
    {"の違いは", true},
    {"とは", true},
    // Chinese
    {"是什么意思", true},
    {"是什麼意思", true},
    {"什么是", true},
    {"什麼是", true},
    {"是什么", true},
    {"是什麼", true},
    {"为什么", true},
    {"為什麼", true},
    {"为啥", true},
    {"為啥", true},
    {"什么叫", true},
    {"什麼叫", true},
    {"啥是", true},
    {"是啥", true},
    {"怎么办", true},
    {"怎麼辦", true},
    {"怎么样", true},
    {"怎麼樣", true},
    {"怎样", true},
    {"怎樣", true},
    {"怎么", true},
    {"怎麼", true},
    {"如何", true},
    {"有哪些", true},
    {"哪些", true},
    {"有什么", true},
    {"有什麼", true},
    {"请问", true},
    {"請問", true},
    // Korean
    {"이란 무엇인가요", true},
    {"란 무엇인가요", true},
    {"이란 무엇인가", true},
    {"란 무엇인가", true},
    {"은 무엇입니까", true},
    {"는 무엇입니까", true},
    {"이란 무엇입니까", true},
    {"란 무엇입니까", true},
    {"은 무엇인가요", true},
    {"는 무엇인가요", true},
    {"이 뭐예요", true},
    {"가 뭐예요", true},
    {"무엇인가요", true},
    {"무엇인가", true},
    {"무엇입니까", true},
    {"이란", true},
    {"어떻게", true},
    {"알려주세요", true},
    {"알려줘", true},
    {"하는 법", true},
    {"뭐야", true},
    {"무엇", true},
    // Thai
    {"คืออะไร", true},
    {"อย่างไร", true},
    {"ทำไม", true},
    // Russian, Ukrainian, Bulgarian
    {"что такое"},
    {"что значит"},
    {"как работает"},
    {"чем отличается"},
    {"для чего"},
    {"такое"},
    {"що таке"},
    {"що це"},
    {"чому"},
    {"навіщо"},
    {"какво е"},
    {"какво"},
    // Arabic, Persian, Hebrew, Hindi, Urdu
    {"ما هو"},
    {"ما هي"},
    {"ماهو"},
    {"ماهي"},
    {"ما هى"},
    {"ما معنى"},
    {"لماذا"},
    {"كيف"},
    {"متى"},
    {"چیست"},
    {"چگونه"},
    {"چرا"},
    {"מה זה"},
    {"מהו"},
    {"מהי"},
    {"מה"},
    {"איך"},
    {"למה"},
    {"क्या है"},
    {"क्या होता है"},
    {"क्या"},
    {"कैसे"},
    {"क्यों"},
    // Greek
    {"τι είναι"},
    {"ποιος είναι"},
    {"ποια είναι"},
    {"πώς"},
    {"πως"},
    {"γιατί"},
    {"τι"},
    // English: what is more than function words
    {"tell me about a time when you"},
    {"tell me about a time you"},
    {"tell me about a time"},
    {"tell me about"},
    {"describe a time when you"},
    {"describe a time"},
    {"describe a situation"},
    {"walk me through"},
    {"can you explain"},
    {"can you tell me"},
    {"could you explain"},
    {"what do you know about"},
    {"what do you mean by"},
    {"what is meant by"},
    {"what does it mean"},
    {"give me an example of"},
    {"give an example of"},
    {"what happens if"},
    {"what happens when"},
    // of Latin letters
    {"qu'est-ce que c'est que"},
    {"qu'est-ce que"},
    {"qu'est-ce qu"},
    {"qu'est-ce"},
    {"qu’est-ce que"},
    {"qu’est-ce qu"},
    {"qu’est-ce"},
    {"est-ce que"},
    {"est-ce qu"},
    {"c'est quoi"},
    {"c’est quoi"},
    {"à quoi sert"},
    {"was ist"},
    {"was sind"},
    {"was bedeutet"},
    {"wie funktioniert"},
    {"was heißt"},
    {"qué es"},
    {"que es"},
    {"qué son"},
    {"cómo"},
    {"qué"},
    {"cuál es"},
    {"por qué"},
    {"che cos'è"},
    {"che cos’è"},
    {"cos'è"},
    {"cos’è"},
    {"che cosa è"},
    {"perché"},
    {"o que é"},
    {"o que são"},
    {"por que"},
    {"qual é"},
    {"wat is"},
    {"wat zijn"},
    {"vad är"},
    {"hvad er"},
    {"hva er"},
    {"hvordan"},
    {"hvorfor"},
    {"mikä on"},
    {"miten"},
    {"miksi"},
    {"co to jest"},
    {"czym jest"},
    {"dlaczego"},
    {"co to je"},
    {"co je"},
    {"proč"},
    {"čo je"},
    {"mi az a"},
    {"mi az"},
    {"mi a"},
    {"miért"},
    {"hogyan"},
    {"ce este"},
    {"ce e"},
    {"de ce"},
    {"što je"},
    {"šta je"},
    {"kaj je"},
    {"nedir"},
    {"ne demek"},
    {"nasıl"},
    {"neden"},
    {"apa itu"},
    {"apakah"},
    {"bagaimana"},
    {"mengapa"},
    {"apa"},
    {"là gì"},
    {"như thế nào"},
    {"tại sao"},
    {"ano ang"},
};

/// What asks where a query begins with it or ends in it, and may be content anywhere else. Longer
/// ones before those that they begin with or end in.
struct PlacedPhrase {
  std::string_view text;
  bool defines = true;               ///< it asks what something is
  bool is_joined = false;            ///< no blank parts it from what is asked about
  std::string_view only_after = {};  ///< the query must begin so: "how do" of "… work"
};
constexpr PlacedPhrase leading[] = {
    {"explain to me"},
    {"explain the concept of"},
    {"explain"},
    {"define"},
    {"describe"},
    {"definition of"},
    {"meaning of"},
    {"explanation of"},
    {"tell me about"},
    {"introduction to"},
    {"intro to"},
    {"overview of"},
    {"basics of"},
    {"reasons for", false},
    {"reason for", false},
    {"cause of", false},
    {"how come", false},
    {"erkläre mir"},
    {"erkläre"},
    {"definition von"},
    {"bedeutung von"},
    {"expliquer"},
    {"explique"},
    {"définition de"},
    {"definition de"},
    {"signification de"},
    {"explica"},
    {"explicar"},
    {"definición de"},
    {"definicion de"},
    {"significado de"},
    {"definizione di"},
    {"significato di"},
    {"spiega"},
    {"definição de"},
    {"definicao de"},
    {"betekenis van"},
    {"объясни"},
    {"объясните"},
    {"определение"},
    {"解释一下", true, true},
    {"解释", true, true},
    {"简述", true, true},
    {"介绍一下", true, true},
};
constexpr PlacedPhrase trailing[] = {
    {"in simple terms"},
    {"for dummies"},
    {"for beginners"},
    {"explained simply"},
    {"explained"},
    {"explanation"},
    {"definition"},
    {"meaning"},
    {"overview"},
    {"eli5"},
    {"reason", false},
    {"mean", true, false, "what do"},
    {"means", true, false, "what"},
    {"stand for", true, false, "what do"},
    {"stands for", true, false, "what"},
    {"works", false, false, "how"},
    {"work", false, false, "how do"},
    {"einfach erklärt"},
    {"erklärt"},
    {"bedeutung"},
    {"définition"},
    {"signification"},
    {"significado"},
    {"definición"},
    {"definicion"},
    {"definizione"},
    {"significato"},
    {"definição"},
    {"betekenis"},
    {"это что"},
    {"что это"},
    {"это"},
    {"的意思", true, true},
    {"的定义", true, true},
    {"の意味", true, true},
    {"의 의미", true, true},
    {"에 대해 설명", true, true},
};

/// Those of `phrases` that begin with the same byte, in their order: numbers from 1, 0 at the end.
struct ByFirstByte {
  std::array<std::uint8_t, 256> first{};
  std::array<std::uint8_t, std::size(phrases) + 1> next{};
};
static_assert(std::size(phrases) < 256);
constexpr ByFirstByte by_first_byte = [] {
  ByFirstByte chains;
  for (std::size_t number = std::size(phrases); number > 0; --number) {
    const auto byte = static_cast<unsigned char>(phrases[number - 1].text.front());
    chains.next[number] = chains.first[byte];
    chains.first[byte] = static_cast<std::uint8_t>(number);
  }
  return chains;
}();

/// Lower case of what the phrases are written in; of as many bytes as before, or as it was.
std::string lowered(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Character character = read_character(text, at);
    const std::string_view written = text.substr(at, character.length);
    const char32_t c = character.code_point;
    at += character.length;
    if (c >= 'A' && c <= 'Z') {
      lower += static_cast<char>(c + 32);
    } else if ((c >= 0x410 && c <= 0x42F) || (c >= 0x391 && c <= 0x3A9) ||
               (c >= 0xC0 && c <= 0xDE && c != 0xD7)) {
      const char32_t small = c + 32;
      lower += static_cast<char>(0xC0U | small >> 6U);
      lower += static_cast<char>(0x80U | (small & 0x3FU));
    } else {
      lower += written;
    }
  }
  return lower;
}

/// Puts the phrases that ask where they stand, of a text in lower case, beside those in `found`.
void add_placed(std::string_view text, std::vector<AskingWords>& found) {
  constexpr std::string_view signs = " \t\n?!.,:;\"'";
  using Place = AskingWords::Place;
  const std::size_t begin = text.find_first_not_of(signs);
  if (begin == text.npos) return;
  const std::size_t end = text.find_last_not_of(signs) + 1;
  const std::string_view all = text.substr(begin, end - begin);
  const auto is_free = [&found](std::size_t from, std::size_t to) {
    return std::ranges::none_of(
        found, [&](const AskingWords& one) { return from < one.end && to > one.begin; });
  };
  std::size_t asked = begin;  // what is asked about begins here
  for (const PlacedPhrase& one : leading) {
    const std::string_view rest = all.substr(std::min(one.text.size(), all.size()));
    if (!all.starts_with(one.text) || rest.empty() || (!one.is_joined && rest[0] != ' ')) continue;
    asked += one.text.size();
    std::erase_if(found, [&](const AskingWords& it) { return it.end <= asked; });
    if (is_free(begin, asked))
      found.insert(found.begin(), {begin, asked, Place::first, one.defines});
    break;
  }
  for (const PlacedPhrase& one : trailing) {
    if (!all.ends_with(one.text) || !all.starts_with(one.only_after)) continue;
    const std::size_t at = end - one.text.size();
    if (at <= asked + 1 || (!one.is_joined && text[at - 1] != ' ') || !is_free(at, end)) continue;
    found.push_back({at, end, Place::last, one.defines});
    break;
  }
}

}  // namespace

std::vector<AskingWords> find_asking_words(std::string_view query) {
  constexpr std::size_t longest = 400;  // bytes: what is longer does not only ask
  std::vector<AskingWords> found;
  if (query.size() > longest) return found;
  const std::string text = lowered(query);
  if (text.size() != query.size()) return found;
  const auto is_inside_word = [&](std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    return at < text.size() && word_begins(text, begin);
  };
  const auto stands_at = [&](const Phrase& one, std::size_t at) {
    if (text.compare(at, one.text.size(), one.text) != 0) return false;
    if (one.is_joined) return true;
    const bool begins = at == 0 || !is_inside_word(at - 1);
    return begins && !is_inside_word(at + one.text.size());
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t number = by_first_byte.first[static_cast<unsigned char>(text[at])];
    while (number != 0 && !stands_at(phrases[number - 1], at)) number = by_first_byte.next[number];
    if (number == 0) {
      ++at;
      continue;
    }
    const std::size_t end = at + phrases[number - 1].text.size();
    found.push_back({.begin = at, .end = end});
    at = end;
  }
  add_placed(text, found);
  return found;
}

std::optional<std::string> asked_plainly(std::string_view query,
                                         std::span<const AskingWords> asking) {
  constexpr std::ptrdiff_t most_blanks = 3;
  constexpr std::string_view blanks = " \t\n?!.";
  std::size_t begin = 0;  // of the topic
  std::size_t end = query.size();
  bool defines = false;
  for (const AskingWords& one : asking) {
    if (!one.defines) continue;
    defines = true;
    if (one.place == AskingWords::Place::first) begin = one.end;
    if (one.place == AskingWords::Place::last) end = one.begin;
  }
  if (!defines) return std::nullopt;
  std::string_view topic = query.substr(begin, end - begin);
  for (const std::string_view what : {"what does ", "what do ", "what "}) {
    if (lowered(topic).starts_with(what)) topic.remove_prefix(what.size());
  }
  topic.remove_prefix(std::min(topic.find_first_not_of(blanks), topic.size()));
  topic = topic.substr(0, topic.find_last_not_of(blanks) + 1);
  const std::string word = fold(topic.substr(0, topic.find(' ')));
  if (topic.empty() || std::ranges::count(topic, ' ') > most_blanks ||
      (is_function_word(word, "en") && word != "a" && word != "an" && word != "the"))
    return std::nullopt;
  return "what is " + std::string(topic);
}

}  // namespace answers
