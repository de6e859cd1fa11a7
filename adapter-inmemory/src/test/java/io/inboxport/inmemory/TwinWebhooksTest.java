package io.inboxport.inmemory;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static io.inboxport.inmemory.InboundItem.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.EventName;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.TagName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The twin sends signed webhooks for what happens in it. */
class TwinWebhooksTest {
  private static final String SECRET = "whsec-of-the-twin";

  private final SettableClock clock = SettableClock.at(Instant.parse("2025-03-10T14:22:00Z"));
  private final InMemoryInboxGateway twin = InMemoryInboxGateway.builder().clock(clock).build();
  private final TwinWebhooks webhooks = twin.webhooks();
  private final List<SentWebhook> sent = new ArrayList<>();

  @BeforeEach
  void register() {
    webhooks.register("whk1", SECRET, sent::add);
  }

  private List<String> names() {
    var names = sent.stream().map(webhook -> webhook.event().name()).toList();
    sent.clear();
    return names;
  }

  private ConversationId received() {
    var id = twin.receive(directMessage().on(Network.FACEBOOK).saying("Hello"));
    sent.clear();
    return id;
  }

  @Test
  void each_happening_has_a_name_of_each_family() {
    var id = twin.receive(directMessage().on(Network.FACEBOOK).saying("Hello"));
    assertThat(names()).containsExactly("newInboxItem", "newConversation");
    var comments = twin.receive(post().saying("Hello"));
    assertThat(names()).containsExactly("newInboxItem");
    twin.customerSays(id, "Still there?");
    assertThat(names()).containsExactly("newDirectMessageOnInboxItem", "conversationUpdated");
    twin.customerSays(comments, "Still there?");
    assertThat(names()).containsExactly("newCommentOnInboxItem", "conversationUpdated");
    twin.happens(comments, EntryType.of("like"), "");
    assertThat(names()).containsExactly("conversationUpdated");
    twin.assign(id, UserId.of("00A000000000002"), null);
    assertThat(names()).containsExactly("newInboxItemAssignment", "newAssignment");
    twin.addNote(id, "Called back.");
    assertThat(names()).containsExactly("newNoteOnInboxItem", "newNoteOnConversation");
    twin.replaceTags(id, List.of(TagName.of("VIP")));
    assertThat(names()).containsExactly("inboxItemTagChange", "conversationUpdated");
    twin.reply(id, ReplyDraft.of("On its way."));
    assertThat(names()).containsExactly("inboxItemReplied", "conversationUpdated");
    twin.addIntegration(IntegrationId.of("sfint1"));
    twin.createCase(id, SalesforceCase.through(IntegrationId.of("sfint1")));
    assertThat(names()).containsExactly("conversationUpdated");
    twin.setStatus(id, Status.CLOSED);
    assertThat(names()).containsExactly("inboxItemStatusChange", "conversationStatusUpdated");
  }

  @Test
  void a_write_that_changes_nothing_and_a_call_that_fails_send_none() {
    var id = received();
    twin.setStatus(id, Status.OPEN);
    assertThatThrownBy(() -> twin.addNote(id, " ")).isInstanceOf(RuntimeException.class);
    twin.faults().inject(Operation.ADD_NOTE, Fault.unavailable());
    assertThatThrownBy(() -> twin.addNote(id, "Hi")).isInstanceOf(RuntimeException.class);

    assertThat(sent).isEmpty();
  }

  @Test
  void a_write_that_the_server_executes_late_sends_its_webhook_then() {
    var id = received();
    twin.faults().inject(Operation.ADD_NOTE, Fault.executedLater(Duration.ofSeconds(30)));
    assertThatThrownBy(() -> twin.addNote(id, "Hi")).isInstanceOf(RuntimeException.class);
    assertThat(sent).isEmpty();

    clock.advance(Duration.ofSeconds(30));
    twin.get(id);

    assertThat(names()).containsExactly("newNoteOnInboxItem", "newNoteOnConversation");
  }

