package io.inboxport.testkit.sandbox;

import io.inboxport.InboxException;
import io.inboxport.conversation.ConversationId;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.port.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The API's door: who may come in, what is called, and what goes out instead of an answer. */
final class ApiDoor {
  private final InMemoryInboxGateway twin;
  private final Clock clock;
  private final BasicAuth auth;
  private final CallCount calls;
  private final WireFaults faults;
  private final Received received;
  private volatile Dialect dialect = Dialect.documented();

  ApiDoor(InMemoryInboxGateway twin, Clock clock, BasicAuth auth) {
    this.twin = twin;
    this.clock = clock;
    this.auth = auth;
    this.calls = new CallCount(clock);
    this.faults = new WireFaults(clock);
    this.received = new Received();
  }

  Dialect dialect() {
    return dialect;
  }

  void speak(Dialect newDialect) {
    dialect = newDialect;
  }

  CallCount calls() {
    return calls;
  }

  WireFaults faults() {
    return faults;
  }

  Received received() {
    return received;
  }

  HttpAnswer answer(HttpRequest request) {
    return new Exchange(request).run();
  }

  /** One request on its way. */
  private final class Exchange {
    private final HttpRequest request;
    private final Instant at = clock.instant();
    private final Dialect spoken = dialect;
    private @Nullable Operation operation;
    private Map<String, List<String>> query = Map.of();
    private Map<String, List<String>> form = Map.of();
    private boolean executed;

    private Exchange(HttpRequest request) {
      this.request = request;
    }

    private HttpAnswer run() {
      HttpAnswer answer;
      try {
        answer = admitted();
      } catch (Refusal e) {
        answer = ApiErrors.answer(e.status(), e.words(), spoken.errors());
      }
      received.add(
          new ReceivedRequest(
              at,
              request.method(),
              request.path(),
              operation,
              query,
              form,
              executed,
              answer.delivery().sendsAnAnswer() ? answer.status() : 0));
      return answer;
    }

    private HttpAnswer admitted() throws Refusal {
      var user = auth.user(request.header("Authorization"));
      if (user == null) {
        return ApiErrors.answer(401, "Authentication failed.", spoken.errors())
            .with("WWW-Authenticate", "Basic realm=\"Oktopost\"");
      }
      var wait = calls.refuse(user);
      if (wait.isPresent()) {
        var answer = ApiErrors.answer(429, "Too many calls.", spoken.errors());
        return calls.limits().tellsRetryAfter()
            ? answer.with("Retry-After", seconds(wait.get()))
            : answer;
      }
      var route = Route.of(request.path());
      if (route == null) {
        return ApiErrors.answer(404, "", Dialect.ErrorShape.EMPTY_LIST);
      }
      operation = route.operation(request.method());
      if (operation == null) {
        return ApiErrors.answer(405, "Method not allowed.", spoken.errors())
            .with("Allow", route.allowed());
      }
      return called(operation, route.id());
    }

    private HttpAnswer called(Operation operation, @Nullable ConversationId id) throws Refusal {
      var fault = faults.meet(operation);
      if (fault == null) {
        return executed(operation, id);
      }
      var answer =
          fault.executes() ? executed(operation, id) : ApiErrors.answer(503, "", spoken.errors());
      return new WireAccident(fault, spoken).instead(answer);
    }

    private HttpAnswer executed(Operation operation, @Nullable ConversationId id) throws Refusal {
      var decodedQuery = Form.decode(request.query());
      query = decodedQuery.fields();
      var decodedForm = Form.of(request);
      form = decodedForm.fields();
      try {
        var answer =
            new ApiCall(operation, id, decodedQuery, decodedForm).on(twin, new ApiJson(spoken));
        executed = true;
        return HttpAnswer.json(200, Json.text(answer));
      } catch (IllegalArgumentException e) {
        // A value that no call can carry; its message says what is wrong without quoting texts.
        throw new Refusal(400, String.valueOf(e.getMessage()));
      } catch (InboxException e) {
        return failed(e);
      }
    }

    /** The natural counterpart on the wire of what the twin throws. */
    private HttpAnswer failed(InboxException e) {
      if (e instanceof InboxException.NotFound) {
        return error(404, "Not found.");
      }
      if (e instanceof InboxException.AuthenticationFailed) {
        return error(401, "Authentication failed.");
      }
      if (e instanceof InboxException.PermissionDenied) {
        return error(403, "Permission denied.");
      }
      if (e instanceof InboxException.Rejected rejected) {
        return error(rejected.status(), rejected.serverMessage());
      }
      if (e instanceof InboxException.RateLimited limited) {
        return error(429, "Too many calls.")
            .with("Retry-After", seconds(Duration.between(clock.instant(), limited.retryAt())));
      }
      return accident(e);
    }

    private HttpAnswer accident(InboxException e) {
      var met = fault(e);
      executed = Fault.unheard().equals(met) || Fault.garbled().equals(met);
      if (Fault.garbled().equals(met)) {
        var answer = HttpAnswer.json(200, Json.text(ApiJson.done()));
        return new WireAccident(WireFault.of(WireFault.Kind.TRUNCATED_JSON), spoken)
            .instead(answer);
      }
      if (executed || Fault.lost().equals(met)) {
        return error(503, "").delivered(new Delivery.HangUp());
      }
      // A write that "never left" is one that the server says it did not take: 421, by its
      // definition in HTTP, may be repeated. A 503 would leave open whether it was executed.
      return error(e.operation().isWrite() ? 421 : 503, "Unavailable.");
    }

    private @Nullable Fault fault(InboxException e) {
      var fired = twin.faults().fired();
      for (int i = fired.size() - 1; i >= 0; i--) {
        if (fired.get(i).operation() == e.operation()) {
          return fired.get(i).fault();
        }
      }
      return null;
    }

    private HttpAnswer error(int status, String words) {
      return ApiErrors.answer(status, words, spoken.errors());
    }
  }

  /** Whole seconds, enough of them. */
  private static String seconds(Duration wait) {
    return Long.toString(Math.max(0, wait.plusNanos(999_999_999).toSeconds()));
  }
}
