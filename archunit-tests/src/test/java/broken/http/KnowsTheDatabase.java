package broken.http;

import broken.jdbc.BudgetDatabase;

final class KnowsTheDatabase {
  BudgetDatabase database;
}
