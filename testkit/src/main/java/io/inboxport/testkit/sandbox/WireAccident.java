package io.inboxport.testkit.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.testkit.http.AnswerDelivery;
import io.inboxport.testkit.http.HttpAnswer;
import java.io.UncheckedIOException;

/** Makes of an answer what a fault leaves of it. */
record WireAccident(WireFault fault, Dialect dialect) {
  private static final String PAGE =
      "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";

  private static final String STALE =
      "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

  HttpAnswer instead(HttpAnswer answer) {
    var left =
        switch (fault.kind()) {
          case STATUS -> status();
          case RESULT_FALSE -> ApiErrors.answer(200, fault.body(), dialect);
          case HTML ->
              HttpAnswer.of(200, fault.body().isEmpty() ? PAGE : fault.body())
                  .with("Content-Type", "text/html; charset=utf-8");
          case EMPTY_BODY -> answer.withBody("");
          case TRUNCATED_JSON ->
              answer.withBody(answer.body().substring(0, answer.body().length() / 2));
          case EMPTY_REPLY -> answer.delivered(new AnswerDelivery.HangUp());
          case RESET, RESET_AFTER_EXECUTING -> answer.delivered(new AnswerDelivery.Reset());
          case RESET_MID_ANSWER -> answer.delivered(new AnswerDelivery.ResetMidway());
          case STALL -> answer.delivered(new AnswerDelivery.Stall(fault.time()));
          case SLOW_DRIP -> answer.delivered(new AnswerDelivery.Drip(fault.time()));
          case BROKEN_ITEM -> broken(answer, false);
          case WRONG_TYPES -> broken(answer, true);
          case SURPLUS_ANSWER -> answer.delivered(new AnswerDelivery.Twice());
          case SURPLUS_BYTES -> followed(answer, fault.body().isEmpty() ? "{}" : fault.body());
          case STALE_408 -> answer.delivered(new AnswerDelivery.Followed(STALE, true));
          case STALE_408_KEPT_OPEN -> followed(answer, STALE);
          case CONTRADICTING_LENGTHS ->
              answer.with("Content-Length", Integer.toString(bytes(answer.body()) / 2));
          case CHUNKED_WITH_LENGTH ->
              answer.with("Transfer-Encoding", "chunked").withBody(chunk(answer.body()));
        };
    var retryAfter = fault.retryAfter();
    return retryAfter.isPresent() ? left.with("Retry-After", retryAfter.get()) : left;
  }

  private static HttpAnswer followed(HttpAnswer answer, String surplus) {
    return answer.delivered(new AnswerDelivery.Followed(surplus, false));
  }

  private static String chunk(String body) {
    return Integer.toHexString(bytes(body)) + "\r\n" + body + "\r\n0\r\n\r\n";
  }

  private static int bytes(String body) {
    return body.getBytes(UTF_8).length;
  }

  private HttpAnswer status() {
    var answer =
        fault.body().isEmpty()
            ? ApiErrors.answer(fault.status(), "Status " + fault.status() + ".", dialect)
            : SandboxJson.answer(fault.status(), fault.body());
    return fault.status() / 100 == 3 ? answer.with("Location", "/elsewhere") : answer;
  }

  private HttpAnswer broken(HttpAnswer answer, boolean everything) {
    var body = tree(AnswerWriter.json(answer.body()));
    if (everything) {
      var result = body.get("Result");
      WrongTypes.of(body).set("Result", result);
    } else {
      var page =
          body.has("Timeline")
              ? body.get("Timeline")
              : (body.has("Items") ? body : body.path("Conversations")).path("Items");
      if (!page.isEmpty()) {
        WrongTypes.of((ObjectNode) page.elements().next()); // Of a list, or of one with gaps.
      }
    }
    return new AnswerWriter(dialect).rewritten(answer, body);
  }

  private static ObjectNode tree(String json) {
    try {
      return (ObjectNode) SandboxJson.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
