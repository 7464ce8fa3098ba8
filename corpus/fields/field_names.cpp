#include "corpus/fields/field_names.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace answers {
namespace {

struct Names {
  FieldRole role;
  std::string_view names;  // separated by blanks, the best first
};

constexpr std::array table = {
    Names{
        FieldRole::question,
        "question questiontext questiontitle questioncontent questionname q query prompt front "
        "frontside vorderseite recto anverso voorkant "
        "stem faqquestion "
        "userquestion userquery userinput inputtext ask inquiry problem problemstatement "
        "questionstem clue "
        "riddle pregunta pergunta "
        "frage domanda вопрос питання 问题 問題 题目 題目 提问 質問 질문 문제 soru vraag pytanie "
        "pertanyaan otázka fråga "
        "spørgsmål kérdés întrebare ερώτηση السؤال سؤال câuhỏi คำถาม پرسش שאלה प्रश्न প্রশ্ন "
        "statement sual сұрақ savol swali pyetje прашање კითხვა հարց galdera tanong கேள்வி ప్రశ్న "
        "سوال kysymys spørsmål küsimus klausimas jautājums vprašanje pitanje въпрос питање demande "
        "enquiry issue ques qn qns qstn soalan preguntas perguntas fragen domande questões "
        "enunciado zagadnienie "
        "题干 "
        "題幹 問題文 soal sorular kysymykset pytania otázky frågor spørgsmålene"},
    Names{FieldRole::title,
          "title name headline heading header 标题 標題 titel título titre titolo заголовок tytuł "
          "nadpis "
          "otsikko rubrik başlık judul tiêuđề タイトル 제목 العنوان τίτλος כותרת cím naslov"},
    Names{
        FieldRole::term,
        "term word concept acronym abbreviation expression vocabulary begriff término termo terme "
        "sentence phrase frase oración satz zdanie idiom 句子 例文 "
        "termine begrip termin термин термін pojem fogalom terim istilah thuậtngữ 用語 用语 术语 "
        "術語 용어 المصطلح abbr initialism sigla sigle siglas acrónimo acrônimo acronimo acronyme "
        "abreviatura abreviação abbreviazione abréviation abkürzung akronym afkorting skrót "
        "skratka "
        "zkratka förkortning forkortelse kısaltma singkatan аббревиатура сокращение скорочення"},
    Names{FieldRole::body,
          "body questionbody questiondetail questiondetails questiondescription selftext code "
          "codesnippet snippet "
          "questioncode"},
    Names{
        FieldRole::answer,
        "groundtruth groundtruths goldanswer goldenanswer referenceanswer expectedanswer "
        "answer ans answ answertext answercontent answerbody answerhtml a response reply "
        "completion back "
        "backside rückseite verso reverso achterkant "
        "solution bestanswer "
        "faqanswer modelanswer sampleanswer idealanswer finalanswer "
        "shortanswer longanswer fullanswer detailedanswer humananswers "
        "humananswer answers "
        "target targets ideal positive positives pos positivepassages botresponse chatgpt gpt "
        "respuesta resposta antwort risposta "
        "réponse reponse ответ "
        "відповідь 答案 回答 解答 参考答案 答え 답변 답 정답 cevap antwoord odpowiedź jawaban "
        "odpověď svar válasz "
        "răspuns απάντηση الإجابة إجابة الجواب جواب trảlời câutrảlời đápán คำตอบ پاسخ תשובה उत्तर "
        "উত্তর vastaus vastus atsakymas atbilde odgovor отговор одговор jawapan fix resolution "
        "cavab жауап javob jibu përgjigje одговори პასუხი պատասխան erantzuna sagot பதில் సమాధానం "
        "workaround respuestas respostas antworten risposte réponses ответы відповіді opracowanie "
        "yanıt vastaukset odpowiedzi odpovědi odpovede válaszok odgovori απαντήσεις"},
    Names{FieldRole::text,
          "text content markdown html texte texto testo tekst teksti treść текст metin szöveg teks "
          "内容 內容 本文 내용 النص κείμενο טקסט"},
    Names{FieldRole::definition,
          "definition meaning def description desc translation definición definição définition "
          "definizione bedeutung definitie definicja definice определение визначення tanım "
          "địnhnghĩa 定義 定义 意味 説明 说明 說明 정의 설명 التعريف"},
    Names{
        FieldRole::expansion,
        "expansion fullform longform expandedform standsfor spelledout writtenout siglaespansa "
        "espansione formaestesa formacompleta nombrecompleto langform ausgeschrieben formecomplète "
        "formelongue rozwinięcie расшифровка açılımı kepanjangan"},
    Names{FieldRole::accepted_answer, "acceptedanswer"},
    Names{FieldRole::suggested_answer, "suggestedanswer"},
    Names{FieldRole::instruction, "instruction instructions task"},
    Names{FieldRole::input, "input inputs"},
    Names{
        FieldRole::output,
        "output outputs expected expectedoutput expectedoutputs referenceoutput referenceoutputs"},
    Names{FieldRole::context, "context contexts passage document paragraph article background"},
    Names{FieldRole::instances, "instances"},
    Names{FieldRole::patterns,
          "patterns pattern questions utterances queries phrases alternatives"},
    Names{FieldRole::responses, "responses replies"},
    Names{FieldRole::options,
          "options choices option choice answeroptions answerchoices possibleanswers variants "
          "opciones opções "
          "opzioni "
          "scelte alternativas antwortmöglichkeiten antwortoptionen optionen auswahl choix "
          "propositions opties keuzes opcje warianty možnosti варианты вариантыответов "
          "вариантыответа "
          "варіанти варіантивідповідей seçenekler şıklar vaihtoehdot vastausvaihtoehdot "
          "svarsalternativ svaralternativer svarmuligheder alternativ pilihan opsi pilihanjawaban "
          "lựachọn 选项 選項 选择 選択肢 보기 선택지 الخيارات خيارات επιλογές lehetőségek opțiuni "
          "variante opcije אפשרויות گزینهها"},
    Names{FieldRole::wrong_options,
          "incorrectanswers incorrect wronganswers wrong distractors distractor falseanswers "
          "incorrecta "
          "incorrectas respuestasincorrectas incorretas erradas errate sbagliate falsch "
          "falscheantworten mauvaisesréponses fausses incorrectes błędne błędneodpowiedzi "
          "неправильные неправильныеответы yanlış yanlışcevaplar väärin väärät jawabansalah "
          "錯誤答案 错误答案 不正解 오답"},
    Names{
        FieldRole::correct,
        "correctanswer correctanswers correct rightanswer rightanswers answerkey correctoption "
        "correctoptions "
        "correctchoice correctindex correctanswerindex correctoptionindex answerindex answeridx "
        "answerid correctid "
        "correctletter rightoption cop solutionindex correctresponse correcta correcto "
        "respuestacorrecta opcióncorrecta correta correto respostacorreta gabarito corretta "
        "rispostacorretta giusta richtig korrekt richtigeantwort korrekteantwort bonneréponse "
        "réponsecorrecte correcte juist juisteantwoord poprawna prawidłowa poprawnaodpowiedź "
        "prawidłowaodpowiedź správně správná správnáodpověď správna správnaodpoveď правильный "
        "правильныйответ верный верныйответ правильна правильнавідповідь doğru doğrucevap "
        "doğruyanıt oikein oikea oikeavastaus rätt rättsvar riktig riktigsvar rigtigt rigtigtsvar "
        "kunci kuncijawaban jawabanbenar benar đúng đápánđúng 正确答案 正確答案 正解 正答 "
        "الإجابةالصحيحة صحيح σωστή σωστό σωστήαπάντηση helyes helyesválasz corect corectă "
        "răspunscorect točanodgovor tačanodgovor točno נכון תשובהנכונה پاسخصحیح"},
    Names{
        FieldRole::explanation,
        "explanation rationale exp why reason reasoning justification feedback support "
        "solutiontext "
        "comment 解析 解释 解釋 解説 해설 explicación explicação spiegazione erklärung begründung "
        "explication uitleg toelichting wyjaśnienie vysvětlení vysvetlenie пояснение объяснение "
        "пояснення açıklama selitys perustelu förklaring forklaring penjelasan pembahasan "
        "giảithích شرح εξήγηση magyarázat explicație objašnjenje הסבר توضیح"},
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
    Names{
        FieldRole::section,
        "section sections category categories topic topics chapter subject subtopic subcategory "
        "group domain area module "
        "unit deck thema kategorie categoría категория тема 分类 类别 tema categoria argomento "
        "assunto "
        "catégorie thème rubrique categorie onderwerp kategoria sekcja temat dział kategória téma "
        "раздел категорія розділ kategori konu aihe luokka ämne emne topik chủđề 分類 類別 章节 "
        "カテゴリ カテゴリー 분류 카테고리 주제 الفئة التصنيف κατηγορία kategorija קטגוריה"},
    Names{FieldRole::source,
          "source src origin book site website publisher citation quelle fuente 来源"},
    Names{FieldRole::page, "page pagenumber pagina página seite"},
    Names{FieldRole::author,
          "author owner creator username contributor postedby askedby answeredby"},
    Names{FieldRole::date,
          "date createdat created creationdate createtime datepublished datecreated published "
          "publishedat timestamp "
          "updatedat updated lastupdated datum fecha"},
    Names{FieldRole::url, "url link href permalink questionurl webpage uri anchor"},
    Names{FieldRole::language, "language lang locale inlanguage"},
    Names{FieldRole::difficulty,
          "difficulty level grade complexity expertise hardness schwierigkeit schwierigkeitsgrad "
          "difficulté dificultad dificuldade difficoltà niveau nivel trudność poziom сложность "
          "складність zorluk vaikeus svårighet kesulitan 难度 難度 難易度 난이도"},
};

constexpr std::string_view container_names =
    "data dataset part parts items item entries entry records record rows row list results result "
    "questions "
    "question faq faqs "
    "frequentlyaskedquestions qa qas qna qnas qnadocuments qnalist questionsandanswers "
    "questionanswers pairs intents cards flashcards notes content contents "
    "examples samples instances documents docs doc hits hit collection quiz quizzes sections "
    "section topics categories category groups "
    "children mainentity graph root body payload response train test validation valid dev problems "
    "exercises knowledgebase "
    "conversations conversation messages chats paragraphs questionlist questionset faqlist values "
    "elements posts threads subsections subtopics "
    "subcategories chapters lessons units modules answers translation translations pages page "
    "parts blocks haspart exam tests nodes edges node repository discussions articles qnas params "
    "dialogs panels preguntas perguntas fragen domande questões pytania otázky "
    "вопросы питання sorular kysymykset frågor spørgsmål soal pertanyaan 题目 問題 질문";

/// The words of a name, case folded and without accents, with a blank between two: "faqPregunta_es"
/// is "faq pregunta es". Letters that only look as if they had an accent lose their stroke, too.
std::string words_of_name(std::string_view name) {
  std::string parted;  // "questionText" is two words
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (i > 0 && is_upper(name[i]) && (is_lower(name[i - 1]) || is_digit(name[i - 1])))
      parted += ' ';
    parted += name[i];
  }
  return without_accents(folded_words(parted));
}

