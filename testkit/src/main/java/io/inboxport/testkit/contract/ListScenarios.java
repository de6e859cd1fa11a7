package io.inboxport.testkit.contract;

import static io.inboxport.conversation.ConversationQuery.all;
import static io.inboxport.conversation.ConversationQuery.closed;
import static io.inboxport.conversation.ConversationQuery.open;
import static io.inboxport.inmemory.InboundItem.directMessage;
import static io.inboxport.inmemory.InboundItem.mention;
import static io.inboxport.inmemory.InboundItem.post;
import static io.inboxport.inmemory.InboundItem.reply;
import static io.inboxport.testkit.contract.Scenario.scenario;
import static io.inboxport.testkit.contract.ScenarioStage.COLLEAGUE;
import static io.inboxport.testkit.contract.ScenarioStage.ME;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.Operation;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.tag.TagName;
import java.util.List;

/** Listing conversations. */
final class ListScenarios {
  private static final TagName VIP = TagName.of("VIP");
  private static final TagName BILLING = TagName.of("Billing & refunds");

  static final List<Scenario> ALL =
      List.of(
          scenario(
              "list.finds-nothing-in-an-empty-inbox",
              "An empty inbox lists nothing, of a total of 0",
              stage -> {
                var page = stage.gateway.list(all());
                assertThat(page.items()).isEmpty();
                assertThat(page.total()).hasValue(0);
                assertThat(page.truncated()).isFalse();
              }),
          scenario(
              "list.finds-everything-without-a-filter",
              "Without a filter every item is listed, of any type, network and status",
              stage -> {
                var message = stage.received(directMessage().on(Network.TWITTER));
                var post = stage.received(post().on(Network.TIKTOK).closed());
                var mention = stage.received(mention().on(Network.YOUTUBE));
                assertThat(stage.listed(all())).containsExactlyInAnyOrder(message, post, mention);
              }),
          scenario(
              "list.filters-by-item-type",
              "An item type as filter leaves only items of that type",
              stage -> {
                var message = stage.received(directMessage());
                var post = stage.received(post());
                var mention = stage.received(mention());
                var reply = stage.received(reply());
                assertThat(stage.listed(all().ofType(ItemType.CONVERSATION)))
                    .containsExactly(message);
                assertThat(stage.listed(all().ofType(ItemType.POST))).containsExactly(post);
                assertThat(stage.listed(all().ofType(ItemType.MENTION))).containsExactly(mention);
                assertThat(stage.listed(all().ofType(ItemType.REPLY))).containsExactly(reply);
              }),
          scenario(
              "list.takes-several-item-types",
              "Of several item types, one is enough",
              stage -> {
                stage.received(directMessage());
                var post = stage.received(post());
                var mention = stage.received(mention());
                assertThat(stage.listed(all().ofType(ItemType.POST, ItemType.MENTION)))
                    .containsExactlyInAnyOrder(post, mention);
              }),
          scenario(
              "list.filters-by-status",
              "A status as filter leaves only items in that status",
              stage -> {
                var open = stage.received(post());
                var closed = stage.received(post().closed());
                assertThat(stage.listed(open())).containsExactly(open);
                assertThat(stage.listed(closed())).containsExactly(closed);
              }),
          scenario(
              "list.takes-several-statuses",
              "Of several statuses, one is enough",
              stage -> {
                var open = stage.received(post());
                var closed = stage.received(post().closed());
                assertThat(stage.listed(all().withStatus(Status.OPEN, Status.CLOSED)))
                    .containsExactlyInAnyOrder(open, closed);
              }),
          scenario(
              "list.filters-by-network",
              "Each of the six networks as filter leaves only items on that network",
              stage -> {
                Network.values().forEach(network -> stage.received(post().on(network)));
                for (var network : Network.values()) {
                  assertThat(stage.gateway.list(all().on(network)).items())
                      .as("listed on " + network)
                      .extracting(Conversation::network)
                      .containsExactly(network);
                }
              }),
          scenario(
              "list.takes-several-networks",
              "Of several networks, one is enough",
              stage -> {
                stage.received(post().on(Network.FACEBOOK));
                var linkedIn = stage.received(post().on(Network.LINKEDIN));
                var youTube = stage.received(post().on(Network.YOUTUBE));
                assertThat(stage.listed(all().on(Network.LINKEDIN, Network.YOUTUBE)))
                    .containsExactlyInAnyOrder(linkedIn, youTube);
              }),
          scenario(
              "list.filters-by-assignee",
              "An assignee as filter leaves only items assigned to that user",
              stage -> {
                stage.received(post());
                stage.received(post().assignedTo(COLLEAGUE));
                var mine = stage.received(post().assignedTo(ME));
                assertThat(stage.listed(all().assignedTo(ME))).containsExactly(mine);
              }),
          scenario(
              "list.takes-several-assignees",
              "Of several assignees, one is enough, and an unassigned item has none of them",
              stage -> {
                stage.received(post());
                var mine = stage.received(post().assignedTo(ME));
                var theirs = stage.received(post().assignedTo(COLLEAGUE));
                assertThat(stage.listed(all().assignedTo(ME, COLLEAGUE)))
                    .containsExactlyInAnyOrder(mine, theirs);
              }),
          scenario(
              "list.filters-by-tag",
              "A tag as filter leaves only items that carry it, among others or alone",
              stage -> {
                stage.received(post());
                stage.received(post().tagged(BILLING));
                var alone = stage.received(post().tagged(VIP));
                var both = stage.received(post().tagged(BILLING, VIP));
                assertThat(stage.listed(all().tagged(VIP))).containsExactlyInAnyOrder(alone, both);
              }),
          scenario(
              "list.takes-several-tags",
              "Of several tags, one is enough, and an item that has them all comes once",
              stage -> {
                stage.received(post());
                var billing = stage.received(post().tagged(BILLING));
                var both = stage.received(post().tagged(BILLING, VIP));
                assertThat(stage.listed(all().tagged(VIP, BILLING)))
                    .containsExactlyInAnyOrder(billing, both);
              }),
          scenario(
              "list.finds-a-text",
              "A text as filter leaves only items in which it occurs",
              stage -> {
                stage.received(post().saying("Where is my parcel?"));
                var invoice = stage.received(post().saying("My invoice is wrong"));
                assertThat(stage.listed(all().matching("invoice"))).containsExactly(invoice);
              }),
          scenario(
              "list.finds-a-text-of-any-script",
              "A text to find may hold any character, those that separate a query included",
              stage -> {
                stage.received(post().saying("größer and 100 of 日本, 🎉"));
                var item = stage.received(post().saying("A 100% größer & 日本 + 🎉 = ?#x"));
                for (var text : List.of("größer & 日", "100% g", "日本 + ", "🎉 =", "?#x")) {
                  assertThat(stage.listed(all().matching(text)))
                      .as("found by " + text)
                      .containsExactly(item);
                }
              }),
          scenario(
              "list.wants-every-filter-to-hold",
              "Filters of different kinds must all hold",
              stage -> {
                var item = post().on(Network.LINKEDIN).saying("late").assignedTo(ME).tagged(VIP);
                var wanted = stage.received(item);
                stage.received(item.closed());
                stage.received(item.on(Network.FACEBOOK));
                stage.received(item.assignedTo(COLLEAGUE));
                stage.received(item.saying("early"));
                stage.received(item.tagged(BILLING));
                stage.received(mention().on(Network.LINKEDIN).saying("late").assignedTo(ME));
                var query = open().ofType(ItemType.POST).on(Network.LINKEDIN).assignedTo(ME);
                assertThat(stage.listed(query.tagged(VIP).matching("late")))
                    .containsExactly(wanted);
              }),
          scenario(
              "list.finds-nothing-for-a-value-of-no-item",
              "A filter that no item passes lists nothing, of a total of 0",
              stage -> {
                stage.backstage.addTag(VIP);
                stage.received(post().on(Network.FACEBOOK));
                for (var query : List.of(all().on(Network.TIKTOK), all().tagged(VIP), closed())) {
                  var page = stage.gateway.list(query);
                  assertThat(page.items()).as("listed for " + query).isEmpty();
                  assertThat(page.total()).as("the total for " + query).hasValue(0);
                }
              }),
          scenario(
              "list.count-limits-what-comes",
              "No more items come than the count asks for",
              stage -> {
                receivePosts(stage, 7);
                assertThat(stage.listed(all().atMost(3))).hasSize(3);
              }),
          scenario(
              "list.count-keeps-the-order",
              "What comes with a count is the beginning of what comes without it",
              stage -> {
                receivePosts(stage, 7);
                assertThat(stage.listed(all().atMost(4)))
                    .isEqualTo(stage.listed(all()).subList(0, 4));
              }),
          scenario(
              "list.total-counts-all-that-match",
              "The total counts every item that passes the filters, also those that did not come",
              stage -> {
                receivePosts(stage, 7);
                stage.received(mention());
                var page = stage.gateway.list(all().ofType(ItemType.POST).atMost(2));
                assertThat(page.total()).as("the total of 7 posts").hasValue(7);
                assertThat(page.truncated()).as("that items are missing").isTrue();
              }),
          scenario(
              "list.is-complete-when-the-count-is-enough",
              "A count that is as large as the total, or larger, truncates nothing",
              stage -> {
                receivePosts(stage, 4);
                for (int count : List.of(4, 5, 20)) {
                  var page = stage.gateway.list(all().atMost(count));
                  assertThat(page.items()).as("listed with count " + count).hasSize(4);
                  assertThat(page.truncated()).as("truncated with count " + count).isFalse();
                }
              }),
          scenario(
              "list.tells-every-item-once",
              "Every item comes once, and the same query lists the same order again",
              stage -> {
                receivePosts(stage, 15);
                var listed = stage.listed(all());
                assertThat(listed).hasSize(15).doesNotHaveDuplicates();
                assertThat(stage.listed(all())).isEqualTo(listed);
              }),
          scenario(
              "list.does-not-load-tags",
              "The tags of listed items are unknown, not empty",
              stage -> {
                stage.received(post().tagged(VIP));
                stage.received(post());
                assertThat(stage.gateway.list(all()).items())
                    .allSatisfy(item -> assertThat(item.tags()).as("tags").isEmpty());
              }),
          scenario(
              "list.tells-what-the-item-is",
              "A listed item has the values of the item itself, but for the tags",
              stage -> {
                stage.received(
                    mention().on(Network.LINKEDIN).receivedBy("Acme").assignedTo(ME).tagged(VIP));
                stage.received(post().on(Network.TIKTOK).closed());
                for (var item : stage.gateway.list(all()).items()) {
                  var got = stage.backstage.conversation(item.id());
                  assertThat(item).isEqualTo(got.toBuilder().tags(null).build());
                }
              }),
          scenario(
                  "list.sees-a-changed-status",
                  "An item moves from the open to the closed ones as soon as it is closed",
                  stage -> {
                    var id = stage.received();
                    assertThat(stage.listed(open())).containsExactly(id);
                    stage.gateway.setStatus(id, Status.CLOSED);
                    assertThat(stage.listed(open())).isEmpty();
                    assertThat(stage.listed(closed())).containsExactly(id);
                  })
              .needing(Operation.SET_STATUS),
          scenario(
                  "list.sees-a-changed-assignee",
                  "A reassigned item is found under the new assignee only",
                  stage -> {
                    var id = stage.received(post().assignedTo(ME));
                    assertThat(stage.listed(all().assignedTo(ME))).containsExactly(id);
                    stage.gateway.assign(id, COLLEAGUE, null);
                    assertThat(stage.listed(all().assignedTo(ME))).isEmpty();
                    assertThat(stage.listed(all().assignedTo(COLLEAGUE))).containsExactly(id);
                  })
              .needing(Operation.ASSIGN),
          scenario(
                  "list.sees-changed-tags",
                  "An item with replaced tags is found under the new tags only",
                  stage -> {
                    var id = stage.received(post().tagged(VIP));
                    assertThat(stage.listed(all().tagged(VIP))).containsExactly(id);
                    stage.gateway.replaceTags(id, List.of(BILLING));
                    assertThat(stage.listed(all().tagged(VIP))).isEmpty();
                    assertThat(stage.listed(all().tagged(BILLING))).containsExactly(id);
                  })
              .needing(Operation.REPLACE_TAGS),
          ReadCase.LIST.changesNothing());

  private ListScenarios() {}

  private static void receivePosts(ScenarioStage stage, int count) {
    for (int i = 0; i < count; i++) {
      stage.received(post());
    }
  }
}
