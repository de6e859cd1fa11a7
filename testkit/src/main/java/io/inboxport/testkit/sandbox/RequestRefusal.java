package io.inboxport.testkit.sandbox;

/** A request the sandbox answers with an error of its own, before or beside the twin. */
final class RequestRefusal extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  RequestRefusal(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }

  String words() {
    var message = getMessage();
    return message == null ? "" : message;
  }
}
