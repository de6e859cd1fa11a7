package broken.app;

import retrofit2.Retrofit;

final class UsesRetrofit {
  Retrofit retrofit;
}
