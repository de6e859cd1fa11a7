package io.inboxport.benchmarks;

import io.inboxport.conversation.Conversation;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** One get, three ways, each by itself: for what it allocates. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {
  /** The whole adapter. */
  @Benchmark
  public Conversation adapter(ThreeCalls calls) {
    return calls.adapter();
  }

  /** OkHttp and Jackson by hand. */
  @Benchmark
  public BareApi.BareConversation okhttp(ThreeCalls calls) throws IOException {
    return calls.okhttp();
  }

  /** Retrofit and Jackson. */
  @Benchmark
  public BareApi.BareConversation retrofit(ThreeCalls calls) throws IOException {
    return calls.retrofit();
  }
}
