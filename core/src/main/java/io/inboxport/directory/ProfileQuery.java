package io.inboxport.directory;

import io.inboxport.conversation.Network;
import io.inboxport.text.WellFormedText;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Query for connected profiles. The vendor documents no paging of this list.
 *
 * <p>Immutable and thread-safe: every method returns a new query.
 */
public final class ProfileQuery {
  private static final ProfileQuery VALID = new ProfileQuery(null, false);

  private final @Nullable Network network;
  private final boolean includesInvalid;

  private ProfileQuery(@Nullable Network network, boolean includesInvalid) {
    this.network = network;
    this.includesInvalid = includesInvalid;
  }

  /** Returns the query for all profiles that are valid, which is the vendor's default. */
  public static ProfileQuery valid() {
    return VALID;
  }

  /** Returns the query for all profiles, the invalid ones included. */
  public static ProfileQuery all() {
    return VALID.includingInvalid();
  }

  /**
   * Only profiles on this network.
   *
   * @throws IllegalArgumentException when its name is blank or not {@linkplain WellFormedText
   *     well-formed}
   */
  public ProfileQuery on(Network newNetwork) {
    if (WellFormedText.check("network", newNetwork.name()).isBlank()) {
      throw new IllegalArgumentException(
          "The network is blank, and so cannot be a filter: leave it out.");
    }
    return new ProfileQuery(newNetwork, includesInvalid);
  }

  /** Invalid profiles as well. */
  public ProfileQuery includingInvalid() {
    return new ProfileQuery(network, true);
  }

  /** Returns the network; empty for any. */
  public Optional<Network> network() {
    return Optional.ofNullable(network);
  }

  /** Returns whether invalid profiles are asked for too. */
  public boolean includesInvalid() {
    return includesInvalid;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProfileQuery that
        && Objects.equals(network, that.network)
        && includesInvalid == that.includesInvalid;
  }

  @Override
  public int hashCode() {
    return Objects.hash(network, includesInvalid);
  }

  @Override
  public String toString() {
    return "ProfileQuery["
        + (network == null ? "any network" : network)
        + (includesInvalid ? ", invalid ones too]" : "]");
  }
}
