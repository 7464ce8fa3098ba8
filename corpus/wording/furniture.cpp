#include "corpus/wording/furniture.h"

#include "corpus/characters/characters.h"
#include "corpus/characters/sixteen_bytes.h"
#include "corpus/wording/invitations.h"
#include "corpus/wording/word_table.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace answers {
namespace {

struct Heading {
  std::string_view words;
  Furniture kind;
};

constexpr auto contents = Furniture::contents;
constexpr auto project = Furniture::project;
constexpr auto part = Furniture::part;
constexpr auto closing = Furniture::closing;

constexpr Heading headings[] = {
    {"table of contents", contents},
    {"table of content", contents},
    {"contents", contents},
    {"content", contents},
    {"toc", contents},
    {"index", contents},
    {"table of questions", contents},
    {"list of questions", contents},
    {"questions list", contents},
    {"目录", contents},
    {"目錄", contents},
    {"目次", contents},
    {"もくじ", contents},
    {"содержание", contents},
    {"оглавление", contents},
    {"зміст", contents},
    {"inhalt", contents},
    {"inhaltsverzeichnis", contents},
    {"sommaire", contents},
    {"table des matières", contents},
    {"índice", contents},
    {"tabla de contenidos", contents},
    {"tabla de contenido", contents},
    {"contenido", contents},
    {"contenidos", contents},
    {"sumário", contents},
    {"indice", contents},
    {"spis treści", contents},
    {"inhoud", contents},
    {"içindekiler", contents},
    {"목차", contents},
    {"mục lục", contents},
    {"daftar isi", contents},
    {"الفهرس", contents},
    {"المحتويات", contents},
    {"license", project},
    {"licence", project},
    {"licensing", project},
    {"copyright", project},
    {"copyright notice", project},
    {"contributing", project},
    {"contribute", project},
    {"how to contribute", project},
    {"contribution", project},
    {"contributions", project},
    {"contributors", project},
    {"contribution guidelines", project},
    {"our contributors", project},
    {"maintainers", project},
    {"maintainer", project},
    {"acknowledgements", project},
    {"acknowledgments", project},
    {"acknowledgement", project},
    {"acknowledgment", project},
    {"author and copyright", project},
    {"copyright and license", project},
    {"license and copyright", project},
    {"authors", project},
    {"author", project},
    {"about the author", project},
    {"credits", project},
    {"credit", project},
    {"sponsors", project},
    {"sponsor", project},
    {"backers", project},
    {"support", project},
    {"support us", project},
    {"support the project", project},
    {"donate", project},
    {"donations", project},
    {"stargazers", project},
    {"star history", project},
    {"stargazers over time", project},
    {"show your support", project},
    {"disclaimer", project},
    {"installation", project},
    {"install", project},
    {"getting started", project},
    {"quick start", project},
    {"changelog", project},
    {"change log", project},
    {"release notes", project},
    {"roadmap", project},
    {"useful resources", project},
    {"preparation resources", project},
    {"resources", project},
    {"learning resources", project},
    {"other resources", project},
    {"more resources", project},
    {"additional resources", project},
    {"other answers", project},
    {"translations", project},
    {"translation", project},
    {"available translations", project},
    {"questions", project},
    {"question", project},
    {"the questions", project},
    {"interview questions", project},
    {"the interview questions", project},
    {"answers", project},
    {"questions and answers", project},
    {"q a", project},
    {"quiz", project},
    {"faq", project},
    {"faqs", project},
    {"frequently asked questions", project},
    {"introduction", project},
    {"intro", project},
    {"preface", project},
    {"foreword", project},
    {"about", project},
    {"about this repo", project},
    {"about this repository", project},
    {"about me", project},
    {"contact", project},
    {"contact us", project},
    {"contacts", project},
    {"follow us", project},
    {"follow me", project},
    {"feedback", project},
    {"suggest your question", project},
    {"suggest a question", project},
    {"community", project},
    {"join us", project},
    {"stay tuned", project},
    {"prerequisites", project},
    {"usage", project},
    {"features", project},
    {"history", project},
    {"overview", project},
    {"legend", project},
    {"how to use", project},
    {"许可证", project},
    {"许可", project},
    {"授权", project},
    {"贡献", project},
    {"贡献者", project},
    {"致谢", project},
    {"免责声明", project},
    {"简介", project},
    {"前言", project},
    {"介绍", project},
    {"лицензия", project},
    {"участие", project},
    {"авторы", project},
    {"введение", project},
    {"lizenz", project},
    {"einleitung", project},
    {"mitwirkende", project},
    {"licencia", project},
    {"contribuir", project},
    {"introducción", project},
    {"licença", project},
    {"introdução", project},
    {"ライセンス", project},
    {"what s next", closing},
    {"whats next", closing},
    {"what next", closing},
    {"what is next", closing},
    {"what now", closing},
    {"where next", closing},
    {"where to next", closing},
    {"where to go next", closing},
    {"where to go from here", closing},
    {"what you can do next", closing},
    {"what can you do next", closing},
    {"next steps", closing},
    {"need help", closing},
    {"more help", closing},
    {"further help", closing},
    {"getting help", closing},
    {"get help", closing},
    {"contact support", closing},
    {"weitere hilfe", closing},
    {"plus d aide", closing},
    {"más ayuda", closing},
    {"mais ajuda", closing},
    {"need more help", closing},
    {"need support", closing},
    {"still need help", closing},
    {"still stuck", closing},
    {"stuck", closing},
    {"questions or feedback", closing},
    {"still have questions", closing},
    {"still have a question", closing},
    {"have questions", closing},
    {"have a question", closing},
    {"have more questions", closing},
    {"more questions", closing},
    {"any questions", closing},
    {"any other questions", closing},
    {"other questions", closing},
    {"got questions", closing},
    {"got a question", closing},
    {"didn t find your answer", closing},
    {"can t find your answer", closing},
    {"can t find what you re looking for", closing},
    {"didn t find what you were looking for", closing},
    {"want to contribute", closing},
    {"interested in contributing", closing},
    {"want to learn more", closing},
    {"want more", closing},
    {"how can i help", closing},
    {"how to help", closing},
    {"found a bug", closing},
    {"found an issue", closing},
    {"was this page helpful", closing},
    {"was this helpful", closing},
    {"noch fragen", closing},
    {"weitere fragen", closing},
    {"des questions", closing},
    {"d autres questions", closing},
    {"otras preguntas", closing},
    {"más preguntas", closing},
    {"ainda tem dúvidas", closing},
    {"остались вопросы", closing},
    {"есть вопросы", closing},
    {"还有问题", closing},
    {"todo", project},
    {"to do", project},
    {"todos", project},
    {"结论", part},
    {"小结", part},
    {"footnotes", part},
    {"references", part},
    {"reference", part},
    {"links", part},
    {"link", part},
    {"useful links", part},
    {"additional links", part},
    {"related links", part},
    {"further reading", part},
    {"read more", part},
    {"more information", part},
    {"additional reading", part},
    {"recommended reading", part},
    {"see also", part},
    {"related topics", part},
    {"related questions", part},
    {"related articles", part},
    {"related documentation", part},
    {"siehe auch", part},
    {"verwandte themen", part},
    {"weiterführende links", part},
    {"voir aussi", part},
    {"articles liés", part},
    {"liens utiles", part},
    {"véase también", part},
    {"ver también", part},
    {"enlaces relacionados", part},
    {"enlaces útiles", part},
    {"artículos relacionados", part},
    {"veja também", part},
    {"ver também", part},
    {"links relacionados", part},
    {"links úteis", part},
    {"vedi anche", part},
    {"zie ook", part},
    {"zobacz też", part},
    {"смотрите также", part},
    {"см также", part},
    {"связанные статьи", part},
    {"полезные ссылки", part},
    {"関連リンク", part},
    {"関連項目", part},
    {"関連ドキュメント", part},
    {"参见", part},
    {"相关链接", part},
    {"相关文档", part},
    {"另请参阅", part},
    {"관련 문서", part},
    {"ayrıca bakınız", part},
    {"related", part},
    {"sources", part},
    {"source", part},
    {"bibliography", part},
    {"good to hear", part},
    {"note", part},
    {"notes", part},
    {"hint", part},
    {"hints", part},
    {"tips", part},
    {"tip", part},
    {"explanation", part},
    {"detailed explanation", part},
    {"example", part},
    {"examples", part},
    {"code", part},
    {"sample code", part},
    {"参考代码", part},
    {"代码实现", part},
    {"代码", part},
    {"code example", part},
    {"code examples", part},
    {"example code", part},
    {"output", part},
    {"result", part},
    {"results", part},
    {"summary", part},
    {"in short", part},
    {"in brief", part},
    {"at a glance", part},
    {"kurz gefasst", part},
    {"en bref", part},
    {"en resumen", part},
    {"em resumo", part},
    {"in breve", part},
    {"кратко", part},
    {"conclusion", part},
    {"key points", part},
    {"key takeaways", part},
    {"takeaways", part},
    {"takeaway", part},
    {"pros", part},
    {"cons", part},
    {"pros and cons", part},
    {"advantages", part},
    {"disadvantages", part},
    {"advantages and disadvantages", part},
    {"comparison", part},
    {"use cases", part},
    {"best practices", part},
    {"complexity", part},
    {"complexity analysis", part},
    {"time complexity", part},
    {"space complexity", part},
    {"follow up", part},
    {"follow up questions", part},
    {"practice", part},
    {"exercise", part},
    {"exercises", part},
    {"syntax", part},
    {"参考", part},
    {"参考资料", part},
    {"参考链接", part},
    {"参考文献", part},
    {"解析", part},
    {"示例", part},
    {"总结", part},
    {"ссылки", part},
    {"пример", part},
    {"примеры", part},
    {"литература", part},
    {"beispiel", part},
    {"referenzen", part},
    {"ejemplo", part},
    {"referencias", part},
    {"referências", part},
    {"exemplo", part},
};

/// Words that announce an FAQ wherever they stand in a heading.
constexpr std::string_view faq_words[] = {
    "faq",
    "faqs",
    "frequently asked questions",
    "common questions",
    "常见问题",
    "常見問題",
    "常见问答",
    "часто задаваемые вопросы",
    "частые вопросы",
    "часті питання",
    "часті запитання",
    "поширені запитання",
    "поширені питання",
    "распространённые вопросы",
    "распространенные вопросы",
    "често задавани въпроси",
    "često postavljana pitanja",
    "pogosta vprašanja",
    "häufig gestellte fragen",
    "häufige fragen",
    "foire aux questions",
    "questions fréquentes",
    "questions fréquemment posées",
    "questions courantes",
    "preguntas frecuentes",
    "preguntas más frecuentes",
    "preguntas comunes",
    "dudas frecuentes",
    "perguntas frequentes",
    "perguntas mais frequentes",
    "dúvidas frequentes",
    "preguntes freqüents",
    "întrebări frecvente",
    "domande frequenti",
    "veelgestelde vragen",
    "często zadawane pytania",
    "najczęściej zadawane pytania",
    "najczęstsze pytania",
    "často kladené otázky",
    "často kladené dotazy",
    "časté otázky",
    "časté dotazy",
    "gyakran ismételt kérdések",
    "gyakori kérdések",
    "gyik",
    "vanliga frågor",
    "ofte stillede spørgsmål",
    "ofte stilte spørsmål",
    "vanlige spørsmål",
    "usein kysytyt kysymykset",
    "usein kysyttyä",
    "korduma kippuvad küsimused",
    "dažnai užduodami klausimai",
    "biežāk uzdotie jautājumi",
    "συχνές ερωτήσεις",
    "sık sorulan sorular",
    "sıkça sorulan sorular",
    "よくある質問",
    "よくあるご質問",
    "자주 묻는 질문",
    "자주 하는 질문",
    "자주하는 질문",
    "常見問答",
    "常见疑问",
    "pertanyaan yang sering diajukan",
    "pertanyaan umum",
    "soalan lazim",
    "अक्सर पूछे जाने वाले प्रश्न",
    "अक्सर पूछे जाने वाले सवाल",
    "सामान्य प्रश्न",
    "คำถามที่พบบ่อย",
    "پرسش های متداول",
    "سوالات متداول",
    "أسئلة شائعة",
    "أسئلة متكررة",
    "الأسئلة المتكررة",
    "câu hỏi thường gặp",
    "الأسئلة الشائعة",
    "שאלות נפוצות",
    "tanya jawab",
    "soal jawab",
    "hỏi đáp",
    "soru cevap",
    "질의응답",
    "вопрос ответ",
    "سوال و جواب",
    "frågor och svar",
    "spørgsmål og svar",
    "spørsmål og svar",
    "preguntas y respuestas",
    "questions réponses",
    "fragen und antworten",
    "domande e risposte",
};

/// Words that announce a list of troubles, as they stand in the names of files and headings.
constexpr std::string_view trouble_words[] = {"troubleshooting",
                                              "trouble shooting",
                                              "troubleshoot",
                                              "known issues",
                                              "known problems",
                                              "common problems",
                                              "common issues",
                                              "common errors",
                                              "common mistakes",
                                              "fehlerbehebung",
                                              "problembehebung",
                                              "dépannage",
                                              "solución de problemas",
                                              "solução de problemas",
                                              "resolução de problemas",
                                              "risoluzione dei problemi",
                                              "решение проблем",
                                              "известные проблемы",
                                              "常见错误",
                                              "故障排除",
                                              "疑难解答",
                                              "トラブルシューティング",
                                              "문제 해결",
                                              "bekannte probleme",
                                              "häufige probleme",
                                              "häufige fehler",
                                              "problèmes connus",
                                              "problèmes courants",
                                              "résolution des problèmes",
                                              "résolution de problèmes",
                                              "problemas conocidos",
                                              "problemas comunes",
                                              "problemas frecuentes",
                                              "errores comunes",
                                              "problemas comuns",
                                              "problemas conhecidos",
                                              "erros comuns",
                                              "problemi noti",
                                              "problemi comuni",
                                              "problemen oplossen",
                                              "rozwiązywanie problemów",
                                              "znane problemy",
                                              "řešení problémů",
                                              "hibaelhárítás",
                                              "felsökning",
                                              "fejlfinding",
                                              "feilsøking",
                                              "vianmääritys",
                                              "sorun giderme",
                                              "bilinen sorunlar",
                                              "устранение неполадок",
                                              "устранение неисправностей",
                                              "частые проблемы",
                                              "частые ошибки",
                                              "типичные ошибки",
                                              "типичные проблемы",
                                              "усунення несправностей",
                                              "вирішення проблем",
                                              "відомі проблеми",
                                              "pemecahan masalah",
                                              "khắc phục sự cố",
                                              "xử lý sự cố",
                                              "故障排查",
                                              "问题排查",
                                              "已知问题",
                                              "疑難排解",
                                              "既知の問題",
                                              "알려진 문제",
                                              "استكشاف الأخطاء وإصلاحها"};

constexpr std::string_view question_words[] = {
    "question",   "questions",  "quiz",      "quizzes",      "q a",        "qa",
    "qna",        "q and a",    "q as",      "trivia",       "flashcards", "flash cards",
    "preguntas",  "perguntas",  "fragen",    "вопросы",      "вопрос",     "питання",
    "面试题",     "问题",       "問題",      "问答",         "질문",       "domande",
    "pytania",    "soru",       "sorular",   "frågor",       "spørgsmål",  "spørsmål",
    "kysymykset", "kysymyksiä", "otázky",    "otázka",       "kérdések",   "întrebări",
    "pitanja",    "въпроси",    "ερωτήσεις", "pertanyaan",   "câu hỏi",    "प्रश्न",
    "सवाल",       "प्रश्नोत्तर",   "คำถาม",     "أسئلة",        "سؤال",       "سوالات",
    "שאלות",      "質問",       "soal",      "zagadnienia",  "билеты",     "tételek",
    "otázek",     "otázkami",   "fiszki",    "karteikarten", "vragen",     "сұрақтар",
    "savollar"};

constexpr std::string_view interview_words[] = {
    "interview", "interviews", "entrevista", "собеседование", "собеседования", "面试",
    "面試",      "面経",       "면접",       "wawancara",     "phỏng vấn",     "مقابلة",
    "面接",      "entretien",  "mülakat",    "mülakatı",      "entrevistas"};

/// Beside those: how to pass an interview or to hold one, and no questions.
constexpr std::string_view advice_words[] = {
    "tips",           "advice",     "best practices", "process",  "guidelines", "checklist",
    "how to prepare", "experience", "experiences",    "consejos", "conseils",   "dicas",
    "consigli",       "tipps",      "советы",         "опыт",     "技巧",       "流程",
    "经验",           "攻略",       "コツ",           "体験記",   "후기",       "팁"};

/// Words to be found in texts, all folded, of several kinds: a bit each.
class Phrases {
 public:
  template <std::size_t size>
  void add(const std::string_view (&table)[size], unsigned kind) {
    for (const std::string_view entry : table) {
      std::string words = folded_words(entry);
      if (words.empty()) continue;
      const auto first = static_cast<unsigned char>(words.front());
      (first < first_of_dense ? spaced_[first] : dense_).push_back({std::move(words), kind});
    }
  }

