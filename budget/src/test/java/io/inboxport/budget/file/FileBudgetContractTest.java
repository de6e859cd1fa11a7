package io.inboxport.budget.file;

import io.inboxport.budget.shared.BudgetStore;
import io.inboxport.budget.shared.SharedBudgetContract;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.io.TempDir;

/** Runs the contract on a ledger in a file. */
class FileBudgetContractTest extends SharedBudgetContract {
  @SuppressWarnings("NullAway.Init") // Made before each test.
  @TempDir
  private Path folder;

  @Override
  protected BudgetStore store(LongSupplier millis) {
    return new FileBudgetStore(
        folder.resolve("account.ledger"),
        new LedgerClock(millis, () -> TimeUnit.MILLISECONDS.toNanos(millis.getAsLong())));
  }
}
