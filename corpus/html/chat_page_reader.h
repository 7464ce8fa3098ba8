#pragma once

#include <string_view>

namespace answers {

class Input;

/// A chat as a page: what Telegram ("messages.html"), DiscordChatExporter and Facebook
/// ("message_1.html") write. What is asked in it is answered as Chat tells. In constant memory.
int recognises_chat_page(std::string_view path, std::string_view head);
void read_chat_page(Input& input);

}  // namespace answers
