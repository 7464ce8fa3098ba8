#include "indexer/analysis/analysis.h"

#include "indexer/analysis/characters.h"
#include "indexer/analysis/operator_signs.h"
#include "indexer/analysis/recent_words.h"
#include "indexer/analysis/stemming.h"
#include "indexer/analysis/term_table.h"
#include "indexer/analysis/word_chain.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <deque>
#include <optional>

namespace answers {
namespace {

constexpr std::size_t most_parts_joined = 4;
constexpr std::size_t longest_joined = 40;
constexpr std::size_t batch = 256;

/// "dropouts" -> "dropout": rule 3 of the S stemmer (Harman, How effective is suffixing?, JASIS
/// 1991), and "analysis" stays.
std::string_view without_plural_s(std::string_view folded) {
  const std::size_t length = folded.size();
  const bool is_plural = length > 3 && folded.ends_with('s') &&
                         std::string_view("siu").find(folded[length - 2]) == std::string_view::npos;
  return is_plural ? folded.substr(0, length - 1) : folded;
}

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
  std::size_t forgotten = 0;
  std::deque<std::string> spare;  ///< the terms of this batch that found no room

  std::string_view text;
  std::size_t at = 0;
  std::size_t code_end = 0;   ///< until there it is code
  std::size_t fence_end = 0;  ///< and until there a fence of it
  std::uint32_t position = 0;
  std::size_t stemmer = 0;      ///< for words in Latin letters
  std::optional<bool> shouted;  ///< once it was asked for
  const WordBeginnings* looked_for = nullptr;
  Others others = Others::left_out;
  WordChain chain;
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
  bool read_signs(std::vector<Token>& tokens);
  void read_unspaced(std::vector<Token>& tokens);

