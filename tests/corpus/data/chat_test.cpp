// What is asked and answered in chats between people, in the forms that they are exported in.
#include "corpus/fields/chat.h"

#include "corpus/input/input.h"
#include "corpus/reader.h"
#include "tests/corpus/collector.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace answers {
namespace {

/// "line-end question => answer (author) body=…", and "line question ?" of what has no answer.
std::string shown(const Collector& heard) {
  std::string all;
  for (const Record& record : heard.records) {
    all += std::to_string(record.place.line) + "-" + std::to_string(record.place.end_line) + " " +
           record.question + " => " + record.answer + " (" + record.author + ")";
    if (!record.body.empty()) all += " body=" + record.body;
    all += '\n';
  }
  for (const Record& record : heard.unanswered)
    all += std::to_string(record.place.line) + " " + record.question + " ?\n";
  return all;
}

std::string read_as(const std::string& name, const std::string& text) {
  const TemporaryFolder folder;
  write_file(folder / name, text);
  Collector heard;
  read_file(folder / name, heard);
  return shown(heard);
}

struct Export {
  const char* name;
  const char* file;
  const char* text;
  const char* records;
};

class ChatExport : public testing::TestWithParam<Export> {};

TEST_P(ChatExport, IsReadIntoWhatWasAskedAndAnswered) {
  EXPECT_EQ(read_as(GetParam().file, GetParam().text), GetParam().records);
}

INSTANTIATE_TEST_SUITE_P(
    Logs, ChatExport,
    testing::Values(
        Export{"WhatsAppOfAnIPhone", "_chat.txt",
               "[01/02/24, 9:00:12\u202fPM] Club: \u200eMessages are end-to-end encrypted.\n"
               "[01/02/24, 9:41:12\u202fPM] Ann: Where is the key of the boat house?\n"
               "[01/02/24, 9:43:02\u202fPM] ~\u202fBob: In the red box\nbehind the door\n"
               "[01/02/24, 9:43:30\u202fPM] ~\u202fBob: The lid is stiff\n"
               "\u200e[01/02/24, 9:44:00\u202fPM] Ann: \u200eimage omitted\n"
               "[01/02/24, 9:44:10\u202fPM] Ann: Thanks!\n",
               "2-5 Where is the key of the boat house? => In the red box\nbehind the door\n\n"
               "The lid is stiff (Bob)\n"},
        Export{"WhatsAppOfAnAndroidInGerman", "WhatsApp-Chat.txt",
               "01.02.24, 21:41 - Anna hat die Gruppe erstellt.\n"
               "01.02.24, 21:41 - Anna: Wann f\u00e4ngt das Training am Montag an?\n"
               "01.02.24, 21:42 - +49 170 0000: Um 18 Uhr\n"
               "01.02.24, 21:43 - Anna: <Medien ausgeschlossen>\n",
               "2-3 Wann f\u00e4ngt das Training am Montag an? => Um 18 Uhr (+49 170 0000)\n"},
        Export{"WhatsAppInItalianWithDots", "chat.txt",
               "01/02/24, 21.41 - Anna: Dove si trova la chiave?\n"
               "01/02/24, 21.42 - Ugo: Nella scatola rossa\n"
               "01/02/24, 21.50 - Anna: Grazie\n",
               "1-2 Dove si trova la chiave? => Nella scatola rossa (Ugo)\n"},
        Export{"SignalAsMarkdown", "chat.md",
               "[2024-02-01 21:41:12] Me: Which paint holds on steel?\n\n"
               "[2024-02-01 21:45:12] Bob: Two-part epoxy\n\n[2024-02-01 21:46:12] Me: ok\n",
               "1-3 Which paint holds on steel? => Two-part epoxy (Bob)\n"},
        Export{"ZoomWithEverybodyNamed", "meeting_saved_chat.txt",
               "10:01:12 From Ann To Everyone:\n\tWill the slides be shared afterwards?\n"
               "10:02:00 From Bob To Everyone:\n\tYes, by mail\n10:02:30 From Ann To Bob:\n\tthx\n",
               "1-4 Will the slides be shared afterwards? => Yes, by mail (Bob)\n"},
        Export{
            "IrcWhereNamesSayWhoIsMeant", "help.log",
            "[10:01] <ann> how do I mount an image without root?\n"
            "[10:02] *** carl has joined #help\n[10:02] <carl> morning everybody out there\n"
            "[10:03] <dora> does anybody know why grub shows no menu?\n"
            "[10:03] <bob> ann: fuseiso does that\n[10:03] <ann> bob: thanks\n"
            "[10:05] <bob> dora: hold shift while it boots\n[10:05] <bob> dora: or set a timeout\n"
            "[10:06] <dora> bob: which file is that in?\n",
            "1-5 how do I mount an image without root? => fuseiso does that (bob)\n"
            "4-8 does anybody know why grub shows no menu? => hold shift while it boots\n\n"
            "or set a timeout (bob)\n9 which file is that in? ?\n"},
        Export{"WeechatInColumns", "irc.weechatlog",
               "2024-02-01 10:01:12\tann\thow do I list open ports?\n"
               "2024-02-01 10:01:14\t-->\tbob (b@x) has joined #help\n"
               "2024-02-01 10:02:12\t@bob\tss -tlnp\n2024-02-01 10:03:12\tann\tthanks\n",
               "1-3 how do I list open ports? => ss -tlnp (bob)\n"},
        Export{"ALogOfAProgramIsNone", "server.log",
               "2024-02-01 10:01:12 INFO: what is up with the disk?\n"
               "2024-02-01 10:01:14 ERROR: nothing\n2024-02-01 10:02:12 WARN: full\n",
               ""}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Json, ChatExport,
    testing::Values(
        Export{"TelegramByReplies", "result.json",
               R"({"name":"Boats","type":"private_group","id":1,"messages":[
{"id":1,"type":"service","date":"2024-01-01T10:00:00","actor":"Ann","actor_id":"user1","action":"create_group","text":""},
{"id":2,"type":"message","date":"2024-01-01T10:01:00","from":"Ann","from_id":"user1","text":["How is a ",{"type":"code","text":"bowline"}," tied?"]},
{"id":3,"type":"message","date":"2024-01-01T10:02:00","from":"Eve","from_id":"user3","text":"Who brings the sails on Sunday?"},
{"id":4,"type":"message","date":"2024-01-01T10:03:00","from":"Bob","from_id":"user2","reply_to_message_id":2,"text":"Up through the hole, round the tree."},
{"id":5,"type":"message","date":"2024-01-01T10:04:00","from":"Ann","from_id":"user1","reply_to_message_id":4,"text":"👍"},
{"id":6,"type":"message","date":"2024-01-01T10:05:00","from":"Dan","from_id":"user4","reply_to_message_id":4,"text":"And back down the hole."}]})",
               "3-5 How is a `bowline` tied? => Up through the hole, round the tree. (Bob)\n"
               "3-7 How is a `bowline` tied? => And back down the hole. (Dan)\n"
               "4 Who brings the sails on Sunday? ?\n"},
        Export{
            "SlackByThreads", "2024-01-01.json",
            R"([{"type":"message","subtype":"channel_join","user":"U1","text":"<@U1> has joined the channel","ts":"1704103200.0001"},
{"user":"U1","type":"message","ts":"1704103260.0002","text":"Where is the guide for &lt;boats&gt;?","thread_ts":"1704103260.0002","user_profile":{"real_name":"Ann","display_name":""}},
{"user":"U3","type":"message","ts":"1704103270.0002","text":"Lunch?"},
{"user":"U2","type":"message","ts":"1704103280.0002","text":"See <https://example.org/b|the guide>, <@U1>","thread_ts":"1704103260.0002","user_profile":{"real_name":"Bob"}},
{"user":"U1","type":"message","ts":"1704103290.0002","text":"ty","thread_ts":"1704103260.0002"}])",
            "2-4 Where is the guide for <boats>? => See [the guide](https://example.org/b), @U1 "
            "(Bob)\n"},
        Export{"DiscordAsItsExporterWritesIt", "general.json",
               R"({"guild":{"name":"Club"},"channel":{"name":"general"},"messages":[
{"id":"1","type":"Default","timestamp":"2024-01-01T10:00:00+00:00","content":"How often is the hull painted?","author":{"id":"7","name":"ann","nickname":"Ann","isBot":false}},
{"id":"2","type":"GuildMemberJoin","timestamp":"2024-01-01T10:01:00+00:00","content":"Joined the server.","author":{"id":"8","name":"eve","nickname":"Eve"}},
{"id":"3","type":"Reply","timestamp":"2024-01-01T10:02:00+00:00","content":"Every spring","author":{"id":"9","name":"bob","nickname":null},"reference":{"messageId":"1"}}]})",
               "2-4 How often is the hull painted? => Every spring (bob)\n"},
        Export{"ZulipByTopics", "messages-000001.json",
               R"({"result":"success","messages":[
{"id":1,"sender_full_name":"Ann","timestamp":1704103200,"subject":"hull","content":"<p>Which primer goes on <em>aluminium</em>?</p>"},
{"id":2,"sender_full_name":"Eve","timestamp":1704103260,"subject":"food","content":"<p>Soup is ready</p>"},
{"id":3,"sender_full_name":"Bob","timestamp":1704103320,"subject":"hull","content":"<p>An etching one</p>"}]})",
               "2-4 Which primer goes on aluminium? => An etching one (Bob)\n"},
        Export{"MessengerWithTheNewestFirst", "message_1.json",
               R"({"participants":[{"name":"Ann"}],"messages":[
{"sender_name":"Ann","timestamp_ms":1704103400000,"content":"Danke!"},
{"sender_name":"J\u00c3\u00b6rg","timestamp_ms":1704103300000,"content":"Im gr\u00c3\u00bcnen Ordner"},
{"sender_name":"Ann","timestamp_ms":1704103200000,"content":"Wo liegt der Vertrag vom Boot?"}]})",
               "4-4 Wo liegt der Vertrag vom Boot? => Im gr\u00fcnen Ordner (J\u00f6rg)\n"},
        Export{"GoogleChat", "messages.json",
               R"({"messages":[
{"creator":{"name":"Ann"},"created_date":"Monday, 1 January 2024 at 10:00:00 UTC","text":"Who has the keys of the shed?","topic_id":"t1","message_id":"s/t1/t1"},
{"creator":{"name":"Eve"},"created_date":"Monday, 1 January 2024 at 10:01:00 UTC","text":"Good evening to all of you","topic_id":"t2","message_id":"s/t2/t2"},
{"creator":{"name":"Bob"},"created_date":"Monday, 1 January 2024 at 10:02:00 UTC","text":"The harbour master","topic_id":"t1","message_id":"s/t1/m2"}]})",
               "2-4 Who has the keys of the shed? => The harbour master (Bob)\n"},
        Export{"TeamsAsItsServiceGivesIt", "teams.json",
               R"({"value":[
{"id":"2","replyToId":"1","messageType":"message","createdDateTime":"2024-01-01T10:05:00Z","from":{"user":{"displayName":"Bob"}},"body":{"contentType":"html","content":"<div>Room <b>12</b></div>"}},
{"id":"1","messageType":"message","createdDateTime":"2024-01-01T10:00:00Z","from":{"user":{"displayName":"Ann"}},"body":{"contentType":"text","content":"Where is the meeting today?"}}]})",
               "3-3 Where is the meeting today? => Room **12** (Bob)\n"},
        Export{"MatrixByRelations", "export.json",
               R"({"room_name":"Boats","messages":[
{"type":"m.room.message","sender":"@ann:x","origin_server_ts":1704103200000,"event_id":"$1","content":{"msgtype":"m.text","body":"What does the red flag mean?"}},
{"type":"m.room.member","sender":"@eve:x","origin_server_ts":1704103210000,"event_id":"$2","content":{"membership":"join"}},
{"type":"m.room.message","sender":"@bob:x","origin_server_ts":1704103220000,"event_id":"$3","content":{"msgtype":"m.text","body":"No swimming","m.relates_to":{"m.in_reply_to":{"event_id":"$1"}}}}]})",
               "2-4 What does the red flag mean? => No swimming (@bob:x)\n"}),
    case_name);

