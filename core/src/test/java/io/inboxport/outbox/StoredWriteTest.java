package io.inboxport.outbox;

import static io.inboxport.properties.Generators.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.properties.Generators;
import io.inboxport.properties.PropertyCheck;
import io.inboxport.reply.CommentId;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.salesforce.SalesforceContactId;
import io.inboxport.salesforce.SalesforceUserId;
import io.inboxport.tag.TagName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredWriteTest {
  private static final ConversationId ID = ConversationId.of("eit000000000001");
  private static final OutboxKey KEY = OutboxKey.of("ticket-4711/1");

  static List<InboxWrite> writes() {
    var image = new LinkedHashMap<String, String>();
    image.put("type", "image");
    image.put("url", "https://files.example/cat.png?a=b&c=\u00E9");
    var draft = ReplyDraft.of("It is on its way \uD83D\uDE9A\u0000\n.");
    var created = SalesforceCase.through(IntegrationId.of("int1"));
    return List.of(
        new InboxWrite.SetStatus(ID, Status.OPEN),
        new InboxWrite.SetStatus(ID, Status.of("snoozed")),
        new InboxWrite.Assign(ID, UserId.of("u1"), null),
        new InboxWrite.Assign(ID, UserId.of("u1"), "Please call back."),
        new InboxWrite.AddNote(ID, "A note."),
        new InboxWrite.ReplaceTags(ID, List.of()),
        new InboxWrite.ReplaceTags(ID, List.of(TagName.of("late"), TagName.of("parcel"))),
        new InboxWrite.Reply(ID, draft),
        new InboxWrite.Reply(ID, ReplyDraft.of("x".repeat(10_000))),
        new InboxWrite.Reply(ID, draft.droppingUnsupported()),
        new InboxWrite.Reply(ID, draft.from(CredentialId.of("c1")).attaching(image)),
        new InboxWrite.Reply(
            ID, draft.under(CommentId.of("co1")).attaching(Map.of("a", "b")).attaching(image)),
        new InboxWrite.CreateCase(ID, created),
        new InboxWrite.CreateCase(
            ID,
            created
                .ownedBy(SalesforceUserId.of("su1"))
                .about(SalesforceContactId.of("sc1"))
                .describedAs("Late.")));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void a_write_comes_back_as_it_was(InboxWrite write) {
    var stored = StoredWrite.of(write);

    assertThat(StoredWrite.ofBytes(stored.bytes()).write()).isEqualTo(write);
    assertThat(StoredWrite.ofBytes(stored.bytes())).isEqualTo(stored).hasSameHashCodeAs(stored);
  }

  @Test
  void no_two_writes_have_the_same_fingerprint() {
    assertThat(writes().stream().map(write -> StoredWrite.of(write).fingerprint(KEY)))
        .doesNotHaveDuplicates()
        .allMatch(fingerprint -> fingerprint.matches("[0-9a-f]{64}"));
  }

  @Test
  void a_fingerprint_of_version_1_stays_as_it_is() {
    // A store keeps it for months: another one would refuse a repeated key.
    var reply = new InboxWrite.Reply(ID, ReplyDraft.of("It is on its way."));

    assertThat(StoredWrite.of(reply).fingerprint(KEY))
        .isEqualTo("0fb089c1f206e8f34e908e0f8d8418fdd9b59186ae0bea3df0bbaf22682bbca2");
  }

  @Test
  void equal_writes_have_equal_fingerprints_under_one_key_only() {
    var open = new InboxWrite.SetStatus(ID, Status.OPEN);
    var capitals = new InboxWrite.SetStatus(ID, Status.of("OPEN"));

    assertThat(StoredWrite.of(capitals).fingerprint(KEY))
        .isEqualTo(StoredWrite.of(open).fingerprint(KEY))
        .isNotEqualTo(StoredWrite.of(open).fingerprint(OutboxKey.of("ticket-4711/2")));
  }

  @Test
  void no_text_is_told() {
    var note = new InboxWrite.AddNote(ID, "A secret.");
    var entry = OutboxContent.of(KEY, note);

    assertThat(StoredWrite.of(note).toString()).matches("StoredWrite\\[\\d+ bytes\\]");
    assertThat(entry.toString()).doesNotContain("secret");
    assertThat(entry.wiped().write()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("writes")
  void a_write_that_was_cut_off_is_told(InboxWrite write) {
    var whole = StoredWrite.of(write).bytes();
    for (int length = 0; length < Math.min(whole.length, 200); length++) {
      assertUnreadable(Arrays.copyOf(whole, length));
    }
    assertUnreadable(Arrays.copyOf(whole, whole.length - 1));
    assertUnreadable(Arrays.copyOf(whole, whole.length + 1));
  }

  @Test
  void a_newer_version_is_told() {
    var bytes = StoredWrite.of(new InboxWrite.AddNote(ID, "A note.")).bytes();
    bytes[0] = 2;

    assertUnreadable(bytes);
  }

  @Test
  void damage_is_told_or_makes_a_write_of_another_fingerprint() {
    PropertyCheck.standard()
        .forAll(
            Generators.choice(writes()),
            Generators.integers(0, 100_000),
            Generators.integers(1, 255),
            (write, place, flip) -> {
              var bytes = StoredWrite.of(write).bytes();
              bytes[place % bytes.length] ^= flip.byteValue();
              try {
                var read = StoredWrite.ofBytes(bytes).write();
                boolean isSame =
                    StoredWrite.of(read)
                        .fingerprint(KEY)
                        .equals(StoredWrite.of(write).fingerprint(KEY));
                assertThat(isSame).isEqualTo(read.equals(write));
              } catch (UnreadableWrite told) {
                assertThat(told).hasMessageContaining("damaged");
              }
            });
  }

  @Test
  void no_bytes_break_the_decoder() {
    PropertyCheck.standard()
        .forAll(
            bytes(0, 60),
            random -> {
              try {
                assertThat(StoredWrite.ofBytes(random).write()).isNotNull();
              } catch (UnreadableWrite told) {
                assertThat(told).hasMessageContaining("damaged");
              }
            });
  }

  private static void assertUnreadable(byte[] bytes) {
    assertThatThrownBy(() -> StoredWrite.ofBytes(bytes).write())
        .isInstanceOf(UnreadableWrite.class)
        .hasMessageContaining("damaged, or of a newer version");
  }
}
