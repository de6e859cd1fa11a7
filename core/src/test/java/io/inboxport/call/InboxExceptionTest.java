package io.inboxport.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.InboxException.AuthenticationFailed;
import io.inboxport.call.InboxException.ChangeUnknown;
import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.PermissionDenied;
import io.inboxport.call.InboxException.RateLimited;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxException.ReplyRefused;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.reply.ReplyReason;
import io.inboxport.reply.ReplyVerdict;
import io.inboxport.tag.TagId;
import io.inboxport.tag.TagName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboxExceptionTest {
  private static final ConversationId ID = ConversationId.of("eit1");
  private static final Instant NOON = Instant.parse("2025-03-12T12:00:00Z");
  private final IOException cause = new IOException("reset");
  private static final ReplyVerdict.Refused VERDICT =
      new ReplyVerdict.Refused(List.of(new ReplyReason.ItemNotOpen(Status.CLOSED)));
  private static final AccountWrite RENAME =
      new AccountWrite.RenameTag(TagId.of("etg1"), TagName.of("VIP"));
  private static final InboxWrite CLOSE = new InboxWrite.SetStatus(ID, Status.CLOSED);

  private Map<InboxException, String> all() {
    var all = new LinkedHashMap<InboxException, String>();
    all.put(
        new ReplyRefused(ID, VERDICT),
        "Cannot reply to eit1. The item is closed: open it before you reply.");
    all.put(
        new NotFound(Operation.GET, ID),
        "Get eit1: not found. The id is wrong, or the owner of the key cannot see the item.");
    all.put(
        new NotFound(Operation.LIST, null),
        "List conversations: not found. The base URL is wrong: the API is not there.");
    all.put(
        new AuthenticationFailed(Operation.ME, null),
        "Check who I am: the server does not accept the account id and API key. Check both.");
    all.put(
        new PermissionDenied(Operation.ASSIGN, ID),
        "Assign eit1: the owner of the API key lacks the right. An administrator can grant it.");
    all.put(
        new Rejected(Operation.CREATE_CASE, ID, 400, "No integration is active."),
        "Create case for eit1: the server declined (400): No integration is active.");
    all.put(
        new Rejected(Operation.SET_STATUS, ID, 200, " "),
        "Set status of eit1: the server declined (200): it gave no reason.");
    all.put(
        new RateLimited(Operation.LIST, null, NOON),
        "List conversations: too many calls." + " Try again at 2025-03-12T12:00:00Z.");
    all.put(
        new Unavailable(Operation.TIMELINE, ID, "Connection refused.", null, cause),
        "Read timeline of eit1: Connection refused. Nothing happened; it is safe to try again.");
    all.put(
        new Unavailable(Operation.REPLACE_TAGS, ID, "The breaker is open.", NOON, null),
        "Replace tags of eit1: The breaker is open. Nothing happened; it is safe to try again at"
            + " 2025-03-12T12:00:00Z.");
    all.put(
        new OutcomeUnknown(CLOSE, NOON, "The connection was reset.", cause),
        "Set status of eit1: The connection was reset. Whether the server executed it is unknown."
            + " Do not send it again before Inbox.reconcile has looked.");
    all.put(
        new ChangeUnknown(RENAME, NOON, NOON, "The connection was reset.", cause),
        "Rename tag etg1: The connection was reset. Whether the server executed it is unknown."
            + " Do not send it again before you have read what it would have changed.");
    all.put(
        new NotFound(CallSubject.ofAccount(Operation.GET_TAG, "etg1"), ""),
        "Get tag etg1: not found. The id is wrong, or the owner of the key cannot see the item.");
    all.put(
        new UnreadableResponse(Operation.ADD_NOTE, ID, "It is no JSON.", cause),
        "Add note to eit1: the answer cannot be used. It is no JSON.");
    return all;
  }

  @Test
  void every_kind_says_what_happened_and_what_to_do() {
    all().forEach((exception, message) -> assertThat(exception).hasMessage(message));
  }

  @Test
  void the_servers_words_stand_behind_ours_if_it_gave_any() {
    var words = "Key disabled by Ada";

    assertThat(new NotFound(Operation.GET, ID, words))
        .hasMessageEndingWith(" cannot see the item. The server says: \"Key disabled by Ada\".");
    assertThat(new AuthenticationFailed(Operation.ME, null, words))
        .hasMessageEndingWith(" Check both. The server says: \"Key disabled by Ada\".");
    assertThat(new PermissionDenied(Operation.ASSIGN, ID, words))
        .hasMessageContaining(": the server forbids it. The server says: \"Key disabled by Ada\".");
    assertThat(new RateLimited(Operation.LIST, null, NOON, words))
        .hasMessageEndingWith("T12:00:00Z. The server says: \"Key disabled by Ada\".");
    assertThat(new NotFound(Operation.GET, ID, " "))
        .hasMessage(new NotFound(Operation.GET, ID).getMessage());
  }

  @Test
  void every_type_is_looked_at_here_and_its_kind_named_by_a_class() {
    assertThat(all().keySet())
        .extracting(Object::getClass)
        .containsAll(
            List.of(InboxException.class.getPermittedSubclasses()).stream()
                .<Class<? extends InboxException>>map(kind -> kind.asSubclass(InboxException.class))
                .toList());
    assertThat(all().keySet())
        .filteredOn(exception -> !(exception instanceof ChangeUnknown))
        .allSatisfy(
            exception ->
                assertThat(exception.kind().label())
                    .isEqualTo(exception.getClass().getSimpleName()));
    assertThat(new NotFound(Operation.GET, ID).kind()).isEqualTo(InboxException.Kind.NOT_FOUND);
    assertThat(new ChangeUnknown(RENAME, NOON, NOON, "Reset.", null).kind())
        .isEqualTo(InboxException.Kind.OUTCOME_UNKNOWN);
  }

  @Test
  void the_operation_and_the_conversation_are_told() {
    var refused = new ReplyRefused(ID, VERDICT);
    assertThat(refused.operation()).isEqualTo(Operation.REPLY);
    assertThat(refused.conversation()).contains(ID);
    assertThat(refused.verdict()).isSameAs(VERDICT);

    assertThat(new AuthenticationFailed(Operation.ME, null).operation()).isEqualTo(Operation.ME);
    assertThat(new AuthenticationFailed(Operation.ME, null).conversation()).isEmpty();
    assertThat(refused.subject()).isEqualTo(CallSubject.of(Operation.REPLY, ID));
    assertThat(new AuthenticationFailed(Operation.ME, null).subject())
        .isEqualTo(CallSubject.of(Operation.ME));
  }

  @Test
  void an_error_beside_conversations_names_the_id_of_what_it_is_about_and_no_conversation() {
    var subject = CallSubject.ofAccount(Operation.GET_USER, "00A1");
    var missing = new NotFound(subject, "");

    assertThat(missing.subject()).isEqualTo(subject);
    assertThat(missing.operation()).isEqualTo(Operation.GET_USER);
    assertThat(missing.conversation()).isEmpty();
    assertThat(subject.id()).contains("00A1");
    assertThat(subject.conversation()).isEmpty();
    assertThat(subject).hasToString("Get user 00A1").hasSameHashCodeAs(missing.subject());
    assertThat(subject)
        .isNotEqualTo(CallSubject.ofAccount(Operation.GET_USER, "00A2"))
        .isNotEqualTo(CallSubject.ofAccount(Operation.GET_TAG, "00A1"))
        .isNotEqualTo(CallSubject.of(Operation.GET_USER, ConversationId.of("00A1")))
        .isNotEqualTo("Get user 00A1");
  }

  @Test
  void a_change_of_unknown_fate_tells_what_was_asked_and_when() {
    var unknown = new ChangeUnknown(RENAME, NOON, NOON.plusSeconds(3), "Reset.", cause);

    assertThat(unknown.write()).isSameAs(RENAME);
    assertThat(unknown.attemptedAt()).isEqualTo(NOON);
    assertThat(unknown.endedAt()).isEqualTo(NOON.plusSeconds(3));
    assertThat(unknown.subject()).isEqualTo(RENAME.subject());
    assertThat(unknown).hasCause(cause);
  }

  @Test
  void what_the_caller_needs_next_is_told() {
    var rejected = new Rejected(Operation.CREATE_CASE, ID, 400, "No integration is active.");
    assertThat(rejected.status()).isEqualTo(400);
    assertThat(rejected.serverMessage()).isEqualTo("No integration is active.");

    assertThat(new RateLimited(Operation.LIST, null, NOON).retryAt()).isEqualTo(NOON);
    assertThat(new Unavailable(Operation.LIST, null, "No.", NOON, null).retryAt()).contains(NOON);
    assertThat(new Unavailable(Operation.LIST, null, "No.", null, null).retryAt()).isEmpty();

    var unknown = new OutcomeUnknown(CLOSE, NOON, "Reset.", cause);
    assertThat(unknown.write()).isSameAs(CLOSE);
    assertThat(unknown.attemptedAt()).isEqualTo(NOON);
    assertThat(unknown.operation()).isEqualTo(Operation.SET_STATUS);
    assertThat(unknown.conversation()).contains(ID);
  }

  @Test
  void a_time_is_told_to_the_second_and_never_too_early_whatever_it_is() {
    assertThat(retryMessage(NOON)).endsWith(" 2025-03-12T12:00:00Z.");
    assertThat(retryMessage(NOON.plusNanos(1))).endsWith(" 2025-03-12T12:00:01Z.");
    assertThat(retryMessage(NOON.plusNanos(999_999_999))).endsWith(" 2025-03-12T12:00:01Z.");
    assertThat(retryMessage(Instant.MIN)).endsWith(" -1000000000-01-01T00:00:00Z.");
    assertThat(retryMessage(Instant.MAX.minusSeconds(1))).endsWith("-31T23:59:59Z.");
    assertThat(retryMessage(Instant.MAX)).endsWith("-31T23:59:59Z.");
  }

  private static String retryMessage(Instant retryAt) {
    return new RateLimited(Operation.LIST, null, retryAt).toString();
  }

  @Test
  void the_cause_is_kept() {
    assertThat(new Unavailable(Operation.LIST, null, "No.", null, cause)).hasCause(cause);
    assertThat(new OutcomeUnknown(CLOSE, NOON, "Reset.", cause)).hasCause(cause);
    assertThat(new UnreadableResponse(Operation.GET, ID, "No.", cause)).hasCause(cause);
    assertThat(new NotFound(Operation.GET, ID)).hasNoCause();
  }

  @Test
  void an_exception_can_be_serialized() throws Exception {
    for (var exception : all().keySet()) {
      var bytes = new ByteArrayOutputStream();
      try (var out = new ObjectOutputStream(bytes)) {
        out.writeObject(exception);
      }
      try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        var copy = (InboxException) in.readObject();
        assertThat(copy).hasMessage(exception.getMessage());
        assertThat(copy.operation()).isEqualTo(exception.operation());
        assertThat(copy.conversation()).isEmpty();
      }
    }
  }
}
