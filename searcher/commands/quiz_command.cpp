#include "searcher/commands/quiz_command.h"

#include "corpus/values/json_text.h"
#include "indexer/commands/index_talk.h"
#include "indexer/generations/document.h"
#include "indexer/generations/index.h"
#include "indexer/generations/index_directory.h"
#include "indexer/schema.h"
#include "searcher/commands/editor.h"
#include "searcher/commands/paths_from_here.h"
#include "searcher/display/hit_fields.h"
#include "searcher/display/markdown_view.h"
#include "searcher/display/pager.h"
#include "searcher/display/printers.h"
#include "searcher/display/styled_text.h"
#include "searcher/matching/record_lookup.h"
#include "searcher/ranking/searcher.h"
#include "searcher/study/key_input.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <deque>
#include <optional>
#include <ostream>
#include <sstream>
#include <unistd.h>
#include <unordered_set>
#include <utility>

namespace answers {
namespace {

/// Of a query, the questions that are near enough to be asked.
constexpr std::size_t most_questions_of_a_query = 1000;

constexpr std::size_t widest_column = 100;

/// The ids of the questions to choose from, each once.
std::vector<std::string> candidates(const Index& index, const QuizCommand& command) {
  std::vector<std::string> questions;
  if (!command.words.empty()) {
    std::string query;
    for (const auto& word : command.words) query += (query.empty() ? "" : " ") + word;
    query = query_from_here(query, find_index(command.index));
    Searcher searcher(open_index({find_index(command.index)}));
    SearchOptions options;
    options.limit = most_questions_of_a_query;
    const auto further = ids_of_further_answers(index);
    for (const Hit& hit : searcher.search(query, options).hits) {
      const std::string id(question_id(hit.record));
      const auto first = further.find(id);
      questions.push_back(first == further.end() ? id : first->second);
    }
  } else {
    return question_ids(index);
  }
  std::unordered_set<std::string_view> seen;
  std::vector<std::string> once;
  for (const auto& question : questions) {
    if (seen.insert(question).second) once.push_back(question);
  }
  return once;
}

void print_line(const StyledText& text, const Terminal& terminal, std::ostream& out) {
  for (const StyledText& line : wrap(text, std::min(terminal.columns, widest_column))) {
    write(out, line, terminal);
    out << '\n';
  }
}

void print_dim(const std::string& text, const Terminal& terminal, std::ostream& out) {
  if (text.empty()) return;
  print_line(StyledText().append(text, dim), terminal, out);
}

void print_markdown_below(const std::string& text, const Terminal& terminal, std::ostream& out) {
  if (text.empty()) return;
  Terminal narrowed = terminal;
  narrowed.columns = std::min(terminal.columns, widest_column);
  out << '\n';
  print_markdown(text, 0, narrowed, out);
}

/// The keys of a question and of its answer besides the grades.
constexpr std::string_view other_keys = "s skip · u undo · o open · x suspend · q quit";

/// "8 d", "3 months"
std::string length_of(int days) {
  if (days < 60) return fmt::format("{} d", days);
  if (days < 720) return fmt::format("{} months", (days + 15) / 30);
  return fmt::format("{} years", (days + 182) / 365);
}

std::optional<Grade> grade_of(std::string_view typed) {
  for (const Grade grade : {Grade::again, Grade::hard, Grade::good, Grade::easy}) {
    const std::string_view name = name_of(grade);
    if (typed == name || typed == name.substr(0, 1) ||
        typed == std::to_string(static_cast<int>(grade))) {
      return grade;
    }
  }
  return std::nullopt;
}

/// One sitting.
class Quiz {
 public:
  Quiz(const Index& index, ProgressMap progress, ColorChoice color, std::ostream& out,
       std::ostream& talk)
      : index_(index),
        progress_(std::move(progress)),
        terminal_(look_at_terminal(STDOUT_FILENO, color)),
        talk_terminal_(look_at_terminal(STDERR_FILENO, color)),
        out_(out),
        talk_(talk),
        log_(review_log_path()),
        prompts_(input_.is_terminal() && talk_terminal_.is_terminal) {}

