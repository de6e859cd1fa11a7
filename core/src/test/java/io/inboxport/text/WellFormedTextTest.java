package io.inboxport.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.tag.TagName;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WellFormedTextTest {
  private static final String HALF = "a\uD83D";

  @ParameterizedTest
  @ValueSource(
      strings = {"", "plain", "\uD83D\uDE00", "a\uD83D\uDE00\uD83D\uDE00b", "\uE000\uD7FF"})
  void whole_characters_pass_unchanged(String text) {
    assertThat(WellFormedText.check("note", text)).isSameAs(text);
    assertThat(WellFormedText.is(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ab\uD83D",
        "ab\uDE00",
        "ab\uD83Dc",
        "ab\uD83D\uD83D\uDE00",
        "\uD83D\uDE00\uDE00",
        "ab\uDE00\uD83D"
      })
  void half_a_character_is_refused_and_told_where_it_is(String text) {
    assertThat(WellFormedText.is(text)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WellFormedText.check("note", text))
        .withMessage(
            "The note has half a character at index 2 (counted in Java chars), a surrogate"
                + " without its other half: cut texts between code points.");
  }

  @Test
  void the_first_character_may_be_the_half_one() {
    assertThat(WellFormedText.is("\uD83D")).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WellFormedText.check("note", "\uDE00a"))
        .withMessageContaining("at index 0 ");
  }

  static Stream<ThrowingCallable> whatIsSent() {
    var id = ConversationId.of("eit000000000001");
    return Stream.of(
        () -> ConversationId.of(HALF),
        () -> TagName.of(HALF),
        () -> TextLimit.CASE_DESCRIPTION.check(HALF),
        () -> ReplyDraft.of(HALF),
        () -> ReplyDraft.of("a").attaching(Map.of(HALF, "a")),
        () -> ReplyDraft.of("a").attaching(Map.of("a", HALF)),
        () -> ConversationQuery.all().matching(HALF),
        () -> ConversationQuery.all().ofType(ItemType.of(HALF)),
        () -> ConversationQuery.all().withStatus(Status.of(HALF)),
        () -> ConversationQuery.all().on(Network.of(HALF)),
        () -> new InboxWrite.SetStatus(id, Status.of(HALF)),
        () -> new InboxWrite.AddNote(id, HALF),
        () -> new InboxWrite.Assign(id, UserId.of("00A000000000002"), HALF));
  }

  @ParameterizedTest
  @MethodSource("whatIsSent")
  void nothing_that_is_sent_has_half_a_character(ThrowingCallable making) {
    assertThatIllegalArgumentException()
        .isThrownBy(making)
        .withMessageContaining("half a character at index 1")
        .withMessageNotContaining(HALF);
  }

  @Test
  void an_assignment_needs_no_note() {
    var id = ConversationId.of("eit000000000001");

    assertThat(new InboxWrite.Assign(id, UserId.of("00A000000000002"), null).note()).isNull();
  }
}