INSTANTIATE_TEST_SUITE_P(
    Pages, ChatExport,
    testing::Values(
        Export{
            "Telegram", "messages.html",
            R"(<!DOCTYPE html><html><body><div class="page_header"><div class="text bold">Boats</div></div>
<div class="message service" id="message-1"><div class="body details">1 January 2024</div></div>
<div class="message default clearfix" id="message2"><div class="body">
<div class="pull_right date details" title="01.01.2024 10:00:00">10:00</div>
<div class="from_name">Ann </div><div class="text">How is a <code>bowline</code> tied?</div></div></div>
<div class="message default clearfix joined" id="message3"><div class="body"><div class="text">The simple one</div></div></div>
<div class="message default clearfix" id="message4"><div class="body"><div class="from_name">Bob</div>
<div class="reply_to details">In reply to <a href="#go_to_message2">this message</a></div>
<div class="text">Up through the hole.</div></div></div></body></html>)",
            "3-9 How is a `bowline` tied? => Up through the hole. (Bob) body=The simple one\n"},
        Export{
            "Discord", "general.html",
            R"page(<!DOCTYPE html><html><head><style>.chatlog__author{} .chatlog__content{} .chatlog__timestamp{}</style></head><body>
<div id=chatlog__message-container-11 class=chatlog__message-container data-message-id=11><div class=chatlog__message>
<div class=chatlog__header><span class=chatlog__author title=ann>Ann</span> <span class=chatlog__timestamp title="Monday">today</span></div>
<div class="chatlog__content chatlog__markdown"><span class=chatlog__markdown-preserve>How often is the hull painted?</span></div></div></div>
<div id=chatlog__message-container-12 class=chatlog__message-container data-message-id=12><div class=chatlog__message>
<div class=chatlog__reply><div class=chatlog__reply-author title=ann>Ann</div><div class=chatlog__reply-content><span class=chatlog__reply-link onclick="scrollToMessage(event, '11')">How often</span></div></div>
<div class=chatlog__header><span class=chatlog__author title=bob>Bob</span></div>
<div class="chatlog__content chatlog__markdown">Every spring</div></div></div></body></html>)page",
            "2-8 How often is the hull painted? => Every spring (Bob)\n"},
        Export{
            "FacebookWithTheNewestFirst", "message_1.html",
            R"(<html><body><div class="pam _a6-g"><div class="_2ph_ _a6-h">Bob</div><div class="_2ph_ _a6-p"><div><div></div><div>In the red box</div></div></div><div class="_a6-o">Jan 1</div></div>
<div class="pam _a6-g"><div class="_2ph_ _a6-h">Ann</div><div class="_2ph_ _a6-p"><div><div></div><div>Where is the key of the shed?</div></div></div><div class="_a6-o">Jan 1</div></div></body></html>)",
            "2-2 Where is the key of the shed? => In the red box (Bob)\n"},
        Export{
            "FacebookWithBlanksBetweenClasses", "message_1.html",
            R"(<html><body><div class="pam _a6-g"><div class="_2ph_  _a6-h">Bob</div><div class="_2ph_  _a6-p"><div><div></div><div>In the red box</div></div></div><div class="_a6-o">Jan 1</div></div>
<div class="pam _a6-g"><div class="_2ph_  _a6-h">Ann</div><div class="_2ph_  _a6-p"><div><div></div><div>Where is the key of the shed?</div></div></div><div class="_a6-o">Jan 1</div></div></body></html>)",
            "2-2 Where is the key of the shed? => In the red box (Bob)\n"}),
    case_name);

