package io.inboxport.inmemory;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.event.FetchCause;
import io.inboxport.event.InboxChange;
import io.inboxport.event.InboxEvents;
import io.inboxport.event.InboxSubscriber;
import io.inboxport.event.PollShare;
import io.inboxport.port.ForwardingInboxGateway;
import io.inboxport.tag.TagName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A platform hears how each conversation is now, from webhooks and from the poll. */
class InboxEventsTest {
  private static final Duration TURN = PollShare.ofDay(10).pause();

  private final SettableClock clock = SettableClock.at(Instant.parse("2026-03-20T12:00:00Z"));
  private final InMemoryInboxGateway twin = InMemoryInboxGateway.builder().clock(clock).build();
  private final InMemoryInboxEventStore store = new InMemoryInboxEventStore();
  private final List<InboxChange> changes = new ArrayList<>();
  private final InboxEvents events = events(changes::add);
  private int gets;
  private int lists;

  private final class CountingGateway extends ForwardingInboxGateway {
    CountingGateway() {
      super(twin);
    }

    @Override
    public Conversation get(ConversationId id) {
      gets++;
      return super.get(id);
    }

    @Override
    public ConversationPage list(ConversationQuery query) {
      lists++;
      return super.list(query);
    }
  }

  private InboxEvents events(InboxSubscriber subscriber) {
    return InboxEvents.over(new CountingGateway(), store, subscriber).listing(3).build();
  }

  private ConversationId received() {
    return twin.receive(directMessage().saying("Where is my parcel?"));
  }

  /** Lets webhooks be gathered, and works. */
  private void works() {
    clock.advance(Duration.ofSeconds(1));
    events.work(1_000);
  }

  /** Lets so many turns of the poll pass, and works at each. */
  private void polls(int turns) {
    for (int i = 0; i < turns; i++) {
      clock.advance(TURN);
      events.work(1_000);
    }
  }

  @Test
  void a_conversation_that_a_webhook_spoke_of_is_told_as_it_is_now_with_its_tags() {
    var id = received();
    twin.replaceTags(id, List.of(TagName.of("VIP")));

    events.heard(Set.of(id));
    works();

    assertThat(changes).containsExactly(new InboxChange.Now(1, twin.conversation(id)));
  }

  @Test
  void two_hundred_webhooks_about_three_conversations_cost_three_calls() {
    var ids = List.of(received(), received(), received());
    events.work(1);
    int before = gets + lists;

    for (int i = 0; i < 200; i++) {
      events.heard(List.of(ids.get(i % 3)));
    }
    works();

    assertThat(gets + lists - before).isEqualTo(3);
    assertThat(changes).extracting(InboxChange::id).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void what_happens_while_a_conversation_is_told_is_told_again() {
    var id = received();
    var twice =
        InboxEvents.over(
                twin,
                store,
                change -> {
                  changes.add(change);
                  if (changes.size() == 1) {
                    twin.customerSays(id, "Hello?");
                    events.heard(Set.of(id));
                  }
                })
            .build();
    twice.heard(Set.of(id));
    clock.advance(Duration.ofSeconds(1));
    twice.work(10);
    clock.advance(Duration.ofSeconds(1));
    twice.work(10);

    assertThat(changes).extracting(InboxChange::number).startsWith(1L, 2L);
  }

  @Test
  void a_webhook_is_told_also_if_the_conversation_looks_as_before() {
    var id = received();
    for (int i = 0; i < 2; i++) {
      events.heard(Set.of(id));
      works();
    }

    assertThat(changes).extracting(InboxChange::number).containsExactly(1L, 2L);
  }

  @Test
  void without_webhooks_the_poll_finds_what_is_new_changed_and_gone() {
    var kept = received();
    var changed = received();
    polls(6);
    assertThat(changes).hasSize(2);
    changes.clear();

    twin.setStatus(changed, Status.CLOSED);
    polls(6);
    assertThat(changes).extracting(InboxChange::id).containsExactly(changed);
    changes.clear();

    twin.deleteConversation(kept);
    polls(6);
    assertThat(changes).hasSize(1);
    assertThat(changes.get(0)).isInstanceOf(InboxChange.Gone.class);
    assertThat(changes.get(0).id()).isEqualTo(kept);
    changes.clear();

    polls(30);
    assertThat(changes).isEmpty();
  }

  @Test
  void the_poll_sees_past_the_first_page_by_slices_and_second_looks() {
    for (int i = 0; i < 3; i++) {
      received();
      twin.receive(InboundItem.post().on(Network.TIKTOK).saying("Hi"));
    }
    polls(400);
    assertThat(changes).hasSize(6);
    changes.clear();

    var oldest = ConversationId.of("eit000000000001");
    twin.replaceTags(oldest, List.of(TagName.of("VIP")));
    polls(60);

    assertThat(changes).extracting(InboxChange::id).containsExactly(oldest);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 50})
  void the_poll_keeps_to_its_share_whatever_restarts(int percent) {
    for (int i = 0; i < 20; i++) {
      received();
    }
    int calls = 0;
    for (int i = 0; i < 24 * 60 * 60; i += 4) {
      clock.advance(Duration.ofSeconds(4));
      if (i % 60 == 0) {
        twin.customerSays(ConversationId.of("eit000000000007"), "Hello?");
      }
      var restarted =
          InboxEvents.over(twin, store, changes::add)
              .pollingWithin(PollShare.ofDay(percent))
              .listing(3)
              .build();
      calls += restarted.work(1_000).polls();
    }

    assertThat(calls).isBetween(200 * percent * 6 / 10, 200 * percent);
  }

