package io.inboxport.http;

import io.inboxport.account.AccountId;
import io.inboxport.account.Identity;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.conversation.UserId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
  private List<UnreadablePart> unreadableOfUser = List.of();
  private List<UnreadablePart> unreadableOfAccount = List.of();

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

  /** Begins anew each time: of two spellings, the documented one counts, and alone. */
  private void user(JsonCursor in) throws IOException {
    user = null;
    userName = "";
    email = "";
    lastLogin = null;
    unreadableOfUser = List.of();
    if (!in.enterObject()) {
      return;
    }
    while (in.nextField()) {
      switch (in.field()) {
        case ID -> user = in.id(UserId::of);
        case NAME -> userName = text(in);
        case EMAIL -> email = text(in);
        case LAST_LOGIN -> lastLogin = in.time(timestamps);
        default -> in.skip();
      }
    }
    unreadableOfUser = in.unknownFields();
  }

  private void account(JsonCursor in) throws IOException {
    account = null;
    accountName = "";
    unreadableOfAccount = List.of();
    if (!in.enterObject()) {
      return;
    }
    while (in.nextField()) {
      switch (in.field()) {
        case ID -> account = in.id(AccountId::of);
        case NAME -> accountName = text(in);
        default -> in.skip();
      }
    }
    unreadableOfAccount = in.unknownFields();
  }

  /** A name or an address; one of another shape is reported. */
  private static String text(JsonCursor in) throws IOException {
    return Objects.requireNonNullElse(in.textOr(WireField.NAME), "");
  }

  private List<UnreadablePart> unreadable() {
    return Stream.concat(
            unreadableOfUser.stream().map(part -> within(WireField.USER, part)),
            unreadableOfAccount.stream().map(part -> within(WireField.ACCOUNT, part)))
        .toList();
  }

  private static UnreadablePart within(WireField object, UnreadablePart part) {
    return new UnreadablePart(object + "." + part.where(), part.problem(), part.wholeItem());
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
            .unreadable(unreadable())
            .build();
  }
}
