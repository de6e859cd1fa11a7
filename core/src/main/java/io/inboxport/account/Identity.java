package io.inboxport.account;

import io.inboxport.conversation.UnreadablePart;
import io.inboxport.conversation.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * User and account that the API key belongs to. The key carries the rights of that user.
 *
 * <p>Immutable and thread-safe. {@code toString} tells ids only.
 */
public final class Identity {
  private final UserId user;
  private final AccountId account;
  private final String userName;
  private final String email;
  private final String accountName;
  private final @Nullable Instant lastLogin;
  private final List<UnreadablePart> unreadable;

  private Identity(Builder builder) {
    this.user = builder.user;
    this.account = builder.account;
    this.userName = builder.userName;
    this.email = builder.email;
    this.accountName = builder.accountName;
    this.lastLogin = builder.lastLogin;
    this.unreadable = builder.unreadable;
  }

  /** Starts building the identity of this user in this account. */
  public static Builder builder(UserId user, AccountId account) {
    return new Builder(user, account);
  }

  /** The user. */
  public UserId user() {
    return user;
  }

  /** The account. */
  public AccountId account() {
    return account;
  }

  /** The user's name; may be empty. */
  public String userName() {
    return userName;
  }

  /** The user's mail address; may be empty. */
  public String email() {
    return email;
  }

  /** The account's name; may be empty. */
  public String accountName() {
    return accountName;
  }

  /**
   * Returns the time of the last login of the user, to the second, UTC; empty if the server does
   * not say.
   */
  public Optional<Instant> lastLogin() {
    return Optional.ofNullable(lastLogin);
  }

  /**
   * Returns the fields that came and could not be read, such as {@code "User.LastLogin"}: they are
   * empty here, and not because the server does not say. Immutable and usually empty.
   */
  public List<UnreadablePart> unreadable() {
    return unreadable;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Identity that
        && user.equals(that.user)
        && account.equals(that.account)
        && userName.equals(that.userName)
        && email.equals(that.email)
        && accountName.equals(that.accountName)
        && Objects.equals(lastLogin, that.lastLogin)
        && unreadable.equals(that.unreadable);
  }

  @Override
  public int hashCode() {
    return Objects.hash(user, account, userName, email, accountName, lastLogin, unreadable);
  }

  @Override
  public String toString() {
    return "Identity[user=" + user + ", account=" + account + "]";
  }

  /** Builds an {@link Identity}; not thread-safe. */
  public static final class Builder {
    private final UserId user;
    private final AccountId account;
    private String userName = "";
    private String email = "";
    private String accountName = "";
    private @Nullable Instant lastLogin;
    private List<UnreadablePart> unreadable = List.of();

    private Builder(UserId user, AccountId account) {
      this.user = Objects.requireNonNull(user, "user");
      this.account = Objects.requireNonNull(account, "account");
    }

    /** The user's name. */
    public Builder userName(String userName) {
      this.userName = Objects.requireNonNull(userName, "userName");
      return this;
    }

    /** The user's mail address. */
    public Builder email(String email) {
      this.email = Objects.requireNonNull(email, "email");
      return this;
    }

    /** The account's name. */
    public Builder accountName(String accountName) {
      this.accountName = Objects.requireNonNull(accountName, "accountName");
      return this;
    }

    /** Sets the time of the last login of the user, cut to the second; null if it is not known. */
    public Builder lastLogin(@Nullable Instant lastLogin) {
      this.lastLogin = lastLogin == null ? null : lastLogin.truncatedTo(ChronoUnit.SECONDS);
      return this;
    }

    /** Sets the fields that came and could not be read. */
    public Builder unreadable(List<UnreadablePart> unreadable) {
      this.unreadable = List.copyOf(unreadable);
      return this;
    }

    /** Builds the identity. */
    public Identity build() {
      return new Identity(this);
    }
  }
}
