package io.inboxport.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.inboxport.testkit.http.HttpAnswer;
import io.inboxport.testkit.http.HttpDoor;
import io.inboxport.testkit.http.HttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox posts signed webhooks to the URLs that a client registers. */
@Timeout(60)
class WebhooksOverHttpTest extends OpenSandbox {
  private static final String ID = "eit000000000001";

  private final BlockingQueue<HttpRequest> received = new LinkedBlockingQueue<>();
  private HttpDoor receiver;

  @BeforeEach
  void register() throws IOException {
    receiver =
        HttpDoor.open(
            0,
            null,
            request -> {
              received.add(request);
              return HttpAnswer.of(204, "");
            });
    admin("webhooks", registration("inboxItemStatusChange"));
  }

  @AfterEach
  void close_the_receiver() {
    receiver.close();
  }

  private String registration(String event) {
    return "{'id':'whk1','url':'%s','secret':'whsec','events':['%s']}"
        .formatted(receiver.url().resolve("/hook"), event);
  }

  private static JsonNode admin(String path, String json) throws IOException {
    var answer = Wire.call(sandbox, "POST", "/-/" + path, json.replace('\'', '"'));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static void set(String status) throws IOException {
    var answer = Wire.call(sandbox, "POST", "/v2/conversation/" + ID, "status=" + status);
    assertThat(answer.status()).isEqualTo(200);
  }

  private HttpRequest comes() throws InterruptedException {
    return Objects.requireNonNull(received.poll(30, TimeUnit.SECONDS), "a webhook");
  }

  private static String signature(String body) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec("whsec".getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void a_change_over_the_api_is_posted_with_its_signature() throws Exception {
    set("closed");

    var webhook = comes();
    assertThat(webhook.method()).isEqualTo("POST");
    assertThat(webhook.path()).isEqualTo("/hook");
    assertThat(webhook.header("Content-Type")).isEqualTo("application/json");
    assertThat(webhook.header("X-Oktopost-Signature")).isEqualTo(signature(webhook.body()));
    assertThat(webhook.body())
        .startsWith("{\"event\":\"inboxItemStatusChange\",\"timestamp\":")
        .contains("\"webhookId\":\"whk1\"", "\"Id\":\"" + ID + "\"", "\"Status\":\"closed\"");
  }

  @Test
  void mishaps_are_planned_and_held_webhooks_come_on_request() throws Exception {
    admin("webhook-mishaps", "{'mishap':'doubled'}");
    admin("webhook-mishaps", "{'mishap':'wrongly-signed'}");
    admin("webhook-mishaps", "{'mishap':'held','times':2}");
    for (var status : new String[] {"closed", "open", "closed", "open"}) {
      set(status);
    }

    var first = comes();
    assertThat(comes().body()).isEqualTo(first.body());
    var wrong = comes();
    assertThat(wrong.header("X-Oktopost-Signature")).isNotEqualTo(signature(wrong.body()));
    assertThat(received).isEmpty();
    assertThat(admin("webhook-delivery", "{'reversed':true}").path("delivered").asInt())
        .isEqualTo(2);
    assertThat(comes().body()).contains("\"Status\":\"open\"");
    assertThat(comes().body()).contains("\"Status\":\"closed\"");
  }

  @Test
  void what_was_posted_is_told_with_the_status_of_its_answer() throws Exception {
    set("closed");
    var unused = comes();
    set("open");
    unused = comes();
    JsonNode account;
    do {
      account = Wire.get(sandbox, "/-/webhooks").json();
    } while (account.path("postedCount").asInt() < 2);

    assertThat(account.at("/webhooks/0").asText()).isEqualTo("whk1");
    assertThat(account.at("/posted/1").toString())
        .isEqualTo(
            "{\"webhook\":\"whk1\",\"event\":\"inboxItemStatusChange\",\"conversation\":\""
                + ID
                + "\",\"status\":204}");
  }

  @Test
  void a_receiver_that_is_not_there_harms_no_call() throws Exception {
    receiver.close();
    set("closed");
    JsonNode account;
    do {
      account = Wire.get(sandbox, "/-/webhooks").json();
    } while (account.path("postedCount").asInt() < 1);

    assertThat(account.at("/posted/0/status").asInt()).isZero();
  }

  @Test
  void a_reset_ends_all_registrations() throws Exception {
    sandbox.reset();

    assertThat(Wire.get(sandbox, "/-/webhooks").json().path("webhooks")).isEmpty();
    assertThat(sandbox.twin().webhooks().registered()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'a','url':'ftp://x/','secret':'s'}",
        "{'id':'a','url':'hook','secret':'s'}",
        "{'id':'a','url':'http://a b/','secret':'s'}",
        "{'id':'a','url':'http://a/','secret':''}",
        "{'id':'','url':'http://a/','secret':'s'}",
        "{'id':'a','url':'http://a/'}",
        "{'id':'a','url':'http://a/','secret':'s','event':'x'}"
      })
  void a_registration_that_makes_no_sense_is_refused(String json) throws IOException {
    assertThat(Wire.call(sandbox, "POST", "/-/webhooks", json.replace('\'', '"')).status())
        .isEqualTo(400);
  }
}
