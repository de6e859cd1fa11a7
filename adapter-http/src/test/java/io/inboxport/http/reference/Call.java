package io.inboxport.http.reference;

import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.port.InboxGateway;
import io.inboxport.timeline.TimelineEntryId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call of the port, as it is made on a gateway and on the reference.
 *
 * @param words what it is, for the reader of a failing sequence
 * @param about the conversation that an error of it names
 * @param write what it writes, or null for a read
 */
record Call(
    String words,
    Operation operation,
    @Nullable ConversationId about,
    @Nullable InboxWrite write,
    Function<InboxGateway, Object> onGateway,
    Function<ReferenceInbox, Object> onReference) {
  /** The value of a call that answers nothing. */
  static final Object DONE = "done";

  static Call list(String words, ConversationQuery query) {
    return new Call(
        "list " + words, Operation.LIST, null, null, g -> g.list(query), r -> r.list(query));
  }

  static Call get(ConversationId id) {
    return new Call("get " + id, Operation.GET, id, null, g -> g.get(id), r -> r.get(id));
  }

  static Call timeline(ConversationId id, @Nullable TimelineEntryId cursor) {
    return new Call(
        "timeline " + id + " older than " + cursor,
        Operation.TIMELINE,
        id,
        null,
        g -> g.timeline(id, cursor),
        r -> r.timeline(id, cursor));
  }

  static Call me() {
    return new Call("me", Operation.ME, null, null, g -> g.me().user(), r -> ReferenceInbox.ME);
  }

  static Call write(String words, InboxWrite write) {
    return new Call(
        words,
        write.operation(),
        write.conversation(),
        write,
        gateway -> perform(gateway, write),
        reference -> reference.write(write));
  }

  private static Object perform(InboxGateway gateway, InboxWrite write) {
    var id = write.conversation();
    if (write instanceof InboxWrite.Assign assign) {
      return gateway.assign(id, assign.assignee(), assign.note());
    } else if (write instanceof InboxWrite.AddNote add) {
      return gateway.addNote(id, add.note());
    } else if (write instanceof InboxWrite.ReplaceTags replace) {
      return gateway.replaceTags(id, replace.names());
    } else if (write instanceof InboxWrite.SetStatus set) {
      gateway.setStatus(id, set.status());
    } else if (write instanceof InboxWrite.Reply reply) {
      gateway.reply(id, reply.draft());
    } else if (write instanceof InboxWrite.CreateCase create) {
      gateway.createCase(id, create.salesforceCase());
    }
    return DONE;
  }

  @Override
  public String toString() {
    return words;
  }
}
