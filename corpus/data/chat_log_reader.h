#pragma once

#include <string_view>

namespace answers {

class Input;

/// A chat as text, in which every message begins with its time and who says it: WhatsApp's exports
/// in the forms of their countries ("[01/02/24, 9:41:12 PM] Ann: …", "01.02.24, 21:41 - Ann: …"),
/// Signal's, Zoom's, logs of IRC ("[21:41] <ann> …", "2024-02-01 21:41:12<TAB>ann<TAB>…"). Lines
/// without a time go on with the message above. What is asked in it is answered as Chat tells. In
/// one pass, in constant memory.
int recognises_chat_log(std::string_view path, std::string_view head);
void read_chat_log(Input& input);

}  // namespace answers