  /// Asks `questions`, and again those that were not known, until all were or the person leaves.
  /// "u" takes back what was decided last, and asks that question again.
  void ask(const std::vector<std::string>& questions) {
    std::deque<std::string> left(questions.begin(), questions.end());
    for (std::size_t number = 1; !left.empty(); ++number) {
      const std::string question = left.front();
      left.pop_front();
      const auto review = ask_one(question, fmt::format("{}/{}", number, number + left.size()));
      if (leaves_) break;
      if (std::exchange(goes_back_, false)) {
        left.push_front(question);
        --number;
        if (!log_.take_back()) {
          talk_ << "answers: there is nothing to take back\n";
          continue;
        }
        const Review& last = reviews_.back();
        if (last.grade == Grade::again) left.pop_back();
        left.push_front(last.question);
        progress_.erase(last.question);
        if (before_.back()) progress_.emplace(last.question, *before_.back());
        reviews_.pop_back();
        before_.pop_back();
        --number;
        continue;
      }
      if (!review) continue;
      log_.append(*review);
      reviews_.push_back(*review);
      const auto known = progress_.find(question);
      before_.push_back(known == progress_.end() ? std::nullopt : std::optional(known->second));
      add_review(progress_, *review);
      if (review->grade == Grade::again) left.push_back(question);
    }
  }
  bool interrupted() const { return input_.interrupted(); }

  void say_what_was_done() const {
    if (reviews_.empty()) return;
    std::array<std::size_t, 5> count{};  // [0]: suspended
    for (const Review& review : reviews_)
      ++count.at(review.grade ? static_cast<std::size_t>(*review.grade) : 0);
    talk_ << fmt::format("answers: {} graded", reviews_.size() - count[0]);
    for (const Grade grade : {Grade::again, Grade::hard, Grade::good, Grade::easy}) {
      const auto times = count.at(static_cast<std::size_t>(grade));
      if (times > 0) talk_ << fmt::format(" · {} {}", times, name_of(grade));
    }
    if (count[0] > 0) talk_ << fmt::format(" · {} suspended", count[0]);
    talk_ << '\n';
  }

 private:
  /// What was decided; nothing when the question was skipped or the person leaves or goes back.
  std::optional<Review> ask_one(const std::string& question, const std::string& count) {
    const std::vector<Record> records = answers_to(index_, question);
    if (records.empty() || records.front().question.empty()) return std::nullopt;
    const Record& record = records.front();
    std::string heading = count;
    if (!record.section.empty()) heading += fmt::format("  {}", fmt::join(record.section, " › "));
    if (!record.difficulty.empty()) heading += " · " + record.difficulty;
    print_dim(heading, terminal_, out_);
    print_line(StyledText().append(record.question, bold), terminal_, out_);
    print_markdown_below(record.body, terminal_, out_);
    out_ << std::endl;

    const std::string before = fmt::format("Enter shows the answer · {}", other_keys);
    do {
      prompt(before);
    } while (wish_for(record) && wish_ == "o");
    if (leaves_ || goes_back_ || wish_ == "s") return std::nullopt;
    if (wish_ == "x") return Review{question, std::nullopt, std::time(nullptr)};
    show_answer(records);
    return ask_grade(question, record);
  }

  /// Reads a key into wish_, and does at once what is the same wherever it is pressed. False when
  /// the question is left by it.
  bool wish_for(const Record& record) {
    const auto typed = input_.next();
    end_prompt();
    wish_ = typed.value_or("q");
    leaves_ = wish_ == "q";
    goes_back_ = wish_ == "u";
    if (wish_ == "o" && input_.is_terminal())
      input_.step_aside([&] { edit_at(record.place, talk_); });
    return !leaves_ && !goes_back_ && wish_ != "s" && wish_ != "x";
  }

  /// Through a pager what is taller than the terminal.
  void show_answer(const std::vector<Record>& records) {
    const Record& record = records.front();
    std::ostringstream answer;
    print_markdown(record.answer, 0, terminal_, answer);
    answer << '\n';
    std::string place = fmt::format("{}  {}", short_id(record), place_text(record.place));
    if (records.size() > 1) place += fmt::format("  +{} more", records.size() - 1);
    print_dim(place, terminal_, answer);
    const std::string text = answer.str();
    const std::string pager = prompts_ && terminal_.is_terminal ? pager_command() : "";
    bool is_paged = false;
    if (!pager.empty() && needs_pager(text, terminal_))
      input_.step_aside([&] { is_paged = page(text, pager); });
    if (!is_paged) out_ << text;
    out_ << std::endl;
  }

