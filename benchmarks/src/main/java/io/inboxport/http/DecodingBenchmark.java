package io.inboxport.http;

import io.inboxport.benchmarks.BareApi;
import io.inboxport.benchmarks.Samples;
import io.inboxport.conversation.ConversationPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A page of 100 conversations, from bytes to values. In this package because nobody else can call
 * the decoder without a request around it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecodingBenchmark {
  private final byte[] page = Samples.page(100).getBytes(StandardCharsets.UTF_8);
  private final Answers answers = new Answers(new Timestamps(ZoneOffset.UTC));

  /** Into the domain: times, vocabularies and ids included. */
  @Benchmark
  public ConversationPage domain() throws IOException {
    return Objects.requireNonNull(Envelope.open(page, answers::conversations).value());
  }

  /** Into records of texts. */
  @Benchmark
  public BareApi.Many binding() throws IOException {
    return BareApi.MAPPER.readValue(page, BareApi.Many.class);
  }

  /** Both read everything. */
  @Setup
  public void check() throws IOException {
    if (domain().items().size() != 100 || binding().conversations().items().size() != 100) {
      throw new IllegalStateException("Something was not read.");
    }
  }
}
