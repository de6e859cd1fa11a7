package io.inboxport.testkit.contract;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.port.InboxGateway;
import io.inboxport.timeline.TimelineEntry;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** Gateways that address the wrong item, as a careless client of HTTP does. */
final class BrokenAddresses {
  static final List<BrokenGateway> ALL =
      List.of(
          addresses("cuts an id at a slash", "ids.get-takes-any-id", id -> id.split("/", 2)[0]),
          addresses(
              "cuts an id at a question mark", "ids.get-takes-any-id", id -> id.split("\\?", 2)[0]),
          addresses("decodes an id", "ids.get-takes-any-id", BrokenAddresses::decoded),
          addresses("climbs along an id", "ids.get-takes-any-id", BrokenAddresses::climbed),
          addresses("trims an id", "ids.add-note-takes-any-id", String::strip),
          addresses(
              "cuts an id at a line break",
              "ids.add-note-takes-any-id",
              id -> id.split("\r\n", 2)[0]),
          addresses(
              "loses what is not ASCII of an id",
              "ids.add-note-takes-any-id",
              id -> id.replaceAll("[^\\x{0}-\\x{7F}]", "?")),
          addresses(
              "finds the first item for an id it does not know",
              "get.does-not-find-an-unknown-id",
              id -> id.equals(ScenarioStage.NOBODY.value()) ? "eit000000000001" : id));

  private BrokenAddresses() {}

  private static BrokenGateway addresses(
      String flaw, String caughtBy, UnaryOperator<String> otherwise) {
    return new BrokenGateway(flaw, caughtBy, sound -> new Addressing(sound, otherwise));
  }

  private static String decoded(String id) {
    try {
      return URLDecoder.decode(id, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return id;
    }
  }

  private static String climbed(String id) {
    return id.startsWith("x/") ? URI.create(id).normalize().toString() : id;
  }

  private static final class Addressing extends DelegatingGateway {
    private final UnaryOperator<String> otherwise;

    Addressing(InboxGateway sound, UnaryOperator<String> otherwise) {
      super(sound);
      this.otherwise = otherwise;
    }

    @Override
    public Conversation get(ConversationId id) {
      return super.get(ConversationId.of(otherwise.apply(id.value())));
    }

    @Override
    public TimelineEntry addNote(ConversationId id, String note) {
      return super.addNote(ConversationId.of(otherwise.apply(id.value())), note);
    }
  }
}
