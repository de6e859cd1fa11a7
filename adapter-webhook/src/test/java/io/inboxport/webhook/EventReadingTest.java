package io.inboxport.webhook;

import static io.inboxport.webhook.SignedBody.DOCUMENTED;
import static io.inboxport.webhook.SignedBody.SECRET;
import static io.inboxport.webhook.SignedBody.event;
import static io.inboxport.webhook.SignedBody.refusal;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EventName;
import io.inboxport.properties.Generators;
import io.inboxport.properties.PropertyCheck;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A signed body is read as far as it can be, and is refused only if it names no event. */
class EventReadingTest {
  private static final WebhookReceiver RECEIVER = WebhookReceiver.of(SECRET);

  private static WebhookEvent accepted(String json) {
    return requireNonNull(event(json), "the event of " + json);
  }

  @Test
  void the_documented_body_tells_its_event() {
    var event = accepted(DOCUMENTED);

    assertThat(event.name()).isSameAs(EventName.CONVERSATION_UPDATED);
    assertThat(event.time()).contains(Instant.parse("2025-03-10T14:22:00Z"));
    assertThat(event.webhookId()).contains("whk000000000001");
    assertThat(event.payloadId()).isEmpty();
    assertThat(event.conversations()).containsExactly(ConversationId.of("eit000000000001"));
    assertThat(event.data().get("Status").text()).contains("open");
  }

  static List<EventName> known() {
    return EventName.values();
  }

  @ParameterizedTest
  @MethodSource("known")
  void each_name_of_the_vendor_is_known(EventName name) {
    var event = accepted("{\"event\":\"" + name.text() + "\"}");

    assertThat(event.name()).isSameAs(name);
    assertThat(event.name().known()).map(Enum::name).contains(constant(name.text()));
    assertThat(event.data().kind()).isEqualTo(EventData.Kind.NOTHING);
  }

  private static String constant(String text) {
    return text.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }

