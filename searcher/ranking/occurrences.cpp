// How EvidenceReader finds the words of its query, in text and in coded text.
#include "indexer/analysis/text_units.h"
#include "searcher/ranking/evidence.h"

#include <algorithm>
#include <string>
#include <vector>

namespace answers {
namespace {

constexpr std::size_t most_occurrences = 8192;
/// So many of most texts, and units.
constexpr std::size_t usual_occurrences = 16;
constexpr std::size_t usual_units = 32;

/// Whether `text`, of the same length, is `lowered` in other capitals of ASCII.
bool is_lower_of(std::string_view lowered, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_capital = text[i] >= 'A' && text[i] <= 'Z';
    if ((is_capital ? static_cast<char>(text[i] | 0x20) : text[i]) != lowered[i]) return false;
  }
  return true;
}

}  // namespace

const EvidenceReader::Form* EvidenceReader::form_of(const Token& token) {
  if (token.id == Analyser::no_id) {
    const auto found = forms_.find(token.term);
    return found == forms_.end() ? nullptr : &found->second;
  }
  const std::size_t mask = forms_by_id_.size() - 1;
  for (std::size_t place = token.id & mask;; place = (place + 1) & mask) {
    const FormOfId& known = forms_by_id_[place];
    if (known.form == nullptr || known.id == token.id) return known.form;
  }
}

void EvidenceReader::read_long_forms(const Token& token, std::vector<Occurrence>& found) {
  if (token.kind != Token::Kind::word && token.kind != Token::Kind::part) return;
  for (OpenLongForm& open : long_forms_) {
    const auto& terms = open.form->terms;
    if (open.read > 0 && (token.position != open.next_position || token.term != terms[open.read]))
      open.read = 0;
    if (open.read == 0) {
      if (token.term != terms.front()) continue;
      open.occurrence = {open.word, token.position, static_cast<float>(open.form->share),
                         false,     token.begin,    token.end};
    }
    ++open.read;
    open.next_position = token.position + token.positions;
    open.occurrence.end = token.end;
    if (open.read < terms.size()) continue;
    found.push_back(open.occurrence);
    open.read = 0;
  }
}

void EvidenceReader::note_word(const Token& token, const Form* form, WordsRead& words) {
  if (token.id == Analyser::no_id) return;
  words.ids.push_back(token.id);
  if (form != nullptr) {
    words.stands_there[form->word] = true;
  } else if (const std::int32_t word = relative_of(token); word >= 0) {
    words.has_relative[static_cast<std::size_t>(word)] = true;
  }
}

void EvidenceReader::note(const Token& token, std::string_view here, WordsRead* words,
                          std::vector<Occurrence>& found) {
  if (token.kind == Token::Kind::tail) return;
  const Form* form = form_of(token);
  if (words != nullptr) note_word(token, form, *words);
  if (found.size() >= most_occurrences) return;
  if (!long_forms_.empty()) read_long_forms(token, found);
  if (form == nullptr) return;
  const std::string_view typed = query_.words[form->word].folded;
  const bool same_length = here.size() == typed.size();
  found.push_back({form->word, token.position, form->share,
                   same_length ? is_lower_of(typed, here) : fold(here) == typed, token.begin,
                   token.end});
  for (std::uint32_t next = form->next; next != 0; next = shared_[next - 1].next) {
    const Form& other = shared_[next - 1];
    found.push_back({other.word, token.position, other.share, false, token.begin, token.end});
  }
}

