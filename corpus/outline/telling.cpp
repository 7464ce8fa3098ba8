#include "corpus/outline/telling.h"

#include "corpus/listener.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace answers {
namespace {

/// Of the kinds of blocks.
constexpr std::array<std::string_view, 9> names = {
    "headings", "lines with a label", "bold lines",    "list items", "quotations", "paragraphs",
    "folds",    "definitions",        "cards and rows"};

void tell_every_block(const Told& told, std::span<const Block> blocks, About about,
                      const Decision& decision, Listener& listener) {
  constexpr std::array<std::string_view, names.size()> one = {
      "heading", "line with a label", "bold line",  "list item", "quotation", "paragraph",
      "fold",    "definition",        "card or row"};
  constexpr std::array<std::string_view, 3> roles = {"no question", "question",
                                                     "part of an answer"};
  const std::vector<std::string> reasons = reasons_of(blocks, about, told.page);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    std::string shape(one[static_cast<std::size_t>(blocks[i].kind)]);
    if (blocks[i].is_answer) shape += " over an answer";
    listener.on_sighting(
        {std::string(told.path), told.line_of(blocks[i].begin), std::move(shape),
         fmt::format("{} ({:+.1f}): {}", roles[static_cast<std::size_t>(decision.roles[i])],
                     decision.scores[i], reasons[i])});
  }
}

}  // namespace

void tell(const Told& told, std::span<const Block> blocks, About about, const Decision& decision,
          Listener& listener) {
  struct Kind {
    std::size_t all = 0;
    std::size_t taken = 0;
  };
  std::array<Kind, names.size()> kinds{};
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].is_answer) continue;
    Kind& kind = kinds[static_cast<std::size_t>(blocks[i].kind)];
    ++kind.all;
    if (decision.roles[i] == BlockRole::question) ++kind.taken;
  }
  const std::string path(told.path);
  const auto line_of = [&](std::size_t block) { return told.line_of(blocks[block].begin); };
  bool any = false;
  for (const auto& [block, text] : decision.reasons) {
    const auto kind = static_cast<std::size_t>(blocks[block].kind);
    const bool taken = decision.roles[block] == BlockRole::question;
    any = any || taken;
    std::string evidence = taken ? fmt::format("{} of {} are questions, the first: {}",
                                               kinds[kind].taken, kinds[kind].all, text)
                           : blocks[block].asking == Asking::mark
                               ? fmt::format("asks and was not taken: {}", text)
                               : fmt::format("came closest, and is no question: {}", text);
    listener.on_sighting(
        {path, line_of(block), fmt::format("{} {}", told.form, names[kind]), std::move(evidence)});
  }
  if (listener.wants_every_block() && decision.scores.size() == blocks.size())
    tell_every_block(told, blocks, about, decision, listener);
  const std::size_t left_out = decision.left_out.size();
  if (left_out == 0 || (!any && about == nothing)) return;
  listener.on_trouble(
      {path, line_of(decision.left_out.front()),
       left_out == 1
           ? std::string("a line that asks was not taken for a question")
           : fmt::format("{} lines that ask were not taken for questions, this is the first",
                         left_out),
       "answers read --explain says why"});
}

}  // namespace answers
