package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;

/** Action of {@code inbox outbox}. */
enum OutboxAction {
  LIST,
  SHOW,
  LOOK,
  SETTLE,
  FORGET;

  /** As it is typed. */
  @Override
  public String toString() {
    return JsonOutput.word(this);
  }
}
