package io.inboxport.app.report;

import static io.inboxport.inmemory.InboundItem.mention;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.Inbox;
import io.inboxport.account.Identity;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.port.ForwardingInboxGateway;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyCapabilities;
import io.inboxport.tag.TagName;
import io.inboxport.testkit.fixtures.DemoInbox;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ReportTest {
  private static final Clock CLOCK = Clock.fixed(DemoInbox.NOW, ZoneOffset.UTC);

  @TempDir private Path folder;

  @Test
  void the_page_needs_nothing_from_elsewhere() throws IOException {
    var page = page(DemoInbox.create());

    assertThat(page).contains("Content-Security-Policy").startsWith("<!DOCTYPE html>");
    assertThat(page).doesNotContain("<script", "<link", "<img", "src=", "@import", "href=\"http");
    assertThat(all(page, "https?://[^\"' ]+"))
        .allSatisfy(url -> assertThat(url).startsWith("http://www.w3.org/"));
  }

  @Test
  void every_plot_has_a_table_beside_it_and_words_for_those_who_do_not_see() throws Exception {
    var page = page(DemoInbox.create());

    assertThat(all(page, "<figure role=\"img\" aria-label=\"Plot: [^\"]+\"><svg ")).hasSize(5);
    assertThat(all(page, "<section>")).hasSize(6);
    assertThat(all(page, "<caption>[^<]+</caption>")).hasSize(6);
    assertThat(all(page, "id=\"[^\"]+\"")).doesNotHaveDuplicates();
    for (var svg : all(page, "(?s)<svg .*?</svg\n?>")) {
      var document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(svg)));
      assertThat(document.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 380 250");
    }
  }

  @Test
  void texts_of_strangers_stay_texts() throws IOException {
    var twin = DemoInbox.create();
    twin.receive(
        mention()
            .on(Network.of("<script>alert(1)</script>"))
            .tagged(TagName.of("\"><img src=x onerror=alert(1)>"), TagName.of("\u001b[31m\u202e")));

    assertThat(page(twin))
        .doesNotContain("<script", "<img", "\u001b", "\u202e")
        .contains("&lt;script&gt;", "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;");
  }

  @Test
  void the_name_of_the_account_stays_text_as_well() throws IOException {
    var named =
        new ForwardingInboxGateway(DemoInbox.create()) {
          @Override
          public Identity me() {
            var me = super.me();
            return Identity.builder(me.user(), me.account())
                .accountName("<b>Ann's & \"Sons\"</b>\u202e")
                .build();
          }
        };

    assertThat(page(named))
        .contains("<title>Inbox report: &lt;b&gt;Ann&#39;s &amp; &quot;Sons&quot;&lt;/b&gt;")
        .contains("<h1>Inbox report: &lt;b&gt;Ann&#39;s")
        .doesNotContain("<b>Ann", "Ann's", "\u202e");
  }

  @Test
  void an_apostrophe_in_a_name_cannot_end_an_attribute() {
    assertThat(HtmlWriter.text("' onload='x")).isEqualTo("&#39; onload=&#39;x");
  }

  @Test
  void of_an_unknown_total_it_tells_how_many_there_are_at_least() throws IOException {
    var silent =
        new ForwardingInboxGateway(DemoInbox.create()) {
          @Override
          public ConversationPage list(ConversationQuery query) {
            var page = super.list(query);
            return new ConversationPage(page.items(), OptionalLong.empty(), page.unreadable());
          }
        };

    assertThat(page(silent))
        .contains("<b>at least 22</b><span>open items</span>")
        .contains(
            "<footer>The server does not say how many items are open: all figures are of the 22"
                + " that it listed. Response times and tags come from 22 of at least 22 open");
  }

  @Test
  void it_tells_how_many_items_and_timelines_it_is_about() {
    var twin = InMemoryInboxGateway.create();
    twin.receive(mention().on(Network.TIKTOK));
    twin.receive(mention().on(Network.TIKTOK));
    var report = InboxReport.of(Inbox.over(twin), CLOCK, 1, (done, known) -> {});

    assertThat(report.open()).hasValue(2);
    assertThat(report.openInWords()).isEqualTo("2");
    assertThat(report.timelines()).isEqualTo(1);
  }

  @Test
  void an_empty_inbox_makes_a_page_too() throws IOException {
    assertThat(page(InMemoryInboxGateway.create())).contains("<b>0</b><span>open items</span>");
  }

  @Test
  void an_item_that_vanished_or_cannot_be_read_costs_its_details_alone() throws IOException {
    var twin = DemoInbox.create();
    twin.faults().inject(Operation.GET, Fault.notFound());
    twin.faults().inject(Operation.TIMELINE, Fault.garbled());

    assertThat(page(twin))
        .contains("<b>22</b><span>open items</span>")
        .contains("<footer>Response times and tags come from 20 of 22 open items.");
  }

  @Test
  void the_table_beside_the_first_plot_has_every_count_and_every_heading() throws IOException {
    var twin = InMemoryInboxGateway.create();
    twin.receive(mention().on(Network.TIKTOK));
    twin.receive(mention().on(Network.TIKTOK));
    twin.receive(InboundItem.of(ItemType.of("Review")).on(Network.of("Threads")));

    assertThat(rows(page(twin), "Open items by network and type"))
        .startsWith("Network | Conversation | Post | Mention | Reply | Review")
        .contains("TikTok | 0 | 0 | 2 | 0 | 0", "Threads | 0 | 0 | 0 | 0 | 1");
    var mentions = DrawnBar.of(all(page(twin), "(?s)<svg .*?</svg\n?>").get(0), 13);
    assertThat(mentions).filteredOn(bar -> bar.height() > 100).hasSize(1);
  }

  @Test
  void what_can_be_answered_is_told_for_every_network_and_type() throws IOException {
    var twin = InMemoryInboxGateway.create();
    twin.receive(mention().on(Network.TWITTER));
    var rows = rows(page(twin), "How a reply reaches the customer, and what it can carry");

    assertThat(rows)
        .hasSize(1 + Network.values().size())
        .startsWith("Network | Conversation | Post | Mention | Reply");
    for (var network : Network.values()) {
      var cells = new ArrayList<>(List.of(network.toString()));
      for (var type : ItemType.values()) {
        var can = ReplyCapabilities.of(network, type);
        var words =
            switch (can.channel()) {
              case DIRECT_MESSAGE -> "direct message";
              case PUBLIC_COMMENT -> "public comment";
              case NONE -> "no reply";
              case UNDETERMINED -> "unknown";
            };
        var isOpen = network.equals(Network.TWITTER) && type.equals(ItemType.MENTION);
        cells.add(
            words
                + (can.threading() ? ", threading" : "")
                + (can.media() ? ", media" : "")
                + (isOpen ? " (1&nbsp;open)" : ""));
      }
      assertThat(rows).contains(String.join(" | ", cells));
    }
  }

  @Test
  void two_new_types_of_item_with_much_the_same_name_cost_no_plot() throws IOException {
    var twin = InMemoryInboxGateway.create();
    twin.receive(InboundItem.of(ItemType.of("PrivateConversationNote")).on(Network.TIKTOK));
    twin.receive(InboundItem.of(ItemType.of("PrivateConversationThread")).on(Network.TIKTOK));

    assertThat(all(page(twin), "<figure ")).hasSize(4);
  }

  @Test
  void the_page_brings_its_own_style_and_each_plot_its_own_ids() throws IOException {
    var page = page(DemoInbox.create());

    assertThat(page)
        .contains("prefers-color-scheme")
        .contains("id=\"plot1-")
        .contains("id=\"plot5-");
    assertThat(all(page, "aria-hidden=\"true\"")).hasSize(5);
  }

  @Test
  void what_the_api_does_not_list_is_told() throws IOException {
    var twin = InMemoryInboxGateway.create();
    for (int i = 0; i < 101; i++) {
      twin.receive(mention().on(Network.LINKEDIN));
    }

    assertThat(page(twin))
        .contains("<b>101</b><span>open items</span>")
        .contains("<footer>Only 100 open items could be listed: all figures but their number are");
  }

  @Test
  void spans_are_told_as_people_tell_them() {
    assertThat(HtmlWriter.span(Duration.ofMinutes(59))).isEqualTo("59 min");
    assertThat(HtmlWriter.span(Duration.ofMinutes(60))).isEqualTo("1 h 0 min");
    assertThat(HtmlWriter.span(Duration.ofMinutes(61))).isEqualTo("1 h 1 min");
    assertThat(HtmlWriter.span(Duration.ofMinutes(1_439))).isEqualTo("23 h 59 min");
    assertThat(HtmlWriter.span(Duration.ofHours(24))).isEqualTo("1 d 0 h");
    assertThat(HtmlWriter.span(Duration.ofHours(49))).isEqualTo("2 d 1 h");
    assertThat(HtmlWriter.span(Duration.ofMinutes(-1))).isEqualTo("0 min");
  }

  private String page(InboxGateway twin) throws IOException {
    var file = folder.resolve("report.html");
    assertThat(InboxReport.of(Inbox.over(twin), CLOCK, 100, (done, known) -> {}).writeTo(file))
        .isTrue();
    return Files.readString(file);
  }

  /** Returns the rows of the table with this caption, its cells as text. */
  private static List<String> rows(String page, String caption) {
    int start = page.indexOf("<caption>" + caption);
    assertThat(start).isPositive();
    return all(page.substring(start, page.indexOf("</table>", start)), "<tr>.*?</tr>").stream()
        .map(row -> row.replaceAll("</t[hd]><t[hd][^>]*>", " | ").replaceAll("<[^>]*>", ""))
        .toList();
  }

  private static List<String> all(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().map(MatchResult::group).toList();
  }
}
