package io.inboxport.http;

import io.inboxport.conversation.UnreadablePart;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the tags of a conversation. */
final class TagReader {
  private TagReader() {}

  /** All of the tags, or null: to write back a part of them would lose the rest. */
  static @Nullable List<Tag> tags(JsonCursor in) throws IOException {
    var unreadable = new ArrayList<UnreadablePart>();
    var tags = in.items(TagReader::tag, "Tags", unreadable);
    if (tags == null || !unreadable.isEmpty()) {
      return null;
    }
    var named = new ArrayList<Tag>();
    tags.forEach(named::addAll);
    return named;
  }

  /** One tag, or none if it has an empty name, which is what clearing leaves; null if unknown. */
  private static @Nullable List<Tag> tag(JsonCursor in) throws IOException {
    if (!in.enterObject()) {
      return null;
    }
    TagId id = null;
    String name = null;
    String value = null;
    while (in.nextField()) {
      switch (in.field()) {
        case ID -> id = in.id(TagId::of);
        case NAME -> name = in.text();
        case VALUE -> value = in.text();
        default -> in.skip();
      }
    }
    var label = value == null || (name != null && !name.isEmpty()) ? name : value;
    if (label != null && label.isEmpty()) {
      return List.of();
    }
    return id == null || label == null ? null : List.of(new Tag(id, label));
  }
}
