package io.inboxport.http.race;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A recorded history of one register. It is linearizable when its operations can be put in one
 * order in which every read returns what was written last before it, and no operation moves before
 * one that was over when it began. The search is that of Wing and Gong, with a memory of what was
 * tried.
 */
final class RegisterHistory {
  private final List<Seen> byBeginning;
  private final Set<Tried> tried = new HashSet<>();

  RegisterHistory(List<Seen> history) {
    this.byBeginning = history.stream().sorted(Comparator.comparingLong(Seen::from)).toList();
  }

  private record Tried(BitSet done, Object value) {}

  boolean isLinearizableFrom(Object initial) {
    return canGoOn(new BitSet(byBeginning.size()), initial);
  }

  private boolean canGoOn(BitSet done, Object value) {
    takeReadsOf(value, done);
    if (done.cardinality() == byBeginning.size()) {
      return true;
    }
    if (!tried.add(new Tried((BitSet) done.clone(), value))) {
      return false;
    }
    long firstEnd = firstEnd(done);
    for (int i = done.nextClearBit(0); i < byBeginning.size(); i = done.nextClearBit(i + 1)) {
      var next = byBeginning.get(i);
      if (next.from() > firstEnd) {
        return false;
      }
      if (next.write()) {
        var after = (BitSet) done.clone();
        after.set(i);
        if (canGoOn(after, next.value())) {
          return true;
        }
      }
    }
    return false;
  }

  /** A read that fits may come at once: it changes nothing for those that follow. */
  private void takeReadsOf(Object value, BitSet done) {
    boolean more = true;
    while (more) {
      more = false;
      long firstEnd = firstEnd(done);
      for (int i = done.nextClearBit(0); i < byBeginning.size(); i = done.nextClearBit(i + 1)) {
        var next = byBeginning.get(i);
        if (next.from() > firstEnd) {
          break;
        }
        if (!next.write() && next.value().equals(value)) {
          done.set(i);
          more = true;
        }
      }
    }
  }

  /** Returns when the first operation to come ends: none that begins later comes before. */
  private long firstEnd(BitSet done) {
    long first = Long.MAX_VALUE;
    for (int i = done.nextClearBit(0); i < byBeginning.size(); i = done.nextClearBit(i + 1)) {
      var next = byBeginning.get(i);
      if (next.from() > first) {
        break;
      }
      first = Math.min(first, next.to());
    }
    return first;
  }
}
