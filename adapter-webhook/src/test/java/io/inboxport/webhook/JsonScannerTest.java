package io.inboxport.webhook;

import static io.inboxport.properties.Generators.choice;
import static io.inboxport.properties.Generators.integers;
import static io.inboxport.properties.Generators.lists;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.inboxport.properties.PropertyCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scanner takes exactly the documents that Jackson's parser takes, and reads the same texts.
 */
class JsonScannerTest {
  private static final JsonFactory JACKSON =
      new JsonFactoryBuilder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNumberLength(100_000).build())
          .build();

  private static final List<String> DOCUMENTS =
      List.of(
          SignedBody.DOCUMENTED,
          "{\"event\":\"e\",\"a\":[1,-0,2.5e-3,1E+9,true,false,null,{}],\"b\":{\"c\":[[],[[]]]}}",
          " { \"event\" : \"\\u00e9\\ud83d\\ude00\\n\\\"\\\\\\/\" , \"data\" : [ ] }\r\n\t",
          "[\"\u00fc\u6f22\ud83d\ude00\",\"0123456789abcdef\"]",
          "-12.50",
          "\"text\"");

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\\",
          "\\u00",
          "0",
          "1",
          "-",
          "+",
          ".",
          "e",
          "E",
          " ",
          "\n",
          "\u0000",
          "\u001f",
          "\u007f",
          "true",
          "nul",
          "\u00e9",
          "\ud83d\ude00",
          "/",
          "\\/");

  private static boolean scans(byte[] body) {
    return !(EventReader.read(body) instanceof WebhookResult.Refused refused)
        || refused.reason() != WebhookRefusal.NOT_JSON;
  }

  private static boolean parses(String text) {
    try (var parser = JACKSON.createParser(text)) {
      if (parser.nextToken() == null) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void documents_that_are_spoiled_are_taken_if_and_only_if_the_parser_takes_them() {
    PropertyCheck.standard()
        .forAll(
            choice(DOCUMENTS),
            lists(integers(0, 10_000), 0, 4),
            lists(choice(PIECES), 4, 4),
            (document, places, pieces) -> {
              var text = new StringBuilder(document);
              for (int i = 0; i < places.size(); i++) {
                int at = places.get(i) / 3 % (text.length() + 1);
                if (places.get(i) % 3 > 0) {
                  text.insert(at, pieces.get(i));
                }
                if (places.get(i) % 3 < 2 && at < text.length()) {
                  text.deleteCharAt(at);
                }
              }
              var spoiled = text.toString();
              var body = spoiled.getBytes(StandardCharsets.UTF_8);
              // Half a character has no bytes.
              var asItCame = new String(body, StandardCharsets.UTF_8);

              assertThat(scans(body)).as(asItCame).isEqualTo(parses(asItCame));
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 6, 7, 8, 9, 15, 16, 17, 31})
  void each_control_character_quote_and_escape_is_found_wherever_it_stands(int before) {
    for (int c = 0; c < 0x100; c++) {
      var text = "[\"" + "x".repeat(before) + (char) c + "\",\"0123456789\"]";

      assertThat(scans(text.getBytes(StandardCharsets.UTF_8)))
          .as("character %s behind %s", c, before)
          .isEqualTo(parses(text));
    }
  }

  @Test
  void a_text_is_decoded_as_the_parser_decodes_it() {
    PropertyCheck.standard()
        .forAll(
            lists(choice(PIECES), 0, 12),
            pieces -> {
              var text = "\"" + String.join("", pieces) + "\"";
              var body = text.getBytes(StandardCharsets.UTF_8);
              if (parses(new String(body, StandardCharsets.UTF_8))) {
                var scanner = new JsonScanner(body, 0);
                scanner.scalar(scanner.kind());
                try (var parser = JACKSON.createParser(body)) {
                  assertThat(scanner.text()).isEqualTo(parser.nextTextValue());
                }
              }
            });
  }

  @Test
  void names_are_told_apart_as_they_are_meant() {
    assertThat(id("{\"c\\u006fnversationId\":\"a\"}")).isEqualTo("a");
    assertThat(id("{\"CONVERSATION_ID\":\"a\"}")).isEqualTo("a");
    assertThat(id("{\"conversation\u007fid\":\"a\"}")).isEmpty();
    assertThat(id("{\"Conversation Id\":\"a\"}")).isEmpty();
  }

  private static String id(String data) {
    var json = "{\"event\":\"e\",\"data\":" + data + "}";
    var result = EventReader.read(json.getBytes(StandardCharsets.UTF_8));
    var ids = ((WebhookResult.Accepted) result).event().conversations();
    return ids.isEmpty() ? "" : ids.iterator().next().value();
  }
}
