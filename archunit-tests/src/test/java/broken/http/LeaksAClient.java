package broken.http;

import okhttp3.OkHttpClient;

public final class LeaksAClient {
  public LeaksAClient(OkHttpClient client) {}
}
