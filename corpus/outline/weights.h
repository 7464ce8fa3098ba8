#pragma once

#include <array>
#include <cstddef>

/// What each piece of evidence is worth to the decision which blocks are questions. One is about
/// what a word that asks is worth in a place where questions are expected; a block is a question
/// from zero up. They are round, and chosen by hand on public collections; none is sharp.
namespace answers::weights {

/// By how a block asks and what its surroundings say (About). A question mark is evidence anywhere.
/// Words without one are, where questions are expected; elsewhere manuals have them as well ("How
/// to install", "What roots do"). In an FAQ only 4 of 10 entries have a mark, so none says little.
/// A step among troubles ("Restart it") is none, and no reason against those beside it: -1.0 there
/// loses the five entries of a short list of troubles for one step, -0.6 changes nothing else of
/// 124 collections and of seven draws of files (2 December 2026).
inline constexpr float asking_weights[][4] = {
    // nothing, questions, troubles, faq
    {-1.0F, 0.0F, 0.1F, 0.2F},   // no
    {-1.0F, 0.6F, -0.6F, 0.8F},  // task: among troubles a step to take
    {-0.7F, 0.2F, -1.0F, 1.2F},  // clause
    {0.7F, 1.5F, 1.5F, 1.5F},    // words
    {2.0F, 2.0F, 2.0F, 2.0F},    // mark
};
/// What a line that asks nothing is worth where it is no heading: answers are full of bold lines.
inline constexpr float lesser_statement = -1.0F;
/// What closes a list of troubles or an FAQ ("Still stuck?") is expected there, and says little
/// against the others: from -0.45 up a list of three troubles holds, at -0.25 what only stands
/// among them is taken (3 December 2026, 135 files drawn at random). What follows it on its level
/// ("Reporting bugs") stands outside of the list.
inline constexpr float closing_of_help = -0.4F;
inline constexpr float behind_closing = -1.5F;
/// Any text has a line that asks: what its surroundings add. What is named after questions holds
/// notes and plans as often: of 696 collections and files, most of them of an author each, eight
/// read better with -0.6 than with -0.3 and none worse (2 December 2026). From -0.45 to -0.65 none
/// is worse either, from -0.7 down some get lost.
inline constexpr float about_weights[] = {-1.1F, -0.6F, 0.0F, 0.0F};
/// "Why choose us?" stands on any page of a site: there a heading that asks needs company.
inline constexpr float alone_in_page = -1.0F;
/// By kind: a heading or a label is made to be found, lists and paragraphs ask in passing.
inline constexpr std::array<float, 9> kind_weights = {
    0.0F,   // heading
    0.0F,   // label
    -0.3F,  // bold
    -0.8F,  // item
    -0.4F,  // quote
    -1.2F,  // paragraph
    0.3F,   // fold: one has to open it to see the answer
    0.3F,   // definition
    0.0F,   // card
};
inline constexpr float told = 2.5F;      // "Q:" is written by who means it
inline constexpr float answered = 2.5F;  // so is "A:"
inline constexpr float counted =
    0.7F;  // questions are numbered, but so are the chapters of a manual
inline constexpr float counts_far = 1.5F;        // steps end below fifteen
inline constexpr float names_questions = -2.0F;  // "Interview questions" is a topic
inline constexpr float announces = -1.5F;        // "How it helps:"
inline constexpr float repeats = -3.0F;          // "Complexity", below every question
inline constexpr float furniture = -4.0F;        // "License"
inline constexpr float nothing_below = -2.0F;
/// Of an item, and of those that look like it: in a list of questions few are answered.
inline constexpr float item_without_text = -3.5F;
/// Of an item that states something only where nearly no other has text: notes are half done.
inline constexpr float answered_in_notes = 0.25F;  // of the items
inline constexpr float only_blocks_below = -1.5F;  // a topic has no text of its own
/// How much what looks alike counts: siblings below the same parent in full, elsewhere less.
inline constexpr float share = 1.6F;
inline constexpr float cousin = 0.3F;
/// A heading whose parent has text of its own is rather a part of that, the more so the fewer of
/// those that look like the parent hold any, or where they are questions.
inline constexpr float parent_has_text = -2.5F;
inline constexpr float expected = 0.4F;  // of that, where questions are expected
inline constexpr float parent_is_question = -2.0F;
inline constexpr float looks_like_questions = 1.5F;  // of those that look like the parent
/// Where most of those beside it hold headings and no text, one with text that asks nothing is
/// rather a topic, too: as far as the headings that hold none ask.
inline constexpr float among_topics = -1.5F;
/// And where few do, what stands below it is its parts.
inline constexpr float parent_is_entry = -1.0F;
/// Where most of those beside it bear a label.
inline constexpr float among_labelled = -1.5F;
inline constexpr float few = 0.25F;
inline constexpr float fewest_alike = 3;
/// Where a section called FAQ has most of what asks, what asks elsewhere does so in passing.
inline constexpr float outside_of_faq = -4.0F;
inline constexpr std::size_t fewest_in_faq = 2;
inline constexpr float looks_sure = 1.0F;
/// "3.2.1" where most are "3.2", below one of those that has text or asks.
inline constexpr float deep_number = -5.0F;
/// A text of which nothing says that it holds questions, but this part of its headings (at least so
/// many) asks with a mark, and not as most of those beside it do. On 135 collections half of that
/// part gives the same, half as much again .004 less.
inline constexpr float fair_part = 0.25F;
inline constexpr float fewest_beside_terms = 8;
inline constexpr float most_of_those_beside = 0.75F;
/// The heading above all others is the title, whatever it asks.
inline constexpr float is_title = -2.5F;
/// What stands in the answer of a question is rather a part of it, even where it asks.
inline constexpr float in_answer = -2.4F;

}  // namespace answers::weights
