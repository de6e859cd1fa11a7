package io.inboxport.directory;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Role of a user in the account. The vendor's page on users names four.
 *
 * <p>The vocabulary is open: any text that the server sends is kept. Texts are compared without
 * regard to case.
 *
 * @param text the text as the server wrote it; may be unknown or empty
 */
public record UserRole(String text) {
  /** May do everything. */
  public static final UserRole ADMIN = new UserRole("admin");

  /** May do everything but administer the account. */
  public static final UserRole PUBLISHER = new UserRole("publisher");

  /** May do what a publisher may, but not approve posts. */
  public static final UserRole CONTRIBUTOR = new UserRole("contributor");

  /** May only read. */
  public static final UserRole READ = new UserRole("read");

  private static final List<UserRole> VALUES = List.of(ADMIN, PUBLISHER, CONTRIBUTOR, READ);

  /** Creates the value. */
  public UserRole {
    Objects.requireNonNull(text, "text");
  }

  /** Returns the value for this text, which may be unknown or empty; never throws on a text. */
  public static UserRole of(String text) {
    return new UserRole(text);
  }

  /** Returns the values that the vendor documents. */
  public static List<UserRole> values() {
    return VALUES;
  }

  /** Returns whether the vendor documents this value. */
  public boolean isKnown() {
    return VALUES.contains(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UserRole that && folded().equals(that.folded());
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
