package io.inboxport.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.conversation.UserId;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A field that an object holds more than once is taken only if nothing contradicts it. */
class SpellingsTest extends ReadingFixture {
  private static final String VIP = "[{\"Id\":\"etg1\",\"Name\":\"VIP\"}]";

  @Test
  void two_other_spellings_that_say_the_same_are_read() {
    var read =
        gotWith(
            "\"status\":\"open\",\"STATUS\":\"open\",\"assigneeid\":7,\"ASSIGNEEID\":\"7\","
                + ("\"tags\":" + VIP + ",\"TAGS\": [ {\"Id\" : \"etg1\", \"Name\":\"VIP\"} ],")
                + "\"created\":\"2025-03-10 14:22:00\",\"CREATED\":\"2025-03-10 14:22:00\"");

    assertThat(read.status()).isEqualTo(Status.OPEN);
    assertThat(read.assignee()).contains(UserId.of("7"));
    assertThat(read.tags()).contains(List.of(new Tag(TagId.of("etg1"), "VIP")));
    assertThat(read.created()).contains(Instant.parse("2025-03-10T14:22:00Z"));
    assertThat(read.unreadable()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"tags\":[],\"TAGS\":" + VIP,
        "\"tags\":" + VIP + ",\"TAGS\":[]",
        "\"tags\":" + VIP + ",\"TAGS\":null",
        "\"tags\":" + VIP + ",\"TAGS\":" + VIP + ",\"tAGS\":[]",
        "\"tags\":" + VIP + ",\"TAGS\":[],\"tAGS\":" + VIP,
        "\"Tags\":" + VIP + ",\"Tags\":[]",
        "\"tags\":" + VIP + ",\"TAGS\":[{\"Id\":\"etg1\",\"Label\":\"VIP\"}]",
        "\"tags\":" + VIP + ",\"TAGS\":[{\"Id\":\"etg1\",\"Name\":\"VIP\"},{}]"
      })
  void tags_that_contradict_each_other_are_unknown(String tags) {
    assertThat(gotWith(tags).tags()).isEmpty();
  }

