package io.inboxport.app.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.inboxport.timeline.TimelineEntryId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** State of an export, learned from its own lines alone. */
final class ExportState {
  private final Map<ExportSlice, Listing> slices = new HashMap<>();
  private final Map<String, JsonNode> conversations = new LinkedHashMap<>();
  private final Map<String, String> cursors = new HashMap<>();
  private final Set<String> finished = new HashSet<>();
  private final Set<String> detailed = new HashSet<>();
  private final Set<String> tags = new LinkedHashSet<>();
  private String account = "";
  private long entries;
  private long skipped;
  private boolean complete;

  /** Takes in one line. Lines of kinds that a later version adds are passed over. */
  void learn(JsonNode line) {
    var conversation = line.path("conversation").asText();
    switch (line.get("kind").asText()) {
      case "export" -> account = line.path("account").asText();
      case "slice" -> learnSlice(line);
      case "details" -> learnDetails(line.path("conversation"));
      case "timeline" -> learnPage(conversation, line.path("entries"));
      case "walked" -> finished.add(conversation);
      case "skipped" -> {
        finished.add(conversation);
        skipped++;
      }
      case "end" -> complete = true;
      default -> {}
    }
  }

  private void learnSlice(JsonNode line) {
    var filters = new HashMap<String, String>();
    line.path("filters")
        .properties()
        .forEach(filter -> filters.put(filter.getKey(), filter.getValue().asText()));
    var ids = new LinkedHashSet<String>();
    for (var conversation : line.path("conversations")) {
      var id = conversation.path("id").asText();
      ids.add(id);
      conversations.putIfAbsent(id, conversation);
    }
    slices.put(
        new ExportSlice(filters),
        new Listing(ids, line.path("total").asLong(), line.path("truncated").asBoolean()));
  }

  private void learnDetails(JsonNode conversation) {
    detailed.add(conversation.path("id").asText());
    conversation.path("tags").forEach(tag -> tags.add(tag.path("name").asText()));
  }

  private void learnPage(String conversation, JsonNode page) {
    entries += page.size();
    if (page.isEmpty()) {
      finished.add(conversation); // There is nothing older.
    }
    if (!page.isEmpty()) {
      cursors.put(conversation, page.get(page.size() - 1).path("id").asText());
    }
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

  /** The last entry in hand of a timeline. */
  Optional<TimelineEntryId> cursor(String conversation) {
    return Optional.ofNullable(cursors.get(conversation)).map(TimelineEntryId::of);
  }

  long finishedConversations() {
    return finished.size();
  }

  long entries() {
    return entries;
  }

  /** How many conversations there are that no slice has listed. */
  long unlisted() {
    return listing(ExportSlice.ALL)
        .map(all -> Math.max(0, all.total() - conversations.size()))
        .orElse(0L);
  }

  /** How many conversations are there without all of their timeline. */
  long skipped() {
    return skipped;
  }

  boolean isComplete() {
    return complete;
  }

  /**
   * Result of one listing.
   *
   * @param ids the conversations that came
   * @param total how many there are
   * @param truncated whether more match than came
   */
  record Listing(Set<String> ids, long total, boolean truncated) {}
}
