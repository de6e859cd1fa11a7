package io.inboxport.app.report;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static io.inboxport.inmemory.InboundItem.mention;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.inboxport.Inbox;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.tag.TagName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private final SettableClock clock = SettableClock.at(Instant.parse("2025-03-10T08:00:00Z"));
  private final InMemoryInboxGateway twin = InMemoryInboxGateway.builder().clock(clock).build();
  private final Inbox inbox = Inbox.over(twin);

  @Test
  void open_items_are_counted_by_network_and_type() {
    twin.receive(mention().on(Network.TIKTOK));
    twin.receive(mention().on(Network.TIKTOK));
    twin.receive(mention().on(Network.TIKTOK).closed());
    twin.receive(directMessage().on(Network.of("Threads")));

    assertThat(figures().byNetworkAndType())
        .containsKeys("Facebook", "Twitter", "LinkedIn", "Instagram", "YouTube")
        .containsEntry("TikTok", Map.of("Mention", 2L))
        .containsEntry("Threads", Map.of("Conversation", 1L));
    assertThat(figures().byType().get("Mention")).containsOnly(entry("TikTok", 2L));
    assertThat(figures().byType()).containsEntry("Post", Map.of()).containsEntry("Reply", Map.of());
    assertThat(figures().totalOpen()).hasValue(3);
  }

  @Test
  void a_type_of_item_that_the_api_adds_later_is_counted_too() {
    twin.receive(InboundItem.of(ItemType.of("Review")).on(Network.TIKTOK));
    twin.receive(InboundItem.of(ItemType.of("Review")).on(Network.YOUTUBE));

    assertThat(figures().byType())
        .containsEntry("Review", Map.of("TikTok", 1L, "YouTube", 1L))
        .containsEntry("Mention", Map.of());
  }

  @Test
  void ages_fall_into_spans_that_begin_where_the_last_one_ends() {
    for (var hours : new int[] {0, 3, 4, 23, 24, 71, 72, 167, 168, 999}) {
      twin.receive(mention().on(Network.TIKTOK).at(clock.instant().minus(Duration.ofHours(hours))));
    }

    assertThat(figures().byAge())
        .containsExactly(
            entry("under 4 h", 2L),
            entry("4 h to 1 day", 2L),
            entry("1 to 3 days", 2L),
            entry("3 to 7 days", 2L),
            entry("over 7 days", 2L));
    assertThat(figures().oldest()).contains(Duration.ofHours(999));
  }

  @Test
  void a_response_time_runs_from_the_first_unanswered_word_to_the_answer() {
    var id = twin.receive(directMessage().on(Network.LINKEDIN).saying("Hello?"));
    clock.advance(Duration.ofMinutes(10));
    twin.customerSays(id, "Anybody there?");
    twin.happens(id, EntryType.LIKE, "");
    inbox.addNote(id, "Not an answer");
    clock.advance(Duration.ofMinutes(20));
    inbox.reply(id, ReplyDraft.of("Yes!"));
    inbox.reply(id, ReplyDraft.of("How can I help?"));

    assertThat(figures().responses()).containsExactly(Duration.ofMinutes(30));
    assertThat(figures().waiting()).isZero();

    clock.advance(Duration.ofHours(1));
    twin.customerSays(id, "Thanks");
    assertThat(figures().waiting()).isEqualTo(1);
    assertThat(figures().byResponseTime()).containsEntry("to 1 h", 1L);
    assertThat(figures().medianResponse()).contains(Duration.ofMinutes(30));
  }

  @Test
  void the_median_is_the_middle_of_the_response_times_in_whatever_order_they_came() {
    for (int minutes : new int[] {50, 10, 30}) {
      var id = twin.receive(directMessage().on(Network.LINKEDIN).saying("Hello?"));
      clock.advance(Duration.ofMinutes(minutes));
      inbox.reply(id, ReplyDraft.of("Yes!"));
    }

    assertThat(figures().responses())
        .containsExactly(Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofMinutes(50));
    assertThat(figures().medianResponse()).contains(Duration.ofMinutes(30));
  }

  @Test
  void assignees_and_tags_come_with_the_most_loaded_first() {
    var ann = UserId.of("00A000000000001");
    var bob = UserId.of("00A000000000002");
    var tag = TagName.of("VIP");
    twin.receive(mention().on(Network.TIKTOK).assignedTo(ann).tagged(tag));
    twin.receive(mention().on(Network.TIKTOK).assignedTo(bob).tagged(tag, TagName.of("Press")));
    twin.receive(mention().on(Network.TIKTOK).assignedTo(bob));
    twin.receive(mention().on(Network.TIKTOK));

    assertThat(figures().byAssignee())
        .containsExactly(entry(bob.value(), 2L), entry(ann.value(), 1L), entry("nobody", 1L));
    assertThat(figures().byTag()).containsExactly(entry("VIP", 2L), entry("Press", 1L));
    assertThat(figures().unassigned()).isEqualTo(1);
  }

  @Test
  void what_no_reply_reaches_is_counted() {
    twin.receive(directMessage().on(Network.INSTAGRAM));
    twin.receive(mention().on(Network.INSTAGRAM));
    twin.receive(directMessage().on(Network.LINKEDIN));

    assertThat(figures().unanswerable()).isEqualTo(1);
  }

  @Test
  void an_inbox_larger_than_one_list_is_counted_whole() {
    for (int i = 0; i < 60; i++) {
      twin.receive(mention().on(Network.TIKTOK));
      twin.receive(mention().on(Network.YOUTUBE));
    }
    var figures = new InboxSurvey(inbox, clock, 0, (done, known) -> {}).take();

    assertThat(figures.open()).hasSize(120);
    assertThat(figures.looked()).isZero();
  }

  @Test
  void what_the_first_list_alone_has_is_not_lost_in_a_large_inbox() {
    for (int i = 0; i < 100; i++) {
      twin.receive(mention().on(Network.TIKTOK));
    }
    var odd = twin.receive(mention().on(Network.of("Threads")));

    assertThat(figures().open()).anyMatch(item -> item.id().equals(odd)).hasSize(101);
  }

  @Test
  void progress_is_told_before_each_item_and_at_the_end() {
    twin.receive(mention().on(Network.TIKTOK));
    twin.receive(mention().on(Network.TIKTOK));
    var told = new ArrayList<String>();
    new InboxSurvey(inbox, clock, 100, (done, known) -> told.add(done + " of " + known)).take();

    assertThat(told).containsExactly("0 of 2", "1 of 2", "2 of 2");
  }

  private ReportFigures figures() {
    return new InboxSurvey(inbox, clock, 100, (done, known) -> {}).take();
  }
}