void EvidenceReader::read_codes(const SourceText& source, WordsRead* words,
                                std::vector<std::size_t>* unit_ends,
                                std::vector<Occurrence>& found) {
  using Part = CodedTextReader::Part;
  auto inside = Analyser::Inside::text;
  const auto table = [&] {
    return &wordbook_terms_.table(*source.wordbook, source.language, inside, analyser_);
  };
  WordbookTerms::Table* terms_of = table();
  const bool all_stemmed = !Analyser::keeps_beginnings(analyser_.rules_for(source.language));
  const auto others = words == nullptr ? Analyser::Others::left_out : Analyser::Others::unstemmed;
  std::uint32_t position = 0;
  for (CodedTextReader reader(*source.wordbook, source.codes); reader.next();) {
    switch (reader.part()) {
      case Part::gap:
        break;
      case Part::unit_end:
        if (unit_ends != nullptr) unit_ends->push_back(reader.end());
        break;
      case Part::code:
        inside = inside == Analyser::Inside::text ? Analyser::Inside::code : Analyser::Inside::text;
        terms_of = table();
        break;
      case Part::word: {
        const WordbookTerms::Terms& terms = terms_of->of(reader.number(), analyser_);
        const std::uint32_t here = position++;
        if (!all_stemmed &&
            !beginnings_.may_begin({terms.beginning.data(), terms.beginning.size()})) {
          if (words != nullptr && terms.unstemmed != Analyser::no_id)
            words->ids.push_back(terms.unstemmed);
          break;
        }
        const std::uint32_t id = terms_of->stemmed(reader.number(), analyser_);
        if (id == Analyser::no_id) break;
        Token token;
        token.term = analyser_.term(id);
        token.id = id;
        token.position = here;
        token.begin = reader.begin();
        token.end = reader.end();
        token.exact = terms.exact;
        note(token, reader.text(), words, found);
        break;
      }
      case Part::sign: {
        Token token;
        token.id = analyser_.id_of(reader.text());
        token.term = reader.text();
        token.position = position++;
        token.begin = reader.begin();
        token.end = reader.end();
        token.exact = true;
        note(token, reader.text(), words, found);
        break;
      }
      case Part::spelled: {
        const std::string_view text = reader.text();
        analyser_.analyse(
            text, source.language,
            [&](Token token) {
              const std::string_view here = text.substr(token.begin, token.end - token.begin);
              if (reader.is_part() && token.kind == Token::Kind::whole)
                token.kind = Token::Kind::part;
              token.position += position;
              token.begin += reader.begin();
              token.end += reader.begin();
              note(token, here, words, found);
            },
            &beginnings_, others, inside);
        position += analyser_.positions();
        break;
      }
    }
  }
}

std::string SourceText::whole() const {
  return wordbook == nullptr ? std::string(text) : decoded(*wordbook, codes);
}

std::vector<Occurrence> EvidenceReader::occurrences(const SourceText& source, WordsRead* words,
                                                    std::vector<std::size_t>* unit_ends) {
  std::vector<Occurrence> found;
  found.reserve(usual_occurrences);
  if (unit_ends != nullptr) unit_ends->reserve(usual_units);
  if (source.wordbook != nullptr) {
    read_codes(source, words, unit_ends, found);
  } else {
    const std::string_view text = source.text.substr(0, most_bytes);
    analyser_.analyse(
        text, source.language,
        [&](const Token& token) {
          note(token, text.substr(token.begin, token.end - token.begin), words, found);
        },
        &beginnings_, words == nullptr ? Analyser::Others::left_out : Analyser::Others::unstemmed);
    if (unit_ends != nullptr && !found.empty()) {
      for (const TextUnit& unit : text_units(text)) unit_ends->push_back(unit.end);
    }
  }
  if (!long_forms_.empty()) {
    for (OpenLongForm& open : long_forms_) open.read = 0;
    std::ranges::stable_sort(found, {}, &Occurrence::begin);
  }
  return found;
}

std::int32_t EvidenceReader::relative_of(const Token& token) {
  constexpr std::size_t least_common = 5;
  if (token.id == Analyser::no_id || token.exact || token.term.size() < least_common ||
      !beginnings_of_relatives_.may_begin(token.term))
    return -1;
  std::int32_t relative = -1;
  std::size_t longest = least_common - 1;
  for (std::size_t i = 0; i < query_.words.size(); ++i) {
    const QueryWord& word = query_.words[i];
    if (word.is_function_word || word.forms.empty()) continue;
    const std::string& term = word.forms.front().term;
    const auto end = std::ranges::mismatch(term, token.term).in1;
    const auto common = static_cast<std::size_t>(end - term.begin());
    if (common > longest && common * 10 >= std::max(term.size(), token.term.size()) * 6) {
      longest = common;
      relative = static_cast<std::int32_t>(i);
    }
  }
  return relative;
}

}  // namespace answers
