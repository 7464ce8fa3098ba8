#include "corpus/data/field_names.h"

#include "corpus/characters/characters.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace answers {
namespace {

struct Names {
  FieldRole role;
  std::string_view names;  // separated by blanks, the best first
};

constexpr std::array table = {
    Names{FieldRole::question,
          "question questiontext questiontitle questioncontent questionname q query prompt front "
          "stem faqquestion "
          "userquestion userquery inputtext ask inquiry problem problemstatement questionstem clue "
          "riddle pregunta pergunta "
          "frage domanda вопрос питання 问题 問題 题目 題目 提问 質問 질문 문제 soru vraag pytanie "
          "pertanyaan otázka fråga "
          "spørgsmål kérdés întrebare ερώτηση السؤال سؤال"},
    Names{FieldRole::title,
          "title name headline heading header 标题 標題 titel título titre заголовок"},
    Names{FieldRole::term, "term word concept acronym abbreviation expression vocabulary begriff"},
    Names{FieldRole::body,
          "body questionbody questiondetail questiondetails questiondescription selftext code "
          "codesnippet snippet "
          "questioncode"},
    Names{FieldRole::answer,
          "answer answertext answercontent answerbody answerhtml a response reply completion back "
          "solution bestanswer "
          "faqanswer modelanswer sampleanswer idealanswer finalanswer expectedanswer "
          "referenceanswer goldanswer "
          "goldenanswer groundtruth shortanswer longanswer fullanswer detailedanswer humananswers "
          "humananswer answers "
          "target targets ideal positive positives pos positivepassages botresponse chatgpt gpt "
          "respuesta resposta antwort risposta "
          "réponse reponse ответ "
          "відповідь 答案 回答 解答 参考答案 答え 답변 답 정답 cevap antwoord odpowiedź jawaban "
          "odpověď svar válasz "
          "răspuns απάντηση الإجابة إجابة الجواب"},
    Names{FieldRole::text, "text content markdown html"},
    Names{FieldRole::definition, "definition meaning description desc translation"},
    Names{FieldRole::accepted_answer, "acceptedanswer"},
    Names{FieldRole::suggested_answer, "suggestedanswer"},
    Names{FieldRole::instruction, "instruction instructions task"},
    Names{FieldRole::input, "input inputs"},
    Names{FieldRole::output, "output outputs"},
    Names{FieldRole::context, "context contexts passage document paragraph article background"},
    Names{FieldRole::instances, "instances"},
    Names{FieldRole::patterns,
          "patterns pattern questions utterances queries phrases alternatives"},
    Names{FieldRole::responses, "responses replies"},
    Names{FieldRole::options,
          "options choices answeroptions answerchoices possibleanswers variants opciones 选项"},
    Names{FieldRole::wrong_options,
          "incorrectanswers incorrect wronganswers wrong distractors falseanswers"},
    Names{FieldRole::correct,
          "correctanswer correctanswers correct rightanswer rightanswers answerkey correctoption "
          "correctoptions "
          "correctchoice correctindex correctanswerindex correctoptionindex answerindex answeridx "
          "answerid correctid "
          "correctletter rightoption cop solutionindex correctresponse"},
    Names{FieldRole::explanation,
          "explanation rationale exp reason reasoning justification feedback support solutiontext "
          "comment 解析 解释"},
    Names{FieldRole::turns,
          "conversations conversation messages chatmessages contents turns dialog dialogue chat "
          "utterance "
          "history"},
    Names{FieldRole::chosen, "chosen"},
    Names{FieldRole::mapping, "mapping"},
    Names{FieldRole::passages, "qas paragraphs"},
    Names{FieldRole::votes, "votes score votecount upvotes upvotecount ups likes voteup"},
    Names{FieldRole::accepted, "accepted isaccepted isbest isbestanswer isacceptedanswer"},
    Names{FieldRole::id, "id questionid qid uid uuid guid faqid identifier slug"},
    Names{FieldRole::tags,
          "tags tag keywords keyword labels theme themes hashtags skills 标签 关键词"},
    Names{FieldRole::section,
          "section sections category categories topic topics chapter subject subtopic subcategory "
          "group domain area module "
          "unit deck thema thema kategorie categoría категория тема 分类 类别"},
    Names{FieldRole::source,
          "source src origin book site website publisher citation quelle fuente 来源"},
    Names{FieldRole::page, "page pagenumber"},
    Names{FieldRole::author,
          "author owner creator username contributor postedby askedby answeredby"},
    Names{FieldRole::date,
          "date createdat created creationdate createtime datepublished datecreated published "
          "publishedat timestamp "
          "updatedat updated lastupdated datum fecha"},
    Names{FieldRole::url, "url link href permalink questionurl webpage uri anchor"},
    Names{FieldRole::language, "language lang locale inlanguage"},
    Names{FieldRole::difficulty,
          "difficulty level grade complexity expertise hardness schwierigkeit 难度"},
};

constexpr std::string_view container_names =
    "data dataset items item entries entry records record rows row list results result questions "
    "question faq faqs "
    "frequentlyaskedquestions qa qas qna qnas qnadocuments qnalist questionsandanswers "
    "questionanswers pairs intents cards flashcards notes content contents "
    "examples samples instances documents docs doc hits hit collection quiz quizzes sections "
    "section topics categories category groups "
    "children mainentity graph root body payload response train test validation valid dev problems "
    "exercises knowledgebase "
    "conversations conversation messages paragraphs questionlist questionset faqlist values "
    "elements posts threads subsections subtopics "
    "subcategories chapters lessons units modules answers translation translations pages page "
    "parts blocks haspart exam tests";

/// Letters and digits alone, case folded.
std::string normalised(std::string_view name) {
  std::string result = folded_words(name);
  std::erase(result, ' ');
  return result;
}

template <typename Visit>
void each_word(std::string_view words, Visit visit) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    visit(words.substr(0, end));
    words.remove_prefix(std::min(words.size(), end + 1));
  }
}

constexpr std::size_t longest_name = 60;  // bytes: what is longer is a sentence

}  // namespace

FieldName field_name(std::string_view name) {
  static const auto roles = [] {
    std::unordered_map<std::string_view, FieldName> map;
    for (const Names& names : table) {
      int rank = 0;
      each_word(names.names, [&](std::string_view word) {
        map.emplace(word, FieldName{names.role, rank++});
      });
    }
    map.emplace("вопросы", FieldName{FieldRole::patterns, 9});
    return map;
  }();
  if (name.size() > longest_name) return {};
  const auto found = roles.find(normalised(name));
  return found == roles.end() ? FieldName{} : found->second;
}

bool is_container_name(std::string_view name) {
  static const auto names = [] {
    std::unordered_set<std::string_view> set;
    each_word(container_names, [&](std::string_view word) { set.insert(word); });
    return set;
  }();
  const std::string key = normalised(name);
  if (names.contains(key)) return true;
  const std::size_t letters = key.find_first_of("0123456789");
  return letters <= 8 && key.find_first_not_of("0123456789", letters) == std::string::npos &&
         (letters == 0 || letters == 1 || names.contains(key.substr(0, letters)));
}

}  // namespace answers
