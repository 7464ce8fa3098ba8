#include "searcher/commands/completion.h"

#include "indexer/generations/document.h"
#include "indexer/generations/index.h"
#include "indexer/generations/index_directory.h"
#include "indexer/schema.h"
#include "searcher/commands/completion_scripts.h"
#include "searcher/commands/configuration.h"
#include "searcher/display/hit_fields.h"
#include "searcher/display/terminal.h"
#include "searcher/query/suggest.h"
#include "searcher/ranking/facets.h"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <ostream>

namespace answers {
namespace {

constexpr std::size_t most_values = 100;

class Completer {
 public:
  Completer(const CLI::App& app, const std::vector<std::string>& words, std::ostream& out)
      : app_(app), words_(words), current_(words.back()), out_(out) {}

  void complete() {
    if (words_.size() == 1) return complete_command();
    for (const CLI::App* command : app_.get_subcommands([](const CLI::App*) { return true; })) {
      if (command->check_name(words_.front())) command_ = command;
    }
    if (words_.size() == 2 && words_.front() == "help") return complete_command();
    if (command_ == nullptr) return;
    const auto equals = current_.find('=');
    if (current_.starts_with("--") && equals != std::string::npos) {
      if (const CLI::Option* option = command_->get_option_no_throw(current_.substr(0, equals)))
        complete_value(*option, current_.substr(0, equals + 1), current_.substr(equals + 1));
      return;
    }
    if (const std::string& before = words_[words_.size() - 2]; before.starts_with('-')) {
      const CLI::Option* option = command_->get_option_no_throw(before);
      if (option != nullptr && option->get_items_expected_max() > 0)
        return complete_value(*option, "", current_);
    }
    if (current_.starts_with('-')) return complete_flag();
    complete_positional();
  }

 private:
  /// `value` where it begins as typed.
  void offer(const std::string& value, std::string_view meaning = {}) {
    if (!value.starts_with(current_)) return;
    out_ << printable_line(value) << '\t' << printable_line(meaning) << '\n';
  }

  void complete_command() {
    if (current_.starts_with('-')) {
      command_ = &app_;
      return complete_flag();
    }
    for (const CLI::App* command : app_.get_subcommands([](const CLI::App*) { return true; }))
      offer(command->get_name(), command->get_description());
  }

  void complete_flag() {
    for (const CLI::Option* option : command_->get_options()) {
      for (const auto& name : option->get_lnames()) offer("--" + name, option->get_description());
      if (!current_.starts_with("--")) {
        for (const auto& name : option->get_snames()) offer("-" + name, option->get_description());
      }
    }
  }

  /// Of a list with commas the last part, which is none of those before it.
  void complete_list(const std::string& before, const std::string& typed,
                     const std::vector<std::string_view>& names) {
    const auto comma = typed.rfind(',');
    const std::string listed = typed.substr(0, comma == std::string::npos ? 0 : comma + 1);
    current_ = before + typed;
    for (const std::string_view name : names) {
      if ((',' + listed).find(fmt::format(",{},", name)) == std::string::npos)
        offer(fmt::format("{}{}{}", before, listed, name));
    }
  }

  /// A filter's values come out of the index; the choices of another option stand in its
  /// description: "text, json or tsv [text]".
  void complete_value(const CLI::Option& option, const std::string& before,
                      const std::string& typed) {
    const std::string type = option.get_type_name();
    if (type == "ID") return complete_id();
    const std::string name = option.get_lnames().empty() ? "" : option.get_lnames().front();
    if (filter_field(name) != nullptr) return complete_field(index(), name, before, typed, "");
    if (name == "facets")
      return complete_list(before, typed, {facet_fields().begin(), facet_fields().end()});
    if (name == "fields") {
      std::vector<std::string_view> names;
      for (const HitField& field : hit_fields()) names.push_back(field.name);
      return complete_list(before, typed, names);
    }
    if (type != "FORM" && type != "WHEN" && type != "BY") return;
    std::string text = option.get_description();
    text = text.substr(0, text.find(" ["));
    if (const auto colon = text.find(": "); colon != std::string::npos) text.erase(0, colon + 2);
    std::string word;
    for (const char c : text + ",") {
      if (c != ',' && c != ' ') {
        word += c;
        continue;
      }
      if (!word.empty() && word != "or" && word.starts_with(typed)) offer(before + word);
      word.clear();
    }
  }

