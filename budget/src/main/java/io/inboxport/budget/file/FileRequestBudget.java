package io.inboxport.budget.file;

import io.inboxport.budget.shared.SharedBudgetBuilder;
import io.inboxport.budget.shared.SharedRequestBudget;
import java.nio.file.Path;

/** Budgets that the processes of one user on one machine share in a file. */
public final class FileRequestBudget {
  private FileRequestBudget() {}

  /**
   * Starts to build a budget over this file; {@link FileBudgetStore} says how it is kept. All
   * processes of the account take the same file. The first request makes it, with its folder.
   */
  public static SharedBudgetBuilder at(Path file) {
    return SharedRequestBudget.over(FileBudgetStore.at(file));
  }
}
