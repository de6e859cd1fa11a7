package io.inboxport.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The OpenAPI document: the one in docs/ is the one that is served, and tells of all forms. */
class OpenApiPageTest extends OpenSandbox {
  private static final Path PAGE = Path.of(System.getProperty("house.root"), "docs/openapi.yaml");
  private static final String RENEW =
      "mvn test -pl testkit -am -Dtest=OpenApiPageTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Drenew";

  @Test
  void the_page_is_the_document_that_is_served() throws IOException {
    var served = Wire.get(sandbox, "/-/openapi.yaml");
    assertThat(served.status()).isEqualTo(200);
    assertThat(served.headers()).containsEntry("content-type", "application/yaml");
    if (Boolean.getBoolean("renew")) {
      Files.writeString(PAGE, served.body());
      return;
    }
    assertThat(Files.readString(PAGE))
        .as("docs/openapi.yaml; renew it with: " + RENEW)
        .isEqualTo(served.body());
  }

  private static Stream<OperationRow> forms() {
    return OperationTable.ROWS.stream().filter(OperationRow::isPost);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void a_field_is_required_where_the_document_says_so(OperationRow row) throws IOException {
    var required = row.fields().stream().filter(FieldRow::required).toList();
    assertThat(required).isNotEmpty();
    var answer =
        Wire.call(sandbox, "POST", "/v2" + row.path().replace("{id}", "eit000000000001"), "x=y");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).endsWith(" " + required.get(0).name());
  }

  @Test
  void the_document_is_read_with_get_and_head_alone() throws IOException {
    assertThat(Wire.call(sandbox, "POST", "/-/openapi.yaml", "").status()).isEqualTo(404);
  }
}
