package io.inboxport.inmemory;

import io.inboxport.account.AccountId;
import io.inboxport.account.Identity;
import io.inboxport.conversation.UserId;
import io.inboxport.directory.AccountUser;
import io.inboxport.directory.UserRole;

/** Identity of the account and of the user whose key makes the calls. */
final class AccountIdentity {
  /** The user whose key makes the calls. */
  static final UserId CALLER = UserId.of("00A000000000001");

  private static final AccountId ID = AccountId.of("001000000000001");
  private static final UserId COLLEAGUE = UserId.of("00A000000000002");

  private AccountIdentity() {}

  /** Returns a state with the two users and nothing else. */
  static InboxState initialState() {
    var directory =
        AccountDirectory.EMPTY
            .with(user(CALLER, "Alex Agent", "alex@example.com", UserRole.ADMIN))
            .with(user(COLLEAGUE, "Kim Colleague", "kim@example.com", UserRole.PUBLISHER));
    return InboxState.EMPTY.with(directory);
  }

  static Identity caller(InboxState state) {
    var identity = Identity.builder(CALLER, ID).accountName("Example Account");
    var user = state.directory().users().get(CALLER);
    return user == null
        ? identity.build()
        : identity
            .userName(user.name())
            .email(user.email())
            .lastLogin(user.lastLogin().orElse(null))
            .build();
  }

  private static AccountUser user(UserId id, String name, String email, UserRole role) {
    return AccountUser.withId(id).name(name).email(email).role(role).timeZone("UTC").build();
  }
}
