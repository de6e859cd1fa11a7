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
 * User of the account, to whom a conversation can be assigned.
 *
 * <p>Immutable and thread-safe. {@code toString} tells ids and words of the API only.
 */
public final class AccountUser {
  private final UserId id;
  private final String name;
  private final String email;
  private final UserRole role;
  private final String timeZone;
  private final @Nullable Instant lastLogin;
  private final List<UnreadablePart> unreadable;

  private AccountUser(Builder builder) {
    this.id = builder.id;
    this.name = builder.name;
    this.email = builder.email;
    this.role = builder.role;
    this.timeZone = builder.timeZone;
    this.lastLogin = builder.lastLogin;
    this.unreadable = builder.unreadable;
  }

  /** Starts building the one with this id. */
  public static Builder withId(UserId id) {
    return new Builder(id);
  }

  /** Returns the id. */
  public UserId id() {
    return id;
  }

  /** Returns the name; may be empty. */
  public String name() {
    return name;
  }

  /** Returns the mail address; may be empty. */
  public String email() {
    return email;
  }

  /** Returns the role. The vendor shows it in a list, and not in the answer about one user. */
  public UserRole role() {
    return role;
  }

  /**
   * Returns the time zone as the server names it, such as {@code America/New_York}; may be empty.
   */
  public String timeZone() {
    return timeZone;
  }

  /** Returns the time of the last login, to the second, UTC; empty if the server does not say. */
  public Optional<Instant> lastLogin() {
    return Optional.ofNullable(lastLogin);
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
    return other instanceof AccountUser that
        && id.equals(that.id)
        && name.equals(that.name)
        && email.equals(that.email)
        && role.equals(that.role)
        && timeZone.equals(that.timeZone)
        && Objects.equals(lastLogin, that.lastLogin)
        && unreadable.equals(that.unreadable);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, name, email, role, timeZone, lastLogin, unreadable);
  }

  @Override
  public String toString() {
    return "AccountUser[" + id + ", role=" + role + "]";
  }

  /** Builds a {@link AccountUser}; not thread-safe. */
  public static final class Builder {
    private final UserId id;
    private String name = "";
    private String email = "";
    private UserRole role = UserRole.of("");
    private String timeZone = "";
    private @Nullable Instant lastLogin;
    private List<UnreadablePart> unreadable = List.of();

    private Builder(UserId id) {
      this.id = Objects.requireNonNull(id, "id");
    }

    /** Sets the name. */
    public Builder name(String newName) {
      name = Objects.requireNonNull(newName, "name");
      return this;
    }

    /** Sets the mail address. */
    public Builder email(String newEmail) {
      email = Objects.requireNonNull(newEmail, "email");
      return this;
    }

    /** Sets the role. */
    public Builder role(UserRole newRole) {
      role = Objects.requireNonNull(newRole, "role");
      return this;
    }

    /** Sets the time zone as the server names it. */
    public Builder timeZone(String newTimeZone) {
      timeZone = Objects.requireNonNull(newTimeZone, "timeZone");
      return this;
    }

    /** Sets the time of the last login, cut to the second; null if it is not known. */
    public Builder lastLogin(@Nullable Instant newLastLogin) {
      lastLogin = newLastLogin == null ? null : newLastLogin.truncatedTo(ChronoUnit.SECONDS);
      return this;
    }

    /** Sets the fields that came and could not be read. */
    public Builder unreadable(List<UnreadablePart> parts) {
      unreadable = List.copyOf(parts);
      return this;
    }

    /** Builds the value. */
    public AccountUser build() {
      return new AccountUser(this);
    }
  }
}
