#include "corpus/translated/translated_lines.h"

#include "corpus/input/input.h"
#include "corpus/listener.h"
#include "corpus/markdown/markdown_reader.h"

#include <algorithm>
#include <utility>

namespace answers {
namespace {

/// Passes on what was read in the lines made, at its place in those they were made of.
class InSource : public Listener {
 public:
  InSource(Listener& listener, const std::vector<std::size_t>& source_lines)
      : listener_(listener), source_lines_(source_lines) {}

  void on_record(Record record) override { listener_.on_record(in_source(std::move(record))); }
  void on_unanswered(Record record) override {
    listener_.on_unanswered(in_source(std::move(record)));
  }
  void on_trouble(const Trouble& trouble) override { listener_.on_trouble(trouble); }
  bool wants_every_block() const override { return listener_.wants_every_block(); }
  void on_sighting(const Sighting& sighting) override {
    Sighting seen = sighting;
    if (seen.line > 0) seen.line = line_of(seen.line);
    listener_.on_sighting(seen);
  }

 private:
  std::size_t line_of(std::size_t line) const {
    return source_lines_[std::min(line, source_lines_.size()) - 1] + 1;
  }
  Record in_source(Record record) const {
    Place& place = record.place;
    place.line = line_of(place.line);
    place.end_line = std::max(place.line, line_of(place.end_line));
    return record;
  }

  Listener& listener_;
  const std::vector<std::size_t>& source_lines_;
};

}  // namespace

void TranslatedLines::add(std::string_view markdown, std::size_t source_line) {
  made_.begins.push_back(made_.text.size());
  made_.bytes_in_file.push_back(source_.bytes_in_file[source_line]);
  made_.text.append(markdown).append("\n");
  source_lines_.push_back(source_line);
}

std::string_view TranslatedLines::last() const {
  if (source_lines_.empty()) return {};
  const std::size_t begin = made_.begins.back();
  return std::string_view(made_.text).substr(begin, made_.text.size() - begin - 1);
}

void TranslatedLines::read(Input& input) {
  if (source_lines_.empty()) return;
  made_.path = source_.path;
  made_.begins.push_back(made_.text.size());
  made_.bytes_in_file.push_back(source_.bytes_in_file.back());
  InSource in_source(input.listener(), source_lines_);
  read_markdown(made_, in_source);
}

}  // namespace answers
