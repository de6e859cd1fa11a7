package io.inboxport.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * Answers every GET with the same bytes, and allocates nothing while it does: what is measured
 * beside it is the client. One thread serves all connections, so none of them is nearer to it than
 * another.
 */
final class LoopbackServer implements AutoCloseable {
  private final ServerSocketChannel listening;
  private final Selector selector;
  private final ByteBuffer request = ByteBuffer.allocateDirect(8192);
  private final ByteBuffer answer;

  private LoopbackServer(String answer) throws IOException {
    var bytes = answer.getBytes(StandardCharsets.UTF_8);
    this.answer = ByteBuffer.allocateDirect(bytes.length).put(bytes);
    selector = Selector.open();
    listening = ServerSocketChannel.open();
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    listening.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
  }

  static LoopbackServer answering(String json) {
    var head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + json.getBytes(StandardCharsets.UTF_8).length
            + "\r\n\r\n";
    try {
      var server = new LoopbackServer(head + json);
      var thread = new Thread(server::serve, "loopback-server");
      thread.setDaemon(true);
      thread.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + listening.socket().getLocalPort() + "/");
  }

  @Override
  public void close() throws IOException {
    listening.close();
    selector.close();
  }

  private void serve() {
    try {
      while (true) {
        selector.select(this::serve);
      }
    } catch (ClosedSelectorException closed) {
      // The benchmark is over.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        var connection = listening.accept();
        connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
        connection.configureBlocking(false).register(selector, SelectionKey.OP_READ);
      } else {
        answer((SocketChannel) key.channel());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A request comes in one piece, as it is short, and a client waits for its answer. */
  private void answer(SocketChannel connection) throws IOException {
    if (connection.read(request.clear()) < 0) {
      connection.close();
    } else {
      connection.write(answer.rewind());
    }
  }
}