  void complete_positional() {
    std::string name;
    for (const CLI::Option* option :
         command_->get_options([](const CLI::Option*) { return true; })) {
      const bool is_first = name.empty() || words_.size() > 2;
      if (option->get_positional() && is_first) name = option->get_name();
    }
    if (name == "SHELL") {
      for (const char* shell : {"bash", "zsh", "fish"}) offer(shell);
    } else if (name == "ACTION") {
      for (const char* action : {"add", "remove", "rename"}) offer(action);
    } else if (name == "NAME") {
      for (const Setting& setting : settings()) offer(std::string(setting.name), setting.meaning);
    } else if (name == "ID") {
      complete_id();
    } else if (name == "QUERY" || name == "PREFIX") {
      complete_query();
    }
  }

  Index index() const {
    std::string given;
    for (std::size_t i = 1; i + 1 < words_.size(); ++i) {
      if (words_[i] == "--index") given = words_[i + 1];
      if (words_[i].starts_with("--index=")) given = words_[i].substr(8);
    }
    return open_index({find_index(given)});
  }

  void complete_id() {
    const Index index = this->index();
    const Xapian::Database& database = index.database();
    const std::string prefix = filter_term("id", current_);
    std::size_t count = 0;
    for (auto term = database.allterms_begin(prefix);
         term != database.allterms_end(prefix) && ++count <= most_values; ++term) {
      const Record record = index.record(*database.postlist_begin(*term));
      offer(record.id, record.question);
    }
  }

  static const schema::FilterField* filter_field(std::string_view name) {
    const auto* const row =
        std::ranges::find(schema::filter_fields, name, &schema::FilterField::name);
    return row == std::end(schema::filter_fields) ? nullptr : row;
  }

  /// The values of a filter that begin as typed, behind what stands `before` them in the word;
  /// those with blanks between `quotes`.
  void complete_field(const Index& index, const std::string& field, const std::string& before,
                      const std::string& typed, std::string_view quotes) {
    const std::string prefix = filter_term(field, typed);
    current_ = before;  // the index folds case
    std::size_t count = 0;
    for (auto term = index.database().allterms_begin(prefix);
         term != index.database().allterms_end(prefix) && ++count <= most_values; ++term) {
      const std::string value = (*term).substr(filter_field(field)->prefix.size());
      const std::string_view quote = value.find(' ') != std::string::npos ? quotes : "";
      offer(fmt::format("{}{}{}{}", before, quote, value, quote),
            std::to_string(term.get_termfreq()) + " records");
    }
  }

  /// Where the last word of the query in the word that is typed begins: a shell's quotes may hold
  /// several. Behind a blank that stands in no quotes of the query.
  std::size_t last_word_of_query() const {
    std::size_t begin = 0;
    bool in_quotes = false;
    for (std::size_t i = 0; i < current_.size(); ++i) {
      if (current_[i] == '"') in_quotes = !in_quotes;
      if (current_[i] == ' ' && !in_quotes) begin = i + 1;
    }
    return begin;
  }

  void complete_query() {
    const Index index = this->index();
    const std::size_t begin = last_word_of_query();
    const std::string before = current_.substr(0, begin);
    const std::string last = current_.substr(begin);
    const auto colon = last.find(':');
    if (colon != std::string::npos) {
      const std::string field = last.substr(0, colon);
      std::string value = last.substr(colon + 1);
      if (value.starts_with('"')) value.erase(0, 1);
      if (filter_field(field) != nullptr)
        complete_field(index, field, before + field + ':', value, "\"");
      return;
    }
    for (const auto& row : schema::filter_fields) {
      if (row.name != "question-id")
        offer(fmt::format("{}{}:", before, row.name), "only records with it");
    }
    std::string typed;
    for (std::size_t i = 1; i < words_.size(); ++i) {
      if (words_[i].starts_with('-')) continue;
      typed += (typed.empty() ? "" : " ") + words_[i];
    }
    if (last.empty()) return;
    for (const auto& word : suggest(index, typed, 20).words) {
      const auto blank = word.text.rfind(' ');
      offer(before + (blank == std::string::npos ? word.text : word.text.substr(blank + 1)),
            std::to_string(word.records) + " records");
    }
  }

  const CLI::App& app_;
  const CLI::App* command_ = nullptr;
  const std::vector<std::string>& words_;
  std::string current_;
  std::ostream& out_;
};

}  // namespace

std::string_view completion_script(std::string_view shell) {
  if (shell == "bash") return completion_scripts::bash;
  if (shell == "zsh") return completion_scripts::zsh;
  if (shell == "fish") return completion_scripts::fish;
  return {};
}

void complete(const CLI::App& app, const std::vector<std::string>& words, std::ostream& out) {
  if (words.empty()) return;
  try {
    Completer(app, words, out).complete();
  } catch (const IndexUnusable&) {  // nothing to complete with, and no place to say so
  } catch (const Xapian::Error&) {
  }
}

}  // namespace answers
