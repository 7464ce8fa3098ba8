#include "corpus/wording/trouble_labels.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/wording/known_words.h"
#include "corpus/wording/word_table.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>

namespace answers {
namespace {

struct Name {
  std::string_view words;
  TroubleKind kind;
};

constexpr auto problem = TroubleKind::problem;
constexpr auto symptom = TroubleKind::symptom;
constexpr auto error = TroubleKind::error;
constexpr auto cause = TroubleKind::cause;
constexpr auto remedy = TroubleKind::remedy;

constexpr Name names[] = {
    {"problem", problem},
    {"the problem", problem},
    {"issue", problem},
    {"issues", problem},
    {"problem description", problem},
    {"issue description", problem},
    {"problem statement", problem},
    {"error description", error},
    {"symptom", symptom},
    {"symptoms", symptom},
    {"problema", problem},
    {"problème", problem},
    {"problemă", problem},
    {"problém", problem},
    {"probleem", problem},
    {"ongelma", problem},
    {"проблема", problem},
    {"симптом", symptom},
    {"sorun", problem},
    {"vấn đề", problem},
    {"masalah", problem},
    {"síntoma", symptom},
    {"sintoma", symptom},
    {"sintomo", symptom},
    {"symptôme", symptom},
    {"问题描述", problem},
    {"症状", symptom},
    {"現象", symptom},
    {"现象", symptom},
    {"문제점", problem},
    {"問題点", problem},
    {"증상", symptom},
    {"المشكلة", problem},
    {"בעיה", problem},
    {"समस्या", problem},
    {"error", error},
    {"error message", error},
    {"fehler", error},
    {"erreur", error},
    {"errore", error},
    {"erro", error},
    {"ошибка", error},
    {"cause", cause},
    {"causes", cause},
    {"possible cause", cause},
    {"possible causes", cause},
    {"likely cause", cause},
    {"likely causes", cause},
    {"most likely cause", cause},
    {"probable cause", cause},
    {"probable causes", cause},
    {"common cause", cause},
    {"common causes", cause},
    {"wahrscheinliche ursache", cause},
    {"cause probable", cause},
    {"causes probables", cause},
    {"causa probable", cause},
    {"causa probabile", cause},
    {"causa provável", cause},
    {"вероятная причина", cause},
    {"meaning", cause},
    {"what it means", cause},
    {"bedeutung", cause},
    {"signification", cause},
    {"significado", cause},
    {"significato", cause},
    {"значение", cause},
    {"含义", cause},
    {"意味", cause},
    {"의미", cause},
    {"reason", cause},
    {"ursache", cause},
    {"cause possible", cause},
    {"causa", cause},
    {"oorzaak", cause},
    {"причина", cause},
    {"przyczyna", cause},
    {"neden", cause},
    {"原因", cause},
    {"원인", cause},
    {"solution", remedy},
    {"solutions", remedy},
    {"fix", remedy},
    {"the fix", remedy},
    {"resolution", remedy},
    {"workaround", remedy},
    {"workarounds", remedy},
    {"patch", remedy},
    {"hotfix", remedy},
    {"remediation", remedy},
    {"resolutions", remedy},
    {"recommended solution", remedy},
    {"recommended resolution", remedy},
    {"steps to resolve", remedy},
    {"resolution steps", remedy},
    {"remedy", remedy},
    {"how to fix", remedy},
    {"how to fix it", remedy},
    {"how to resolve", remedy},
    {"how to solve", remedy},
    {"what to do", remedy},
    {"lösungen", remedy},
    {"comment résoudre", remedy},
    {"cómo solucionarlo", remedy},
    {"cómo resolverlo", remedy},
    {"soluciones", remedy},
    {"como resolver", remedy},
    {"como corrigir", remedy},
    {"come risolvere", remedy},
    {"как исправить", remedy},
    {"как решить", remedy},
    {"что делать", remedy},
    {"jak naprawić", remedy},
    {"lösung", remedy},
    {"abhilfe", remedy},
    {"solución", remedy},
    {"solução", remedy},
    {"soluzione", remedy},
    {"soluție", remedy},
    {"oplossing", remedy},
    {"решение", remedy},
    {"рішення", remedy},
    {"rozwiązanie", remedy},
    {"řešení", remedy},
    {"ratkaisu", remedy},
    {"çözüm", remedy},
    {"solusi", remedy},
    {"giải pháp", remedy},
    {"解决方案", remedy},
    {"解决方法", remedy},
    {"解决办法", remedy},
    {"解決方法", remedy},
    {"解決策", remedy},
    {"対処法", remedy},
    {"対策", remedy},
    {"해결", remedy},
    {"해결책", remedy},
    {"해결 방법", remedy},
    {"해결방법", remedy},
    {"الحل", remedy},
    {"समाधान", remedy},
    {"fixes", remedy},
    {"root cause", cause},
    {"ursachen", cause},
    {"causas", cause},
    {"síntomas", symptom},
    {"sintomas", symptom},
    {"причины", cause},
    {"симптомы", symptom},
    {"可能原因", cause},
    {"原因分析", cause},
    {"问题原因", cause},
    {"错误信息", error},
    {"解决", remedy},
    {"解决步骤", remedy},
    {"处理方法", remedy},
    {"解決", remedy},
    {"対処方法", remedy},
    {"対応方法", remedy},
    {"解決手順", remedy},
    {"处理办法", remedy},
    {"解决方式", remedy},
    {"对策", remedy},
    {"çözümler", remedy},
    {"mogelijke oorzaak", cause},
    {"oplossingen", remedy},
    {"rozwiązania", remedy},
    {"возможная причина", cause},
    {"возможные причины", cause},
    {"возможные решения", remedy},
    {"возможное решение", remedy},
    {"решения", remedy},
    {"possibili cause", cause},
    {"cause possibili", cause},
    {"possibili soluzioni", remedy},
    {"soluzioni", remedy},
    {"correção", remedy},
    {"possível causa", cause},
    {"possíveis causas", cause},
    {"possíveis soluções", remedy},
    {"possível solução", remedy},
    {"soluções", remedy},
    {"corrección", remedy},
    {"posibles causas", cause},
    {"posible causa", cause},
    {"posibles soluciones", remedy},
    {"posible solución", remedy},
    {"causes possibles", cause},
    {"correction", remedy},
    {"solutions possibles", remedy},
    {"mögliche ursachen", cause},
    {"mögliche ursache", cause},
    {"mögliche lösungen", remedy},
    {"mögliche lösung", remedy},
    {"lösungsweg", remedy},
    {"lösungsvorschlag", remedy},
    {"behebung", remedy},
    {"mitigation", remedy},
    {"quick fix", remedy},
    {"suggested fix", remedy},
    {"possible solutions", remedy},
    {"possible solution", remedy},
    {"hata", error},
};

}  // namespace

namespace {

/// What messages of errors and titles of troubles say; the end of a longer word counts
/// ("TypeError").
constexpr std::string_view words_of_messages[] = {
    "error ",       "exception ", "warning ",     " failed ",    " fails ",     " failure ",
    " cannot ",     " can t ",    " denied ",     " not found ", " refused ",   " no such ",
    " unable ",     " invalid ",  " undefined ",  " timeout ",   " timed out ", " missing ",
    " unexpected ", " unknown ",  " no space ",   " not a ",     " does not ",  " already ",
    " could not ",  " fatal ",    " unsupported "};

/// What a title says beside them: in messages of programs it may mean anything.
constexpr std::string_view words_of_failure[] = {
    " won t ",    " don t ",      " doesn t ", " not working ", " broken ",      " crash",
    " stuck ",    " gone away ",  " no login", " corrupt",      " hangs ",       " freezes ",
    " nicht ",    " kein ",       " keine ",   " fehler",       "fehler ",       " fehlgeschlagen ",
    " erreur ",   " échec ",      " échoue ",  " impossible ",  " introuvable ", " pas ",
    " falla ",    " fallo ",      " no se ",   " no puede ",    " no puedo ",    " no funciona ",
    " imposible", " erro ",       " falha ",   " não ",         " impossível ",  " errore ",
    " non ",      " impossibile", " niet ",    " fout",         " nie ",         " błąd ",
    " ошибка ",   " ошибки ",     " не ",      " сбой ",        " помилка ",     " hata ",
    " hatası ",   " gagal ",      " tidak ",   " lỗi ",         " không ",       "错误",
    "錯誤",       "失败",         "失敗",      "无法",          "無法",          "不能",
    "异常",       "異常",         "报错",      "打不开",        "不了",          "エラー",
    "できない",   "できません",   "しない",    "오류",          "에러",          "실패",
    "할 수 없",   " 안 ",         "되지 않"};

constexpr std::size_t longest = 48;  // bytes, marks and all

const WordTable<Name>& table_of_names() {
  static const WordTable table(names, &Name::words);
  return table;
}

std::string spaced_words(std::string_view title) { return ' ' + folded_words(title) + ' '; }

bool any_in(std::span<const std::string_view> these, std::string_view words) {
  return std::ranges::any_of(
      these, [words](std::string_view word) { return words.find(word) != std::string_view::npos; });
}

bool may_begin_with_name(std::string_view text) {
  static const KnownWords first_words = [] {
    KnownWords words;
    for (const Name& row : names) words.add(row.words);
    return words;
  }();
  return first_words.may_begin(text);
}

}  // namespace

std::optional<TroubleLabel> trouble_label(std::string_view text) {
  const std::string_view start = text.substr(0, longest);
  if (!may_begin_with_name(start)) return std::nullopt;
  const std::size_t narrow = start.find(':');
  const std::size_t wide = start.find("：");
  const std::size_t colon = std::min(narrow, wide);
  if (colon == std::string_view::npos) return std::nullopt;
  const Name* name = table_of_names().find(folded_words(start.substr(0, colon)));
  if (name == nullptr) return std::nullopt;
  std::string_view rest = text.substr(colon + (colon == wide ? std::string_view("：").size() : 1));
  for (const std::string_view mark : {"**", "__", "*", "_"}) {
    if (rest.starts_with(mark)) rest.remove_prefix(mark.size());
  }
  return TroubleLabel{name->kind, trimmed(rest)};
}

bool names_trouble(std::string_view title) {
  const auto label = trouble_label(title);
  return label && label->kind <= TroubleKind::error && !label->rest.empty();
}

bool quotes_error(std::string_view title) {
  constexpr std::size_t longest_message = 300;  // bytes
  title = trimmed(title);
  const bool quoted = title.size() > 2 && title.size() <= longest_message &&
                      (title.front() == '`' || title.front() == '"') &&
                      title.find(title.front(), 1) == title.size() - 1;
  return quoted && count_words(title) >= 2 && any_in(words_of_messages, spaced_words(title));
}

bool speaks_of_failure(std::string_view title) {
  const std::string words = spaced_words(title);
  return any_in(words_of_messages, words) || any_in(words_of_failure, words);
}

std::optional<TroubleKind> trouble_named(std::string_view title) {
  if (title.size() > longest || !may_begin_with_name(title)) return std::nullopt;
  const std::string words = folded_words(title);
  const std::size_t letter = std::min(words.find_first_not_of("0123456789 "), words.size());
  std::string_view named = std::string_view(words).substr(letter);
  // "Solution 2", "Workaround 1".
  while (named.size() > 1 && (is_digit(named.back()) || named.back() == ' '))
    named.remove_suffix(1);
  const Name* name = table_of_names().find(named);
  return name == nullptr ? std::nullopt : std::optional(name->kind);
}

}  // namespace answers
