package io.inboxport.tag;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A label on conversations.
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

  // Written out: the one that a record comes with costs its first caller tens of milliseconds.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tag that && id.equals(that.id) && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
