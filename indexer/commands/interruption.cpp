#include "indexer/commands/interruption.h"

namespace answers {
namespace {

std::atomic<bool> interrupted = false;
std::atomic<bool> terminated = false;
static_assert(std::atomic<bool>::is_always_lock_free);  // a signal handler writes it

}  // namespace

Interruption::Interruption() {
  interrupted = false;
  terminated = false;
  struct sigaction action {};
  action.sa_handler = [](int signal) {
    terminated = signal == SIGTERM;
    interrupted = true;
  };
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, &on_interrupt_);
  sigaction(SIGTERM, &action, &on_terminate_);
}

Interruption::~Interruption() {
  sigaction(SIGINT, &on_interrupt_, nullptr);
  sigaction(SIGTERM, &on_terminate_, nullptr);
}

const std::atomic<bool>& Interruption::flag() { return interrupted; }
bool Interruption::by_terminate() { return terminated; }

}  // namespace answers
