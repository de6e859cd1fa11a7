package io.inboxport.reply;

import io.inboxport.conversation.Network;
import io.inboxport.text.TextLimit;
import io.inboxport.text.TextMeasure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Table of the lengths that networks take, for {@link ReplyVerdict#advice()}. A network and channel
 * without a row gets no advice. Immutable and thread-safe.
 *
 * <p>No network gives these figures to all its users alike, and sources contradict each other; see
 * docs/advice.md. An application that knows better replaces rows by {@link #with}.
 */
public final class LengthLimits {
  private static final Instant SEEN = Instant.parse("2026-11-28T00:00:00Z");

  private static final LengthLimits STANDARD =
      new LengthLimits(
          List.of(
              new LengthLimit(
                  Network.FACEBOOK,
                  ReplyChannel.DIRECT_MESSAGE,
                  TextMeasure.CODE_POINTS,
                  2_000,
                  "Chatwoot, Supported features",
                  SEEN),
              new LengthLimit(
                  Network.FACEBOOK,
                  ReplyChannel.PUBLIC_COMMENT,
                  TextMeasure.CODE_POINTS,
                  8_000,
                  "HighLevel, Social Media Posting API, Comments",
                  SEEN),
              new LengthLimit(
                  Network.TWITTER,
                  ReplyChannel.PUBLIC_COMMENT,
                  TextMeasure.X_WEIGHTED,
                  280,
                  "X, Counting Characters",
                  SEEN),
              new LengthLimit(
                  Network.LINKEDIN,
                  ReplyChannel.PUBLIC_COMMENT,
                  TextMeasure.CODE_POINTS,
                  1_250,
                  "Upload-Post, Social Media Character Limits",
                  SEEN),
              new LengthLimit(
                  Network.INSTAGRAM,
                  ReplyChannel.PUBLIC_COMMENT,
                  TextMeasure.CODE_POINTS,
                  2_200,
                  "HighLevel, Social Media Posting API, Comments",
                  SEEN),
              new LengthLimit(
                  Network.TIKTOK,
                  ReplyChannel.PUBLIC_COMMENT,
                  TextMeasure.CODE_POINTS,
                  150,
                  "HighLevel, Social Media Posting API, Comments",
                  SEEN)));

  private final List<LengthLimit> rows;
  private final Map<Network.Known, LengthLimit> messages;
  private final Map<Network.Known, LengthLimit> comments;

  private LengthLimits(List<LengthLimit> rows) {
    this.rows = rows;
    messages = byNetwork(rows, ReplyChannel.DIRECT_MESSAGE);
    comments = byNetwork(rows, ReplyChannel.PUBLIC_COMMENT);
  }

  private static Map<Network.Known, LengthLimit> byNetwork(
      List<LengthLimit> rows, ReplyChannel channel) {
    var found = new EnumMap<Network.Known, LengthLimit>(Network.Known.class);
    rows.stream()
        .filter(row -> row.channel() == channel)
        .forEach(row -> found.put(row.network().known().orElseThrow(), row));
    return found;
  }

  /** Returns the table of this version. */
  public static LengthLimits standard() {
    return STANDARD;
  }

  /** Returns a table without rows: nothing is advised. */
  public static LengthLimits none() {
    return new LengthLimits(List.of());
  }

  /** Returns the same table with this row, in the place of the one for its network and channel. */
  public LengthLimits with(LengthLimit row) {
    Objects.requireNonNull(row, "row");
    var kept = new ArrayList<>(rows);
    kept.removeIf(old -> old.network().equals(row.network()) && old.channel() == row.channel());
    kept.add(row);
    return new LengthLimits(List.copyOf(kept));
  }

  /** Returns the rows; those that were added last come last. */
  public Stream<LengthLimit> rows() {
    return rows.stream();
  }

  /**
   * Returns what there is to advise on a text; nothing if the API itself does not take it. Without
   * advice, nothing is allocated.
   */
  List<LengthAdvice> advice(ReplyCapability can, String text) {
    var limit = find(can);
    return limit == null
            || TextLimit.REPLY_MESSAGE.isExceededBy(text)
            || !limit.measure().isLonger(text, limit.maximum())
        ? List.of()
        : List.of(new LengthAdvice(limit, limit.measure().lengthOf(text)));
  }

  private @Nullable LengthLimit find(ReplyCapability can) {
    return switch (can.channel()) {
      case DIRECT_MESSAGE -> messages.get(can.network().known().orElseThrow());
      case PUBLIC_COMMENT -> comments.get(can.network().known().orElseThrow());
      case NONE, UNDETERMINED -> null;
    };
  }
}
