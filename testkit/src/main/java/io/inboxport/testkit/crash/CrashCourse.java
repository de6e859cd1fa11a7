package io.inboxport.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.outbox.Outbox;
import io.inboxport.outbox.OutboxEntry;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxState;
import io.inboxport.outbox.OutboxUnavailable;
import io.inboxport.outbox.Settlement;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.TagName;
import io.inboxport.testkit.crash.CrashSwitch.Crash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Course of one write through a crash and the recovery from it. */
final class CrashCourse {
  private static final OutboxKey KEY = OutboxKey.of("ticket-4711/1");
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(6);
  private static final UserId AGENT = UserId.of("00A000000000002");

  private final SettableClock clock = SettableClock.at(Instant.parse("2025-03-10T12:00:00Z"));
  private final InMemoryInboxGateway twin = InMemoryInboxGateway.builder().clock(clock).build();
  private final ExecutionCounter server = new ExecutionCounter(twin);
  private final OutboxStage stage;
  private final Way way;
  private final InboxWrite write;

  CrashCourse(OutboxStage stage, Way way, InboxWrite write) {
    this.stage = stage;
    this.way = way;
    this.write = write;
    var id = twin.receive(InboundItem.post());
    assertThat(id).isEqualTo(write.conversation());
    twin.customerSays(id, "Where is my parcel?");
    twin.addUser(AGENT, "Agent", "agent@example.com");
    twin.addIntegration(IntegrationId.of("int1"));
    pass(Duration.ofMinutes(1));
  }

  /** Way in which a write gets into an outbox and out of it. */
  enum Way {
    /** The caller sends it. */
    ONCE,
    /** The caller plans it, and a worker sends it. */
    PLANNED,
    /** Its process died before the server got it, and another one recovers. */
    LEFT_UNSENT,
    /** Its process died after the server executed it, and another one recovers. */
    LEFT_DONE
  }

  static List<InboxWrite> writes() {
    var twin = InMemoryInboxGateway.create();
    ConversationId id = twin.receive(InboundItem.post());
    return List.of(
        new InboxWrite.SetStatus(id, Status.CLOSED),
        new InboxWrite.Assign(id, AGENT, null),
        new InboxWrite.Assign(id, AGENT, "Please call back."),
        new InboxWrite.AddNote(id, "Sent a replacement."),
        new InboxWrite.ReplaceTags(id, List.of(TagName.of("parcel"), TagName.of("late"))),
        new InboxWrite.Reply(id, ReplyDraft.of("It is on its way.")),
        new InboxWrite.CreateCase(id, SalesforceCase.through(IntegrationId.of("int1"))));
  }

  /** Runs the course. Returns whether the switch acted. */
  boolean run(CrashSwitch crash) {
    boolean isPlanned = live(crash);
    var name = way + " " + write.operation() + ", " + crash.hit();
    assertThat(server.executions()).as(name).isLessThanOrEqualTo(1);
    var outbox = outbox(CrashSwitch.none());
    for (int i = 0; i < 3; i++) {
      if (way == Way.ONCE) {
        // The caller does not know better, and asks again at once.
        outbox.once(KEY, write);
        assertThat(server.executions()).as(name).isLessThanOrEqualTo(1);
      }
      pass(LONG_ENOUGH);
      if (way != Way.ONCE || i == 2) {
        outbox.recover(10);
      }
    }
    var seen = outbox.find(KEY);
    assertThat(seen.isPresent() || !isPlanned).as("nothing is lost: " + name).isTrue();
    assertTrue(name, seen);
    offerAgain(outbox);
    var last = outbox.find(KEY);
    assertTrue(name, last);
    assertThat(server.executions()).as(name).isLessThanOrEqualTo(1);
    if (last.isPresent() && last.get().state() != OutboxState.IN_DOUBT) {
      assertThat(last.get().state()).as(name).isEqualTo(OutboxState.DONE);
    }
    return crash.hit() != null;
  }

  /** Lives until the end or the crash. Returns whether the write was planned for certain. */
  private boolean live(CrashSwitch crash) {
    var outbox = outbox(crash);
    boolean isPlanned = false;
    try {
      switch (way) {
        case ONCE -> outbox.once(KEY, write);
        case PLANNED -> {
          isPlanned = outbox.plan(KEY, write);
          outbox.drain(5);
        }
        case LEFT_UNSENT, LEFT_DONE -> {
          leave();
          outbox.recover(5);
        }
      }
    } catch (ProcessDeath death) {
      assertThat(crash.isDead()).isTrue();
    } catch (OutboxUnavailable unavailable) {
      assertThat(crash.hit()).isNotNull();
    }
    return isPlanned;
  }

  /** Lets a process die while the write is under way. */
  private void leave() {
    var crash = way == Way.LEFT_DONE ? Crash.DIES_AFTER : Crash.DIES_BEFORE;
    var dying = CrashSwitch.at(write.operation().name(), crash);
    assertThatThrownBy(() -> outbox(dying).once(KEY, write)).isInstanceOf(ProcessDeath.class);
    pass(LONG_ENOUGH);
  }

  private Outbox outbox(CrashSwitch crash) {
    return Outbox.over(new CrashingInboxGateway(server, crash), stage.open(crash)).build();
  }

  private void pass(Duration time) {
    clock.advance(time);
    stage.pass(time);
  }

  /** A state tells nothing untrue. Only a case in Salesforce stays in doubt. */
  private void assertTrue(String name, Optional<OutboxEntry> entry) {
    if (entry.isEmpty()) {
      assertThat(server.executions()).as(name).isZero();
      return;
    }
    var state = entry.get().state();
    switch (state) {
      case DONE -> assertThat(server.executions()).as(name).isOne();
      case PLANNED, NOT_SENT, REFUSED -> assertThat(server.executions()).as(name).isZero();
      case IN_DOUBT -> assertThat(write.operation()).as(name).isEqualTo(Operation.CREATE_CASE);
      case SENDING -> throw new AssertionError("It is still sending: " + name);
    }
    assertThat(entry.get().write().isPresent()).as(name).isEqualTo(!state.isFinal());
  }

  private void offerAgain(Outbox outbox) {
    if (way != Way.PLANNED) {
      outbox.once(KEY, write);
      return;
    }
    outbox.plan(KEY, write);
    if (outbox.find(KEY).orElseThrow().state() == OutboxState.NOT_SENT) {
      outbox.settle(KEY, Settlement.SEND);
    }
    pass(LONG_ENOUGH);
    outbox.drain(5);
  }
}
