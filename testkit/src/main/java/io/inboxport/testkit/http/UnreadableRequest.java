package io.inboxport.testkit.http;

/** A request that cannot be read, and the status that tells why. The connection ends with it. */
final class UnreadableRequest extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String words;

  UnreadableRequest(int status, String words) {
    super(words);
    this.status = status;
    this.words = words;
  }

  int status() {
    return status;
  }

  String words() {
    return words;
  }
}
