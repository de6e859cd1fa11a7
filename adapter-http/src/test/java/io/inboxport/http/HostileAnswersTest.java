package io.inboxport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.timeline.TimelinePage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that no API should give: the right kind of error, or the items that survive. */
class HostileAnswersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> ODD_VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-1",
          "1.5",
          "1e400",
          "123456789012345678901234567890",
          "\"\"",
          "\" \"",
          "\"..\"",
          "\"s3cret\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "[]",
          "{}",
          "[null]",
          "[[[\"s3cret\"]]]",
          "{\"s3cret\":{\"Id\":\"s3cret\"}}");

  private final CannedAnswers canned = new CannedAnswers();

  @ParameterizedTest
  @EnumSource(Specimen.class)
  void a_value_of_any_other_type_in_any_field_is_survived(Specimen specimen) throws Exception {
    int spoiled = 0;
    for (var value : ODD_VALUES) {
      for (var document : spoiled(specimen, (parent, name) -> put(parent, name, value))) {
        survives(specimen, document);
        spoiled++;
      }
    }
    assertThat(spoiled).isGreaterThanOrEqualTo(ODD_VALUES.size());
  }

  @ParameterizedTest
  @EnumSource(Specimen.class)
  void any_field_may_be_missing(Specimen specimen) throws Exception {
    for (var document : spoiled(specimen, HostileAnswersTest::remove)) {
      survives(specimen, document);
    }
  }

  @ParameterizedTest
  @EnumSource(Specimen.class)
  void an_answer_cut_anywhere_is_unreadable(Specimen specimen) {
    byte[] whole = specimen.answer().getBytes(UTF_8);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> specimen.call(canned.answering(200, cut)))
          .isInstanceOf(unreadable(specimen))
          .hasMessageNotContaining("s3cret");
    }
  }

  @ParameterizedTest
  @EnumSource(Specimen.class)
  void deep_nesting_is_unreadable(Specimen specimen) {
    for (var document :
        List.of(
            "[".repeat(1_000_000),
            "{\"a\":".repeat(100_000),
            "{\"Result\":true,\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}")) {
      assertThatThrownBy(() -> specimen.call(canned.answering(document)))
          .isInstanceOf(unreadable(specimen));
    }
  }

  @ParameterizedTest
  @EnumSource(Specimen.class)
  void what_is_no_json_is_unreadable(Specimen specimen) {
    for (var document :
        List.of(
            "",
            " ",
            "null",
            "true",
            "\"s3cret\"",
            "[]",
            "<!DOCTYPE html><p>s3cret</p>",
            "s3cret",
            "{s3cret:1}",
            "{'Result':true}",
            "\u0000",
            "{\"Result\":true}".repeat(2).substring(1))) {
      assertThatThrownBy(() -> specimen.call(canned.answering(document)))
          .isInstanceOf(unreadable(specimen))
          .hasMessageNotContaining("s3cret")
          .hasNoCause();
    }
  }

  @ParameterizedTest
  @EnumSource(Specimen.class)
  void invalid_utf_8_costs_at_most_the_character(Specimen specimen) {
    byte[] whole = specimen.answer().getBytes(UTF_8);
    for (int at = 0; at < whole.length; at++) {
      byte[] spoiled = whole.clone();
      spoiled[at] = (byte) 0xFF;
      survives(specimen, spoiled);
    }
  }

  @Test
  void items_beside_a_spoiled_one_survive() throws Exception {
    for (var value : ODD_VALUES) {
      for (var field : List.of("Id", "Status", "Network", "ItemType", "Created", "AssigneeId")) {
        var tree = JSON.readTree(Specimen.LIST.answer());
        put(tree.at("/Conversations/Items/1"), field, value);

        var page = (ConversationPage) Specimen.LIST.call(canned.answering(tree.toString()));

        long lost = page.unreadable().stream().filter(UnreadablePart::wholeItem).count();
        assertThat(page.items().size() + lost).isEqualTo(3);
        assertThat(page.items()).extracting(c -> c.id().value()).contains("eit1", "eit3");
      }
    }
  }

  @Test
  void twenty_mebibytes_are_too_much() {
    var start = "{\"Result\":true,\"Timeline\":[],\"x\":\"";
    var body = new Buffer().writeUtf8(start).writeUtf8("x".repeat(20 << 20)).writeUtf8("\"}");
    try (var server = new ScriptedServer();
        var gateway = server.answers(new MockResponse.Builder().body(body)).gateway()) {
      assertThatThrownBy(() -> Specimen.TIMELINE.call(gateway))
          .isInstanceOf(UnreadableResponse.class)
          .hasMessageContaining("larger than 16777216 bytes");
    }
  }

  @Test
  void an_interceptor_that_takes_whole_answers_meets_the_limit_as_well() {
    var taking =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  var response = chain.proceed(chain.request());
                  assertThat(response.peekBody(Long.MAX_VALUE).contentLength()).isLessThan(1_000);
                  return response;
                })
            .build();
    try (var server = new ScriptedServer();
        var gateway =
            ScriptedServer.single(
                server
                    .answers(" ".repeat(1 << 20))
                    .settings()
                    .client(taking)
                    .maxResponseBytes(100_000),
                Duration.ofSeconds(10))) {
      assertThatThrownBy(() -> Specimen.GET.call(gateway))
          .isInstanceOf(UnreadableResponse.class)
          .hasMessageContaining("larger than 100000 bytes");
    }
  }

  @Test
  void a_gzip_bomb_ends_at_the_limit() throws Exception {
    var bomb = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(bomb))) {
      for (int i = 0; i < 200; i++) {
        sink.writeUtf8(" ".repeat(1 << 20));
      }
    }
    var response = new MockResponse.Builder().addHeader("Content-Encoding", "gzip").body(bomb);
    try (var server = new ScriptedServer();
        var gateway = server.answers(response).gateway()) {
      assertThatThrownBy(() -> Specimen.NOTE.call(gateway))
          .isInstanceOf(OutcomeUnknown.class)
          .hasMessageContaining("larger than 16777216 bytes");
    }
  }

  @Test
  void the_limit_can_be_set() {
    try (var server = new ScriptedServer();
        var gateway =
            ScriptedServer.single(
                server
                    .answers(Specimen.TIMELINE.answer())
                    .answers(Specimen.TIMELINE.answer())
                    .settings()
                    .maxResponseBytes(Specimen.TIMELINE.answer().getBytes(UTF_8).length),
                Duration.ofSeconds(10))) {
      assertThat(((TimelinePage) Specimen.TIMELINE.call(gateway)).entries()).hasSize(2);
    }
  }

  @Test
  void a_failure_with_an_endless_body_is_still_that_failure() {
    try (var server = new ScriptedServer();
        var gateway = server.answers(403, "<p>no</p>" + "x".repeat(1 << 20)).gateway()) {
      assertThatThrownBy(() -> Specimen.GET.call(gateway))
          .isInstanceOf(InboxException.PermissionDenied.class);
    }
  }

  @Test
  void millions_of_broken_items_are_no_page() {
    var document =
        "{\"Result\":true,\"Conversations\":{\"Items\":[" + "1,".repeat(1_000_000) + "1]}}";

    assertThatThrownBy(() -> Specimen.LIST.call(canned.answering(document)))
        .isInstanceOf(UnreadableResponse.class);
  }

  private static Class<? extends InboxException> unreadable(Specimen specimen) {
    return switch (specimen) {
      case LIST, GET, TIMELINE, ME -> UnreadableResponse.class;
      default -> OutcomeUnknown.class;
    };
  }

  private void survives(Specimen specimen, String document) {
    survives(specimen, document.getBytes(UTF_8));
  }

  /** Ends in a value, or as unreadable, or as declined if the spoiled field says so. */
  private void survives(Specimen specimen, byte[] document) {
    try {
      var value = specimen.call(canned.answering(200, document));
      assertThat(value).isNotNull();
    } catch (InboxException e) {
      assertThat(e).isInstanceOfAny(unreadable(specimen), Rejected.class);
      assertThat(e.getMessage()).doesNotContain("s3cret");
    }
  }

  /** The specimen with each of its fields and items spoiled, one at a time. */
  private static List<String> spoiled(Specimen specimen, BiConsumer<JsonNode, String> spoil)
      throws JsonProcessingException {
    var paths = new ArrayList<String>();
    collect(JSON.readTree(specimen.answer()), "", paths);
    var documents = new ArrayList<String>();
    for (var path : paths) {
      var tree = JSON.readTree(specimen.answer());
      int slash = path.lastIndexOf('/');
      spoil.accept(tree.at(path.substring(0, slash)), path.substring(slash + 1));
      documents.add(tree.toString());
    }
    return documents;
  }

  private static void collect(JsonNode node, String path, List<String> paths) {
    if (!path.isEmpty()) {
      paths.add(path);
    }
    node.properties()
        .forEach(field -> collect(field.getValue(), path + "/" + field.getKey(), paths));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), path + "/" + i, paths);
    }
  }

  private static void put(JsonNode parent, String name, String value) {
    try {
      var odd = JSON.readTree(value);
      if (parent instanceof ObjectNode object) {
        object.set(name, odd);
      } else {
        ((ArrayNode) parent).set(Integer.parseInt(name), odd);
      }
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static void remove(JsonNode parent, String name) {
    if (parent instanceof ObjectNode object) {
      object.remove(name);
    } else {
      ((ArrayNode) parent).remove(Integer.parseInt(name));
    }
  }
}
