package io.inboxport.testkit.sandbox;

import static io.inboxport.testkit.sandbox.FieldRow.optional;
import static io.inboxport.testkit.sandbox.FieldRow.required;

import io.inboxport.call.Operation;
import io.inboxport.testkit.sandbox.FieldRow.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Table of the API's operations: where they are, what they take, and who says so. The routes and
 * the OpenAPI document are made from it; a test holds the forms against it. Those beside
 * conversations are in {@link AccountOperations}.
 */
final class OperationTable {
  private static final String ITEM = "/conversation/{id}";

  /** In code points, as the vendor's page says of every long text. */
  private static final int LONG = 10_000;

  private static final int TAG_NAME = 64;

  private static final List<OperationRow> OF_INBOX =
      List.of(
          get(Operation.ME, "/me", "Tell whose key it is", "Identity"),
          get(
              Operation.LIST,
              "/conversation",
              "List conversations",
              "ConversationPage",
              optional("type", Kind.LIST, 0, "Item types, parted by commas."),
              optional("status", Kind.LIST, 0, "Statuses, parted by commas."),
              optional("network", Kind.LIST, 0, "Networks, parted by commas."),
              optional("assignee_id", Kind.LIST, 0, "Ids of users, parted by commas."),
              optional("tag", Kind.LIST, 0, "Names of tags, parted by commas."),
              optional("q", Kind.TEXT, 0, "Words to search for."),
              optional("_count", Kind.NUMBER, 0, "The most items that come.")),
          get(Operation.GET, ITEM, "Get a conversation", "ConversationAnswer"),
          post(
              Operation.SET_STATUS,
              ITEM,
              "Open or close a conversation",
              "Done",
              required("status", Kind.TEXT, 0, "The status: open or closed.")),
          get(
              Operation.TIMELINE,
              ITEM + "/timeline",
              "List what happened, newest first",
              "TimelinePage",
              optional("last_loaded_id", Kind.TEXT, 0, "The entry before which to go on.")),
          post(
              Operation.ASSIGN,
              ITEM + "/assign",
              "Assign a conversation to a user",
              "AssignmentAnswer",
              required("assignee_id", Kind.TEXT, 0, "The id of the user."),
              optional("note", Kind.TEXT, LONG, "A note that joins the timeline.")),
          post(
              Operation.ADD_NOTE,
              ITEM + "/note",
              "Add a note",
              "NoteAnswer",
              required("note", Kind.TEXT, LONG, "The note.")),
          post(
              Operation.REPLACE_TAGS,
              ITEM + "/tag",
              "Replace all tags",
              "TagsAnswer",
              required("tags", Kind.TEXTS, TAG_NAME, "The names of all tags from now on.")),
          post(
              Operation.REPLY,
              ITEM + "/reply",
              "Reply to the customer",
              "Done",
              required("message", Kind.TEXT, LONG, "What is sent."),
              optional("credential_id", Kind.TEXT, 0, "The credential to send from."),
              optional("parent_comment_id", Kind.TEXT, 0, "The comment to reply under."),
              optional("media", Kind.OBJECTS, 0, "Attachments.").from(FactSource.TOOL)),
          post(
              Operation.CREATE_CASE,
              ITEM + "/create-case",
              "Create or update a Salesforce case",
              "Done",
              required("integration_id", Kind.TEXT, 0, "The Salesforce integration."),
              optional("case_owner", Kind.TEXT, 0, "The Salesforce id of the owner."),
              optional("contact_id", Kind.TEXT, 0, "The Salesforce id of the contact."),
              optional("case_description", Kind.TEXT, LONG, "The description.")));

  static final List<OperationRow> ROWS =
      Stream.of(OF_INBOX, AccountOperations.ROWS).flatMap(List::stream).toList();

  private static final Map<String, Map<String, Operation>> BY_PATH = byPath();

  private OperationTable() {}

  private static OperationRow get(
      Operation operation, String path, String words, String answer, FieldRow... query) {
    return new OperationRow(operation, "GET", path, words, List.of(query), answer);
  }

  private static OperationRow post(
      Operation operation, String path, String words, String answer, FieldRow... form) {
    return new OperationRow(operation, "POST", path, words, List.of(form), answer);
  }

  private static Map<String, Map<String, Operation>> byPath() {
    var paths = new HashMap<String, Map<String, Operation>>();
    for (var row : ROWS) {
      var methods = paths.get(row.path());
      if (methods == null) {
        methods = new HashMap<>();
        paths.put(row.path(), methods);
      }
      methods.put(row.method(), row.operation());
    }
    return paths;
  }

  /** Returns the operations of a path by method, {@code {id}} standing for any id; or null. */
  static @Nullable Map<String, Operation> at(String path) {
    return BY_PATH.get(path);
  }
}
