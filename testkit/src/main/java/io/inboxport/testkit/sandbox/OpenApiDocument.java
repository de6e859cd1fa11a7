package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * The API as this project understands it, as an OpenAPI 3.1 document. The mark {@code x-source}
 * says of each fact who says so: {@code documented}, {@code tool}, {@code seen} or {@code ours}.
 */
final class OpenApiDocument {
  private OpenApiDocument() {}

  static String yaml() {
    return YamlText.of(tree());
  }

  static ObjectNode tree() {
    var document = SandboxJson.object().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Oktopost Inbox API, as Inboxport understands it")
        .put("version", "2")
        .put(
            "description",
            "No document of the vendor. Each fact has a mark: x-source is documented (a page of the"
                + " vendor), tool (the schema of a tool that the vendor publishes), seen (a"
                + " published answer) or ours (a decision where no source tells). Generated from"
                + " the routes and forms of the sandbox.")
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("identifier", "Apache-2.0");
    document.putArray("servers").addObject().put("url", "/v2").put("description", "This sandbox");
    document.putArray("security").addObject().putArray("basic");
    document.putArray("tags").addObject().put("name", "Inbox");
    var paths = document.putObject("paths");
    for (var row : OperationTable.ROWS) {
      operation(paths.withObjectProperty(row.path()), row);
    }
    var components = document.putObject("components");
    components
        .putObject("securitySchemes")
        .putObject("basic")
        .put("type", "http")
        .put("scheme", "basic")
        .put("description", "The account id, and the API key as password.")
        .put("x-source", "documented");
    components.set("responses", responses());
    components.set("schemas", AnswerSchemas.tree());
    return document;
  }

  private static void operation(ObjectNode path, OperationRow row) {
    var operation =
        path.putObject(row.method().toLowerCase(Locale.ROOT))
            .put("operationId", camel(AdminInput.name(row.operation())))
            .put("summary", row.words())
            .put("x-source", "documented");
    operation.putArray("tags").add("Inbox");
    if (row.path().contains("{id}")) {
      operation
          .withArrayProperty("parameters")
          .addObject()
          .put("name", "id")
          .put("in", "path")
          .put("required", true)
          .put(
              "description",
              row.path().startsWith("/conversation/")
                  ? "The id of the conversation."
                  : "The id of what it is about.")
          .put("x-source", "documented")
          .putObject("schema")
          .put("type", "string")
          .put("minLength", 1);
    }
    for (var field : row.fields()) {
      if (!row.isPost()) {
        query(operation, field);
      }
    }
    if (row.isPost()) {
      form(operation, row);
    }
    answers(operation.putObject("responses"), row);
  }

  private static void query(ObjectNode operation, FieldRow field) {
    var parameter =
        operation
            .withArrayProperty("parameters")
            .addObject()
            .put("name", field.name())
            .put("in", "query")
            .put("description", field.words())
            .put("x-source", AdminInput.name(field.source()));
    if (field.kind() == FieldRow.Kind.LIST) {
      parameter.put("style", "form").put("explode", false);
      parameter.putObject("schema").put("type", "array").putObject("items").put("type", "string");
    } else if (field.kind() == FieldRow.Kind.NUMBER || field.kind() == FieldRow.Kind.PAGE) {
      int least = field.kind() == FieldRow.Kind.PAGE ? 0 : 1;
      parameter.putObject("schema").put("type", "integer").put("minimum", least);
    } else {
      parameter.putObject("schema").put("type", "string");
    }
  }

  private static void form(ObjectNode operation, OperationRow row) {
    var content =
        operation
            .putObject("requestBody")
            .put("required", true)
            .putObject("content")
            .putObject("application/x-www-form-urlencoded");
    var schema = content.putObject("schema").put("type", "object");
    for (var field : row.fields()) {
      if (field.kind() == FieldRow.Kind.TEXTS) {
        schema.put("minProperties", 1);
      } else if (field.required()) {
        schema.withArrayProperty("required").add(field.name());
      }
    }
    for (var field : row.fields()) {
      if (field.kind() == FieldRow.Kind.OBJECTS) {
        // A form of OpenAPI has no name for it: a key of two brackets.
        pattern(schema, "^" + field.name() + "\\[[0-9]+\\]\\[[^\\]]+\\]$", field.words())
            .put("x-source", AdminInput.name(field.source()));
        continue;
      }
      if (field.kind() == FieldRow.Kind.TEXTS) {
        // By pattern, since generators make two parameters of one name of it.
        pattern(schema, "^" + field.name() + "$", "An empty text says that there are none.")
            .put("const", "")
            .put("x-source", AdminInput.name(FactSource.OURS));
      }
      field(schema.withObjectProperty("properties").putObject(formName(field)), field);
      if (field.kind() == FieldRow.Kind.TEXTS) {
        // It is the default, and generators join the texts by commas unless it is spelled out.
        content
            .putObject("encoding")
            .putObject(formName(field))
            .put("style", "form")
            .put("explode", true);
      }
    }
    schema.put("additionalProperties", false);
  }

  private static ObjectNode pattern(ObjectNode schema, String pattern, String words) {
    return schema
        .withObjectProperty("patternProperties")
        .putObject(pattern)
        .put("type", "string")
        .put("description", words);
  }

  private static void field(ObjectNode property, FieldRow field) {
    property.put("description", field.words()).put("x-source", AdminInput.name(field.source()));
    var text = property;
    if (field.kind() == FieldRow.Kind.TEXTS) {
      text = property.put("type", "array").putObject("items");
    }
    text.put("type", "string");
    if (field.most() > 0) {
      text.put("maxLength", field.most());
    }
  }

  private static String formName(FieldRow field) {
    return field.kind() == FieldRow.Kind.TEXTS ? field.name() + "[]" : field.name();
  }

  private static void answers(ObjectNode answers, OperationRow row) {
    answers
        .putObject("200")
        .put("description", "It was done, unless Result is false.")
        .putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/" + row.answer());
    answers.putObject("429").put("$ref", "#/components/responses/TooManyCalls");
    answers.putObject("default").put("$ref", "#/components/responses/Failed");
  }

  private static ObjectNode responses() {
    var responses = SandboxJson.object();
    failure(responses.putObject("Failed"), "It was not done: the status and Errors say why.");
    var limited = responses.putObject("TooManyCalls");
    failure(limited, "A limit of calls is broken.");
    limited
        .putObject("headers")
        .putObject("Retry-After")
        .put("description", "The seconds to wait; no page of the vendor mentions it.")
        .put("x-source", "ours")
        .putObject("schema")
        .put("type", "integer");
    return responses;
  }

  private static void failure(ObjectNode response, String words) {
    response
        .put("description", words)
        .put("x-source", "documented")
        .putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/Failure");
  }

  private static String camel(String name) {
    var camel = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      camel.append(
          name.charAt(i) == '-' ? Character.toUpperCase(name.charAt(++i)) : name.charAt(i));
    }
    return camel.toString();
  }
}
