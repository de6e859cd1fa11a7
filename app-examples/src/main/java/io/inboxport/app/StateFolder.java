package io.inboxport.app;

import java.nio.file.Path;

/** Folder in which the command line keeps what outlives a run, for each user of the machine. */
final class StateFolder {
  private StateFolder() {}

  /**
   * Returns the folder: {@code inbox} in XDG_STATE_HOME, in LOCALAPPDATA, or in {@code
   * .local/state} of the home.
   *
   * @throws IllegalArgumentException when the user has no home
   */
  static Path of(CommandConsole console) {
    // A relative path must be ignored: https://specifications.freedesktop.org/basedir-spec/latest
    for (var variable : new String[] {"XDG_STATE_HOME", "LOCALAPPDATA"}) {
      var folder = console.variable(variable);
      if (!folder.isEmpty() && Path.of(folder).isAbsolute()) {
        return Path.of(folder, "inbox");
      }
    }
    var home = console.variable("HOME");
    if (home.isEmpty()) {
      home = System.getProperty("user.home", "");
    }
    if (home.isEmpty() || !Path.of(home).isAbsolute()) {
      throw new IllegalArgumentException(
          "There is no home folder to keep the outbox and the shared budget in: set HOME or"
              + " XDG_STATE_HOME. Commands that only read also run with --budget FILE or --budget"
              + " local.");
    }
    return Path.of(home, ".local", "state", "inbox");
  }
}
