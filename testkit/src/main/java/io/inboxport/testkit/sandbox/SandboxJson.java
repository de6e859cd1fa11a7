package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.testkit.http.HttpAnswer;
import java.io.UncheckedIOException;

/** The one JSON mapper of the sandbox. */
final class SandboxJson {
  static final ObjectMapper MAPPER = new ObjectMapper();

  private SandboxJson() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  static HttpAnswer answer(int status, JsonNode node) {
    return answer(status, text(node));
  }

  static HttpAnswer answer(int status, String json) {
    return HttpAnswer.of(status, json).with("Content-Type", "application/json; charset=utf-8");
  }

  /**
   * Reads a text that holds one object.
   *
   * @throws IllegalArgumentException when it holds anything else; says where
   */
  static ObjectNode parsed(String json) {
    try {
      if (MAPPER.readTree(json) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      var where = e.getLocation();
      throw new IllegalArgumentException(
          "The seed is no JSON, at line "
              + where.getLineNr()
              + (", column " + where.getColumnNr())
              + ": write an object.",
          e);
    }
    throw new IllegalArgumentException("The seed is no JSON object.");
  }

  static String text(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
