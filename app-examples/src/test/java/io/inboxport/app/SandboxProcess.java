package io.inboxport.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** {@code inbox sandbox}, as a process of its own. */
final class SandboxProcess implements AutoCloseable {
  private final Process process;
  private final URI url;
  private final URI adminUrl;

  private SandboxProcess(Process process, URI url, URI adminUrl) {
    this.process = process;
    this.url = url;
    this.adminUrl = adminUrl;
  }

  static SandboxProcess start(String... options) throws IOException {
    var line = new ArrayList<>(List.of("sandbox", "--json"));
    line.addAll(List.of(options));
    var process = Cli.process(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    @SuppressWarnings("resource") // It lives as long as the process.
    BufferedReader output = process.inputReader(UTF_8);
    var answer = output.readLine();
    if (answer == null) {
      throw new IOException("The sandbox ended before it began.");
    }
    var said = Cli.json(answer);
    return new SandboxProcess(
        process, URI.create(said.get("url").asText()), URI.create(said.get("adminUrl").asText()));
  }

  URI url() {
    return url;
  }

  /** Drives the sandbox from outside. */
  void drive(String action, String json) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(adminUrl.resolve(action))
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(action + ": " + answer.body());
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
