package io.inboxport.inmemory;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static io.inboxport.properties.Generators.choice;
import static io.inboxport.properties.Generators.frequency;
import static io.inboxport.properties.Generators.just;
import static io.inboxport.properties.Generators.lists;
import static io.inboxport.properties.Generators.longs;
import static io.inboxport.properties.Generators.oneOf;
import static io.inboxport.properties.Generators.strings;
import static io.inboxport.properties.Generators.weighted;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.Inbox;
import io.inboxport.Reconciliation;
import io.inboxport.Reconciliation.Outcome;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.UserId;
import io.inboxport.properties.Generator;
import io.inboxport.properties.PropertyCheck;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Looking for a write, whatever becomes of its text, with other writers, and whenever the server
 * executes it.
 *
 * <p>Two things are outside the promise. A server may take longer than the settling time. And
 * another program with the same key may send the same words meanwhile.
 */
class ReconcilePropertiesTest {
  private static final int CASES = Integer.getInteger("inboxport.cases", 2_000);
  private static final Duration SETTLING = Duration.ofMinutes(2);
  private static final long SETTLING_MILLIS = SETTLING.toMillis();
  private static final Instant MORNING = Instant.parse("2025-03-14T09:00:00Z");
  private static final UserId ZERO = UserId.of("0");

  private static final Generator<String> TEXTS =
      frequency(
              weighted(
                  3,
                  choice(
                      "On it!",
                      "Thanks! 😊 We will send it on Monday.",
                      "Viele Grüße",
                      "@jane_doe thanks",
                      "Use <br> & wait: https://acme.example/help",
                      "👍",
                      "[image]")),
              weighted(1, strings(1, 40)))
          .filter(text -> !text.isBlank() && isWellFormed(text));

  private static final Generator<TextTreatment> TREATMENTS =
      frequency(
          weighted(3, just(TextTreatment.asWritten())),
          weighted(
              4,
              choice(
                  TextTreatment.truncated(5),
                  TextTreatment.ellipsis(5),
                  TextTreatment.htmlEntities(),
                  TextTreatment.basicPlane(),
                  TextTreatment.appending(" ^TB"),
                  TextTreatment.mention("jane_doe", "Jane Doe"),
                  TextTreatment.splitInTwo(),
                  TextTreatment.empty(),
                  TextTreatment.placeholder("[image]"))),
          weighted(1, strings(0, 20).map(text -> TextTreatment.of("any", sent -> text))));

  private static final Generator<@Nullable UserId> AUTHORS =
      choice(Twin.ME, Twin.COLLEAGUE, ZERO).orNull(0.25);

  private static final Generator<EntryType> TYPES =
      choice(
          EntryType.MESSAGE,
          EntryType.NOTE,
          EntryType.COMMENT,
          EntryType.SHARE,
          EntryType.LIKE,
          EntryType.of("failed"));

  /** Milliseconds, near and far, and on both sides of the settling time. */
  private static final Generator<Long> MILLIS =
      oneOf(longs(1, 1_500), longs(1, SETTLING_MILLIS), longs(1, 3 * SETTLING_MILLIS));

  private static final Generator<Planted> PLANTED =
      draws ->
          new Planted(
              choice(Wording.values()).from(draws),
              TYPES.from(draws),
              AUTHORS.from(draws),
              MILLIS.from(draws),
              frequency(weighted(9, just(true)), weighted(1, just(false))).from(draws));

  private static final Generator<Course> COURSES =
      draws ->
          new Course(
              choice(Sent.values()).from(draws),
              TEXTS.from(draws),
              TREATMENTS.from(draws),
              longs(0, 999).from(draws),
              oneOf(longs(0, 1_500), longs(0, SETTLING_MILLIS), just(SETTLING_MILLIS))
                  .orNull(0.4)
                  .from(draws),
              lists(PLANTED, 0, 4).from(draws),
              lists(PLANTED, 0, 4).from(draws),
              lists(oneOf(MILLIS, just(SETTLING_MILLIS)), 1, 4).from(draws));

  /** Kind of the write. */
  private enum Sent {
    REPLY(Operation.REPLY) {
      @Override
      void to(Inbox inbox, ConversationId id, String text) {
        inbox.reply(id, ReplyDraft.of(text));
      }
    },
    NOTE(Operation.ADD_NOTE) {
      @Override
      void to(Inbox inbox, ConversationId id, String text) {
        inbox.addNote(id, text);
      }
    },
    ASSIGNMENT(Operation.ASSIGN) {
      @Override
      void to(Inbox inbox, ConversationId id, String text) {
        inbox.assign(id, Twin.COLLEAGUE, text);
      }
    };

    private final Operation operation;

    Sent(Operation operation) {
      this.operation = operation;
    }

    abstract void to(Inbox inbox, ConversationId id, String text);
  }

  /** Words of an entry that another hand makes. */
  private enum Wording {
    OTHER,
    EQUAL,
    CHANGED,
    NONE;

