package io.inboxport.testkit.report;

import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.inmemory.FiredFault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.UnmetFault;
import io.inboxport.inmemory.WriteAttempt;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Report of what came to an inbox in memory: the writes that were attempted, the faults that calls
 * met, and the conversations with their timelines.
 *
 * <p>It quotes texts, each cut after 80 code points: an inbox in memory holds what a test put in,
 * and what the tested code wrote. If a test plays back what real people wrote, {@link #hidingTexts}
 * leaves every text out.
 *
 * <p>Immutable. {@link #text} tells of the moment at which it is called: it meets no planned fault,
 * and changes nothing. At most 50 writes, 50 faults, 10 conversations and 20 entries of each are
 * told, the latest; how many are left out is told too.
 */
public final class BackendReport {
  private static final int MOST_WRITES = 50;
  private static final int MOST_CONVERSATIONS = 10;

  private final InMemoryInboxGateway backend;
  private final @Nullable List<ConversationId> about;
  private final boolean quoting;

  private BackendReport(
      InMemoryInboxGateway backend, @Nullable List<ConversationId> about, boolean quoting) {
    this.backend = Objects.requireNonNull(backend, "backend");
    this.about = about;
    this.quoting = quoting;
  }

  /**
   * Returns a report of this inbox: of the conversations that were written to, or else of any ten.
   */
  public static BackendReport of(InMemoryInboxGateway backend) {
    return new BackendReport(backend, null, true);
  }

  /** The same report of this conversation only, with the writes to it. */
  public BackendReport about(ConversationId id) {
    return new BackendReport(backend, List.of(id), quoting);
  }

  /** The same report without a text that a customer or an agent wrote. */
  public BackendReport hidingTexts() {
    return new BackendReport(backend, about, false);
  }

  /** Returns the report, in lines that end with {@code \n}. */
  public String text() {
    var lines = new StringBuilder();
    // First, so that the log of what is told here is not shorter than what the timelines show.
    var attempts = backend.attempts().all().stream().filter(a -> tells(a)).toList();
    section(lines, "Writes", attempts, this::line);
    section(lines, "Faults that calls met", backend.faults().fired(), BackendReport::line);
    section(lines, "Faults that too few calls met", backend.faults().unmet(), BackendReport::line);
    lines.append(timelines(attempts));
    return lines.toString();
  }

  private boolean tells(WriteAttempt attempt) {
    return about == null || about.contains(attempt.write().conversation());
  }

  private static <T> void section(
      StringBuilder lines, String title, List<T> all, Function<T, String> line) {
    if (all.isEmpty()) {
      lines.append(title).append(": none\n");
      return;
    }
    int leftOut = Math.max(0, all.size() - MOST_WRITES);
    lines.append(title).append(" (").append(all.size()).append("):\n");
    if (leftOut > 0) {
      lines.append("  … ").append(leftOut).append(" before\n");
    }
    all.stream().skip(leftOut).forEach(each -> lines.append("  " + line.apply(each) + "\n"));
  }

  private String line(WriteAttempt attempt) {
    var end = attempt.endedAs() == null ? "" : ", ended as " + attempt.endedAs().label();
    return attempt.at()
        + "  "
        + WriteWords.of(attempt.write(), quoting)
        + (attempt.isExecuted() ? ": executed" : ": not executed")
        + (attempt.isExecuted() && !attempt.at().equals(attempt.executedAt())
            ? " at " + attempt.executedAt()
            : "")
        + end;
  }

  private static String line(FiredFault met) {
    var about = met.conversation() == null ? "" : " of " + met.conversation();
    return met.at()
        + "  "
        + met.operation()
        + about
        + ": "
        + met.fault()
        + (met.executed() ? ", executed" : ", not executed");
  }

  private static String line(UnmetFault unmet) {
    var times =
        unmet.times() == Integer.MAX_VALUE
            ? "planned for every call, and none came"
            : "planned for " + unmet.times() + ", met by " + unmet.met();
    return unmet.operation() + ": " + unmet.fault() + ", " + times;
  }

  private String timelines(List<WriteAttempt> attempts) {
    // A copy, so that looking meets no planned fault, and is no call that anyone counts.
    var copy =
        InMemoryInboxGateway.builder()
            .clock(Clock.fixed(backend.clock().instant(), ZoneOffset.UTC))
            .build();
    copy.restore(backend.snapshot());
    var page = copy.list(ConversationQuery.all().atMost(MOST_CONVERSATIONS));
    var ids = new ArrayList<ConversationId>();
    if (about != null) {
      ids.addAll(about);
    } else if (attempts.isEmpty()) {
      page.items().forEach(item -> ids.add(item.id()));
    } else {
      attempts.stream().map(a -> a.write().conversation()).distinct().forEach(ids::add);
    }
    int leftOut = Math.max(0, ids.size() - MOST_CONVERSATIONS);
    var lines = new StringBuilder();
    ids.stream().skip(leftOut).forEach(id -> lines.append(ConversationLines.of(copy, id, quoting)));
    var total = page.total().orElse(0);
    if (about == null && total > ids.size() - leftOut) {
      lines.append("Of ").append(total).append(" conversations ");
      lines.append(ids.size() - leftOut).append(" are told.\n");
    }
    return lines.toString();
  }

  /** Names no text: {@link #text} tells. */
  @Override
  public String toString() {
    return "BackendReport[" + backend.attempts().total() + " writes]";
  }
}
