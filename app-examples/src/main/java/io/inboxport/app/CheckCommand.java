package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import picocli.CommandLine.Command;

/** Checks the credentials. */
@Command(
    name = "check",
    header = "Check the credentials.",
    customSynopsis = "inbox check",
    description = "Asks the backend who you are: the start-up check of the credentials.",
    footerHeading = "%nExamples:%n",
    footer = {"  inbox check", "  inbox check --region eu --json"})
final class CheckCommand extends SessionCommand {

  CheckCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() {
    var me = session.inbox().me();
    me.unreadable().forEach(session::warnOfUnreadable);
    session.answer(
        () ->
            JsonOutput.telling(
                me.unreadable(),
                JsonOutput.object(
                    "userId", me.user().value(),
                    "userName", me.userName(),
                    "email", me.email(),
                    "accountId", me.account().value(),
                    "accountName", me.accountName(),
                    "lastLogin", JsonOutput.time(me.lastLogin()))),
        () ->
            new TextTable()
                .row("User", me.user() + " " + me.userName())
                .row("Email", me.email())
                .row("Account", me.account() + " " + me.accountName())
                .row("Last login", AnswerText.time(me.lastLogin()))
                .lines(session.console()));
    return DONE;
  }
}
