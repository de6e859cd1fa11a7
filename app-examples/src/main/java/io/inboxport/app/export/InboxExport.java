package io.inboxport.app.export;

import io.inboxport.call.InboxException;
import io.inboxport.port.InboxGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Walks the inbox by slices of filters, then every timeline, and writes each answer down as it
 * comes. Run again on the same file it goes on where it stopped and asks for nothing twice.
 *
 * <p>It works on the port, not on the facade: what is written down is pages, as they were fetched.
 */
public final class InboxExport {
  private final InboxGateway gateway;
  private final ExportProgress progress;
  private final int count;

  /**
   * An export from this gateway, which is best a patient one.
   *
   * @param count how many conversations to ask for in one call
   */
  public InboxExport(InboxGateway gateway, ExportProgress progress, int count) {
    this.gateway = gateway;
    this.progress = progress;
    this.count = count;
  }

  /**
   * Writes the inbox of this account to the file, or what is missing there.
   *
   * @throws IllegalArgumentException when the file holds the export of another account
   * @throws InboxException when the backend fails for good; what came so far is in the file
   */
  public Summary run(Path file, String account) throws IOException {
    var state = new ExportState();
    try (var log = ExportLog.open(file, state::learn)) {
      if (!state.account().isEmpty() && !state.account().equals(account)) {
        throw new IllegalArgumentException(
            file + " holds the export of another account: choose another file.");
      }
      var walk = new ExportWalk(gateway, progress, count, state, log);
      if (!state.isComplete()) {
        walk.run(account);
      }
      return new Summary(
          state.conversations().size(), state.entries(), state.missing(), walk.calls());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Summary of an export.
   *
   * @param conversations how many conversations the file holds
   * @param entries how many entries of timelines it holds
   * @param missing how many conversations it lacks, or holds without all of their timeline; empty
   *     if that is not known, as the server does not say how many there are
   * @param calls how many calls this run took
   */
  public record Summary(long conversations, long entries, OptionalLong missing, long calls) {}
}
