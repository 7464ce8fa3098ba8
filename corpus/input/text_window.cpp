#include "corpus/input/text_window.h"

#include <algorithm>
#include <cstring>

namespace answers {

TextWindow::TextWindow(Input& input) : input_(input) { more(); }

bool TextWindow::more() {
  const auto block = input_.next_block();
  if (!block) return false;
  if (end_ + block->text.size() + padding > buffer_.size()) {
    if (begin_ > 0) {  // rather move what is left than grow
      counted_.fill({0, line_at(0)});
      std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
      for (auto& mark : marks_) {  // those before the beginning all come to stand at it
        if (mark.offset < begin_) mark = {begin_, mark.byte + (begin_ - mark.offset)};
        mark.offset -= begin_;
      }
      end_ -= begin_;
      begin_ = 0;
    }
    const std::size_t wanted = end_ + block->text.size() + padding;
    // Grown by half at least, or appending n blocks would take n² copies.
    if (wanted > buffer_.size())
      buffer_.resize(std::max(wanted, buffer_.size() + buffer_.size() / 2));
  }
  if (marks_.empty()) counted_.fill({0, block->line});
  for (const auto& mark : block->marks) marks_.push_back({mark.offset + end_, mark.byte});
  std::memcpy(buffer_.data() + end_, block->text.data(), block->text.size());
  end_ += block->text.size();
  return true;
}

void TextWindow::discard(std::size_t bytes) {
  begin_ += std::min(bytes, end_ - begin_);
  // Keep the last mark that lies at or before the beginning.
  const auto behind = std::ranges::upper_bound(marks_, begin_, {}, &InputBlock::Mark::offset);
  if (behind - marks_.begin() > 64) {
    auto& kept = *(behind - 1);
    kept.byte += begin_ - kept.offset;
    kept.offset = begin_;
    marks_.erase(marks_.begin(), behind - 1);
  }
}

std::size_t TextWindow::line_at(std::size_t offset) const {
  const std::size_t at = std::min(begin_ + offset, end_);
  const auto count = [this](std::size_t from, std::size_t to) {
    return static_cast<std::size_t>(std::count(buffer_.data() + from, buffer_.data() + to, '\n'));
  };
  const auto distance = [at](const Counted& from) {
    return from.offset < at ? at - from.offset : from.offset - at;
  };
  Counted& near = *std::ranges::min_element(counted_, {}, distance);
  near.line =
      at >= near.offset ? near.line + count(near.offset, at) : near.line - count(at, near.offset);
  near.offset = at;
  return near.line;
}

std::uint64_t TextWindow::byte_at(std::size_t offset) const {
  const std::size_t at = begin_ + offset;
  return InputBlock{{}, 0, marks_}.byte_at(at);
}

}  // namespace answers
