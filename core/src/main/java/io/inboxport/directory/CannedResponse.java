package io.inboxport.directory;

import io.inboxport.conversation.UnreadablePart;
import io.inboxport.conversation.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Text that the account keeps for replies.
 *
 * <p>Immutable and thread-safe. {@code toString} tells ids and words of the API only.
 */
public final class CannedResponse {
  private final ResponseId id;
  private final String name;
  private final String content;
  private final ResponseVisibility visibility;
  private final @Nullable Instant created;
  private final @Nullable UserId createdBy;
  private final List<UnreadablePart> unreadable;

  private CannedResponse(Builder builder) {
    this.id = builder.id;
    this.name = builder.name;
    this.content = builder.content;
    this.visibility = builder.visibility;
    this.created = builder.created;
    this.createdBy = builder.createdBy;
    this.unreadable = builder.unreadable;
  }

  /** Starts building the one with this id. */
  public static Builder withId(ResponseId id) {
    return new Builder(id);
  }

  /** Returns the id. */
  public ResponseId id() {
    return id;
  }

  /** Returns the name, as the server tells it; may be empty. */
  public String name() {
    return name;
  }

  /** Returns the text, as the server tells it; may be empty. */
  public String content() {
    return content;
  }

  /** Returns who sees it. */
  public ResponseVisibility visibility() {
    return visibility;
  }

  /** Returns the time of creation, to the second, UTC; empty if the server does not say. */
  public Optional<Instant> created() {
    return Optional.ofNullable(created);
  }

  /** Returns the user who created it; empty if the server does not say. */
  public Optional<UserId> createdBy() {
    return Optional.ofNullable(createdBy);
  }

  /**
   * Returns the fields that came and could not be read: they are empty here, and not because the
   * server does not say. Immutable and usually empty.
   */
  public List<UnreadablePart> unreadable() {
    return unreadable;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CannedResponse that
        && id.equals(that.id)
        && name.equals(that.name)
        && content.equals(that.content)
        && visibility.equals(that.visibility)
        && Objects.equals(created, that.created)
        && Objects.equals(createdBy, that.createdBy)
        && unreadable.equals(that.unreadable);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, name, content, visibility, created, createdBy, unreadable);
  }

  @Override
  public String toString() {
    return "CannedResponse[" + id + ", visibility=" + visibility + "]";
  }

  /** Builds a {@link CannedResponse}; not thread-safe. */
  public static final class Builder {
    private final ResponseId id;
    private String name = "";
    private String content = "";
    private ResponseVisibility visibility = ResponseVisibility.of("");
    private @Nullable Instant created;
    private @Nullable UserId createdBy;
    private List<UnreadablePart> unreadable = List.of();

    private Builder(ResponseId id) {
      this.id = Objects.requireNonNull(id, "id");
    }

    /** Sets the name. */
    public Builder name(String newName) {
      name = Objects.requireNonNull(newName, "name");
      return this;
    }

    /** Sets the text. */
    public Builder content(String newContent) {
      content = Objects.requireNonNull(newContent, "content");
      return this;
    }

    /** Sets who sees it. */
    public Builder visibility(ResponseVisibility newVisibility) {
      visibility = Objects.requireNonNull(newVisibility, "visibility");
      return this;
    }

    /** Sets the time of creation, cut to the second; null if it is not known. */
    public Builder created(@Nullable Instant newCreated) {
      created = newCreated == null ? null : newCreated.truncatedTo(ChronoUnit.SECONDS);
      return this;
    }

    /** Sets the user who created it; null if it is not known. */
    public Builder createdBy(@Nullable UserId newCreatedBy) {
      createdBy = newCreatedBy;
      return this;
    }

    /** Sets the fields that came and could not be read. */
    public Builder unreadable(List<UnreadablePart> parts) {
      unreadable = List.copyOf(parts);
      return this;
    }

    /** Builds the value. */
    public CannedResponse build() {
      return new CannedResponse(this);
    }
  }
}
