package io.inboxport.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictAllocationTest {
  private static final int VERDICTS = 1_000;

  private static final Conversation ITEM =
      Conversation.withId(ConversationId.of("eit1"))
          .network(Network.FACEBOOK)
          .itemType(ItemType.POST)
          .status(Status.OPEN)
          .build();
  private static final ReplyDraft DRAFT =
      ReplyDraft.of("On it!").under(CommentId.of("c1")).attaching(Map.of("id", "1"));

  @Test
  void an_allowed_reply_is_judged_without_a_single_allocation() {
    // The first rounds load classes; what the JVM itself allocates now and then is no round's own.
    long fewest = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      fewest = Math.min(fewest, bytesOfOneRound());
    }

    assertThat(fewest).isLessThan(VERDICTS);
  }

  private static long bytesOfOneRound() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    int allowed = 0;
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < VERDICTS; i++) {
      allowed += ReplyVerdict.on(ITEM, DRAFT).isAllowed() ? 1 : 0;
    }
    long after = threads.getThreadAllocatedBytes(thread);
    assertThat(allowed).isEqualTo(VERDICTS);
    return after - before;
  }
}
