#include "corpus/html/page_threads.h"

#include "corpus/characters/characters.h"
#include "corpus/deliver.h"
#include "corpus/html/page_parts.h"
#include "corpus/markup/html_nodes.h"
#include "corpus/markup/html_text.h"
#include "corpus/markup/prompt_text.h"
#include "corpus/wording/asking.h"

#include <gumbo.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

/// What one said in a thread.
struct Post {
  const GumboNode* item = nullptr;
  const GumboNode* text = nullptr;
  std::string name{};
  std::string author{};
  std::string date{};
  std::string votes{};
  bool accepted = false;
};

bool is_reply(const GumboNode* node) {
  const std::string_view property = attribute(node, "itemprop");
  return property.find("Answer") != std::string_view::npos || property == "comment" ||
         is_of_type(node, "/Answer") || is_of_type(node, "/Comment");
}

/// The value of a property: of an attribute that programs read, else what is shown.
std::string value_of(const GumboNode* node) {
  for (const char* name : {"content", "datetime", "data-value"}) {
    if (const std::string_view value = attribute(node, name); !value.empty())
      return std::string(value);
  }
  return node_to_line(node);
}

/// What is said in an item, and the replies in it, which are not looked into.
Post post_of(const GumboNode* item, std::vector<const GumboNode*>& replies) {
  Post post;
  post.item = item;
  post.accepted = attribute(item, "itemprop").find("acceptedAnswer") != std::string_view::npos;
  struct Open {
    const GumboNode* node;
    bool in_author;
  };
  std::vector<Open> open = {{item, false}};
  while (!open.empty()) {
    auto [node, in_author] = open.back();
    open.pop_back();
    if (node != item && is_reply(node)) {
      replies.push_back(node);
      continue;
    }
    const std::string_view property = attribute(node, "itemprop");
    if (property == "author") {
      in_author = true;
      if (post.author.empty()) post.author = node_to_line(node);
    } else if (property == "text" || property == "articleBody") {
      if (post.text == nullptr) post.text = node;
      continue;
    } else if ((property == "name" || property == "headline") && !in_author) {
      if (post.name.empty()) post.name = value_of(node);
    } else if (property == "upvoteCount") {
      if (post.votes.empty()) post.votes = value_of(node);
    } else if (property == "dateCreated" || property == "datePublished") {
      if (post.date.empty()) post.date = value_of(node);
    }
    const auto children = children_of(node);
    std::transform(children.rbegin(), children.rend(), std::back_inserter(open),
                   [&within = in_author](const GumboNode* child) {
                     return Open{child, within};
                   });
  }
  return post;
}

void set_votes(std::string_view votes, Record& record) {
  int number = 0;
  const auto [end, error] = std::from_chars(votes.data(), votes.data() + votes.size(), number);
  if (error == std::errc() && end != votes.data()) record.votes = number;
}

void read_thread(const GumboNode* item,
                 const std::function<Place(std::size_t, std::size_t)>& place_of, const Record& base,
                 Listener& listener) {
  std::vector<const GumboNode*> replies;
  const Post first = post_of(item, replies);
  if (first.name.empty() || first.text == nullptr) return;
  const std::string body = node_to_markdown(first.text);
  // A forum tells news as well.
  if (!is_of_type(item, "/Question") && how_asks(first.name) < Asking::words &&
      !has_question_mark(body))
    return;
  for (const GumboNode* reply : replies) {
    std::vector<const GumboNode*> comments;
    Post post = post_of(reply, comments);
    if (post.text == nullptr) continue;
    Record record = base;
    record.place = place_of(line_of(item), line_of(post.text));
    set_prompt(first.name, record);
    add_body(body, record);
    record.author = std::move(post.author);
    record.date = std::move(post.date);
    record.accepted = post.accepted;
    set_votes(post.votes, record);
    record.answer = answer_text(node_to_markdown(post.text), record.question);
    deliver(std::move(record), listener);
  }
}

}  // namespace

bool may_hold_threads(std::string_view html) {
  for (const std::string_view type : {"Question", "DiscussionForumPosting"}) {
    for (std::size_t at = html.find(type); at != std::string_view::npos;
         at = html.find(type, at + type.size())) {
      // Not as JSON-LD has it: "@context": "https://schema.org", "@type": "Question".
      if (html.substr(0, at).ends_with("schema.org/")) return true;
    }
  }
  return false;
}

void read_threads(const GumboInternalNode* root,
                  const std::function<Place(std::size_t, std::size_t)>& place_of,
                  const Record& base, Listener& listener) {
  each_node(root, [&](const GumboNode* node) {
    if (is_of_type(node, "/Question") || is_of_type(node, "/DiscussionForumPosting"))
      read_thread(node, place_of, base, listener);
  });
}

}  // namespace answers
