#include "corpus/html/chat_page_reader.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/fields/chat.h"
#include "corpus/html/page_cells.h"
#include "corpus/input/input.h"
#include "corpus/markup/html_nodes.h"
#include "corpus/markup/html_text.h"
#include "corpus/markup/html_tree.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

/// How a program writes a message: the classes of the elements in it.
struct PageForm {
  std::string_view mark{};  // in the tag of each message
  std::string_view author{};
  std::string_view text{};
  std::string_view date{};
  std::string_view sure{};     // stands in the beginning of every such page
  std::string_view replied{};  // around what names the message that is replied to
  bool newest_first = false;
};

constexpr PageForm forms[] = {
    {" id=\"message", "from_name", "text", "date", "message default", "reply_to"},  // Telegram
    {" data-message-id=", "chatlog__author", "chatlog__content", "chatlog__timestamp",
     "chatlog__content", "chatlog__reply"},                   // Discord
    {"_a6-g", "_a6-h", "_a6-p", "_a6-o", "_a6-g", "", true},  // Facebook
};

/// What is looked for in every page begins with '_', which is rare.
const PageForm* form_of(std::string_view head) {
  for (const PageForm& form : forms) {
    const std::string_view rare = form.author.substr(form.author.find('_'));
    const auto holds = [head](std::string_view name) {
      return head.find(name) != std::string_view::npos;
    };
    if (holds(rare) && holds(form.author) && holds(form.text) && holds(form.sure)) return &form;
  }
  return nullptr;
}

bool has_class(const GumboNode* node, std::string_view name) {
  return any_word(attribute(node, "class"), [name](std::string_view word) { return word == name; });
}

/// The first number in a text: of "#go_to_message122", or of scrollToMessage(event, '122').
std::string number_in(std::string_view text) {
  const auto begin = std::ranges::find_if(text, is_digit);
  const auto end = std::find_if_not(begin, text.end(), is_digit);
  return {begin, end};
}

/// What of a message stands in which element.
struct Parts {
  const GumboNode* author = nullptr;
  const GumboNode* text = nullptr;
  const GumboNode* date = nullptr;
  std::string replied{};
};

void find_parts(const GumboNode* node, const PageForm& form, Parts& parts, bool quoted) {
  if (!is_element(node)) return;
  quoted = quoted || has_class(node, "forwarded") ||
           (!form.replied.empty() && has_class(node, form.replied));
  if (quoted && parts.replied.empty()) {
    for (const char* name : {"href", "onclick"}) {
      const std::string_view value = attribute(node, name);
      if (value.find("essage") != std::string_view::npos) parts.replied = number_in(value);
    }
  }
  if (!quoted) {
    if (parts.author == nullptr && has_class(node, form.author)) parts.author = node;
    if (parts.text == nullptr && has_class(node, form.text)) parts.text = node;
    if (parts.date == nullptr && has_class(node, form.date)) parts.date = node;
  }
  for (const GumboNode* child : children_of(node)) find_parts(child, form, parts, quoted);
}

class ChatPage {
 public:
  ChatPage(Input& input, const PageForm& form)
      : form_(form), cells_(input, form.mark), chat_(input.listener(), {}) {}

  void read() {
    while (auto cell = cells_.next()) {
      if (is_unparsable(cell->html)) continue;
      ChatMessage message = message_of(cell->html);
      message.place = std::move(cell->place);
      if (!form_.newest_first) {
        chat_.add(std::move(message));
      } else if (kept_ < most_kept) {
        kept_ += message.text.size();
        messages_.push_back(std::move(message));
      }
    }
    while (!messages_.empty()) {
      chat_.add(std::move(messages_.back()));
      messages_.pop_back();
    }
    chat_.finish();
  }

 private:
  static constexpr std::size_t most_kept = std::size_t{64} << 20;  // bytes

  ChatMessage message_of(std::string_view html) {
    const HtmlTree tree(html);
    Parts parts;
    find_parts(tree.root(), form_, parts, false);
    ChatMessage message;
    message.id = number_in(html.substr(html.find(form_.mark)));
    message.reply_to = std::move(parts.replied);
    // Of messages in a row the first alone names who says them.
    if (parts.author != nullptr) author_ = node_to_line(parts.author);
    message.author = author_;
    if (parts.date != nullptr) {
      const std::string_view title = attribute(parts.date, "title");
      message.date = title.empty() ? node_to_line(parts.date) : std::string(title);
    }
    if (parts.text != nullptr) message.text = node_to_markdown(parts.text);
    return message;
  }

  const PageForm& form_;
  PageCells cells_;
  Chat chat_;
  std::string author_{};
  std::vector<ChatMessage> messages_{};  // where the newest stands first
  std::size_t kept_ = 0;
};

}  // namespace

int recognises_chat_page(std::string_view, std::string_view head) {
  return head.starts_with('<') && form_of(head) != nullptr ? 96 : 0;
}

void read_chat_page(Input& input) {
  if (const PageForm* form = form_of(input.head())) ChatPage(input, *form).read();
}

}  // namespace answers
