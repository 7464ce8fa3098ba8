#include "tests/support/run_program.h"

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace answers {
namespace {

std::string content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

void execute_program(const std::vector<std::string>& arguments, const std::string& folder) {
  if (chdir(folder.c_str()) != 0) _exit(126);
  for (const char* variable : {"ANSWERS_INDEX", "ANSWERS_CONFIG", "NO_COLOR", "CLICOLOR_FORCE",
                               "FORCE_COLOR", "COLUMNS", "PAGER", "ANSWERS_EDITOR_URI"}) {
    unsetenv(variable);
  }
  setenv("TERM", "xterm-256color", 1);
  setenv("HOME", folder.c_str(), 1);
  for (const char* variable :
       {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"}) {
    setenv(variable, folder.c_str(), 1);
  }
  std::vector<char*> argv{const_cast<char*>("answers")};
  for (const auto& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  execv(ANSWERS_PROGRAM, argv.data());
  _exit(127);
}

ProgramRun run_program(const std::vector<std::string>& arguments, const std::string& folder,
                       std::string_view input) {
  char pattern[] = "/tmp/answers-run-XXXXXX";
  if (mkdtemp(pattern) == nullptr) throw std::runtime_error("no temporary folder");
  const std::filesystem::path scratch = pattern;
  std::ofstream(scratch / "in", std::ios::binary) << input;

  const pid_t child = fork();
  if (child == 0) {
    const auto redirect = [&](const char* name, int flags, int descriptor) {
      dup2(open((scratch / name).c_str(), flags, 0600), descriptor);
    };
    redirect("in", O_RDONLY, STDIN_FILENO);
    redirect("out", O_WRONLY | O_CREAT, STDOUT_FILENO);
    redirect("talk", O_WRONLY | O_CREAT, STDERR_FILENO);
    execute_program(arguments, folder);
  }
  int status = 0;
  waitpid(child, &status, 0);
  ProgramRun run;
  run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  run.out = content(scratch / "out");
  run.talk = content(scratch / "talk");
  std::filesystem::remove_all(scratch);
  return run;
}

}  // namespace answers
