package io.inboxport.testkit.contract;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static io.inboxport.inmemory.InboundItem.mention;
import static io.inboxport.inmemory.InboundItem.post;
import static io.inboxport.testkit.contract.Scenario.scenario;
import static io.inboxport.testkit.contract.ScenarioStage.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.reply.CommentId;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Replying. What each network supports is in {@link ReplyTableScenarios}. */
final class ReplyScenarios {
  private static final CredentialId PAGE = CredentialId.of("003-001000000000001-9876");

  static final List<Scenario> ALL =
      List.of(
          scenario(
              "reply.reaches-the-customer",
              "A reply reaches the customer as it was written",
              stage -> {
                var id = stage.received();
                stage.gateway.reply(id, ReplyDraft.of("On it!"));
                assertThat(stage.backstage.replies(id))
                    .extracting(ReplyDraft::message)
                    .containsExactly("On it!");
              }),
          scenario(
              "reply.is-sent-once",
              "One call sends one reply, and says nothing else to the customer",
              stage -> {
                var id = stage.received();
                stage.gateway.reply(id, ReplyDraft.of("On it!"));
                assertThat(stage.backstage.replies(id)).containsExactly(ReplyDraft.of("On it!"));
              }),
          scenario(
              "reply.joins-the-timeline",
              "A reply is the newest entry of the timeline, and not a note",
              stage -> {
                for (var item : List.of(directMessage(), post())) {
                  var id = stage.received(item);
                  stage.gateway.reply(id, ReplyDraft.of("On it!"));
                  var newest = stage.backstage.timeline(id).get(0);
                  assertThat(newest.content()).isEqualTo("On it!");
                  assertThat(newest.type()).isNotEqualTo(EntryType.NOTE);
                  assertThat(stage.noted(id)).isEmpty();
                }
              }),
          scenario(
              "reply.leaves-the-item-open",
              "A reply does not close the item",
              stage -> {
                var id = stage.received();
                stage.gateway.reply(id, ReplyDraft.of("On it!"));
                assertThat(stage.backstage.conversation(id).status()).isEqualTo(Status.OPEN);
              }),
          scenario(
              "reply.may-be-repeated-by-the-caller",
              "The same reply, sent by two calls, reaches the customer twice",
              stage -> {
                var id = stage.received();
                stage.gateway.reply(id, ReplyDraft.of("On it!"));
                stage.gateway.reply(id, ReplyDraft.of("On it!"));
                assertThat(stage.backstage.replies(id)).hasSize(2);
              }),
          scenario(
              "reply.touches-one-item-only",
              "A reply to an item is in no other",
              stage -> {
                var other = stage.received();
                stage.gateway.reply(stage.received(), ReplyDraft.of("On it!"));
                assertThat(stage.backstage.replies(other)).isEmpty();
              }),
          scenario(
              "reply.carries-the-credential",
              "A reply goes out from the credential it names",
              stage -> {
                stage.backstage.addCredential(PAGE, Network.FACEBOOK);
                carries(stage, directMessage(), ReplyDraft.of("On it!").from(PAGE));
              }),
          scenario(
              "reply.carries-the-parent-comment",
              "A reply to a public item goes under the comment it names",
              stage ->
                  carries(
                      stage,
                      mention().on(Network.FACEBOOK),
                      ReplyDraft.of("Thank you!").under(CommentId.of("eit000000000003")))),
          scenario(
              "reply.carries-several-media",
              "Media arrive in their order, each with all of its keys in their order",
              stage -> {
                var picture = new LinkedHashMap<String, String>();
                picture.put("url", "https://example.org/a.png?x=1&y=2");
                picture.put("alt", "größer = besser 🎉");
                picture.put("type", "image");
                var draft = ReplyDraft.of("See").attaching(picture).attaching(Map.of("id", "7"));
                var id = stage.received(post().on(Network.LINKEDIN));
                stage.gateway.reply(id, draft);
                var media = stage.backstage.replies(id).get(0).media();
                assertThat(media).containsExactly(picture, Map.of("id", "7"));
                assertThat(media.get(0).keySet()).containsExactly("url", "alt", "type");
              }),
          scenario(
              "reply.takes-10000-characters",
              "A reply may have 10,000 characters",
              stage -> carries(stage, directMessage(), ReplyDraft.of("m".repeat(10_000)))),
          scenario(
              "reply.counts-an-emoji-once",
              "A reply may have 10,000 emoji: limits count code points, not UTF-16 units or bytes",
              stage -> carries(stage, directMessage(), ReplyDraft.of("🎉".repeat(10_000)))),
          scenario(
              "reply.refuses-10001-characters",
              "A reply of 10,001 characters is rejected",
              stage -> rejected(stage, directMessage(), ReplyDraft.of("m".repeat(10_001)))),
          scenario(
              "reply.refuses-10001-emoji",
              "A reply of 10,001 emoji is rejected",
              stage -> rejected(stage, directMessage(), ReplyDraft.of("🎉".repeat(10_001)))),
          scenario(
              "reply.refuses-an-empty-message",
              "A reply without any text is rejected, with media as well",
              stage -> {
                rejected(stage, directMessage(), ReplyDraft.of(""));
                rejected(stage, post(), ReplyDraft.of("").attaching(Map.of("id", "7")));
              }),
          scenario(
              "reply.refuses-a-closed-item",
              "A closed item takes no reply",
              stage -> {
                rejected(stage, directMessage().closed(), ReplyDraft.of("Late"));
                rejected(stage, post().closed(), ReplyDraft.of("Late"));
              }),
          scenario(
              "reply.takes-a-reopened-item",
              "An item that is open again takes replies again",
              stage -> {
                var id = stage.received(directMessage().closed());
                stage.backstage.customerSays(id, "One more thing");
                stage.gateway.reply(id, ReplyDraft.of("Back again"));
                assertThat(stage.backstage.replies(id)).hasSize(1);
              }),
          scenario(
              "reply.refuses-an-unknown-credential",
              "A credential that the account does not have is rejected",
              stage -> rejected(stage, directMessage(), ReplyDraft.of("On it!").from(PAGE))),
          scenario(
              "reply.does-not-find-an-unknown-id",
              "An item that does not exist takes no reply",
              stage -> {
                stage.received();
                stage.findsNothing(
                    Operation.REPLY,
                    NOBODY,
                    () -> stage.gateway.reply(NOBODY, ReplyDraft.of("Hello?")));
              }));

  private ReplyScenarios() {}

  static ConversationId carries(ScenarioStage stage, InboundItem item, ReplyDraft draft) {
    var id = stage.received(item);
    stage.gateway.reply(id, draft);
    assertThat(stage.backstage.replies(id)).containsExactly(draft);
    return id;
  }

  static Rejected rejected(ScenarioStage stage, InboundItem item, ReplyDraft draft) {
    var id = stage.received(item);
    return stage.refuses(Rejected.class, Operation.REPLY, id, () -> stage.gateway.reply(id, draft));
  }
}
