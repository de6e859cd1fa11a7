package io.inboxport.testkit.sandbox;

import io.inboxport.testkit.http.HttpAnswer;
import io.inboxport.testkit.http.HttpHandler;
import io.inboxport.testkit.http.HttpRequest;

/** Passes a request on to the API or to the admin path; a refusal of the server is in JSON. */
record SandboxHandler(AdminRouter admin, ApiDoor api) implements HttpHandler {
  @Override
  public HttpAnswer answer(HttpRequest request) {
    return request.path().startsWith(AdminRouter.ROOT)
        ? admin.answer(request)
        : api.answer(request);
  }

  @Override
  public HttpAnswer refusal(int status, String words) {
    return ApiErrors.answer(status, words, Dialect.documented());
  }
}
