#!/usr/bin/env bash
# Retrofit 3.0.0: Response.raw().close() throws an IllegalStateException for every answer, and leaves
# the body open: the raw response holds a body that cannot be read. The body to close is body() or
# errorBody(). Ends with 0 while that is so, and with 1 once it changes. Needs a JDK from 17 on and
# Maven.
set -euo pipefail

version=3.0.0
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

cat > "$dir/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>raw-close</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.squareup.retrofit2</groupId>
      <artifactId>retrofit</artifactId>
      <version>$version</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B -f "$dir/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies \
  -DoutputDirectory="$dir/lib"

cat > "$dir/RawClose.java" <<'JAVA'
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.GET;
import retrofit2.http.Streaming;

class RawClose {
  interface Api {
    @Streaming
    @GET("/")
    Call<ResponseBody> get();
  }

  public static void main(String[] args) throws Exception {
    var client =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    new okhttp3.Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(200)
                        .message("")
                        .body(ResponseBody.create("text", null))
                        .build())
            .build();
    var api = new Retrofit.Builder().baseUrl("http://127.0.0.1/").client(client).build();
    var response = api.create(Api.class).get().execute();
    try {
      response.raw().close();
      System.out.println("closed");
    } catch (IllegalStateException e) {
      System.out.println("IllegalStateException, then " + response.body().string());
    }
  }
}
JAVA
said=$(java -cp "$dir/lib/*" "$dir/RawClose.java" 2> /dev/null)
[ "$said" = "IllegalStateException, then text" ] || { echo "changed: $said" >&2; exit 1; }
echo "retrofit $version: raw().close() throws $said: the body was still open"
