package io.inboxport.benchmarks;

import static io.inboxport.benchmarks.FigureLimit.atLeast;
import static io.inboxport.benchmarks.FigureLimit.atMost;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Figures of the outbox, held against bare commits of the same rows in the same run. */
final class OutboxFigures {
  private static final int ROUNDS = 31;
  private static final int WARM_UP = 12;
  private static final int WRITES = 300;
  private static final int PLANNED = 10_000;
  private static final int TURN = 500;

  private OutboxFigures() {}

  /** Measures over PostgreSQL and H2, whose commits wait for the disk. */
  static List<FigureRow> all() throws Exception {
    var rows = new ArrayList<FigureRow>();
    try (var stage = OutboxRig.postgres()) {
      rows.addAll(of(stage));
    }
    try (var stage = OutboxRig.h2()) {
      rows.addAll(of(stage));
    }
    return rows;
  }

  private static List<FigureRow> of(OutboxRig stage) throws Exception {
    try (var hand = new HandWrittenOutbox(stage)) {
      return List.of(
          once("a change of a status", stage, stage::change, hand),
          once("a reply", stage, stage::reply, hand),
          drain(stage, hand));
    }
  }

  /** Takes turns, the first of which only warm up. */
  private static FigureRow once(
      String what, OutboxRig stage, IntConsumer write, HandWrittenOutbox hand) throws Exception {
    var ours = new ArrayList<Double>();
    var bare = new ArrayList<Double>();
    int number = 0;
    for (int round = 0; round < ROUNDS; round++) {
      if (round == WARM_UP) {
        stage.analyze();
      }
      int first = number;
      long start = System.nanoTime();
      for (; number < first + WRITES; number++) {
        write.accept(number);
      }
      long middle = System.nanoTime();
      for (int i = first; i < number; i++) {
        hand.twoCommits(what + i, stage.conversations.get(i % stage.conversations.size()));
      }
      long end = System.nanoTime();
      if (round >= WARM_UP) {
        ours.add((middle - start) / 1e3 / WRITES);
        bare.add((end - middle) / 1e3 / WRITES);
      }
    }
    return new FigureRow(
        what + " through the outbox over " + stage.name + ", µs",
        FigureRow.median(ours),
        "two bare commits",
        FigureRow.median(bare),
        atMost("1.2"));
  }

  /** Takes turns: the disk, for which both wait, is not always as fast. */
  private static FigureRow drain(OutboxRig stage, HandWrittenOutbox hand) throws Exception {
    stage.plan(0, PLANNED);
    hand.plan(PLANNED, stage);
    stage.analyze();
    double byHand = 0;
    double ours = 0;
    for (int turn = 0; turn < PLANNED / TURN; turn++) {
      byHand += seconds(hand::drain);
      ours += seconds(stage::drain);
    }
    return new FigureRow(
        "10,000 planned writes over " + stage.name + ", a second",
        PLANNED / ours,
        "a loop of the same statements",
        PLANNED / byHand,
        atLeast("0.8"));
  }

  private static double seconds(Drain drain) throws Exception {
    long start = System.nanoTime();
    int count = drain.run(TURN);
    if (count != TURN) {
      throw new IllegalStateException("Of " + TURN + " writes, " + count + " were sent.");
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** Work on what is planned. */
  @FunctionalInterface
  private interface Drain {
    int run(int most) throws Exception;
  }
}
