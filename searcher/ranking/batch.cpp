#include "searcher/ranking/batch.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <istream>
#include <string_view>

namespace answers {
namespace {

constexpr std::size_t longest_line = 4 << 20;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Reads up to and without the next line end. False at the end of the input. What lies beyond
/// `longest_line` is read over, and `too_long` says so.
bool read_line(std::istream& in, std::string& line, bool& too_long) {
  line.clear();
  too_long = false;
  std::streambuf& buffer = *in.rdbuf();
  int c = buffer.sbumpc();
  if (c == std::streambuf::traits_type::eof()) return false;
  for (; c != std::streambuf::traits_type::eof() && c != '\n'; c = buffer.sbumpc()) {
    if (line.size() < longest_line) {
      line += static_cast<char>(c);
    } else {
      too_long = true;
    }
  }
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return true;
}

void read_json(const std::string& line, BatchQuery& query) {
  const auto json = nlohmann::json::parse(line, nullptr, false);
  if (!json.is_object()) {
    query.error = "not a JSON object";
    return;
  }
  if (const auto qid = json.find("qid"); qid != json.end() && !qid->is_null()) {
    query.qid = qid->is_string() ? qid->get<std::string>() : qid->dump();
  }
  const auto text = json.find("query");
  if (text == json.end() || !text->is_string()) {
    query.error = "no \"query\" in the object";
  } else {
    query.text = text->get<std::string>();
  }
}

}  // namespace

std::optional<BatchQuery> BatchReader::next() {
  std::string line;
  bool too_long = false;
  while (read_line(in_, line, too_long)) {
    if (++line_ == 1 && line.starts_with(byte_order_mark)) line.erase(0, byte_order_mark.size());
    if (line.find_first_not_of(" \t") == std::string::npos) continue;
    BatchQuery query{.line = line_, .qid = std::to_string(line_)};
    if (too_long) {
      query.error = "a line of more than 4 MiB";
    } else if (line.starts_with('{')) {
      read_json(line, query);
    } else {
      const auto tab = line.find('\t');
      if (!lines_have_ids_) lines_have_ids_ = tab != std::string::npos;
      if (!*lines_have_ids_) {
        query.text = line;
      } else if (tab != std::string::npos) {
        const auto begin = std::min(line.find_first_not_of(' '), tab);  // of what nl has made
        query.qid = line.substr(begin, tab - begin);
        query.text = line.substr(tab + 1);
      } else {
        query.error = "no tab in the line, which others have: 'qid TAB query'";
      }
    }
    return query;
  }
  return std::nullopt;
}

}  // namespace answers
