package io.inboxport.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import retrofit2.Response;

/** Answers every attempt with the bytes it was given last, without a network. */
final class CannedAnswers implements CallRunner {
  private final HttpInboxGateway gateway =
      HttpInboxGateway.builder()
          .credentials(Credentials.of("001000000000001", "key-42"))
          .client(new OkHttpClient())
          .calls(this)
          .build();
  private int status = 200;
  private byte[] body = {};

  HttpInboxGateway answering(int newStatus, byte[] newBody) {
    status = newStatus;
    body = newBody;
    return gateway;
  }

  HttpInboxGateway answering(String newBody) {
    return answering(200, newBody.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public <T> T make(ApiExchange<T> exchange) {
    var canned =
        new ApiExchange<>(
            exchange.subject(),
            exchange.fate(),
            exchange.allowed(),
            exchange.texts(),
            exchange.secrets(),
            sending -> {
              sending.claimDeparture();
              sending.answered(status);
              return new CannedCall();
            },
            exchange.payload(),
            exchange.belongs());
    return new CallAttempt<>(canned, ScriptedServer.CLOCK).run(Duration.ofSeconds(10));
  }

  private final class CannedCall extends UnsentCall {
    @Override
    public Response<ResponseBody> execute() {
      var content = ResponseBody.create(body, null);
      return status / 100 == 2
          ? Response.success(status, content)
          : Response.error(status, content);
    }
  }
}
