package io.inboxport.http;

import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.Timeout;
import retrofit2.Call;
import retrofit2.Callback;

/** Call that a test ends itself, without a network. */
abstract class UnsentCall implements Call<ResponseBody> {
  private final Timeout timeout = new Timeout();

  @Override
  public final Timeout timeout() {
    return timeout;
  }

  @Override
  public final void enqueue(Callback<ResponseBody> callback) {
    throw new UnsupportedOperationException();
  }

  @Override
  public final boolean isExecuted() {
    return false;
  }

  @Override
  public final void cancel() {
    throw new UnsupportedOperationException();
  }

  @Override
  public final boolean isCanceled() {
    return false;
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod")
  public final Call<ResponseBody> clone() {
    throw new UnsupportedOperationException();
  }

  @Override
  public final Request request() {
    throw new UnsupportedOperationException();
  }
}
