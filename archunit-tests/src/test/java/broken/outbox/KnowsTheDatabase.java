package broken.outbox;

import broken.jdbc.BudgetDatabase;

final class KnowsTheDatabase {
  BudgetDatabase database;
}
