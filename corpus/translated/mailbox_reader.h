#pragma once

#include <string_view>

namespace answers {

class Input;

/// A mailbox (mbox, as mail programs and the archives of lists write it) or a file of one message
/// (eml): a message that others answer is a question, its subject the title, and each answer of
/// somebody else a record. Threads are told by In-Reply-To and References, else by the subject; an
/// answer to a message that is not there has what it quotes of it as the question's body. A message
/// that nobody answers and that holds questions and answers itself, as an FAQ that is posted, is
/// read as Markdown; its records stand where it stands. Streamed: a message's first MiB,
/// and of the last 20,000 threads the questions, up to 32 MiB.
int recognises_mailbox(std::string_view path, std::string_view head);
void read_mailbox(Input& input);

}  // namespace answers
