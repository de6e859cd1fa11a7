package io.inboxport.testkit.sandbox;

import io.inboxport.testkit.http.HttpAnswer;
import io.inboxport.testkit.http.HttpRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Log of what was asked and answered, a line for each request. It tells neither credentials nor
 * queries, forms and bodies, which hold what customers and agents wrote.
 *
 * @param lines takes the lines, from several threads
 * @param clock the time that the lines tell: the sandbox's own
 * @param nanos measures how long an answer took
 */
record RequestLog(Consumer<String> lines, Clock clock, LongSupplier nanos) {
  private static final int LONGEST_PATH = 200;

  /** A line for a request of the API or of the admin path; call is what it was, if it was one. */
  void answered(
      HttpRequest request, HttpAnswer answer, long startNanos, @Nullable ReceivedRequest call) {
    var path = request.path();
    var line =
        new StringBuilder(time())
            .append(' ')
            .append(printable(request.method()))
            .append(' ')
            .append(printable(path.substring(0, Math.min(path.length(), LONGEST_PATH))))
            .append(' ')
            .append(answer.delivery().sendsAnAnswer() ? answer.status() : "hung-up")
            .append(' ')
            .append(TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - startNanos))
            .append("ms");
    if (call != null) {
      call.operation().ifPresent(it -> line.append(' ').append(AdminInput.name(it)));
      line.append(call.executed() ? " executed" : "");
    }
    lines.accept(line.toString());
  }

  /** A line for what was no request. */
  void refused(int status) {
    lines.accept(time() + " - - " + status);
  }

  private String time() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** The text with a question mark for what no terminal should be sent. */
  static String printable(String text) {
    var safe = new StringBuilder(text.length());
    text.chars().forEach(c -> safe.append(c > ' ' && c < 0x7F ? (char) c : '?'));
    return safe.toString();
  }
}
