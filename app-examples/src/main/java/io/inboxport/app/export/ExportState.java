package io.inboxport.app.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** State of an export, learned from its own lines alone. */
final class ExportState {
  private final Map<ExportSlice, Listing> slices = new HashMap<>();
  private final Map<String, JsonNode> conversations = new LinkedHashMap<>();
  private final Map<String, List<List<String>>> pages = new HashMap<>();
  private final Set<String> finished = new HashSet<>();
  private final Set<String> incomplete = new HashSet<>();
  private final Set<String> failed = new HashSet<>();
  private final Set<String> detailed = new HashSet<>();
  private final Set<String> tags = new LinkedHashSet<>();
  private String account = "";
  private long entries;
  private boolean complete;

  /** Takes in one line. Lines of kinds that a later version adds are passed over. */
  void learn(JsonNode line) {
    var conversation = line.path("conversation").asText();
    switch (line.get("kind").asText()) {
      case "export" -> account = line.path("account").asText();
      case "slice" -> learnSlice(line);
      case "details" -> learnDetails(line.path("conversation"));
      case "unlisted" ->
          slices.put(slice(line), new Listing(Set.of(), OptionalLong.empty(), false));
      case "timeline" -> learnPage(conversation, line);
      case "walked" -> finish(conversation);
      case "skipped" -> {
        finish(conversation);
        incomplete.add(conversation);
      }
      case "failed" -> failed.add(line.path("at").asText());
      case "end" -> complete = true;
      default -> {}
    }
  }

  private static ExportSlice slice(JsonNode line) {
    var filters = new HashMap<String, String>();
    line.path("filters")
        .properties()
        .forEach(filter -> filters.put(filter.getKey(), filter.getValue().asText()));
    return new ExportSlice(filters);
  }

  private void learnSlice(JsonNode line) {
    var ids = new LinkedHashSet<String>();
    for (var conversation : line.path("conversations")) {
      var id = conversation.path("id").asText();
      ids.add(id);
      conversations.putIfAbsent(id, conversation);
    }
    var total = line.path("total");
    slices.put(
        slice(line),
        new Listing(
            ids,
            total.isNumber() ? OptionalLong.of(total.asLong()) : OptionalLong.empty(),
            line.path("truncated").asBoolean()));
  }

  private void learnDetails(JsonNode conversation) {
    detailed.add(conversation.path("id").asText());
    conversation.path("tags").forEach(tag -> tags.add(tag.path("name").asText()));
  }

  private void learnPage(String conversation, JsonNode line) {
    var ids = line.path("entries").findValuesAsText("id");
    entries += ids.size();
    pages.computeIfAbsent(conversation, key -> new ArrayList<>()).add(List.copyOf(ids));
    if (!line.path("unreadable").isEmpty()) {
      incomplete.add(conversation);
    }
  }

  private void finish(String conversation) {
    finished.add(conversation);
    pages.remove(conversation);
  }

  String account() {
    return account;
  }

  Optional<Listing> listing(ExportSlice slice) {
    return Optional.ofNullable(slices.get(slice));
  }

  Set<String> conversations() {
    return conversations.keySet();
  }

  /** Returns the users who work on something; the API has no list of users. */
  Set<String> assignees() {
    var users = new LinkedHashSet<String>();
    conversations.values().stream()
        .map(conversation -> conversation.path("assigneeId"))
        .filter(JsonNode::isTextual)
        .forEach(user -> users.add(user.asText()));
    return users;
  }

  Set<String> tags() {
    return tags;
  }

  boolean hasDetails(String conversation) {
    return detailed.contains(conversation);
  }

  boolean isFinished(String conversation) {
    return finished.contains(conversation);
  }

  /** Returns the pages in hand of a timeline that is not finished, as the ids of their entries. */
  List<List<String>> pages(String conversation) {
    return pages.getOrDefault(conversation, List.of());
  }

  /** Returns whether a run ended at this conversation or slice, as the server did not serve it. */
  boolean hasFailed(String at) {
    return failed.contains(at);
  }

  long finishedConversations() {
    return finished.size();
  }

  long entries() {
    return entries;
  }

  /** Returns how many conversations no slice has listed; empty if the server does not say. */
  OptionalLong unlisted() {
    var total = listing(ExportSlice.ALL).map(Listing::total).orElse(OptionalLong.empty());
    return total.isPresent()
        ? OptionalLong.of(Math.max(0, total.getAsLong() - conversations.size()))
        : total;
  }

  /** Returns how many conversations are not in the file, or without all of their timeline. */
  OptionalLong missing() {
    var unlisted = unlisted();
    return unlisted.isPresent()
        ? OptionalLong.of(unlisted.getAsLong() + incomplete.size())
        : unlisted;
  }

  /**
   * Returns whether a listing may lack some that match. Without a total, the largest list so far
   * shows how many the server lists at least: a smaller one is whole.
   */
  boolean isCut(Listing listing) {
    boolean isKnown = listing.total().isPresent() || !listing.truncated();
    int listed = listing.ids().size();
    return isKnown ? listing.truncated() : (listed > 0 && listed >= largestListing());
  }

  private int largestListing() {
    return slices.values().stream().mapToInt(listing -> listing.ids().size()).max().orElse(0);
  }

  boolean isComplete() {
    return complete;
  }

  /**
   * Result of one listing.
   *
   * @param ids the conversations that came
   * @param total how many there are; empty if the server does not say
   * @param truncated whether more may match than came
   */
  record Listing(Set<String> ids, OptionalLong total, boolean truncated) {}
}
