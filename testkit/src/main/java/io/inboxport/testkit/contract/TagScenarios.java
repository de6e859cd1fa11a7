package io.inboxport.testkit.contract;

import static io.inboxport.inmemory.InboundItem.post;
import static io.inboxport.testkit.contract.Scenario.scenario;
import static io.inboxport.testkit.contract.ScenarioStage.NOBODY;
import static io.inboxport.testkit.contract.ScenarioStage.names;
import static io.inboxport.testkit.contract.ScenarioStage.tagNames;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.tag.TagName;
import java.util.Arrays;
import java.util.List;

/** Replacing tags. */
final class TagScenarios {
  static final List<Scenario> ALL =
      List.of(
          scenario(
              "tags.tag-an-untagged-item",
              "An untagged item has the tags it is given",
              stage -> {
                var id = stage.received();
                stage.gateway.replaceTags(id, tagNames("Support", "VIP"));
                assertThat(stage.tags(id)).containsExactlyInAnyOrder("Support", "VIP");
              }),
          scenario(
              "tags.replace-the-whole-set",
              "Tags that are not in the new set are gone, those in both stay",
              stage -> {
                var id = tagged(stage, "Support", "VIP");
                stage.gateway.replaceTags(id, tagNames("VIP", "Billing"));
                assertThat(stage.tags(id)).containsExactlyInAnyOrder("VIP", "Billing");
              }),
          scenario(
              "tags.are-cleared-by-an-empty-set",
              "An empty set leaves the item without tags, and the answer is empty",
              stage -> {
                var id = tagged(stage, "Support", "VIP");
                assertThat(stage.gateway.replaceTags(id, List.of())).isEmpty();
                assertThat(stage.tags(id)).isEmpty();
              }),
          scenario(
              "tags.clearing-none-succeeds",
              "An item without tags can be cleared",
              stage -> {
                var id = stage.received();
                assertThat(stage.gateway.replaceTags(id, List.of())).isEmpty();
                assertThat(stage.tags(id)).isEmpty();
              }),
          scenario(
              "tags.answer-in-the-order-given",
              "The answer tells the tags in the order in which they were given",
              stage -> {
                var id = tagged(stage, "B");
                var wanted = tagNames("Zulu", "B", "Alpha");
                assertThat(names(stage.gateway.replaceTags(id, wanted)))
                    .containsExactly("Zulu", "B", "Alpha");
              }),
          scenario(
              "tags.answer-is-what-the-item-has",
              "The answer and the item have the same tags, ids included",
              stage -> {
                var id = tagged(stage, "Support");
                var answer = stage.gateway.replaceTags(id, tagNames("Support", "VIP"));
                assertThat(stage.backstage.conversation(id).tags().orElseThrow())
                    .containsExactlyInAnyOrderElementsOf(answer);
              }),
          scenario(
              "tags.fold-repeats",
              "A name that is given twice is one tag",
              stage -> {
                var id = stage.received();
                var answer = stage.gateway.replaceTags(id, tagNames("VIP", "Support", "VIP"));
                assertThat(names(answer)).containsExactly("VIP", "Support");
                assertThat(stage.tags(id)).containsExactlyInAnyOrder("VIP", "Support");
              }),
          scenario(
              "tags.known-names-keep-their-id",
              "A name that the account knows is the tag of that name",
              stage -> {
                var vip = stage.backstage.addTag(TagName.of("VIP"));
                var answer = stage.gateway.replaceTags(stage.received(), tagNames("VIP"));
                assertThat(answer).containsExactly(vip);
              }),
          scenario(
              "tags.one-name-is-one-tag",
              "The same name on two items is the same tag, one id",
              stage -> {
                var first = stage.gateway.replaceTags(stage.received(), tagNames("New"));
                var second = stage.gateway.replaceTags(stage.received(), tagNames("New"));
                assertThat(second).isEqualTo(first);
              }),
          scenario(
              "tags.same-set-again-changes-no-tag",
              "Replacing the tags by the same ones leaves them as they were",
              stage -> {
                var id = tagged(stage, "Support", "VIP");
                var before = stage.backstage.conversation(id).tags();
                stage.gateway.replaceTags(id, tagNames("Support", "VIP"));
                assertThat(stage.backstage.conversation(id).tags()).isEqualTo(before);
              }),
          scenario(
              "tags.take-commas-and-brackets",
              "A tag name may hold what separates values elsewhere",
              stage -> {
                var id = stage.received();
                var names = new String[] {"Paris, France", "a[]=b&c", "100% + 1", "x;y=z"};
                stage.gateway.replaceTags(id, tagNames(names));
                assertThat(stage.tags(id)).containsExactlyInAnyOrder(names);
              }),
          scenario(
              "tags.take-64-characters",
              "A tag name may have 64 code points, emoji too",
              stage -> {
                var id = stage.received();
                stage.gateway.replaceTags(id, tagNames("🎉".repeat(64)));
                assertThat(stage.tags(id)).containsExactly("🎉".repeat(64));
              }),
          scenario(
              "tags.may-be-many",
              "Fifty tags are taken and told",
              stage -> {
                var id = stage.received();
                var many = new String[50];
                Arrays.setAll(many, i -> "Tag " + i);
                stage.gateway.replaceTags(id, tagNames(many));
                assertThat(stage.tags(id)).containsExactlyInAnyOrder(many);
              }),
          scenario(
              "tags.may-be-a-thousand",
              "A thousand tags, which is as many as a form may hold, are taken and told",
              stage -> {
                var id = stage.received();
                var many = new String[1000];
                Arrays.setAll(many, i -> "Tag " + i);
                assertThat(stage.gateway.replaceTags(id, tagNames(many))).hasSize(1000);
              }),
          scenario(
              "tags.do-not-reopen",
              "Tags leave a closed item closed",
              stage -> {
                var id = stage.received(post().closed());
                stage.gateway.replaceTags(id, tagNames("Archive"));
                assertThat(stage.backstage.conversation(id).status()).isEqualTo(Status.CLOSED);
              }),
          scenario(
              "tags.touch-one-item-only",
              "Replacing the tags of an item leaves those of the others",
              stage -> {
                var other = tagged(stage, "Support", "VIP");
                stage.gateway.replaceTags(tagged(stage, "VIP"), List.of());
                assertThat(stage.tags(other)).containsExactlyInAnyOrder("Support", "VIP");
              }),
          scenario(
              "tags.do-not-find-an-unknown-id",
              "An item that does not exist takes no tags",
              stage -> {
                tagged(stage, "VIP");
                stage.findsNothing(
                    Operation.REPLACE_TAGS,
                    NOBODY,
                    () -> stage.gateway.replaceTags(NOBODY, tagNames("VIP")));
              }));

  private TagScenarios() {}

  private static ConversationId tagged(ScenarioStage stage, String... names) {
    return stage.received(post().tagged(tagNames(names).toArray(TagName[]::new)));
  }
}
