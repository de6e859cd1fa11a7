package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.app.output.PrintableText;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.Status;
import io.inboxport.reply.ReplyCapabilities;
import io.inboxport.reply.ReplyCapability;
import io.inboxport.tag.Tag;
import io.inboxport.timeline.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders answers for people. */
final class AnswerText {
  private static final String NOTHING = "-";

  private AnswerText() {}

  static TextTable conversations(List<Conversation> conversations) {
    var table = new TextTable("ID", "STATUS", "NETWORK", "TYPE", "ASSIGNEE", "MODIFIED", "PROFILE");
    for (var item : conversations) {
      table.row(
          item.id(),
          status(item.status()),
          item.network(),
          item.itemType(),
          orNothing(item.assignee()),
          time(item.modified()),
          item.profileName());
    }
    return table;
  }

  static TextTable conversation(Conversation item) {
    return new TextTable()
        .row("Id", item.id())
        .row("Status", status(item.status()))
        .row("Network", item.network())
        .row("Type", item.itemType())
        .row("Profile", item.profileName())
        .row("Assignee", orNothing(item.assignee()))
        .row("Tags", item.tags().map(AnswerText::tags).orElse("unknown"))
        .row("Created", time(item.created()))
        .row("Modified", time(item.modified()))
        .row("Reply", reply(item));
  }

  /** For programs a table; for people what was said, each under its own heading. */
  static List<String> entries(List<TimelineEntry> entries, CommandConsole console) {
    if (console.terminal()) {
      return entries.stream().flatMap(entry -> talk(entry, console)).toList();
    }
    var table = new TextTable("ID", "CREATED", "TYPE", "BY", "CONTENT");
    for (var entry : entries) {
      table.row(
          entry.id(),
          time(entry.created()),
          entry.type(),
          orNothing(entry.createdBy()),
          entry.content());
    }
    return table.lines(console);
  }

  private static Stream<String> talk(TimelineEntry entry, CommandConsole console) {
    var by = entry.createdBy().map(user -> "by " + user).orElse("from outside");
    var heading =
        String.join("  ", time(entry.created()), entry.type() + " " + by, entry.id() + "");
    var content =
        wrapped(PrintableText.line(entry.content()), console.columns() - 3).stream()
            .map(line -> "  " + line);
    return Stream.concat(
        Stream.of(TextStyle.FAINT.paint(PrintableText.line(heading), console.colours())), content);
  }

  /** The words of a text on lines no longer than this, as far as its words allow. */
  static List<String> wrapped(String text, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + word.length() + 1 > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  static TextTable capabilities(List<ReplyCapability> capabilities) {
    var table = new TextTable("NETWORK", "TYPE", "REPLY AS", "THREADING", "MEDIA");
    for (var cell : capabilities) {
      table.row(
          cell.network(),
          cell.itemType(),
          JsonOutput.word(cell.channel()),
          yesNo(cell.threading()),
          yesNo(cell.media()));
    }
    return table;
  }

  static String tags(List<Tag> tags) {
    return tags.isEmpty()
        ? NOTHING
        : tags.stream().map(Tag::name).collect(Collectors.joining(", "));
  }

  private static String reply(Conversation item) {
    var can = ReplyCapabilities.of(item.network(), item.itemType());
    return switch (can.channel()) {
      case NONE -> "no: the API sends none to such items on " + item.network();
      case UNDETERMINED -> "unknown: it is not documented";
      case DIRECT_MESSAGE, PUBLIC_COMMENT ->
          (item.status().equals(Status.CLOSED) ? "once it is open, as a " : "as a ")
              + JsonOutput.word(can.channel()).replace('-', ' ')
              + (can.threading() ? ", threading" : "")
              + (can.media() ? ", media" : "");
    };
  }

  private static TextTable.Cell status(Status status) {
    return new TextTable.Cell(
        status.toString(), status.equals(Status.OPEN) ? TextStyle.GREEN : TextStyle.FAINT);
  }

  private static TextTable.Cell yesNo(boolean yes) {
    return new TextTable.Cell(yes ? "yes" : "no", yes ? TextStyle.GREEN : TextStyle.FAINT);
  }

  static String time(Optional<Instant> time) {
    return time.map(Instant::toString).orElse(NOTHING);
  }

  private static String orNothing(Optional<?> value) {
    return value.map(Object::toString).orElse(NOTHING);
  }
}
