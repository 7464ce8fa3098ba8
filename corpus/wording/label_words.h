#pragma once

#include "corpus/wording/labels.h"

#include <string_view>

/// The words of labels.h, of every language: a word is added here alone.
namespace answers {

/// A word that is a label, or a speaker who is one.
struct LabelWord {
  std::string_view word;  ///< lower case
  LabelKind kind;
};

/// Longer words stand before those they begin with.
inline constexpr LabelWord label_words[] = {
    {"questions", LabelKind::question}, {"question", LabelKind::question},
    {"ques", LabelKind::question},      {"que", LabelKind::question},
    {"q", LabelKind::question},         {"Ｑ", LabelKind::question},
    {"pregunta", LabelKind::question},  {"pergunta", LabelKind::question},
    {"p", LabelKind::question},         {"frage", LabelKind::question},
    {"f", LabelKind::question},         {"domanda", LabelKind::question},
    {"d", LabelKind::question},         {"вопрос", LabelKind::question},
    {"питання", LabelKind::question},   {"в", LabelKind::question},
    {"问题", LabelKind::question},      {"問題", LabelKind::question},
    {"题目", LabelKind::question},      {"題目", LabelKind::question},
    {"提问", LabelKind::question},      {"问", LabelKind::question},
    {"問", LabelKind::question},        {"题", LabelKind::question},
    {"題", LabelKind::question},        {"質問", LabelKind::question},
    {"질문", LabelKind::question},      {"문제", LabelKind::question},
    {"pytanie", LabelKind::question},   {"vraag", LabelKind::question},
    {"soru", LabelKind::question},      {"pertanyaan", LabelKind::question},
    {"soal", LabelKind::question},      {"câu hỏi", LabelKind::question},
    {"câu", LabelKind::question},       {"السؤال", LabelKind::question},
    {"سؤال", LabelKind::question},      {"س", LabelKind::question},
    {"שאלה", LabelKind::question},      {"प्रश्न", LabelKind::question},
    {"answers", LabelKind::answer},     {"answer", LabelKind::answer},
    {"ans", LabelKind::answer},         {"a", LabelKind::answer},
    {"Ａ", LabelKind::answer},          {"solution", LabelKind::answer},
    {"soln", LabelKind::answer},        {"sol", LabelKind::answer},
    {"respuesta", LabelKind::answer},   {"resposta", LabelKind::answer},
    {"réponse", LabelKind::answer},     {"reponse", LabelKind::answer},
    {"risposta", LabelKind::answer},    {"r", LabelKind::answer},
    {"antwort", LabelKind::answer},     {"lösung", LabelKind::answer},
    {"soluciones", LabelKind::answer},  {"soluções", LabelKind::answer},
    {"soluzioni", LabelKind::answer},   {"soluzione", LabelKind::answer},
    {"oplossing", LabelKind::answer},   {"rozwiązanie", LabelKind::answer},
    {"řešení", LabelKind::answer},      {"çözüm", LabelKind::answer},
    {"solución", LabelKind::answer},    {"solução", LabelKind::answer},
    {"ответ", LabelKind::answer},       {"відповідь", LabelKind::answer},
    {"решение", LabelKind::answer},     {"о", LabelKind::answer},
    {"参考答案", LabelKind::answer},    {"參考答案", LabelKind::answer},
    {"标准答案", LabelKind::answer},    {"正确答案", LabelKind::answer},
    {"答案", LabelKind::answer},        {"解答", LabelKind::answer},
    {"回答", LabelKind::answer},        {"答え", LabelKind::answer},
    {"答", LabelKind::answer},          {"정답", LabelKind::answer},
    {"답변", LabelKind::answer},        {"답", LabelKind::answer},
    {"odpowiedź", LabelKind::answer},   {"antwoord", LabelKind::answer},
    {"cevap", LabelKind::answer},       {"yanıt", LabelKind::answer},
    {"jawaban", LabelKind::answer},     {"đáp án", LabelKind::answer},
    {"trả lời", LabelKind::answer},     {"الإجابة", LabelKind::answer},
    {"إجابة", LabelKind::answer},       {"الجواب", LabelKind::answer},
    {"جواب", LabelKind::answer},        {"ج", LabelKind::answer},
    {"תשובה", LabelKind::answer},       {"उत्तर", LabelKind::answer},
    {"hỏi", LabelKind::question},       {"đáp", LabelKind::answer},
    {"Đáp", LabelKind::answer},         {"문", LabelKind::question},
    {"tanya", LabelKind::question},     {"jawab", LabelKind::answer},
    {"คำถาม", LabelKind::question},     {"คำตอบ", LabelKind::answer},
    {"ถาม", LabelKind::question},       {"ตอบ", LabelKind::answer},
    {"پرسش", LabelKind::question},      {"پاسخ", LabelKind::answer},
    {"otázka", LabelKind::question},    {"Otázka", LabelKind::question},
    {"odpověď", LabelKind::answer},     {"odpoveď", LabelKind::answer},
    {"প্রশ্ন", LabelKind::question},      {"উত্তর", LabelKind::answer},
    {"kérdés", LabelKind::question},    {"válasz", LabelKind::answer},
    {"întrebare", LabelKind::question}, {"răspuns", LabelKind::answer},
    {"fråga", LabelKind::question},     {"svar", LabelKind::answer},
    {"spørgsmål", LabelKind::question}, {"spørsmål", LabelKind::question},
    {"kysymys", LabelKind::question},   {"vastaus", LabelKind::answer},
    {"ερώτηση", LabelKind::question},   {"απάντηση", LabelKind::answer},
};

/// Who asks and who answers, before what they say.
inline constexpr LabelWord speaker_words[] = {
    {"user", LabelKind::question},
    {"human", LabelKind::question},
    {"you", LabelKind::question},
    {"me", LabelKind::question},
    {"interviewer", LabelKind::question},
    {"customer", LabelKind::question},
    {"student", LabelKind::question},
    {"prompt", LabelKind::question},
    {"benutzer", LabelKind::question},
    {"nutzer", LabelKind::question},
    {"usuario", LabelKind::question},
    {"usuário", LabelKind::question},
    {"utilisateur", LabelKind::question},
    {"utente", LabelKind::question},
    {"gebruiker", LabelKind::question},
    {"kullanıcı", LabelKind::question},
    {"пользователь", LabelKind::question},
    {"вы", LabelKind::question},
    {"用户", LabelKind::question},
    {"使用者", LabelKind::question},
    {"ユーザー", LabelKind::question},
    {"사용자", LabelKind::question},
    {"你", LabelKind::question},
    {"assistant", LabelKind::answer},
    {"chatgpt", LabelKind::answer},
    {"gpt", LabelKind::answer},
    {"claude", LabelKind::answer},
    {"gemini", LabelKind::answer},
    {"copilot", LabelKind::answer},
    {"bot", LabelKind::answer},
    {"ai", LabelKind::answer},
    {"candidate", LabelKind::answer},
    {"interviewee", LabelKind::answer},
    {"agent", LabelKind::answer},
    {"support", LabelKind::answer},
    {"teacher", LabelKind::answer},
    {"response", LabelKind::answer},
    {"model", LabelKind::answer},
    {"bard", LabelKind::answer},
    {"deepseek", LabelKind::answer},
    {"grok", LabelKind::answer},
    {"perplexity", LabelKind::answer},
    {"llama", LabelKind::answer},
    {"mistral", LabelKind::answer},
    {"qwen", LabelKind::answer},
    {"assistent", LabelKind::answer},
    {"asistente", LabelKind::answer},
    {"assistente", LabelKind::answer},
    {"asistan", LabelKind::answer},
    {"ассистент", LabelKind::answer},
    {"助手", LabelKind::answer},
    {"アシスタント", LabelKind::answer},
    {"어시스턴트", LabelKind::answer},
};

/// What says of which kind an answer is: "Short answer:", "60-second answer:", "TL;DR answer:".
inline constexpr std::string_view answer_qualities[] = {
    "correct",  "right",    "sample",    "short",     "suggested", "example",     "model",
    "possible", "my",       "your",      "ideal",     "strong",    "good",        "better",
    "best",     "great",    "quick",     "brief",     "reference", "researched",  "expected",
    "long",     "full",     "detailed",  "simple",    "concise",   "complete",    "final",
    "official", "proper",   "technical", "interview", "elevator",  "recommended", "perfect",
    "tl",       "dr",       "tldr",      "one",       "two",       "line",        "liner",
    "word",     "sentence", "paragraph", "second",    "seconds",   "sec",         "s",
    "minute",   "minutes",  "min",       "direct",    "crisp",     "spoken",      "verified"};

/// Nouns that say that the answer follows, beside none but such words.
inline constexpr std::string_view answer_nouns[] = {
    "answer",    "answers",  "ans",       "solution", "solutions", "antwort",   "lösung",
    "respuesta", "réponse",  "reponse",   "risposta", "resposta",  "ответ",     "решение",
    "відповідь", "antwoord", "cevap",     "cevabı",   "yanıt",     "yanıtı",    "jawaban",
    "odpowiedź", "solución", "solução",   "svar",     "svaret",    "soluzione", "respuestas",
    "respostas", "réponses", "antworten", "ответы",   "відповіді"};

/// Texts that say so as they are.
inline constexpr std::string_view answer_phrases[] = {
    "show",       "reveal",        "答案",       "参考答案",  "參考答案",    "查看答案",
    "显示答案",   "点击查看答案",  "标准答案",   "正确答案",  "答案与解析",  "答案解析",
    "解答",       "答え",          "解答を見る", "답",        "정답",        "답변",
    "الإجابة",    "إجابة",         "الجواب",     "đáp án",    "xem đáp án",  "hiện đáp án",
    "ẩn đáp án",  "trả lời",       "תשובה",      "उत्तर",      "回答",        "隐藏答案",
    "隱藏答案",   "展开答案",      "收起答案",   "查看解析",  "显示解析",    "答えを見る",
    "答えを表示", "答えを隠す",    "정답 보기",  "정답 확인", "정답 숨기기", "답 보기",
    "답변 보기",  "전체 답변 보기"};

/// Words that may stand beside them: "Click here to show the correct answer".
inline constexpr std::string_view around_answer_words[] = {
    "view",     "show",       "see",        "click",     "here",      "to",       "for",
    "the",      "reveal",     "hide",       "toggle",    "expand",    "correct",  "right",
    "sample",   "expected",   "suggested",  "my",        "check",     "read",     "open",
    "get",      "full",       "short",      "long",      "best",      "official", "possible",
    "example",  "model",      "detailed",   "and",       "with",      "spoiler",  "key",
    "your",     "voir",       "la",         "ver",       "mostrar",   "показать", "посмотреть",
    "открыть",  "anzeigen",   "zeigen",     "die",       "toon",      "afficher", "ocultar",
    "esconder", "masquer",    "cacher",     "mostra",    "nascondi",  "скрыть",   "показати",
    "сховати",  "ausblenden", "einblenden", "verbergen", "verberg",   "bekijk",   "göster",
    "gizle",    "pokaż",      "ukryj",      "zobacz",    "tampilkan", "lihat",    "sembunyikan",
    "visa",     "dölj",       "vis",        "skjul",     "le",        "les",      "l",
    "las",      "press",      "more",       "or",        "collapse",  "me",       "details",
    "below",    "on"};

/// Nouns in the summary of a <details> that only say what is folded up there.
inline constexpr std::string_view summary_nouns[] = {
    "hint",       "hints",       "code",         "example",    "examples",  "output",
    "result",     "results",     "contents",     "class",      "list",      "text",
    "note",       "explanation", "notes",        "content",    "spoiler",   "details",
    "more",       "here",        "toc",          "references", "reference", "подсказка",
    "содержание", "пример",      "hinweis",      "beispiel",   "pista",     "indice",
    "table",      "of",          "translations", "languages",  "this",      "click"};

/// Summaries that say no more as they are.
inline constexpr std::string_view summary_phrases[] = {"目录", "目錄",   "提示", "详情", "点击展开",
                                                       "展开", "ヒント", "目次", "Click"};

/// Verbs of folding: "See Class".
inline constexpr std::string_view folding_verbs[] = {"see",   "show",   "view",  "hide",
                                                     "click", "expand", "toggle"};

}  // namespace answers
