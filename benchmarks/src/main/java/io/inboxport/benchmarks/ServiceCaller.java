package io.inboxport.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * Client that takes little of the processor it shares with the server, and many of them at once.
 */
final class ServiceCaller {
  private static final int CLIENTS = 50;

  /** After so many requests a client takes a new connection. */
  private static final int REQUESTS_OF_A_CONNECTION = 10;

  private static final String HEAD =
      " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic YTpi\r\nContent-Type:"
          + " application/x-www-form-urlencoded\r\nContent-Length: ";
  private static final byte[] GET = request("GET /v2/conversation/eit000000000001", "");
  private static final byte[] POST =
      request("POST /v2/conversation/eit000000000001", "status=open&unread=" + "x".repeat(1_000));

  private ServiceCaller() {}

  private static byte[] request(String line, String form) {
    return (line + HEAD + form.length() + "\r\n\r\n" + form).getBytes(ISO_8859_1);
  }

  /** Gets a conversation. */
  static void get(ServerProcess server) throws IOException {
    try (var socket = server.connect()) {
      ask(socket, new BufferedInputStream(socket.getInputStream()), GET);
    }
  }

  /** Sets a status by many clients at once for so long, and returns how often. */
  static long answers(ServerProcess server, long seconds) throws Exception {
    long end = System.nanoTime() + seconds * 1_000_000_000;
    var threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      var clients = new ArrayList<Callable<Long>>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(() -> postUntil(end, server));
      }
      long answers = 0;
      for (var client : threads.invokeAll(clients)) {
        answers += client.get();
      }
      return answers;
    } finally {
      threads.shutdown();
    }
  }

  private static long postUntil(long end, ServerProcess server) throws IOException {
    long answers = 0;
    while (System.nanoTime() < end) {
      try (var socket = server.connect()) {
        socket.setTcpNoDelay(true);
        var in = new BufferedInputStream(socket.getInputStream());
        for (int i = 0; i < REQUESTS_OF_A_CONNECTION; i++) {
          ask(socket, in, POST);
          answers++;
        }
      }
    }
    return answers;
  }

  private static void ask(Socket socket, InputStream in, byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    var status = line(in);
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException("The server answers " + status);
    }
    long length = 0;
    for (var header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Long.parseLong(header.substring(15).strip());
      }
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("The server hung up.");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
