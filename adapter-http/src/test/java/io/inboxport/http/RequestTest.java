package io.inboxport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.CommentId;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.salesforce.SalesforceContactId;
import io.inboxport.salesforce.SalesforceUserId;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntryId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what leaves for each endpoint, to the byte. */
class RequestTest {
  private static final ConversationId ID = ConversationId.of("eit000000000001");
  private static final String DONE = "{\"Result\":true}";
  private static final String NO_ITEMS =
      "{\"Result\":true,\"Conversations\":{\"Total\":0,\"Items\":[]}}";

  private final ScriptedServer server = new ScriptedServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private RecordedRequest sent(String answer, Consumer<InboxGateway> call) {
    server.answers(answer);
    try (var gateway = server.gateway()) {
      call.accept(gateway);
    }
    return server.request();
  }

  private RecordedRequest sentForm(String answer, Consumer<InboxGateway> call) {
    var request = sent(answer, call);
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getHeaders().get("Content-Type"))
        .isEqualTo("application/x-www-form-urlencoded");
    assertThat(request.getHeaders().get("Content-Length"))
        .isEqualTo(Long.toString(request.getBodySize()));
    return request;
  }

  private static String form(RecordedRequest request) {
    return Objects.requireNonNull(request.getBody()).string(UTF_8);
  }

  @Test
  void a_list_without_filters_asks_for_nothing() {
    var request = sent(NO_ITEMS, gateway -> gateway.list(ConversationQuery.all()));

    assertThat(request.getRequestLine()).isEqualTo("GET /v2/conversation HTTP/1.1");
    assertThat(request.getBodySize()).isZero();
  }

  @Test
  void a_request_says_who_calls_and_what_is_understood() {
    var request = sent(NO_ITEMS, gateway -> gateway.list(ConversationQuery.all()));

    var headers = request.getHeaders();
    assertThat(headers.get("Authorization")).isEqualTo("Basic MDAxMDAwMDAwMDAwMDAxOmtleS00Mg==");
    assertThat(headers.get("Accept")).isEqualTo("application/json");
    assertThat(headers.get("User-Agent")).startsWith("inboxport");
    assertThat(headers.names())
        .containsExactlyInAnyOrder(
            "Accept", "Accept-Encoding", "Authorization", "Connection", "Host", "User-Agent");
  }

  @Test
  void filters_are_comma_separated() {
    var query =
        ConversationQuery.open()
            .ofType(ItemType.POST, ItemType.MENTION)
            .on(Network.LINKEDIN, Network.of("Threads"))
            .assignedTo(UserId.of("00A000000000001"), UserId.of("00A000000000002"))
            .tagged(TagName.of("Support"), TagName.of("VIP & friends"))
            .atMost(50);

    var url = sent(NO_ITEMS, gateway -> gateway.list(query)).getUrl();

    assertThat(url.queryParameterNames())
        .containsExactly("type", "status", "network", "assignee_id", "tag", "_count");
    assertThat(url.queryParameter("type")).isEqualTo("Post,Mention");
    assertThat(url.queryParameter("status")).isEqualTo("open");
    assertThat(url.queryParameter("network")).isEqualTo("LinkedIn,Threads");
    assertThat(url.queryParameter("assignee_id")).isEqualTo("00A000000000001,00A000000000002");
    assertThat(url.queryParameter("tag")).isEqualTo("Support,VIP & friends");
    assertThat(url.queryParameter("_count")).isEqualTo("50");
  }

  @Test
  void the_query_string_is_percent_encoded_utf_8() {
    var query = ConversationQuery.open().matching("a+b & c=ü 😀,#%");

    var request = sent(NO_ITEMS, gateway -> gateway.list(query));

    assertThat(request.getTarget())
        .isEqualTo(
            "/v2/conversation?status=open&q=a%2Bb%20%26%20c%3D%C3%BC%20%F0%9F%98%80%2C%23%25");
  }

  @Test
  void getting_addresses_the_conversation() {
    var request =
        sent(
            "{\"Result\":true,\"Conversation\":{\"Id\":\"eit000000000001\"}}",
            gateway -> gateway.get(ID));

    assertThat(request.getRequestLine()).isEqualTo("GET /v2/conversation/eit000000000001 HTTP/1.1");
  }

  @Test
  void a_timeline_starts_at_its_newest_entry() {
    var request = sent("{\"Result\":true,\"Timeline\":[]}", gateway -> gateway.timeline(ID, null));

    assertThat(request.getRequestLine())
        .isEqualTo("GET /v2/conversation/eit000000000001/timeline HTTP/1.1");
  }

  @Test
  void a_timeline_goes_on_behind_an_entry() {
    var request =
        sent(
            "{\"Result\":true,\"Timeline\":[]}",
            gateway -> gateway.timeline(ID, TimelineEntryId.of("eat 1&2")));

    assertThat(request.getTarget())
        .isEqualTo("/v2/conversation/eit000000000001/timeline?last_loaded_id=eat%201%262");
  }

  @Test
  void me_has_an_endpoint_of_its_own() {
    var request =
        sent(
            "{\"Result\":true,\"User\":{\"Id\":\"00A1\"},\"Account\":{\"Id\":\"0011\"}}",
            InboxGateway::me);

    assertThat(request.getRequestLine()).isEqualTo("GET /v2/me HTTP/1.1");
  }

  @Test
  void a_status_is_posted_to_the_conversation() {
    var request = sentForm(DONE, gateway -> gateway.setStatus(ID, Status.of("CLOSED")));

    assertThat(request.getTarget()).isEqualTo("/v2/conversation/eit000000000001");
    assertThat(form(request)).isEqualTo("status=closed");
  }

  @Test
  void an_assignment_names_the_user() {
    var answer =
        "{\"Result\":true,\"Assignment\":{\"ItemId\":\"eit000000000001\",\"AssigneeId\":\"00A2\"}}";

    var request = sentForm(answer, gateway -> gateway.assign(ID, UserId.of("00A2"), null));

    assertThat(request.getTarget()).isEqualTo("/v2/conversation/eit000000000001/assign");
    assertThat(form(request)).isEqualTo("assignee_id=00A2");
  }

  @Test
  void an_assignment_takes_its_note_along() {
    var answer =
        "{\"Result\":true,\"Assignment\":{\"ItemId\":\"eit000000000001\",\"AssigneeId\":\"00A2\"}}";

    var request =
        sentForm(answer, gateway -> gateway.assign(ID, UserId.of("00A2"), "VIP, bitte ansehen"));

    assertThat(form(request)).isEqualTo("assignee_id=00A2&note=VIP%2C+bitte+ansehen");
  }

  @Test
  void a_note_is_sent_as_it_stands() {
    var answer = "{\"Result\":true,\"Note\":{\"Id\":\"eat3\"}}";

    var request = sentForm(answer, gateway -> gateway.addNote(ID, " é=1&\r\n😀+% "));

    assertThat(request.getTarget()).isEqualTo("/v2/conversation/eit000000000001/note");
    assertThat(form(request)).isEqualTo("note=+%C3%A9%3D1%26%0D%0A%F0%9F%98%80%2B%25+");
  }

  @Test
  void every_tag_is_a_field() {
    var request =
        sentForm(
            "{\"Result\":true,\"Tags\":[]}",
            gateway -> gateway.replaceTags(ID, List.of(TagName.of("VIP"), TagName.of("a, b"))));

    assertThat(request.getTarget()).isEqualTo("/v2/conversation/eit000000000001/tag");
    assertThat(form(request)).isEqualTo("tags%5B%5D=VIP&tags%5B%5D=a%2C+b");
  }

  @Test
  void no_tags_are_an_empty_text() {
    var request =
        sentForm("{\"Result\":true,\"Tags\":[]}", gateway -> gateway.replaceTags(ID, List.of()));

    assertThat(form(request)).isEqualTo("tags=");
  }

  @Test
  void a_plain_reply_is_its_message() {
    var request = sentForm(DONE, gateway -> gateway.reply(ID, ReplyDraft.of("On it!")));

    assertThat(request.getTarget()).isEqualTo("/v2/conversation/eit000000000001/reply");
    assertThat(form(request)).isEqualTo("message=On+it%21");
  }

  @Test
  void a_reply_carries_sender_parent_and_media() {
    Map<String, String> picture = new LinkedHashMap<>();
    picture.put("url", "https://example.com/a.png?x=1");
    picture.put("alt", "");
    var draft =
        ReplyDraft.of("Hi")
            .from(CredentialId.of("003-1-2"))
            .under(CommentId.of("eit3"))
            .attaching(picture)
            .attaching(Map.of("id", "7"));

    var request = sentForm(DONE, gateway -> gateway.reply(ID, draft));

    assertThat(form(request))
        .isEqualTo(
            "message=Hi&credential_id=003-1-2&parent_comment_id=eit3"
                + "&media%5B0%5D%5Burl%5D=https%3A%2F%2Fexample.com%2Fa.png%3Fx%3D1"
                + "&media%5B0%5D%5Balt%5D=&media%5B1%5D%5Bid%5D=7");
  }

  @Test
  void a_case_says_only_what_is_known() {
    var request =
        sentForm(
            DONE,
            gateway -> gateway.createCase(ID, SalesforceCase.through(IntegrationId.of("sfint1"))));

    assertThat(request.getTarget()).isEqualTo("/v2/conversation/eit000000000001/create-case");
    assertThat(form(request)).isEqualTo("integration_id=sfint1");
  }

  @Test
  void a_case_names_owner_contact_and_description() {
    var request =
        sentForm(
            DONE,
            gateway ->
                gateway.createCase(
                    ID,
                    SalesforceCase.through(IntegrationId.of("sfint1"))
                        .ownedBy(SalesforceUserId.of("005"))
                        .about(SalesforceContactId.of("003"))
                        .describedAs("Cannot log in")));

    assertThat(form(request))
        .isEqualTo(
            "integration_id=sfint1&case_owner=005&contact_id=003&case_description=Cannot+log+in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b",
        "a?b=c",
        "a#b",
        "../me",
        "..%2fme",
        "%2e%2e",
        "%2e%2e%2fme",
        "a\nb",
        "a\r\nb",
        "a b",
        " a ",
        "ü😀",
        "a;b",
        "a\\b",
        "..\\me",
        "a%00b",
        "http://evil.example/",
        "//evil.example/",
        "a:b@c",
        "\t.",
        "...",
        "&",
        "+",
        "%",
        "[x]",
        "{id}"
      })
  void an_id_addresses_one_segment_whatever_it_holds(String text) {
    var request =
        sent(
            "{\"Result\":true,\"Timeline\":[]}",
            gateway -> gateway.timeline(ConversationId.of(text), null));

    assertThat(request.getUrl().pathSegments())
        .containsExactly("v2", "conversation", text, "timeline");
    assertThat(request.getUrl().query()).isNull();
    assertThat(request.getTarget()).matches("[!-~]+");
  }
}
