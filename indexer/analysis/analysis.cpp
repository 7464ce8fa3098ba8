#include "indexer/analysis/analysis.h"

#include "indexer/analysis/characters.h"
#include "indexer/analysis/stemming.h"
#include "indexer/analysis/term_table.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <deque>
#include <optional>

namespace answers {
namespace {

/// Longer words are cut there: nobody types more, and a term must be short (Xapian: 245 bytes).
constexpr std::size_t longest_term = 64;
/// A chain of parts that is longer than this begins anew.
constexpr std::size_t most_pieces = 32;
constexpr std::size_t most_parts_joined = 4;
constexpr std::size_t longest_joined = 40;
constexpr std::size_t batch = 256;

/// What the bytes of ASCII are to the fast path.
enum class Byte : std::uint8_t { blank, lower, upper, digit, connects, beyond_ascii };

constexpr std::array<Byte, 256> byte_kinds = [] {
  std::array<Byte, 256> kinds{};
  for (std::size_t c = 0; c < 256; ++c) {
    if (c >= 'a' && c <= 'z') kinds[c] = Byte::lower;
    if (c >= 'A' && c <= 'Z') kinds[c] = Byte::upper;
    if (c >= '0' && c <= '9') kinds[c] = Byte::digit;
    if (c >= 0x80) kinds[c] = Byte::beyond_ascii;
  }
  for (const char c : {'\'', '-', '_', '.', '/', ':', '&', '+', '#'})
    kinds[static_cast<unsigned char>(c)] = Byte::connects;
  return kinds;
}();

Byte kind_at(std::string_view text, std::size_t at) {
  return byte_kinds[static_cast<unsigned char>(text[at])];
}

bool is_word_kind(CharacterKind kind) {
  return kind == CharacterKind::lower || kind == CharacterKind::upper ||
         kind == CharacterKind::digit;
}

bool word_begins(std::string_view text, std::size_t at) {
  return at < text.size() && is_word_kind(read_character(text, at).kind);
}

/// Letters of one case (a capital may lead) or digits, without a sign between them.
struct Piece {
  std::size_t begin = 0;  ///< bytes of the text
  std::size_t end = 0;
  std::size_t folded_begin = 0;  ///< bytes of Chain::folded
  std::size_t folded_end = 0;
  std::size_t letters = 0;
  std::size_t capitals = 0;
  bool digits = false;
  bool plural = false;  ///< "GPUs": the s is left out
  char connector = 0;   ///< the sign before it; 0 at a change of case or to digits

  bool all_capitals() const { return capitals > 1 && capitals == letters; }
};

/// The first `longest_term` bytes, no character cut in two.
std::string_view cut(std::string_view folded) {
  if (folded.size() <= longest_term) return folded;
  std::size_t end = longest_term;
  while (end > 0 && (static_cast<unsigned char>(folded[end]) & 0xC0) == 0x80) --end;
  return folded.substr(0, end);
}

/// Pieces with nothing but connecting signs between them: "sklearn.linear_model.LinearRegression".
struct Chain {
  std::vector<Piece> pieces{};
  std::string folded{};
  std::string symbols{};  ///< "++" of C++, "#" of C#

