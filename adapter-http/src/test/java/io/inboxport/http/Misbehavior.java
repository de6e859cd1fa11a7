package io.inboxport.http;

import io.inboxport.inmemory.Fault;
import io.inboxport.testkit.http.AnswerDelivery;
import io.inboxport.testkit.http.HttpAnswer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Treatment of a request by a server, and the fault of the twin that ends in the same kind. */
enum Misbehavior {
  CONNECTION_REFUSED("the server is gone"),
  RESET_BEFORE_HEADERS("reset before the headers were read"),
  RESET_AFTER_BODY("reset after the body was read"),
  RESET_IN_ANSWER("reset in the middle of the answer"),
  STALL("the answer never comes"),
  DRIP("the answer drips past the deadline"),
  EMPTY_REPLY("the connection is closed without an answer"),
  REDIRECT_302("302 to another path", 302, "Location: /v2/elsewhere", ""),
  REDIRECT_307("307 to another path", 307, "Location: /v2/elsewhere", ""),
  REDIRECT_308("308 to another path", 308, "Location: /v2/elsewhere", ""),
  UNAUTHORIZED("401, and the client has an authenticator", 401, "WWW-Authenticate: Basic", ""),
  TIMEOUT_408("408", 408, "", ""),
  MISDIRECTED_421("421", 421, "", ""),
  TOO_MANY_429("429", 429, "", ""),
  ERROR_500("500", 500, "", "{\"Result\":false,\"Errors\":[]}"),
  HTML_502("502 with HTML", 502, "", "<html><h1>Bad Gateway</h1></html>"),
  UNAVAILABLE_503("503", 503, "", ""),
  RETRY_503("503 with Retry-After: 0", 503, "Retry-After: 0", ""),
  TIMEOUT_504("504", 504, "", ""),
  RESULT_FALSE(
      "200 with Result:false",
      200,
      "",
      "{\"Result\":false,\"Errors\":{\"API\":{\"Error\":\"No.\"}}}"),
  HALF_JSON("200 with half a JSON", 200, "", "{\"Result\":true,\"Con"),
  TWO_LENGTHS("200 with two lengths"),
  CHUNKED_WITH_LENGTH("200 in chunks and with a length"),
  LEFTOVER_ANSWER("another answer is left on the connection"),
  LEFTOVER_408("an unasked 408 is left on the connection");

  private static final String UNASKED_408 =
      "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

  final String words;
  private final int status;
  private final String header;
  private final String body;

  Misbehavior(String words) {
    this(words, 0, "", "");
  }

  Misbehavior(String words, int status, String header, String body) {
    this.words = words;
    this.status = status;
    this.header = header;
    this.body = body;
  }

  /** Returns the fault of the twin that ends in the same kind; null if the call succeeds. */
  @Nullable Fault twin() {
    return switch (this) {
      case LEFTOVER_ANSWER, LEFTOVER_408 -> null;
      case TWO_LENGTHS, CHUNKED_WITH_LENGTH -> Fault.unheard();
      case CONNECTION_REFUSED, MISDIRECTED_421 -> Fault.unavailable();
      case RESET_AFTER_BODY, RESET_IN_ANSWER, STALL, DRIP, EMPTY_REPLY -> Fault.unheard();
      case REDIRECT_302, REDIRECT_307, REDIRECT_308, HALF_JSON -> Fault.garbled();
      case UNAUTHORIZED -> Fault.authenticationFailed();
      case TOO_MANY_429 -> Fault.rateLimited(Duration.ofMinutes(15));
      case RESULT_FALSE -> Fault.rejected(200, "No.");
      case RESET_BEFORE_HEADERS,
          TIMEOUT_408,
          ERROR_500,
          HTML_502,
          UNAVAILABLE_503,
          RETRY_503,
          TIMEOUT_504 ->
          Fault.lost();
    };
  }

  /** Returns whether it is the server's word that nothing was done. */
  boolean declines() {
    return switch (this) {
      case UNAUTHORIZED, MISDIRECTED_421, TOO_MANY_429, RESULT_FALSE -> true;
      default -> false;
    };
  }

  /** Returns what becomes of the answer to the call before, on a connection that is used again. */
  HttpAnswer before(HttpAnswer good) {
    return switch (this) {
      case LEFTOVER_ANSWER -> good.delivered(new AnswerDelivery.Twice());
      case LEFTOVER_408 -> good.delivered(new AnswerDelivery.Followed(UNASKED_408, false));
      default -> good;
    };
  }

  /** Returns what becomes of a good answer, once the request has been read. */
  HttpAnswer insteadOf(HttpAnswer good) {
    return switch (this) {
      case RESET_AFTER_BODY -> good.delivered(new AnswerDelivery.Reset());
      case RESET_IN_ANSWER -> good.delivered(new AnswerDelivery.ResetMidway());
      case STALL -> good.delivered(new AnswerDelivery.Stall(Duration.ofHours(1)));
      case DRIP ->
          good.withBody(" ".repeat(1_000))
              .delivered(new AnswerDelivery.DripBody(Duration.ofMillis(20)));
      case EMPTY_REPLY -> good.delivered(new AnswerDelivery.HangUp());
      case TWO_LENGTHS -> good.with("Content-Length", "2");
      case CHUNKED_WITH_LENGTH -> good.with("Transfer-Encoding", "chunked");
      case LEFTOVER_ANSWER, LEFTOVER_408 -> good;
      default -> plainAnswer();
    };
  }

  private HttpAnswer plainAnswer() {
    var answer = HttpAnswer.of(status, body);
    var named = header.split(": ", 2);
    return named.length == 2 ? answer.with(named[0], named[1]) : answer;
  }
}
