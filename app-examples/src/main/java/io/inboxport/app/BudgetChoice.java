package io.inboxport.app;

import io.inboxport.budget.file.FileBudgetStore;
import io.inboxport.budget.shared.BudgetLedger;
import io.inboxport.budget.shared.BudgetStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Choice of the place in which requests to the API are counted.
 *
 * @param kind the kind of the place
 * @param location the path of the file, or the URL of the server, which may hold a password; empty
 *     for any other kind
 * @param account the name of the account on a server
 */
record BudgetChoice(Kind kind, String location, String account) {
  /** The environment variable that chooses unless the line does. */
  static final String VARIABLE = "INBOX_BUDGET";

  private static final String UNFIT = "[^A-Za-z0-9.@-]";

  /** Kind of a place. */
  enum Kind {
    /** Nothing is counted: a sandbox has no limits unless it is told some. */
    UNLIMITED,
    /** This process alone. */
    LOCAL,
    /** A file, for the processes of this machine. */
    FILE,
    /** A server, for the processes of all machines. */
    SERVER
  }

  /**
   * Chooses what the line says, else the environment, else a file of this user's for the account.
   *
   * @param option what the line says
   * @param owner the account and its server
   * @param isSandbox whether it is a sandbox without an account
   */
  static BudgetChoice of(
      CommandConsole console, @Nullable String option, String owner, boolean isSandbox) {
    var account = owner.startsWith("@") ? "sandbox" : owner.substring(0, owner.indexOf('@'));
    if (option != null) {
      return named(option.strip(), "--budget", account);
    }
    if (isSandbox) {
      return new BudgetChoice(Kind.UNLIMITED, "", account);
    }
    var word = console.variable(VARIABLE);
    return word.isEmpty()
        ? new BudgetChoice(
            Kind.FILE,
            StateFolder.of(console).resolve(OwnerName.of(owner, UNFIT) + ".budget").toString(),
            account)
        : named(word, VARIABLE, account);
  }

  private static BudgetChoice named(String word, String source, String account) {
    if (word.isEmpty()) {
      throw new IllegalArgumentException(
          source + " is empty: give local, a file, redis://HOST:PORT or jdbc:….");
    }
    if (word.equalsIgnoreCase("local")) {
      return new BudgetChoice(Kind.LOCAL, "", account);
    }
    return new BudgetChoice(StoreConnector.isServer(word) ? Kind.SERVER : Kind.FILE, word, account);
  }

  /**
   * Opens the store.
   *
   * @throws UncheckedIOException when the file cannot be used
   * @throws IllegalArgumentException when there is no store to share, or no driver for it
   */
  BudgetStore open() {
    return switch (kind) {
      case FILE -> file();
      case SERVER -> StoreConnector.connect(location, account);
      case LOCAL, UNLIMITED ->
          throw new IllegalArgumentException(
              "This budget is not shared, so there is nothing to look at: give --budget FILE.");
    };
  }

  /**
   * Reads the ledger, and makes nothing.
   *
   * @throws IllegalArgumentException as {@link #open} does
   */
  BudgetLedger look() throws Exception {
    return kind == Kind.FILE ? FileBudgetStore.at(path()).look() : open().look();
  }

  private Path path() {
    try {
      return Path.of(location);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("\"" + location + "\" is no path of a file.", e);
    }
  }

  private FileBudgetStore file() {
    try {
      var store = FileBudgetStore.at(path());
      store.check();
      return store;
    } catch (IOException e) {
      var message =
          "The shared budget cannot be kept in "
              + location
              + ": "
              + reason(e)
              + ". Give another file with --budget, or --budget local to count this process alone.";
      throw new UncheckedIOException(new IOException(message, e));
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "you may not write " + denied.getFile();
    }
    if (e instanceof FileAlreadyExistsException taken) {
      return taken.getFile() + " is no folder";
    }
    return e instanceof FileSystemException failure && failure.getReason() != null
        ? failure.getReason()
        : e.getClass().getSimpleName();
  }

  /** Names the place, without a secret. */
  String place() {
    return kind == Kind.SERVER ? StoreConnector.describe(location) : location;
  }

  /** Names the kind and the place, without a secret. */
  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + place();
  }
}