  @Test
  void an_id_that_is_no_conversation_is_not_told() {
    events.heard(Set.of(ConversationId.of("eat000000000001"), ConversationId.of("e".repeat(256))));
    works();

    assertThat(changes).isEmpty();
    assertThat(gets).isEqualTo(1);
  }

  @Test
  void a_limit_ends_the_round_and_nothing_is_lost() {
    var id = received();
    events.work(1);
    events.heard(Set.of(id));
    twin.faults().inject(Operation.GET, Fault.rateLimited(Duration.ofMinutes(15)));

    clock.advance(Duration.ofSeconds(1));
    assertThat(events.work(100).heldBack()).isTrue();
    clock.advance(Duration.ofMinutes(14));
    events.work(1);
    assertThat(gets).isEqualTo(1);
    clock.advance(Duration.ofMinutes(1));
    events.work(100);

    assertThat(changes).extracting(InboxChange::id).contains(id);
  }

  @Test
  void the_poll_waits_as_long_as_the_server_says() {
    twin.faults().inject(Operation.LIST, Fault.rateLimited(Duration.ofMinutes(15)));

    assertThat(events.work(100).heldBack()).isTrue();
    clock.advance(Duration.ofMinutes(14));
    assertThat(events.work(100).polls()).isZero();
    clock.advance(Duration.ofMinutes(1));
    assertThat(events.work(100).polls()).isEqualTo(1);
  }

  @Test
  void a_server_that_is_away_ends_the_round_and_nothing_is_lost() {
    var id = received();
    events.heard(Set.of(id));
    twin.faults().inject(Operation.GET, Fault.unavailable());

    clock.advance(Duration.ofSeconds(1));
    assertThat(events.work(100).heldBack()).isTrue();
    clock.advance(Duration.ofMinutes(1));
    events.work(100);

    assertThat(changes).extracting(InboxChange::id).contains(id);
  }

  @Test
  void a_key_that_is_wrong_is_told_to_the_caller_and_nothing_is_lost() {
    var id = received();
    events.heard(Set.of(id));
    twin.faults().inject(Operation.GET, Fault.authenticationFailed());

    clock.advance(Duration.ofSeconds(1));
    assertThatThrownBy(() -> events.work(100))
        .isInstanceOf(InboxException.AuthenticationFailed.class);
    clock.advance(Duration.ofMinutes(1));
    events.work(100);

    assertThat(changes).extracting(InboxChange::id).contains(id);
  }

  @Test
  void a_change_that_the_subscriber_could_not_apply_comes_again() {
    var id = received();
    var failing =
        events(
            change -> {
              throw new IllegalStateException("no database");
            });
    failing.heard(Set.of(id));
    clock.advance(Duration.ofSeconds(1));
    assertThatThrownBy(() -> failing.work(100)).hasMessage("no database");

    events.work(1);
    assertThat(changes).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    events.work(100);

    assertThat(changes).extracting(InboxChange::number).contains(2L);
  }

  @Test
  void a_conversation_in_hand_is_taken_by_another_process_only_after_its_hold() {
    var id = received();
    events.heard(Set.of(id));
    clock.advance(Duration.ofSeconds(1));
    var dead =
        store.take(
            Set.of(FetchCause.HEARD), clock.instant(), clock.instant().plus(Duration.ofMinutes(2)));
    assertThat(dead).isPresent();

    clock.advance(Duration.ofSeconds(119));
    events.work(1);
    assertThat(gets).isZero();
    clock.advance(Duration.ofSeconds(1));
    events.work(100);

    assertThat(changes).extracting(InboxChange::number).contains(2L);
  }

  @Test
  void settings_that_make_no_sense_are_refused() {
    var builder = InboxEvents.over(twin, store, changes::add);

    assertThatThrownBy(() -> builder.listing(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.gatheringFor(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.holdingFor(Duration.ofHours(2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> events.work(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
