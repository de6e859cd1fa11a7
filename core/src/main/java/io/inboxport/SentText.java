package io.inboxport;

import io.inboxport.conversation.EntryType;
import io.inboxport.timeline.TimelineEntry;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that a write of unknown outcome may have left in a timeline. */
final class SentText {
  /** Evidence of one entry about the write. */
  enum Trace {
    /** It is something else. */
    NONE,
    /** It came since the attempt, and may be what the write left in other words. */
    UNEXPLAINED,
    /** It holds the text, or nearly, but may be another's or an earlier one. */
    POSSIBLE,
    /**
     * A user left it in the second of the attempt: after it, or before. The server tells no finer
     * time.
     */
    SAME_SECOND,
    /** A user left it after the attempt. */
    CERTAIN
  }

  /** An equal text from later than this is another one: servers do not sit on a write. */
  private static final Duration PROMPT = Duration.ofMinutes(15);

  /** No time zone is documented; if the configured one is wrong, times are off by so much. */
  private static final Duration ZONE_DOUBT = Duration.ofHours(26);

  /** No literal is documented: a note of any other type is not known to be none. */
  private static final Set<EntryType> NO_NOTES =
      Set.of(EntryType.MESSAGE, EntryType.COMMENT, EntryType.LIKE, EntryType.SHARE);

  /** The types that a reply is known to take; the vendor shows a reply as a share. */
  private static final Set<EntryType> REPLIES =
      Set.of(EntryType.MESSAGE, EntryType.COMMENT, EntryType.SHARE);

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Networks make other links of links, and change marks and spaces. */
  private static final Pattern LINK = Pattern.compile("(?i:https?://|www\\.)\\S+");

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");

  /** Networks add the name of the person who is answered. */
  private static final Pattern HANDLE =
      Pattern.compile("@[\\p{L}\\p{N}_]++(?:[.-][\\p{L}\\p{N}_]++)*+");

  /** An escape may be escaped again. */
  private static final Pattern ESCAPED_ESCAPE = Pattern.compile("(?i)&(?:(?:amp|#0*38|#x0*26);)++");

  private static final Pattern ESCAPED_START = Pattern.compile("(?i)&(?:lt|#0*60|#x0*3c);");
  private static final Pattern ESCAPED_END = Pattern.compile("(?i)&(?:gt|#0*62|#x0*3e);");

