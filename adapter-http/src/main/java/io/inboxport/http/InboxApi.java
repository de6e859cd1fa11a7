package io.inboxport.http;

import java.util.Map;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.QueryMap;
import retrofit2.http.Streaming;
import retrofit2.http.Tag;

/**
 * The endpoints. Streaming, because Retrofit would otherwise take a body of any size into memory.
 */
interface InboxApi {
  @Streaming
  @GET("conversation")
  Call<ResponseBody> list(@QueryMap Map<String, String> filters, @Tag SendState sending);

  @Streaming
  @GET("conversation/{id}")
  Call<ResponseBody> get(@Path("id") String id, @Tag SendState sending);

  @Streaming
  @GET("conversation/{id}/timeline")
  Call<ResponseBody> timeline(
      @Path("id") String id,
      @Query("last_loaded_id") @Nullable String olderThan,
      @Tag SendState sending);

  @Streaming
  @GET("me")
  Call<ResponseBody> me(@Tag SendState sending);

  @Streaming
  @POST("conversation/{id}")
  Call<ResponseBody> setStatus(@Path("id") String id, @Body WriteForm form, @Tag SendState sending);

  @Streaming
  @POST("conversation/{id}/{action}")
  Call<ResponseBody> act(
      @Path("id") String id,
      @Path("action") String action,
      @Body WriteForm form,
      @Tag SendState sending);
}
