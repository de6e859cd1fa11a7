package io.inboxport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Status;
import io.inboxport.timeline.TimelineEntry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Execution of writes some time after the call, by the clock of the test. */
class LateExecutionTest extends FaultyTwin {
  private static final Duration DELAY = Duration.ofSeconds(30);

  @ParameterizedTest
  @EnumSource(names = {"SET_STATUS", "ASSIGN", "ADD_NOTE", "REPLACE_TAGS", "REPLY", "CREATE_CASE"})
  void a_write_takes_effect_when_the_clock_has_passed_its_delay(Operation write) {
    var before = state();

    var unknown = meetUnknown(write, Fault.executedLater(DELAY));
    clock.advance(DELAY.minusNanos(1));
    assertThat(state()).isEqualTo(before);
    clock.advance(Duration.ofNanos(1));

    assertThat(unknown.attemptedAt()).isEqualTo(clock.instant().minus(DELAY));
    assertThat(state()).isNotEqualTo(before);
    assertThat(twin.faults().fired()).singleElement().matches(fired -> !fired.executed());
  }

  @ParameterizedTest
  @EnumSource(names = {"LIST", "GET", "TIMELINE", "ME"})
  void a_read_is_not_answered(Operation read) {
    assertThat(meet(read, Fault.executedLater(DELAY)))
        .isInstanceOf(InboxException.Unavailable.class);
  }

  @Test
  void without_a_delay_a_write_is_there_at_once() {
    meetUnknown(Operation.ADD_NOTE, Fault.executedLater(Duration.ZERO));

    assertThat(twin.notes(id)).hasSize(1);
  }

  @Test
  void an_entry_has_the_time_it_was_due_and_the_next_id_at_the_time_it_came() {
    var due = clock.instant().plus(DELAY);
    meetUnknown(Operation.ADD_NOTE, Fault.executedLater(DELAY));
    var meanwhile = twin.addNote(id, "Meanwhile");
    clock.advance(Duration.ofHours(1));

    var later = twin.addNote(id, "Later");
    var notes = twin.notes(id);

    assertThat(notes)
        .extracting(TimelineEntry::content)
        .containsExactly("Meanwhile", "A note", "Later");
    assertThat(notes.get(1).created()).contains(due);
    assertThat(notes.get(1).id().value())
        .isGreaterThan(meanwhile.id().value())
        .isLessThan(later.id().value());
  }

  @Test
  void several_writes_are_executed_in_the_order_they_are_due() {
    twin.faults().inject(Operation.SET_STATUS, Fault.executedLater(DELAY.multipliedBy(2)));
    meet(Operation.SET_STATUS);
    meetUnknown(Operation.REPLY, Fault.executedLater(DELAY));
    clock.advance(DELAY.multipliedBy(3));

    assertThat(twin.replies(id)).hasSize(1);
    assertThat(inbox.get(id).status()).isEqualTo(Status.CLOSED);
  }

  @Test
  void what_the_server_declines_by_then_never_happens() {
    meetUnknown(Operation.REPLY, Fault.executedLater(DELAY));
    inbox.close(id);
    clock.advance(DELAY);
    assertThat(twin.replies(id)).isEmpty();

    meetUnknown(Operation.ADD_NOTE, Fault.executedLater(DELAY));
    twin.deleteConversation(id);
    clock.advance(DELAY);
    assertThat(twin.list(ConversationQuery.all()).items()).isEmpty();
  }

  @Test
  void a_snapshot_holds_what_is_still_to_be_executed() {
    var before = twin.snapshot();
    meetUnknown(Operation.REPLY, Fault.executedLater(DELAY));
    var underWay = twin.snapshot();

    twin.restore(before);
    clock.advance(DELAY);
    assertThat(twin.replies(id)).isEmpty();

    twin.restore(underWay);
    assertThat(twin.replies(id)).hasSize(1);
  }

  @Test
  void forgetting_the_faults_does_not_stop_what_is_under_way() {
    meetUnknown(Operation.REPLY, Fault.executedLater(DELAY));
    twin.faults().clear();
    clock.advance(DELAY);

    assertThat(twin.replies(id)).hasSize(1);
  }

  @Test
  void a_delay_is_nothing_to_a_day() {
    assertThat(Fault.executedLater(Duration.ofDays(1)))
        .isEqualTo(Fault.executedLater(Duration.ofHours(24)))
        .isNotEqualTo(Fault.executedLater(DELAY));
    for (var wrong : new Duration[] {Duration.ofNanos(-1), Duration.ofDays(1).plusNanos(1)}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Fault.executedLater(wrong))
          .withMessage("The delay is " + wrong + ": give zero to 24 hours.");
    }
  }

  @ParameterizedTest
  @EnumSource(to = "CREATE_CASE")
  void only_an_answer_that_says_what_it_is_about_can_be_about_something_else(Operation operation) {
    for (var fault : new Fault[] {Fault.anotherConversation(), Fault.anotherUser()}) {
      if (operation == Operation.ASSIGN
          || (operation == Operation.GET && fault.equals(Fault.anotherConversation()))) {
        int before = twin.notes(id).size();
        assertThat(meet(operation, fault))
            .isInstanceOf(
                operation.isWrite()
                    ? InboxException.OutcomeUnknown.class
                    : InboxException.UnreadableResponse.class);
        assertThat(twin.notes(id)).hasSize(before + (operation.isWrite() ? 1 : 0));
        continue;
      }
      assertThatIllegalArgumentException()
          .isThrownBy(() -> twin.faults().inject(operation, fault))
          .withMessageStartingWith(operation + " answers with no ");
    }
  }
}
