package io.inboxport.testkit.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Maker of data sources whose process dies, or whose connection breaks, at the point of a {@link
 * CrashSwitch}: before or after each statement and each commit. A connection that broke, and those
 * of a dead process, are closed, so that the database rolls back what was not committed.
 */
public final class CrashingDataSource {
  private CrashingDataSource() {}

  /** Returns the view that a process with this switch has of a database. */
  public static DataSource of(DataSource database, CrashSwitch crash) {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          var result = call(database, method, arguments);
          return result instanceof Connection connection
              ? new CrashingConnection(connection, crash).proxy()
              : result;
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** One connection and its statements. */
  private static final class CrashingConnection {
    private final Connection connection;
    private final CrashSwitch crash;

    CrashingConnection(Connection connection, CrashSwitch crash) {
      this.connection = connection;
      this.crash = crash;
    }

    Connection proxy() {
      return CrashingDataSource.proxy(
          Connection.class,
          (proxy, method, arguments) -> {
            if (crash.isDead() && method.getName().equals("close")) {
              return null;
            }
            var result =
                method.getName().equals("commit")
                    ? pass("commit", method, connection, arguments)
                    : call(connection, method, arguments);
            return result instanceof Statement statement ? statement(statement) : result;
          });
    }

    private Statement statement(Statement statement) {
      var type =
          statement instanceof CallableStatement
              ? CallableStatement.class
              : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
      return CrashingDataSource.proxy(
          type,
          (proxy, method, arguments) ->
              method.getName().startsWith("execute")
                  ? pass(method.getName(), method, statement, arguments)
                  : call(statement, method, arguments));
    }

    private @Nullable Object pass(
        String name, Method method, Object target, Object @Nullable [] arguments) throws Throwable {
      try {
        return crash
            .<Optional<Object>, Exception>pass(
                name,
                () -> Optional.ofNullable(checked(target, method, arguments)),
                done -> broken())
            .orElse(null);
      } catch (ProcessDeath death) {
        connection.close();
        throw death;
      }
    }

    private static @Nullable Object checked(
        Object target, Method method, Object @Nullable [] arguments) throws Exception {
      try {
        return method.invoke(target, arguments);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof Exception failure) {
          throw failure;
        }
        throw e;
      }
    }

    private SQLException broken() {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException("A connection does not close.", e);
      }
      return new SQLNonTransientConnectionException("The connection broke in a test.", "08006");
    }
  }
}
