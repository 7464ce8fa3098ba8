#include "indexer/analysis.h"

#include <xapian.h>

#include <unordered_map>
#include <utility>

namespace answers {

struct Analyser::State {
  Xapian::Stem stem{"english"};
  std::unordered_map<std::string, std::string> stems;
};

Analyser::Analyser() : state_(new State) {}
Analyser::~Analyser() { delete state_; }
Analyser::Analyser(Analyser&& other) noexcept : state_(std::exchange(other.state_, nullptr)) {}
Analyser& Analyser::operator=(Analyser&& other) noexcept {
  std::swap(state_, other.state_);
  return *this;
}

void Analyser::analyse(std::string_view text, std::string_view /*language*/,
                       const std::function<void(const Token&)>& on_token) {
  std::string word;
  Token token;
  const auto finish = [&](std::size_t end) {
    if (word.empty()) return;
    auto found = state_->stems.find(word);
    if (found == state_->stems.end()) found = state_->stems.emplace(word, state_->stem(word)).first;
    token.term = found->second;
    token.end = end;
    if (word.size() <= 64) on_token(token);
    ++token.position;
    word.clear();
  };
  Xapian::Utf8Iterator at(text.data(), text.size());
  const Xapian::Utf8Iterator end;
  for (; at != end; ++at) {
    const auto begin = static_cast<std::size_t>(at.raw() - text.data());
    if (Xapian::Unicode::is_wordchar(*at)) {
      if (word.empty()) token.begin = begin;
      Xapian::Unicode::append_utf8(word, Xapian::Unicode::tolower(*at));
    } else {
      finish(begin);
    }
  }
  finish(text.size());
}

}  // namespace answers
