package io.inboxport.examples;

import com.google.inject.Guice;
import com.google.inject.Module;
import io.inboxport.Inbox;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.ItemType;
import io.inboxport.reply.ReplyDraft;
import jakarta.inject.Inject;

/** Thanks for every mention that is open. One program; the backend is the one line that differs. */
public final class Welcome {
  private final Inbox inbox;

  @Inject
  Welcome(Inbox inbox) {
    this.inbox = inbox;
  }

  /**
   * The program, wired to this backend: {@code new InMemoryInboxModule(…)} in a test, {@code new
   * HttpInboxModule(…)} in production.
   */
  public static Welcome on(Module backend) {
    return Guice.createInjector(backend).getInstance(Welcome.class);
  }

  /** Thanks, closes, and returns for how many. */
  public int run() {
    var mentions = inbox.list(ConversationQuery.open().ofType(ItemType.MENTION)).items();
    for (var mention : mentions) {
      inbox.reply(mention, ReplyDraft.of("Thank you for the mention!"));
      inbox.close(mention.id());
    }
    return mentions.size();
  }
}
