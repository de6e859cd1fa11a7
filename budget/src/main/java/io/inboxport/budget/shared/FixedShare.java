package io.inboxport.budget.shared;

import io.inboxport.budget.BudgetUnavailable;
import io.inboxport.budget.LocalRequestBudget;
import io.inboxport.budget.MonotonicTime;
import io.inboxport.budget.PermitRefused;
import io.inboxport.budget.RequestBudget;
import io.inboxport.budget.RequestBudget.Permit;
import io.inboxport.budget.RequestKind;
import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetExchange.PermitEnd;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Fixed share of the limits that a process may use while the store is unreachable. It starts only
 * after everything that the store granted has left every window, whichever process got it.
 */
final class FixedShare {
  /** The longest wait, in nanoseconds, after which the store is asked again. */
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final RequestBudget local;
  private final MonotonicTime time;
  private final Clock clock;

  FixedShare(SharedBudgetBuilder builder) {
    this.time = builder.time;
    this.clock = builder.clock;
    this.local = LocalRequestBudget.of(share(builder), builder.time, builder.clock);
  }

  private static RequestLimits share(SharedBudgetBuilder builder) {
    var limits = builder.limits;
    int perMinute = Math.max(1, limits.perMinute() / builder.share);
    return limits.toBuilder()
        .perMinute(perMinute)
        .perFiveSeconds(Math.max(1, limits.perFiveSeconds() / builder.share))
        .perDay(Math.max(1, limits.perDay() / builder.share))
        .reserveForWrites(Math.min(perMinute - 1, limits.reservedForWrites() / builder.share))
        .build();
  }

  void block(Duration pause) {
    local.block(pause);
  }

  /**
   * Lets a request through that the store could not be asked for. If the wait for the share is
   * long, it waits for some of it and returns null: the store may be back.
   */
  @Nullable Permit reserve(
      SharedRequestBudget budget,
      RequestKind kind,
      PermitSeat refused,
      BudgetUnavailable unavailable)
      throws InterruptedException {
    long now = time.nanos();
    long patience = Math.max(0, refused.deadline - now);
    long rest = budget.startOfShare() - now;
    if (rest > patience) {
      throw unavailable;
    }
    if (rest > 0) {
      time.park(Math.min(rest, PAUSE));
      return null;
    }
    try {
      var wait = Duration.ofNanos(Math.min(patience, PAUSE));
      var permit = local.reserve(kind, wait, Duration.ofNanos(refused.lease));
      return new SharePermit(budget, permit, refused);
    } catch (PermitRefused later) {
      if (Duration.between(clock.instant(), later.retryAt()).toNanos() >= patience) {
        throw later;
      }
      time.park(Math.min(patience, PAUSE));
      return null;
    }
  }

  /** Permit of a fixed share, which the store learns of when it is back. */
  private static final class SharePermit implements Permit {
    private final SharedRequestBudget budget;
    private final Permit permit;
    private final long number;
    private final AtomicBoolean over = new AtomicBoolean();

    SharePermit(SharedRequestBudget budget, Permit permit, PermitSeat refused) {
      this.budget = budget;
      this.permit = permit;
      this.number = budget.leftWithoutStore(refused.read, refused.lease);
    }

    @Override
    public void close() {
      permit.close();
      end(PermitEnd.Kind.ANSWERED);
    }

    @Override
    public void abandon() {
      permit.abandon();
      end(PermitEnd.Kind.ABANDONED);
    }

    @Override
    public void cancel() {
      permit.cancel();
      end(PermitEnd.Kind.CANCELLED);
    }

    private void end(PermitEnd.Kind kind) {
      if (!over.getAndSet(true)) {
        budget.endWithoutStore(number, kind);
      }
    }
  }
}
