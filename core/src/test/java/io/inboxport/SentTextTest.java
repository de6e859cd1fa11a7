package io.inboxport;

import static io.inboxport.Reconciliation.Outcome.DONE;
import static io.inboxport.Reconciliation.Outcome.INCONCLUSIVE;
import static io.inboxport.Reconciliation.Outcome.NOT_DONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.conversation.UserId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking for the text of a note or a reply in the timeline. */
class SentTextTest {
  private static final ConversationId ID = ConversationId.of("eit1");
  private static final Instant ATTEMPT = Instant.parse("2025-03-12T12:00:00.750Z");
  private static final UserId ADA = UserId.of("ada");

  private final RecordingGateway gateway = new RecordingGateway(Conversation.withId(ID).build());
  private int entries;

  @BeforeEach
  void let_ada_have_the_key() {
    gateway.caller = ADA;
  }

  private Reconciliation reconcile(InboxWrite write) {
    return Inbox.over(gateway).reconcile(new OutcomeUnknown(write, ATTEMPT, "Reset.", null));
  }

  private Reconciliation.Outcome replied(String text) {
    return reconcile(new InboxWrite.Reply(ID, ReplyDraft.of(text))).outcome();
  }

  private Reconciliation.Outcome noted(String text) {
    return reconcile(new InboxWrite.AddNote(ID, text)).outcome();
  }

  private TimelineEntry.Builder entry(EntryType type, String content) {
    return TimelineEntry.withId(TimelineEntryId.of("eat" + entries++))
        .type(type)
        .created(ATTEMPT.plusSeconds(1))
        .content(content);
  }

  private TimelineEntry note(String content) {
    return entry(EntryType.NOTE, content).createdBy(ADA).build();
  }

  private TimelineEntry sentReply(String content) {
    return entry(EntryType.MESSAGE, content).createdBy(ADA).build();
  }

  private TimelineEntry earlier(String content) {
    return at(ATTEMPT.minusSeconds(600), content);
  }

  private TimelineEntry earlierReply(String content) {
    return entry(EntryType.MESSAGE, content)
        .created(ATTEMPT.minusSeconds(600))
        .createdBy(ADA)
        .build();
  }

  private TimelineEntry at(Instant created, String content) {
    return entry(EntryType.NOTE, content).created(created).createdBy(ADA).build();
  }

  @Test
  void a_text_that_is_there_once_since_the_attempt_is_done() {
    gateway.page(note("Other"), note("Escalated"));

    assertThat(reconcile(new InboxWrite.AddNote(ID, "Escalated")))
        .isEqualTo(new Reconciliation(DONE, "The timeline holds the text, once, since then."));
    assertThat(gateway.calls)
        .allMatch(call -> call.startsWith("timeline eit1") || call.equals("me"));
  }

  @Test
  void a_text_that_is_nowhere_is_not_done() {
    gateway.page(earlier("Other"), sentReply("Escalated"));

    assertThat(reconcile(new InboxWrite.AddNote(ID, "Escalated")))
        .isEqualTo(new Reconciliation(NOT_DONE, "The timeline holds no such text since then."));
  }

  @Test
  void a_reply_is_looked_for_among_everything_but_notes() {
    gateway.page(note("On it!"), sentReply("On it!"));

    assertThat(replied("On it!")).isEqualTo(DONE);
    assertThat(replied("On it!")).isEqualTo(NOT_DONE); // an empty timeline now
  }

  @Test
  void the_customer_may_have_said_the_same() {
    gateway.page(entry(EntryType.MESSAGE, "Thanks!").build());

    assertThat(replied("Thanks!")).isEqualTo(INCONCLUSIVE);
  }

  @Test
  void a_colleague_may_have_noted_or_replied_the_same() {
    var colleague = UserId.of("bob");
    gateway.page(entry(EntryType.NOTE, "Escalated").createdBy(colleague).build());
    assertThat(noted("Escalated")).isEqualTo(INCONCLUSIVE);

    gateway.page(entry(EntryType.MESSAGE, "On it!").createdBy(colleague).build());
    assertThat(replied("On it!")).isEqualTo(INCONCLUSIVE);
  }

  @Test
  void a_note_without_an_author_may_be_a_colleagues() {
    gateway.page(entry(EntryType.NOTE, "Escalated").build());

    assertThat(noted("Escalated")).isEqualTo(INCONCLUSIVE);
  }

