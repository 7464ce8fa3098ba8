#include "tests/bench/made_collections.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <ostream>
#include <random>
#include <string>
#include <vector>

namespace answers::bench {
namespace {

constexpr std::string_view things[] = {
    "the cache",          "a gradient",
    "the random forest",  "an index",
    "the kernel",         "a hash map",
    "the optimiser",      "a transaction",
    "the encoder",        "a regular expression",
    "the garbage heap",   "a decision tree",
    "the loss",           "a web worker",
    "the learning rate",  "a join",
    "the tokenizer",      "a mutex",
    "the prior",          "a covariance matrix",
    "the event loop",     "a view",
    "the validation set", "a closure",
    "the attention head", "a B-tree",
    "the scheduler",      "a stop word",
    "the embedding",      "a page fault",
};

constexpr std::string_view questions[] = {
    "What is {} and when would you use it?",
    "How does {} differ from {}?",
    "Why does {} matter more than {} for large inputs?",
    "When should {} be replaced by {}?",
    "Can {} be used together with {}, and what does it cost?",
    "How would you explain {} to somebody who only knows {}?",
    "Which problems of {} are solved by `{}`?",
    "What happens to {} after a restart?",
};

constexpr std::string_view sentences[] = {
    "In practice {} is chosen because it keeps {} small, and small things are easy to reason "
    "about.",
    "That is only half of the story: {} has to be rebuilt whenever {} changes.",
    "Most people meet {} first when a program that worked yesterday takes ten times as long today.",
    "The usual advice is to measure {} before and after, on the same machine and with the same "
    "data.",
    "It trades memory for time; with {} the trade is the other way round.",
    "Two things follow: {} grows with the logarithm of the input, {} grows with its square.",
    "A value of 0.5 – 0.9 works well, while anything above 1.0 makes {} diverge.",
    "See also the chapter on {}, where the same idea is called “{}”.",
    "There is no free lunch, and {} is no exception.",
    "If {} fails, nothing is lost, since {} can be made anew from the log.",
};

/// Made-up prose. Each form has one of its own, so that its text depends on nothing else.
class Prose {
 public:
  std::string question() { return filled(one_of(questions)); }
  std::string sentence() { return filled(one_of(sentences)); }
  std::string word() {
    const std::string_view thing = one_of(things);
    return std::string(thing.substr(thing.rfind(' ') + 1));
  }
  std::string paragraph() {
    std::string text = sentence();
    for (std::size_t more = below(4); more > 0; --more) text += ' ' + sentence();
    return text;
  }
  /// True once in `times`.
  bool once_in(std::size_t times) { return below(times) == 0; }
  std::size_t below(std::size_t limit) { return random_() % limit; }

 private:
  template <std::size_t Size>
  std::string_view one_of(const std::string_view (&choice)[Size]) {
    return choice[below(Size)];
  }
  std::string filled(std::string_view text) {
    std::string result;
    for (std::size_t hole = 0; (hole = text.find("{}")) != std::string_view::npos;) {
      result.append(text.substr(0, hole)).append(one_of(things));
      if (once_in(2)) result.append(" of ").append(one_of(things));
      text.remove_prefix(hole + 2);
    }
    return result.append(text);
  }

