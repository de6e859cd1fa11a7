package io.inboxport.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.inboxport.call.Operation;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.testkit.sandbox.Dialect.EmptyPageForm;
import io.inboxport.testkit.sandbox.Dialect.JsonWriter;
import io.inboxport.testkit.sandbox.Dialect.ListForm;
import io.inboxport.testkit.sandbox.Dialect.NumberForm;
import io.inboxport.testkit.sandbox.Dialect.ReferenceForm;
import io.inboxport.testkit.sandbox.Dialect.TimestampForm;
import io.inboxport.testkit.sandbox.Dialect.WarningForm;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Tests what a server in PHP makes of an answer, one habit at a time. */
class PhpDialectTest extends OpenSandbox {
  private static final String WARNING =
      "<br />\n<b>Warning</b>:  Undefined array key \"locale\" in"
          + " <b>/var/www/api/Inbox.php</b> on line <b>42</b><br />\n";

  private static void speak(UnaryOperator<Dialect.Builder> habit) {
    sandbox.speak(habit.apply(Dialect.documented().toBuilder()).build());
  }

  private static String note(String text) throws IOException {
    return Wire.call(sandbox, "POST", ITEM + "/note", "note=" + text).body();
  }

  @Test
  void slashes_and_all_beyond_ascii_are_escaped() throws IOException {
    speak(dialect -> dialect.json(JsonWriter.PHP));

    assertThat(note("a/\u00fc\ud83d\udc4b\u007f\\%22"))
        .contains("\"Content\":\"a\\/\\u00fc\\ud83d\\udc4b\u007f\\\\\\\"\"");
    assertThat(Wire.get(sandbox, "/v2/nothing").body())
        .isEqualTo("{\"Result\":false,\"Errors\":[]}");
  }

  @Test
  void a_page_of_nothing_is_an_empty_list() throws IOException {
    speak(dialect -> dialect.emptyPages(EmptyPageForm.LIST));

    assertThat(Wire.get(sandbox, "/v2/conversation?q=no+such+text").body())
        .isEqualTo("{\"Result\":true,\"Conversations\":[]}");
    var page = Wire.get(sandbox, "/v2/conversation?_count=1").json().at("/Conversations");
    assertThat(page.at("/Total").asInt()).isGreaterThan(1);
  }

  @Test
  void half_a_character_costs_the_body() throws IOException {
    var id = sandbox.twin().receive(InboundItem.post().saying("a\ud83d"));
    speak(dialect -> dialect.json(JsonWriter.PHP));

    var answer = Wire.get(sandbox, "/v2/conversation/" + id + "/timeline");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(Wire.get(sandbox, "/v2/conversation/" + id).body()).isNotEmpty();
  }

  @Test
  void numbers_are_texts() throws IOException {
    speak(dialect -> dialect.numbers(NumberForm.TEXT).timestamps(TimestampForm.EPOCH_NUMBER));

    var page = Wire.get(sandbox, "/v2/conversation?_count=1").json().at("/Conversations");

    assertThat(page.at("/Total").textValue()).matches("[0-9]+");
    assertThat(page.at("/Items/0/Created").textValue()).matches("[0-9]+");
  }

  @Test
  void lists_have_gaps() throws IOException {
    speak(dialect -> dialect.lists(ListForm.GAPS));

    var items = Wire.get(sandbox, "/v2/conversation?_count=3").json().at("/Conversations/Items");

    assertThat(items.fieldNames()).toIterable().containsExactly("0", "2", "4");
    assertThat(Wire.get(sandbox, "/v2/conversation?q=no+such+text").body())
        .contains("\"Items\":[]");
  }

  @Test
  void users_profiles_and_times_are_objects() throws IOException {
    speak(
        dialect -> dialect.references(ReferenceForm.OBJECT).timestamps(TimestampForm.DATE_OBJECT));

    var item = Wire.get(sandbox, ITEM).json().at("/Conversation");

    assertThat(item.at("/AssigneeId/Id").asText()).startsWith("00A");
    assertThat(item.at("/ProfileName/Name").asText()).isNotEmpty();
    assertThat(item.at("/Created/date").asText()).matches("[-0-9]{10} [:0-9]{8}[.]000000");
    assertThat(item.at("/Created/timezone_type").asInt()).isEqualTo(3);
    assertThat(item.at("/Created/timezone").asText()).isEqualTo("UTC");
    assertThat(new ObjectMapper().readTree(note("Hi")).at("/Note/CreatedBy/Id").asText())
        .isEqualTo("00A000000000001");
  }

  @Test
  void no_assignee_may_be_a_zero() throws IOException {
    var id = sandbox.twin().receive(InboundItem.post());
    speak(dialect -> dialect.noAssignee(Dialect.NoAssignee.ZERO));

    assertThat(Wire.get(sandbox, "/v2/conversation/" + id).json().at("/Conversation/AssigneeId"))
        .hasToString("\"0\"");
  }

  @Test
  void a_warning_comes_before_what_was_executed_and_not_before_a_refusal() throws IOException {
    speak(dialect -> dialect.warnings(WarningForm.HTML));

    var answer = Wire.call(sandbox, "POST", ITEM, "status=closed");

    assertThat(answer.body()).isEqualTo(WARNING + "{\"Result\":true}");
    assertThat(answer.headers()).containsEntry("content-type", "text/html; charset=UTF-8");
    assertThat(sandbox.received().executed()).isEqualTo(1);
    assertThat(Wire.call(sandbox, "POST", ITEM, "x=y").body()).startsWith("{\"Result\":false");
    assertThat(Wire.get(sandbox, "/v2/conversation/none").body()).startsWith("{\"Result\":false");
  }

  @Test
  void a_fault_finds_the_first_item_whatever_the_dialect() throws IOException {
    sandbox.speak(Dialect.php().toBuilder().warnings(WarningForm.HTML).build());
    sandbox.faults().inject(Operation.LIST, WireFault.of(WireFault.Kind.BROKEN_ITEM));
    sandbox.faults().inject(Operation.GET, WireFault.of(WireFault.Kind.WRONG_TYPES));

    var page = Wire.get(sandbox, "/v2/conversation?_count=2").body();
    var got = Wire.get(sandbox, ITEM).body();

    assertThat(page)
        .startsWith(WARNING)
        .contains("\"0\":{\"Id\":{\"wrong\":true}")
        .contains("eit0");
    assertThat(got).startsWith(WARNING + "{\"Result\":true").doesNotContain("eit0");
  }

  @Test
  void the_admin_path_takes_all_of_it_at_once() throws IOException {
    Wire.call(sandbox, "POST", "/-/dialect", "{\"preset\":\"php\",\"warnings\":\"html\"}");

    assertThat(sandbox.dialect())
        .isEqualTo(Dialect.php().toBuilder().warnings(WarningForm.HTML).build());
    Wire.call(sandbox, "POST", "/-/dialect", "{\"preset\":\"documented\"}");
    assertThat(sandbox.dialect()).isEqualTo(Dialect.documented());
  }
}
