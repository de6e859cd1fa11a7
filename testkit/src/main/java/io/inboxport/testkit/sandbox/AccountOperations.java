package io.inboxport.testkit.sandbox;

import static io.inboxport.testkit.sandbox.FieldRow.optional;
import static io.inboxport.testkit.sandbox.FieldRow.required;

import io.inboxport.call.Operation;
import io.inboxport.testkit.sandbox.FieldRow.Kind;
import java.util.List;

/** Rows of the {@link OperationTable} beside conversations. */
final class AccountOperations {
  private static final String TAG = "/conversation-tag/{id}";

  private static final FieldRow Q = optional("q", Kind.TEXT, 0, "A text to find in names.");
  private static final FieldRow PAGE = optional("_page", Kind.PAGE, 0, "The number of the page.");
  private static final FieldRow COUNT =
      optional("_count", Kind.NUMBER, 0, "The most items of a page; of tags 20.");
  private static final FieldRow ORDER =
      optional("_order", Kind.TEXT, 0, "A field, a comma, and 1 if it ascends, or 0.");

  static final List<OperationRow> ROWS =
      List.of(
          row(
              Operation.LIST_TAGS,
              "GET",
              "/conversation-tag",
              "List the tags of the account",
              "TagDefinitionPage",
              Q,
              PAGE,
              COUNT,
              ORDER),
          row(Operation.GET_TAG, "GET", TAG, "Get a tag", "TagDefinitionAnswer"),
          row(
              Operation.RENAME_TAG,
              "POST",
              TAG,
              "Rename a tag",
              "Done",
              required("tag", Kind.TEXT, 64, "The new name.")),
          row(Operation.DELETE_TAG, "DELETE", TAG, "Delete a tag", "Done"),
          row(
              Operation.LIST_RESPONSES,
              "GET",
              "/canned-response",
              "List canned responses",
              "CannedResponsePage",
              Q,
              PAGE,
              COUNT,
              ORDER),
          row(
              Operation.CREATE_RESPONSE,
              "POST",
              "/canned-response",
              "Create a canned response",
              "CannedResponseAnswer",
              required("name", Kind.TEXT, 64, "The name, which no other one has."),
              required("content", Kind.TEXT, 10_000, "The text."),
              optional("visibility", Kind.TEXT, 0, "Who sees it: shared or private.")),
          row(
              Operation.GET_RESPONSE,
              "GET",
              "/canned-response/{id}",
              "Get a canned response",
              "CannedResponseAnswer"),
          row(Operation.LIST_USERS, "GET", "/user", "List the users", "UserPage"),
          row(Operation.GET_USER, "GET", "/user/{id}", "Get a user", "UserAnswer"),
          row(
              Operation.LIST_CREDENTIALS,
              "GET",
              "/credential",
              "List the connected profiles",
              "CredentialPage",
              optional("network", Kind.TEXT, 0, "The network they are on."),
              optional("includeInvalid", Kind.TEXT, 0, "1 if invalid ones come too.")),
          row(
              Operation.GET_CREDENTIAL,
              "GET",
              "/credential/{id}",
              "Get a connected profile",
              "CredentialAnswer"));

  private AccountOperations() {}

  private static OperationRow row(
      Operation operation,
      String method,
      String path,
      String words,
      String answer,
      FieldRow... fields) {
    return new OperationRow(operation, method, path, words, List.of(fields), answer);
  }
}
