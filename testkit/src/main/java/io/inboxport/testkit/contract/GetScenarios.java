package io.inboxport.testkit.contract;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static io.inboxport.inmemory.InboundItem.post;
import static io.inboxport.testkit.contract.Scenario.scenario;
import static io.inboxport.testkit.contract.ScenarioStage.COLLEAGUE;
import static io.inboxport.testkit.contract.ScenarioStage.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.Operation;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.tag.TagName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Getting one conversation. */
final class GetScenarios {
  static final List<Scenario> ALL =
      List.of(
          scenario(
              "get.tells-where-an-item-came-from",
              "An item has the network, the type and the profile it came in on",
              stage -> {
                var item = InboundItem.mention().on(Network.INSTAGRAM).receivedBy("Acme Outdoor");
                var got = stage.gateway.get(stage.received(item));
                assertThat(got.network()).isEqualTo(Network.INSTAGRAM);
                assertThat(got.itemType()).isEqualTo(ItemType.MENTION);
                assertThat(got.profileName()).isEqualTo("Acme Outdoor");
              }),
          scenario(
              "get.tells-how-an-item-stands",
              "An item has its status and its assignee",
              stage -> {
                var id = stage.received(post().closed().assignedTo(COLLEAGUE));
                assertThat(stage.gateway.get(id).status()).isEqualTo(Status.CLOSED);
                assertThat(stage.gateway.get(id).assignee()).contains(COLLEAGUE);
              }),
          scenario(
              "get.tells-when-an-item-came",
              "An item was created when it came in, to the second",
              stage -> {
                var time = Instant.parse("2025-03-09T23:59:59Z");
                assertThat(stage.gateway.get(stage.received(post().at(time))).created())
                    .contains(time);
              }),
          scenario(
              "get.tells-that-an-item-changed",
              "Inbound activity moves the time of the last change, not that of creation",
              stage -> {
                var id = stage.received();
                var before = stage.gateway.get(id);
                stage.passes(Duration.ofHours(2));
                stage.backstage.customerSays(id, "Are you there?");
                var after = stage.gateway.get(id);
                assertThat(after.created()).isEqualTo(before.created());
                assertThat(after.modified().orElseThrow()).isAfter(before.modified().orElseThrow());
              }),
          scenario(
              "get.tells-the-tags",
              "An item comes with its tags, by id and name",
              stage -> {
                var support = stage.backstage.addTag(TagName.of("Support"));
                var vip = stage.backstage.addTag(TagName.of("VIP"));
                var id = stage.received(post().tagged(TagName.of("VIP"), TagName.of("Support")));
                assertThat(stage.gateway.get(id).tags().orElseThrow())
                    .containsExactlyInAnyOrder(support, vip);
              }),
          scenario(
              "get.tells-that-there-are-no-tags",
              "The tags of an untagged item are known to be none",
              stage -> assertThat(stage.gateway.get(stage.received()).tags()).contains(List.of())),
          scenario(
              "get.tells-that-an-item-is-unassigned",
              "A new item is open and unassigned",
              stage -> {
                var got = stage.gateway.get(stage.received(directMessage()));
                assertThat(got.assignee()).isEmpty();
                assertThat(got.status()).isEqualTo(Status.OPEN);
              }),
          scenario(
              "get.keeps-an-unknown-network",
              "The name of a network unknown so far comes as it is",
              stage -> {
                var id = stage.received(post().on(Network.of("Mastodon")));
                assertThat(stage.gateway.get(id).network().text()).isEqualTo("Mastodon");
              }),
          scenario(
              "get.keeps-an-unknown-item-type",
              "The name of an item type unknown so far comes as it is",
              stage -> {
                var id = stage.received(InboundItem.of(ItemType.of("StoryReaction")));
                assertThat(stage.gateway.get(id).itemType().text()).isEqualTo("StoryReaction");
              }),
          scenario(
              "get.keeps-an-unknown-status",
              "A status unknown so far comes as it is",
              stage -> {
                var id = stage.received(post().withStatus(Status.of("snoozed")));
                assertThat(stage.gateway.get(id).status().text()).isEqualTo("snoozed");
              }),
          ReadCase.GET.changesNothing(),
          scenario(
              "get.does-not-find-an-unknown-id",
              "There is nothing under an id that no item has",
              stage -> {
                stage.received();
                stage.findsNothing(Operation.GET, NOBODY, () -> stage.gateway.get(NOBODY));
              }));

  private GetScenarios() {}
}
