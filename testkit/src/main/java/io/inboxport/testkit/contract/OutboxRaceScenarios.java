package io.inboxport.testkit.contract;

import static io.inboxport.outbox.OutboxCondition.free;
import static io.inboxport.outbox.OutboxCondition.heldBy;
import static io.inboxport.testkit.contract.OutboxScenarioStage.HOLD;
import static io.inboxport.testkit.contract.OutboxScenarioStage.content;
import static io.inboxport.testkit.contract.OutboxScenarioStage.held;
import static io.inboxport.testkit.contract.OutboxScenarioStage.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.conversation.ConversationId;
import io.inboxport.outbox.OutboxChange;
import io.inboxport.outbox.OutboxCondition;
import io.inboxport.outbox.OutboxEntry;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxState;
import io.inboxport.outbox.OutboxStore;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Several processes at once. */
final class OutboxRaceScenarios {
  private static final int THREADS = 8;
  private static final int ENTRIES = 200;
  private static final int CONVERSATIONS = 20;

  static final List<OutboxScenario> ALL =
      List.of(
          new OutboxScenario(
              "Of eight processes that add the same key at once, one does",
              stage -> {
                var key = OutboxKey.of("answer-1");
                var added =
                    stage.atOnce(
                        THREADS,
                        (process, number) ->
                            process.add(
                                key, content("answer-1", "eit" + number), OutboxChange.planned()));

                assertThat(added).containsOnlyOnce(true);
                assertThat(stage.entry("answer-1").conversation().value())
                    .isEqualTo("eit" + added.indexOf(true));
              }),
          new OutboxScenario(
              "Of eight workers that change the same entry at once, one does",
              stage -> {
                stage.adds("answer-1", OutboxState.NOT_SENT);

                var changed =
                    stage.atOnce(
                        THREADS,
                        (process, number) ->
                            process.change(
                                OutboxKey.of("answer-1"),
                                free(OutboxState.NOT_SENT),
                                held(OutboxState.NOT_SENT, "worker-" + number)));

                assertThat(changed).containsOnlyOnce(true);
                assertThat(stage.changes("answer-1", holder(changed.indexOf(true)), done()))
                    .isTrue();
              }),
          new OutboxScenario(
              "Eight workers take each planned entry once, in the order of its conversation",
              stage -> {
                var expected = new ConcurrentHashMap<ConversationId, Queue<String>>();
                for (int i = 0; i < ENTRIES; i++) {
                  var conversation = "eit" + i % CONVERSATIONS;
                  stage.plans("answer-" + i, conversation);
                  note(expected, ConversationId.of(conversation), "answer-" + i);
                }
                var seen = new ConcurrentHashMap<ConversationId, Queue<String>>();
                var left = new AtomicInteger(ENTRIES);

                var unused =
                    stage.atOnce(
                        THREADS,
                        (process, number) -> drain(stage, process, "worker-" + number, left, seen));

                assertThat(left).hasValue(0);
                expected.forEach(
                    (conversation, keys) ->
                        assertThat(seen.get(conversation)).containsExactlyElementsOf(keys));
              }),
          new OutboxScenario(
              "Of eight workers that take the same planned entry at once, one gets it",
              stage -> {
                for (int i = 0; i < 10; i++) {
                  stage.plans("answer-" + i, "eit" + i);
                  var taken =
                      stage.atOnce(
                          THREADS,
                          (process, number) ->
                              process.takePlanned("worker-" + number, HOLD).isPresent());
                  assertThat(taken).containsOnlyOnce(true);
                }
              }),
          new OutboxScenario(
              "Of eight workers one at a time looks at an entry, until all are looked at",
              stage -> {
                var keys = IntStream.range(0, 24).mapToObj(i -> "answer-" + i).toList();
                keys.forEach(stage::addsDoubtful);
                var atOnce = new AtomicInteger();
                var seen = new ConcurrentLinkedQueue<String>();

                var most =
                    stage.atOnce(
                        THREADS,
                        (process, number) ->
                            lookUp(stage, process, "worker-" + number, keys.size(), atOnce, seen));

                assertThat(most).allMatch(count -> count <= 1);
                assertThat(seen).containsExactlyElementsOf(keys);
              }));

  private OutboxRaceScenarios() {}

  private static OutboxChange done() {
    return to(OutboxState.DONE);
  }

  private static OutboxCondition holder(int number) {
    return heldBy("worker-" + number, OutboxState.NOT_SENT);
  }

  private static void note(
      Map<ConversationId, Queue<String>> seen, ConversationId conversation, String key) {
    seen.computeIfAbsent(conversation, id -> new ConcurrentLinkedQueue<>()).add(key);
  }

  private static int drain(
      OutboxScenarioStage stage,
      OutboxStore process,
      String holder,
      AtomicInteger left,
      Map<ConversationId, Queue<String>> seen) {
    int count = 0;
    while (stage.isGoing() && left.get() > 0) {
      var taken = process.takePlanned(holder, HOLD);
      if (taken.isPresent()) {
        note(seen, taken.get().conversation(), taken.get().key().value());
        left.decrementAndGet();
        finish(process, taken.get(), holder);
        count++;
      }
    }
    return count;
  }

  /** Returns how many workers at most had an entry in hand when this one had. */
  private static int lookUp(
      OutboxScenarioStage stage,
      OutboxStore process,
      String holder,
      int all,
      AtomicInteger atOnce,
      Queue<String> seen) {
    int most = 0;
    while (stage.isGoing() && seen.size() < all) {
      var taken = process.takeDoubtful(holder, HOLD);
      if (taken.isPresent()) {
        most = Math.max(most, atOnce.incrementAndGet());
        seen.add(taken.get().key().value());
        atOnce.decrementAndGet();
        finish(process, taken.get(), holder);
      }
    }
    return most;
  }

  private static void finish(OutboxStore process, OutboxEntry entry, String holder) {
    assertThat(process.change(entry.key(), heldBy(holder, entry.state()), done()))
        .as(entry.key() + " is still in hand")
        .isTrue();
  }
}
