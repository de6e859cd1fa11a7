package io.inboxport.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inboxport.testkit.http.AnswerDelivery;
import io.inboxport.testkit.http.HttpAnswer;
import io.inboxport.testkit.http.HttpDoor;
import io.inboxport.testkit.http.HttpHandler;
import io.inboxport.testkit.http.HttpRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Server that answers each request with the bytes it is told to, in one piece. */
final class ByteServer implements AutoCloseable {
  /** An answer that ends so is the last one of its connection. */
  static final String HANG_UP = "\0";

  private final AtomicInteger requests = new AtomicInteger();
  private final HandshakeCertificates certificates;
  private final HttpDoor door;

  /** A server that answers a request to this target with these bytes. */
  ByteServer(boolean tls, Function<String, String> answers) {
    var held = new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    this.certificates =
        new HandshakeCertificates.Builder()
            .heldCertificate(held)
            .addTrustedCertificate(held.certificate())
            .build();
    try {
      door = HttpDoor.open(0, tls ? certificates.sslSocketFactory() : null, new Answering(answers));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String ok(String body) {
    return answer("200 OK", "", body);
  }

  static String answer(String status, String headers, String body) {
    int length = body.getBytes(UTF_8).length;
    var head = "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + length;
    return head + "\r\n\r\n" + body;
  }

  URI url() {
    return door.url().resolve("/v2");
  }

  /** A client that trusts it. */
  OkHttpClient client() {
    return new OkHttpClient.Builder()
        .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
        .build();
  }

  int connections() {
    return door.connections();
  }

  int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    door.close();
  }

  private final class Answering implements HttpHandler {
    private final Function<String, String> answers;

    Answering(Function<String, String> answers) {
      this.answers = answers;
    }

    @Override
    public HttpAnswer answer(HttpRequest request) {
      requests.incrementAndGet();
      var bytes = answers.apply(request.target());
      return HttpAnswer.of(200, "")
          .delivered(
              new AnswerDelivery.Verbatim(bytes.replace(HANG_UP, ""), bytes.endsWith(HANG_UP)));
    }
  }
}
