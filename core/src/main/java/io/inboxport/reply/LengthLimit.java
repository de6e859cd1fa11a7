package io.inboxport.reply;

import io.inboxport.conversation.Network;
import io.inboxport.text.TextMeasure;
import java.time.Instant;
import java.util.Objects;

/**
 * Length that a network takes of a reply on one channel, with the source of the figure. The API
 * does not check it: it takes a longer reply, and the network may drop it.
 *
 * @param network the network, a known one
 * @param channel the channel: a direct message or a public comment
 * @param measure how the network counts
 * @param maximum the greatest length, at least 1
 * @param source where the figure is from, in words
 * @param seen when the source said so, UTC
 */
public record LengthLimit(
    Network network,
    ReplyChannel channel,
    TextMeasure measure,
    int maximum,
    String source,
    Instant seen) {
  /**
   * Creates the limit.
   *
   * @throws IllegalArgumentException when the network is not known to this version, the channel is
   *     none on which replies go, the maximum is not positive, or the source is blank
   */
  public LengthLimit {
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(seen, "seen");
    if (network.known().isEmpty()) {
      throw new IllegalArgumentException(
          "The network \"" + network + "\" is not known: no reply to it is judged.");
    }
    if (channel != ReplyChannel.DIRECT_MESSAGE && channel != ReplyChannel.PUBLIC_COMMENT) {
      throw new IllegalArgumentException(
          "No reply goes by the channel " + channel + ": give DIRECT_MESSAGE or PUBLIC_COMMENT.");
    }
    if (maximum < 1) {
      throw new IllegalArgumentException(
          "The greatest length is " + maximum + ": give at least 1.");
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException("The source is blank: say where the figure is from.");
    }
  }
}