  void clear() {
    pieces.clear();
    folded.clear();
    symbols.clear();
  }
  std::string_view of(const Piece& first, const Piece& last) const {
    return cut(
        std::string_view(folded).substr(first.folded_begin, last.folded_end - first.folded_begin));
  }
};

/// A text that is written in capitals throughout says nothing with them.
bool is_shouted(std::string_view text) {
  text = text.substr(0, 1024);
  if (text.size() < 16) return false;
  std::size_t upper = 0;
  std::size_t lower = 0;
  while (!text.empty()) {
    const std::string_view some = text.substr(0, 64);
    for (const char c : some) {
      const Byte kind = byte_kinds[static_cast<unsigned char>(c)];
      upper += kind == Byte::upper ? 1 : 0;
      lower += kind == Byte::lower ? 1 : 0;
    }
    text.remove_prefix(some.size());
    if (upper + text.size() <= lower + lower / 2) return false;
  }
  return upper >= 16 && upper > lower + lower / 2;
}

/// "dropouts" -> "dropout": rule 3 of the S stemmer (Harman, How effective is suffixing?, JASIS
/// 1991), and "analysis" stays.
std::string_view without_plural_s(std::string_view folded) {
  const std::size_t length = folded.size();
  const bool is_plural = length > 3 && folded.ends_with('s') &&
                         std::string_view("siu").find(folded[length - 2]) == std::string_view::npos;
  return is_plural ? folded.substr(0, length - 1) : folded;
}

/// Words that were read lately, with their terms: most of a text are few words again and again, and
/// here they are found without hashing their letters or following a pointer.
class RecentWords {
 public:
  /// A word as it is looked for: at most 16 bytes, zeros behind it.
  struct Key {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    std::uint32_t stemmer = 0;
    bool operator==(const Key&) const = default;
  };
  static constexpr std::size_t longest = 16;

  static Key key(const char* padded, std::size_t stemmer) {
    Key key;
    std::memcpy(&key.first, padded, sizeof key.first);
    std::memcpy(&key.second, padded + sizeof key.first, sizeof key.second);
    key.stemmer = static_cast<std::uint32_t>(stemmer);
    return key;
  }
  /// The number that was put there, or nullptr.
  const std::uint32_t* find(const Key& key) const {
    const Entry& entry = entries_[place(key)];
    return entry.key == key ? &entry.number : nullptr;
  }
  void put(const Key& key, std::uint32_t number) { entries_[place(key)] = {key, number}; }
  void clear() { entries_.fill({}); }

 private:
  static constexpr int bits = 10;
  static std::size_t place(const Key& key) {
    constexpr std::uint64_t golden = 0x9E3779B97F4A7C15;
    return ((key.first * golden) ^ ((key.second + key.stemmer) * (golden << 8 | 0x4F))) * golden >>
           (64 - bits);
  }
  struct Entry {
    Key key{};
    std::uint32_t number = 0;
  };
  std::array<Entry, std::size_t{1} << bits> entries_{};
};

/// One past the last byte of the code span or fence whose opening backticks (or tildes) stand at
/// `at`; nullopt when nothing closes it. Looks at no more than 64 KB, so O(1) a call.
std::optional<std::size_t> end_of_code(std::string_view text, std::size_t at) {
  const char quote = text[at];
  std::size_t run = at;
  while (run < text.size() && text[run] == quote) ++run;
  const std::size_t count = run - at;
  if (quote == '~' && count < 3) return std::nullopt;
  const std::size_t limit = std::min(text.size(), run + (count >= 3 ? 65536 : 512));
  for (std::size_t i = run; i < limit; ++i) {
    if (count < 3 && text[i] == '\n' && i + 1 < limit && text[i + 1] == '\n') return std::nullopt;
    if (text[i] != quote) continue;
    std::size_t end = i;
    while (end < text.size() && text[end] == quote) ++end;
    if (end - i == count || (count >= 3 && end - i > count)) return end;
    i = end;
  }
  return std::nullopt;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Character character = read_character(text, at);
    at += character.length;
    if (character.sign == '\'' || character.kind == CharacterKind::invisible) continue;
    if (character.sign != 0) {
      folded += character.sign;
    } else if (character.kind == CharacterKind::other) {
      if (character.code_point != 0) folded += ' ';
    } else {
      append_folded(folded, character.code_point);
    }
  }
  return folded;
}

struct Analyser::State {
  /// Folded words of one stemmer -> terms.
  struct Words {
    TermTable folded;
    std::vector<std::uint32_t> terms;
  };

  Stemmers stemmers;
  TermTable terms;
  std::vector<Words> words{stemmers.count()};
  RecentWords recent;
  std::size_t remembered = 0;
  std::deque<std::string> spare;  ///< the terms of this batch that found no room

