package io.inboxport.app;

import io.inboxport.app.output.Json;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.Status;
import io.inboxport.reply.ReplyCapabilities;
import io.inboxport.reply.ReplyCapability;
import io.inboxport.tag.Tag;
import io.inboxport.timeline.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the answers look like to people. */
final class Text {
  private static final String NOTHING = "-";

  private Text() {}

  static Table conversations(List<Conversation> conversations) {
    var table = new Table("ID", "STATUS", "NETWORK", "TYPE", "MODIFIED", "ASSIGNEE", "PROFILE");
    for (var item : conversations) {
      table.row(
          item.id(),
          status(item.status()),
          item.network(),
          item.itemType(),
          time(item.modified()),
          orNothing(item.assignee()),
          item.profileName());
    }
    return table;
  }

  static Table conversation(Conversation item) {
    return new Table()
        .row("Id", item.id())
        .row("Status", status(item.status()))
        .row("Network", item.network())
        .row("Type", item.itemType())
        .row("Profile", item.profileName())
        .row("Assignee", orNothing(item.assignee()))
        .row("Tags", item.tags().map(Text::tags).orElse("unknown"))
        .row("Created", time(item.created()))
        .row("Modified", time(item.modified()))
        .row("Reply", reply(item));
  }

  static Table entries(List<TimelineEntry> entries) {
    var table = new Table("ID", "CREATED", "TYPE", "BY", "CONTENT");
    for (var entry : entries) {
      table.row(
          entry.id(),
          time(entry.created()),
          entry.type(),
          orNothing(entry.createdBy()),
          entry.content());
    }
    return table;
  }

  static Table capabilities(List<ReplyCapability> capabilities) {
    var table = new Table("NETWORK", "TYPE", "REPLY AS", "THREADING", "MEDIA");
    for (var cell : capabilities) {
      table.row(
          cell.network(),
          cell.itemType(),
          Json.word(cell.channel()),
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
      case NONE -> "no: " + item.network() + " takes no replies to such items";
      case UNDETERMINED -> "unknown: nobody has documented it";
      case DIRECT_MESSAGE, PUBLIC_COMMENT ->
          (item.status().equals(Status.CLOSED) ? "once it is open, as a " : "as a ")
              + Json.word(can.channel()).replace('-', ' ')
              + (can.threading() ? ", threading" : "")
              + (can.media() ? ", media" : "");
    };
  }

  private static Table.Cell status(Status status) {
    return new Table.Cell(
        status.toString(), status.equals(Status.OPEN) ? Style.GREEN : Style.FAINT);
  }

  private static Table.Cell yesNo(boolean yes) {
    return new Table.Cell(yes ? "yes" : "no", yes ? Style.GREEN : Style.FAINT);
  }

  static String time(Optional<Instant> time) {
    return time.map(Instant::toString).orElse(NOTHING);
  }

  private static String orNothing(Optional<?> value) {
    return value.map(Object::toString).orElse(NOTHING);
  }
}
