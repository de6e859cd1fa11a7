package broken.budget;

import java.sql.Connection;

final class UsesJdbc {
  Connection connection;
}
