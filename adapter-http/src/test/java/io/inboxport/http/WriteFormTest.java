package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The form alone, on a client that has none of the other guards of a write. */
@Timeout(30)
class WriteFormTest {
  private static final String LAST = ByteServer.ok("{}") + ByteServer.HANG_UP;

  private final OkHttpClient client = new OkHttpClient();

  @Test
  void a_form_is_not_sent_again_over_a_new_connection() throws Exception {
    var form = WriteForm.builder().text("note", "a note").build();
    try (var server = new ByteServer(false, target -> LAST)) {
      send(server, form);

      assertThatThrownBy(() -> send(server, form)).isInstanceOf(IOException.class);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void an_ordinary_body_is_sent_again_by_the_client() throws Exception {
    var form = new FormBody.Builder().add("note", "a note").build();
    try (var server = new ByteServer(false, target -> LAST)) {
      send(server, form);
      send(server, form);

      assertThat(server.connections()).isEqualTo(2);
    }
  }

  private void send(ByteServer server, RequestBody form) throws IOException {
    var request = new Request.Builder().url(server.url().toString()).post(form).build();
    try (Response response = client.newCall(request).execute()) {
      assertThat(response.body().string()).isEqualTo("{}");
    }
  }
}
