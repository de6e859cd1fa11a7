package io.inboxport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import java.util.List;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that differ from what is documented are read as far as they make sense. */
class OddAnswersTest extends ReadingFixture {
  @ParameterizedTest
  @ValueSource(strings = {"Id", "ID", "id", "iD"})
  void an_id_is_found_under_any_case(String name) {
    assertThat(got("eit7", "{\"" + name + "\":\"eit7\"}").id())
        .isEqualTo(ConversationId.of("eit7"));
  }

  @Test
  void an_id_that_is_a_number_is_its_text() {
    assertThat(got("12345", "{\"Id\":12345}").id()).isEqualTo(ConversationId.of("12345"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONVERSATION", "conversation", "Conversation"})
  void an_item_type_is_known_in_any_case(String text) {
    assertThat(gotWith("\"ItemType\":\"" + text + "\"").itemType())
        .isEqualTo(ItemType.CONVERSATION);
  }

  @Test
  void unknown_words_and_fields_are_kept_or_passed_over() {
    var conversation =
        gotWith(
            "\"Network\":\"Threads\",\"Status\":\"snoozed\",\"ItemType\":\"Review\","
                + "\"Sentiment\":{\"Score\":[1,2,{}]}");

    assertThat(conversation.network().text()).isEqualTo("Threads");
    assertThat(conversation.status().text()).isEqualTo("snoozed");
    assertThat(conversation.itemType().text()).isEqualTo("Review");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"  \"", "false", "[]", "{}"})
  void nobody_is_assigned_where_the_assignee_is(String value) {
    assertThat(gotWith("\"AssigneeId\":" + value).assignee()).isEmpty();
  }

  @Test
  void what_is_not_said_is_neutral() {
    var conversation = got("{\"Id\":\"eit1\"}");

    assertThat(conversation).isEqualTo(Conversation.withId(ConversationId.of("eit1")).build());
    assertThat(conversation.tags()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "42, 42",
    "'\"42\"', 42",
    "42.0, 42",
    "1e2, 100",
    "0, 1",
    "-7, 1",
    "null, 1",
    "'\"\"', 1",
    "'\"many\"', 1",
    "[], 1",
    "true, 1",
    "1e999999999, 9223372036854775807",
    "NaN, 1"
  })
  void a_total_is_read_or_mended_to_what_came(String total, long expected) {
    var json = total.equals("NaN") ? "\"NaN\"" : total;

    var page = listed("{\"Total\":" + json + ",\"Items\":[{\"Id\":\"eit1\"}]}");

    assertThat(page.total()).isEqualTo(expected);
  }

  @Test
  void an_absent_total_is_what_came() {
    assertThat(listed("{\"Items\":[{\"Id\":\"eit1\"},{\"Id\":\"eit2\"}]}").total()).isEqualTo(2);
  }

  @Test
  void a_broken_item_is_left_out_and_reported_with_its_place() {
    var page =
        listed(
            """
            {"Total": 6, "Items": [{"Id": "eit1"}, "secret words", {"Id": null}, {"Id": ".."},
             {"Id": "eit5", "Status": {"secret": "words"}}, null, {"Id": "eit7"}]}""");

    assertThat(page.items())
        .extracting(Conversation::id)
        .containsExactly(ConversationId.of("eit1"), ConversationId.of("eit7"));
    assertThat(page.unreadable())
        .containsExactly(
            new UnreadablePart("Conversations.Items[1]", "It is no object with an id."),
            new UnreadablePart("Conversations.Items[2]", "It is no object with an id."),
            new UnreadablePart("Conversations.Items[3]", "Id cannot be an id."),
            new UnreadablePart(
                "Conversations.Items[4]", "Status is a list or an object instead of a text."),
            new UnreadablePart("Conversations.Items[5]", "It is no object with an id."));
    assertThat(page.total()).isEqualTo(7);
  }

  @Test
  void a_broken_entry_does_not_cost_the_timeline() {
    server.answers(
        "{\"Result\":true,\"Timeline\":[{\"Id\":\"eat1\"},{\"Content\":\"secret\"},{\"ID\":\"eat3\"}]}");

    var page = gateway.timeline(ID, null);

    assertThat(page.entries()).hasSize(2);
    assertThat(page.unreadable())
        .containsExactly(new UnreadablePart("Timeline[1]", "It is no object with an id."));
  }

  @Test
  void a_list_may_come_as_an_object_with_numbers_for_names() {
    var page = listed("{\"Total\":2,\"Items\":{\"0\":{\"Id\":\"eit1\"},\"2\":{\"Id\":\"eit2\"}}}");

    assertThat(page.items()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"VIP\"",
        "[{\"Id\":\"etg1\",\"Name\":\"VIP\"},{\"Id\":\"etg2\"}]",
        "[{\"Id\":\"etg1\",\"Name\":\"VIP\"},null]",
        "[\"VIP\"]",
        "[{\"Id\":\"etg1\",\"Name\":[\"VIP\"]}]",
        "[{\"Name\":\"VIP\"}]"
      })
  void tags_that_cannot_be_read_whole_are_not_told(String tags) {
    assertThat(gotWith("\"Tags\":" + tags).tags()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"Tags\":[{\"Id\":\"etg1\",\"Name\":\"VIP\"},{\"Id\":\"etg2\"}]"})
  void a_write_confirmed_without_what_was_asked_for_tells_that_it_was_confirmed(String tags) {
    server.answers("{\"Result\":true" + tags + "}");

    assertThatThrownBy(() -> gateway.replaceTags(ID, List.of(TagName.of("VIP"))))
        .isInstanceOf(OutcomeUnknown.class)
        .hasMessageContaining(
            "The server says that it did it, but its answer lacks what was asked for, or a part of"
                + " it. Whether");
  }

  @Test
  void a_read_without_what_was_asked_for_is_unreadable() {
    server.answers("{\"Result\":true}");

    assertThatThrownBy(() -> gateway.get(ID))
        .isInstanceOf(UnreadableResponse.class)
        .hasMessageEndingWith("What was asked for is missing or incomplete.");
  }

  @Test
  void no_tags_are_known_to_be_none() {
    assertThat(gotWith("\"Tags\":[]").tags()).contains(List.of());
  }

  @Test
  void a_byte_order_mark_and_repeated_keys_do_no_harm() {
    server.answers(
        "\uFEFF{\"Result\":false,\"Conversation\":null,\"Result\":true,"
            + "\"Conversation\":{\"Id\":\"eit1\",\"Id\":\"eit2\"}}");

    assertThat(gateway.get(ConversationId.of("eit2")).id()).isEqualTo(ConversationId.of("eit2"));
  }

  @Test
  void a_text_cut_within_a_character_does_not_cost_the_page() {
    byte[] start =
        "{\"Result\":true,\"Timeline\":[{\"Id\":\"eat1\",\"Content\":\"Gr".getBytes(UTF_8);
    byte[] end = "\"},{\"Id\":\"eat2\",\"Content\":\"ü\"}]}".getBytes(UTF_8);
    server.answers(new Buffer().write(start).writeByte(0xC3).write(end).readByteArray());

    var entries = gateway.timeline(ID, null).entries();

    assertThat(entries).extracting(TimelineEntry::content).containsExactly("Gr\uFFFD", "ü");
  }
}