/// Letters and digits alone, case folded, without accents.
std::string normalised(std::string_view name) {
  std::string result = without_accents(folded_words(name));
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

constexpr std::size_t longest_name = 80;  // bytes: what is longer is a sentence

}  // namespace

namespace {

FieldName exact_name(const std::string& normalised_name) {
  static const auto roles = [] {
    std::unordered_map<std::string, FieldName> map;
    for (const Names& names : table) {
      int rank = 0;
      each_word(names.names, [&](std::string_view word) {
        map.emplace(normalised(word), FieldName{names.role, rank++});
      });
    }
    map.emplace(normalised("вопросы"), FieldName{FieldRole::patterns, 9});
    return map;
  }();
  const auto found = roles.find(normalised_name);
  return found == roles.end() ? FieldName{} : found->second;
}

/// Words behind or before "question" and "answer" that make another thing of it: what is counted,
/// when, by whom.
constexpr std::string_view other_things =
    " id ids uuid guid type types kind count counts number numbers num no nr index idx order date "
    "time timestamp created updated modified status state code score scores votes rating rank url "
    "link links href length len size tokens words lang language locale category categories topic "
    "topics tag tags key keys author user username name by source file path image images img icon "
    "audio video media style class color format level difficulty weight points marks duration "
    "matter page cover limit confidence probability embedding vector hash flag enabled required "
    "mark group list "
    "column row field label labels model variant variants version count total ";

/// What counts questions where it stands before them: "Number of questions", "# of questions".
constexpr std::string_view counting_words =
    " of nb number count amount total anzahl zahl nombre número numero cantidad quantidade liczba "
    "antal aantal количество число кількість ";

/// Words that say in which dress a text is there, and in which language.
constexpr std::string_view dresses =
    " text texts content body html markdown md plain raw str string value full short long final "
    "main original translated translation en de fr es it pt nl sv da no nb fi pl cs sk hu ro bg ru "
    "uk el tr ar he fa hi bn th vi ms zh ja ko cn jp kr us gb br mx english german deutsch "
    "french français spanish español italian portuguese russian chinese japanese korean arabic "
    "1 2 3 4 5 6 7 8 9 10 max maximum characters required optional ";

/// Names of questions and answers that stand alone only: with other words they say anything.
constexpr std::string_view alone =
    " a q ask problem clue riddle stem pos positive positives target targets gpt back completion "
    "ideal fix resolution ";

bool lists(std::string_view words, std::string_view word) {
  return words.find(' ' + std::string(word) + ' ') != std::string_view::npos;
}

/// The role of one word of a longer name.
FieldRole role_of_word(const std::string& word) {
  if (lists(alone, word)) return FieldRole::other;
  const FieldRole role = exact_name(word).role;
  if (role == FieldRole::patterns)
    return word == "questions" || word == "queries" ? FieldRole::question : FieldRole::other;
  if (role == FieldRole::responses) return FieldRole::answer;
  return is_side(role) ? role : FieldRole::other;
}

/// A name of several words, one of which at its beginning or end is one for a question or an
/// answer: "canonical_question", "Agent Response", "faq_pregunta", "answer_html", "Question (EN)".
FieldName name_of_words(const std::string& spaced) {
  std::vector<std::string> words;
  each_word(spaced, [&words](std::string_view word) { words.emplace_back(word); });
  if (words.size() == 1) {  // "wrong1", "distractor2"
    const std::string stem = spaced.substr(0, spaced.find_last_not_of("0123456789") + 1);
    const FieldRole role = stem == spaced ? FieldRole::other : exact_name(stem).role;
    return {role == FieldRole::wrong_options ? role : FieldRole::other, rank_of_words};
  }
  if (words.size() < 2 || words.size() > 12) return {};
  const bool right = std::ranges::any_of(words, [](const std::string& word) {
    return word == "right" || exact_name(word).role == FieldRole::correct;
  });
  const auto names = [&words](std::string_view word) {
    return std::ranges::any_of(words,
                               [word](const std::string& one) { return one.starts_with(word); });
  };
  if (names("incorrect") || names("wrong") || names("distractor"))
    return {FieldRole::wrong_options, rank_of_words};
  const bool of_options = std::ranges::any_of(words, [](const std::string& word) {
    const FieldRole role = exact_name(word).role;
    return role == FieldRole::answer || role == FieldRole::options || word == "index" ||
           word == "idx" || word == "id" || word == "letter" || word == "number";
  });
  if (right && (of_options || names("answer") || names("option") || names("choice")) &&
      !names("feedback"))
    return {FieldRole::correct, rank_of_words};
  // "Question - max 120 characters": what a template asks for stands behind the name.
  if (const auto limit = std::ranges::find(words, "max");
      limit != words.end() && limit != words.begin())
    words.erase(limit, words.end());
  if (words.size() > 5) return {};
  // "q_text", "a_en"
  if (words.size() == 2 && (words[0] == "q" || words[0] == "a") && lists(dresses, words[1]))
    return {words[0] == "q" ? FieldRole::question : FieldRole::answer, rank_of_words + 1};
  while (words.size() > 1 && lists(dresses, words.back())) words.pop_back();
  if (words.size() == 1) {
    const FieldName bare = exact_name(words[0]);
    return words[0].size() > 1 && bare.role <= FieldRole::definition && bare.role != FieldRole::body
               ? FieldName{bare.role, rank_of_words}
               : FieldName{};
  }
  if (lists(other_things, words.back()) || lists(counting_words, words.front()) ||
      std::ranges::find(words, "id") != words.end())  // "id_pregunta", "question_idQuestion"
    return {};
  if (words.size() == 3 && words[1] == "of" && lists(other_things, words[0])) return {};
  if (const FieldRole role = role_of_word(words.back()); role != FieldRole::other)
    return {role, rank_of_words};
  if (const FieldRole role = role_of_word(words.front());
      role != FieldRole::other && words.size() <= 3 &&
      std::ranges::none_of(words,
                           [](const std::string& word) { return lists(other_things, word); }))
    return {role, rank_of_words + 2};
  return {};
}

}  // namespace

