package io.inboxport.testkit.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
 * An HTTP/1.1 server on the loopback interface, a thread for each connection. Thread-safe.
 *
 * <p>It is our own because it has to misbehave on the wire and must not misbehave otherwise;
 * docs/sandbox.md tells what was measured on the servers at hand. Bodies are bounded at 8 MiB,
 * heads at 256 KiB. The threads are daemons.
 */
public final class HttpDoor implements AutoCloseable {
  private static final int BACKLOG = 1024;

  /** As the URL says it, also if the JVM is told to prefer IPv6. */
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final ServerSocket server = new ServerSocket();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private final ExecutorService threads;
  private final @Nullable SSLSocketFactory tls;
  private final Service service;

  private HttpDoor(int port, @Nullable SSLSocketFactory tls, Service service) throws IOException {
    this.tls = tls;
    this.service = service;
    server.setReuseAddress(true);
    try {
      server.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), BACKLOG);
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
   * Opens a door at which this handler answers.
   *
   * @param port the port to listen on, or 0 for any that is free
   * @param tls makes the server's side of TLS, or null for none
   * @throws IOException when the port cannot be opened
   */
  public static HttpDoor open(int port, @Nullable SSLSocketFactory tls, HttpHandler handler)
      throws IOException {
    return new HttpDoor(
        port, tls, (raw, socket) -> new HttpConnection(raw, socket, handler).serve());
  }

  /**
   * Opens a door on a free port that sends this answer, whole, for every request without a body. It
   * looks at nothing but the end of a request, and allocates nothing for an answer.
   *
   * @throws IOException when no port can be opened
   */
  public static HttpDoor repeating(HttpAnswer answer) throws IOException {
    var repeated = new RepeatedAnswer(answer);
    return new HttpDoor(0, null, (raw, socket) -> repeated.serve(socket));
  }

  /** Returns the URL of the door, which has no path. */
  public URI url() {
    return URI.create((tls == null ? "http" : "https") + "://127.0.0.1:" + server.getLocalPort());
  }

  /** Returns how many connections were accepted so far. */
  public int connections() {
    return accepted.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        open.add(socket);
        accepted.incrementAndGet();
        if (server.isClosed()) {
          socket.close(); // Too late to be among those that close() hangs up on.
        } else {
          threads.execute(() -> serve(socket));
        }
      } catch (IOException | RejectedExecutionException e) {
        // Closed, or out of file descriptors for a moment.
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      }
    }
  }

  private void serve(Socket raw) {
    try (raw;
        var socket = tls == null ? raw : secured(raw, tls)) {
      raw.setTcpNoDelay(true);
      service.serve(raw, socket);
    } catch (IOException e) {
      // The client left, or a fault closed the connection: no client is left to tell.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(raw);
    }
  }

  /** Serves one connection to its end; the raw socket lies below TLS, or is the same. */
  private interface Service {
    void serve(Socket raw, Socket socket) throws IOException, InterruptedException;
  }

  private static Socket secured(Socket raw, SSLSocketFactory tls) throws IOException {
    var socket = (SSLSocket) tls.createSocket(raw, "localhost", raw.getPort(), true);
    socket.setUseClientMode(false);
    return socket;
  }

  /** Closes all connections in good order, as a server does with idle ones, and goes on. */
  public void hangUp() {
    try {
      for (var socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Closes the door and all connections, and returns when no thread is left: at most 5 seconds
   * later, or sooner if the calling thread is interrupted.
   */
  @Override
  public void close() {
    try {
      server.close();
      hangUp();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
    try {
      threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
