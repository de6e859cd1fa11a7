package io.inboxport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.outbox.Outbox;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxRelay;
import io.inboxport.outbox.OutboxResult;
import io.inboxport.reply.ReplyDraft;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutboxRelayTest extends Twin {
  private final InMemoryOutboxStore store = new InMemoryOutboxStore(clock);
  private final LinkedBlockingQueue<OutboxResult.Outcome> heard = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<RuntimeException> failures = new LinkedBlockingQueue<>();
  private final Outbox outbox =
      Outbox.over(twin, store).listener((entry, result) -> heard.add(result.outcome())).build();

  private OutboxRelay relay() {
    return OutboxRelay.start(List.of(outbox), Duration.ofMillis(1), failures::add);
  }

  private ConversationId conversation() {
    var id = twin.receive(InboundItem.post());
    twin.customerSays(id, "Where is my parcel?");
    return id;
  }

  private void plan(ConversationId id, String text) {
    outbox.plan(OutboxKey.of(text), new InboxWrite.Reply(id, ReplyDraft.of(text)));
  }

  private OutboxResult.Outcome next() throws InterruptedException {
    var outcome = heard.poll(30, TimeUnit.SECONDS);
    assertThat(outcome).isNotNull();
    return outcome;
  }

  @Test
  void it_sends_what_is_planned_meanwhile() throws Exception {
    var id = conversation();
    try (var relay = relay()) {
      plan(id, "one");
      plan(id, "two");

      assertThat(next()).isEqualTo(OutboxResult.Outcome.SENT);
      assertThat(next()).isEqualTo(OutboxResult.Outcome.SENT);
      assertThat(relay).isNotNull();
    }
    assertThat(twin.replies(id)).hasSize(2);
    assertThat(failures).isEmpty();
  }

  @Test
  void it_looks_up_what_is_in_doubt() throws Exception {
    var id = conversation();
    clock.advance(Duration.ofMinutes(1));
    twin.faults().inject(Operation.REPLY, Fault.unheard());
    try (var relay = relay()) {
      plan(id, "one");
      assertThat(next()).isEqualTo(OutboxResult.Outcome.IN_DOUBT);
      clock.advance(Duration.ofMinutes(5));

      assertThat(next()).isEqualTo(OutboxResult.Outcome.ALREADY_DONE);
      assertThat(relay).isNotNull();
    }
  }

  @Test
  void a_failure_is_told_and_the_next_round_comes() throws Exception {
    var id = conversation();
    var broken =
        Outbox.over(twin, store)
            .listener(
                (entry, result) -> {
                  throw new IllegalStateException("A listener failed.");
                })
            .build();
    plan(id, "one");
    plan(id, "two");
    try (var relay = OutboxRelay.start(List.of(broken), Duration.ofMillis(1), failures::add)) {
      assertThat(failures.poll(30, TimeUnit.SECONDS)).hasMessage("A listener failed.");
      assertThat(failures.poll(30, TimeUnit.SECONDS)).hasMessage("A listener failed.");
      assertThat(relay).isNotNull();
    }
    assertThat(twin.replies(id)).hasSize(2);
  }

  @Test
  void a_closed_relay_sends_nothing_more() {
    var id = conversation();
    relay().close();

    plan(id, "one");

    assertThat(heard).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("inboxport-outbox"));
  }

  @Test
  void without_an_outbox_or_a_pause_it_does_not_start() {
    assertThatThrownBy(() -> OutboxRelay.start(List.of(), Duration.ofSeconds(1), failures::add))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one");
    assertThatThrownBy(() -> OutboxRelay.start(List.of(outbox), Duration.ZERO, failures::add))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("give a millisecond to a day");
  }
}
