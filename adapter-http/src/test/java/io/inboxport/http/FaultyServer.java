package io.inboxport.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A server by hand, as no well-behaved one can be told to break off at the points at which this one
 * does. Counts the requests that arrived whole: each could have been executed.
 */
final class FaultyServer implements AutoCloseable {
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requests = new AtomicInteger();
  private final Queue<String> received = new ConcurrentLinkedQueue<>();
  private final ServerSocket listening;
  private volatile @Nullable Misbehavior misbehavior;
  private volatile String answer = "";

  FaultyServer() {
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    inBackground(this::accept);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/v2");
  }

  /** Serves every request with this body, and counts from zero. */
  void serve(String body) {
    serve(200, body);
  }

  /** Answers every request so, and counts from zero. */
  void serve(int status, String body) {
    answer = answer(status + " Whatever", "", body);
    misbehavior = null;
    requests.set(0);
  }

  /** Does this to every request from now on, and counts from zero. */
  void misbehave(Misbehavior how) throws IOException {
    misbehavior = how;
    requests.set(0);
    if (how == Misbehavior.CONNECTION_REFUSED) {
      close();
    }
  }

  /** Everything that arrived whole, decoded. */
  String received() {
    return URLDecoder.decode(String.join("\n", received), StandardCharsets.UTF_8);
  }

  /** Returns the number of requests that arrived whole. */
  int requests() {
    return requests.get();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (var connection : connections) {
      connection.close();
    }
    // The kernel closes a socket when the thread that waits on it has let go of it.
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new InterruptedIOException();
      }
    }
  }

  static String answer(String status, String headers, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return "HTTP/1.1 "
        + status
        + "\r\n"
        + headers
        + "Content-Length: "
        + length
        + "\r\n\r\n"
        + body;
  }

  private void accept() throws IOException {
    while (true) {
      var connection = listening.accept();
      connections.add(connection);
      inBackground(() -> talk(connection));
    }
  }

  private void talk(Socket connection) throws IOException {
    try (connection) {
      connection.setTcpNoDelay(true);
      var in = new BufferedInputStream(connection.getInputStream());
      while (awaitRequest(in)) {
        var how = misbehavior;
        if (how == Misbehavior.RESET_BEFORE_HEADERS) {
          reset(connection);
          return;
        }
        received.add(read(in));
        requests.incrementAndGet();
        if (how == null) {
          write(connection, answer);
        } else if (how.answer() != null) {
          write(connection, how.answer());
        } else {
          breakOff(connection, in, how);
          return;
        }
      }
    } finally {
      connections.remove(connection);
    }
  }

  private void breakOff(Socket connection, InputStream in, Misbehavior how) throws IOException {
    switch (how) {
      case RESET_AFTER_BODY -> reset(connection);
      case RESET_IN_ANSWER -> {
        write(connection, answer.substring(0, answer.length() - 10));
        // A reset overtakes what is under way: let the client read first what there is.
        pause(30);
        reset(connection);
      }
      case STALL -> in.read();
      case DRIP -> {
        write(connection, answer.substring(0, answer.indexOf("\r\n\r\n") + 4));
        for (int i = 0; i < 1_000; i++) {
          write(connection, " ");
          pause(20);
        }
      }
      case EMPTY_REPLY -> connection.shutdownOutput();
      default -> throw new AssertionError(how);
    }
  }

  private static boolean awaitRequest(InputStream in) throws IOException {
    in.mark(1);
    boolean comes = in.read() >= 0;
    in.reset();
    return comes;
  }

  private static String read(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new SocketException("cut off");
      }
      head.append((char) next);
    }
    var length = head.toString().toLowerCase(Locale.ROOT).split("content-length: ", 2);
    if (length.length == 2) {
      var body = in.readNBytes(Integer.parseInt(length[1].split("\r", 2)[0].strip()));
      head.append(new String(body, StandardCharsets.UTF_8));
    }
    return head.toString();
  }

  private static void write(Socket connection, String text) throws IOException {
    connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void reset(Socket connection) throws IOException {
    connection.setSoLinger(true, 0);
    connection.close();
  }

  private static void pause(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new SocketException("interrupted");
    }
  }

  private interface Task {
    void run() throws IOException;
  }

  private void inBackground(Task task) {
    var thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException e) {
                // The other side has gone, or the test is over.
              }
            },
            "faulty-server");
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }
}
