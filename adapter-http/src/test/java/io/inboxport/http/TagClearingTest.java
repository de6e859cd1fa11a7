package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.InboxException;
import io.inboxport.conversation.ConversationId;
import io.inboxport.inmemory.ServerBehavior.TagClearing;
import io.inboxport.port.InboxGateway;
import io.inboxport.tag.TagName;
import io.inboxport.testkit.sandbox.Sandbox;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The twin clears tags if the HTTP adapter would, whatever empty form the server takes. */
class TagClearingTest {
  private static final ConversationId ID = ConversationId.of("eit000000000001");

  @ParameterizedTest
  @EnumSource
  void both_backends_end_alike(TagClearing clearing) {
    try (var sandbox = Sandbox.start();
        var overHttp = SandboxGateways.unhurried(sandbox)) {
      var twin = sandbox.twin();
      twin.behave(twin.behavior().toBuilder().tagClearing(clearing).build());

      assertThat(endOfClearing(overHttp)).isEqualTo(endOfClearing(twin));
    }
  }

  private static String endOfClearing(InboxGateway gateway) {
    gateway.replaceTags(ID, List.of(TagName.of("VIP")));
    try {
      gateway.replaceTags(ID, List.of());
      return "tags left: " + gateway.get(ID).tags().orElseThrow().size();
    } catch (InboxException.Rejected e) {
      return e.status() + " " + e.serverMessage() + ", tags left: " + gateway.get(ID).tags();
    }
  }
}