  @Test
  void who_has_the_key_is_asked_only_when_it_decides() {
    gateway.page(note("Other"), sentReply("Escalated"));
    assertThat(noted("Escalated")).isEqualTo(INCONCLUSIVE);

    gateway.page(entry(EntryType.NOTE, "Escalated").build());
    assertThat(noted("Escalated")).isEqualTo(INCONCLUSIVE);

    gateway.page(entry(EntryType.NOTE, "Escalated").createdBy(UserId.of("0")).build());
    assertThat(noted("Escalated")).isEqualTo(INCONCLUSIVE);
    assertThat(gateway.calls).doesNotContain("me");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Internal note", "assignment", "0"})
  void a_note_of_an_unknown_type_may_be_the_one(String type) {
    gateway.page(entry(EntryType.of(type), "Escalated").createdBy(ADA).build());

    assertThat(noted("Escalated")).isEqualTo(INCONCLUSIVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"message", "comment", "like", "share"})
  void what_is_known_to_be_no_note_is_none(String type) {
    gateway.page(entry(EntryType.of(type), "Escalated").createdBy(ADA).build());

    assertThat(noted("Escalated")).isEqualTo(NOT_DONE);
  }

  @Test
  void the_same_text_twice_is_inconclusive() {
    gateway.page(note("Escalated"), note("Escalated"));

    assertThat(reconcile(new InboxWrite.AddNote(ID, "Escalated")))
        .isEqualTo(
            new Reconciliation(
                INCONCLUSIVE,
                "The timeline holds such a text, but it may be an earlier one, another's or the"
                    + " customer's."));
  }

  @Test
  void an_earlier_equal_text_beside_it_is_inconclusive() {
    gateway.page(note("Escalated"), at(ATTEMPT.minusSeconds(600), "Escalated"));

    assertThat(noted("Escalated")).isEqualTo(INCONCLUSIVE);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, INCONCLUSIVE", // of the attempt's own second, before or after: no finer time is told
    "PT-0.75S, INCONCLUSIVE",
    "PT0.249S, INCONCLUSIVE",
    "PT0.25S, DONE",
    "PT-1.75S, INCONCLUSIVE",
    "PT-26H, INCONCLUSIVE",
    "PT-26H-1S, NOT_DONE",
    "PT15M, DONE",
    "PT15M1S, INCONCLUSIVE",
    "PT26H, INCONCLUSIVE"
  })
  void when_the_text_stands_there_decides(Duration sinceAttempt, Reconciliation.Outcome outcome) {
    gateway.page(at(ATTEMPT.plus(sinceAttempt), "Escalated"));

    assertThat(noted("Escalated")).isEqualTo(outcome);
  }

  @Test
  void two_equal_texts_within_a_second_of_which_the_second_was_lost_are_inconclusive() {
    gateway.page(at(ATTEMPT.minusMillis(400), "Escalated"));

    assertThat(noted("Escalated")).isEqualTo(INCONCLUSIVE);
  }

  @Test
  void an_attempt_at_the_start_of_a_second_finds_its_text_in_that_second() {
    var start = Instant.parse("2025-03-12T12:00:00Z");
    gateway.page(at(start, "Escalated"));
    var unknown =
        new OutcomeUnknown(new InboxWrite.AddNote(ID, "Escalated"), start, "Reset.", null);

    assertThat(Inbox.over(gateway).reconcile(unknown).outcome()).isEqualTo(DONE);
  }

  private Reconciliation.Outcome notedBehind(TimelineEntry newestBefore) {
    var unknown = new OutcomeUnknown(new InboxWrite.AddNote(ID, "On it"), ATTEMPT, "Reset.", null);
    return Inbox.over(gateway).reconcile(unknown, newestBefore.id()).outcome();
  }

  @Test
  void a_text_of_the_same_second_counts_if_it_was_not_there_before() {
    var before = at(ATTEMPT.minusSeconds(60), "Other");
    gateway.page(at(ATTEMPT, "On it"), before);
    assertThat(notedBehind(before)).isEqualTo(DONE);

    var equal = at(ATTEMPT, "On it");
    gateway.page(equal);
    assertThat(notedBehind(equal)).isEqualTo(NOT_DONE);

    gateway.page(at(ATTEMPT, "On it"), equal, at(ATTEMPT.minusSeconds(300), "On it"));
    assertThat(notedBehind(equal)).isEqualTo(DONE);

    gateway.page(equal, at(ATTEMPT, "On it"));
    assertThat(notedBehind(equal)).isEqualTo(INCONCLUSIVE); // a server may sort within a second
  }

  @Test
  void a_newest_entry_that_is_gone_tells_nothing() {
    gateway.page(at(ATTEMPT, "On it"), at(ATTEMPT.minusSeconds(60), "Other"));

    assertThat(notedBehind(note("Deleted"))).isEqualTo(INCONCLUSIVE);
  }

