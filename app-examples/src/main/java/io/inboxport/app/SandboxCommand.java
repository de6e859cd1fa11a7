package io.inboxport.app;

import io.inboxport.app.GlobalOptions.Backend;
import io.inboxport.app.output.JsonOutput;
import io.inboxport.testkit.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the demo data as the vendor's server would, until it is stopped. */
@Command(
    name = "sandbox",
    header = "Serve the demo data over HTTP.",
    customSynopsis =
        "inbox sandbox [--port P] [--tls [--certificate FILE]]%n"
            + "                     [--account A --key K]",
    description = {
      "Serves the demo data as the vendor's server would, for a client in any language. Prints the"
          + " base URL and runs until it is stopped.",
      "It is driven through the path /-/ beside the API: see docs/sandbox.md."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  inbox sandbox",
      "  inbox sandbox --port 8080 --account 001000000000001 --key secret",
      "  inbox sandbox --tls --certificate sandbox.pem"
    })
final class SandboxCommand extends SessionCommand {
  @Option(names = "--port", paramLabel = "P", description = "The port; any free one by default.")
  private int port;

  @Option(names = "--tls", description = "Serve HTTPS, with a certificate made for the occasion.")
  private boolean tls;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "Write that certificate here, as PEM: what curl's --cacert takes.")
  private @Nullable Path certificate;

  @Option(names = "--account", paramLabel = "A", description = "Let in only this account.")
  private @Nullable String account;

  @Option(names = "--key", paramLabel = "K", description = "Let in only this key.")
  private @Nullable String key;

  SandboxCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() throws IOException {
    try (var sandbox = start()) {
      if (certificate != null) {
        var pem = sandbox.certificatePem();
        Files.writeString(
            certificate,
            pem.orElseThrow(() -> new IllegalArgumentException("--certificate needs --tls.")));
      }
      session.answer(
          () ->
              JsonOutput.object(
                  "backend", Backend.MEMORY.toString(),
                  "url", sandbox.url().toString(),
                  "adminUrl", sandbox.adminUrl().toString()),
          () -> lines(sandbox));
      // A sandbox whose URL was not told could not be found.
      if (!session.console().out().checkError()) {
        sandbox.awaitClose();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return DONE;
  }

  private Sandbox start() {
    var sandbox = Sandbox.builder().port(port);
    if (tls) {
      sandbox = sandbox.tls();
    }
    if (account != null && key != null) {
      sandbox = sandbox.credentials(account, key);
    } else if (account != null || key != null) {
      throw new IllegalArgumentException("--account and --key go together: give both, or neither.");
    }
    return sandbox.start();
  }

  private List<String> lines(Sandbox sandbox) {
    var lines = new ArrayList<String>();
    lines.add(sandbox.url().toString());
    if (session.console().terminal()) {
      lines.add("");
      lines.add("Try it:   inbox --base-url " + sandbox.url() + " list");
      lines.add("Drive it: " + sandbox.adminUrl());
      lines.add("Stop it:  Ctrl-C");
    }
    return lines;
  }
}
