package io.inboxport.timeline;

import static io.inboxport.properties.Generators.strings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.conversation.UserId;
import io.inboxport.properties.PropertyCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimelineEntryTest {
  private static final Instant CREATED = Instant.parse("2025-03-12T09:15:30Z");
  private static final TimelineEntryId ID = TimelineEntryId.of("eat000000000001");

  private static TimelineEntry.Builder note() {
    return TimelineEntry.withId(ID)
        .type(EntryType.NOTE)
        .created(CREATED)
        .content("Following up with the customer.")
        .createdBy(UserId.of("00A000000000001"));
  }

  @Test
  void holds_what_the_vendors_sample_shows() {
    var entry = note().build();

    assertThat(entry.id()).isEqualTo(ID);
    assertThat(entry.type()).isEqualTo(EntryType.NOTE);
    assertThat(entry.created()).contains(CREATED);
    assertThat(entry.content()).isEqualTo("Following up with the customer.");
    assertThat(entry.createdBy()).contains(UserId.of("00A000000000001"));
  }

  @Test
  void what_the_server_does_not_say_is_empty() {
    var bare = TimelineEntry.withId(ID).build();

    assertThat(bare.type().text()).isEmpty();
    assertThat(bare.created()).isEmpty();
    assertThat(bare.content()).isEmpty();
    assertThat(bare.createdBy()).isEmpty();
  }

  @Test
  void a_field_that_could_not_be_read_is_told_apart_from_one_that_did_not_come() {
    var odd = new UnreadablePart("CreatedBy", "It is true.", false);
    var parts = new ArrayList<>(List.of(odd));
    var entry = note().createdBy(null).unreadable(parts).build();
    parts.clear();

    assertThat(entry.unreadable()).containsExactly(odd);
    assertThat(note().build().unreadable()).isEmpty();
  }

  @Test
  void its_time_is_cut_to_the_second() {
    assertThat(note().created(CREATED.plusMillis(999)).build()).isEqualTo(note().build());
  }

  @Test
  void two_that_differ_in_any_field_are_not_equal() {
    var entry = note().build();
    var others =
        List.of(
            TimelineEntry.withId(TimelineEntryId.of("eat2"))
                .type(EntryType.NOTE)
                .created(CREATED)
                .content(entry.content())
                .createdBy(entry.createdBy().orElseThrow())
                .build(),
            note().type(EntryType.LIKE).build(),
            note().created(null).build(),
            note().content("").build(),
            note().createdBy(null).build(),
            note().unreadable(List.of(new UnreadablePart("Created", "It is odd.", false))).build());

    assertThat(others).doesNotContain(entry);
    assertThat(others).extracting(Object::hashCode).doesNotContain(entry.hashCode());
    assertThat(entry).isEqualTo(note().build()).hasSameHashCodeAs(note().build());
    assertThat(entry).isNotEqualTo(null).isNotEqualTo("eat000000000001");
  }

  @Test
  void its_text_never_tells_the_content() {
    assertThat(note().build())
        .hasToString("TimelineEntry[eat000000000001, note, 2025-03-12T09:15:30Z]");
    assertThat(TimelineEntry.withId(ID).build())
        .hasToString("TimelineEntry[eat000000000001, (none), null]");
  }

  @Test
  void a_page_copies_what_it_is_given() {
    var entries = new ArrayList<>(List.of(note().build()));
    var unreadable = new ArrayList<>(List.of(new UnreadablePart("Timeline[1]", "It has no id.")));
    var page = new TimelinePage(entries, unreadable);
    entries.clear();
    unreadable.clear();

    assertThat(page.entries()).hasSize(1);
    assertThat(page.unreadable()).hasSize(1);
    assertThatThrownBy(() -> page.entries().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void entry_types_do_not_care_for_case_even_where_the_dotted_i_is_another_letter() {
    assertThat(Locale.getDefault().getLanguage()).isEqualTo("tr");
    assertThat(EntryType.of("LIKE")).isEqualTo(EntryType.LIKE).hasSameHashCodeAs(EntryType.LIKE);
    assertThat(EntryType.of("LIKE").text()).isEqualTo("LIKE");
    assertThat(EntryType.LIKE).isNotEqualTo(EntryType.NOTE).isNotEqualTo("like");
  }

  @Test
  void the_vendors_own_spelling_of_an_entry_type_gives_the_constant_itself() {
    assertThat(EntryType.of("note")).isSameAs(EntryType.NOTE).hasToString("note");
    assertThat(EntryType.of("share")).isSameAs(EntryType.SHARE);
  }

  @Test
  void any_entry_type_is_kept_and_none_throws() {
    PropertyCheck.standard()
        .forAll(
            strings(),
            text -> {
              assertThat(EntryType.of(text).text()).isEqualTo(text);
              assertThat(EntryType.of(text)).isEqualTo(EntryType.of(text.toLowerCase(Locale.ROOT)));
            });
  }
}
