package io.inboxport.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Server that answers each request with the bytes it is told to, in one piece. */
final class ByteServer implements AutoCloseable {
  /** An answer that ends so is the last one of its connection. */
  static final String HANG_UP = "\0";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final HandshakeCertificates certificates;
  private final boolean tls;
  private final ServerSocket server;
  private final Function<String, String> answers;

  /** A server that answers a request, head and body, with these bytes. */
  ByteServer(boolean tls, Function<String, String> answers) {
    this.tls = tls;
    this.answers = answers;
    var held = new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    this.certificates =
        new HandshakeCertificates.Builder()
            .heldCertificate(held)
            .addTrustedCertificate(held.certificate())
            .build();
    try {
      server =
          tls
              ? certificates.sslContext().getServerSocketFactory().createServerSocket()
              : new ServerSocket();
      server.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  static String ok(String body) {
    return FaultyServer.answer("200 OK", "", body);
  }

  URI url() {
    return URI.create((tls ? "https" : "http") + "://127.0.0.1:" + server.getLocalPort() + "/v2");
  }

  /** A client that trusts it. */
  OkHttpClient client() {
    return new OkHttpClient.Builder()
        .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
        .build();
  }

  int connections() {
    return connections.get();
  }

  int requests() {
    return requests.get();
  }

  private void accept() {
    try {
      while (true) {
        var socket = server.accept();
        open.add(socket);
        connections.incrementAndGet();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream());
      for (var request = read(in); !request.isEmpty(); request = read(in)) {
        requests.incrementAndGet();
        var answer = answers.apply(request);
        socket.getOutputStream().write(answer.replace(HANG_UP, "").getBytes(UTF_8));
        socket.getOutputStream().flush();
        if (answer.endsWith(HANG_UP)) {
          return;
        }
      }
    } catch (IOException gone) {
      // The client hung up.
    } finally {
      open.remove(socket);
    }
  }

  /** Reads a request; empty if the client hung up. */
  private static String read(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    var length = head.toString().toLowerCase(Locale.ROOT).split("content-length: ", -1);
    if (length.length == 2) {
      var body = in.readNBytes(Integer.parseInt(length[1].split("\r", -1)[0]));
      head.append(new String(body, ISO_8859_1));
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (var socket : open) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
