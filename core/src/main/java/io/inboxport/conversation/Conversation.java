package io.inboxport.conversation;

import io.inboxport.tag.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Item of the inbox: a direct message, or something public (post comments, a mention or a reply, in
 * the vendor's words).
 *
 * <p>Immutable and thread-safe. Two are equal when all their fields are.
 */
public final class Conversation {
  private final ConversationId id;
  private final @Nullable Instant created;
  private final @Nullable Instant modified;
  private final Status status;
  private final Network network;
  private final ItemType itemType;
  private final @Nullable UserId assignee;
  private final String profileName;
  private final @Nullable List<Tag> tags;
  private final List<UnreadablePart> unreadable;

  private Conversation(Builder builder) {
    this.id = builder.id;
    this.created = builder.created;
    this.modified = builder.modified;
    this.status = builder.status;
    this.network = builder.network;
    this.itemType = builder.itemType;
    this.assignee = builder.assignee;
    this.profileName = builder.profileName;
    this.tags = builder.tags;
    this.unreadable = builder.unreadable;
  }

  /** Starts building the conversation with this id; everything else is empty until it is set. */
  public static Builder withId(ConversationId id) {
    return new Builder(id);
  }

  /** The id. */
  public ConversationId id() {
    return id;
  }

  /**
   * Returns the time at which the item came in, to the second, UTC; empty if the server does not
   * say.
   */
  public Optional<Instant> created() {
    return Optional.ofNullable(created);
  }

  /**
   * Returns the time of the last change of the item, to the second, UTC; empty if the server does
   * not say.
   */
  public Optional<Instant> modified() {
    return Optional.ofNullable(modified);
  }

  /** The status; of empty text if the server does not say. */
  public Status status() {
    return status;
  }

  /** The network; of empty text if the server does not say. */
  public Network network() {
    return network;
  }

  /** The item type; of empty text if the server does not say. */
  public ItemType itemType() {
    return itemType;
  }

  /** Returns the user who works on it; empty if it is not assigned or the server does not say. */
  public Optional<UserId> assignee() {
    return Optional.ofNullable(assignee);
  }

  /** The name of the connected profile that received the item; may be empty. */
  public String profileName() {
    return profileName;
  }

  /**
   * Returns the tags, or empty if they are not known: a list does not load them. A set of tags that
   * could not be read whole counts as not known, so that no caller writes half of it back.
   */
  public Optional<List<Tag>> tags() {
    return Optional.ofNullable(tags);
  }

  /**
   * Returns the fields that came and could not be read, such as {@code "Created"}: they are empty
   * here, and not because the server does not say. Immutable and usually empty.
   */
  public List<UnreadablePart> unreadable() {
    return unreadable;
  }

  /** A builder holding the values of this conversation. */
  public Builder toBuilder() {
    return new Builder(id)
        .created(created)
        .modified(modified)
        .status(status)
        .network(network)
        .itemType(itemType)
        .assignee(assignee)
        .profileName(profileName)
        .tags(tags)
        .unreadable(unreadable);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Conversation that
        && id.equals(that.id)
        && Objects.equals(created, that.created)
        && Objects.equals(modified, that.modified)
        && status.equals(that.status)
        && network.equals(that.network)
        && itemType.equals(that.itemType)
        && Objects.equals(assignee, that.assignee)
        && profileName.equals(that.profileName)
        && Objects.equals(tags, that.tags)
        && unreadable.equals(that.unreadable);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        id, created, modified, status, network, itemType, assignee, profileName, tags, unreadable);
  }

  /** Names the item, its place and its status; no customer text. */
  @Override
  public String toString() {
    return "Conversation[" + id + ", " + network + " " + itemType + ", " + status + "]";
  }

  /** Builds a {@link Conversation}; not thread-safe. */
  public static final class Builder {
    private static final Status NO_STATUS = Status.of("");
    private static final Network NO_NETWORK = Network.of("");
    private static final ItemType NO_ITEM_TYPE = ItemType.of("");

    private final ConversationId id;
    private @Nullable Instant created;
    private @Nullable Instant modified;
    private Status status = NO_STATUS;
    private Network network = NO_NETWORK;
    private ItemType itemType = NO_ITEM_TYPE;
    private @Nullable UserId assignee;
    private String profileName = "";
    private @Nullable List<Tag> tags;
    private List<UnreadablePart> unreadable = List.of();

    private Builder(ConversationId id) {
      this.id = Objects.requireNonNull(id, "id");
    }

    /** Sets the time at which the item came in, cut to the second; null if it is not known. */
    public Builder created(@Nullable Instant created) {
      this.created = cut(created);
      return this;
    }

    /** Sets the time of the last change of the item, cut to the second; null if it is not known. */
    public Builder modified(@Nullable Instant modified) {
      this.modified = cut(modified);
      return this;
    }

    private static @Nullable Instant cut(@Nullable Instant time) {
      // Those of an answer are whole seconds, a hundred on a page.
      return time == null || time.getNano() == 0
          ? time
          : Instant.ofEpochSecond(time.getEpochSecond());
    }

    /** The status. */
    public Builder status(Status status) {
      this.status = Objects.requireNonNull(status, "status");
      return this;
    }

    /** The network. */
    public Builder network(Network network) {
      this.network = Objects.requireNonNull(network, "network");
      return this;
    }

    /** The item type. */
    public Builder itemType(ItemType itemType) {
      this.itemType = Objects.requireNonNull(itemType, "itemType");
      return this;
    }

    /** Sets the user who works on it; null for no assignee, or if that is not known. */
    public Builder assignee(@Nullable UserId assignee) {
      this.assignee = assignee;
      return this;
    }

    /** The name of the connected profile. */
    public Builder profileName(String profileName) {
      this.profileName = Objects.requireNonNull(profileName, "profileName");
      return this;
    }

    /** The tags, copied; null if they are not known. */
    public Builder tags(@Nullable List<Tag> tags) {
      this.tags = tags == null ? null : List.copyOf(tags);
      return this;
    }

    /** The fields that came and could not be read, copied; none by default. */
    public Builder unreadable(List<UnreadablePart> unreadable) {
      this.unreadable = List.copyOf(unreadable);
      return this;
    }

    /** Builds the conversation. */
    public Conversation build() {
      return new Conversation(this);
    }
  }
}
