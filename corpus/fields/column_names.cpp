#include "corpus/fields/column_names.h"

#include "corpus/characters/characters.h"
#include "corpus/fields/field_names.h"
#include "corpus/wording/comment_fields.h"
#include "corpus/wording/trouble_labels.h"
#include "corpus/wording/word_table.h"

#include <algorithm>

namespace answers {
namespace {

struct Name {
  std::string_view words;
  ColumnKind kind;
};

constexpr auto question = ColumnKind::question;
constexpr auto answer = ColumnKind::answer;
constexpr auto number = ColumnKind::number;
constexpr auto field = ColumnKind::field;

constexpr Name names[] = {
    {"question", question},
    {"questions", question},
    {"q", question},
    {"query", question},
    {"pregunta", question},
    {"preguntas", question},
    {"pergunta", question},
    {"frage", question},
    {"fragen", question},
    {"domanda", question},
    {"问题", question},
    {"問題", question},
    {"题目", question},
    {"題目", question},
    {"質問", question},
    {"질문", question},
    {"вопрос", question},
    {"вопросы", question},
    {"питання", question},
    {"pytanie", question},
    {"vraag", question},
    {"soru", question},
    {"câu hỏi", question},
    {"سؤال", question},
    {"interview question", question},
    {"the question", question},
    {"answer", answer},
    {"answers", answer},
    {"a", answer},
    {"response", answer},
    {"responses", answer},
    {"reply", answer},
    {"solution", answer},
    {"solutions", answer},
    {"chatgpt", answer},
    {"gpt", answer},
    {"gpt 3", answer},
    {"gpt 4", answer},
    {"our answer", answer},
    {"short answer", answer},
    {"sample answer", answer},
    {"my answer", answer},
    {"explanation", answer},
    {"antwort", answer},
    {"antworten", answer},
    {"respuesta", answer},
    {"respuestas", answer},
    {"resposta", answer},
    {"réponse", answer},
    {"risposta", answer},
    {"答案", answer},
    {"回答", answer},
    {"解答", answer},
    {"答え", answer},
    {"答", answer},
    {"답변", answer},
    {"답", answer},
    {"ответ", answer},
    {"ответы", answer},
    {"відповідь", answer},
    {"odpowiedź", answer},
    {"antwoord", answer},
    {"cevap", answer},
    {"trả lời", answer},
    {"إجابة", answer},
    {"جواب", answer},
    {"no", number},
    {"nr", number},
    {"number", number},
    {"num", number},
    {"s no", number},
    {"sl no", number},
    {"sr no", number},
    {"序号", number},
    {"номер", number},
    {"link", field},
    {"links", field},
    {"company", field},
    {"companies", field},
    {"status", field},
    {"notes", field},
    {"type", field},
    {"frequency", field},
    {"reference", field},
    {"references", field},
    {"example", field},
    {"examples", field},
    {"asked by", field},
    {"asked in", field},
};

}  // namespace

ColumnKind column_kind(std::string_view name) {
  static const WordTable table(names, &Name::words);
  constexpr std::size_t longest_name = 60;  // bytes
  if (name.size() > longest_name) return ColumnKind::other;
  const std::string words = folded_words(name);
  if (words.empty() || is_number_of(name)) return ColumnKind::number;  // "#", or no name
  if (const Name* found = table.find(words); found != nullptr && !is_given_name(name))
    return found->kind;
  switch (field_name(name).role) {
    case FieldRole::question:
    case FieldRole::term:
      return ColumnKind::question;
    case FieldRole::answer:
    case FieldRole::definition:
      return ColumnKind::answer;
    default:
      break;
  }
  return names_field(words) ? ColumnKind::field : ColumnKind::other;
}

NamedColumns named_columns(std::span<const std::string> names) {
  NamedColumns columns;
  std::optional<std::size_t> trouble;
  std::optional<std::size_t> remedy;
  std::optional<std::size_t> cause;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const ColumnKind kind = column_kind(names[i]);
    if (kind == ColumnKind::question && !columns.question) columns.question = i;
    if (kind == ColumnKind::answer && !columns.answer) columns.answer = i;
    const auto named = trouble_named(names[i]);
    if (!named) continue;
    auto& column = named == TroubleKind::remedy  ? remedy
                   : named == TroubleKind::cause ? cause
                                                 : trouble;
    if (!column) column = i;
  }
  if (columns.question && columns.answer) {
    if (columns.question == trouble && columns.answer == remedy) columns.cause = cause;
    return columns;
  }
  const bool told = trouble.has_value();
  if (!trouble) trouble = columns.question;  // "问题" is both
  if (trouble && remedy && *trouble < *remedy) {
    columns = {trouble, remedy, cause};
  } else if (told && cause && *trouble < *cause && !columns.answer) {
    columns = {trouble, cause, std::nullopt};
  }
  return columns;
}

std::string cause_and_remedy(std::string_view cause_name, std::string_view cause,
                             std::string_view remedy_name, std::string_view remedy) {
  std::string answer;
  if (is_blank(cause)) return answer.append(remedy);
  answer.append("**").append(cause_name).append(":** ").append(cause);
  if (!is_blank(remedy)) answer.append("\n\n**").append(remedy_name).append(":** ").append(remedy);
  return answer;
}

std::optional<std::size_t> wordiest_column(std::span<const std::string> names, std::size_t question,
                                           std::span<const std::vector<std::string>> rows) {
  // Words a cell; a level or a source has fewer.
  const std::size_t wordy = names.size() == 2 ? 3 : 5;
  std::vector<std::size_t> words(names.size());
  for (const auto& cells : rows) {
    for (std::size_t column = question + 1; column < std::min(cells.size(), names.size()); ++column)
      words[column] +=
          column_kind(names[column]) == ColumnKind::other ? count_words(cells[column]) : 0;
  }
  const auto most = std::ranges::max_element(words);
  if (rows.empty() || most == words.end() || *most < wordy * rows.size()) return std::nullopt;
  return static_cast<std::size_t>(most - words.begin());
}

}  // namespace answers