  @Test
  void the_body_is_the_documented_envelope_in_ascii_with_the_conversation_as_data() {
    webhooks.register("whk1", SECRET, Set.of(EventName.INBOX_ITEM_TAG_CHANGE), sent::add);
    var id =
        twin.receive(
            directMessage().on(Network.FACEBOOK).receivedBy("Caf\u00e9 \"7/7\"\\").saying("Hello"));
    twin.replaceTags(id, List.of(TagName.of("VIP\ud83d\ude00")));

    assertThat(sent).hasSize(1);
    assertThat(new String(sent.get(0).body(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"event\":\"inboxItemTagChange\",\"timestamp\":1741616520,\"webhookId\":\"whk1\","
                + "\"data\":{\"Id\":\"eit000000000001\",\"Created\":\"2025-03-10 14:22:00\","
                + "\"Modified\":\"2025-03-10 14:22:00\",\"Status\":\"open\","
                + "\"Network\":\"Facebook\",\"ItemType\":\"Conversation\",\"AssigneeId\":null,"
                + "\"ProfileName\":\"Caf\\u00e9 \\\"7\\/7\\\"\\\\\","
                + "\"Tags\":[{\"Id\":\"etg000000000001\",\"Name\":\"VIP\\ud83d\\ude00\"}]}}");
    assertThat(sent.get(0).signature())
        .isEqualTo(WebhookBody.sign(sent.get(0).body(), SECRET))
        .matches("[0-9a-f]{40}");
    assertThat(sent.get(0).toString()).doesNotContain("Caf", "VIP", SECRET);
  }

  @Test
  void webhooks_are_doubled_lost_held_and_wrongly_signed_on_request() {
    webhooks.register("whk1", SECRET, Set.of(EventName.NEW_NOTE_ON_INBOX_ITEM), sent::add);
    var id = received();
    webhooks.play(DeliveryMishap.DOUBLED, 1);
    webhooks.play(DeliveryMishap.LOST, 1);
    webhooks.play(DeliveryMishap.WRONGLY_SIGNED, 1);
    webhooks.play(DeliveryMishap.HELD, 2);
    for (int i = 0; i < 6; i++) {
      twin.addNote(id, "Note " + i);
      clock.advance(Duration.ofSeconds(1));
    }

    assertThat(sent).hasSize(4);
    assertThat(sent.get(0).body()).isEqualTo(sent.get(1).body());
    assertThat(sent.get(2).signature())
        .isNotEqualTo(WebhookBody.sign(sent.get(2).body(), SECRET))
        .hasSize(40);
    sent.clear();
    assertThat(webhooks.deliverHeldReversed()).isEqualTo(2);
    assertThat(sent)
        .extracting(webhook -> new String(webhook.body(), StandardCharsets.UTF_8))
        .satisfiesExactly(
            newer -> assertThat(newer).contains("\"timestamp\":1741616524"),
            older -> assertThat(older).contains("\"timestamp\":1741616523"));
    assertThat(webhooks.deliverHeld()).isZero();
  }

  @Test
  void each_registration_gets_its_own_events_under_its_own_secret_until_it_ends() {
    var others = new ArrayList<SentWebhook>();
    webhooks.register("whk2", "another", Set.of(EventName.NEW_ASSIGNMENT), others::add);
    var id = received();
    twin.assign(id, UserId.of("00A000000000002"), null);

    assertThat(sent).hasSize(2);
    assertThat(others).hasSize(1);
    assertThat(others.get(0).webhookId()).isEqualTo("whk2");
    assertThat(webhooks.registered()).containsExactly("whk1", "whk2");
    assertThat(webhooks.unregister("whk1")).isTrue();
    assertThat(webhooks.unregister("whk1")).isFalse();
    twin.assign(id, UserId.of("00A000000000001"), null);
    assertThat(sent).hasSize(2);
    webhooks.clear();
    twin.assign(id, UserId.of("00A000000000002"), null);
    assertThat(others).hasSize(2);
  }

  @Test
  void a_sink_that_fails_harms_no_call() {
    webhooks.register(
        "whk0",
        SECRET,
        webhook -> {
          throw new IllegalStateException("no receiver");
        });
    var id = received();
    twin.addNote(id, "Hi");

    assertThat(twin.notes(id)).hasSize(1);
    assertThat(sent).isNotEmpty();
  }

  @Test
  void a_sink_may_call_the_twin() {
    webhooks.register(
        "whk0",
        SECRET,
        Set.of(EventName.NEW_INBOX_ITEM),
        webhook -> twin.addNote(webhook.conversation(), "Seen."));

    assertThat(twin.notes(received())).hasSize(1);
  }

  @Test
  void blank_ids_and_secrets_and_odd_times_are_refused() {
    assertThatThrownBy(() -> webhooks.register(" ", SECRET, sent::add))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> webhooks.register("whk1", "", sent::add))
        .isInstanceOf(IllegalArgumentException.class);
    for (int times : new int[] {-1, 0, 10_001}) {
      assertThatThrownBy(() -> webhooks.play(DeliveryMishap.LOST, times))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
