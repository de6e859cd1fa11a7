package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what makes a shell complete the command line. */
@Command(
    name = "completion",
    header = "Print a completion script for bash or zsh.",
    customSynopsis = "inbox completion bash|zsh",
    description =
        "Prints a script that makes the shell complete commands, options and their values.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(inbox completion bash)",
      "  inbox completion zsh > ~/.inbox-completion && source ~/.inbox-completion"
    })
@SuppressWarnings("NullAway.Init") // The command line fills in what is required.
final class CompletionCommand extends SessionCommand {
  @Parameters(index = "0", paramLabel = "bash|zsh", description = "The shell.")
  private CompletionShell shell;

  CompletionCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() {
    // One script serves both: it finds out which shell reads it, and zsh speaks bash's completion.
    var script = AutoComplete.bash("inbox", session.wholeLine());
    session.answer(
        () -> JsonOutput.object("shell", shell.toString(), "script", script),
        () -> List.of(script));
    return DONE;
  }
}
