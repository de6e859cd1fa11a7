package io.inboxport.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;

/**
 * Holds each request and each answer that passes against an OpenAPI document. The schemas are
 * judged by a validator that knows nothing of this project; only the routing is ours.
 */
final class OpenApiTraffic implements Interceptor {
  private static final String LOCATION = "https://openapi.test/document";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final ObjectMapper json = new ObjectMapper();
  private final JsonNode document;
  private final SchemaRegistry schemas;
  private final Set<String> operations = new TreeSet<>();
  private final List<String> violations = new ArrayList<>();
  private final IntSupplier faults;
  private int calls;
  private int refused;

  /**
   * @param faults tells how many faults have fired: the answer that one distorts is not judged
   */
  OpenApiTraffic(String yaml, IntSupplier faults) throws IOException {
    this.faults = faults;
    document = new YAMLMapper().readTree(yaml);
    var text = json.writeValueAsString(document);
    schemas =
        SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi31(), registry -> registry.schemas(Map.of(LOCATION, text)));
  }

  /** Returns how many calls were judged, both ways. */
  int calls() {
    return calls;
  }

  /** Returns how many of them the document forbids, and the server refused. */
  int refused() {
    return refused;
  }

  /** The operations that were called, by their ids. */
  Set<String> operations() {
    return operations;
  }

  /** Breaches of the document since they were last cleared. */
  List<String> violations() {
    return violations;
  }

  @Override
  public synchronized Response intercept(Chain chain) throws IOException {
    var request = chain.request();
    var place = place(request);
    int before = violations.size();
    judgeRequest(request, place);
    boolean allowed = violations.size() == before;
    int fired = faults.getAsInt();
    var response = chain.proceed(request);
    if (!allowed && response.code() == 400) {
      // What the document forbids, the server refuses: as it should be.
      violations.subList(before, violations.size()).clear();
      refused++;
    }
    if (fired == faults.getAsInt()) {
      calls++;
      judgeAnswer(response, place);
    }
    return response;
  }

  /** Returns the JSON pointer of the operation of a request. */
  private String place(Request request) {
    var steps = request.url().encodedPathSegments();
    var path = new StringBuilder();
    for (int i = 1; i < steps.size(); i++) {
      path.append('/').append(i == 2 ? "{id}" : steps.get(i));
    }
    var method = request.method().toLowerCase(Locale.ROOT);
    var place = "/paths/" + path.toString().replace("/", "~1") + "/" + method;
    var operation = document.at(place);
    if (operation.isMissingNode()) {
      violations.add("There is no " + place);
    } else {
      operations.add(operation.path("operationId").asText());
    }
    return place;
  }

  private void judgeRequest(Request request, String place) throws IOException {
    var parameters = document.at(place + "/parameters");
    for (var name : request.url().queryParameterNames()) {
      int known = -1;
      for (int i = 0; i < parameters.size(); i++) {
        known = parameters.get(i).path("name").asText().equals(name) ? i : known;
      }
      var schema = place + "/parameters/" + known + "/schema";
      var value = String.valueOf(request.url().queryParameter(name));
      judge(schema, parameter(document.at(schema), value), "query " + name);
    }
    var body = request.body();
    // A deletion has an empty form, so that it is sent once, and the document has none for it.
    if (body != null && body.contentLength() != 0) {
      var bytes = new Buffer();
      body.writeTo(bytes);
      var schema = place + "/requestBody/content/" + FORM.replace("/", "~1") + "/schema";
      judge(schema, form(document.at(schema), bytes.readString(UTF_8)), "form");
    }
  }

  private JsonNode parameter(JsonNode schema, String value) {
    return switch (schema.path("type").asText()) {
      case "array" -> json.valueToTree(List.of(value.split(",", -1)));
      case "integer" -> json.getNodeFactory().numberNode(Long.parseLong(value));
      default -> json.getNodeFactory().textNode(value);
    };
  }

  private ObjectNode form(JsonNode schema, String body) {
    var form = json.createObjectNode();
    for (var pair : body.split("&", -1)) {
      var parts = pair.split("=", 2);
      var name = URLDecoder.decode(parts[0], UTF_8);
      var value = URLDecoder.decode(parts[1], UTF_8);
      if (schema.path("properties").path(name).path("type").asText().equals("array")) {
        form.withArrayProperty(name).add(value);
      } else {
        form.put(name, value);
      }
    }
    return form;
  }

  private void judgeAnswer(Response response, String place) throws IOException {
    var body = response.peekBody(Long.MAX_VALUE).string();
    var answer = place + "/responses/" + response.code();
    if (document.at(answer).isMissingNode()) {
      answer = place + "/responses/default";
    }
    var reference = document.at(answer + "/$ref").asText("");
    var schema =
        (reference.isEmpty() ? answer : reference.substring(1))
            + "/content/application~1json/schema";
    try {
      judge(schema, json.readTree(body), "answer " + response.code());
    } catch (IOException e) {
      violations.add(place + ": answer " + response.code() + " is no JSON");
    }
  }

  private void judge(String pointer, JsonNode value, String what) {
    if (document.at(pointer).isMissingNode()) {
      violations.add(pointer + ": undocumented " + what);
      return;
    }
    var schema = schemas.getSchema(SchemaLocation.of(LOCATION + "#" + pointer));
    schema.validate(value).forEach(e -> violations.add(pointer + ": " + what + ": " + e));
  }
}