  /// The kinds that stand in `words`, as folded_words() gives them, from word to word; a Chinese
  /// phrase stands anywhere.
  unsigned kinds_in(std::string_view words) const {
    unsigned kinds = 0;
    for (std::string_view rest = words; !rest.empty();) {
      for (const Phrase& phrase : spaced_[static_cast<unsigned char>(rest.front())]) {
        const std::size_t size = phrase.words.size();
        if (rest.size() < size || rest[1] != phrase.words[1]) continue;  // most
        if (rest.starts_with(phrase.words) && (rest.size() == size || rest[size] == ' '))
          kinds |= phrase.kind;
      }
      std::size_t next = 1;
      while (next < rest.size() && rest[next - 1] != ' ') ++next;
      rest.remove_prefix(next);
    }
    const auto is_dense = [](const Sixteen& bytes) { return bytes >= first_of_dense; };
    if (find_byte(words, 0, is_dense) == words.size()) return kinds;
    for (const Phrase& phrase : dense_) {
      if (words.find(phrase.words) != std::string_view::npos) kinds |= phrase.kind;
    }
    return kinds;
  }

 private:
  static constexpr unsigned char first_of_dense = 0xE3;

  struct Phrase {
    std::string words;
    unsigned kind;
  };

  std::array<std::vector<Phrase>, 256> spaced_{};  // by their first byte
  std::vector<Phrase> dense_{};
};

/// Without the number of a section, "3. License" and "12 FAQ".
std::string_view without_number(std::string_view words) {
  const std::size_t letter = words.find_first_not_of("0123456789 ");
  return letter == std::string_view::npos ? words : words.substr(letter);
}

constexpr std::size_t longest_heading = 200;  // bytes

/// Whether a heading has more ASCII letters than any of the table has bytes: most questions have.
bool has_more_letters(std::string_view heading) {
  static const std::size_t most = std::ranges::max(headings, {}, [](const Heading& each) {
                                    return each.words.size();
                                  }).words.size();
  if (heading.size() <= most) return false;
  std::size_t letters = 0;
  for (const char byte : heading) {
    const char lower = static_cast<char>(byte | 0x20);
    letters += lower >= 'a' && lower <= 'z' ? 1U : 0U;
  }
  return letters > most;
}

}  // namespace

