package io.inboxport.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** Client as a developer writes it for two calls and without a library: binding to records. */
public final class BareApi {
  /** The client's answers, as they come. */
  public record BareTag(@JsonProperty("Id") String id, @JsonProperty("Name") String name) {}

  /** One conversation. */
  public record BareConversation(
      @JsonProperty("Id") String id,
      @JsonProperty("Created") String created,
      @JsonProperty("Modified") String modified,
      @JsonProperty("Status") String status,
      @JsonProperty("Network") String network,
      @JsonProperty("ItemType") String itemType,
      @JsonProperty("AssigneeId") @Nullable String assigneeId,
      @JsonProperty("ProfileName") String profileName,
      @JsonProperty("Tags") @Nullable List<BareTag> tags) {}

  /** The answer to a get. */
  public record One(
      @JsonProperty("Result") boolean result,
      @JsonProperty("Conversation") BareConversation conversation) {}

  /** The items of a list. */
  public record Page(
      @JsonProperty("Total") int total, @JsonProperty("Items") List<BareConversation> items) {}

  /** The answer to a list. */
  public record Many(
      @JsonProperty("Result") boolean result, @JsonProperty("Conversations") Page conversations) {}

  /** The endpoint. */
  public interface Service {
    /** Gets one conversation. */
    @GET("conversation/{id}")
    Call<One> get(@Path("id") String id);

    /** Lists conversations. */
    @GET("conversation")
    Call<Many> list();
  }

  /** The mapper in its usual setting. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** The header that every call needs. */
  public static final String AUTHORIZATION = Credentials.basic("001000000000001", "a key");

  private BareApi() {}

  /** A client that says who it is. */
  public static OkHttpClient client() {
    return new OkHttpClient.Builder()
        .addInterceptor(
            chain ->
                chain.proceed(
                    chain.request().newBuilder().header("Authorization", AUTHORIZATION).build()))
        .build();
  }

  /** The service at this URL. */
  public static Service at(String url) {
    return at(url, client());
  }

  /** The service at this URL, over this client. */
  static Service at(String url, OkHttpClient client) {
    return new Retrofit.Builder()
        .baseUrl(url)
        .client(client)
        .addConverterFactory(JacksonConverterFactory.create(MAPPER))
        .build()
        .create(Service.class);
  }
}
