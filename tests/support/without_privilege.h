#pragma once

#include <gtest/gtest.h>

#include <exception>
#include <filesystem>
#include <functional>
#include <grp.h>
#include <iostream>
#include <sys/wait.h>
#include <unistd.h>

namespace answers {

/// Runs a part of a test in a process that is not root, whoever runs the tests: what permissions
/// forbid is forbidden there. What it expects in vain fails the test. `folder` is the test's own;
/// it is opened for others to enter.
inline void without_privilege(const std::filesystem::path& folder,
                              const std::function<void()>& part) {
  std::filesystem::permissions(folder, std::filesystem::perms::others_exec,
                               std::filesystem::perm_options::add);
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    constexpr unsigned nobody = 65534;
    if (geteuid() == 0 &&
        (setgroups(0, nullptr) != 0 || setgid(nobody) != 0 || setuid(nobody) != 0))
      _exit(2);
    try {
      part();
    } catch (const std::exception& error) {
      ADD_FAILURE() << error.what();
    }
    std::cout.flush();
    _exit(testing::Test::HasFailure() ? 1 : 0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << "told above";
}

}  // namespace answers
