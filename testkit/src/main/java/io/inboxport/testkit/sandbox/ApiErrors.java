package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.testkit.http.HttpAnswer;
import io.inboxport.testkit.sandbox.Dialect.ErrorShape;
import java.time.Duration;

/** Writes an error as the vendor does, in the shape that is asked for. */
final class ApiErrors {
  private ApiErrors() {}

  static HttpAnswer answer(int status, String words, Dialect dialect) {
    return new AnswerWriter(dialect).answer(status, body(words, dialect.errors()));
  }

  /** Returns a time to wait as {@code Retry-After} has it: whole seconds, rounded up. */
  static String retryAfter(Duration wait) {
    return Long.toString(Math.max(0, wait.plusNanos(999_999_999).toSeconds()));
  }

  static ObjectNode body(String words, ErrorShape shape) {
    var body = SandboxJson.object().put("Result", false);
    switch (shape) {
      case API_MESSAGE -> body.putObject("Errors").putObject("api").put("message", words);
      case API_ERROR -> body.putObject("Errors").putObject("API").put("Error", words);
      case PARAM -> body.putObject("Errors").putObject("Param").put("get", words);
      case EMPTY_LIST -> body.putArray("Errors");
      case ABSENT -> {}
    }
    return body;
  }
}