  std::minstd_rand random_{20261122};
};

/// Lines of at most 76 columns, each behind `margin`.
std::string wrapped(std::string_view text, std::string_view margin) {
  constexpr std::size_t columns = 76;
  std::string result;
  while (!text.empty()) {
    std::size_t end = text.size();
    if (end > columns - margin.size()) {
      end = text.rfind(' ', columns - margin.size());
      if (end == std::string_view::npos) end = text.size();
    }
    result.append(margin).append(text.substr(0, end)) += '\n';
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return result;
}

constexpr std::string_view code =
    "def read(path):\n    with open(path) as lines:\n        return [line.split() for line in "
    "lines "
    "if line < \"z\" && line]\n";

std::string markdown_answer(Prose& prose) {
  std::string text = prose.paragraph() + "\n\n";
  if (prose.once_in(3))
    text += "- **" + prose.word() + "**: " + prose.sentence() + "\n- " + prose.sentence() +
            "\n- `" + prose.word() + "()`: " + prose.sentence() + "\n\n";
  if (prose.once_in(3)) text.append("```python\n").append(code).append("```\n\n");
  if (prose.once_in(2))
    text += prose.sentence() + " Read [" + prose.word() + "](https://example.org/" + prose.word() +
            ") on it.\n\n";
  return text;
}

void write_markdown(std::ostream& to, std::size_t bytes) {
  Prose prose;
  to << "# Interview questions\n\n";
  for (std::size_t written = 0, number = 1; written < bytes; number = number % 40 + 1) {
    std::string text;
    if (number == 1) text += "## " + prose.word() + " and " + prose.word() + "\n\n";
    text += fmt::format("### {}. {}\n\n", number, prose.question()) + markdown_answer(prose);
    to << text;
    written += text.size();
  }
}

std::string html_answer(Prose& prose, std::string_view line_end) {
  std::string text = fmt::format("<p>{}</p>{}{}", prose.paragraph(), line_end, line_end);
  if (prose.once_in(3))
    text += fmt::format("<ul>{0}<li><strong>{1}</strong> {2}</li>{0}<li>{3}</li>{0}</ul>{0}{0}",
                        line_end, prose.word(), prose.sentence(), prose.sentence());
  if (prose.once_in(3))
    text += fmt::format(
        "<pre><code>for (int i = 0; i &lt; n &amp;&amp; !done; ++i) {{{0}    {1}[i] = "
        "{2}(i);{0}}}{0}</code></pre>{0}{0}",
        line_end, prose.word(), prose.word());
  if (prose.once_in(2))
    text += fmt::format(
        "<p>{} See <a href=\"https://example.org/{}\" rel=\"nofollow\">{}</a> and "
        "<code>{}</code>.</p>{}",
        prose.sentence(), prose.word(), prose.word(), prose.word(), line_end);
  return text;
}

std::string escaped_xml(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '&':
        result += "&amp;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\n':
        result += "&#xA;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

void write_posts(std::ostream& to, std::size_t bytes) {
  Prose prose;
  to << "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<posts>\n";
  for (std::size_t written = 0, number = 1; written < bytes; ++number) {
    const std::size_t question = number;
    std::string text = fmt::format(
        "  <row Id=\"{}\" PostTypeId=\"1\" AcceptedAnswerId=\"{}\" "
        "CreationDate=\"2015-01-27T20:09:32.720\" Score=\"{}\" ViewCount=\"130\" Body=\"{}\" "
        "OwnerUserId=\"4\" LastActivityDate=\"2015-03-05T19:51:01.263\" Title=\"{}\" "
        "Tags=\"&lt;{}&gt;&lt;{}&gt;\" AnswerCount=\"2\" CommentCount=\"4\" />\n",
        number, number + 1, prose.below(90), escaped_xml(html_answer(prose, "\n")),
        escaped_xml(prose.question()), prose.word(), prose.word());
    for (int answer = 0; answer < 2; ++answer) {
      text += fmt::format(
          "  <row Id=\"{}\" PostTypeId=\"2\" ParentId=\"{}\" "
          "CreationDate=\"2015-01-27T20:13:58.610\" Score=\"{}\" Body=\"{}\" OwnerUserId=\"8\" "
          "LastActivityDate=\"2015-01-27T21:13:20.537\" CommentCount=\"5\" />\n",
          ++number, question, prose.below(40), escaped_xml(html_answer(prose, "\n")));
    }
    to << text;
    written += text.size();
  }
  to << "</posts>\n";
}

void write_html(std::ostream& to, std::size_t bytes) {
  Prose prose;
  to << "<!DOCTYPE html>\n<html lang=\"en\"><head><meta "
        "charset=\"utf-8\"><title>FAQ</title></head>\n<body>\n<h1>Frequently asked "
        "questions</h1>\n";
  for (std::size_t written = 0, number = 1; written < bytes; ++number) {
    const std::string text = fmt::format("<h3 id=\"q{}\">{}</h3>\n{}", number, prose.question(),
                                         html_answer(prose, "\n"));
    to << text;
    written += text.size();
  }
  to << "</body>\n</html>\n";
}

void write_plain_text(std::ostream& to, std::size_t bytes) {
  Prose prose;
  to << "Frequently Asked Questions\n\n";
  for (std::size_t written = 0, number = 1; written < bytes; ++number) {
    std::string text = wrapped(fmt::format("{}. {}", number, prose.question()), "") + '\n';
    for (std::size_t paragraphs = 1 + prose.below(2); paragraphs > 0; --paragraphs)
      text += wrapped(prose.paragraph(), "   ") + '\n';
    to << text;
    written += text.size();
  }
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + '"';
}

void write_csv(std::ostream& to, std::size_t bytes) {
  Prose prose;
  to << "question,answer,tags\n";
  for (std::size_t written = 0; written < bytes;) {
    const std::string text =
        quoted(prose.question()) + ',' + quoted(markdown_answer(prose)) + ',' + prose.word() + '\n';
    to << text;
    written += text.size();
  }
}

void write_tsv(std::ostream& to, std::size_t bytes) {
  Prose prose;
  to << "question\tanswer\ttags\n";
  for (std::size_t written = 0; written < bytes;) {
    const std::string text =
        prose.question() + '\t' + prose.paragraph() + '\t' + prose.word() + '\n';
    to << text;
    written += text.size();
  }
}

void write_anki(std::ostream& to, std::size_t bytes) {
  Prose prose;
  to << "#separator:tab\n#html:true\n#tags column:3\n";
  for (std::size_t written = 0; written < bytes;) {
    const std::string text = fmt::format("{}\t<div>{}<br>{}</div>\t{}\n", prose.question(),
                                         prose.paragraph(), prose.sentence(), prose.word());
    to << text;
    written += text.size();
  }
}

std::string json_string(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '\n') {
      result += "\\n";
    } else {
      if (c == '"' || c == '\\') result += '\\';
      result += c;
    }
  }
  return result + '"';
}

std::string json_object(Prose& prose) {
  return fmt::format(R"({{"question": {}, "answer": {}, "tags": ["{}"]}})",
                     json_string(prose.question()), json_string(markdown_answer(prose)),
                     prose.word());
}

void write_json_lines(std::ostream& to, std::size_t bytes) {
  Prose prose;
  for (std::size_t written = 0; written < bytes;) {
    const std::string text = json_object(prose) + '\n';
    to << text;
    written += text.size();
  }
}

void write_json(std::ostream& to, std::size_t bytes) {
  Prose prose;
  to << "[\n";
  for (std::size_t written = 0; written < bytes;) {
    const std::string text = (written > 0 ? ",\n  " : "  ") + json_object(prose);
    to << text;
    written += text.size();
  }
  to << "\n]\n";
}

void write_yaml(std::ostream& to, std::size_t bytes) {
  Prose prose;
  to << "title: Frequently asked questions\nquestions:\n";
  for (std::size_t written = 0; written < bytes;) {
    const std::string text =
        fmt::format("  - question: {}\n    answer: |\n{}", json_string(prose.question()),
                    wrapped(prose.paragraph(), "      "));
    to << text;
    written += text.size();
  }
}

void write_notebook(std::ostream& to, std::size_t bytes) {
  Prose prose;
  to << "{\n \"cells\": [\n";
  for (std::size_t written = 0, number = 1; written < bytes; number = number % 100 + 1) {
    const std::string text = fmt::format(
        "{}  {{\n   \"cell_type\": \"markdown\",\n   \"metadata\": {{}},\n   \"source\": [\n    "
        "{},\n    \"\\n\",\n    {}\n   ]\n  }},\n"
        "  {{\n   \"cell_type\": \"code\",\n   \"execution_count\": null,\n   \"metadata\": "
        "{{}},\n   \"outputs\": [],\n   \"source\": [\n    {}\n   ]\n  }}",
        written > 0 ? ",\n" : "",
        json_string(fmt::format("#### {}. {}\n", number, prose.question())),
        json_string(prose.paragraph()), json_string(code));
    to << text;
    written += text.size();
  }
  to << "\n ],\n \"metadata\": {\"language_info\": {\"name\": \"python\"}},\n \"nbformat\": 4,\n "
        "\"nbformat_minor\": 4\n}\n";
}

/// Titles with a sign of the form before or a row of signs below them, and wrapped paragraphs.
void write_titled(std::ostream& to, std::size_t bytes, std::string_view head,
                  std::string_view before, char below, std::string_view code_begin,
                  std::string_view code_end, std::string_view code_margin) {
  Prose prose;
  to << head;
  for (std::size_t written = 0; written < bytes;) {
    const std::string title = prose.question();
    std::string text = std::string(before) + title + '\n';
    if (below != '\0') text += std::string(title.size(), below) + '\n';
    text += '\n' + wrapped(prose.paragraph(), "") + '\n';
    if (prose.once_in(3))
      text.append(code_begin).append(wrapped(prose.sentence(), code_margin)).append(code_end);
    to << text;
    written += text.size();
  }
}

void write_rst(std::ostream& to, std::size_t bytes) {
  write_titled(to, bytes,
               "==========================\nFrequently asked "
               "questions\n==========================\n\n.. contents::\n\n",
               "", '-', "::\n\n", "\n", "    ");
}
void write_org(std::ostream& to, std::size_t bytes) {
  write_titled(to, bytes, "#+TITLE: Frequently asked questions\n\n* Questions\n", "** ", '\0',
               "#+begin_src sh\n", "#+end_src\n\n", "");
}
void write_asciidoc(std::ostream& to, std::size_t bytes) {
  write_titled(to, bytes, "= Frequently asked questions\n:toc:\n\n", "== ", '\0', "----\n",
               "----\n\n", "");
}
void write_pod(std::ostream& to, std::size_t bytes) {
  write_titled(to, bytes, "=head1 NAME\n\nfaq - frequently asked questions\n\n=head1 QUESTIONS\n\n",
               "=head2 ", '\0', "", "\n", "    ");
}

void write_trivia(std::ostream& to, std::size_t bytes) {
  Prose prose;
  for (std::size_t written = 0; written < bytes;) {
    const std::string right = prose.word();
    const std::string text =
        fmt::format("#Q {}\n^ {}\nA {}\nB {}\nC {}\nD {}\n\n", prose.question(), right, right,
                    prose.sentence(), prose.sentence(), prose.sentence());
    to << text;
    written += text.size();
  }
}

constexpr Form table[] = {
    {"markdown", "faq.md", false, write_markdown},
    {"plain_text", "faq.txt", false, write_plain_text},
    {"stack_exchange", "Posts.xml", true, write_posts},
    {"html", "faq.html", false, write_html},
    {"csv", "cards.csv", true, write_csv},
    {"tsv", "cards.tsv", true, write_tsv},
    {"anki", "deck.txt", true, write_anki},
    {"json_lines", "pairs.jsonl", true, write_json_lines},
    {"json", "pairs.json", true, write_json},
    {"yaml", "faq.yml", false, write_yaml},
    {"notebook", "faq.ipynb", false, write_notebook},
    {"rst", "faq.rst", false, write_rst},
    {"org", "faq.org", false, write_org},
    {"asciidoc", "faq.adoc", false, write_asciidoc},
    {"pod", "faq.pod", false, write_pod},
    {"trivia", "trivia.txt", true, write_trivia},
};

}  // namespace

std::span<const Form> forms() { return table; }

}  // namespace answers::bench
