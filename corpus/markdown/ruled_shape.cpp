#include "corpus/markdown/ruled_shape.h"

#include "corpus/characters/characters.h"
#include "corpus/outline/about.h"
#include "corpus/wording/asking.h"
#include "corpus/wording/furniture.h"
#include "corpus/wording/question_text.h"

#include <algorithm>
#include <utility>

namespace answers::markdown {

void add_ruled(const Document& document, std::vector<Candidate>& candidates) {
  constexpr std::size_t fewest = 3;
  constexpr std::size_t longest_title = 160;  // bytes
  constexpr std::uint32_t level = 60;
  if (!document.headings().empty() || about_of_file(document.text().path, {}, {}) != faq) return;
  std::vector<Candidate> entries;
  std::size_t parts = 0;
  bool begins = true;
  for (std::size_t line = document.body_line(); line < document.count(); ++line) {
    const Line& here = document[line];
    if (here.kind == Kind::blank) continue;
    if (here.kind == Kind::rule && here.code == Code::no) {
      if (!begins && !entries.empty())
        entries.back().found.latest_end =
            std::min(entries.back().found.latest_end, document.byte(line));
      begins = true;
      continue;
    }
    if (!std::exchange(begins, false)) continue;
    ++parts;
    const std::size_t next = document.skip_blank(line + 1, document.count());
    const bool alone = next > line + 1 && next < document.count();
    if (here.kind != Kind::text || here.code != Code::no || !alone ||
        document[next].kind == Kind::rule || document.content(line).size() > longest_title)
      continue;
    Candidate entry;
    entry.block.kind = BlockKind::heading;
    entry.block.level = level;
    entry.block.begin = document.byte(line);
    const std::string plain = plain_inline(document.content(line));
    entry.block.asking = how_asks(plain);
    entry.block.furniture = furniture_of(plain);
    entry.found.begin = entry.block.begin;
    entry.found.title = document.content(line);
    entry.found.rest = document.byte(line + 1);
    entries.push_back(std::move(entry));
  }
  if (entries.size() < fewest || entries.size() * 5 < parts * 4) return;
  for (Candidate& entry : entries) candidates.push_back(std::move(entry));
}

}  // namespace answers::markdown
