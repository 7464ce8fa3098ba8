#include "corpus/translated/mailbox_reader.h"

#include "corpus/data/mail_message.h"
#include "corpus/input/input.h"
#include "tests/corpus/collector.h"

#include <gtest/gtest.h>

#include <string>

namespace answers {
namespace {

constexpr const char* list = R"(From ann@example.org Mon Jan  1 10:00:00 2024
From: =?utf-8?Q?Ann_B=C3=B6?= <ann@example.org>
Subject: [boats] How do I moor a dinghy?
Date: Mon, 1 Jan 2024 10:00:00 +0000
Message-ID: <1@example.org>
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

I have a sm=E5ll one.
--=20
Ann

From bob@example.org Mon Jan  1 11:00:00 2024
From: bob@example.org (Bob)
Subject: Re: [boats] How do I moor a dinghy?
Date: Mon, 1 Jan 2024 11:00:00 +0000
Message-ID: <2@example.org>
In-Reply-To: <1@example.org>
Content-Type: multipart/alternative; boundary="x"

A preamble.
--x
Content-Type: text/plain
Content-Transfer-Encoding: base64

VXNlIHR3byBsaW5lcy4KCk9uIE1vbiwgMSBKYW4gMjAyNCwgQW5uIHdyb3RlOgo+IEkgaGF2ZSBh
IHNtYWxsIG9uZS4K
--x
Content-Type: text/html

<p>Use <b>two</b> lines.</p>
--x--

From ann@example.org Mon Jan  1 12:00:00 2024
From: =?utf-8?Q?Ann_B=C3=B6?= <ann@example.org>
Subject: Re: [boats] How do I moor a dinghy?
Message-ID: <3@example.org>
References: <1@example.org> <2@example.org>

Thanks!

From eve@example.org Tue Jan  2 10:00:00 2024
From: Eve <eve@example.org>
Subject: Re: How do I moor a dinghy?
Message-ID: <4@example.org>

Ann wrote 2 days ago:
> I have a small one.

Or three.

>From the stern, too.

From eve@example.org Tue Jan  2 11:00:00 2024
From: Eve <eve@example.org>
Subject: Is the harbour open?
Message-ID: <5@example.org>

Anybody?
)";

std::string read(const std::string& text, Collector& heard) {
  Input input("list.mbox", text, heard);
  EXPECT_EQ(recognises_mailbox("list.mbox", input.head()), 97);
  read_mailbox(input);
  std::string all;
  for (const Record& record : heard.records)
    all += std::to_string(record.place.line) + " " + record.question + " | " + record.body +
           " => " + record.answer + " (" + record.author + ")\n";
  return all;
}

std::string read_message(const std::string& text, Collector& heard) {
  Input input("mail.eml", text, heard);
  EXPECT_EQ(recognises_mailbox("mail.eml", input.head()), 97);
  read_mailbox(input);
  std::string all;
  for (const Record& record : heard.records)
    all += std::to_string(record.place.line) + "-" + std::to_string(record.place.end_line) + " " +
           record.question + (record.body.empty() ? "" : " | " + record.body) + " => " +
           record.answer + "\n";
  return all;
}

TEST(Mailbox, AMessageThatHoldsQuestionsAndAnswersIsReadAsThem) {
  Collector heard;
  EXPECT_EQ(read_message("Return-Path: <ann@example.org>\n"
                         "Received: from a\n\tby b; Mon, 1 Jan 2024\n"
                         "From: Ann <ann@example.org>\n"
                         "Subject: Questions of the season\n"
                         "Content-Type: text/plain; charset=utf-8\n"
                         "Content-Transfer-Encoding: quoted-printable\n"
                         "\n"
                         "Q: Was ist die Gr=C3=B6=C3=9Fe?\n"
                         "A: Zehn Meter, ge=\nnau.\n"
                         "\n"
                         "Q: Und der Tiefgang?\n"
                         "A: Zwei.\n",
                         heard),
            "1-14 Was ist die Größe? => Zehn Meter, genau.\n1-14 Und der Tiefgang? => Zwei.\n");
  ASSERT_EQ(heard.records.size(), 2U);
  EXPECT_EQ(heard.records[0].author, "Ann");
}

TEST(Mailbox, AnAnswerToAMessageThatIsNotThereQuotesTheQuestion) {
  Collector heard;
  EXPECT_EQ(read_message("From: Bob <bob@example.org>\n"
                         "Subject: Re: How do I moor?\n"
                         "Date: Mon, 1 Jan 2024 11:00:00 +0000\n"
                         "\n"
                         "On Monday 1 January Ann wrote:\n"
                         "> > An older one.\n"
                         "> I have a small boat\n"
                         "> and no rope.\n"
                         "\n"
                         "Buy some.\n"
                         "-- \nBob\n",
                         heard),
            "1-12 How do I moor? | I have a small boat\nand no rope. => Buy some.\n");
}

TEST(Mailbox, WhatIsPlainBelowHeadersIsAText) {
  const std::string posted = "From: ann@example.org\nSubject: FAQ\nDate: x\n\nWhat is it?\n";
  EXPECT_EQ(recognises_mailbox("faq.txt", posted), 0);
  EXPECT_EQ(recognises_mailbox("faq.eml", posted), 97);
  EXPECT_EQ(recognises_mailbox("1704.a:2,S", "MIME-Version: 1.0\n" + posted), 97);
  EXPECT_EQ(recognises_mailbox("a.eml", "Dear Ann,\nwhat is it?\n"), 0);
}

TEST(Mailbox, WhatOthersAnswerIsAQuestion) {
  Collector heard;
  EXPECT_EQ(read(list, heard),
            "13 How do I moor a dinghy? | I have a småll one. => Use two lines. (Bob)\n"
            "42 How do I moor a dinghy? | I have a småll one. => Or three.\n\nFrom the stern, too. "
            "(Eve)\n");
  ASSERT_EQ(heard.unanswered.size(), 1U);
  EXPECT_EQ(heard.unanswered[0].question, "Is the harbour open?");
}

TEST(Mailbox, AListOfManyThreadsTakesNoMoreStepsThanItHasMessages) {
  std::string text;
  for (int i = 0; i < 30'000; ++i) {
    text += "From a@x Mon Jan  1 10:00:00 2024\nFrom: a@x\nSubject: How " + std::to_string(i) +
            "?\nMessage-ID: <" + std::to_string(i) + ">\n\nWell?\n\n";
  }
  Collector heard;
  read(text, heard);
  EXPECT_EQ(heard.unanswered.size(), 30'000U);
}

TEST(OwnWords, WhatIsQuotedBetweenThemStays) {
  EXPECT_EQ(
      own_words("On Monday, 1 Jan\nAnn <a@x> wrote:\n\n> First?\nYes.\n> Second?\nNo.\n-- \nBob\n"),
      "> First?\n\nYes.\n\n> Second?\n\nNo.");
  EXPECT_EQ(own_words("Yes.\n\nAnn wrote:\n> First?\n> Second?\n"), "Yes.");
  EXPECT_EQ(own_words("Two things:\n- a\n"), "Two things:\n- a");
}

TEST(MailMessageText, FlowedLinesAreParagraphs) {
  const std::string headers = "From: a@x\nSubject: s\nContent-Type: text/plain; ";
  const std::string body =
      "> How deep is \n> the keel?\n> \n>> it\n\nTwo metres, \nor so.\n-- \nAnn\n";
  EXPECT_EQ(mail_message(headers + "format=flowed\n\n" + body).text,
            "> How deep is the keel?\n>\n>> it\n\nTwo metres, or so.\n-- \nAnn\n");
  EXPECT_EQ(mail_message(headers + "format=flowed; delsp=yes\n\nTwo met \nres.\n").text,
            "Two metres.\n");
  EXPECT_EQ(mail_message(headers + "charset=utf-8\n\n" + body).text, body);
}

TEST(MailMessageText, WordsOfHeadersAreDecoded) {
  const MailMessage message = mail_message(
      "From: \"Ann\" <ANN@x.org>\nSubject: Re: [l] AW: =?iso-8859-1?Q?Gr=FC=DFe?= "
      "=?utf-8?B?4pyT?=\n\nhi");
  EXPECT_EQ(message.subject, "Grüße✓");
  EXPECT_TRUE(message.is_reply);
  EXPECT_EQ(message.author, "Ann");
  EXPECT_EQ(message.address, "ann@x.org");
}

}  // namespace
}  // namespace answers
