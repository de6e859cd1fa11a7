package io.inboxport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.ConversationId;
import io.inboxport.outbox.Outbox;
import io.inboxport.outbox.OutboxChange;
import io.inboxport.outbox.OutboxChange.Mark;
import io.inboxport.outbox.OutboxCondition;
import io.inboxport.outbox.OutboxContent;
import io.inboxport.outbox.OutboxEntry;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxState;
import io.inboxport.outbox.OutboxStore;
import io.inboxport.testkit.crash.CrashSwitch;
import io.inboxport.testkit.crash.OutboxStage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stage of a scenario: two processes with one outbox, and the words in which scenarios speak. */
final class OutboxScenarioStage {
  static final Duration HOLD = Duration.ofMinutes(5);
  static final Duration LATER = Duration.ofMinutes(10);
  static final String PARCEL = "eit000000000001";
  static final String REFUND = "eit000000000002";

  /** The store as one process has it. */
  final OutboxStore store;

  /** The store as another process has it. */
  final OutboxStore other;

  private final Supplier<OutboxStage> stages;
  private final OutboxStage stage;
  private volatile boolean going = true;

  OutboxScenarioStage(Supplier<OutboxStage> stages) {
    this.stages = stages;
    this.stage = stages.get();
    this.store = open();
    this.other = open();
  }

  /** The store as one more process has it. */
  OutboxStore open() {
    return stage.open(CrashSwitch.none());
  }

  /** The stage of another account. */
  OutboxScenarioStage otherAccount() {
    return new OutboxScenarioStage(stages);
  }

  void passes(Duration time) {
    stage.pass(time);
  }

  static OutboxContent content(String key, String conversation) {
    return content(key, new InboxWrite.AddNote(ConversationId.of(conversation), "Called back."));
  }

  static OutboxContent content(String key, InboxWrite write) {
    return Outbox.contentToPlan(OutboxKey.of(key), write);
  }

  /** Adds an entry, which has to succeed. */
  void adds(String key, String conversation, OutboxChange first) {
    assertThat(store.add(OutboxKey.of(key), content(key, conversation), first)).as(key).isTrue();
  }

  void plans(String key, String conversation) {
    adds(key, conversation, OutboxChange.planned());
  }

  /** Adds an entry that nothing happens to by itself. */
  void adds(String key, OutboxState state) {
    adds(key, PARCEL, to(state));
  }

  /** Adds an entry that is due to be looked up. */
  void addsDoubtful(String key) {
    adds(key, PARCEL, dueAfter(OutboxState.IN_DOUBT, Duration.ZERO));
  }

  /** A change to this state that no one holds and that is never due. */
  static OutboxChange to(OutboxState state) {
    return change(state, null, null, Mark.NONE);
  }

  static OutboxChange dueAfter(OutboxState state, Duration due) {
    return change(state, null, due, Mark.NONE);
  }

  static OutboxChange held(OutboxState state, String holder) {
    return change(state, holder, null, Mark.NONE);
  }

  static OutboxChange change(
      OutboxState state, @Nullable String holder, @Nullable Duration due, Mark mark) {
    return new OutboxChange(
        state, holder, holder == null ? Duration.ZERO : HOLD, due, mark, null, "");
  }

  boolean changes(String key, OutboxCondition condition, OutboxChange change) {
    return store.change(OutboxKey.of(key), condition, change);
  }

  /** Changes an entry from whatever state it is in, which has to succeed. */
  void becomes(String key, OutboxChange change) {
    assertThat(changes(key, OutboxCondition.anyhow(entry(key).state()), change)).as(key).isTrue();
  }

  void becomes(String key, OutboxState state) {
    becomes(key, to(state));
  }

  /** The entry, as another process finds it. */
  OutboxEntry entry(String key) {
    return other
        .find(OutboxKey.of(key))
        .orElseThrow(() -> new AssertionError("There is no entry " + key));
  }

  /** The key of the planned entry that this worker gets. */
  Optional<String> takesPlanned(String holder) {
    return key(store.takePlanned(holder, HOLD));
  }

  /** The key of the doubtful entry that this worker gets. */
  Optional<String> takesDoubtful(String holder) {
    return key(store.takeDoubtful(holder, HOLD));
  }

  private static Optional<String> key(Optional<OutboxEntry> entry) {
    return entry.map(taken -> taken.key().value());
  }

  List<String> listed(Set<OutboxState> states, int most) {
    return other.list(states, most).stream().map(entry -> entry.key().value()).toList();
  }

  List<String> all() {
    return listed(EnumSet.allOf(OutboxState.class), 1000);
  }

  /** Two entries are the same but for the time at which they were read. */
  static void areEqual(OutboxEntry one, OutboxEntry another) {
    assertThat(one)
        .usingRecursiveComparison()
        .ignoringFields("readAt")
        .withEqualsForType(OutboxContent::equals, OutboxContent.class)
        .isEqualTo(another);
  }

  static void isAbout(@Nullable Instant time, Instant expected) {
    assertThat(time).isCloseTo(expected, within(30, ChronoUnit.SECONDS));
  }

  /** Returns whether no thread has failed, so that others may go on. */
  boolean isGoing() {
    return going;
  }

  /** Runs a task on several threads, each with a store of its own. Returns what they return. */
  <T> List<T> atOnce(int threads, Task<T> task) throws Exception {
    var executor = Executors.newFixedThreadPool(threads);
    try {
      var start = new CountDownLatch(1);
      var results = new ArrayList<Future<T>>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        var process = open();
        Callable<T> run =
            () -> {
              start.await();
              try {
                return task.run(process, number);
              } catch (Throwable failure) {
                going = false;
                throw failure;
              }
            };
        results.add(executor.submit(run));
      }
      start.countDown();
      var values = new ArrayList<T>();
      for (var result : results) {
        values.add(result.get());
      }
      return values;
    } finally {
      executor.shutdownNow();
    }
  }

  /** Task of one of several threads. */
  interface Task<T> {
    T run(OutboxStore process, int number) throws Exception;
  }
}
