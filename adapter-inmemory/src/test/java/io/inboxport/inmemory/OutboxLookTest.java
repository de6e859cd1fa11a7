package io.inboxport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.outbox.Outbox;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxResult;
import io.inboxport.outbox.OutboxResult.Outcome;
import io.inboxport.outbox.Settlement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looks at one write that a caller asks for, whether or not its time has come. */
class OutboxLookTest extends FaultyTwin {
  private static final OutboxKey KEY = OutboxKey.of("order-1");

  @SuppressWarnings("NullAway.Init") // Made before each test.
  private Outbox outbox;

  @BeforeEach
  void open() {
    outbox = Outbox.over(twin, new InMemoryOutboxStore(clock)).build();
  }

  private InboxWrite note() {
    return new InboxWrite.AddNote(id, "A note");
  }

  private OutboxResult send(Fault fault) {
    twin.faults().inject(Operation.ADD_NOTE, fault);
    return outbox.once(KEY, note());
  }

  @Test
  void an_effect_that_is_there_is_told_at_once() {
    assertThat(send(Fault.unheard()).outcome()).isEqualTo(Outcome.IN_DOUBT);

    assertThat(outbox.look(KEY).outcome()).isEqualTo(Outcome.ALREADY_DONE);
    assertThat(outbox.once(KEY, note()).outcome()).isEqualTo(Outcome.ALREADY_DONE);
  }

  @Test
  void that_there_was_no_effect_is_told_in_due_time_only() {
    send(Fault.lost());

    var early = outbox.look(KEY);
    assertThat(early.outcome()).isEqualTo(Outcome.IN_DOUBT);
    clock.advance(Duration.between(clock.instant(), early.tryAgainAt().orElseThrow()));

    assertThat(outbox.look(KEY).outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(outbox.look(KEY).outcome()).as("without another look").isEqualTo(Outcome.NOT_SENT);
    assertThat(outbox.once(KEY, note()).outcome()).isEqualTo(Outcome.SENT);
  }

  @Test
  void a_final_fate_is_told_as_it_is() {
    send(Fault.lost());
    outbox.settle(KEY, Settlement.GIVEN_UP);

    assertThat(outbox.look(KEY).outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void there_is_nothing_to_look_at_without_an_entry() {
    assertThatIllegalArgumentException().isThrownBy(() -> outbox.look(KEY));
  }
}
