#include "corpus/markdown/bold_numbers.h"

#include "corpus/wording/leading_number.h"

#include <algorithm>

namespace answers::markdown {

void BoldNumbers::add(std::size_t candidate, std::string_view plain) {
  lines_.push_back({candidate, leading_number(plain).number == "1", in_answer_});
}

void BoldNumbers::tell(std::vector<Candidate>& candidates) const {
  constexpr std::size_t far = 15;
  const auto sequences = std::ranges::count_if(lines_, &Line::first);
  const auto in_answers =
      std::ranges::count_if(lines_, [](const Line& line) { return line.first && line.in_answer; });
  const bool parts = sequences > 1 && in_answers * 2 > sequences;
  for (const Line& line : lines_)
    candidates[line.candidate].block.counts_far = !parts && lines_.size() >= far;
}

}  // namespace answers::markdown
