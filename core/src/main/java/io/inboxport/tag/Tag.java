package io.inboxport.tag;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

  // Written out for the reason that UserId tells.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tag that && id.equals(that.id) && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + name.hashCode();
  }
}
