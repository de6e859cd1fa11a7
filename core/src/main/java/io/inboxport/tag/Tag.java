package io.inboxport.tag;

import java.util.Objects;

/**
 * Label on conversations.
 *
 * @param id the id
 * @param name the name, as the server tells it; may break the rules of {@link TagName}
 */
public record Tag(TagId id, String name) {
  /** Creates a tag. */
  public Tag {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
  }
}