  std::string_view text;
  std::size_t at = 0;
  std::size_t code_end = 0;  ///< until there it is code
  std::uint32_t position = 0;
  std::size_t stemmer = 0;      ///< for words in Latin letters
  std::optional<bool> shouted;  ///< once it was asked for
  const WordBeginnings* looked_for = nullptr;
  Others others = Others::left_out;
  Chain chain;
  std::string joined;
  struct Unspaced {
    std::size_t begin;         ///< of a character, in the text
    std::size_t folded_begin;  ///< and in `joined`
  };
  std::vector<Unspaced> unspaced;

  struct Term {
    std::string_view text;
    std::uint32_t id;
  };

  Term exact_term(std::string_view folded);
  Term stemmed_term(std::string_view folded);
  Term unstemmed_term(std::string_view folded) { return exact_term(without_plural_s(folded)); }
  /// One of the two for a plain word, with zeros behind it as far as RecentWords looks.
  Term plain_term(std::string_view padded, bool is_looked_for);
  bool may_be_looked_for(std::string_view beginning) const {
    return looked_for == nullptr || looked_for->may_begin(beginning);
  }

  void read_next(std::vector<Token>& tokens);
  bool read_plain_word(std::vector<Token>& tokens);
  void read_chain();
  std::size_t read_letters(std::size_t from, char connector);
  std::size_t skip_apostrophe(std::size_t from);
  std::size_t connector_at(std::size_t from, char& connector) const;
  std::size_t read_symbols(std::size_t from);
  void read_unspaced(std::vector<Token>& tokens);

