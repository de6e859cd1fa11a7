package io.inboxport.testkit.sandbox;

import io.inboxport.testkit.http.HttpAnswer;
import io.inboxport.testkit.http.HttpHandler;
import io.inboxport.testkit.http.HttpRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Passes a request on to the API or to the admin path; a refusal of the server is in JSON. */
record SandboxHandler(
    AdminRouter admin, ApiDoor api, PageGuard guard, Clock clock, @Nullable RequestLog log)
    implements HttpHandler {
  @Override
  public HttpAnswer answer(HttpRequest request) {
    long start = log == null ? 0 : log.nanos().getAsLong();
    var refusal = guard.refusal(request);
    boolean driven = request.path().startsWith(AdminRouter.ROOT);
    ReceivedRequest call = null;
    HttpAnswer answer;
    if (refusal != null) {
      answer = driven ? AdminRouter.error(403, refusal) : refused(403, refusal);
    } else if (driven) {
      answer = admin.answer(request);
    } else {
      var exchange = api.answer(request);
      answer = exchange.answer();
      call = exchange.received();
    }
    if (log != null) {
      log.answered(request, answer, start, call);
    }
    return dated(answer);
  }

  @Override
  public HttpAnswer refusal(int status, String words) {
    if (log != null) {
      log.refused(status);
    }
    return dated(refused(status, words));
  }

  private static HttpAnswer refused(int status, String words) {
    return ApiErrors.answer(status, words, Dialect.documented());
  }

  private HttpAnswer dated(HttpAnswer answer) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Date", WireTime.header(clock.instant()));
    headers.putAll(answer.headers());
    return new HttpAnswer(answer.status(), headers, answer.body(), answer.delivery());
  }
}
