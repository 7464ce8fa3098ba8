#include "corpus/input/input.h"

#include "corpus/input/text_lines.h"
#include "tests/corpus/collector.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <system_error>

namespace answers {
namespace {

using namespace std::string_literals;

std::string join_lines(Input& input) {
  std::string joined;
  while (const auto line = input.next_line()) joined.append(line->text) += '|';
  return joined;
}

std::string join_blocks(Input& input) {
  std::string joined;
  while (const auto block = input.next_block()) joined += block->text;
  return joined;
}

std::string gzip(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, text.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string zstd(const std::string& text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
  return packed;
}

struct Case {
  const char* name;
  std::string bytes;
  const char* lines;  // joined by '|'
};

class InputCase : public testing::TestWithParam<Case> {};

TEST_P(InputCase, GivesItsLines) {
  Collector collector;
  Input input("a", GetParam().bytes, collector);
  EXPECT_EQ(join_lines(input), GetParam().lines);
}

TEST_P(InputCase, GivesTheSameTextInBlocks) {
  Collector collector;
  Input input("a", GetParam().bytes, collector);
  std::string text = join_blocks(input);
  std::ranges::replace(text, '\n', '|');
  std::string lines = GetParam().lines;
  if (!text.empty() && text.back() != '|') text += '|';
  EXPECT_EQ(text, lines);
}

TEST_P(InputCase, GivesTheSameLinesWhereTheyLieReady) {
  Collector one_by_one;
  Collector together;
  Input input("x", GetParam().bytes, one_by_one);
  Input other("x", GetParam().bytes, together);
  const auto next_line = [&other] {
    const auto line = other.next_line();
    return line ? std::optional(std::pair(std::string(line->text), line->byte)) : std::nullopt;
  };
  while (const auto lines = other.next_lines()) {
    ASSERT_TRUE(lines->text.ends_with('\n'));
    for (std::size_t at = 0; at < lines->text.size();) {
      const std::size_t end = lines->text.find('\n', at);
      const auto line = input.next_line();
      ASSERT_TRUE(line.has_value());
      EXPECT_EQ(line->text, lines->text.substr(at, end - at));
      EXPECT_EQ(line->byte, lines->byte_at(at));
      at = end + 1;
    }
  }
  while (const auto line = input.next_line()) {
    EXPECT_EQ(next_line(), std::pair(std::string(line->text), line->byte));
  }
  EXPECT_EQ(next_line(), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(
    Bytes, InputCase,
    testing::Values(
        Case{"Empty", "", ""}, Case{"NoFinalNewline", "a\nb", "a|b|"},
        Case{"FinalNewline", "a\nb\n", "a|b|"}, Case{"EmptyLines", "\n\na\n", "||a|"},
        Case{"Crlf", "a\r\nb\r\n", "a|b|"}, Case{"Cr", "a\rb\r", "a|b|"},
        Case{"Nel", "a\u0085b", "a|b|"}, Case{"Mixed", "a\r\nb\nc\rd\u0085e", "a|b|c|d|e|"},
        Case{"Utf8Bom",
             "\xEF\xBB\xBF"
             "a\n",
             "a|"},
        Case{"BomAlone", "\xEF\xBB\xBF", ""},
        Case{"Utf16Little",
             "\xFF\xFE"
             "h\0\xE9\0\n\0\x3D\xD8\x00\xDE\r\0\n\0x\0"s,
             "hé|😀|x|"},
        Case{"Utf16Big", "\xFE\xFF\0h\0\n\0\xE9"s, "h|é|"},
        Case{"Utf16OddByte",
             "\xFF\xFE"
             "h\0x"s,
             "h\uFFFD|"},
        Case{"Utf16LoneSurrogate",
             "\xFF\xFE\x00\xDE"
             "a\0"s,
             "\uFFFDa|"},
        Case{"Windows1252", "caf\xE9 \x93q\x94\x85", "café “q”…|"},
        Case{"OneLineWindows1252", "caf\xC3\xA9\ncaf\xE9\n", "café|café|"},
        Case{"CutUtf8", "ok\nna\xC3", "ok|naÃ|"}, Case{"OverlongUtf8", "\xC0\xAF", "À¯|"},
        Case{"Mojibake", "it\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s\n", "it’s|"},
        Case{"Gzip", gzip("a\nb\n"), "a|b|"}, Case{"GzipOfNothing", gzip(""), ""},
        Case{"TwoGzipMembers", gzip("a\nb") + gzip("c\n"), "a|bc|"},
        Case{"GzipPaddedWithZeros", gzip("a\n") + std::string(600, '\0'), "a|"},
        Case{"Zstd", zstd("a\nb\n"), "a|b|"},
        Case{"TwoZstdFrames", zstd("a\n") + zstd("b\n"), "a|b|"},
        Case{"ZstdOfNothing", zstd(""), ""},
        Case{"ZstdBehindASkippableFrame", "\x5e\x2a\x4d\x18\x03\0\0\0pad"s + zstd("a\n"), "a|"},
        Case{"DeclaredEucJp", "<meta charset=\"EUC-JP\">\n\xa4\xab\xa4\xc5\n",
             "<meta charset=\"EUC-JP\">|\u304b\u3065|"},
        Case{"DeclaredShiftJis",
             "<META http-equiv=Content-Type content='text/html; charset=x-sjis'>\n"
             "\x82\xa9\x83\x5c\n",
             "<META http-equiv=Content-Type content='text/html; charset=x-sjis'>|"
             "\u304b\u30bd|"},
        Case{"DeclaredIso2022Jp", "<meta charset=iso-2022-jp>\n\x1b$B$+\x1b(B\n",
             "<meta charset=iso-2022-jp>|\u304b|"},
        Case{"DeclaredInXml", "<?xml version=\"1.0\" encoding='koi8-r'?>\n\xc4\xc1\n",
             "<?xml version=\"1.0\" encoding='koi8-r'?>|\u0434\u0430|"},
        Case{"DeclaredAndUtf8AllTheSame", "<meta charset=\"gb2312\">\n\u304b\n",
             "<meta charset=\"gb2312\">|\u304b|"},
        Case{"DeclaredAndUnknown", "<meta charset=\"none-such\">\n\xe9\n",
             "<meta charset=\"none-such\">|\u00e9|"},
        Case{"GzipOfUtf16",
             gzip("\xFF\xFE"
                  "h\0"s),
             "h|"}),
    case_name);

TEST(Input, TellsWhereEachLineBegins) {
  Collector collector;
  Input input("a",
              "\xEF\xBB\xBF"
              "ab\r\ncaf\xE9\n\nd",
              collector);
  const std::array<std::uint64_t, 4> begins = {3, 7, 12, 13};
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const auto line = input.next_line();
    ASSERT_TRUE(line);
    EXPECT_EQ(line->number, i + 1);
    EXPECT_EQ(line->byte, begins[i]);
  }
  EXPECT_FALSE(input.next_line());
}

TEST(Input, TellsWhereEachLineOfUtf16Begins) {
  Collector collector;
  Input input("a",
              "\xFF\xFE"
              "a\0\r\0\n\0\x3D\xD8\x00\xDE\n\0b\0"s,
              collector);
  EXPECT_EQ(input.next_line()->byte, 2U);
  EXPECT_EQ(input.next_line()->byte, 8U);
  EXPECT_EQ(input.next_line()->byte, 14U);
}

TEST(Input, BlockBehindALineGivesTheRest) {
  Collector collector;
  Input input("a", "one\r\ntwo\r\nthree", collector);
  EXPECT_EQ(input.next_line()->text, "one");
  const auto block = input.next_block();
  EXPECT_EQ(block->text, "two\nthree");
  EXPECT_EQ(block->line, 2U);
  EXPECT_EQ(block->byte_at(0), 5U);
  EXPECT_EQ(block->byte_at(4), 10U);
  EXPECT_FALSE(input.next_block());
}

TEST(Input, HeadDoesNotMoveReading) {
  Collector collector;
  Input input("a", "one\r\ntwo", collector);
  EXPECT_EQ(input.head(), "one\ntwo");
  EXPECT_EQ(input.next_line()->text, "one");
  EXPECT_EQ(input.head(), "one\ntwo");
}

TEST(Input, LinesLongerThanTheWindowComeWhole) {
  Collector collector;
  std::string text;
  for (int i = 0; i < 300'000; ++i) text += "wörter ";
  const std::string both = "first\n" + text + "\nlast";
  Input input("a", both, collector);
  EXPECT_EQ(input.next_line()->text, "first");
  const auto line = input.next_line();
  EXPECT_EQ(line->text, text);
  EXPECT_EQ(line->byte, 6U);
  const auto last = input.next_line();
  EXPECT_EQ(last->text, "last");
  EXPECT_EQ(last->number, 3U);
  EXPECT_EQ(last->byte, both.size() - 4);
  Input blocks("a", both, collector);
  EXPECT_EQ(join_blocks(blocks), both);
}

TEST(Input, LineEndsAtTheEdgeOfTheWindowAreOne) {
  for (const std::string end : {"\r\n", "\r", "\n", "\u0085"}) {
    std::string bytes;
    std::size_t count = 0;
    for (; bytes.size() < 600'000; ++count) bytes += std::string(count % 97, 'x') + end;
    Collector collector;
    Input input("a", bytes, collector);
    std::size_t lines = 0;
    for (; const auto line = input.next_line(); ++lines) {
      ASSERT_EQ(line->text.size(), lines % 97);
      ASSERT_EQ(line->number, lines + 1);
    }
    EXPECT_EQ(lines, count);
    Input blocks("a", bytes, collector);
    std::size_t line = 1;
    while (const auto block = blocks.next_block()) {
      ASSERT_EQ(block->line, line);
      line += static_cast<std::size_t>(std::ranges::count(block->text, '\n'));
    }
  }
}

TEST(Input, OverlongLineIsCutAndNamed) {
  Collector collector;
  Input input("a", "x\n" + std::string(Input::longest_line + 5, 'y') + "\nz", collector);
  input.next_line();
  EXPECT_EQ(input.next_line()->text.size(), Input::longest_line);
  EXPECT_EQ(input.next_line()->text, "z");
  ASSERT_EQ(collector.troubles.size(), 1U);
  EXPECT_EQ(collector.troubles[0].line, 2U);
  EXPECT_EQ(collector.troubles[0].what, "a line of 33554437 bytes");
}

TEST(Input, OverlongLineIsCutBehindAWholeCharacter) {
  Collector collector;
  std::string bytes = "x";
  while (bytes.size() < Input::longest_line + 10) bytes += "é";
  Input input("a", bytes, collector);
  EXPECT_EQ(input.next_line()->text.size(), Input::longest_line - 1);
}

TEST(Input, ForeignLinesAreReportedOnceWithTheFirstLineAndTheirCount) {
  Collector collector;
  Input input("a", "ok\nna\xEFve\nok\ncaf\xE9\n", collector);
  join_lines(input);
  ASSERT_EQ(collector.troubles.size(), 1U);
  EXPECT_EQ(collector.troubles[0].line, 2U);
  EXPECT_EQ(collector.troubles[0].what, "this line and 1 more are not UTF-8");
}

struct Damage {
  const char* name;
  std::string bytes;
  const char* what;
};
class InputDamage : public testing::TestWithParam<Damage> {};

TEST_P(InputDamage, IsReportedAndTheRestRead) {
  Collector collector;
  Input input("a", GetParam().bytes, collector);
  EXPECT_TRUE(join_lines(input).starts_with("line 1|line 2|"));
  ASSERT_EQ(collector.troubles.size(), 1U);
  EXPECT_TRUE(collector.troubles[0].what.starts_with(GetParam().what))
      << collector.troubles[0].what;
}

std::string many_lines() {
  std::string text;
  for (int i = 1; i < 20'000; ++i) text += "line " + std::to_string(i) + "\n";
  return text;
}
std::string cut(std::string bytes) { return bytes.substr(0, bytes.size() * 3 / 4); }
std::string spoil(std::string bytes) {
  for (std::size_t i = bytes.size() * 3 / 4; i < bytes.size() - 30; ++i) bytes[i] = 'U';
  return bytes;
}

INSTANTIATE_TEST_SUITE_P(
    Packed, InputDamage,
    testing::Values(
        Damage{"CutGzip", cut(gzip(many_lines())), "the gzip data is cut off"},
        Damage{"SpoiltGzip", spoil(gzip(many_lines())), "the gzip data is damaged"},
        Damage{"GzipWithMore", gzip(many_lines()) + "more", "there is something behind"},
        Damage{"CutZstd", cut(zstd(many_lines()) + zstd(many_lines())), "the zstd data is cut off"},
        Damage{"ZstdWithMore", zstd(many_lines()) + "more than", "the zstd data is damaged"}),
    case_name);

/// A file whose first lines have been read when somebody changes it.
class ChangedFile : public testing::Test {
 protected:
  void read_while(const std::function<void()>& change) {
    for (int i = 0; i < 10; ++i) std::ofstream(path_, std::ios::app) << many_lines();
    // A clock may tick as seldom as a hundred times a second.
    std::filesystem::last_write_time(
        path_, std::filesystem::last_write_time(path_) - std::chrono::hours(1));
    Input input(path_, collector_);
    ASSERT_TRUE(input.next_line());
    change();
    while (input.next_line()) ++lines_;
  }
  std::string trouble() const {
    return collector_.troubles.empty() ? "" : collector_.troubles.front().what;
  }

  TemporaryFolder folder_{};
  std::filesystem::path path_ = folder_ / "changed.txt";
  Collector collector_{};
  std::size_t lines_ = 0;
};

TEST_F(ChangedFile, IsToldWhenItShrinksAndWhatWasReadIsKept) {
  read_while([this] { std::filesystem::resize_file(path_, 1'000'000); });
  EXPECT_EQ(trouble(), "the file was cut short while it was read");
  EXPECT_EQ(collector_.troubles.front().remedy, "what comes before was read");
  EXPECT_EQ(collector_.troubles.front().path, path_.string());
  EXPECT_GT(lines_, 0U);
}

TEST_F(ChangedFile, IsToldWhenItGrows) {
  read_while([this] { std::ofstream(path_, std::ios::app) << "more\n"; });
  EXPECT_EQ(trouble(), "the file was written to while it was read");
}

TEST_F(ChangedFile, IsReadToItsEndWhenItVanishes) {
  read_while([this] { std::filesystem::remove(path_); });
  EXPECT_EQ(trouble(), "");
  EXPECT_EQ(lines_, 10 * 19'999 - 1U);
}

TEST(Input, KnowsBinaryFiles) {
  Collector collector;
  EXPECT_TRUE(Input("a", "PNG\0\0"s, collector).is_binary());
  EXPECT_TRUE(Input("a", "\xFF\xFE\0\0a\0\0\0"s, collector).is_binary());
  EXPECT_TRUE(Input("a", gzip("tar\0"s), collector).is_binary());
  EXPECT_FALSE(Input("a",
                     "\xFF\xFE"
                     "a\0"s,
                     collector)
                   .is_binary());
  EXPECT_FALSE(Input("a", "text", collector).is_binary());
  // What is encrypted may have no NUL at its beginning; text in an old charset is no such thing.
  std::string encrypted;
  for (unsigned int sign = 77, i = 0; i < 155; ++i) {
    sign = (sign * 1103515245U + 12345U) & 0x7FFFFFFFU;
    encrypted += static_cast<char>(std::max(1U, (sign >> 16U) & 0xFFU));
  }
  EXPECT_TRUE(Input("config", encrypted, collector).is_binary());
  EXPECT_FALSE(Input("a",
                     "Gr\xFC\xDF"
                     "e\x0C\n\xE4\x07\n und viele sch\xF6ne Tage",
                     collector)
                   .is_binary());
  EXPECT_FALSE(Input("a", "\x01\x02\x03", collector).is_binary()) << "UTF-8, however odd";
  EXPECT_TRUE(collector.troubles.empty());
}

TEST(Input, CountsTheBytesOfTheFile) {
  Collector collector;
  Input input("a", "one\r\ntwo\n", collector);
  join_lines(input);
  EXPECT_EQ(collector.progress, 9U);
}

TEST(Input, ThrowsForWhatCannotBeRead) {
  Collector collector;
  EXPECT_THROW(Input("/nowhere/at-all", collector), std::system_error);
  EXPECT_THROW(Input(testing::TempDir(), collector), std::system_error);
}

TEST(TextLines, KeepLinesAndTheirBytes) {
  Collector collector;
  Input input("a", "one\r\ntwo\r\n", collector);
  const TextLines lines = read_text(input);
  ASSERT_EQ(lines.count(), 2U);
  EXPECT_EQ(lines.line(1), "two");
  EXPECT_EQ(lines.bytes_in_file[1], 5U);
  EXPECT_EQ(lines.lines(0, 2), "one\ntwo\n");
}

TEST(TextLines, StopAtTheLimitAndSaySo) {
  Collector collector;
  Input input("a", "one\ntwo\nthree\n", collector);
  EXPECT_EQ(read_text(input, 8).count(), 2U);
  ASSERT_EQ(collector.troubles.size(), 1U);
  EXPECT_EQ(collector.troubles[0].line, 3U);
}

}  // namespace
}  // namespace answers
