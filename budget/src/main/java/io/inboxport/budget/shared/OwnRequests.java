package io.inboxport.budget.shared;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetExchange.PermitEnd;
import io.inboxport.budget.shared.BudgetExchange.RememberedRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests of this process that the server may still count: what to report to the store, and what
 * to write back if the store loses it. Times are those of the process, in nanoseconds. Not
 * thread-safe.
 */
final class OwnRequests {
  private final long grace;
  private final long window;
  private final Map<Long, OwnRequest> requests = new LinkedHashMap<>();
  private final Map<Long, ReportedEnd> ends = new LinkedHashMap<>();

  private record OwnRequest(boolean read, long taken, long counted) {}

  private record ReportedEnd(PermitEnd.Kind kind, long at) {}

  OwnRequests(RequestLimits limits) {
    this.grace = limits.grace().toNanos();
    this.window = Duration.ofMinutes(1).plus(limits.margin()).toNanos();
  }

  /**
   * A permit was granted.
   *
   * @param asked when the store was asked for it, or a local share granted it
   */
  void granted(long permit, boolean read, long asked, long now, long lease) {
    requests.put(permit, new OwnRequest(read, asked, now + lease + grace));
  }

  void ended(long permit, PermitEnd.Kind kind, long now) {
    ends.put(permit, new ReportedEnd(kind, now));
    var request = requests.remove(permit);
    if (request != null && kind != PermitEnd.Kind.CANCELLED) {
      long counted = kind == PermitEnd.Kind.ABANDONED ? now + grace : now;
      requests.put(permit, new OwnRequest(request.read(), request.taken(), counted));
    }
  }

  boolean hasEnds() {
    return !ends.isEmpty();
  }

  /** Returns whether a loss of the store would matter to this process. */
  boolean isEmpty(long now) {
    requests.values().removeIf(request -> now - request.counted() >= window);
    return requests.isEmpty();
  }

  List<PermitEnd> ends(long now) {
    return ends.entrySet().stream()
        .map(
            end ->
                new PermitEnd(
                    end.getKey(),
                    end.getValue().kind(),
                    NANOSECONDS.toMillis(now - end.getValue().at())))
        .toList();
  }

  /** Forgets the ends that the store has heard. */
  void heard(List<PermitEnd> reported) {
    for (var end : reported) {
      var known = ends.get(end.permit());
      if (known != null && known.kind() == end.kind()) {
        ends.remove(end.permit());
      }
    }
  }

  List<RememberedRequest> remembered(long now) {
    return requests.entrySet().stream().map(request -> remembered(request, now)).toList();
  }

  private static RememberedRequest remembered(Map.Entry<Long, OwnRequest> entry, long now) {
    var request = entry.getValue();
    return new RememberedRequest(
        entry.getKey(),
        request.read(),
        NANOSECONDS.toMillis(now - request.taken()) + 1,
        Math.floorDiv(request.counted() - now, 1_000_000) + 1);
  }
}
