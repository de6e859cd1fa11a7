package io.inboxport.inmemory;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.inboxport.InboxException;
import io.inboxport.Reconciliation.Outcome;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Status;
import io.inboxport.port.Operation;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest extends Twin {
  private static final IntegrationId SALESFORCE = IntegrationId.of("sfint00000000001");

  private final ConversationId id = twin.receive(directMessage().saying("Hello"));
  private final Map<Operation, Runnable> calls = new EnumMap<>(Operation.class);

  FaultsTest() {
    twin.addIntegration(SALESFORCE);
    clock.advance(Duration.ofMinutes(30));
    calls.put(Operation.LIST, () -> twin.list(ConversationQuery.all()));
    calls.put(Operation.GET, () -> twin.get(id));
    calls.put(Operation.TIMELINE, () -> twin.timeline(id, null));
    calls.put(Operation.ME, twin::me);
    calls.put(Operation.SET_STATUS, () -> twin.setStatus(id, Status.CLOSED));
    calls.put(Operation.ASSIGN, () -> twin.assign(id, COLLEAGUE, "Please look"));
    calls.put(Operation.ADD_NOTE, () -> twin.addNote(id, "A note"));
    calls.put(Operation.REPLACE_TAGS, () -> twin.replaceTags(id, List.of(TagName.of("VIP"))));
    calls.put(Operation.REPLY, () -> twin.reply(id, ReplyDraft.of("On it!")));
    calls.put(Operation.CREATE_CASE, () -> twin.createCase(id, SalesforceCase.through(SALESFORCE)));
  }

  @ParameterizedTest
  @EnumSource
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
          assertThat(meet(operation).kind()).isEqualTo(kind);
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
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"LIST", "GET", "TIMELINE", "ME", "CREATE_CASE"})
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
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"LIST", "GET", "TIMELINE", "ME", "CREATE_CASE"})
  void what_was_lost_is_found_not_done(Operation write) {
    var before = state();

    var unknown = meetUnknown(write, Fault.lost());

    assertThat(state()).isEqualTo(before);
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
    for (int i = 0; i <= Faults.REMEMBERED; i++) {
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
  void a_broken_item_is_told_and_costs_nothing_else() {
    var newer = twin.receive(directMessage());
    twin.faults().inject(Operation.LIST, Fault.brokenItem());
    twin.faults().inject(Operation.TIMELINE, Fault.brokenItem());

    var page = twin.list(ConversationQuery.all());
    assertThat(page.items()).extracting(Conversation::id).containsExactly(id);
    assertThat(page.unreadable()).hasSize(1);
    assertThat(page.total()).isEqualTo(2);
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
  void what_cannot_be_a_fault_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> twin.faults().inject(Operation.GET, Fault.brokenItem()))
        .withMessageContaining("GET answers with no page");
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

  private InboxException.OutcomeUnknown meetUnknown(Operation write, Fault fault) {
    return (InboxException.OutcomeUnknown) meet(write, fault);
  }

  private InboxException meet(Operation operation, Fault fault) {
    twin.faults().inject(operation, fault);
    return meet(operation);
  }

  private InboxException meet(Operation operation) {
    var met = catchThrowableOfType(InboxException.class, () -> run(operation));
    assertThat(met.operation()).isEqualTo(operation);
    return met;
  }

  private void run(Operation operation) {
    Objects.requireNonNull(calls.get(operation)).run();
  }

  private List<?> state() {
    return Stream.of(
            twin.get(id), inbox.timeline(id).stream().toList(), twin.replies(id), twin.cases(id))
        .toList();
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
