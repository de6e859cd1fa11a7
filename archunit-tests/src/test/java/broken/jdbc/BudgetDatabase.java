package broken.jdbc;

public final class BudgetDatabase {}
