package io.inboxport.testkit.http;

import java.io.IOException;
import java.net.Socket;

/**
 * Sends the same bytes for every request without a body, and allocates nothing for it. A benchmark
 * in the same process then measures the client alone.
 */
final class RepeatedAnswer {
  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

  private final byte[] answer;

  RepeatedAnswer(HttpAnswer answer) {
    this.answer = answer.bytes(true, true);
  }

  void serve(Socket socket) throws IOException {
    var in = socket.getInputStream();
    var out = socket.getOutputStream();
    var buffer = new byte[8192];
    int matched = 0;
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      for (int i = 0; i < length; i++) {
        if (buffer[i] == END_OF_HEAD[matched]) {
          matched++;
        } else {
          matched = buffer[i] == '\r' ? 1 : 0;
        }
        if (matched == END_OF_HEAD.length) {
          out.write(answer);
          matched = 0;
        }
      }
    }
  }
}
