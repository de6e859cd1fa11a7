package io.inboxport.app;

import io.inboxport.app.WriteMarks.LeftWrite;
import io.inboxport.outbox.OutboxEntry;
import io.inboxport.outbox.OutboxState;
import io.inboxport.outbox.OutboxUnavailable;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notice of writes whose processes were killed before their fate was known. */
final class LeftWriteNotice {
  private static final Set<OutboxState> OPEN =
      EnumSet.of(OutboxState.SENDING, OutboxState.IN_DOUBT);

  private LeftWriteNotice() {}

  /** Returns the line that says so; empty if there are none. */
  static Optional<String> line(CommandConsole console) {
    try {
      var left = WriteMarks.of(console).left();
      return left.isEmpty() ? Optional.empty() : DoubtfulWrites.line(console, left);
    } catch (IllegalArgumentException homeless) {
      return Optional.empty();
    }
  }

  /** A class of its own, so that a usual start loads no database. */
  private static final class DoubtfulWrites {
    static Optional<String> line(CommandConsole console, List<LeftWrite> left) {
      var file = OutboxFile.of(console);
      try {
        var open = left.stream().flatMap(write -> entry(file, write).stream()).toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(words(open));
      } catch (UncheckedIOException | OutboxUnavailable | IllegalStateException e) {
        return Optional.of(
            "A write may be in doubt, and the outbox " + file.path() + " cannot be read.");
      }
    }

    private static Optional<OutboxEntry> entry(OutboxFile file, LeftWrite write) {
      var entry =
          file.exists()
              ? file.store(write.account()).find(write.key())
              : Optional.<OutboxEntry>empty();
      var open = entry.filter(found -> OPEN.contains(found.state()));
      if (open.isEmpty()) {
        write.settled();
      }
      return open;
    }

    private static String words(List<OutboxEntry> open) {
      var first = open.get(0);
      return open.size() > 1
          ? open.size()
              + " writes are in doubt, since their processes were killed. Look with \"inbox outbox\"."
          : "The write to %s is in doubt, since its process was killed. Look with \"inbox outbox show %s\"."
              .formatted(first.conversation(), first.key());
    }
  }
}
