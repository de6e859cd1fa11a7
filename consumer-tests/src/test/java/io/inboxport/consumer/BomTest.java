package io.inboxport.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BomTest {
  private static final Path PUBLISHED =
      Path.of(System.getProperty("house.root"), "bom", "target", "bom.xml");

  @Test
  void manages_our_artifacts_and_no_others() throws IOException {
    var bom = Files.readString(PUBLISHED);

    assertThat(Pattern.compile("<artifactId>(.*)</artifactId>").matcher(bom).results())
        .extracting(artifact -> artifact.group(1))
        .containsExactlyInAnyOrder(
            "inboxport-bom",
            "inboxport-core",
            "inboxport-budget",
            "inboxport-jdbc",
            "inboxport-redis",
            "inboxport-webhook",
            "inboxport-inmemory",
            "inboxport-http",
            "inboxport-testkit");
    assertThat(bom).doesNotContain("<parent>", "<properties>");
  }
}
