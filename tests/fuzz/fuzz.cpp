// The target that $FUZZ_TARGET names, as libFuzzer wants it.
#include "tests/fuzz/target.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace {

const answers::fuzz::Target& chosen_target() {
  const char* name = std::getenv("FUZZ_TARGET");
  for (const auto targets : {answers::fuzz::reader_targets(), answers::fuzz::index_targets(),
                             answers::fuzz::search_targets()}) {
    for (const auto& target : targets) {
      if (name != nullptr && target.name == name) return target;
    }
  }
  std::cerr << "FUZZ_TARGET must name a target, as the folders in tests/fuzz/seeds are named\n";
  std::exit(2);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const answers::fuzz::Target& target = chosen_target();
  target.read({reinterpret_cast<const char*>(data), size});
  return 0;
}
