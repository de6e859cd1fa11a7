package io.inboxport.testkit.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 server, a thread for each connection. Thread-safe.
 *
 * <p>It is our own because it has to misbehave on the wire and must not misbehave otherwise;
 * docs/sandbox.md tells what was measured on the servers at hand. {@link DoorSettings} bounds its
 * connections and their time. A body has at most 8 MiB, all that are read at once 32 MiB, a head
 * 256 KiB. The threads are daemons.
 */
public final class HttpDoor implements AutoCloseable {
  private static final int BACKLOG = 1024;

  private static final int LOOK_EVERY_MILLIS = 1000;

  private final ServerSocket server = new ServerSocket();
  private final AtomicInteger accepted = new AtomicInteger();
  private final OpenConnections connections;
  private final ExecutorService threads;
  private final DoorSettings settings;
  private final ConnectionService service;

  private HttpDoor(DoorSettings settings, ConnectionService service) throws IOException {
    this.settings = settings;
    this.service = service;
    this.connections = new OpenConnections(settings.connections());
    try {
      server.bind(new InetSocketAddress(settings.address(), settings.port()), BACKLOG);
      server.setSoTimeout(LOOK_EVERY_MILLIS);
    } catch (IOException e) {
      server.close();
      throw e;
    }
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              var thread = new Thread(task, "http-door-" + server.getLocalPort());
              thread.setDaemon(true);
              return thread;
            });
    threads.execute(this::accept);
  }

  /**
   * Opens a door on the loopback interface at which this handler answers.
   *
   * @param port the port to listen on, or 0 for any that is free
   * @param tls makes the server's side of TLS, or null for none
   * @throws IOException when the port cannot be opened
   */
  public static HttpDoor open(int port, @Nullable SSLSocketFactory tls, HttpHandler handler)
      throws IOException {
    var settings = DoorSettings.onLoopback().port(port);
    return open(tls == null ? settings : settings.tls(tls), handler);
  }

  /**
   * Opens a door with these settings at which this handler answers.
   *
   * @throws IOException when the port cannot be opened
   */
  public static HttpDoor open(DoorSettings settings, HttpHandler handler) throws IOException {
    var bodies = new BodyAllowance();
    return new HttpDoor(
        settings, connection -> new HttpConnection(connection, handler, settings, bodies).serve());
  }

  /**
   * Opens a door on a free port that sends this answer, whole, for every request without a body. It
   * looks at nothing but the end of a request, and allocates nothing for an answer.
   *
   * @throws IOException when no port can be opened
   */
  public static HttpDoor repeating(HttpAnswer answer) throws IOException {
    var repeated = new RepeatedAnswer(answer);
    return new HttpDoor(
        DoorSettings.onLoopback(), connection -> repeated.serve(connection.socket()));
  }

  /** Returns the URL of the door, which has no path; on all addresses, that of the loopback. */
  public URI url() {
    var address = settings.address();
    var host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
    return URI.create(
        (settings.tls() == null ? "http://" : "https://")
            + (address instanceof Inet6Address && !address.isAnyLocalAddress()
                ? "[" + host + "]"
                : host)
            + (":" + server.getLocalPort()));
  }

  /** Returns how many connections were accepted so far. */
  public int connections() {
    return accepted.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        connections.closeOverdue();
        admit(server.accept());
      } catch (SocketTimeoutException e) {
        // No client came: time to look at those that are there.
      } catch (IOException | RejectedExecutionException e) {
        // Closed, or out of file descriptors for a moment.
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      } catch (InterruptedException e) {
        return; // Only closing interrupts it.
      }
    }
  }

  /** Serves a client once there is room for it; those behind it wait for the system to ask. */
  private void admit(Socket raw) throws IOException, InterruptedException {
    var tls = settings.tls();
    var socket = tls == null ? raw : secured(raw, tls);
    while (!connections.makesRoom()) {
      connections.closeOverdue();
      if (server.isClosed()) {
        raw.close();
        return;
      }
    }
    var connection = new OpenConnection(raw, socket, settings.requestTime());
    connections.enter(connection);
    accepted.incrementAndGet();
    try {
      threads.execute(() -> serve(connection));
    } catch (RejectedExecutionException e) {
      connection.close();
      connections.leave(connection);
      throw e;
    }
    if (server.isClosed()) {
      connection.close(); // Too late to be among those that close() hangs up on.
    }
  }

  private void serve(OpenConnection connection) {
    try {
      connection.raw().setTcpNoDelay(true);
      service.serve(connection);
      connection.socket().close(); // Over TLS, that says goodbye.
    } catch (IOException e) {
      // The client left, or a fault closed the connection: no client is left to tell.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connection.close();
      connections.leave(connection);
    }
  }

  /** Serves one connection to its end. */
  private interface ConnectionService {
    void serve(OpenConnection connection) throws IOException, InterruptedException;
  }

  private static Socket secured(Socket raw, SSLSocketFactory tls) throws IOException {
    var socket = (SSLSocket) tls.createSocket(raw, "localhost", raw.getPort(), true);
    socket.setUseClientMode(false);
    return socket;
  }

  /** Closes all connections in good order, as a server does with idle ones, and goes on. */
  public void hangUp() {
    connections.closeAll();
  }

  /**
   * Takes no more requests, lets those that have begun be answered, and closes the door. Returns
   * when that is done, or when this time is up: what is not answered by then is hung up on.
   */
  public void finish(Duration atMost) {
    stopListening();
    connections.end();
    threads.shutdown();
    await(atMost);
    close();
  }

  /**
   * Closes the door and all connections, and returns when no thread is left: at most 5 seconds
   * later, or sooner if the calling thread is interrupted.
   */
  @Override
  public void close() {
    stopListening();
    hangUp();
    threads.shutdownNow();
    await(Duration.ofSeconds(5));
  }

  private void stopListening() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await(Duration atMost) {
    try {
      threads.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
