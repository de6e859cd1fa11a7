package io.inboxport.benchmarks;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.reply.ReplyVerdict;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The whole judgement on a reply that is allowed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class VerdictBenchmark {
  // Not final: a constant would be judged while compiling.
  private Conversation conversation =
      Conversation.withId(ConversationId.of("eit000000000001"))
          .status(Status.OPEN)
          .network(Network.LINKEDIN)
          .itemType(ItemType.CONVERSATION)
          .build();
  private ReplyDraft draft = ReplyDraft.of("On it!").attaching(Map.of("url", "a"));

  /** Makes sure of the verdict. */
  @Setup
  public void check() {
    if (!verdict().isAllowed()) {
      throw new IllegalStateException("The verdict is to be a yes.");
    }
  }

  /** The verdict. */
  @Benchmark
  public ReplyVerdict verdict() {
    return ReplyVerdict.on(conversation, draft);
  }
}
