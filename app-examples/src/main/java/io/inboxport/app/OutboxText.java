package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.call.InboxWrite;
import io.inboxport.outbox.OutboxEntry;
import io.inboxport.outbox.OutboxState;
import io.inboxport.tag.TagName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rendering of the entries of an outbox for people. */
final class OutboxText {
  private OutboxText() {}

  static TextTable entries(List<OutboxEntry> entries) {
    var table = new TextTable("KEY", "STATE", "WRITE", "CONVERSATION", "CREATED", "LOOK AGAIN");
    for (var entry : entries) {
      table.row(
          entry.key(),
          state(entry.state()),
          JsonOutput.word(entry.operation()),
          entry.conversation(),
          second(entry.createdAt()),
          due(entry));
    }
    return table;
  }

  static TextTable entry(OutboxEntry entry) {
    return new TextTable()
        .row("Key", entry.key())
        .row("State", state(entry.state()))
        .row("Write", entry.operation().label() + " " + entry.conversation())
        .row("Created", second(entry.createdAt()))
        .row("Sent", entry.attemptedAt().map(OutboxText::second).orElse("never"))
        .row("Attempts", entry.attempts())
        .row("Look again", due(entry))
        .row("Known", entry.note().isEmpty() ? "-" : entry.note());
  }

  private static TextTable.Cell state(OutboxState state) {
    var style =
        switch (state) {
          case DONE -> TextStyle.GREEN;
          case REFUSED -> TextStyle.FAINT;
          case PLANNED, NOT_SENT -> TextStyle.YELLOW;
          case SENDING, IN_DOUBT -> TextStyle.RED;
        };
    return new TextTable.Cell(state.words(), style);
  }

  private static String due(OutboxEntry entry) {
    if (entry.state().isFinal()) {
      return "-";
    }
    var due = entry.dueAt();
    return due == null ? "a person decides" : entry.isDue() ? "now" : second(due);
  }

  private static String second(Instant time) {
    return OutboxResultText.second(time).toString();
  }

  /** Returns what a person does next; empty if nothing is left to do. */
  static Optional<String> advice(OutboxEntry entry) {
    var key = entry.key();
    return switch (entry.state()) {
      case DONE, REFUSED -> Optional.empty();
      case PLANNED, NOT_SENT ->
          Optional.of(
              "It had no effect. Run its line again, or \"inbox outbox settle "
                  + key
                  + " send\"; or \"given-up\".");
      case SENDING, IN_DOUBT ->
          Optional.of(
              "Look with \"inbox outbox look "
                  + key
                  + "\", and with \"inbox timeline "
                  + entry.conversation()
                  + "\". Write down what you found: \"inbox outbox settle "
                  + key
                  + " done\", or \"not-sent\".");
    };
  }

  /** Returns what a write says: what a customer or a colleague would read. */
  static String text(InboxWrite write) {
    if (write instanceof InboxWrite.Reply reply) {
      return reply.draft().message();
    }
    if (write instanceof InboxWrite.AddNote note) {
      return note.note();
    }
    if (write instanceof InboxWrite.Assign assign) {
      return assign.assignee() + (assign.note() == null ? "" : ": " + assign.note());
    }
    if (write instanceof InboxWrite.ReplaceTags tags) {
      return tags.names().stream().map(TagName::value).collect(Collectors.joining(", "));
    }
    if (write instanceof InboxWrite.CreateCase create) {
      return create.salesforceCase().description().orElse("");
    }
    return write instanceof InboxWrite.SetStatus set ? set.status().toString() : "";
  }
}
