package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.ConversationId;
import io.inboxport.outbox.OutboxResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;

/** A command that writes to a conversation, through the outbox of the user. */
abstract class WriteCommand<W extends InboxWrite> extends SessionCommand {
  @Mixin private final ConversationArgument conversation = new ConversationArgument();
  @Mixin private final OnceOption once = new OnceOption();

  WriteCommand(CommandSession session) {
    super(session);
  }

  /** Returns the write that the line asks for. */
  abstract W write(ConversationId id) throws IOException;

  /** Tells that the server took the write in this run. */
  abstract void tellSent(W write, KeptAnswers answers);

  final ConversationId id() {
    return conversation.id();
  }

  @Override
  public Integer call() throws IOException {
    // A text is read first: a stop while it is typed changes nothing.
    var write = write(conversation.id());
    var result = session.send(write, once.key());
    if (result.failure().isPresent()) {
      throw result.failure().get();
    }
    var text = new OutboxResultText(session.keyInHand(), result);
    return switch (result.outcome()) {
      case SENT -> {
        tellSent(write, session.answers());
        yield DONE;
      }
      case ALREADY_DONE -> {
        tellDoneBefore(result, text);
        yield DONE;
      }
      case REFUSED, NOT_SENT, IN_DOUBT -> {
        session.tellError(text.label(), text.sentence(), null);
        yield text.status();
      }
    };
  }

  private void tellDoneBefore(OutboxResult result, OutboxResultText text) {
    answer(
        result,
        () -> JsonOutput.object("id", conversation.id().value()),
        () -> List.of(text.sentence()));
  }

  /** Prints the answer to a write that was sent in this run. */
  final void answer(Supplier<Map<String, Object>> json, Supplier<List<String>> text) {
    answer(session.lastResult(), json, text);
  }

  private void answer(
      OutboxResult result, Supplier<Map<String, Object>> json, Supplier<List<String>> text) {
    session.answer(
        () -> {
          var document = json.get();
          if (once.key() != null) {
            document.put("once", once.key().value());
            document.put("outcome", JsonOutput.word(result.outcome()));
          }
          return document;
        },
        text);
  }
}