Furniture furniture_of(std::string_view heading) {
  static const WordTable table(headings, &Heading::words);
  if (invites_to_ask(heading)) return Furniture::closing;
  if (heading.size() > longest_heading || has_more_letters(heading)) return Furniture::none;
  const std::string words = folded_words(heading);
  const Heading* found = table.find(without_number(words));
  return found == nullptr ? Furniture::none : found->kind;
}

Announced announced_by(std::string_view text) {
  constexpr unsigned faq = 1;
  constexpr unsigned troubles = 2;
  constexpr unsigned questions = 4;
  constexpr unsigned interview = 8;
  constexpr unsigned advice = 16;
  static const Phrases phrases = [] {
    Phrases all;
    all.add(faq_words, faq);
    all.add(trouble_words, troubles);
    all.add(question_words, questions);
    all.add(interview_words, interview);
    all.add(advice_words, advice);
    return all;
  }();
  if (text.size() > longest_heading) return {};
  const unsigned kinds = phrases.kinds_in(folded_words(text));
  Announced announced;
  announced.faq = (kinds & faq) != 0;
  announced.troubles = (kinds & troubles) != 0;
  announced.questions =
      (kinds & (faq | questions)) != 0 || (kinds & (interview | advice)) == interview;
  return announced;
}

bool announces_faq(std::string_view text) { return announced_by(text).faq; }

bool announces_troubles(std::string_view text) { return announced_by(text).troubles; }

bool smells_of_questions(std::string_view text) { return announced_by(text).questions; }

}  // namespace answers
