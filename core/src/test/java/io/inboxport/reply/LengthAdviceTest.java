package io.inboxport.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.text.TextMeasure;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LengthAdviceTest {
  private static final LengthLimit LONG_POST =
      new LengthLimit(
          Network.TWITTER,
          ReplyChannel.PUBLIC_COMMENT,
          TextMeasure.X_WEIGHTED,
          25_000,
          "our own account",
          Instant.parse("2026-01-02T00:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    "Facebook,  Conversation, CODE_POINTS, 2000",
    "Facebook,  Post,         CODE_POINTS, 8000",
    "Twitter,   Post,         X_WEIGHTED,  280",
    "Twitter,   Mention,      X_WEIGHTED,  280",
    "LinkedIn,  Reply,        CODE_POINTS, 1250",
    "Instagram, Post,         CODE_POINTS, 2200",
    "TikTok,    Post,         CODE_POINTS, 150",
  })
  void a_reply_is_advised_to_be_as_short_as_its_network_takes(
      String network, String type, TextMeasure measure, int maximum) {
    var item = item(network, type);

    assertThat(advice(item, "x".repeat(maximum))).isEmpty();
    assertThat(advice(item, "x".repeat(maximum + 2)))
        .singleElement()
        .satisfies(
            advice -> {
              assertThat(advice.limit().network()).isEqualTo(item.network());
              assertThat(advice.limit().measure()).isEqualTo(measure);
              assertThat(advice.limit().maximum()).isEqualTo(maximum);
              assertThat(advice.length()).isEqualTo(maximum + 2);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "Twitter, Conversation",
    "LinkedIn, Conversation",
    "YouTube, Post",
    "Instagram, Conversation",
    "Mastodon, Post",
    "Twitter, Story",
  })
  void without_a_figure_there_is_no_advice(String network, String type) {
    assertThat(advice(item(network, type), "x".repeat(10_000))).isEmpty();
  }

  @Test
  void a_text_that_the_api_does_not_take_gets_no_advice() {
    var item = item("TikTok", "Post");

    assertThat(advice(item, "x".repeat(10_000))).hasSize(1);
    assertThat(advice(item, "x".repeat(10_001))).isEmpty();
  }

  @Test
  void a_link_counts_23_in_a_post_of_x() {
    var link = " https://example.com/" + "x".repeat(300);

    assertThat(advice(item("Twitter", "Post"), "x".repeat(256) + link)).isEmpty();
    assertThat(advice(item("Twitter", "Post"), "x".repeat(257) + link))
        .extracting(LengthAdvice::length)
        .containsExactly(281);
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "closed", "snoozed"})
  void advice_changes_nothing_about_the_verdict(String status) {
    var item = item("TikTok", "Post").toBuilder().status(Status.of(status)).build();
    var draft = ReplyDraft.of("x".repeat(151));

    var advised = ReplyVerdict.on(item, draft);
    var silent = ReplyVerdict.on(item, draft, LengthLimits.none());

    assertThat(advised.advice()).hasSize(1);
    assertThat(silent.advice()).isEmpty();
    assertThat(advised).hasSameClassAs(silent);
    assertThat(advised.reasons()).isEqualTo(silent.reasons());
    assertThat(advised.dropped()).isEqualTo(silent.dropped());
  }

  @Test
  void it_names_the_length_the_limit_the_remedy_and_the_source_and_not_the_text() {
    assertThat(advice(item("X", "Mention"), "secret ".repeat(50)))
        .extracting(LengthAdvice::describe)
        .containsExactly(
            "The reply has 350 weighted characters, and Twitter takes 280 of a public comment: shorten it"
                + " by 70, or the network may drop it. (X, Counting Characters, 2026-11-28)");
  }

  @Test
  void an_embedder_replaces_a_row() {
    var limits = LengthLimits.standard().with(LONG_POST);
    var draft = ReplyDraft.of("x".repeat(10_000));

    assertThat(ReplyVerdict.on(item("Twitter", "Post"), draft, limits).advice()).isEmpty();
    assertThat(ReplyVerdict.on(item("TikTok", "Post"), draft, limits).advice()).hasSize(1);
    assertThat(limits.rows()).contains(LONG_POST).hasSize(6);
  }

  @Test
  void a_limit_must_be_one_that_can_be_met() {
    var day = Instant.parse("2026-01-02T00:00:00Z");
    assertThatThrownBy(
            () -> limit(Network.of("Mastodon"), ReplyChannel.PUBLIC_COMMENT, 1, "x", day))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Mastodon");
    assertThatThrownBy(() -> limit(Network.TIKTOK, ReplyChannel.NONE, 1, "x", day))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("DIRECT_MESSAGE or PUBLIC_COMMENT");
    assertThatThrownBy(() -> limit(Network.TIKTOK, ReplyChannel.PUBLIC_COMMENT, 0, "x", day))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 1");
    assertThatThrownBy(() -> limit(Network.TIKTOK, ReplyChannel.PUBLIC_COMMENT, 1, " ", day))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("source");
    assertThatThrownBy(() -> new LengthAdvice(LONG_POST, 25_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("25000");
  }

  private static LengthLimit limit(
      Network network, ReplyChannel channel, int maximum, String source, Instant day) {
    return new LengthLimit(network, channel, TextMeasure.CODE_POINTS, maximum, source, day);
  }

  private static List<LengthAdvice> advice(Conversation item, String text) {
    return ReplyVerdict.on(item, ReplyDraft.of(text)).advice();
  }

  private static Conversation item(String network, String type) {
    return Conversation.withId(ConversationId.of("eit1"))
        .network(Network.of(network))
        .itemType(ItemType.of(type))
        .status(Status.OPEN)
        .build();
  }
}
