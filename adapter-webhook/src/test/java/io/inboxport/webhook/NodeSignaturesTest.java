package io.inboxport.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Bodies that Node's crypto signed are verified here, and the reverse. The table was written by
 * Node; {@code .ci/webhooks} gives one that Node has just written, and lets Node verify ours.
 */
class NodeSignaturesTest {
  private static final HexFormat HEX = HexFormat.of();

  /** Body that Node signed. */
  @SuppressWarnings("ArrayRecordComponent")
  private record NodeBody(String secret, byte[] bytes, String signature) {
    static NodeBody of(String line) {
      var parts = List.of(line.split(" ", -1));
      return new NodeBody(
          new String(HEX.parseHex(parts.get(0)), StandardCharsets.UTF_8),
          HEX.parseHex(parts.get(1)),
          parts.get(2));
    }

    int statusFor(byte[] body) {
      return new SignedBody(body, signature).sentTo(WebhookReceiver.of(secret)).httpStatus();
    }
  }

  private static List<NodeBody> table() throws IOException {
    var live = System.getProperty("inboxport.node.signatures");
    try (var recorded = NodeSignaturesTest.class.getResourceAsStream("node-signatures.txt")) {
      var text =
          live == null
              ? new String(
                  Objects.requireNonNull(recorded).readAllBytes(), StandardCharsets.US_ASCII)
              : Files.readString(Path.of(live));
      return text.lines().map(NodeBody::of).toList();
    }
  }

  @Test
  void what_node_signed_is_accepted_and_what_was_changed_since_is_not() throws IOException {
    assertThat(table()).hasSizeGreaterThanOrEqualTo(60);
    for (var body : table()) {
      assertThat(body.statusFor(body.bytes())).isEqualTo(200);
      for (int i = 0; i < body.bytes().length; i++) {
        var changed = body.bytes().clone();
        changed[i] ^= 1;
        assertThat(body.statusFor(changed)).as("byte %s", i).isEqualTo(401);
      }
    }
  }

  @Test
  void what_is_signed_here_is_what_node_signs() throws IOException {
    var ours = new StringBuilder();
    for (var body : table()) {
      var signed = SignedBody.of(body.bytes(), body.secret());
      assertThat(signed.signature()).isEqualTo(body.signature());
      ours.append(HEX.formatHex(body.secret().getBytes(StandardCharsets.UTF_8)))
          .append(' ')
          .append(HEX.formatHex(body.bytes()))
          .append(' ')
          .append(signed.signature())
          .append('\n');
    }
    var file = System.getProperty("inboxport.node.verify");
    if (file != null) {
      Files.writeString(Path.of(file), ours);
    }
  }
}