struct Said {
  const char* author;
  const char* text;
  int minute = 0;
};

std::string talk(std::initializer_list<Said> messages) {
  Collector heard;
  Chat chat(heard, {});
  std::size_t line = 0;
  for (const Said& said : messages) {
    ChatMessage message;
    message.author = said.author;
    message.text = said.text;
    message.minute = said.minute;
    ++line;
    message.place = {"chat", line, line, line, line + 1};
    chat.add(std::move(message));
  }
  chat.finish();
  return shown(heard);
}

TEST(Chat, WhoAskedSaysMoreUntilAnotherAnswers) {
  EXPECT_EQ(
      talk({{"ann", "How do I reach the harbour by train?"},
            {"ann", "I come from the north"},
            {"bob", "Line 4"},
            {"ann", "thanks"},
            {"bob", "It is a nice day"}}),
      "1-3 How do I reach the harbour by train? => Line 4 (bob) body=I come from the north\n");
}

TEST(Chat, AQuestionAboutTheQuestionLeavesItOpen) {
  EXPECT_EQ(talk({{"ann", "How do I reset my radio set?"},
                  {"bob", "Which one?"},
                  {"ann", "The blue one"},
                  {"bob", "Hold both buttons"}}),
            "1-4 How do I reset my radio set? => Hold both buttons (bob) body=The blue one\n");
}

