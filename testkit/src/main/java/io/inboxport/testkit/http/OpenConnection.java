package io.inboxport.testkit.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Sockets of one connection, and the time by which what it does now has to be done.
 *
 * <p>A read that is late fails by itself. A write cannot, and a client may send a byte now and
 * then: therefore the door looks at {@link #closeIfOverdue} as well.
 */
final class OpenConnection {
  private static final long NEVER = Long.MAX_VALUE;

  /** A late read is told to the client before the door closes the connection. */
  private static final long GRACE = Duration.ofSeconds(1).toNanos();

  private final Socket raw;
  private final Socket socket;
  private final long answerTime;
  private volatile long due = NEVER;
  private volatile long idleSince = NEVER;
  private volatile boolean ending;

  /**
   * @param raw the TCP socket, which alone can be reset
   * @param socket the same, or TLS on top of it
   */
  OpenConnection(Socket raw, Socket socket, Duration answerTime) {
    this.raw = raw;
    this.socket = socket;
    this.answerTime = answerTime.toNanos();
  }

  Socket raw() {
    return raw;
  }

  Socket socket() {
    return socket;
  }

  /** Gives it this long from now on. */
  void within(Duration time) {
    due = System.nanoTime() + time.toNanos();
  }

  /** Gives it all the time there is. */
  void unlimited() {
    due = NEVER;
  }

  /** Begins to wait for a request; returns false if none is welcome any more. */
  boolean waits(Duration time) {
    within(time);
    idleSince = System.nanoTime();
    return !ending;
  }

  /** Ends the waiting: a byte has come. */
  void works(Duration time) {
    idleSince = NEVER;
    within(time);
  }

  /** Returns since when it waits for a request, by {@code System.nanoTime}, or the largest long. */
  long idleSince() {
    return idleSince;
  }

  /** Returns whether the answer at hand is its last. */
  boolean ending() {
    return ending;
  }

  /** Lets it answer what it has begun to read, and nothing after that. */
  void end() {
    ending = true;
    if (idleSince != NEVER) {
      close();
    }
  }

  void closeIfOverdue(long now) {
    if (due != NEVER && now - due > GRACE) {
      close();
    }
  }

  void close() {
    try {
      raw.close();
    } catch (IOException e) {
      // It is closed all the same.
    }
  }

  /** Bytes that come in; a read that takes too long throws {@link SocketTimeoutException}. */
  InputStream in() throws IOException {
    var in = socket.getInputStream();
    return new InputStream() {
      @Override
      public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        raw.setSoTimeout(millisLeft());
        return in.read(bytes, from, length);
      }
    };
  }

  private int millisLeft() throws SocketTimeoutException {
    long by = due;
    if (by == NEVER) {
      return 0; // To a socket, that is no limit.
    }
    long left = by - System.nanoTime();
    if (left <= 0) {
      throw new SocketTimeoutException("The time is up.");
    }
    return Math.toIntExact(left / 1_000_000 + 1);
  }

  /** Bytes that go out; each piece has the time of an answer. */
  OutputStream out() throws IOException {
    var out = socket.getOutputStream();
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        long before = due;
        due = System.nanoTime() + answerTime;
        out.write(bytes, from, length);
        due = before;
      }

      @Override
      public void flush() throws IOException {
        out.flush();
      }
    };
  }
}
