package io.inboxport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxException.ReplyRefused;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.Status;
import io.inboxport.outbox.OfferPolicy;
import io.inboxport.outbox.Outbox;
import io.inboxport.outbox.OutboxBuilder;
import io.inboxport.outbox.OutboxEntry;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxReport;
import io.inboxport.outbox.OutboxResult;
import io.inboxport.outbox.OutboxResult.Outcome;
import io.inboxport.outbox.OutboxState;
import io.inboxport.outbox.Settlement;
import io.inboxport.port.ForwardingInboxGateway;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyDraft;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxTest extends Twin {
  private static final OutboxKey KEY = OutboxKey.of("ticket-4711/1");
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

  private final InMemoryOutboxStore store = new InMemoryOutboxStore(clock);
  private final Outbox outbox = builder().build();
  private ConversationId id = NOWHERE;

  private OutboxBuilder builder() {
    return Outbox.over(twin, store);
  }

  @BeforeEach
  void a_customer_asks() {
    id = twin.receive(InboundItem.post());
    twin.customerSays(id, "Where is my parcel?");
    clock.advance(Duration.ofSeconds(10));
  }

  private InboxWrite reply(String text) {
    return new InboxWrite.Reply(id, ReplyDraft.of(text));
  }

  private List<String> replies() {
    return twin.replies(id).stream().map(ReplyDraft::message).toList();
  }

  private OutboxEntry entry() {
    return outbox.find(KEY).orElseThrow();
  }

  private OutboxKey plan(int number) {
    var key = OutboxKey.of("answer-" + number);
    assertThat(outbox.plan(key, reply("Answer " + number))).isTrue();
    return key;
  }

  @Test
  void a_write_goes_out_once_however_often_it_is_asked_for() {
    assertThat(outbox.once(KEY, reply("On its way.")).outcome()).isEqualTo(Outcome.SENT);
    assertThat(outbox.once(KEY, reply("On its way.")).outcome()).isEqualTo(Outcome.ALREADY_DONE);
    assertThat(outbox.once(KEY, reply("On its way.")).isInEffect()).isTrue();

    assertThat(replies()).containsExactly("On its way.");
  }

  @Test
  void a_key_belongs_to_one_write() {
    outbox.once(KEY, reply("On its way."));

    assertThatThrownBy(() -> outbox.once(KEY, reply("It is late.")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The key \"ticket-4711/1\" belongs to another write (Reply to "
                + id
                + "): give each write a key of its own.");
    assertThatThrownBy(() -> outbox.plan(KEY, reply("It is late.")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(replies()).containsExactly("On its way.");
  }

  @Test
  void a_write_that_needs_no_read_goes_out_once_too() {
    var close = new InboxWrite.SetStatus(id, Status.CLOSED);
    var open = new InboxWrite.SetStatus(id, Status.OPEN);
    assertThat(outbox.once(KEY, close).outcome()).isEqualTo(Outcome.SENT);
    twin.setStatus(id, Status.OPEN);

    assertThat(outbox.once(KEY, close).outcome()).isEqualTo(Outcome.ALREADY_DONE);
    assertThatThrownBy(() -> outbox.once(KEY, open))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("belongs to another write (Set status of " + id + ")");
    assertThat(twin.get(id).status()).isEqualTo(Status.OPEN);
  }

  @Test
  void the_text_is_gone_when_the_write_is_done() {
    outbox.once(KEY, reply("On its way."));

    assertThat(entry().state()).isEqualTo(OutboxState.DONE);
    assertThat(entry().write()).isEmpty();
    assertThat(entry().toString()).doesNotContain("On its way");
  }

  @Test
  void a_reply_that_a_rule_refuses_leaves_no_entry() {
    inbox.close(id);

    var result = outbox.once(KEY, reply("On its way."));

    assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(result.failure()).containsInstanceOf(ReplyRefused.class);
    assertThat(outbox.find(KEY)).isEmpty();
  }

  @Test
  void a_write_that_the_server_declined_stays_refused() {
    twin.faults().inject(Operation.REPLY, Fault.rejected(400, "The item is gone: On its way."));

    var result = outbox.once(KEY, reply("On its way."));

    assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(result.toString()).doesNotContain("On its way");
    assertThat(entry().note()).isEqualTo("The server declined it.");
    assertThat(outbox.once(KEY, reply("On its way.")).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(replies()).isEmpty();
  }

  @Test
  void a_write_that_was_not_sent_may_be_offered_again() {
    twin.faults().inject(Operation.REPLY, Fault.rateLimited(Duration.ofMinutes(15)));

    var result = outbox.once(KEY, reply("On its way."));

    assertThat(result.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(result.tryAgainAt()).contains(NOON.plusSeconds(10).plus(Duration.ofMinutes(15)));
    assertThat(entry().state()).isEqualTo(OutboxState.NOT_SENT);
    assertThat(outbox.once(KEY, reply("On its way.")).outcome()).isEqualTo(Outcome.SENT);
    assertThat(entry().attempts()).isEqualTo(2);
  }

  @Test
  void a_write_in_doubt_is_not_sent_again_but_looked_up_when_it_is_time() {
    twin.faults().inject(Operation.REPLY, Fault.unheard());

    var result = outbox.once(KEY, reply("On its way."));

    assertThat(result.outcome()).isEqualTo(Outcome.IN_DOUBT);
    assertThat(result.failure()).containsInstanceOf(OutcomeUnknown.class);
    assertThat(result.tryAgainAt()).contains(clock.instant().plus(Duration.ofMinutes(2)));
    assertThat(outbox.once(KEY, reply("On its way.")).outcome()).isEqualTo(Outcome.IN_DOUBT);
    clock.advance(LONG_ENOUGH);
    assertThat(outbox.once(KEY, reply("On its way.")).outcome()).isEqualTo(Outcome.ALREADY_DONE);
    assertThat(replies()).containsExactly("On its way.");
  }

  @Test
  void a_look_that_finds_no_effect_sends_nothing_by_itself() {
    twin.faults().inject(Operation.REPLY, Fault.lost());
    outbox.once(KEY, reply("On its way."));
    clock.advance(LONG_ENOUGH);

    assertThat(outbox.once(KEY, reply("On its way.")).outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(replies()).isEmpty();
    assertThat(outbox.once(KEY, reply("On its way.")).outcome()).isEqualTo(Outcome.SENT);
    assertThat(replies()).containsExactly("On its way.");
  }

  @Test
  void what_a_look_cannot_tell_waits_for_a_person() {
    twin.faults().inject(Operation.REPLY, Fault.lost());
    outbox.once(KEY, reply("On its way."));
    // A colleague wrote the same words, or the server rewrote the author.
    twin.happens(id, EntryType.MESSAGE, "On its way.");
    clock.advance(LONG_ENOUGH);

    var report = outbox.recover(10);

    assertThat(report).isEqualTo(new OutboxReport(0, 0, 0, 1));
    assertThat(entry().needsPerson()).isTrue();
    assertThat(entry().note()).startsWith("A look found: The timeline holds such a text");
    assertThat(outbox.recover(10).total()).isZero();
    outbox.settle(KEY, Settlement.DONE);
    assertThat(outbox.once(KEY, reply("On its way.")).outcome()).isEqualTo(Outcome.ALREADY_DONE);
    assertThat(replies()).isEmpty();
  }

  @Test
  void a_look_that_cannot_read_looks_again_a_minute_later() {
    twin.faults().inject(Operation.REPLY, Fault.unheard());
    outbox.once(KEY, reply("On its way."));
    clock.advance(LONG_ENOUGH);
    twin.faults().inject(Operation.TIMELINE, Fault.unavailable());

    assertThat(outbox.recover(10)).isEqualTo(new OutboxReport(0, 0, 0, 1));
    assertThat(entry().note())
        .isEqualTo("A look failed. The server could not be reached, or did not serve.");
    clock.advance(Duration.ofSeconds(59));
    assertThat(outbox.recover(10).total()).isZero();
    clock.advance(Duration.ofSeconds(1));
    assertThat(outbox.recover(10)).isEqualTo(new OutboxReport(1, 0, 0, 0));
  }

  @Test
  void a_conversation_that_is_gone_leaves_the_doubt_to_a_person() {
    twin.faults().inject(Operation.REPLY, Fault.lost());
    outbox.once(KEY, reply("On its way."));
    twin.deleteConversation(id);
    clock.advance(LONG_ENOUGH);

    assertThat(outbox.recover(10).inDoubt()).isOne();
    assertThat(entry().needsPerson()).isTrue();
  }

  @Test
  void planned_writes_go_out_in_order() {
    plan(1);
    plan(2);
    plan(3);

    assertThat(outbox.drain(10)).isEqualTo(new OutboxReport(3, 0, 0, 0));

    assertThat(replies()).containsExactly("Answer 1", "Answer 2", "Answer 3");
  }

  @Test
  void a_write_in_doubt_stops_those_behind_it_in_its_conversation_only() {
    var other = twin.receive(InboundItem.post());
    plan(1);
    plan(2);
    outbox.plan(KEY, new InboxWrite.SetStatus(other, Status.CLOSED));
    twin.faults().inject(Operation.REPLY, Fault.unheard());

    outbox.drain(10);
    outbox.drain(10);

    assertThat(replies()).containsExactly("Answer 1");
    assertThat(entry().state()).isEqualTo(OutboxState.DONE);
    clock.advance(LONG_ENOUGH);
    outbox.recover(10);
    outbox.drain(10);
    assertThat(replies()).containsExactly("Answer 1", "Answer 2");
  }

  @Test
  void a_planned_write_that_the_budget_held_back_keeps_its_place() {
    twin.faults().inject(Operation.REPLY, Fault.rateLimited(Duration.ofMinutes(15)));
    plan(1);
    plan(2);

    assertThat(outbox.drain(10)).isEqualTo(new OutboxReport(0, 0, 1, 0));
    assertThat(outbox.drain(10).total()).isZero();
    clock.advance(Duration.ofMinutes(15));
    assertThat(outbox.drain(10)).isEqualTo(new OutboxReport(2, 0, 0, 0));
    assertThat(replies()).containsExactly("Answer 1", "Answer 2");
  }

  @Test
  void the_policy_decides_what_happens_to_a_planned_write_without_effect() {
    var again =
        builder().policy((entry, failure, now) -> Optional.of(Duration.ofMinutes(1))).build();
    twin.faults().inject(Operation.REPLY, Fault.lost());
    plan(1);
    again.drain(1);
    clock.advance(LONG_ENOUGH);

    assertThat(again.recover(10)).isEqualTo(new OutboxReport(0, 0, 1, 0));
    assertThat(again.drain(10).total()).isZero();
    clock.advance(Duration.ofMinutes(1));
    assertThat(again.drain(10)).isEqualTo(new OutboxReport(1, 0, 0, 0));
    assertThat(replies()).containsExactly("Answer 1");
  }

  @Test
  void a_policy_that_leaves_all_to_a_person_stops_the_line_until_one_decides() {
    var careful = builder().policy(OfferPolicy.person()).build();
    twin.faults().inject(Operation.REPLY, Fault.unavailable());
    var first = plan(1);
    plan(2);
    careful.drain(10);
    careful.drain(10);

    assertThat(replies()).isEmpty();
    careful.settle(first, Settlement.GIVEN_UP);
    careful.drain(10);
    assertThat(replies()).containsExactly("Answer 2");
  }

  @Test
  void a_person_may_send_a_write_again() {
    twin.faults().inject(Operation.REPLY, Fault.lost());
    var first = plan(1);
    outbox.drain(10);
    clock.advance(LONG_ENOUGH);
    outbox.recover(10);

    outbox.settle(first, Settlement.SEND);

    assertThat(outbox.drain(10).done()).isOne();
    assertThat(replies()).containsExactly("Answer 1");
  }

  @Test
  void a_planned_reply_that_a_rule_refuses_stops_no_other() {
    inbox.close(id);
    plan(1);
    outbox.plan(KEY, new InboxWrite.SetStatus(id, Status.OPEN));

    assertThat(outbox.drain(10)).isEqualTo(new OutboxReport(1, 1, 0, 0));
    assertThat(outbox.find(OutboxKey.of("answer-1")).orElseThrow().note())
        .isEqualTo("A rule of the reply refused it.");
  }

  @Test
  void planning_the_same_write_twice_plans_it_once() {
    plan(1);

    assertThat(outbox.plan(OutboxKey.of("answer-1"), reply("Answer 1"))).isFalse();
    outbox.drain(10);
    assertThat(outbox.plan(OutboxKey.of("answer-1"), reply("Answer 1"))).isFalse();
    outbox.drain(10);
    assertThat(replies()).containsExactly("Answer 1");
  }

  @Test
  void a_caller_may_send_what_is_planned_at_once() {
    outbox.plan(KEY, reply("On its way."));

    assertThat(outbox.once(KEY, reply("On its way.")).outcome()).isEqualTo(Outcome.SENT);
    assertThat(outbox.drain(10).total()).isZero();
    assertThat(replies()).containsExactly("On its way.");
  }

  @Test
  void a_write_that_another_worker_has_in_hand_is_left_to_it() {
    outbox.plan(KEY, reply("On its way."));
    store.takePlanned("another-worker", Duration.ofMinutes(2));

    var result = outbox.once(KEY, reply("On its way."));

    assertThat(result.outcome()).isEqualTo(Outcome.IN_DOUBT);
    assertThat(result.explanation()).isEqualTo("Another worker is about to send it.");
    assertThat(result.tryAgainAt()).contains(clock.instant().plus(Duration.ofMinutes(2)));
    assertThat(outbox.drain(10).total()).isZero();
    assertThat(replies()).isEmpty();
  }

  @Test
  void a_worker_that_was_frozen_for_longer_than_its_lease_sends_nothing() {
    var slow =
        Outbox.over(
                new ForwardingInboxGateway(twin) {
                  @Override
                  public InboxGateway leavingOnlyIf(BooleanSupplier allowed) {
                    // Between the commit and the socket.
                    clock.advance(Duration.ofMinutes(2));
                    return super.leavingOnlyIf(allowed);
                  }
                },
                store)
            .build();

    var result = slow.once(KEY, reply("On its way."));

    assertThat(result.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(result.failure()).containsInstanceOf(Unavailable.class);
    assertThat(replies()).isEmpty();
  }

  @Test
  void an_answer_that_comes_late_corrects_what_a_look_found() {
    var slow =
        Outbox.over(
                new ForwardingInboxGateway(twin) {
                  @Override
                  public void reply(ConversationId conversation, ReplyDraft draft) {
                    clock.advance(LONG_ENOUGH);
                    assertThat(outbox.recover(10).notSent()).isOne();
                    super.reply(conversation, draft);
                  }
                },
                store)
            .build();

    assertThat(slow.once(KEY, reply("On its way.")).outcome()).isEqualTo(Outcome.SENT);
    assertThat(entry().state()).isEqualTo(OutboxState.DONE);
    assertThat(replies()).containsExactly("On its way.");
  }

  @Test
  void a_refusal_that_comes_late_does_not_speak_for_another_attempt() {
    var slow =
        Outbox.over(
                new ForwardingInboxGateway(twin) {
                  @Override
                  public void reply(ConversationId conversation, ReplyDraft draft) {
                    clock.advance(LONG_ENOUGH);
                    outbox.recover(10);
                    twin.faults().inject(Operation.REPLY, Fault.unheard());
                    outbox.once(KEY, OutboxTest.this.reply("On its way."));
                    throw new Rejected(Operation.REPLY, conversation, 400, "No.");
                  }
                },
                store)
            .build();

    assertThat(slow.once(KEY, reply("On its way.")).outcome()).isEqualTo(Outcome.REFUSED);

    assertThat(entry().state()).isEqualTo(OutboxState.IN_DOUBT);
    clock.advance(LONG_ENOUGH);
    outbox.recover(10);
    assertThat(entry().state()).isEqualTo(OutboxState.DONE);
    assertThat(replies()).containsExactly("On its way.");
  }

  @Test
  void a_gateway_that_breaks_its_contract_leaves_a_doubt() {
    var broken =
        Outbox.over(
                new ForwardingInboxGateway(twin) {
                  @Override
                  public void reply(ConversationId conversation, ReplyDraft draft) {
                    throw new IllegalStateException("secret");
                  }
                },
                store)
            .build();

    assertThatThrownBy(() -> broken.once(KEY, reply("On its way.")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(entry().state()).isEqualTo(OutboxState.IN_DOUBT);
    assertThat(entry().note())
        .isEqualTo("The call ended in a way that tells nothing: java.lang.IllegalStateException.");
  }

  @Test
  void a_worker_says_what_became_of_each_write() {
    var heard = new ArrayList<OutboxResult>();
    var told = builder().listener((entry, result) -> heard.add(result)).build();
    plan(1);
    twin.faults().inject(Operation.REPLY, Fault.unheard());

    told.drain(10);
    clock.advance(LONG_ENOUGH);
    told.recover(10);

    assertThat(heard)
        .extracting(OutboxResult::outcome)
        .containsExactly(Outcome.IN_DOUBT, Outcome.ALREADY_DONE);
  }

  @Test
  void what_is_settled_or_in_hand_cannot_be_settled() {
    outbox.once(KEY, reply("On its way."));
    var planned = plan(1);
    store.takePlanned("another-worker", Duration.ofMinutes(2));

    assertThatThrownBy(() -> outbox.settle(KEY, Settlement.SEND))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is done");
    assertThatThrownBy(() -> outbox.settle(planned, Settlement.SEND))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a worker has it in hand");
    assertThatThrownBy(() -> outbox.settle(OutboxKey.of("none"), Settlement.DONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no write \"none\"");
  }

  @Test
  void only_what_is_final_is_forgotten() {
    var planned = plan(1);
    outbox.once(KEY, reply("On its way."));

    assertThatThrownBy(() -> outbox.forget(planned))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("settle it first");
    outbox.forget(KEY);
    assertThat(outbox.find(KEY)).isEmpty();
    assertThat(outbox.list(EnumSet.allOf(OutboxState.class), 10))
        .extracting(OutboxEntry::key)
        .containsExactly(planned);
  }

  @Test
  void what_has_been_final_for_long_is_forgotten() {
    outbox.once(KEY, reply("On its way."));
    clock.advance(Duration.ofDays(30));
    outbox.once(OutboxKey.of("young"), new InboxWrite.SetStatus(id, Status.CLOSED));

    assertThat(outbox.forgetFinal(Duration.ofDays(30))).isOne();
    assertThat(outbox.find(KEY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void a_worker_deals_with_at_least_one_write(int most) {
    assertThatThrownBy(() -> outbox.drain(most)).hasMessageContaining("give 1 or more");
    assertThatThrownBy(() -> outbox.recover(most)).hasMessageContaining("give 1 or more");
    assertThatThrownBy(() -> outbox.list(EnumSet.allOf(OutboxState.class), most))
        .hasMessageContaining("give 1 or more");
  }

  @Test
  void a_note_that_no_server_would_take_is_refused_before_it_is_written_down() {
    var blank = new InboxWrite.AddNote(id, " ");

    assertThatThrownBy(() -> outbox.once(KEY, blank)).hasMessageContaining("is blank");
    assertThatThrownBy(() -> outbox.plan(KEY, blank)).hasMessageContaining("is blank");
    assertThat(outbox.find(KEY)).isEmpty();
  }

  @Test
  void settings_out_of_their_limits_are_refused() {
    assertThatThrownBy(() -> builder().lease(Duration.ofMillis(999)))
        .hasMessage("The lease is PT0.999S: give PT1S to PT1H.");
    assertThatThrownBy(() -> builder().settlingFor(Duration.ofDays(1).plusNanos(1)))
        .hasMessageContaining("The settling time");
    assertThatThrownBy(() -> outbox.forgetFinal(Duration.ofSeconds(-1)))
        .hasMessageContaining("give 0 or more");
  }

  @Test
  void without_reading_the_newest_entry_a_look_is_less_sure() {
    var quick = builder().withoutReadingNewest().build();
    clock.advance(Duration.ofMillis(300));
    twin.faults().inject(Operation.REPLY, Fault.unheard());
    quick.once(KEY, reply("On its way."));
    clock.advance(LONG_ENOUGH);

    assertThat(quick.recover(10).inDoubt()).isOne();
  }

  @Test
  void the_clocks_of_processes_make_no_difference() {
    twin.faults().inject(Operation.REPLY, Fault.unheard());
    outbox.once(KEY, reply("On its way."));
    clock.advance(LONG_ENOUGH);
    var hoursBehind = Clock.offset(clock, Duration.ofHours(-5));
    var other =
        Outbox.over(
                new ForwardingInboxGateway(twin) {
                  @Override
                  public Clock clock() {
                    return hoursBehind;
                  }

                  @Override
                  public Duration clockOffset() {
                    return Duration.ofHours(5);
                  }
                },
                store)
            .build();

    assertThat(other.recover(10)).isEqualTo(new OutboxReport(1, 0, 0, 0));
    assertThat(Instant.now(hoursBehind)).isBefore(clock.instant());
  }
}
