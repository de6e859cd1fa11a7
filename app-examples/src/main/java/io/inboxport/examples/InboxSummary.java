package io.inboxport.examples;

import io.inboxport.Inbox;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.reply.ReplyCapabilities;
import io.inboxport.reply.ReplyChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The state of the inbox in three figures: what is open on which network, how long the oldest has
 * waited, and what cannot be answered from here at all.
 *
 * @param openByNetwork the number of open items by network
 * @param longestWait how long the oldest open item has been there; empty when nothing is open
 * @param unanswerable how many open items no reply can reach
 * @param unlisted how many open items are in none of these figures, as one call lists 100 at most;
 *     empty if the server does not say
 */
public record InboxSummary(
    Map<String, Long> openByNetwork,
    Optional<Duration> longestWait,
    long unanswerable,
    OptionalLong unlisted) {
  /** Takes stock of this inbox, by one call. */
  public static InboxSummary of(Inbox inbox, Clock clock) {
    var page = inbox.list(ConversationQuery.open().atMost(100));
    var open = page.items();
    return new InboxSummary(
        byNetwork(open), longestWait(open, clock), unanswerable(open), unlisted(page));
  }

  private static OptionalLong unlisted(ConversationPage page) {
    var total = page.total();
    return total.isPresent()
        ? OptionalLong.of(total.getAsLong() - page.items().size())
        : OptionalLong.empty();
  }

  private static Map<String, Long> byNetwork(List<Conversation> open) {
    return open.stream()
        .collect(
            Collectors.groupingBy(
                item -> item.network().name(), TreeMap::new, Collectors.counting()));
  }

  private static Optional<Duration> longestWait(List<Conversation> open, Clock clock) {
    Optional<Instant> oldest =
        open.stream().flatMap(item -> item.created().stream()).min(Comparator.naturalOrder());
    return oldest.map(created -> Duration.between(created, clock.instant()));
  }

  private static long unanswerable(List<Conversation> open) {
    return open.stream()
        .map(item -> ReplyCapabilities.of(item.network(), item.itemType()).channel())
        .filter(channel -> channel == ReplyChannel.NONE)
        .count();
  }
}
