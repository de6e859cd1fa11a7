package io.inboxport.http;

import io.inboxport.conversation.Network;
import io.inboxport.conversation.UserId;
import io.inboxport.directory.AccountUser;
import io.inboxport.directory.CannedResponse;
import io.inboxport.directory.ConnectedProfile;
import io.inboxport.directory.DirectoryPage;
import io.inboxport.directory.ProfileStatus;
import io.inboxport.directory.ResponseId;
import io.inboxport.directory.ResponseVisibility;
import io.inboxport.directory.UserRole;
import io.inboxport.reply.CredentialId;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands beside conversations, as tolerantly and as strictly as {@link AnswerReader}
 * does.
 */
final class AccountReaders {
  private static final RepeatedText<UserId> AUTHOR = new RepeatedText<>(UserId::of, false);

  private final TimestampReader timestamps;

  AccountReaders(TimestampReader timestamps) {
    this.timestamps = timestamps;
  }

  AnswerPayload<DirectoryPage<Tag>> tags() {
    return new DirectoryPagePayload<>(AccountReaders::tag);
  }

  AnswerPayload<Tag> tag() {
    return AnswerPayload.of(WireField.TAG, in -> in.item(AccountReaders::tag));
  }

  AnswerPayload<DirectoryPage<CannedResponse>> responses() {
    return new DirectoryPagePayload<>(this::response);
  }

  AnswerPayload<CannedResponse> response() {
    return AnswerPayload.of(WireField.CANNED_RESPONSE, in -> in.item(this::response));
  }

  AnswerPayload<DirectoryPage<AccountUser>> users() {
    return new DirectoryPagePayload<>(this::user);
  }

  AnswerPayload<AccountUser> user() {
    return AnswerPayload.of(WireField.USER, in -> in.item(this::user));
  }

  AnswerPayload<DirectoryPage<ConnectedProfile>> profiles() {
    return new DirectoryPagePayload<>(this::profile);
  }

  AnswerPayload<ConnectedProfile> profile() {
    return AnswerPayload.of(WireField.CREDENTIAL, in -> in.item(this::profile));
  }

  /** A label is {@code Value} in the list of tags, {@code Name} on a conversation. */
  private static @Nullable Tag tag(JsonCursor in) throws IOException {
    if (!in.enterObject()) {
      return null;
    }
    TagId id = null;
    String name = null;
    String value = null;
    while (in.nextField()) {
      switch (in.field()) {
        case ID -> id = in.id(TagId::of);
        case NAME -> name = in.text();
        case VALUE -> value = in.text();
        default -> in.skip();
      }
    }
    var label = value == null || (value.isEmpty() && name != null) ? name : value;
    return id == null || label == null ? null : new Tag(id, label);
  }

  private @Nullable CannedResponse response(JsonCursor in) throws IOException {
    if (!in.enterObject()) {
      return null;
    }
    ResponseId id = null;
    var name = "";
    var content = "";
    var visibility = "";
    Instant created = null;
    UserId createdBy = null;
    while (in.nextField()) {
      switch (in.field()) {
        case ID -> id = in.id(ResponseId::of);
        case NAME -> name = in.textOrEmpty();
        case CONTENT -> content = in.textOrEmpty();
        case VISIBILITY -> visibility = in.textOrEmpty();
        case CREATED -> created = in.time(timestamps);
        case CREATED_BY -> createdBy = in.user(AUTHOR);
        default -> in.skip();
      }
    }
    return id == null
        ? null
        : CannedResponse.withId(id)
            .name(name)
            .content(content)
            .visibility(ResponseVisibility.of(visibility))
            .created(created)
            .createdBy(createdBy)
            .unreadable(in.unknownFields())
            .build();
  }

  private @Nullable AccountUser user(JsonCursor in) throws IOException {
    if (!in.enterObject()) {
      return null;
    }
    UserId id = null;
    var name = "";
    var email = "";
    var role = "";
    var timeZone = "";
    Instant lastLogin = null;
    while (in.nextField()) {
      switch (in.field()) {
        case ID -> id = in.id(UserId::of);
        case NAME -> name = part(in);
        case EMAIL -> email = part(in);
        case ROLE -> role = part(in);
        case TIMEZONE -> timeZone = part(in);
        case LAST_LOGIN -> lastLogin = in.time(timestamps);
        default -> in.skip();
      }
    }
    return id == null
        ? null
        : AccountUser.withId(id)
            .name(name)
            .email(email)
            .role(UserRole.of(role))
            .timeZone(timeZone)
            .lastLogin(lastLogin)
            .unreadable(in.unknownFields())
            .build();
  }

  private @Nullable ConnectedProfile profile(JsonCursor in) throws IOException {
    if (!in.enterObject()) {
      return null;
    }
    CredentialId id = null;
    var name = "";
    var displayName = "";
    var network = "";
    var status = "";
    var username = "";
    Instant created = null;
    while (in.nextField()) {
      switch (in.field()) {
        case ID -> id = in.id(CredentialId::of);
        case NAME -> name = part(in);
        case DISPLAY_NAME -> displayName = part(in);
        case NETWORK -> network = in.textOrEmpty();
        case STATUS -> status = in.textOrEmpty();
        case NETWORK_USERNAME -> username = part(in);
        case CREATED -> created = in.time(timestamps);
        default -> in.skip();
      }
    }
    return id == null
        ? null
        : ConnectedProfile.withId(id)
            .name(name)
            .displayName(displayName)
            .network(Network.of(network))
            .status(ProfileStatus.of(status))
            .networkUsername(username)
            .created(created)
            .unreadable(in.unknownFields())
            .build();
  }

  /** A name that nothing is decided by; one of another shape is reported. */
  private static String part(JsonCursor in) throws IOException {
    return Objects.requireNonNullElse(in.textOr(WireField.NAME), "");
  }
}
