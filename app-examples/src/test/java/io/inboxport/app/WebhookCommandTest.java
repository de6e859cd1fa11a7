package io.inboxport.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command verifies a body and shows its event. */
class WebhookCommandTest {
  private static final String SECRET = "whsec-of-the-line";
  private static final String BODY =
      """
      {"event":"newAssignment","timestamp":1741616520,"webhookId":"whk1",\
      "data":{"ConversationId":"eit000000000001","n":[1.50,true,null],"by":"Ana"}}""";

  @TempDir Path folder;
  private String secretFile;

  @BeforeEach
  void write_the_secrets() throws IOException {
    secretFile = write("secret", "an older one\n\n" + SECRET + "\n");
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static String signature(String body) throws Exception {
    var mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA1"));
    return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
  }

  private Cli.Result verify(Cli cli, String signature, String file, String... more) {
    var line = new ArrayList<String>();
    line.addAll(List.of("webhook", "verify", "--secret-file", secretFile));
    line.addAll(List.of("--signature", signature, file));
    line.addAll(List.of(more));
    return cli.run(line.toArray(String[]::new));
  }

  @Test
  void a_body_that_is_signed_is_shown_as_its_event() throws Exception {
    var result = verify(Cli.piped(), signature(BODY), write("body", BODY));

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """
            Event:         newAssignment
            Time:          2025-03-10T14:22:00Z
            Webhook:       whk1
            Conversations: eit000000000001
            """);
    assertThat(result.err()).isEmpty();
  }

  @Test
  void a_body_from_standard_input_is_shown_as_json_with_its_data() throws Exception {
    var result = verify(Cli.piped().typing(BODY), signature(BODY), "-", "--json");

    assertThat(result.status()).isZero();
    assertThat(result.json().get("event").textValue()).isEqualTo("newAssignment");
    assertThat(result.json().get("time").textValue()).isEqualTo("2025-03-10T14:22:00Z");
    assertThat(result.json().get("conversations").get(0).textValue()).isEqualTo("eit000000000001");
    assertThat(result.json().get("data").toString())
        .isEqualTo("{\"ConversationId\":\"eit000000000001\",\"n\":[1.5,true,null],\"by\":\"Ana\"}");
    assertThat(result.out()).contains("1.50");
  }

  @Test
  void a_body_that_was_changed_is_refused_with_the_reason() throws Exception {
    var result = verify(Cli.piped(), signature(BODY), write("body", BODY + "\n"));

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("no secret gives this signature").doesNotContain(SECRET);
    var asJson = verify(Cli.piped(), "soon", write("body", BODY), "--json");
    assertThat(asJson.status()).isEqualTo(3);
    assertThat(asJson.error().get("error").textValue()).isEqualTo("WebhookRefused");
    assertThat(asJson.error().get("message").textValue()).contains("40 hexadecimal digits");
  }

  @Test
  void a_file_without_a_secret_or_that_is_not_there_is_told() throws Exception {
    secretFile = write("empty", "\n \n");
    var empty = verify(Cli.piped().typing(BODY), signature(BODY), "-");
    assertThat(empty.status()).isEqualTo(2);
    assertThat(empty.err()).contains("holds no secret");

    secretFile = folder.resolve("nowhere").toString();
    assertThat(verify(Cli.piped().typing(BODY), signature(BODY), "-").status()).isEqualTo(1);
  }

  @Test
  void letters_that_steer_a_terminal_are_not_passed_on() throws Exception {
    var body = "{\"event\":\"\\u001b[31mred\"}";
    var result = verify(Cli.piped().typing(body), signature(body), "-");

    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("red (unknown)").doesNotContain("\u001b");
  }
}
