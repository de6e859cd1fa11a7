package io.inboxport.http;

import static io.inboxport.properties.Generators.choice;
import static io.inboxport.properties.Generators.combine;
import static io.inboxport.properties.Generators.lists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Status;
import io.inboxport.properties.Generator;
import io.inboxport.properties.PropertyCheck;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The items of a page are read one by one, whatever came before them. */
class PageReadingTest {
  private static final Generator<List<String>> FIELDS =
      lists(
          combine(
              choice("Id", "Created", "Status", "Network", "AssigneeId", "ProfileName", "Tags"),
              choice(
                  "\"eit1\"",
                  "\"open\"",
                  "\"ope\\u006e\"",
                  "\"closed\"",
                  "\"2025-03-10 14:22:00\"",
                  "\"2025-03-1x 14:22:00\"",
                  "{\"Id\":\"open\",\"Name\":\"closed\"}",
                  "[{\"Id\":\"open\",\"Name\":\"open\"}]",
                  "[1]",
                  "true",
                  "\"\"",
                  "17"),
              (name, value) -> "\"" + name + "\":" + value),
          0,
          9);

  private static final Generator<List<List<String>>> PAGES =
      lists(combine(FIELDS, choice("", "id", "Surplus", ""), PageReadingTest::with), 0, 6);

  private final CannedAnswers canned = new CannedAnswers();

  private static List<String> with(List<String> fields, String another) {
    var all = new ArrayList<String>();
    all.add("\"Id\":\"eit0\"");
    all.addAll(fields);
    if (!another.isEmpty()) {
      all.add(all.size() / 2, "\"" + another + "\":\"eit0\"");
    }
    return all;
  }

  private ConversationPage listed(String items) {
    return canned
        .answering("{\"Result\":true,\"Conversations\":{\"Items\":[" + items + "]}}")
        .list(ConversationQuery.all());
  }

  @Test
  void an_item_of_a_page_is_read_as_it_would_be_alone() {
    PropertyCheck.standard()
        .forAll(
            PAGES,
            page -> {
              var items = page.stream().map(item -> "{" + String.join(",", item) + "}").toList();
              var alone = items.stream().map(this::listed).toList();
              // Twice, so that each item follows one with its own fields, and one with others.
              var twice = String.join(",", items) + (items.isEmpty() ? "" : ",");
              var read = listed(twice + String.join(",", items));

              var expected = new ArrayList<Conversation>();
              for (int round = 0; round < 2; round++) {
                alone.forEach(one -> expected.addAll(one.items()));
              }
              assertThat(read.items()).isEqualTo(expected);
              assertThat(read.unreadable())
                  .hasSize(2 * alone.stream().mapToInt(one -> one.unreadable().size()).sum());
            });
  }

  @Test
  void a_text_that_only_begins_like_the_last_one_is_another() {
    var page =
        listed(
            """
            {"Id":"eit1","Status":"open","AssigneeId":"00A1","ProfileName":"Acme"},
            {"Id":"eit2","Status":"opened","AssigneeId":"00A12","ProfileName":"Acme Inc"},
            {"Id":"eit3","Status":"ope","AssigneeId":"00A","ProfileName":"Acm"},
            {"Id":"eit4","AssigneeId":"0","ProfileName":""},
            {"Id":"eit5","Status":"OPEN","AssigneeId":"00a1","ProfileName":"ACME"}""");

    assertThat(page.items())
        .extracting(
            item -> item.status().text(),
            item -> item.assignee().map(Object::toString).orElse("nobody"),
            Conversation::profileName)
        .containsExactly(
            tuple("open", "00A1", "Acme"),
            tuple("opened", "00A12", "Acme Inc"),
            tuple("ope", "00A", "Acm"),
            tuple("", "nobody", ""),
            tuple("OPEN", "00a1", "ACME"));
    assertThat(page.items().get(4).status()).isEqualTo(Status.OPEN);
  }
}