  void emit_chain(std::vector<Token>& tokens);
  void emit_word(std::vector<Token>& tokens, std::size_t first, std::size_t last, bool is_part);
  void emit_piece(std::vector<Token>& tokens, const Piece& piece, Token::Kind kind);
  void emit_dotted(std::vector<Token>& tokens);
  void emit(std::vector<Token>& tokens, Term term, std::size_t begin, std::size_t end,
            Token::Kind kind, bool exact);
  bool is_exact(const Piece& piece) {
    return piece.digits || piece.begin < code_end || (piece.all_capitals() && !shouts());
  }
  bool shouts() {
    if (!shouted) shouted = is_shouted(text);
    return *shouted;
  }
};

Analyser::State::Term Analyser::State::exact_term(std::string_view folded) {
  const std::uint64_t hash = TermTable::hash_of(folded);
  std::uint32_t id = terms.find(folded, hash);
  if (id == TermTable::none) {
    if (remembered >= capacity) {
      return {spare.emplace_back(folded), no_id};
    }
    id = terms.insert(folded, hash);
    ++remembered;
  }
  return {terms[id], id};
}

Analyser::State::Term Analyser::State::stemmed_term(std::string_view folded) {
  const std::size_t by = stemmers.for_word(folded, stemmer);
  Words& known = words[by];
  const std::uint64_t hash = TermTable::hash_of(folded);
  const std::uint32_t number = known.folded.find(folded, hash);
  if (number != TermTable::none) return {terms[known.terms[number]], known.terms[number]};
  const std::string stem = stemmers.stem(std::string(folded), by);
  const Term term = exact_term(stem);
  if (term.id != no_id && remembered < capacity) {
    known.folded.insert(folded, hash);
    known.terms.push_back(term.id);
    ++remembered;
  }
  return term;
}

Analyser::State::Term Analyser::State::plain_term(std::string_view padded, bool is_looked_for) {
  const auto look_up = [&] {
    return is_looked_for ? stemmed_term(padded) : unstemmed_term(padded);
  };
  if (padded.size() > RecentWords::longest) return look_up();
  const RecentWords::Key key =
      RecentWords::key(padded.data(), is_looked_for ? stemmer : stemmers.count());
  if (const std::uint32_t* known = recent.find(key)) return {terms[*known], *known};
  const Term term = look_up();
  if (term.id != no_id) recent.put(key, term.id);
  return term;
}

void Analyser::State::emit(std::vector<Token>& tokens, Term term, std::size_t begin,
                           std::size_t end, Token::Kind kind, bool exact) {
  Token& token = tokens.emplace_back();
  token.term = term.text;
  token.id = term.id;
  token.position = position;
  token.begin = begin;
  token.end = end;
  token.kind = kind;
  token.exact = exact;
}

/// Reads what begins at `at`, at least one byte of it.
void Analyser::State::read_next(std::vector<Token>& tokens) {
  switch (kind_at(text, at)) {
    case Byte::lower:
    case Byte::upper:
      if (read_plain_word(tokens)) return;
      break;
    case Byte::digit:
      break;
    case Byte::connects:
      // ".NET" is a name; ".fit()", "#hashtag", "--no-cache" are words behind a sign.
      if (text[at] == '.' && (at == 0 || kind_at(text, at - 1) == Byte::blank)) {
        std::size_t end = at + 1;
        while (end < text.size() && kind_at(text, end) == Byte::upper) ++end;
        const bool is_net =
            end == at + 4 || (text.size() - at >= 4 && fold(text.substr(at, 4)) == ".net");
        if (is_net) end = at + 4;
        if (end > at + 2 && !word_begins(text, end)) {
          const std::string name = fold(text.substr(at, end - at));
          emit(tokens, exact_term(name), at, end, Token::Kind::whole, true);
          emit(tokens, exact_term(std::string_view(name).substr(1)), at + 1, end, Token::Kind::part,
               true);
          ++position;
          at = end;
          return;
        }
      }
      ++at;
      return;
    case Byte::blank:
      if ((text[at] == '`' || text[at] == '~') && at >= code_end) {
        const char quote = text[at];
        if (const auto end = end_of_code(text, at)) code_end = *end;
        while (at < text.size() && text[at] == quote) ++at;
        return;
      }
      do ++at;
      while (at < text.size() && (text[at] == ' ' || text[at] == '\n'));
      return;
    case Byte::beyond_ascii: {
      const Character character = read_character(text, at);
      if (character.kind == CharacterKind::unspaced) {
        read_unspaced(tokens);
        return;
      }
      if (!is_word_kind(character.kind)) {
        at += character.length;
        return;
      }
      break;
    }
  }
  read_chain();
  emit_chain(tokens);
}

/// The common case: lower-case letters of ASCII, the first perhaps a capital, and a blank, comma or
/// full stop behind them. False, and nothing done, when it is anything else.
bool Analyser::State::read_plain_word(std::vector<Token>& tokens) {
  std::size_t end = at + 1;
  const std::size_t limit = std::min(text.size(), at + longest_term);
  while (end < limit && kind_at(text, end) == Byte::lower) ++end;
  if (end < text.size()) {
    const Byte next = kind_at(text, end);
    if (next == Byte::connects) {
      const char sign = text[end];
      const bool ends = sign != '\'' && sign != '+' && sign != '#' &&
                        (end + 1 == text.size() || kind_at(text, end + 1) == Byte::blank);
      if (!ends) return false;
    } else if (next != Byte::blank) {
      return false;
    }
  }
  const char initial = static_cast<char>(text[at] | 0x20);
  const std::array<char, 2> beginning = {initial, end - at > 1 ? text[at + 1] : '\0'};
  const bool is_looked_for =
      may_be_looked_for({beginning.data(), std::min<std::size_t>(end - at, beginning.size())});
  if (is_looked_for || others == Others::unstemmed) {
    std::array<char, longest_term> folded{};
    std::memcpy(folded.data(), text.data() + at, end - at);
    folded[0] = initial;
    const std::string_view word(folded.data(), end - at);
    const bool exact = at < code_end;
    emit(tokens, exact ? exact_term(word) : plain_term(word, is_looked_for), at, end,
         Token::Kind::word, exact || !is_looked_for);
  }
  ++position;
  at = end < text.size() && text[end] == ' ' ? end + 1 : end;
  return true;
}

/// Pieces of letters and digits from `from`; where they end.
std::size_t Analyser::State::read_letters(std::size_t from, char connector) {
  auto& pieces = chain.pieces;
  auto& folded = chain.folded;
  const auto begin_piece = [&](std::size_t begin, char sign) {
    Piece piece;
    piece.begin = begin;
    piece.end = begin;
    piece.folded_begin = folded.size();
    piece.folded_end = folded.size();
    piece.connector = sign;
    pieces.push_back(piece);
  };
  begin_piece(from, connector);
  std::size_t last_capital = 0;         // where it stands in the text
  std::size_t last_capital_folded = 0;  // and in `folded`
  while (from < text.size()) {
    const Character character = read_character(text, from);
    const std::size_t next = from + character.length;
    Piece* piece = &pieces.back();
    switch (character.kind) {
      case CharacterKind::upper:
        if (piece->digits || piece->letters > piece->capitals) {
          begin_piece(from, 0);
          piece = &pieces.back();
        }
        last_capital = from;
        last_capital_folded = folded.size();
        ++piece->letters;
        ++piece->capitals;
        break;
      case CharacterKind::lower:
        if (piece->digits) {
          begin_piece(from, 0);
          piece = &pieces.back();
        } else if (piece->all_capitals() && !piece->plural) {
          if (text[from] == 's' && !word_begins(text, next)) {  // "GPUs"
            piece->plural = true;
            piece->end = next;
            return next;
          }
          // "HTTPServer": the last capital begins the next piece.
          piece->end = last_capital;
          piece->folded_end = last_capital_folded;
          --piece->letters;
          --piece->capitals;
          begin_piece(last_capital, 0);
          piece = &pieces.back();
          piece->folded_begin = last_capital_folded;
          piece->letters = 1;
          piece->capitals = 1;
        }
        ++piece->letters;
        break;
      case CharacterKind::digit:
        if (piece->letters > 0) {
          begin_piece(from, 0);
          piece = &pieces.back();
        }
        piece->digits = true;
        break;
      case CharacterKind::mark:
      case CharacterKind::invisible:
        break;
      default: {
        // Inside a number: "1.0.21", "1,000".
        if (!piece->digits) return from;
        const bool digit_follows = from + 1 < text.size() && kind_at(text, from + 1) == Byte::digit;
        if (character.sign == '.' && digit_follows) break;
        if (character.sign == ',' && digit_follows && from + 3 < text.size() &&
            kind_at(text, from + 2) == Byte::digit && kind_at(text, from + 3) == Byte::digit &&
            (from + 4 >= text.size() || kind_at(text, from + 4) != Byte::digit)) {
          from = next;
          continue;
        }
        return from;
      }
    }
    if (character.kind != CharacterKind::invisible &&
        folded.size() - piece->folded_begin < longest_term)
      append_folded(folded, character.code_point);
    from = next;
    piece->end = from;
    piece->folded_end = folded.size();
    if (pieces.size() >= most_pieces) return from;
  }
  return from;
}

/// What to do about an apostrophe at `from`: the end of what was read with it.
std::size_t Analyser::State::skip_apostrophe(std::size_t from) {
  const Character apostrophe = read_character(text, from);
  const std::size_t begin = from + apostrophe.length;
  if (!word_begins(text, begin)) return from;
  std::size_t end = begin;
  while (end < text.size() && end - begin < 3 && is_word_kind(read_character(text, end).kind))
    end += read_character(text, end).length;
  const bool ends = !word_begins(text, end);
  const std::string suffix = fold(text.substr(begin, end - begin));
  Piece& piece = chain.pieces.back();
  if (ends) {
    for (const std::string_view dropped : {"s", "ll", "re", "ve", "d", "m"}) {
      if (suffix == dropped) return end;
    }
  }
  if (piece.digits) return from;
  if (piece.letters == 1 && chain.pieces.size() == 1 && chain.folded != "o") {  // l'hôpital
    chain.clear();
    return read_letters(begin, 0);
  }
  // don't, O'Brien, rock'n'roll: as if it were not there.
  Piece whole = piece;
  chain.pieces.pop_back();
  const std::size_t pieces = chain.pieces.size();
  const std::size_t stop = read_letters(begin, 0);
  for (std::size_t i = pieces; i < chain.pieces.size(); ++i) {
    whole.letters += chain.pieces[i].letters;
    whole.capitals += chain.pieces[i].capitals;
  }
  whole.end = chain.pieces.back().end;
  whole.folded_end = chain.pieces.back().folded_end;
  chain.pieces.resize(pieces);
  chain.pieces.push_back(whole);
  return stop;
}

/// Where the word behind a connecting sign at `from` begins, and the sign; `from` when there is
/// none.
std::size_t Analyser::State::connector_at(std::size_t from, char& connector) const {
  const Character character = read_character(text, from);
  std::size_t next = from + character.length;
  connector = character.sign;
  switch (connector) {
    case '-':
    case '.':
    case '/':
    case '&':
    case '+':
      break;
    case '_':
      while (next < text.size() && text[next] == '_') ++next;
      break;
    case ':':
      if (next >= text.size() || text[next] != ':') return from;
      ++next;
      break;
    default:
      return from;
  }
  return word_begins(text, next) ? next : from;
}

/// "++" of C++, "#" of C#: where they end.
std::size_t Analyser::State::read_symbols(std::size_t from) {
  const Piece& piece = chain.pieces.back();
  if (piece.digits || piece.plural || !chain.symbols.empty()) return from;
  const std::string_view rest = text.substr(from, 3);
  if (rest.starts_with("++") && !rest.starts_with("+++")) {
    const bool word_follows = rest.size() == 3 && is_word_kind(read_character(text, from + 2).kind);
    if (!word_follows || kind_at(text, from + 2) == Byte::digit) {
      chain.symbols = "++";
      return from + 2;
    }
  }
  const bool sharp = rest.starts_with('#') || rest.starts_with("\xE2\x99\xAF");
  const std::size_t length = rest.starts_with('#') ? 1 : 3;
  if (sharp && piece.letters == 1 && !word_begins(text, from + length)) {
    chain.symbols = "#";
    return from + length;
  }
  return from;
}

void Analyser::State::read_chain() {
  chain.clear();
  std::size_t from = read_letters(at, 0);
  while (from < text.size() && chain.pieces.size() < most_pieces) {
    const Character character = read_character(text, from);
    if (character.sign == '\'') {
      const std::size_t behind = skip_apostrophe(from);
      if (behind == from) break;
      from = behind;
      continue;
    }
    if (character.sign == '+' || character.sign == '#' || character.code_point == 0x266F) {
      const std::size_t behind = read_symbols(from);
      if (behind != from) {
        from = behind;
        break;
      }
    }
    char connector = 0;
    const std::size_t next = connector_at(from, connector);
    if (next == from) break;
    from = read_letters(next, connector);
  }
  at = from;
}

void Analyser::State::emit_piece(std::vector<Token>& tokens, const Piece& piece, Token::Kind kind) {
  const bool exact = is_exact(piece);
  const auto folded = chain.of(piece, piece);
  if (folded.empty()) return;
  const bool is_looked_for = may_be_looked_for(folded);
  if (is_looked_for || others == Others::unstemmed) {
    const Term term = exact           ? exact_term(folded)
                      : is_looked_for ? stemmed_term(folded)
                                      : unstemmed_term(folded);
    emit(tokens, term, piece.begin, piece.end, kind, exact || !is_looked_for);
  }
  ++position;
}

/// Pieces [first, last) without a sign between them: one word as it is written.
void Analyser::State::emit_word(std::vector<Token>& tokens, std::size_t first, std::size_t last,
                                bool is_part) {
  const auto& pieces = chain.pieces;
  if (last - first == 1) {
    emit_piece(tokens, pieces[first], is_part ? Token::Kind::part : Token::Kind::word);
    return;
  }
  bool has_digits = false;
  bool has_words = false;
  for (std::size_t i = first; i < last; ++i) {
    has_digits = has_digits || pieces[i].digits;
    has_words = has_words || pieces[i].letters >= 3;
  }
  const auto stands_alone = [&](const Piece& piece) {
    if (piece.digits) return has_words;
    return piece.letters >= 3 || (!has_digits && piece.all_capitals());
  };
  const std::string_view folded = chain.of(pieces[first], pieces[last - 1]);
  if (folded.empty()) return;
  const bool exact = has_digits || is_exact(pieces[last - 1]);
  const std::size_t whole = tokens.size();
  emit(tokens, exact ? exact_term(folded) : stemmed_term(folded), pieces[first].begin,
       pieces[last - 1].end, is_part ? Token::Kind::part : Token::Kind::whole, exact);
  const std::uint32_t begin = position;
  for (std::size_t i = first; i < last; ++i) {
    if (stands_alone(pieces[i])) emit_piece(tokens, pieces[i], Token::Kind::piece);
  }
  if (position == begin) {
    ++position;
    if (!is_part) tokens[whole].kind = Token::Kind::word;
  }
  tokens[whole].positions = static_cast<std::uint8_t>(position - begin);
}

/// e.g., U.S.A., Ph.D., Q&A: one word.
void Analyser::State::emit_dotted(std::vector<Token>& tokens) {
  emit(tokens, exact_term(cut(chain.folded)), chain.pieces.front().begin, chain.pieces.back().end,
       Token::Kind::word, true);
  ++position;
}

void Analyser::State::emit_chain(std::vector<Token>& tokens) {
  const auto& pieces = chain.pieces;
  std::size_t parts = 1;
  bool dotted = pieces.size() > 1;
  bool slashes = false;
  bool joins = true;
  bool has_digits = false;
  bool has_letters = false;
  bool short_capitals = true;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    has_digits = has_digits || piece.digits;
    has_letters = has_letters || piece.letters > 0;
    short_capitals =
        short_capitals && (piece.letters == 1 || (piece.all_capitals() && piece.letters <= 4));
    if (piece.digits || piece.letters > (piece.connector == '.' ? 1U : 2U)) dotted = false;
    if (i == 0) continue;
    if (piece.connector != 0) ++parts;
    if (piece.connector != '.' && piece.connector != '&') dotted = false;
    slashes = slashes || piece.connector == '/';
    if (piece.connector == '.') {
      // "end.The next sentence" is not one word.
      const bool capitalised = piece.capitals == 1 && piece.letters > 1;
      const bool lower_before = pieces[i - 1].capitals < pieces[i - 1].letters;
      if (capitalised && lower_before) joins = false;
    }
  }
  // "Ph.D.", but "df.x" is two words.
  if (pieces.size() > 1 && pieces[1].connector == '.' && pieces[0].letters == 2 &&
      chain.of(pieces[0], pieces[0]) != "ph")
    dotted = false;
  if (dotted && chain.symbols.empty()) {
    emit_dotted(tokens);
    return;
  }
  const std::uint32_t begin = position;
  std::optional<std::size_t> whole;
  if (!chain.symbols.empty()) {  // C++, Notepad++, Visual-C#
    const Piece& last = pieces.back();
    std::size_t first = pieces.size() - 1;
    while (first > 0 && pieces[first].connector == 0) --first;
    for (std::size_t i = 0; i < first;) {
      std::size_t end = i + 1;
      while (end < first && pieces[end].connector == 0) ++end;
      emit_word(tokens, i, end, true);
      i = end;
    }
    joined = chain.of(pieces[first], last);
    joined += chain.symbols;
    const bool has_base = last.letters >= 3;
    emit(tokens, exact_term(joined), pieces[first].begin, at,
         has_base ? Token::Kind::whole : Token::Kind::word, true);
    if (has_base) {
      emit_word(tokens, first, pieces.size(), true);
    } else {
      ++position;
    }
    return;
  }
  if (parts > 1) {
    joins =
        joins && parts <= most_parts_joined && has_letters && chain.folded.size() <= longest_joined;
    if (slashes) joins = joins && short_capitals && !has_digits && chain.folded.size() <= 6;
    if (joins) {
      const bool exact = has_digits || is_exact(pieces.back());
      whole = tokens.size();
      const std::string_view folded = chain.of(pieces.front(), pieces.back());
      emit(tokens, exact ? exact_term(folded) : stemmed_term(folded), pieces.front().begin,
           pieces.back().end, Token::Kind::whole, exact);
    }
  }
  for (std::size_t first = 0; first < pieces.size();) {
    std::size_t last = first + 1;
    while (last < pieces.size() && pieces[last].connector == 0) ++last;
    emit_word(tokens, first, last, parts > 1);
    first = last;
  }
  if (whole) tokens[*whole].positions = static_cast<std::uint8_t>(position - begin);
}

