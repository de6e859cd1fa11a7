package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. */
final class GlobalOptions {
  /** Backend that answers. */
  enum Backend {
    MEMORY,
    HTTP;

    /** As it is typed. */
    @Override
    public String toString() {
      return JsonOutput.word(this);
    }
  }

  /** Region of the account. */
  enum DataRegion {
    US,
    EU;

    /** As it is typed. */
    @Override
    public String toString() {
      return JsonOutput.word(this);
    }
  }

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Answer with one JSON document; errors too, on standard error.")
  boolean json;

  @Option(
      names = "--backend",
      scope = ScopeType.INHERIT,
      paramLabel = "memory|http",
      description =
          "Who answers: demo data in memory, or the API. Default: http when OKTOPOST_ACCOUNT_ID and"
              + " OKTOPOST_API_KEY or a base URL are set, else memory.")
  @Nullable Backend backend;

  @Option(
      names = "--base-url",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      description =
          "Call the API here, such as a sandbox; /v2 if no path is given. Or OKTOPOST_BASE_URL.")
  @Nullable URI baseUrl;

  @Option(
      names = "--region",
      scope = ScopeType.INHERIT,
      paramLabel = "us|eu",
      description = "The region of the account; us by default. Or OKTOPOST_REGION.")
  @Nullable DataRegion region;

  @Option(
      names = "--timeout",
      scope = ScopeType.INHERIT,
      paramLabel = "TIME",
      description = "The longest a call may take, such as 500ms, 3s or 2m.")
  @Nullable Duration timeout;

  // A text, since the message about a URL that cannot be read would show a password.
  @Option(
      names = "--budget",
      scope = ScopeType.INHERIT,
      paramLabel = "local|FILE|URL",
      description =
          "Count the requests of the account in this file, or at redis://… or jdbc:…, with all"
              + " processes that do; or local, in this process alone. Default: a file of this user's."
              + " Or INBOX_BUDGET.")
  @Nullable String budget;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  boolean verbose;
}
