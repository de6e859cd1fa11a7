package io.inboxport.testkit.contract;

import static io.inboxport.testkit.contract.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.reply.CommentId;
import io.inboxport.reply.ReplyDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Scenarios of the support by each network. The table stands here once more, after the vendor's
 * page, so that an error in the core's cannot confirm itself.
 */
final class ReplyTableScenarios {
  private static final List<ItemType> PUBLIC =
      List.of(ItemType.POST, ItemType.MENTION, ItemType.REPLY);
  private static final List<Network> WITH_MESSAGES =
      List.of(Network.FACEBOOK, Network.TWITTER, Network.LINKEDIN);
  private static final List<Network> WITHOUT_MESSAGES =
      List.of(Network.INSTAGRAM, Network.YOUTUBE, Network.TIKTOK);
  private static final List<Network> WITHOUT_MEDIA = List.of(Network.INSTAGRAM, Network.YOUTUBE);

  private static final ReplyDraft PLAIN = ReplyDraft.of("Thanks!");
  private static final ReplyDraft THREADED = PLAIN.under(CommentId.of("eit000000000003"));
  private static final ReplyDraft ILLUSTRATED = PLAIN.attaching(Map.of("url", "a.png"));

  static final List<Scenario> ALL = all();

  private ReplyTableScenarios() {}

  private static List<Scenario> all() {
    var all = new ArrayList<Scenario>();
    for (var network : Network.values()) {
      var name = network.name().toLowerCase(Locale.ROOT);
      all.add(directMessages(network, name));
      all.add(publicItems(network, name));
      all.add(media(network, name));
      if (WITH_MESSAGES.contains(network)) {
        all.add(
            scenario(
                "reply." + name + "-ignores-the-parent-of-a-message",
                "A parent comment does not arrive with a direct message on " + network,
                stage -> arrives(stage, network, ItemType.CONVERSATION, THREADED, PLAIN)));
      }
      if (!network.equals(Network.TWITTER)) {
        all.add(
            scenario(
                "reply." + name + "-threads-comments",
                "A reply to a public item on " + network + " goes under its parent comment",
                stage -> PUBLIC.forEach(t -> arrives(stage, network, t, THREADED, THREADED))));
      }
    }
    all.add(
        scenario(
            "reply.twitter-does-not-thread",
            "A parent comment does not arrive with a reply on Twitter",
            stage -> PUBLIC.forEach(t -> arrives(stage, Network.TWITTER, t, THREADED, PLAIN))));
    return List.copyOf(all);
  }

  private static Scenario directMessages(Network network, String name) {
    return WITHOUT_MESSAGES.contains(network)
        ? scenario(
            "reply." + name + "-takes-no-messages",
            "A direct message on " + network + " takes no reply: the server answers 400",
            stage -> {
              var item = InboundItem.of(ItemType.CONVERSATION).on(network);
              assertThat(ReplyScenarios.rejected(stage, item, PLAIN).status()).isEqualTo(400);
            })
        : scenario(
            "reply." + name + "-takes-messages",
            "A direct message on " + network + " takes a reply",
            stage -> arrives(stage, network, ItemType.CONVERSATION, PLAIN, PLAIN));
  }

  private static Scenario publicItems(Network network, String name) {
    return scenario(
        "reply." + name + "-takes-comments",
        "Posts, mentions and replies on " + network + " take a comment",
        stage -> PUBLIC.forEach(type -> arrives(stage, network, type, PLAIN, PLAIN)));
  }

  private static Scenario media(Network network, String name) {
    boolean ignored = WITHOUT_MEDIA.contains(network);
    return scenario(
        "reply." + name + (ignored ? "-ignores-media" : "-takes-media"),
        "Media " + (ignored ? "do not arrive" : "arrive") + " with a comment on " + network,
        stage -> {
          var expected = ignored ? PLAIN : ILLUSTRATED;
          PUBLIC.forEach(type -> arrives(stage, network, type, ILLUSTRATED, expected));
          if (WITH_MESSAGES.contains(network)) {
            arrives(stage, network, ItemType.CONVERSATION, ILLUSTRATED, expected);
          }
        });
  }

  private static void arrives(
      ScenarioStage stage, Network network, ItemType type, ReplyDraft sent, ReplyDraft expected) {
    var id = stage.received(InboundItem.of(type).on(network));
    stage.gateway.reply(id, sent);
    assertThat(stage.backstage.replies(id))
        .as("what arrived of a reply to a " + type + " on " + network)
        .containsExactly(expected);
  }
}