  /** A link, or two sentences without a space between them. */
  private static final Pattern BARE_LINK =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}-])[\\p{L}\\p{N}-]++\\.[\\p{L}\\p{N}-][\\p{L}\\p{N}.-]*+(?:/\\S*)?");

  /** Markup and escapes that servers put in place of marks, line breaks and accented letters. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "<[^<>]*>|&#(\\d{1,7});|&#[xX](\\p{XDigit}{1,6});"
              + "|&([A-Za-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron);"
              + "|&\\w+;");

  private final Instant attemptedAt;
  private final Supplier<Duration> clockOffset;
  private final boolean isNote;
  private final String words;
  private final String letters;
  private final String lettersBesideLinks;

  private SentText(
      String text, Instant attemptedAt, Supplier<Duration> clockOffset, boolean isNote) {
    this.attemptedAt = attemptedAt;
    this.clockOffset = clockOffset;
    this.isNote = isNote;
    this.words = words(text);
    this.letters = letters(text);
    this.lettersBesideLinks = lettersBesideLinks(text);
  }

  /**
   * The text of a note.
   *
   * @param clockOffset how far the server's clock is ahead of the one that the attempt goes by, as
   *     far as is known
   */
  static SentText note(String text, Instant attemptedAt, Supplier<Duration> clockOffset) {
    return new SentText(text, attemptedAt, clockOffset, true);
  }

  /** The text of a reply, as {@link #note}. */
  static SentText reply(String text, Instant attemptedAt, Supplier<Duration> clockOffset) {
    return new SentText(text, attemptedAt, clockOffset, false);
  }

  /** Returns whether the entry is from so long before that it cannot be what the write left. */
  boolean isTooOld(TimelineEntry entry) {
    var earliest = earliestSecond().minus(ZONE_DOUBT);
    return entry.created().filter(created -> created.isBefore(earliest)).isPresent();
  }

  Trace traceIn(TimelineEntry entry) {
    var content = entry.content();
    if (isExplainedByType(entry.type())) {
      return Trace.NONE;
    }
    if (words(content).equals(words)) {
      return isByUser(entry) && isTypedAsSent(entry.type()) ? traceByTime(entry) : Trace.POSSIBLE;
    }
    if (!content.isBlank()
        && (hasLettersOf(content)
            || hasLettersOf(withoutMarkup(content))
            || hasLettersOf(withoutMarkup(unescaped(content))))) {
      return Trace.POSSIBLE;
    }
    return !entry.type().equals(EntryType.LIKE) && !isEarlier(entry)
        ? Trace.UNEXPLAINED
        : Trace.NONE;
  }

  private boolean isExplainedByType(EntryType type) {
    return isNote ? NO_NOTES.contains(type) : type.equals(EntryType.NOTE);
  }

  private boolean isTypedAsSent(EntryType type) {
    return isNote ? type.equals(EntryType.NOTE) : REPLIES.contains(type);
  }

  /** Returns whether the entry is known to be from before the second of the attempt. */
  boolean isEarlier(TimelineEntry entry) {
    return entry.created().filter(created -> created.isBefore(earliestSecond())).isPresent();
  }

  /**
   * Returns the second of the attempt by the clock that is behind, ours or the server's. The server
   * tells whole seconds: an entry of this one may be from after the attempt.
   */
  private Instant earliestSecond() {
    var byServer = attemptedAt.plus(clockOffset.get());
    return earlier(attemptedAt, byServer).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Returns the attempt by the clock that is ahead: what is later is surely from after it. */
  private Instant latest() {
    var byServer = attemptedAt.plus(clockOffset.get());
    return byServer.isAfter(attemptedAt) ? byServer : attemptedAt;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private boolean hasLettersOf(String content) {
    return letters(content).equals(letters)
        || lettersBesideLinks(content).equals(lettersBesideLinks);
  }

  private Trace traceByTime(TimelineEntry entry) {
    var created = entry.created().orElse(null);
    var attempt = latest();
    var second = attempt.truncatedTo(ChronoUnit.SECONDS);
    if (created == null || created.isBefore(second) || created.isAfter(second.plus(PROMPT))) {
      return Trace.POSSIBLE;
    }
    return created.isBefore(attempt) ? Trace.SAME_SECOND : Trace.CERTAIN;
  }

  /** Without an author, and with the author 0, an equal text may be the customer's. */
  private static boolean isByUser(TimelineEntry entry) {
    return entry.createdBy().filter(author -> !author.value().equals("0")).isPresent();
  }

  /** A text without markup, and with the letters that its escapes stand for. */
  static String plain(String content) {
    return withoutMarkup(unescaped(content));
  }

  private static String words(String text) {
    return SPACE.matcher(text.strip()).replaceAll(" ");
  }

  /** Markup that was escaped, as markup, and what was escaped twice, as escaped once. */
  private static String unescaped(String content) {
    var once = ESCAPED_ESCAPE.matcher(content).replaceAll("&");
    return ESCAPED_END.matcher(ESCAPED_START.matcher(once).replaceAll("<")).replaceAll(">");
  }

  private static String withoutMarkup(String content) {
    return MARKUP.matcher(content).replaceAll(markup -> Matcher.quoteReplacement(meant(markup)));
  }

  /** Returns the character that an escape stands for; nothing if its name names no letter. */
  private static String meant(MatchResult markup) {
    if (markup.group(1) != null) {
      return character(Integer.parseInt(markup.group(1)));
    }
    if (markup.group(2) != null) {
      return character(Integer.parseInt(markup.group(2), 16));
    }
    return markup.group(3) == null ? "" : markup.group(3);
  }

  private static String character(int code) {
    return Character.isValidCodePoint(code) ? Character.toString(code) : "";
  }

  private static String letters(String text) {
    var own = HANDLE.matcher(LINK.matcher(text).replaceAll("")).replaceAll("");
    var plain = Normalizer.normalize(own, Normalizer.Form.NFKD);
    return NO_LETTER.matcher(plain).replaceAll("");
  }

  private static String lettersBesideLinks(String text) {
    return letters(BARE_LINK.matcher(LINK.matcher(text).replaceAll("")).replaceAll(""));
  }
}
