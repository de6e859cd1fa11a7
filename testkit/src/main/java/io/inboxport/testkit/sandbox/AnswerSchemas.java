package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Schemas of the API's answers, as the OpenAPI document has them. */
final class AnswerSchemas {
  private static final String TIME =
      "UTC, as in \"2025-03-10 14:22:00\"; \"0000-00-00 00:00:00\" is no time. Epoch seconds were"
          + " promised, and never seen.";

  private AnswerSchemas() {}

  static ObjectNode tree() {
    var schemas = SandboxJson.object();
    result(schemas, "Done");
    var page = object("The conversations found.");
    property(page, "Total", "integer", FactSource.DOCUMENTED, true);
    list(page, "Items", "Conversation");
    payload(result(schemas, "ConversationPage"), "Conversations", page);
    payload(result(schemas, "ConversationAnswer"), "Conversation", ref("Conversation"));
    var timeline = result(schemas, "TimelinePage");
    payload(timeline, "Timeline", arrayOf("TimelineEntry"));
    payload(result(schemas, "NoteAnswer"), "Note", ref("TimelineEntry"));
    var assignment = object("Who works on what.");
    property(assignment, "ItemId", "string", FactSource.DOCUMENTED, true);
    property(assignment, "AssigneeId", "string", FactSource.DOCUMENTED, true);
    payload(result(schemas, "AssignmentAnswer"), "Assignment", assignment);
    payload(result(schemas, "TagsAnswer"), "Tags", arrayOf("Tag"));
    identity(result(schemas, "Identity"));
    conversation(schemas);
    entry(schemas);
    var tag = schema(schemas, "Tag", "A label on conversations.");
    property(tag, "Id", "string", FactSource.DOCUMENTED, true);
    property(tag, "Name", "string", FactSource.DOCUMENTED, true);
    failure(schemas);
    AccountSchemas.addTo(schemas);
    return schemas;
  }

  private static ObjectNode object(String words) {
    return SandboxJson.object().put("type", "object").put("description", words);
  }

  static ObjectNode schema(ObjectNode schemas, String name, String words) {
    var schema = object(words);
    schemas.set(name, schema);
    return schema;
  }

  /** An answer, of which Result false is a failure at any status. */
  static ObjectNode result(ObjectNode schemas, String name) {
    var schema = schema(schemas, name, "Its Result is false if the call failed.");
    property(schema, "Result", "boolean", FactSource.DOCUMENTED, true);
    schema
        .withObjectProperty("properties")
        .putObject("Errors")
        .put("description", "Words about a failure, in one of several shapes.")
        .put("x-source", "seen");
    return schema;
  }

  /** Parts of a good answer, which need not come with a failure. */
  static void payload(ObjectNode answer, String name, ObjectNode schema) {
    answer.withObjectProperty("properties").set(name, schema);
    answer.putObject("if").putObject("properties").putObject("Result").put("const", true);
    answer.withObjectProperty("then").withArrayProperty("required").add(name);
  }

  static ObjectNode ref(String name) {
    return SandboxJson.object().put("$ref", "#/components/schemas/" + name);
  }

  private static ObjectNode arrayOf(String name) {
    var array = SandboxJson.object().put("type", "array");
    array.set("items", ref(name));
    return array;
  }

  private static void list(ObjectNode schema, String name, String of) {
    schema.withObjectProperty("properties").set(name, arrayOf(of));
    schema.withArrayProperty("required").add(name);
  }

  static ObjectNode property(
      ObjectNode schema, String name, String type, FactSource source, boolean required) {
    if (required) {
      schema.withArrayProperty("required").add(name);
    }
    return schema
        .withObjectProperty("properties")
        .putObject(name)
        .put("type", type)
        .put("x-source", AdminInput.name(source));
  }

  static void time(ObjectNode schema, String name) {
    property(schema, name, "string", FactSource.DOCUMENTED, false).put("description", TIME);
  }

  static void open(ObjectNode schema, String name, String values) {
    property(schema, name, "string", FactSource.DOCUMENTED, true)
        .put("description", "Known are " + values + "; others may come, in any case.");
  }

  private static void conversation(ObjectNode schemas) {
    var item = schema(schemas, "Conversation", "An item of the inbox.");
    property(item, "Id", "string", FactSource.DOCUMENTED, true);
    time(item, "Created");
    time(item, "Modified");
    open(item, "Status", "open, closed");
    open(item, "Network", "Facebook, Twitter, LinkedIn, Instagram, YouTube, TikTok");
    open(item, "ItemType", "Conversation, Post, Mention, Reply");
    var assignee = property(item, "AssigneeId", "string", FactSource.DOCUMENTED, false);
    assignee.remove("type");
    assignee.putArray("type").add("string").add("null");
    property(item, "ProfileName", "string", FactSource.DOCUMENTED, false);
    item.withObjectProperty("properties").set("Tags", arrayOf("Tag"));
  }

  private static void entry(ObjectNode schemas) {
    var entry = schema(schemas, "TimelineEntry", "Something that happened to a conversation.");
    property(entry, "Id", "string", FactSource.DOCUMENTED, true);
    open(entry, "Type", "note, share");
    time(entry, "Created");
    property(entry, "Content", "string", FactSource.DOCUMENTED, false);
    property(entry, "CreatedBy", "string", FactSource.DOCUMENTED, false)
        .put("description", "The user who made it, if one did.");
  }

  private static void identity(ObjectNode identity) {
    var user = object("Whose key it is.");
    property(user, "Id", "string", FactSource.DOCUMENTED, true);
    property(user, "Name", "string", FactSource.DOCUMENTED, false);
    property(user, "Email", "string", FactSource.DOCUMENTED, false);
    time(user, "LastLogin");
    payload(identity, "User", user);
    var account = object("The account.");
    property(account, "Id", "string", FactSource.DOCUMENTED, true);
    property(account, "Name", "string", FactSource.DOCUMENTED, false);
    payload(identity, "Account", account);
  }

  private static void failure(ObjectNode schemas) {
    var failure = schema(schemas, "Failure", "A call that failed.");
    property(failure, "Result", "boolean", FactSource.DOCUMENTED, true).put("const", false);
    failure
        .withObjectProperty("properties")
        .putObject("Errors")
        .put(
            "description",
            "Words about the failure: the first text inside. Seen are [], {\"Param\":{\"get\":…}},"
                + " {\"api\":{\"message\":…}}, {\"API\":{\"Error\":…}} and none at all.")
        .put("x-source", "seen");
  }
}
