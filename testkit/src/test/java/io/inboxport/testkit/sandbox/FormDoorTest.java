package io.inboxport.testkit.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.inboxport.conversation.ConversationId;
import io.inboxport.inmemory.ServerBehavior.TagClearing;
import io.inboxport.tag.TagName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what is taken for a form, and what the calls make of it. */
class FormDoorTest extends OpenSandbox {
  private static final ConversationId ID = ConversationId.of("eit000000000001");

  private static Wire.Answer post(String call, String headers, String body) throws IOException {
    try (var wire = new Wire(sandbox)) {
      wire.write(
          ("POST " + ITEM + call + " HTTP/1.1\r\n" + Wire.AUTH + headers)
              + ("Content-Length: " + body.getBytes(UTF_8).length + "\r\n\r\n" + body));
      return wire.read();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Content-Type: application/x-www-form-urlencoded-foo\r\n",
        "Content-Type: application/json\r\n",
      })
  void a_body_that_php_takes_for_no_form_misses_its_parameters_and_is_told_why(String header)
      throws IOException {
    var answer = post("/note", header, "note=Hi");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message())
        .startsWith("Missing value for parameter note (the body was not read, because it")
        .contains("Content-Type")
        .endsWith("send application/x-www-form-urlencoded or multipart/form-data)");
    assertThat(sandbox.twin().notes(ID)).extracting(note -> note.content()).doesNotContain("Hi");
    assertThat(post("/tag", header, "tags[]=VIP").message())
        .startsWith("Missing value for parameter tags (the body");
  }

  @Test
  void the_client_of_the_jdk_has_to_say_that_it_sends_a_form() throws Exception {
    var client = HttpClient.newHttpClient();
    var request =
        HttpRequest.newBuilder(URI.create(sandbox.url() + ITEM.substring(3) + "/note"))
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString("a:b".getBytes(UTF_8)))
            .POST(HttpRequest.BodyPublishers.ofString("note=Hi"));

    assertThat(client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(400);
    request.header("Content-Type", "application/x-www-form-urlencoded");
    assertThat(client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_form_in_parts_is_a_form_and_a_file_in_it_is_no_field() throws IOException {
    var part = "--b\r\nContent-Disposition: form-data; name=";
    var answer =
        post(
            "/reply",
            "Content-Type: multipart/form-data; boundary=b\r\n",
            part
                + "\"message\"\r\n\r\nGr\u00fc\u00dfe: 100% + 1&2\r\n"
                + part
                + "\"media[0][url]\"\r\n\r\nhttps://a.example/1\r\n"
                + part
                + "\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n");

    assertThat(answer.status()).isEqualTo(200);
    var replies = sandbox.twin().replies(ID);
    var reply = replies.get(replies.size() - 1);
    assertThat(reply.message()).isEqualTo("Gr\u00fc\u00dfe: 100% + 1&2");
    assertThat(reply.media()).containsExactly(Map.of("url", "https://a.example/1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "multipart/form-data | no boundary",
        "multipart/form-data; boundary=b | break off",
        "multipart/form-data; boundary=a | a part has no name",
      })
  void a_form_in_parts_that_cannot_be_read_whole_is_refused(String type, String words)
      throws IOException {
    var answer =
        post("/note", "Content-Type: " + type + "\r\n", "--a\r\nX: y\r\n\r\nHi\r\n--a--\r\n");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "note=We are 100% sure | We are 100% sure",
        "note=%zz | %zz",
        "note=a&note[]=b&note=c | c",
        " note=a | a",
        "note=a&tags[=x&tags[]x=y | a",
      })
  void a_text_is_what_php_makes_of_it(String form, String note) throws IOException {
    assertThat(Wire.call(sandbox, "POST", ITEM + "/note", form).json().at("/Note/Content").asText())
        .isEqualTo(note);
  }

  @Test
  void tags_come_in_the_order_in_which_php_has_them() throws IOException {
    assertThat(tags("tags[5]=VIP&tags[]=Billing&tags[1]=Support"))
        .isEqualTo(List.of("VIP", "Billing", "Support"));
    assertThat(tags("tags=VIP&tags[]=Billing")).isEqualTo(List.of("Billing"));
  }

  @Test
  void a_media_object_without_a_key_has_the_key_that_php_gives_it() throws IOException {
    Wire.call(sandbox, "POST", ITEM + "/reply", "message=Hi&media[0][]=x&media[0][]=y");

    var replies = sandbox.twin().replies(ID);
    assertThat(replies.get(replies.size() - 1).media()).containsExactly(Map.of("0", "x", "1", "y"));
  }

  @ParameterizedTest
  @CsvSource({
    "NEITHER, 400, 400",
    "ELEMENT, 400, 200",
    "SCALAR, 200, 400",
    "BOTH, 200, 200",
  })
  void a_switch_says_which_empty_form_clears_the_tags(TagClearing clearing, int scalar, int element)
      throws IOException {
    var twin = sandbox.twin();
    twin.behave(twin.behavior().toBuilder().tagClearing(clearing).build());
    for (var form : List.of("tags=", "tags[]=", "tags", "tags[0]=")) {
      twin.replaceTags(ID, List.of(TagName.of("VIP")));

      var answer = Wire.call(sandbox, "POST", ITEM + "/tag", form);

      int expected = form.contains("[") ? element : scalar;
      assertThat(answer.status()).as(form).isEqualTo(expected);
      assertThat(twin.get(ID).tags().orElseThrow()).as(form).hasSize(expected == 200 ? 0 : 1);
    }
  }

  private static Object tags(String form) throws IOException {
    JsonNode answer = Wire.call(sandbox, "POST", ITEM + "/tag", form).json();
    return answer.at("/Tags").findValuesAsText("Name");
  }
}
