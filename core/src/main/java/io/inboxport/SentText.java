package io.inboxport;

import io.inboxport.timeline.EntryType;
import io.inboxport.timeline.TimelineEntry;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** A text that a write of unknown outcome may have left in a timeline. */
final class SentText {
  /** Whether an entry is what the write left. */
  enum Trace {
    NONE,
    POSSIBLE,
    CERTAIN
  }

  /** An equal text from later than this is somebody else's: servers do not sit on a write. */
  private static final Duration PROMPT = Duration.ofMinutes(15);

  /** No time zone is documented; where the configured one is wrong, times are off by so much. */
  private static final Duration ZONE_DOUBT = Duration.ofHours(26);

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** What servers and networks change: links are shortened, marks escaped, lines broken. */
  private static final Pattern CHANGEABLE =
      Pattern.compile("https?://\\S+|&#?\\w+;|</?(?:br|p) ?/?>|[^\\p{L}\\p{N}]");

  private final Instant attempted;
  private final boolean isNote;
  private final String words;
  private final String letters;

  private SentText(String text, Instant attemptedAt, boolean isNote) {
    // The server tells whole seconds: an entry of the attempt's own second counts as since then.
    this.attempted = attemptedAt.truncatedTo(ChronoUnit.SECONDS);
    this.isNote = isNote;
    this.words = words(text);
    this.letters = letters(text);
  }

  static SentText note(String text, Instant attemptedAt) {
    return new SentText(text, attemptedAt, true);
  }

  static SentText reply(String text, Instant attemptedAt) {
    return new SentText(text, attemptedAt, false);
  }

  /** Whether the entry, and so every older one behind it, cannot be what the write left. */
  boolean isTooOld(TimelineEntry entry) {
    var earliest = attempted.minus(ZONE_DOUBT);
    return entry.created().filter(created -> created.isBefore(earliest)).isPresent();
  }

  Trace traceIn(TimelineEntry entry) {
    if (entry.type().equals(EntryType.NOTE) != isNote
        || !letters(entry.content()).equals(letters)) {
      return Trace.NONE;
    }
    return words(entry.content()).equals(words) && isTimely(entry) && isOurs(entry)
        ? Trace.CERTAIN
        : Trace.POSSIBLE;
  }

  private boolean isTimely(TimelineEntry entry) {
    return entry
        .created()
        .filter(created -> !created.isBefore(attempted))
        .filter(created -> !created.isAfter(attempted.plus(PROMPT)))
        .isPresent();
  }

  /** A note is the account's own; what is no note may be the customer's, with the same words. */
  private boolean isOurs(TimelineEntry entry) {
    return isNote || entry.createdBy().isPresent();
  }

  private static String words(String text) {
    return SPACE.matcher(text.strip()).replaceAll(" ");
  }

  private static String letters(String text) {
    return CHANGEABLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
  }
}
