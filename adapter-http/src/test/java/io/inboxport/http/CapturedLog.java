package io.inboxport.http;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Everything that is logged while it is open, at the finest level: by SLF4J, whose provider this is
 * in tests, and by {@code java.util.logging}, which OkHttp uses.
 */
public final class CapturedLog extends Handler implements SLF4JServiceProvider {
  private static final List<CapturedLog> OPEN = Collections.synchronizedList(new ArrayList<>());

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter mdc = new NOPMDCAdapter();
  private final Logger root = Logger.getLogger("");
  private @Nullable Level former;

  /** For the service loader: captures nothing. */
  public CapturedLog() {}

  static CapturedLog open() {
    var log = new CapturedLog();
    log.setLevel(Level.ALL);
    log.former = log.root.getLevel();
    log.root.setLevel(Level.ALL);
    log.root.addHandler(log);
    OPEN.add(log);
    return log;
  }

  /** Every line so far, with what was thrown. */
  List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  @Override
  public void publish(LogRecord message) {
    add(
        message.getLoggerName()
            + (" " + message.getMessage() + " " + Arrays.toString(message.getParameters()))
            + (" " + describe(message.getThrown())));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    OPEN.remove(this);
    root.removeHandler(this);
    root.setLevel(former);
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return Capturing::new;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return mdc;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99";
  }

  @Override
  public void initialize() {}

  private void add(String line) {
    lines.add(line);
  }

  private static final class Capturing extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1;

    Capturing(String name) {
      this.name = name;
    }

    @Override
    protected void handleNormalizedLoggingCall(
        org.slf4j.event.Level level,
        @Nullable Marker marker,
        String message,
        Object @Nullable [] arguments,
        @Nullable Throwable thrown) {
      var text = MessageFormatter.basicArrayFormat(message, arguments);
      var line = level + " " + name + " " + text + " " + describe(thrown);
      List.copyOf(OPEN).forEach(log -> log.add(line));
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
      return null;
    }

    @Override
    public boolean isTraceEnabled() {
      return !OPEN.isEmpty();
    }

    @Override
    public boolean isDebugEnabled() {
      return !OPEN.isEmpty();
    }

    @Override
    public boolean isInfoEnabled() {
      return !OPEN.isEmpty();
    }

    @Override
    public boolean isWarnEnabled() {
      return !OPEN.isEmpty();
    }

    @Override
    public boolean isErrorEnabled() {
      return !OPEN.isEmpty();
    }
  }

  /** Returns what a throwable shows when it is printed: its message, causes and stack. */
  static String describe(@Nullable Throwable thrown) {
    var text = new StringWriter();
    if (thrown != null) {
      thrown.printStackTrace(new PrintWriter(text));
    }
    return text.toString();
  }
}
