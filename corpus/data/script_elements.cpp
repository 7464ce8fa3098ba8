#include "corpus/data/script_elements.h"

#include "corpus/characters/ascii.h"
#include "corpus/characters/characters.h"
#include "corpus/markup/html_text.h"

#include <algorithm>

namespace answers {

bool ScriptElements::begins_element() const {
  return peek() == '<' && is(ScriptLanguage::javascript) && (is_letter(peek(1)) || peek(1) == '>');
}

bool ScriptElements::take_element(std::string& markdown) {
  const std::size_t begin = at_;
  std::string html;
  std::size_t depth = 0;
  while (at_ < script_.size() && work_left_ > 0) {
    const char byte = script_[at_];
    if (byte == '<' && (is_letter(peek(1)) || peek(1) == '/' || peek(1) == '>')) {
      const bool closes = peek(1) == '/';
      const bool empty = !take_tag(html);
      if (closes) {
        if (depth == 0) return false;
        --depth;
      } else if (!empty) {
        ++depth;
      }
      if (depth == 0) break;
      continue;
    }
    if (byte == '{') {
      take_inserted(html);
      continue;
    }
    html += byte;
    ++at_;
    spend(1);
  }
  if (depth != 0 || at_ == begin) return false;
  markdown = html_to_markdown(html);
  return true;
}

bool ScriptElements::take_tag(std::string& html) {
  const std::size_t begin = at_++;
  std::string tag = "<";
  while (at_ < script_.size() && script_[at_] != '>') {
    const char byte = script_[at_];
    if (byte == '"' || byte == '\'') {
      const std::size_t end = std::min(script_.find(byte, at_ + 1), script_.size() - 1) + 1;
      tag += script_.substr(at_, end - at_);
      at_ = end;
    } else if (byte == '{') {
      skip_bracket();
      tag += "\"\"";
    } else {
      tag += byte;
      ++at_;
    }
  }
  ++at_;
  at_ = std::min(at_, script_.size());
  spend(at_ - begin);
  const bool itself = tag.ends_with('/');
  if (tag.size() > 1) {  // "<>" is a fragment
    html += tag;
    html += '>';
    // To HTML an element of another name is open until it is closed.
    if (itself && !tag.starts_with("<br") && !tag.starts_with("<img") && !tag.starts_with("<hr")) {
      const std::size_t end = tag.find_first_of(" /\n\t", 1);
      html += "</" + tag.substr(1, end - 1) + ">";
    }
  }
  return !itself;
}

void ScriptElements::take_inserted(std::string& html) {
  const std::size_t begin = at_++;
  skip_blanks();
  if (begins_string()) {
    std::string text;
    if (take_string(text) && (skip_blanks(), peek() == '}')) {
      ++at_;
      html += text;
      return;
    }
  }
  at_ = begin;
  skip_bracket();
}

}  // namespace answers
