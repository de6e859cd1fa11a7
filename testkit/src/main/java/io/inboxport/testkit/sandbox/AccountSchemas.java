package io.inboxport.testkit.sandbox;

import static io.inboxport.testkit.sandbox.AnswerSchemas.open;
import static io.inboxport.testkit.sandbox.AnswerSchemas.payload;
import static io.inboxport.testkit.sandbox.AnswerSchemas.property;
import static io.inboxport.testkit.sandbox.AnswerSchemas.ref;
import static io.inboxport.testkit.sandbox.AnswerSchemas.result;
import static io.inboxport.testkit.sandbox.AnswerSchemas.schema;
import static io.inboxport.testkit.sandbox.AnswerSchemas.time;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Schemas of the answers beside conversations, as the OpenAPI document has them. */
final class AccountSchemas {
  private AccountSchemas() {}

  static void addTo(ObjectNode schemas) {
    pair(schemas, "TagDefinition", "Tag");
    pair(schemas, "CannedResponse", "CannedResponse");
    pair(schemas, "User", "User");
    pair(schemas, "Credential", "Credential");
    var tag = schema(schemas, "TagDefinition", "A tag of the account.");
    property(tag, "Id", "string", FactSource.DOCUMENTED, true);
    property(tag, "Value", "string", FactSource.DOCUMENTED, true);
    response(schema(schemas, "CannedResponse", "A text that the account keeps for replies."));
    var user = schema(schemas, "User", "A user of the account.");
    property(user, "Id", "string", FactSource.DOCUMENTED, true);
    property(user, "Name", "string", FactSource.DOCUMENTED, false);
    property(user, "Email", "string", FactSource.DOCUMENTED, false);
    time(user, "LastLogin");
    property(user, "Role", "string", FactSource.DOCUMENTED, false)
        .put("description", "In a list only: admin, publisher, contributor, read.");
    property(user, "Timezone", "string", FactSource.DOCUMENTED, false);
    credential(schema(schemas, "Credential", "A connected profile."));
  }

  /** A page of these, and the answer about one. */
  private static void pair(ObjectNode schemas, String name, String key) {
    var page = result(schemas, name + "Page");
    payload(page, "Items", SandboxJson.object().put("type", "array"));
    ((ObjectNode) page.at("/properties/Items")).set("items", ref(name));
    property(page, "Total", "integer", FactSource.DOCUMENTED, false);
    payload(result(schemas, name + "Answer"), key, ref(name));
  }

  private static void response(ObjectNode response) {
    property(response, "ID", "string", FactSource.DOCUMENTED, true);
    property(response, "Name", "string", FactSource.DOCUMENTED, false);
    property(response, "Content", "string", FactSource.DOCUMENTED, false);
    open(response, "Visibility", "shared, private");
    time(response, "Created");
    var author =
        property(response, "CreatedBy", "object", FactSource.DOCUMENTED, false)
            .put("description", "The user who created it.");
    property(author, "Id", "string", FactSource.DOCUMENTED, true);
    property(author, "Name", "string", FactSource.DOCUMENTED, false);
    property(author, "Email", "string", FactSource.DOCUMENTED, false);
  }

  private static void credential(ObjectNode credential) {
    property(credential, "Id", "string", FactSource.DOCUMENTED, true);
    time(credential, "Created");
    property(credential, "Name", "string", FactSource.DOCUMENTED, false);
    property(credential, "DisplayName", "string", FactSource.DOCUMENTED, false);
    open(credential, "Status", "valid, invalid");
    open(credential, "Network", "Facebook, Twitter, LinkedIn, Instagram, YouTube, TikTok");
    property(credential, "NetworkUsername", "string", FactSource.DOCUMENTED, false);
  }
}
