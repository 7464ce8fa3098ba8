#include "indexer/commands/init_command.h"

#include "corpus/characters/printable.h"
#include "indexer/generations/index_directory.h"

#include <filesystem>
#include <fstream>
#include <ostream>

namespace answers {
namespace fs = std::filesystem;

int run_init(const IndexCommand& command, std::ostream& talk) {
  IndexCommand update = command;
  update.index = ".answers";
  if (update.options.collections.empty()) update.options.collections = {"."};
  const bool is_new = fs::create_directory(update.index);
  if (is_new)  // git is to leave it alone
    std::ofstream(fs::path(update.index) / ".gitignore") << "*\n";
  const int exit_code = run_index(update, talk);
  if (is_new && exit_code != 0 && !current_generation(update.index))
    fs::remove_all(update.index);  // it would hide every other index from a search below
  if (!command.quiet && exit_code == 0) {
    talk << "The index of " << printable_line(fs::current_path().string())
         << " is in .answers; bring it up to date with: answers index\n";
  }
  return exit_code;
}

}  // namespace answers
