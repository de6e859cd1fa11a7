package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;

/** Action of {@code inbox webhook}. */
enum WebhookAction {
  VERIFY;

  /** As it is typed. */
  @Override
  public String toString() {
    return JsonOutput.word(this);
  }
}
