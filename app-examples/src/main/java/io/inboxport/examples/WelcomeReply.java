package io.inboxport.examples;

import com.google.inject.Guice;
import com.google.inject.Module;
import io.inboxport.Inbox;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.ItemType;
import io.inboxport.reply.ReplyDraft;
import jakarta.inject.Inject;

/**
 * Thanks for every open mention without an assignee. One program; the backend is the one line that
 * differs.
 */
public final class WelcomeReply {
  private final Inbox inbox;

  @Inject
  WelcomeReply(Inbox inbox) {
    this.inbox = inbox;
  }

  /**
   * The program, wired to this backend: {@code new InMemoryInboxModule(…)} in a test, {@code new
   * HttpInboxModule(…)} in production.
   */
  public static WelcomeReply on(Module backend) {
    return Guice.createInjector(backend).getInstance(WelcomeReply.class);
  }

  /** Takes the unassigned mentions, thanks, closes, and returns for how many. */
  public int run() {
    var me = inbox.me().user();
    var open = inbox.list(ConversationQuery.open().ofType(ItemType.MENTION)).items();
    var mentions = open.stream().filter(mention -> mention.assignee().isEmpty()).toList();
    for (var mention : mentions) {
      inbox.assign(mention.id(), me); // First of all: whatever fails, no customer is thanked twice.
      inbox.reply(mention, ReplyDraft.of("Thank you for the mention!"));
      inbox.close(mention.id());
    }
    return mentions.size();
  }
}
