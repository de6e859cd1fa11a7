package io.inboxport.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Pool of one connection, which changes nothing on it: it shows in which state a connection comes
 * back.
 */
final class KeptConnection implements DataSource, AutoCloseable {
  final Connection connection;
  private final @Nullable String product;
  private int lent;

  KeptConnection(DataSource database) throws SQLException {
    this(database, null);
  }

  /** A pool whose database calls itself by another name. */
  KeptConnection(DataSource database, @Nullable String product) throws SQLException {
    this.connection = database.getConnection();
    this.product = product;
  }

  int lent() {
    return lent;
  }

  @Override
  public Connection getConnection() {
    lent++;
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("close")) {
            lent--;
            return null;
          }
          if (method.getName().equals("getMetaData") && product != null) {
            return proxy(DatabaseMetaData.class, (it, asked, none) -> product);
          }
          try {
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            KeptConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Override
  public Connection getConnection(String user, String password) {
    return getConnection();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    // It logs nothing.
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // It is logged in already.
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("It wraps nothing.");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
