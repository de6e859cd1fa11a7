package io.inboxport.testkit.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 server on the loopback interface, a thread for each connection.
 *
 * <p>It is our own because the sandbox has to misbehave on the wire and must not misbehave
 * otherwise; docs/sandbox.md tells what was measured on the servers at hand.
 */
final class HttpDoor implements AutoCloseable {
  private static final int BACKLOG = 1024;

  /** As the URL says it, also if the JVM is told to prefer IPv6. */
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final ServerSocket server = new ServerSocket();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads;
  private final @Nullable SSLSocketFactory tls;
  private final Function<HttpRequest, HttpAnswer> handler;

  /**
   * @param port 0 for any that is free
   */
  HttpDoor(int port, @Nullable SSLSocketFactory tls, Function<HttpRequest, HttpAnswer> handler)
      throws IOException {
    this.tls = tls;
    this.handler = handler;
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
              var thread = new Thread(task, "sandbox-" + server.getLocalPort());
              thread.setDaemon(true);
              return thread;
            });
    threads.execute(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        open.add(socket);
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
      new HttpConnection(raw, socket, handler).serve();
    } catch (IOException e) {
      // The client left, or a fault closed the connection: no client is left to tell.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(raw);
    }
  }

  private static Socket secured(Socket raw, SSLSocketFactory tls) throws IOException {
    var socket = (SSLSocket) tls.createSocket(raw, "localhost", raw.getPort(), true);
    socket.setUseClientMode(false);
    return socket;
  }

  /** Closes all connections, and returns when no thread is left. */
  @Override
  public void close() {
    try {
      server.close();
      for (var socket : open) {
        socket.close();
      }
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
