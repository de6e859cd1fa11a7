package io.inboxport.app.report;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.reply.ReplyCapabilities;
import io.inboxport.reply.ReplyChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Figures of a report: the open items, and how long answers took.
 *
 * @param at when stock was taken
 * @param open the open items; with their tags where these were read
 * @param totalOpen how many are open in all; empty if the server does not say
 * @param responses how long the customers waited for each answer, sorted
 * @param waiting how many of the open items whose timeline was read wait for an answer
 * @param looked how many timelines were read
 */
record ReportFigures(
    Instant at,
    List<Conversation> open,
    OptionalLong totalOpen,
    List<Duration> responses,
    long waiting,
    long looked) {
  private static final Map<String, Duration> AGES = new LinkedHashMap<>();
  private static final Map<String, Duration> ANSWERS = new LinkedHashMap<>();
  private static final Duration ENDLESS = Duration.ofSeconds(Long.MAX_VALUE);

  static {
    AGES.put("under 4 h", Duration.ofHours(4));
    AGES.put("4 h to 1 day", Duration.ofDays(1));
    AGES.put("1 to 3 days", Duration.ofDays(3));
    AGES.put("3 to 7 days", Duration.ofDays(7));
    AGES.put("over 7 days", ENDLESS);
    ANSWERS.put("under 15 min", Duration.ofMinutes(15));
    ANSWERS.put("to 1 h", Duration.ofHours(1));
    ANSWERS.put("to 4 h", Duration.ofHours(4));
    ANSWERS.put("to 1 day", Duration.ofDays(1));
    ANSWERS.put("over 1 day", ENDLESS);
  }

  /** Returns how many items are open, in words. */
  String openInWords() {
    return totalOpen.isPresent() ? Long.toString(totalOpen.getAsLong()) : "at least " + open.size();
  }

  /** Returns how many open items there are of a network and item type, by their names. */
  Map<String, Map<String, Long>> byNetworkAndType() {
    var table = new LinkedHashMap<String, Map<String, Long>>();
    Network.values().forEach(network -> table.put(network.toString(), new LinkedHashMap<>()));
    for (var item : open) {
      table
          .computeIfAbsent(item.network().toString(), network -> new LinkedHashMap<>())
          .merge(item.itemType().toString(), 1L, Long::sum);
    }
    return table;
  }

  /** The same counts, by item type first: the layers of a plot. */
  Map<String, Map<String, Long>> byType() {
    var layers = new LinkedHashMap<String, Map<String, Long>>();
    ItemType.values().forEach(type -> layers.put(type.toString(), new LinkedHashMap<>()));
    byNetworkAndType()
        .forEach(
            (network, types) ->
                types.forEach(
                    (type, count) ->
                        layers
                            .computeIfAbsent(type, t -> new LinkedHashMap<>())
                            .put(network, count)));
    return layers;
  }

  Map<String, Long> byAge() {
    return spread(open.stream().flatMap(item -> age(item).stream()).toList(), AGES);
  }

  Map<String, Long> byResponseTime() {
    return spread(responses, ANSWERS);
  }

  Map<String, Long> byAssignee() {
    return count(item -> List.of(item.assignee().map(Object::toString).orElse("nobody")));
  }

  Map<String, Long> byTag() {
    return count(item -> item.tags().orElse(List.of()).stream().map(tag -> tag.name()).toList());
  }

  Optional<Duration> oldest() {
    return open.stream().flatMap(item -> age(item).stream()).max(Duration::compareTo);
  }

  Optional<Duration> medianResponse() {
    return responses.isEmpty()
        ? Optional.empty()
        : Optional.of(responses.get(responses.size() / 2));
  }

  long unassigned() {
    return open.stream().filter(item -> item.assignee().isEmpty()).count();
  }

  long unanswerable() {
    return open.stream()
        .map(item -> ReplyCapabilities.of(item.network(), item.itemType()).channel())
        .filter(channel -> channel == ReplyChannel.NONE)
        .count();
  }

  private Optional<Duration> age(Conversation item) {
    return item.created().map(created -> Duration.between(created, at));
  }

  /** The most frequent first; of equals, in the order of the alphabet. */
  private Map<String, Long> count(Function<Conversation, List<String>> names) {
    var counts = new TreeMap<String, Long>();
    open.forEach(item -> names.apply(item).forEach(name -> counts.merge(name, 1L, Long::sum)));
    var sorted = new LinkedHashMap<String, Long>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private static Map<String, Long> spread(List<Duration> durations, Map<String, Duration> limits) {
    var counts = new LinkedHashMap<String, Long>();
    limits.keySet().forEach(name -> counts.put(name, 0L));
    for (var duration : durations) {
      limits.entrySet().stream()
          .filter(limit -> duration.compareTo(limit.getValue()) < 0)
          .findFirst()
          .ifPresent(limit -> counts.merge(limit.getKey(), 1L, Long::sum));
    }
    return counts;
  }
}
