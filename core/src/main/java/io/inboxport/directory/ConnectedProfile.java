package io.inboxport.directory;

import io.inboxport.conversation.Network;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.reply.CredentialId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Profile on a network that the account is connected with, from which replies are sent. The API
 * calls it a credential, and the vendor's page a social profile.
 *
 * <p>Immutable and thread-safe. {@code toString} tells ids and words of the API only.
 */
public final class ConnectedProfile {
  private final CredentialId id;
  private final String name;
  private final String displayName;
  private final Network network;
  private final ProfileStatus status;
  private final String networkUsername;
  private final @Nullable Instant created;
  private final List<UnreadablePart> unreadable;

  private ConnectedProfile(Builder builder) {
    this.id = builder.id;
    this.name = builder.name;
    this.displayName = builder.displayName;
    this.network = builder.network;
    this.status = builder.status;
    this.networkUsername = builder.networkUsername;
    this.created = builder.created;
    this.unreadable = builder.unreadable;
  }

  /** Starts building the one with this id. */
  public static Builder withId(CredentialId id) {
    return new Builder(id);
  }

  /** Returns the id. */
  public CredentialId id() {
    return id;
  }

  /** Returns the name that the network gives it; may be empty. */
  public String name() {
    return name;
  }

  /** Returns the name that the account gives it; may be empty. */
  public String displayName() {
    return displayName;
  }

  /** Returns the network. */
  public Network network() {
    return network;
  }

  /** Returns whether the network accepts the connection. */
  public ProfileStatus status() {
    return status;
  }

  /** Returns the user name on the network; may be empty. */
  public String networkUsername() {
    return networkUsername;
  }

  /**
   * Returns the time at which it was connected, to the second, UTC; empty if the server does not
   * say.
   */
  public Optional<Instant> created() {
    return Optional.ofNullable(created);
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
    return other instanceof ConnectedProfile that
        && id.equals(that.id)
        && name.equals(that.name)
        && displayName.equals(that.displayName)
        && network.equals(that.network)
        && status.equals(that.status)
        && networkUsername.equals(that.networkUsername)
        && Objects.equals(created, that.created)
        && unreadable.equals(that.unreadable);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        id, name, displayName, network, status, networkUsername, created, unreadable);
  }

  @Override
  public String toString() {
    return "ConnectedProfile[" + id + ", network=" + network + ", status=" + status + "]";
  }

  /** Builds a {@link ConnectedProfile}; not thread-safe. */
  public static final class Builder {
    private final CredentialId id;
    private String name = "";
    private String displayName = "";
    private Network network = Network.of("");
    private ProfileStatus status = ProfileStatus.of("");
    private String networkUsername = "";
    private @Nullable Instant created;
    private List<UnreadablePart> unreadable = List.of();

    private Builder(CredentialId id) {
      this.id = Objects.requireNonNull(id, "id");
    }

    /** Sets the name that the network gives it. */
    public Builder name(String newName) {
      name = Objects.requireNonNull(newName, "name");
      return this;
    }

    /** Sets the name that the account gives it. */
    public Builder displayName(String newDisplayName) {
      displayName = Objects.requireNonNull(newDisplayName, "displayName");
      return this;
    }

    /** Sets the network. */
    public Builder network(Network newNetwork) {
      network = Objects.requireNonNull(newNetwork, "network");
      return this;
    }

    /** Sets whether the network accepts the connection. */
    public Builder status(ProfileStatus newStatus) {
      status = Objects.requireNonNull(newStatus, "status");
      return this;
    }

    /** Sets the user name on the network. */
    public Builder networkUsername(String newNetworkUsername) {
      networkUsername = Objects.requireNonNull(newNetworkUsername, "networkUsername");
      return this;
    }

    /** Sets the time at which it was connected, cut to the second; null if it is not known. */
    public Builder created(@Nullable Instant newCreated) {
      created = newCreated == null ? null : newCreated.truncatedTo(ChronoUnit.SECONDS);
      return this;
    }

    /** Sets the fields that came and could not be read. */
    public Builder unreadable(List<UnreadablePart> parts) {
      unreadable = List.copyOf(parts);
      return this;
    }

    /** Builds the value. */
    public ConnectedProfile build() {
      return new ConnectedProfile(this);
    }
  }
}