  @Test
  void what_was_there_before_may_be_old() {
    var before = at(ATTEMPT.minus(Duration.ofHours(27)), "Other");
    gateway.page(at(ATTEMPT, "On it"), before);

    assertThat(notedBehind(before)).isEqualTo(DONE);
  }

  @Test
  void a_text_without_a_time_is_inconclusive() {
    gateway.page(entry(EntryType.NOTE, "Escalated").created(null).build());

    assertThat(noted("Escalated")).isEqualTo(INCONCLUSIVE);
  }

  @Test
  void behind_twenty_entries_in_a_row_that_are_older_than_26_hours_nothing_is_fetched() {
    gateway.page(earlier("Other")).page(old(20)).page(note("Escalated"));

    assertThat(noted("Escalated")).isEqualTo(NOT_DONE);
    assertThat(gateway.calls).containsExactly("timeline eit1", "timeline eit1 eat0");
  }

  @Test
  void a_few_old_entries_are_not_the_end_as_nobody_says_by_what_the_server_sorts() {
    gateway.page(old(19)).page(note("Other")).page(old(19)).page(note("Escalated"));

    assertThat(noted("Escalated")).isEqualTo(DONE);
  }

  private TimelineEntry[] old(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> at(ATTEMPT.minus(Duration.ofHours(27)), "Old"))
        .toArray(TimelineEntry[]::new);
  }

  @Test
  void an_entry_that_cannot_be_read_may_be_the_one() {
    var broken = List.of(new UnreadablePart("Timeline[1]", "It has no id."));
    gateway.pages.add(new TimelinePage(List.of(earlier("Other")), broken));

    assertThat(reconcile(new InboxWrite.AddNote(ID, "Escalated")))
        .isEqualTo(
            new Reconciliation(
                INCONCLUSIVE, "A part of the timeline could not be read, and may hold the text."));
  }

  @Test
  void an_entry_that_cannot_be_read_takes_nothing_from_the_one_that_can() {
    var broken = List.of(new UnreadablePart("Timeline[1]", "It has no id."));
    gateway.pages.add(new TimelinePage(List.of(note("Escalated")), broken));

    assertThat(noted("Escalated")).isEqualTo(DONE);
  }

  @Test
  void white_space_does_not_matter() {
    gateway.page(sentReply(" On\r\nit,  today!\n"));

    assertThat(replied("On it,\ttoday! ")).isEqualTo(DONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "R&amp;D says: it's here https://okt.to/x1",
        "R&D says: it&#39;s here https://okt.to/x1",
        "R&D says:<br />it\u2019s here https://acme.example/invoices/4711",
        "<p>R&D says: it's here</p>",
        "R&D says: it's here \u2026"
      })
  void a_text_changed_on_the_way_is_inconclusive(String changed) {
    gateway.page(earlierReply(changed)); // A later one would be, whatever its words.

    assertThat(replied("R&D says: it's here https://acme.example/invoices/4711"))
        .isEqualTo(INCONCLUSIVE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Q&A; details follow | Q&amp;A; details follow",
        "Use <br> for a break | Use &lt;br&gt; for a break",
        "Use <br> for a break | Use &lt;br&gt; for  a&nbsp;break!",
        "Two lines | Two<BR>lines",
        "Two lines | <div class=\"x\">Two</div>lines",
        "Caf\u00e9 is open | Caf&eacute; is open",
        "Caf\u00e9 is open | Caf&#233; is open",
        "Caf\u00e9 is open | Caf&#xE9; is open",
        "Caf\u00e9 is open | Caf&#9999999;\u00e9 is open",
        "Details: acme.com/help | Details: https://t.co/x1",
        "Details: Https://acme.example/help | Details: https://t.co/x1",
        "Details: www.acme.example | Details: https://t.co/x1",
        "See it.Then call | See it. Then call",
        "We'll look into it | We&amp;#039;ll look into it",
        "R&D says no | R&amp;amp;D says no",
        "R&D says no | R&#38;amp;amp;D says no",
        "Two lines | Two&lt;br /&gt;lines",
        "Two lines | Two&amp;lt;br&amp;gt;lines",
        "a < b, c > d | a &lt; b, c &gt; d",
        "On it! | @jane On it!",
        "On it! | On it, @jane.doe_1!",
        "\uD83D\uDC4D | \uD83D\uDC4D\uFE0F",
        "https://acme.example | https://t.co/x1"
      })
  void what_servers_and_networks_make_of_a_text_is_inconclusive(String sent, String stored) {
    gateway.page(earlierReply(stored));

    assertThat(replied(sent)).isEqualTo(INCONCLUSIVE);
  }

  @Test
  void an_entry_without_words_holds_no_text_not_even_one_without_letters() {
    gateway.page(sentReply("\uD83D\uDC4D"), entry(EntryType.LIKE, " ").build());

    assertThat(replied("\uD83D\uDC4D")).isEqualTo(DONE);
    gateway.page(entry(EntryType.LIKE, "").build());
    assertThat(replied("\uD83D\uDC4D")).isEqualTo(NOT_DONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.",
        "&a;",
        "<",
        "<a>",
        "&#1;",
        "https://",
        "www.",
        "a-",
        "@",
        "@a.",
        "&amp;",
        "amp;"
      })
  void no_entry_is_too_long_to_be_looked_at(String part) {
    gateway.page(earlierReply(part.repeat(100_000)));

    assertThat(replied("On it now")).isEqualTo(NOT_DONE);
  }

  @Test
  void letters_in_another_unicode_form_are_the_same_letters() {
    gateway.page(earlierReply("Cafe\u0301"));

    assertThat(replied("Caf\u00e9")).isEqualTo(INCONCLUSIVE);
  }

  @Test
  void other_words_from_before_the_attempt_are_another_text() {
    gateway.page(earlierReply("On it"), earlierReply("on it now"), earlierReply(""));

    assertThat(replied("On it now")).isEqualTo(NOT_DONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "Thanks! \uD83D\uDE0A We will send it on Monday. | Thanks!",
        "Viele Gr\u00fc\u00dfe | Viele Gr&uuml;&szlig;e",
        "@jane_doe thanks | Jane Doe thanks",
        "One line\\nAnother | One line\\\\nAnother",
        "On it! | On it! ^TB",
        "We are #hiring | We are hashtag#hiring",
        "\uD83D\uDC4D | :thumbsup:",
        "A long text | A lo\u2026",
        "Any | ''",
        "Any | [image]",
        "Any | Something else altogether"
      })
  void an_entry_since_the_attempt_may_be_the_reply_whatever_its_text(String sent, String shown) {
    gateway.page(
        entry(EntryType.MESSAGE, shown).created(ATTEMPT.plusSeconds(1)).createdBy(ADA).build());

    assertThat(replied(sent)).isEqualTo(INCONCLUSIVE);
  }

  @Test
  void a_reply_that_comes_back_in_two_parts_is_inconclusive() {
    gateway.page(sentReply("b".repeat(300)), sentReply("a".repeat(300)));

    assertThat(replied("a".repeat(300) + "b".repeat(300))).isEqualTo(INCONCLUSIVE);
  }

  @Test
  void an_entry_without_a_time_may_be_from_after_the_attempt() {
    gateway.page(entry(EntryType.MESSAGE, "Other").created(null).createdBy(ADA).build());

    assertThat(replied("On it!")).isEqualTo(INCONCLUSIVE);
  }

  @Test
  void the_author_0_is_no_user_so_the_text_may_be_the_customers() {
    gateway.page(entry(EntryType.MESSAGE, "Thank you!").createdBy(UserId.of("0")).build());

    assertThat(replied("Thank you!")).isEqualTo(INCONCLUSIVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"like", "failed", "assignment"})
  void an_entry_that_is_no_reply_by_its_type_proves_no_reply(String type) {
    gateway.page(entry(EntryType.of(type), "On it!").createdBy(ADA).build());

    assertThat(replied("On it!")).isEqualTo(INCONCLUSIVE);
  }

  @Test
  void a_note_or_a_like_since_the_attempt_is_no_reply() {
    gateway.page(note("Escalated"), entry(EntryType.LIKE, "").build());

    assertThat(replied("On it!")).isEqualTo(NOT_DONE);
  }

  private void pagesOfTwenty(int pages) {
    for (int page = 0; page < pages; page++) {
      gateway.page(
          IntStream.range(0, 20).mapToObj(i -> earlier("Other")).toArray(TimelineEntry[]::new));
    }
  }

  @Test
  void a_timeline_of_2000_entries_is_searched_to_its_end() {
    pagesOfTwenty(100);

    assertThat(noted("Escalated")).isEqualTo(NOT_DONE);
  }

  @Test
  void a_search_ends_after_2000_entries_and_says_so() {
    pagesOfTwenty(101);

    assertThat(reconcile(new InboxWrite.AddNote(ID, "Escalated")))
        .isEqualTo(
            new Reconciliation(
                INCONCLUSIVE, "The search ended after 2000 entries, and the timeline goes on."));
  }
}
