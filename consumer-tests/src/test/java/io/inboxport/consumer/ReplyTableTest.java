package io.inboxport.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.reply.ReplyCapabilities;
import io.inboxport.reply.ReplyCapability;
import io.inboxport.reply.ReplyChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReplyTableTest {
  private static final Path DOCUMENT =
      Path.of(System.getProperty("house.root"), "docs", "reply-capabilities.md");

  @Test
  void the_document_shows_the_table_of_the_code() throws IOException {
    if (Boolean.getBoolean("renew")) {
      Files.writeString(DOCUMENT, document());
    }
    assertThat(Files.readString(DOCUMENT))
        .as("%s is stale. Renew it: mvn verify -pl consumer-tests -am -Drenew", DOCUMENT)
        .isEqualTo(document());
  }

  private static String document() {
    return """
        # What can be replied to, and with what

        Generated from `ReplyCapabilities`; a test fails when it is stale. A reply also needs the \
        item to be open. If a network or an item type is unknown, the verdict is *undetermined*: \
        the server decides.

        The source is that of the channel; parent comment and media are from the rows \
        `parent_comment_id` and `media` of the same section. Not said there, and decided here: that \
        X ignores a parent comment, and that a blank message is refused.

        | network | item type | reply goes out as | under a parent comment | with media | source |
        | --- | --- | --- | --- | --- | --- |
        %s
        """
        .formatted(
            ReplyCapabilities.all().stream()
                .map(ReplyTableTest::row)
                .collect(Collectors.joining("\n")));
  }

  private static String row(ReplyCapability cell) {
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(
            cell.network(),
            cell.itemType(),
            channel(cell.channel()),
            yesOrNo(cell.threading()),
            yesOrNo(cell.media()),
            cell.source());
  }

  private static String channel(ReplyChannel channel) {
    return switch (channel) {
      case DIRECT_MESSAGE -> "direct message";
      case PUBLIC_COMMENT -> "public comment";
      case NONE -> "no reply";
      case UNDETERMINED -> "undetermined";
    };
  }

  private static String yesOrNo(boolean yes) {
    return yes ? "yes" : "no";
  }
}
