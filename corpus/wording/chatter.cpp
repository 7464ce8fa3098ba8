#include "corpus/wording/chatter.h"

#include "corpus/characters/characters.h"
#include "corpus/wording/word_table.h"

#include <string>

namespace answers {
namespace {

struct Phrase {
  std::string_view words{};
};

constexpr Phrase phrases[] = {
    // what greets, and asks nothing
    {"hi"},
    {"hey"},
    {"hello"},
    {"hi all"},
    {"hi everyone"},
    {"hello everyone"},
    {"good morning"},
    {"hallo"},
    {"moin"},
    {"hola"},
    {"salut"},
    {"bonjour"},
    {"ciao"},
    {"привет"},
    {"how are you"},
    {"how are you doing"},
    {"how are you guys"},
    {"hi how are you"},
    {"hey how are you"},
    {"hello how are you"},
    {"how's it going"},
    {"how is it going"},
    {"what's up"},
    {"whats up"},
    {"and you"},
    {"how about you"},
    {"anyone here"},
    {"anybody here"},
    {"is anyone here"},
    {"can i ask a question"},
    {"can i ask something"},
    {"wie geht's"},
    {"wie geht es dir"},
    {"wie gehts dir"},
    {"na wie geht's"},
    {"ça va"},
    {"comment ça va"},
    {"comment vas-tu"},
    {"cómo estás"},
    {"hola cómo estás"},
    {"qué tal"},
    {"tudo bem"},
    {"como vai"},
    {"come stai"},
    {"как дела"},
    {"привет как дела"},
    {"как ты"},
    {"你好吗"},
    {"在吗"},
    // what is said to an answer
    {"thanks"},
    {"thank you"},
    {"thank you so much"},
    {"thank you very much"},
    {"thanks a lot"},
    {"many thanks"},
    {"thx"},
    {"ty"},
    {"cheers"},
    {"great thanks"},
    {"ok thanks"},
    {"thanks everyone"},
    {"thanks all"},
    {"danke"},
    {"vielen dank"},
    {"merci"},
    {"merci beaucoup"},
    {"gracias"},
    {"muchas gracias"},
    {"obrigado"},
    {"obrigada"},
    {"grazie"},
    {"спасибо"},
    {"большое спасибо"},
    {"谢谢"},
    {"you're welcome"},
    {"np"},
    {"lol"},
    {"lmao"},
    {"rofl"},
    {"haha"},
    {"hahaha"},
    {"xd"},
    {"wow"},
    {"hm"},
    {"hmm"},
    {"hmmm"},
    {"good question"},
    {"great question"},
    {"gute frage"},
    {"same"},
    {"same here"},
    {"same question"},
    {"same problem"},
    {"me too"},
    {"following"},
    {"bump"},
    {"up"},
    {"1"},  // "+1"
};

}  // namespace

bool is_chatter(std::string_view message) {
  constexpr std::size_t longest = 60;  // bytes
  message = trimmed(message);
  // "1" alone may answer "How many?".
  if (message.size() > longest || message == "1") return false;
  static const WordTable<Phrase> table(phrases, &Phrase::words);
  const std::string folded = folded_words(message);
  return folded.empty() || table.find(folded) != nullptr;
}

}  // namespace answers
