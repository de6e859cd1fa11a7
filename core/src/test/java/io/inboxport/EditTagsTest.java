package io.inboxport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import io.inboxport.tag.TagName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditTagsTest {
  private static final ConversationId ID = ConversationId.of("eit1");
  private static final TagName SUPPORT = TagName.of("Support");
  private static final TagName VIP = TagName.of("VIP");
  private static final TagName BILLING = TagName.of("Billing");

  private final RecordingGateway gateway = tagged("Support", "VIP");
  private final Inbox inbox = Inbox.over(gateway);

  private static RecordingGateway tagged(String... names) {
    var tags = new ArrayList<Tag>();
    for (var name : names) {
      tags.add(new Tag(TagId.of("etg" + tags.size()), name));
    }
    return new RecordingGateway(Conversation.withId(ID).tags(tags).build());
  }

  @Test
  void a_change_is_read_applied_and_written() {
    var edit =
        inbox.editTags(
            ID,
            names -> {
              names.remove(SUPPORT);
              names.add(BILLING);
              return names;
            });

    assertThat(gateway.calls).containsExactly("get eit1", "replaceTags eit1 [VIP, Billing]");
    assertThat(edit.added()).extracting(Tag::name).containsExactly("Billing");
    assertThat(edit.kept()).extracting(Tag::name).containsExactly("VIP");
    assertThat(edit.removed()).containsExactly(SUPPORT);
    assertThat(edit.isAsAsked()).isTrue();
    assertThat(edit.changedNothing()).isFalse();
  }

  @Test
  void the_change_may_return_another_set() {
    inbox.editTags(ID, names -> Set.of());

    assertThat(gateway.calls).containsExactly("get eit1", "replaceTags eit1 []");
  }

  @Test
  void nothing_is_written_when_nothing_changes() {
    var edit =
        inbox.editTags(
            ID,
            names -> {
              names.add(VIP);
              return names;
            });

    assertThat(gateway.calls).containsExactly("get eit1");
    assertThat(edit.changedNothing()).isTrue();
    assertThat(edit.isAsAsked()).isTrue();
    assertThat(edit.kept()).extracting(Tag::name).containsExactly("Support", "VIP");
  }

  @Test
  void what_was_added_and_removed_is_what_the_server_confirmed() {
    gateway.confirmed = List.of();

    var edit = inbox.editTags(ID, names -> Set.of(BILLING));

    assertThat(edit.added()).isEmpty();
    assertThat(edit.removed()).containsExactly(SUPPORT, VIP);
    assertThat(edit.isAsAsked()).isFalse();
    assertThat(edit.confirmed().missing()).containsExactly(BILLING);
  }

  @Test
  void a_name_that_comes_back_changed_is_missing_and_another_was_not_asked_for() {
    var changed = new Tag(TagId.of("etg9"), "R&amp;D");
    gateway.confirmed = List.of(new Tag(TagId.of("etg0"), "Support"), changed);

    var edit =
        inbox.editTags(
            ID,
            names -> {
              names.remove(VIP);
              names.add(TagName.of("R&D"));
              return names;
            });

    assertThat(edit.isAsAsked()).isFalse();
    assertThat(edit.confirmed().missing()).containsExactly(TagName.of("R&D"));
    assertThat(edit.confirmed().unasked()).containsExactly(changed);
    assertThat(edit.added()).containsExactly(changed);
    assertThat(edit.removed()).containsExactly(VIP);
  }

  @Test
  void a_replacement_says_what_the_server_confirmed() {
    gateway.confirmed = List.of();
    var cleared = inbox.replaceTags(ID, VIP);
    gateway.confirmed = List.of(new Tag(TagId.of("etg1"), "vip"));
    var folded = inbox.replaceTags(ID, VIP, VIP);

    assertThat(cleared.isAsAsked()).isFalse();
    assertThat(cleared.asked()).containsExactly(VIP);
    assertThat(cleared.missing()).containsExactly(VIP);
    assertThat(folded.missing()).containsExactly(VIP);
    assertThat(folded.unasked()).isEqualTo(gateway.confirmed);
    assertThat(folded.asked()).containsExactly(VIP);
  }

  @Test
  void nothing_is_written_when_the_change_fails_or_gives_no_names() {
    assertThatThrownBy(
            () ->
                inbox.editTags(
                    ID,
                    names -> {
                      throw new IllegalStateException("no rule for this");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no rule for this");
    assertThatThrownBy(() -> inbox.editTags(ID, names -> nothing()))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("names wanted");
    assertThat(gateway.calls).containsExactly("get eit1", "get eit1");
  }

  @SuppressWarnings("NullAway") // What happens to callers without a null checker.
  private static Set<TagName> nothing() {
    return null;
  }

  @Test
  void tags_that_are_not_known_whole_are_not_edited() {
    gateway.conversation = Conversation.withId(ID).build();

    assertThatThrownBy(() -> inbox.editTags(ID, names -> Set.of()))
        .isInstanceOf(UnreadableResponse.class)
        .hasMessage(
            "Get eit1: the answer cannot be used. Not all of its tags could be read, and editing"
                + " them would lose the others: try again, or use replaceTags.");
    assertThat(gateway.calls).containsExactly("get eit1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " VIP",
        "VIP ",
        LONG_NAME,
        "half \uD83D",
        "V\uFFFD",
        "R&amp;D",
        "it&#39;s"
      })
  void a_tag_whose_name_cannot_be_written_back_is_not_lost(String name) {
    var odd = tagged("Support", name);

    assertThatThrownBy(() -> Inbox.over(odd).editTags(ID, names -> Set.of()))
        .isInstanceOf(UnreadableResponse.class)
        .hasMessage(
            "Get eit1: the answer cannot be used. The name of tag etg1 breaks the rules (1 to 64"
                + " whole characters, no white space around it, no escape): rename the tag in Oktopost, or use"
                + " replaceTags.");
    assertThat(odd.calls).containsExactly("get eit1");
  }

  private static final String LONG_NAME =
      "0123456789012345678901234567890123456789012345678901234567890123x";
}
