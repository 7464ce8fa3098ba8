#pragma once

#include <string_view>

namespace answers {

class Input;

/// Intents of chat bots whose phrases stand in one file and whose replies in another. The phrases
/// are the questions (the first the title, the others the body), the replies beside them the
/// answer. Small files: each is read whole, and so are those beside it, which the listener is told.

/// Dialogflow: "Opening hours_usersays_en.json" holds the phrases of "Opening hours.json" in the
/// same folder, which older exports hold both. What is no text (cards, pictures, payloads) is left
/// out; replies for one platform count where there are none for all.
int recognises_dialogflow(std::string_view path, std::string_view head);
void read_dialogflow(Input& input);

/// Rasa: "nlu:" with examples. The replies ("responses:", "templates:") stand in the same file or
/// in the project, the nearest folder above that has a domain: its domain, and what lies in its
/// data. An intent is answered by utter_<intent>, else by what the first rule or story says
/// directly behind it. Looks at most at 64 files beside it, of 4 MiB together.
int recognises_rasa(std::string_view path, std::string_view head);
void read_rasa(Input& input);

}  // namespace answers
