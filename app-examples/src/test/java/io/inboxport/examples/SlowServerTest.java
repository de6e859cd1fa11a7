package io.inboxport.examples;

import static io.inboxport.examples.TriageBot.Rule.anyOf;
import static io.inboxport.inmemory.InboundItem.directMessage;
import static io.inboxport.inmemory.InboundItem.mention;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import io.inboxport.Inbox;
import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.port.ForwardingInboxGateway;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every example that writes, against a server that executes one write late. */
class SlowServerTest {
  private static final IntegrationId SALESFORCE = IntegrationId.of("sfint00000000001");
  private static final UserId ACCOUNTING = UserId.of("00A000000000002");

  /** Up to the settling time, which is as far as the promise goes. */
  private static final List<Duration> DELAYS =
      List.of(Duration.ZERO, Duration.ofMillis(700), Duration.ofSeconds(90), Duration.ofMinutes(2));

  /** Leaps of the clock at one moment: the execution is before it, or behind it. */
  private static final List<Duration> LEAPS =
      List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(90), Duration.ofMinutes(5));

  /** More than any example has moments, two for each call. */
  private static final int MOST_MOMENTS = 24;

  /** One customer, an example that works their item, and the clock. */
  private static final class Course {
    final SettableClock clock = SettableClock.at(Instant.parse("2025-03-14T09:00:00Z"));
    final InMemoryInboxGateway twin = InMemoryInboxGateway.builder().clock(clock).build();
    final LeapingGateway leaping = new LeapingGateway(twin, clock);
    final ConversationId id;

    Course(InboundItem item) {
      id = twin.receive(item);
      twin.addIntegration(SALESFORCE);
      clock.advance(Duration.ofMinutes(10).plusMillis(300));
    }
  }

  private interface Example {
    void run(Course course);
  }

  /** Runs the example twice, the second time much later, and checks each end. */
  private static void inEveryOrder(
      Operation late, InboundItem item, Example example, CourseCheck check) {
    for (var delay : DELAYS) {
      for (int moment = 0; moment < MOST_MOMENTS; moment++) {
        for (var leap : LEAPS) {
          for (var between : LEAPS) {
            var course = new Course(item);
            course.twin.faults().inject(late, Fault.executedLater(delay));
            course.leaping.leapAt(moment, leap);
            example.run(course);
            course.clock.advance(between);
            example.run(course);
            course.clock.advance(Duration.ofDays(1));
            check.of(
                course,
                late + " after " + delay + ", " + leap + " at moment " + moment + ", " + between);
          }
        }
      }
    }
  }

  private interface CourseCheck {
    void of(Course course, String name);
  }

  private static void assertOneReply(Course course, String name) {
    assertThat(course.twin.replies(course.id)).as(name).hasSize(1);
  }

  private static void assertOneReplyAtMost(Course course, String name) {
    assertThat(course.twin.replies(course.id)).as(name).hasSizeLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"REPLACE_TAGS", "REPLY"})
  void the_triage_bot_answers_once(Operation late) {
    inEveryOrder(late, invoice(), SlowServerTest::triage, SlowServerTest::assertOneReply);
  }

  @Test
  void the_triage_bot_does_not_answer_twice_when_the_assignment_is_late() {
    // An item that got its colleague late is left to that colleague.
    inEveryOrder(
        Operation.ASSIGN, invoice(), SlowServerTest::triage, SlowServerTest::assertOneReplyAtMost);
  }

  private static InboundItem invoice() {
    return directMessage().on(Network.FACEBOOK).saying("invoice");
  }

  private static void triage(Course course) {
    var rule =
        new TriageBot.Rule(
            anyOf("invoice"), ACCOUNTING, Set.of(TagName.of("Billing")), "We look into it.");
    var unused = new TriageBot(List.of(rule)).run(Inbox.over(course.leaping));
  }

  @ParameterizedTest
  @EnumSource(names = {"REPLY", "SET_STATUS"})
  void the_welcome_is_said_once(Operation late) {
    inEveryOrder(late, praise(), SlowServerTest::welcome, SlowServerTest::assertOneReply);
  }

  @Test
  void the_welcome_is_not_said_twice_when_the_assignment_is_late() {
    inEveryOrder(
        Operation.ASSIGN, praise(), SlowServerTest::welcome, SlowServerTest::assertOneReplyAtMost);
  }

  private static InboundItem praise() {
    return mention().on(Network.TIKTOK).saying("Great tent");
  }

  private static void welcome(Course course) {
    var backend =
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(Inbox.class).toInstance(Inbox.over(course.leaping));
          }
        };
    try {
      WelcomeReply.on(backend).run();
    } catch (InboxException failure) {
      // The next run goes on.
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CREATE_CASE", "REPLY", "ADD_NOTE"})
  void an_escalation_makes_one_of_each(Operation late) {
    inEveryOrder(
        late,
        directMessage().on(Network.TWITTER).saying("I cannot log in"),
        SlowServerTest::escalateOnce,
        (course, name) -> {
          assertOneReply(course, name);
          assertThat(course.twin.cases(course.id)).as(name).hasSize(1);
          assertThat(course.twin.notes(course.id)).as(name).hasSize(1);
        });
  }

  private static void escalateOnce(Course course) {
    if (course.leaping.moments == 0) {
      var unused =
          new CaseEscalation(Inbox.over(course.leaping), SALESFORCE).escalate(course.id, "Login");
    }
  }

  /** Lets the clock leap at one moment: before a call, or before its answer. */
  private static final class LeapingGateway extends ForwardingInboxGateway {
    private final SettableClock clock;
    private int moments;
    private int chosen;
    private Duration leap = Duration.ZERO;

    LeapingGateway(InMemoryInboxGateway twin, SettableClock clock) {
      super(twin);
      this.clock = clock;
    }

    void leapAt(int moment, Duration by) {
      chosen = moment;
      leap = by;
    }

    private <T> T passing(Supplier<T> call) {
      pass();
      try {
        return call.get();
      } finally {
        pass();
      }
    }

    private void pass() {
      if (moments++ == chosen) {
        clock.advance(leap);
      }
    }

    @Override
    public Conversation get(ConversationId id) {
      return passing(() -> super.get(id));
    }

    @Override
    public TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId olderThan) {
      return passing(() -> super.timeline(id, olderThan));
    }

    @Override
    public Assignment assign(ConversationId id, UserId assignee, @Nullable String note) {
      return passing(() -> super.assign(id, assignee, note));
    }

    @Override
    public List<Tag> replaceTags(ConversationId id, Collection<TagName> names) {
      return passing(() -> super.replaceTags(id, names));
    }

    @Override
    public TimelineEntry addNote(ConversationId id, String note) {
      return passing(() -> super.addNote(id, note));
    }

    @Override
    public void setStatus(ConversationId id, Status status) {
      passing(
          () -> {
            super.setStatus(id, status);
            return status;
          });
    }

    @Override
    public void reply(ConversationId id, ReplyDraft draft) {
      passing(
          () -> {
            super.reply(id, draft);
            return draft;
          });
    }
  }
}
