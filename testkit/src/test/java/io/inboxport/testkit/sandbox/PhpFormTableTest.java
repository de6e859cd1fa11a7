package io.inboxport.testkit.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.testkit.http.HttpRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Compares the form reader with PHP's own readings, recorded by {@code .ci/php-forms}. The system
 * property {@code inboxport.php.forms} names another table than the one of the build.
 */
class PhpFormTableTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void forms_are_read_as_php_reads_them() throws IOException {
    var rows = rows();
    var header = rows.remove(0);
    assertThat(header.at("/php").asText()).startsWith("8.");
    assertThat(rows).hasSize(header.at("/cases").asInt()).hasSizeGreaterThan(500);

    var differing = new ArrayList<String>();
    for (var row : rows) {
      var expected = louder(row) ? "refused" : utf8(row.get("has")).toString();
      var read = read(row);
      if (!read.equals(expected)) {
        differing.add(row.get("body") + "\n  PHP " + expected + "\n  not " + read);
      }
    }

    assertThat(differing).as("bodies that PHP " + header.at("/php") + " reads otherwise").isEmpty();
  }

  private static String read(JsonNode row) {
    try {
      var type = row.get("type").textValue();
      var body = row.get("body").textValue();
      var form =
          "query".equals(type) ? DecodedForm.decode(body) : DecodedForm.of(request(type, body));
      return tree(form.variables()).toString();
    } catch (RequestRefusal e) {
      return "refused";
    }
  }

  private static HttpRequest request(String type, String body) {
    var headers = new HashMap<String, String>();
    if (type != null) {
      headers.put("content-type", type.strip());
    }
    return new HttpRequest("POST", "/", headers, body, true);
  }

  /** Returns whether the sandbox refuses what PHP cuts or takes without a word. */
  private static boolean louder(JsonNode row) {
    var fields = row.get("body").textValue().split("&", -1);
    return !row.get("utf8").booleanValue()
        || Arrays.stream(fields).filter(field -> !field.isEmpty()).count() > DecodedForm.MAX_FIELDS;
  }

  private static ObjectNode tree(FormArray array) {
    var node = JSON.createObjectNode();
    for (Map.Entry<String, Object> element : array.elements().entrySet()) {
      if (element.getValue() instanceof FormArray inner) {
        node.set(element.getKey(), tree(inner));
      } else {
        node.put(element.getKey(), (String) element.getValue());
      }
    }
    return node;
  }

  /** The same tree, in which the bytes that its characters stand for are read as UTF-8. */
  private static JsonNode utf8(JsonNode bytes) {
    if (bytes.isTextual()) {
      return JSON.getNodeFactory().textNode(utf8(bytes.textValue()));
    }
    var node = JSON.createObjectNode();
    bytes.properties().forEach(field -> node.set(utf8(field.getKey()), utf8(field.getValue())));
    return node;
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }

  private static List<JsonNode> rows() throws IOException {
    var other = System.getProperty("inboxport.php.forms");
    try (var reader = other == null ? recorded() : Files.newBufferedReader(Path.of(other))) {
      var rows = new ArrayList<JsonNode>();
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        rows.add(JSON.readTree(line));
      }
      return rows;
    }
  }

  private static BufferedReader recorded() {
    var table = PhpFormTableTest.class.getResourceAsStream("php-forms.jsonl");
    return new BufferedReader(new InputStreamReader(Objects.requireNonNull(table), UTF_8));
  }
}