  @Test
  void a_time_a_user_or_a_name_in_contradictions_is_unknown_and_reported() {
    var read =
        gotWith(
            "\"created\":1741616520,\"CREATED\":1741616521,\"assigneeid\":\"u1\",\"ASSIGNEEID\":null,"
                + "\"profilename\":\"A\",\"PROFILENAME\":\"B\"");

    assertThat(read.created()).isEmpty();
    assertThat(read.assignee()).isEmpty();
    assertThat(read.profileName()).isEmpty();
    assertThat(read.unreadable())
        .extracting(UnreadablePart::where)
        .containsExactly("Created", "AssigneeId", "ProfileName");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"eit1\",\"ID\":\"eit2\"}",
        "{\"Id\":\"eit1\",\"Id\":\"eit2\"}",
        "{\"Id\":\"eit1\",\"status\":\"open\",\"STATUS\":\"closed\"}",
        "{\"Id\":\"eit1\",\"Status\":\"open\",\"Status\":\"open\"}",
        "{\"Id\":\"eit1\",\"network\":[],\"NETWORK\":\"Facebook\"}"
      })
  void an_item_whose_id_or_rules_are_contradicted_is_left_out_and_reported(String item) {
    var page = listed("{\"Total\":2,\"Items\":[" + item + ",{\"Id\":\"eit9\"}]}");

    assertThat(page.items()).hasSize(1);
    assertThat(page.unreadable()).hasSize(1);
    assertThat(page.unreadable().get(0).problem()).contains("contradicts").doesNotContain("eit1");
  }

  @Test
  void the_documented_spelling_settles_a_contradiction_of_others() {
    var read = gotWith("\"status\":\"a\",\"STATUS\":\"b\",\"Status\":\"open\",\"sTATUS\":\"c\"");

    assertThat(read.status()).isEqualTo(Status.OPEN);
    assertThat(read.unreadable()).isEmpty();
  }

  @Test
  void totals_that_contradict_each_other_are_unknown() {
    var page = listed("{\"total\":1,\"TOTAL\":300,\"Items\":[{\"Id\":\"eit1\"}]}");

    assertThat(page.total()).isEmpty();
    assertThat(page.truncated()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"result\":true,\"RESULT\":false",
        "\"result\":false,\"RESULT\":true",
        "\"Result\":true,\"Result\":false",
        "\"Result\":true,\"note\":{\"Id\":\"eat1\"},\"NOTE\":{\"Id\":\"eat2\"}",
        "\"Result\":true,\"Note\":{\"id\":\"eat1\",\"ID\":\"eat2\"}"
      })
  void a_write_that_is_confirmed_in_contradictions_is_of_unknown_outcome(String answer) {
    server.answers("{" + answer + ",\"Other\":1}");

    assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> gateway.addNote(ID, "n"));
  }

  @Test
  void an_assignment_that_names_two_users_is_of_unknown_outcome() {
    server.answers(
        "{\"Result\":true,\"Assignment\":{\"ItemId\":\""
            + ID
            + "\",\"assigneeid\":\"u2\",\"ASSIGNEEID\":\"u1\"}}");

    assertThatExceptionOfType(OutcomeUnknown.class)
        .isThrownBy(() -> gateway.assign(ID, UserId.of("u1"), null));
  }

  @Test
  void a_read_of_two_answers_is_unreadable() {
    server.answers("{\"Result\":true,\"timeline\":[],\"TIMELINE\":[{\"Id\":\"eat1\"}]}");

    assertThatExceptionOfType(UnreadableResponse.class)
        .isThrownBy(() -> gateway.timeline(ID, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Result\":true,\"Errors\":[\"Not sent\"]}",
        "{\"Result\":true,\"Errors\":{\"API\":{\"Error\":\"Not sent\"}}}",
        "{\"Result\":true,\"error\":\"Not sent\"}",
        "{\"Result\":true}{\"Result\":false}",
        "{\"Result\":true}\n {\"Result\":true}"
      })
  void a_success_with_an_error_or_a_second_answer_is_of_unknown_outcome(String answer) {
    server.answers(answer);

    assertThatExceptionOfType(OutcomeUnknown.class)
        .isThrownBy(() -> gateway.setStatus(ID, Status.CLOSED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Result\":true,\"Errors\":[]}",
        "{\"Result\":true,\"Errors\":{}}",
        "{\"Result\":true,\"Errors\":null}",
        "{\"Result\":true,\"Error\":\"\"}",
        "{\"Result\":true,\"message\":\"Status was set\"}",
        "{\"Result\":true}\n\n"
      })
  void a_success_without_an_error_is_one(String answer) {
    server.answers(answer);

    assertThatCode(() -> gateway.setStatus(ID, Status.CLOSED)).doesNotThrowAnyException();
  }

  @Test
  void what_a_read_brings_is_taken_although_an_error_stands_beside_it() {
    server.answers(
        "{\"Result\":true,\"Errors\":[\"Slow\"],\"Conversation\":{\"Id\":\"" + ID + "\"}}");

    assertThat(gateway.get(ID).id()).isEqualTo(ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"message", "comment", "like", "share"})
  void a_note_that_is_answered_by_another_entry_is_of_unknown_outcome(String type) {
    server.answers("{\"Result\":true,\"Note\":{\"Id\":\"eat1\",\"Type\":\"" + type + "\"}}");

    assertThatExceptionOfType(OutcomeUnknown.class)
        .isThrownBy(() -> gateway.addNote(ID, "n"))
        .withMessageContaining("about something else");
  }

  @ParameterizedTest
  @ValueSource(strings = {"note", "Note", "", "internal"})
  void a_note_of_a_type_that_may_be_one_is_the_answer(String type) {
    server.answers("{\"Result\":true,\"Note\":{\"Id\":\"eat1\",\"Type\":\"" + type + "\"}}");

    assertThat(gateway.addNote(ID, "n").id()).hasToString("eat1");
  }

  @Test
  void no_success_twice_is_a_refusal() {
    server.answers("{\"result\":false,\"RESULT\":false,\"Errors\":[\"No.\"]}");

    assertThatExceptionOfType(Rejected.class).isThrownBy(() -> gateway.addNote(ID, "n"));
  }

  @Test
  void an_answer_that_is_no_utf_8_is_compared_as_well() {
    var fields =
        "\"profilename\":\"M\u00fcller\",\"PROFILENAME\":\"M\u00fcller\",\"status\":\"open\"";
    var body = "{\"Result\":true,\"Conversation\":{\"Id\":\"" + ID + "\"," + fields;
    server
        .answers((body + "}}").getBytes(ISO_8859_1))
        .answers((body + ",\"STATUS\":\"closed\"}}").getBytes(ISO_8859_1));

    assertThat(gateway.get(ID).profileName()).isEqualTo("M\ufffdller");
    assertThatExceptionOfType(UnreadableResponse.class).isThrownBy(() -> gateway.get(ID));
  }

  @Test
  void a_date_whose_zones_contradict_each_other_is_no_time() {
    var date = "{\"date\":\"2025-03-10 14:22:00.000000\",\"TIMEZONE\":\"UTC\",\"Timezone\":";

    assertThat(gotWith("\"Created\":" + date + "\"UTC\"}").created()).isPresent();
    var read = gotWith("\"Created\":" + date + "\"Europe/Berlin\"}");
    assertThat(read.created()).isEmpty();
    assertThat(read.unreadable()).hasSize(1);
  }

  @Test
  void what_of_an_identity_cannot_be_read_is_told() {
    server
        .answers(
            "{\"Result\":true,\"User\":{\"Id\":\"00A1\",\"Name\":[1],\"LastLogin\":\"yesterday\"},"
                + "\"Account\":{\"Id\":\"0011\",\"name\":\"A\",\"NAME\":\"B\"}}")
        .answers(
            "{\"Result\":true,\"User\":{\"Id\":\"00A1\",\"LastLogin\":null},"
                + "\"Account\":{\"Id\":\"0011\",\"Name\":\"A\"}}");

    var me = gateway.me();
    assertThat(me.lastLogin()).isEmpty();
    assertThat(me.userName()).isEmpty();
    assertThat(me.accountName()).isEmpty();
    assertThat(me.unreadable())
        .extracting(UnreadablePart::where)
        .containsExactly("User.Name", "User.LastLogin", "Account.Name");
    assertThat(me.unreadable()).noneMatch(UnreadablePart::wholeItem);
    assertThat(gateway.me().unreadable()).isEmpty();
  }
}
