package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;

/** Kind of what stands beside conversations. */
enum DirectoryKind {
  TAGS,
  USERS,
  CREDENTIALS,
  RESPONSES;

  /** As it is typed. */
  @Override
  public String toString() {
    return JsonOutput.word(this);
  }
}
