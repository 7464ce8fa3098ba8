#include "indexer/generations/coded_text.h"

#include "indexer/analysis/text_units.h"
#include "indexer/generations/bytes.h"
#include "indexer/generations/index_file.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace answers {
namespace {

constexpr std::uint32_t none = TermTable::none;

/// Of a text whose words are in the wordbook to a lesser part zstd makes less.
constexpr double most_spelled = 0.4;

/// What comes less often in the samples takes as much room in the wordbook as it saves.
constexpr std::size_t least_times = 3;
/// Bytes of signs that are words only where they stand (`/` in code).
constexpr std::size_t most_signs = 8;
/// Of fewer records there is little to learn.
constexpr std::size_t least_samples = 100;

void put_bytes(CodedTextReader::Special special, std::string_view bytes, std::string& codes) {
  codes += static_cast<char>(special);
  append_leb128(codes, bytes.size());
  codes += bytes;
}

/// The tokens from tokens[first] on that overlap: one past the last of them.
std::size_t end_of_cluster(std::span<const Token> tokens, std::size_t first) {
  std::size_t end = tokens[first].end;
  std::size_t last = first + 1;
  for (; last < tokens.size() && tokens[last].begin < end; ++last)
    end = std::max(end, tokens[last].end);
  return last;
}

std::size_t end_of_text(std::span<const Token> cluster) {
  std::size_t end = 0;
  for (const Token& token : cluster) end = std::max(end, token.end);
  return end;
}

bool is_one_word(std::span<const Token> cluster) {
  const Token& first = cluster[0];
  return cluster.size() == 1 && first.positions == 1 &&
         (first.kind == Token::Kind::word || first.kind == Token::Kind::part);
}

/// Whether a token is the same to a reader as one that stands by itself, `same_kind` apart.
bool is_same(const Token& alone, const Token& token, const Token& first, bool same_kind) {
  return same_kind && alone.id == token.id && alone.id != Analyser::no_id &&
         alone.position == token.position - first.position &&
         alone.begin == token.begin - first.begin && alone.end == token.end - first.begin &&
         alone.positions == token.positions && alone.exact == token.exact &&
         alone.in_code == token.in_code;
}

}  // namespace

void coded_text_damaged() {
  throw IndexDamaged(
      "the index is damaged: a stored text is not what was written; see: answers check");
}

Wordbook::Wordbook(std::string_view bytes) {
  if (bytes.empty()) return;
  std::size_t at = 0;
  std::size_t count = 0;
  for (unsigned shift = 0;; shift += 7) {
    if (at == bytes.size() || shift > 14) coded_text_damaged();
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    count |= (byte & 0x7FUL) << shift;
    if (byte < 0x80) break;
  }
  if (count > capacity || count > bytes.size() - at) coded_text_damaged();
  const std::string_view texts = bytes.substr(at + count);
  texts_.assign(texts.begin(), texts.end());
  entries_.reserve(count);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[at + i]);
    const auto length = static_cast<std::uint8_t>(byte >> 2);
    if (length == 0 || length > texts.size() - begin) coded_text_damaged();
    entries_.push_back({texts_.data() + begin, length, static_cast<Kind>(byte & 3)});
    begin += length;
  }
  if (begin != texts.size()) coded_text_damaged();
}

void WordbookLearner::add(const Record& record) {
  ++records_;
  for (const std::string* text : {&record.question, &record.answer, &record.body})
    add_text(std::string_view(*text).substr(0, TextCoder::longest_text), record.language);
  for (const auto& topic : record.section) note(Wordbook::Kind::name, topic);
  for (const auto& tag : record.tags) note(Wordbook::Kind::name, tag);
  for (const std::string* name :
       {&record.source, &record.difficulty, &record.author, &record.language, &record.place.path})
    note(Wordbook::Kind::name, *name);
  if (analyser_.remembered() > Analyser::capacity / 2) analyser_.forget();
}

std::string WordbookLearner::wordbook() const {
  if (records_ < least_samples) return {};
  struct Counted {
    std::size_t times;
    Wordbook::Kind kind;
    std::string_view text;
  };
  std::vector<Counted> best;
  for (std::size_t kind = 0; kind < counts_.size(); ++kind) {
    for (const auto& [text, times] : counts_[kind]) {
      if (times >= least_times) best.push_back({times, static_cast<Wordbook::Kind>(kind), text});
    }
  }
  std::ranges::sort(best, [](const Counted& one, const Counted& other) {
    return std::tie(other.times, one.kind, one.text) < std::tie(one.times, other.kind, other.text);
  });
  if (best.size() > Wordbook::capacity) best.resize(Wordbook::capacity);
  std::string bytes;
  append_leb128(bytes, best.size());
  for (const Counted& entry : best)
    bytes += static_cast<char>(entry.text.size() << 2 | static_cast<std::size_t>(entry.kind));
  for (const Counted& entry : best) bytes += entry.text;
  return bytes;
}

