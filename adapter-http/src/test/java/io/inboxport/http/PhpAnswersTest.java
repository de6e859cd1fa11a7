package io.inboxport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the answers that a server in PHP was seen to give, beside those of OddAnswersTest. */
class PhpAnswersTest extends ReadingFixture {
  private static final String WARNING =
      "<br />\n<b>Warning</b>:  Undefined array key \"locale\" in <b>/var/www/api/Inbox.php</b>"
          + " on line <b>42</b><br />\n";
  private static final String ITEM = "{\"Id\":\"eit000000000001\",\"Status\":\"open\"}";

  private static String answer(String item) {
    return "{\"Result\":true,\"Conversation\":" + item + "}";
  }

  @ParameterizedTest
  @ValueSource(strings = {WARNING, "\n\n<pre>{debug}</pre>", "<!-- {\"a\":} -->", "<pre>{{{"})
  void a_whole_answer_behind_html_is_read(String before) {
    server.answers(before + answer(ITEM) + "\n").answers(before + "{\"Result\":true}");

    assertThat(gateway.get(ID).status()).isEqualTo(Status.OPEN);
    gateway.setStatus(ID, Status.OPEN);
  }

  @Test
  void a_refusal_behind_html_is_one() {
    server.answers(
        WARNING + "{\"Result\":false,\"Errors\":{\"api\":{\"message\":\"No such tag\"}}}");

    assertThatThrownBy(() -> gateway.setStatus(ID, Status.OPEN))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("No such tag");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "{}", "Warning: ", "[] "})
  void what_is_before_an_answer_and_no_html_makes_it_unreadable(String before) {
    server.answers(before + answer(ITEM));

    assertThatThrownBy(() -> gateway.get(ID)).isInstanceOf(UnreadableResponse.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Result\":true",
        "{\"Result\":true}{\"Result\":true}",
        "{\"Result\":true}x",
        "{\"Result\":true,\"X\":{\"Id\":\"a\"}",
        "<pre>{\"Result\":true}</pre>{\"Result\":true}",
        "{\"Id\":\"a\"}",
        ""
      })
  void what_is_behind_html_and_no_whole_answer_is_told_as_html(String rest) {
    server.answers(WARNING + rest);

    assertThatThrownBy(() -> gateway.setStatus(ID, Status.OPEN))
        .isInstanceOf(OutcomeUnknown.class)
        .hasMessageContaining("HTML");
  }

  @Test
  void byte_order_marks_do_no_harm_also_before_what_is_not_utf_8() {
    byte[] marks = "\uFEFF\uFEFF".getBytes(UTF_8);
    byte[] start =
        "{\"Result\":true,\"Conversation\":{\"Id\":\"eit1\",\"ProfileName\":\"Gr".getBytes(UTF_8);
    byte[] end = "\"}}".getBytes(UTF_8);
    server
        .answers(new Buffer().write(marks).write(start).write(end).readByteArray())
        .answers(
            new Buffer()
                .write(marks, 0, 3)
                .write(start)
                .writeByte(0xC3)
                .write(end)
                .readByteArray());

    assertThat(gateway.get(ConversationId.of("eit1")).profileName()).isEqualTo("Gr");
    assertThat(gateway.get(ConversationId.of("eit1")).profileName()).isEqualTo("Gr\uFFFD");
  }

  @Test
  void an_unknown_field_as_deep_as_php_writes_costs_its_item_alone() {
    costsItsItemAlone("\"X\":" + "[".repeat(100) + "]".repeat(100));
    costsItsItemAlone("\"X\":" + "{\"a\":".repeat(500) + "1" + "}".repeat(500));
  }

  @Test
  void a_number_of_thousands_of_digits_costs_its_item_alone() {
    costsItsItemAlone("\"X\":" + "9".repeat(2000));
  }

  private void costsItsItemAlone(String field) {
    var page =
        listed(
            "{\"Total\":3,\"Items\":[{\"Id\":\"eit1\"},{\"Id\":\"eit2\","
                + field
                + "},{\"Id\":\"eit3\"}]}");

    assertThat(page.items())
        .extracting(Conversation::id)
        .extracting(ConversationId::value)
        .contains("eit1", "eit3");
    assertThat(page.items().size() + page.unreadable().size()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"0\"", "0", "\"\"", "{\"Id\":\"0\"}", "{\"Id\":0,\"Name\":\"\"}"})
  void nobody_is_nobody_also_of_an_entry(String user) {
    server.answers(
        "{\"Result\":true,\"Timeline\":[{\"Id\":\"eat1\",\"CreatedBy\":"
            + user
            + "},"
            + "{\"Id\":\"eat2\",\"CreatedBy\":{\"Id\":\"00A1\",\"Name\":\"Ada\"}}]}");

    var entries = gateway.timeline(ID, null).entries();

    assertThat(entries.get(0).createdBy()).isEmpty();
    assertThat(entries.get(1).createdBy()).contains(UserId.of("00A1"));
  }
}
