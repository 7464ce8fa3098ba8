#include "searcher/matching/thread_of.h"

#include <fmt/format.h>

#include <functional>

namespace answers {

std::string thread_of(const Record& record, std::string_view coded_body) {
  const std::string_view question = question_id(record);
  if (record.question.empty() || question.size() < record.id.size())
    return fmt::format("{}\n{}", question, record.question);
  const std::hash<std::string_view> hash;  // bodies may be long
  return fmt::format("{:x} {:x}\n{}", hash(record.body), hash(coded_body), record.question);
}

}  // namespace answers