/// A run of characters of scripts without blanks: every two neighbours, and the last by itself.
void Analyser::State::read_unspaced(std::vector<Token>& tokens) {
  unspaced.clear();
  joined.clear();
  while (at < text.size() && unspaced.size() < batch) {
    const Character character = read_character(text, at);
    const bool is_mark = character.kind == CharacterKind::mark || character.code_point == 0xFF9E ||
                         character.code_point == 0xFF9F;
    if (!is_mark && character.kind != CharacterKind::unspaced) break;
    if (!is_mark || unspaced.empty()) unspaced.push_back({at, joined.size()});
    append_folded(joined, character.code_point);
    at += character.length;
  }
  for (std::size_t i = 0; i < unspaced.size(); ++i) {
    const bool is_last = i + 1 == unspaced.size();
    const auto& [begin, folded_begin] = unspaced[i];
    const bool two = i + 2 < unspaced.size();
    const auto folded = std::string_view(joined).substr(
        folded_begin, two ? unspaced[i + 2].folded_begin - folded_begin : std::string::npos);
    if (folded.empty()) continue;
    emit(tokens, exact_term(folded), begin, two ? unspaced[i + 2].begin : at,
         is_last && i > 0 ? Token::Kind::tail : Token::Kind::word, true);
    ++position;
  }
}

