package io.inboxport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.CallSubject;
import io.inboxport.call.InboxException.PermissionDenied;
import io.inboxport.call.InboxException.ReplyRefused;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.conversation.UserId;
import io.inboxport.directory.AccountUser;
import io.inboxport.directory.CannedResponse;
import io.inboxport.directory.ConnectedProfile;
import io.inboxport.directory.DirectoryAnswer;
import io.inboxport.directory.DirectoryPage;
import io.inboxport.directory.DirectoryQuery;
import io.inboxport.directory.ProfileQuery;
import io.inboxport.directory.ProfileStatus;
import io.inboxport.directory.ResponseId;
import io.inboxport.port.AccountGateway;
import io.inboxport.port.ForwardingAccountGateway;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.reply.ReplyReason;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import io.inboxport.tag.TagName;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InboxDirectoryTest {
  private static final UserId ADA = UserId.of("00A1");
  private static final CredentialId PAGE = CredentialId.of("003-1");
  private static final CredentialId BROKEN = CredentialId.of("003-2");

  private final Account account = new Account();
  private final InboxDirectory directory = InboxDirectory.over(account);

  @Test
  void a_list_is_read_once_and_again_when_it_is_too_old() {
    assertThat(directory.hasUser(ADA)).isEqualTo(DirectoryAnswer.PRESENT);
    assertThat(directory.hasUser(UserId.of("00A9"))).isEqualTo(DirectoryAnswer.ABSENT);
    assertThat(account.calls).containsExactly("users");

    account.now = account.now.plus(Duration.ofMinutes(10));
    assertThat(directory.users().readAt()).isEqualTo(account.now);
    assertThat(account.calls).containsExactly("users", "users");
  }

  @Test
  void a_list_that_cannot_be_read_again_is_told_to_be_stale_and_tried_a_minute_later() {
    var before = directory.users();
    account.now = account.now.plus(Duration.ofHours(1));
    account.down = true;

    assertThat(directory.users()).isEqualTo(before.asStale());
    assertThat(directory.hasUser(ADA)).isEqualTo(DirectoryAnswer.UNDETERMINED);
    assertThat(directory.hasUser(UserId.of("00A9"))).isEqualTo(DirectoryAnswer.UNDETERMINED);
    assertThat(account.calls).containsExactly("users", "users");

    account.down = false;
    account.now = account.now.plus(Duration.ofMinutes(1));
    assertThat(directory.users().stale()).isFalse();
  }

  @Test
  void without_a_kept_list_the_failure_is_thrown() {
    account.down = true;

    assertThatThrownBy(directory::users).isInstanceOf(Unavailable.class);
    assertThatThrownBy(directory::users).isInstanceOf(Unavailable.class);
    assertThat(account.calls).hasSize(2);
  }

  @Test
  void a_failure_that_does_not_pass_is_thrown_even_with_a_kept_list() {
    directory.users();
    account.now = account.now.plus(Duration.ofHours(1));
    account.forbidden = true;

    assertThatThrownBy(directory::users).isInstanceOf(PermissionDenied.class);
  }

  @Test
  void pages_of_tags_are_read_to_the_end_wherever_the_server_begins_to_count() {
    for (int first = 0; first <= 1; first++) {
      account.firstPage = first;
      account.tags = 45;
      account.calls.clear();
      var fresh = InboxDirectory.over(account);

      assertThat(fresh.tags().items()).hasSize(45).doesNotHaveDuplicates();
      assertThat(fresh.tags().complete()).isTrue();
      assertThat(fresh.hasTag(TagName.of("Tag 44"))).isEqualTo(DirectoryAnswer.PRESENT);
      assertThat(fresh.hasTag(TagName.of("tag 44"))).isEqualTo(DirectoryAnswer.ABSENT);
      assertThat(account.calls).hasSize(3 + first);
    }
  }

  @Test
  void a_list_costs_ten_requests_at_most_and_is_then_not_complete() {
    account.tags = 1_000;

    assertThat(directory.tags().items()).hasSize(200);
    assertThat(directory.tags().complete()).isFalse();
    assertThat(directory.hasTag(TagName.of("Tag 999"))).isEqualTo(DirectoryAnswer.UNDETERMINED);
    assertThat(account.calls).hasSize(10);
  }

  @Test
  void a_list_with_an_item_that_cannot_be_read_is_not_complete() {
    account.broken = List.of(new UnreadablePart("Items[0]", "It has no id."));

    assertThat(directory.users().complete()).isFalse();
    assertThat(directory.hasUser(ADA)).isEqualTo(DirectoryAnswer.PRESENT);
    assertThat(directory.hasUser(UserId.of("00A9"))).isEqualTo(DirectoryAnswer.UNDETERMINED);
  }

  @Test
  void a_canned_response_is_found_by_its_name() {
    assertThat(directory.response("Welcome")).map(CannedResponse::content).contains("Hi {{name}}!");
    assertThat(directory.response("welcome")).isEmpty();
    assertThat(directory.responses().complete()).isTrue();
  }

  @Test
  void what_was_forgotten_is_read_again() {
    directory.users();
    directory.forget();
    directory.users();

    assertThat(account.calls).containsExactly("users", "users");
  }

  @Test
  void the_keeping_time_can_be_set() {
    var hasty = directory.keepingFor(Duration.ofSeconds(1));
    hasty.users();
    account.now = account.now.plusSeconds(1);
    hasty.users();

    assertThat(account.calls).hasSize(2);
    for (var wrong : List.of(Duration.ofMillis(999), Duration.ofDays(1).plusNanos(1))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> directory.keepingFor(wrong))
          .withMessageStartingWith("The keeping time is ");
    }
  }

  @Test
  void a_credential_at_hand_is_judged_without_a_call() {
    var gateway = new RecordingGateway(item(Network.TWITTER));
    var inbox = Inbox.over(gateway).knowing(directory);
    var draft = ReplyDraft.of("Hi");

    assertThat(inbox.canReply(item(Network.TWITTER), draft.from(PAGE)).isAllowed()).isTrue();
    assertThat(account.calls).isEmpty();

    directory.profiles();
    assertThat(inbox.canReply(item(Network.TWITTER), draft.from(PAGE)).reasons())
        .containsExactly(new ReplyReason.SenderOfAnotherNetwork(Network.FACEBOOK, Network.TWITTER));
    assertThat(inbox.canReply(item(Network.FACEBOOK), draft.from(PAGE)).isAllowed()).isTrue();
    assertThat(inbox.canReply(item(Network.of("")), draft.from(PAGE)).isRefused()).isFalse();
    assertThat(inbox.canReply(item(Network.TWITTER), draft.from(BROKEN)).reasons())
        .containsExactly(
            new ReplyReason.SenderOfAnotherNetwork(Network.FACEBOOK, Network.TWITTER),
            new ReplyReason.SenderInvalid());
    assertThat(
            inbox
                .canReply(item(Network.TWITTER), draft.from(CredentialId.of("unknown")))
                .isAllowed())
        .isTrue();
    assertThat(inbox.canReply(item(Network.TWITTER), draft).isAllowed()).isTrue();
    assertThatThrownBy(() -> inbox.reply(ConversationId.of("eit1"), draft.from(PAGE)))
        .isInstanceOf(ReplyRefused.class)
        .hasMessageContaining("The credential is a profile on Facebook");
    assertThat(gateway.sent).isEmpty();
    assertThat(account.calls).containsExactly("credentials");
  }

  @Test
  void a_list_of_credentials_that_is_too_old_refuses_nothing() {
    directory.profiles();
    account.now = account.now.plus(Duration.ofMinutes(10));

    assertThat(directory.profileAtHand(PAGE)).isEmpty();
    account.now = account.now.minusNanos(1);
    assertThat(directory.profileAtHand(PAGE)).isPresent();
  }

  @Test
  void the_directory_of_an_inbox_stays_when_other_settings_change() {
    var inbox = Inbox.over(new RecordingGateway(item(Network.FACEBOOK)));

    assertThat(inbox.directory()).isEmpty();
    assertThat(inbox.knowing(directory).settlingFor(Duration.ZERO).directory()).contains(directory);
  }

  private static Conversation item(Network network) {
    return Conversation.withId(ConversationId.of("eit1"))
        .status(Status.OPEN)
        .network(network)
        .itemType(ItemType.CONVERSATION)
        .build();
  }

  /** Account that counts its calls, and whose clock stands still. */
  private static final class Account extends ForwardingAccountGateway {
    final List<String> calls = new ArrayList<>();
    Instant now = Instant.parse("2025-03-12T12:00:00Z");
    boolean down;
    boolean forbidden;
    int tags = 3;
    int firstPage;
    List<UnreadablePart> broken = List.of();

    Account() {
      super(
          (AccountGateway)
              Proxy.newProxyInstance(
                  AccountGateway.class.getClassLoader(),
                  new Class<?>[] {AccountGateway.class},
                  (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                  }));
    }

    private void called(String call, Operation operation) {
      calls.add(call);
      if (down) {
        throw new Unavailable(CallSubject.of(operation), "Down.", null, null);
      }
      if (forbidden) {
        throw new PermissionDenied(CallSubject.of(operation), "");
      }
    }

    @Override
    public DirectoryPage<Tag> listTags(DirectoryQuery query) {
      called("tags", Operation.LIST_TAGS);
      int size = query.count().orElseThrow();
      int from = Math.max(0, query.page().orElse(firstPage) - firstPage) * size;
      var items =
          IntStream.range(from, Math.min(tags, from + size))
              .mapToObj(i -> new Tag(TagId.of("etg" + i), "Tag " + i))
              .toList();
      return new DirectoryPage<>(items, OptionalLong.of(tags), List.of());
    }

    @Override
    public DirectoryPage<AccountUser> listUsers() {
      called("users", Operation.LIST_USERS);
      return page(AccountUser.withId(ADA).build());
    }

    @Override
    public DirectoryPage<CannedResponse> listResponses(DirectoryQuery query) {
      called("responses", Operation.LIST_RESPONSES);
      return page(
          CannedResponse.withId(ResponseId.of("cnr1"))
              .name("Welcome")
              .content("Hi {{name}}!")
              .build());
    }

    @Override
    public DirectoryPage<ConnectedProfile> listCredentials(ProfileQuery query) {
      called("credentials", Operation.LIST_CREDENTIALS);
      assertThat(query.includesInvalid()).isTrue();
      return page(profile(PAGE, ProfileStatus.VALID), profile(BROKEN, ProfileStatus.INVALID));
    }

    private static ConnectedProfile profile(CredentialId id, ProfileStatus status) {
      return ConnectedProfile.withId(id).network(Network.FACEBOOK).status(status).build();
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // The array is read only.
    private <T> DirectoryPage<T> page(T... items) {
      return new DirectoryPage<>(
          List.of(items), OptionalLong.of((long) items.length + broken.size()), broken);
    }

    @Override
    public Clock clock() {
      return new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(@Nullable ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };
    }
  }
}
