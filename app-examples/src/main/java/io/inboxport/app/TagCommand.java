package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.app.output.PrintableText;
import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.ConversationId;
import io.inboxport.tag.ConfirmedTags;
import io.inboxport.tag.TagName;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replaces the tags. */
@SuppressWarnings("NullAway.Init") // The command line fills in what is required.
@Command(
    name = "tag",
    header = "Replace its tags.",
    customSynopsis = {"inbox tag ID NAME... [--once KEY]", "inbox tag ID --clear [--once KEY]"},
    description = "Replaces all tags of a conversation by these.",
    footerHeading = "%nExamples:%n",
    footer = {"  inbox tag eit000000000001 Support VIP", "  inbox tag eit000000000001 --clear"})
final class TagCommand extends WriteCommand<InboxWrite.ReplaceTags> {
  @Parameters(
      index = "1..*",
      paramLabel = "NAME",
      description = "The whole new set; up to 64 characters each.")
  // Texts: of a value it cannot convert, picocli says in a list only that it is unexpected.
  private List<String> names = List.of();

  @Option(names = "--clear", description = "Take all tags away.")
  private boolean clear;

  TagCommand(CommandSession session) {
    super(session);
  }

  @Override
  InboxWrite.ReplaceTags write(ConversationId id) {
    if (names.isEmpty() != clear) {
      throw new IllegalArgumentException(
          "Give the tags the conversation shall have, or --clear for none.");
    }
    names.forEach(UnreadLetters::refuse);
    return new InboxWrite.ReplaceTags(id, names.stream().map(TagName::of).toList());
  }

  @Override
  void tellSent(InboxWrite.ReplaceTags write, KeptAnswers answers) {
    var id = write.conversation();
    var confirmed = new ConfirmedTags(write.names(), answers.tags());
    var tags = confirmed.tags();
    if (!confirmed.isAsAsked()) {
      session.warn("The server did not take the tags as they were asked for.");
    }
    answer(
        () -> JsonOutput.object("id", id.value(), "tags", JsonOutput.tags(tags)),
        () -> List.of(id + " has the tags: " + PrintableText.line(AnswerText.tags(tags))));
  }
}
