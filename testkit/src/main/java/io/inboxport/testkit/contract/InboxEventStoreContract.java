package io.inboxport.testkit.contract;

import static io.inboxport.event.FetchCause.HEARD;
import static io.inboxport.event.FetchCause.POLLED;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.conversation.ConversationId;
import io.inboxport.event.FetchCause;
import io.inboxport.event.FetchTask;
import io.inboxport.event.InboxEventStore;
import io.inboxport.event.PollPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The contract of {@link InboxEventStore} as a JUnit 5 class: extend it, and give it the data of a
 * new account each time it asks. Lifecycle methods of the subclass run around each scenario.
 */
@Timeout(120)
public abstract class InboxEventStoreContract {
  private static final Instant NOON = Instant.parse("2026-03-20T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(10);
  private static final Duration HOLD = Duration.ofMinutes(2);
  private static final ConversationId PARCEL = ConversationId.of("eit000000000001");
  private static final ConversationId REFUND = ConversationId.of("eit000000000002");
  private static final String OLD = "0".repeat(64);
  private static final String NEW = "1".repeat(64);

  /** Creates the contract. */
  protected InboxEventStoreContract() {}

  /**
   * The data of an account without events. Each store that it gives is that of another process; two
   * of these are two accounts, which may share whatever holds the data.
   */
  protected abstract Supplier<InboxEventStore> freshAccount();

  private static Optional<FetchTask> take(InboxEventStore store, Instant now) {
    return store.take(EnumSet.allOf(FetchCause.class), now, now.plus(HOLD));
  }

  private static FetchTask taken(InboxEventStore store, Instant now) {
    return take(store, now).orElseThrow(() -> new AssertionError("nothing is due"));
  }

  private static void mark(
      InboxEventStore store, ConversationId id, FetchCause cause, Instant due) {
    store.mark(Map.of(id, ""), cause, due);
  }

  /** Takes what is due, and tells it with these fingerprints. */
  private static void tell(InboxEventStore store, String listed, String state, Instant now) {
    assertThat(store.told(taken(store, now), listed, state, now)).isTrue();
  }

  @Test
  final void a_new_account_has_nothing_due_and_knows_no_conversation() {
    var store = freshAccount().get();

    assertThat(take(store, NOON)).isEmpty();
    assertThat(store.settled(10)).isEmpty();
    assertThat(store.listed(List.of(PARCEL))).isEmpty();
    assertThat(store.listed(List.of())).isEmpty();
    assertThat(store.position()).isEqualTo(PollPosition.START);
  }

  @Test
  final void a_marked_conversation_is_taken_when_it_is_due_and_by_one_worker() {
    var account = freshAccount();
    mark(account.get(), PARCEL, HEARD, NOON);

    assertThat(take(account.get(), NOON.minusMillis(1))).isEmpty();
    assertThat(take(account.get(), NOON)).contains(new FetchTask(PARCEL, 1, 1, HEARD, null));
    assertThat(take(account.get(), NOON)).isEmpty();
  }

  @Test
  final void a_conversation_is_taken_again_when_the_hold_is_over_with_a_higher_number() {
    var store = freshAccount().get();
    mark(store, PARCEL, HEARD, NOON);
    var first = taken(store, NOON);

    assertThat(take(store, NOON.plus(HOLD).minusMillis(1))).isEmpty();
    var second = taken(store, NOON.plus(HOLD));

    assertThat(second.number()).isEqualTo(2);
    assertThat(store.told(first, OLD, OLD, NOON)).isFalse();
    assertThat(store.putOff(first, NOON)).isFalse();
    assertThat(store.told(second, NEW, NEW, NOON)).isTrue();
    assertThat(store.listed(List.of(PARCEL))).containsEntry(PARCEL, NEW);
  }

  @Test
  final void many_marks_make_one_task() {
    var account = freshAccount();
    for (int i = 0; i < 100; i++) {
      mark(account.get(), PARCEL, HEARD, NOON.plusMillis(i));
    }

    assertThat(taken(account.get(), NOON)).isEqualTo(new FetchTask(PARCEL, 1, 100, HEARD, null));
    assertThat(take(account.get(), LATER)).isEmpty();
  }

  @Test
  final void of_several_marks_the_earlier_time_and_the_stronger_cause_count() {
    var store = freshAccount().get();
    mark(store, PARCEL, POLLED, LATER);
    mark(store, PARCEL, HEARD, NOON);
    mark(store, PARCEL, POLLED, LATER);

    assertThat(store.take(EnumSet.of(POLLED), LATER, LATER.plus(HOLD))).isEmpty();
    assertThat(store.take(EnumSet.noneOf(FetchCause.class), LATER, LATER.plus(HOLD))).isEmpty();
    assertThat(taken(store, NOON).cause()).isEqualTo(HEARD);
  }

  @Test
  final void the_conversation_that_is_due_for_longest_comes_first() {
    var store = freshAccount().get();
    mark(store, PARCEL, HEARD, LATER);
    mark(store, REFUND, POLLED, NOON);

    assertThat(taken(store, LATER).id()).isEqualTo(REFUND);
    assertThat(taken(store, LATER).id()).isEqualTo(PARCEL);
  }

  @Test
  final void what_was_told_is_done_and_is_known_in_every_process() {
    var account = freshAccount();
    mark(account.get(), PARCEL, HEARD, NOON);
    tell(account.get(), OLD, NEW, NOON);

    assertThat(take(account.get(), LATER)).isEmpty();
    assertThat(account.get().listed(List.of(PARCEL, REFUND))).containsOnly(Map.entry(PARCEL, OLD));
    assertThat(account.get().settled(10)).containsExactly(PARCEL);
    mark(account.get(), PARCEL, POLLED, LATER);
    assertThat(taken(account.get(), LATER)).isEqualTo(new FetchTask(PARCEL, 2, 2, POLLED, NEW));
  }

  @Test
  final void a_mark_that_comes_while_a_conversation_is_fetched_stays() {
    var account = freshAccount();
    mark(account.get(), PARCEL, HEARD, NOON);
    var task = taken(account.get(), NOON);
    mark(account.get(), PARCEL, HEARD, NOON);

    assertThat(account.get().told(task, OLD, OLD, NOON)).isTrue();

    assertThat(account.get().settled(10)).isEmpty();
    assertThat(taken(account.get(), NOON)).isEqualTo(new FetchTask(PARCEL, 2, 2, HEARD, OLD));
  }

  @Test
  final void a_conversation_that_is_put_off_comes_when_it_is_told_to() {
    var store = freshAccount().get();
    mark(store, PARCEL, HEARD, NOON);

    assertThat(store.putOff(taken(store, NOON), LATER)).isTrue();

    assertThat(take(store, LATER.minusMillis(1))).isEmpty();
    assertThat(taken(store, LATER)).isEqualTo(new FetchTask(PARCEL, 2, 1, HEARD, null));
  }

  @Test
  final void what_a_list_showed_when_it_was_marked_is_what_was_listed() {
    var store = freshAccount().get();
    store.mark(Map.of(PARCEL, NEW), POLLED, NOON);
    mark(store, PARCEL, HEARD, NOON);
    tell(store, OLD, OLD, NOON);
    assertThat(store.listed(List.of(PARCEL))).containsEntry(PARCEL, NEW);

    mark(store, PARCEL, HEARD, NOON);
    tell(store, OLD, OLD, NOON);
    assertThat(store.listed(List.of(PARCEL))).containsEntry(PARCEL, OLD);
  }

  @Test
  final void a_conversation_that_is_gone_is_known_no_longer_but_its_numbers_go_on() {
    var store = freshAccount().get();
    mark(store, PARCEL, HEARD, NOON);
    tell(store, OLD, OLD, NOON);
    store.mark(Map.of(PARCEL, NEW), POLLED, NOON);
    assertThat(store.told(taken(store, NOON), null, null, NOON)).isTrue();

    assertThat(store.listed(List.of(PARCEL))).isEmpty();
    assertThat(store.settled(10)).isEmpty();
    mark(store, PARCEL, HEARD, NOON);
    assertThat(taken(store, NOON)).isEqualTo(new FetchTask(PARCEL, 3, 3, HEARD, null));
  }

  @Test
  final void the_conversations_that_were_told_least_recently_come_first() {
    var store = freshAccount().get();
    for (int i = 0; i < 5; i++) {
      mark(store, ConversationId.of("c" + i), HEARD, NOON);
      tell(store, OLD, OLD, NOON.plusSeconds(i));
    }
    mark(store, ConversationId.of("c0"), HEARD, NOON);
    tell(store, OLD, OLD, NOON.plusSeconds(5));
    mark(store, ConversationId.of("c1"), HEARD, NOON);

    assertThat(store.settled(2)).extracting(ConversationId::value).containsExactly("c2", "c3");
    assertThat(store.settled(Integer.MAX_VALUE))
        .extracting(ConversationId::value)
        .containsExactly("c2", "c3", "c4", "c0");
  }

  @Test
  final void ids_are_told_apart_by_every_character() {
    var store = freshAccount().get();
    var ids = List.of("eit1", "EIT1", "\u00e9it1", "\ud83d\ude00", "e".repeat(255));
    ids.forEach(id -> mark(store, ConversationId.of(id), HEARD, NOON));

    var found = new ArrayList<String>();
    for (int i = 0; i < ids.size(); i++) {
      found.add(taken(store, NOON).id().value());
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  final void a_thousand_conversations_are_asked_for_at_once() {
    var store = freshAccount().get();
    mark(store, PARCEL, HEARD, NOON);
    tell(store, OLD, OLD, NOON);
    var ids = new ArrayList<ConversationId>();
    for (int i = 0; i < 1_000; i++) {
      ids.add(ConversationId.of("none" + i));
    }
    ids.add(PARCEL);

    assertThat(store.listed(ids)).containsOnlyKeys(PARCEL);
  }

  @Test
  final void the_position_of_the_poll_is_moved_by_one_process() {
    var account = freshAccount();
    var second = new PollPosition(1, LATER);

    assertThat(account.get().advance(PollPosition.START, second)).isTrue();
    assertThat(account.get().position()).isEqualTo(second);
    assertThat(account.get().advance(PollPosition.START, second)).isFalse();
    assertThat(account.get().advance(new PollPosition(1, NOON), PollPosition.START)).isFalse();
    assertThat(account.get().advance(second, new PollPosition(1, LATER.plusMillis(7)))).isTrue();
    assertThat(account.get().position()).isEqualTo(new PollPosition(1, LATER.plusMillis(7)));
    assertThat(take(account.get(), LATER.plusSeconds(60))).isEmpty();
    assertThat(account.get().settled(10)).isEmpty();
  }

  @Test
  final void two_accounts_do_not_know_each_others_events() {
    var one = freshAccount().get();
    var other = freshAccount().get();
    mark(one, PARCEL, HEARD, NOON);
    one.advance(PollPosition.START, new PollPosition(1, LATER));

    assertThat(take(other, LATER)).isEmpty();
    assertThat(other.position()).isEqualTo(PollPosition.START);
    mark(other, PARCEL, POLLED, NOON);
    tell(other, OLD, OLD, NOON);
    assertThat(one.listed(List.of(PARCEL))).isEmpty();
    assertThat(taken(one, NOON)).isEqualTo(new FetchTask(PARCEL, 1, 1, HEARD, null));
  }

  @Test
  final void workers_at_once_never_have_the_same_conversation() throws Exception {
    var account = freshAccount();
    var marks = new HashMap<ConversationId, String>();
    for (int i = 0; i < 40; i++) {
      marks.put(ConversationId.of("c" + i), "");
    }
    int threads = 8;
    var pool = Executors.newFixedThreadPool(threads);
    try {
      var workers = new ArrayList<Callable<List<ConversationId>>>();
      for (int i = 0; i < threads; i++) {
        var store = account.get();
        workers.add(
            () -> {
              store.mark(marks, HEARD, NOON);
              var ids = new ArrayList<ConversationId>();
              for (var task = take(store, NOON); task.isPresent(); task = take(store, NOON)) {
                ids.add(task.get().id());
              }
              return ids;
            });
      }
      var all = new ArrayList<ConversationId>();
      for (var ids : pool.invokeAll(workers)) {
        all.addAll(ids.get());
      }

      // A worker that finds all others locked may end early; the last one finds the rest.
      for (var task = take(account.get(), NOON); task.isPresent(); ) {
        all.add(task.get().id());
        task = take(account.get(), NOON);
      }
      assertThat(all).doesNotHaveDuplicates().hasSize(40);
    } finally {
      pool.shutdownNow();
    }
  }
}
