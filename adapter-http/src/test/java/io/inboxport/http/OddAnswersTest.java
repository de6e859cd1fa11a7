package io.inboxport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.account.AccountId;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.conversation.UserId;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import java.time.Instant;
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
  @ValueSource(strings = {"null", "\"\"", "\"  \"", "false", "[]", "{}", "0", "\"0\""})
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
    "'\"1,234\"', 1234",
    "'\"1,234,567\"', 1234567",
    "'\"1 234\"', 1234",
    "'\"1\u202f234\"', 1234",
    "'\"1.234.567\"', 1234567",
    "'\" 42 \"', 42",
    "1, 1",
    "9223372036854775807, 9223372036854775807"
  })
  void a_total_is_read_as_number_as_text_and_with_separators(String total, long expected) {
    var page = listed("{\"Total\":" + total + ",\"Items\":[{\"Id\":\"eit1\"}]}");

    assertThat(page.total()).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "-7",
        "null",
        "\"\"",
        "\"many\"",
        "[]",
        "true",
        "1e999999999",
        "9223372036854775808",
        "4.5",
        "\"1.234\"",
        "\"12,34\"",
        "\"NaN\""
      })
  void a_total_that_cannot_be_is_unknown_and_so_is_whether_all_came(String total) {
    var page = listed("{\"Total\":" + total + ",\"Items\":[{\"Id\":\"eit1\"}]}");

    assertThat(page.total()).isEmpty();
    assertThat(page.truncated()).isTrue();
  }

  @Test
  void an_absent_total_is_unknown() {
    var page = listed("{\"Items\":[{\"Id\":\"eit1\"},{\"Id\":\"eit2\"}]}");

    assertThat(page.total()).isEmpty();
    assertThat(page.truncated()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "{\"Items\":null}", "{\"Items\":[]}", "{\"Items\":{}}"})
  void what_php_makes_of_no_rows_is_a_page_without_any(String conversations) {
    var page = listed(conversations);

    assertThat(page.items()).isEmpty();
    assertThat(page.total()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "null"})
  void what_php_makes_of_no_entries_is_a_page_without_any(String timeline) {
    server.answers("{\"Result\":true,\"Timeline\":" + timeline + "}");

    assertThat(gateway.timeline(ID, null).entries()).isEmpty();
  }

  @Test
  void the_documented_spelling_of_a_field_wins_before_and_behind_another() {
    var vip = "[{\"Id\":\"etg1\",\"Name\":\"VIP\"}]";
    var isVip = List.of(new Tag(TagId.of("etg1"), "VIP"));

    assertThat(gotWith("\"Tags\":" + vip + ",\"tags\":[]").tags()).contains(isVip);
    assertThat(gotWith("\"tags\":[],\"Tags\":" + vip).tags()).contains(isVip);
    assertThat(gotWith("\"tags\":" + vip + ",\"Tags\":null,\"TAGS\":" + vip).tags()).isEmpty();
    assertThat(got("{\"id\":\"eit2\",\"Id\":\"eit1\",\"ID\":\"eit3\"}").id())
        .isEqualTo(ConversationId.of("eit1"));
    assertThat(gotWith("\"status\":[1],\"Status\":\"open\",\"STATUS\":[2]").status())
        .isEqualTo(Status.OPEN);
  }

  @Test
  void the_documented_spelling_wins_in_the_envelope_and_in_objects_within() {
    server
        .answers(
            "{\"Result\":true,\"result\":false,\"Tags\":[],\"tags\":[{\"Id\":\"etg1\",\"Name\":\"A\"}]}")
        .answers(
            "{\"Result\":true,\"user\":{\"Id\":\"00A2\",\"Name\":\"Bob\"},\"User\":{\"Id\":\"00A1\",\"id\":\"00A3\"},"
                + "\"Account\":{\"Id\":\"0011\"},\"account\":{\"Id\":\"0012\"}}");

    assertThat(gateway.replaceTags(ID, List.of())).isEmpty();
    var me = gateway.me();
    assertThat(me.user()).isEqualTo(UserId.of("00A1"));
    assertThat(me.userName()).isEmpty();
    assertThat(me.account()).isEqualTo(AccountId.of("0011"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"Id\":\"\",\"Name\":\"\"}]",
        "[{\"Id\":\"etg9\",\"Name\":\"\"}]",
        "[{\"Name\":\"\"}]",
        "{}"
      })
  void an_empty_name_is_no_tag(String tags) {
    assertThat(gotWith("\"Tags\":" + tags).tags()).contains(List.of());
  }

  @Test
  void a_tag_may_have_its_name_as_value_but_its_name_wins() {
    assertThat(
            gotWith(
                    "\"Tags\":[{\"Id\":\"etg1\",\"Value\":\"VIP\"},"
                        + "{\"Id\":\"etg2\",\"Value\":\"B\",\"Name\":\"A\"},{\"Id\":\"\",\"Name\":\"\"}]")
                .tags())
        .contains(List.of(new Tag(TagId.of("etg1"), "VIP"), new Tag(TagId.of("etg2"), "A")));
  }

  @Test
  void a_user_may_come_as_an_object_and_so_may_a_profile_and_a_time() {
    server
        .answers(
            "{\"Result\":true,\"Note\":{\"Id\":\"eat1\",\"CreatedBy\":{\"Id\":\"00A1\",\"Name\":\"Ada\"}}}")
        .answers(
            "{\"Result\":true,\"Assignment\":{\"ItemId\":\"eit000000000001\","
                + "\"AssigneeId\":{\"Name\":\"Ada\",\"Id\":\"00A1\"}}}");
    var ada = UserId.of("00A1");

    assertThat(gateway.addNote(ID, "Hi").createdBy()).contains(ada);
    assertThat(gateway.assign(ID, ada, null).assignee()).isEqualTo(ada);
    var conversation =
        gotWith(
            "\"AssigneeId\":{\"Id\":\"00A1\"},\"ProfileName\":{\"Id\":\"p1\",\"Name\":\"Acme\"},"
                + "\"Created\":{\"date\":\"2025-03-10 10:22:00.000000\",\"timezone_type\":3,"
                + "\"timezone\":\"America/New_York\"}");
    assertThat(conversation.assignee()).contains(ada);
    assertThat(conversation.profileName()).isEqualTo("Acme");
    assertThat(conversation.created()).contains(Instant.parse("2025-03-10T14:22:00Z"));
  }

  @Test
  void a_field_that_cannot_be_read_is_unknown_and_reported_and_costs_nothing_else() {
    server.answers(
        """
        {"Result": true, "Timeline": [
          {"Id": "eat1", "Created": "2025-03-1 14:22:00", "CreatedBy": "00A1"},
          {"Id": "eat2", "created": "2025-03-10", "Created": 1741616520, "CreatedBy": {"Name": "s"}},
          {"Id": "eat3", "Created": {"secret": 1}, "CreatedBy": ["00A1"]},
          {"Id": "eat4", "Created": "2025-03-10 14:22:00", "CreatedBy": {"Id": ".."}},
          {"Id": "eat5", "Created": "0000-00-00 00:00:00", "CreatedBy": []},
          {"Id": "eat6"},
          {"Id": "eat7", "Created": true, "CreatedBy": true}]}""");

    var page = gateway.timeline(ID, null);

    assertThat(page.entries())
        .extracting(TimelineEntry::id)
        .extracting(Object::toString)
        .containsExactly("eat1", "eat2", "eat3", "eat4", "eat5", "eat6", "eat7");
    assertThat(page.entries().get(0).created()).isEmpty();
    assertThat(page.entries().get(1).created()).contains(Instant.parse("2025-03-10T14:22:00Z"));
    assertThat(page.unreadable())
        .containsExactly(
            unknown("Timeline[0].Created", "Created is no time that can be read."),
            unknown("Timeline[1].CreatedBy", UNFIT),
            unknown("Timeline[2].Created", "Created is no time that can be read."),
            unknown("Timeline[2].CreatedBy", UNFIT),
            unknown("Timeline[3].CreatedBy", "CreatedBy cannot be an id."),
            unknown("Timeline[6].Created", "Created is no time that can be read."),
            unknown("Timeline[6].CreatedBy", "CreatedBy is true instead of a text."));
  }

  @Test
  void a_single_answer_carries_what_of_it_is_unknown() {
    server.answers("{\"Result\":true,\"Note\":{\"Id\":\"eat1\",\"CreatedBy\":{\"Name\":\"Ada\"}}}");

    assertThat(gateway.addNote(ID, "Hi").unreadable()).containsExactly(unknown("CreatedBy", UNFIT));
    assertThat(gotWith("\"Created\":\"2025-03-1 14:22:00\"").unreadable())
        .containsExactly(unknown("Created", "Created is no time that can be read."));
    assertThat(gotWith("\"Created\":\"2025-03-10 14:22:00\"").unreadable()).isEmpty();
  }

  private static final String UNFIT =
      "CreatedBy is a list, or an object that lacks what was looked for.";

  private static UnreadablePart unknown(String where, String problem) {
    return new UnreadablePart(where, problem, false);
  }

  @Test
  void an_unknown_field_of_a_conversation_does_not_count_as_one_that_was_lost() {
    var page = listed("{\"Total\":1,\"Items\":[{\"Id\":\"eit1\",\"Modified\":\"soon\"}]}");

    assertThat(page.unreadable())
        .containsExactly(
            unknown("Conversations.Items[0].Modified", "Modified is no time that can be read."));
    assertThat(page.total()).hasValue(1);
    assertThat(page.truncated()).isFalse();
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
    assertThat(page.total()).as("smaller than what came").isEmpty();
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

  @ParameterizedTest
  @ValueSource(strings = {"true", "1", "\"1\"", "\"true\"", "\" TRUE \""})
  void a_success_may_be_told_in_any_of_phps_ways(String result) {
    server.answers("{\"Result\":" + result + ",\"Tags\":[]}");

    assertThat(gateway.replaceTags(ID, List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "0", "\"0\"", "\"false\""})
  void so_may_a_failure(String result) {
    server.answers("{\"Result\":" + result + ",\"Tags\":[]}");

    assertThatThrownBy(() -> gateway.replaceTags(ID, List.of())).isInstanceOf(Rejected.class);
  }

  @Test
  void no_tags_are_known_to_be_none() {
    assertThat(gotWith("\"Tags\":[]").tags()).contains(List.of());
  }

  @Test
  void a_byte_order_mark_does_no_harm() {
    server.answers("\uFEFF{\"Result\":true,\"Conversation\":{\"Id\":\"eit2\"}}");

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