void WordbookLearner::add_text(std::string_view text, std::string_view language) {
  tokens_.clear();
  analyser_.analyse(text, language, [&](const Token& token) { tokens_.push_back(token); });
  const std::vector<TextUnit> units = text_units(text);
  std::size_t unit = 0;
  std::size_t at = 0;
  for (std::size_t first = 0; first < tokens_.size();) {
    const std::size_t last = end_of_cluster(tokens_, first);
    const std::span<const Token> cluster = std::span(tokens_).subspan(first, last - first);
    const std::size_t begin = cluster[0].begin;
    const std::size_t end = end_of_text(cluster);
    const std::size_t units_before = unit;
    while (unit < units.size() && units[unit].end <= begin) ++unit;
    note(unit > units_before ? Wordbook::Kind::last_gap : Wordbook::Kind::gap,
         text.substr(at, begin - at));
    if (is_one_word(cluster)) note(Wordbook::Kind::word, text.substr(begin, end - begin));
    at = end;
    first = last;
  }
  note(unit < units.size() ? Wordbook::Kind::last_gap : Wordbook::Kind::gap, text.substr(at));
}

void WordbookLearner::note(Wordbook::Kind kind, std::string_view text) {
  const bool goes_without_saying = kind == Wordbook::Kind::gap && text == " ";
  if (text.empty() || text.size() > Wordbook::longest || goes_without_saying) return;
  ++counts_[static_cast<std::size_t>(kind)][std::string(text)];
}

bool CodedTextReader::read_special(unsigned char code) {
  if (code == unit_ends || code == code_turns) {
    part_ = code == unit_ends ? Part::unit_end : Part::code;
    return true;
  }
  std::size_t length = 0;
  for (unsigned shift = 0;; shift += 7) {
    if (at_ == end_ || shift > 14) coded_text_damaged();
    const auto byte = static_cast<unsigned char>(*at_++);
    length |= (byte & 0x7FUL) << shift;
    if (byte < 0x80) break;
  }
  if (length > static_cast<std::size_t>(end_ - at_)) coded_text_damaged();
  place({at_, length}, code != gap_bytes);
  at_ += length;
  is_part_ = code == part_bytes;
  part_ = code == gap_bytes ? Part::gap : code == sign_bytes ? Part::sign : Part::spelled;
  return true;
}

std::string decoded(const Wordbook& wordbook, std::string_view codes) {
  std::string text;
  text.reserve(codes.size() * 4);
  for (CodedTextReader reader(wordbook, codes); reader.next();) {
    if (reader.part() == CodedTextReader::Part::unit_end ||
        reader.part() == CodedTextReader::Part::code)
      continue;
    if (reader.begin() > text.size()) text += ' ';
    text += reader.text();
  }
  return text;
}

TextCoder::TextCoder(const Wordbook& wordbook) : wordbook_(wordbook) {
  const auto entries = wordbook.entries();
  for (std::uint32_t number = 0; number < entries.size(); ++number) {
    Known& known = known_[static_cast<std::size_t>(entries[number].kind)];
    const std::string_view text = entries[number].text();
    const std::uint64_t hash = TermTable::hash_of(text);
    if (known.texts.find(text, hash) != none) continue;
    known.texts.insert(text, hash);
    known.numbers.push_back(number);
  }
}

std::uint32_t TextCoder::find(Wordbook::Kind kind, std::string_view text) const {
  const Known& known = known_[static_cast<std::size_t>(kind)];
  const std::uint32_t found = known.texts.find(text, TermTable::hash_of(text));
  return found == none ? none : known.numbers[found];
}

void TextCoder::put_entry(std::uint32_t number, std::string& codes) const {
  if (number < Wordbook::short_codes) {
    codes += static_cast<char>(number + CodedTextReader::first_entry);
    return;
  }
  const std::size_t rest = number - Wordbook::short_codes;
  codes += static_cast<char>(0x80 | rest >> 8);
  codes += static_cast<char>(rest & 0xFF);
}

void TextCoder::code_name(std::string_view name, std::string& codes) const {
  if (name.empty()) return;
  const std::uint32_t number = find(Wordbook::Kind::name, name);
  if (number != none) {
    put_entry(number, codes);
  } else {
    put_bytes(CodedTextReader::gap_bytes, name, codes);
  }
}

void TextCoder::code_gap(std::string_view gap, std::size_t units, bool after_word, bool before_word,
                         std::string& codes) {
  const bool goes_without_saying = after_word && before_word ? gap == " " : gap.empty();
  if (!goes_without_saying) {
    const auto kind = units > 0 ? Wordbook::Kind::last_gap : Wordbook::Kind::gap;
    if (const std::uint32_t number = gap.empty() ? none : find(kind, gap); number != none) {
      put_entry(number, codes);
      if (units > 0) --units;
    } else if (const std::uint32_t silent =
                   units == 0 || gap.empty() ? none : find(Wordbook::Kind::gap, gap);
               silent != none) {
      put_entry(silent, codes);
    } else {
      put_bytes(CodedTextReader::gap_bytes, gap, codes);
      spelled_ += gap.size();
    }
  }
  codes.append(units, static_cast<char>(CodedTextReader::unit_ends));
}

