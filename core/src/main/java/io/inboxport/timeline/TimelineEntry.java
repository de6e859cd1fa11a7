package io.inboxport.timeline;

import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.conversation.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Entry of a timeline: a message, comment, note, share or like.
 *
 * <p>Immutable and thread-safe. {@code toString} never tells the content.
 */
public final class TimelineEntry {
  private final TimelineEntryId id;
  private final EntryType type;
  private final @Nullable Instant created;
  private final String content;
  private final @Nullable UserId createdBy;
  private final List<UnreadablePart> unreadable;

  private TimelineEntry(Builder builder) {
    this.id = builder.id;
    this.type = builder.type;
    this.created = builder.created;
    this.content = builder.content;
    this.createdBy = builder.createdBy;
    this.unreadable = builder.unreadable;
  }

  /** Starts building the entry with this id; everything else is empty until it is set. */
  public static Builder withId(TimelineEntryId id) {
    return new Builder(id);
  }

  /** The id. */
  public TimelineEntryId id() {
    return id;
  }

  /** Returns the kind of the entry. */
  public EntryType type() {
    return type;
  }

  /**
   * Returns the time at which the entry was made, to the second, UTC; empty if the server does not
   * say.
   */
  public Optional<Instant> created() {
    return Optional.ofNullable(created);
  }

  /** The text; may be empty. */
  public String content() {
    return content;
  }

  /**
   * The user of the account who made the entry; empty if the server names none. That does not prove
   * that a customer made it: the vendor's sample shows a share without a user.
   */
  public Optional<UserId> createdBy() {
    return Optional.ofNullable(createdBy);
  }

  /**
   * Returns the fields that came and could not be read, such as {@code "CreatedBy"}: they are empty
   * here, and not because the server does not say. Immutable and usually empty.
   */
  public List<UnreadablePart> unreadable() {
    return unreadable;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TimelineEntry that
        && id.equals(that.id)
        && type.equals(that.type)
        && Objects.equals(created, that.created)
        && content.equals(that.content)
        && Objects.equals(createdBy, that.createdBy)
        && unreadable.equals(that.unreadable);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, type, created, content, createdBy, unreadable);
  }

  @Override
  public String toString() {
    return "TimelineEntry[" + id + ", " + type + ", " + created + "]";
  }

  /** Builds a {@link TimelineEntry}; not thread-safe. */
  public static final class Builder {
    private static final EntryType NO_TYPE = EntryType.of("");

    private final TimelineEntryId id;
    private EntryType type = NO_TYPE;
    private @Nullable Instant created;
    private String content = "";
    private @Nullable UserId createdBy;
    private List<UnreadablePart> unreadable = List.of();

    private Builder(TimelineEntryId id) {
      this.id = Objects.requireNonNull(id, "id");
    }

    /** Sets the kind of the entry. */
    public Builder type(EntryType type) {
      this.type = Objects.requireNonNull(type, "type");
      return this;
    }

    /** Sets the time at which the entry was made, cut to the second; null if it is not known. */
    public Builder created(@Nullable Instant created) {
      this.created = created == null ? null : created.truncatedTo(ChronoUnit.SECONDS);
      return this;
    }

    /** The text. */
    public Builder content(String content) {
      this.content = Objects.requireNonNull(content, "content");
      return this;
    }

    /** The user of the account who made the entry; null if the server names none. */
    public Builder createdBy(@Nullable UserId createdBy) {
      this.createdBy = createdBy;
      return this;
    }

    /** The fields that came and could not be read, copied; none by default. */
    public Builder unreadable(List<UnreadablePart> unreadable) {
      this.unreadable = List.copyOf(unreadable);
      return this;
    }

    /** Builds the entry. */
    public TimelineEntry build() {
      return new TimelineEntry(this);
    }
  }
}
