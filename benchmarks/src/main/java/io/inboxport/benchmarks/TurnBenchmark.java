package io.inboxport.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One get, three ways, in turns, call by call: for the time it takes. Two threads wake each other
 * over a connection, and how soon depends on the processors they sit on, which the system changes
 * as it likes; in turns, it does so to all three.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TurnBenchmark {
  /**
   * On one processor, the time is that of all the work of a call, whichever thread does it. On any,
   * it is the time that a caller waits, and much of it is one processor waking another.
   */
  @Param({"one", "any"})
  public String processor = "";

  /** The nanoseconds that the calls of each kind took, and how many there were of each. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Nanos {
    /** Through the adapter. */
    public long adapter;

    /** By hand. */
    public long okhttp;

    /** By Retrofit. */
    public long retrofit;

    /** Of each. */
    public long calls;
  }

  /** Binds this process to one processor, if that is wanted. */
  @Setup
  public void bind() throws IOException, InterruptedException {
    if (processor.equals("one")) {
      Processor.bind();
    }
  }

  /** Each once, another one first every time. */
  @Benchmark
  public void turn(ThreeCalls calls, Nanos nanos, Blackhole hole) throws IOException {
    long turn = nanos.calls++;
    for (long next = turn; next < turn + 3; next++) {
      long start = System.nanoTime();
      switch ((int) (next % 3)) {
        case 0 -> {
          hole.consume(calls.adapter());
          nanos.adapter += System.nanoTime() - start;
        }
        case 1 -> {
          hole.consume(calls.okhttp());
          nanos.okhttp += System.nanoTime() - start;
        }
        default -> {
          hole.consume(calls.retrofit());
          nanos.retrofit += System.nanoTime() - start;
        }
      }
    }
  }
}
