package io.inboxport.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.inboxport.testkit.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;

/**
 * Warms up the sandbox on a thread of its own while the command line is read: on two processors,
 * the classes of both load at once. The time to the first answer has a limit in
 * docs/performance.md.
 */
final class SandboxWarmUp {
  private SandboxWarmUp() {}

  /** Begins, if the line is for a sandbox. */
  static void begin(String... args) {
    if (args.length > 0 && args[0].equals("sandbox")) {
      var thread = new Thread(SandboxWarmUp::run, "sandbox-warm-up");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void run() {
    try (var sandbox = Sandbox.start()) {
      ask(sandbox.url(), "GET /v2/conversation/eit000000000001");
    } catch (UncheckedIOException e) {
      // The sandbox that was asked for will say so better.
    }
  }

  /** Asks a sandbox as a client does, and returns 0 if the answer is good, as a command does. */
  static int ask(URI url, String request) {
    try (var socket = new Socket(url.getHost(), url.getPort())) {
      var form = request.startsWith("POST") ? "note=Hi" : "";
      var head =
          " HTTP/1.1\r\nHost: "
              + url.getHost()
              + "\r\nAuthorization: Basic YTpi\r\nConnection: close\r\n"
              + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
              + (form.length() + "\r\n\r\n");
      socket.getOutputStream().write((request + head + form).getBytes(US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      return answer.startsWith("HTTP/1.1 200 ") ? 0 : 1;
    } catch (IOException e) {
      return 1;
    }
  }
}
