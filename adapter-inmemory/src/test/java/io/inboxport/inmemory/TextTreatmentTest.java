package io.inboxport.inmemory;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.inboxport.conversation.ConversationId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.timeline.TimelineEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts of replies and notes as a timeline shows them. */
class TextTreatmentTest extends Twin {
  private final ConversationId id = twin.receive(directMessage().saying("@me: Größe? 😊"));

  private void treat(TextTreatment treatment) {
    twin.behave(twin.behavior().toBuilder().textTreatment(treatment).build());
  }

  private static List<String> shown(TextTreatment treatment, String text) {
    return treatment.entriesOf(text);
  }

  @Test
  void replies_and_notes_are_treated_and_what_was_sent_is_told_as_it_was() {
    treat(TextTreatment.placeholder("[image]"));
    twin.reply(id, ReplyDraft.of("On it!"));
    twin.assign(id, COLLEAGUE, "Please look");
    var answer = twin.addNote(id, "Escalated");

    assertThat(inbox.timeline(id))
        .extracting(TimelineEntry::content)
        .containsExactly("[image]", "[image]", "[image]", "@me: Größe? 😊");
    assertThat(answer.content()).isEqualTo("[image]");
    assertThat(twin.replies(id)).containsExactly(ReplyDraft.of("On it!"));
  }

  @Test
  void a_split_text_takes_two_entries_of_the_same_time_and_author() {
    treat(TextTreatment.splitInTwo());
    twin.reply(id, ReplyDraft.of("12345"));

    var newest = inbox.timeline(id).stream().limit(2).toList();
    assertThat(newest).extracting(TimelineEntry::content).containsExactly("345", "12");
    assertThat(newest).allMatch(entry -> entry.createdBy().orElseThrow().equals(ME));
    assertThat(newest).extracting(TimelineEntry::id).doesNotHaveDuplicates();
    assertThat(twin.replies(id)).hasSize(1);
  }

  @Test
  void each_treatment_does_what_it_says() {
    assertThat(shown(TextTreatment.asWritten(), "a")).containsExactly("a");
    assertThat(shown(TextTreatment.truncated(2), "😊😊😊")).containsExactly("😊😊");
    assertThat(shown(TextTreatment.truncated(9), "abc")).containsExactly("abc");
    assertThat(shown(TextTreatment.truncated(0), "abc")).containsExactly("");
    assertThat(shown(TextTreatment.ellipsis(2), "😊😊😊")).containsExactly("😊😊…");
    assertThat(shown(TextTreatment.ellipsis(3), "abc")).containsExactly("abc");
    assertThat(shown(TextTreatment.htmlEntities(), "<a href='x'>\"R&D\" ü😊"))
        .containsExactly("&lt;a href=&#39;x&#39;&gt;&quot;R&amp;D&quot; &#252;&#128522;");
    assertThat(shown(TextTreatment.basicPlane(), "a😊é")).containsExactly("aé");
    assertThat(shown(TextTreatment.appending(" ^TB"), "a")).containsExactly("a ^TB");
    assertThat(shown(TextTreatment.mention("jane", "Jane Doe"), "@jane and @joe"))
        .containsExactly("Jane Doe and @joe");
    assertThat(shown(TextTreatment.splitInTwo(), "😊")).containsExactly("😊");
    assertThat(shown(TextTreatment.splitInTwo(), "😊😊")).containsExactly("😊", "😊");
    assertThat(shown(TextTreatment.empty(), "a")).containsExactly("");
    assertThat(shown(TextTreatment.of("mine", text -> text + text), "a")).containsExactly("aa");
  }

  @Test
  void a_treatment_is_known_by_its_name() {
    assertThat(TextTreatment.truncated(280))
        .isEqualTo(TextTreatment.truncated(280))
        .hasSameHashCodeAs(TextTreatment.truncated(280))
        .isNotEqualTo(TextTreatment.truncated(281))
        .isNotEqualTo("truncated:280")
        .hasToString("truncated:280");
    var behavior = ServerBehavior.documented();
    assertThat(behavior.textTreatment()).isEqualTo(TextTreatment.asWritten());
    assertThat(behavior.toBuilder().textTreatment(TextTreatment.empty()).build())
        .isNotEqualTo(behavior)
        .isEqualTo(behavior.toBuilder().textTreatment(TextTreatment.empty()).build());
  }

  @Test
  void no_text_can_be_cut_to_less_than_nothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TextTreatment.truncated(-1))
        .withMessage("A text cannot be cut to -1 code points: give 0 or more.");
    assertThatIllegalArgumentException().isThrownBy(() -> TextTreatment.ellipsis(-1));
  }
}
