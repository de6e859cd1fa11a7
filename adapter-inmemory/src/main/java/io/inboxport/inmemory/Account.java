package io.inboxport.inmemory;

import io.inboxport.account.AccountId;
import io.inboxport.account.Identity;
import io.inboxport.conversation.UserId;

/** Whose inbox it is. */
final class Account {
  /** The user whose key makes the calls. */
  static final UserId CALLER = UserId.of("00A000000000001");

  private static final AccountId ID = AccountId.of("001000000000001");
  private static final UserId COLLEAGUE = UserId.of("00A000000000002");

  private Account() {}

  /** A world with the two users and nothing else. */
  static World founded() {
    var directory =
        Directory.EMPTY
            .with(CALLER, new Directory.User("Alex Agent", "alex@example.com"))
            .with(COLLEAGUE, new Directory.User("Kim Colleague", "kim@example.com"));
    return World.EMPTY.with(directory);
  }

  static Identity caller(World world) {
    var identity = Identity.builder(CALLER, ID).accountName("Example Account");
    var user = world.directory().users().get(CALLER);
    return user == null
        ? identity.build()
        : identity.userName(user.value().name()).email(user.value().email()).build();
  }
}
