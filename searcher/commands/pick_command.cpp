#include "searcher/commands/pick_command.h"

#include "indexer/commands/with_index.h"
#include "indexer/generations/index_directory.h"
#include "searcher/commands/editor.h"
#include "searcher/commands/last_search.h"
#include "searcher/commands/paths_from_here.h"
#include "searcher/live/live_search.h"
#include "searcher/live/screen.h"

#include <ostream>
#include <sstream>
#include <unistd.h>
#include <utility>

namespace answers {
namespace {

LiveSearch::Wish use(LiveSearch& live, Screen& screen) {
  using Wish = LiveSearch::Wish;
  while (true) {
    screen.draw(live.view(screen.rows(), screen.columns()));
    Wish wish = live.press(screen.wait());
    // What was typed meanwhile comes before the search for what was typed first.
    while (wish == Wish::none && screen.has_more()) wish = live.press(screen.wait());
    if (wish == Wish::open) {
      std::ostringstream trouble;
      screen.step_aside([&] { edit_at(live.chosen()->record.place, trouble); });
      live.tell(trouble.str());
    } else if (wish != Wish::none) {
      return wish;
    }
  }
}

}  // namespace

int run_pick(const PickCommand& command, std::ostream& out, std::ostream& talk) {
  std::string query;
  for (const auto& word : command.words) query += word + ' ';
  const auto directory = find_index(command.index);
  const bool colored = look_at_terminal(STDIN_FILENO, command.color).color;
  return with_index(command.index, Verify::little, talk, [&](Index& index) {
    Searcher searcher(std::move(index));
    LiveSearch live(
        searcher, [&](const std::string& typed) { return query_from_here(typed, directory); },
        command.reads, query);
    const auto wish = [&] {
      Screen screen(colored);
      return use(live, screen);
    }();
    remember_hits(live.results().hits, {{directory}, {}});
    if (wish == LiveSearch::Wish::interrupt) return 130;
    if (command.reads) return 0;
    if (wish != LiveSearch::Wish::accept) return 1;
    out << live.chosen()->record.id << '\n';
    return 0;
  });
}

}  // namespace answers