TEST(Chat, WithoutAQuestionMarkAStatementIsNoQuestion) {
  EXPECT_EQ(talk({{"ann", "Would be nice to meet on Sunday"}, {"bob", "The sea is calm"}}), "");
}

TEST(Chat, WhatIsSaidMuchLaterAnswersNothing) {
  EXPECT_EQ(talk({{"ann", "Where is the key of the shed?", 0}, {"bob", "The sea is calm", 600}}),
            "1 Where is the key of the shed? ?\n");
}

TEST(Chat, CourtesyNeitherAsksNorAnswers) {
  EXPECT_EQ(talk({{"ann", "Hello, how are you?"},
                  {"bob", "Fine"},
                  {"bob", "What's the tide today?"},
                  {"ann", "Good question"},
                  {"ann", "Low at noon"}}),
            "3-5 What's the tide today? => Low at noon (ann)\n");
}

TEST(Chat, OfALongMessageTheSentenceThatAsksIsTheQuestion) {
  const std::string story =
      "I bought the boat in spring and have sailed it every week since then. Now water stands in "
      "the bilge after each trip, although nothing drips. Where should I look first? It is made of "
      "wood and rather old.";
  EXPECT_EQ(talk({{"ann", story.c_str()}, {"bob", "At the stern tube"}}),
            "1-2 Where should I look first? => At the stern tube (bob) body=" + story + "\n");
}

TEST(Chat, AsLongAsItIsItIsReadInOnePass) {
  Collector heard;
  Chat chat(heard, {});
  for (std::size_t i = 1; i <= 100'000; ++i) {
    ChatMessage message;
    message.author = i % 3 == 0 ? "ann" : "bob";
    message.text = i % 2 == 0 ? "Is this the line of number " + std::to_string(i) + "?" : "No";
    message.id = std::to_string(i);
    message.place = {"chat", i, i, i, i + 1};
    chat.add(std::move(message));
  }
  chat.finish();
  EXPECT_EQ(heard.records.size() + heard.unanswered.size(), 50'000U);
}

}  // namespace
}  // namespace answers
