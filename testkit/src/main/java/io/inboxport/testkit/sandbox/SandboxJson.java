package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.testkit.http.HttpAnswer;

/** The JSON of the sandbox: its trees, and the one mapper that reads them. */
final class SandboxJson {
  private SandboxJson() {}

  /** Made when it is needed: answers of the API need none. */
  private static final class MapperOnDemand {
    static final ObjectMapper MAPPER = new ObjectMapper();
  }

  static ObjectMapper mapper() {
    return MapperOnDemand.MAPPER;
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static HttpAnswer answer(int status, ObjectNode node) {
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
      if (mapper().readTree(json) instanceof ObjectNode object) {
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
    return JsonText.of(node);
  }
}
