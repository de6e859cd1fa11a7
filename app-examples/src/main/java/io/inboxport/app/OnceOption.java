package io.inboxport.app;

import io.inboxport.outbox.OutboxKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option {@code --once} of the commands that write. */
final class OnceOption {
  @Option(
      names = "--once",
      paramLabel = "KEY",
      description =
          "Send it at most once under this key, however often the line is run. See"
              + " 'inbox outbox --help'.")
  private @Nullable OutboxKey key;

  /** The key that the line gives, or null. */
  @Nullable OutboxKey key() {
    return key;
  }
}
