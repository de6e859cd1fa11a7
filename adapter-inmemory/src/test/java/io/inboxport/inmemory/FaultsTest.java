package io.inboxport.inmemory;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.inboxport.Reconciliation.Outcome;
import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Status;
import io.inboxport.timeline.TimelineEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends of calls that meet a fault, and what the server did. */
class FaultsTest extends FaultyTwin {
  @ParameterizedTest
  @EnumSource(to = "CREATE_CASE")
  void what_says_that_nothing_happened_ends_alike_for_every_call(Operation operation) {
    var kinds =
        Map.of(
            Fault.unavailable(), "Unavailable",
            Fault.rateLimited(Duration.ofMinutes(15)), "RateLimited",
            Fault.authenticationFailed(), "AuthenticationFailed",
            Fault.permissionDenied(), "PermissionDenied",
            Fault.notFound(), "NotFound",
            Fault.rejected(409, "No"), "Rejected");
    var before = state();
    kinds.forEach(
        (fault, kind) -> {
          twin.faults().inject(operation, fault);
          assertThat(meet(operation).kind().label()).isEqualTo(kind);
        });

    assertThat(state()).isEqualTo(before);
    run(operation);
  }

  @ParameterizedTest
  @EnumSource(names = {"LIST", "GET", "TIMELINE", "ME"})
  void a_read_whose_answer_is_missing_says_that_nothing_happened(Operation read) {
    assertThat(meet(read, Fault.unheard())).isInstanceOf(InboxException.Unavailable.class);
    assertThat(meet(read, Fault.lost())).isInstanceOf(InboxException.Unavailable.class);
    assertThat(meet(read, Fault.garbled())).isInstanceOf(InboxException.UnreadableResponse.class);
  }

  @ParameterizedTest
  @EnumSource(from = "SET_STATUS", to = "REPLY")
  void what_was_done_and_never_heard_is_found_done(Operation write) {
    for (var fault : List.of(Fault.unheard(), Fault.garbled())) {
      var empty = twin.snapshot();
      var unknown = meetUnknown(write, fault);

      assertThat(unknown.write().operation()).isEqualTo(write);
      assertThat(unknown.attemptedAt()).isEqualTo(clock.instant());
      assertThat(inbox.reconcile(unknown).outcome()).isEqualTo(Outcome.DONE);
      twin.restore(empty);
    }
  }

  @ParameterizedTest
  @EnumSource(from = "SET_STATUS", to = "REPLY")
  void what_was_lost_is_found_not_done(Operation write) {
    var before = state();

    var unknown = meetUnknown(write, Fault.lost());

    assertThat(state()).isEqualTo(before);
    assertThat(inbox.reconcile(unknown).lookAgainAt())
        .contains(clock.instant().plus(Duration.ofMinutes(2)));
    clock.advance(Duration.ofMinutes(2));
    assertThat(inbox.reconcile(unknown).outcome()).isEqualTo(Outcome.NOT_DONE);
  }

