package io.inboxport.testkit.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.tag.TagName;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests who and what is let in. */
class ApiDoorTest extends OpenSandbox {
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

  @Test
  void calls_are_counted_for_each_account_and_key() throws IOException {
    sandbox.limit(CallLimits.none().toBuilder().perDay(1).build());

    for (int i = 0; i < 2; i++) {
      int status = i == 0 ? 200 : 429;
      for (var credentials : List.of("one:a", "one:b", "two:a")) {
        try (var wire = new Wire(sandbox)) {
          wire.write(
              "GET /v2/me HTTP/1.1\r\nAuthorization: Basic "
                  + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8))
                  + "\r\n\r\n");
          assertThat(wire.read().status()).as(credentials).isEqualTo(status);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "network=TikTok | eit1",
        "type=Post | eit1, eit2",
        "status=closed | eit2",
        "assignee_id=00A000000000002 | eit3",
        "tag=VIP | eit2",
        "q=words | eit3",
        "network=TikTok,YouTube | eit1, eit2",
        "network=,%20TikTok%20,, | eit1",
        "network=YouTube&status=closed | eit2",
        "_count=2 | eit3, eit2",
      })
  void the_list_is_of_what_every_filter_lets_through(String filters, String ids)
      throws IOException {
    var twin = sandbox.twin();
    for (var item : twin.list(ConversationQuery.all().atMost(100)).items()) {
      twin.deleteConversation(item.id());
    }
    twin.receive(InboundItem.post().withId(ConversationId.of("eit1")).on(Network.TIKTOK));
    twin.receive(
        InboundItem.post()
            .withId(ConversationId.of("eit2"))
            .on(Network.YOUTUBE)
            .tagged(TagName.of("VIP"))
            .closed());
    twin.receive(
        InboundItem.mention()
            .withId(ConversationId.of("eit3"))
            .on(Network.FACEBOOK)
            .saying("Some words")
            .assignedTo(UserId.of("00A000000000002")));

    var answer = Wire.get(sandbox, "/v2/conversation?" + filters);

    assertThat(answer.json().at("/Conversations/Items").findValuesAsText("Id"))
        .containsExactlyInAnyOrder(ids.split(", "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x"})
  void a_page_of_no_size_is_refused(String size) throws IOException {
    var answer = Wire.get(sandbox, "/v2/conversation?_count=" + size);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).contains("Page size " + size);
    assertThat(Wire.get(sandbox, "/v2/conversation?_count=1").status()).isEqualTo(200);
  }

  @Test
  void a_request_without_a_body_may_come_with_any_type() throws IOException {
    try (var wire = new Wire(sandbox)) {
      wire.write("GET /v2/me HTTP/1.1\r\n" + Wire.AUTH + "Content-Type: application/json\r\n\r\n");
      assertThat(wire.read().status()).isEqualTo(200);
    }
  }

  @Test
  void a_received_request_tells_what_became_of_it_and_no_text() throws IOException {
    Wire.call(sandbox, "POST", ITEM + "/note", "note=Secret");
    Wire.call(sandbox, "POST", "/v2/conversation/none/note", "note=Secret");

    assertThat(sandbox.received().requests())
        .map(Object::toString)
        .containsExactly(
            "ReceivedRequest[POST " + ITEM + "/note -> 200, executed]",
            "ReceivedRequest[POST /v2/conversation/none/note -> 404]");
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
        "DELETE | /v2/conversation | GET, HEAD",
        "POST | /v2/conversation | GET, HEAD",
        "PUT | /v2/conversation/eit000000000001 | GET, HEAD, POST",
        "POST | /v2/conversation/eit000000000001/timeline | GET, HEAD",
        "GET | /v2/conversation/eit000000000001/note | POST",
        "POST | /v2/me | GET, HEAD",
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
        "/reply | message=Hi&media[url]=x",
        "/reply | message=Hi&media[0][size][w]=1",
        "/create-case | integration_id=sfint99999999999",
        "/note | note=%FF",
        "/note | note[=a",
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
}
