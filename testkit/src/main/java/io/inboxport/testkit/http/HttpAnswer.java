package io.inboxport.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One answer, and how it gets to the client: whole, or not. Immutable.
 *
 * @param headers the headers beside the length and the connection's fate, in their order
 */
public record HttpAnswer(
    int status, Map<String, String> headers, String body, AnswerDelivery delivery) {
  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(200, "OK"),
          Map.entry(201, "Created"),
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(413, "Content Too Large"),
          Map.entry(421, "Misdirected Request"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"));

  /** Copies the headers. */
  public HttpAnswer {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** Returns this answer, whole and without further headers; the body is sent in UTF-8. */
  public static HttpAnswer of(int status, String body) {
    return new HttpAnswer(status, Map.of(), body, new AnswerDelivery.Whole());
  }

  /** Returns the same answer with this header as well, or with this value of it. */
  public HttpAnswer with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpAnswer(status, more, body, delivery);
  }

  /** Returns the same answer with another body. */
  public HttpAnswer withBody(String other) {
    return new HttpAnswer(status, headers, other, delivery);
  }

  /** Returns the same answer, delivered in another way. */
  public HttpAnswer delivered(AnswerDelivery other) {
    return new HttpAnswer(status, headers, body, other);
  }

  /** The bytes of the wire, in one piece: a head sent alone would wait 40 ms for its ACK. */
  byte[] bytes(boolean withBody, boolean keepAlive) {
    var content = body.getBytes(UTF_8);
    boolean bodiless = status < 200 || status == 204 || status == 304;
    var head = new StringBuilder("HTTP/1.1 ").append(status).append(' ');
    head.append(REASONS.getOrDefault(status, "Status")).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (!bodiless) {
      head.append("Content-Length: ").append(content.length).append("\r\n");
    }
    head.append("Connection: ").append(keepAlive ? "keep-alive" : "close").append("\r\n\r\n");
    var bytes = new ByteArrayOutputStream(head.length() + content.length);
    bytes.writeBytes(head.toString().getBytes(ISO_8859_1));
    if (withBody && !bodiless) {
      bytes.writeBytes(content);
    }
    return bytes.toByteArray();
  }

  /** Names status and delivery, and tells no body. */
  @Override
  public String toString() {
    return "HttpAnswer[" + status + ", " + body.length() + " chars, " + delivery + "]";
  }
}
