package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.app.output.PrintableText;
import io.inboxport.call.InboxException.ReplyRefused;
import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.ConversationId;
import io.inboxport.reply.CommentId;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.LengthAdvice;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.reply.ReplyReason;
import io.inboxport.reply.ReplyVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replies to a conversation. */
@SuppressWarnings("NullAway.Init") // The command line fills in what is required.
@Command(
    name = "reply",
    header = "Answer the customer.",
    customSynopsis =
        "inbox reply ID TEXT [--from CREDENTIAL] [--parent ID]%n"
            + "                   [--media k=v,...]... [--drop-unsupported] [--dry-run]%n"
            + "                   [--once KEY]",
    description =
        "Sends a reply, once. What the network would silently ignore is refused before anything is sent.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  inbox reply eit000000000001 \"On it!\"",
      "  inbox reply eit000000000002 - --parent eit000000000003 < answer.txt",
      "  inbox reply eit000000000002 Look --media url=https://a.example/b.png --dry-run"
    })
final class ReplyCommand extends WriteCommand<InboxWrite.Reply> {
  @Parameters(
      index = "1",
      paramLabel = "TEXT",
      description = "1 to 10,000 characters; - reads it from standard input.")
  private String text;

  @Option(
      names = "--from",
      paramLabel = "CREDENTIAL",
      description = "The credential to send from; the item's own by default.")
  private @Nullable CredentialId from;

  @Option(
      names = "--parent",
      paramLabel = "ID",
      description = "The public comment to thread the reply under.")
  private @Nullable CommentId parent;

  @Option(
      names = "--media",
      paramLabel = "k=v,...",
      description = "A media object; may be given again.")
  private List<MediaObject> media = List.of();

  @Option(
      names = "--drop-unsupported",
      description = "Leave out what the network does not support, instead of refusing.")
  private boolean dropUnsupported;

  @Option(
      names = "--dry-run",
      description = "Judge the reply and send nothing; exit status 3 when a rule refuses it.")
  private boolean dryRun;

  ReplyCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() throws IOException {
    return dryRun ? judge(id()) : super.call();
  }

  private int judge(ConversationId id) throws IOException {
    var verdict = session.inbox().canReply(id, draft());
    session.answer(() -> json(id, verdict), () -> lines(id, verdict));
    if (verdict instanceof ReplyVerdict.Refused refused) {
      throw new ReplyRefused(id, refused);
    }
    return DONE;
  }

  @Override
  InboxWrite.Reply write(ConversationId id) throws IOException {
    return new InboxWrite.Reply(id, draft());
  }

  @Override
  void tellSent(InboxWrite.Reply write, KeptAnswers answers) {
    var id = write.conversation();
    var verdict = ReplyVerdict.on(answers.conversation(), write.draft());
    answer(() -> json(id, verdict), () -> lines(id, verdict));
  }

  private ReplyDraft draft() throws IOException {
    var draft = ReplyDraft.of(session.text(text));
    draft = from == null ? draft : draft.from(from);
    draft = parent == null ? draft : draft.under(parent);
    for (var object : media) {
      draft = draft.attaching(object.keys());
    }
    return dropUnsupported ? draft.droppingUnsupported() : draft;
  }

  private Map<String, Object> json(ConversationId id, ReplyVerdict verdict) {
    return JsonOutput.object(
        "id", id.value(),
        "sent", !dryRun,
        "verdict",
            verdict.isAllowed() ? "allowed" : verdict.isRefused() ? "refused" : "undetermined",
        "reasons", verdict.reasons().stream().map(ReplyReason::describe).toList(),
        "dropped", verdict.dropped().stream().map(JsonOutput::word).sorted().toList(),
        "advice", verdict.advice().stream().map(LengthAdvice::describe).toList());
  }

  private List<String> lines(ConversationId id, ReplyVerdict verdict) {
    if (verdict.isRefused()) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add((dryRun ? "Would be sent to " : "Sent to ") + id + ".");
    verdict.dropped().forEach(content -> lines.add("Without: " + JsonOutput.word(content) + "."));
    verdict
        .reasons()
        .forEach(
            reason -> lines.add("Left to the server: " + PrintableText.line(reason.describe())));
    verdict.advice().forEach(advice -> lines.add("Advice: " + advice.describe()));
    return lines;
  }
}
