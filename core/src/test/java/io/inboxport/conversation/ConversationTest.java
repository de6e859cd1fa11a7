package io.inboxport.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private static final Conversation FULL =
      Conversation.withId(ConversationId.of("eit000000000001"))
          .created(Instant.parse("2025-03-10T14:22:00Z"))
          .modified(Instant.parse("2025-03-12T09:15:30Z"))
          .status(Status.OPEN)
          .network(Network.LINKEDIN)
          .itemType(ItemType.CONVERSATION)
          .assignee(UserId.of("00A000000000001"))
          .profileName("Acme Inc")
          .tags(List.of(new Tag(TagId.of("etg000000000001"), "Support")))
          .build();

  @Test
  void holds_what_the_vendors_sample_shows() {
    assertThat(FULL.id()).hasToString("eit000000000001");
    assertThat(FULL.created()).contains(Instant.parse("2025-03-10T14:22:00Z"));
    assertThat(FULL.modified()).contains(Instant.parse("2025-03-12T09:15:30Z"));
    assertThat(FULL.status()).isEqualTo(Status.OPEN);
    assertThat(FULL.network()).isEqualTo(Network.LINKEDIN);
    assertThat(FULL.itemType()).isEqualTo(ItemType.CONVERSATION);
    assertThat(FULL.assignee()).contains(UserId.of("00A000000000001"));
    assertThat(FULL.profileName()).isEqualTo("Acme Inc");
    assertThat(FULL.tags().orElseThrow()).extracting(Tag::name).containsExactly("Support");
  }

  @Test
  void what_the_server_does_not_say_is_empty() {
    var bare = Conversation.withId(ConversationId.of("eit1")).build();

    assertThat(bare.created()).isEmpty();
    assertThat(bare.modified()).isEmpty();
    assertThat(bare.status().text()).isEmpty();
    assertThat(bare.network().text()).isEmpty();
    assertThat(bare.itemType().text()).isEmpty();
    assertThat(bare.assignee()).isEmpty();
    assertThat(bare.profileName()).isEmpty();
    assertThat(bare.tags()).isEmpty();
    assertThat(bare).hasToString("Conversation[eit1, (none) (none), (none)]");
  }

  @Test
  void a_copy_through_the_builder_is_equal() {
    assertThat(FULL.toBuilder().build()).isEqualTo(FULL).hasSameHashCodeAs(FULL);
    assertThat(FULL).isNotEqualTo(null).isNotEqualTo("eit000000000001");
  }

  @Test
  void two_that_differ_in_any_field_are_not_equal() {
    List<UnaryOperator<Conversation.Builder>> changes =
        List.of(
            builder -> builder.created(Instant.EPOCH),
            builder -> builder.modified(null),
            builder -> builder.status(Status.CLOSED),
            builder -> builder.network(Network.TIKTOK),
            builder -> builder.itemType(ItemType.POST),
            builder -> builder.assignee(null),
            builder -> builder.profileName("Other"),
            builder -> builder.tags(List.of()),
            builder ->
                builder.unreadable(List.of(new UnreadablePart("Created", "It is odd.", false))));

    for (var change : changes) {
      var other = change.apply(FULL.toBuilder()).build();
      assertThat(other).isNotEqualTo(FULL);
      assertThat(other.hashCode()).isNotEqualTo(FULL.hashCode());
    }
    assertThat(Conversation.withId(ConversationId.of("eit2")).build())
        .isNotEqualTo(Conversation.withId(ConversationId.of("eit1")).build());
  }

  @Test
  void times_are_cut_to_the_second() {
    var finer = Instant.parse("2025-03-10T14:22:00.999999999Z");
    var item = FULL.toBuilder().created(finer).modified(finer).build();

    assertThat(item.created()).contains(Instant.parse("2025-03-10T14:22:00Z"));
    assertThat(item.modified()).contains(Instant.parse("2025-03-10T14:22:00Z"));
  }

  @Test
  void tags_are_copied_in_and_immutable() {
    var mutable = new ArrayList<>(FULL.tags().orElseThrow());
    var item = FULL.toBuilder().tags(mutable).build();
    mutable.clear();

    var tags = item.tags().orElseThrow();
    assertThat(tags).hasSize(1);
    assertThatThrownBy(tags::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void its_text_tells_place_and_status_and_nobodys_name() {
    assertThat(FULL).hasToString("Conversation[eit000000000001, LinkedIn Conversation, open]");
  }

  @Test
  void an_assignment_tells_who_works_on_what() {
    var assignment = new Assignment(FULL.id(), UserId.of("00A000000000002"));

    assertThat(assignment.conversation()).isEqualTo(FULL.id());
    assertThat(assignment.assignee()).hasToString("00A000000000002");
  }
}
