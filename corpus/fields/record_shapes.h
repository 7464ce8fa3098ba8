#pragma once

#include "corpus/fields/data_records.h"
#include "corpus/fields/field_names.h"
#include "corpus/fields/quiz_options.h"
#include "corpus/fields/record_members.h"
#include "corpus/fields/right_options.h"
#include "corpus/record.h"
#include "corpus/values/data_value.h"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace answers {

class Listener;
struct Turn;

/// The shapes that records have in data, for one file. Each read_…() looks whether an object is of
/// its shape, and if so tells of its records and returns true; `base` is what holds for all that
/// is below. A shape stands with its like in a file of its own: chat_shapes.cpp,
/// conversation_shapes.cpp, instruction_shapes.cpp, pair_shapes.cpp, passage_shapes.cpp,
/// quiz_shapes.cpp, series_shapes.cpp, service_shapes.cpp; the way through them in
/// record_shapes.cpp. All O(size).
class RecordShapes {
 public:
  explicit RecordShapes(Listener& listener) : listener_(listener) {}

  void read(const DataValue& value, const DataRecords::PlaceOf& place_of, const Record& base);
  /// Looks at an object, or the objects of a list, for how quizzes number their right options here,
  /// which holds for all that is read afterwards. O(size).
  void learn(const DataValue& value);

