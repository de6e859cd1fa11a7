package io.inboxport.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReplyCapabilitiesTest {
  /** Written off the vendor's page, not off the code: the cells, one by one. */
  private static final String CELLS =
      """
      Facebook  Conversation DIRECT_MESSAGE -         media
      Facebook  Post         PUBLIC_COMMENT threading media
      Facebook  Mention      PUBLIC_COMMENT threading media
      Facebook  Reply        PUBLIC_COMMENT threading media
      Twitter   Conversation DIRECT_MESSAGE -         media
      Twitter   Post         PUBLIC_COMMENT -         media
      Twitter   Mention      PUBLIC_COMMENT -         media
      Twitter   Reply        PUBLIC_COMMENT -         media
      LinkedIn  Conversation DIRECT_MESSAGE -         media
      LinkedIn  Post         PUBLIC_COMMENT threading media
      LinkedIn  Mention      PUBLIC_COMMENT threading media
      LinkedIn  Reply        PUBLIC_COMMENT threading media
      Instagram Conversation NONE           -         -
      Instagram Post         PUBLIC_COMMENT threading -
      Instagram Mention      PUBLIC_COMMENT threading -
      Instagram Reply        PUBLIC_COMMENT threading -
      YouTube   Conversation NONE           -         -
      YouTube   Post         PUBLIC_COMMENT threading -
      YouTube   Mention      PUBLIC_COMMENT threading -
      YouTube   Reply        PUBLIC_COMMENT threading -
      TikTok    Conversation NONE           -         -
      TikTok    Post         PUBLIC_COMMENT threading media
      TikTok    Mention      PUBLIC_COMMENT threading media
      TikTok    Reply        PUBLIC_COMMENT threading media
      """;

  @Test
  void the_table_is_the_vendors() {
    var table =
        ReplyCapabilities.all().stream()
            .map(ReplyCapabilitiesTest::line)
            .collect(Collectors.joining("\n", "", "\n"));

    assertThat(table).isEqualTo(CELLS);
  }

  private static String line(ReplyCapability cell) {
    return "%-9s %-12s %-14s %-9s %s"
        .formatted(
            cell.network(),
            cell.itemType(),
            cell.channel(),
            cell.supports(ReplyContent.PARENT_COMMENT) ? "threading" : "-",
            cell.supports(ReplyContent.MEDIA) ? "media" : "-");
  }

  @Test
  void every_cell_is_found_by_its_network_and_type_in_any_spelling() {
    for (var cell : ReplyCapabilities.all()) {
      assertThat(ReplyCapabilities.of(cell.network(), cell.itemType())).isEqualTo(cell);
    }
    assertThat(ReplyCapabilities.of(Network.of("x"), ItemType.of("POST")))
        .isSameAs(ReplyCapabilities.of(Network.TWITTER, ItemType.POST));
  }

  @Test
  void every_cell_names_its_source() {
    assertThat(ReplyCapabilities.all())
        .allSatisfy(cell -> assertThat(cell.source()).startsWith("Conversations, Reply: "));
    assertThat(ReplyCapabilities.of(Network.TIKTOK, ItemType.POST).source())
        .contains("not of direct message replies");
    assertThat(ReplyCapabilities.of(Network.LINKEDIN, ItemType.POST).source())
        .doesNotContain("not of direct message replies");
  }

  @Test
  void an_unknown_network_or_type_is_undetermined_and_keeps_its_words() {
    var strange = Network.of("Bluesky");
    var story = ItemType.of("Story");
    var cells =
        List.of(
            ReplyCapabilities.of(strange, ItemType.POST),
            ReplyCapabilities.of(Network.FACEBOOK, story),
            ReplyCapabilities.of(strange, story));

    assertThat(cells)
        .allSatisfy(
            cell -> {
              assertThat(cell.channel()).isEqualTo(ReplyChannel.UNDETERMINED);
              assertThat(cell.threading()).isFalse();
              assertThat(cell.media()).isFalse();
              assertThat(cell.source()).isEqualTo("not documented");
            });
    assertThat(cells.get(2).network()).isEqualTo(strange);
    assertThat(cells.get(2).itemType()).isEqualTo(story);
  }
}
