package io.inboxport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.Reconciliation.Outcome;
import io.inboxport.account.AccountId;
import io.inboxport.call.AccountWrite;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.ReplyRefused;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.conversation.UserId;
import io.inboxport.directory.DirectoryListing;
import io.inboxport.directory.DirectoryPage;
import io.inboxport.directory.ListOrdering;
import io.inboxport.directory.ProfileStatus;
import io.inboxport.directory.ResponseDraft;
import io.inboxport.directory.ResponseId;
import io.inboxport.directory.ResponseVisibility;
import io.inboxport.directory.UserRole;
import io.inboxport.reply.CommentId;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyCapabilities;
import io.inboxport.reply.ReplyContent;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.reply.ReplyReason;
import io.inboxport.reply.ReplyReceipt;
import io.inboxport.reply.ReplyVerdict;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.salesforce.SalesforceContactId;
import io.inboxport.salesforce.SalesforceUserId;
import io.inboxport.tag.ConfirmedTags;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagEdit;
import io.inboxport.tag.TagId;
import io.inboxport.tag.TagName;
import io.inboxport.tag.TagReplacement;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NullTest {
  private static final ConversationId ID = ConversationId.of("eit1");
  private static final TagName VIP = TagName.of("VIP");
  private static final ReplyVerdict.Allowed ALLOWED = new ReplyVerdict.Allowed(Set.of());
  private static final ReplyReason BLANK = new ReplyReason.MessageBlank();

  /** One of every record that has a component which may not be null. */
  static List<Record> records() {
    return List.of(
        AccountId.of("1"),
        ID,
        UserId.of("1"),
        CommentId.of("1"),
        CredentialId.of("1"),
        IntegrationId.of("1"),
        SalesforceContactId.of("1"),
        SalesforceUserId.of("1"),
        TagId.of("1"),
        TimelineEntryId.of("1"),
        VIP,
        new Tag(TagId.of("1"), "VIP"),
        new TagReplacement(List.of(VIP), List.of(), List.of()),
        new ConfirmedTags(List.of(VIP), List.of()),
        new TagEdit(List.of(VIP), new ConfirmedTags(List.of(VIP), List.of())),
        new TimelinePage(List.of(), List.of()),
        new Assignment(ID, UserId.of("1")),
        new ConversationPage(List.of(), 0, List.of()),
        new UnreadablePart("Items[1]", "It has no id."),
        new Reconciliation(Outcome.DONE, "It is there."),
        new InboxWrite.SetStatus(ID, Status.OPEN),
        new InboxWrite.Assign(ID, UserId.of("1"), "note"),
        new InboxWrite.AddNote(ID, "note"),
        new InboxWrite.ReplaceTags(ID, List.of(VIP)),
        new InboxWrite.Reply(ID, ReplyDraft.of("On it!")),
        new InboxWrite.CreateCase(ID, SalesforceCase.through(IntegrationId.of("1"))),
        ResponseId.of("1"),
        UserRole.ADMIN,
        ProfileStatus.VALID,
        ResponseVisibility.SHARED,
        ListOrdering.byName(),
        ResponseDraft.shared("Hello", "Hi"),
        new DirectoryPage<>(List.of(), OptionalLong.empty(), List.of()),
        new AccountWrite.RenameTag(TagId.of("1"), VIP),
        new AccountWrite.DeleteTag(TagId.of("1")),
        new AccountWrite.CreateResponse(ResponseDraft.shared("Hello", "Hi")),
        ReplyCapabilities.of(Network.FACEBOOK, ItemType.POST),
        new ReplyReceipt(ID, ALLOWED),
        ALLOWED,
        new ReplyVerdict.Refused(List.of(BLANK)),
        new ReplyVerdict.Undetermined(List.of(BLANK), Set.of()),
        new ReplyReason.ItemNotOpen(Status.CLOSED),
        new ReplyReason.NoReplyChannel(Network.TIKTOK, ItemType.CONVERSATION),
        new ReplyReason.ContentUnsupported(ReplyContent.MEDIA, Network.YOUTUBE, ItemType.POST),
        new ReplyReason.UnknownNetwork(Network.of("Bluesky")),
        new ReplyReason.SenderOfAnotherNetwork(Network.TIKTOK, Network.FACEBOOK),
        new DirectoryListing<>(List.of(), true, Instant.EPOCH, false),
        new ReplyReason.UnknownItemType(ItemType.of("Story")),
        new ReplyReason.UnknownStatus(Status.of("pending")));
  }

  @ParameterizedTest
  @MethodSource("records")
  void a_value_is_not_made_without_one_of_its_parts(Record whole) throws Exception {
    var parts = whole.getClass().getRecordComponents();
    var constructor = constructor(whole.getClass());
    int refused = 0;
    for (int i = 0; i < parts.length; i++) {
      var values = values(whole, parts);
      values[i] = null;
      if (refusesNull(parts[i])) {
        refused++;
        assertThatThrownBy(() -> constructor.newInstance(values))
            .as("%s without %s", whole.getClass(), parts[i].getName())
            .hasCauseInstanceOf(NullPointerException.class);
      }
    }
    assertThat(refused).isPositive();
  }

  static List<UnaryOperator<String>> vocabularies() {
    return List.of(
        text -> Network.of(text).text(),
        text -> ItemType.of(text).text(),
        text -> Status.of(text).text(),
        text -> EntryType.of(text).text(),
        text -> UserRole.of(text).text(),
        text -> ProfileStatus.of(text).text(),
        text -> ResponseVisibility.of(text).text());
  }

  @ParameterizedTest
  @MethodSource("vocabularies")
  @SuppressWarnings("NullAway")
  void a_word_is_not_made_without_a_text(UnaryOperator<String> word) {
    assertThatThrownBy(() -> word.apply(null)).isInstanceOf(NullPointerException.class);
  }

  @Test
  void every_write_reason_and_verdict_is_looked_at() {
    assertThat(records())
        .extracting(Object::getClass)
        .containsAll(
            Stream.of(AccountWrite.class, InboxWrite.class, ReplyReason.class, ReplyVerdict.class)
                .flatMap(kind -> Stream.of(kind.getPermittedSubclasses()))
                .filter(
                    kind -> Stream.of(kind.getRecordComponents()).anyMatch(NullTest::refusesNull))
                .<Class<? extends Record>>map(kind -> kind.asSubclass(Record.class))
                .toList());
  }

  @Test
  @SuppressWarnings("NullAway")
  void tags_are_not_read_when_nobody_says_how_to_change_them() {
    var gateway = new RecordingGateway(Conversation.withId(ID).tags(List.of()).build());

    assertThatThrownBy(() -> Inbox.over(gateway).editTags(ID, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("change");
    assertThat(gateway.calls).isEmpty();
  }

  @Test
  @SuppressWarnings("NullAway")
  void an_error_is_not_made_without_its_words_or_its_conversation() {
    var write = new InboxWrite.SetStatus(ID, Status.OPEN);
    var refused = new ReplyVerdict.Refused(List.of(BLANK));

    assertRefusesNull("detail", () -> new OutcomeUnknown(write, Instant.EPOCH, null, null));
    assertRefusesNull("detail", () -> new Unavailable(Operation.GET, ID, null, null, null));
    assertRefusesNull("detail", () -> new UnreadableResponse(Operation.GET, ID, null, null));
    assertRefusesNull("conversation", () -> new ReplyRefused(null, refused));
  }

  @Test
  @SuppressWarnings("NullAway")
  void a_capability_is_not_asked_for_no_content() {
    var capability = ReplyCapabilities.of(Network.FACEBOOK, ItemType.POST);

    assertRefusesNull("content", () -> capability.supports(null));
  }

  private static void assertRefusesNull(String name, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(name);
  }

  private static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
    return type.getDeclaredConstructor(
        Stream.of(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new));
  }

  private static @Nullable Object[] values(Record whole, RecordComponent[] parts)
      throws ReflectiveOperationException {
    var values = new ArrayList<Object>();
    for (var part : parts) {
      values.add(part.getAccessor().invoke(whole));
    }
    return values.toArray();
  }

  private static boolean refusesNull(RecordComponent part) {
    return !part.getType().isPrimitive()
        && !part.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
