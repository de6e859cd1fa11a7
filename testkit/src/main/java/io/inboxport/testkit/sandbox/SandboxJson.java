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

  static String text(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