const TextCoder::Alone& TextCoder::alone(std::uint32_t number, std::string_view language,
                                         std::size_t rules, Analyser::Inside inside,
                                         Analyser& analyser) {
  if (rules >= alone_.size()) alone_.resize(rules + 1);
  std::vector<Alone>& known = alone_[rules][inside == Analyser::Inside::code ? 1 : 0];
  if (known.empty()) known.resize(wordbook_.entries().size());
  Alone& alone = known[number];
  if (alone.state != Alone::State::unknown) return alone;
  const std::string_view text = wordbook_.entries()[number].text();
  alone.state = Alone::State::other;
  std::size_t count = 0;
  analyser.analyse(
      text, language,
      [&](const Token& token) {
        const bool fits = ++count == 1 && is_one_word({&token, 1}) && token.begin == 0 &&
                          token.end == text.size() && token.id != Analyser::no_id;
        alone = {token.id, fits ? Alone::State::one_word : Alone::State::other, token.exact};
      },
      nullptr, Analyser::Others::left_out, inside);
  if (analyser.positions() != 1) alone.state = Alone::State::other;
  return alone;
}

/// How many positions it takes; nullopt where it cannot be coded.
std::optional<std::uint32_t> TextCoder::code_word(std::string_view text, std::string_view language,
                                                  std::size_t rules, std::span<const Token> cluster,
                                                  Analyser& analyser, std::string& codes) {
  const Token& first = cluster[0];
  const auto inside = first.in_code ? Analyser::Inside::code : Analyser::Inside::text;
  if (is_one_word(cluster)) {
    if (const std::uint32_t number = find(Wordbook::Kind::word, text); number != none) {
      const Alone& entry = alone(number, language, rules, inside, analyser);
      if (entry.state == Alone::State::one_word && entry.id == first.id &&
          entry.exact == first.exact) {
        put_entry(number, codes);
        return 1;
      }
    }
  }
  const bool is_part = first.kind == Token::Kind::part;
  std::size_t read = 0;
  bool same = true;
  analyser.analyse(
      text, language,
      [&](const Token& token) {
        same = same && read < cluster.size();
        if (!same) return;
        const bool becomes_part =
            is_part && read == 0 &&
            (token.kind == Token::Kind::word || token.kind == Token::Kind::whole);
        const Token& other = cluster[read++];
        same = is_same(token, other, first, becomes_part || token.kind == other.kind);
      },
      nullptr, Analyser::Others::left_out, inside);
  if (same && read == cluster.size()) {
    put_bytes(is_part ? CodedTextReader::part_bytes : CodedTextReader::word_bytes, text, codes);
    spelled_ += text.size();
    return analyser.positions();
  }
  const bool is_sign = is_one_word(cluster) && first.exact && text.size() <= most_signs &&
                       first.id != Analyser::no_id && analyser.term(first.id) == text;
  if (!is_sign) return std::nullopt;
  put_bytes(CodedTextReader::sign_bytes, text, codes);
  return 1;
}

bool TextCoder::code(std::string_view text, std::string_view language,
                     std::span<const Token> tokens, Analyser& analyser, std::string& codes) {
  if (text.size() > longest_text) return false;
  if (analyser.forgotten() != forgotten_) {
    forgotten_ = analyser.forgotten();
    alone_.clear();
  }
  spelled_ = 0;
  const std::size_t rules = analyser.rules_for(language);
  const std::vector<TextUnit> units = text_units(text);
  std::size_t unit = 0;
  std::size_t at = 0;
  std::uint32_t position = 0;
  bool in_code = false;
  for (std::size_t first = 0; first < tokens.size();) {
    const std::size_t last = end_of_cluster(tokens, first);
    const std::span<const Token> cluster = tokens.subspan(first, last - first);
    const std::size_t begin = cluster[0].begin;
    const std::size_t end = end_of_text(cluster);
    const std::size_t units_before = unit;
    while (unit < units.size() && units[unit].end <= begin) ++unit;
    // What ends a unit within a word, or counts otherwise where it stands, cannot be said.
    if (cluster[0].position != position || (unit < units.size() && units[unit].end < end))
      return false;
    code_gap(text.substr(at, begin - at), unit - units_before, first > 0, true, codes);
    if (cluster[0].in_code != in_code) codes += static_cast<char>(CodedTextReader::code_turns);
    in_code = cluster[0].in_code;
    const auto positions =
        code_word(text.substr(begin, end - begin), language, rules, cluster, analyser, codes);
    if (!positions) return false;
    position += *positions;
    at = end;
    first = last;
  }
  code_gap(text.substr(at), units.size() - unit, !tokens.empty(), false, codes);
  return static_cast<double>(spelled_) <= most_spelled * static_cast<double>(text.size()) + 32;
}

}  // namespace answers
