package io.inboxport.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.inboxport.inmemory.OpenQuestion;
import io.inboxport.inmemory.SettableClock;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminTest {
  private static final Instant START = Instant.parse("2025-03-10T14:22:00Z");

  private Sandbox sandbox;

  @BeforeEach
  void open() {
    sandbox = Sandbox.builder().empty().clock(SettableClock.at(START)).start();
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private JsonNode post(String path, String json) throws IOException {
    return done(Wire.call(sandbox, "POST", "/-/" + path, json));
  }

  private JsonNode get(String path) throws IOException {
    return done(Wire.get(sandbox, "/-/" + path));
  }

  private static JsonNode done(Wire.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private int total() throws IOException {
    return Wire.get(sandbox, "/v2/conversation").json().at("/Conversations/Total").asInt();
  }

  @Test
  void another_hand_adds_edits_and_deletes_entries_and_items() throws IOException {
    post("items", "{\"id\":\"eit1\",\"text\":\"Hello\"}");
    post(
        "entries",
        """
        {"item":"eit1","id":"eat1","type":"comment","text":"Me too","author":"0",
         "at":"2025-03-01T00:00:00Z"}""");
    post("entries", "{\"item\":\"eit1\",\"id\":\"eat2\",\"type\":\"message\",\"text\":\"\"}");
    post("edit-entry", "{\"item\":\"eit1\",\"id\":\"eat1\",\"text\":\"Same here\"}");

    var entries = timeline();
    assertThat(entries.at("/0/Id").asText()).isEqualTo("eat2");
    assertThat(entries.at("/0/Created").asText()).isEqualTo("0000-00-00 00:00:00");
    assertThat(entries.at("/0").has("CreatedBy")).isFalse();
    assertThat(entries.at("/1/Content").asText()).isEqualTo("Same here");
    assertThat(entries.at("/1/CreatedBy").asText()).isEqualTo("0");
    assertThat(entries.at("/1/Created").asText()).isEqualTo("2025-03-01 00:00:00");

    post("delete-entry", "{\"item\":\"eit1\",\"id\":\"eat2\"}");
    assertThat(timeline()).hasSize(2);
    post("delete-item", "{\"item\":\"eit1\"}");
    assertThat(total()).isZero();
  }

  private JsonNode timeline() throws IOException {
    return Wire.get(sandbox, "/v2/conversation/eit1/timeline").json().at("/Timeline");
  }

  @Test
  void every_treatment_of_texts_can_be_set_and_is_told_by_the_same_name() throws IOException {
    for (var name : TreatmentReader.NAMES) {
      var told = post("behavior", "{\"textTreatment\":\"" + name + "\"}");
      assertThat(told.at("/textTreatment").asText()).isEqualTo(name);
    }
    post("behavior", "{\"textTreatment\":\"mention:j=Jane\"}");
    for (var wrong :
        new String[] {
          "loud", "truncated", "truncated:x", "ellipsis:-1", "mention:a", "mention:=Jane", ":x"
        }) {
      var answer =
          Wire.call(sandbox, "POST", "/-/behavior", "{\"textTreatment\":\"" + wrong + "\"}");
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("split-in-two");
    }
  }

  @Test
  void a_late_execution_and_the_answer_of_another_call_can_be_planned() throws IOException {
    post("items", "{\"id\":\"eit1\"}");
    post("twin-faults", "{\"operation\":\"get\",\"fault\":\"another-conversation\",\"times\":2}");
    post("twin-faults", "{\"operation\":\"assign\",\"fault\":\"another-user\"}");
    post(
        "twin-faults", "{\"operation\":\"reply\",\"fault\":\"executed-later\",\"time\":\"PT30S\"}");
    assertThat(get("twin-faults").at("/pending").asInt()).isEqualTo(4);

    assertThatThrownBy(
            () -> Wire.call(sandbox, "POST", "/v2/conversation/eit1/reply", "message=On+it"))
        .isInstanceOf(EOFException.class);
    assertThat(timeline()).isEmpty();
    post("clock", "{\"advance\":\"PT30S\"}");
    assertThat(timeline()).hasSize(1);
    var fired = get("twin-faults").at("/fired/0");
    assertThat(fired.at("/operation").asText()).isEqualTo("reply");
    assertThat(fired.at("/executed").asBoolean(true)).isFalse();

    assertThat(done(Wire.call(sandbox, "DELETE", "/-/twin-faults", "")).at("/pending").asInt())
        .isZero();
    for (var wrong :
        new String[] {
          "{\"operation\":\"reply\",\"fault\":\"executed-later\"}",
          "{\"operation\":\"reply\",\"fault\":\"another-user\"}",
          "{\"operation\":\"reply\",\"fault\":\"lost\"}"
        }) {
      assertThat(Wire.call(sandbox, "POST", "/-/twin-faults", wrong).status()).isEqualTo(400);
    }
  }

  @Test
  void an_item_comes_in_with_all_that_is_said_of_it() throws IOException {
    post("tags", "{\"name\":\"VIP\"}");
    var id =
        post(
                "items",
                """
                {"type":"Post","network":"TikTok","text":"Gr\u00fc\u00dfe","id":"eit1","profile":"Acme",
                 "assignee":"00A000000000002","status":"closed","at":"2025-03-01T00:00:00Z",
                 "tags":["VIP","New"]}
                """)
            .at("/id")
            .asText();

    var item = Wire.get(sandbox, "/v2/conversation/" + id).json().at("/Conversation");

    assertThat(item.toString())
        .isEqualTo(
            "{\"Id\":\"eit1\",\"Created\":\"2025-03-01 00:00:00\",\"Modified\":\"2025-03-01 00:00:00\","
                + "\"Status\":\"closed\",\"Network\":\"TikTok\",\"ItemType\":\"Post\","
                + "\"AssigneeId\":\"00A000000000002\",\"ProfileName\":\"Acme\",\"Tags\":["
                + "{\"Id\":\"etg000000000001\",\"Name\":\"VIP\"},"
                + "{\"Id\":\"etg000000000002\",\"Name\":\"New\"}]}");
  }

  @Test
  void the_customer_writes_again_and_likes() throws IOException {
    var id = post("items", "{\"status\":\"closed\"}").at("/id").asText();

    post("activity", "{\"item\":\"" + id + "\",\"text\":\"Hello?\"}");
    post("activity", "{\"item\":\"" + id + "\",\"type\":\"like\",\"text\":\"\"}");

    var item = Wire.get(sandbox, "/v2/conversation/" + id).json();
    assertThat(item.at("/Conversation/Status").asText()).isEqualTo("open");
    var timeline = Wire.get(sandbox, "/v2/conversation/" + id + "/timeline").json().at("/Timeline");
    assertThat(timeline.findValuesAsText("Type")).containsExactly("like", "message");
  }

  @Test
  void the_account_gets_what_replies_and_cases_need_and_tells_what_was_sent() throws IOException {
    var item = post("items", "{\"network\":\"Facebook\"}").at("/id").asText();
    post("users", "{\"id\":\"00A3\",\"name\":\"Kim\",\"email\":\"kim@acme.example\"}");
    post("credentials", "{\"id\":\"003-1-9\",\"network\":\"Facebook\"}");
    post("integrations", "{\"id\":\"sfint1\"}");
    var url = "/v2/conversation/" + item;
    Wire.call(sandbox, "POST", url + "/assign", "assignee_id=00A3&note=Yours");
    Wire.call(sandbox, "POST", url + "/reply", "message=On+it&credential_id=003-1-9&media[0][u]=x");
    Wire.call(sandbox, "POST", url + "/create-case", "integration_id=sfint1&case_owner=005");

    var sent = post("sent", "{\"item\":\"" + item + "\"}");

    assertThat(sent.at("/replies").toString())
        .isEqualTo(
            "[{\"message\":\"On it\",\"credential\":\"003-1-9\",\"media\":[{\"u\":\"x\"}]}]");
    assertThat(sent.at("/notes/0/content").asText()).isEqualTo("Yours");
    assertThat(sent.at("/cases").toString())
        .isEqualTo("[{\"integration\":\"sfint1\",\"owner\":\"005\"}]");
  }

  @Test
  void the_clock_goes_where_it_is_told_to() throws IOException {
    assertThat(get("clock").at("/now").asText()).isEqualTo("2025-03-10T14:22:00Z");
    assertThat(post("clock", "{\"advance\":\"PT15M\"}").at("/now").asText())
        .isEqualTo("2025-03-10T14:37:00Z");
    post("clock", "{\"now\":\"2025-01-01T00:00:00Z\"}");
    assertThat(sandbox.clock().instant()).isEqualTo("2025-01-01T00:00:00Z");
  }

  @Test
  void what_was_received_is_told_and_forgotten() throws IOException {
    Wire.get(sandbox, "/v2/conversation?q=a+b");
    Wire.call(sandbox, "POST", "/v2/conversation/missing/note", "note=Hi");

    var received = get("received");

    assertThat(received.at("/total").asInt()).isEqualTo(2);
    assertThat(received.at("/executed").asInt()).isEqualTo(1);
    assertThat(received.at("/operations/add-note").toString())
        .isEqualTo("{\"received\":1,\"executed\":0}");
    assertThat(received.at("/requests/0/query/q/0").asText()).isEqualTo("a b");
    assertThat(received.at("/requests/1").toString())
        .isEqualTo(
            "{\"at\":\"2025-03-10T14:22:00Z\",\"method\":\"POST\","
                + "\"path\":\"/v2/conversation/missing/note\",\"operation\":\"add-note\",\"query\":{},"
                + "\"form\":{\"note\":[\"Hi\"]},\"executed\":false,\"status\":404}");
    assertThat(done(Wire.call(sandbox, "DELETE", "/-/received", "")).at("/total").asInt()).isZero();
  }

  @Test
  void a_snapshot_is_gone_back_to_by_its_name() throws IOException {
    post("items", "{}");
    post("snapshot", "{\"name\":\"one\"}");
    post("items", "{}");
    assertThat(total()).isEqualTo(2);

    post("restore", "{\"name\":\"one\"}");

    assertThat(total()).isEqualTo(1);
    var unknown = Wire.call(sandbox, "POST", "/-/restore", "{\"name\":\"two\"}");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.body()).contains("two").contains("[one]");
  }

  @Test
  void a_reset_goes_back_to_the_start_in_everything() throws IOException {
    post("items", "{}");
    post("clock", "{\"advance\":\"PT1H\"}");
    post("dialect", "{\"errors\":\"absent\"}");
    post("limits", "{\"preset\":\"documented\"}");
    post("behavior", "{\"unknown-tag\":false}");
    post("faults", "{\"operation\":\"me\",\"fault\":\"status\",\"status\":500}");
    post("twin-faults", "{\"operation\":\"get\",\"fault\":\"another-conversation\"}");

    post("reset", "");

    assertThat(total()).isZero();
    assertThat(sandbox.clock().instant()).isEqualTo(START);
    assertThat(sandbox.dialect()).isEqualTo(Dialect.documented());
    assertThat(sandbox.limits()).isEqualTo(CallLimits.none());
    assertThat(sandbox.twin().behavior().accepts(OpenQuestion.UNKNOWN_TAG)).isTrue();
    assertThat(sandbox.faults().pending()).isZero();
    assertThat(sandbox.twin().faults().pending()).isZero();
    assertThat(sandbox.received().total()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void settings_are_answered_as_they_are_given(String path, String json) throws IOException {
    assertThat(get(path)).isNotEqualTo(post(path, json));
    assertThat(get(path).toString()).isEqualTo(json);
    assertThat(post(path, "{}").toString()).isEqualTo(json);
  }

  static Stream<Arguments> settings() {
    return Stream.of(
        Arguments.of(
            "dialect",
            """
            {"errors":"param","itemTypes":"lower-case","timestamps":"epoch-text"\
            ,"noAssignee":"absent","json":"php","emptyPages":"list","numbers":"text"\
            ,"lists":"gaps","references":"object","warnings":"html"}\
            """),
        Arguments.of(
            "limits",
            """
            {"windows":[{"calls":60,"within":"PT1M"}],"perDay":20000\
            ,"block":"PT15M","prolongedByCalls":true,"retryAfter":true}\
            """),
        Arguments.of(
            "behavior",
            """
            {"unknown-user":true,"unknown-credential":true\
            ,"credential-of-another-network":true,"invalid-credential":true\
            ,"unknown-parent-comment":false,"undetermined-channel":true,"reply-to-closed":true\
            ,"unknown-tag":false,"unknown-filter-value":false,"blank-note":true\
            ,"count-over-maximum":true,"unknown-order":true,"lengthUnit":"utf-16-units"\
            ,"tagNames":"folded","tagClearing":"scalar","listOrder":"oldest-first"\
            ,"unknownCursor":"empty-page","listStandard":5,"listMaximum":50\
            ,"timelinePage":7,"closedStatus":409,"firstPage":1,"textTreatment":"empty"}\
            """));
  }

  @Test
  void faults_are_planned_and_accounted_for() throws IOException {
    var planned =
        post(
            "faults",
            """
            {"operation":"me","fault":"status","times":2,"status":503,"body":"down","retryAfter":"3"}
            """);
    assertThat(planned.toString()).isEqualTo("{\"pending\":2,\"firedCount\":0,\"fired\":[]}");

    var answer = Wire.get(sandbox, "/v2/me");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("down");
    assertThat(answer.headers()).containsEntry("retry-after", "3");

    assertThat(get("faults").toString())
        .isEqualTo(
            "{\"pending\":1,\"firedCount\":1,\"fired\":["
                + "{\"operation\":\"me\",\"fault\":\"status\",\"at\":\"2025-03-10T14:22:00Z\"}]}");
    assertThat(done(Wire.call(sandbox, "DELETE", "/-/faults", "")).at("/pending").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_fault_executes_or_not_as_it_is_told(boolean executing) throws IOException {
    var item = post("items", "{}").at("/id").asText();
    post(
        "faults",
        """
        {"operation":"add-note","fault":"status","status":504,"executing":%s}
        """
            .formatted(executing));

    var url = "/v2/conversation/" + item + "/note";
    assertThat(Wire.call(sandbox, "POST", url, "note=Hi").status()).isEqualTo(504);

    var sent = post("sent", "{\"item\":\"" + item + "\"}");
    assertThat(sent.at("/notes")).hasSize(executing ? 1 : 0);
  }

  @Test
  void a_user_keeps_name_and_email() throws IOException {
    post("users", "{\"id\":\"00A000000000001\",\"name\":\"Ada\",\"email\":\"ada@acme.example\"}");

    var me = Wire.get(sandbox, "/v2/me").json();

    assertThat(me.at("/User/Name").asText()).isEqualTo("Ada");
    assertThat(me.at("/User/Email").asText()).isEqualTo("ada@acme.example");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "items | {\"colour\":1} | Unknown key \"colour\": accepted are type, id, network, text,",
        "items | {\"text\":1} | The value of \"text\" must be a text.",
        "items | {\"tags\":[1]} | The value of \"tags\" must be a list of texts.",
        "items | {\"at\":\"noon\"} | The value of \"at\" must be a point in time",
        "items | {\"id\":\" \"} | blank",
        "items | [] | The body is not a JSON object.",
        "items | {\"a | The body is not a JSON object.",
        "users | {\"id\":\"1\"} | The key \"name\" is missing.",
        "activity | {\"item\":\"none\",\"text\":\"x\"} | none",
        "activity | {\"item\":\"none\",\"text\":\"x\",\"colour\":1} | Unknown key \"colour\"",
        "clock | {} | Give either \"now\" or \"advance\".",
        "clock | {\"advance\":\"PT2562047788015215H\"} | A clock cannot move by",
        "clock | {\"now\":\"+10000-01-01T00:00:00Z\"} | give a time of the years 0000 to 9999",
        "clock | {\"advance\":\"soon\"} | The value of \"advance\" must be an ISO-8601 duration",
        "dialect | {\"errors\":\"x\"} | The value of \"errors\" must be one of api-message, api-error, param,",
        "limits | {\"perDay\":1.5} | The value of \"perDay\" must be a whole number.",
        "limits | {\"retryAfter\":\"no\"} | The value of \"retryAfter\" must be true or false.",
        "limits | {\"windows\":[{\"calls\":1}]} | 1 calls within PT0S is no limit",
        "limits | {\"windows\":[{\"colour\":1}]} | Unknown key \"colour\": accepted are calls, within",
        "limits | {\"windows\":[1]} | The value of \"windows\" must be a list of objects.",
        "behavior | {\"unknown-tag\":\"reject\"} | The value of \"unknown-tag\" must be true or false.",
        "faults | {\"operation\":\"x\"} | The value of \"operation\" must be one of list, get,",
        "faults | {\"operation\":\"list\",\"fault\":\"x\"} | must be one of status, result-false, html,",
        "faults | {\"operation\":\"list\",\"fault\":\"status\"} | The key \"status\" is missing.",
        "faults | {\"operation\":\"get\",\"fault\":\"broken-item\"} | LIST or TIMELINE",
        "reset | {\"all\":true} | Unknown key \"all\"",
      })
  void what_is_not_understood_is_refused_and_changes_nothing(String path, String json, String words)
      throws IOException {
    var answer = Wire.call(sandbox, "POST", "/-/" + path, json);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/error").asText()).contains(words);
    assertThat(total()).isZero();
    assertThat(sandbox.limits()).isEqualTo(CallLimits.none());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nothing", "items/1"})
  void an_unknown_path_tells_those_there_are(String path) throws IOException {
    var answer = Wire.get(sandbox, "/-/" + path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("/-/items").contains("/-/faults");
  }

  @Test
  void a_wrong_method_tells_the_right_one() throws IOException {
    var answer = Wire.call(sandbox, "PUT", "/-/faults", "{}");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers()).containsEntry("allow", "DELETE, GET, HEAD, POST");
  }
}
