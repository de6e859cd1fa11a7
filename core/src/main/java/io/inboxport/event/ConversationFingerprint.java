package io.inboxport.event;

import io.inboxport.conversation.Conversation;
import io.inboxport.tag.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** Fingerprints of conversations, by which two states are compared without keeping any text. */
final class ConversationFingerprint {
  private ConversationFingerprint() {}

  /** Returns the fingerprint of what a list shows: all but the tags. */
  static String listed(Conversation conversation) {
    return digest(fields(conversation));
  }

  /** Returns the fingerprint of everything. */
  static String whole(Conversation conversation) {
    var fields = fields(conversation);
    conversation
        .tags()
        .ifPresent(
            tags ->
                tags.stream()
                    .sorted(Comparator.comparing(tag -> tag.id().value()))
                    .map(Tag::toString)
                    .forEach(tag -> add(fields, tag)));
    return digest(fields);
  }

  private static StringBuilder fields(Conversation conversation) {
    var fields = new StringBuilder();
    for (var field :
        List.of(
            conversation.id(),
            conversation.created(),
            conversation.modified(),
            conversation.status(),
            conversation.network(),
            conversation.itemType(),
            conversation.assignee(),
            conversation.profileName())) {
      add(fields, field.toString());
    }
    return fields;
  }

  /** Adds a field with its length, so that no two lists of fields run into the same text. */
  private static void add(StringBuilder fields, String field) {
    fields.append(field.length()).append(':').append(field);
  }

  private static String digest(StringBuilder fields) {
    return DeliveryDigest.of(fields.toString().getBytes(StandardCharsets.UTF_8)).hex();
  }
}
