package io.inboxport.testkit.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection to a sandbox, byte by byte, so that nothing in between helps or hides. */
final class Wire implements AutoCloseable {
  static final String AUTH =
      "Authorization: Basic "
          + Base64.getEncoder().encodeToString("001000000000001:key".getBytes(UTF_8))
          + "\r\n";

  private final Socket socket;

  Wire(Sandbox sandbox) throws IOException {
    this(sandbox.url());
  }

  Wire(URI url) throws IOException {
    this(InetAddress.getByName(url.getHost()), url.getPort());
  }

  Wire(InetAddress address, int port) throws IOException {
    socket = new Socket(address, port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(30_000);
  }

  /** An answer as it came. */
  record Answer(int status, Map<String, String> headers, String body) {
    JsonNode json() {
      try {
        return new ObjectMapper().readTree(body);
      } catch (JsonProcessingException e) {
        throw new AssertionError("not JSON: " + body, e);
      }
    }

    String message() {
      return json().at("/Errors/api/message").asText();
    }
  }

  /** Sends a request on a connection of its own. */
  static Answer call(Sandbox sandbox, String method, String target, String form)
      throws IOException {
    try (var wire = new Wire(sandbox)) {
      return wire.send(method, target, form);
    }
  }

  static Answer get(Sandbox sandbox, String target) throws IOException {
    return call(sandbox, "GET", target, "");
  }

  Answer send(String method, String target, String form) throws IOException {
    int length = form.getBytes(UTF_8).length;
    write(
        method
            + " "
            + target
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            + AUTH
            + (form.isEmpty()
                ? ""
                : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                    + length
                    + "\r\n")
            + "\r\n"
            + form);
    return read();
  }

  void write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
    socket.getOutputStream().flush();
  }

  /** The next answer. */
  Answer read() throws IOException {
    var statusLine = line();
    int status = Integer.parseInt(statusLine.split(" ", -1)[1]);
    var headers = new TreeMap<String, String>();
    for (var line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    var body = socket.getInputStream().readNBytes(length);
    if (body.length < length) {
      throw new EOFException("hung up after " + body.length + " of " + length + " bytes");
    }
    return new Answer(status, headers, new String(body, UTF_8));
  }

  /**
   * Returns what a single read yields: one write of the other side, if nothing else was written.
   */
  String piece() throws IOException {
    var bytes = new byte[65_536];
    int length = socket.getInputStream().read(bytes);
    if (length < 0) {
      throw new EOFException("hung up");
    }
    return new String(bytes, 0, length, UTF_8);
  }

  /** Everything until the other side hangs up. */
  String readAll() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = socket.getInputStream().read(); b != '\n'; b = socket.getInputStream().read()) {
      if (b < 0) {
        throw new EOFException("hung up");
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(ISO_8859_1);
  }

  void timeout(int millis) throws IOException {
    socket.setSoTimeout(millis);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
