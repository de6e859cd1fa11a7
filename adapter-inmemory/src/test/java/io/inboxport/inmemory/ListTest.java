package io.inboxport.inmemory;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static io.inboxport.inmemory.InboundItem.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.inmemory.ServerBehavior.ListOrder;
import io.inboxport.inmemory.ServerBehavior.TagNames;
import io.inboxport.tag.TagName;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListTest extends Twin {
  private static final TagName VIP = TagName.of("VIP");
  private static final TagName BILLING = TagName.of("Billing");

  @Test
  void of_several_values_of_one_filter_one_is_enough() {
    var facebook = twin.receive(post().on(Network.FACEBOOK));
    var tiktok = twin.receive(post().on(Network.TIKTOK));
    twin.receive(post().on(Network.YOUTUBE));

    assertFound(ConversationQuery.all().on(Network.TIKTOK, Network.FACEBOOK), tiktok, facebook);
  }

  @Test
  void filters_of_different_kinds_must_all_hold() {
    var wanted = post().on(Network.LINKEDIN).assignedTo(COLLEAGUE).tagged(VIP, BILLING);
    var id = twin.receive(wanted);
    twin.receive(wanted.closed());
    twin.receive(wanted.on(Network.FACEBOOK));
    twin.receive(wanted.assignedTo(ME));
    twin.receive(wanted.tagged(TagName.of("Other")));
    twin.receive(directMessage().on(Network.LINKEDIN).assignedTo(COLLEAGUE).tagged(VIP));

    assertFound(
        ConversationQuery.open()
            .ofType(ItemType.POST)
            .on(Network.LINKEDIN)
            .assignedTo(COLLEAGUE)
            .tagged(VIP, TagName.of("Unheard of")),
        id);
  }

  @Test
  void a_list_follows_every_change() {
    var id = twin.receive(post());
    twin.setStatus(id, Status.CLOSED);
    twin.assign(id, COLLEAGUE, null);
    twin.assign(id, ME, null);
    twin.replaceTags(id, List.of(VIP));
    twin.replaceTags(id, List.of(BILLING));

    assertFound(ConversationQuery.closed().assignedTo(ME).tagged(BILLING), id);
    assertFound(ConversationQuery.open());
    assertFound(ConversationQuery.all().assignedTo(COLLEAGUE));
    assertFound(ConversationQuery.all().tagged(VIP));
  }

  @Test
  void items_of_a_list_have_no_tags() {
    twin.receive(post().tagged(VIP));

    assertThat(inbox.list(ConversationQuery.all()).items())
        .singleElement()
        .satisfies(item -> assertThat(item.tags()).isEmpty());
  }

  @Test
  void a_tag_nobody_has_finds_nothing() {
    twin.receive(post());

    assertFound(ConversationQuery.all().tagged(VIP));
  }

  @Test
  void tag_names_in_a_filter_are_folded_where_tags_are() {
    var id = twin.receive(post().tagged(VIP));
    var query = ConversationQuery.all().tagged(TagName.of("vip"));
    assertFound(query);

    twin.behave(twin.behavior().toBuilder().tagNames(TagNames.FOLDED).build());
    assertFound(query, id);
  }

  @Test
  void an_unknown_value_finds_items_of_it_unless_it_is_rejected() {
    var id = twin.receive(post().on(Network.of("Mastodon")));
    var query = ConversationQuery.all().on(Network.of("mastodon"));
    assertFound(query, id);

    reject(OpenQuestion.UNKNOWN_FILTER_VALUE);
    assertRejected("Filter value is not valid.", () -> twin.list(query));
    assertFound(ConversationQuery.all().on(Network.TIKTOK, Network.of("X")));
  }

  @Test
  void free_text_is_found_in_content_and_profile_name_in_any_case() {
    var said = twin.receive(directMessage().saying("My INVOICE is wrong"));
    var named = twin.receive(post().receivedBy("Invoices Inc").closed());
    twin.receive(post().saying("Nice"));
    var noted = twin.receive(post().saying("Hm"));
    twin.addNote(noted, "about an invoice");

    assertFound(ConversationQuery.all().matching("invoice"), noted, named, said);
    assertFound(ConversationQuery.open().matching("invoice"), noted, said);
    assertThat(twin.list(ConversationQuery.all().matching("invoice").atMost(1)).total())
        .hasValue(3);
  }

  @Test
  void a_list_comes_newest_first_unless_told_otherwise() {
    var first = twin.receive(post());
    var second = twin.receive(post());
    twin.addNote(first, "A change moves nothing");
    assertFound(ConversationQuery.all(), second, first);

    twin.behave(twin.behavior().toBuilder().listOrder(ListOrder.OLDEST_FIRST).build());
    assertFound(ConversationQuery.all(), first, second);
  }

  @Test
  void the_total_counts_what_did_not_come() {
    for (int i = 0; i < 150; i++) {
      twin.receive(post());
    }

    assertPage(20, ConversationQuery.all());
    assertPage(100, ConversationQuery.all().atMost(100));
    assertPage(7, ConversationQuery.open().ofType(ItemType.POST).atMost(7));
    assertRejected(
        "Page size 101 is not valid.", () -> twin.list(ConversationQuery.all().atMost(101)));

    accept(OpenQuestion.COUNT_OVER_MAXIMUM);
    assertPage(100, ConversationQuery.all().atMost(101));

    twin.behave(twin.behavior().toBuilder().listCount(120, 1_000).build());
    assertPage(120, ConversationQuery.all());
    assertThat(twin.list(ConversationQuery.all().atMost(150)).truncated()).isFalse();
  }

  private void assertPage(int size, ConversationQuery query) {
    var page = twin.list(query);
    assertThat(page.items()).hasSize(size);
    assertThat(page.total()).hasValue(150);
    assertThat(page.truncated()).isTrue();
  }

  private void assertFound(ConversationQuery query, ConversationId... ids) {
    var page = twin.list(query);
    assertThat(page.items()).extracting(Conversation::id).containsExactly(ids);
    assertThat(page.total()).hasValue(ids.length);
  }
}