  void emit_chain(std::vector<Token>& tokens);
  void emit_word(std::vector<Token>& tokens, std::size_t first, std::size_t last, bool is_part);
  void emit_piece(std::vector<Token>& tokens, const Piece& piece, Token::Kind kind);
  void emit_dotted(std::vector<Token>& tokens);
  void emit_version_parts(std::vector<Token>& tokens, const Piece& number, bool behind_v);
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
  folded = cut_term(folded);
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
  folded = cut_term(folded);
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
  token.in_fence = begin < fence_end;
  token.in_code = begin < code_end;
  token.exact = exact;
}

/// A run of signs that is a word; false, and nothing done, when it is none.
bool Analyser::State::read_signs(std::vector<Token>& tokens) {
  if (!is_quotable_sign(text[at])) return false;
  const std::string_view signs = signs_at(text, at);
  if (signs.empty()) return false;
  emit(tokens, exact_term(signs), at, at + signs.size(), Token::Kind::word, true);
  ++position;
  at += signs.size();
  return true;
}

/// Reads what begins at `at` and is no plain word, at least one byte of it.
void Analyser::State::read_next(std::vector<Token>& tokens) {
  switch (kind_at(text, at)) {
    case Byte::lower:
    case Byte::upper:
    case Byte::digit:
      break;
    case Byte::connects:
      if (read_signs(tokens)) return;
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
        const std::size_t begin = at;
        if (const auto end = end_of_code(text, at)) code_end = *end;
        while (at < text.size() && text[at] == quote) ++at;
        if (at - begin >= 3 && code_end > at) fence_end = code_end;
        return;
      }
      if (read_signs(tokens)) return;
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
  at = chain.read(text, at);
  emit_chain(tokens);
}

/// The common case: lower-case letters of ASCII, the first perhaps a capital, and a blank, comma or
/// full stop behind them. False, and nothing done, when it is anything else.
bool Analyser::State::read_plain_word(std::vector<Token>& tokens) {
  if (const Byte first = kind_at(text, at); first != Byte::lower && first != Byte::upper)
    return false;
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

void Analyser::State::emit_piece(std::vector<Token>& tokens, const Piece& piece, Token::Kind kind) {
  const bool exact = is_exact(piece);
  const auto folded = chain.of(piece, piece);
  if (folded.empty()) return;
  const bool is_looked_for = may_be_looked_for(folded);
  const auto dots = piece.digits ? std::ranges::count(folded, '.') : 0;
  if (dots > 0 && (dots > 1 || kind == Token::Kind::piece)) {
    emit(tokens, exact_term(folded), piece.begin, piece.end,
         kind == Token::Kind::word ? Token::Kind::whole : kind, true);
    tokens.back().positions = static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(dots, 30) + 1);
    const bool behind_v = kind == Token::Kind::piece && piece.begin > 0 &&
                          (text[piece.begin - 1] == 'v' || text[piece.begin - 1] == 'V');
    emit_version_parts(tokens, piece, behind_v);
    return;
  }
  if (is_looked_for || others == Others::unstemmed) {
    const Term term = exact           ? exact_term(folded)
                      : is_looked_for ? stemmed_term(folded)
                                      : unstemmed_term(folded);
    emit(tokens, term, piece.begin, piece.end, kind, exact || !is_looked_for);
  }
  ++position;
}

/// Of 18.2.0: 18.2 and 18, the longer first, and the numbers behind that have two digits or more;
/// each also with the v before it, where there is one. Moves on by a position for each number.
void Analyser::State::emit_version_parts(std::vector<Token>& tokens, const Piece& number,
                                         bool behind_v) {
  const std::string folded(chain.of(number, number));
  const std::string_view written = text.substr(number.begin, number.end - number.begin);
  if (written.size() != folded.size()) {  // 1,000.5
    ++position;
    return;
  }
  std::vector<std::size_t> dots;
  for (std::size_t at_dot = folded.find('.'); at_dot != std::string::npos;
       at_dot = folded.find('.', at_dot + 1))
    dots.push_back(at_dot);
  for (std::size_t i = dots.size(); i-- > 0;) {
    const std::string_view beginning = std::string_view(folded).substr(0, dots[i]);
    if (behind_v) {
      joined = "v";
      joined += beginning;
      emit(tokens, exact_term(joined), number.begin - 1, number.begin + dots[i], Token::Kind::piece,
           true);
      tokens.back().positions = static_cast<std::uint8_t>(std::min<std::size_t>(i, 30) + 1);
    }
    if (i == 0 && beginning.size() < 2) continue;
    emit(tokens, exact_term(beginning), number.begin, number.begin + dots[i], Token::Kind::piece,
         true);
    tokens.back().positions = static_cast<std::uint8_t>(std::min<std::size_t>(i, 30) + 1);
  }
  ++position;
  for (std::size_t i = 0; i < dots.size(); ++i) {
    const std::size_t begin = dots[i] + 1;
    const std::size_t end = i + 1 < dots.size() ? dots[i + 1] : folded.size();
    if (end - begin >= 2) {
      emit(tokens, exact_term(std::string_view(folded).substr(begin, end - begin)),
           number.begin + begin, number.begin + end, Token::Kind::piece, true);
    }
    ++position;
  }
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
  const bool is_version =
      last - first == 2 && pieces[first].letters == 1 &&
      pieces[first].folded_end - pieces[first].folded_begin == 1 &&
      chain.of(pieces[first], pieces[first]) == "v" &&
      chain.of(pieces[first + 1], pieces[first + 1]).find('.') != std::string_view::npos;
  const auto stands_alone = [&](const Piece& piece) {
    if (piece.digits) return has_words || is_version;
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
  emit(tokens, exact_term(chain.folded), chain.pieces.front().begin, chain.pieces.back().end,
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
                     const WordBeginnings* looked_for, Others others, Inside inside) {
  state_->text = text;
  state_->at = 0;
  state_->code_end = inside == Inside::code ? text.size() : 0;
  state_->fence_end = 0;
  state_->position = 0;
  state_->stemmer = state_->stemmers.for_language(language);
  state_->shouted.reset();
  state_->looked_for = Stemmers::keeps_beginnings(state_->stemmer) ? looked_for : nullptr;
  state_->others = others;
}

bool Analyser::read_some() {
  tokens_.clear();
  state_->spare.clear();
  while (state_->at < state_->text.size() && tokens_.size() < batch) {
    if (!state_->read_plain_word(tokens_)) state_->read_next(tokens_);
  }
  return !tokens_.empty();
}

std::string_view Analyser::stem(std::string_view folded, std::string_view language) {
  if (folded.empty()) return {};
  state_->stemmer = state_->stemmers.for_language(language);
  return state_->stemmed_term(folded).text;
}

std::uint32_t Analyser::positions() const { return state_->position; }

std::uint32_t Analyser::id_of(std::string_view term) { return state_->exact_term(term).id; }

std::string_view Analyser::term(std::uint32_t id) const { return state_->terms[id]; }

std::size_t Analyser::rules_for(std::string_view language) const {
  return state_->stemmers.for_language(language);
}

void Analyser::for_each_stemmed(
    const std::function<void(std::string_view word, std::string_view term)>& on_word) const {
  for (const auto& words : state_->words) {
    for (std::uint32_t i = 0; i < words.terms.size(); ++i) {
      const std::string_view term = state_->terms[words.terms[i]];
      if (words.folded[i] != term) on_word(words.folded[i], term);
    }
  }
}

std::size_t Analyser::remembered() const { return state_->remembered; }

std::size_t Analyser::forgotten() const { return state_->forgotten; }

void Analyser::forget() {
  state_->terms.clear();
  state_->recent.clear();
  for (auto& words : state_->words) {
    words.folded.clear();
    words.terms.clear();
  }
  state_->remembered = 0;
  ++state_->forgotten;
}

}  // namespace answers
