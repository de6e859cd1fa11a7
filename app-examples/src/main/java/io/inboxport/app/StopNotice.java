package io.inboxport.app;

/** Notice to the user for the case that the process is stopped before this is closed. */
final class StopNotice implements AutoCloseable {
  private final Thread hook;

  /** Begins: from now on, Ctrl-C and TERM run this on their way. */
  StopNotice(Runnable notice) {
    hook = new Thread(notice, "inbox-stop-notice");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is being stopped: the notice is given already.
    }
  }
}
