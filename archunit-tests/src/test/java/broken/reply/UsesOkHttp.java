package broken.reply;

import okhttp3.OkHttpClient;

final class UsesOkHttp {
  OkHttpClient client;
}
