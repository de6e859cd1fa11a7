package io.inboxport.app;

import io.inboxport.app.output.EventJson;
import io.inboxport.app.output.PrintableText;
import io.inboxport.webhook.WebhookEvent;
import io.inboxport.webhook.WebhookReceiver;
import io.inboxport.webhook.WebhookResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies the signature of a webhook's body, and shows its event. */
@Command(
    name = "webhook",
    header = "Verify a webhook, and show its event.",
    customSynopsis = "inbox webhook verify --secret-file FILE --signature HEX FILE",
    description = {
      "Verifies the signature over the very bytes of a body, and shows the event. Ends with 0, or"
          + " with 3 if the body is refused. Needs no backend.",
      "A secret is read from a file, since other users see the arguments of a process."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  inbox webhook verify --secret-file secret --signature 5d61605c body.json",
      "  inbox webhook verify --secret-file secret --signature 5d61605c - --json"
    })
final class WebhookCommand extends SessionCommand {
  private static final String STANDARD_INPUT = "-";

  @Parameters(index = "0", paramLabel = "ACTION", description = "verify: check it and show it.")
  private WebhookAction action = WebhookAction.VERIFY;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "The body, byte for byte as it came; - for standard input.")
  private Path body = Path.of(STANDARD_INPUT);

  @Option(
      names = "--secret-file",
      required = true,
      paramLabel = "FILE",
      description = "The secrets of the webhook, one a line. One that signed is enough.")
  private Path secretFile = Path.of("");

  @Option(
      names = "--signature",
      required = true,
      paramLabel = "HEX",
      description = "The value of the header X-Oktopost-Signature, or X-Oktopost-Secret.")
  private String signature = "";

  WebhookCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() throws IOException {
    var receiver = WebhookReceiver.of(secrets());
    return switch (action) {
      case VERIFY ->
          show(receiver.receive(bytes(), Map.of("X-Oktopost-Signature", List.of(signature))));
    };
  }

  private String[] secrets() throws IOException {
    var secrets =
        Files.readAllLines(secretFile).stream()
            .filter(line -> !line.isBlank())
            .toArray(String[]::new);
    if (secrets.length == 0) {
      throw new IllegalArgumentException(
          "The file " + secretFile + " holds no secret: write one a line.");
    }
    return secrets;
  }

  /** Reads one byte more than a receiver takes, so that a larger body is refused as such. */
  private byte[] bytes() throws IOException {
    int most = WebhookReceiver.LARGEST_BODY + 1;
    if (body.toString().equals(STANDARD_INPUT)) {
      return session.console().in().readNBytes(most);
    }
    try (var in = Files.newInputStream(body)) {
      return in.readNBytes(most);
    }
  }

  private int show(WebhookResult result) {
    if (result instanceof WebhookResult.Refused refused) {
      session.tellError(
          "WebhookRefused", "The webhook is refused: " + refused.reason().words() + ".", null);
      return FailureReporter.REFUSED;
    }
    var event = ((WebhookResult.Accepted) result).event();
    session.answer(() -> EventJson.of(event), () -> lines(event));
    return DONE;
  }

  private static List<String> lines(WebhookEvent event) {
    var lines = new ArrayList<String>();
    lines.add(
        "Event:         " + event.name() + (event.name().known().isEmpty() ? " (unknown)" : ""));
    lines.add("Time:          " + event.time().map(Object::toString).orElse("not told"));
    lines.add("Webhook:       " + event.webhookId().orElse("not told"));
    event.payloadId().ifPresent(id -> lines.add("Payload:       " + id));
    var conversations = event.conversations().stream().map(Object::toString).toList();
    lines.add(
        "Conversations: " + (conversations.isEmpty() ? "none" : String.join(", ", conversations)));
    return lines.stream().map(PrintableText::line).toList();
  }
}