Analyser::Analyser() : state_(std::make_unique<State>()) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;

void Analyser::start(std::string_view text, std::string_view language,
                     const WordBeginnings* looked_for, Others others) {
  state_->text = text;
  state_->at = 0;
  state_->code_end = 0;
  state_->position = 0;
  state_->stemmer = state_->stemmers.for_language(language);
  state_->shouted.reset();
  state_->looked_for = Stemmers::keeps_beginnings(state_->stemmer) ? looked_for : nullptr;
  state_->others = others;
}

bool Analyser::read_some() {
  tokens_.clear();
  state_->spare.clear();
  while (state_->at < state_->text.size() && tokens_.size() < batch) state_->read_next(tokens_);
  return !tokens_.empty();
}

std::string_view Analyser::stem(std::string_view folded, std::string_view language) {
  if (folded.empty()) return {};
  state_->stemmer = state_->stemmers.for_language(language);
  return state_->stemmed_term(folded).text;
}

std::uint32_t Analyser::id_of(std::string_view term) { return state_->exact_term(term).id; }

std::size_t Analyser::remembered() const { return state_->remembered; }

void Analyser::forget() {
  state_->terms.clear();
  state_->recent.clear();
  for (auto& words : state_->words) {
    words.folded.clear();
    words.terms.clear();
  }
  state_->remembered = 0;
}

}  // namespace answers
