package io.inboxport.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;

/** One connection: request after request until one side has enough. */
final class HttpConnection {
  private final OpenConnection connection;
  private final HttpHandler handler;
  private final DoorSettings settings;
  private final BodyAllowance bodies;

  HttpConnection(
      OpenConnection connection, HttpHandler handler, DoorSettings settings, BodyAllowance bodies) {
    this.connection = connection;
    this.handler = handler;
    this.settings = settings;
    this.bodies = bodies;
  }

  void serve() throws IOException, InterruptedException {
    var in = new BufferedInputStream(connection.in());
    var out = connection.out();
    var reader = new HttpRequestReader(in, out, bodies);
    try {
      while (comes(in)) {
        if (!handler.reads()) {
          reset();
          return;
        }
        var request = reader.next();
        connection.unlimited();
        if (request == null || !deliver(answer(request), request, in, out)) {
          return;
        }
        reader.forget();
      }
    } catch (UnreadableRequest e) {
      refuse(e.status(), e.words(), in, out);
    } catch (SocketTimeoutException e) {
      refuse(408, "The request did not come whole within " + settings.requestTime(), in, out);
    } finally {
      reader.forget();
    }
  }

  /** Returns whether a request begins to come. */
  private boolean comes(InputStream in) throws IOException {
    if (!connection.waits(settings.idleTime())) {
      return false;
    }
    in.mark(1);
    try {
      if (in.read() < 0) {
        return false;
      }
    } catch (SocketTimeoutException e) {
      return false; // Without a request there is nothing to answer.
    }
    connection.works(settings.requestTime());
    in.reset();
    return true;
  }

  private void refuse(int status, String words, InputStream in, OutputStream out)
      throws IOException {
    out.write(handler.refusal(status, words).bytes(true, false));
    out.flush();
    drain(in);
  }

  private HttpAnswer answer(HttpRequest request) {
    try {
      return handler.answer(request);
    } catch (RuntimeException e) {
      // A mistake of the handler, and better told than hung up on.
      return handler.refusal(500, "The server failed: " + e.getClass().getSimpleName());
    }
  }

  /** Returns whether the connection can take another request. */
  private boolean deliver(HttpAnswer answer, HttpRequest request, InputStream in, OutputStream out)
      throws IOException, InterruptedException {
    boolean kept = request.keepAlive() && !connection.ending();
    return deliver(answer, !request.method().equals("HEAD"), kept, in, out) && kept;
  }

  private boolean deliver(
      HttpAnswer answer, boolean withBody, boolean kept, InputStream in, OutputStream out)
      throws IOException, InterruptedException {
    var bytes = answer.bytes(withBody, kept);
    if (answer.delivery() instanceof AnswerDelivery.Stall stall && clientLeavesWithin(stall, in)) {
      return false;
    }
    if (answer.delivery() instanceof AnswerDelivery.Whole
        || answer.delivery() instanceof AnswerDelivery.Stall) {
      out.write(bytes);
      out.flush();
      return true;
    }
    if (answer.delivery() instanceof AnswerDelivery.Twice) {
      writeTogether(out, bytes, bytes);
      return true;
    }
    if (answer.delivery() instanceof AnswerDelivery.Followed followed) {
      writeTogether(out, bytes, followed.surplus().getBytes(UTF_8));
      return !followed.closed();
    }
    if (answer.delivery() instanceof AnswerDelivery.Verbatim verbatim) {
      out.write(verbatim.bytes().getBytes(UTF_8));
      out.flush();
      return !verbatim.closed();
    }
    if (answer.delivery() instanceof AnswerDelivery.Drip drip) {
      drip(out, bytes, 0, drip.pause());
      return true;
    }
    if (answer.delivery() instanceof AnswerDelivery.DripBody drip) {
      int head = answer.bytes(false, kept).length;
      out.write(bytes, 0, head);
      drip(out, bytes, head, drip.pause());
      return true;
    }
    if (answer.delivery() instanceof AnswerDelivery.ResetMidway) {
      out.write(bytes, 0, bytes.length - (withBody ? answer.body().length() / 2 : 0));
      out.flush();
    }
    if (!(answer.delivery() instanceof AnswerDelivery.HangUp)) {
      reset();
    }
    return false;
  }

  private static void drip(OutputStream out, byte[] bytes, int from, Duration pause)
      throws IOException, InterruptedException {
    for (int i = from; i < bytes.length; i++) {
      out.write(bytes[i]);
      out.flush();
      Thread.sleep(pause.toMillis());
    }
  }

  private void reset() throws IOException {
    var raw = connection.raw();
    raw.setSoLinger(true, 0); // Closing then sends RST, whatever is still unsent.
    raw.close();
  }

  /** One write, so that the surplus is there when the client has read the answer. */
  private static void writeTogether(OutputStream out, byte[] answer, byte[] surplus)
      throws IOException {
    var together = Arrays.copyOf(answer, answer.length + surplus.length);
    System.arraycopy(surplus, 0, together, answer.length, surplus.length);
    out.write(together);
    out.flush();
  }

  /** Listening is waiting: a client that leaves ends it at once, and so does closing the door. */
  private boolean clientLeavesWithin(AnswerDelivery.Stall stall, InputStream in)
      throws IOException {
    if (stall.atMost().toMillis() == 0) {
      return false;
    }
    connection.within(stall.atMost());
    try {
      in.read();
      return true; // Also when there was a byte: who speaks while waiting has given up.
    } catch (SocketTimeoutException e) {
      return false;
    } finally {
      connection.unlimited();
    }
  }

  /** Closing with input unread would reset the connection, and could cost the client the answer. */
  private void drain(InputStream in) throws IOException {
    connection.within(Duration.ofMillis(200));
    connection.socket().shutdownOutput();
    try {
      for (int i = 0; i < 1000 && in.read(new byte[8192]) >= 0; i++) {
        // Only to empty the pipe.
      }
    } catch (SocketTimeoutException e) {
      // Patient enough.
    }
  }
}
