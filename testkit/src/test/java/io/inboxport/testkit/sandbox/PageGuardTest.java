package io.inboxport.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Web pages, which may not drive the sandbox, and the programs that may. */
class PageGuardTest extends OpenSandbox {
  private static Wire.Answer reset(Sandbox called, String headers) throws IOException {
    try (var wire = new Wire(called)) {
      wire.write("POST /-/reset HTTP/1.1\r\n" + headers + "Content-Length: 0\r\n\r\n");
      return wire.read();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:80",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "1.2.3",
        "sandbox",
        "host.docker.internal"
      })
  void a_name_that_a_page_could_have_made_point_here_is_refused(String host) throws IOException {
    var answer = reset(sandbox, "Host: " + host + "\r\n");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().at("/error").asText())
        .contains("is no name of this sandbox")
        .contains("inbox sandbox --name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:8080",
        "shop.localhost:1",
        "127.0.0.1",
        "127.0.0.1:9",
        "[::1]:80",
        "192.168.0.7:80"
      })
  void addresses_and_localhost_are_let_in(String host) throws IOException {
    assertThat(reset(sandbox, "Host: " + host + "\r\n").status()).isEqualTo(200);
  }

  @Test
  void a_name_is_let_in_if_the_sandbox_is_told_to() throws IOException {
    try (var named = Sandbox.builder().name("Inbox.Test").start()) {
      assertThat(reset(named, "Host: inbox.test:80\r\n").status()).isEqualTo(200);
      assertThat(reset(named, "Host: other.test\r\n").status()).isEqualTo(403);
    }
  }

  @Test
  void where_other_machines_may_call_so_may_the_names_of_their_network() throws IOException {
    try (var remote = Sandbox.builder().host("0.0.0.0").allowRemote().start()) {
      assertThat(reset(remote, "Host: sandbox:80\r\n").status()).isEqualTo(200);
      assertThat(reset(remote, "Host: host.docker.internal\r\n").status()).isEqualTo(200);
      assertThat(reset(remote, "Host: evil.example\r\n").status()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://evil.example",
        "Origin: null",
        "Origin: http://127.0.0.1:1",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site"
      })
  void a_request_of_another_page_is_refused(String header) throws IOException {
    var answer = reset(sandbox, "Host: 127.0.0.1:80\r\n" + header + "\r\n");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().at("/error").asText())
        .isEqualTo(
            "A web page may not call this sandbox: call it from a program, or through the page's"
                + " own server.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://127.0.0.1:80",
        "Sec-Fetch-Site: none",
        "Sec-Fetch-Site: same-origin",
        "X: y"
      })
  void programs_and_an_address_that_a_person_typed_are_let_in(String header) throws IOException {
    assertThat(reset(sandbox, "Host: 127.0.0.1:80\r\n" + header + "\r\n").status()).isEqualTo(200);
  }

  @Test
  void the_api_is_kept_from_pages_as_well_and_nothing_is_executed() throws IOException {
    try (var wire = new Wire(sandbox)) {
      wire.write(
          "POST /v2/conversation/eit000000000001 HTTP/1.1\r\nHost: 127.0.0.1\r\n"
              + Wire.AUTH
              + "Origin: https://evil.example\r\nContent-Type: application/x-www-form-urlencoded\r\n"
              + "Content-Length: 11\r\n\r\nstatus=open");
      var answer = wire.read();

      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.message()).startsWith("A web page may not call");
    }
    assertThat(sandbox.received().total()).isZero();
  }

  @Test
  void a_refusal_repeats_no_letter_that_a_terminal_would_obey() throws IOException {
    var answer = reset(sandbox, "Host: a\u001b[2Jb.example\r\n");

    assertThat(answer.body()).contains("a?[2jb.example").doesNotContain("\u001b");
  }
}
