package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;

/** Shell that can complete the command line. */
enum CompletionShell {
  BASH,
  ZSH;

  /** As it is typed. */
  @Override
  public String toString() {
    return JsonOutput.word(this);
  }
}
