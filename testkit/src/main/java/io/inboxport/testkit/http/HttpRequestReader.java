package io.inboxport.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the requests of one HTTP/1.1 connection. Everything that can grow has a limit. */
final class HttpRequestReader {
  static final int MAX_BODY = 8 << 20;

  private static final int MAX_HEAD = 256 << 10;

  /** Of this length a head is not worth counting. */
  private static final int FREE_HEAD = 16 << 10;

  private final InputStream in;
  private final OutputStream out;
  private final BodyAllowance bodies;
  private int headLeft;
  private int held;

  HttpRequestReader(InputStream in, OutputStream out, BodyAllowance bodies) {
    this.in = in;
    this.out = out;
    this.bodies = bodies;
  }

  /** Gives back the room that the last request took. */
  void forget() {
    bodies.giveBack(held);
    held = 0;
  }

  private void hold(int more) throws UnreadableRequest {
    bodies.take(more);
    held += more;
  }

  /** Returns the next request, or null when the client hung up instead. */
  @Nullable HttpRequest next() throws IOException, UnreadableRequest {
    headLeft = MAX_HEAD;
    var requestLine = line();
    while (requestLine != null && requestLine.isEmpty()) {
      requestLine = line();
    }
    if (requestLine == null) {
      return null;
    }
    // A client may leave spaces in the target as they are: only the outermost two are separators.
    int first = requestLine.indexOf(' ');
    int last = requestLine.lastIndexOf(' ');
    var version = requestLine.substring(last + 1);
    if (first <= 0 || first == last || !version.startsWith("HTTP/")) {
      throw new UnreadableRequest(400, "The request line is not METHOD TARGET HTTP/1.1.");
    }
    if (!version.startsWith("HTTP/1.")) {
      throw new UnreadableRequest(505, "This server speaks HTTP/1.1.");
    }
    var headers = headers();
    var target = withoutAuthority(requestLine.substring(first + 1, last));
    var method = requestLine.substring(0, first);
    return new HttpRequest(method, target, headers, body(headers), keepsAlive(version, headers));
  }

  private static String withoutAuthority(String target) {
    int scheme = target.indexOf("://");
    if (target.startsWith("/") || scheme < 0) {
      return target;
    }
    int path = target.indexOf('/', scheme + 3);
    return path < 0 ? "/" : target.substring(path);
  }

  private static boolean keepsAlive(String version, Map<String, String> headers) {
    var connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
    return version.equals("HTTP/1.0")
        ? connection.contains("keep-alive")
        : !connection.contains("close");
  }

  private Map<String, String> headers() throws IOException, UnreadableRequest {
    var headers = new HashMap<String, String>();
    while (true) {
      var line = lineOrHangUp();
      if (line.isEmpty()) {
        return headers;
      }
      int colon = line.indexOf(':');
      if (colon <= 0 || line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        throw new UnreadableRequest(400, "A header is not NAME: VALUE on a line of its own.");
      }
      headers.merge(
          line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip(),
          (one, other) -> one + ", " + other);
    }
  }

  private String body(Map<String, String> headers) throws IOException, UnreadableRequest {
    var encoding = headers.get("transfer-encoding");
    var length = headers.get("content-length");
    if (encoding != null && length != null) {
      throw new UnreadableRequest(400, "Content-Length and Transfer-Encoding exclude each other.");
    }
    if (encoding != null && !encoding.equalsIgnoreCase("chunked")) {
      throw new UnreadableRequest(501, "The only transfer encoding understood is chunked.");
    }
    if (encoding == null && length == null) {
      return "";
    }
    int size = length == null ? 0 : number(length, 10, "Content-Length");
    checkSize(size);
    hold(size);
    if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
      // curl asks before it sends a long form, and waits a second if there is no answer.
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
      out.flush();
    }
    return encoding == null ? exactly(size) : chunks();
  }

  private String chunks() throws IOException, UnreadableRequest {
    var body = new StringBuilder();
    while (true) {
      var line = lineOrHangUp();
      int extension = line.indexOf(';');
      int size = number(extension < 0 ? line : line.substring(0, extension), 16, "A chunk's size");
      if (size == 0) {
        headers(); // Trailers, which are not used.
        return body.toString();
      }
      checkSize((long) body.length() + size);
      hold(size);
      body.append(exactly(size));
      if (!lineOrHangUp().isEmpty()) {
        throw new UnreadableRequest(400, "A chunk is longer than it says.");
      }
      headLeft = MAX_HEAD;
    }
  }

  private static int number(String text, int radix, String what) throws UnreadableRequest {
    try {
      int number = Integer.parseInt(text.strip(), radix);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new UnreadableRequest(400, what + " is not a number this door can take.");
  }

  private static void checkSize(long size) throws UnreadableRequest {
    if (size > MAX_BODY) {
      throw new UnreadableRequest(413, "The body is larger than " + MAX_BODY + " bytes.");
    }
  }

  private String exactly(int size) throws IOException {
    var bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException("The client hung up in the middle of a body.");
    }
    return new String(bytes, ISO_8859_1);
  }

  private String lineOrHangUp() throws IOException, UnreadableRequest {
    var line = line();
    if (line == null) {
      throw new EOFException("The client hung up in the middle of a request.");
    }
    return line;
  }

  /** One line without its end, or null at the end of the stream. */
  private @Nullable String line() throws IOException, UnreadableRequest {
    var bytes = new ByteArrayOutputStream(128);
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return null;
      }
      if (--headLeft < 0) {
        throw new UnreadableRequest(
            431, "Request line and headers are longer than " + MAX_HEAD + " bytes.");
      }
      if (headLeft < MAX_HEAD - FREE_HEAD && headLeft % FREE_HEAD == 0) {
        hold(FREE_HEAD);
      }
      bytes.write(b);
    }
    var line = bytes.toString(ISO_8859_1);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
