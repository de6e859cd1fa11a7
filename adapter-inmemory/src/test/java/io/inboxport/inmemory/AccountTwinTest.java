package io.inboxport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Network;
import io.inboxport.directory.ConnectedProfile;
import io.inboxport.directory.DirectoryQuery;
import io.inboxport.directory.ListOrdering;
import io.inboxport.directory.ProfileStatus;
import io.inboxport.directory.ResponseDraft;
import io.inboxport.inmemory.ServerBehavior.TagNames;
import io.inboxport.port.AccountGateway;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Behavior of the second port of the twin that the vendor leaves open, or that only it has. */
class AccountTwinTest extends Twin {
  private final AccountGateway account = twin.account();

  @Test
  void the_first_page_has_the_number_that_the_behavior_says() {
    for (int i = 0; i < 4; i++) {
      twin.addTag(TagName.of("Tag " + i));
    }
    var pairs = DirectoryQuery.all().atMost(2);
    var first = account.listTags(pairs);

    assertThat(account.listTags(pairs.page(0))).isEqualTo(first);
    assertThat(account.listTags(pairs.page(1))).isNotEqualTo(first);
    twin.behave(twin.behavior().toBuilder().firstPage(1).build());
    assertThat(account.listTags(pairs.page(0))).isEqualTo(first);
    assertThat(account.listTags(pairs.page(1))).isEqualTo(first);
    assertThat(account.listTags(pairs.page(2)).items())
        .hasSize(2)
        .doesNotContainAnyElementsOf(first.items());
    assertThat(account.listTags(pairs.page(Integer.MAX_VALUE)).items()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> twin.behavior().toBuilder().firstPage(2))
        .withMessage("The first page is 2: give 0 or 1.");
  }

  @Test
  void an_order_that_the_vendor_does_not_name_is_refused_or_ignored() {
    twin.addTag(TagName.of("B"));
    twin.addTag(TagName.of("A"));
    var query = DirectoryQuery.all().inOrder(new ListOrdering("color", true));

    assertRejected("Order is not valid.", () -> account.listTags(query));
    accept(OpenQuestion.UNKNOWN_ORDER);
    assertThat(account.listTags(query).items()).extracting(Tag::name).containsExactly("B", "A");
  }

  @Test
  void a_page_over_the_largest_is_refused_or_cut() {
    for (int i = 0; i < 25; i++) {
      twin.addTag(TagName.of("Tag " + i));
    }
    var query = DirectoryQuery.all().atMost(25);

    assertRejected("Page size 25 is not valid.", () -> account.listTags(query));
    accept(OpenQuestion.COUNT_OVER_MAXIMUM);
    assertThat(account.listTags(query).items()).hasSize(20);
    assertThat(account.listTags(query).total()).hasValue(25);
  }

  @Test
  void an_invalid_credential_sends_no_reply_unless_the_behavior_says_so() {
    var id = twin.receive(InboundItem.directMessage().on(Network.FACEBOOK));
    var sender = CredentialId.of("003-1");
    twin.addProfile(
        ConnectedProfile.withId(sender)
            .network(Network.FACEBOOK)
            .status(ProfileStatus.INVALID)
            .build());
    var draft = ReplyDraft.of("Hi").from(sender);

    assertRejected("Credential is not valid.", () -> twin.reply(id, draft));
    accept(OpenQuestion.INVALID_CREDENTIAL);
    twin.reply(id, draft);
    assertThat(twin.replies(id)).hasSize(1);
  }

  @Test
  void names_of_tags_are_the_same_in_another_case_if_the_behavior_says_so() {
    var vip = twin.addTag(TagName.of("VIP"));
    var support = twin.addTag(TagName.of("Support"));

    account.renameTag(support.id(), TagName.of("vip"));
    account.renameTag(support.id(), TagName.of("Support"));
    twin.behave(twin.behavior().toBuilder().tagNames(TagNames.FOLDED).build());
    assertRejected(
        409, "Tag already exists.", () -> account.renameTag(support.id(), TagName.of("vip")));
    account.renameTag(vip.id(), TagName.of("vip"));
    account.deleteTag(vip.id());
    account.renameTag(support.id(), TagName.of("VIP"));
    assertThat(twin.addTag(TagName.of("Vip")).id()).isEqualTo(support.id());
  }

  @Test
  void of_two_spellings_the_other_is_found_when_the_first_is_gone() {
    var first = twin.addTag(TagName.of("VIP"));
    var second = twin.addTag(TagName.of("vip"));
    twin.behave(twin.behavior().toBuilder().tagNames(TagNames.FOLDED).build());
    assertThat(twin.addTag(TagName.of("Vip"))).isEqualTo(first);

    account.deleteTag(first.id());

    assertThat(twin.addTag(TagName.of("Vip"))).isEqualTo(second);
  }

  @Test
  void a_tag_that_was_deleted_filters_nothing_and_its_id_does_not_come_back() {
    var id = twin.receive(InboundItem.directMessage().tagged(TagName.of("VIP")));
    var tag = twin.conversation(id).tags().orElseThrow().get(0);
    var tagged = ConversationQuery.all().tagged(TagName.of("VIP"));
    assertThat(twin.list(tagged).items()).hasSize(1);

    account.deleteTag(tag.id());

    assertThat(twin.list(tagged).items()).isEmpty();
    assertThat(twin.addTag(TagName.of("VIP")).id()).isNotEqualTo(tag.id());
  }

  @Test
  void a_conversation_that_was_deleted_does_not_come_back_when_its_tag_changes() {
    var id = twin.receive(InboundItem.directMessage().tagged(TagName.of("VIP")));
    var tag = twin.conversation(id).tags().orElseThrow().get(0);
    twin.deleteConversation(id);

    account.renameTag(tag.id(), TagName.of("Gold"));

    assertThat(twin.list(ConversationQuery.all()).items()).isEmpty();
  }

  @Test
  void a_snapshot_holds_what_stands_beside_conversations_and_what_is_still_to_come() {
    twin.addTag(TagName.of("VIP"));
    twin.faults().inject(Operation.CREATE_RESPONSE, Fault.executedLater(Duration.ofMinutes(1)));
    try {
      account.createResponse(ResponseDraft.shared("Late", "Hi"));
    } catch (InboxException.ChangeUnknown expected) {
      assertThat(expected.write().subject().operation()).isEqualTo(Operation.CREATE_RESPONSE);
    }
    var snapshot = twin.snapshot();
    account.deleteTag(account.listTags(DirectoryQuery.all()).items().get(0).id());

    twin.restore(snapshot);
    clock.advance(Duration.ofMinutes(1));

    assertThat(account.listTags(DirectoryQuery.all()).items()).hasSize(1);
    assertThat(account.listResponses(DirectoryQuery.all()).items()).hasSize(1);
    assertThat(account.clock()).isSameAs(clock);
  }

  @Test
  void a_broken_item_and_a_missing_total_can_be_planned_for_each_list() {
    twin.addTag(TagName.of("VIP"));
    twin.faults().inject(Operation.LIST_TAGS, Fault.brokenItem());
    twin.faults().inject(Operation.LIST_USERS, Fault.unknownTotal());

    var broken = account.listTags(DirectoryQuery.all());
    assertThat(broken.items()).isEmpty();
    assertThat(broken.unreadable()).hasSize(1);
    assertThat(account.listUsers().total()).isEmpty();
  }
}
