package io.inboxport.app;

import io.inboxport.InboxDirectory;
import io.inboxport.app.output.DirectoryJson;
import io.inboxport.app.output.JsonOutput;
import io.inboxport.directory.DirectoryListing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists what stands beside conversations. */
@Command(
    name = "directory",
    header = "List tags, users, credentials or canned responses.",
    customSynopsis = "inbox directory tags|users|credentials|responses",
    description = {
      "Lists what the account has beside conversations: what to tag with, whom to assign to, from"
          + " which profile to reply, and which text to begin with.",
      "Lists are read whole, page by page, within the limits of the account."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  inbox directory tags", "  inbox directory users --json"})
@SuppressWarnings("NullAway.Init") // The command line fills in what is required.
final class DirectoryCommand extends SessionCommand {
  @Parameters(
      index = "0",
      paramLabel = "tags|users|credentials|responses",
      description = "What to list.")
  private DirectoryKind kind;

  DirectoryCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() {
    var directory = InboxDirectory.over(session.account());
    switch (kind) {
      case TAGS ->
          answer(
              directory.tags(),
              DirectoryJson::tag,
              new TextTable("ID", "NAME"),
              tag -> List.of(tag.id(), tag.name()));
      case USERS ->
          answer(
              directory.users(),
              DirectoryJson::user,
              new TextTable("ID", "NAME", "ROLE", "TIME ZONE"),
              user -> List.of(user.id(), user.name(), user.role(), user.timeZone()));
      case CREDENTIALS ->
          answer(
              directory.profiles(),
              DirectoryJson::profile,
              new TextTable("ID", "NETWORK", "STATUS", "NAME"),
              profile ->
                  List.of(profile.id(), profile.network(), profile.status(), profile.name()));
      case RESPONSES ->
          answer(
              directory.responses(),
              DirectoryJson::response,
              new TextTable("ID", "VISIBLE", "NAME", "TEXT"),
              response ->
                  List.of(
                      response.id(), response.visibility(), response.name(), response.content()));
    }
    return DONE;
  }

  private <T> void answer(
      DirectoryListing<T> listing,
      Function<T, Map<String, Object>> json,
      TextTable table,
      Function<T, List<?>> cells) {
    session.answer(
        () ->
            JsonOutput.object(
                kind.toString(),
                listing.items().stream().map(json).toList(),
                "complete",
                listing.complete()),
        () -> {
          listing.items().forEach(item -> table.row(cells.apply(item).toArray()));
          var lines = new ArrayList<>(table.lines(session.console()));
          if (!listing.complete()) {
            lines.add("These may not be all.");
          }
          return lines;
        });
  }
}
