package io.inboxport.http;

import io.inboxport.account.AccountId;
import io.inboxport.account.Identity;
import io.inboxport.conversation.UserId;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Identity of the caller, as two objects side by side in an answer. */
final class IdentityPayload implements AnswerPayload<Identity> {
  private final TimestampReader timestamps;
  private @Nullable UserId user;
  private String userName = "";
  private String email = "";
  private @Nullable Instant lastLogin;
  private @Nullable AccountId account;
  private String accountName = "";

  IdentityPayload(TimestampReader timestamps) {
    this.timestamps = timestamps;
  }

  @Override
  public void read(WireField field, JsonCursor in) throws IOException {
    switch (field) {
      case USER -> user(in);
      case ACCOUNT -> account(in);
      default -> in.skip();
    }
  }

  /** Begins anew each time: of two spellings, the one that is read last counts, and alone. */
  private void user(JsonCursor in) throws IOException {
    user = null;
    userName = "";
    email = "";
    lastLogin = null;
    if (!in.enterObject()) {
      return;
    }
    while (in.nextField()) {
      switch (in.field()) {
        case ID -> user = in.id(UserId::of);
        case NAME -> userName = in.textOrEmpty();
        case EMAIL -> email = in.textOrEmpty();
        case LAST_LOGIN -> lastLogin = in.time(timestamps);
        default -> in.skip();
      }
    }
  }

  private void account(JsonCursor in) throws IOException {
    account = null;
    accountName = "";
    if (!in.enterObject()) {
      return;
    }
    while (in.nextField()) {
      switch (in.field()) {
        case ID -> account = in.id(AccountId::of);
        case NAME -> accountName = in.textOrEmpty();
        default -> in.skip();
      }
    }
  }

  @Override
  public @Nullable Identity value() {
    return user == null || account == null
        ? null
        : Identity.builder(user, account)
            .userName(userName)
            .email(email)
            .accountName(accountName)
            .lastLogin(lastLogin)
            .build();
  }
}