  std::optional<Review> ask_grade(const std::string& question, const Record& record) {
    const auto due = [&](Grade grade) {
      const auto known = progress_.find(question);
      const int today = study_day(std::time(nullptr));
      const Memory memory = known == progress_.end() || !known->second.was_graded
                                ? first_memory(grade)
                                : next_memory(known->second.memory,
                                              std::max(0, today - known->second.last_day), grade);
      return length_of(days_until_due(memory));
    };
    while (true) {
      prompt(fmt::format("1 again · 2 hard ({}) · 3 good ({}) · 4 easy ({})\n{}", due(Grade::hard),
                         due(Grade::good), due(Grade::easy), other_keys));
      const bool stays = wish_for(record);
      if (wish_ == "x") return Review{question, std::nullopt, std::time(nullptr)};
      if (!stays) return std::nullopt;
      if (const auto grade = grade_of(wish_)) return Review{question, *grade, std::time(nullptr)};
      if (!input_.is_terminal()) {
        talk_ << "answers: '" << printable(wish_)
              << "' is no grade; it is one of: again hard good easy\n";
      }
    }
  }

  void prompt(const std::string& text) {
    out_.flush();
    if (!prompts_) return;
    write(talk_, StyledText().append(text + ' ', dim), talk_terminal_);
    talk_.flush();
  }
  void end_prompt() {
    if (prompts_) talk_ << "\n\n" << std::flush;
  }

  const Index& index_;
  ProgressMap progress_;
  Terminal terminal_;
  Terminal talk_terminal_;
  std::ostream& out_;
  std::ostream& talk_;
  ReviewLog log_;
  KeyInput input_;
  bool prompts_ = false;
  std::string wish_{};  ///< the last key
  bool leaves_ = false;
  bool goes_back_ = false;
  std::vector<Review> reviews_;
  std::vector<std::optional<Progress>> before_;  ///< each review: what was known of its question
};

void print_stats(const QuizStats& stats, std::ostream& out) {
  const auto share = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  };
  out << fmt::format("questions  {}, asked so far {}", stats.questions, stats.asked);
  if (stats.suspended > 0) out << fmt::format(", suspended {}", stats.suspended);
  out << '\n';
  out << fmt::format("due        today {}, tomorrow {}, in the next six days {}\n", stats.due_today,
                     stats.due_tomorrow, stats.due_this_week);
  if (stats.asked > 0)
    out << fmt::format("memory     {:.0f} % of what was asked would be known now\n",
                       100 * stats.recall_chance);
  out << fmt::format("reviews    {}", stats.reviews);
  if (stats.repeated > 0)
    out << fmt::format(", {:.0f} % of the repeated ones remembered",
                       share(stats.remembered, stats.repeated));
  out << '\n';
}

void print_stats_json(const QuizStats& stats, std::ostream& out) {
  const nlohmann::ordered_json json = {{"schema", "answers.quiz/1"},
                                       {"questions", stats.questions},
                                       {"asked", stats.asked},
                                       {"suspended", stats.suspended},
                                       {"due_today", stats.due_today},
                                       {"due_tomorrow", stats.due_tomorrow},
                                       {"due_this_week", stats.due_this_week},
                                       {"recall_chance", stats.recall_chance},
                                       {"reviews", stats.reviews},
                                       {"repeated", stats.repeated},
                                       {"remembered", stats.remembered}};
  out << json_text(json) << '\n';
}

}  // namespace

int run_quiz(const QuizCommand& command, std::ostream& out, std::ostream& talk) {
  const Index index = open_index({find_index(command.index)},
                                 command.stats || command.count ? Verify::little : Verify::all);
  for (const auto& warning : index.warnings())
    talk << "answers: " << printable_line(warning) << '\n';
  const std::vector<Review> reviews = read_reviews(review_log_path(), [&](const Trouble& trouble) {
    talk << "answers: " << trouble_line(trouble) << '\n';
  });
  const std::vector<std::string> questions = candidates(index, command);
  const int today = study_day(std::time(nullptr));
  if (command.stats || command.count) {
    const QuizStats stats = quiz_stats(questions, reviews, today);
    if (command.count) {
      out << stats.due_today << '\n';
      return stats.due_today > 0 ? 0 : 1;
    }
    command.json ? print_stats_json(stats, out) : print_stats(stats, out);
    return 0;
  }
  ProgressMap progress = progress_of(reviews);
  const auto chosen = choose_questions(questions, progress, today, command.options);
  if (chosen.empty()) {
    talk << (questions.empty() ? "answers: no question fits\n" : "answers: nothing is due today\n");
    return 1;
  }
  Quiz quiz(index, std::move(progress), command.color, out, talk);
  quiz.ask(chosen);
  quiz.say_what_was_done();
  return quiz.interrupted() ? 130 : 0;
}

}  // namespace answers
