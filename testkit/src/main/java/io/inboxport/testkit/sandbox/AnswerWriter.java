package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.testkit.http.HttpAnswer;
import io.inboxport.testkit.sandbox.Dialect.JsonWriter;
import io.inboxport.testkit.sandbox.Dialect.ListForm;
import io.inboxport.testkit.sandbox.Dialect.NumberForm;
import io.inboxport.testkit.sandbox.Dialect.WarningForm;
import io.inboxport.text.WellFormedText;
import java.util.Locale;

/** Writes answers of the API as the program does that a dialect stands for. */
record AnswerWriter(Dialect dialect) {
  private static final String WARNING =
      "<br />\n<b>Warning</b>:  Undefined array key \"locale\" in"
          + " <b>/var/www/api/Inbox.php</b> on line <b>42</b><br />\n";

  /** Writes the answer to a call that took effect. */
  HttpAnswer executed(ObjectNode body) {
    var answer = answer(200, body);
    // The warning went out before the program could say that JSON follows.
    return dialect.warnings() == WarningForm.HTML
        ? answer.withBody(WARNING + answer.body()).with("Content-Type", "text/html; charset=UTF-8")
        : answer;
  }

  /** Writes an answer, such as an error. */
  HttpAnswer answer(int status, ObjectNode body) {
    return SandboxJson.answer(status, text(body));
  }

  /** Returns the answer of a warning and JSON without the warning. */
  static String json(String body) {
    return body.startsWith(WARNING) ? body.substring(WARNING.length()) : body;
  }

  /** Returns the same answer with another JSON in it. */
  HttpAnswer rewritten(HttpAnswer answer, ObjectNode json) {
    var body = answer.body();
    return answer.withBody(body.substring(0, body.length() - json(body).length()) + text(json));
  }

  private String text(ObjectNode body) {
    var json = SandboxJson.text(shaped(body));
    if (dialect.json() == JsonWriter.PLAIN) {
      return json;
    }
    return WellFormedText.is(json) ? escaped(json) : "";
  }

  private JsonNode shaped(JsonNode node) {
    if (node.isNumber() && dialect.numbers() == NumberForm.TEXT) {
      return JsonNodeFactory.instance.textNode(node.asText());
    }
    if (node.isObject()) {
      if (node.isEmpty() && dialect.json() == JsonWriter.PHP) {
        return SandboxJson.array();
      }
      var object = SandboxJson.object();
      node.properties().forEach(field -> object.set(field.getKey(), shaped(field.getValue())));
      return object;
    }
    if (!node.isArray()) {
      return node;
    }
    if (!node.isEmpty() && dialect.lists() == ListForm.GAPS) {
      var gaps = SandboxJson.object();
      for (int i = 0; i < node.size(); i++) {
        gaps.set(Integer.toString(2 * i), shaped(node.get(i)));
      }
      return gaps;
    }
    var list = SandboxJson.array();
    node.forEach(element -> list.add(shaped(element)));
    return list;
  }

  /** Escapes what PHP does beside all others: slashes, and all characters beyond ASCII. */
  private static String escaped(String json) {
    var escaped = new StringBuilder(json.length() * 2);
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '/') {
        escaped.append("\\/");
      } else if (c > '~' + 1) {
        escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