    String of(String text) {
      return switch (this) {
        case OTHER -> "Where is my parcel?";
        case EQUAL -> text;
        case CHANGED -> text + "!";
        case NONE -> "";
      };
    }
  }

  /**
   * Entry of another hand, or an earlier one of the caller's.
   *
   * @param millis how long before or after the attempt
   */
  private record Planted(
      Wording wording, EntryType type, @Nullable UserId author, long millis, boolean isDated) {
    /** Returns whether it would be the caller's own sending of the same words meanwhile. */
    boolean isSecondSending() {
      return Twin.ME.equals(author) && wording == Wording.EQUAL;
    }
  }

  /**
   * Course of one attempt.
   *
   * @param start the millisecond of the second in which it begins
   * @param delay after how many milliseconds the server executes it; null if it was lost
   * @param earlier what was there before
   * @param later what comes after the attempt
   * @param looks how many milliseconds after the attempt the caller looks
   */
  private record Course(
      Sent sent,
      String text,
      TextTreatment treatment,
      long start,
      @Nullable Long delay,
      List<Planted> earlier,
      List<Planted> later,
      List<Long> looks) {
    boolean isThereAfter(long millis) {
      return delay != null && delay <= millis;
    }
  }

  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

  @Test
  void it_never_denies_a_write_that_is_there_or_comes_nor_claims_one_that_is_not() {
    PropertyCheck.ofCases(CASES).forAll(COURSES, this::check);

    // Else the property would hold of one that always shrugs.
    assertThat(outcomes).containsKeys(Outcome.values());
  }

  private void check(Course course) {
    var clock = SettableClock.at(MORNING);
    var twin = InMemoryInboxGateway.builder().clock(clock).build();
    twin.behave(twin.behavior().toBuilder().textTreatment(course.treatment()).build());
    var inbox = Inbox.over(twin).settlingFor(SETTLING);
    var id = twin.receive(directMessage());
    var attempt = MORNING.plus(Duration.ofHours(1)).plusMillis(course.start());

    var earlier =
        course.earlier().stream().sorted(Comparator.comparing(Planted::millis).reversed());
    earlier.forEach(
        planted -> plant(twin, id, planted, course, attempt.minusMillis(planted.millis())));
    clock.set(attempt);
    var newestBefore = newest(twin, id);
    var unknown = attempt(twin, inbox, id, course);

    var events =
        Stream.concat(
                course.looks().stream().map(millis -> new Event(millis, null)),
                course.later().stream()
                    .filter(planted -> !planted.isSecondSending())
                    .map(planted -> new Event(planted.millis(), planted)))
            .sorted(Comparator.comparing(Event::millis))
            .toList();
    for (var event : events) {
      var now = attempt.plusMillis(event.millis());
      clock.set(now);
      var planted = event.planted();
      if (planted != null) {
        plant(twin, id, planted, course, now);
        continue;
      }
      assertTrue(inbox.reconcile(unknown), course, event.millis());
      if (newestBefore != null) {
        assertTrue(inbox.reconcile(unknown, newestBefore), course, event.millis());
      }
    }
  }

  private void assertTrue(Reconciliation found, Course course, long millis) {
    outcomes.merge(found.outcome(), 1, Integer::sum);
    if (found.outcome() == Outcome.DONE) {
      assertThat(course.isThereAfter(millis)).as("there after " + millis + " ms").isTrue();
    }
    if (found.outcome() == Outcome.NOT_DONE) {
      assertThat(course.delay()).as("the delay, after " + millis + " ms").isNull();
    }
  }

  private static OutcomeUnknown attempt(
      InMemoryInboxGateway twin, Inbox inbox, ConversationId id, Course course) {
    var delay = course.delay();
    twin.faults()
        .inject(
            course.sent().operation,
            delay == null ? Fault.lost() : Fault.executedLater(Duration.ofMillis(delay)));
    try {
      course.sent().to(inbox, id, course.text());
    } catch (OutcomeUnknown unknown) {
      return unknown;
    }
    throw new AssertionError("The write met no fault.");
  }

  private static void plant(
      InMemoryInboxGateway twin, ConversationId id, Planted planted, Course course, Instant at) {
    int number = twin.timeline(id, null).entries().size();
    twin.addEntry(
        id,
        TimelineEntry.withId(TimelineEntryId.of("planted-" + number))
            .type(planted.type())
            .created(planted.isDated() ? at : null)
            .createdBy(planted.author())
            .content(planted.wording().of(course.text()))
            .build());
  }

  private static @Nullable TimelineEntryId newest(InMemoryInboxGateway twin, ConversationId id) {
    var entries = twin.timeline(id, null).entries();
    return entries.isEmpty() ? null : entries.get(0).id();
  }

  private static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(code -> code >= 0xD800 && code <= 0xDFFF);
  }

  private record Event(long millis, @Nullable Planted planted) {}
}
