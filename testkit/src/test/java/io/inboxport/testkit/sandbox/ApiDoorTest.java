package io.inboxport.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.inboxport.conversation.ConversationId;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.port.Operation;
import io.inboxport.testkit.sandbox.Dialect.ErrorShape;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiDoorTest {
  private static final String ITEM = "/v2/conversation/eit000000000001";

  private static Sandbox sandbox;

  @BeforeAll
  static void open() {
    sandbox = Sandbox.start();
  }

  @BeforeEach
  void reset() {
    sandbox.reset();
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  @Test
  void the_url_ends_in_the_version_and_is_on_the_loopback_interface() {
    assertThat(sandbox.url()).hasScheme("http").hasHost("127.0.0.1").hasPath("/v2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Authorization: Bearer abc\r\n",
        "Authorization: Basic !!!\r\n",
        "Authorization: Basic bm9jb2xvbg==\r\n", // nocolon
        "Authorization: Basic OmtleQ==\r\n", // :key
        "Authorization: Basic YWNjb3VudDo=\r\n", // account:
      })
  void nobody_comes_in_without_an_account_and_a_key(String header) throws IOException {
    try (var wire = new Wire(sandbox)) {
      wire.write("GET /v2/me HTTP/1.1\r\n" + header + "\r\n");

      var answer = wire.read();
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.headers()).containsKey("www-authenticate");
      assertThat(answer.json().at("/Result").asBoolean(true)).isFalse();
    }
  }

  @Test
  void where_credentials_are_set_others_stay_outside() throws IOException {
    try (var strict = Sandbox.builder().credentials("001000000000001", "key").start();
        var stricter = Sandbox.builder().credentials("001000000000001", "other").start()) {
      assertThat(Wire.get(strict, "/v2/me").status()).isEqualTo(200);
      assertThat(Wire.get(stricter, "/v2/me").status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v2",
        "/v2/",
        "/v2/nothing",
        "/v2/me/",
        "/v2/conversation/",
        "/v2/conversation//note",
        "/v2/conversation/%2E%2E",
        "/v2/conversation/eit000000000001/",
        "/v2/conversation/eit000000000001/nothing",
        "/v2/conversation/eit000000000001/note/more",
        "/conversation",
        "/me",
        "/",
        "*",
      })
  void an_unknown_path_is_answered_without_words(String path) throws IOException {
    var answer = Wire.get(sandbox, path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("{\"Result\":false,\"Errors\":[]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE | /v2/conversation | GET",
        "POST | /v2/conversation | GET",
        "PUT | /v2/conversation/eit000000000001 | GET, POST",
        "POST | /v2/conversation/eit000000000001/timeline | GET",
        "GET | /v2/conversation/eit000000000001/note | POST",
        "POST | /v2/me | GET",
      })
  void a_wrong_method_is_told_which_are_right(String method, String path, String allowed)
      throws IOException {
    var answer = Wire.call(sandbox, method, path, "");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers()).containsEntry("allow", allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "'', status",
    "/assign, assignee_id",
    "/note, note",
    "/tag, tags",
    "/reply, message",
    "/create-case, integration_id"
  })
  void each_required_parameter_is_missed(String call, String parameter) throws IOException {
    var answer = Wire.call(sandbox, "POST", ITEM + call, "other=1");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).isEqualTo("Missing value for parameter " + parameter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | status=pending",
        "/assign | assignee_id=",
        "/assign | assignee_id=00A999999999999",
        "/note | note=",
        "/note | note[]=a",
        "/tag | tags=VIP",
        "/tag | tags[a][b]=VIP",
        "/tag | tags[]=VIP&tags[]=",
        "/reply | message=Hi&credential_id=unknown",
        "/reply | message=Hi&media=x",
        "/reply | message=Hi&media[]=x",
        "/reply | message=Hi&media[0][]=x",
        "/create-case | integration_id=sfint99999999999",
        "/note | note=%zz",
        "/note | note=%4",
        "/note | note=%FF",
        "/note | note=a&tags[=x",
        "/note | note=a&tags]=x",
        "/note | note=a&tags[]x=y",
      })
  void what_the_server_cannot_take_is_a_bad_request(String call, String form) throws IOException {
    var answer = Wire.call(sandbox, "POST", ITEM + call, form);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/Result").asBoolean(true)).isFalse();
    assertThat(answer.message()).isNotBlank();
    assertThat(sandbox.received().executed()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "/note, note=",
    "/assign, assignee_id=00A000000000002&note=",
    "/reply, message=",
    "/create-case, integration_id=sfint00000000001&case_description="
  })
  void a_text_may_have_ten_thousand_characters_and_no_more(String call, String form)
      throws IOException {
    var allowed = "%F0%9F%91%8B".repeat(10_000);

    assertThat(Wire.call(sandbox, "POST", ITEM + call, form + allowed + "x").status())
        .isEqualTo(400);
    assertThat(Wire.call(sandbox, "POST", ITEM + call, form + allowed).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "99999999999", "101"})
  void a_page_size_that_is_none_is_not_valid(String count) throws IOException {
    assertThat(Wire.get(sandbox, "/v2/conversation?_count=" + count).status()).isEqualTo(400);
  }

  @Test
  void a_list_is_filtered_by_what_the_query_says() throws IOException {
    var page =
        Wire.get(
                sandbox,
                "/v2/conversation?status=open,&network=Facebook,%20LinkedIn&type=Conversation&_count=1")
            .json()
            .at("/Conversations");

    assertThat(page.at("/Total").asInt()).isGreaterThan(1);
    assertThat(page.at("/Items")).hasSize(1);
    assertThat(page.at("/Items/0/ItemType").asText()).isEqualTo("Conversation");
    assertThat(
            Wire.get(sandbox, "/v2/conversation?q=no+such+text")
                .json()
                .at("/Conversations/Total")
                .asInt())
        .isZero();
  }

  @Test
  void a_timeline_goes_on_after_the_last_loaded_entry() throws IOException {
    var first = Wire.get(sandbox, ITEM + "/timeline").json().at("/Timeline");
    var newest = first.at("/0/Id").asText();

    var rest =
        Wire.get(sandbox, ITEM + "/timeline?last_loaded_id=" + newest).json().at("/Timeline");

    assertThat(rest).hasSize(first.size() - 1);
    assertThat(rest.get(0)).isEqualTo(first.get(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "note=Gr%C3%BC%C3%9Fe+%26+mehr+%F0%9F%91%8B",
        "note=Gr\u00fc\u00dfe %26 mehr \ud83d\udc4b",
        "note=first&note=Gr%c3%bc%c3%9fe%20%26+mehr \ud83d\udc4b&",
      })
  void a_form_is_read_raw_and_percent_encoded(String form) throws IOException {
    var answer = Wire.call(sandbox, "POST", ITEM + "/note", form);

    assertThat(answer.json().at("/Note/Content").asText())
        .isEqualTo("Gr\u00fc\u00dfe & mehr \ud83d\udc4b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tags[]=VIP&tags[]=Billing",
        "tags[0]=VIP&tags[1]=Billing",
        "tags%5B%5D=VIP&tags%5B%5D=Billing",
        "tags[7]=VIP&tags[]=Billing",
      })
  void tags_come_in_every_spelling_of_an_array(String form) throws IOException {
    var tags = Wire.call(sandbox, "POST", ITEM + "/tag", form).json().at("/Tags");

    assertThat(tags.findValuesAsText("Name")).containsExactly("VIP", "Billing");
  }

  @Test
  void one_empty_tag_is_none() throws IOException {
    assertThat(Wire.call(sandbox, "POST", ITEM + "/tag", "tags[]=").json().at("/Tags")).isEmpty();
    assertThat(Wire.get(sandbox, ITEM).json().at("/Conversation/Tags")).isEmpty();
  }

  @Test
  void media_objects_arrive_with_their_keys() throws IOException {
    Wire.call(
        sandbox,
        "POST",
        ITEM + "/reply",
        "message=See&media[0][url]=https://a.example/1&media[0][type]=image&media[1][url]=b");

    var id = ConversationId.of("eit000000000001");
    var replies = sandbox.twin().replies(id);
    assertThat(replies.get(replies.size() - 1).media())
        .containsExactly(Map.of("url", "https://a.example/1", "type", "image"), Map.of("url", "b"));
  }

  @Test
  void another_kind_of_body_is_a_bad_request() throws IOException {
    try (var wire = new Wire(sandbox)) {
      wire.write(
          "POST "
              + ITEM
              + " HTTP/1.1\r\n"
              + Wire.AUTH
              + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");

      assertThat(wire.read().status()).isEqualTo(400);
    }
  }

  @Test
  void an_id_of_any_letters_is_an_id_and_nothing_else() throws IOException {
    var id = ConversationId.of("a/b ?\u00fc");
    sandbox.twin().receive(InboundItem.post().withId(id));

    assertThat(
            Wire.get(sandbox, "/v2/conversation/a%2Fb%20%3F%C3%BC")
                .json()
                .at("/Conversation/Id")
                .asText())
        .isEqualTo(id.value());
    assertThat(Wire.get(sandbox, "/v2/conversation/missing").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource
  void errors_come_in_the_shape_that_is_spoken(ErrorShape shape) throws IOException {
    sandbox.speak(Dialect.documented().withErrors(shape));

    var body = Wire.get(sandbox, "/v2/conversation/missing").json();

    assertThat(body.at("/Result").asBoolean(true)).isFalse();
    switch (shape) {
      case API_MESSAGE -> assertThat(body.at("/Errors/api/message").asText()).isNotEmpty();
      case API_ERROR -> assertThat(body.at("/Errors/API/Error").asText()).isNotEmpty();
      case PARAM -> assertThat(body.at("/Errors/Param/get").asText()).isNotEmpty();
      case EMPTY_LIST -> assertThat(body.at("/Errors").isArray()).isTrue();
      case ABSENT -> assertThat(body.has("Errors")).isFalse();
    }
  }

  @Test
  void items_are_written_in_the_dialect_that_is_spoken() throws IOException {
    sandbox.speak(
        Dialect.documented()
            .withItemTypes(Dialect.ItemTypeSpelling.LOWER_CASE)
            .withTimestamps(Dialect.TimestampForm.EPOCH_NUMBER)
            .withNoAssignee(Dialect.NoAssignee.ABSENT));

    var items = Wire.get(sandbox, "/v2/conversation?_count=100").json().at("/Conversations/Items");

    assertThat(items.findValuesAsText("ItemType"))
        .contains("conversation", "post", "mention", "reply");
    assertThat(items.findValues("Created")).allMatch(JsonNode::isNumber);
    assertThat(items.findValues("AssigneeId")).hasSizeLessThan(items.size());

    sandbox.speak(Dialect.documented().withTimestamps(Dialect.TimestampForm.EPOCH_TEXT));
    assertThat(Wire.get(sandbox, ITEM).json().at("/Conversation/Created").asText()).matches("\\d+");
  }

  @Test
  void what_came_in_is_told_with_what_became_of_it() throws IOException {
    Wire.call(sandbox, "POST", ITEM + "/tag?x=1", "tags[]=VIP&tags[]=");
    Wire.call(sandbox, "POST", ITEM + "/tag", "tags[]=VIP");

    var requests = sandbox.received().requests();

    assertThat(requests).hasSize(2);
    assertThat(requests.get(0).path()).isEqualTo(ITEM + "/tag");
    assertThat(requests.get(0).query()).containsExactly(Map.entry("x", List.of("1")));
    assertThat(requests.get(0).form()).containsExactly(Map.entry("tags[]", List.of("VIP", "")));
    assertThat(requests).extracting(ReceivedRequest::executed).containsExactly(false, true);
    assertThat(requests).extracting(ReceivedRequest::status).containsExactly(400, 200);
    assertThat(sandbox.received().count(Operation.REPLACE_TAGS)).isEqualTo(2);
    assertThat(sandbox.received().executed(Operation.REPLACE_TAGS)).isEqualTo(1);
    assertThat(requests.toString()).doesNotContain("VIP");
  }
}
