package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Breaks an answer by giving its values types they must not have. */
final class WrongTypes {
  private WrongTypes() {}

  /** The same keys with an object in place of each text, number or boolean; changed in place. */
  static ObjectNode of(ObjectNode node) {
    for (var key : node.properties().stream().map(Map.Entry::getKey).toList()) {
      node.set(key, of(node.get(key)));
    }
    return node;
  }

  private static JsonNode of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> of((ObjectNode) node);
      case ARRAY -> {
        var broken = SandboxJson.array();
        node.forEach(element -> broken.add(of(element)));
        yield broken;
      }
      default -> SandboxJson.object().put("wrong", true);
    };
  }
}