  @Test
  void a_case_is_inconclusive_and_the_twin_knows_better() {
    var done = meetUnknown(Operation.CREATE_CASE, Fault.unheard());
    assertThat(twin.cases(id)).hasSize(1);
    var lost = meetUnknown(Operation.CREATE_CASE, Fault.lost());
    assertThat(twin.cases(id)).hasSize(1);

    assertThat(inbox.reconcile(done).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(inbox.reconcile(lost).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void a_refusal_that_is_never_heard_is_of_unknown_outcome_too() {
    twin.setStatus(id, Status.CLOSED);

    var unknown = meetUnknown(Operation.REPLY, Fault.unheard());

    assertThat(twin.replies(id)).isEmpty();
    clock.advance(Duration.ofMinutes(2));
    assertThat(inbox.reconcile(unknown).outcome()).isEqualTo(Outcome.NOT_DONE);
  }

  @Test
  void faults_carry_what_they_were_given() {
    twin.faults().inject(Operation.GET, Fault.rateLimited(Duration.ofMinutes(15)));
    twin.faults().inject(Operation.GET, Fault.rejected(200, "Try another"));

    assertThatThrownBy(() -> twin.get(id))
        .isInstanceOfSatisfying(
            InboxException.RateLimited.class,
            limited ->
                assertThat(limited.retryAt())
                    .isEqualTo(clock.instant().plus(Duration.ofMinutes(15))));
    assertRejected(200, "Try another", () -> twin.get(id));
  }

  @Test
  void a_broken_item_is_told_and_costs_nothing_else() {
    var newer = twin.receive(directMessage());
    twin.faults().inject(Operation.LIST, Fault.brokenItem());
    twin.faults().inject(Operation.TIMELINE, Fault.brokenItem());

    var page = twin.list(ConversationQuery.all());
    assertThat(page.items()).extracting(Conversation::id).containsExactly(id);
    assertThat(page.unreadable()).hasSize(1);
    assertThat(page.total()).hasValue(2);
    assertThat(page.truncated()).isFalse();

    twin.customerSays(id, "Are you there?");
    var timeline = twin.timeline(id, null);
    assertThat(timeline.entries()).extracting(TimelineEntry::content).containsExactly("Hello");
    assertThat(timeline.unreadable()).hasSize(1);
    assertThat(twin.timeline(newer, null).unreadable()).isEmpty();
  }

  @Test
  void an_empty_page_has_nothing_to_break() {
    twin.faults().inject(Operation.LIST, Fault.brokenItem());
    twin.faults().inject(Operation.TIMELINE, Fault.brokenItem());

    assertThat(twin.list(ConversationQuery.closed()).unreadable()).isEmpty();
    assertThat(twin.timeline(twin.receive(directMessage()), null).unreadable()).isEmpty();
    assertThat(twin.faults().fired()).hasSize(2);
  }

  @Test
  void an_unknown_total_is_unknown_for_one_page_and_costs_no_item() {
    twin.faults().inject(Operation.LIST, Fault.unknownTotal());

    var page = twin.list(ConversationQuery.all());
    assertThat(page.items()).extracting(Conversation::id).containsExactly(id);
    assertThat(page.total()).isEmpty();
    assertThat(page.truncated()).isTrue();
    assertThat(page.unreadable()).isEmpty();
    assertThat(twin.list(ConversationQuery.all()).total()).hasValue(1);
    assertThat(twin.faults().firedCount()).isEqualTo(1);
  }

  @Test
  void a_pause_may_be_exactly_a_day() {
    twin.faults().inject(Operation.ME, Fault.rateLimited(Duration.ofDays(1)));

    assertThatThrownBy(twin::me)
        .asInstanceOf(type(InboxException.RateLimited.class))
        .extracting(InboxException.RateLimited::retryAt)
        .isEqualTo(clock.instant().plus(Duration.ofDays(1)));
  }

  @Test
  void what_cannot_be_a_fault_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> twin.faults().inject(Operation.GET, Fault.brokenItem()))
        .withMessageContaining("GET answers with no page");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> twin.faults().inject(Operation.TIMELINE, Fault.unknownTotal()))
        .withMessage(
            "TIMELINE answers with no total: use LIST or LIST_TAGS or LIST_RESPONSES or LIST_USERS or"
                + " LIST_CREDENTIALS.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> twin.faults().inject(Operation.GET, Fault.lost(), 0))
        .withMessageContaining("0 calls");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fault.rateLimited(Duration.ofSeconds(-1)))
        .withMessageContaining("PT-1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fault.rateLimited(Duration.ofDays(1).plusNanos(1)))
        .withMessageContaining("PT24H0.000000001S");
    assertThat(twin.faults().pending()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 199, 201, 302, 401, 403, 404, 408, 421, 429, 500, 503})
  void a_status_that_is_told_as_another_kind_is_no_rejection(int status) {
    assertThatThrownBy(() -> Fault.rejected(status, "No"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A status of " + status + " is not told as Rejected");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 402, 409, 422, 499})
  void a_status_that_is_told_as_a_rejection_is_one(int status) {
    assertThat(Fault.rejected(status, "No")).isEqualTo(Fault.rejected(status, "No"));
  }
}
