package io.inboxport.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every combination there is, against the lists of networks as the vendor's page gives them. */
class ReplyTruthTableTest {
  private static final Set<String> DIRECT_MESSAGE_REPLIES =
      Set.of("Facebook", "Twitter", "LinkedIn");
  private static final Set<String> THREADED_COMMENTS =
      Set.of("Facebook", "LinkedIn", "Instagram", "TikTok", "YouTube");
  private static final Set<String> MEDIA = Set.of("Facebook", "Twitter", "LinkedIn", "TikTok");

  private static final List<String> NETWORKS =
      List.of("Facebook", "Twitter", "LinkedIn", "Instagram", "TikTok", "YouTube", "Bluesky");
  private static final List<String> TYPES =
      List.of("Conversation", "Post", "Mention", "Reply", "Story");
  private static final List<String> STATUSES = List.of("open", "closed", "pending");
  private static final List<Boolean> EITHER = List.of(true, false);

  private record Case(
      String network, String type, String status, boolean parent, boolean media, boolean dropping) {
    boolean networkKnown() {
      return !network.equals("Bluesky");
    }

    boolean typeKnown() {
      return !type.equals("Story");
    }

    boolean direct() {
      return type.equals("Conversation");
    }

    /** Returns whether the vendor says for sure that such a reply arrives. */
    boolean replyArrives() {
      return networkKnown()
          && typeKnown()
          && (!direct() || DIRECT_MESSAGE_REPLIES.contains(network));
    }

    Conversation item() {
      return Conversation.withId(ConversationId.of("eit1"))
          .network(Network.of(network))
          .itemType(ItemType.of(type))
          .status(Status.of(status))
          .build();
    }

    ReplyDraft draft() {
      var draft = ReplyDraft.of("On it!");
      draft = parent ? draft.under(CommentId.of("c1")) : draft;
      draft = media ? draft.attaching(Map.of("url", "https://example.org/a.png")) : draft;
      return dropping ? draft.droppingUnsupported() : draft;
    }

    /**
     * Returns the content that would get lost on the way: the parent comment, the media, or both.
     */
    List<ReplyContent> ignored() {
      var ignored = new ArrayList<ReplyContent>();
      if (parent && replyArrives() && (direct() || !THREADED_COMMENTS.contains(network))) {
        ignored.add(ReplyContent.PARENT_COMMENT);
      }
      if (media && replyArrives() && !MEDIA.contains(network)) {
        ignored.add(ReplyContent.MEDIA);
      }
      return ignored;
    }

    List<ReplyReason> refusals() {
      var reasons = new ArrayList<ReplyReason>();
      if (status.equals("closed")) {
        reasons.add(new ReplyReason.ItemNotOpen(Status.CLOSED));
      }
      if (networkKnown() && typeKnown() && !replyArrives()) {
        reasons.add(new ReplyReason.NoReplyChannel(Network.of(network), ItemType.of(type)));
      }
      if (!dropping) {
        for (var content : ignored()) {
          reasons.add(
              new ReplyReason.ContentUnsupported(content, Network.of(network), ItemType.of(type)));
        }
      }
      return reasons;
    }

    List<ReplyReason> doubts() {
      var reasons = new ArrayList<ReplyReason>();
      if (status.equals("pending")) {
        reasons.add(new ReplyReason.UnknownStatus(Status.of("pending")));
      }
      if (!networkKnown()) {
        reasons.add(new ReplyReason.UnknownNetwork(Network.of("Bluesky")));
      }
      if (!typeKnown()) {
        reasons.add(new ReplyReason.UnknownItemType(ItemType.of("Story")));
      }
      return reasons;
    }
  }

  private static List<Case> everyCase() {
    var cases = new ArrayList<Case>();
    for (var network : NETWORKS) {
      for (var type : TYPES) {
        for (var status : STATUSES) {
          for (var parent : EITHER) {
            for (var media : EITHER) {
              for (var dropping : EITHER) {
                cases.add(new Case(network, type, status, parent, media, dropping));
              }
            }
          }
        }
      }
    }
    return cases;
  }

  @Test
  void the_verdict_is_the_one_that_the_vendors_page_gives() {
    assertThat(everyCase()).hasSize(7 * 5 * 3 * 2 * 2 * 2).allSatisfy(ReplyTruthTableTest::check);
  }

  private static void check(Case truth) {
    var verdict = ReplyVerdict.on(truth.item(), truth.draft());
    var all = new ArrayList<>(truth.refusals());
    all.addAll(truth.doubts());

    assertThat(verdict.reasons()).containsExactlyInAnyOrderElementsOf(all);
    assertThat(verdict.isRefused()).isEqualTo(!truth.refusals().isEmpty());
    assertThat(verdict.isAllowed()).isEqualTo(all.isEmpty());
    assertThat(verdict.dropped())
        .containsExactlyElementsOf(
            truth.dropping && !verdict.isRefused() ? truth.ignored() : List.of());
  }
}
