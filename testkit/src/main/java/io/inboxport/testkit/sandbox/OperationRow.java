package io.inboxport.testkit.sandbox;

import io.inboxport.call.Operation;
import java.util.List;

/**
 * Row of the {@link OperationTable}: one operation of the API.
 *
 * @param path below the API's root, with {@code {id}} for the id it is about
 * @param words what it does, in a few words
 * @param fields the parameters of the query, or the fields of the form of a POST
 * @param answer the name of the schema of its good answer
 */
record OperationRow(
    Operation operation,
    String method,
    String path,
    String words,
    List<FieldRow> fields,
    String answer) {
  OperationRow {
    fields = List.copyOf(fields);
  }

  boolean isPost() {
    return method.equals("POST");
  }
}