namespace {

std::unordered_map<std::string, FieldName>& given_names() {
  static std::unordered_map<std::string, FieldName> names;
  return names;
}

}  // namespace

void give_field_names(const GivenNames& names) {
  constexpr int before_all = -1;
  given_names().clear();
  for (const std::string& name : names.questions)
    given_names()[normalised(name)] = {FieldRole::question, before_all};
  for (const std::string& name : names.answers)
    given_names()[normalised(name)] = {FieldRole::answer, before_all};
}

std::optional<GivenNames> given_names_in(std::string_view text) {
  constexpr std::string_view question = "question=";
  constexpr std::string_view answer = "answer=";
  GivenNames names;
  while (!text.empty()) {
    const bool asks = text.starts_with(question);
    if (!asks && !text.starts_with(answer)) return std::nullopt;
    text.remove_prefix((asks ? question : answer).size());
    // Up to the next ",question=" or ",answer=".
    std::size_t end = 0;
    while (end < text.size() && !(text[end] == ',' && (text.substr(end + 1).starts_with(question) ||
                                                       text.substr(end + 1).starts_with(answer))))
      ++end;
    const std::string_view name = text.substr(0, end);
    if (normalised(name).empty()) return std::nullopt;
    (asks ? names.questions : names.answers).emplace_back(name);
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return names;
}

bool is_given_name(std::string_view name) {
  return !given_names().empty() && given_names().contains(normalised(name));
}

bool is_abbreviation_key(std::string_view name) {
  static constexpr std::string_view names =
      " acronym abbreviation abbr initialism sigla sigle siglas acronimo acronyme abreviatura "
      "abreviacao abbreviazione abreviation abkurzung akronym afkorting skrot skratka zkratka "
      "forkortning forkortelse kısaltma kisaltma singkatan аббревиатура сокращение скорочення ";
  return lists(names, normalised(name));
}

bool is_number_of(std::string_view name) { return name.starts_with("# ") || name.ends_with('#'); }

FieldName field_name(std::string_view name) {
  if (is_given_name(name)) return given_names().at(normalised(name));
  if (name.size() > longest_name || is_number_of(name)) return {};
  const FieldName exact = exact_name(normalised(name));
  return exact.role == FieldRole::other ? name_of_words(words_of_name(name)) : exact;
}

std::size_t last_word_of(std::string_view key) {
  while (!key.empty() && std::string_view("_-. ").find(key.back()) != std::string_view::npos)
    key.remove_suffix(1);
  const std::size_t mark = key.find_last_of("_-. ");
  if (mark != std::string_view::npos) return mark + 1;
  std::size_t at = key.size();
  while (at > 0 && !is_upper(key[at - 1])) --at;
  return at > 0 ? at - 1 : 0;
}

bool is_made_of_names(std::string_view name) {
  if (name.size() > longest_name) return false;
  std::size_t words = 0;
  bool all = true;
  const std::string spaced = words_of_name(name);
  each_word(spaced, [&](std::string_view word) {
    ++words;
    all = all && (word == "faq" || lists(other_things, word) ||
                  exact_name(std::string(word)).role != FieldRole::other);
  });
  return all && words > 1;
}

bool is_name_of_deck(std::string_view name) {
  name.remove_prefix(name.find_last_of('/') + 1);  // of a path; npos + 1 is 0
  const std::string words = ' ' + words_of_name(name) + ' ';
  bool deck = words.find(" flash card") != std::string::npos;
  each_word(words, [&deck](std::string_view word) {
    deck = deck || lists(
                       " flashcards flashcard anki quizlet vocab vocabulary vocabulario "
                       "vocabulaire vokabeln karteikarten fiszki tarjetas ",
                       word);
  });
  return deck;
}

bool is_container_name(std::string_view name) {
  static const auto names = [] {
    std::unordered_set<std::string> set;
    each_word(container_names, [&](std::string_view word) { set.emplace(normalised(word)); });
    return set;
  }();
  const std::string key = normalised(name);
  if (names.contains(key)) return true;
  const std::size_t letters = key.find_first_of("0123456789");
  return letters <= 8 && key.find_first_not_of("0123456789", letters) == std::string::npos &&
         (letters == 0 || letters == 1 || names.contains(key.substr(0, letters)));
}

}  // namespace answers
