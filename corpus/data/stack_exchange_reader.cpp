#include "corpus/data/stack_exchange_reader.h"

#include "corpus/data/question_store.h"
#include "corpus/deliver.h"
#include "corpus/input/input.h"
#include "corpus/listener.h"
#include "corpus/markup/html_text.h"
#include "corpus/markup/prompt_text.h"

#include <climits>
#include <expat.h>

#include <algorithm>
#include <charconv>
#include <exception>
#include <memory>
#include <string>
#include <utility>

namespace answers {
namespace {

constexpr std::uint64_t longest_row = Input::longest_line;

std::int64_t number_of(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// "<a><b>" of older dumps and "|a|b|" of newer ones, one a line.
std::string tags_of(std::string_view text) {
  std::string tags;
  for (const char c : text) {
    const bool edge = c == '<' || c == '>' || c == '|';
    if (!edge) {
      tags += c;
    } else if (!tags.empty() && tags.back() != '\n') {
      tags += '\n';
    }
  }
  if (tags.ends_with('\n')) tags.pop_back();
  return tags;
}

class PostsReader {
 public:
  explicit PostsReader(Input& input)
      : input_(input), parser_(XML_ParserCreate("UTF-8"), XML_ParserFree) {
    if (parser_ == nullptr) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetStartElementHandler(parser_.get(),
                               [](void* self, const XML_Char* name, const XML_Char** attributes) {
                                 static_cast<PostsReader*>(self)->on_element(name, attributes);
                               });
  }

  void read() {
    std::uint64_t fed = 0;
    while (const auto block = input_.next_block()) {
      shift_ = static_cast<std::int64_t>(block->byte_at(0)) - static_cast<std::int64_t>(fed);
      if (!feed(block->text, false)) return finish();
      fed += block->text.size();
      if (fed - static_cast<std::uint64_t>(XML_GetCurrentByteIndex(parser_.get())) > longest_row) {
        trouble("an element of more than 32 MiB", "what follows was left out");
        return finish();
      }
    }
    feed({}, true);
    finish();
  }

 private:
  void trouble(std::string what, std::string remedy) {
    input_.listener().on_trouble({input_.path(), XML_GetCurrentLineNumber(parser_.get()),
                                  std::move(what), std::move(remedy)});
  }

  bool feed(std::string_view text, bool is_last) {
    const auto status =
        XML_Parse(parser_.get(), text.data(), static_cast<int>(text.size()), is_last ? 1 : 0);
    if (failure_) std::rethrow_exception(failure_);
    if (status != XML_STATUS_ERROR) return true;
    const XML_Error error = XML_GetErrorCode(parser_.get());
    trouble(std::string("no well-formed XML: ") + XML_ErrorString(error),
            "what comes before was read");
    return false;
  }

  /// Nothing may be thrown through expat, which is C.
  void on_element(std::string_view name, const XML_Char** attributes) {
    if (name != "row" || failure_) return;
    try {
      on_row(attributes);
    } catch (...) {
      failure_ = std::current_exception();
      XML_StopParser(parser_.get(), XML_FALSE);
    }
  }

  void on_row(const XML_Char** attributes) {
    Post post;
    std::string_view type;
    std::string_view body;
    std::string_view owner;
    for (; *attributes != nullptr; attributes += 2) {
      const std::string_view name = attributes[0];
      const std::string_view value = attributes[1];
      if (name == "Id")
        post.id = number_of(value);
      else if (name == "PostTypeId")
        type = value;
      else if (name == "ParentId")
        post.parent = number_of(value);
      else if (name == "AcceptedAnswerId")
        post.accepted_answer = number_of(value);
      else if (name == "CreationDate")
        post.date = value;
      else if (name == "Score")
        post.votes = number_of(value);
      else if (name == "Body")
        body = value;
      else if (name == "OwnerUserId")
        owner = value;
      else if (name == "OwnerDisplayName")
        post.author = value;
      else if (name == "Title")
        post.title = value;
      else if (name == "Tags")
        post.tags = tags_of(value);
    }
    if (type != "1" && type != "2") return;  // wikis of tags, elections …
    if (post.author.empty() && !owner.empty()) post.author = "user " + std::string(owner);
    post.body = html_to_markdown(body);
    post.line = XML_GetCurrentLineNumber(parser_.get());
    const std::int64_t at = XML_GetCurrentByteIndex(parser_.get()) + shift_;
    post.byte = static_cast<std::uint64_t>(std::max<std::int64_t>(at, 0));
    post.end_byte = post.byte + static_cast<std::uint64_t>(XML_GetCurrentByteCount(parser_.get()));
    if (type == "1") {
      store_.put_question(post);
    } else if (const auto question = store_.question(post.parent)) {
      tell(*question, &post);
      store_.mark_answered(post.parent);
    } else {
      store_.put_early_answer(post);
    }
  }

  void finish() {
    store_.each_early_answer([this](const Post& answer) {
      const auto question = store_.question(answer.parent);
      if (question) {
        tell(*question, &answer);
        store_.mark_answered(answer.parent);
      } else {
        if (lost_++ == 0) first_lost_ = answer.line;
      }
    });
    if (lost_ > 0) {
      input_.listener().on_trouble(
          {input_.path(), first_lost_,
           std::to_string(lost_) + " answers to questions that are not in the file",
           "they were left out"});
    }
    store_.each_unanswered([this](const Post& question) { tell(question, nullptr); });
  }

  void tell(const Post& question, const Post* answer) {
    Record record;
    set_prompt(question.title, record);
    add_body(question.body, record);
    for (std::string_view rest = question.tags; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      record.tags.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(rest.size(), end + 1));
    }
    const Post& post = answer != nullptr ? *answer : question;
    if (answer != nullptr) {
      record.answer = answer->body;
      record.accepted = question.accepted_answer != 0 && question.accepted_answer == answer->id;
    }
    record.votes = static_cast<int>(std::clamp<std::int64_t>(post.votes, INT_MIN, INT_MAX));
    record.author = post.author;
    record.date = post.date;
    record.url = "#" + std::to_string(post.id);
    record.place = {input_.path(), post.line, post.line, post.byte, post.end_byte};
    deliver(std::move(record), input_.listener());
  }

  Input& input_;
  std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
  QuestionStore store_{};
  std::int64_t shift_ = 0;  // from what expat was fed to the file
  std::exception_ptr failure_{};
  std::size_t lost_ = 0;
  std::size_t first_lost_ = 0;
};

}  // namespace

int recognises_stack_exchange(std::string_view, std::string_view head) {
  const std::size_t begin = head.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos || head[begin] != '<') return 0;
  const bool posts = head.substr(0, 1000).find("<posts") != std::string_view::npos;
  const bool row = head.find("<row ") != std::string_view::npos &&
                   head.find("PostTypeId=") != std::string_view::npos;
  return row ? 98 : posts ? 60 : 0;
}

void read_stack_exchange(Input& input) { PostsReader(input).read(); }

}  // namespace answers
