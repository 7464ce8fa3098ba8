#include "indexer/analysis/word_chain.h"

#include "indexer/analysis/analysis.h"
#include "indexer/analysis/characters.h"

namespace answers {
namespace {

/// A chain of parts that is longer than this begins anew.
constexpr std::size_t most_pieces = 32;

/// Where the word behind a connecting sign at `from` begins, and the sign; `from` when there is
/// none.
std::size_t connector_at(std::string_view text, std::size_t from, char& connector) {
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

/// Whether the apostrophe at `from` stands between two words, and not in one: rock'n'roll,
/// Windows'95, but don't and O'Brien.
bool joins_words(std::string_view text, std::size_t from, const Piece& before) {
  constexpr std::size_t least_letters = 3;
  const std::size_t begin = from + read_character(text, from).length;
  if (!word_begins(text, begin)) return false;
  if (before.letters == 1 && before.connector == '\'') return true;  // behind 'n
  if (before.letters < least_letters) return false;
  std::size_t end = begin;
  std::size_t letters = 0;
  while (letters < least_letters && word_begins(text, end)) {
    if (read_character(text, end).kind == CharacterKind::digit) return true;
    end += read_character(text, end).length;
    ++letters;
  }
  if (letters >= least_letters) return true;
  return letters == 1 && text[begin] == 'n' && end < text.size() &&
         read_character(text, end).sign == '\'' &&
         word_begins(text, end + read_character(text, end).length);
}

}  // namespace

std::string_view cut_term(std::string_view folded) {
  if (folded.size() <= longest_term) return folded;
  std::size_t end = longest_term;
  while (end > 0 && (static_cast<unsigned char>(folded[end]) & 0xC0) == 0x80) --end;
  return folded.substr(0, end);
}

std::string_view WordChain::of(const Piece& first, const Piece& last) const {
  return cut_term(
      std::string_view(folded).substr(first.folded_begin, last.folded_end - first.folded_begin));
}

void WordChain::clear() {
  pieces.clear();
  folded.clear();
  symbols.clear();
}

/// Pieces of letters and digits from `from`; where they end.
std::size_t WordChain::read_letters(std::string_view text, std::size_t from, char connector) {
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
std::size_t WordChain::skip_apostrophe(std::string_view text, std::size_t from) {
  const Character apostrophe = read_character(text, from);
  const std::size_t begin = from + apostrophe.length;
  if (!word_begins(text, begin)) return from;
  std::size_t end = begin;
  while (end < text.size() && end - begin < 3 && is_word_kind(read_character(text, end).kind))
    end += read_character(text, end).length;
  const bool ends = !word_begins(text, end);
  const std::string suffix = fold(text.substr(begin, end - begin));
  Piece& piece = pieces.back();
  if (ends) {
    for (const std::string_view dropped : {"s", "ll", "re", "ve", "d", "m"}) {
      if (suffix == dropped) return end;
    }
  }
  if (piece.digits) return from;
  const bool is_elided = (piece.letters == 1 && folded != "o") || folded == "qu";
  if (is_elided && pieces.size() == 1) {  // l'hôpital, qu'une
    clear();
    return read_letters(text, begin, 0);
  }
  // don't, O'Brien, rock'n'roll: as if it were not there.
  Piece whole = piece;
  pieces.pop_back();
  const std::size_t before = pieces.size();
  const std::size_t stop = read_letters(text, begin, 0);
  for (std::size_t i = before; i < pieces.size(); ++i) {
    whole.letters += pieces[i].letters;
    whole.capitals += pieces[i].capitals;
  }
  whole.end = pieces.back().end;
  whole.folded_end = pieces.back().folded_end;
  pieces.resize(before);
  pieces.push_back(whole);
  return stop;
}

/// "++" of C++, "#" of C#: where they end.
std::size_t WordChain::read_symbols(std::string_view text, std::size_t from) {
  const Piece& piece = pieces.back();
  if (piece.digits || piece.plural || !symbols.empty()) return from;
  const std::string_view rest = text.substr(from, 3);
  if (rest.starts_with("++") && !rest.starts_with("+++")) {
    const bool word_follows = rest.size() == 3 && is_word_kind(read_character(text, from + 2).kind);
    if (!word_follows || kind_at(text, from + 2) == Byte::digit) {
      symbols = "++";
      return from + 2;
    }
  }
  const bool sharp = rest.starts_with('#') || rest.starts_with("\xE2\x99\xAF");
  const std::size_t length = rest.starts_with('#') ? 1 : 3;
  if (sharp && piece.letters == 1 && !word_begins(text, from + length)) {
    symbols = "#";
    return from + length;
  }
  return from;
}

std::size_t WordChain::read(std::string_view text, std::size_t at) {
  clear();
  std::size_t from = read_letters(text, at, 0);
  while (from < text.size() && pieces.size() < most_pieces) {
    const Character character = read_character(text, from);
    if (character.sign == '\'' && joins_words(text, from, pieces.back())) {
      from = read_letters(text, from + character.length, '\'');
      continue;
    }
    if (character.sign == '\'') {
      const std::size_t behind = skip_apostrophe(text, from);
      if (behind == from) break;
      from = behind;
      continue;
    }
    if (character.sign == '+' || character.sign == '#' || character.code_point == 0x266F) {
      const std::size_t behind = read_symbols(text, from);
      if (behind != from) {
        from = behind;
        break;
      }
    }
    char connector = 0;
    const std::size_t next = connector_at(text, from, connector);
    if (next == from) break;
    from = read_letters(text, next, connector);
  }
  return from;
}

}  // namespace answers
