package io.inboxport.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Answers every GET with the same bytes, and allocates nothing while it does: what is measured
 * beside it is the client.
 */
final class LoopbackServer implements AutoCloseable {
  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

  private final ServerSocket socket;
  private final byte[] answer;

  private LoopbackServer(ServerSocket socket, byte[] answer) {
    this.socket = socket;
    this.answer = answer;
  }

  static LoopbackServer answering(String json) {
    var body = json.getBytes(StandardCharsets.UTF_8);
    var head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    try {
      var server =
          new LoopbackServer(
              new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
              (head + json).getBytes(StandardCharsets.UTF_8));
      daemon(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void accept() {
    try {
      while (true) {
        var connection = socket.accept();
        daemon(() -> serve(connection));
      }
    } catch (IOException closed) {
      // The benchmark is over.
    }
  }

  private void serve(Socket connection) {
    var buffer = new byte[8192];
    try (connection) {
      connection.setTcpNoDelay(true);
      var in = connection.getInputStream();
      var out = connection.getOutputStream();
      while (readHead(in, buffer)) {
        out.write(answer);
      }
    } catch (IOException closed) {
      // The client is gone.
    }
  }

  /** Reads one request; a client that waits for its answer sends no second one before. */
  private static boolean readHead(InputStream in, byte[] buffer) throws IOException {
    int matched = 0;
    while (matched < END_OF_HEAD.length) {
      int read = in.read(buffer);
      if (read < 0) {
        return false;
      }
      for (int i = 0; i < read && matched < END_OF_HEAD.length; i++) {
        matched = buffer[i] == END_OF_HEAD[matched] ? matched + 1 : buffer[i] == '\r' ? 1 : 0;
      }
    }
    return true;
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "loopback-server");
    thread.setDaemon(true);
    thread.start();
  }
}
