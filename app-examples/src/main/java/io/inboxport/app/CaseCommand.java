package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.ConversationId;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.salesforce.SalesforceContactId;
import io.inboxport.salesforce.SalesforceUserId;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Creates a Salesforce case. */
@SuppressWarnings("NullAway.Init") // The command line fills in what is required.
@Command(
    name = "case",
    header = "Create its Salesforce case.",
    customSynopsis =
        "inbox case ID --integration ID [--owner ID] [--contact ID]%n"
            + "                [--description TEXT] [--once KEY]",
    description = "Creates the Salesforce case of a conversation, or updates the one it has.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  inbox case eit000000000001 --integration sfint00000000001",
      "  inbox case eit000000000001 --integration sfint00000000001 --description - < it.txt"
    })
final class CaseCommand extends WriteCommand<InboxWrite.CreateCase> {
  @Option(
      names = "--integration",
      required = true,
      paramLabel = "ID",
      description = "The integration, such as sfint00000000001.")
  private IntegrationId integration;

  @Option(
      names = "--owner",
      paramLabel = "ID",
      description = "The Salesforce user who is to own the case.")
  private @Nullable SalesforceUserId owner;

  @Option(
      names = "--contact",
      paramLabel = "ID",
      description = "The Salesforce contact the case is about.")
  private @Nullable SalesforceContactId contact;

  @Option(
      names = "--description",
      paramLabel = "TEXT",
      description = "Up to 10,000 characters; - reads it from standard input.")
  private @Nullable String description;

  CaseCommand(CommandSession session) {
    super(session);
  }

  @Override
  InboxWrite.CreateCase write(ConversationId id) throws IOException {
    var wanted = SalesforceCase.through(integration);
    wanted = owner == null ? wanted : wanted.ownedBy(owner);
    wanted = contact == null ? wanted : wanted.about(contact);
    wanted = description == null ? wanted : wanted.describedAs(session.text(description));
    return new InboxWrite.CreateCase(id, wanted);
  }

  @Override
  void tellSent(InboxWrite.CreateCase write, KeptAnswers answers) {
    var id = write.conversation();
    answer(
        () -> JsonOutput.object("id", id.value(), "integrationId", integration.value()),
        () -> List.of("The Salesforce case of " + id + " is created or updated."));
  }
}
