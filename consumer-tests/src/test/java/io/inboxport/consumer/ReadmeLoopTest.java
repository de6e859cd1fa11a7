package io.inboxport.consumer;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.Inbox;
import io.inboxport.Reconciliation;
import io.inboxport.Reconciliation.Outcome;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.port.ForwardingInboxGateway;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The loop of the README against a slow server, in every order of events. */
class ReadmeLoopTest {
  private static final Instant MORNING = Instant.parse("2025-03-14T09:00:00Z");
  private static final Duration NONE = Duration.ZERO;
  private static final ReplyDraft DRAFT = ReplyDraft.of("On it!");

  /** Fates of one sending: it is heard, lost, or executed before, at or between the looks. */
  private static final List<Fate> FATES =
      List.of(
          new Fate("heard", null),
          new Fate("lost", Fault.lost()),
          new Fate("unheard", Fault.unheard()),
          later(NONE),
          later(Duration.ofMillis(700)),
          later(Duration.ofSeconds(30)),
          later(Duration.ofMinutes(2).minusMillis(1)),
          later(Duration.ofMinutes(2)));

  /** Pauses before each read of a look, so that a write is executed between its reads as well. */
  private static final List<Duration> PAUSES =
      List.of(NONE, Duration.ofMillis(700), Duration.ofMinutes(1), Duration.ofMinutes(3));

  private record Fate(String name, @Nullable Fault fault) {}

  private static Fate later(Duration delay) {
    return new Fate("executed after " + delay, Fault.executedLater(delay));
  }

  @Test
  void one_reply_goes_out_in_every_order_of_events() {
    int courses = 0;
    for (long millis : new long[] {0, 400}) {
      for (var first : FATES) {
        for (var second : FATES) {
          for (var beforeLooking : PAUSES) {
            for (var beforeReading : PAUSES) {
              for (var overdue : PAUSES) {
                var course = new Course(millis, List.of(first, second));
                course.run(beforeLooking, beforeReading, overdue);
                courses++;
              }
            }
          }
        }
      }
    }
    assertThat(courses).isGreaterThan(8_000);
  }

  /** One customer who waits for an answer, and the sendings with their fates. */
  private static final class Course {
    private final SettableClock clock = SettableClock.at(MORNING);
    private final InMemoryInboxGateway twin = InMemoryInboxGateway.builder().clock(clock).build();
    private final PausingGateway pausing = new PausingGateway(twin, clock);
    private final Inbox inbox = Inbox.over(pausing);
    private final ConversationId id = twin.receive(directMessage().saying("Hello?"));
    private final Deque<Fate> fates;
    private final String name;
    private final Deque<Look> looks = new ArrayDeque<>();
    private final List<ConversationId> retries = new ArrayList<>();

    Course(long millis, List<Fate> fates) {
      this.fates = new ArrayDeque<>(fates);
      this.name = millis + " ms, " + fates;
      clock.advance(Duration.ofMinutes(10).plusMillis(millis));
    }

    void run(Duration beforeLooking, Duration beforeReading, Duration overdue) {
      send(DRAFT, beforeLooking, beforeReading);
      while (!looks.isEmpty() || !retries.isEmpty()) {
        if (looks.isEmpty()) {
          retries.remove(0);
          send(DRAFT, beforeLooking, beforeReading);
        } else {
          var look = looks.remove();
          clock.set(look.at().isBefore(clock.instant()) ? clock.instant() : look.at());
          clock.advance(overdue);
          look(look.unknown(), DRAFT, beforeReading);
        }
      }
      clock.advance(Duration.ofDays(1));
      assertThat(twin.replies(id))
          .as(name + ", " + List.of(beforeLooking, beforeReading, overdue))
          .hasSize(1);
    }

    private void send(ReplyDraft draft, Duration beforeLooking, Duration beforeReading) {
      var fate = fates.poll();
      if (fate != null && fate.fault() != null) {
        twin.faults().inject(Operation.REPLY, fate.fault());
      }
      try {
        inbox.reply(id, draft);
      } catch (OutcomeUnknown unknown) {
        clock.advance(beforeLooking);
        look(unknown, draft, beforeReading);
      }
    }

    /** The README's loop, whose first look and later ones are alike. */
    private void look(OutcomeUnknown unknown, ReplyDraft draft, Duration beforeReading) {
      pausing.pause = beforeReading;
      Reconciliation found = inbox.reconcile(unknown);
      pausing.pause = NONE;
      found.lookAgainAt().ifPresent(time -> lookAgain(unknown, time)); // send nothing before
      if (found.outcome() == Outcome.NOT_DONE) {
        retryLater(id, draft);
      }
    }

    private void lookAgain(OutcomeUnknown unknown, Instant time) {
      looks.add(new Look(unknown, time));
    }

    private void retryLater(ConversationId item, ReplyDraft draft) {
      assertThat(draft).isEqualTo(DRAFT);
      retries.add(item);
    }
  }

  private record Look(OutcomeUnknown unknown, Instant at) {}

  /** Lets time pass before each read. */
  private static final class PausingGateway extends ForwardingInboxGateway {
    private final SettableClock clock;
    private Duration pause = NONE;

    PausingGateway(InMemoryInboxGateway twin, SettableClock clock) {
      super(twin);
      this.clock = clock;
    }

    @Override
    public Conversation get(ConversationId id) {
      clock.advance(pause);
      return super.get(id);
    }

    @Override
    public TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId olderThan) {
      clock.advance(pause);
      return super.timeline(id, olderThan);
    }
  }
}
