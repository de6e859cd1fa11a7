package io.inboxport.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyDraftTest {
  private static final ReplyDraft PLAIN = ReplyDraft.of("On it!");
  private static final ReplyDraft FULL =
      PLAIN
          .from(CredentialId.of("003-001-9876"))
          .under(CommentId.of("eit000000000003"))
          .attaching(Map.of("url", "https://example.org/a.png"))
          .attaching(Map.of("id", "2"))
          .droppingUnsupported();

  @Test
  void holds_all_that_a_reply_can_carry() {
    assertThat(FULL.message()).isEqualTo("On it!");
    assertThat(FULL.credential()).contains(CredentialId.of("003-001-9876"));
    assertThat(FULL.parentComment()).contains(CommentId.of("eit000000000003"));
    assertThat(FULL.media())
        .containsExactly(Map.of("url", "https://example.org/a.png"), Map.of("id", "2"));
    assertThat(FULL.dropsUnsupported()).isTrue();
  }

  @Test
  void a_plain_draft_carries_the_message_only() {
    assertThat(PLAIN.credential()).isEmpty();
    assertThat(PLAIN.parentComment()).isEmpty();
    assertThat(PLAIN.media()).isEmpty();
    assertThat(PLAIN.dropsUnsupported()).isFalse();
  }

  @Test
  void a_draft_may_break_every_rule() {
    assertThat(ReplyDraft.of("").message()).isEmpty();
    assertThat(ReplyDraft.of("x".repeat(10_001)).message()).hasSize(10_001);
  }

  @Test
  void without_leaves_out_what_is_named_and_nothing_else() {
    assertThat(FULL.without(Set.of())).isEqualTo(FULL);
    assertThat(FULL.without(Set.of(ReplyContent.MEDIA)))
        .isEqualTo(
            PLAIN
                .from(CredentialId.of("003-001-9876"))
                .under(CommentId.of("eit000000000003"))
                .droppingUnsupported());
    assertThat(FULL.without(EnumSet.allOf(ReplyContent.class)))
        .isEqualTo(PLAIN.from(CredentialId.of("003-001-9876")).droppingUnsupported());
  }

  @Test
  void every_change_makes_another_draft() {
    var others =
        List.of(
            ReplyDraft.of("Done!"),
            PLAIN.from(CredentialId.of("c")),
            PLAIN.under(CommentId.of("c")),
            PLAIN.attaching(Map.of("id", "1")),
            PLAIN.droppingUnsupported());

    assertThat(others).doesNotContain(PLAIN).doesNotHaveDuplicates();
    assertThat(others).extracting(ReplyDraft::hashCode).doesNotHaveDuplicates();
    assertThat(PLAIN).isEqualTo(ReplyDraft.of("On it!")).hasSameHashCodeAs(ReplyDraft.of("On it!"));
    assertThat(PLAIN).isNotEqualTo(null).isNotEqualTo("On it!");
  }

  @Test
  void a_media_object_is_copied_and_keeps_the_order_of_its_keys() {
    var object = new LinkedHashMap<String, String>();
    object.put("z", "1");
    object.put("a", "2");
    var draft = PLAIN.attaching(object);
    object.clear();

    var media = draft.media();
    assertThat(media.get(0)).containsExactly(Map.entry("z", "1"), Map.entry("a", "2"));
    assertThatThrownBy(media::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> media.get(0).clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void an_empty_media_object_is_refused() {
    assertThatThrownBy(() -> PLAIN.attaching(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The media object is empty: give it at least one key.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a[b", "a]", "[]", "a\0b"})
  void a_media_key_that_no_form_can_hold_is_refused(String key) {
    assertThatThrownBy(() -> PLAIN.attaching(Map.of("fine", "1", key, "2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The media key \"%s\" cannot be written in a form: no brackets, no NUL, not blank.",
            key.replace("\0", "\\0"));
  }

  @Test
  void a_media_value_may_be_empty_but_not_missing() {
    var object = new LinkedHashMap<String, String>(Map.of("url", ""));
    assertThat(PLAIN.attaching(object).media()).containsExactly(Map.of("url", ""));

    object.replaceAll((key, value) -> missing());
    assertThatThrownBy(() -> PLAIN.attaching(object))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("media value");
  }

  @SuppressWarnings("NullAway")
  private static String missing() {
    return null;
  }

  @Test
  void its_text_tells_how_much_there_is_and_never_what_it_says() {
    assertThat(FULL)
        .hasToString(
            "ReplyDraft[6 characters, credential=003-001-9876, parentComment=eit000000000003,"
                + " media=2, dropping unsupported]");
    assertThat(ReplyDraft.of("\uD83D\uDE00").toString()).startsWith("ReplyDraft[1 characters,");
    assertThat(PLAIN)
        .hasToString("ReplyDraft[6 characters, credential=null, parentComment=null, media=0]");
  }
}
