package io.inboxport.http;

import java.util.Map;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.QueryMap;
import retrofit2.http.Streaming;
import retrofit2.http.Tag;

/**
 * The endpoints beside conversations: a list, and one item of it, by the name of the list.
 * Streaming, because Retrofit would otherwise take a body of any size into memory.
 */
interface AccountApi {
  @Streaming
  @GET("{list}")
  Call<ResponseBody> list(
      @Path("list") String list, @QueryMap Map<String, String> query, @Tag SendState sending);

  @Streaming
  @GET("{list}/{id}")
  Call<ResponseBody> get(@Path("list") String list, @Path("id") String id, @Tag SendState sending);

  @Streaming
  @POST("{list}")
  Call<ResponseBody> create(
      @Path("list") String list, @Body WriteForm form, @Tag SendState sending);

  @Streaming
  @POST("{list}/{id}")
  Call<ResponseBody> change(
      @Path("list") String list,
      @Path("id") String id,
      @Body WriteForm form,
      @Tag SendState sending);

  /** Deletes; the form is empty, and one-shot: OkHttp would send a request without a body again. */
  @Streaming
  @HTTP(method = "DELETE", path = "{list}/{id}", hasBody = true)
  Call<ResponseBody> delete(
      @Path("list") String list,
      @Path("id") String id,
      @Body WriteForm form,
      @Tag SendState sending);
}