 private:
  FieldName name_of(std::string_view key);
  Fields fields_of(const DataValue& object);
  Record start(const DataValue& value, const Record& base) const;
  /// What an object says about its question besides question and answer.
  void set_members(const DataValue& object, const Fields& fields, Record& record);
  void tell(Record record, std::string answer);
  void read(const DataValue& value, const Record& base);
  void read_list(const DataValue& list, const Record& base);
  /// Of a list whose objects ask under some key, and gave nothing: says which names they have, once
  /// a file.
  void tell_not_understood(const DataValue& list);
  /// What the titles in a list of objects are.
  struct Titles {
    std::size_t count = 0;
    std::size_t asking = 0;
    bool of_articles = false;  // of a help centre
    /// A quarter of them ask, or they are those of articles: then all of them are questions.
    bool ask() const { return of_articles || (asking > 0 && asking * 4 >= count); }
    /// Hardly any of a dozen or more asks: then none is a question ("Who Mourns for Adonais?").
    bool seldom_ask() const { return !of_articles && count >= 12 && asking * 12 < count; }
  };
  Titles titles_of(const DataValue& list);
  /// Whether each object of a list has a question, or a title that asks.
  bool all_ask(const DataValue& list);
  void read_object(const DataValue& object, const Record& base);
  /// Each question with the answer that follows it; several answers in a row are one, and so are
  /// several questions.
  void tell_turns(const std::vector<Turn>& turns, const Record& base);
  /// Messages of people to each other, as a service exports them; `name` is that of their chat.
  bool read_chat(const DataValue& list, std::string name, const Record& base);
  bool read_conversation(const DataValue& object, const Fields& fields, const Record& base);
  static bool add_chosen(const DataValue& chosen, const Fields& fields, std::vector<Turn>& turns);
  /// An object that holds a conversation as one text.
  bool read_transcript(const DataValue& object, const Fields& fields, const Record& base);
  /// An answer that is a span of a text, with the text below it.
  static std::string answer_in_context(std::string_view answer, std::string_view context);
  /// A list of objects whose names are not known, where one text of each asks and one other is
  /// prose ("label" and "text"): these are pairs. Whether it is such.
  bool read_by_asking(const DataValue& list, const Record& base);
  /// SQuAD: an article ("paragraphs"), a paragraph ("context" and "qas").
  bool read_squad(const Fields& fields, const Record& base);
  /// The different texts of SQuAD's answers, the most given first; a line each.
  static std::string spans_of(const DataValue* answers);
  /// Several questions that mean the same, and several answers of which any will do.
  bool read_intent(const DataValue& object, const Fields& fields, const Record& base);
  /// {"questions": […], "answers": […]}, the first to the first.
  bool read_parallel(const DataValue& object, const DataValue& questions, const DataValue& answers,
                     const Record& base);
  static std::string join_alternatives(const DataValue& answers);
  /// The first of several ways to ask as the question, the others as its body.
  static void set_phrases(const DataValue& phrases, Record& record);
  /// What to do, what to do it with, and what comes out.
  bool read_instruction(const DataValue& object, const Fields& fields, const Record& base);
  /// A run of a program with named inputs and outputs: {"inputs": {"question": …}, "outputs":
  /// {"answer": …}} (LangSmith).
  bool read_run(const DataValue& object, const DataValue& inputs, const DataValue& outputs,
                const Record& base);
  /// What of an object is a quiz: what is asked, what is offered, what is right.
  struct Quiz {
    const DataValue* asked = nullptr;
    const DataValue* correct = nullptr;  ///< under `key`
    std::string_view key{};
    const DataValue* answer = nullptr;
    Options options{};
  };
  Quiz quiz_of(const DataValue& object, const Fields& fields);
  /// What an object asks, if it is a quiz; nullptr where nothing does.
  static const DataValue* asked_of(const DataValue& object, const Fields& fields);
  /// Whether a member names one of the options of an object.
  bool picks_option(const DataValue& object, const Fields& fields);
  /// {"q": "…", "o": ["…", "…"], "c": 1}: options and the place of the right one, by letters.
  void take_letters(const DataValue& object, Quiz& quiz);
  /// The text that asks, whatever it is called, beside options of which a key names one.
  const DataValue* asked_beside_options(const DataValue& object, const Fields& fields);
  /// A question with options, one of them right (or several).
  bool read_quiz(const DataValue& object, const Fields& fields, const Record& base);
  /// {"question": {"en": …, "de": …}, "answer": {"en": …, "de": …}}; of lists of texts
  /// (Botpress), several ways to ask and to answer.
  bool read_languages(const DataValue& object, const Fields& fields, const Record& base);
  /// "Question (EN)", "Answer (EN)", "Question (DE)" …: a pair for each of two languages or more.
  bool read_language_columns(const DataValue& object, const Record& base);
  /// {"user": …, "assistant": …}: two sides of a turn, each under the name of who speaks.
  bool read_exchange(const DataValue& object, const Record& base);
  /// A topic of a forum: a title, and posts below each other of which the first one asks
  /// (Discourse's "post_stream").
  bool read_thread(const DataValue& object, const Fields& fields, const Record& base);
  /// What services let one take home, in shapes of their own.
  bool read_service(const DataValue& object, const Fields& fields, const Record& base);
  /// A prompt and what Gemini showed for it, of Google's Takeout ("My Activity.json").
  bool read_activity(const DataValue& object, const Record& base);
  /// A discussion of GitHub in a category for questions, with its comments, one of them accepted.
  bool read_discussion(const DataValue& object, const Fields& fields, const Record& base);
  /// H5P: cards, folding panels, sets of choices, gaps. Its other questions are quizzes as usual.
  bool read_h5p(const DataValue& object, const Record& base);
  /// A deck as CrowdAnki writes it: notes, their types, and decks within.
  bool read_anki_deck(const DataValue& object, const Record& base);
  /// A card by its letters ({"f": …, "b": …}), or in a deck: a title and what is said of it, or the
  /// same in two languages ({"english": …, "korean": …}).
  bool read_card(const DataValue& object, const Fields& fields, const Record& base);
  /// Whether the question is one of the names for it, or what stands for one beside this answer.
  static const DataValue* question_of(const Fields& fields);
  bool read_pair(const DataValue& object, const Fields& fields, const Record& base);
  /// The texts of all members of some roles, a paragraph each.
  std::string texts_of(const DataValue& object, std::initializer_list<FieldRole> roles);
  /// The texts under keys that count them by one name ("p-1", "p-2"), a paragraph each; empty where
  /// there are others, or one asks.
  static std::string counted_texts(const DataValue& object);
  /// A title beside a question is its topic.
  static void add_title(const std::string& title, Record& record);
  void tell_answers(const Fields& fields, const DataValue* answer, Record record);
  /// {"text": […], "score": […]}: answers with their votes; none where there are no scores.
  static std::vector<Record> answers_with_scores(const DataValue& answer, const DataValue& texts,
                                                 const Record& record);
  /// {"question1": …, "answer1": …, "question2": …}, {"question_en": …, "answer_en": …}; titles and
  /// texts that are counted so, where most of the titles ask: {"faq_1_title": …, "faq_1_text": …}.
  bool read_series(const DataValue& object, const Record& base);
  /// {"price": "What is …?", "price_text": "It is …", …}: each key that asks, and what stands under
  /// it and one ending more, the same for all.
  bool read_endings(const DataValue& object, const Record& base);
  /// {"text_1": "What is …?", "text_2": "It is …", "text_3": …}: of texts that are counted every
  /// other one asks.
  bool read_alternation(const DataValue& object, const Record& base);
  /// {"What is …?": "It is …", …}, {"What is …?": {"answer": "It is …", "tags": […]}, …}: the keys
  /// are the questions; and those of sections within, which are counted with it: {"Billing": {…}}.
  bool read_dictionary(const DataValue& object, const Record& base);
  void tell_dictionary(const DataValue& object, const Record& base);
  /// A list of dictionaries of one entry each: [{"What is …?": "It is …"}, …].
  bool read_dictionaries(const DataValue& list, const Record& base);
  /// How many keys of a dictionary there are, how many of them ask, and are in several words.
  struct Keys {
    std::size_t count = 0;
    std::size_t asking = 0;
    std::size_t worded = 0;
    std::size_t asked_back = 0;  // what stands below asks
  };
  /// Adds those of an object and, down to `depth`, of the objects within; false where there is
  /// anything else.
  bool count_keys(const DataValue& object, int depth, Keys& keys);
  /// What answers a key of a dictionary: a text, or an object's that holds an answer and no
  /// question. nullptr for all else.
  const DataValue* answer_below(std::string_view key, const DataValue& value);
  /// {"questions": {"where": …, "when": …}, "answers": {"where": …, "when": …}}: both sides under
  /// the same keys.
  bool read_sides(const DataValue& object, const Fields& fields, const Record& base);
  /// An object that only holds others.
  void read_container(const DataValue& object, const Fields& fields, const Record& base);
  /// Whether the object is a record itself: then its key is its name and no topic.
  bool is_record(const DataValue& object);

  Listener& listener_;
  const DataRecords::PlaceOf* place_of_ = nullptr;
  std::unordered_map<std::string, FieldName> known_names_{};  // field_name() folds: once a key
  std::unordered_map<std::string, std::vector<std::string>> note_types_{};  // of CrowdAnki
  Numbering numbering_{};          // of the right options in this file
  std::string path_{};             // of the file that is being read
  std::size_t told_ = 0;           // records
  bool told_of_names_ = false;     // see tell_not_understood()
  Titles titles_{};                // of the list that is being read
  bool in_list_ = false;           // a list of two strings here is a pair
  bool in_conversations_ = false;  // … whatever its strings look like
  bool in_deck_ = false;           // of flash cards, by the name of the file or of a list
};

}  // namespace answers
