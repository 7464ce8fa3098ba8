#include "corpus/fields/data_records.h"

#include "corpus/values/json_parser.h"
#include "tests/corpus/collector.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace answers {
namespace {

/// "question => answer" and what else is known, a line a record; '/' stands for a line break.
std::string show(const std::vector<Record>& records) {
  std::string text;
  const auto add = [&text](const char* name, const std::string& value) {
    if (!value.empty()) text.append(" ").append(name).append("=").append(value);
  };
  const auto joined = [](const std::vector<std::string>& list) {
    std::string all;
    for (const auto& one : list) all += (all.empty() ? "" : ",") + one;
    return all;
  };
  for (const Record& record : records) {
    if (!text.empty()) text += '\n';
    std::string answer = record.answer;
    std::string body = record.body;
    std::ranges::replace(answer, '\n', '/');
    std::ranges::replace(body, '\n', '/');
    text += record.question + " => " + answer;
    add("body", body);
    add("section", joined(record.section));
    add("tags", joined(record.tags));
    add("source", record.source);
    add("difficulty", record.difficulty);
    add("author", record.author);
    add("date", record.date);
    add("url", record.url);
    add("language", record.language);
    if (record.votes) add("votes", std::to_string(*record.votes));
    if (record.accepted) text += " accepted";
    if (record.id != identify(record)) add("id", record.id);
  }
  return text;
}

struct Case {
  const char* name;
  const char* json;
  const char* records;
  const char* unanswered = "";
};
class DataCase : public testing::TestWithParam<Case> {};

TEST_P(DataCase, HoldsItsRecords) {
  JsonParser parser;
  const DataValue* value = parser.parse_copy(GetParam().json);
  ASSERT_NE(value, nullptr) << parser.error();
  Collector collector;
  DataRecords(collector).read(*value, [](const DataValue&) { return Place{"a", 1, 1, 0, 0}; }, {});
  EXPECT_EQ(show(collector.records), GetParam().records);
  EXPECT_EQ(show(collector.unanswered), GetParam().unanswered);
}

INSTANTIATE_TEST_SUITE_P(
    Pairs, DataCase,
    testing::Values(
        Case{"QuestionAnswer", R"({"question": "Q?", "answer": "A"})", "Q? => A"},
        Case{"ShortNames", R"([{"q": "Q?", "a": "A"}])", "Q? => A"},
        Case{"PromptResponse", R"({"prompt": "Q", "response": "A"})", "Q => A"},
        Case{"PromptCompletion", R"({"prompt": "Q", "completion": "A"})", "Q => A"},
        Case{"FrontBack", R"({"front": "Q", "back": "A"})", "Q => A"},
        Case{"Names", R"({"Question Text": "Q", "BEST_ANSWER": "A"})", "Q => A"},
        Case{"TextsFoundForAQuery", R"({"query": "Q", "pos": ["A"], "neg": ["B"]})", "Q => A"},
        Case{"PositiveOfATriplet", R"({"anchor": "Q", "positive": "A", "negative": "B"})",
             "Q => A"},
        Case{"PassagesFoundForAQuery",
             R"({"query": "Q", "positive_passages": [{"docid": "7", "title": "T", "text": "A"}],
                 "negative_passages": [{"docid": "8", "title": "U", "text": "B"}]})",
             "Q => A"},
        Case{"TargetsOfNames",
             R"([{"name": "Id", "target": "Ids[]"}, {"name": "Q?", "target": "A"}])", "Q? => A"},
        Case{"TurnsOfContents",
             R"({"contents": [{"role": "user", "parts": [{"text": "Q"}]},
                              {"role": "model", "parts": [{"text": "A"}]}]})",
             "Q => A"},
        Case{"HeadingThatAsks", R"([{"heading": "Q?", "description": "A"}])", "Q? => A"},
        Case{"HeadingThatAsksNothing", R"([{"heading": "Q", "description": "A"}])", ""},
        Case{"NumberedKeys", R"({"1": {"question": "Q", "answer": "A"},
                                 "q2": {"question": "R", "answer": "B"}})",
             "Q => A\nR => B"},
        Case{"KeysThatAsk", R"({"Q?": {"answer": "A"}, "R?": {"answer": "B", "tags": ["t"]}})",
             "Q? => A\nR? => B tags=t"},
        Case{"KeysThatAskAboveTexts", R"({"Q?": {"text": "A", "id": "7"}, "R?": {"content": "B"}})",
             "Q? => A id=7\nR? => B"},
        Case{"KeysThatAskInSections",
             R"({"Ferry": {"When does it leave?": "At six.", "Taking a bicycle": "It is free."},
                 "Harbour": {"Where do I moor?": "At the long pier."}, "Market": {}})",
             "When does it leave? => At six. section=Ferry language=en\n"
             "Taking a bicycle => It is free. section=Ferry language=en\n"
             "Where do I moor? => At the long pier. section=Harbour language=en"},
        Case{"KeysThatAskBesideSections",
             R"({"Wo parke ich?": "Am Deich.", "Reisen": {"Hunde an Bord": "Mit Leine."}})",
             "Wo parke ich? => Am Deich. language=de\n"
             "Hunde an Bord => Mit Leine. section=Reisen"},
        Case{"KeysThatAskInAList",
             R"([{"Où est la clé ?": "Au clou."}, {"Heures du bac": "Midi."}])",
             "Où est la clé ? => Au clou. language=fr\nHeures du bac => Midi."},
        Case{"MessagesOfAProgram",
             R"({"dialog": {"Delete?": "Löschen?", "Save": "Sichern", "Are you sure?": "Sicher?"},
                 "menu": {"File": "Datei", "Edit": "Bearbeiten", "Help?": "Hilfe?"}})",
             ""},
        Case{"Settings",
             R"({"server": {"host name": "a", "port": "80"}, "log": {"level of detail": "2"}})",
             ""},
        Case{"KeysThatAskAboutNoAnswers", R"({"Q?": {"yes": "A"}, "R?": {"yes": "B"}})", ""},
        Case{"NoneOfManyAnswersKeepsItsTopic",
             R"({"question": "Q?", "answers": [], "topic": "T", "tags": ["x"], "id": "7"})", "",
             "Q? =>  section=T tags=x id=7"},
        Case{"EscapedAsForAPage",
             R"({"question": "Who said &quot;No &amp; never&quot;?", "answer": "It&#039;s me"})",
             "Who said \"No & never\"? => It's me language=en"},
        Case{"EntitiesThatAreMeant",
             R"({"question": "What is &amp; in HTML?", "answer": "An entity like &lt;"})",
             "What is &amp; in HTML? => An entity like &lt; language=en"},
        Case{"German", R"({"Frage": "Q", "Antwort": "A"})", "Q => A"},
        Case{"Russian", R"({"Вопрос": "Q", "Ответ": "A"})", "Q => A"},
        Case{"Chinese", R"({"问题": "Q", "答案": "A"})", "Q => A"},
        Case{"TitleThatAsksText", R"({"title": "Q?", "text": "A"})", "Q? => A"},
        Case{"TermDefinition", R"({"term": "Q", "definition": "A"})", "Q => A"},
        Case{"SentenceAnswer",
             R"([{"frase": "No entiendes nada", "respuesta": "Lo explico de otra manera"},)"
             R"( {"sentence": "He ___ to sea", "answer": "goes"}])",
             "No entiendes nada => Lo explico de otra manera language=es\nHe ___ to sea => goes "
             "language=en"},
        Case{"SentencesWithoutAnswers",
             R"([{"sentence": "He goes to sea", "label": 1}, {"sentence": "So do I", "label": 0}])",
             ""},
        Case{"InstructionAboutASentence",
             R"([{"instruction": "Make it a question:", "sentence": "He rows.",)"
             R"( "correct_answer": "Does he row?"}])",
             "Make it a question: => Does he row? body=He rows. language=en"},
        Case{"LettersOfACard", R"([{"f": "Keel", "b": "Its spine"}, {"f": "Bow", "b": "Front"}])",
             "Keel => Its spine\nBow => Front"},
        Case{"LettersOfManyThings",
             R"([{"a": "Keel", "b": "Spine", "c": "Mast", "d": "Oar", "e": "Bow", "f": "Stern"}])",
             ""},
        Case{"DeckBelowItsName",
             R"({"flashcards": [{"title": "Keel", "description": "Its spine."},)"
             R"( {"title": "Bow", "description": "Its front."}]})",
             "Keel => Its spine.\nBow => Its front."},
        Case{"TilesOfAPage",
             R"({"cards": [{"title": "Keels", "description": "We sell them."},)"
             R"( {"title": "Oars", "description": "These, too."}]})",
             ""},
        Case{
            "DeckInTwoLanguages",
            R"({"vocabulary": [{"id": "1", "english": "hull", "sound": "rumf", "german": "Rumpf"},)"
            R"( {"id": "2", "english": "oar", "sound": "rooder", "german": "Ruder"}]})",
            "hull => Rumpf section=vocabulary id=1\noar => Ruder section=vocabulary id=2"},
        Case{"CatalogInTwoLanguages", R"({"menu": [{"english": "Save", "german": "Sichern"}]})",
             ""},
        Case{"DecksWithCards",
             R"({"flashcards": [{"title": "Hulls", "description": "Parts of boats.",)"
             R"( "cards": [{"front": "Keel", "back": "Its spine"}]}]})",
             "Keel => Its spine section=Hulls"},
        Case{"TermClipped", R"({"word": "Q", "def": "A"})", "Q => A"},
        Case{"TextRepeatsTheTitle", R"({"title": "What is X", "text": "### What is X?\n\nIt is."})",
             "What is X => It is. language=en"},
        Case{"NumbersAreText", R"({"question": "2 + 2", "answer": 4})", "2 + 2 => 4"},
        Case{"LinesOfText", R"({"question": "Q", "answer": ["one", "two"]})", "Q => - one/- two"},
        Case{"QuestionOverLines", R"({"question": "Q?\n\n  code\n", "answer": "A"})",
             "Q? => A body=code"},
        Case{"NoAnswer", R"([{"question": "Q", "answer": ""}, {"question": "R", "answer": null}])",
             "", "Q => \nR => "},
        Case{"AnObjectOfText", R"({"question": {"text": "Q"}, "answer": {"text": "A"}})", "Q => A"},
        Case{"Languages",
             R"({"question": {"en": "Q", "de": "F"}, "answer": {"en": "A", "de": "B"}})",
             "Q => A language=en\nF => B language=de"},
        Case{"LanguagesInNames",
             R"({"question_en": "Q", "question_fr": "R", "answer_en": "A", "answer_fr": "B"})",
             "Q => A language=en\nR => B language=fr"},
        Case{"Numbered", R"({"question1": "Q", "answer1": "A", "question2": "R", "answer2": "B"})",
             "Q => A\nR => B"},
        Case{"NumberedBelowAName",
             R"({"faq.q1": "Q", "faq.a1": "A", "faq.q2": "R", "faq.a2": "B", "home.title": "T"})",
             "Q => A\nR => B"},
        Case{"NumberedBehindAName",
             R"({"helpQ1": "Q", "helpA1": "A", "helpQ2": "R", "helpA2": "B", "helpTitle": "T"})",
             "Q => A\nR => B"},
        Case{"NumberedWithAnAnswerBehind",
             R"({"q1": "Q", "q1_answer": "A", "q2": "R", "q2_answer": "B"})", "Q => A\nR => B"},
        Case{"NumberedInSeveralLanguages",
             R"({"faq.q1": {"de": "Q", "tr": "R"}, "faq.a1": {"de": "A", "tr": "B"}})",
             "Q => A language=de\nR => B language=tr"},
        Case{"SidesUnderTheSameNumbers",
             R"({"faq": {"questions": {"1": "Q", "2": "R"}, "answers": {"1": "A", "2": "B"}}})",
             "Q => A\nR => B"},
        Case{"SidesUnderTheSameNames",
             R"({"question": {"fee": "Q", "dog": "R"}, "answer": {"dog": "B", "fee": "A"}})",
             "Q => A\nR => B"},
        Case{"SidesUnderOtherNames",
             R"({"question": {"fee": "Q", "dog": "R"}, "answer": {"cat": "B", "cow": "A"}})", ""},
        Case{"SectionWithItsPairsAsItsText",
             R"({"title": "Mooring", "text": [{"question": "Where?", "answer": "There."},)"
             R"( {"question": "When?", "answer": "Then."}]})",
             "Where? => There. section=Mooring language=en\nWhen? => Then. section=Mooring "
             "language=en"},
        Case{"SectionWithTitlesThatAskAsItsContent",
             R"({"title": "Amarres", "content": [{"title": "¿Dónde?", "text": "Allí."},)"
             R"( {"title": "¿Cuándo?", "text": "Luego."}]})",
             "¿Dónde? => Allí. section=Amarres\n¿Cuándo? => Luego. section=Amarres"},
        Case{"AnswersWithTitlesAreAnswers",
             R"({"title": "Where to moor?", "answers": [{"title": "North", "text": "There."}]})",
             "Where to moor? => There. language=en"},
        Case{"ClippedNames",
             R"([{"qn": "Where is the quay?", "ans": "Behind the mill."},)"
             R"( {"ques": "The quay opens at", "ans": "Six."}])",
             "Where is the quay? => Behind the mill. language=en\n"
             "The quay opens at => Six. language=en"},
        Case{"Dictionary", R"({"What is X?": "A", "Why?": "B"})",
             "What is X? => A language=en\nWhy? => B"},
        Case{"ListOfLists", R"([["What is X?", "A"], ["Why?", "B"]])",
             "What is X? => A language=en\nWhy? => B"},
        Case{"Parallel", R"({"questions": ["Q", "R"], "answers": ["A", "B"]})", "Q => A\nR => B"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    RecordForm, DataCase,
    testing::Values(
        Case{
            "Whole",
            R"({"id": "x1", "question": "Q", "body": "B", "answer": "A", "section": ["S", "T"], "tags": ["a", "b"],
                 "source": "Book", "page": 12, "difficulty": "Advanced", "author": "N", "date": "2024-01-02",
                 "url": "https://e.org", "language": "en-GB", "votes": -3, "accepted": true})",
            "Q => A body=B section=S,T tags=a,b source=Book, page 12 difficulty=hard author=N "
            "date=2024-01-02 "
            "url=https://e.org language=en votes=-3 accepted id=x1"},
        Case{"TagsInOneText", R"({"question": "Q", "answer": "A", "tags": "a, b;c"})",
             "Q => A tags=a,b,c"},
        Case{"IdIsKept", R"({"id": 17, "question": "Q", "answer": "A"})", "Q => A id=17"},
        Case{"Epoch", R"({"question": "Q", "answer": "A", "created_at": 1700000000})",
             "Q => A date=2023-11-14T22:13:20Z"},
        Case{"BestNameOfAFieldCounts",
             R"({"url": "https://e.org", "question": "Q", "answer": "A", "link": "#q"})",
             "Q => A url=https://e.org"},
        Case{"Thread",
             R"({"title": "Q", "body": "B", "tags": ["t"], "answers": [
                   {"body": "A1", "score": 5, "is_accepted": true, "owner": {"display_name": "N"}}, {"body": "A2", "score": 1}]})",
             "Q => A1 body=B tags=t author=N votes=5 accepted\nQ => A2 body=B tags=t votes=1"},
        Case{
            "AnswersSideBySide",
            R"({"title": "Q", "selftext": "B", "answers": {"text": ["A1", "A2"], "score": [5, 1]}})",
            "Q => A1 body=B votes=5\nQ => A2 body=B votes=1"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Containers, DataCase,
    testing::Values(
        Case{"Generic", R"({"data": [{"question": "Q", "answer": "A"}]})", "Q => A"},
        Case{"KeysAreTopics",
             R"({"Networks": [{"question": "Q", "answer": "A"}], "Disks": [{"q": "R", "a": "B"}]})",
             "Q => A section=Networks\nR => B section=Disks"},
        Case{
            "NamesAreTopics",
            R"({"faq": [{"category": "Billing", "questions": [{"question": "Q", "answer": "A"}]}]})",
            "Q => A section=Billing"},
        Case{"TopicsInTopics",
             R"({"title": "Course", "Week 1": {"Day 2": [{"q": "Q", "a": "A"}]}})",
             "Q => A section=Course,Week 1,Day 2"},
        Case{"KeysAreNumbers",
             R"({"1": {"question": "Q", "answer": "A"}, "q2": {"question": "R", "answer": "B"}})",
             "Q => A\nR => B"},
        Case{"ThingsBelowInheritTheSource",
             R"({"source": "Book", "items": [{"q": "Q", "a": "A"}]})", "Q => A source=Book"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Quizzes, DataCase,
    testing::Values(
        Case{"Text", R"({"question": "Q", "options": ["x", "y"], "answer": "y"})",
             "Q => y body=- A) x/- B) y"},
        Case{"Letter", R"({"question": "Q", "options": ["x", "y"], "answer": "B"})",
             "Q => y body=- A) x/- B) y"},
        Case{"Index", R"({"question": "Q", "choices": ["x", "y"], "correctIndex": 1})",
             "Q => y body=- A) x/- B) y"},
        Case{
            "CountedFromOne",
            R"([{"question": "Q", "options": ["x", "y"], "answer": 1}, {"question": "R", "options": ["x", "y"], "answer": 2}])",
            "Q => x body=- A) x/- B) y\nR => y body=- A) x/- B) y"},
        Case{
            "CountedFromZero",
            R"([{"question": "Q", "options": ["x", "y"], "answer": 1}, {"question": "R", "options": ["x", "y"], "answer": 0}])",
            "Q => y body=- A) x/- B) y\nR => x body=- A) x/- B) y"},
        Case{
            "ObjectOfLetters",
            R"({"question": "Q", "options": {"A": "x", "B": "y"}, "answer": "B", "explanation": "since"})",
            "Q => y//since body=- A) x/- B) y"},
        Case{"OptionsOfTheirOwn",
             R"({"question": "Q", "A": "x", "B": "y", "C": "z", "answer": "C"})",
             "Q => z body=- A) x/- B) y/- C) z"},
        Case{"NumberedOptions",
             R"({"question": "Q", "option1": "x", "option2": "y", "answer": "option2"})",
             "Q => y body=- A) x/- B) y"},
        Case{
            "FlaggedOptions",
            R"({"question": "Q", "answers": [{"text": "x", "correct": false}, {"text": "y", "correct": true}]})",
            "Q => y body=- A) x/- B) y"},
        Case{"RightAndWrong",
             R"({"question": "Q", "correct_answer": "x", "incorrect_answers": ["y", "z"]})",
             "Q => x body=- A) x/- B) y/- C) z"},
        Case{
            "TextsAndLabels",
            R"({"question": "Q", "choices": {"text": ["x", "y"], "label": ["1", "2"]}, "answerKey": "2"})",
            "Q => y body=- 1) x/- 2) y"},
        Case{"SeveralRight",
             R"({"question": "Q", "options": ["x", "y", "z"], "answer": ["A", "C"]})",
             "Q => x/z body=- A) x/- B) y/- C) z"},
        Case{"LabelsInTheOptions",
             R"({"question": "Q", "options": ["A) x", "B) y"], "answer": "B"})",
             "Q => y body=- A) x/- B) y"},
        Case{"OptionsUnderTheirVerdict",
             R"({"question": "Q", "options": [{"incorrect": "x"}, {"correct": "y"}]})",
             "Q => y body=- A) x/- B) y"},
        Case{"OptionsWhoseAnswerIsAFlag",
             R"({"question": "Q", "options": [{"option": "x", "answer": "false"},
                                              {"option": "y", "answer": "true"}]})",
             "Q => y body=- A) x/- B) y"},
        Case{"NoneMarked", R"({"question": "Q", "options": ["x", "y"]})", "",
             "Q =>  body=- A) x/- B) y"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Datasets, DataCase,
    testing::Values(
        Case{
            "Intents",
            R"({"intents": [{"tag": "t", "patterns": ["Hi", "Hello"], "responses": ["Hey", "Ho"]}]})",
            "Hi => - Hey/- Ho body=- Hello tags=t"},
        Case{"IntentNobodyAsksFor",
             R"({"intents": [{"tag": "none", "patterns": [], "responses": ["Pardon?"]}]})", "",
             "none =>  tags=none"},
        Case{"IntentsUnderText",
             R"({"intents": [{"intent": "t", "text": ["Hi", "Hello"], "responses": ["Hey"]}]})",
             "Hi => Hey body=- Hello tags=t"},
        Case{"IntentsUnderExamples",
             R"([{"intent": "t", "examples": ["Hi", "Hello"], "responses": ["Hey"]}])",
             "Hi => Hey body=- Hello tags=t"},
        Case{"ExamplesWithoutResponses", R"([{"intent": "t", "examples": ["Hi", "Hello"]}])", ""},
        Case{"EvaluationOfAModel", R"([{"input": "Where do I moor?", "expected": "At the quay."}])",
             "Where do I moor? => At the quay. language=en"},
        Case{"EvaluationOfMessages",
             R"({"input": [{"role": "system", "content": "Be brief."},
                           {"role": "user", "content": "Name a knot"}], "expected": "Bowline"})",
             "Name a knot => Bowline"},
        Case{"EvaluationBesideAReference",
             R"({"user_input": "Who rows?", "response": "Perhaps Bob.", "reference": "Ann."})",
             "Who rows? => Ann."},
        Case{"GroundTruthBesideAnAnswer",
             R"({"question": "Who rows?", "answer": "Perhaps Bob.", "ground_truth": "Ann."})",
             "Who rows? => Ann."},
        Case{"CasesOfAProgramsTest",
             R"([{"input": "Long Quay North", "expected": "long-quay-north"},
                 {"input": "select a from b", "expected": "SELECT a FROM b"}])",
             ""},
        Case{"AnswerInParts",
             R"({"question": "How do I moor?", "answer": {"summary": "Slowly.", "steps":
                 ["Ship the oars", "Throw a line"], "careful": "Mind the wind."}})",
             "How do I moor? => Slowly.//- Ship the oars/- Throw a line//Mind the wind. "
             "language=en"},
        Case{"AnswerThatIsWrapped",
             R"({"question": {"text": "Who rows?"}, "answer": {"list": {"item": ["Ann", "Bob"]}}})",
             "Who rows? => - Ann/- Bob"},
        Case{
            "AnswerWrappedBesideAHint",
            R"({"question": "Who rows?", "answer": {"hint": "Take either.", "one": {"of": "Ann"}}})",
            "Who rows? => Take either.//Ann"},
        Case{"AnswerInPartsWithoutASentence",
             R"({"question": "How do I moor?", "answer": {"kind": "none", "state": "open"}})", "",
             "How do I moor? =>  language=en"},
        Case{"Instruction", R"({"instruction": "Add.", "input": "1 2", "output": "3"})",
             "Add. => 3 body=1 2"},
        Case{"InstructionWithContext",
             R"({"instruction": "Who?", "context": "She came.", "response": "She"})",
             "Who? => She body=She came. language=en"},
        Case{
            "Instances",
            R"({"instruction": "Add.", "instances": [{"input": "1 2", "output": "3"}, {"input": "2 2", "output": "4"}]})",
            "Add. => 3 body=1 2\nAdd. => 4 body=2 2"},
        Case{
            "Squad",
            R"({"version": "1", "data": [{"title": "T", "paragraphs": [{"context": "The fox ran.", "qas": [
                  {"id": "i", "question": "Who?", "answers": [{"text": "fox", "answer_start": 4}, {"text": "The fox"}, {"text": "fox"}]},
                  {"id": "j", "question": "When?", "answers": [], "is_impossible": true}]}]}]})",
            "Who? => fox/The fox//The fox ran. section=T language=en id=i",
            "When? =>  section=T id=j"},
        Case{
            "FlatSquad",
            R"({"context": "The fox ran.", "question": "Who?", "answers": {"text": ["fox"], "answer_start": [4]}})",
            "Who? => fox//The fox ran. language=en"},
        Case{"Preference", R"({"prompt": "Q", "chosen": "A", "rejected": "B"})", "Q => A"},
        Case{
            "PreferenceOfMessages",
            R"({"chosen": [{"role": "user", "content": "Q"}, {"role": "assistant", "content": "A"}],
                 "rejected": [{"role": "user", "content": "Q"}, {"role": "assistant", "content": "B"}]})",
            "Q => A"},
        Case{
            "PreferenceOfTranscripts",
            R"({"chosen": "\n\nHuman: Q\n\nAssistant: A", "rejected": "\n\nHuman: Q\n\nAssistant: B"})",
            "Q => A"},
        Case{"Transcript",
             R"({"text": "### Human: Q ### Assistant: A ### Human: R ### Assistant: B"})",
             "Q => A\nR => B"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Conversations, DataCase,
    testing::Values(
        Case{
            "ShareGpt",
            R"({"id": "c", "conversations": [{"from": "gpt", "value": "Hello"}, {"from": "human", "value": "Q"},
                 {"from": "function_call", "value": "{}"}, {"from": "gpt", "value": "A"}, {"from": "human", "value": "R"}]})",
            "Q => A"},
        Case{"Messages",
             R"({"messages": [{"role": "system", "content": "S"}, {"role": "user", "content": "Q"},
                 {"role": "assistant", "content": null, "tool_calls": []}, {"role": "tool", "content": "T"},
                 {"role": "assistant", "content": "A"}, {"role": "user", "content": "R"}, {"role": "assistant", "content": "B"}]})",
             "Q => A\nR => B"},
        Case{
            "Parts",
            R"({"messages": [{"role": "user", "content": [{"type": "text", "text": "Q"}, {"type": "image_url"}]},
                 {"role": "assistant", "content": [{"type": "text", "text": "A"}]}]})",
            "Q => A"},
        Case{
            "AnswersInARow",
            R"({"messages": [{"role": "user", "content": "Q"}, {"role": "assistant", "content": "A"},
                 {"role": "assistant", "content": "more"}]})",
            "Q => A//more language=en"},
        Case{
            "Exchanges",
            R"({"conversation": [{"human": "Q", "assistant": "A"}, {"human": "R", "assistant": "B"}]})",
            "Q => A\nR => B"},
        Case{"ListsOfLines",
             R"({"categories": ["fun"], "conversations": [["Hi", "Hello"], ["Bye", "See you"]]})",
             "Hi => Hello section=fun\nBye => See you section=fun"},
        Case{"ChatGptExport",
             R"([{"title": "T", "create_time": 1700000000, "current_node": "d", "mapping": {
                  "a": {"message": null, "parent": null},
                  "b": {"message": {"author": {"role": "user"}, "content": {"content_type": "text", "parts": ["Q"]}}, "parent": "a"},
                  "c": {"message": {"author": {"role": "assistant"}, "content": {"content_type": "text", "parts": ["left"]}}, "parent": "b"},
                  "x": {"message": {"author": {"role": "assistant"}, "recipient": "python", "content": {"content_type": "code", "text": "1"}}, "parent": "b"},
                  "d": {"message": {"author": {"role": "assistant"}, "content": {"content_type": "text", "parts": ["A"]}}, "parent": "x"}}}])",
             "Q => A section=T date=2023-11-14T22:13:20Z"},
        Case{
            "MappingThatGoesRound",
            R"({"current_node": "a", "mapping": {"a": {"message": {"author": {"role": "user"}, "content": {"parts": ["Q"]}}, "parent": "b"},
                  "b": {"message": {"author": {"role": "assistant"}, "content": {"parts": ["A"]}}, "parent": "a"}}})",
            "Q => A"},
        Case{
            "ClaudeExport",
            R"([{"name": "T", "chat_messages": [{"sender": "human", "text": "Q"}, {"sender": "assistant", "text": "A"}]}])",
            "Q => A section=T"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    SchemaOrg, DataCase,
    testing::Values(
        Case{"FaqPage",
             R"({"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": [
                  {"@type": "Question", "name": "Q?", "acceptedAnswer": {"@type": "Answer", "text": "A"}}]})",
             "Q? => A"},
        Case{
            "Graph",
            R"({"@graph": [{"@type": "WebSite", "name": "N"}, {"@type": "FAQPage", "mainEntity": {"@type": "Question", "name": "Q?",
                  "acceptedAnswer": [{"@type": "Answer", "text": "A"}]}}]})",
            "Q? => A"},
        Case{
            "QaPage",
            R"({"@type": "QAPage", "mainEntity": {"@type": "Question", "name": "Q?", "text": "long Q", "acceptedAnswer":
                  {"@type": "Answer", "text": "A", "upvoteCount": 9}, "suggestedAnswer": [{"@type": "Answer", "text": "B", "upvoteCount": 2}]}})",
            "Q? => A body=long Q votes=9 accepted\nQ? => B body=long Q votes=2"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    NoQuestions, DataCase,
    testing::Values(
        Case{
            "Package",
            R"({"name": "x", "version": "1.0", "description": "does y", "scripts": {"test": "z"}})",
            ""},
        Case{"Translations", R"({"save": "Speichern", "delete?": "Löschen?", "title": "Titel"})",
             ""},
        Case{"Pictures", R"([{"title": "T", "url": "u", "description": "d"}])", ""},
        Case{"Numbers", R"({"input": "1 2", "output": "3"})", ""},
        Case{"Pairs", R"([["a", "b"], ["c", "d"]])", ""},
        Case{"Corpus", R"([{"text": "no question"}])", ""},
        Case{"Empty", R"([{}, [], null, {"question": {}}])", ""}),
    case_name);

}  // namespace
}  // namespace answers
