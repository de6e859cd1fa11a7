package io.inboxport.app;

import java.util.concurrent.Callable;

/** A command, which does its work in a session. */
abstract class SessionCommand implements Callable<Integer> {
  /** The exit status of a command that did its job. */
  static final int DONE = 0;

  final CommandSession session;

  SessionCommand(CommandSession session) {
    this.session = session;
  }

  /** Does the work and returns the exit status. */
  @Override
  public abstract Integer call() throws Exception;
}
