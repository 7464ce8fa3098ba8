#pragma once

#include "corpus/record.h"

namespace answers {

class Listener;

/// What a reader of documents does with a record that it has put together (question, body, answer,
/// section, place): an answer that says nothing makes it an unanswered question; comment fields in
/// body and answer ("<!-- tags: (a, b) -->", see take_comment_fields) are read; language and id are
/// filled in where they are empty; the listener is told. A record without a question is dropped,
/// unless it has an answer and the collection gives it an id: then it is a text that is to be
/// found.
void deliver(Record&& record, Listener& listener);

}  // namespace answers