  @Test
  void an_unknown_name_stays_as_it_is() {
    var event = accepted("{\"event\":\"Post.Published \"}");

    assertThat(event.name().text()).isEqualTo("Post.Published ");
    assertThat(event.name().known()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'event':'e','timestamp':1741616520} | 2025-03-10T14:22:00Z",
        "{'event':'e','timestamp':'1741616520'} | 2025-03-10T14:22:00Z",
        "{'event':'e','timestamp':1741616520123} | 2025-03-10T14:22:00Z",
        "{'event':'e','timestamp':1741616520.75} | 2025-03-10T14:22:00Z",
        "{'event':'e','timestamp':'2025-03-10 14:22:00'} | 2025-03-10T14:22:00Z",
        "{'event':'e','timestamp':'2025-03-10T14:22:00.5Z'} | 2025-03-10T14:22:00Z",
        "{'event':'e','timestamp':'2025-03-10T16:22:00+02:00'} | 2025-03-10T14:22:00Z",
        "{'event':'e','Timestamp':'2025-03-10T09:22:00-0500'} | 2025-03-10T14:22:00Z",
        "{'event':'e','timestamp':0} |",
        "{'event':'e','timestamp':-5} |",
        "{'event':'e','timestamp':1e9} |",
        "{'event':'e','timestamp':99999999999999999999999999} |",
        "{'event':'e','timestamp':999999999999999} |",
        "{'event':'e','timestamp':'0000-00-00 00:00:00'} |",
        "{'event':'e','timestamp':'2025-13-10 14:22:00'} |",
        "{'event':'e','timestamp':'2025-03-10'} |",
        "{'event':'e','timestamp':''} |",
        "{'event':'e','timestamp':'soon'} |",
        "{'event':'e','timestamp':true} |",
        "{'event':'e','timestamp':null} |",
        "{'event':'e','timestamp':{'date':1}} |",
        "{'event':'e'} |"
      })
  void a_time_is_read_in_each_form_or_is_not_known(String json, Instant time) {
    assertThat(accepted(json.replace('\'', '"')).time().orElse(null)).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'Id':'a'} | a",
        "{'id':17} | 17",
        "[{'Id':'a'},{'Id':'b'}] | a b",
        "{'Id':'note','ConversationId':'a'} | a",
        "{'Id':'note','conversation_id':'a'} | a",
        "{'Id':'note','Conversation':{'Id':'a','Tags':[{'Id':'tag'}]}} | a",
        "{'Id':'note','conversation':'a'} | a",
        "{'Note':{'Id':'note','ItemId':'a'}} | a",
        "{'Assignment':{'ItemId':'a','AssigneeId':'user'}} | a",
        "{'items':[{'id':'a'},{'id':'b'},{'id':'a'}]} | a b",
        "{'Conversations':['a','b']} | a b",
        "{'inboxItem':{'id':'a','user':{'id':'u'}}} | a",
        "{'inbox_item_id':'a'} | a",
        "{'User':{'Id':'u'}} |",
        "{'Tags':[{'Id':'t'}]} |",
        "{'Id':''} |",
        "{'Id':'..'} |",
        "{'Id':'\\uD800'} |",
        "{'Id':null} |",
        "{'Id':true} |",
        "{'Id':{'Id':'a'}} |",
        "{'Id':['a']} |",
        "\"eit000000000001\" |",
        "17 |",
        "null |",
        "{} |",
        "[] |"
      })
  void the_conversations_are_found_by_the_names_of_fields(String data, String ids) {
    var json = "{\"event\":\"e\",\"data\":" + data.replace('\'', '"') + "}";

    assertThat(accepted(json).conversations())
        .extracting(ConversationId::value)
        .containsExactly(ids == null ? new String[0] : ids.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{\"event\":\"e\"}]",
        "{}",
        "null",
        "17",
        "\"event\"",
        "{\"event\":\"\"}",
        "{\"event\":\" \"}",
        "{\"event\":null}",
        "{\"event\":{}}",
        "{\"event\":true}",
        "{\"name\":\"e\"}",
        "{\"event\":\"e\",\"Event\":\"e\"}",
        "{\"event\":\"e\",\"webhookId\":\"a\",\"webhookId\":\"b\"}",
        "{\"event\":\"e\",\"data\":1,\"data\":2}",
        "{\"event\":\"e\",\"timestamp\":1,\"timestamp\":2}"
      })
  void json_that_does_not_name_one_event_is_refused(String json) {
    var result = SignedBody.of(json).sentTo(RECEIVER);

    assertThat(refusal(result)).isEqualTo(WebhookRefusal.NO_EVENT);
    assertThat(result.httpStatus()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"event\":\"e\"",
        "{\"event\":\"e\",}",
        "{\"event\":\"e\"}x",
        "{\"event\":\"e\"}{}",
        "event=e",
        "{'event':'e'}",
        "{\"event\":\"e\",\"data\":[1,]}",
        "{\"event\":\"e\",\"data\":01}",
        "{\"event\":\"e\",\"data\":NaN}",
        "{\"event\":\"e\",\"data\":\"\u0001\"}",
        "{\"event\":\"e\",\"data\":\"\\x\"}",
        "<html></html>",
        "{\"event\":\"e\"} // signed",
        "\u0000"
      })
  void what_is_no_json_is_refused(String text) {
    assertThat(refusal(SignedBody.of(text).sentTo(RECEIVER))).isEqualTo(WebhookRefusal.NOT_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE", "ISO-8859-1"})
  void another_encoding_is_refused(String charset) {
    var body = "{\"event\":\"e\",\"data\":\"f\u00fcr\"}".getBytes(Charset.forName(charset));

    assertThat(refusal(SignedBody.of(body).sentTo(RECEIVER))).isEqualTo(WebhookRefusal.NOT_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C0AF", "EDA080", "F4908080", "FF", "C3", "E282", "80"})
  void bytes_that_are_no_utf_8_are_refused_also_within_a_text(String hex) {
    var body = new ByteArrayOutputStream();
    body.writeBytes("{\"event\":\"e\",\"data\":\"".getBytes(StandardCharsets.UTF_8));
    body.writeBytes(HexFormat.of().parseHex(hex));
    body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(refusal(SignedBody.of(body.toByteArray()).sentTo(RECEIVER)))
        .isEqualTo(WebhookRefusal.NOT_JSON);
  }

  @Test
  void one_byte_order_mark_is_passed_over() {
    assertThat(accepted("\uFEFF" + DOCUMENTED).conversations()).hasSize(1);
    assertThat(accepted("\uFEFF" + DOCUMENTED).data()).isEqualTo(accepted(DOCUMENTED).data());
    assertThat(event("\uFEFF\uFEFF" + DOCUMENTED)).isNull();
  }

  @Test
  void fields_that_are_not_known_are_passed_over() {
    var event =
        accepted(
            "{\"accountId\":{\"a\":[1,{}]},\"payloadId\":\"p1\",\"WEBHOOKID\":7,\"event\":\"e\"}");

    assertThat(event.payloadId()).contains("p1");
    assertThat(event.webhookId()).contains("7");
  }

  @Test
  void a_thousand_levels_are_read_and_more_are_refused() {
    assertThat(accepted(nested(999)).data().kind()).isEqualTo(EventData.Kind.ARRAY);
    for (int levels : new int[] {1_000, 100_000, 400_000}) {
      assertThat(refusal(SignedBody.of(nested(levels)).sentTo(RECEIVER)))
          .isEqualTo(WebhookRefusal.NOT_JSON);
    }
  }

  private static String nested(int levels) {
    return "{\"event\":\"e\",\"data\":" + "[".repeat(levels) + "]".repeat(levels) + "}";
  }

  @Test
  void a_number_keeps_its_digits_however_many() {
    var huge = "9".repeat(500_000);

    assertThat(accepted("{\"event\":\"e\",\"data\":{\"Id\":" + huge + "}}").conversations())
        .containsExactly(ConversationId.of(huge));
    assertThat(accepted("{\"event\":\"e\",\"data\":1e999999999}").data().text())
        .contains("1e999999999");
    assertThat(accepted("{\"event\":\"e\",\"data\":-0.10}").data().text()).contains("-0.10");
  }

  @Test
  void a_body_of_names_alone_is_read() {
    var names = new StringBuilder("{\"event\":\"e\",\"data\":{");
    for (int i = 0; i < 50_000; i++) {
      names.append("\"name").append(i).append("\":0,");
    }

    assertThat(accepted(names + "\"Id\":\"a\"}}").data().names()).hasSize(50_001);
  }

  @Test
  void the_tree_tells_kinds_and_gives_nothing_for_what_is_not_there() {
    var data =
        accepted(
                "{\"event\":\"e\",\"data\":{\"t\":\"\\u00e9\",\"b\":false,\"n\":null,"
                    + "\"l\":[1,\"x\"],\"d\":1,\"d\":2}}")
            .data();

    assertThat(data.kind()).isEqualTo(EventData.Kind.OBJECT);
    assertThat(data.names()).containsExactly("t", "b", "n", "l", "d");
    assertThat(data.get("t").text()).contains("\u00e9");
    assertThat(data.get("b").text()).contains("false");
    assertThat(data.get("n").text()).isEmpty();
    assertThat(data.get("d").text()).contains("2");
    assertThat(data.get("l").elements()).hasSize(2);
    assertThat(data.get("l").at(1).kind()).isEqualTo(EventData.Kind.TEXT);
    assertThat(data.get("l").at(2).kind()).isEqualTo(EventData.Kind.NOTHING);
    assertThat(data.get("l").at(-1).get("x").at(0).text()).isEmpty();
    assertThat(data.toString()).isEqualTo("EventData[object of 5 fields]");
    assertThat(data.get("t").toString()).doesNotContain("\u00e9");
  }

  @Test
  void an_event_is_its_bytes_and_shows_no_data() {
    var event = accepted(DOCUMENTED);

    assertThat(event).isEqualTo(accepted(DOCUMENTED)).hasSameHashCodeAs(accepted(DOCUMENTED));
    assertThat(event).isNotEqualTo(accepted(DOCUMENTED + " "));
    assertThat(event.body()).isEqualTo(DOCUMENTED.getBytes(StandardCharsets.UTF_8));
    assertThat(event.toString()).contains("conversationUpdated", "eit000000000001");
    assertThat(event.toString()).doesNotContain("open");
  }

  @Test
  void a_body_that_is_changed_after_it_was_received_changes_no_event() {
    var body = SignedBody.of(DOCUMENTED);
    var event = ((WebhookResult.Accepted) body.sentTo(RECEIVER)).event();
    Arrays.fill(body.bytes(), (byte) 'x');
    Arrays.fill(event.body(), (byte) 'x');

    assertThat(event.data()).isEqualTo(accepted(DOCUMENTED).data());
  }

  @Test
  void no_signed_bytes_make_a_receiver_throw() {
    var spoiled = Generators.lists(Generators.integers(0, 8 * DOCUMENTED.length() - 1), 1, 6);
    PropertyCheck.standard()
        .forAll(
            spoiled,
            bits -> {
              var body = DOCUMENTED.getBytes(StandardCharsets.UTF_8);
              bits.forEach(bit -> body[bit / 8] ^= (byte) (1 << bit % 8));

              var result = SignedBody.of(body).sentTo(RECEIVER);

              if (result instanceof WebhookResult.Accepted accepted) {
                assertThat(accepted.event().data()).isNotNull();
              } else {
                assertThat(result.httpStatus()).isEqualTo(400);
              }
            });
  }
}
