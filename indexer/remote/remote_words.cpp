#include "indexer/remote/remote_words.h"

#include "indexer/schema.h"

#include <zstd.h>

#include <algorithm>
#include <stdexcept>

namespace answers {
namespace {

constexpr int compression_level = 3;
/// What packed words may become: a stranger's may say anything.
constexpr std::size_t largest = std::size_t{1} << 31;
constexpr std::size_t most_times = 1000;   // what they are packed in
constexpr std::size_t longest_term = 255;  // Xapian's are shorter

bool is_one_to_a_record(std::string_view term) {
  const auto begins = [term](std::string_view prefix) { return term.starts_with(prefix); };
  return begins("Q") || begins("XQ") || begins(schema::beginning_prefix);
}

void put_number(std::string& to, std::uint32_t number) {
  for (int shift = 0; shift < 32; shift += 8)
    to += static_cast<char>(static_cast<unsigned char>(number >> shift));
}

void put_text(std::string& to, std::string_view text) {
  put_number(to, static_cast<std::uint32_t>(text.size()));
  to += text;
}

/// Texts in order: each as what it shares with the one before, and the rest.
class FrontCoder {
 public:
  explicit FrontCoder(std::string& to) : to_(to) {}
  void put(const std::string& text) {
    const auto shared = std::ranges::mismatch(last_, text).in1 - last_.begin();
    put_number(to_, static_cast<std::uint32_t>(shared));
    put_text(to_, std::string_view(text).substr(static_cast<std::size_t>(shared)));
    last_ = text;
  }

 private:
  std::string& to_;
  std::string last_;
};

/// Reads what was put; throws where there is too little.
class Source {
 public:
  explicit Source(std::string_view bytes) : rest_(bytes) {}

  std::string_view take(std::size_t count) {
    if (count > rest_.size()) throw std::runtime_error("its words are cut short");
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }
  std::uint32_t number() {
    std::uint32_t number = 0;
    const std::string_view bytes = take(4);
    for (std::size_t i = 4; i-- > 0;) number = (number << 8) | static_cast<unsigned char>(bytes[i]);
    return number;
  }
  std::string_view text() { return take(number()); }
  /// A count of things that have `least` bytes each.
  std::size_t count(std::size_t least) {
    const std::size_t count = number();
    if (count > rest_.size() / least) throw std::runtime_error("its words are cut short");
    return count;
  }
  /// Appends a text of a FrontCoder to `to`; where the one before begins there is `last`.
  std::uint32_t front_coded(std::string& to, std::size_t last) {
    const std::size_t shared = number();
    const std::string_view rest = text();
    if (shared > to.size() - last || shared + rest.size() > longest_term ||
        to.size() + shared + rest.size() > largest)
      throw std::runtime_error("its words are damaged");
    const std::string beginning = to.substr(last, shared);
    to += beginning;
    to += rest;
    return static_cast<std::uint32_t>(shared + rest.size());
  }

 private:
  std::string_view rest_;
};

}  // namespace

std::string RemoteWords::pack(const Xapian::Database& segments,
                              const std::map<std::string, std::string>& rows) {
  std::string terms;
  std::uint32_t count = 0;
  FrontCoder term_coder(terms);
  for (auto term = segments.allterms_begin(); term != segments.allterms_end(); ++term) {
    const std::string name = *term;
    if (is_one_to_a_record(name)) continue;
    term_coder.put(name);
    put_number(terms, term.get_termfreq());
    ++count;
  }
  std::string all;
  put_number(all, count);
  all += terms;

  std::string keys;
  count = 0;
  FrontCoder key_coder(keys);
  for (auto key = segments.synonym_keys_begin(); key != segments.synonym_keys_end(); ++key) {
    key_coder.put(*key);
    std::string values;
    std::uint32_t of_key = 0;
    for (auto value = segments.synonyms_begin(*key); value != segments.synonyms_end(*key);
         ++value, ++of_key)
      put_text(values, *value);
    put_number(keys, of_key);
    keys += values;
    ++count;
  }
  put_number(all, count);
  all += keys;

  put_number(all, static_cast<std::uint32_t>(rows.size()));
  for (const auto& [key, value] : rows) {
    put_text(all, key);
    put_text(all, value);
  }
  std::string packed(ZSTD_compressBound(all.size()), '\0');
  const std::size_t size =
      ZSTD_compress(packed.data(), packed.size(), all.data(), all.size(), compression_level);
  if (ZSTD_isError(size) != 0) throw std::runtime_error("the words of the index are too many");
  packed.resize(size);
  return packed;
}

RemoteWords::RemoteWords(std::string_view packed) {
  const auto size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > largest ||
      size > most_times * packed.size())
    throw std::runtime_error("its words are damaged");
  std::string all(size, '\0');
  if (ZSTD_decompress(all.data(), all.size(), packed.data(), packed.size()) != all.size())
    throw std::runtime_error("its words are damaged");
  Source source(all);
  std::size_t last = 0;
  const auto put = [&](std::vector<Entry>& entries) -> Entry& {
    const std::size_t begin = text_.size();
    const std::uint32_t length = source.front_coded(text_, last);
    last = begin;
    return entries.emplace_back(Entry{static_cast<std::uint32_t>(begin), length, 0});
  };
  std::size_t left = source.count(12);
  for (terms_.reserve(left); left > 0; --left) {
    Entry& term = put(terms_);
    term.number = source.number();
  }
  last = text_.size();
  left = source.count(12);
  for (keys_.reserve(left); left > 0; --left) {
    Entry& key = put(keys_);
    key.number = static_cast<std::uint32_t>(values_.size());
    for (std::size_t values = source.count(4); values > 0; --values) {
      const std::string_view value = source.text();
      values_.push_back(
          {static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(value.size()), 0});
      text_ += value;
      if (text_.size() > largest) throw std::runtime_error("its words are damaged");
    }
  }
  for (left = source.count(8); left > 0; --left) {
    std::string key(source.text());
    rows_[std::move(key)] = source.text();
  }
  const auto in_order = [this](const Entry& one, const Entry& other) {
    return text(one) < text(other);
  };
  if (!std::ranges::is_sorted(terms_, in_order) || !std::ranges::is_sorted(keys_, in_order))
    throw std::runtime_error("its words are damaged");
}

std::size_t RemoteWords::first_term(std::string_view beginning) const {
  const auto found = std::ranges::lower_bound(terms_, beginning, {},
                                              [this](const Entry& one) { return text(one); });
  return static_cast<std::size_t>(found - terms_.begin());
}

std::size_t RemoteWords::first_key(std::string_view beginning) const {
  const auto found = std::ranges::lower_bound(keys_, beginning, {},
                                              [this](const Entry& one) { return text(one); });
  return static_cast<std::size_t>(found - keys_.begin());
}

std::uint32_t RemoteWords::frequency(std::string_view term) const {
  const std::size_t at = first_term(term);
  return at < terms_.size() && text(terms_[at]) == term ? terms_[at].number : 0;
}

std::vector<std::string_view> RemoteWords::values_of(std::string_view key) const {
  std::vector<std::string_view> values;
  const std::size_t at = first_key(key);
  if (at == keys_.size() || text(keys_[at]) != key) return values;
  const std::size_t end = at + 1 < keys_.size() ? keys_[at + 1].number : values_.size();
  for (std::size_t i = keys_[at].number; i < end; ++i) values.push_back(text(values_[i]));
  return values;
}

std::string RemoteWords::row(const std::string& key) const {
  const auto found = rows_.find(key);
  return found == rows_.end() ? std::string() : found->second;
}

}  // namespace answers
