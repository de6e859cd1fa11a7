package io.inboxport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Order in which calls meet faults, and the record of it. */
class FaultAccountTest extends FaultyTwin {
  @Test
  void each_operation_meets_its_own_faults_in_order_and_all_are_accounted_for() {
    twin.faults().inject(Operation.GET, Fault.unavailable());
    twin.faults().inject(Operation.GET, Fault.lost(), 2);
    twin.faults().inject(Operation.REPLY, Fault.unheard());
    assertThat(twin.faults().pending()).isEqualTo(4);
    twin.list(ConversationQuery.all());

    for (int i = 0; i < 3; i++) {
      meet(Operation.GET);
    }
    twin.get(id);

    assertThat(twin.faults().pending()).isOne();
    assertThat(twin.faults().fired())
        .containsExactly(
            new FiredFault(Operation.GET, id, Fault.unavailable(), clock.instant(), false),
            new FiredFault(Operation.GET, id, Fault.lost(), clock.instant(), false),
            new FiredFault(Operation.GET, id, Fault.lost(), clock.instant(), false));
    assertThat(twin.faults().firedCount()).isEqualTo(3);

    twin.faults().clear();
    assertThat(twin.faults().pending()).isZero();
    assertThat(twin.faults().fired()).isEmpty();
    assertThat(twin.faults().firedCount()).isZero();
    run(Operation.REPLY);
  }

  @Test
  void what_is_forgotten_is_behind_nothing() {
    twin.faults().inject(Operation.GET, Fault.lost());
    var thrown = catchThrowableOfType(InboxException.class, () -> twin.get(id));
    assertThat(twin.faults().behind(thrown)).isPresent();

    twin.faults().clear();
    assertThat(twin.faults().behind(thrown)).isEmpty();
  }

  @Test
  void a_fault_can_last_for_ever_and_only_the_latest_are_remembered() {
    twin.faults().inject(Operation.GET, Fault.lost(), Integer.MAX_VALUE);
    twin.faults().inject(Operation.GET, Fault.lost(), Integer.MAX_VALUE);
    for (int i = 0; i <= FaultPlan.REMEMBERED; i++) {
      meet(Operation.GET);
    }

    assertThat(twin.faults().pending()).isEqualTo(2L * Integer.MAX_VALUE - 10_001);
    assertThat(twin.faults().firedCount()).isEqualTo(10_001);
    assertThat(twin.faults().fired()).hasSize(10_000);
  }

  @Test
  void what_a_call_threw_leads_to_the_fault_behind_it_and_whether_it_was_executed() {
    var missing = ConversationId.of("eit999999999999");
    twin.faults().inject(Operation.ADD_NOTE, Fault.unheard(), 2);
    twin.faults().inject(Operation.GET, Fault.garbled(), 2);

    assertThat(behind(() -> twin.addNote(id, "Done"))).isTrue();
    assertThat(behind(() -> twin.addNote(missing, "Declined"))).isFalse();
    assertThat(behind(() -> twin.get(id))).isTrue();
    assertThat(behind(() -> twin.get(missing))).isFalse();
    assertThat(twin.faults().behind(new InboxException.NotFound(Operation.GET, id))).isEmpty();
  }

  private boolean behind(Runnable call) {
    var thrown = catchThrowableOfType(InboxException.class, call::run);
    return twin.faults().behind(thrown).orElseThrow().executed();
  }

  @Test
  void of_racing_calls_as_many_meet_a_fault_as_there_are() {
    twin.faults().inject(Operation.GET, Fault.unavailable(), 500);

    long met =
        IntStream.range(0, 2_000)
            .parallel()
            .filter(
                i -> {
                  try {
                    twin.get(id);
                    return false;
                  } catch (InboxException.Unavailable unavailable) {
                    return true;
                  }
                })
            .count();

    assertThat(met).isEqualTo(500);
    assertThat(twin.faults().pending()).isZero();
    assertThat(twin.faults().fired()).hasSize(500);
  }
}
