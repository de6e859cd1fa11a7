package io.inboxport.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyVerdictTest {
  private static final Conversation OPEN_POST =
      Conversation.withId(ConversationId.of("eit1"))
          .network(Network.INSTAGRAM)
          .itemType(ItemType.POST)
          .status(Status.OPEN)
          .build();
  private static final ReplyReason BLANK = new ReplyReason.MessageBlank();

  @Test
  void a_plain_reply_to_an_open_item_is_allowed() {
    var verdict = ReplyVerdict.on(OPEN_POST, ReplyDraft.of("On it!"));

    assertThat(verdict).isEqualTo(new ReplyVerdict.Allowed(Set.of()));
    assertThat(verdict.reasons()).isEmpty();
    assertThat(verdict.dropped()).isEmpty();
  }

  @Test
  void an_allowed_verdict_on_a_plain_draft_is_made_once() {
    assertThat(ReplyVerdict.on(OPEN_POST, ReplyDraft.of("On it!")))
        .isSameAs(ReplyVerdict.on(OPEN_POST, ReplyDraft.of("Done!")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void a_blank_message_is_refused(String message) {
    assertThat(ReplyVerdict.on(OPEN_POST, ReplyDraft.of(message)).reasons()).containsExactly(BLANK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\uD83D\uDE00"})
  void a_message_has_10000_code_points_at_most(String codePoint) {
    var full = ReplyDraft.of(codePoint.repeat(10_000));
    var over = ReplyDraft.of(codePoint.repeat(10_001));

    assertThat(ReplyVerdict.on(OPEN_POST, full).isAllowed()).isTrue();
    assertThat(ReplyVerdict.on(OPEN_POST, over).reasons())
        .containsExactly(new ReplyReason.MessageTooLong(10_001));
  }

  @Test
  void every_reason_is_told_in_the_order_of_the_rules() {
    var item = OPEN_POST.toBuilder().status(Status.CLOSED).network(Network.of("Bluesky")).build();

    assertThat(ReplyVerdict.on(item, ReplyDraft.of("")))
        .isEqualTo(
            new ReplyVerdict.Refused(
                List.of(
                    new ReplyReason.ItemNotOpen(Status.CLOSED),
                    new ReplyReason.UnknownNetwork(Network.of("Bluesky")),
                    BLANK)));
  }

  @Test
  void what_is_only_unknown_is_left_to_the_server() {
    var item = OPEN_POST.toBuilder().status(Status.of("pending")).build();
    var draft = ReplyDraft.of("On it!").attaching(Map.of("id", "1")).droppingUnsupported();

    assertThat(ReplyVerdict.on(item, draft))
        .isEqualTo(
            new ReplyVerdict.Undetermined(
                List.of(new ReplyReason.UnknownStatus(Status.of("pending"))),
                Set.of(ReplyContent.MEDIA)));
  }

  @Test
  void only_what_the_draft_holds_is_dropped() {
    var draft = ReplyDraft.of("On it!").under(CommentId.of("c1")).droppingUnsupported();

    assertThat(ReplyVerdict.on(OPEN_POST, draft)).isEqualTo(new ReplyVerdict.Allowed(Set.of()));
  }

  @Test
  void what_is_dropped_comes_in_the_same_order_in_every_run() {
    var both = Set.of(ReplyContent.MEDIA, ReplyContent.PARENT_COMMENT);

    assertThat(new ReplyVerdict.Allowed(both).dropped())
        .containsExactly(ReplyContent.PARENT_COMMENT, ReplyContent.MEDIA);
    assertThat(new ReplyVerdict.Undetermined(List.of(BLANK), both).dropped())
        .containsExactly(ReplyContent.PARENT_COMMENT, ReplyContent.MEDIA);
  }

  @Test
  void a_verdict_copies_what_it_is_given() {
    var dropped = EnumSet.of(ReplyContent.MEDIA);
    var reasons = new ArrayList<>(List.of(BLANK));
    var allowed = new ReplyVerdict.Allowed(dropped);
    var refused = new ReplyVerdict.Refused(reasons);
    dropped.clear();
    reasons.clear();

    assertThat(allowed.dropped()).containsExactly(ReplyContent.MEDIA);
    assertThat(refused.reasons()).containsExactly(BLANK);
    assertThatThrownBy(() -> allowed.dropped().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_refusal_or_a_doubt_without_a_reason_makes_no_sense() {
    assertThatThrownBy(() -> new ReplyVerdict.Refused(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no reason: a reply without one is allowed.");
    assertThatThrownBy(() -> new ReplyVerdict.Undetermined(List.of(), Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_receipt_tells_what_the_reply_went_out_without() {
    var verdict = new ReplyVerdict.Allowed(Set.of(ReplyContent.MEDIA));
    var receipt = new ReplyReceipt(OPEN_POST.id(), verdict);

    assertThat(receipt.conversation()).isEqualTo(OPEN_POST.id());
    assertThat(receipt.verdict()).isSameAs(verdict);
    assertThat(receipt.dropped()).containsExactly(ReplyContent.MEDIA);
  }
}
