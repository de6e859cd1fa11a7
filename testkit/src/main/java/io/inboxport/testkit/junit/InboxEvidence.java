package io.inboxport.testkit.junit;

/** Report of what came to the inboxes of a test, carried by the failure of that test. */
final class InboxEvidence extends RuntimeException {
  private static final long serialVersionUID = 1;

  InboxEvidence(String report) {
    // Without a stack trace: where it was put together tells nothing.
    super(report, null, false, false);
  }
}
