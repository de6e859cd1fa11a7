package io.inboxport.directory;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Validity of a connected profile: a reply cannot be sent from an invalid one.
 *
 * <p>The vocabulary is open: any text that the server sends is kept. Texts are compared without
 * regard to case.
 *
 * @param text the text as the server wrote it; may be unknown or empty
 */
public record ProfileStatus(String text) {
  /** The network accepts the connection. */
  public static final ProfileStatus VALID = new ProfileStatus("valid");

  /** The network no longer accepts it: someone has to connect the profile again. */
  public static final ProfileStatus INVALID = new ProfileStatus("invalid");

  private static final List<ProfileStatus> VALUES = List.of(VALID, INVALID);

  /** Creates the value. */
  public ProfileStatus {
    Objects.requireNonNull(text, "text");
  }

  /** Returns the value for this text, which may be unknown or empty; never throws on a text. */
  public static ProfileStatus of(String text) {
    return new ProfileStatus(text);
  }

  /** Returns the values that the vendor documents. */
  public static List<ProfileStatus> values() {
    return VALUES;
  }

  /** Returns whether the vendor documents this value. */
  public boolean isKnown() {
    return VALUES.contains(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProfileStatus that && folded().equals(that.folded());
  }

  @Override
  public int hashCode() {
    return folded().hashCode();
  }

  private String folded() {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return text.isEmpty() ? "(none)" : text;
  }
}
