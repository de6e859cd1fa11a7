package io.inboxport.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerFramingTest {
  private final AnswerFraming framing = new AnswerFraming();

  @Test
  void a_new_connection_is_at_rest_and_unused() {
    assertThat(framing.isAtRest()).isTrue();
    assertThat(framing.isUsed()).isFalse();
  }

  @Test
  void bytes_before_the_first_request_are_surplus() {
    follow("H", 1);

    assertThat(framing.isAtRest()).isFalse();
  }

  @Test
  void a_request_without_an_answer_is_not_at_rest() {
    framing.expectAnswer();

    assertThat(framing.isAtRest()).isFalse();
    assertThat(framing.isUsed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc",
        "HTTP/1.1 200 OK\ncontent-length:3\n\nabc",
        "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
        "HTTP/1.1 200 OK\nContent-Length: 1\nContent-Length\n\na",
        "HTTP/1.1 200 OK\r\nContent-Length: \t1 \t\r\n\r\na",
        "HTTP/1.1 200 OK\r\nContent-Lenght: 7\r\nContent-Length: 1\r\n\r\na",
        "HTTP/1.1 200 OK\r\nTransfer-Encodinh: gzip\r\nContent-Length: 1\r\n\r\na",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked \r\n\r\n1\r\na\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n000000000000001\r\na\r\n0\r\n\r\n",
        "HTTP/1.1 204 No Content\r\nServer: x\r\n\r\n",
        "HTTP/1.1 304 Not Modified\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na",
        "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nA ;x\r\n0123456789\r\n0\r\n\r\n",
        "HTTP/1.0 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n0\r\nDigest: x\r\n\r\n",
      })
  void one_whole_answer_leaves_the_connection_at_rest_however_it_is_cut(String answer) {
    for (int piece = 1; piece <= answer.length(); piece++) {
      framing.expectAnswer();
      follow(answer.substring(0, answer.length() - 1), piece);
      assertThat(framing.isAtRest()).as("all but a byte").isFalse();
      follow(answer.substring(answer.length() - 1), piece);
      assertThat(framing.isAtRest()).as("pieces of %s", piece).isTrue();
      assertThat(framing.isContradictory()).isFalse();
    }
    follow(answer, answer.length());
    assertThat(framing.isAtRest()).as("twice").isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nServer: x\r\n\r\nuntil the end",
        "HTTP/1.1 101 Switching Protocols\r\n\r\n",
        "ICY 200 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTQ/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 2000 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\n",
      })
  void an_answer_without_an_end_is_never_at_rest(String answer) {
    framing.expectAnswer();
    follow(answer, answer.length());

    assertThat(framing.isAtRest()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 3\r\nContent-Length: 4",
        "Content-Length: 0\r\nContent-Length: 3",
        "Content-Length: 0\r\nTransfer-Encoding: chunked",
        "Content-Length: 1000000000000000000",
        "Content-Length: 3, 3",
        "Content-Length:",
        "Content-Length: +3",
        "Content-Length: 0x3",
        "Content-Length: 9999999999999999999",
        "Content-Length: 3\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\ncontent-length : 3",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: identity",
        "Transfer-Encoding: chunkee",
        "Transfer-Encoding: chunked, x",
        "transfer-encoding: gzip, chunked",
      })
  void lengths_that_contradict_each_other_are_noticed(String headers) {
    framing.expectAnswer();
    follow("HTTP/1.1 200 OK\r\nServer: x\r\n" + headers + "\r\n\r\n", 7);

    assertThat(framing.isContradictory()).isTrue();
    assertThat(framing.isAtRest()).isFalse();
  }

  @Test
  void a_length_of_eighteen_digits_is_one() {
    framing.expectAnswer();
    follow("HTTP/1.1 200 OK\r\nContent-Length: 100000000000000000\r\n\r\n", 7);

    assertThat(framing.isContradictory()).isFalse();
    assertThat(framing.isAtRest()).isFalse();
  }

  @Test
  void a_line_that_just_has_room_is_read_to_its_end() {
    for (int blanks = 100; blanks < 112; blanks++) {
      framing.expectAnswer();
      follow("HTTP/1.1 200 OK\r\nContent-Length:" + " ".repeat(blanks) + "1\r\n\r\na", 8192);

      assertThat(framing.isContradictory()).isFalse();
      assertThat(framing.isAtRest()).as("with %s blanks", blanks).isTrue();
    }
  }

  @Test
  void a_name_that_is_longer_than_the_room_tells_no_length() {
    framing.expectAnswer();
    follow("HTTP/1.1 200 OK\r\nContent-Length" + " ".repeat(200) + ": 1\r\n\r\na", 8192);

    assertThat(framing.isContradictory()).isFalse();
    assertThat(framing.isAtRest()).isFalse();
  }

  @Test
  void a_line_of_any_length_is_followed() {
    framing.expectAnswer();
    follow(
        "HTTP/1.1 200 OK\r\nC" + "x".repeat(200_000) + ": 7\r\nContent-Length: 1\r\n\r\na", 8192);

    assertThat(framing.isAtRest()).isTrue();
  }

  private void follow(String text, int piece) {
    var bytes = text.getBytes(ISO_8859_1);
    for (int from = 0; from < bytes.length; from += piece) {
      framing.follow(bytes, from, Math.min(piece, bytes.length - from));
    }
  }
}
