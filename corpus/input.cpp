#include "corpus/input.h"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

namespace answers {

struct Input::State {
  std::string path;
  Listener* listener;
  std::string bytes;
  std::size_t at = 0;
  std::size_t number = 0;
};

Input::Input(const std::filesystem::path& path, Listener& listener)
    : state_(new State{path.string(), &listener, {}}) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::system_error(errno, std::generic_category(), path.string());
  state_->bytes.assign(std::istreambuf_iterator<char>(file), {});
}

Input::Input(std::string path, std::string bytes, Listener& listener)
    : state_(new State{std::move(path), &listener, std::move(bytes)}) {}

Input::~Input() = default;

const std::string& Input::path() const { return state_->path; }
Listener& Input::listener() const { return *state_->listener; }

std::string_view Input::head() const {
  return std::string_view(state_->bytes).substr(0, head_bytes);
}

std::optional<InputLine> Input::next_line() {
  if (state_->at >= state_->bytes.size()) return std::nullopt;
  const std::string_view all = state_->bytes;
  const std::size_t begin = state_->at;
  std::size_t end = all.find('\n', begin);
  state_->at = end == std::string_view::npos ? all.size() : end + 1;
  if (end == std::string_view::npos) end = all.size();
  if (end > begin && all[end - 1] == '\r') --end;
  return InputLine{all.substr(begin, end - begin), ++state_->number, begin};
}

}  // namespace answers
